"""A gate as the engine has it, in front of a server that the test writes."""

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from davit_vm.endpoint.gate import GREETING, client_proof, server_proof

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class GateServer:
    """Proves, then lets `serve` have the connection."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.serve: Serve = echo
        self.proven = 0
        self.writers: list[asyncio.StreamWriter] = []
        self._server: asyncio.Server | None = None
        self.address = ("127.0.0.1", 0)

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._handle, *self.address, limit=2**20)
        self.address = self._server.sockets[0].getsockname()

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            for writer in self.writers:
                writer.transport.abort()
            await self._server.wait_closed()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        nonce = secrets.token_bytes(32)
        writer.write(GREETING + nonce)
        try:
            answer = await reader.readexactly(64)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()
            return
        if not hmac.compare_digest(answer[32:], client_proof(self.key, nonce, answer[:32])):
            writer.close()
            return
        writer.write(server_proof(self.key, nonce, answer[:32]))
        self.proven += 1
        try:
            await self.serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(2**18):
        writer.write(piece)
        await writer.drain()
    writer.write_eof()


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
async def engine(key: bytes) -> AsyncIterator[GateServer]:
    server = GateServer(key)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def socket_path(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder / "docker.sock"
