"""Read and follow the log files that conmon writes, and begin new ones.

A log that has grown is renamed to PATH.1 (and that to PATH.2 …) and begun anew; reading starts with
the oldest of them. A reader holds the file it reads open and finds the next by asking which file
its own has become, so it misses nothing that is still there, however many files were begun since.
"""

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from davit_engine.containers.log_records import Batch, Decoder, LogOptions, TailSearch
from davit_engine.kernel.inotify import FolderWatches

__all__ = ["Batch", "LogOptions", "read", "rotate", "rotated"]

BLOCK: Final = 1 << 17
"""Bytes read at a time. A follower that its client does not read from holds about three."""

TAIL_BLOCK: Final = 1 << 14
"""Bytes looked at first when the last lines are searched for."""

GATHER_SECONDS: Final = 0.01
"""How long a follower lets more come after it was woken, so that it is not woken for each line."""


async def read(
    path: Path,
    options: LogOptions,
    ended: asyncio.Event | None,
    watches: FolderWatches | None = None,
) -> AsyncIterator[Batch]:
    """The wanted entries, oldest first; with `follow`, until the container has ended.

    A file that does not exist (yet) is an empty log. `ended` is set once nothing more can come;
    None when the container does not run. Without `follow`, what is written while the log is read
    is left out, or a quick writer's log would have no end.
    """
    follow = options.follow and ended is not None
    with contextlib.ExitStack() as stack:
        news = None
        if follow and ended is not None:
            try:
                news = stack.enter_context((watches or FolderWatches()).watch(path.parent))
            except FileNotFoundError:
                # The folder went, and the container with it.
                return
            stack.callback(asyncio.create_task(_tell_end(ended, news)).cancel)
        records = stack.enter_context(contextlib.closing(_Records(path, endless=follow)))
        decoder = Decoder(options)
        lead = b"" if options.tail is None else records.seek_tail(options.tail)
        if batch := decoder.entries(lead):
            yield batch
        while not decoder.over:
            # Asked before reading: what a process writes last is then never missed.
            last = ended is None or ended.is_set()
            if news is not None:
                news.clear()
            data = records.next()
            if data:
                batch = decoder.entries(data)
                del data
                if batch:
                    yield batch
                    del batch
                await asyncio.sleep(0)
            elif news is None or last or not await _woken(news, options.until_ns):
                return


async def _tell_end(ended: asyncio.Event, news: asyncio.Event) -> None:
    await ended.wait()
    news.set()


async def _woken(news: asyncio.Event, until_ns: int) -> bool:
    """Whether there is news; False when there was none until then (0: forever)."""
    wait = (until_ns - time.time_ns()) / 1e9 if until_ns else None
    try:
        async with asyncio.timeout(wait):
            await news.wait()
    except TimeoutError:
        return False
    await asyncio.sleep(GATHER_SECONDS)
    return True


class _Records:
    """Whole records from the files of one log, in order. Needs closing."""

    def __init__(self, path: Path, *, endless: bool) -> None:
        self._path = path
        self._files: list[int] = []
        """The file being read, and after it the next where that is known already."""
        self._rest = b""
        self._limit: os.stat_result | None = None
        """The last file and its size, at which to stop."""
        if not endless:
            with contextlib.suppress(FileNotFoundError):
                self._limit = path.stat()

    def seek_tail(self, lines: int) -> bytes:
        """Go to where the last lines begin; the records in front of it that belong to them."""
        search = TailSearch(lines)
        for part in reversed(_parts(self._path)):
            self.close()
            if not self._open(part):
                continue
            file = self._files[0]
            place = _search(file, self._end(file), search)
            if place is not None:
                os.lseek(file, place, os.SEEK_SET)
                begin = max(0, place - TAIL_BLOCK)
                before = os.pread(file, place - begin, begin)
                return search.lead(before[before.find(b"\n") + 1 if begin else 0 :])
        return b""

    def next(self) -> bytes:
        """The records that follow, up to a block of them; empty when there are none at present."""
        while True:
            if not self._files and not self._open_next():
                return b""
            file = self._files[0]
            data = self._block(file)
            if data:
                end = data.rfind(b"\n") + 1
                if end:
                    records = self._rest + data[:end]
                    self._rest = data[end:]
                    return records
                self._rest += data
            elif self._is_last(file):
                return b""
            elif len(self._files) > 1:
                # It was read to its end once more after the next one was begun: conmon writes to
                # the old file until then.
                os.close(self._files.pop(0))
                self._rest = b""
            elif not self._open_next():
                return b""

    def close(self) -> None:
        while self._files:
            os.close(self._files.pop())

    def _block(self, file: int) -> bytes:
        if not self._is_last(file):
            return os.read(file, BLOCK)
        place = os.lseek(file, 0, os.SEEK_CUR)
        return os.read(file, max(0, min(BLOCK, self._end(file) - place)))

    def _is_last(self, file: int) -> bool:
        return self._limit is not None and os.path.samestat(os.fstat(file), self._limit)

    def _end(self, file: int) -> int:
        """The size up to which a file is read."""
        present = os.fstat(file)
        if self._limit is not None and os.path.samestat(present, self._limit):
            return self._limit.st_size
        return present.st_size

    def _open_next(self) -> bool:
        """Open the file after the present one, the oldest where there is none; whether it is so."""
        present = os.fstat(self._files[0]) if self._files else None
        if present is not None:
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(self._path.stat(), present):
                    return False
        parts = _parts(self._path)
        if present is not None:
            for index, part in enumerate(parts):
                with contextlib.suppress(FileNotFoundError):
                    if os.path.samestat(part.stat(), present):
                        parts = parts[index + 1 :]
                        break
        return bool(parts) and self._open(parts[0])

    def _open(self, part: Path) -> bool:
        try:
            self._files.append(os.open(part, os.O_RDONLY | os.O_CLOEXEC))
        except FileNotFoundError:
            return False
        return True


def _search(file: int, end: int, search: TailSearch) -> int | None:
    """The offset that a search ends at, None when the file holds too few lines."""
    rest = b""
    size = TAIL_BLOCK
    while end > 0:
        begin = max(0, end - size)
        data = os.pread(file, end - begin, begin) + rest
        cut = data.find(b"\n") + 1 if begin else 0
        found = search.feed(data[cut:])
        if found is not None:
            return begin + cut + found
        rest = data[:cut]
        end = begin
        size = min(2 * size, BLOCK)
    return None


def rotated(path: Path) -> list[Path]:
    """The earlier parts of a log, oldest first."""
    found = []
    number = 1
    while (part := path.with_name(f"{path.name}.{number}")).exists():
        found.append(part)
        number += 1
    return found[::-1]


def _parts(path: Path) -> list[Path]:
    """All files of a log, oldest first. The newest is missing while conmon begins it."""
    parts = rotated(path)
    if path.exists():
        parts.append(path)
    return parts


def rotate(path: Path, keep: int) -> None:
    """Make room for a new file at `path`; at most `keep` files there are in all."""
    parts = rotated(path)
    while len(parts) > max(keep - 2, 0):
        parts.pop(0).unlink(missing_ok=True)
    for number, part in zip(range(len(parts) + 1, 1, -1), parts, strict=True):
        part.rename(path.with_name(f"{path.name}.{number}"))
    if keep > 1:
        path.rename(path.with_name(f"{path.name}.1"))
    else:
        path.unlink(missing_ok=True)
