"""The stacks page: one row for each Compose project, and what can be done to it as a whole."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.state import log_scope
from davit_desktop.state.containers import Container
from davit_desktop.state.stacks import Stack, stack_look, stacks
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.bin import BinButton
from davit_desktop.views.container_verbs import (
    can_delete,
    can_pause,
    can_resume,
    can_start,
    can_stop,
)
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.stack_dialog import DeleteWithVolumes
from davit_desktop.views.stack_verbs import Belongings, StackVerbs
from davit_desktop.views.table_model import Column

_STREAMS = 20  # containers whose usage is streamed at most
_USAGE_EVERY = 2_000  # milliseconds


class StackRow(msgspec.Struct, frozen=True, kw_only=True):
    """A stack with the sums of what its containers use, None until all of them are known."""

    stack: Stack
    cpu: float | None = None
    memory: int | None = None
    busy: bool = False


def _columns() -> tuple[Column[StackRow], ...]:
    return (
        Column(
            key="name",
            title=tr("Name"),
            text=lambda row: row.stack.name,
            tip=lambda row: f"{row.stack.name}\n{row.stack.folder}",
            share=3,
            look="strong",
        ),
        Column(
            key="state",
            title=tr("State"),
            text=lambda row: stack_look(row.stack).word,
            sort=lambda row: -row.stack.running,
            sample=tr("{running} running of {total}").format(running=10, total=10),
            mark=_mark,
        ),
        Column(
            key="services",
            title=tr("Services"),
            text=lambda row: ", ".join(row.stack.services),
            share=4,
        ),
        Column(
            key="ports",
            title=tr("Ports"),
            text=lambda row: ", ".join(port.short_label for port in row.stack.ports),
            tip=lambda row: "\n".join(port.label for port in row.stack.ports),
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
        Column(
            key="files",
            title=tr("Made from"),
            text=lambda row: ", ".join(row.stack.files),
            tip=lambda row: (
                "\n".join(
                    filter(
                        None, [tr("In {folder}").format(folder=row.stack.folder), *row.stack.files]
                    )
                )
                if row.stack.folder
                else "\n".join(row.stack.files)
            ),
            share=3,
            look="muted",
        ),
    )


def _mark(row: StackRow) -> tuple[str, str]:
    if row.busy:
        return "state-busy", "blue"
    look = stack_look(row.stack)
    return look.icon, look.tone


class StacksPage(ListPage[StackRow]):
    """All Compose projects that have a container."""

    def __init__(
        self, session: Session, actions: Actions, verbs: StackVerbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Stacks"),
            _columns(),
            lambda row: row.stack.name,
            icon="stack",
            filter_words=tr("Filter by name, service, port, file"),
            offline=EngineOff(session, actions),
            parent=parent,
        )
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._count = 0
        self.nothing.say(
            tr("No stacks yet"),
            tr(
                "A stack is what docker compose makes of one file: containers that belong together."
            ),
            "",
            "docker compose up -d",
        )
        self.head.addWidget(BinButton(verbs.containers.deletes))
        self._add_verbs()
        self._wire()
        self._update()

    def _add_verbs(self) -> None:
        containers = self._verbs.containers
        self._add_key(tr("Open"), ("Return", "Enter"), lambda: self._open(self.list.currentIndex()))
        self._add_key(
            tr("Start or stop"),
            ("Space",),
            lambda: containers.toggle(_members(self.list.selected())),
        )
        for key, words, icon, verb, can in (
            ("start", tr("Start"), "play", containers.start, can_start),
            ("stop", tr("Stop"), "stop", containers.stop, can_stop),
            ("restart", tr("Restart"), "restart", containers.restart, can_stop),
            ("pause", tr("Pause"), "pause", containers.pause, can_pause),
            ("resume", tr("Resume"), "resume", containers.resume, can_resume),
        ):
            self.add_verb(
                key,
                words,
                icon,
                partial(_on_members, verb),
                usable=partial(_any_member, can),
            )
        self.add_verb(
            "logs",
            tr("View logs"),
            "logs",
            self._view_logs,
            keys="L",
            usable=lambda rows: len(rows) == 1,
        )
        self.add_verb(
            "delete",
            tr("Delete"),
            "trash",
            lambda rows: self._verbs.delete([row.stack for row in rows]),
            keys="Del",
            usable=partial(_any_member, can_delete),
            apart=True,
        )
        self.with_volumes = QAction(tr("Delete with volumes…"), self)
        self.with_volumes.triggered.connect(self._ask_volumes)
        self.list.addAction(self.with_volumes)
        self.list.selectionModel().selectionChanged.connect(
            lambda *_: self.with_volumes.setEnabled(len(self.list.selected()) == 1)
        )

    def _add_key(self, words: str, keys: tuple[str, ...], slot: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: slot())
        self.list.addAction(action)

    def _wire(self) -> None:
        session = self._session
        self._leave = [
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
            session.stats_news.subscribe(self._on_stats),
        ]
        self._verbs.containers.busy_changed.connect(self._update)
        self._verbs.containers.problem.connect(self.problems.show_problem)
        self._verbs.containers.settled.connect(self.problems.forget)
        self._verbs.problem.connect(self.problems.show_problem)
        self.list.doubleClicked.connect(self._open)
        self._usage_timer = QTimer(self, singleShot=True, interval=_USAGE_EVERY)
        self._usage_timer.timeout.connect(self._update)

    @property
    def count(self) -> int:
        """How many stacks there are."""
        return self._count

    # Rows

    def _update(self) -> None:
        hidden = self._verbs.containers.hidden
        shown = stacks(c for c in self._session.containers.values() if not hidden(c.id))
        self._count = len(shown)
        if not self.isVisible():
            return  # the rows are brought to what they should be when it comes into sight
        if not self._session.listed:
            self.forget_rows()
            return
        self.set_rows(map(self._row, shown))
        running = sum(1 for stack in shown if stack.running)
        self.say_summary(
            tr("{running} running · {total} in all").format(running=running, total=len(shown))
            if shown
            else ""
        )
        self._watch()

    def _row(self, stack: Stack) -> StackRow:
        histories = self._session.histories
        points = [
            history.latest if (history := histories.get(container.id)) is not None else None
            for container in stack.containers
            if container.running
        ]
        known = [point for point in points if point is not None]
        complete = bool(known) and len(known) == len(points)
        busy = self._verbs.containers.busy
        return StackRow(
            stack=stack,
            cpu=round(sum(point.cpu_percent for point in known), 1) if complete else None,
            memory=sum(point.memory_used for point in known) if complete else None,
            busy=any(container.id in busy for container in stack.containers),
        )

    def _on_stats(self) -> None:
        if self.isVisible() and not self._usage_timer.isActive():
            self._usage_timer.start()

    def _watch(self) -> None:
        ids = [c.id for row in self.model.rows() for c in row.stack.containers if c.running]
        self._session.watch_stats("stacks", ids[:_STREAMS] if self.isVisible() else ())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    # What a person does

    def _open(self, index: QModelIndex) -> None:
        row = self.list.row(index)
        if row is not None:
            self.went.emit("stack", row.stack.name, "")

    def _view_logs(self, rows: Sequence[StackRow]) -> None:
        self.went.emit("logs", log_scope.of_stack(rows[0].stack.name).subject, "")

    def _ask_volumes(self) -> None:
        for row in self.list.selected()[:1]:
            ask_with_volumes(self, self._actions, self._verbs, row.stack)


def _members(rows: Sequence[StackRow]) -> list[Container]:
    return [container for row in rows for container in row.stack.containers]


def _on_members(verb: Callable[[Sequence[Container]], None], rows: Sequence[StackRow]) -> None:
    verb(_members(rows))


def _any_member(can: Callable[[Container], bool], rows: Sequence[StackRow]) -> bool:
    return any(map(can, _members(rows)))


def ask_with_volumes(page: QWidget, actions: Actions, verbs: StackVerbs, stack: Stack) -> None:
    """Ask about the volumes of a stack, then delete it with them."""

    def show(belongings: Belongings) -> None:
        if not belongings.volumes:
            verbs.delete([stack])
            return
        dialog = DeleteWithVolumes(stack, belongings, page.window())
        dialog.requested.connect(lambda: verbs.delete_with_volumes(stack, belongings))
        dialog.open()

    actions.start_quiet(
        lambda _: verbs.belongings(stack.name, sizes=True),
        done=show,
        failure=tr("Cannot read the volumes of {name}").format(name=stack.name),
        failed=verbs.problem.emit,
    )
