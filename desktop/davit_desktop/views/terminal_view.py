"""A terminal on the screen: paints the cells, sends keys, text and the mouse, selects, scrolls."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget
from typing_extensions import override

from davit_desktop.terminal import keys, selection
from davit_desktop.terminal.emulator import CursorShape, MouseMode
from davit_desktop.terminal.keys import Held
from davit_desktop.terminal.programs import Size
from davit_desktop.terminal.rows import STUB, Line
from davit_desktop.terminal.selection import Place, Selection
from davit_desktop.terminal.session import TerminalSession
from davit_desktop.translation import tr
from davit_desktop.views import terminal_keys
from davit_desktop.views.terminal_grid import PADDING, Grid
from davit_desktop.views.terminal_look import Inks
from davit_desktop.views.theme import monospace, tokens

_BELL_MILLISECONDS = 150
_WHEEL = 40  # eighths of a degree for a row
_DRAG_MILLISECONDS = 50
_BUTTONS = {
    Qt.MouseButton.LeftButton: keys.LEFT,
    Qt.MouseButton.MiddleButton: keys.MIDDLE,
    Qt.MouseButton.RightButton: keys.RIGHT,
}


class TerminalView(QAbstractScrollArea):
    """Shows one session. `wanted` asks for what lies outside: "new", "close", "next", "previous",
    "command", "find"; `pasting` hands over text of several lines, to be asked about."""

    wanted = Signal(str)
    pasting = Signal(str)
    rang = Signal()

    def __init__(self, session: TerminalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._screen = session.emulator.screen
        self._first: int | None = None  # the line at the top; None follows the end
        self._selection: Selection | None = None
        self._origin: Selection | None = None  # what the drag began with
        self._grain = 1  # characters, words or lines are selected
        self._clicked = (0.0, QPoint())
        self._pressed: int | None = None  # the button that the program was told of
        self._told_cell = (-1, -1)
        self._wheel = 0
        self._composing = ""
        self._bells = session.emulator.bells
        self._grid = Grid(monospace(self.font().pointSizeF()), tokens(self.palette()))
        self.setProperty("look", "log")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setAccessibleName(tr("Scroll through the terminal"))
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setAccessibleDescription(
            tr(
                "Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu "
                "copies what it shows."
            )
        )
        self._bell_timer = QTimer(self, singleShot=True, interval=_BELL_MILLISECONDS)
        self._bell_timer.timeout.connect(self.viewport().update)
        self._drag_timer = QTimer(self, interval=_DRAG_MILLISECONDS)
        self._drag_timer.timeout.connect(self._drag_on)
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

    def paste(self, text: str | None = None) -> None:
        """Send what is on the clipboard; several lines are asked about first."""
        text = QGuiApplication.clipboard().text() if text is None else text
        if "\n" in text.strip("\n") or "\r" in text.strip("\r\n"):
            self.pasting.emit(text)
        else:
            self.send_pasted(text)

    def send_pasted(self, text: str) -> None:
        """Send text as pasted."""
        self._send(keys.pasted(text, self.session.emulator.modes))

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

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if not terminal_keys.for_window(event) or self._own(event) is not None:
                event.accept()
                return True
            return super().event(event)
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # the Tab key belongs to the program

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        own = self._own(event)
        if own is not None:
            own()
        elif terminal_keys.for_window(event):
            super().keyPressEvent(event)
        elif data := terminal_keys.sent(event, self.session.emulator.modes):
            self._first = None
            self._select(None)
            self._send(data)

    def _own(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here, if it is not for the program."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if alt:
            return None
        if control and (shift or terminal_keys.MAC):
            match key:
                case Qt.Key.Key_C:
                    return partial(self.copy)
                case Qt.Key.Key_V:
                    return partial(self.paste)
                case Qt.Key.Key_A:
                    return partial(self.select_all)
                case Qt.Key.Key_N if shift:
                    return partial(self.wanted.emit, "new")
                case Qt.Key.Key_W if shift:
                    return partial(self.wanted.emit, "close")
                case Qt.Key.Key_F:
                    return partial(self.wanted.emit, "find")
                case Qt.Key.Key_S if shift:
                    return partial(self.copy_screen)
        if control:
            match key:
                case Qt.Key.Key_Tab:
                    return partial(super().focusNextPrevChild, True)
                case Qt.Key.Key_Backtab:
                    return partial(super().focusNextPrevChild, False)
                case Qt.Key.Key_PageDown if not shift:
                    return partial(self.wanted.emit, "next")
                case Qt.Key.Key_PageUp if not shift:
                    return partial(self.wanted.emit, "previous")
                case Qt.Key.Key_Insert if not shift:
                    return partial(self.copy)
        if shift and not control and not self._screen.alternate:
            match key:
                case Qt.Key.Key_PageUp:
                    return partial(self._scroll, 1 - self._rows())
                case Qt.Key.Key_PageDown:
                    return partial(self._scroll, self._rows() - 1)
                case Qt.Key.Key_Home:
                    return partial(self._scroll, -self._screen.count)
                case Qt.Key.Key_End:
                    return partial(self._scroll, self._screen.count)
        if shift and not control and key == Qt.Key.Key_Insert:
            return partial(self.paste)
        return None

    def _send(self, data: bytes) -> None:
        self.session.send(data)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        if text := event.commitString():
            self._first = None
            self._send(keys.typed(text, Held.NONE))
        self.viewport().update()
        event.accept()

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        match query:
            case Qt.InputMethodQuery.ImEnabled:
                return True
            case Qt.InputMethodQuery.ImCursorRectangle:
                return self._cursor_area().toRect()
            case Qt.InputMethodQuery.ImFont:
                return self._grid.font
            case Qt.InputMethodQuery.ImSurroundingText | Qt.InputMethodQuery.ImCurrentSelection:
                return ""
        return super().inputMethodQuery(query)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._send(keys.focused(True, self.session.emulator.modes))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._send(keys.focused(False, self.session.emulator.modes))
        self.viewport().update()

    # The mouse

    def _select(self, chosen: Selection | None) -> None:
        self._selection = chosen
        self.viewport().update()

    def _reports(self, event: QMouseEvent | QWheelEvent) -> bool:
        """Whether the program wants the mouse; Shift keeps it for selecting."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        wants = self.session.emulator.modes.mouse is not MouseMode.OFF
        return wants and not shift and self._first is None and self.session.open

    def _report(
        self, event: QMouseEvent | QWheelEvent, button: int, *, pressed: bool, moved: bool = False
    ) -> None:
        x, y = self._told_cell = self._cell_at(event.position())
        modifiers = terminal_keys.held(event.modifiers())
        modes = self.session.emulator.modes
        self._send(keys.mouse(button, x, y, modifiers, modes, pressed=pressed, moved=moved))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        if self._reports(event) and button in _BUTTONS:
            self._pressed = _BUTTONS[button]
            self._report(event, self._pressed, pressed=True)
        elif button == Qt.MouseButton.LeftButton:
            self._press(event)
        elif button == Qt.MouseButton.MiddleButton:
            clipboard = QGuiApplication.clipboard()
            if clipboard.supportsSelection():
                self.paste(clipboard.text(QClipboard.Mode.Selection))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _press(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        before, where = self._clicked
        again = time.monotonic() - before < QApplication.doubleClickInterval() / 1000
        near = (point - where).manhattanLength() < QApplication.startDragDistance()
        self._grain = self._grain % 3 + 1 if again and near else 1
        self._clicked = (time.monotonic(), point)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection is not None:
            self._origin = Selection(self._selection.anchor, self._selection.anchor)
            self._grain = 1
            self._drag_to(event.position())
            return
        self._origin = self._grained(event.position())
        self._select(self._origin if self._grain > 1 else None)

    def _grained(self, point: QPointF) -> Selection:
        place = self._place_at(point, between=self._grain == 1)
        if self._grain == 2:
            return selection.word_at(place, self._line)
        if self._grain == 3:
            last = self._oldest() + self._screen.count - 1
            return selection.line_at(place, self._line, self._oldest(), last)
        return Selection(place, place)

    def _drag_to(self, point: QPointF) -> None:
        if self._origin is not None:
            self._select(selection.joined(self._origin, self._grained(point)))

    def _drag_on(self) -> None:
        """Scroll while the pointer is held above or below."""
        point = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        if point.y() < 0:
            self._scroll(-1)
        elif point.y() > self.viewport().height():
            self._scroll(1)
        self._drag_to(point)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None or (not event.buttons() and self._reports(event)):
            if self._cell_at(event.position()) != self._told_cell:
                button = keys.NO_BUTTON if self._pressed is None else self._pressed
                self._report(event, button, pressed=True, moved=True)
        elif event.buttons() & Qt.MouseButton.LeftButton and self._origin is not None:
            self._drag_to(event.position())
            outside = not 0 <= event.position().y() <= self.viewport().height()
            if outside and not self._drag_timer.isActive():
                self._drag_timer.start()
            elif not outside:
                self._drag_timer.stop()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_timer.stop()
        if self._pressed is not None:
            self._report(event, self._pressed, pressed=False)
            self._pressed = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self._origin = None
            clipboard = QGuiApplication.clipboard()
            if clipboard.supportsSelection() and (text := self.selected):
                clipboard.setText(text, QClipboard.Mode.Selection)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        rows = int(self._wheel / _WHEEL)
        self._wheel -= rows * _WHEEL
        if not rows:
            return
        if self._reports(event):
            button = keys.WHEEL_UP if rows > 0 else keys.WHEEL_DOWN
            self._report(event, button, pressed=True)
        elif self._screen.alternate and self.session.emulator.modes.wheel_keys:
            key = "up" if rows > 0 else "down"
            self._send(keys.named(key, Held.NONE, self.session.emulator.modes) * abs(rows))
        else:
            self._scroll(-rows)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        wanted = self.session.emulator.modes.mouse is not MouseMode.OFF
        if wanted and not shift and not keyboard and self.session.open:
            return  # the program was told of the click
        where = event.globalPos()
        if keyboard:
            where = self.viewport().mapToGlobal(self._cursor_area().bottomLeft().toPoint())
        menu = self._menu()
        menu.popup(where)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, enabled, slot in (
            (tr("Copy") + "\tCtrl+Shift+C", bool(self.selected), self.copy),
            (tr("Paste") + "\tCtrl+Shift+V", self.session.open, self.paste),
            (tr("Select all") + "\tCtrl+Shift+A", True, self.select_all),
            (tr("Copy screen") + "\tCtrl+Shift+S", True, self.copy_screen),
            (tr("Find…") + "\tCtrl+Shift+F", True, partial(self.wanted.emit, "find")),
            ("", True, None),
            (
                tr("Clear what has scrolled away"),
                bool(self._screen.scrollback),
                self.clear_scrollback,
            ),
            (tr("Copy as docker command"), True, partial(self.wanted.emit, "command")),
        ):
            if slot is None:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, slot=slot: slot())
        return menu

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
