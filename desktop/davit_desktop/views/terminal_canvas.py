"""Shows a terminal's screen and scrollback: paints, scrolls, selects and copies; takes no input."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from davit_desktop.terminal import selection
from davit_desktop.terminal.emulator import CursorShape
from davit_desktop.terminal.programs import Size
from davit_desktop.terminal.rows import STUB, Line
from davit_desktop.terminal.selection import Place, Selection
from davit_desktop.terminal.session import TerminalSession
from davit_desktop.translation import tr
from davit_desktop.views.terminal_grid import PADDING, Grid
from davit_desktop.views.terminal_look import Inks
from davit_desktop.views.theme import monospace, tokens

_BELL_MILLISECONDS = 150


class TerminalCanvas(QAbstractScrollArea):
    """What a session shows, and the session's size. Lines are numbered from the first there was,
    so that what is selected or scrolled to stays when more comes."""

    rang = Signal()

    def __init__(self, session: TerminalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._screen = session.emulator.screen
        self._first: int | None = None  # the line at the top; None follows the end
        self._selection: Selection | None = None
        self._composing = ""
        self._bells = session.emulator.bells
        self._grid = Grid(monospace(self.font().pointSizeF()), tokens(self.palette()))
        self.setProperty("look", "log")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setAccessibleName(tr("Scroll through the terminal"))
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bell_timer = QTimer(self, singleShot=True, interval=_BELL_MILLISECONDS)
        self._bell_timer.timeout.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._leave = session.output.subscribe(self._on_output)
        self._measure()

    # What others ask

    @property
    def selected(self) -> str:
        """The text that is selected."""
        if self._selection is None:
            return ""
        return selection.text(self._selection, self._line)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if text := self.selected:
            QGuiApplication.clipboard().setText(text)

    def copy_screen(self) -> None:
        """Put the rows that are seen on the clipboard."""
        lines = self._screen.lines(self._top_index(), self._rows())
        text = "\n".join(line.text.rstrip() for line in lines).rstrip("\n")
        QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Everything that can be scrolled to."""
        last = self._oldest() + self._screen.count - 1
        self._select(Selection(Place(self._oldest(), 0), Place(last, len(self._line(last).cells))))

    def clear_scrollback(self) -> None:
        """Forget what has scrolled away."""
        self._screen.erase_display(3)
        self._first = None
        self._select(None)
        self._on_output()

    def matches(self, needle: str) -> list[Selection]:
        """Where a text stands in everything that can be scrolled to."""
        first = self._oldest()
        lines = self._screen.lines(0, self._screen.count)
        return selection.matches(needle, enumerate(lines, first))

    def show_selection(self, chosen: Selection | None) -> None:
        """Select something and scroll to it."""
        self._select(chosen)
        if chosen is not None and not self._screen.alternate:
            row = chosen.span[0].line - self._oldest()
            if not self._top_index() <= row < self._top_index() + self._rows():
                self.verticalScrollBar().setValue(max(0, row - self._rows() // 2))

    def leave(self) -> None:
        """Listen to the session no more."""
        self._leave()

    def _select(self, chosen: Selection | None) -> None:
        self._selection = chosen
        self.viewport().update()

    # Measures

    def _measure(self) -> None:
        self._grid.set_font(monospace(self.font().pointSizeF()))
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return  # it has no size of its own yet
        area = self.viewport().size()
        columns, rows = self._grid.size_in(area.width(), area.height())
        if columns > 0 and rows > 0:
            self.session.resize(Size(columns, rows))
            self._on_output()

    @override
    def sizeHint(self) -> QSize:
        area = self._grid.area(80, 24)
        return QSize(round(area.left()) + PADDING + 16, round(area.top()) + PADDING)

    def _rows(self) -> int:
        return self._screen.height

    def _oldest(self) -> int:
        """The number of the first line that can be scrolled to."""
        return self._screen.scrolled - len(self._screen.scrollback)

    def _top_index(self) -> int:
        """The index of the row at the top."""
        end = len(self._screen.scrollback)
        if self._first is None or self._screen.alternate:
            return end
        return max(0, min(end, self._first - self._oldest()))

    def _line(self, number: int) -> Line:
        return self._screen.line(number - self._oldest())

    def _cell_at(self, point: QPointF) -> tuple[int, int]:
        """Column and row under a point, counted from 0, on the screen."""
        x = int((point.x() - PADDING) // self._grid.across)
        y = int((point.y() - PADDING) // self._grid.height)
        return (
            max(0, min(self._screen.columns - 1, x)),
            max(0, min(self._screen.height - 1, y)),
        )

    def _place_at(self, point: QPointF, *, between: bool) -> Place:
        """The gap nearest to a point, or the one before the cell under it."""
        column = (point.x() - PADDING) / self._grid.across
        column = math.floor(column + (0.5 if between else 0))
        row = math.floor((point.y() - PADDING) / self._grid.height)
        row = max(-1, min(self._screen.height, row))
        number = max(0, self._top_index() + row) + self._oldest()
        cells = self._line(number).cells
        column = max(0, min(self._screen.columns, column))
        if column < len(cells) and cells[column] == STUB:
            column -= 1
        return Place(number, column)

    # News

    def _on_output(self) -> None:
        bar = self.verticalScrollBar()
        back = len(self._screen.scrollback)
        first = back if self._screen.alternate else 0  # the second screen has none
        bar.blockSignals(True)
        bar.setPageStep(self._rows())
        bar.setRange(first, back)
        bar.setValue(self._top_index())
        bar.blockSignals(False)
        if self._selection is not None and self._selection.span[0].line < self._oldest():
            self._selection = None
        bells = self.session.emulator.bells
        if bells != self._bells:
            self._bells = bells
            self._bell_timer.start()
            self.rang.emit()
        self.viewport().update()

    def _on_scrolled(self, value: int) -> None:
        at_end = value >= self.verticalScrollBar().maximum()
        self._first = None if at_end else value + self._oldest()
        self.viewport().update()

    def _scroll(self, rows: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        t = self._grid.inks.tokens
        screen = self._screen
        reverse = screen.reverse
        painter.fillRect(event.rect(), QColor(t.text if reverse else t.surface))
        top = self._top_index()
        columns = screen.columns
        for row, line in enumerate(screen.lines(top, self._rows() + 1)):
            number = top + row + self._oldest()
            chosen = self._selection.columns(number, columns) if self._selection else (0, 0)
            self._grid.paint_line(painter, line, row, columns, chosen, reverse=reverse)
        self._paint_cursor(painter)
        if self._bell_timer.isActive():
            painter.setPen(QColor(t.amber))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset in (0, 1):
                painter.drawRect(
                    self.viewport().rect().adjusted(inset, inset, -1 - inset, -1 - inset)
                )
        painter.end()

    def _cursor_area(self) -> QRectF:
        cursor = self._screen.cursor
        row = len(self._screen.scrollback) - self._top_index() + cursor.y
        cells = self._screen.rows[cursor.y].chars
        wide = cursor.x + 1 < len(cells) and cells[cursor.x + 1] == STUB
        return self._grid.area(cursor.x, row, 2 if wide else 1)

    def _paint_cursor(self, painter: QPainter) -> None:
        modes = self.session.emulator.modes
        area = self._cursor_area()
        t = self._grid.inks.tokens
        color = QColor(t.accent)
        if self._composing:
            self._grid.paint_composing(painter, self._composing, area)
        elif not modes.cursor_visible or not self.session.open:
            return
        elif not self.hasFocus():
            painter.setPen(color)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        elif modes.cursor_shape is CursorShape.BAR:
            painter.fillRect(QRectF(area.left(), area.top(), 2, area.height()), color)
        elif modes.cursor_shape is CursorShape.UNDERLINE:
            painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), color)
        else:
            painter.fillRect(area, color)
            cursor = self._screen.cursor
            row = self._screen.rows[cursor.y]
            char, style = row.chars[cursor.x], row.styles[cursor.x]
            if char not in (" ", STUB):
                self._grid.paint_over(
                    painter, char, area, t.on_accent, bold=style.bold, italic=style.italic
                )

    # Coming and going

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_leave"):
            return
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            t = tokens(self.palette())
            self.session.emulator.colors = (t.text, t.surface)
            if t is not self._grid.inks.tokens:
                self._grid.inks = Inks(t)
                self.viewport().update()
