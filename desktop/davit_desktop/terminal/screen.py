"""The screen of a terminal: rows, a cursor, a scrolling region, a second screen, scrollback.

Methods are what control sequences ask for; places count from 0, and every count is bounded by the
size of the screen, whatever is asked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from davit_desktop.logs.ansi import PLAIN, Style
from davit_desktop.terminal.rows import (
    EMPTY,
    Kept,
    Line,
    Piece,
    Row,
    frozen,
    kept,
    line_of,
    rewrapped,
    thawed,
    width,
)

LEAST = (2, 1)  # columns, rows
MOST = (1000, 500)
SCROLLBACK = 10_000
_MOST_PIECES = 400_000  # of lines in the scrollback that are not plain; some 64 bytes each
_TAB = 8
_GRAPHICS = str.maketrans(
    "`afgjklmnopqrstuvwxyz{|}~", "◆▒°±┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"
)  # DEC special graphics


@dataclass(slots=True)
class Cursor:
    """Where the next character goes, and how it will look."""

    x: int = 0
    y: int = 0
    style: Style = PLAIN
    pending: bool = False  # the row is full; the next character goes into the next one
    graphics: tuple[bool, bool] = (False, False)  # whether G0 and G1 draw lines
    shift: int = 0
    origin: bool = False


class Screen:
    """The grid. `scrolled` counts the lines that ever went into the scrollback."""

    def __init__(self, columns: int = 80, rows: int = 24, scrollback: int = SCROLLBACK) -> None:
        self.columns, self.height = bounded(columns, rows)
        self.scrollback: deque[Kept] = deque()
        self.scrolled = 0
        self._limit = scrollback
        self._pieces = 0
        self.reset()

    def reset(self) -> None:
        """As new, but for the scrollback."""
        self.rows = [Row(self.columns) for _ in range(self.height)]
        self.other: list[Row] = []  # the rows of the first screen, while the second is shown
        self.alternate = False
        self.cursor = Cursor()
        self._saved = Cursor()
        self._saved_other = Cursor()
        self.top, self.bottom = 0, self.height - 1
        self.tabs = set(range(0, self.columns, _TAB))
        self.autowrap = True
        self.inserting = False
        self.newline = False  # a line feed also returns the carriage
        self.reverse = False
        self._last = ""

    # Reading

    def line(self, index: int) -> Line:
        """The line `index` counted from the oldest of the scrollback; beyond it, the screen's."""
        back = len(self.scrollback)
        if index < back:
            return line_of(self.scrollback[index]) if index >= 0 else EMPTY
        index -= back
        return frozen(self.rows[index]) if index < self.height else EMPTY

    def lines(self, start: int, count: int) -> list[Line]:
        """As `line`, for several that follow each other."""
        back = len(self.scrollback)
        found: list[Line] = []
        if start < back:
            found += map(line_of, islice(self.scrollback, max(start, 0), start + count))
        first = max(start - back, 0)
        found += map(frozen, self.rows[first : max(first, start + count - back)])
        return found

    @property
    def count(self) -> int:
        """Lines of scrollback and screen together."""
        return len(self.scrollback) + self.height

    # Drawing

    def draw(self, text: str) -> None:
        """Put characters at the cursor and move it on."""
        cursor = self.cursor
        if cursor.graphics[cursor.shift]:
            text = text.translate(_GRAPHICS)
        if not text.isascii() and any(width(char) != 1 for char in text):
            for char in text:
                self._draw_one(char)
            return
        self._last = text[-1:]
        at = 0
        while at < len(text):
            if cursor.pending:
                if not self.autowrap:
                    # Only the last character stays in the last cell.
                    self.rows[cursor.y].write(self.columns - 1, text[-1], cursor.style)
                    return
                self._wrap()
            row = self.rows[cursor.y]
            piece = text[at : at + self.columns - cursor.x]
            if self.inserting:
                row.insert(cursor.x, len(piece), cursor.style)
            row.write(cursor.x, piece, cursor.style)
            at += len(piece)
            cursor.x += len(piece)
            if cursor.x >= self.columns:
                cursor.x = self.columns - 1
                cursor.pending = True

    def draw_lines(self, text: str) -> None:
        """Draw text in which every line feed follows a carriage return, fast for many lines."""
        cursor = self.cursor
        lines = text.split("\r\n")
        if (
            len(lines) <= self.height + 1
            or self.alternate
            or self.inserting
            or (self.top, self.bottom) != (0, self.height - 1)
            or cursor.graphics[cursor.shift]
            or not text.isascii()
            or max(map(len, lines)) >= self.columns
        ):
            last = len(lines) - 1
            for number, line in enumerate(lines):
                if line:
                    self.draw(line)
                if number < last:
                    self.carriage_return()
                    self.linefeed()
            return
        # Most of these lines are only passed through on their way to the scrollback.
        self.draw(lines[0]) if lines[0] else None
        seen = self.rows[: cursor.y + 1]
        gone = lines[1 : len(lines) - self.height]
        style = cursor.style
        self._keep([kept(row) for row in seen])
        self._keep(
            gone
            if style == PLAIN
            else [Line((Piece(line, style),)) if line else "" for line in gone]
        )
        self.rows = [Row(self.columns) for _ in range(self.height)]
        for row, line in zip(self.rows, lines[-self.height :], strict=True):
            row.write(0, line, style)
        cursor.x, cursor.y, cursor.pending = len(lines[-1]), self.height - 1, False

    def repeat(self, count: int) -> None:
        """Draw the last character again."""
        if self._last:
            self.draw(self._last * min(count, self.columns * self.height))

    def _draw_one(self, char: str) -> None:
        cursor = self.cursor
        cells = width(char)
        if cells == 0:
            x = cursor.x if cursor.pending else cursor.x - 1
            if x >= 0:
                self.rows[cursor.y].combine(x, char)
            return
        if cursor.pending or cursor.x + cells > self.columns:
            if self.autowrap:
                self._wrap()
            else:
                cursor.x = self.columns - cells
        self._last = char
        row = self.rows[cursor.y]
        if self.inserting:
            row.insert(cursor.x, cells, cursor.style)
        if cells == 1:
            row.write(cursor.x, char, cursor.style)
        else:
            row.write_wide(cursor.x, char, cursor.style)
        cursor.pending = cursor.x + cells >= self.columns
        cursor.x = min(cursor.x + cells, self.columns - 1)

    def _wrap(self) -> None:
        self.rows[self.cursor.y].wrapped = True
        self.cursor.x = 0
        self.cursor.pending = False
        self.index()

    # Moving

    def carriage_return(self) -> None:
        self.cursor.x = 0
        self.cursor.pending = False

    def backspace(self) -> None:
        self.cursor.x = max(0, self.cursor.x - 1)
        self.cursor.pending = False

    def tab(self, count: int = 1) -> None:
        """Go to a next tab stop; backwards for a negative count."""
        cursor = self.cursor
        for _ in range(min(abs(count), self.columns)):
            if count > 0:
                stops = [stop for stop in self.tabs if stop > cursor.x]
                cursor.x = min(stops, default=self.columns - 1)
            else:
                stops = [stop for stop in self.tabs if stop < cursor.x]
                cursor.x = max(stops, default=0)
        cursor.pending = False

    def set_tab(self) -> None:
        self.tabs.add(self.cursor.x)

    def clear_tabs(self, all: bool) -> None:
        if all:
            self.tabs.clear()
        else:
            self.tabs.discard(self.cursor.x)

    def linefeed(self) -> None:
        self.index()
        if self.newline:
            self.cursor.x = 0

    def index(self) -> None:
        """Down one row, scrolling at the bottom of the region."""
        cursor = self.cursor
        cursor.pending = False
        if cursor.y == self.bottom:
            self.scroll_up(1)
        elif cursor.y < self.height - 1:
            cursor.y += 1

    def reverse_index(self) -> None:
        """Up one row, scrolling at the top of the region."""
        cursor = self.cursor
        cursor.pending = False
        if cursor.y == self.top:
            self.scroll_down(1)
        elif cursor.y > 0:
            cursor.y -= 1

    def move(self, columns: int, rows: int) -> None:
        """By so many; a region that the cursor is in holds it."""
        cursor = self.cursor
        low = self.top if cursor.y >= self.top else 0
        high = self.bottom if cursor.y <= self.bottom else self.height - 1
        cursor.y = max(low, min(high, cursor.y + rows))
        cursor.x = max(0, min(self.columns - 1, cursor.x + columns))
        cursor.pending = False

    def go(self, x: int | None = None, y: int | None = None) -> None:
        """To a place; None stays in that direction."""
        cursor = self.cursor
        if x is not None:
            cursor.x = max(0, min(self.columns - 1, x))
        if y is not None:
            first, last = (self.top, self.bottom) if cursor.origin else (0, self.height - 1)
            cursor.y = max(first, min(last, y + first))
        cursor.pending = False

    def set_region(self, top: int, bottom: int) -> None:
        """Scroll only these rows; ignored when they are not at least two."""
        bottom = min(bottom, self.height - 1)
        if 0 <= top < bottom:
            self.top, self.bottom = top, bottom
            self.go(0, 0)

    def set_origin(self, on: bool) -> None:
        """Count rows from the top of the region."""
        self.cursor.origin = on
        self.go(0, 0)

    def save_cursor(self) -> None:
        self._saved = replace(self.cursor)

    def restore_cursor(self) -> None:
        self.cursor = replace(self._saved)
        self._hold_cursor()

    # Scrolling, erasing, inserting

    def scroll_up(self, count: int) -> None:
        """Rows of the region go up; from the whole first screen into the scrollback."""
        rows, top = self.rows, self.top
        count = min(count, self.bottom - top + 1)
        if top == 0 and not self.alternate:
            self._keep([kept(row) for row in rows[:count]])
        del rows[top : top + count]
        at = self.bottom + 1 - count
        rows[at:at] = [Row(self.columns, self._paper()) for _ in range(count)]

    def scroll_down(self, count: int) -> None:
        """Rows of the region go down."""
        self._shift_down(self.top, count)

    def insert_lines(self, count: int) -> None:
        if self.top <= self.cursor.y <= self.bottom:
            self._shift_down(self.cursor.y, count)
            self.carriage_return()

    def delete_lines(self, count: int) -> None:
        y = self.cursor.y
        if self.top <= y <= self.bottom:
            count = min(count, self.bottom - y + 1)
            del self.rows[y : y + count]
            at = self.bottom + 1 - count
            self.rows[at:at] = [Row(self.columns, self._paper()) for _ in range(count)]
            self.carriage_return()

    def _shift_down(self, y: int, count: int) -> None:
        count = min(count, self.bottom - y + 1)
        del self.rows[self.bottom + 1 - count : self.bottom + 1]
        self.rows[y:y] = [Row(self.columns, self._paper()) for _ in range(count)]

    def insert_characters(self, count: int) -> None:
        self.rows[self.cursor.y].insert(self.cursor.x, count, self._paper())
        self.cursor.pending = False

    def delete_characters(self, count: int) -> None:
        self.rows[self.cursor.y].delete(self.cursor.x, count, self._paper())
        self.cursor.pending = False

    def erase_characters(self, count: int) -> None:
        cursor = self.cursor
        end = min(self.columns, cursor.x + count)
        self.rows[cursor.y].erase(cursor.x, end, self._paper())
        cursor.pending = False

    def erase_line(self, how: int) -> None:
        """0 from the cursor on, 1 up to it, 2 all."""
        cursor = self.cursor
        row = self.rows[cursor.y]
        start = 0 if how else cursor.x
        end = cursor.x + 1 if how == 1 else self.columns
        row.erase(start, end, self._paper())
        if end == self.columns:
            row.wrapped = False
        cursor.pending = False

    def erase_display(self, how: int) -> None:
        """0 from the cursor on, 1 up to it, 2 all, 3 the scrollback."""
        y = self.cursor.y
        if how == 3:
            self.scrollback.clear()
            self._pieces = 0
            return
        if how in (0, 1):
            self.erase_line(how)
        if how == 2 and not self.alternate:
            # As xterm's successors do: what is cleared can still be scrolled back to.
            used = [row.used > 0 for row in self.rows]
            keep = self.height - used[::-1].index(True) if any(used) else 0
            self._keep([kept(row) for row in self.rows[:keep]])
        first, last = {0: (y + 1, self.height), 1: (0, y), 2: (0, self.height)}.get(how, (0, 0))
        self.rows[first:last] = [Row(self.columns, self._paper()) for _ in range(last - first)]

    def _keep(self, forms: Sequence[Kept]) -> None:
        """Put lines into the scrollback; the oldest make room."""
        back = self.scrollback
        back.extend(forms)
        self.scrolled += len(forms)
        self._pieces += sum(map(_weight, forms))
        while len(back) > self._limit or (self._pieces > _MOST_PIECES and back):
            self._pieces -= _weight(back.popleft())

    def alignment(self) -> None:
        """Fill the screen with E."""
        self.top, self.bottom = 0, self.height - 1
        for row in self.rows:
            row.write(0, "E" * self.columns, PLAIN)
        self.go(0, 0)

    def _paper(self) -> Style:
        background = self.cursor.style.background
        return PLAIN if background is None else Style(background=background)

    # Two screens, and another size

    def use_alternate(self, on: bool, *, clear: bool = False) -> None:
        """Show the second screen, which has no scrollback, or the first again."""
        if on != self.alternate:
            if on:
                self.other, self.rows = self.rows, [Row(self.columns) for _ in range(self.height)]
            else:
                self.rows, self.other = self.other, []
            self._saved, self._saved_other = self._saved_other, self._saved
            self.alternate = on
        if on and clear:
            self.rows = [Row(self.columns) for _ in range(self.height)]

    def resize(self, columns: int, rows: int) -> None:
        """Another size. Rows of the first screen are wrapped anew; the region is all of it."""
        columns, rows = bounded(columns, rows)
        if (columns, rows) == (self.columns, self.height):
            return
        wider = columns > self.columns
        old = self.columns
        if self.alternate:
            inner = self._saved_other
            self.other, inner.x, inner.y = self._fitted(self.other, columns, rows, inner.x, inner.y)
            for row in self.rows:
                row.resize(columns)
            if len(self.rows) > rows:
                del self.rows[rows:]
            self.rows += [Row(columns) for _ in range(rows - len(self.rows))]
        else:
            cursor = self.cursor
            self.rows, cursor.x, cursor.y = self._fitted(
                self.rows, columns, rows, cursor.x, cursor.y
            )
        self.columns, self.height = columns, rows
        self.top, self.bottom = 0, rows - 1
        if wider:
            self.tabs |= set(range(-(-old // _TAB) * _TAB, columns, _TAB))
        self.tabs = {stop for stop in self.tabs if stop < columns}
        self._hold_cursor()

    def _fitted(
        self, rows: list[Row], columns: int, height: int, x: int, y: int
    ) -> tuple[list[Row], int, int]:
        """Rows of the first screen at another size, and where its cursor is then."""
        if rows and len(rows[0].chars) != columns:
            rows, x, y = rewrapped(rows, columns, x, y)
        spare = len(rows) - height
        while spare > 0 and len(rows) - 1 > y and not rows[-1].used:
            rows.pop()
            spare -= 1
        if spare > 0:
            self._keep([kept(row) for row in rows[:spare]])
            del rows[:spare]
            y -= spare
        while len(rows) < height and self.scrollback and y >= 0:
            # Text comes back down from the scrollback only as far as it stood on the screen.
            if not rows or rows[-1].used or y == len(rows) - 1:
                form = self.scrollback.pop()
                self._pieces -= _weight(form)
                rows.insert(0, thawed(line_of(form), columns))
                self.scrolled -= 1
                y += 1
            else:
                break
        rows += [Row(columns) for _ in range(height - len(rows))]
        return rows, min(x, columns - 1), max(0, min(y, height - 1))

    def _hold_cursor(self) -> None:
        cursor = self.cursor
        cursor.x = min(cursor.x, self.columns - 1)
        cursor.y = min(cursor.y, self.height - 1)
        cursor.pending = cursor.pending and cursor.x == self.columns - 1


def _weight(form: Kept) -> int:
    """What a line costs beyond its text."""
    if isinstance(form, str):
        return 0
    return sum(1 if isinstance(cells, str) else len(cells) for cells, _ in form.pieces)


def bounded(columns: int, rows: int) -> tuple[int, int]:
    """A size that a screen can have."""
    return (
        max(LEAST[0], min(MOST[0], columns)),
        max(LEAST[1], min(MOST[1], rows)),
    )
