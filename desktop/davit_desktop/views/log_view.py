"""A log painted straight from its rows: only what is on the screen is read, cut and drawn.

The view knows lines by number and keeps its place by number, so that lines which arrive at either
end, or are let go at the front, move nothing that is being read.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections import OrderedDict, deque
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget
from typing_extensions import override

from davit_desktop.logs import carry
from davit_desktop.logs.ansi import PLAIN, Style
from davit_desktop.logs.entries import Kind, Stream
from davit_desktop.logs.query import Matcher, Places
from davit_desktop.logs.rows import Place, Rows
from davit_desktop.logs.spool import LogLine
from davit_desktop.logs.stamps import WIDTH, StampStyle, dated, iso, stamp
from davit_desktop.views.log_look import Inks, Look
from davit_desktop.views.theme import monospace, tokens

FOLD = 16 * 1024
"""Bytes of a line that are shown before it has to be unfolded."""

_UNFOLD = 128 * 1024  # bytes that one more click shows; a megabyte at once would halt the window
_MARGIN = 12
_SMALLEST, _LARGEST = 6.0, 32.0
_ONE_LINE_WHEEL = 40  # of the 120 units of a wheel's notch: three lines a notch


class LogView(QAbstractScrollArea):
    """Shows `rows`. Emits what the person does; decides nothing about where lines come from."""

    follow_changed = Signal(bool)
    new_lines_changed = Signal(int)
    near_top = Signal()
    link_clicked = Signal(str)
    selection_changed = Signal()
    font_size_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "log")
        self._rows: Rows | None = None
        self._matcher: Matcher | None = None
        self._current: int | None = None
        self._looks: OrderedDict[int, Look] = OrderedDict()
        self._unfolded: dict[int, int] = {}
        self._top = 0  # number of the line at the top,
        self._top_row = 0  # and which of its visual rows
        self._follow = True
        self._seen_end = 0
        self._new_lines = 0
        self._wrap = True
        self._stamps = StampStyle.OFF
        self._anchor: Place | None = None
        self._caret: Place | None = None
        self._pressed = False
        self._dragged = False
        self._hovered_link: tuple[int, int] | None = None
        self._press_at = QPoint()
        self._clicks = 0
        self._last_click = 0.0
        self._wheel_rest = 0
        self._widest = 0
        self._moving_bar = False
        self._base_size = 10.0
        self._inks = Inks(tokens(self.palette()))
        self._drag_timer = QTimer(self, interval=40)
        self._drag_timer.timeout.connect(self._drag_on)
        self._ago_timer = QTimer(self, interval=1000)
        self._ago_timer.timeout.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.verticalScrollBar().setAccessibleName("Position in the log")
        self.setAccessibleName("Log")
        self._font = QFont()
        self.set_font_size(self._base_size)

    # What is shown

    def set_rows(self, rows: Rows | None) -> None:
        """Show other rows, from their end."""
        self._rows = rows
        self._anchor = self._caret = None
        self._current = None
        self._unfolded.clear()
        self._top = self._top_row = 0
        self._seen_end = 0
        self._looks.clear()
        self._widest = 0
        self.set_follow(True)
        self.refresh()

    def refresh(self) -> None:
        """The rows have changed: lines came, went or were filtered."""
        rows = self._rows
        if rows is None:
            self.viewport().update()
            return
        for entry in range(len(rows.unended)):
            self._looks.pop(rows.spool.end + entry, None)
        self._looks.pop(rows.spool.end - 1, None)  # it may have been a line without end
        if self._follow and not self._pressed:
            self._to_end()
        else:
            self._settle()
        self._update_bars()
        self._count_new()
        self.viewport().update()

    def set_matcher(self, matcher: Matcher | None) -> None:
        """What to highlight."""
        self._matcher = matcher
        self._looks.clear()
        self.viewport().update()

    def set_current(self, number: int | None) -> None:
        """The line of the hit that the person is at; it is brought into view."""
        self._current = number
        if number is not None:
            self.show_line(number)
        self.viewport().update()

    @property
    def current(self) -> int | None:
        return self._current

    @property
    def top_line(self) -> int:
        """The number of the first line on the screen."""
        return self._top

    def set_wrap(self, wrap: bool) -> None:
        self._wrap = wrap
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wrap else policy.ScrollBarAsNeeded
        )
        self._relayout()

    @property
    def wrap(self) -> bool:
        return self._wrap

    def set_stamps(self, style: StampStyle) -> None:
        self._stamps = style
        if style is StampStyle.RELATIVE:
            self._ago_timer.start()
        else:
            self._ago_timer.stop()
        self._relayout()

    @property
    def stamps(self) -> StampStyle:
        return self._stamps

    def set_follow(self, follow: bool) -> None:
        """Stay at the end as lines arrive, or stay where the person reads."""
        if follow != self._follow:
            self._follow = follow
            self.follow_changed.emit(follow)
        if follow and self._rows is not None:
            self._to_end()
            self._update_bars()
            self._count_new()
            self.viewport().update()

    @property
    def follow(self) -> bool:
        return self._follow

    @property
    def new_lines(self) -> int:
        """Lines that arrived below what has been on the screen."""
        return self._new_lines

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; 0 steps is the usual size."""
        size = self._base_size if steps == 0 else self._font.pointSizeF() + steps
        self.set_font_size(size)
        self.font_size_changed.emit(self._font.pointSizeF())

    def set_font_size(self, points: float) -> None:
        self._font = monospace(max(_SMALLEST, min(points, _LARGEST)))
        self._font.setStyleHint(QFont.StyleHint.Monospace)
        self._font.setKerning(False)
        metrics = QFontMetricsF(self._font)
        self._cell = metrics.horizontalAdvance("M" * 64) / 64
        self._height = float(round(metrics.height() * 1.15))
        self._baseline = round((self._height - metrics.height()) / 2 + metrics.ascent())
        self._relayout()

    def show_line(self, number: int) -> None:
        """Bring a line into view, in the middle unless it is there already."""
        rows = self._rows
        if rows is None or any(look.line.number == number for look, _, _ in self._visible()):
            return
        if self._follow:
            self.set_follow(False)
        self._top, self._top_row = number, 0
        self._step(-(self._page() // 2))
        self._settle()
        self._update_bars()
        self._count_new()

    def shown_text(self) -> list[str]:
        """The visual rows on the screen, as they are drawn."""
        return [
            look.cells.shown[slice(*look.rows[row])]
            if row < len(look.rows)
            else self._fold_words(look.line)
            for look, row, _ in self._visible()
        ]

    # Selection

    @property
    def selection(self) -> tuple[Place, Place] | None:
        """The selected range in order, or None."""
        if self._anchor is None or self._caret is None or self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def select_all(self) -> None:
        rows = self._rows
        if rows is not None and rows.count:
            self.set_follow(False)
            self._select((rows.number_at(0), 0), (rows.end, 0))

    def clear_selection(self) -> None:
        self._select(None, None)

    def selected_bytes(self, most: int = 64 << 20) -> bytes:
        """What is selected, exactly. Raises OverflowError when it is more than `most` bytes."""
        selection = self.selection
        if selection is None or self._rows is None:
            return b""
        start, end = selection
        end = self._past_fold(end)
        return b"".join(self._rows.copy(start, end, most))

    def _past_fold(self, place: Place) -> Place:
        """The end of what is shown of a folded line is the end of the line."""
        number, at = place
        look = self._looks.get(number)
        if look is None or at < len(look.text) or look.line.size <= len(look.line.data):
            return place
        return number, 1 << 60

    def _select(self, anchor: Place | None, caret: Place | None) -> None:
        if (anchor, caret) != (self._anchor, self._caret):
            self._anchor, self._caret = anchor, caret
            self.selection_changed.emit()
            self.viewport().update()

    # Geometry, in visual rows

    @property
    def _gutter(self) -> float:
        width = WIDTH[self._stamps]
        return _MARGIN + (width + 1) * self._cell if width else _MARGIN

    @property
    def _columns(self) -> int:
        room = self.viewport().width() - self._gutter - _MARGIN / 2
        return max(10, int(room // self._cell))

    def _page(self) -> int:
        """Visual rows that fit."""
        return max(1, int(self.viewport().height() // self._height))

    def _look(self, number: int) -> Look | None:
        look = self._looks.get(number)
        if look is not None:
            self._looks.move_to_end(number)
            return look
        self._load(number, number)
        return self._looks.get(number)

    def _load(self, first: int, last: int) -> None:
        """Read the lines of rows from line `first` to line `last` that are not read yet."""
        rows = self._rows
        if rows is None or rows.count == 0:
            return
        row = rows.row_of(first)
        count = rows.row_of(last) - row + 1
        columns = self._columns if self._wrap else 0
        before: deque[LogLine] = deque(maxlen=carry.REACH)
        for line in rows.fetch(row, count, FOLD):
            style = PLAIN
            if rows.filter is None:  # a line that stands alone has its own colours only
                if not before:
                    start = line.number - carry.REACH
                    before.extend(rows.spool.lines(start, carry.REACH, carry.HEAD))
                style = carry.style_after(before, line.stream)
                before.append(line)
            if line.number in self._looks:
                continue
            more = self._unfolded.get(line.number, 0)
            if more and line.size > len(line.data):
                data = rows.spool.bytes_of(line.number, 0, more)
                line = line._replace(data=data)
            look = Look(line, self._matcher, columns, style)
            self._widest = max(self._widest, look.cells.width)
            self._looks[line.number] = look
        while len(self._looks) > 600:
            self._looks.popitem(last=False)

    def _height_of(self, look: Look) -> int:
        return len(look.rows) + (1 if self._folded(look.line) else 0)

    @staticmethod
    def _folded(line: LogLine) -> int:
        """Bytes of a line that are not shown."""
        return line.size - len(line.data)

    def _visible(self) -> list[tuple[Look, int, float]]:
        """Each visual row on the screen: its line, which row of the line, and its y.

        The row after a line's last one is the offer to unfold it.
        """
        rows = self._rows
        found: list[tuple[Look, int, float]] = []
        if rows is None or rows.count == 0:
            return found
        y = 0.0
        bottom = self.viewport().height()
        row = rows.row_of(self._top)
        skip = self._top_row
        count = rows.count
        last = rows.number_at(min(row + self._page() + 1, count - 1))
        if any(number not in self._looks for number in (self._top, last)):
            self._load(self._top, last)
        while row < count and y < bottom:
            look = self._look(rows.number_at(row))
            if look is None:
                break
            for part in range(skip, self._height_of(look)):
                if y >= bottom:
                    break
                found.append((look, part, y))
                y += self._height
            skip = 0
            row += 1
        return found

    def _end_top(self) -> tuple[int, int]:
        """The top at which the last row stands at the bottom."""
        rows = self._rows
        assert rows is not None
        left = self._page()
        row = rows.count - 1
        if row < 0:
            return rows.first, 0
        self._load(rows.number_at(max(0, row - left)), rows.number_at(row))
        while row >= 0:
            number = rows.number_at(row)
            look = self._look(number)
            height = self._height_of(look) if look else 1
            if height >= left:
                return number, height - left
            left -= height
            row -= 1
        return rows.number_at(0), 0

    def _to_end(self) -> None:
        self._top, self._top_row = self._end_top()

    def _settle(self) -> None:
        """Keep the top on a line that there is, and not below the end."""
        rows = self._rows
        if rows is None or rows.count == 0:
            return
        row = rows.row_of(self._top)
        number = rows.number_at(row)
        if number != self._top:
            self._top, self._top_row = number, 0
        limit = self._end_top()
        if (self._top, self._top_row) > limit:
            self._top, self._top_row = limit

    def _step(self, by: int) -> None:
        """Move the top by visual rows, without looking where the end is."""
        rows = self._rows
        if rows is None or rows.count == 0:
            return
        row = rows.row_of(self._top)
        part = self._top_row + by
        while part < 0 and row > 0:
            row -= 1
            look = self._look(rows.number_at(row))
            part += self._height_of(look) if look else 1
        while row < rows.count - 1:
            look = self._look(rows.number_at(row))
            height = self._height_of(look) if look else 1
            if part < height:
                break
            part -= height
            row += 1
        self._top, self._top_row = rows.number_at(row), max(0, part)

    def scroll_by(self, by: int) -> None:
        """Scroll by visual rows. Upwards stops following, reaching the end starts it again."""
        if self._rows is None or self._rows.count == 0:
            return
        before = (self._top, self._top_row)
        self._step(by)
        self._settle()
        self._scrolled(upwards=(self._top, self._top_row) < before)

    def scroll_to_start(self) -> None:
        if self._rows is not None:
            before = (self._top, self._top_row)
            self._top, self._top_row = self._rows.first, 0
            self._settle()
            self._scrolled(upwards=(self._top, self._top_row) < before)

    def _scrolled(self, *, upwards: bool) -> None:
        rows = self._rows
        assert rows is not None
        at_end = (self._top, self._top_row) >= self._end_top()
        if upwards and not at_end:
            self.set_follow(False)
        elif at_end and not self._pressed and self.selection is None:
            self.set_follow(True)
        self._update_bars()
        self._count_new()
        self.viewport().update()
        if rows.row_of(self._top) < 2 * self._page():
            self.near_top.emit()

    def _update_bars(self) -> None:
        rows = self._rows
        self._moving_bar = True
        bar = self.verticalScrollBar()
        if rows is None or rows.count == 0:
            bar.setRange(0, 0)
        else:
            bar.setRange(0, rows.row_of(self._end_top()[0]))
            bar.setPageStep(self._page())
            bar.setValue(rows.row_of(self._top))
        bar.setEnabled(bar.maximum() > 0)
        side = self.horizontalScrollBar()
        columns = self._columns
        side.setRange(0, 0 if self._wrap else max(0, self._widest + 1 - columns))
        side.setPageStep(columns)
        side.setSingleStep(8)
        self._moving_bar = False

    def _bar_moved(self, value: int) -> None:
        rows = self._rows
        if self._moving_bar or rows is None or rows.count == 0:
            return
        before = (self._top, self._top_row)
        if value >= self.verticalScrollBar().maximum():
            self._to_end()
        else:
            self._top, self._top_row = rows.number_at(value), 0
        self._scrolled(upwards=(self._top, self._top_row) < before)

    def _count_new(self) -> None:
        rows = self._rows
        if rows is None:
            return
        whole = self.viewport().height() - self._height
        for look, _, y in reversed(self._visible()):
            if y <= whole:
                self._seen_end = max(self._seen_end, look.line.number + 1)
                break
        if self._follow:
            self._seen_end = rows.end
        new = max(0, rows.count - rows.row_of(self._seen_end))
        if new != self._new_lines:
            self._new_lines = new
            self.new_lines_changed.emit(new)

    def _relayout(self) -> None:
        self._looks.clear()
        self._widest = 0
        if self._rows is not None:
            self._top_row = 0
            self.refresh()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        t = tokens(self.palette())
        if t is not self._inks.tokens:
            self._inks = Inks(t)
        painter.fillRect(event.rect(), QColor(t.surface))
        painter.setFont(self._font)
        now = time.time_ns()
        selection = self.selection
        for look, part, y in self._visible():
            if y + self._height < event.rect().top() or y > event.rect().bottom():
                continue
            if look.line.kind > Kind.PIECE:
                self._paint_mark(painter, look.line, y)
                continue
            if look.line.number == self._current:
                here = QColor(t.selection)
                here.setAlphaF(0.55)
                painter.fillRect(QRectF(0, y, self.viewport().width(), self._height), here)
            self._paint_gutter(painter, look, part, y, now)
            if part < len(look.rows):
                self._paint_text(painter, look, part, y, selection)
            else:
                self._paint_fold(painter, look, y)
        painter.end()

    def _paint_gutter(self, painter: QPainter, look: Look, part: int, y: float, now: int) -> None:
        t = self._inks.tokens
        if look.line.stream is Stream.ERR:
            painter.fillRect(QRectF(3, y, 3, self._height), QColor(t.orange))
        if part:
            return
        text = stamp(look.line.time_ns, self._stamps, now)
        if text:
            painter.setPen(QColor(t.muted))
            if self._stamps is StampStyle.RELATIVE:
                text = text.rjust(WIDTH[self._stamps])
            painter.drawText(QPointF(_MARGIN, y + self._baseline), text)

    def _paint_mark(self, painter: QPainter, line: LogLine, y: float) -> None:
        t = self._inks.tokens
        if line.kind is Kind.GAP:
            words, color = "Lines may be missing here", t.amber
        else:
            words, color = f"Container started {dated(line.time_ns)}", t.accent
        metrics = QFontMetricsF(self._font)
        width = metrics.horizontalAdvance(words)
        middle = self.viewport().width() / 2
        painter.setPen(QPen(QColor(color), 1))
        line_y = y + round(self._height / 2) + 0.5
        painter.drawLine(QPointF(_MARGIN, line_y), QPointF(middle - width / 2 - 12, line_y))
        painter.drawLine(
            QPointF(middle + width / 2 + 12, line_y),
            QPointF(self.viewport().width() - _MARGIN, line_y),
        )
        painter.drawText(QPointF(middle - width / 2, y + self._baseline), words)

    def _paint_fold(self, painter: QPainter, look: Look, y: float) -> None:
        t = self._inks.tokens
        font = QFont(self._font)
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(t.accent))
        painter.drawText(QPointF(self._gutter, y + self._baseline), self._fold_words(look.line))
        painter.setFont(self._font)

    def _fold_words(self, line: LogLine) -> str:
        left = self._folded(line)
        if left <= _UNFOLD:
            return f"… {size_words(left)} more. Show all"
        return f"… {size_words(left)} more. Show {size_words(_UNFOLD)} of it"

    def _paint_text(
        self,
        painter: QPainter,
        look: Look,
        part: int,
        y: float,
        selection: tuple[Place, Place] | None,
    ) -> None:
        cells = look.cells
        start, end = look.rows[part]
        shift = self.horizontalScrollBar().value()
        origin = self._gutter - shift * self._cell - cells.column[start] * self._cell
        if not self._wrap:
            start = max(start, cells.index_at(shift))
            end = min(end, cells.index_at(shift + self._columns + 1) + 1)
        painter.save()
        room = self.viewport().width() - self._gutter
        painter.setClipRect(QRectF(self._gutter, y, room, self._height))

        def box(first: int, last: int) -> QRectF:
            left = origin + cells.column[first] * self._cell
            return QRectF(
                left, y, (cells.column[last] - cells.column[first]) * self._cell, self._height
            )

        t = self._inks.tokens
        hits = look.drawn(look.hits)
        chosen = self._selected_part(look, selection)
        over = [(first, last, t.mark) for first, last in hits]
        if chosen is not None:
            over.append((chosen[0], chosen[1], t.selection))
        for first, last, style, paper in self._pieces(look, start, end, over):
            ink, behind = self._inks.on(style, paper)
            if behind is not None:
                painter.fillRect(box(first, last), behind)
            self._paint_run(painter, look, first, last, style, ink, origin, y)
        if look.line.number == self._current:
            painter.setPen(QPen(QColor(t.text), 1))
            for first, last in _within(hits, start, end):
                painter.drawRect(box(first, last).adjusted(0.5, 0.5, -0.5, -0.5))
        for first, last in _within(look.drawn(look.links), start, end):
            painter.setPen(QPen(QColor(t.accent), 1))
            where = box(first, last)
            under = y + self._baseline + 2.5
            painter.drawLine(QPointF(where.left(), under), QPointF(where.right(), under))
        if chosen is not None and chosen[2] and end == len(cells.shown):
            newline = QRectF(box(end, end).left(), y, self._cell / 2, self._height)
            painter.fillRect(newline, QColor(t.selection))
        painter.restore()

    def _pieces(
        self, look: Look, start: int, end: int, over: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, Style, str]]:
        """Runs of one style on one paper; later ones of `over` cover earlier ones, "" is none."""
        styles = self._styles(look, start, end)
        over = [
            (max(f, start), min(e, end), paper) for f, e, paper in over if f < end and e > start
        ]
        if not over:
            return [(first, last, style, "") for first, last, style in styles]
        edges = sorted({edge for first, last, _ in over for edge in (first, last)})
        pieces = []
        for first, last, style in styles:
            cuts = [first, *edges[bisect_right(edges, first) : bisect_left(edges, last)], last]
            for begin, stop in pairwise(cuts):
                papers = [paper for f, e, paper in over if f <= begin and stop <= e]
                pieces.append((begin, stop, style, papers[-1] if papers else ""))
        return pieces

    @staticmethod
    def _styles(look: Look, start: int, end: int) -> list[tuple[int, int, Style]]:
        parts: list[tuple[int, int, Style]] = []
        at = start
        for run in look.runs:
            first, last = max(run.start, start), min(run.end, end)
            if first >= last:
                continue
            if at < first:
                parts.append((at, first, PLAIN))
            parts.append((first, last, run.style))
            at = last
        if at < end:
            parts.append((at, end, PLAIN))
        return parts

    def _paint_run(
        self,
        painter: QPainter,
        look: Look,
        first: int,
        last: int,
        style: Style,
        ink: QColor,
        origin: float,
        y: float,
    ) -> None:
        painter.setPen(ink)
        plain = not (style.bold or style.italic or style.underline or style.strike)
        if not plain:
            font = QFont(self._font)
            font.setBold(style.bold)
            font.setItalic(style.italic)
            font.setUnderline(style.underline)
            font.setStrikeOut(style.strike)
            painter.setFont(font)
        cells = look.cells
        base = y + self._baseline
        if isinstance(cells.column, range):
            at = QPointF(origin + first * self._cell, base)
            painter.drawText(at, cells.shown[first:last])
        else:
            # Each character stands in its own cell, so that no script reorders or shifts others.
            shown, column = cells.shown, cells.column
            begin = first
            while begin < last:
                stop = begin + 1
                if shown[begin].isascii():
                    while stop < last and shown[stop].isascii():
                        stop += 1
                while stop < last and column[stop] == column[stop + 1]:
                    stop += 1  # a mark that stands on the character before it
                x = origin + column[begin] * self._cell
                if "\u2400" <= shown[begin] <= "\u2421":
                    self._paint_control(painter, shown[begin], x, y)
                else:
                    painter.drawText(QPointF(x, base), shown[begin:stop])
                begin = stop
        if not plain:
            painter.setFont(self._font)

    def _paint_control(self, painter: QPainter, char: str, x: float, y: float) -> None:
        """A control character as the letter one types with Ctrl, on a tile; fonts that have the
        Unicode pictures are rare."""
        t = self._inks.tokens
        letter = "?" if char == "\u2421" else chr(ord(char) - 0x2400 + 0x40)
        tile = QRectF(x, y + 1, self._cell, self._height - 2).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(tile, QColor(t.muted))
        pen = painter.pen()
        painter.setPen(QColor(t.surface))
        painter.drawText(QPointF(x, y + self._baseline), letter)
        painter.setPen(pen)

    @staticmethod
    def _selected_part(
        look: Look, selection: tuple[Place, Place] | None
    ) -> tuple[int, int, bool] | None:
        """Drawn characters of a line that are selected, and whether its end is, too."""
        if selection is None:
            return None
        start, end = selection
        number = look.line.number
        if not start[0] <= number <= end[0]:
            return None
        first = look.cells.shown_index(start[1]) if number == start[0] else 0
        last = look.cells.shown_index(end[1]) if number == end[0] else len(look.cells.shown)
        return first, last, number < end[0]

    # Mouse

    def _place_at(self, point: QPointF) -> tuple[Place, Look | None, int]:
        """The nearest place, its line, and the visual row; the row is -1 outside of all lines."""
        rows = self._rows
        shown = self._visible()
        if rows is None or not shown:
            return (0, 0), None, -1
        index = int(point.y() // self._height)
        if index < 0:
            return (shown[0][0].line.number, 0), shown[0][0], -1
        if index >= len(shown):
            look = shown[-1][0]
            return (look.line.number, len(look.text)), look, -1
        look, part, _ = shown[index]
        if part >= len(look.rows):
            return (look.line.number, len(look.text)), look, part
        start, end = look.rows[part]
        column = (point.x() - self._gutter) / self._cell + self.horizontalScrollBar().value()
        column = max(0.0, column) + look.cells.column[start]
        limit = look.cells.column[end]
        at = look.cells.source_at(column)
        if column >= limit:
            at = look.cells.source[end]
        return (look.line.number, at), look, part

    def _link_at(self, point: QPointF) -> str:
        _, look, part = self._place_at(point)
        if look is None or not 0 <= part < len(look.rows):
            return ""
        start = look.rows[part][0]
        column = (point.x() - self._gutter) / self._cell + self.horizontalScrollBar().value()
        at = look.cells.index_at(int(column + look.cells.column[start]))
        if column < 0 or at >= len(look.cells.shown):
            return ""
        source = look.cells.source[at]
        for first, last in look.links:
            if first <= source < last:
                return look.text[first:last]
        return ""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, look, _ = self._place_at(event.position())
        now = time.monotonic()
        near = (event.position().toPoint() - self._press_at).manhattanLength() < 6
        self._clicks = self._clicks + 1 if near and now - self._last_click < 0.4 else 1
        self._last_click = now
        self._press_at = event.position().toPoint()
        self._pressed = True
        self._dragged = False
        if look is None:
            return
        if self._clicks == 2:
            first, last = look.word(place[1])
            self._hold()
            self._select((place[0], first), (place[0], last))
        elif self._clicks >= 3:
            self._hold()
            self._select((place[0], 0), (place[0], len(look.text)))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._anchor is not None:
            self._hold()
            self._select(self._anchor, place)
        else:
            self._select(place, place)

    def _hold(self) -> None:
        """Text that is being selected must not move."""
        self._dragged = True
        self.set_follow(False)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pressed:
            over = bool(self._link_at(event.position())) or self._on_fold(event.position())
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            return
        moved = (event.position().toPoint() - self._press_at).manhattanLength()
        if not self._dragged and moved < 4:
            return
        self._hold()
        if self._clicks == 1:
            self._select(self._anchor, self._place_at(event.position())[0])
        inside = 0 <= event.position().y() < self.viewport().height()
        if inside:
            self._drag_timer.stop()
        elif not self._drag_timer.isActive():
            self._drag_timer.start()

    def _drag_on(self) -> None:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        height = self.viewport().height()
        if not self._pressed or 0 <= point.y() < height:
            self._drag_timer.stop()
            return
        distance = point.y() if point.y() < 0 else point.y() - height
        self.scroll_by(int(distance // self._height) or (1 if distance > 0 else -1))
        edge = QPointF(point.x(), max(0, min(point.y(), height - 1)))
        self._select(self._anchor, self._place_at(edge)[0])

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False
        self._drag_timer.stop()
        if event.button() != Qt.MouseButton.LeftButton or self._dragged:
            self.refresh()
            return
        if link := self._link_at(event.position()):
            self.link_clicked.emit(link)
        elif self._on_fold(event.position()):
            self._unfold(self._place_at(event.position())[0][0])
        self.refresh()

    def _on_fold(self, point: QPointF) -> bool:
        _, look, part = self._place_at(point)
        if look is None or part < len(look.rows):
            return False
        return point.x() < self._gutter + len(self._fold_words(look.line)) * self._cell

    def unfold_at_top(self) -> bool:
        """Show more of the first folded line on the screen; whether there was one."""
        for look, _, _ in self._visible():
            if self._folded(look.line):
                self._unfold(look.line.number)
                return True
        return False

    def _unfold(self, number: int) -> None:
        look = self._look(number)
        if look is not None:
            self._unfolded[number] = len(look.line.data) + _UNFOLD
            self._looks.pop(number)
            self.set_follow(False)
            self.refresh()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        sideways = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or event.angleDelta().y()
        elif event.angleDelta().y():
            self._wheel_rest += event.angleDelta().y()
            steps = int(self._wheel_rest / _ONE_LINE_WHEEL)
            self._wheel_rest -= steps * _ONE_LINE_WHEEL
            if steps:
                self.scroll_by(-steps)
        if sideways:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - sideways // 15)
        event.accept()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            point = self.viewport().mapFromGlobal(self.cursor().pos())
            self._tool_tip(point)
            return True
        return super().viewportEvent(event)

    def _tool_tip(self, point: QPoint) -> None:
        _, look, part = self._place_at(QPointF(point))
        words = ""
        if look is not None and part >= 0 and point.x() < self._gutter:
            name = "Standard error" if look.line.stream is Stream.ERR else "Standard output"
            words = f"{name}, {iso(look.line.time_ns)}" if look.line.time_ns else name
        elif self._link_at(QPointF(point)):
            words = "Click to open in the browser"
        QToolTip.showText(self.viewport().mapToGlobal(point), words, self.viewport())

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        page = max(1, self._page() - 1)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }.get(Qt.Key(key))
        if steps is not None and shift:
            self._extend(steps)
        elif steps is not None:
            self.scroll_by(steps)
        elif key == Qt.Key.Key_Home:
            self._extend_to_edge(start=True) if shift else self.scroll_to_start()
        elif key == Qt.Key.Key_End:
            if shift:
                self._extend_to_edge(start=False)
            else:
                self.clear_selection()
                self.set_follow(True)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._wrap:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (8 if key == Qt.Key.Key_Right else -8))
        elif key == Qt.Key.Key_A and control:
            self.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.unfold_at_top():
            pass
        elif key == Qt.Key.Key_Escape and self.selection is not None:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def _extend(self, by: int) -> None:
        """Select whole lines from the top of the screen, or from where the selection ends."""
        rows = self._rows
        if rows is None or rows.count == 0:
            return
        self.set_follow(False)
        if self._anchor is None or self._caret is None or self._anchor == self._caret:
            shown = self._visible()
            number = shown[0][0].line.number if by > 0 else shown[-1][0].line.number + 1
            self._anchor = self._caret = (number, 0)
        row = rows.row_of(self._caret[0]) + by
        number = rows.number_at(row) if row < rows.count else rows.end
        self._select(self._anchor, (number, 0))
        top = rows.row_of(self._top)
        if row < top:
            self.scroll_by(row - top)
        elif row >= top + len(self._visible()):
            self.scroll_by(row - top - len(self._visible()) + 1)

    def _extend_to_edge(self, *, start: bool) -> None:
        rows = self._rows
        shown = self._visible()
        if rows is None or not shown:
            return
        self.set_follow(False)
        anchor = self._anchor or (shown[0][0].line.number, 0)
        self._select(anchor, (rows.number_at(0) if start else rows.end, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wrap and event.size().width() != event.oldSize().width():
            self._relayout()
        else:
            self.refresh()


def _within(places: Places, start: int, end: int) -> Places:
    """The parts of `places` between `start` and `end`."""
    parts = [(max(first, start), min(last, end)) for first, last in places]
    return [(first, last) for first, last in parts if first < last]


def size_words(size: int) -> str:
    """A number of bytes in words."""
    if size < 1024:
        return f"{size} bytes"
    if size < 1 << 20:
        return f"{size / 1024:.0f} KB"
    return f"{size / (1 << 20):.1f} MB"
