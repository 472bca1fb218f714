"""A client's hold on the streams of a process.

What a container writes is read from its shim as it comes, whatever the client does, for the shim
waits for every reader and the container with it: what the client does not take at once is kept in
a spool. When that is full, the container is held back as by a pipe, for a client that goes on
reading; one that does not is cut off, and reads at the end of what was kept that it was.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final, NamedTuple

from davit_engine.containers.spool import DISK, Spool
from davit_engine.errors import SystemFailure
from davit_engine.runtime.runtime import Stream


class Patience(NamedTuple):
    """How slow a reader may be that holds the process back."""

    size: int
    """Bytes that it has to take …"""
    seconds: float
    """… within this time."""


FROM_START: Final = Patience(size=1, seconds=60.0)
"""Of a client that was there before the process: `docker run`, the process's own output."""

ONLOOKER: Final = Patience(size=1 << 20, seconds=1.0)
"""Of a client that came to a running container."""

FAIR: Final = 32
"""Entries read in a row before others have their turn."""


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
        live: bool = True,
        spool: Spool | None = None,
        patience: Patience = ONLOOKER,
    ) -> None:
        self.terminal = terminal
        self._stream = stream
        self._stdin = stdin
        self._streams = streams
        self._history = history
        self._live = live
        """Whether output comes from the process too, and not from the history alone."""
        self._spool = spool
        """None where the process may wait for its reader: it has no other."""
        self._patience = patience
        self._cut_off = False
        self._closed = False
        self._pump = None if spool is None else asyncio.create_task(self._read_ahead(spool))

    async def __aiter__(self) -> AsyncIterator[tuple[int, bytes]]:
        """Output as (1 or 2, bytes) until the process has ended.

        Raises SystemFailure when the reader was too slow and this is where the gap begins.
        """
        if self._history is not None:
            async for earlier in self._history:
                yield earlier
        if not self._live:
            return
        if self._spool is not None and self._pump is not None:
            while batch := await self._spool.get():
                for taken in batch:
                    yield taken
            if self._cut_off:
                raise SystemFailure(
                    f"what follows is left out: the reader was more than {DISK >> 20} MiB behind "
                    "and the container went on without it; its log may have the rest"
                )
            await self._pump
            return
        stream = await asyncio.shield(self._stream)
        if stream is None:
            return
        while (entry := await stream.receive()) is not None:
            if self._wants(entry):
                yield entry

    def _wants(self, entry: tuple[int, bytes]) -> bool:
        return self.terminal or entry[0] in self._streams

    async def _read_ahead(self, spool: Spool) -> None:
        try:
            stream = await asyncio.shield(self._stream)
            if stream is None:
                return
            count = 0
            while (entry := await stream.receive()) is not None:
                wanted = self._live and not self._cut_off and self._wants(entry)
                while wanted and not spool.put(entry):
                    try:
                        async with asyncio.timeout(self._patience.seconds):
                            await spool.room(self._patience.size)
                    except TimeoutError:
                        self._cut_off = True
                        spool.end()
                        break
                count += 1
                if count % FAIR == 0:
                    await asyncio.sleep(0)
        finally:
            spool.end()

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
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        if not self._stream.done():
            self._stream.cancel()
        elif not self._stream.cancelled():
            stream = self._stream.result()
            if stream is not None:
                stream.close()
        if self._spool is not None:
            self._spool.close()
        if self._history is not None:
            with contextlib.suppress(AttributeError):
                await self._history.aclose()  # type: ignore[attr-defined]


def _close_stdin(stream: "asyncio.Future[Stream | None]") -> None:
    if not stream.cancelled():
        opened = stream.result()
        if opened is not None:
            opened.close_stdin()
