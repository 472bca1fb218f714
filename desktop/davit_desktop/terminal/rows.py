"""Rows of cells, and the compact form in which rows that have scrolled away are kept."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from davit_desktop.logs.ansi import PLAIN, Style

BLANK = " "
STUB = ""  # the right half of a wide character
_MOST_MARKS = 8  # combining characters kept on one cell


@lru_cache(maxsize=8192)
def width(char: str) -> int:
    """Cells that a character takes: 0 for one that joins the character before it."""
    code = ord(char)
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf") or 0x1160 <= code <= 0x11FF:
        return 1 if code == 0xAD else 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Row:
    """One row of the screen: a character with what is combined with it, and a style, a cell."""

    __slots__ = ("chars", "reach", "simple", "styles", "wrapped")

    def __init__(self, columns: int, style: Style = PLAIN) -> None:
        self.chars = [BLANK] * columns
        self.styles = [style] * columns
        self.wrapped = False  # the text goes on in the next row
        self.simple = True  # each cell holds exactly one character
        self.reach = 0 if style == PLAIN else columns  # from here on it is plain and blank

    def write(self, x: int, text: str, style: Style) -> None:
        """Put characters of one cell each, all of which fit."""
        end = x + len(text)
        if not self.simple:
            self._part(x, end)
        self.chars[x:end] = text
        self.styles[x:end] = [style] * len(text)
        if end > self.reach:
            self.reach = end

    def write_wide(self, x: int, char: str, style: Style) -> None:
        """Put a character of two cells."""
        self._part(x, x + 2)
        self.simple = False
        self.chars[x : x + 2] = (char, STUB)
        self.styles[x : x + 2] = (style, style)
        self.reach = max(self.reach, x + 2)

    def combine(self, x: int, mark: str) -> None:
        """Join a character of no width to the one that covers cell `x`."""
        if self.chars[x] == STUB and x:
            x -= 1
        if len(self.chars[x]) <= _MOST_MARKS:
            self.simple = False
            self.chars[x] += mark
            self.reach = max(self.reach, x + 1)

    def erase(self, start: int, end: int, style: Style) -> None:
        """Blank the cells from `start` to before `end`."""
        if not self.simple:
            self._part(start, end)
        count = max(0, end - start)
        self.chars[start:end] = [BLANK] * count
        self.styles[start:end] = [style] * count
        if style != PLAIN:
            self.reach = max(self.reach, end)
        elif end >= self.reach:
            self.reach = min(self.reach, start)

    def insert(self, x: int, count: int, style: Style) -> None:
        """Push the cells from `x` on to the right; what leaves the row is lost."""
        columns = len(self.chars)
        count = min(count, columns - x)
        self._part(x, columns - count)
        self.chars[x:x] = [BLANK] * count
        self.styles[x:x] = [style] * count
        del self.chars[columns:], self.styles[columns:]
        self.reach = columns

    def delete(self, x: int, count: int, style: Style) -> None:
        """Pull the cells behind `count` cells at `x` to the left."""
        columns = len(self.chars)
        count = min(count, columns - x)
        self._part(x, x + count)
        del self.chars[x : x + count], self.styles[x : x + count]
        self.chars += [BLANK] * count
        self.styles += [style] * count
        self.reach = columns

    def resize(self, columns: int) -> None:
        """Cut or fill the right end."""
        have = len(self.chars)
        if columns < have:
            self._part(columns, have)
            del self.chars[columns:], self.styles[columns:]
            self.reach = min(self.reach, columns)
        else:
            self.chars += [BLANK] * (columns - have)
            self.styles += [PLAIN] * (columns - have)

    @property
    def used(self) -> int:
        """Cells up to the last that is not plain and blank."""
        chars, styles = self.chars, self.styles
        end = self.reach
        while end and chars[end - 1] == BLANK and styles[end - 1] == PLAIN:
            end -= 1
        self.reach = end
        return end

    def _part(self, start: int, end: int) -> None:
        """Blank the other half of a wide character that an edge of this range cuts."""
        chars = self.chars
        if 0 < start < len(chars) and chars[start] == STUB:
            chars[start - 1] = chars[start] = BLANK
        if 0 < end < len(chars) and chars[end] == STUB:
            chars[end] = chars[end - 1] = BLANK


class Piece(NamedTuple):
    """Neighbouring cells of one style. A string has one character a cell."""

    cells: str | tuple[str, ...]
    style: Style


class Line(NamedTuple):
    """A row that does not change any more; cells beyond the pieces are blank."""

    pieces: tuple[Piece, ...]
    wrapped: bool = False

    @property
    def cells(self) -> list[str]:
        """Characters by cell, up to the last that is not blank."""
        return [char for piece in self.pieces for char in piece.cells]

    @property
    def text(self) -> str:
        """What it reads."""
        return "".join("".join(piece.cells) for piece in self.pieces)


EMPTY = Line(())


def frozen(row: Row) -> Line:
    """A row as a line."""
    end = len(row.chars) if row.wrapped else row.used
    if not end:
        return EMPTY
    chars, styles = row.chars[:end], row.styles[:end]
    if styles.count(styles[0]) == end:
        return Line((_piece(row, chars, styles[0]),), row.wrapped)
    pieces = []
    at = 0
    for style, group in groupby(styles):
        after = at + len(list(group))
        pieces.append(_piece(row, chars[at:after], style))
        at = after
    return Line(tuple(pieces), row.wrapped)


def _piece(row: Row, chars: list[str], style: Style) -> Piece:
    return Piece("".join(chars) if row.simple else tuple(chars), style)


Kept = Line | str
"""A line in the scrollback; text without style is a string, which costs least and is no work for
the garbage collector."""


def kept(row: Row) -> Kept:
    """A row in the form for the scrollback."""
    end = row.used
    if row.simple and not row.wrapped and row.styles[:end].count(PLAIN) == end:
        return "".join(row.chars[:end])
    return frozen(row)


def line_of(form: Kept) -> Line:
    """What is in the scrollback, as a line."""
    if isinstance(form, Line):
        return form
    return Line((Piece(form, PLAIN),)) if form else EMPTY


def thawed(line: Line, columns: int) -> Row:
    """A line as a row of the screen."""
    row = Row(columns)
    chars: list[str] = []
    styles: list[Style] = []
    for piece in line.pieces:
        chars += piece.cells
        styles += [piece.style] * len(piece.cells)
        row.simple = row.simple and isinstance(piece.cells, str)
    row.chars[: len(chars)] = chars
    row.styles[: len(styles)] = styles
    row.wrapped = line.wrapped
    row.reach = len(row.chars)
    row.resize(columns)
    return row


def rewrapped(rows: list[Row], columns: int, x: int, y: int) -> tuple[list[Row], int, int]:
    """The same text in rows of another width; the cursor stays on its character."""
    found: list[Row] = []
    place = (x, 0)
    at = 0
    while at < len(rows):
        first = at
        while rows[at].wrapped and at + 1 < len(rows):
            at += 1
        at += 1
        group = rows[first:at]
        chars: list[str] = []
        styles: list[Style] = []
        mark = None
        for number, row in enumerate(group):
            end = len(row.chars) if row.wrapped else row.used
            if first + number == y:
                mark = len(chars) + x
                end = max(end, min(x, len(row.chars)))
            chars += row.chars[:end]
            styles += row.styles[:end]
        start = 0
        while True:
            end = min(start + columns, len(chars))
            if end < len(chars) and chars[end] == "" and end - 1 > start:
                end -= 1
            row = Row(columns)
            row.simple = all(r.simple for r in group)
            row.chars[: end - start] = chars[start:end]
            row.styles[: end - start] = styles[start:end]
            row.reach = end - start
            if mark is not None and start <= mark and (mark < end or end == len(chars)):
                place = (min(mark - start, columns - 1), len(found))
            found.append(row)
            if end >= len(chars):
                break
            row.wrapped = True
            start = end
    return found, place[0], place[1]
