"""A registry that misbehaves on demand: it cuts off, lies, stalls, refuses and redirects."""

import asyncio
import json
import ssl
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from fakes.sample_image import SampleImage, digest_of


@dataclass(frozen=True)
class Fault:
    """What happens instead of the right answer; `after` bytes of the body have been sent then."""

    kind: str
    """truncate, reset, stall, short, tamper, longer, whole, status or redirect."""
    after: int = 0
    status: int = 500
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class FaultyRegistry:
    """Serves manifests by `repository:target` and blobs by digest; faults are used up in order."""

    manifests: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    """By the last part of the path: a digest, a tag, `v2/` or `token`."""
    requests: list[Request] = field(default_factory=list)
    address: str = ""
    token: str = ""
    """When set, requests need this bearer token."""
    realm: str = ""
    basic: str = ""
    """When set, the Authorization header that the token server wants."""
    gate: asyncio.Event | None = None
    """When set, the blobs in `gated` wait for it after half of their bytes."""
    gated: set[str] = field(default_factory=set)

    def add(self, repository: str, tag: str, image: SampleImage) -> None:
        self.blobs |= image.blobs
        for target in (tag, image.digest):
            self.manifests[f"{repository}:{target}"] = image.manifest, image.media_type

    def add_manifest(self, repository: str, target: str, raw: bytes, media_type: str) -> None:
        for name in (target, digest_of(raw)):
            self.manifests[f"{repository}:{name}"] = raw, media_type

    def asked_for(self, part: str) -> list[Request]:
        return [request for request in self.requests if part in request.path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readexactly(1)
        if head == b"\x16":
            # A TLS handshake, to which Go's plain server says this.
            writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request")
            await writer.drain()
            return False
        head += await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        method, path, _ = first.split(" ")
        headers = dict(line.split(": ", 1) for line in lines if line)
        body = await reader.readexactly(int(headers.get("Content-Length", 0)))
        request = Request(method, path, headers, body)
        self.requests.append(request)
        return await self._answer(request, writer)

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        url = urlsplit(request.path)
        key = "v2/" if url.path == "/v2/" else url.path.rsplit("/", 1)[-1]
        fault = self.faults[key].popleft() if self.faults[key] else None
        if fault is not None and fault.kind in ("status", "redirect"):
            return await self._send(writer, fault.status, fault.body, fault.headers)
        if url.path == "/token":
            if self.basic and request.headers.get("Authorization") != self.basic:
                return await self._send(writer, 401, b"{}")
            return await self._send(writer, 200, json.dumps({"token": self.token}).encode())
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            realm = self.realm or f"http://{self.address}/token"
            challenge = f'Bearer realm="{realm}",service="fake",scope="repository:x:pull"'
            return await self._send(writer, 401, b"", (("WWW-Authenticate", challenge),))
        if url.path == "/v2/":
            return await self._send(writer, 200, b"{}")
        repository, _, rest = url.path.removeprefix("/v2/").rpartition("/")
        repository, _, kind = repository.rpartition("/")
        if kind == "manifests":
            raw, media_type = self.manifests.get(f"{repository}:{rest}", (b"", ""))
            if not raw:
                return await self._send(writer, 404, b"")
            if fault is not None and fault.kind == "tamper":
                raw = raw.replace(b"2", b"3", 1)
            return await self._send(writer, 200, raw, (("Content-Type", media_type),))
        blob = self.blobs.get(rest)
        if blob is None or kind != "blobs":
            return await self._send(writer, 404, b"")
        return await self._blob(request, writer, blob, fault)

    async def _blob(
        self, request: Request, writer: asyncio.StreamWriter, blob: bytes, fault: Fault | None
    ) -> bool:
        start = int(request.headers.get("Range", "bytes=0-")[6:-1])
        kind = fault.kind if fault is not None else ""
        status, headers = 200, [("Content-Length", str(len(blob)))]
        if start and kind != "whole":
            if start >= len(blob):
                return await self._send(writer, 416, b"")
            status = 206
            headers = [
                ("Content-Length", str(len(blob) - start)),
                ("Content-Range", f"bytes {start}-{len(blob) - 1}/{len(blob)}"),
            ]
            blob = blob[start:]
        if kind == "longer":
            blob += b"more"
            headers = [("Content-Length", str(len(blob)))]
        if kind == "tamper":
            middle = len(blob) // 2
            blob = blob[:middle] + bytes([blob[middle] ^ 1]) + blob[middle + 1 :]
        if kind == "short":
            assert fault is not None
            blob = blob[: fault.after]
            headers[0] = ("Content-Length", str(len(blob)))
        writer.write(_head(status, headers))
        if fault is not None and kind in ("truncate", "reset", "stall"):
            writer.write(blob[: fault.after])
            await writer.drain()
            if kind == "stall":
                await asyncio.Event().wait()
            if kind == "reset":
                writer.transport.abort()
            return False
        if self.gate is not None and digest_of(blob) in self.gated:
            writer.write(blob[: len(blob) // 2])
            await writer.drain()
            await self.gate.wait()
            blob = blob[len(blob) // 2 :]
        writer.write(blob)
        await writer.drain()
        return True

    async def _send(
        self,
        writer: asyncio.StreamWriter,
        status: int,
        body: bytes,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> bool:
        writer.write(_head(status, [*headers, ("Content-Length", str(len(body)))]) + body)
        await writer.drain()
        return True


def _head(status: int, headers: list[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {status} Status\r\n{lines}\r\n".encode()


def token_query(request: Request) -> dict[str, list[str]]:
    return parse_qs(urlsplit(request.path).query)


@asynccontextmanager
async def faulty_registry(tls: ssl.SSLContext | None = None) -> AsyncIterator[FaultyRegistry]:
    registry = FaultyRegistry()
    tasks: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(registry.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    registry.address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield registry
    finally:
        server.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
