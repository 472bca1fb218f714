"""What a container uses: four charts painted here, and its processes."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import Top
from davit_desktop.session import Session
from davit_desktop.state.stats import History, Point
from davit_desktop.views import text
from davit_desktop.views.messages import plain_label
from davit_desktop.views.table_model import Column, TableModel
from davit_desktop.views.theme import tokens

_SPAN = 120.0  # seconds across a chart
_TOP_EVERY = 3_000  # milliseconds

Value = Callable[[Point], float]


class Chart(QFrame):
    """One or two lines over the last two minutes, newest at the right; the pointer reads values."""

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
        self._pointer: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    def show_points(self, points: Sequence[Point], ceiling: float | None = None) -> None:
        """Draw these; `ceiling` is a limit worth showing in words."""
        self._points = list(points)
        self._ceiling = ceiling
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
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        head = QRectF(12, 8, self.width() - 24, line)
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self.font())
        self._paint_now(painter, head)
        area = QRectF(12, head.bottom() + 8, self.width() - 24, self.height() - head.bottom() - 18)
        self._paint_grid(painter, area)
        if self._points:
            newest = self._points[-1].time
            top = self._top(newest)
            for _, tone, value in self._lines:
                self._paint_line(painter, area, newest, top, t.color(tone), value)
            painter.setPen(QColor(t.muted))
            painter.drawText(
                area.adjusted(2, 2, 0, 0), Qt.AlignmentFlag.AlignLeft, self._words(top)
            )
            self._paint_pointer(painter, area, newest, top)

    def _paint_now(self, painter: QPainter, head: QRectF) -> None:
        """The newest values at the right of the title, each in the colour of its line."""
        t = tokens(self.palette())
        metrics = painter.fontMetrics()
        parts = [(self._now(), t.muted)]
        if self._points and len(self._lines) > 1:
            point = self._points[-1]
            parts = [
                (f"{name} {self._words(value(point))}", t.color(tone).name())
                for name, tone, value in self._lines
            ]
        right = head.right()
        for words, color in reversed(parts):
            width = metrics.horizontalAdvance(words)
            painter.setPen(QColor(color))
            place = QRectF(right - width, head.top(), width, head.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, words)
            right -= width + 16

    def _now(self) -> str:
        if not self._points:
            return "no figures yet"
        return self._told(self._points[-1])

    def _told(self, point: Point) -> str:
        parts = [f"{name} {self._words(value(point))}".strip() for name, _, value in self._lines]
        told = "  ".join(parts)
        return f"{told} of {self._words(self._ceiling)}" if self._ceiling else told

    def _top(self, newest: float) -> float:
        shown = [p for p in self._points if newest - p.time <= _SPAN]
        highest = max((value(p) for p in shown for _, _, value in self._lines), default=0.0)
        return max(self._least, highest * 1.15)

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        t = tokens(self.palette())
        painter.setPen(QPen(QColor(t.border), 1))
        for part in range(4):
            y = round(area.top() + area.height() * part / 3) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_line(
        self,
        painter: QPainter,
        area: QRectF,
        newest: float,
        top: float,
        color: QColor,
        value: Value,
    ) -> None:
        path = QPainterPath()
        first = last = None
        for point in self._points:
            age = newest - point.time
            if age > _SPAN:
                continue
            where = QPointF(
                area.right() - age / _SPAN * area.width(),
                area.bottom() - min(value(point) / top, 1.0) * area.height(),
            )
            if first is None:
                first = where
                path.moveTo(where)
            else:
                path.lineTo(where)
            last = where
        if first is None or last is None:
            return
        under = QPainterPath(path)
        under.lineTo(last.x(), area.bottom())
        under.lineTo(first.x(), area.bottom())
        under.closeSubpath()
        fill = QColor(color)
        fill.setAlphaF(0.14)
        painter.fillPath(under, fill)
        painter.setPen(QPen(color, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(last, 2.5, 2.5)

    def _paint_pointer(self, painter: QPainter, area: QRectF, newest: float, top: float) -> None:
        if self._pointer is None or not area.left() <= self._pointer <= area.right():
            return
        t = tokens(self.palette())
        wanted = newest - (area.right() - self._pointer) / area.width() * _SPAN
        point = min(self._points, key=lambda p: abs(p.time - wanted))
        x = area.right() - (newest - point.time) / _SPAN * area.width()
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


class StatsView(QWidget):
    """Charts and processes of one running container; streams only while it is seen."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._asking: Action | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        self._idle = plain_label("", "muted")
        self._idle.setWordWrap(True)
        layout.addWidget(self._idle)
        self.cpu = Chart("CPU", [("", "accent", lambda p: p.cpu_percent)], text.percent, 5.0)
        self.memory = Chart(
            "Memory", [("", "green", lambda p: float(p.memory_used))], text.size, 1e6
        )
        self.network = Chart(
            "Network",
            [("↓", "accent", lambda p: p.network_in), ("↑", "orange", lambda p: p.network_out)],
            _rate,
            1e3,
        )
        self.disk = Chart(
            "Disk",
            [
                ("read", "accent", lambda p: p.disk_read),
                ("write", "orange", lambda p: p.disk_written),
            ],
            _rate,
            1e3,
        )
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, chart in enumerate((self.cpu, self.memory, self.network, self.disk)):
            grid.addWidget(chart, place // 2, place % 2)
        layout.addLayout(grid, 3)
        self._processes_title = plain_label("Processes", "strong")
        layout.addWidget(self._processes_title)
        self.processes = QTableView()
        self.processes.setAccessibleName("Processes")
        self.processes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.processes.setShowGrid(False)
        self.processes.verticalHeader().hide()
        self.processes.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.processes.horizontalHeader().setHighlightSections(False)
        self.processes.horizontalHeader().setStretchLastSection(True)
        self._titles: tuple[str, ...] = ()
        layout.addWidget(self.processes, 2)
        self._timer = QTimer(self)
        self._timer.setInterval(_TOP_EVERY)
        self._timer.timeout.connect(self._ask_top)
        self._leave = [
            session.stats_news.subscribe(self._show_history),
            session.containers_news.subscribe(self._watch),
        ]

    def show_container(self, id: str) -> None:
        """Show this container."""
        self._id = id
        self._watch()
        self._show_history()

    def leave(self) -> None:
        """Show none any more."""
        self._id = ""
        self._watch()

    def focus_search(self) -> None:
        """There is nothing to search."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()
        self._show_history()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    def _watch(self) -> None:
        container = self._session.containers.get(self._id)
        running = container is not None and container.running
        seen = self.isVisible() and running
        self._session.watch_stats("detail", (self._id,) if seen else ())
        self._idle.setText(
            "" if running else "The container is not running; figures are of its last run."
        )
        self._idle.setVisible(not running)
        self.processes.setVisible(running)
        self._processes_title.setVisible(running)
        if seen and not self._timer.isActive():
            self._timer.start()
            self._ask_top()
        elif not seen:
            self._timer.stop()

    def _show_history(self) -> None:
        if not self.isVisible():
            return
        history = self._session.histories.get(self._id) or History()
        points = list(history)
        limit = history.latest.memory_limit if history.latest else 0
        for chart in (self.cpu, self.network, self.disk):
            chart.show_points(points)
        self.memory.show_points(points, float(limit) or None)

    def _ask_top(self) -> None:
        busy = self._asking is not None and self._asking.running
        if busy or self.window().isMinimized():
            return
        id = self._id
        self._asking = self._actions.start_quiet(
            lambda _: self._session.engine.top(id), done=lambda top: self._show_top(id, top)
        )

    def _show_top(self, id: str, top: Top) -> None:
        if id != self._id:
            return
        rows = [tuple(row) for row in top.processes if len(row) == len(top.titles)]
        if top.titles != self._titles:
            self._titles = top.titles
            self._rows_model = TableModel(_process_columns(top.titles), _process_key, self)
            self.processes.setModel(self._rows_model)
            header = self.processes.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            metrics = self.fontMetrics()
            for place, title in enumerate(top.titles):
                texts = (title, *(row[place] for row in rows))
                widest = max(metrics.horizontalAdvance(text.visible(words)) for words in texts)
                self.processes.setColumnWidth(place, min(max(64, widest + 24), 240))
        self._rows_model.set_rows(rows)
        self._processes_title.setText(f"Processes ({len(rows)})")


def _rate(value: float) -> str:
    return f"{text.size(value)}/s"


def _process_columns(titles: Sequence[str]) -> list[Column[tuple[str, ...]]]:
    def cell(place: int) -> Callable[[tuple[str, ...]], str]:
        return lambda row: row[place]

    return [
        Column(key=f"{place} {title}", title=title, text=cell(place))
        for place, title in enumerate(titles)
    ]


def _process_key(row: tuple[str, ...]) -> str:
    return " ".join(row[:2])
