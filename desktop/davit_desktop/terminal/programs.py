"""Programs that a terminal can join in a container: a shell of its own, the container's own
terminal, or a shell beside it."""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import time
from collections.abc import Sequence
from contextlib import aclosing
from typing import Protocol

import msgspec
from typing_extensions import override

from davit_desktop.client.engine import EngineClient, HijackedStream
from davit_desktop.client.errors import ApiError, NotFound
from davit_desktop.client.types import Json

log = logging.getLogger(__name__)

SHELLS = ("bash", "ash", "sh", "/busybox/sh")
"""Tried in this order where the person has not chosen one."""
NOT_RUNNABLE = (126, 127)

# Ctrl+P and Ctrl+Q belong to the program; nobody types this by accident.
_DETACH = "ctrl-^,ctrl-@,ctrl-^,ctrl-@"
_ENVIRONMENT = ("TERM=xterm-256color", "COLORTERM=truecolor")
_MARK = "DAVIT_TERMINAL"
_PATIENCE = 1.5  # seconds for a shell to end when its terminal is closed
_LOOKS = 0.05  # seconds between two looks whether it has
_MOST_RECENT = 1 << 20  # bytes
_RECENT = "200"  # lines of log shown where a terminal joins a program that runs already

# The engine has no call that ends an exec, and one goes on when its client leaves. The shell is the
# marked process on a terminal whose parent is not marked; what it started in the background and
# what has left the terminal (tmux) go on, as behind a closed window.
_HANG_UP = """
for p in /proc/[0-9]*; do
  grep -q {mark} "$p/environ" || continue
  set -- $(sed 's/.*) //' "$p/stat")
  [ "$5" = 0 ] || grep -q {mark} "/proc/$2/environ" || kill -HUP "${{p#/proc/}}"
done 2>/dev/null
"""


class Size(msgspec.Struct, frozen=True):
    """Of a terminal, in cells."""

    columns: int
    rows: int


class Program(Protocol):
    """Something to join. Every method may raise ClientError."""

    interactive: bool
    """Whether it reads what is typed."""

    @property
    def name(self) -> str:
        """What is run, in a word; empty for what runs already."""

    @property
    def command(self) -> str:
        """The docker command that does the same."""

    async def before(self) -> bytes:
        """What it wrote before it was joined, as far as it should be seen."""

    async def open(self, size: Size) -> HijackedStream:
        """Start and join it."""

    async def resize(self, size: Size) -> None: ...

    async def ended(self) -> int | None:
        """The exit status once the stream has ended; None when the program goes on."""

    async def hang_up(self) -> None:
        """End it, as closing its terminal does; a no-op when it has ended."""


class ShellProgram(Program):
    """A command of its own in a running container."""

    interactive = True

    def __init__(
        self, client: EngineClient, id: str, name: str, argv: Sequence[str], user: str = ""
    ) -> None:
        self.argv = tuple(argv)
        self.user = user
        self._client = client
        self._container = id
        self._name = name
        self._mark = f"{_MARK}={secrets.token_hex(8)}"
        self._exec = ""

    @property
    @override
    def name(self) -> str:
        return self.argv[0]

    @property
    @override
    def command(self) -> str:
        user = ("-u", self.user) if self.user else ()
        return shlex.join(("docker", "exec", "-it", *user, self._name, *self.argv))

    @override
    async def before(self) -> bytes:
        return b""

    @override
    async def open(self, size: Size) -> HijackedStream:
        body: Json = {
            "AttachStdin": True,
            "AttachStdout": True,
            "AttachStderr": True,
            "Tty": True,
            "Cmd": list(self.argv),
            "User": self.user,
            "Env": [*_ENVIRONMENT, self._mark],
            "DetachKeys": _DETACH,
            "ConsoleSize": [size.rows, size.columns],
        }
        self._exec = await self._client.exec_create(self._container, body)
        shape = (size.rows, size.columns)
        return await self._client.exec_start(self._exec, tty=True, console_size=shape)

    @override
    async def resize(self, size: Size) -> None:
        await self._client.exec_resize(self._exec, size.rows, size.columns)

    @override
    async def ended(self) -> int | None:
        until = time.monotonic() + _PATIENCE
        while True:
            found = await self._client.exec_inspect(self._exec)
            if not found.get("Running"):
                code = found.get("ExitCode")
                return int(code) if code is not None else None
            if time.monotonic() > until:
                return None
            await asyncio.sleep(_LOOKS)

    @override
    async def hang_up(self) -> None:
        if not self._exec:
            return
        try:
            running = bool((await self._client.exec_inspect(self._exec)).get("Running"))
        except NotFound:
            running = True  # an engine that has been restarted does not know it
        if not running:
            return
        script = _HANG_UP.format(mark=self._mark)
        shell = self.argv[0] if self.argv[0] in SHELLS else "sh"
        body: Json = {"Cmd": [shell, "-c", script], "User": self.user}
        ending = await self._client.exec_create(self._container, body)
        await self._client.exec_start_detached(ending)
        try:
            if await self.ended() is None:
                log.info("%s goes on in %s", self.argv[0], self._name)
        except NotFound:
            pass  # nobody can tell


class OwnProgram(Program):
    """The program that the container was made to run, on the terminal that it was given."""

    def __init__(self, client: EngineClient, id: str, name: str, *, interactive: bool) -> None:
        self.interactive = interactive
        self._client = client
        self._container = id
        self._name = name

    @property
    @override
    def name(self) -> str:
        return ""

    @property
    @override
    def command(self) -> str:
        return shlex.join(("docker", "attach", self._name))

    @override
    async def before(self) -> bytes:
        found = bytearray()
        async with aclosing(self._client.logs(self._container, tail=_RECENT, tty=True)) as frames:
            async for _, data in frames:
                found += data
                if len(found) > _MOST_RECENT:
                    del found[: -_MOST_RECENT // 2]
        return bytes(found)

    @override
    async def open(self, size: Size) -> HijackedStream:
        stream = await self._client.attach(
            self._container, stdin=self.interactive, detach_keys=_DETACH, tty=True
        )
        # Only a change makes a program draw its screen again for whoever has just come.
        try:
            await self.resize(Size(size.columns + 1, size.rows + 1))
            await self.resize(size)
        except BaseException:
            await stream.aclose()
            raise
        return stream

    @override
    async def resize(self, size: Size) -> None:
        await self._client.resize(self._container, size.rows, size.columns)

    @override
    async def ended(self) -> int | None:
        state = (await self._client.inspect_container(self._container)).get("State") or {}
        return None if state.get("Running") else int(state.get("ExitCode") or 0)

    @override
    async def hang_up(self) -> None:
        return  # it is the container's own; leaving does not end it


class DebugProgram(Program):
    """A shell from another image that sees the processes and the network of a container.

    The container's files are at /proc/1/root. It is a container of its own, deleted when it ends.
    """

    interactive = True

    def __init__(
        self, client: EngineClient, id: str, name: str, image: str, argv: Sequence[str] = ("sh",)
    ) -> None:
        self.image = image
        self._client = client
        self._container = id
        self._name = name
        self._argv = tuple(argv)
        self._id = ""

    @property
    @override
    def name(self) -> str:
        return self._argv[0]

    @property
    @override
    def command(self) -> str:
        beside = f"container:{self._name}"
        words = ["docker", "run", "--rm", "-it", "--pid", beside, "--network", beside]
        words += ["--cap-add", "SYS_PTRACE", "--entrypoint", self._argv[0], self.image]
        return shlex.join((*words, *self._argv[1:]))

    @override
    async def before(self) -> bytes:
        return b""

    @override
    async def open(self, size: Size) -> HijackedStream:
        body: Json = {
            "Image": self.image,
            "Entrypoint": list(self._argv),
            "Cmd": [],
            "Tty": True,
            "OpenStdin": True,
            "StdinOnce": True,
            "AttachStdin": True,
            "AttachStdout": True,
            "AttachStderr": True,
            "Env": list(_ENVIRONMENT),
            "HostConfig": {
                "AutoRemove": True,
                "PidMode": f"container:{self._container}",
                "NetworkMode": f"container:{self._container}",
                "CapAdd": ["SYS_PTRACE"],  # to look into /proc/1/root
                "ConsoleSize": [size.rows, size.columns],
            },
        }
        name = f"{self._name}-debug-{secrets.token_hex(2)}"
        self._id = (await self._client.create_container(body, name=name)).id
        stream = None
        try:
            stream = await self._client.attach(self._id, stdin=True, detach_keys=_DETACH, tty=True)
            await self._client.start(self._id)
            await self.resize(size)
        except BaseException:
            if stream is not None:
                await stream.aclose()
            await self.hang_up()
            raise
        return stream

    @override
    async def resize(self, size: Size) -> None:
        await self._client.resize(self._id, size.rows, size.columns)

    @override
    async def ended(self) -> int | None:
        return 0

    @override
    async def hang_up(self) -> None:
        if self._id:
            id, self._id = self._id, ""
            try:
                await self._client.remove_container(id, force=True)
            except NotFound:
                pass  # it ended by itself
            except ApiError as error:
                log.info("The helper beside %s is being deleted: %s", self._name, error)


async def has_own_terminal(client: EngineClient, id: str) -> tuple[bool, bool]:
    """Whether a container was given a terminal, and whether its program reads what is typed."""
    config = (await client.inspect_container(id)).get("Config") or {}
    return bool(config.get("Tty")), bool(config.get("OpenStdin"))


def not_there(said: bytes, program: str) -> bool:
    """Whether the beginning of an output reads like an engine that found no such program."""
    text = said.decode(errors="replace").lower()
    return program in text and ("not found" in text or "no such file" in text)
