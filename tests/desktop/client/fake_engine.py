"""A server on a real Unix socket that says, byte for byte, what a test wants said."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """A request that arrived, and the connection it came on."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def json(self) -> object:
        return json.loads(self.body)

    async def answer(self, status: int, body: object, **headers: str) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        await self.begin(status, **{"Content-Length": str(len(data)), **headers})
        await self.say(data)

    async def begin(self, status: int, **headers: str) -> None:
        lines = [
            f"HTTP/1.1 {status} X",
            *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items()),
        ]
        await self.say("\r\n".join([*lines, "", ""]).encode())

    async def chunk(self, data: bytes) -> None:
        await self.say(b"%x\r\n%s\r\n" % (len(data), data))

    async def say(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Handler = Callable[[Asked], Awaitable[None]]


@dataclass
class FakeEngine:
    """Answers `/_ping`, and every other path (without its version) by the handler set for it."""

    path: Path
    api: str = "1.45"
    handlers: dict[str, Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    open: int = 0

    @property
    def host(self) -> str:
        return f"unix://{self.path}"

    def on(self, route: str, status: int, body: object) -> None:
        async def handler(asked: Asked) -> None:
            await asked.answer(status, body)

        self.handlers[route] = handler

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            return  # the client hung up, as a test may want it to
        finally:
            self.open -= 1
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, target, _ = head[0].split(" ")
        headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in head[1:] if line)}
        body = b""
        if headers.get("transfer-encoding") == "chunked":
            while size := int(await reader.readline(), 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        elif "content-length" in headers:
            body = await reader.readexactly(int(headers["content-length"]))
        parts = urlsplit(target)
        asked = Asked(method, parts.path, parse_qs(parts.query), headers, body, reader, writer)
        self.asked.append(asked)
        if parts.path == "/_ping":
            body = b"" if method == "HEAD" else b"OK"
            await asked.answer(200, body, **({"Api-Version": self.api} if self.api else {}))
            return True
        route = parts.path.split("/", 2)[2]
        handler = self.handlers.get(f"{method} /{route}")
        if handler is None:
            await asked.answer(404, {"message": f"page not found: {route}"})
            return True
        await handler(asked)
        return not writer.is_closing()


@asynccontextmanager
async def serving() -> AsyncIterator[FakeEngine]:
    """A fake engine that listens while inside."""
    # Short, because the path of a Unix socket may not be long.
    folder = Path(tempfile.mkdtemp(prefix="dv"))
    fake = FakeEngine(folder / "e.sock")
    server = await asyncio.start_unix_server(fake.serve, str(fake.path))
    try:
        yield fake
    finally:
        server.close()
        for asked in fake.asked:
            asked.writer.close()
        await server.wait_closed()
        shutil.rmtree(folder)
