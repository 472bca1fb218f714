"""A terminal that is typed into: sends keys, text and the mouse, and selects with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from davit_desktop.terminal import keys, selection
from davit_desktop.terminal.emulator import MouseMode
from davit_desktop.terminal.keys import Held
from davit_desktop.terminal.selection import Selection
from davit_desktop.terminal.session import TerminalSession
from davit_desktop.translation import tr
from davit_desktop.views import terminal_keys
from davit_desktop.views.terminal_canvas import TerminalCanvas

_WHEEL = 40  # eighths of a degree for a row
_DRAG_MILLISECONDS = 50
_BUTTONS = {
    Qt.MouseButton.LeftButton: keys.LEFT,
    Qt.MouseButton.MiddleButton: keys.MIDDLE,
    Qt.MouseButton.RightButton: keys.RIGHT,
}


class TerminalView(TerminalCanvas):
    """Shows one session. `wanted` asks for what lies outside: "new", "close", "next", "previous",
    "command", "find"; `pasting` hands over text of several lines, to be asked about."""

    wanted = Signal(str)
    pasting = Signal(str)

    def __init__(self, session: TerminalSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._origin: Selection | None = None  # what the drag began with
        self._grain = 1  # characters, words or lines are selected
        self._clicked = (0.0, QPoint())
        self._pressed: int | None = None  # the button that the program was told of
        self._told_cell = (-1, -1)
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setAccessibleDescription(
            tr(
                "Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu "
                "copies what it shows."
            )
        )
        self._drag_timer = QTimer(self, interval=_DRAG_MILLISECONDS)
        self._drag_timer.timeout.connect(self._drag_on)

    def paste(self, text: str | None = None) -> None:
        """Send what is on the clipboard; several lines are asked about first, and the end of a
        single line is left to the Return key."""
        text = QGuiApplication.clipboard().text() if text is None else text
        line = text.strip("\r\n")
        if "\n" in line or "\r" in line:
            self.pasting.emit(text)
        else:
            self.send_pasted(line)

    def send_pasted(self, text: str) -> None:
        """Send text as pasted."""
        self._send(keys.pasted(text, self.session.emulator.modes))

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
