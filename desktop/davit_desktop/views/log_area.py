"""A log painted straight from its rows: what is on the screen, where, and what is selected of it.

Only what is on the screen is read, cut and drawn. `log_layout` knows what that is, `log_paint`
draws it, and `log_view` adds what mouse and keyboard do.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from davit_desktop.logs.entries import Kind
from davit_desktop.logs.query import Matcher
from davit_desktop.logs.rows import LONGEST_SPREAD, Place, Rows, moved
from davit_desktop.logs.stamps import StampStyle
from davit_desktop.translation import tr
from davit_desktop.views.log_layout import LogLayout
from davit_desktop.views.log_paint import LogPainter
from davit_desktop.views.theme import monospace, tokens

_SMALLEST, _LARGEST = 6.0, 32.0


class LogArea(QAbstractScrollArea):
    """Shows rows, at their end or where a person reads, with what is selected of them."""

    follow_changed = Signal(bool)
    new_lines_changed = Signal(int)
    near_top = Signal()
    selection_changed = Signal()
    font_size_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "log")
        self._layout = LogLayout()
        self._painter = LogPainter(self._layout, tokens(self.palette()))
        self._current: int | None = None
        self._follow = True
        self._seen_end = 0
        self._new_lines = 0
        self._anchor: Place | None = None
        self._caret: Place | None = None
        self._pressed = False  # text that is being selected must not move
        self._moving_bar = False
        self._base_size = 10.0
        self._ago_timer = QTimer(self, interval=1000)
        self._ago_timer.timeout.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.verticalScrollBar().setAccessibleName(tr("Position in the log"))
        self.horizontalScrollBar().setAccessibleName(tr("Position in the lines"))
        self.setAccessibleName(tr("Log"))
        self._font = QFont()
        self.set_font_size(self._base_size)

    # What is shown

    def set_rows(self, rows: Rows | None) -> None:
        """Show other rows, from their end."""
        self._layout.set_rows(rows)
        self._anchor = self._caret = None
        self._current = None
        self._seen_end = 0
        self.set_follow(True)
        self.refresh()

    def set_names(self, names: Sequence[str]) -> None:
        """The containers by their numbers; with several, each line begins with its own."""
        self._layout.names = names
        self._relayout()

    def refresh(self) -> None:
        """The rows have changed: lines came, went or were filtered."""
        rows = self._layout.rows
        if rows is None:
            self.viewport().update()
            return
        self._follow_shifts()
        self._layout.forget_unended()
        if self._follow and not self._pressed:
            self._layout.go_to_end()
        else:
            self._layout.settle()
        self._update_bars()
        self._count_new()
        self.viewport().update()

    def _follow_shifts(self) -> None:
        rows = self._layout.rows
        for places in rows.follow_shifts() if rows is not None else ():
            self._shift(places)

    def _shift(self, places: array[int]) -> None:
        """Late lines moved others: everything that is kept by number goes with its line."""
        self._layout.shift(places)
        if self._current is not None:
            self._current = moved(self._current, places)
        if self._anchor is not None and self._caret is not None:
            self._anchor = (moved(self._anchor[0], places), self._anchor[1])
            self._caret = (moved(self._caret[0], places), self._caret[1])
        self._seen_end = moved(self._seen_end - 1, places) + 1

    def set_spread_all(self, on: bool) -> None:
        """Spread every line that holds JSON over rows of its own, or none."""
        rows = self._layout.rows
        if rows is not None:
            rows.spread_all = on
            rows.spread_others.clear()
            self.clear_selection()
            self._relayout()

    def toggle_spread(self, number: int) -> bool:
        """Spread one line that holds JSON, or fold it; whether it holds any."""
        rows, look = self._layout.rows, self._layout.look(number)
        if rows is None or look is None or not look.json or look.line.size > LONGEST_SPREAD:
            return False
        rows.spread_others ^= {number}
        self._layout.forget(number)
        self.clear_selection()
        self.set_follow(False)
        self.refresh()
        return True

    def set_matcher(self, matcher: Matcher | None) -> None:
        """What to highlight."""
        self._layout.matcher = matcher
        self._layout.clear()
        self.viewport().update()

    def show_others(self) -> None:
        """Other lines are shown than before, cut and coloured for themselves."""
        self._layout.clear()
        self.refresh()

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
        return self._layout.top

    def set_wrap(self, wrap: bool) -> None:
        self._layout.wrap = wrap
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if wrap else policy.ScrollBarAsNeeded
        )
        self._relayout()

    @property
    def wrap(self) -> bool:
        return self._layout.wrap

    def set_stamps(self, style: StampStyle) -> None:
        self._layout.stamps = style
        if style is StampStyle.RELATIVE:
            self._ago_timer.start()
        else:
            self._ago_timer.stop()
        self._relayout()

    @property
    def stamps(self) -> StampStyle:
        return self._layout.stamps

    def set_follow(self, follow: bool) -> None:
        """Stay at the end as lines arrive, or stay where the person reads."""
        if follow != self._follow:
            self._follow = follow
            self.follow_changed.emit(follow)
        if follow and self._layout.rows is not None:
            self._layout.go_to_end()
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
        self._layout.cell = metrics.horizontalAdvance("M" * 64) / 64
        self._layout.line_height = float(round(metrics.height() * 1.15))
        height = self._layout.line_height
        baseline = round((height - metrics.height()) / 2 + metrics.ascent())
        self._painter.set_font(self._font, baseline)
        self._relayout()

    def show_line(self, number: int) -> None:
        """Bring a line into view, in the middle unless it is there already."""
        rows = self._layout.rows
        if rows is None or any(look.line.number == number for look, _, _ in self._layout.visible()):
            return
        if self._follow:
            self.set_follow(False)
        self._layout.go_to(number)
        self._update_bars()
        self._count_new()

    def shown_text(self) -> list[str]:
        """The visual rows on the screen, as they are drawn."""
        words: list[str] = []
        for look, row, _ in self._layout.visible():
            extra = self._layout.extra_at(look, row)
            if extra is not None:
                words.append(self._layout.words(look, extra))
            elif look.line.kind > Kind.PIECE:
                words.append(self._painter.mark_words(look.line))
            else:
                words.append(look.cells.shown[slice(*look.rows[row])])
        return words

    # Selection

    @property
    def selection(self) -> tuple[Place, Place] | None:
        """The selected range in order, or None."""
        if self._anchor is None or self._caret is None or self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def select_all(self) -> None:
        rows = self._layout.rows
        if rows is not None and rows.count:
            self.set_follow(False)
            self._select((rows.number_at(0), 0), (rows.end, 0))

    def clear_selection(self) -> None:
        self._select(None, None)

    def selected_bytes(self, most: int = 64 << 20) -> bytes:
        """What is selected, exactly. Raises OverflowError when it is more than `most` bytes."""
        self._follow_shifts()
        selection = self.selection
        if selection is None or self._layout.rows is None:
            return b""
        start, end = selection
        end = self._past_fold(end)
        return b"".join(self._layout.rows.copy(start, end, most))

    def _past_fold(self, place: Place) -> Place:
        """The end of what is shown of a folded line is the end of the line."""
        number, at = place
        look = self._layout.cached(number)
        if look is None or at < len(look.text) or look.line.size <= len(look.line.data):
            return place
        return number, 1 << 60

    def _select(self, anchor: Place | None, caret: Place | None) -> None:
        if (anchor, caret) != (self._anchor, self._caret):
            self._anchor, self._caret = anchor, caret
            self.selection_changed.emit()
            self.viewport().update()

    # Scrolling

    def scroll_by(self, by: int) -> None:
        """Scroll by visual rows. Upwards stops following, reaching the end starts it again."""
        if self._layout.rows is None or self._layout.rows.count == 0:
            return
        before = self._layout.place
        self._layout.step(by)
        self._layout.settle()
        self._scrolled(upwards=self._layout.place < before)

    def scroll_to_start(self) -> None:
        if self._layout.rows is not None:
            before = self._layout.place
            self._layout.top, self._layout.top_row = self._layout.rows.first, 0
            self._layout.settle()
            self._scrolled(upwards=self._layout.place < before)

    def _scrolled(self, *, upwards: bool) -> None:
        rows = self._layout.rows
        assert rows is not None
        at_end = self._layout.place >= self._layout.end_top()
        if upwards and not at_end:
            self.set_follow(False)
        elif at_end and not self._pressed and self.selection is None:
            self.set_follow(True)
        self._update_bars()
        self._count_new()
        self.viewport().update()
        if rows.row_of(self._layout.top) < 2 * self._layout.page():
            self.near_top.emit()

    def _update_bars(self) -> None:
        rows = self._layout.rows
        self._moving_bar = True
        bar = self.verticalScrollBar()
        if rows is None or rows.count == 0:
            bar.setRange(0, 0)
        else:
            bar.setRange(0, rows.row_of(self._layout.end_top()[0]))
            bar.setPageStep(self._layout.page())
            bar.setValue(rows.row_of(self._layout.top))
        bar.setEnabled(bar.maximum() > 0)
        side = self.horizontalScrollBar()
        columns = self._layout.columns
        side.setRange(0, 0 if self._layout.wrap else max(0, self._layout.widest + 1 - columns))
        side.setPageStep(columns)
        side.setSingleStep(8)
        self._moving_bar = False

    def _bar_moved(self, value: int) -> None:
        rows = self._layout.rows
        if self._moving_bar or rows is None or rows.count == 0:
            return
        before = self._layout.place
        if value >= self.verticalScrollBar().maximum():
            self._layout.go_to_end()
        else:
            self._layout.top, self._layout.top_row = rows.number_at(value), 0
        self._scrolled(upwards=self._layout.place < before)

    def _count_new(self) -> None:
        rows = self._layout.rows
        if rows is None:
            return
        whole = self.viewport().height() - self._layout.line_height
        for look, _, y in reversed(self._layout.visible()):
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
        self._layout.clear()
        if self._layout.rows is not None:
            self._layout.top_row = 0
            self.refresh()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._follow_shifts()
        painter = QPainter(self.viewport())
        self._painter.paint(
            painter,
            QRectF(event.rect()),
            tokens(self.palette()),
            left=self.horizontalScrollBar().value(),
            current=self._current,
            selection=self.selection,
        )
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.width = self.viewport().width()
        self._layout.height = self.viewport().height()
        if self._layout.wrap and event.size().width() != event.oldSize().width():
            self._relayout()
        else:
            self.refresh()
