"""The Machine page: a header with its state and verbs, and tabs for everything about it."""

import time
from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.machine_session import MachineSession, host_facts
from davit_desktop.session import Session
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, sentences, tr
from davit_desktop.views import text
from davit_desktop.views.engine_off import start_machine
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.machine_checks import ChecksView
from davit_desktop.views.machine_console import ConsoleView
from davit_desktop.views.machine_history import HistoryView
from davit_desktop.views.machine_overview import OverviewView
from davit_desktop.views.machine_resources import ResourcesView
from davit_desktop.views.machine_sharing import SharingView
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.status_bar import Mark
from davit_vm.status import State, Status

TABS = ("overview", "resources", "sharing", "console", "history", "checks")
_FIGURES_EVERY = 3_000  # milliseconds, while the page is seen
_DOING = {
    "stop": mark("Stopping the machine"),
    "restart": mark("Restarting the machine"),
    "pause": mark("Pausing the machine"),
    "resume": mark("Resuming the machine"),
    "repair": mark("Repairing the machine"),
    "reset": mark("Resetting the machine"),
}
_FAILURES = {
    "start": mark("Cannot start the machine"),
    "stop": mark("Cannot stop the machine"),
    "restart": mark("Cannot restart the machine"),
    "pause": mark("Cannot pause the machine"),
    "resume": mark("Cannot resume the machine"),
    "repair": mark("Cannot repair the machine"),
    "reset": mark("Cannot reset the machine"),
}


class Note(QFrame):
    """A calm line with a fact worth knowing, and perhaps something to do about it."""

    def __init__(self, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        mark = Mark(size=16)
        mark.show_mark("info", "accent")
        self._text = plain_label()
        self._text.setWordWrap(True)
        self.button = TextButton(button)
        self.button.setVisible(bool(button))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        self.hide()

    @property
    def words(self) -> str:
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show this sentence; none hides the line."""
        self._text.setText(text.visible(sentence))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class MachinePage(Page):
    """Everything about the machine. Verbs run as actions; the tabs change settings."""

    def __init__(
        self,
        session: Session,
        machine: MachineSession,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._machine = machine
        self._actions = actions
        self._looking: Action | None = None
        self._failure = ""  # the title of the machine's own problem while it is shown
        self.dialog: QMessageBox | None = None
        facts = host_facts(machine.machine.home)
        self.overview = OverviewView(machine, actions)
        self.resources = ResourcesView(machine, actions, facts)
        self.sharing = SharingView(machine, actions)
        self.console = ConsoleView(machine, actions)
        self.history = HistoryView(machine, actions)
        self.checks = ChecksView(machine, actions)
        self._build()
        for view in (self.overview, self.resources, self.sharing, self.history, self.checks):
            view.problem.connect(self.problems.show_problem)
            view.settled.connect(self.problems.forget)
        for teller in (self.overview, self.sharing, self.console, self.checks, self.resources):
            teller.said.connect(self.said)
        self._timer = QTimer(self, interval=_FIGURES_EVERY)
        self._timer.timeout.connect(self._look)
        machine.news.subscribe(self._update)
        self._update()

    def open_tab(self, tab: str) -> None:
        """Show one of TABS."""
        self.tabs.setCurrentIndex(TABS.index(tab))

    @override
    def enter(self, subject: str, tab: str) -> None:
        if tab:
            self.open_tab(tab)
        self.tabs.tabBar().setFocus()

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(tr("Machine"), "title"))
        head.addStretch(1)
        self._mark = Mark(size=16)
        self._state = plain_label("", "strong")
        self._facts = ElidedLabel("", "muted")
        stands = QHBoxLayout()
        stands.setSpacing(8)
        stands.addWidget(self._mark)
        stands.addWidget(self._state)
        stands.addWidget(self._facts, 1)
        self.repair_button = TextButton(tr("Repair the data disk…"), look="primary")
        self.repair_button.clicked.connect(self._ask_repair)
        self.start_button = TextButton(tr("Start"), "play", look="primary")
        self.start_button.clicked.connect(self.start)
        self.resume_button = TextButton(tr("Resume"), "play", look="primary")
        self.resume_button.setAccessibleName(tr("Resume the machine"))
        self.resume_button.clicked.connect(self.resume)
        self.stop_button = TextButton(tr("Stop"), "stop")
        self.stop_button.clicked.connect(self.ask_stop)
        self.restart_button = TextButton(tr("Restart"), "restart")
        self.restart_button.clicked.connect(self.ask_restart)
        more = IconButton("more", tr("More…"))
        more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        more.setMenu(self.menu)
        for button in (
            self.repair_button,
            self.start_button,
            self.resume_button,
            self.stop_button,
            self.restart_button,
            more,
        ):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addLayout(stands)
        self.note = Note()
        self.pending = Note(tr("Restart now"))
        self.pending.button.clicked.connect(self.ask_restart)
        layout.addWidget(self.note)
        layout.addWidget(self.pending)
        layout.addWidget(self.problems)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Machine"))
        for widget, title in (
            (self.overview, tr("Overview")),
            (self.resources, tr("Resources")),
            (self.sharing, tr("Sharing")),
            (self.console, tr("Console")),
            (self.history, tr("History")),
            (self.checks, tr("Diagnose")),
        ):
            self.tabs.addTab(widget, title)
        layout.addWidget(self.tabs, 1)

    def _fill_menu(self) -> None:
        self.menu.clear()
        status = self._machine.status
        pause = self.menu.addAction(tr("Pause"))
        pause.setEnabled(self._machine.ready)
        pause.triggered.connect(self.pause)
        self.menu.addSeparator()
        home = self.menu.addAction(tr("Copy the path of its folder"))
        home.triggered.connect(self._copy_home)
        bundle = self.menu.addAction(tr("Save diagnostics bundle…"))
        bundle.triggered.connect(self.checks.ask_bundle)
        move = self.menu.addAction(tr("Move to another computer…"))
        move.triggered.connect(lambda: self.went.emit("settings", "", ""))
        self.menu.addSeparator()
        reset = self.menu.addAction(tr("Reset…"))
        reset.setEnabled(status is not None and status.state is not State.ABSENT)
        reset.triggered.connect(self._ask_reset)

    # News

    def _update(self) -> None:
        status = self._machine.status
        look = words.look(status)
        self._mark.show_mark(look.icon, look.tone)
        self._mark.setAccessibleName(look.word)
        self._state.setText(look.word)
        self._facts.set_text(_facts(status))
        rescue = status is not None and words.in_rescue(status)
        self.resume_button.setVisible(self._machine.paused)
        self.repair_button.setVisible(rescue)
        self.start_button.setVisible(words.can_start(status))
        self.start_button.setText(words.start_word(status))
        self.start_button.setAccessibleName(words.start_words(status))
        self.stop_button.setVisible(words.can_stop(status))
        starting = status is not None and status.state is State.STARTING
        self.stop_button.setText(tr("Cancel start") if starting else tr("Stop"))
        self.stop_button.setAccessibleName(
            tr("Cancel the start of the machine") if starting else tr("Stop the machine")
        )
        self.restart_button.setVisible(words.can_restart(status))
        self.restart_button.setAccessibleName(tr("Restart the machine"))
        failed = status is not None and status.state is State.FAILED
        self.note.say(status.accelerator_note if status and not failed else "")
        waiting = words.settings_words(status.pending_restart) if status else ""
        self.pending.say(
            tr("Waiting for the next start: {settings}.").format(settings=waiting)
            if waiting
            else ""
        )
        self.pending.button.setVisible(words.can_restart(status))
        self._show_failure(status)

    def _show_failure(self, status: Status | None) -> None:
        problem = status.problem if status is not None else None
        shown = words.told(problem) if problem is not None else None
        if self._failure and (shown is None or shown.title != self._failure):
            self.problems.forget(self._failure)
            self._failure = ""
        if shown is not None and shown not in self.problems.problems and not self._failure:
            self._failure = shown.title
            self.problems.show_problem(shown)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._look()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        """Ask for the figures, which no event tells."""
        status = self._machine.status
        busy = self._looking is not None and self._looking.running
        if status is None or status.state is not State.READY or busy:
            return
        if not self.window().isMinimized():
            self._looking = self._actions.start_quiet(
                lambda action: self._machine.refresh(), done=lambda _: None
            )

    # What a person does

    def start(self) -> None:
        """Create it if need be, and start it."""
        self._forget_failure()
        start_machine(self._machine, self._actions, self._verb_failed)

    def stop(self) -> None:
        """Stop containers in good order, then the machine."""
        self._do("stop", self._machine.stop)

    def restart(self) -> None:
        """Stop and start again."""
        self._do("restart", self._machine.restart)

    def pause(self) -> None:
        """Let everything in it stand still."""
        self._do("pause", self._machine.pause)

    def resume(self) -> None:
        """Let it go on."""
        self._do("resume", self._machine.resume)

    def _do(self, verb: str, work: Callable[[], Awaitable[object]]) -> None:
        self._forget_failure()
        failure = tr(_FAILURES[verb])
        self._actions.start(
            tr(_DOING[verb]),
            lambda action: work(),
            failure=failure,
            command=f"davit machine {verb}",
            done=lambda _: self.problems.forget(failure),
            failed=self._verb_failed,
        )

    def _verb_failed(self, problem: Problem) -> None:
        """Show it, unless the machine's own problem says the same already."""
        if not words.tells(self._machine.status, problem):
            self.problems.show_problem(problem)

    def _forget_failure(self) -> None:
        if self._failure:
            self.problems.forget(self._failure)
        for verb in ("start", "stop", "restart", "pause", "resume"):
            self.problems.forget(tr(_FAILURES[verb]))

    def ask_stop(self) -> None:
        """Stop it, after a question where containers run."""
        self._ask_running(
            tr("Stop machine"),
            tr("Ports are closed. Containers, images and volumes stay."),
            self.stop,
        )

    def ask_restart(self) -> None:
        """Restart it, after a question where containers run."""
        self._ask_running(
            tr("Restart machine"),
            tr("Those with a restart policy start again with the machine. Data stays."),
            self.restart,
        )

    def _ask_running(self, title: str, more: str, do: Callable[[], None]) -> None:
        running = [c.name for c in self._session.containers.values() if c.running]
        if not running:
            do()
            return
        question = (
            tr("1 container is stopped in good order: {names}.")
            if len(running) == 1
            else tr("{count} containers are stopped in good order: {names}.")
        )
        names = _names(running)
        self._ask(title, question.format(count=len(running), names=names), more, title, do)

    def _ask_repair(self) -> None:
        self._ask(
            tr("Repair data disk"),
            tr("The file system of the data disk is checked and mended."),
            tr(
                "Files that were damaged can be lost or end up in lost+found. "
                "Export a copy of the disk first if it holds something you cannot make again."
            ),
            tr("Repair data disk"),
            lambda: self._do("repair", self._machine.repair),
        )

    def _ask_reset(self) -> None:
        session, status = self._session, self._machine.status
        taken = status.resources.disk_on_host if status is not None else None
        if session.listed:
            containers, images = len(session.containers), len({i.id for i in session.images})
            said = [
                tr(
                    "{containers}, {images}, and every volume, network and build cache "
                    "will be deleted for good."
                ).format(
                    containers=tr("%n container(s)", "", containers),
                    images=tr("%n image(s)", "", images),
                )
            ]
        else:
            said = [
                tr(
                    "All containers, images, volumes, networks and build cache "
                    "will be deleted for good."
                )
            ]
        if taken is not None:
            said.append(tr("They take {size} on this computer.").format(size=text.binary(taken)))
        if running := sum(c.running for c in session.containers.values()):
            said.append(tr("%n running now are stopped first.", "", running))
        self._ask(
            tr("Reset machine"),
            sentences(*said),
            tr(
                "This cannot be undone. Settings are kept. To keep the data, first run: {command}"
            ).format(command="davit machine export FILE"),
            tr("Reset machine"),
            lambda: self._do("reset", self._machine.reset),
            danger=True,
        )

    def _ask(
        self,
        title: str,
        question: str,
        more: str,
        button: str,
        do: Callable[[], None],
        *,
        danger: bool = False,
    ) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        box = QMessageBox(self)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text.visible(question))
        box.setInformativeText(more)
        agree = TextButton(
            button, look="danger" if danger else "", token="red" if danger else "text"
        )
        agree.setAutoDefault(False)
        box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        self.dialog = box

        def answered() -> None:
            self.dialog = None
            if box.clickedButton() is agree:
                do()
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _copy_home(self) -> None:
        home = str(self._machine.machine.home)
        QGuiApplication.clipboard().setText(home)
        self.said.emit(tr("Copied the path of the machine's folder"), home)


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(sorted(names)[:5])
    more = len(names) - 5
    return tr("{names} and %n more", "", more).format(names=shown) if more > 0 else shown


def _facts(status: Status | None) -> str:
    """What stands beside the state."""
    if status is None:
        return ""
    parts = []
    if status.state is State.READY and status.started_at:
        running = text.duration(max(0.0, time.time() - status.started_at))
        parts.append(tr("for {duration}", "how long it has been running").format(duration=running))
    if status.accelerator and status.state is not State.ABSENT:
        parts.append(words.accelerator_words(status.accelerator))
    return " · ".join(parts)
