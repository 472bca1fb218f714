"""Which visual rows of a log are on the screen: lines read, cut, and put one below the other.

It knows lines by number and keeps its place by number, so that lines which arrive at either end, or
are let go at the front, move nothing that is being read.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict, deque
from collections.abc import Sequence
from enum import StrEnum

from davit_desktop.logs import carry
from davit_desktop.logs.ansi import PLAIN
from davit_desktop.logs.query import Matcher
from davit_desktop.logs.rows import LONGEST_SPREAD, Rows, moved
from davit_desktop.logs.spool import LogLine
from davit_desktop.logs.stamps import WIDTH, StampStyle
from davit_desktop.translation import tr
from davit_desktop.views.log_look import Look

FOLD = 16 * 1024
"""Bytes of a line that are shown before it has to be unfolded."""

UNFOLD = 128 * 1024  # bytes that one more click shows; a megabyte at once would halt the window
MARGIN = 12
_MARKER = 12  # the place of the sign that a line holds JSON
_LONGEST_NAME = 24
_MOST_LOOKS = 600

Visible = list[tuple[Look, int, float]]
"""Visual rows: the line, which of its rows, and its y."""


class Extra(StrEnum):
    """A visual row below those of a line's text."""

    FOLD = "fold"  # offers to show more of the line
    GAP = "gap"  # tells how many lines the filter left out


class LogLayout:
    """Place and geometry of a view. Whoever changes a setting calls `clear`."""

    def __init__(self) -> None:
        self.rows: Rows | None = None
        self.matcher: Matcher | None = None
        self.names: Sequence[str] = ()
        self.wrap = True
        self.stamps = StampStyle.OFF
        self.width = self.height = 0.0
        self.cell = self.line_height = 1.0
        self.top = 0  # number of the line at the top,
        self.top_row = 0  # and which of its visual rows
        self.widest = 0
        self._looks: OrderedDict[int, Look] = OrderedDict()
        self._unfolded: dict[int, int] = {}

    # Settings and news

    def set_rows(self, rows: Rows | None) -> None:
        self.rows = rows
        self.top = self.top_row = 0
        self._unfolded.clear()
        self.clear()

    def clear(self) -> None:
        """Every line has to be cut anew."""
        self._looks.clear()
        self.widest = 0

    def forget_unended(self) -> None:
        """Lines without end may have gone on, and the last line may have been one."""
        rows = self.rows
        if rows is not None:
            for number in range(rows.spool.end - 1, rows.end + 1):
                self._looks.pop(number, None)
            for number in [n for n in self._looks if n >= rows.spool.end]:
                del self._looks[number]

    def shift(self, places: array[int]) -> None:
        """Late lines were put before those of the numbers `places`."""
        self.top = moved(self.top, places)
        self._unfolded = {moved(n, places): size for n, size in self._unfolded.items()}
        for number in [n for n in self._looks if n >= places[0]]:
            del self._looks[number]

    def forget(self, number: int) -> None:
        self._looks.pop(number, None)

    def unfold(self, number: int) -> bool:
        """Show more of a very long line."""
        look = self.look(number)
        if look is None:
            return False
        self._unfolded[number] = len(look.line.data) + UNFOLD
        self._looks.pop(number)
        return True

    # Columns

    @property
    def name_width(self) -> int:
        """Cells for the names of containers, when there are several."""
        return min(_LONGEST_NAME, max(map(len, self.names))) if len(self.names) > 1 else 0

    @property
    def name_left(self) -> float:
        width = WIDTH[self.stamps]
        return MARGIN + ((width + 1) * self.cell if width else 0)

    @property
    def marker_left(self) -> float:
        width = self.name_width
        return self.name_left + ((width + 1) * self.cell if width else 0)

    @property
    def gutter(self) -> float:
        """Where the text begins."""
        return self.marker_left + _MARKER

    @property
    def columns(self) -> int:
        room = self.width - self.gutter - MARGIN / 2
        return max(10, int(room // self.cell))

    def page(self) -> int:
        """Visual rows that fit."""
        return max(1, int(self.height // self.line_height))

    # Lines

    def cached(self, number: int) -> Look | None:
        return self._looks.get(number)

    def look(self, number: int) -> Look | None:
        look = self._looks.get(number)
        if look is not None:
            self._looks.move_to_end(number)
            return look
        self._load(number, number)
        return self._looks.get(number)

    def _load(self, first: int, last: int) -> None:
        """Read the lines of rows from line `first` to line `last` that are not read yet."""
        rows = self.rows
        if rows is None or rows.count == 0:
            return
        if rows.filter is None:
            while first < last and first in self._looks:
                first += 1
            while last > first and last in self._looks:
                last -= 1
            if first in self._looks:
                return
        row = rows.row_of(first)
        count = rows.row_of(last) - row + 1
        columns = self.columns if self.wrap else 0
        before: deque[LogLine] = deque(maxlen=carry.REACH)
        for line in rows.fetch(row, count, FOLD):
            style = PLAIN
            if rows.filter is None:  # a line that stands alone has its own colours only
                if not before:
                    start = line.number - carry.REACH
                    before.extend(rows.spool.lines(start, carry.REACH, carry.HEAD))
                style = carry.style_after(before, line.stream, line.source)
                before.append(line)
            if line.number in self._looks:
                continue
            more = self._unfolded.get(line.number, 0)
            spread = rows.may_spread(line)
            if line.size > len(line.data) and (more or spread):
                most = max(more, LONGEST_SPREAD if spread else 0)
                data = rows.spool.bytes_of(line.number, 0, most)
                line = line._replace(data=data)
            look = Look(line, self.matcher, columns, style, spread=spread)
            self.widest = max(self.widest, look.cells.width)
            self._looks[line.number] = look
        while len(self._looks) > _MOST_LOOKS:
            self._looks.popitem(last=False)

    def extras(self, look: Look) -> list[Extra]:
        """The rows below those of a line's text."""
        extras = [Extra.FOLD] if folded(look.line) else []
        if self.left_out(look):
            extras.append(Extra.GAP)
        return extras

    def left_out(self, look: Look) -> int:
        """How many lines a filter with context leaves out below this one."""
        chosen = self.rows.filter if self.rows is not None else None
        if chosen is None or not chosen.context:
            return 0
        return chosen.hidden_after(look.line.number)

    def height_of(self, look: Look | None) -> int:
        """Visual rows of a line."""
        if look is None:
            return 1
        chosen = self.rows.filter if self.rows is not None else None
        if len(look.line.data) == look.line.size and (chosen is None or not chosen.context):
            return len(look.rows)
        return len(look.rows) + len(self.extras(look))

    def extra_at(self, look: Look, part: int) -> Extra | None:
        """What a visual row of a line is, None for its text."""
        extras = self.extras(look)
        at = part - len(look.rows)
        return extras[at] if 0 <= at < len(extras) else None

    def words(self, look: Look, extra: Extra) -> str:
        """What an extra row says."""
        if extra is Extra.GAP:
            return tr("⋯ %n line(s) hidden", "", self.left_out(look))
        left = folded(look.line)
        if left <= UNFOLD:
            return tr("… {size} more. Show all").format(size=size_words(left))
        return tr("… {size} more. Show {part} of it").format(
            size=size_words(left), part=size_words(UNFOLD)
        )

    def visible(self) -> Visible:
        """Every visual row on the screen, from the top."""
        rows = self.rows
        found: Visible = []
        if rows is None or rows.count == 0:
            return found
        y = 0.0
        row = rows.row_of(self.top)
        skip = self.top_row
        count = rows.count
        last = rows.number_at(min(row + self.page() + 1, count - 1))
        if any(number not in self._looks for number in (self.top, last)):
            self._load(self.top, last)
        while row < count and y < self.height:
            look = self.look(rows.number_at(row))
            if look is None:
                break
            for part in range(skip, self.height_of(look)):
                if y >= self.height:
                    break
                found.append((look, part, y))
                y += self.line_height
            skip = 0
            row += 1
        return found

    # Place

    def end_top(self) -> tuple[int, int]:
        """The top at which the last row stands at the bottom."""
        rows = self.rows
        assert rows is not None
        left = self.page()
        row = rows.count - 1
        if row < 0:
            return rows.first, 0
        first, last = rows.number_at(max(0, row - left)), rows.number_at(row)
        if first not in self._looks or last not in self._looks:
            self._load(first, last)
        while row >= 0:
            number = rows.number_at(row)
            height = self.height_of(self.look(number))
            if height >= left:
                return number, height - left
            left -= height
            row -= 1
        return rows.number_at(0), 0

    @property
    def place(self) -> tuple[int, int]:
        return self.top, self.top_row

    def go_to_end(self) -> None:
        self.top, self.top_row = self.end_top()

    def go_to(self, number: int) -> None:
        """Put a line into the middle."""
        self.top, self.top_row = number, 0
        self.step(-(self.page() // 2))
        self.settle()

    def settle(self) -> None:
        """Keep the top on a line that there is, and not below the end."""
        rows = self.rows
        if rows is None or rows.count == 0:
            return
        number = rows.number_at(rows.row_of(self.top))
        if number != self.top:
            self.top, self.top_row = number, 0
        self.top, self.top_row = min(self.place, self.end_top())

    def step(self, by: int) -> None:
        """Move the top by visual rows, without looking where the end is."""
        rows = self.rows
        if rows is None or rows.count == 0:
            return
        row = rows.row_of(self.top)
        part = self.top_row + by
        while part < 0 and row > 0:
            row -= 1
            part += self.height_of(self.look(rows.number_at(row)))
        while row < rows.count - 1:
            height = self.height_of(self.look(rows.number_at(row)))
            if part < height:
                break
            part -= height
            row += 1
        self.top, self.top_row = rows.number_at(row), max(0, part)


def folded(line: LogLine) -> int:
    """Bytes of a line that are not shown."""
    return line.size - len(line.data)


def size_words(size: int) -> str:
    """A number of bytes in words."""
    if size < 1024:
        return tr("%n byte(s)", "", size)
    if size < 1 << 20:
        return f"{size / 1024:.0f} KB"
    return f"{size / (1 << 20):.1f} MB"
