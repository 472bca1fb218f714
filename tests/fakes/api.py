"""Clients for a listening API, and the fakes behind it."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

from davit_engine.api.server import Listening
from davit_engine.events import EventBus
from fakes.services import Containers, Images


class Api:
    """A listening API, the fakes behind it, and clients for it."""

    def __init__(self, socket: Path, listening: Listening, engine: Any) -> None:
        self.socket = socket
        self.listening = listening
        self.containers: Containers = engine.containers
        self.images: Images = engine.images
        self.events: EventBus = engine.events
        self.session = aiohttp.ClientSession(
            base_url="http://localhost",
            connector=aiohttp.UnixConnector(path=str(socket), limit=0),
            auto_decompress=False,
        )

    async def request(self, method: str, path: str, **options: Any) -> "Reply":
        async with self.session.request(method, path, **options) as response:
            return Reply(response, await response.read())

    async def post(self, path: str, body: Any = None, **options: Any) -> "Reply":
        if body is not None:
            options["json"] = body
        return await self.request("POST", path, **options)

    async def get(self, path: str, **options: Any) -> "Reply":
        return await self.request("GET", path, **options)

    async def raw(self, text: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection of its own on which a request has been written."""
        reader, writer = await asyncio.open_unix_connection(str(self.socket))
        writer.write(text.replace("\n", "\r\n").encode())
        return reader, writer


class Reply:
    def __init__(self, response: aiohttp.ClientResponse, body: bytes) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = body
        self._response = response

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def message(self) -> str:
        return str(self.json()["message"])


async def eventually(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Give the loop time until the condition holds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - asks, as nobody tells
            await asyncio.sleep(0.005)
