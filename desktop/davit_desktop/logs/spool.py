"""Log lines in files: append at the end, read any of them, with memory that does not grow.

Lines are numbered. The first one stored is 0; lines that are put before it later count down from
-1, so that a number never changes its line. The files are nameless and die with the process.
"""

from __future__ import annotations

import tempfile
import threading
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO, NamedTuple

from davit_desktop.logs.entries import Entry, Kind, Stream

SEGMENT_BYTES = 32 << 20
LIMIT_BYTES = 1 << 30

_OFFSET_BITS = 48
_OFFSET_MASK = (1 << _OFFSET_BITS) - 1
_RECORD = 16  # offset, stream and kind in one 64-bit word; time in the next


class LogLine(NamedTuple):
    """A stored line; `data` may be only its front, `size` is all of it."""

    number: int
    stream: Stream
    time_ns: int
    kind: Kind
    data: bytes
    size: int


class Chunk(NamedTuple):
    """Whole lines `first` up to, not including, `end`, each ended by a newline."""

    first: int
    end: int
    data: bytes


class _Segment:
    """Some consecutive lines in a data file, and an index file of one record a line."""

    def __init__(self, folder: Path, base: int) -> None:
        self.base = base
        self.count = 0
        self.size = 0
        self._data: IO[bytes] = _nameless(folder)
        self._index: IO[bytes] = _nameless(folder)

    def append(self, entries: Sequence[Entry]) -> None:
        sizes = accumulate((len(e.data) + 1 for e in entries), initial=self.size)
        words = array("Q")
        for entry, offset in zip(entries, sizes, strict=False):
            words.append(offset | entry.stream << _OFFSET_BITS | entry.kind << _OFFSET_BITS + 4)
            words.append(entry.time_ns)
        blob = b"\n".join([*(e.data for e in entries), b""])
        _write_at(self._data, self.size, blob)
        _write_at(self._index, self.count * _RECORD, words.tobytes())
        self.size += len(blob)
        self.count += len(entries)

    def records(self, first: int, count: int) -> array[int]:
        """Index words of `count` lines from `first`, counted within the segment."""
        words = array("Q")
        words.frombytes(_read_at(self._index, first * _RECORD, count * _RECORD))
        return words

    def offset(self, index: int) -> int:
        return self.size if index >= self.count else self.records(index, 1)[0] & _OFFSET_MASK

    def read(self, start: int, end: int) -> bytes:
        return _read_at(self._data, start, end - start)

    def close(self) -> None:
        self._data.close()
        self._index.close()


def _nameless(folder: Path) -> IO[bytes]:
    return tempfile.TemporaryFile(dir=folder, buffering=0)


def _write_at(file: IO[bytes], at: int, data: bytes) -> None:
    file.seek(at)
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _read_at(file: IO[bytes], at: int, length: int) -> bytes:
    file.seek(at)
    parts = []
    while length > 0 and (part := file.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


class LogSpool:
    """Written by one thread, read by any. Raises OSError when the disk is full."""

    def __init__(
        self, folder: Path, *, segment_bytes: int = SEGMENT_BYTES, limit_bytes: int = LIMIT_BYTES
    ) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._segment_bytes = segment_bytes
        self._limit = limit_bytes
        self._lock = threading.Lock()
        self._segments: list[_Segment] = []
        self._first = self._end = 0
        self._size = 0
        self._dropped = 0
        self._closed = False

    @property
    def first(self) -> int:
        """The number of the oldest line that is kept."""
        return self._first

    @property
    def end(self) -> int:
        """One more than the number of the newest line."""
        return self._end

    @property
    def dropped(self) -> int:
        """How many of the oldest lines were let go to stay within the limit."""
        return self._dropped

    @property
    def size(self) -> int:
        """Bytes of all lines kept, newlines included."""
        return self._size

    def append(self, entries: Sequence[Entry]) -> None:
        """Store lines at the end. They become readable together."""
        if not entries:
            return
        with self._lock:
            if self._closed:
                return
            if not self._segments or self._segments[-1].size >= self._segment_bytes:
                self._segments.append(_Segment(self._folder, self._end))
            segment = self._segments[-1]
            before = segment.size
            segment.append(entries)
            self._size += segment.size - before
            self._end = segment.base + segment.count
            self._drop_oldest()

    def put_before(self, earlier: LogSpool, count: int) -> None:
        """Take the first `count` lines of `earlier` as the lines before ours; it is then closed."""
        with earlier._lock, self._lock:
            taken, earlier._segments = earlier._segments, []
            earlier._closed = True
            last = earlier._first + count
            kept: list[_Segment] = []
            for segment in taken:
                if self._closed or segment.base >= last:
                    segment.close()
                    continue
                keep = min(segment.count, last - segment.base)
                segment.size = segment.offset(keep)
                segment.count = keep
                kept.append(segment)
            for segment in reversed(kept):
                self._first -= segment.count
                segment.base = self._first
                self._size += segment.size
            self._segments = kept + self._segments
            self._dropped += earlier._dropped
            self._drop_oldest()

    def lines(self, first: int, count: int, head: int) -> list[LogLine]:
        """Up to `count` lines from number `first`, each with at most `head` of its bytes."""
        found: list[LogLine] = []
        with self._lock:
            at = max(first, self._first)
            stop = min(first + count, self._end)
            while at < stop:
                segment = self._segment_of(at)
                index = at - segment.base
                number = min(stop - at, segment.count - index)
                found += self._read_lines(segment, index, number, head)
                at += number
        return found

    def bytes_of(self, number: int, start: int, end: int) -> bytes:
        """Bytes `start` to `end` of one line, as far as it reaches; none for a line not kept."""
        with self._lock:
            if not self._first <= number < self._end:
                return b""
            segment = self._segment_of(number)
            index = number - segment.base
            begin = segment.offset(index)
            stop = segment.offset(index + 1) - 1
            return segment.read(begin + start, min(begin + end, stop))

    def chunk(self, first: int, most: int) -> Chunk:
        """Whole lines from number `first`, at most `most` bytes but at least one line."""
        with self._lock:
            at = max(first, self._first)
            if at >= self._end:
                return Chunk(at, at, b"")
            segment = self._segment_of(at)
            index = at - segment.base
            start = segment.offset(index)
            # A record is looked up by bisection on disk: lines differ too much to guess.
            low, high = index + 1, segment.count
            while low < high:
                middle = (low + high + 1) // 2
                if segment.offset(middle) - start <= most:
                    low = middle
                else:
                    high = middle - 1
            return Chunk(at, segment.base + low, segment.read(start, segment.offset(low)))

    def close(self) -> None:
        """Give the disk space back. Later reads find no lines, later appends do nothing."""
        with self._lock:
            self._closed = True
            for segment in self._segments:
                segment.close()
            self._segments = []
            self._first = self._end
            self._size = 0

    def _segment_of(self, number: int) -> _Segment:
        return self._segments[bisect_right(self._segments, number, key=lambda s: s.base) - 1]

    @staticmethod
    def _read_lines(segment: _Segment, index: int, count: int, head: int) -> list[LogLine]:
        words = segment.records(index, count)
        starts = [word & _OFFSET_MASK for word in words[::2]]
        ends = [*(start - 1 for start in starts[1:]), segment.offset(index + count) - 1]
        whole = ends[-1] - starts[0] <= head * count
        block = segment.read(starts[0], ends[-1]) if whole else b""
        lines = []
        for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
            stop = min(end, start + head)
            if whole:
                data = block[start - starts[0] : stop - starts[0]]
            else:
                data = segment.read(start, stop)
            flags = words[2 * i] >> _OFFSET_BITS
            lines.append(
                LogLine(
                    segment.base + index + i,
                    Stream(flags & 15),
                    words[2 * i + 1],
                    Kind(flags >> 4),
                    data,
                    end - start,
                )
            )
        return lines

    def _drop_oldest(self) -> None:
        while self._size > self._limit and len(self._segments) > 1:
            oldest = self._segments.pop(0)
            self._size -= oldest.size
            self._dropped += oldest.count
            self._first = self._segments[0].base
            oldest.close()
