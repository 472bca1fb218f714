"""The machine at a glance: its address, the steps of its start, what it takes of this computer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.state import machine as words
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.cards import Card, scrolled, wrapped
from davit_desktop.views.docker_line import FAILURE, register_context
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.stages import StagesView
from davit_desktop.views.theme import tokens
from davit_vm.status import Reclaimed, State, Status


class Bar(QWidget):
    """Two amounts of one whole: a solid part on a paler one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = self._outer = 0.0
        self.setFixedHeight(8)

    def show_parts(self, inner: float, outer: float) -> None:
        """Both from 0 to 1; the solid part is `inner`."""
        self._inner, self._outer = min(max(inner, 0.0), 1.0), min(max(outer, 0.0), 1.0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, color in ((1.0, t.border), (self._outer, t.control), (self._inner, t.accent)):
            if part:
                painter.setBrush(QColor(color))
                width = max(part * self.width(), 4.0)
                painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 4, 4)


class OverviewView(MachineTab):
    """Cards: connection, start, memory, disk."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(machine, actions, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setSpacing(12)
        grid.addWidget(self._build_address(), 0, 0, 1, 2)
        grid.addWidget(self._build_start(), 1, 0, 2, 1)
        grid.addWidget(self._build_memory(), 1, 1)
        grid.addWidget(self._build_disk(), 2, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        grid.setRowStretch(3, 1)
        outer.addWidget(scrolled(inner))
        machine.news.subscribe(self._update)
        self._update()

    def _build_address(self) -> Card:
        card = Card(tr("Docker programs reach it at"))
        line = QHBoxLayout()
        line.setSpacing(8)
        self.address = ElidedLabel("", "code")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = IconButton("copy", tr("Copy as DOCKER_HOST"))
        copy.clicked.connect(self._copy_address)
        self.context_button = TextButton(tr("Register docker context"))
        self.context_button.setToolTip(
            tr("Makes a docker context named davit, for: docker context use davit")
        )
        self.context_button.clicked.connect(self._register)
        line.addWidget(self.address, 1)
        line.addWidget(copy)
        line.addWidget(self.context_button)
        card.body.addLayout(line)
        self._parts = ElidedLabel("", "muted")
        card.body.addWidget(self._parts)
        return card

    def _build_start(self) -> Card:
        self._start = Card(tr("Last start"))
        self.stages = StagesView()
        self._no_start = wrapped(tr("It has not been started yet."))
        self._news = ElidedLabel("", "muted")
        self._start.body.addWidget(self.stages)
        self._start.body.addWidget(self._no_start)
        self._start.body.addWidget(self._news)
        self._start.body.addStretch(1)
        return self._start

    def _build_memory(self) -> Card:
        card = Card(tr("Memory"))
        self._memory_bar = Bar()
        self._memory = wrapped("", "")
        self._memory_inside = wrapped()
        for widget in (self._memory_bar, self._memory, self._memory_inside):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    def _build_disk(self) -> Card:
        card = Card(tr("Disk"))
        self._disk_bar = Bar()
        self._disk_host = wrapped("", "")
        self._disk_inside = wrapped()
        line = QHBoxLayout()
        line.setSpacing(8)
        self.reclaim_button = TextButton(tr("Give back"))
        self.reclaim_button.setToolTip(
            tr("Return blocks and memory that the machine no longer needs to this computer")
        )
        self.reclaim_button.clicked.connect(self._reclaim)
        self._given = wrapped()
        line.addWidget(self.reclaim_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._given, 1)
        for widget in (self._disk_bar, self._disk_host, self._disk_inside):
            card.body.addWidget(widget)
        card.body.addLayout(line)
        card.body.addStretch(1)
        return card

    def _update(self) -> None:
        status = self._machine.status
        self.address.set_text(self._machine.machine.endpoint)
        if status is None:
            return
        self._parts.set_text(_versions(status))
        stages = words.stages_of(status)
        self.stages.show_stages(stages, words.running_since(status))
        self.stages.setVisible(bool(stages))
        self._no_start.setVisible(not stages)
        starting = status.state is State.STARTING
        total = words.start_seconds(stages)
        if starting:
            title = tr("Starting now")
        elif stages and total:
            title = tr("Last start, {duration}").format(duration=text.seconds(total))
        else:
            title = tr("Last start")
        self._start.title.setText(title)
        self._news.setVisible(starting and bool(self._machine.note))
        self._news.set_text(self._machine.note)
        self._say_memory(status)
        self._say_disk(status)
        self.reclaim_button.setEnabled(status.state is State.READY)

    def _say_memory(self, status: Status) -> None:
        figures, limit = status.resources, status.memory
        host = figures.host_memory
        used = words.guest_memory_used(figures)
        self._memory_bar.setVisible(host is not None)
        if host is None and status.qemu_pid is not None:
            self._memory.setText(tr("Not measured yet"))
        elif host is None:
            self._memory.setText(
                tr("Takes none now; up to {size} while it runs").format(size=text.binary(limit))
                if limit
                else tr("Takes none now")
            )
        else:
            self._memory.setText(
                tr("{size} of {most} that it may take").format(
                    size=text.binary(host), most=text.binary(limit)
                )
                if limit
                else text.binary(host)
            )
            self._memory_bar.show_parts((used or 0) / (limit or 1), host / (limit or host))
        self._memory_inside.setText(
            tr("{size} of it in use by the engine and containers").format(size=text.binary(used))
            if used is not None
            else ""
        )
        self._memory_inside.setVisible(used is not None)

    def _say_disk(self, status: Status) -> None:
        truth = words.disk_truth(status.resources)
        self._disk_bar.setVisible(truth is not None)
        if truth is None:
            absent = status.state is State.ABSENT
            self._disk_host.setText(
                tr("There is no disk yet") if absent else tr("Not measured yet")
            )
            self._disk_inside.setVisible(False)
            return
        on_host, used = truth.on_host, truth.used
        self._disk_host.setText(
            tr("{size} really taken on this computer").format(size=text.binary(on_host))
            if on_host is not None
            else tr("Nobody can tell now what it takes on this computer")
        )
        size = text.binary(truth.size)
        self._disk_inside.setText(
            tr("The machine sees {size}").format(size=size)
            if used is None
            else tr("The machine sees {size}, of which it uses {used}").format(
                size=size, used=text.binary(used)
            )
        )
        self._disk_inside.setVisible(True)
        self._disk_bar.show_parts((used or 0) / truth.size, (on_host or 0) / truth.size)

    def _copy_address(self) -> None:
        line = f"DOCKER_HOST={self._machine.machine.endpoint}"
        QGuiApplication.clipboard().setText(line)
        self.said.emit(tr("Copied the address"), line)

    def _register(self) -> None:
        def done(_: object) -> None:
            self.settled.emit(tr(FAILURE))
            self.said.emit(tr("Registered. Use it with: docker context use davit"), "")

        register_context(self._actions, self._machine.machine.endpoint, done, self.problem.emit)

    def _reclaim(self) -> None:
        self.reclaim_button.setEnabled(False)
        self._given.setText(tr("Giving back…"))

        def done(given: Reclaimed) -> None:
            self._update()
            if given.disk <= 0 and given.memory <= 0:
                self._given.setText(tr("Measured: nothing more to give back"))
            else:
                self._given.setText(
                    tr("Measured: {disk} of disk and {memory} of memory came back").format(
                        disk=text.binary(max(0, given.disk)),
                        memory=text.binary(max(0, given.memory)),
                    )
                )
            self.settled.emit(tr("Cannot give back disk and memory"))

        def failed(problem: object) -> None:
            self._update()
            self._given.setText("")
            self.problem.emit(problem)

        self._actions.start(
            tr("Giving back disk and memory"),
            lambda action: self._machine.reclaim(),
            failure=tr("Cannot give back disk and memory"),
            command="davit machine reclaim",
            done=done,
            failed=failed,
        )


def _versions(status: Status) -> str:
    parts = (
        tr("Engine {version}").format(version=status.engine) if status.engine else "",
        status.qemu,
        tr("Guest image {name}").format(name=status.image) if status.image else "",
    )
    return " · ".join(filter(None, parts))
