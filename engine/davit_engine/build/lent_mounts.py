"""RUN --mount=type=secret and type=ssh: what a client lends, as a step's mounts and variables.

Secrets are files on a tmpfs of the step's own, which is gone with it.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.build.loans import Connection, Loan
from davit_engine.build.mounts import RunMount
from davit_engine.containers.model import Mount
from davit_engine.errors import EngineError, InvalidParameter
from davit_engine.kernel import mounts
from davit_engine.kernel.blocking import finished

AGENT_VARIABLE: Final = "SSH_AUTH_SOCK"
_PIECE: Final = 64 << 10
_CONNECTIONS_MAX: Final = 16
"""To one agent at the same time."""


class Lent(msgspec.Struct, frozen=True, kw_only=True):
    mounts: tuple[Mount, ...] = ()
    environment: tuple[str, ...] = ()


@contextlib.asynccontextmanager
async def lent(wanted: Sequence[RunMount], loan: Loan, folder: Path) -> AsyncIterator[Lent]:
    """For as long as the step runs; targets of `wanted` are absolute by now.

    `folder` is not on disk by the next boot. Raises InvalidParameter for what is required and was
    not lent.
    """
    wanted = [mount for mount in wanted if _is_lent(mount, loan)]
    if not wanted:
        yield Lent()
        return
    async with contextlib.AsyncExitStack() as stack:
        place = folder / lookup.new_id()
        await finished(None, _make_tmpfs, place)
        stack.push_async_callback(finished, None, _remove_tmpfs, place)
        found: list[Mount] = []
        environment: list[str] = []
        for number, mount in enumerate(wanted):
            file = place / str(number)
            if mount.kind == "secret":
                value = loan.secrets[mount.id]
                if mount.env:
                    environment.append(f"{mount.env}={_text(value, mount)}")
                if not mount.target:
                    continue
                await finished(None, _write, file, value, mount)
            else:
                await stack.enter_async_context(_served(file, mount, loan))
                environment.append(f"{AGENT_VARIABLE}={mount.target}")
            found.append(Mount(type="bind", source=str(file), target=mount.target, read_only=True))
        yield Lent(mounts=tuple(found), environment=tuple(environment))


def _is_lent(mount: RunMount, loan: Loan) -> bool:
    if mount.kind not in ("secret", "ssh"):
        return False
    there = loan.secrets if mount.kind == "secret" else loan.agents
    if mount.id in there:
        return True
    if mount.required:
        if mount.kind == "secret":
            raise InvalidParameter(f"secret {mount.id} not found: give it with --secret")
        raise InvalidParameter(f"no SSH agent {mount.id} was given: give it with --ssh")
    return False


def _text(value: bytes, mount: RunMount) -> str:
    try:
        text = value.decode()
    except UnicodeDecodeError as error:
        raise InvalidParameter(f"secret {mount.id} is no text: it cannot be a variable") from error
    if "\0" in text:
        raise InvalidParameter(f"secret {mount.id} has a NUL character: it cannot be a variable")
    return text


def _make_tmpfs(place: Path) -> None:
    place.mkdir(mode=0o700, parents=True)
    flags = mounts.MS_NOSUID | mounts.MS_NODEV | mounts.MS_NOEXEC
    mounts.mount("secrets", place, "tmpfs", flags, "mode=0700,size=64m")


def _remove_tmpfs(place: Path) -> None:
    mounts.unmount(place, detach=True)
    place.rmdir()


def _write(file: Path, value: bytes, mount: RunMount) -> None:
    file.write_bytes(value)
    _give(file, mount, 0o400)


def _give(file: Path, mount: RunMount, mode: int) -> None:
    os.chown(file, mount.uid, mount.gid)
    file.chmod(mode if mount.mode is None else mount.mode)


@contextlib.asynccontextmanager
async def _served(file: Path, mount: RunMount, loan: Loan) -> AsyncIterator[None]:
    """A socket whose connections lead to the client's agent."""
    tasks: set[asyncio.Task[None]] = set()

    def accepted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(tasks) >= _CONNECTIONS_MAX:
            writer.close()
            return
        task = asyncio.create_task(_carry(loan, mount.id, reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    # A short name for it: paths of sockets are.
    folder = os.open(file.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        path = f"/proc/self/fd/{folder}/{file.name}"
        server = await asyncio.start_unix_server(accepted, path)
    finally:
        os.close(folder)
    try:
        await finished(None, _give, file, mount, 0o600)
        yield
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


async def _carry(
    loan: Loan, agent: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    try:
        # The client connects to its agent once it hears something.
        first = await reader.read(_PIECE)
        if not first:
            return
        async with loan.connected(agent) as connection:
            await connection.write(first)
            ways = [
                asyncio.create_task(_to_agent(reader, connection)),
                asyncio.create_task(_to_step(connection, writer)),
            ]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
    except (EngineError, OSError):
        pass  # The program in the step sees a closed connection, and says so.
    finally:
        writer.close()


async def _to_agent(reader: asyncio.StreamReader, connection: Connection) -> None:
    while data := await reader.read(_PIECE):
        await connection.write(data)


async def _to_step(connection: Connection, writer: asyncio.StreamWriter) -> None:
    while data := await connection.reader.read(_PIECE):
        writer.write(data)
        await writer.drain()
