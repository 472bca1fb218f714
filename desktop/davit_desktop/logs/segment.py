"""Some consecutive lines of a log in a data file, with an index file of one record a line.

A record is two 64-bit words: where the line begins with its flags, and its time.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import IO

from davit_desktop.logs.entries import Entry, Kind, Level, Stream

RECORD = 16  # bytes
FLAG_BITS = 35
"""The flags of a record are above these bits of its first word."""

_OFFSET_MASK = (1 << FLAG_BITS) - 1
MOST_SOURCES = 1 << 12
_MOST_CODE = (1 << 9) - 2


def _flags(entry: Entry) -> int:
    # stream 2 bits, kind 3, level 3, source 12, exit code plus one 9
    code = 0 if entry.code is None else 1 + max(0, min(entry.code, _MOST_CODE))
    source = min(entry.source, MOST_SOURCES - 1)
    return entry.stream | entry.kind << 2 | entry.level << 5 | source << 8 | code << 20


@lru_cache(maxsize=4096)
def fields(flags: int) -> tuple[Stream, Kind, Level, int, int | None]:
    """Stream, kind, level, source and exit code."""
    code = flags >> 20
    return (
        Stream(flags & 3),
        Kind(flags >> 2 & 7),
        Level(flags >> 5 & 7),
        flags >> 8 & MOST_SOURCES - 1,
        code - 1 if code else None,
    )


class Segment:
    """Lines `base` up to `base` + `count`. Not safe for several threads."""

    def __init__(self, folder: Path, base: int) -> None:
        self.base = base
        self.count = 0
        self.size = 0
        self._data: IO[bytes] = _nameless(folder)
        self._index: IO[bytes] = _nameless(folder)

    def append(self, entries: Sequence[Entry]) -> None:
        self.write(*self.packed(entries))

    def packed(self, entries: Sequence[Entry]) -> tuple[bytes, array[int]]:
        """What `write` writes of lines; the segment must not change in between."""
        sizes = accumulate((len(e.data) + 1 for e in entries), initial=self.size)
        words = array("Q")
        for entry, offset in zip(entries, sizes, strict=False):
            words.append(offset | _flags(entry) << FLAG_BITS)
            words.append(entry.time_ns)
        blob = b"\n".join([*(e.data for e in entries), b""])
        return blob, words

    def write(self, blob: bytes, words: array[int]) -> None:
        _write_at(self._data, self.size, blob)
        _write_at(self._index, self.count * RECORD, words.tobytes())
        self.size += len(blob)
        self.count += len(words) // 2

    def cut(self, count: int) -> None:
        """Forget all but the first `count` lines; what is appended next takes their place."""
        if count < self.count:
            self.size = self.offset(count)
            self.count = count

    def records(self, first: int, count: int) -> array[int]:
        """Index words of `count` lines from `first`, counted within the segment."""
        words = array("Q")
        words.frombytes(_read_at(self._index, first * RECORD, count * RECORD))
        return words

    def offset(self, index: int) -> int:
        return self.size if index >= self.count else self.records(index, 1)[0] & _OFFSET_MASK

    def offsets(self, words: array[int]) -> list[int]:
        """Where lines begin, from their records."""
        return [word & _OFFSET_MASK for word in words[::2]]

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
