"""Two fields for the times between which the lines of a log are shown."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from davit_desktop.logs.moments import BadMoment, moment
from davit_desktop.translation import tr
from davit_desktop.views.icons import IconButton
from davit_desktop.views.messages import plain_label


class RangeRow(QWidget):
    """What is typed counts once it is a time. A relative time counts from when it is typed."""

    changed = Signal(object, object)  # since and until in Unix nanoseconds, 0 for no limit
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = (0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.since = self._field(tr("Since"), tr("10m, 14:30, 2026-11-21 14:30", "example times"))
        self.until = self._field(tr("Until"), tr("now"))
        for field in (self.since, self.until):
            row.addWidget(plain_label(field.accessibleName()))
            row.addWidget(field, 1)
        close = IconButton("close", tr("Show lines of any time"))
        close.clicked.connect(lambda: self.closed.emit())
        row.addWidget(close)
        column.addLayout(row)
        self.problem = plain_label("", "red")
        self.problem.setAccessibleName(tr("What is wrong with the times"))
        self.problem.hide()
        column.addWidget(self.problem)
        self.setFocusProxy(self.since)

    def clear(self) -> None:
        """No limit any more."""
        self.since.clear()
        self.until.clear()

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(320)
        field.textChanged.connect(lambda: self._read())
        return field

    def _read(self) -> None:
        now = time.time_ns()
        problem = ""
        times = []
        for field in (self.since, self.until):
            wrong = False
            try:
                times.append(moment(field.text(), now))
            except BadMoment as error:
                problem, wrong = problem or str(error), True
            if bool(field.property("invalid")) != wrong:
                field.setProperty("invalid", wrong)
                field.style().unpolish(field)
                field.style().polish(field)
        if not problem and 0 < times[1] < times[0]:
            problem = tr("The first time is later than the second.")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem and tuple(times) != self._told:
            self._told = (times[0], times[1])
            self.changed.emit(*self._told)
