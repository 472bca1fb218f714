"""Steps of the welcome, with or without a machine: this computer's checks, the first container."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views.cards import Card, scrolled, wrapped
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.first_run import COMMAND, FirstContainer, run_first
from davit_desktop.views.icons import TextButton
from davit_desktop.views.machine_checks import CheckList, mend
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.text import visible
from davit_vm.status import Check, Remedy

_WIDTH = 640
_CHECKING = mark("Cannot check this computer")


def welcome_column(page: QWidget) -> QVBoxLayout:
    """The title on a page, and a column of text's width below it for the rest."""
    outer = QVBoxLayout(page)
    outer.setContentsMargins(20, 16, 20, 12)
    inner = QWidget()
    center = QHBoxLayout(inner)
    center.setContentsMargins(0, 0, 0, 0)
    center.addStretch(1)
    body = QWidget()
    body.setMaximumWidth(_WIDTH)
    rows = QVBoxLayout(body)
    rows.setContentsMargins(0, 0, 4, 0)
    rows.setSpacing(12)
    center.addWidget(body, 20)
    center.addStretch(1)
    rows.addWidget(plain_label(tr("Welcome to Davit"), "title"))
    outer.addWidget(scrolled(inner))
    return rows


def updates_switch(
    rows: QVBoxLayout, url: str, given: bool, choose: Callable[[bool], object]
) -> CheckBox:
    """The question whether Davit may look for new versions, above the room at the end."""
    switch = CheckBox(tr("Look for a new version once a day"))
    hint = tr("Asks {host} for the list of versions and tells it nothing else.").format(
        host=visible(url)
    )
    switch.setToolTip(hint)
    switch.setAccessibleDescription(hint)
    switch.setChecked(given)
    switch.toggled.connect(choose)
    rows.insertWidget(rows.count() - 1, switch)
    return switch


class ChecksCard(Card):
    """Asks when told to, and shows each check with what to do."""

    problem = Signal(object)
    settled = Signal(str)  # the title of a problem that is over
    checked = Signal()
    repair_wanted = Signal()  # of Davit itself

    def __init__(
        self,
        title: str,
        actions: Actions,
        look: Callable[[], Coroutine[Any, Any, Sequence[Check]]],
        door: Callable[[Remedy], Awaitable[object]],
    ) -> None:
        """`door` carries out the remedy of a check."""
        super().__init__(title)
        self._actions = actions
        self._door = door
        self._mending: Action | None = None
        self._look = look
        self._asking: Action | None = None
        self.list = CheckList()
        self.list.mend_wanted.connect(self._mend)
        self._after = wrapped()
        self._after.hide()
        self._verdict = plain_label("", "muted")
        self._checking = plain_label(tr("Checking…"), "muted")
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.again_button = TextButton(tr("Check again"), "refresh")
        self.again_button.clicked.connect(self.check)
        self.line.addWidget(self.again_button)
        self.line.addStretch(1)
        self.body.addWidget(self._checking)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self.list)
        self.body.addWidget(self._after)
        self.body.addLayout(self.line)
        self.fold(over=False)

    def fold(self, *, over: bool) -> None:
        """Once a step is over, one sentence is enough, so that all steps are seen."""
        folded = over and bool(self.list.checks)
        self._verdict.setText(words.checks_summary(self.list.checks))
        self._verdict.setVisible(folded)
        self.list.setVisible(not folded)
        self.again_button.setVisible(not folded)

    def check(self) -> None:
        """Look at this computer."""
        if self._asking is not None and self._asking.running:
            return
        self._checking.setVisible(not self.list.checks)
        self.again_button.setEnabled(False)

        def done(checks: Sequence[Check]) -> None:
            self.again_button.setEnabled(True)
            self._checking.hide()
            # What cannot be tried yet says nothing about this computer.
            self.list.show_checks([check for check in checks if check.ok is not None])
            self.settled.emit(tr(_CHECKING))
            self.checked.emit()

        def failed(problem: Problem) -> None:
            self.again_button.setEnabled(True)
            self._checking.hide()
            self.problem.emit(problem)

        self._asking = self._actions.start_quiet(
            lambda action: self._look(), done=done, failure=tr(_CHECKING), failed=failed
        )

    def _mend(self, remedy: Remedy) -> None:
        if remedy.kind == "reinstall":
            self.repair_wanted.emit()
            return
        if self._mending is not None and self._mending.running:
            return

        def done(after: str) -> None:
            self._after.setText(after)
            self._after.setVisible(bool(after))
            self.check()

        self._mending = mend(self._door, remedy, self._actions, done, self.problem.emit)

    def cancel(self) -> None:
        """Look no more."""
        if self._asking is not None:
            self._asking.cancel()


class RunCard(Card):
    """One click: the web page that came with Davit runs, and opens in the browser."""

    opened = Signal(object)  # PortMapping
    started = Signal(str)  # container id
    problem = Signal(object)

    def __init__(self, title: str, session: Session, actions: Actions) -> None:
        super().__init__(title)
        self._session = session
        self._actions = actions
        self._running: Action | None = None
        what = wrapped(
            tr(
                "A small web page that came with Davit. "
                "It opens in your browser and needs no network."
            )
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        self.run_button = TextButton(tr("Run your first container"), "play", look="primary")
        self.run_button.clicked.connect(self._run)
        line.addWidget(self.run_button)
        line.addWidget(ElidedLabel(COMMAND, "code"), 1)
        self.body.addWidget(what)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Follow the connection: it can run while the engine answers and it does not run yet."""
        online = self._session.connection.phase is Phase.ONLINE
        busy = self._running is not None and self._running.running
        self.run_button.setEnabled(online and not busy)

    def _run(self) -> None:
        self._running = run_first(self._session, self._actions, self._done, self._failed)
        self.run_button.setEnabled(False)

    def _done(self, first: FirstContainer) -> None:
        self.refresh()
        self.started.emit(first.id)
        if first.port is not None:
            self.opened.emit(first.port)

    def _failed(self, problem: Problem) -> None:
        self.refresh()
        self.problem.emit(problem)
