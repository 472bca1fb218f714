"""The first run over a machine: is this computer fit, start the machine, run a first container."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Session
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import sentences, tr
from davit_desktop.views.cards import Card, wrapped
from davit_desktop.views.engine_off import start_machine
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.page import Page
from davit_desktop.views.stages import StagesView
from davit_desktop.views.welcome_cards import ChecksCard, RunCard, updates_switch, welcome_column
from davit_vm.status import State


class WelcomePage(Page):
    """Three steps on one screen. Each says what it will do before it does it."""

    opened = Signal(object)  # PortMapping
    started = Signal(str)  # container id
    repair_wanted = Signal()  # Davit itself is broken

    def __init__(
        self,
        session: Session,
        machine: MachineSession,
        actions: Actions,
        advice: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`advice` tells of another way to an engine on this computer, where there is one."""
        super().__init__(parent)
        self._session = session
        self._machine = machine
        self._actions = actions
        self._failure = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        rows = self._rows = welcome_column(self)
        rows.addWidget(
            wrapped(
                tr(
                    "Containers are Linux programs. They run in a small Linux machine of their own,"
                    " inside this computer. Nothing is sent anywhere, and no account is needed."
                )
            )
        )
        if advice:
            rows.addWidget(wrapped(advice))
        rows.addWidget(self.problems)
        rows.addWidget(self._build_checks())
        rows.addWidget(self._build_start())
        rows.addWidget(self._build_run())
        rows.addStretch(1)
        machine.news.subscribe(self._update)
        session.connection_news.subscribe(self._update)
        self._update()

    def offer_updates(self, url: str, given: bool, choose: Callable[[bool], object]) -> None:
        """Ask whether Davit may look for new versions; until then it does not."""
        self.updates_switch = updates_switch(self._rows, url, given, choose)

    def _build_checks(self) -> Card:
        self._checks_card = ChecksCard(
            tr("1  This computer"),
            self._actions,
            self._machine.diagnose,
            self._machine.machine.mend,
        )
        self._checks_card.repair_wanted.connect(self.repair_wanted)
        self.checks = self._checks_card.list
        self._checks_card.problem.connect(self.problems.show_problem)
        self._checks_card.settled.connect(self.problems.forget)
        self._checks_card.checked.connect(self._fold_checks)
        return self._checks_card

    def _build_start(self) -> Card:
        card = Card(tr("2  Start the machine"))
        self._plan = wrapped()
        self.stages = StagesView()
        self._news = ElidedLabel("", "muted")
        line = QHBoxLayout()
        self.start_button = TextButton(tr("Set up and start"), "play", look="primary")
        self.start_button.clicked.connect(self._start)
        line.addWidget(self.start_button)
        line.addStretch(1)
        card.body.addWidget(self._plan)
        card.body.addWidget(self.stages)
        card.body.addWidget(self._news)
        card.body.addLayout(line)
        return card

    def _build_run(self) -> Card:
        self._run_card = RunCard(tr("3  Run your first container"), self._session, self._actions)
        self.run_button = self._run_card.run_button
        self._run_card.opened.connect(self.opened)
        self._run_card.started.connect(self.started)
        self._run_card.problem.connect(self.problems.show_problem)
        return self._run_card

    @override
    def enter(self, subject: str, tab: str) -> None:
        """Put the focus on the step that is next."""
        steps = (self.run_button, self.start_button)
        usable = (step for step in steps if step.isVisibleTo(self) and step.isEnabled())
        next(usable, self).setFocus()

    # News

    def _update(self) -> None:
        status, config = self._machine.status, self._machine.config
        if status is None:
            return
        stages = words.stages_of(status)
        self.stages.show_stages(stages, words.running_since(status))
        self.stages.setVisible(bool(stages))
        can_start = words.can_start(status)
        if self.start_button.hasFocus() and not can_start:
            self.setFocus()
        self.start_button.setVisible(can_start)
        self.start_button.setText(words.start_word(status))
        self.start_button.setAccessibleName(words.start_words(status))
        starting = status.state is State.STARTING
        self._news.setVisible(starting and bool(self._machine.note))
        self._news.set_text(self._machine.note)
        if status.state is State.READY:
            took = words.accelerator_words(status.accelerator)
            self._plan.setText(
                sentences(
                    tr("It runs, on {accelerator}.").format(accelerator=took),
                    status.accelerator_note,
                )
            )
        elif starting:
            self._plan.setText(tr("This takes a moment the first time."))
        elif config is not None:
            self._plan.setText(tr("Its settings are on the Machine page."))
        else:
            self._plan.setText(
                tr(
                    "It gets a part of this computer's CPUs and memory, and a disk that takes only "
                    "what is used. All of that can be changed later."
                )
            )
        self._run_card.refresh()
        if self.hasFocus() and self.run_button.isEnabled():
            self.run_button.setFocus()
        self._fold_checks()
        self._show_failure()

    def _fold_checks(self) -> None:
        """Once it starts, one sentence is enough, so that all three steps are seen."""
        status = self._machine.status
        over = status is not None and status.state in (State.STARTING, State.READY)
        self._checks_card.fold(over=over)

    def _show_failure(self) -> None:
        status = self._machine.status
        problem = status.problem if status is not None else None
        shown = words.told(problem) if problem is not None else None
        if self._failure and (shown is None or shown.title != self._failure):
            self.problems.forget(self._failure)
            self._failure = ""
        if shown is not None and not self._failure:
            self._failure = shown.title
            self.problems.show_problem(shown)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.checks.checks:
            self._checks_card.check()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._checks_card.cancel()

    # What a person does

    def _start(self) -> None:
        def failed(problem: Problem) -> None:
            if not words.tells(self._machine.status, problem):
                self.problems.show_problem(problem)

        self.problems.forget(tr("Cannot start the machine"))
        start_machine(self._machine, self._actions, failed)
