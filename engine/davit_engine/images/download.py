"""Fetch a file from an address that a person gave: `docker import http://…`."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

import aiohttp
from yarl import URL

from davit_engine.errors import (
    EngineError,
    Forbidden,
    InvalidParameter,
    NotFound,
    Unauthorized,
    Unavailable,
)
from davit_engine.images.endpoints import Endpoint, forbidden_target
from davit_engine.images.pull import REPORT_INTERVAL
from davit_engine.images.records import Progress
from davit_engine.images.registry import Registry

Report = Callable[[Progress], None]

_REDIRECTS_MAX: Final = 10
_ERRORS: Final = {400: InvalidParameter, 401: Unauthorized, 403: Forbidden, 404: NotFound}


@asynccontextmanager
async def download(
    registry: Registry, address: str, report: Report
) -> AsyncIterator[AsyncIterator[bytes]]:
    """The file's bytes, with Docker's progress; redirects are followed.

    Raises InvalidParameter for an address that is none, and what the server's status means.
    """
    url = parse_address(address)
    async with AsyncExitStack() as stack:
        for _ in range(_REDIRECTS_MAX):
            response = await stack.enter_async_context(
                registry.request("GET", Endpoint(base=url.origin()), url, {})
            )
            location = response.headers.get("Location", "")
            if not (300 <= response.status < 400 and location):
                break
            url = parse_address(str(url.join(URL(location, encoded=True))))
        else:
            raise InvalidParameter(f"{address} leads to more than {_REDIRECTS_MAX} redirects")
        if response.status >= 300:
            raise await _refused(address, response)
        report(Progress(status=f"Downloading from {address}"))
        yield _chunks(response, report)


def parse_address(text: str) -> URL:
    """An address as a person types it; without a scheme it is HTTP. Raises InvalidParameter."""
    try:
        url = URL(text if "://" in text else f"http://{text}")
        reason = forbidden_target(url)
    except ValueError as error:
        raise InvalidParameter(f"{text[:200]!r} is not an address on the web: {error}") from error
    if reason:
        raise InvalidParameter(f"{text[:200]!r} is not fetched: {reason}")
    return url


async def _refused(address: str, response: aiohttp.ClientResponse) -> EngineError:
    said = (await response.content.read(2048)).decode("utf-8", "replace").strip()
    kind = _ERRORS.get(response.status, Unavailable)
    return kind(
        f"failed to GET {address} with status {response.status} {response.reason}: {said[:512]}"
    )


async def _chunks(response: aiohttp.ClientResponse, report: Report) -> AsyncIterator[bytes]:
    done, shown = 0, 0.0
    async for chunk in response.content.iter_any():
        done += len(chunk)
        if time.monotonic() >= shown:
            shown = time.monotonic() + REPORT_INTERVAL
            report(Progress(status="Importing", current=done, total=response.content_length))
        yield chunk
