"""The proof on both sides, and connections that wait ready."""

import asyncio
import secrets

import pytest

from davit_vm.endpoint.gate import GREETING, Gate, client_proof, server_proof
from davit_vm.errors import Unreachable
from fakes.waiting import until


async def test_a_proven_connection_carries_bytes(engine, key: bytes) -> None:
    async with Gate(key, warm=0) as gate:
        gate.lead_to(engine.address)
        connection = await gate.connect()
        reader, writer = await asyncio.open_connection(sock=connection)
        writer.write(b"hello")
        assert await reader.readexactly(5) == b"hello"
        writer.write_eof()
        assert await reader.read() == b""
        writer.close()


async def test_a_wrong_key_gets_nowhere(engine) -> None:
    async with Gate(secrets.token_bytes(32), warm=0) as gate:
        gate.lead_to(engine.address)
        with pytest.raises(Unreachable, match="closed the connection"):
            await gate.connect()
    assert engine.proven == 0


async def test_a_server_that_does_not_know_the_key_is_told_nothing(key: bytes) -> None:
    received = bytearray()

    async def impostor(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(GREETING + secrets.token_bytes(32))
        received.extend(await reader.readexactly(64))
        writer.write(secrets.token_bytes(32))
        received.extend(await reader.read())
        writer.close()

    server = await asyncio.start_server(impostor, "127.0.0.1", 0)
    async with Gate(key, warm=0) as gate:
        gate.lead_to(server.sockets[0].getsockname())
        with pytest.raises(Unreachable, match="does not know the machine's key"):
            await gate.connect()
    await until(lambda: len(received) >= 64)
    assert len(received) == 64
    server.close()


async def test_another_program_on_the_port_is_recognised(key: bytes) -> None:
    async def web_server(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await reader.read()
        writer.close()

    server = await asyncio.start_server(web_server, "127.0.0.1", 0)
    async with Gate(key, warm=0) as gate:
        gate.lead_to(server.sockets[0].getsockname())
        with pytest.raises(Unreachable, match="something else answers"):
            await gate.connect()
    server.close()


def test_the_proofs_differ_by_role_and_by_nonce() -> None:
    key, one, other = (bytes([number]) * 32 for number in (1, 2, 3))
    proofs = {
        client_proof(key, one, other),
        client_proof(key, other, one),
        server_proof(key, one, other),
        server_proof(key, other, one),
    }
    assert len(proofs) == 4


async def test_without_a_machine_it_says_so(key: bytes) -> None:
    async with Gate(key) as gate:
        with pytest.raises(Unreachable, match="not running"):
            await gate.connect()


async def test_warm_connections_are_made_ahead_and_replaced(engine, key: bytes) -> None:
    async with Gate(key, warm=3) as gate:
        gate.lead_to(engine.address)
        await until(lambda: engine.proven == 3)
        connection = await gate.connect()
        await until(lambda: engine.proven == 4)
        connection.close()


async def test_a_warm_connection_that_the_engine_closed_is_not_handed_out(
    engine, key: bytes
) -> None:
    async with Gate(key, warm=2) as gate:
        gate.lead_to(engine.address)
        await until(lambda: engine.proven == 2)
        for writer in engine.writers:
            writer.transport.abort()
            await writer.wait_closed()
        connection = await gate.connect()
        reader, writer = await asyncio.open_connection(sock=connection)
        writer.write(b"alive")
        assert await reader.readexactly(5) == b"alive"
        writer.close()


async def test_connections_to_the_former_machine_are_dropped(engine, key: bytes) -> None:
    async with Gate(key, warm=2) as gate:
        gate.lead_to(engine.address)
        await until(lambda: engine.proven == 2)
        gate.lead_to(None)
        with pytest.raises(Unreachable):
            await gate.connect()


async def test_warm_connections_come_once_the_engine_listens(engine, key: bytes) -> None:
    async with Gate(key, warm=1) as gate:
        await engine.stop()
        gate.lead_to(engine.address)
        await asyncio.sleep(0)
        await engine.start()
        await until(lambda: engine.proven == 1)
