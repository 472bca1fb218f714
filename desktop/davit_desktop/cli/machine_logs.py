"""`davit machine logs` and `console`: what the machine's processes and the guest wrote."""

from __future__ import annotations

import asyncio
import codecs
import sys
from collections.abc import Iterable
from contextlib import aclosing
from pathlib import Path

import msgspec

from davit_desktop.cli.command import option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import machine_command
from davit_desktop.cli.machine_text import printable
from davit_vm import Machine

_PAUSE = 0.2  # seconds between two looks at files that grow
_FOLLOW = option("follow", "f", help="Follow log output")


@machine_command(
    "logs",
    "[OPTIONS] [supervisor|qemu|boot...]",
    "Fetch the logs of the supervisor, QEMU and the last boot",
    words=(0, 3),
)
@_FOLLOW
@option("tail", "n", metavar="string", default="all", help="Lines from the end of each log")
async def logs(machine: Machine, words: list[str], json: bool, follow: bool, tail: str) -> None:
    files = {
        "supervisor": machine.paths.supervisor_log,
        "qemu": machine.paths.qemu_log,
        "boot": machine.paths.console_log,
    }
    if unknown := next((word for word in words if word not in files), None):
        raise CommandFailed(f"There is no log {unknown!r}. There are: {', '.join(files)}")
    if tail != "all" and not tail.isdecimal():
        raise CommandFailed(f'invalid value for "tail": {tail!r} is not a number')
    followed = [LogFile(name, files[name]) for name in words or files]
    shown = _Shown(json=json, headed=len(followed) > 1)
    for log in followed:
        lines = log.new_lines(whole=not follow)
        shown.write(log.name, lines if tail == "all" else lines[max(len(lines) - int(tail), 0) :])
    while follow:
        await asyncio.sleep(_PAUSE)
        for log in followed:
            shown.write(log.name, log.new_lines())


@machine_command("console", "[OPTIONS]", "Show the serial console of the guest")
@_FOLLOW
async def console(machine: Machine, words: list[str], json: bool, follow: bool) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    async with aclosing(machine.console(follow=follow)) as chunks:
        async for chunk in chunks:
            text = decoder.decode(chunk)
            if json:
                print(msgspec.json.encode({"log": "console", "text": text}).decode(), flush=True)
            else:
                # Escape sequences are the guest's to choose, and this terminal's to obey.
                sys.stdout.write(printable(text))
                sys.stdout.flush()


class LogFile:
    """A file that grows, and starts anew when it is cut or replaced."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._path = path
        self._read = 0
        self._inode = 0
        self._rest = b""

    def new_lines(self, *, whole: bool = False) -> list[str]:
        """The lines since the last call; with `whole`, an unfinished last one too."""
        try:
            with self._path.open("rb") as file:
                found = self._path.stat()
                if found.st_ino != self._inode or found.st_size < self._read:
                    self._inode, self._read, self._rest = found.st_ino, 0, b""
                file.seek(self._read)
                new = file.read()
        except OSError:
            return []
        self._read += len(new)
        *lines, self._rest = (self._rest + new).split(b"\n")
        if whole and self._rest:
            lines, self._rest = [*lines, self._rest], b""
        return [line.decode(errors="replace") for line in lines]


class _Shown:
    """Writes lines, and before them the name of their log where that changes."""

    def __init__(self, *, json: bool, headed: bool) -> None:
        self._json = json
        self._headed = headed
        self._last = ""

    def write(self, name: str, lines: Iterable[str]) -> None:
        for line in lines:
            if self._json:
                print(msgspec.json.encode({"log": name, "line": line}).decode())
                continue
            if self._headed and name != self._last:
                print(f"{chr(10) if self._last else ''}==> {name} <==")
                self._last = name
            print(printable(line))
        sys.stdout.flush()
