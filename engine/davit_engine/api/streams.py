"""Hijacked connections, multiplexed output, progress lines: answers that take their time."""

import asyncio
import fcntl
import logging
import select
import struct
import sys
import termios
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.web_protocol import RequestHandler
from aiohttp.web_request import BaseRequest
from typing_extensions import override

from davit_engine.api import convert, wire
from davit_engine.api.call import Call
from davit_engine.containers.attachment import Attachment
from davit_engine.containers.log_records import Batch
from davit_engine.errors import EngineError, InvalidParameter
from davit_engine.images.records import Progress

T = TypeVar("T")

log = logging.getLogger(__name__)

RAW: Final = "application/vnd.docker.raw-stream"
MULTIPLEXED: Final = "application/vnd.docker.multiplexed-stream"

READ_SIZE: Final = 64 * 1024

VANISHED_SECONDS: Final = 10.0
"""How long a process may take to read what a client sent that has hung up since."""

HEAD_SECONDS: Final = 2.0
"""How long output waits for a client that has not read the head of its answer."""

LOOK: Final = 0.002
"""Seconds between two looks whether it has."""

DEFAULT_DETACH_KEYS: Final = b"\x10\x11"
"""ctrl-p ctrl-q"""


def frame(stream: int, data: bytes) -> bytes:
    """One piece of output as Docker multiplexes it: stream, three zeros, big-endian length."""
    return _head(stream, len(data)) + data


_head: Final = struct.Struct(">BxxxL").pack

STREAM_ERROR: Final = 3
"""The stream of a frame that tells the client of an error, after which nothing follows."""


def parse_detach_keys(text: str) -> bytes:
    """The bytes meant by "ctrl-p,ctrl-q" or "a,ctrl-x". Raises InvalidParameter."""
    if not text:
        return DEFAULT_DETACH_KEYS
    keys = bytearray()
    for word in text.split(","):
        control = word.removeprefix("ctrl-")
        if len(word) == 1 and word.isascii():
            keys += word.encode()
        elif word != control and len(control) == 1 and control in _CONTROL:
            keys.append(_CONTROL[control])
        else:
            raise InvalidParameter(f"Invalid detach keys ({text}) provided")
    return bytes(keys)


_CONTROL: Final = {chr(ord("a") + index): index + 1 for index in range(26)} | {
    "@": 0,
    "[": 27,
    "\\": 28,
    "]": 29,
    "^": 30,
    "_": 31,
}


class DetachFilter:
    """Finds the detach keys in what is typed, over any split into reads."""

    def __init__(self, keys: bytes) -> None:
        self._keys = keys
        self._held = b""

    def feed(self, data: bytes) -> tuple[bytes, bool]:
        """What to pass on, and whether the keys were seen; what may begin them is held back."""
        data = self._held + data
        self._held = b""
        found = data.find(self._keys)
        if found >= 0:
            return data[:found], True
        for length in range(min(len(self._keys) - 1, len(data)), 0, -1):
            if data.endswith(self._keys[:length]):
                self._held = data[-length:]
                return data[:-length], False
        return data, False


class Taken(web.StreamResponse):
    """Tells aiohttp that the connection is no longer its own."""

    def __init__(self) -> None:
        super().__init__()
        self.force_close()

    @override
    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        return None

    @override
    async def write_eof(self, data: bytes = b"") -> None:
        return None


class _Protocol(asyncio.StreamReaderProtocol):
    """Keeps the transport open after the client's end of stream, and tells aiohttp of the end."""

    def __init__(self, reader: asyncio.StreamReader, http: RequestHandler) -> None:
        super().__init__(reader)
        self._http = http

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._http.connection_lost(exc)


class Hijack:
    """A connection taken over from HTTP: bytes both ways, half-closed by the client at will.

    A client must wait for the head before it sends input, as Docker's do: aiohttp drops what comes
    with the request.
    """

    def __init__(self, request: web.Request, head: bytes) -> None:
        http = request.protocol
        transport = request.transport
        if transport is None:
            raise ConnectionResetError("the client went away")
        self.gone = asyncio.Event()
        """Set when the client has hung up for good, not only ended its input."""
        self.reader = asyncio.StreamReader(READ_SIZE)
        protocol = _Protocol(self.reader, http)
        protocol.connection_made(transport)
        transport.set_protocol(protocol)
        transport.resume_reading()
        self._writer = asyncio.StreamWriter(
            transport, protocol, self.reader, asyncio.get_running_loop()
        )
        self._watch(transport)
        self._writer.write(head)
        self._heard = False

    def _watch(self, transport: asyncio.BaseTransport) -> None:
        """A hang-up looks like an end of input to recv; only poll tells them apart."""
        self._poll = select.epoll()
        self._poll.register(transport.get_extra_info("socket").fileno(), select.EPOLLHUP)
        asyncio.get_running_loop().add_reader(self._poll.fileno(), self._hung_up)

    def _hung_up(self) -> None:
        self._unwatch()
        self.gone.set()

    def _unwatch(self) -> None:
        if not self._poll.closed:
            asyncio.get_running_loop().remove_reader(self._poll.fileno())
            self._poll.close()

    async def write(self, data: bytes) -> None:
        if not self._heard:
            await self._head_taken()
        self._writer.write(data)
        await self._writer.drain()

    async def _head_taken(self) -> None:
        """Wait until the client has read the head; some lose what they read together with it."""
        descriptor = self._writer.get_extra_info("socket").fileno()
        latest = time.monotonic() + HEAD_SECONDS
        while not self.gone.is_set() and time.monotonic() < latest:
            if not _unread(descriptor):
                break
            await asyncio.sleep(LOOK)
        self._heard = True

    def close(self) -> None:
        """Send what is left and close. Idempotent."""
        self._unwatch()
        self._writer.close()


def _unread(descriptor: int) -> int:
    """Bytes on their way; over a Unix socket, those that the client has not read (unix(7))."""
    try:
        answer = fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4))
    except OSError:
        return 0
    return int.from_bytes(answer, sys.byteorder)


def wants_upgrade(request: web.Request) -> bool:
    return (
        "upgrade" in request.headers and "upgrade" in request.headers.get("Connection", "").lower()
    )


def _response_head(call: Call, *, terminal: bool) -> bytes:
    upgrade = wants_upgrade(call.request)
    content_type = RAW
    if upgrade and not terminal and call.version >= (1, 42):
        content_type = MULTIPLEXED
    lines = ["HTTP/1.1 101 UPGRADED" if upgrade else "HTTP/1.1 200 OK"]
    lines.append(f"Content-Type: {content_type}")
    if upgrade:
        lines += ["Connection: Upgrade", "Upgrade: tcp"]
    lines += [f"{name}: {value}" for name, value in call.headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def take_over(call: Call, *, terminal: bool) -> Hijack:
    """The connection, with the head of the answer already under way."""
    return Hijack(call.request, _response_head(call, terminal=terminal))


async def carry(
    call: Call,
    hijack: Hijack,
    attachment: Attachment,
    *,
    terminal: bool,
    stdin: bool,
    detach_keys: bytes,
    ended: Callable[[], Awaitable[str]] | None = None,
) -> web.StreamResponse:
    """Join a client with a process until the process ends, the client detaches or hangs up.

    The client sees the end of its stream only after `ended` has returned its last words, so that
    what it asks next is answered with the outcome.
    """
    detaching = DetachFilter(detach_keys) if terminal and stdin else None
    output = asyncio.create_task(_output(hijack, attachment, terminal, ended))
    feed = asyncio.create_task(_input(hijack, attachment if stdin else None, detaching))
    hang_up = asyncio.create_task(_until_hung_up(hijack, feed))
    try:
        waiting: set[asyncio.Task[Any]] = {output, feed, hang_up}
        while not (output.done() or hang_up.done()):
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if feed in waiting and feed.done():
                waiting.discard(feed)
                if feed.exception() is not None or feed.result():
                    break
        if output.done() and (error := output.exception()) is not None:
            log_end(call, error)
    finally:
        await _end(output, feed, hang_up)
        await attachment.aclose()
        hijack.close()
    return Taken()


async def refuse_in_stream(
    hijack: Hijack, error: EngineError, *, terminal: bool
) -> web.StreamResponse:
    """Docker's way to say that an exec could not start: inside the stream that was asked for."""
    try:
        await hijack.write(_words(str(error), terminal=terminal))
    finally:
        hijack.close()
    return Taken()


def _words(text: str, *, terminal: bool) -> bytes:
    line = f"{text}\r\n".encode()
    return line if terminal else frame(1, line)


async def _output(
    hijack: Hijack,
    attachment: Attachment,
    terminal: bool,
    ended: Callable[[], Awaitable[str]] | None,
) -> None:
    try:
        async for stream, data in attachment:
            await hijack.write(data if terminal else frame(stream, data))
    except EngineError as error:
        text = str(error).encode()
        await hijack.write(b"\r\n%b\r\n" % text if terminal else frame(STREAM_ERROR, text))
        raise
    last_words = await ended() if ended is not None else ""
    if last_words:
        await hijack.write(_words(last_words, terminal=terminal))


async def _input(
    hijack: Hijack, attachment: Attachment | None, detaching: DetachFilter | None
) -> bool:
    """Pass on what the client sends; True when it typed the detach keys."""
    while data := await hijack.reader.read(READ_SIZE):
        detached = False
        if detaching is not None:
            data, detached = detaching.feed(data)
        if data and attachment is not None:
            await attachment.write(data)
        if detached:
            return True
    if attachment is not None:
        attachment.close_stdin()
    return False


async def _until_hung_up(hijack: Hijack, feed: "asyncio.Task[bool]") -> None:
    await hijack.gone.wait()
    await asyncio.wait({feed}, timeout=VANISHED_SECONDS)


async def _end(*tasks: "asyncio.Task[Any]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def log_end(call: Call, error: BaseException) -> None:
    if isinstance(error, EngineError | ConnectionError):
        log.info("%s %s ended early: %s", call.request.method, call.request.path, error)
    else:
        log.error("%s %s failed", call.request.method, call.request.path, exc_info=error)


class LogFrames:
    """Content type and framing of a log or attach stream that is not hijacked."""

    def __init__(self, call: Call, *, terminal: bool) -> None:
        self._terminal = terminal
        self.content_type = RAW if terminal or call.version < (1, 42) else MULTIPLEXED

    def join(self, batch: Batch) -> bytes:
        if self._terminal:
            return b"".join([data for _, data in batch])
        return b"".join(
            [piece for stream, data in batch for piece in (_head(stream, len(data)), data)]
        )


class _WithFirst(web.StreamResponse):
    """Its head goes out with the first bytes: the client wakes up once, not twice."""

    # aiohttp's own, private name; a version without it sends the head alone.
    _send_headers_immediately = False


async def respond(
    call: Call,
    chunks: AsyncIterator[bytes],
    content_type: str,
    *,
    headers: Mapping[str, str] | None = None,
    wait_for_first: bool = False,
    ready: bool = False,
) -> web.StreamResponse:
    """Send bytes as they come, chunked.

    With `wait_for_first` an error before the first byte still becomes a plain error answer; an
    error later breaks the connection off, which is all that HTTP allows. With `ready` all chunks
    are there already, and head and end go with them.
    """
    kind = _WithFirst if ready else web.StreamResponse
    response = kind(headers={"Content-Type": content_type, **(headers or {}), **call.headers})
    try:
        held = b""
        if wait_for_first:
            held = await anext(chunks, b"")
        await response.prepare(call.request)
        if held and not ready:
            await response.write(held)
            held = b""
        async for chunk in chunks:
            if ready:
                chunk, held = held, chunk
            if chunk:
                await response.write(chunk)
        await response.write_eof(held)
    except Exception as error:
        if not response.prepared:
            raise
        log_end(call, error)
        response.force_close()
        if call.request.transport is not None:
            call.request.transport.abort()
    finally:
        await close(chunks)
    return response


async def close(chunks: AsyncIterator[object]) -> None:
    """End a generator now instead of when it is collected; other iterators have no end to tell."""
    if isinstance(chunks, AsyncGenerator):
        await chunks.aclose()


async def progress(
    call: Call,
    work: Callable[[Callable[[Progress], None]], Awaitable[T]],
    last: Callable[[T], list[Any]] | None = None,
) -> web.StreamResponse:
    """Run `work` and send what it reports, one JSON object a line.

    It is cancelled when the client goes away. What it returns becomes the `last` lines.
    """
    lines = _Lines()

    async def run() -> T:
        try:
            return await work(lines.put)
        finally:
            lines.end()

    response = web.StreamResponse(headers={"Content-Type": "application/json", **call.headers})
    task = asyncio.create_task(run())
    try:
        if not await lines.wait():
            result = await task
            await response.prepare(call.request)
        else:
            await response.prepare(call.request)
            while await lines.wait():
                await response.write(b"".join(map(_line, lines.take())))
            result = await task
        for value in last(result) if last else ():
            await response.write(_line(value))
    except Exception as error:
        if not response.prepared:
            raise
        if isinstance(error, ConnectionError):
            raise
        await response.write(_line(convert.progress_error(sentence(error))))
    finally:
        await _end(task)
    await response.write_eof()
    return response


def _line(value: object) -> bytes:
    return wire.encode(value).removesuffix(b"\n") + b"\r\n"


def sentence(error: Exception) -> str:
    """What a client may read of an error; one that nobody foresaw is logged."""
    if isinstance(error, EngineError):
        return str(error)
    log.error("unexpected error", exc_info=error)
    return f"the engine failed unexpectedly ({type(error).__name__}); its log says more"


class _Lines:
    """Progress lines on their way to a client; a newer count replaces an unsent older one."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str] | int, Progress] = {}
        self._count = 0
        self._ended = False
        self._news = asyncio.Event()

    def put(self, line: Progress) -> None:
        self._count += 1
        counted = line.current is not None and line.id
        key = (line.id, line.status) if counted else self._count
        self._lines[key] = line
        self._news.set()

    def end(self) -> None:
        self._ended = True
        self._news.set()

    async def wait(self) -> bool:
        """Until there are lines; False when there will be none."""
        while not self._lines:
            if self._ended:
                return False
            self._news.clear()
            await self._news.wait()
        return True

    def take(self) -> list[dict[str, Any]]:
        lines = [convert.progress(line) for line in self._lines.values()]
        self._lines.clear()
        return lines
