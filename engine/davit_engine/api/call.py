"""One request as the handlers see it, and the plain answers they give."""

import asyncio
import base64
import logging
import os
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import unquote_plus, unquote_to_bytes

from aiohttp import web

from davit_engine.api import wire
from davit_engine.api.engine import Engine
from davit_engine.errors import InvalidParameter
from davit_engine.lookup import Filters, parse_filters, parse_time

T = TypeVar("T")

log = logging.getLogger(__name__)

JSON_LIMIT: Final = 4 * 1024 * 1024
"""Bytes of the largest JSON body."""

BODY_SECONDS: Final = 60.0
"""How long a client may pause within a JSON body."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request that found its route."""

    engine: Engine
    request: web.Request
    version: tuple[int, int]
    """The API version it speaks."""
    path: Mapping[str, str]
    """The variable parts of its path, decoded."""
    work: "Work"
    headers: Mapping[str, str]
    """What every answer carries."""
    others: Callable[[], list[str]]
    """The paths of the requests that are being answered beside this one, without version."""

    @property
    def name(self) -> str:
        return self.path["name"]

    def text(self, key: str, default: str = "") -> str:
        value = self.request.query.get(key, default)
        if "\0" in value:
            raise InvalidParameter(f"query parameter {key}: a NUL character is not allowed")
        return value

    def path_text(self, key: str) -> str:
        """A path of Linux, which need not be UTF-8; as os.fsdecode spells it. Required."""
        for pair in self.request.rel_url.raw_query_string.split("&"):
            name, _, value = pair.partition("=")
            if unquote_plus(name) == key and value:
                text = os.fsdecode(unquote_to_bytes(value.replace("+", " ")))
                if "\0" in text:
                    raise InvalidParameter(f"query parameter {key}: a NUL character is not allowed")
                return text
        raise InvalidParameter(f"bad parameter: {key} cannot be empty")

    def texts(self, key: str) -> list[str]:
        return list(self.request.query.getall(key, []))

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes-or-no parameter as Docker reads it: everything but these words is a yes."""
        if key not in self.request.query:
            return default
        return self.request.query[key].strip().lower() not in {"", "0", "no", "false", "none"}

    def integer(self, key: str) -> int | None:
        """None when it is not given. Raises InvalidParameter."""
        raw = self.request.query.get(key, "")
        if not raw:
            return None
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", raw):
            raise InvalidParameter(
                f"invalid query parameter {key}={raw!r}: expected a whole number"
            )
        return int(raw)

    def number(self, key: str) -> int:
        """As `integer`, and required."""
        value = self.integer(key)
        if value is None:
            raise InvalidParameter(f"query parameter {key} is missing: expected a whole number")
        return value

    def time(self, key: str) -> int | None:
        """Nanoseconds since the epoch. Raises InvalidParameter."""
        raw = self.request.query.get(key, "")
        return parse_time(raw, time.time_ns()) if raw else None

    def filters(self, allowed: Collection[str]) -> Filters:
        return parse_filters(self.request.query.get("filters"), allowed)

    async def body(self, kind: type[T], *, required: bool = False, typed: bool = True) -> T:
        """The JSON body as a record; the record's defaults when there is none and none is required.

        Raises InvalidParameter for another content type (if it must be `typed`), too large a body,
        and what `wire.decode` refuses.
        """
        if typed:
            check_content_type(self.request)
        raw = await read_body(self.request)
        if not raw.strip() and not required:
            return kind()
        return wire.decode(raw, kind)

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes in, with back-pressure."""
        async for chunk in self.request.content.iter_any():
            if chunk:
                yield chunk

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a change to its end even when the client goes away before."""
        return await self.work.finish(work)


Handler = Callable[[Call], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Route:
    """`path` holds {name} for a variable part, which may contain slashes."""

    method: str
    path: str
    handler: Handler


class Work:
    """Changes that outlive the request that asked for them; waited for when the server closes."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(_log_failure)
            raise

    async def aclose(self, timeout: float) -> None:
        """Wait for all of them, but no longer than `timeout` seconds; then cancel the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _log_failure(task: "asyncio.Task[Any]") -> None:
    """Nobody else will hear of it: the client has gone."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.warning("what a client that went away had asked for failed: %s", error)


def answer(value: object, status: int = 200) -> web.Response:
    """A JSON answer."""
    return web.Response(
        status=status, body=wire.encode(value), headers={"Content-Type": "application/json"}
    )


def empty(status: int = 204) -> web.Response:
    return web.Response(status=status)


def check_content_type(request: web.Request) -> None:
    """Docker's rule for JSON bodies. Raises InvalidParameter."""
    raw = request.headers.get("Content-Type", "")
    if not raw and not request.body_exists:
        return
    media_type = raw.partition(";")[0].strip().lower()
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type):
        if not request.body_exists:
            return
        raise InvalidParameter(f"malformed Content-Type header ({raw}): mime: no media type")
    if media_type != "application/json" and request.body_exists:
        raise InvalidParameter(
            f"unsupported Content-Type header ({raw}): must be 'application/json'"
        )


async def read_body(request: web.Request, limit: int = JSON_LIMIT) -> bytes:
    """The whole body. Raises InvalidParameter when it is too large or stalls."""
    body = bytearray()
    while True:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                chunk = await request.content.readany()
        except TimeoutError as error:
            raise InvalidParameter(
                f"the request body stopped arriving for {BODY_SECONDS:.0f} seconds"
            ) from error
        if not chunk:
            return bytes(body)
        body += chunk
        if len(body) > limit:
            raise InvalidParameter(f"the request body is larger than {limit // 1024 // 1024} MiB")


def path_stat_header(value: object) -> str:
    """X-Docker-Container-Path-Stat: base64 of JSON."""
    return base64.b64encode(wire.encode(value).rstrip(b"\n")).decode()
