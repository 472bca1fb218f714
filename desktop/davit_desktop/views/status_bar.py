"""The line at the bottom: the engine, what Davit really uses, and the tasks with their drawer."""

import time

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.actions import Phase as ActionPhase
from davit_desktop.session import Connection, Phase
from davit_desktop.state import machine as machine_words
from davit_desktop.translation import mark, sentences, tr
from davit_desktop.usage import OwnUsage
from davit_desktop.views import text
from davit_desktop.views.icons import IconButton, TextButton, paint
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.theme import tokens
from davit_vm.status import State, Status

_PHASES = {
    Phase.CONNECTING: (mark("{engine}: connecting…"), "state-busy", "blue"),
    Phase.ONLINE: (mark("{engine}: running"), "state-running", "green"),
    Phase.OFFLINE: (mark("{engine}: not reachable"), "state-failed", "red"),
}
_OUTCOMES = {
    ActionPhase.RUNNING: ("state-busy", "blue", mark("running")),
    ActionPhase.DONE: ("state-healthy", "green", mark("done")),
    ActionPhase.FAILED: ("state-failed", "red", mark("failed")),
    ActionPhase.CANCELLED: ("state-exited", "grey", mark("cancelled")),
}


_SLOW = (mark("Software emulation: slower. Why?"), mark("Emulated: why?"))
_WIDE = 1_040  # points that the longer words need


class Mark(QWidget):
    """A small icon in a token's colour."""

    def __init__(self, parent: QWidget | None = None, size: int = 14) -> None:
        super().__init__(parent)
        self._name, self._tone = "state-unknown", "grey"
        self.setFixedSize(QSize(size, size))

    def show_mark(self, name: str, tone: str) -> None:
        """Show this icon."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens(self.palette())
        painter = QPainter(self)
        paint(painter, self._name, QRectF(self.rect()), t.color(self._tone).name(), t.surface)


class StatusBar(QFrame):
    """Reads like a sentence: engine, usage, tasks."""

    tasks_clicked = Signal()
    slow_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "statusbar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.setSpacing(8)
        self._mark = Mark()
        self._engine = plain_label()
        self._usage = ElidedLabel("", "muted")
        self._usage.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._usage_tip = tr(
            "CPU and resident memory of this window and the engine; disk held by images, "
            "containers and volumes"
        )
        self._usage.setToolTip(self._usage_tip)
        self._machine: Status | None = None
        self._connection: Connection | None = None
        self.slow = TextButton(tr(_SLOW[0]), "info", look="status")
        self.slow.clicked.connect(self.slow_clicked)
        self.slow.hide()
        self._disk = ""
        self._own: OwnUsage | None = None
        self.tasks = TextButton(tr("No tasks running"), "tasks", look="status")
        self.tasks.setToolTip(tr("Show what is running and what was done"))
        self.tasks.clicked.connect(self.tasks_clicked)
        layout.addWidget(self._mark)
        layout.addWidget(self._engine)
        layout.addWidget(self.slow)
        layout.addWidget(self._usage, 1)
        layout.addWidget(self.tasks)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.slow.setText(tr(_SLOW[self.width() < _WIDE]))

    def show_connection(self, connection: Connection) -> None:
        """Say how it stands with the engine."""
        self._connection = connection
        self._say_engine()

    def show_machine(self, status: Status) -> None:
        """Say how it stands with the machine, and with the engine in it."""
        self._machine = status
        self._usage_tip = tr(
            "CPU and resident memory of this window, QEMU and the machine's supervisor; "
            "disk that the machine's image really takes on this computer"
        )
        self._say_usage()
        self.slow.setVisible(
            bool(status.accelerator_note) and status.state in (State.STARTING, State.READY)
        )
        self.slow.setToolTip(text.tool_tip(status.accelerator_note))
        self._say_engine()

    def _say_engine(self) -> None:
        connection, machine = self._connection, self._machine
        if connection is None:
            return
        told, icon, tone = _PHASES[connection.phase]
        name = connection.engine or tr("Engine")
        words = tr(told).format(engine=name)
        reason = connection.reason
        if machine is not None:
            look = machine_words.look(machine)
            words = machine_words.sentence(machine)
            if machine.state is not State.READY:
                icon, tone = look.icon, look.tone
                reason = machine.problem.what if machine.problem else ""
            elif connection.phase is Phase.ONLINE:
                words = f"{words} · {name}"
            else:
                icon, tone = _PHASES[Phase.CONNECTING][1:]
                words = tr("{machine} · connecting…").format(machine=words)
        self._mark.show_mark(icon, tone)
        self._engine.setText(text.visible(words))
        self._engine.setAccessibleName(words)
        self._engine.setToolTip(text.tool_tip("\n".join(filter(None, [connection.host, reason]))))

    def show_usage(self, own: OwnUsage) -> None:
        """Say what Davit uses now."""
        self._own = own
        self._say_usage()

    def show_disk(self, size: int | None) -> None:
        """Say how much disk images, containers and volumes hold; None while it is not known."""
        self._disk = "" if size is None else tr("Disk {size}").format(size=text.size(size))
        self._say_usage()

    def show_tasks(self, running: list[Action]) -> None:
        """Say what is under way."""
        match running:
            case []:
                words = tr("No tasks running")
            case [only]:
                words = text.visible(only.title)
            case _:
                words = tr("%n task(s) running", "", len(running))
        if len(words) > 40:
            words = words[:39] + "…"
        self.tasks.setText(words)
        self.tasks.setAccessibleName(tr("Tasks: {words}").format(words=words))

    def _say_usage(self) -> None:
        parts = []
        if self._own is not None:
            memory = self._own.window_memory + self._own.engine_memory
            parts = [
                tr("CPU {percent}").format(percent=text.percent(self._own.cpu_percent)),
                tr("Memory {size}").format(size=text.size(memory)),
            ]
        if self._disk:
            parts.append(self._disk)
        told = "  ·  ".join(parts)
        self._usage.set_text(told)
        self._usage.setToolTip(text.tool_tip("\n".join(filter(None, (told, self._usage_tip)))))
        self._usage.setAccessibleName(tr("Davit uses {figures}").format(figures=", ".join(parts)))


class TaskDrawer(QFrame):
    """What runs and what was done, newest first; above the status bar, over any page."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._actions = actions
        self._cards: dict[Action, _TaskRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(plain_label(tr("Tasks"), "strong"), 1)
        close = IconButton("close", tr("Close the task drawer (Esc)"))
        close.clicked.connect(self.hide)
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setEnabled(False)  # only while the drawer is there, or others lose the key
        self._escape.activated.connect(self.hide)
        head.addWidget(close)
        layout.addLayout(head)
        self._empty = plain_label(tr("Nothing was done yet."), "muted")
        layout.addWidget(self._empty)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        layout.addWidget(area, 1)
        for action in actions.history:
            self._add(action)
        actions.started.connect(self._add)
        self.hide()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._escape.setEnabled(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._escape.setEnabled(False)

    def _add(self, action: Action) -> None:
        row = _TaskRow(action)
        self._cards[action] = row
        self._rows.insertWidget(0, row)
        for gone in [known for known in self._cards if known not in self._actions.history]:
            self._cards.pop(gone).deleteLater()
        self._empty.setVisible(not self._cards)


class _TaskRow(QWidget):
    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._mark = Mark()
        self._title = ElidedLabel(action.title)
        self._when = plain_label("", "muted")
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setAccessibleName(tr("Cancel: {task}").format(task=action.title))
        self._cancel.clicked.connect(action.cancel)
        copy = IconButton("copy", tr("Copy as docker command"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(action.command))
        copy.setVisible(bool(action.command))
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        head.addWidget(copy)
        head.addWidget(self._cancel)
        layout.addLayout(head)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of {task}").format(task=action.title))
        layout.addWidget(self._bar)
        self._status = ElidedLabel("", "muted")
        layout.addWidget(self._status)
        action.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        action = self._action
        icon, tone, word = _OUTCOMES[action.phase]
        self._mark.show_mark(icon, tone)
        self._mark.setAccessibleName(tr(word))
        when = time.strftime("%H:%M:%S", time.localtime(action.ended or action.started))
        self._when.setText(
            when
            if action.running
            else tr("{outcome} {time}", "of a task, and the time of day when it ended").format(
                outcome=tr(word), time=when
            )
        )
        self._cancel.setVisible(action.running)
        self._bar.setVisible(action.running)
        self._bar.setRange(0, 1000 if action.total else 0)
        if action.total:
            self._bar.setValue(round(action.current / action.total * 1000))
        words = action.status if action.running else ""
        if action.problem is not None:
            words = sentences(action.problem.reason, action.problem.advice)
        self._status.set_text(words or action.command)
