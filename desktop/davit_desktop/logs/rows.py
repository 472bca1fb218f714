"""The rows a log view shows: all lines of a spool, or those a search found, and a cleared front."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from davit_desktop.logs import ansi, json_lines
from davit_desktop.logs.entries import Entry, Kind
from davit_desktop.logs.search import LogSearch
from davit_desktop.logs.spool import LogLine, LogSpool

Place = tuple[int, int]
"""A line's number, and a position between the characters of its text."""

TO_THE_END = 1 << 60
LONGEST_SPREAD = 128 << 10
"""Bytes of a line that may be spread."""


class Rows:
    """Rows 0 to `count`; each is a line that keeps its number while rows come and go."""

    def __init__(self, spool: LogSpool) -> None:
        self.spool = spool
        self.filter: LogSearch | None = None
        self.unended: tuple[Entry, ...] = ()
        self.spread_all = False
        """Whether lines that hold JSON are spread over rows of their own."""
        self.spread_others: set[int] = set()
        """The numbers of lines of which the contrary holds."""
        self._cleared: int | None = None
        self._shift = spool.shift

    def clear(self) -> None:
        """Hide every line there is now."""
        self._cleared = self.spool.end

    def unclear(self) -> None:
        self._cleared = None

    def spread(self, number: int) -> bool:
        """Whether a line is spread over rows of its own, if it holds JSON."""
        return self.spread_all != (number in self.spread_others)

    def follow_shifts(self) -> list[array[int]]:
        """Late lines were put between others: for each time since the last call, the numbers, as
        they were, before which lines were put."""
        if self._shift == self.spool.shift:
            return []
        shifts = self.spool.shifts(self._shift)
        self._shift += len(shifts)
        for places in shifts:
            self.spread_others = {moved(number, places) for number in self.spread_others}
            if self._cleared is not None:
                self._cleared = moved(self._cleared, places)
        return shifts

    @property
    def hidden(self) -> int:
        """How many lines clearing hides."""
        return 0 if self._cleared is None else max(0, self._cleared - self.spool.first)

    @property
    def first(self) -> int:
        """The number of the oldest line that may be shown."""
        return self.spool.first if self._cleared is None else max(self._cleared, self.spool.first)

    @property
    def end(self) -> int:
        """One more than the number of the newest line, lines without end included."""
        return self.spool.end + len(self.unended)

    @property
    def count(self) -> int:
        if self.filter is None:
            return self.end - self.first
        end = self.filter.row_position(self.spool.end)
        return max(0, end - self.filter.row_position(self.first))

    def number_at(self, row: int) -> int:
        """The number of the line in a row, of the nearest one for a row that is not there."""
        if self.filter is None:
            return max(self.first, min(self.first + row, self.end - 1))
        count = self.count
        if count == 0:
            return self.first
        row = max(0, min(row, count - 1))
        return self.filter.row(self.filter.row_position(self.first) + row)

    def row_of(self, number: int) -> int:
        """The row of a line, or of the first one after it."""
        if self.filter is None:
            return max(0, min(number, self.end) - self.first)
        begin = self.filter.row_position(self.first)
        return max(0, self.filter.row_position(number) - begin)

    def fetch(self, row: int, count: int, head: int) -> list[LogLine]:
        """Up to `count` lines from a row on, each with at most `head` of its bytes."""
        count = min(count, self.count - row)
        if count <= 0:
            return []
        if self.filter is not None:
            lines: list[LogLine] = []
            numbers = self.filter.rows(self.filter.row_position(self.first) + row, count)
            for first, length in runs(numbers):
                lines += self.spool.lines(first, length, head)
            return lines
        number = self.first + row
        lines = self.spool.lines(number, count, head)
        for at in range(max(number, self.spool.end), number + count):
            entry = self.unended[at - self.spool.end]
            data = entry.data[:head]
            size = len(entry.data)
            lines.append(
                LogLine(at, entry.stream, entry.time_ns, Kind.LINE, data, size, entry.source)
            )
        return lines

    def text(self, line: LogLine) -> str:
        """The text that is shown of a line, before control characters are made visible."""
        text = plain(line)
        return (json_lines.spread(text) if self.may_spread(line) else None) or text

    def may_spread(self, line: LogLine) -> bool:
        """Whether a line is spread over rows of its own if it holds JSON."""
        return (
            line.kind is Kind.LINE
            and line.size <= LONGEST_SPREAD
            and line.number < self.spool.end
            and self.spread(line.number)
        )

    def copy(self, start: Place, end: Place, most: int) -> Iterator[bytes]:
        """The bytes between two places, without escape sequences and without the view's marks.

        Raises OverflowError when they are more than `most`.
        """
        row = self.row_of(start[0])
        newline = b""
        total = 0
        before: LogLine | None = None
        while row < self.count:
            lines = self.fetch(row, 200, 1 << 21)
            row += len(lines)
            for line in lines:
                if line.number > end[0]:
                    return
                if line.kind > Kind.PIECE:
                    continue
                text = self.text(line)
                if before is not None and not continues(before, line):
                    newline = b"\n"
                before = line
                begin = start[1] if line.number == start[0] else 0
                stop = end[1] if line.number == end[0] else TO_THE_END
                piece = newline + text[begin:stop].encode("utf-8", "surrogateescape")
                total += len(piece)
                if total > most:
                    raise OverflowError
                yield piece
                newline = b""
            if not lines:
                return


def continues(before: LogLine, line: LogLine) -> bool:
    """Whether a line goes on with the piece of a very long one that stands before it."""
    return (
        before.kind is Kind.PIECE and before.stream == line.stream and before.source == line.source
    )


def moved(number: int, places: array[int]) -> int:
    """The number of a line after lines were put before those of numbers `places`."""
    return number + bisect_right(places, number)


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers of an ascending sequence, as first ones and lengths."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start], at - start
            start = at


def text_of(line: LogLine) -> str:
    """The text of what was read of a line, escape sequences included.

    The carriage return that a terminal puts before the newline is left out, and so is the front of
    a character that was cut in two.
    """
    data = line.data
    if len(data) < line.size:
        for back in range(1, min(4, len(data)) + 1):
            byte = data[-back]
            if byte >= 0xC0:
                data = data[:-back]
                break
            if byte < 0x80:
                break
    elif line.kind is Kind.LINE and data.endswith(b"\r"):
        data = data[:-1]
    return data.decode("utf-8", "surrogateescape")


def plain(line: LogLine) -> str:
    """The text that is shown of a line, before control characters are made visible."""
    return ansi.strip(text_of(line))
