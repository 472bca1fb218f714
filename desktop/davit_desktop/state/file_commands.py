"""What a deed done to files of a container or a volume is as a docker command (pure)."""

import posixpath
import shlex
from collections.abc import Sequence
from typing import Protocol

import msgspec

_IMAGE = "busybox"  # any that has a shell does it


class FileCommands(Protocol):
    """The commands for one container or volume; paths are those inside it."""

    def out(self, path: str, target: str, *, tar: bool = False) -> str:
        """A copy of a file or folder as `target`, or of it as one archive."""

    def into(self, origins: Sequence[str], folder: str) -> str:
        """Files and folders of this computer, copied into a folder."""

    def do(self, program: str, *paths: str) -> str:
        """A program ("mkdir", "rm -r") on paths."""

    def write(self, path: str) -> str:
        """The content of a file replaced by that of FILE."""


class ContainerCommands(msgspec.Struct, frozen=True):
    """By `docker cp` and `docker exec`."""

    name: str

    def out(self, path: str, target: str, *, tar: bool = False) -> str:
        words = shlex.join(["docker", "cp", f"{self.name}:{path}", "-" if tar else target])
        return f"{words} > {shlex.quote(target)}" if tar else words

    def into(self, origins: Sequence[str], folder: str) -> str:
        place = f"{self.name}:{folder}"
        return "\n".join(shlex.join(["docker", "cp", origin, place]) for origin in origins)

    def do(self, program: str, *paths: str) -> str:
        return shlex.join(["docker", "exec", self.name, *program.split(), *paths])

    def write(self, path: str) -> str:
        return shlex.join(["docker", "cp", "FILE", f"{self.name}:{path}"])


class VolumeCommands(msgspec.Struct, frozen=True):
    """By a container that is made for it, in which the volume is /v."""

    name: str

    def out(self, path: str, target: str, *, tar: bool = False) -> str:
        if tar:
            folder, name = posixpath.split(_inside(path))
            packed = self._run("", ["tar", "-C", folder, "-cf", "-", name])
            return f"{packed} > {shlex.quote(target)}"
        folder, name = posixpath.split(target.replace("\\", "/"))
        return self._run(f"{folder or '.'}:/out", ["cp", "-a", _inside(path), f"/out/{name}"])

    def into(self, origins: Sequence[str], folder: str) -> str:
        lines = []
        for origin in origins:
            here, name = posixpath.split(origin.replace("\\", "/"))
            lines.append(self._run(f"{here}:/in:ro", ["cp", "-a", f"/in/{name}", _inside(folder)]))
        return "\n".join(lines)

    def do(self, program: str, *paths: str) -> str:
        return self._run("", [*program.split(), *map(_inside, paths)])

    def write(self, path: str) -> str:
        run = ["docker", "run", "--rm", "-i", "-v", f"{self.name}:/v", _IMAGE]
        return f"{shlex.join([*run, 'tee', _inside(path)])} < FILE"

    def _run(self, share: str, words: Sequence[str]) -> str:
        run = ["docker", "run", "--rm", "-v", f"{self.name}:/v"]
        if share:
            run += ["-v", share]
        return shlex.join([*run, _IMAGE, *words])


def _inside(path: str) -> str:
    return posixpath.normpath("/v/" + path.lstrip("/"))
