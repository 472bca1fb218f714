"""The gate as both packages have it: the vm's client at the engine's server."""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typing_extensions import override

from davit_engine.api import gate as engine_gate
from davit_vm.endpoint import gate as vm_gate
from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.relay import Endpoint
from davit_vm.errors import Unreachable
from fakes.waiting import until


class Echo(asyncio.Protocol):
    """What the engine serves behind its gate."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    @override
    def data_received(self, data: bytes) -> None:
        self._transport.write(data)

    @override
    def eof_received(self) -> bool:
        self._transport.write_eof()
        return True


class Server:
    def __init__(self, key: bytes) -> None:
        self.admitted = 0
        self.transports: list[asyncio.Transport] = []
        self.listener = engine_gate.bind("127.0.0.1:0")
        self.address: tuple[str, int] = self.listener.getsockname()
        self.gate = engine_gate.Gate(key, self._admit)

    def _admit(self, transport: asyncio.Transport) -> None:
        self.admitted += 1
        self.transports.append(transport)
        transport.set_protocol(Echo(transport))


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
async def server(key: bytes) -> AsyncIterator[Server]:
    server = Server(key)
    await server.gate.start(server.listener)
    yield server
    server.gate.close()
    for transport in server.transports:
        transport.abort()
    await asyncio.sleep(0)


def test_both_sides_compute_the_same_proofs(key: bytes) -> None:
    server_nonce, client_nonce = secrets.token_bytes(32), secrets.token_bytes(32)
    assert vm_gate.GREETING == engine_gate.GREETING
    for name in ("client_proof", "server_proof"):
        assert getattr(vm_gate, name)(key, server_nonce, client_nonce) == getattr(
            engine_gate, name
        )(key, server_nonce, client_nonce)


async def test_who_has_the_key_is_admitted(server: Server, key: bytes) -> None:
    async with Gate(key, warm=0) as gate:
        gate.lead_to(server.address)
        connection = await gate.connect()
        reader, writer = await asyncio.open_connection(sock=connection)
        writer.write(b"hello")
        writer.write_eof()
        assert await reader.read() == b"hello"
        writer.close()


async def test_who_has_another_key_is_not(server: Server) -> None:
    async with Gate(secrets.token_bytes(32), warm=0) as gate:
        gate.lead_to(server.address)
        with pytest.raises(Unreachable):
            await gate.connect()
    assert server.admitted == 0


async def test_a_server_with_another_key_is_not_believed(key: bytes) -> None:
    server = Server(secrets.token_bytes(32))
    await server.gate.start(server.listener)
    async with Gate(key, warm=0) as gate:
        gate.lead_to(server.address)
        with pytest.raises(Unreachable):
            await gate.connect()
    server.gate.close()


async def test_through_the_endpoint_to_the_engine(
    server: Server, key: bytes, tmp_path: Path
) -> None:
    async def wake() -> None:
        pass

    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    async with Gate(key) as gate:
        gate.lead_to(server.address)
        await until(lambda: server.admitted == 4)
        async with Endpoint(f"unix://{folder}/docker.sock", gate, wake):
            sent = secrets.token_bytes(1_000_000)
            reader, writer = await asyncio.open_unix_connection(folder / "docker.sock")

            async def send() -> None:
                writer.write(sent)
                await writer.drain()
                writer.write_eof()

            async with asyncio.TaskGroup() as group:
                group.create_task(send())
                assert await reader.read() == sent
            writer.close()


async def test_strangers_do_not_keep_the_client_out(server: Server, key: bytes) -> None:
    strangers = [socket.create_connection(server.address) for _ in range(60)]
    async with Gate(key, warm=0) as gate:
        gate.lead_to(server.address)
        connection = await gate.connect()
        connection.close()
    for stranger in strangers:
        stranger.close()
