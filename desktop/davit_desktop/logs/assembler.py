"""Cut the bytes of `GET /containers/{id}/logs?timestamps=1` into stamped lines (pure).

The engine puts `2006-01-02T15:04:05.000000000Z ` before every line. Docker's json-file driver
splits lines at 16 KiB and repeats the same stamp at each split; those repetitions are removed.
Bytes arrive in pieces cut anywhere, each piece of one stream.
https://github.com/moby/moby/blob/master/daemon/logger/copier.go
"""

from __future__ import annotations

import re
from datetime import datetime

from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.levels import Levels

LONGEST_ENTRY = 1 << 20
"""Bytes after which an unended line is stored in pieces, so that one line cannot fill memory."""

PARTIAL = 16 * 1024
"""Bytes of a line after which Docker splits it."""

_LONGEST_STAMP = 36  # 2006-01-02T15:04:05.000000000+07:00 and a space
_STAMP = re.compile(
    rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) ?", re.ASCII
)


class _Open:
    """A line whose end has not arrived."""

    __slots__ = ("data", "next_partial", "stamp", "time_ns")

    def __init__(self) -> None:
        self.data = bytearray()
        self.stamp: bytes | None = None  # None until enough has arrived to tell
        self.time_ns = 0
        self.next_partial = PARTIAL


class LineAssembler:
    """Pieces of streams in, whole lines out, in the order in which they ended, as `source`'s."""

    def __init__(self, source: int = 0, levels: Levels | None = None) -> None:
        self._source = source
        self._levels = levels or Levels()
        self._open: dict[Stream, _Open] = {}
        self._seconds: dict[bytes, int] = {}
        self._last_ns = 0

    def feed(self, stream: Stream, data: bytes) -> list[Entry]:
        """The lines that `data` ends."""
        entries: list[Entry] = []
        pieces = data.split(b"\n")
        rest = pieces.pop()
        unended = self._open.get(stream)
        if unended is not None and pieces:
            self._grow(stream, unended, pieces[0], entries, ended=True)
            del self._open[stream]
            del pieces[0]
        for piece in pieces:
            if len(piece) < PARTIAL:
                length, time_ns = self._stamp(piece)
                entries.append(self._line(stream, time_ns, piece[length:]))
            else:
                self._grow(stream, _Open(), piece, entries, ended=True)
        if rest:
            unended = self._open.setdefault(stream, _Open())
            self._grow(stream, unended, rest, entries, ended=False)
        return entries

    def unended(self) -> list[Entry]:
        """What has arrived of lines that have not ended, such as a prompt."""
        entries = []
        for stream, line in self._open.items():
            data = bytes(line.data)
            if line.stamp is None:
                length, time_ns = self._stamp(data)
                entries.append(Entry(stream, time_ns, data[length:], source=self._source))
            else:
                entries.append(Entry(stream, line.time_ns, data, source=self._source))
        return entries

    def finish(self) -> list[Entry]:
        """The stream has ended: unended lines are lines."""
        entries = self.unended()
        self._open.clear()
        return entries

    def _grow(
        self, stream: Stream, line: _Open, data: bytes, entries: list[Entry], *, ended: bool
    ) -> None:
        line.data += data
        if line.stamp is None and (ended or len(line.data) >= _LONGEST_STAMP):
            length, line.time_ns = self._stamp(bytes(line.data[:_LONGEST_STAMP]))
            line.stamp = bytes(line.data[:length])
            del line.data[:length]
        if line.stamp is not None:
            self._drop_repeated_stamps(line)
            while len(line.data) >= LONGEST_ENTRY + PARTIAL:
                piece = bytes(line.data[:LONGEST_ENTRY])
                entries.append(self._line(stream, line.time_ns, piece, Kind.PIECE))
                del line.data[:LONGEST_ENTRY]
                line.next_partial -= LONGEST_ENTRY
        if ended:
            entries.append(self._line(stream, line.time_ns, bytes(line.data)))

    def _line(self, stream: Stream, time_ns: int, data: bytes, kind: Kind = Kind.LINE) -> Entry:
        level = self._levels.of(stream, time_ns, data)
        return Entry(stream, time_ns, data, kind, self._source, level)

    @staticmethod
    def _drop_repeated_stamps(line: _Open) -> None:
        stamp = line.stamp or b""
        while stamp and len(line.data) >= line.next_partial + len(stamp):
            at = line.next_partial
            if line.data[at : at + len(stamp)] == stamp:
                del line.data[at : at + len(stamp)]
            line.next_partial += PARTIAL

    def _stamp(self, line: bytes) -> tuple[int, int]:
        """Length of the stamp before a line, and its time; without one, 0 and the last time."""
        if line[19:20] == b"." and line[29:31] == b"Z ":
            try:
                seconds = self._seconds.get(line[:19])
                if seconds is None:
                    seconds = self._parse_seconds(line[:19], b"Z")
                self._last_ns = seconds * 1_000_000_000 + int(line[20:29])
            except ValueError:
                return 0, self._last_ns
            return 31, self._last_ns
        found = _STAMP.match(line)
        if found is None:
            return 0, self._last_ns
        try:
            seconds = self._parse_seconds(found[1], found[3])
        except ValueError:
            return 0, self._last_ns
        fraction = (found[2] or b"").ljust(9, b"0")
        self._last_ns = seconds * 1_000_000_000 + int(fraction)
        return found.end(), self._last_ns

    def _parse_seconds(self, text: bytes, zone: bytes) -> int:
        offset = "+00:00" if zone == b"Z" else zone.decode("ascii")
        seconds = int(datetime.fromisoformat(text.decode("ascii") + offset).timestamp())
        if zone == b"Z":
            if len(self._seconds) > 64:
                self._seconds.clear()
            self._seconds[text] = seconds
        return seconds
