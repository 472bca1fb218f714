"""Registries behind the proxy that the environment names."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from yarl import URL

from davit_engine.images.credentials import Credentials
from davit_engine.images.endpoints import proxy_for
from davit_engine.images.reference import parse_reference
from davit_engine.images.repository import Repository

ANSWER = b'{"name": "x", "tags": ["1", "2"]}'


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """The first lines of the requests that come through."""
    lines: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        lines.append(head.split(b"\r\n")[0].decode())
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n")
        writer.write(f"Content-Length: {len(ANSWER)}\r\n\r\n".encode() + ANSWER)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    async with server:
        yield lines


async def test_a_registry_is_asked_through_the_proxy(make_engine, proxy) -> None:
    engine = await make_engine(insecure_registries=("registry.invalid:5000",))
    reference = parse_reference("registry.invalid:5000/x")
    repository = Repository(engine.images._registry, reference, Credentials())
    assert await repository.tags() == ["1", "2"]
    assert proxy == [
        "GET http://registry.invalid:5000/v2/ HTTP/1.1",
        "GET http://registry.invalid:5000/v2/x/tags/list HTTP/1.1",
    ]


@pytest.mark.parametrize(
    ("address", "through"),
    [
        ("http://registry.example/v2/", True),
        ("http://127.0.0.1:5000/v2/", False),
        ("http://localhost:5000/v2/", False),
        ("http://inside.example/v2/", False),
        ("https://registry.example/v2/", False),
    ],
)
def test_loopback_and_exceptions_are_asked_directly(
    monkeypatch: pytest.MonkeyPatch, address: str, through: bool
) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", "http://proxy:3128")
    monkeypatch.setenv("no_proxy", "inside.example")
    assert proxy_for(URL(address)) == ("http://proxy:3128" if through else None)
