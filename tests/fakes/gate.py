"""The engine's gate, with as much of an engine behind it as the supervisor asks for."""

import asyncio
import contextlib
import hmac
import json
import secrets
from collections.abc import AsyncIterator

from typing_extensions import override

from davit_vm.endpoint.gate import GREETING, Gate, client_proof, server_proof


class FakeEngine:
    """Answers GET requests with `answers`; `asked` are the paths."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.asked: list[str] = []
        self.answers: dict[str, bytes] = {
            "/_ping": b"OK",
            "/version": b'{"Version":"0.1.0"}',
            "/davit/v1/idle": b'{"idle":true,"running":0,"busy":0,"watching":1}',
        }
        self.silent = False
        self.events: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self.address = ("127.0.0.1", 0)

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator["FakeEngine"]:
        tasks: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            tasks.add(asyncio.create_task(self._handle(reader, writer)))

        server = await asyncio.start_server(accept, *self.address)
        self.address = server.sockets[0].getsockname()
        try:
            yield self
        finally:
            server.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonce = secrets.token_bytes(32)
        writer.write(GREETING + nonce)
        try:
            proof = await reader.readexactly(64)
            assert hmac.compare_digest(proof[32:], client_proof(self.key, nonce, proof[:32]))
            writer.write(server_proof(self.key, nonce, proof[:32]))
            head = await reader.readuntil(b"\r\n\r\n")
            answer = asyncio.create_task(self._respond(head.split()[1].decode(), writer))
            gone = asyncio.create_task(reader.read())
            try:
                await asyncio.wait((answer, gone), return_when=asyncio.FIRST_COMPLETED)
            finally:
                answer.cancel()
                gone.cancel()
                await asyncio.gather(answer, gone, return_exceptions=True)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _respond(self, path: str, writer: asyncio.StreamWriter) -> None:
        self.asked.append(path)
        if self.silent:
            await asyncio.Event().wait()
        if path == "/events":
            writer.write(b"HTTP/1.0 200 OK\r\n\r\n")
            while True:
                writer.write(json.dumps(await self.events.get()).encode() + b"\n")
                await writer.drain()
        body = self.answers.get(path)
        writer.write(b"HTTP/1.0 404 Not Found\r\n\r\n" if body is None else _good(body))
        await writer.drain()


class GateTo(Gate):
    """Leads to a fake engine whenever it leads anywhere."""

    def __init__(self, engine: FakeEngine) -> None:
        super().__init__(engine.key, warm=1)
        self._engine = engine

    @override
    def lead_to(self, address: tuple[str, int] | None) -> None:
        super().lead_to(self._engine.address if address else None)


def _good(body: bytes) -> bytes:
    return b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body
