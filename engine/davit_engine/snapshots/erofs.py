"""Layers as EROFS images: one file each, durable with one fsync, removed with one unlink.

The layer's archive is checked and normalised here, and only then given to `mkfs.erofs --tar`, which
runs as nobody, without network, with a clean environment and limits; all it holds is the archive on
its standard input, the image and a scratch folder. Nothing is ever unpacked, so nothing can escape.

Archives whose meaning depends on the order of their entries or on lower layers are rare; they are
kept as folders (`snapshots.directory`), as is one that mkfs.erofs cannot digest. Images of others
are never mounted, only those made here.
"""

import errno
import logging
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from davit_engine.archive.apply import Applied
from davit_engine.archive.regular import Irregular, regular
from davit_engine.errors import EngineError, SystemFailure
from davit_engine.kernel.mounts import (
    MS_NODEV,
    MS_RDONLY,
    attach_loop,
    is_mounted,
    mount,
    mounts_below,
    unmount,
)
from davit_engine.snapshots.directory import DirectoryLayers, record_of
from davit_engine.snapshots.layer import LayerRecord, Layers
from davit_engine.snapshots.unpacking import Unpacking

log = logging.getLogger(__name__)

OLDEST: Final = (1, 7)
"""The first erofs-utils that read archives."""
_KIND: Final = "erofs"
_NOBODY: Final = 65534
_MEMORY: Final = 4 << 30
_SECONDS: Final = 3600
_MESSAGE: Final = 2000


class MkfsFailedError(Exception):
    """mkfs.erofs gave up on an archive that we found acceptable."""


class ErofsLayers:
    """Makes layers as images where it can. Fulfils `LayerForm`.

    Without `mkfs` it makes folders, but still shows the images that an earlier daemon made.
    """

    def __init__(self, layers: Layers, *, mkfs: str | None) -> None:
        self.name = _KIND if mkfs else DirectoryLayers.name
        self._layers = layers
        self._mkfs = mkfs
        self._folders = DirectoryLayers(layers)
        self._lock = threading.Lock()
        self._users: dict[str, tuple[str, ...]] = {}

    def recover(self, users: Mapping[str, Sequence[str]]) -> None:
        with self._lock:
            self._users.clear()
            for user, chain in users.items():
                try:
                    self._users[user] = self._images(chain)
                except EngineError as error:
                    log.warning("snapshot %s is mounted, but: %s", user, error)
            used = {self._layers.files(key) for keys in self._users.values() for key in keys}
            for point in mounts_below(self._layers.folder):
                if point not in used:
                    unmount(point, detach=True)

    def make(self, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        if self._mkfs and chain[-1] not in self._layers:
            try:
                return self._make_image(self._mkfs, chain, run)
            except Irregular:
                log.debug("layer %s is kept as a folder", chain[-1])
            except MkfsFailedError as error:
                log.warning("layer %s is kept as a folder: %s", chain[-1], error)
        return self._folders.make_for(self, chain, run)

    def acquire(self, user: str, chain: Sequence[str]) -> list[Path]:
        keys = self._layers.resolve(chain)
        with self._lock:
            self._users[user] = self._images(chain)
            try:
                for key in self._users[user]:
                    self._mount(key)
            except BaseException:
                self._drop(user)
                raise
        return [self._layers.files(key) for key in reversed(keys)] or [self._layers.empty]

    def release(self, user: str) -> None:
        with self._lock:
            self._drop(user)

    def size_on_disk(self, key: str) -> int:
        if self._layers.record(key).kind == _KIND:
            return self._layers.image(key).stat().st_size
        return self._folders.size_on_disk(key)

    def forget(self, key: str) -> None:
        with self._lock:
            unmount(self._layers.files(key), detach=True)

    def _images(self, chain: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            key for key in self._layers.resolve(chain) if self._layers.record(key).kind == _KIND
        )

    def _drop(self, user: str) -> None:
        gone = self._users.pop(user, ())
        used = {key for keys in self._users.values() for key in keys}
        for key in gone:
            if key not in used:
                unmount(self._layers.files(key), detach=True)

    def _mount(self, key: str) -> None:
        image, target = self._layers.image(key), self._layers.files(key)
        if is_mounted(target):
            return
        flags = MS_RDONLY | MS_NODEV
        try:
            mount(image, target, "erofs", flags)
        except OSError as error:
            # Before Linux 6.12, or without EROFS_FS_BACKED_BY_FILE, it wants a block device.
            if error.errno not in (errno.ENOTBLK, errno.EINVAL):
                raise
            device, loop = attach_loop(image)
            try:
                mount(device, target, "erofs", flags)
            finally:
                os.close(loop)

    def _make_image(self, mkfs: str, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        diff_id = chain[-1]
        with self._layers.making(diff_id) as made:
            (made / "fs").mkdir(mode=0o755)
            image = os.open(made / "layer.erofs", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                applied = self._write_image(mkfs, image, made, chain, run)
                os.fchown(image, 0, 0)
                os.fchmod(image, 0o400)
                os.fsync(image)
            finally:
                os.close(image)
            shutil.rmtree(made / "scratch")
            return self._layers.publish(diff_id, made, record_of(diff_id, applied, _KIND))

    def _write_image(
        self, mkfs: str, image: int, made: Path, chain: Sequence[str], run: Unpacking
    ) -> Applied:
        (made / "scratch").mkdir(mode=0o700)
        os.chown(made / "scratch", _NOBODY, _NOBODY)
        os.fchown(image, _NOBODY, _NOBODY)
        scratch = os.open(made / "scratch", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        complaints = os.memfd_create("mkfs.erofs")
        try:
            with (
                _sandboxed(mkfs, image, scratch, complaints) as process,
                run.helped_by(process),
            ):
                assert process.stdin is not None
                with run.tar(chain[-1], made) as reader:
                    try:
                        applied = regular(reader, _writer(process.stdin), lowest=len(chain) == 1)
                        process.stdin.close()
                    except BrokenPipeError:
                        process.wait()
                        raise _failure(process, complaints) from None
                if process.wait() != 0:
                    raise _failure(process, complaints)
            return applied
        finally:
            os.close(complaints)
            os.close(scratch)


@contextmanager
def _sandboxed(
    mkfs: str, image: int, scratch: int, complaints: int
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        sandbox(mkfs, image),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        bufsize=0,
        cwd="/",
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TMPDIR": f"/proc/self/fd/{scratch}"},
        pass_fds=(image, scratch),
    ) as process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _writer(pipe: IO[bytes]) -> Callable[[bytes], None]:
    """Writes all of what it is given: a pipe may take less at a time."""

    def write(data: bytes) -> None:
        done = pipe.write(data)
        while done < len(data):
            done += pipe.write(memoryview(data)[done:])

    return write


def sandbox(mkfs: str, image: int) -> list[str]:
    """The command line that makes an image in an open file from an archive on standard input."""
    return [
        "prlimit",
        f"--as={_MEMORY}",
        f"--cpu={_SECONDS}",
        "--core=0",
        "--nofile=64",
        "unshare",
        "--net",
        "--ipc",
        "--uts",
        "setpriv",
        f"--reuid={_NOBODY}",
        f"--regid={_NOBODY}",
        "--clear-groups",
        "--no-new-privs",
        "--inh-caps=-all",
        "--bounding-set=-all",
        mkfs,
        "--tar=f",
        "--aufs",
        "--quiet",
        f"/proc/self/fd/{image}",
    ]


def utils_version(output: str) -> tuple[int, int]:
    """Major and minor out of what `mkfs.erofs --version` prints; (0, 0) when it makes no sense."""
    found = re.search(r"mkfs\.erofs\D*(\d+)\.(\d+)", output)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _failure(process: subprocess.Popen[bytes], complaints: int) -> Exception:
    text = os.pread(complaints, _MESSAGE, max(0, os.fstat(complaints).st_size - _MESSAGE))
    said = " ".join(text.decode(errors="backslashreplace").split())
    if "No space left" in said:
        return SystemFailure("no space left on the disk to make the layer's image")
    return MkfsFailedError(f"mkfs.erofs ended with {process.returncode}: {said}")
