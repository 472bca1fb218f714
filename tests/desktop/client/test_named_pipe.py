"""Named pipes through a stand-in: the same streams on a Unix socket."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Callable
from types import ModuleType

import pytest

from davit_desktop.client import named_pipe
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import EngineUnreachable
from davit_desktop.client.streams import Stream, encode_frame
from desktop.client.fake_engine import Asked, FakeEngine

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"


@pytest.fixture
async def client(
    engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[EngineClient]:
    """A client of the fake engine."""

    async def open_pipe(
        factory: Callable[[], asyncio.Protocol], path: str
    ) -> asyncio.BaseTransport:
        assert path == r"\\.\pipe\davit"
        loop = asyncio.get_running_loop()
        return (await loop.create_unix_connection(factory, str(engine.path)))[0]

    monkeypatch.setattr(named_pipe, "open_pipe", open_pipe)
    async with EngineClient("npipe:////./pipe/davit") as client:
        yield client


async def test_requests_and_streams_pass_through_a_pipe(
    client: EngineClient, engine: FakeEngine
) -> None:
    engine.on("GET /containers/json", 200, [{"Id": "abc", "Names": ["/web"]}])
    for _ in range(3):
        assert [container.name for container in await client.containers()] == ["web"]
    assert engine.open == 1  # the connection was kept


async def echo(asked: Asked) -> None:
    await asked.begin(101, Connection="Upgrade", Upgrade="tcp", Content_Type=MULTIPLEXED)
    await asked.say(encode_frame(Stream.STDOUT, await asked.reader.read()))
    asked.writer.close()


async def said(client: EngineClient, data: bytes) -> bytes:
    async with asyncio.timeout(10), await client.attach("web", stdin=True) as stream:
        await stream.write(data)
        stream.close_write()
        return b"".join([frame async for _, frame in stream.frames()])


async def test_one_direction_ends_and_the_other_goes_on(
    client: EngineClient, engine: FakeEngine
) -> None:
    engine.handlers["POST /containers/web/attach"] = echo
    data = b"x" * 500_000
    assert await said(client, data) == data


async def test_a_pipe_of_windows_is_ended_by_an_empty_message(
    client: EngineClient, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pipe transport of the proactor has no write_eof, and its own pipe handle."""
    open_socket = named_pipe.open_pipe
    held: list[socket.socket] = []

    async def open_pipe(
        factory: Callable[[], asyncio.Protocol], path: str
    ) -> asyncio.BaseTransport:
        transport = await open_socket(factory, path)
        held.append(transport.get_extra_info("socket"))
        transport._extra["pipe"] = held[-1]  # type: ignore[attr-defined]
        monkeypatch.setattr(type(transport), "can_write_eof", lambda _: False)
        return transport

    written: list[tuple[int, bytes, bool]] = []

    def write_file(handle: int, data: bytes, overlapped: bool) -> tuple[object, int]:
        written.append((handle, data, overlapped))
        held[-1].shutdown(socket.SHUT_WR)
        return object(), 0

    windows = ModuleType("_winapi")
    windows.WriteFile = write_file  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "_winapi", windows)
    monkeypatch.setattr(named_pipe, "open_pipe", open_pipe)
    engine.handlers["POST /containers/web/attach"] = echo
    data = b"y" * 500_000
    assert await said(client, data) == data
    assert [(data, overlapped) for _, data, overlapped in written] == [(b"", True)]


async def test_a_pipe_that_is_not_there_is_an_unreachable_engine() -> None:
    async with EngineClient("npipe:////./pipe/davit-none") as client:
        with pytest.raises(EngineUnreachable, match="named pipes exist on Windows only"):
            await client.containers()
