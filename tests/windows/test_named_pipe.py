"""The endpoint's named pipe, its half-close, and the desktop's client of it."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Callable

import pytest

from davit_desktop.client.transport import Transport, parse_host
from davit_vm.endpoint.gate import GREETING, Gate, server_proof
from davit_vm.endpoint.listeners import connect, serve
from davit_vm.endpoint.relay import Endpoint

BODY = bytes(range(256)) * 8192


async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """HTTP as far as the tests go: answers to GET and POST, and a stream that ends by halves."""
    while head := await reader.readuntil(b"\r\n\r\n"):
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        body = await reader.readexactly(length)
        if b"Upgrade" in head:
            writer.write(b"HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n")
            said = await reader.read()
            writer.write(said + b" and no more")
            await writer.drain()
            writer.write_eof()
            return
        answer = BODY if head.startswith(b"GET") else body
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
        await writer.drain()


@pytest.fixture
async def endpoint(address: str) -> AsyncIterator[Endpoint]:
    """The endpoint in front of a small engine that is behind the gate."""
    key = secrets.token_bytes(32)
    tasks = set()

    async def engine(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())
        nonce = secrets.token_bytes(32)
        writer.write(GREETING + nonce)
        try:
            proof = await reader.readexactly(64)
            writer.write(server_proof(key, nonce, proof[:32]))
            await converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def awake() -> None:
        pass

    server = await asyncio.start_server(engine, "127.0.0.1", 0, limit=2**20)
    async with Gate(key) as gate:
        gate.lead_to(server.sockets[0].getsockname())
        async with Endpoint(address, gate, awake) as endpoint:
            yield endpoint
    server.close()
    await asyncio.gather(*tasks)


@pytest.fixture
async def transport(endpoint: Endpoint, address: str) -> AsyncIterator[Transport]:
    transport = Transport(parse_host(address))
    yield transport
    await transport.aclose()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_many_clients_at_once_get_what_they_ask_for(transport: Transport) -> None:
    async with asyncio.timeout(20):
        answers = await asyncio.gather(*[transport.request("GET", "/x") for _ in range(12)])
    assert all(answer.body == BODY for answer in answers)


async def test_a_long_body_arrives_whole(transport: Transport) -> None:
    data = os.urandom(3_000_000)
    answer = await transport.request("POST", "/x", content=data)
    assert answer.body == data


@pytest.mark.parametrize("size", [0, 1, 65536, 3_000_000])
async def test_one_direction_ends_and_the_other_goes_on(transport: Transport, size: int) -> None:
    data = os.urandom(size)
    stream = await transport.hijack("/attach")
    async with asyncio.timeout(20):
        if data:
            await stream.write(data)
        stream.close_write()
        said = b""
        while piece := await stream.read():
            said += piece
    assert said == data + b" and no more"
    await stream.aclose()


async def test_a_client_that_goes_away_is_noticed(endpoint: Endpoint, transport: Transport) -> None:
    stream = await transport.hijack("/attach")
    await until(lambda: endpoint.open_streams == 1)
    await stream.aclose()
    await until(lambda: endpoint.open_streams == 0)


class Client(asyncio.Protocol):
    """Knows whether it is connected and whether the other side has ended."""

    def __init__(self) -> None:
        self.connected = asyncio.Event()
        self.ended = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.connected.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended.set()


async def test_a_burst_of_clients_need_not_try_again_and_again(address: str) -> None:
    there: list[Client] = []

    def arrived() -> Client:
        there.append(Client())
        return there[-1]

    listener = await serve(address, arrived)
    async with asyncio.timeout(5):
        transports = await asyncio.gather(*[connect(address, Client) for _ in range(40)])
    await until(lambda: len(there) == 40)
    for transport in transports:
        transport.close()
    async with asyncio.timeout(5):
        for client in there:
            await client.ended.wait()
    await listener.close()


async def test_a_closed_listener_is_gone_and_can_come_back(address: str) -> None:
    listener = await serve(address, Client)
    await listener.close()
    with pytest.raises(FileNotFoundError):
        await connect(address, Client)
    await (await serve(address, Client)).close()
