"""A client's hold on the streams of a process."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from davit_engine.runtime.runtime import Stream


class Attachment:
    """Output to iterate over, input to write. May be made before the process exists."""

    def __init__(
        self,
        stream: "asyncio.Future[Stream | None]",
        *,
        terminal: bool,
        stdin: bool,
        streams: frozenset[int],
        history: AsyncIterator[tuple[int, bytes]] | None = None,
        detached: Callable[[], None] | None = None,
    ) -> None:
        self.terminal = terminal
        self._stream = stream
        self._stdin = stdin
        self._streams = streams
        self._history = history
        self._detached = detached
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[tuple[int, bytes]]:
        """Output as (1 or 2, bytes) until the process has ended."""
        if self._history is not None:
            async for earlier in self._history:
                yield earlier
        stream = await asyncio.shield(self._stream)
        if stream is None:
            return
        while (entry := await stream.receive()) is not None:
            if self.terminal or entry[0] in self._streams:
                yield entry

    async def write(self, data: bytes) -> None:
        """To standard input; returns when it was taken, at once when nobody reads it."""
        if self._stdin:
            stream = await asyncio.shield(self._stream)
            if stream is not None:
                await stream.send(data)

    def close_stdin(self) -> None:
        if not self._stdin or self._stream.cancelled():
            return
        if self._stream.done():
            stream = self._stream.result()
            if stream is not None:
                stream.close_stdin()
        else:
            self._stream.add_done_callback(_close_stdin)

    async def aclose(self) -> None:
        """Detach; the process goes on. Idempotent."""
        if self._closed:
            return
        self._closed = True
        if not self._stream.done():
            self._stream.cancel()
        elif not self._stream.cancelled():
            stream = self._stream.result()
            if stream is not None:
                stream.close()
        if self._history is not None:
            with contextlib.suppress(AttributeError):
                await self._history.aclose()  # type: ignore[attr-defined]
        if self._detached is not None:
            self._detached()


def _close_stdin(stream: "asyncio.Future[Stream | None]") -> None:
    if not stream.cancelled():
        opened = stream.result()
        if opened is not None:
            opened.close_stdin()
