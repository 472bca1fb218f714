"""A chart over time, painted here: lines, a limit, and the values under the pointer."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from davit_desktop.state.stats import STEP, Point, runs
from davit_desktop.translation import tr
from davit_desktop.views.theme import tokens

Value = Callable[[Point], float]

_NEAR = 6.0  # a limit this many times above the line is told in words only


class Chart(QFrame):
    """One or two lines over a span of time, newest at the right.

    The pointer reads values, and so do Left and Right while the chart has the keyboard.
    """

    def __init__(
        self,
        title: str,
        lines: Sequence[tuple[str, str, Value]],
        words: Callable[[float], str],
        least: float,
        parent: QWidget | None = None,
    ) -> None:
        """`lines` are (name, colour token, value); the scale never ends below `least`."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = title
        self._lines = tuple(lines)
        self._words = words
        self._least = least
        self._points: list[Point] = []
        self._ceiling: float | None = None
        self._span = 120.0
        self._pointer: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)

    def show_points(
        self, points: Sequence[Point], ceiling: float | None = None, span: float = 120.0
    ) -> None:
        """Draw those of the last `span` seconds; `ceiling` is a limit."""
        newest = points[-1].time if points else 0.0
        self._points = [point for point in points if newest - point.time <= span]
        self._ceiling = ceiling
        self._span = span
        self.setAccessibleDescription(self._now())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 132)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 104)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._points:
            super().keyPressEvent(event)
            return
        area = self._area()
        at = area.right() if self._pointer is None else self._pointer
        self._pointer = min(max(area.left(), at + step * area.width() / 60), area.right())
        self.setAccessibleDescription(self._told(self._under(area)))
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointer = None
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRectF(12, 8, self.width() - 24, self.fontMetrics().height())
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        metrics = QFontMetrics(font)
        room = head.width()
        if self._head_lines() == 1:
            room -= self._paint_now(painter, head)
        else:
            self._paint_now(painter, head.translated(0, head.height()))
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, max(int(room), 0))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(self.font())
        area = self._area()
        self._paint_grid(painter, area)
        if self._points:
            top = self._top()
            self._paint_limit(painter, area, top)
            for _, tone, value in self._lines:
                self._paint_line(painter, area, top, t.color(tone), value)
            painter.setPen(QColor(t.muted))
            corner = area.adjusted(2, 2, 0, 0)
            painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, self._words(top))
            self._paint_times(painter, area)
            self._paint_pointer(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        top = self._head_lines() * line + 16
        return QRectF(12, top, self.width() - 24, self.height() - top - line - 10)

    def _head_lines(self) -> int:
        """Two where title and values have no room beside each other."""
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        values = sum(self.fontMetrics().horizontalAdvance(words) + 16 for words, _ in self._parts())
        wanted = QFontMetrics(font).horizontalAdvance(self._title) + values
        return 1 if wanted <= self.width() - 24 else 2

    def _x(self, area: QRectF, moment: float) -> float:
        return area.right() - (self._points[-1].time - moment) / self._span * area.width()

    def _under(self, area: QRectF) -> Point:
        """The point nearest to the pointer."""
        pointer = area.right() if self._pointer is None else self._pointer
        wanted = self._points[-1].time - (area.right() - pointer) / area.width() * self._span
        return min(self._points, key=lambda point: abs(point.time - wanted))

    def _parts(self) -> list[tuple[str, str]]:
        """The newest values in words, each with the colour of its line."""
        t = tokens(self.palette())
        if not self._points or len(self._lines) == 1:
            return [(self._now(), t.muted)]
        point = self._points[-1]
        return [
            (f"{name} {self._words(value(point))}", t.color(tone).name())
            for name, tone, value in self._lines
        ]

    def _paint_now(self, painter: QPainter, head: QRectF) -> float:
        """The newest values at the right; returns the width that they take."""
        metrics = painter.fontMetrics()
        right = head.right()
        for words, color in reversed(self._parts()):
            width = metrics.horizontalAdvance(words)
            painter.setPen(QColor(color))
            place = QRectF(right - width, head.top(), width, head.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, words)
            right -= width + 16
        return head.right() - right

    def _now(self) -> str:
        if not self._points:
            return tr("no figures yet")
        return self._told(self._points[-1])

    def _told(self, point: Point) -> str:
        parts = [f"{name} {self._words(value(point))}".strip() for name, _, value in self._lines]
        told = "  ".join(parts)
        if not self._ceiling:
            return told
        return tr("{value} of {limit}").format(value=told, limit=self._words(self._ceiling))

    def _top(self) -> float:
        highest = max((value(p) for p in self._points for _, _, value in self._lines), default=0.0)
        top = max(self._least, highest * 1.15)
        if self._ceiling and self._ceiling <= max(highest, self._least) * _NEAR:
            return max(top, self._ceiling * 1.1)
        return top

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        t = tokens(self.palette())
        painter.setPen(QPen(QColor(t.border), 1))
        for part in range(4):
            y = round(area.top() + area.height() * part / 3) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_limit(self, painter: QPainter, area: QRectF, top: float) -> None:
        if not self._ceiling or self._ceiling > top:
            return
        t = tokens(self.palette())
        y = area.bottom() - self._ceiling / top * area.height()
        painter.setPen(QPen(QColor(t.red), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        words = tr("limit {value}").format(value=self._words(self._ceiling))
        line = painter.fontMetrics().height()
        place = QRectF(area.left(), y + 2, area.width() - 4, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, words)

    def _paint_line(
        self, painter: QPainter, area: QRectF, top: float, color: QColor, value: Value
    ) -> None:
        fill = QColor(color)
        fill.setAlphaF(0.14)
        gap = max(3 * STEP if self._points[0].time < self._points[-1].time - 300 else 10.0, 0.02)
        gap = max(gap, 3 * self._span / 360)
        last = QPointF()
        for stretch in runs(self._points, gap):
            path = QPainterPath()
            first = QPointF(self._x(area, stretch[0].time), 0)
            for place, point in enumerate(stretch):
                y = area.bottom() - min(value(point) / top, 1.0) * area.height()
                last = QPointF(max(self._x(area, point.time), area.left()), y)
                if place:
                    path.lineTo(last)
                else:
                    path.moveTo(last)
            under = QPainterPath(path)
            under.lineTo(last.x(), area.bottom())
            under.lineTo(first.x(), area.bottom())
            under.closeSubpath()
            painter.fillPath(under, fill)
            painter.setPen(QPen(color, 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(last, 2.5, 2.5)

    def _paint_times(self, painter: QPainter, area: QRectF) -> None:
        newest = self._points[-1].time
        layout = "%H:%M:%S" if self._span <= 600 else "%H:%M"
        place = QRectF(area.left(), area.bottom() + 2, area.width(), painter.fontMetrics().height())
        for moment, side in (
            (newest - self._span, Qt.AlignmentFlag.AlignLeft),
            (newest - self._span / 2, Qt.AlignmentFlag.AlignHCenter),
            (newest, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(place, side, time.strftime(layout, time.localtime(moment)))

    def _paint_pointer(self, painter: QPainter, area: QRectF) -> None:
        if self._pointer is None or not area.left() <= self._pointer <= area.right():
            return
        t = tokens(self.palette())
        point = self._under(area)
        x = max(area.left(), self._x(area, point.time))
        painter.setPen(QPen(QColor(t.control), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        clock = time.strftime("%H:%M:%S", time.localtime(point.time))
        told = f"{clock}  {self._told(point)}"
        width = painter.fontMetrics().horizontalAdvance(told) + 12
        left = min(max(area.left(), x - width / 2), area.right() - width)
        box = QRectF(left, area.top(), width, painter.fontMetrics().height() + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.toast))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(t.on_toast))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
