"""The events of one build, in a file that is read while it is written.

A file keeps the first `KEPT_MAX` bytes; what comes later passes through a window of `WINDOW` bytes,
and what of it has not fallen out of that by the end is kept, too. So whoever follows sees all of a
build that he keeps pace with, and whoever comes late its beginning and its end.
"""

import asyncio
import collections
import io
import logging
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from davit_engine.build.events import Cut, Event, Output, Progressed, encode
from davit_engine.kernel.blocking import finished

log = logging.getLogger(__name__)

KEPT_MAX: Final = 16 << 20
WINDOW: Final = 1 << 20
PENDING_MAX: Final = 1 << 20
"""Bytes that may wait for the disk before a build waits, too."""
_PIECE: Final = 256 << 10


class _Held(NamedTuple):
    offset: int
    """Among all that was ever told."""
    line: bytes
    may_go: bool


class Journal:
    """Begin it with `async with`; the end is told to who follows."""

    def __init__(self, path: Path, *, kept_max: int = KEPT_MAX, window: int = WINDOW) -> None:
        self._path = path
        self._kept_max = kept_max
        self._window = window
        self._told = 0
        self._filed = 0
        """Offset up to which lines go into the file …"""
        self._written = 0
        """… and up to which they are there."""
        self._pending: list[bytes] = []
        self._held: collections.deque[_Held] = collections.deque()
        self._held_size = 0
        self._ending = self._ended = False
        self._news = asyncio.Event()
        self._work = asyncio.Event()
        self._file: BinaryIO = io.BytesIO()
        self._writer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Journal":
        self._file = await finished(None, self._path.open, "ab")
        self._writer = asyncio.create_task(self._write())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ending = True
        self._work.set()
        assert self._writer is not None
        try:
            await asyncio.wait({self._writer})
        finally:
            self._ended = True
            self._file.close()
            self._tell_followers()

    @property
    def written(self) -> int:
        """Bytes of whole lines in the file."""
        return self._written

    async def put(self, event: Event) -> None:
        """Waits only while the disk is slower than what is told."""
        self.put_now(event)
        while self._filed - self._written > PENDING_MAX and not self._ending:
            await self._news.wait()

    def put_now(self, event: Event) -> None:
        line = encode(event)
        if not self._held and self._filed + len(line) <= self._kept_max:
            self._pending.append(line)
            self._filed += len(line)
            self._work.set()
        else:
            self._held.append(_Held(self._told, line, isinstance(event, Output | Progressed)))
            self._held_size += len(line)
            self._make_room()
            self._tell_followers()
        self._told += len(line)

    def _make_room(self) -> None:
        if self._held_size <= self._window:
            return
        kept: collections.deque[_Held] = collections.deque()
        for held in self._held:
            # A quarter at once: each pass over what is held costs its length.
            if held.may_go and self._held_size > self._window * 3 // 4:
                self._held_size -= len(held.line)
            else:
                kept.append(held)
        self._held = kept

    def _tell_followers(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def _write(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            if self._pending:
                batch = b"".join(self._pending)
                self._pending.clear()
                await finished(None, self._append, batch)
                self._written += len(batch)
                self._tell_followers()
            elif self._ending:
                break
            if self._ending:
                self._work.set()
        await finished(None, self._append, b"".join(_with_cuts(list(self._held), self._filed)))

    def _append(self, batch: bytes) -> None:
        try:
            self._file.write(batch)
            self._file.flush()
        except OSError as error:
            # A full disk fails the build itself where it must; what it tells is worth less.
            log.warning("cannot keep what a build tells in %s: %s", self._path, error)

    async def follow(self) -> AsyncIterator[bytes]:
        """Whole and parts of lines, from the first on and until the end."""
        at = 0
        file = await finished(None, self._path.open, "rb")
        try:
            while True:
                ended, news = self._ended, self._news
                if at < self._written:
                    piece = await finished(None, file.read, min(_PIECE, self._written - at))
                    if not piece:
                        piece = encode(Cut(bytes=self._written - at))
                        at = self._written
                    else:
                        at += len(piece)
                    yield piece
                    continue
                if at >= self._filed and self._held and at < self._told:
                    # Taken in one go: the window moves on while somebody waits.
                    held = [one for one in self._held if one.offset >= at]
                    lines = list(_with_cuts(held, at))
                    at = held[-1].offset + len(held[-1].line) if held else self._told
                    yield b"".join(lines)
                    continue
                if ended:
                    return
                await news.wait()
        finally:
            file.close()


def _with_cuts(held: list[_Held], at: int) -> list[bytes]:
    """The lines, and marks where some before them are missing."""
    lines: list[bytes] = []
    for one in held:
        if one.offset > at:
            lines.append(encode(Cut(bytes=one.offset - at)))
        lines.append(one.line)
        at = one.offset + len(one.line)
    return lines


async def replay(path: Path, size: int | None = None) -> AsyncIterator[bytes]:
    """The events of a build that has ended, or so many bytes of them."""
    file = await finished(None, path.open, "rb")
    left = sys.maxsize if size is None else size
    try:
        while piece := await finished(None, file.read, min(_PIECE, left)):
            left -= len(piece)
            yield piece
    finally:
        file.close()
