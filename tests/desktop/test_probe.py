"""What a connection to a port tells about what is behind it."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest

from davit_desktop.probe import Answer, probe, speaks_tls, wait_for_answer


@pytest.fixture
async def server() -> AsyncIterator[int]:
    async def keep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    listener = await asyncio.start_server(keep, "127.0.0.1", 0)
    async with listener:
        yield listener.sockets[0].getsockname()[1]


async def test_a_server_that_waits_for_a_request_is_open(server: int) -> None:
    answer = await probe("127.0.0.1", server)
    assert answer.answer is Answer.OPEN
    assert answer.milliseconds > 0
    assert await wait_for_answer("127.0.0.1", server, 2)


async def test_a_forward_to_nowhere_hangs_up_at_once() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    listener = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        assert (await probe("127.0.0.1", port)).answer is Answer.CLOSED_AT_ONCE


async def test_a_closed_port_refuses() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        answer = await probe("127.0.0.1", held.getsockname()[1])
    assert (answer.answer, answer.detail) == (Answer.REFUSED, "Connection refused")


async def test_a_plain_server_does_not_speak_tls() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.0 400 no\r\n\r\n")
        writer.close()

    listener = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with listener:
        assert not await speaks_tls("127.0.0.1", listener.sockets[0].getsockname()[1])
