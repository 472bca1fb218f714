"""The volumes page: what holds data, how much, for whom, and what can be done with it."""

import time

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state.volumes import VolumeRow
from davit_desktop.translation import tr
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import TextButton
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.table_model import Column
from davit_desktop.views.text import duration
from davit_desktop.views.volume_dialogs import name_words, size_words, total_words
from davit_desktop.views.volume_verbs import VolumeVerbs
from davit_desktop.views.volume_watch import VolumeWatch


def age_words(row: VolumeRow) -> str:
    """How long ago it was made."""
    if row.created <= 0:
        return ""
    return tr("{duration} ago").format(duration=duration(max(0.0, time.time() - row.created)))


def use_words(row: VolumeRow) -> str:
    """By whom it is used."""
    if len(row.users) > 1:
        return tr("%n container(s)", "", len(row.users))
    return row.users[0].name if row.users else ""


def _use_mark(row: VolumeRow) -> tuple[str, str] | None:
    if not row.users:
        return None
    running = any(user.running for user in row.users)
    return ("state-running", "green") if running else ("state-exited", "grey")


def _use_tip(row: VolumeRow) -> str:
    return "\n".join(
        tr("{name}, running").format(name=user.name) if user.running else user.name
        for user in row.users
    )


def _columns() -> tuple[Column[VolumeRow], ...]:
    return (
        Column(
            key="name",
            title=tr("Name"),
            text=name_words,
            tip=lambda row: row.name,
            share=6,
            look="strong",
        ),
        Column(
            key="size",
            title=tr("Size"),
            text=size_words,
            sort=lambda row: -1 if row.size is None else row.size,
            sample="888.8 MB",
            right=True,
        ),
        Column(
            key="users",
            title=tr("Used by"),
            text=use_words,
            tip=_use_tip,
            mark=_use_mark,
            share=3,
        ),
        Column(key="driver", title=tr("Driver"), text=lambda row: row.driver, sample="local___",
               look="muted"),
        Column(key="stack", title=tr("Stack"), text=lambda row: row.project, share=2,
               look="muted"),
        Column(
            key="created",
            title=tr("Created"),
            text=age_words,
            sort=lambda row: -row.created,
            sample="88 days ago",
            look="muted",
        ),
    )  # fmt: skip


class VolumesPage(ListPage[VolumeRow]):
    """All volumes of the engine."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watch: VolumeWatch,
        verbs: VolumeVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Volumes"),
            _columns(),
            lambda row: row.name,
            icon="volumes",
            filter_words=tr("Filter by name, container or stack"),
            offline=EngineOff(session, actions),
            parent=parent,
        )
        self._session = session
        self._watch = watch
        self.volume_verbs = verbs
        self._build_page()
        watch.add_viewer(self)
        watch.changed.connect(self._show_rows)
        watch.problem.connect(self.problems.show_problem)
        verbs.problem.connect(self._take_problem)
        verbs.settled.connect(self.problems.forget)
        verbs.said.connect(self._say)

    def _build_page(self) -> None:
        verbs = self.volume_verbs
        self.prune_button = TextButton(tr("Prune unused…"))
        self.prune_button.clicked.connect(verbs.prune)
        self.import_button = TextButton(tr("Import…"), "upload")
        self.import_button.clicked.connect(lambda: verbs.import_file())
        self.create_button = TextButton(tr("Create…"), "plus", look="primary")
        self.create_button.clicked.connect(verbs.create)
        for button in (self.prune_button, self.import_button, self.create_button):
            self.head.addWidget(button)
        self.add_verb(
            "open",
            tr("Open"),
            "folder",
            lambda chosen: self.went.emit("volume", chosen[0].name, ""),
            keys="Return",
            usable=_one,
        )
        self.list.doubleClicked.connect(lambda _: self.verbs["open"].trigger())
        self.add_verb(
            "export", tr("Export…"), "download", lambda c: verbs.export(c[0]), usable=self._copied
        )
        self.add_verb(
            "clone", tr("Clone…"), "clone", lambda c: verbs.clone(c[0]), usable=self._copied
        )
        self.add_verb(
            "copy_name", tr("Copy name"), "copy", lambda c: verbs.copy_name(c[0]), usable=_one
        )
        self.add_verb(
            "empty",
            tr("Empty…"),
            "clear",
            lambda c: verbs.empty(c[0]),
            usable=self._copied,
            apart=True,
        )
        self.add_verb("delete", tr("Delete…"), "trash", verbs.delete, keys="Del", apart=True)
        self.nothing.say(
            tr("No volumes"), "", tr("Create volume"), "docker volume create shop_data"
        )
        self.nothing.button.clicked.connect(verbs.create)
        self._show_extras()

    @override
    def matches(self, row: VolumeRow, wanted: str) -> bool:
        hay = "\n".join((row.name, row.project, row.driver, *(u.name for u in row.users))).lower()
        return super().matches(row, wanted) or all(word in hay for word in wanted.lower().split())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.entered()

    def _show_rows(self) -> None:
        if not self._watch.listed:
            if self._session.connection.phase is Phase.OFFLINE:
                self.refresh_stack()
            return
        rows = self._watch.rows
        self._show_extras()
        self.set_rows(rows)
        words = tr("%n volume(s)", "", len(rows))
        free = [row for row in rows if not row.users]
        if any(row.size is not None for row in rows):
            words = tr("{volumes}, {size}").format(volumes=words, size=total_words(rows))
            if free:
                words = tr("{words} ({size} unused)").format(words=words, size=total_words(free))
        self.say_summary(words)
        self.prune_button.setEnabled(bool(free))

    def _show_extras(self) -> None:
        extras = self._watch.extras
        self.import_button.setVisible(extras)
        for key in ("export", "clone", "empty"):
            self.offer_verb(key, offered=extras)

    def _copied(self, chosen: list[VolumeRow]) -> bool:
        return self._watch.extras and len(chosen) == 1

    def _take_problem(self, problem: object) -> None:
        if self.isVisible():
            self.problems.show_problem(problem)  # type: ignore[arg-type]

    def _say(self, words: str, tip: str) -> None:
        self.said.emit(words, tip)


def _one(chosen: list[VolumeRow]) -> bool:
    return len(chosen) == 1
