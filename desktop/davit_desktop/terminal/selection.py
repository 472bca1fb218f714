"""What is selected in a terminal, and the text of it (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from davit_desktop.terminal.rows import STUB, Line

_JOINED = "_-./:~@%+="  # characters that a double click takes for part of a word


class Place(NamedTuple):
    """A gap between cells; `line` counts all lines that ever were, so that it stays when more
    come."""

    line: int
    column: int


class Selection(NamedTuple):
    """Everything between two places, in either order."""

    anchor: Place
    head: Place

    @property
    def span(self) -> tuple[Place, Place]:
        """The earlier and the later place."""
        return min(self), max(self)

    def columns(self, line: int, width: int) -> tuple[int, int]:
        """Which cells of a line are selected; an empty range for none."""
        start, end = self.span
        if not start.line <= line <= end.line:
            return (0, 0)
        return (
            start.column if line == start.line else 0,
            end.column if line == end.line else width,
        )


LineOf = Callable[[int], Line]


def text(selection: Selection, line_of: LineOf) -> str:
    """What is selected; rows that were only wrapped are joined, blanks at ends of lines are not
    taken."""
    start, end = selection.span
    parts: list[str] = []
    for number in range(start.line, end.line + 1):
        line = line_of(number)
        cells = line.cells
        first, last = selection.columns(number, len(cells))
        piece = "".join(cells[first:last])
        whole = line.wrapped and number < end.line
        parts.append(piece if line.wrapped else piece.rstrip(" "))
        if number < end.line and not whole:
            parts.append("\n")
    return "".join(parts)


def word_at(place: Place, line_of: LineOf) -> Selection:
    """The word, or the run of other characters, in the cell behind a place."""
    cells = line_of(place.line).cells
    at = place.column
    if at >= len(cells):
        return Selection(place, place)

    def sort(index: int) -> int:
        while cells[index] == STUB and index:
            index -= 1
        char = cells[index][:1]
        return 0 if char.isspace() else 1 if char.isalnum() or char in _JOINED else 2

    start = end = at
    while start > 0 and sort(start - 1) == sort(at):
        start -= 1
    while end < len(cells) and sort(end) == sort(at):
        end += 1
    return Selection(Place(place.line, start), Place(place.line, end))


def line_at(place: Place, line_of: LineOf, first: int, last: int) -> Selection:
    """The whole line at a place, over all rows it is wrapped into."""
    start = end = place.line
    while start > first and line_of(start - 1).wrapped:
        start -= 1
    while end < last and line_of(end).wrapped:
        end += 1
    return Selection(Place(start, 0), Place(end, len(line_of(end).cells)))


def joined(first: Selection, second: Selection) -> Selection:
    """From the farther end of the first to the farther end of the second, as a drag by words."""
    if second.span[0] < first.span[0]:
        return Selection(first.span[1], second.span[0])
    return Selection(first.span[0], second.span[1])


def matches(needle: str, lines: Iterable[tuple[int, Line]], most: int = 10_000) -> list[Selection]:
    """Where a text stands in numbered lines, whatever its case; at most so many places."""
    wanted = needle.casefold()
    found: list[Selection] = []
    if not wanted:
        return found
    for number, line in lines:
        if wanted not in line.text.casefold():
            continue
        cells = line.cells
        # The cell of each character, for a character may fold into several.
        owner = [at for at, cell in enumerate(cells) for _ in cell.casefold()]
        folded = "".join(cell.casefold() for cell in cells)
        at = folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            last = owner[end] if end < len(owner) else len(cells)
            found.append(Selection(Place(number, owner[at]), Place(number, last)))
            if len(found) >= most:
                return found
            at = folded.find(wanted, end)
    return found
