"""Ask a published port whether anything answers behind it."""

import asyncio
import os
import ssl
import time
from enum import StrEnum

import msgspec

_CONNECT = 1.5  # seconds until an address counts as silent
_LINGER = 0.3  # seconds in which a forward to nowhere hangs up


class Answer(StrEnum):
    """What a connection met."""

    OPEN = "open"
    CLOSED_AT_ONCE = "closed at once"
    REFUSED = "refused"
    SILENT = "silent"


class Probe(msgspec.Struct, frozen=True, kw_only=True):
    """The answer, and the milliseconds until the connection stood."""

    answer: Answer
    milliseconds: float = 0.0
    detail: str = ""


async def probe(host: str, port: int) -> Probe:
    """Connect, send nothing, and see whether the other side keeps the connection.

    A forward to a port nobody listens on accepts and hangs up; a server waits for a request.
    """
    began = time.monotonic()
    try:
        async with asyncio.timeout(_CONNECT):
            reader, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        return Probe(answer=Answer.SILENT)
    except OSError as error:
        return Probe(
            answer=Answer.REFUSED, detail=os.strerror(error.errno) if error.errno else str(error)
        )
    took = (time.monotonic() - began) * 1000
    try:
        async with asyncio.timeout(_LINGER):
            first = await reader.read(1)
    except TimeoutError:
        return Probe(answer=Answer.OPEN, milliseconds=took)
    except OSError:
        return Probe(answer=Answer.CLOSED_AT_ONCE, milliseconds=took)
    finally:
        await _close(writer)
    return Probe(answer=Answer.OPEN if first else Answer.CLOSED_AT_ONCE, milliseconds=took)


async def speaks_tls(host: str, port: int) -> bool:
    """Whether a TLS handshake succeeds; the certificate is not judged, only looked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        async with asyncio.timeout(_CONNECT):
            _, writer = await asyncio.open_connection(host, port, ssl=context)
    except (OSError, TimeoutError):  # SSLError is an OSError
        return False
    await _close(writer)
    return True


async def wait_for_answer(host: str, port: int, within: float) -> bool:
    """Whether a server answers on the port before `within` seconds have passed."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if (await probe(host, port)).answer is Answer.OPEN:
            return True
        await asyncio.sleep(0.1)
    return False


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    try:
        async with asyncio.timeout(_LINGER):
            await writer.wait_closed()
    except (OSError, TimeoutError):
        writer.transport.abort()
