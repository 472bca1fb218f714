"""One build: its stages while they run, its steps, what they print, and where it went wrong."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import aclosing

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.building import BuildReader
from davit_desktop.client.build_events import BuildRecord
from davit_desktop.client.errors import ClientError
from davit_desktop.logs.ingest import Phase as LogPhase
from davit_desktop.session import Phase, Session
from davit_desktop.state.builds import (
    STATE_WORDS,
    Build,
    BuildState,
    LintWarning,
    Step,
    StepState,
    cache_share,
    state_words,
    title,
)
from davit_desktop.translation import tr
from davit_desktop.views.build_graph import BuildGraph
from davit_desktop.views.build_looks import STEP_LOOKS, build_look, took
from davit_desktop.views.build_output import BuildOutput
from davit_desktop.views.build_source import BuildSource
from davit_desktop.views.build_verbs import BuildVerbs
from davit_desktop.views.build_watch import BuildWatch
from davit_desktop.views.builds import age_words, duration_of
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.row_list import RowList
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.text import size, visible

_SHOWN_AFTER = 50  # milliseconds between two drawings of what is told
_TICK = 500  # milliseconds between two looks at the clock
_ALL = ""
TABS = ("output", "dockerfile")


class BuildDetail(Page):
    """The page of one build. Leaves by itself when the build is deleted."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watch: BuildWatch,
        verbs: BuildVerbs,
        output: BuildOutput,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._watch = watch
        self._verbs = verbs
        self._id = ""
        self._known = False  # whether the watch has listed it; a new one comes a moment later
        self.told = Build()
        self._reading: Action | None = None
        self._read_to_end = False
        self._chosen = _ALL
        self._source_of = ""  # the build whose Dockerfile is shown
        self._led = False  # whether the failing step has been shown
        self.graph = BuildGraph()
        self.output = output
        self.source = BuildSource()
        self.steps: TableModel[Step] = TableModel(self._columns(), lambda step: step.id, self)
        self._build_page()
        watch.add_viewer(self)
        watch.changed.connect(self._update)
        verbs.problem.connect(self._take_problem)

    @property
    def record(self) -> BuildRecord | None:
        """The build shown, while the engine knows it."""
        hidden = self._verbs.hidden(self._id)
        return None if hidden or not self._id else self._watch.record(self._id)

    # What the window asks

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject != self._id:
            self.leave()
            self._id, self._known = subject, False
            self.tabs.setCurrentIndex(0)
            self._begin()
        if tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(tab))
        self._update()
        self.step_list.setFocus()

    @override
    def leave(self) -> None:
        self._stop()
        self._id, self._chosen, self._source_of, self._led = "", _ALL, "", False
        self._read_to_end = False
        self.told = Build()
        self.output.close_source()
        self.source.show_text("")
        self.steps.set_rows(())
        self.graph.show_build(self.told)

    @override
    def holds(self, subject: str) -> bool:
        return self._watch.record(subject) is not None and not self._verbs.hidden(subject)

    @override
    def focus_search(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.output.focus_search()

    # Making

    def _columns(self) -> tuple[Column[Step], ...]:
        return (
            Column(
                key="step",
                title=tr("Step"),
                text=lambda step: f"{step.number}/{step.total}",
                sort=lambda step: step.stage * 100_000 + step.number,
                mark=lambda step: STEP_LOOKS[step.state],
                tip=lambda step: f"{self.told.name(step)} {tr(STATE_WORDS[step.state])}",
                sample="88/88",
            ),
            Column(
                key="what",
                title=tr("Instruction"),
                text=lambda step: " ".join(step.instruction[:400].split()),
                tip=lambda step: step.instruction[:2000],
                share=5,
                look="strong",
            ),
            Column(
                key="took",
                title=tr("Time"),
                text=self._time,
                sort=lambda step: step.seconds(time.time_ns()) or -1,
                sample="8 min 88 s",
                right=True,
                look="muted",
            ),
        )

    def _time(self, step: Step) -> str:
        if step.state is StepState.CACHED:
            return tr("cached", "a step of a build")
        now = self.told.newest if self.told.over else time.time_ns()
        return took(step.seconds(now))

    def _build_page(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addLayout(self._build_head())
        layout.addLayout(self._build_facts())
        layout.addWidget(self.problems)
        self.failure = self._build_failure()
        layout.addWidget(self.failure)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.graph)
        self.area.viewport().setAutoFillBackground(False)
        self.graph.setAutoFillBackground(False)
        self.graph.stage_chosen.connect(self._choose_stage)
        self.graph.current_moved.connect(lambda x, y: self.area.ensureVisible(x, y, 96, 32))
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.area)
        self.split.addWidget(self._build_lower())
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        layout.addWidget(self.split, 1)
        self._draw_timer = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._draw_timer.timeout.connect(self._draw)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._tick)

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the builds (Alt+Left)"))
        back.clicked.connect(self.left)
        self._mark = Mark(size=20)
        self.title = ElidedLabel("", "title")
        self.cancel_button = TextButton(tr("Cancel build"), "stop")
        self.cancel_button.clicked.connect(lambda: self._do(lambda r: self._verbs.cancel(r)))
        self.again_button = TextButton(tr("Build again…"), "restart")
        self.again_button.clicked.connect(lambda: self._do(self._verbs.again))
        self.image_button = TextButton(tr("Show image"), "images")
        self.image_button.clicked.connect(lambda: self._do(self._verbs.show_image))
        self.run_button = TextButton(tr("Run…"), "play", look="primary")
        self.run_button.clicked.connect(lambda: self._do(self._verbs.run))
        self.more = IconButton("more", tr("More…"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        head.addWidget(back)
        head.addWidget(self._mark)
        head.addWidget(self.title, 1)
        for button in (
            self.cancel_button,
            self.again_button,
            self.image_button,
            self.run_button,
            self.more,
        ):
            head.addWidget(button)
        return head

    def _build_facts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(38, 0, 0, 0)
        line.setSpacing(12)
        self.facts = ElidedLabel("", "muted")
        line.addWidget(self.facts, 1)
        return line

    def _build_failure(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "problem")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self._failure_mark = Mark(size=18)
        self._failure_mark.show_mark("state-failed", "red")
        self._failure_words = plain_label("", "strong")
        self._failure_words.setWordWrap(True)
        self.place_button = TextButton("", look="link")
        self.place_button.clicked.connect(self._go_to_place)
        row.addWidget(self._failure_mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._failure_words, 1)
        row.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignTop)
        frame.hide()
        return frame

    def _build_lower(self) -> QWidget:
        proxy: RowsProxy[Step] = RowsProxy(self.steps, self)
        self.step_list: RowList[Step] = RowList(proxy, self.steps.columns, tr("Steps"))
        self.step_list.setSelectionMode(self.step_list.SelectionMode.SingleSelection)
        self.step_list.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.step_list.selectionModel().selectionChanged.connect(lambda *_: self._choose_row())
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Build"))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.only_button = TextButton("", "close", look="link")
        self.only_button.setToolTip(tr("Show what all steps print"))
        self.only_button.setIconSize(QSize(14, 14))
        self.only_button.clicked.connect(self.show_all)
        self.only_button.hide()
        column.addWidget(self.only_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.output, 1)
        self.tabs.addTab(shown, tr("Output"))
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(12, 8, 0, 0)
        column.setSpacing(8)
        self._findings = plain_label("", "muted")
        self._findings.setWordWrap(True)
        column.addWidget(self._findings)
        column.addWidget(self.source, 1)
        self.source.line_chosen.connect(self._choose_line)
        self.tabs.addTab(text, tr("Dockerfile"))
        self.tabs.currentChanged.connect(lambda _: self._ask_source())
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 12, 0)
        column.addWidget(self.step_list)
        across.addWidget(left)
        across.addWidget(self.tabs)
        across.setStretchFactor(0, 2)
        across.setStretchFactor(1, 3)
        across.setSizes([460, 540])
        self.step_list.setMinimumWidth(248)
        self.tabs.setMinimumWidth(320)
        across.setMinimumHeight(200)
        return across

    # Reading

    def _begin(self) -> None:
        """Read what the build has told and goes on to tell."""
        id, session = self._id, self._session
        if not id or not self.isVisible():
            return
        self.told, self._read_to_end = Build(), False
        try:
            log = self.output.begin(title_of(self._watch.record(id), id))
        except OSError as error:
            self._findings.setText(visible(str(error)))
            return

        async def read(_: Action) -> None:
            reader = BuildReader(log)
            try:
                async with aclosing(session.engine.builds.events(id, follow=True)) as batches:
                    async for batch in batches:
                        told = await asyncio.to_thread(reader.digest, batch)
                        if id != self._id or not isValid(self):
                            return
                        self._take(told)
                self._read_to_end = True
                log.end()
            except (ClientError, OSError) as error:
                log.end(LogPhase.FAILED, str(error))
            finally:
                if id == self._id and isValid(self):
                    self._draw()

        self._reading = self._actions.start_quiet(read, done=lambda _: self._watch.look_again())

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._draw_timer.stop()
        self._clock.stop()

    def _take(self, told: Build) -> None:
        if told.stages is not self.told.stages:
            self.output.show_steps(told)
        self.told = told
        if not self._draw_timer.isActive():
            self._draw_timer.start()

    # Showing

    def _draw(self) -> None:
        """Show what has been told since the last time."""
        self._draw_timer.stop()
        build = self.told
        self.steps.set_rows(build.steps.values())
        fresh = self.graph.drawing.columns == 0 and bool(build.stages)
        self.graph.show_build(build)
        if fresh:
            self._make_room()
            QTimer.singleShot(0, self, self.graph.show_current)
        self._show_failure()
        self._show_findings()
        self._update()
        running = not build.over and not self._read_to_end
        if running and self.isVisible() and self._id:
            if not self._clock.isActive():
                self._clock.start()
        else:
            self._clock.stop()

    def _make_room(self) -> None:
        """Give the graph what it needs, and no more than a part of the page."""
        wanted = self.graph.sizeHint()
        high = wanted.height() + (16 if wanted.width() > self.area.viewport().width() else 2)
        most = max(96, self.split.height() * 2 // 5)
        self.area.setMinimumHeight(min(high, 76))
        self.split.setSizes([min(high, most), self.split.height() - min(high, most)])

    def _tick(self) -> None:
        self.steps.refresh_column("took")
        self._update()

    def _show_failure(self) -> None:
        failure = self.told.failure
        self.failure.setVisible(failure is not None)
        if failure is None:
            return
        reason = re.sub(" {2,}", " ", failure.text[:2000])  # lines that were continued
        words = "\n".join(filter(None, (reason, failure.hint[:500])))
        self._failure_words.setText("\n".join(map(visible, words.split("\n"))))
        self.failure.setAccessibleName(visible(words))
        line = self._failed_lines()[:1]
        self.place_button.setVisible(bool(line))
        if line:
            self.place_button.setText(tr("Line {line}").format(line=line[0]))
            self.place_button.setAccessibleName(
                tr("Show line {line} of the Dockerfile").format(line=line[0])
            )
        if not self._led:
            self._led = True
            if failure.step in self.told.steps:
                self.select_step(failure.step)
            elif line:
                self._go_to_place()

    def _failed_lines(self) -> list[int]:
        failure = self.told.failure
        if failure is None:
            return []
        step = self.told.steps.get(failure.step)
        if step is not None and step.line and failure.line in (0, step.line):
            return list(range(step.line, min(max(step.line, step.end_line), step.line + 500) + 1))
        return [failure.line] if failure.line > 0 else []

    def _show_findings(self) -> None:
        failure = self.told.failure
        told: dict[int, str] = {}
        for warning in self.told.warnings:
            before = told.get(warning.line)
            words = _finding(warning)[:1000]
            told[warning.line] = f"{before}\n{words}" if before else words
        failed = self._failed_lines()
        if failure is not None and failed:
            told.update(dict.fromkeys(failed, failure.text[:1000]))
        warned = [warning.line for warning in self.told.warnings]
        self.source.show_findings(failed, warned, told)
        lines = [
            tr("Line {line}: {problem}").format(line=w.line, problem=_finding(w)[:300])
            for w in self.told.warnings[:5]
        ]
        if len(self.told.warnings) > 5:
            lines.append(tr("and %n more", "", len(self.told.warnings) - 5))
        self._findings.setText("\n".join(map(visible, lines)))
        self._findings.setVisible(bool(lines))
        count = len(self.told.warnings)
        words = tr("Dockerfile ({count})").format(count=count) if count else tr("Dockerfile")
        self.tabs.setTabText(1, words)
        self.tabs.setTabToolTip(1, tr("%n warning(s)", "", count) if count else "")

    def _update(self) -> None:
        """The header, from the engine's record and from what has been told."""
        if not self._id:
            return
        record, build = self.record, self.told
        if record is None:
            online = self._session.connection.phase is Phase.ONLINE
            if self._known and online and self.isVisible():
                self.left.emit()
            elif not self._known:
                self.title.set_text(self._id[:12])
            return
        self._known = True
        state = self._state(record)
        self._mark.show_mark(*build_look(state))
        self._mark.setAccessibleName(visible(state_words(state)[:100]))
        self.title.set_text(title(record))
        running = state == BuildState.RUNNING
        made = build.result.image if build.result else record.image
        length = duration_of(record)
        if build.over and build.started:
            length = (build.result.duration / 1000) if build.result else length
        cached, steps = record.cached, record.steps
        if build.result is not None:
            cached, steps = build.result.cached, build.result.steps
        facts = [
            state_words(state),
            took(length),
            cache_share(cached, steps) if not running else self._progress(),
            age_words(record),
            tr("stage {name}").format(name=record.target) if record.target else "",
            record.platform,
            ", ".join(record.tags[1:4]),
            record.folder,
        ]
        self.facts.set_text("  ·  ".join(filter(None, facts)))
        self.cancel_button.setVisible(running)
        self.again_button.setVisible(not running)
        for button in (self.image_button, self.run_button):
            button.setVisible(bool(made) and not running)
        self._ask_source()

    def _state(self, record: BuildRecord) -> str:
        """What was told here may be newer than the record."""
        if self.told.result is not None:
            return BuildState.DONE
        if self.told.failure is not None and record.state == BuildState.RUNNING:
            return BuildState.FAILED
        return record.state

    def _progress(self) -> str:
        build = self.told
        if not build.steps:
            sent = sum(transfer.current for transfer in build.transfers.values())
            return tr("{size} received").format(size=size(sent)) if sent else ""
        return tr("{over} of {all} steps").format(over=build.finished, all=len(build.steps))

    def _ask_source(self) -> None:
        id, told = self._id, self.told
        # Before there are steps, the context is still on its way.
        if not id or id == self._source_of or not (told.steps or told.over):
            return
        self._source_of = id

        def done(text: str) -> None:
            if id == self._id:
                self.source.show_text(text)
                self._show_findings()
                lines = self._failed_lines()
                if lines:
                    self.source.go_to(lines[0])

        self._actions.start_quiet(lambda _: self._session.engine.builds.dockerfile(id), done=done)

    # What a person does

    def select_step(self, id: str) -> None:
        """Select a step, and show what it prints."""
        proxy = self.step_list.model()
        assert isinstance(proxy, RowsProxy)
        index = proxy.mapFromSource(self.steps.index_of(id))
        if index.isValid():
            self.step_list.setCurrentIndex(index)
            self.step_list.scrollTo(index)

    def show_all(self) -> None:
        """Show what all steps print."""
        self.step_list.clearSelection()

    def _choose_row(self) -> None:
        chosen = self.step_list.selected()
        self._chosen = chosen[0].id if chosen else _ALL
        self.output.choose(self._chosen)
        self.only_button.setVisible(bool(chosen))
        if chosen:
            name = f"{self.told.name(chosen[0])} {' '.join(chosen[0].instruction[:60].split())}"
            words = tr("Only {name}").format(name=visible(name))
            self.only_button.setText(words.replace("&", "&&"))
            self.only_button.setAccessibleName(
                tr("{words}. Show what all steps print").format(words=words)
            )
            if chosen[0].line:
                self.source.go_to(chosen[0].line)

    def _choose_stage(self, index: int) -> None:
        """The step of a stage that is most worth seeing: what failed, runs, or came last."""
        stage = next((each for each in self.told.stages if each.index == index), None)
        steps = [self.told.steps[id] for id in stage.steps] if stage else []
        for state in (StepState.FAILED, StepState.RUNNING):
            for step in steps:
                if step.state is state:
                    self.select_step(step.id)
                    return
        over = [step for step in steps if step.over]
        if over or steps:
            self.select_step((over or steps)[-1].id)

    def _choose_line(self, line: int) -> None:
        step = self.told.step_at(line)
        if step is not None:
            self.select_step(step.id)

    def _go_to_place(self) -> None:
        lines = self._failed_lines()
        self.tabs.setCurrentIndex(1)
        if lines:
            self.source.go_to(lines[0])

    def _do(self, verb: Callable[[BuildRecord], None]) -> None:
        if (record := self.record) is not None:
            verb(record)

    def _fill_menu(self) -> None:
        self._menu.clear()
        record = self.record
        if record is None:
            return
        verbs = self._verbs
        self._menu.addAction(tr("Copy as docker command")).triggered.connect(
            lambda: verbs.copy_command(record)
        )
        self._menu.addAction(tr("Show what all steps print")).triggered.connect(self.show_all)
        self._menu.addSeparator()
        delete = self._menu.addAction(tr("Delete"))
        delete.triggered.connect(lambda: verbs.delete([record]))
        delete.setEnabled(self._state(record) != BuildState.RUNNING)

    def _take_problem(self, problem: object) -> None:
        if self.isVisible():
            self.problems.show_problem(problem)  # type: ignore[arg-type]

    # Coming and going

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.look_again()
        if self._id and self._reading is None:
            self._begin()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._read_to_end:
            self._stop()  # it is read again, from the first event on, when it is seen


def _finding(warning: LintWarning) -> str:
    return f"{warning.rule}: {warning.text}" if warning.rule else warning.text


def title_of(record: BuildRecord | None, id: str) -> str:
    return title(record) if record is not None else id[:12]
