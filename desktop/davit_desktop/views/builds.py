"""The builds page: what was built, by whomever, what came of it, and how much was in the cache."""

import time

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.client.build_events import BuildRecord
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Phase, Session
from davit_desktop.state.builds import BUILD_WORDS, BuildState, running, state_words, title
from davit_desktop.translation import tr
from davit_desktop.views.build_dialog import dropped
from davit_desktop.views.build_looks import build_look, took
from davit_desktop.views.build_verbs import BuildVerbs
from davit_desktop.views.build_watch import BuildWatch
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import TextButton
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.table_model import Column
from davit_desktop.views.text import duration


def age_words(record: BuildRecord) -> str:
    """How long ago it began."""
    ago = max(0.0, time.time() - record.started / 1e9)
    return tr("{duration} ago").format(duration=duration(ago))


def duration_words(record: BuildRecord) -> str:
    """How long it took, or has been running."""
    return took(duration_of(record))


def duration_of(record: BuildRecord) -> float:
    if record.state == BuildState.RUNNING:
        return max(0.0, time.time() - record.started / 1e9)
    return record.duration / 1000


def share_words(record: BuildRecord) -> str:
    """How many of its steps came from the cache."""
    if record.steps <= 0:
        return ""
    return tr("{cached} of {steps}").format(cached=record.cached, steps=record.steps)


def _tip(record: BuildRecord) -> str:
    return "\n".join([*record.tags, record.id, record.error]).strip()


def _columns() -> tuple[Column[BuildRecord], ...]:
    return (
        Column(
            key="name",
            title=tr("Name"),
            text=title,
            tip=_tip,
            mark=lambda record: build_look(record.state),
            share=4,
            look="strong",
        ),
        Column(
            key="state",
            title=tr("State"),
            text=lambda record: state_words(record.state),
            tip=lambda record: record.error,
            sample=max(map(tr, BUILD_WORDS.values()), key=len),
        ),
        Column(
            key="cached",
            title=tr("From cache"),
            text=share_words,
            sort=lambda record: record.cached / record.steps if record.steps else -1,
            sample="888 of 888",
            look="muted",
        ),
        Column(
            key="duration",
            title=tr("Duration"),
            text=duration_words,
            sort=duration_of,
            sample="88 min 88 s",
            right=True,
        ),
        Column(
            key="folder",
            title=tr("Built from"),
            text=lambda record: record.folder,
            tip=lambda record: "\n".join(filter(None, (record.folder, record.dockerfile))),
            share=4,
            look="muted",
        ),
        Column(
            key="started",
            title=tr("Begun"),
            text=age_words,
            sort=lambda record: -record.started,
            sample="88 days ago",
            look="muted",
        ),
    )


class BuildsPage(ListPage[BuildRecord]):
    """All builds that the engine remembers, the newest first. A folder dropped here is built."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watch: BuildWatch,
        verbs: BuildVerbs,
        deletes: PendingDeletes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Builds"),
            _columns(),
            lambda record: record.id,
            icon="builds",
            filter_words=tr("Filter by name, folder or state"),
            offline=EngineOff(session, actions),
            parent=parent,
        )
        self._session = session
        self._watch = watch
        self.build_verbs = verbs
        self.setAcceptDrops(True)
        self._build_page()
        self.list.sortByColumn(5, self.list.header().sortIndicatorOrder())
        watch.add_viewer(self)
        watch.changed.connect(self._show_rows)
        watch.problem.connect(self._take_problem)
        verbs.problem.connect(self._take_problem)
        deletes.changed.connect(self._show_rows)

    def _build_page(self) -> None:
        verbs = self.build_verbs
        self.build_button = TextButton(tr("Build…"), "builds", look="primary")
        self.build_button.clicked.connect(lambda: verbs.build())
        self.head.addWidget(self.build_button)
        self.add_verb(
            "open",
            tr("Open"),
            "logs",
            lambda chosen: self.went.emit("build", chosen[0].id, ""),
            keys="Return",
            usable=_one,
        )
        self.list.doubleClicked.connect(lambda _: self.verbs["open"].trigger())
        self.add_verb("run", tr("Run…"), "play", lambda c: verbs.run(c[0]), usable=_made)
        self.add_verb(
            "image", tr("Show image"), "images", lambda c: verbs.show_image(c[0]), usable=_made
        )
        self.add_verb("again", tr("Build again…"), "restart", lambda c: verbs.again(c[0]),
                      usable=_one)  # fmt: skip
        self.add_verb("copy", tr("Copy as docker command"), "copy",
                      lambda c: verbs.copy_command(c[0]), usable=_one)  # fmt: skip
        self.add_verb("cancel", tr("Cancel build"), "stop",
                      lambda c: verbs.cancel(*c), usable=_running)  # fmt: skip
        self.add_verb("delete", tr("Delete"), "trash", verbs.delete, keys="Del", apart=True,
                      usable=lambda c: bool(c) and not any(map(_runs, c)))  # fmt: skip
        self.nothing.say(
            tr("No builds yet"),
            tr(
                "A Dockerfile says how to make an image of your own. Choose the folder that it "
                "lies in, or drop it here. Builds from a terminal are listed too."
            ),
            tr("Build an image"),
            "docker build -t shop .",
        )
        self.nothing.button.clicked.connect(lambda: verbs.build())

    @override
    def matches(self, row: BuildRecord, wanted: str) -> bool:
        hay = "\n".join((*row.tags, row.id, row.folder, row.error)).lower()
        return super().matches(row, wanted) or all(word in hay for word in wanted.lower().split())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.look_again()

    def _show_rows(self) -> None:
        if not self._watch.listed:
            if self._session.connection.phase is Phase.OFFLINE:
                self.refresh_stack()
            return
        rows = [r for r in self._watch.records if not self.build_verbs.hidden(r.id)]
        self.set_rows(rows)
        for key in ("duration", "started"):
            self.model.refresh_column(key)
        words = tr("%n build(s)", "", len(rows))
        if count := running(rows):
            words = tr("{builds}, %n running", "", count).format(builds=words)
        self.say_summary(words if rows else "")

    def _take_problem(self, problem: object) -> None:
        if self.isVisible():
            self.problems.show_problem(problem)  # type: ignore[arg-type]

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        found = dropped(event)
        if found:
            event.acceptProposedAction()
            self.build_verbs.build(*found)


def _one(chosen: list[BuildRecord]) -> bool:
    return len(chosen) == 1


def _made(chosen: list[BuildRecord]) -> bool:
    return len(chosen) == 1 and bool(chosen[0].image)


def _runs(record: BuildRecord) -> bool:
    return record.state == BuildState.RUNNING


def _running(chosen: list[BuildRecord]) -> bool:
    return bool(chosen) and all(map(_runs, chosen))
