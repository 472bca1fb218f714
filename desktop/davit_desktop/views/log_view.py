"""The log view: what a person does with mouse and keyboard on the log that `log_area` shows."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from davit_desktop.logs.entries import Kind, Stream
from davit_desktop.logs.rows import Place
from davit_desktop.logs.stamps import iso
from davit_desktop.translation import tr
from davit_desktop.views.log_area import LogArea
from davit_desktop.views.log_layout import Extra, folded
from davit_desktop.views.log_look import Look
from davit_desktop.views.text import tool_tip

_ONE_LINE_WHEEL = 40  # of the 120 units of a wheel's notch: three lines a notch


class LogView(LogArea):
    """Selects, opens links, folds and unfolds. Decides nothing about where lines come from."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged = False
        self._press_at = QPoint()
        self._clicks = 0
        self._last_click = 0.0
        self._wheel_rest = 0
        self._drag_timer = QTimer(self, interval=40)
        self._drag_timer.timeout.connect(self._drag_on)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # Mouse

    def _place_at(self, point: QPointF) -> tuple[Place, Look | None, int]:
        """The nearest place, its line, and the visual row; the row is -1 outside of all lines."""
        self._follow_shifts()
        rows = self._layout.rows
        shown = self._layout.visible()
        if rows is None or not shown:
            return (0, 0), None, -1
        index = int(point.y() // self._layout.line_height)
        if index < 0:
            return (shown[0][0].line.number, 0), shown[0][0], -1
        if index >= len(shown):
            look = shown[-1][0]
            return (look.line.number, len(look.text)), look, -1
        look, part, _ = shown[index]
        if part >= len(look.rows):
            return (look.line.number, len(look.text)), look, part
        start, end = look.rows[part]
        column = (
            point.x() - self._layout.gutter
        ) / self._layout.cell + self.horizontalScrollBar().value()
        column = max(0.0, column) + look.cells.column[start]
        limit = look.cells.column[end]
        at = look.cells.source_at(column)
        if column >= limit:
            at = look.cells.source[end]
        return (look.line.number, at), look, part

    def _column_at(self, point: QPointF) -> float:
        side = self.horizontalScrollBar().value()
        return (point.x() - self._layout.gutter) / self._layout.cell + side

    def _link_at(self, point: QPointF) -> str:
        _, look, part = self._place_at(point)
        if look is None or not 0 <= part < len(look.rows):
            return ""
        start = look.rows[part][0]
        column = (
            point.x() - self._layout.gutter
        ) / self._layout.cell + self.horizontalScrollBar().value()
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
            at = event.position()
            over = bool(self._link_at(at) or self._on_fold(at) or self._marker_at(at) is not None)
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
        self.scroll_by(int(distance // self._layout.line_height) or (1 if distance > 0 else -1))
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
        elif (number := self._marker_at(event.position())) is not None:
            self.toggle_spread(number)
        elif self._on_fold(event.position()):
            self._unfold(self._place_at(event.position())[0][0])
        self.refresh()

    def _on_fold(self, point: QPointF) -> bool:
        _, look, part = self._place_at(point)
        if look is None or self._layout.extra_at(look, part) is not Extra.FOLD:
            return False
        width = len(self._layout.words(look, Extra.FOLD)) * self._layout.cell
        return point.x() < self._layout.gutter + width

    def _marker_at(self, point: QPointF) -> int | None:
        """The line whose sign for JSON is at a point."""
        _, look, part = self._place_at(point)
        if look is None or part != 0 or not look.json:
            return None
        inside = self._layout.marker_left - 4 <= point.x() < self._layout.gutter
        return look.line.number if inside else None

    def unfold_here(self) -> bool:
        """Show more of the selected line, of the one of the current hit, or of the first on the
        screen that is folded; spread it when it holds JSON. Whether there was one."""
        lines = list(dict.fromkeys(look.line.number for look, _, _ in self._layout.visible()))
        chosen = [self._caret[0] if self._caret is not None else None, self._current]
        for number in [*(n for n in chosen if n in lines), *lines]:
            look = self._layout.look(number) if number is not None else None
            if look is not None and folded(look.line):
                self._unfold(look.line.number)
                return True
            if look is not None and self.toggle_spread(look.line.number):
                return True
        return False

    def _unfold(self, number: int) -> None:
        if self._layout.unfold(number):
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
        place = QPointF(point)
        _, look, part = self._place_at(place)
        words = ""
        if self._marker_at(place) is not None:
            words = tr("Spread or fold this JSON (Enter)")
        elif look is not None and part >= 0 and point.x() < self._layout.gutter:
            words = self._origin(look)
        elif self._link_at(place):
            words = tr("Click to open in the browser")
        QToolTip.showText(self.viewport().mapToGlobal(point), tool_tip(words), self.viewport())

    def _origin(self, look: Look) -> str:
        """Container, stream and time of a line."""
        line, names = look.line, self._layout.names
        error = line.stream is Stream.ERR
        parts = [names[line.source]] if len(names) > max(1, line.source) else []
        if line.kind <= Kind.PIECE:
            parts.append(tr("Standard error") if error else tr("Standard output"))
        if line.time_ns:
            parts.append(iso(line.time_ns))
        return ", ".join(parts)

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        page = max(1, self._layout.page() - 1)
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
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._layout.wrap:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (8 if key == Qt.Key.Key_Right else -8))
        elif key == Qt.Key.Key_A and control:
            self.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.unfold_here():
            pass
        elif key == Qt.Key.Key_Escape and self.selection is not None:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def _extend(self, by: int) -> None:
        """Select whole lines from the top of the screen, or from where the selection ends."""
        rows = self._layout.rows
        if rows is None or rows.count == 0:
            return
        self.set_follow(False)
        if self._anchor is None or self._caret is None or self._anchor == self._caret:
            shown = self._layout.visible()
            number = shown[0][0].line.number if by > 0 else shown[-1][0].line.number + 1
            self._anchor = self._caret = (number, 0)
        row = rows.row_of(self._caret[0]) + by
        number = rows.number_at(row) if row < rows.count else rows.end
        self._select(self._anchor, (number, 0))
        top = rows.row_of(self._layout.top)
        if row < top:
            self.scroll_by(row - top)
        elif row >= top + len(self._layout.visible()):
            self.scroll_by(row - top - len(self._layout.visible()) + 1)

    def _extend_to_edge(self, *, start: bool) -> None:
        rows = self._layout.rows
        shown = self._layout.visible()
        if rows is None or not shown:
            return
        self.set_follow(False)
        anchor = self._anchor or (shown[0][0].line.number, 0)
        self._select(anchor, (rows.number_at(0) if start else rows.end, 0))
