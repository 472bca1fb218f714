r"""Windows named pipes as a network of httpcore: npipe:////./pipe/davit is \\.\pipe\davit.

The pipes are overlapped and driven by asyncio's proactor. A pipe has no half-close; by the custom
of Docker on Windows an empty message ends one direction, so the server's pipe is of message type.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import httpcore
from typing_extensions import override

_LIMIT = 256 * 1024


async def open_pipe(factory: Callable[[], asyncio.Protocol], path: str) -> asyncio.BaseTransport:
    """Connects a protocol with the pipe of that path. Raises OSError, not least off Windows."""
    connect = getattr(asyncio.get_running_loop(), "create_pipe_connection", None)
    if connect is None:
        raise OSError("named pipes exist on Windows only")
    transport, _ = await connect(factory, path)
    return transport  # type: ignore[no-any-return]


class NamedPipes(httpcore.AsyncNetworkBackend):
    """Connects to named pipes where httpcore asks for a Unix socket."""

    @override
    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=_LIMIT)
        protocol = asyncio.StreamReaderProtocol(reader)
        # The proactor itself waits while every instance of the pipe is taken.
        async with _errors(httpcore.ConnectTimeout, httpcore.ConnectError, timeout):
            transport = await open_pipe(lambda: protocol, path)
        assert isinstance(transport, asyncio.WriteTransport)
        # So that drain() waits until the system has every byte.
        transport.set_write_buffer_limits(high=0)
        return PipeStream(reader, asyncio.StreamWriter(transport, protocol, reader, loop))

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class PipeStream(httpcore.AsyncNetworkStream):
    """One connection through a pipe."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._ending: object = None

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        async with _errors(httpcore.ReadTimeout, httpcore.ReadError, timeout):
            return await self._reader.read(max_bytes)
        raise AssertionError("the block above returns or raises")

    @override
    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        async with _errors(httpcore.WriteTimeout, httpcore.WriteError, timeout):
            self._writer.write(buffer)
            await self._writer.drain()

    def close_write(self) -> None:
        """Say that nothing more comes. Raises OSError."""
        if self._writer.can_write_eof():
            self._writer.write_eof()
            return
        # `write` has returned, so nothing is left that this could overtake.
        pipe = self._writer.get_extra_info("pipe")
        windows: Any = importlib.import_module("_winapi")
        # Kept, since an operation whose object goes away is cancelled.
        self._ending, _ = windows.WriteFile(pipe.fileno(), b"", True)

    @override
    async def aclose(self) -> None:
        self._writer.close()

    @override
    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            # httpcore asks before it uses an idle connection again: has the other side hung up?
            return self._reader.at_eof() or self._reader.exception() is not None
        if info == "close_write":
            return self.close_write
        return None


@asynccontextmanager
async def _errors(
    late: type[Exception], broken: type[Exception], timeout: float | None
) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(timeout):
            yield
    except TimeoutError as error:
        raise late(str(error)) from error
    except OSError as error:
        raise broken(str(error)) from error
