"""The steps of a start: a tick and a time for each, the one under way counting."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from davit_desktop.state.machine import Mark as StageMark
from davit_desktop.state.machine import Stage
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.status_bar import Mark

_TICK = 200  # milliseconds between two looks at the clock, while it is seen
_LOOKS = {
    StageMark.WAITING: ("state-created", "grey"),
    StageMark.RUNNING: ("state-busy", "blue"),
    StageMark.DONE: ("state-healthy", "green"),
    StageMark.FAILED: ("state-failed", "red"),
}


class StagesView(QWidget):
    """One line for each stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self._since = 0.0
        self._lines: list[tuple[Mark, ElidedLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def words(self) -> list[str]:
        """What the lines say, for those who cannot see them."""
        return [mark.accessibleName() for mark, _, _ in self._lines[: len(self._stages)]]

    def show_stages(self, stages: Sequence[Stage], since: float = 0.0) -> None:
        """Show these; `since` is when the one under way began, in seconds since the epoch."""
        self._since = since
        if tuple(stages) != self._stages:
            self._stages = tuple(stages)
            while len(self._lines) < len(self._stages):
                self._add_line()
            for line, stage in zip(self._lines, self._stages, strict=False):
                icon, tone = _LOOKS[stage.mark]
                line[0].show_mark(icon, tone)
                line[1].set_text(stage.title)
                look = {StageMark.WAITING: "muted", StageMark.FAILED: "red"}.get(stage.mark, "")
                if line[1].property("look") != look:
                    line[1].setProperty("look", look)
                    line[1].style().unpolish(line[1])
                    line[1].style().polish(line[1])
            for number, line in enumerate(self._lines):
                for widget in line:
                    widget.setVisible(number < len(self._stages))
        self._tick()
        self._match_timer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._match_timer()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _match_timer(self) -> None:
        counting = any(stage.mark is StageMark.RUNNING for stage in self._stages) and self._since
        if counting and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _add_line(self) -> None:
        row = len(self._lines)
        mark = Mark(size=16)
        title, took = ElidedLabel(), plain_label("", "muted")
        took.setMinimumWidth(took.fontMetrics().horizontalAdvance(text.seconds(59.9)) + 4)
        took.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate((mark, title, took)):
            self._grid.addWidget(widget, row, column)
        self._lines.append((mark, title, took))

    def _tick(self) -> None:
        for (mark, _, took), stage in zip(self._lines, self._stages, strict=False):
            words = "" if stage.seconds is None else text.seconds(stage.seconds)
            if stage.mark is StageMark.RUNNING and self._since:
                words = text.seconds(max(0.0, time.time() - self._since))
            elif stage.mark is StageMark.FAILED:
                words = tr("failed", "a step of a start")
            took.setText(words)
            mark.setAccessibleName(" ".join(filter(None, [stage.title, _told(stage.mark), words])))


def _told(stage: StageMark) -> str:
    match stage:
        case StageMark.WAITING:
            return tr("waiting", "a step of a start")
        case StageMark.RUNNING:
            return tr("running", "a step of a start")
        case StageMark.DONE:
            return tr("done", "a step of a start")
        case StageMark.FAILED:
            return tr("failed", "a step of a start")
