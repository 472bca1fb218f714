"""One stack: its containers, and the networks and volumes that belong to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.client.types import Network, Volume
from davit_desktop.session import Session
from davit_desktop.state import log_scope
from davit_desktop.state.containers import Container
from davit_desktop.state.stacks import Stack, stack_look, stacks
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.container_actions import ContainerActions
from davit_desktop.views.container_rows import ContainerRow, state_look, uptime
from davit_desktop.views.container_verbs import can_pause, can_resume, can_start, can_stop
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.row_list import RowList
from davit_desktop.views.stack_verbs import Belongings, StackVerbs
from davit_desktop.views.stacks import ask_with_volumes
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.table_model import Column, RowsProxy, TableModel

_USAGE_EVERY = 2_000  # milliseconds
_LOWER = 148  # points of the lists of networks and volumes


def _container_columns() -> tuple[Column[ContainerRow], ...]:
    def mark(row: ContainerRow) -> tuple[str, str]:
        told = state_look(row)
        return told.icon, told.tone

    return (
        Column(
            key="service",
            title=tr("Service"),
            text=lambda row: row.container.service or row.container.name,
            tip=lambda row: f"{row.container.name}\n{row.container.short_id}",
            share=3,
            look="strong",
        ),
        Column(
            key="state",
            title=tr("State"),
            text=lambda row: state_look(row).word,
            tip=lambda row: "\n".join(
                filter(None, [state_look(row).word, uptime(row), row.failed])
            ),
            sample="Out of memory (137)",
            mark=mark,
        ),
        Column(key="image", title=tr("Image"), text=lambda row: row.container.image, share=3),
        Column(
            key="ports",
            title=tr("Ports"),
            text=lambda row: ", ".join(p.short_label for p in row.container.ports if p.published),
            tip=lambda row: "\n".join(p.label for p in row.container.ports if p.published),
            share=3,
        ),
        Column(
            key="cpu",
            title=tr("CPU"),
            text=lambda row: "" if row.cpu is None else text.percent(row.cpu),
            sort=lambda row: -1.0 if row.cpu is None else row.cpu,
            sample="100.0 %",
            right=True,
            look="muted",
        ),
        Column(
            key="memory",
            title=tr("Memory"),
            text=lambda row: "" if row.memory is None else text.size(row.memory),
            sort=lambda row: -1.0 if row.memory is None else float(row.memory),
            sample="999.9 MB",
            right=True,
            look="muted",
        ),
    )


def _network_columns() -> tuple[Column[Network], ...]:
    return (
        Column(key="name", title=tr("Networks"), text=lambda network: network.name, share=2),
        Column(
            key="driver",
            title=tr("Driver"),
            text=lambda network: network.driver,
            sample="macvlan____",
            look="muted",
        ),
    )


class StackDetail(Page):
    """The page of one Compose project. Leaves by itself when the last container is deleted."""

    asked = Signal(str, object)  # what a dialog is wanted for, Container

    def __init__(
        self, session: Session, actions: Actions, verbs: StackVerbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._name = ""
        self._known = False
        self._belongings = Belongings()
        columns = _container_columns()
        self.model: TableModel[ContainerRow] = TableModel(columns, lambda r: r.container.id, self)
        self.list = RowList(RowsProxy(self.model, self), columns, tr("Containers of the stack"))
        networks = _network_columns()
        self.networks: TableModel[Network] = TableModel(networks, lambda n: n.id, self)
        volumes = self._volume_columns()
        self.volumes: TableModel[Volume] = TableModel(volumes, lambda v: v.name, self)
        self._network_list = RowList(
            RowsProxy(self.networks, self), networks, tr("Networks of the stack")
        )
        self._volume_list = RowList(
            RowsProxy(self.volumes, self), volumes, tr("Volumes of the stack")
        )
        self.container_actions = ContainerActions(verbs.containers, self.selected, self.list)
        self._build()
        self._wire()

    @property
    def stack(self) -> Stack | None:
        """The stack shown, while anything of it is there."""
        return self._stack_of(self._name)

    def selected(self) -> list[Container]:
        """The containers that a verb in the list means."""
        return [row.container for row in self.list.selected()]

    def _stack_of(self, name: str) -> Stack | None:
        hidden = self._verbs.containers.hidden
        own = (
            c for c in self._session.containers.values() if c.project == name and not hidden(c.id)
        )
        return next(iter(stacks(own)), None) if name else None

    # What the window asks

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject != self._name:
            self._name, self._known = subject, False
            self._belongings = Belongings()
            self._show_belongings()
        self._update()
        self._read_belongings()
        self.list.setFocus()

    @override
    def leave(self) -> None:
        self._name = ""
        self._session.watch_stats("stack", ())

    @override
    def holds(self, subject: str) -> bool:
        return self._stack_of(subject) is not None

    # Making

    def _volume_columns(self) -> tuple[Column[Volume], ...]:
        def size(volume: Volume) -> str:
            count = self._belongings.sizes.get(volume.name, -1)
            return text.size(count) if count >= 0 else ""

        return (
            Column(key="name", title=tr("Volumes"), text=lambda volume: volume.name, share=2),
            Column(
                key="size",
                title=tr("Size"),
                text=size,
                sort=lambda volume: float(self._belongings.sizes.get(volume.name, -1)),
                sample="999.9 MB",
                right=True,
                look="muted",
            ),
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the stacks (Alt+Left)"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        self._title = ElidedLabel("", "title")
        head.addWidget(self._title, 1)
        self._primary = TextButton(tr("Start"), "play", look="primary")
        self._primary.clicked.connect(self._on_primary)
        self._restart = TextButton(tr("Restart"), "restart")
        self._restart.clicked.connect(lambda: self._with(self._verbs.containers.restart))
        more = IconButton("more", tr("More…"))
        more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        more.setMenu(self._menu)
        logs = TextButton(tr("View logs"), "logs")
        logs.clicked.connect(self._view_logs)
        for widget in (logs, self._primary, self._restart, more):
            head.addWidget(widget)
        layout.addLayout(head)
        facts = QHBoxLayout()
        facts.setContentsMargins(38, 0, 0, 0)
        facts.setSpacing(8)
        self._mark = Mark(size=16)
        self._state = plain_label("", "strong")
        self._made = ElidedLabel("", "muted")
        facts.addWidget(self._mark)
        facts.addWidget(self._state)
        facts.addWidget(self._made, 1)
        layout.addLayout(facts)
        layout.addSpacing(4)
        layout.addWidget(self.problems)
        layout.addWidget(self.list, 1)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        for part in (self._network_list, self._volume_list):
            part.setFixedHeight(_LOWER)
            lower.addWidget(part, 1)
        layout.addLayout(lower)

    def _wire(self) -> None:
        session, verbs = self._session, self._verbs
        self._leave = [
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
            session.stats_news.subscribe(self._on_stats),
        ]
        verbs.containers.busy_changed.connect(self._update)
        verbs.containers.problem.connect(self.problems.show_problem)
        verbs.containers.settled.connect(self.problems.forget)
        verbs.problem.connect(self.problems.show_problem)
        self.container_actions.opened.connect(self._open)
        self.container_actions.asked.connect(self.asked)
        self.list.doubleClicked.connect(lambda _: self._open(""))
        self.list.selectionModel().selectionChanged.connect(
            lambda *_: self.container_actions.update()
        )
        self.list.customContextMenuRequested.connect(self._menu_at)
        self._usage_timer = QTimer(self, singleShot=True, interval=_USAGE_EVERY)
        self._usage_timer.timeout.connect(self._update)
        self.container_actions.update()

    # Rows

    def _update(self) -> None:
        if not self._name:
            return
        stack = self.stack
        if stack is None:
            if self._known:
                self._known = False
                self.left.emit()
            return
        self._known = True
        self._title.set_text(stack.name)
        look = stack_look(stack)
        self._mark.show_mark(look.icon, look.tone)
        self._state.setText(look.word)
        made = ", ".join(stack.files)
        if stack.folder:
            made = tr("{files} in {folder}").format(files=made, folder=stack.folder)
        self._made.set_text(made)
        runs = bool(stack.running)
        words = tr("Stop") if runs else tr("Start")
        self._primary.setText(words)
        self._primary.setAccessibleName(words)
        self._primary.set_icon("stop" if runs else "play")
        self._primary.set_look("" if runs else "primary")
        self._restart.setEnabled(runs)
        self.model.set_rows(map(self._row, stack.containers))
        self.container_actions.update()
        self._watch(stack)

    def _row(self, container: Container) -> ContainerRow:
        history = self._session.histories.get(container.id)
        point = history.latest if history is not None and container.running else None
        failure = self._verbs.containers.failures.get(container.id)
        return ContainerRow(
            container=container,
            cpu=round(point.cpu_percent, 1) if point else None,
            memory=point.memory_used if point else None,
            busy=self._verbs.containers.busy.get(container.id, ""),
            failed=failure.reason if failure is not None else "",
        )

    def _on_stats(self) -> None:
        if self._name and self.isVisible() and not self._usage_timer.isActive():
            self._usage_timer.start()

    def _watch(self, stack: Stack) -> None:
        ids = [c.id for c in stack.containers if c.running] if self.isVisible() else []
        self._session.watch_stats("stack", ids)

    def _read_belongings(self) -> None:
        name = self._name

        def show(belongings: Belongings) -> None:
            if name == self._name:
                self._belongings = belongings
                self._show_belongings()

        self._actions.start_quiet(
            lambda _: self._verbs.belongings(name, sizes=True),
            done=show,
            failure=tr("Cannot read the networks and volumes of {name}").format(name=name),
            failed=self.problems.show_problem,
        )

    def _show_belongings(self) -> None:
        held = self._belongings
        self.networks.set_rows(held.networks)
        self.volumes.set_rows(held.volumes)
        self._network_list.setVisible(bool(held.networks))
        self._volume_list.setVisible(bool(held.volumes))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.watch_stats("stack", ())

    # What a person does

    def _open(self, tab: str) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            self.went.emit("container", chosen[0].id, tab)
        elif chosen and tab == "logs":
            scope = log_scope.of_containers(container.id for container in chosen)
            self.went.emit("logs", scope.subject, "")

    def _view_logs(self) -> None:
        self.went.emit("logs", log_scope.of_stack(self._name).subject, "")

    def _menu_at(self, where: QPoint) -> None:
        if self.list.indexAt(where).isValid():
            self.container_actions.menu().exec(self.list.viewport().mapToGlobal(where))

    def _on_primary(self) -> None:
        stack = self.stack
        if stack is not None:
            verbs = self._verbs.containers
            (verbs.stop if stack.running else verbs.start)(stack.containers)

    def _with(self, verb: Callable[[Sequence[Container]], None]) -> None:
        stack = self.stack
        if stack is not None:
            verb(stack.containers)

    def _fill_menu(self) -> None:
        self._menu.clear()
        stack = self.stack
        if stack is None:
            return
        verbs = self._verbs.containers
        for words, verb, can in (
            (tr("Start all"), verbs.start, can_start),
            (tr("Pause all"), verbs.pause, can_pause),
            (tr("Resume all"), verbs.resume, can_resume),
            (tr("Kill all"), verbs.kill, can_stop),
        ):
            entry = self._menu.addAction(words)
            entry.setEnabled(any(map(can, stack.containers)))
            entry.triggered.connect(lambda _=False, verb=verb: self._with(verb))
        self._menu.addSeparator()
        self._menu.addAction(tr("Delete stack")).triggered.connect(
            lambda: self._verbs.delete([stack])
        )
        entry = self._menu.addAction(tr("Delete stack with volumes…"))
        entry.setEnabled(bool(self._belongings.volumes))
        entry.triggered.connect(lambda: ask_with_volumes(self, self._actions, self._verbs, stack))
