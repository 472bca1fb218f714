"""Log lines in files: append at the end, read any of them, with memory that does not grow.

Lines are numbered. The first one stored is 0; lines that are put before it later count down from
-1, so that a number keeps its line. Only a late line, which belongs between others near the end,
moves those after it; `shifts` tells which. The files are nameless and die with the process.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from davit_desktop.logs.entries import Entry, Kind, Level, Stream
from davit_desktop.logs.segment import FLAG_BITS, Segment, fields

SEGMENT_BYTES = 32 << 20
LIMIT_BYTES = 1 << 30

_LATEST_LINES = 20_000  # how far from the end a late line may still find its place,
_LATEST_BYTES = 8 << 20
_REMEMBERED_SHIFTS = 256


class LogLine(NamedTuple):
    """A stored line; `data` may be only its front, `size` is all of it."""

    number: int
    stream: Stream
    time_ns: int
    kind: Kind
    data: bytes
    size: int
    source: int = 0
    level: Level = Level.NONE
    code: int | None = None


class Chunk(NamedTuple):
    """Whole lines `first` up to, not including, `end`, each ended by a newline."""

    first: int
    end: int
    data: bytes


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
        self._segments: list[Segment] = []
        self._first = self._end = 0
        self._size = 0
        self._dropped = 0
        self._closed = False
        self._shift = 0
        self._shifts: deque[tuple[int, array[int]]] = deque(maxlen=_REMEMBERED_SHIFTS)

    @property
    def shift(self) -> int:
        """How often late lines have moved others."""
        return self._shift

    def shifts(self, since: int) -> list[array[int]]:
        """For each time after `since`: the numbers, as they were, before which lines were put."""
        with self._lock:
            return [places for shift, places in self._shifts if shift > since]

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
            segment = self._last_segment()
        if segment is None:
            return
        packed = segment.packed(entries)  # apart, so that readers need not wait for it
        with self._lock:
            if not self._closed:
                self._write(segment, packed)

    def _last_segment(self) -> Segment | None:
        """Where the next lines go."""
        if self._closed:
            return None
        if not self._segments or self._segments[-1].size >= self._segment_bytes:
            self._segments.append(Segment(self._folder, self._end))
        return self._segments[-1]

    def _write(self, segment: Segment, packed: tuple[bytes, array[int]]) -> None:
        before = segment.size
        segment.write(*packed)
        self._size += segment.size - before
        self._end = segment.base + segment.count
        self._drop_oldest()

    def _append(self, entries: Sequence[Entry]) -> None:
        segment = self._last_segment()
        if segment is not None:
            self._write(segment, segment.packed(entries))

    def place(self, entries: Sequence[Entry]) -> None:
        """Store lines, the oldest first, where they belong by their times.

        Lines of one source stay in the order in which they were stored. A line that is later than
        the newest lines reach is put as far back as they do.
        """
        if not entries:
            return
        with self._lock:
            if self._closed:
                return
            segment = self._segments[-1] if self._segments else None
            back = self._later_than(segment, entries[0].time_ns) if segment is not None else 0
            if segment is None or back == 0:
                self._append(entries)
                return
            begin = segment.count - back
            words = segment.records(begin, back)
            tail = list(zip(words[1::2], (w >> FLAG_BITS + 8 & 0xFFF for w in words[::2]),
                            strict=True))  # fmt: skip
            places = _places(tail, entries)
            if places[0] == back:
                self._append(entries)
                return
            moved = self._entries(segment, begin + places[0], back - places[0])
            cut = places[0]
            merged: list[Entry] = []
            at = cut
            for entry, place in zip(entries, places, strict=True):
                merged += moved[at - cut : place - cut]
                at = place
                merged.append(entry)
            merged += moved[at - cut :]
            number = segment.base + begin
            before = segment.size
            segment.cut(begin + cut)
            segment.append(merged)
            self._size += segment.size - before
            self._end = segment.base + segment.count
            self._shift += 1
            put = array("q", (number + place for place in places if place < back))
            self._shifts.append((self._shift, put))
            self._drop_oldest()

    @staticmethod
    def _later_than(segment: Segment, time_ns: int) -> int:
        """How many lines at the segment's end are to be looked at for a place for this time."""
        count = 64
        while True:
            count = min(count, segment.count, _LATEST_LINES)
            words = segment.records(segment.count - count, count)
            times = words[1::2]
            later = next((i for i in range(count - 1, -1, -1) if times[i] <= time_ns), -1)
            if later >= 0 or count in (segment.count, _LATEST_LINES):
                back = count - later - 1
                while segment.size - segment.offset(segment.count - back) > _LATEST_BYTES:
                    back //= 2
                return back
            count *= 4

    def _entries(self, segment: Segment, first: int, count: int) -> list[Entry]:
        return [
            Entry(line.stream, line.time_ns, line.data, line.kind, line.source, line.level,
                  line.code)
            for line in self._read_lines(segment, first, count, 1 << 62)
        ]  # fmt: skip

    def records(self, first: int, end: int) -> Iterator[tuple[int, array[int]]]:
        """Records of lines from number `first` up to `end` as far as they are kept, in parts of
        consecutive lines with the number of their first."""
        at = first
        while True:
            with self._lock:
                at = max(at, self._first)
                if at >= min(end, self._end):
                    return
                segment = self._segment_of(at)
                index = at - segment.base
                count = min(segment.count - index, end - at, 1 << 16)
                words = segment.records(index, count)
            yield at, words
            at += count

    def cut(self, number: int) -> None:
        """Forget the lines from `number` on. Only for a spool that nobody else reads."""
        with self._lock:
            while self._segments and self._segments[-1].base >= number:
                segment = self._segments.pop()
                self._size -= segment.size
                segment.close()
            if self._segments:
                segment = self._segments[-1]
                before = segment.size
                segment.cut(max(0, number - segment.base))
                self._size += segment.size - before
            self._end = min(self._end, max(number, self._first))

    def put_before(self, earlier: LogSpool, count: int) -> None:
        """Take the first `count` lines of `earlier` as the lines before ours; it is then closed."""
        with earlier._lock, self._lock:
            taken, earlier._segments = earlier._segments, []
            earlier._closed = True
            last = earlier._first + count
            kept: list[Segment] = []
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

    def _segment_of(self, number: int) -> Segment:
        return self._segments[bisect_right(self._segments, number, key=lambda s: s.base) - 1]

    @staticmethod
    def _read_lines(segment: Segment, index: int, count: int, head: int) -> list[LogLine]:
        words = segment.records(index, count)
        starts = segment.offsets(words)
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
            stream, kind, level, source, code = fields(words[2 * i] >> FLAG_BITS)
            number = segment.base + index + i
            size = end - start
            lines.append(
                LogLine(number, stream, words[2 * i + 1], kind, data, size, source, level, code)
            )
        return lines

    def _drop_oldest(self) -> None:
        while self._size > self._limit and len(self._segments) > 1:
            oldest = self._segments.pop(0)
            self._size -= oldest.size
            self._dropped += oldest.count
            self._first = self._segments[0].base
            oldest.close()


def _places(tail: Sequence[tuple[int, int]], entries: Sequence[Entry]) -> list[int]:
    """Before which of the lines of `tail`, times and sources, each of `entries` goes."""
    last_of = {source: at for at, (_, source) in enumerate(tail)}
    places = []
    at = 0
    for entry in entries:
        while at < len(tail) and tail[at][0] <= entry.time_ns:
            at += 1
        at = max(at, last_of.get(entry.source, -1) + 1)
        places.append(at)
    return places
