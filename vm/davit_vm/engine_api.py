"""The few questions that the supervisor itself asks the engine, through the gate.

HTTP/1.0, so that an answer ends with its connection and is never in chunks.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from typing import Any

import msgspec

from davit_vm.endpoint.gate import Gate
from davit_vm.errors import Unreachable

ANSWER = 30.0
"""Seconds; an emulated guest under load takes a few."""
_HEAD = 65_536
_BODY = 4 * 1024 * 1024


class Idle(msgspec.Struct, frozen=True):
    """Answer of GET /davit/v1/idle."""

    idle: bool = False
    """No container runs and nobody waits for anything."""


async def ping(gate: Gate) -> None:
    """Raises Unreachable unless the engine answers."""
    await asyncio.wait_for(_get(gate, "/_ping"), ANSWER)


async def version(gate: Gate) -> str:
    """Raises Unreachable."""
    answer = _decode(await asyncio.wait_for(_get(gate, "/version"), ANSWER), dict[str, Any])
    return str(answer.get("Version", ""))


async def idle(gate: Gate) -> bool:
    """Whether nothing would be lost by stopping. Raises Unreachable."""
    answer: Idle = _decode(await asyncio.wait_for(_get(gate, "/davit/v1/idle"), ANSWER), Idle)
    return answer.idle


async def events(gate: Gate) -> AsyncGenerator[tuple[str, str], None]:
    """Type and action of what happens in the engine, such as ("image", "delete"), until it ends."""
    reader, writer = await _ask(gate, "/events")
    try:
        await _head(reader)
        while line := await reader.readline():
            event = _decode(line, dict[str, Any])
            yield str(event.get("Type", "")), str(event.get("Action", ""))
    except (OSError, ValueError) as error:
        raise Unreachable("Cannot follow the engine", str(error)) from error
    finally:
        await _close(writer)


async def _get(gate: Gate, path: str) -> bytes:
    try:
        reader, writer = await _ask(gate, path)
        try:
            await _head(reader)
            return await _body(reader)
        finally:
            await _close(writer)
    except (OSError, ValueError, EOFError) as error:
        raise Unreachable("The engine did not answer", str(error)) from error


async def _ask(gate: Gate, path: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    connection = await gate.connect()
    try:
        reader, writer = await asyncio.open_connection(sock=connection, limit=_BODY)
    except BaseException:
        connection.close()
        raise
    writer.write(f"GET {path} HTTP/1.0\r\nHost: davit\r\n\r\n".encode())
    return reader, writer


async def _head(reader: asyncio.StreamReader) -> None:
    """Skip the header of a good answer; raises ValueError for any other."""
    status = await reader.readline()
    parts = status.split(None, 2)
    if len(parts) < 2 or not parts[0].startswith(b"HTTP/1.") or parts[1] != b"200":
        raise ValueError(f"its answer begins with {status[:80]!r}")
    size = 0
    while line := (await reader.readline()).rstrip(b"\r\n"):
        size += len(line)
        if size > _HEAD:
            raise ValueError("its answer has too long a header")


async def _body(reader: asyncio.StreamReader) -> bytes:
    body = await reader.read(_BODY)
    while more := await reader.read(_BODY):
        body += more
        if len(body) > _BODY:
            raise ValueError("its answer is too long")
    return body


def _decode(content: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.MsgspecError as error:
        raise Unreachable("The engine did not answer as expected", str(error)) from error


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
