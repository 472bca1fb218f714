"""The stages of a build side by side, with the lines of what takes from what, while it runs."""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from davit_desktop.state.build_graph import Drawing, Wire, drawn
from davit_desktop.state.builds import (
    STATE_WORDS,
    Build,
    Stage,
    StepState,
    stage_seconds,
    stage_state,
    steps_of,
)
from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.build_looks import STEP_LOOKS, took
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import RADIUS, Tokens, tokens

_WIDTH = 184
_GAP_X, _GAP_Y = 36, 12
_MARGIN = 12
_ICON = 16
_TICK = 200  # milliseconds between two looks at the clock, while it is seen
_LONGEST = 120  # characters of a name that are measured


class BuildGraph(QWidget):
    """A box for each stage. The arrow keys go between them; Return and a click choose one."""

    stage_chosen = Signal(int)
    current_moved = Signal(int, int)  # the middle of the box that the keyboard is at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = Build()
        self._drawing = Drawing()
        self._current = -1  # the place of a box
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Stages"))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)

    def show_build(self, build: Build) -> None:
        """Show how a build stands."""
        before, self._build = self._build, build
        if build.stages != before.stages:
            self._drawing = drawn(build.stages)
            self._current = 0 if self._drawing.boxes else -1
            self.setMinimumSize(self.sizeHint())
            self.updateGeometry()
        self._tell()
        self._match_timer()
        self.update()

    @property
    def words(self) -> list[str]:
        """What the boxes say, for those who cannot see them."""
        return [self._words(self._stage(at)) for at in range(len(self._drawing.boxes))]

    @property
    def drawing(self) -> Drawing:
        return self._drawing

    # Measures

    @property
    def _height(self) -> int:
        return max(48, 2 * self.fontMetrics().height() + 16)

    @override
    def sizeHint(self) -> QSize:
        columns, rows = max(1, self._drawing.columns), max(1, self._drawing.rows)
        return QSize(
            columns * (_WIDTH + _GAP_X) - _GAP_X + 2 * _MARGIN,
            rows * (self._height + _GAP_Y) - _GAP_Y + 2 * _MARGIN,
        )

    def box(self, place: int) -> QRectF:
        """Where the box of the stage at a place in the order of the file stands."""
        box = self._drawing.boxes[place]
        corner = self._corner(box.column, box.row)
        return QRectF(corner.x(), corner.y(), _WIDTH, self._height)

    def _corner(self, column: int, row: float) -> QPointF:
        wanted = self.sizeHint()
        top = max(0, (self.height() - wanted.height()) / 2)
        return QPointF(
            _MARGIN + column * (_WIDTH + _GAP_X),
            top + _MARGIN + row * (self._height + _GAP_Y),
        )

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for wire in self._drawing.wires:
            painter.setPen(QPen(QColor(t.control), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path(wire))
        for place in range(len(self._drawing.boxes)):
            if event.rect().intersects(self.box(place).toAlignedRect()):
                self._paint_box(painter, place, t)

    def _path(self, wire: Wire) -> QPainterPath:
        half = self._height / 2
        path = QPainterPath()
        last = len(wire.points) - 1
        for number, (column, row) in enumerate(wire.points):
            corner = self._corner(column, row)
            left = QPointF(corner.x(), corner.y() + half)
            right = QPointF(corner.x() + _WIDTH, corner.y() + half)
            if number == 0:
                path.moveTo(right)
                continue
            middle = left.x() - _GAP_X / 2
            before = path.currentPosition()
            path.cubicTo(QPointF(middle, before.y()), QPointF(middle, left.y()), left)
            if number < last:
                path.lineTo(right)
        end = path.currentPosition()
        path.moveTo(end + QPointF(-6, -4))
        path.lineTo(end)
        path.lineTo(end + QPointF(-6, 4))
        return path

    def _paint_box(self, painter: QPainter, place: int, t: Tokens) -> None:
        stage = self._stage(place)
        state = stage_state(self._build, stage)
        icon, tone = STEP_LOOKS[state]
        area = self.box(place).adjusted(0.5, 0.5, -0.5, -0.5)
        current = place == self._current and self.hasFocus()
        quiet = state is StepState.WAITING
        pen = QPen(QColor(t.accent) if current else t.color("control" if quiet else tone))
        pen.setWidthF(2 if current or state in (StepState.RUNNING, StepState.FAILED) else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(t.surface))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        mark = QRectF(area.left() + 10, area.top() + 8, _ICON, _ICON)
        line = self.fontMetrics().height()
        mark.moveTop(area.top() + 6 + (line - _ICON) / 2)
        icons.paint(painter, icon, mark, t.color(tone).name(), t.surface)
        words = QRectF(mark.right() + 8, area.top() + 6, area.right() - mark.right() - 18, line)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._say(painter, font, t.text, words, stage.title)
        words.translate(0, line + 2)
        self._say(painter, self.font(), t.muted, words, self._second(stage, state))

    def _say(self, painter: QPainter, font: QFont, color: str, where: QRectF, words: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        cut = QFontMetricsF(font).elidedText(
            visible(words[:_LONGEST]), Qt.TextElideMode.ElideRight, where.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(where, flags, cut)

    def _second(self, stage: Stage, state: StepState) -> str:
        steps = steps_of(self._build, stage)
        over = sum(step.over for step in steps)
        length = took(stage_seconds(self._build, stage, time.time_ns()))
        if state is StepState.WAITING:
            return tr("Waiting")
        if state is StepState.CACHED:
            return tr("From cache")
        if state is StepState.DONE:
            return tr("%n step(s)", "", len(steps)) + f" · {length}"
        told = f"{over}/{len(steps)}"
        return f"{told} · {length}" if length else told

    def _words(self, stage: Stage) -> str:
        state = stage_state(self._build, stage)
        told = self._second(stage, state)
        return f"{visible(stage.title)}: {tr(STATE_WORDS[state])}, {told}"

    def _stage(self, place: int) -> Stage:
        return self._build.stages[place]

    # The clock

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._match_timer()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _match_timer(self) -> None:
        if self._build.stages and not self._build.over and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.update()

    # Keyboard and pointer

    def _tell(self) -> None:
        if 0 <= self._current < len(self._drawing.boxes):
            self.setAccessibleDescription(self._words(self._stage(self._current)))

    def _under(self, point: QPointF) -> int:
        for place in range(len(self._drawing.boxes)):
            if self.box(place).contains(point):
                return place
        return -1

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._go(place)
            self.stage_chosen.emit(self._stage(place).index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._under(QPointF(event.pos()))
            words = ""
            if place >= 0:
                stage = self._stage(place)
                base = tr("From {base}").format(base=stage.base)
                words = "\n".join(filter(None, (self._words(stage), base, stage.platform)))
            QToolTip.showText(event.globalPos(), tool_tip(words), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        boxes = self._drawing.boxes
        key = event.key()
        if not boxes or self._current < 0:
            super().keyPressEvent(event)
            return
        here = boxes[self._current]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.stage_chosen.emit(here.stage)
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if step is not None:
            near = [at for at, box in enumerate(boxes) if box.column == here.column + step]
            if near:
                self._go(min(near, key=lambda at: abs(boxes[at].row - here.row)))
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None:
            same = [at for at, box in enumerate(boxes) if box.column == here.column]
            beyond = [at for at in same if (boxes[at].row - here.row) * step > 0]
            if beyond:
                self._go(min(beyond, key=lambda at: abs(boxes[at].row - here.row)))
            return
        super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._current = place
        self._tell()
        self.update()
        self.show_current()

    def show_current(self) -> None:
        """Have the box that the keyboard is at brought into sight."""
        if 0 <= self._current < len(self._drawing.boxes):
            middle = self.box(self._current).center()
            self.current_moved.emit(int(middle.x()), int(middle.y()))
