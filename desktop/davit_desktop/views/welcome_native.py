"""The first run with an engine of this computer: is all as it should be, run a first container."""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.client import docker_context
from davit_desktop.machine import this_machine
from davit_desktop.native_facts import gather
from davit_desktop.session import Session
from davit_desktop.state.native_checks import Facts, native_checks
from davit_desktop.translation import mark, tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.icons import TextButton
from davit_desktop.views.page import Page
from davit_desktop.views.welcome_cards import ChecksCard, RunCard, updates_switch, welcome_column
from davit_vm.status import Check

_FAILURE = mark("Cannot let docker use this engine")


class NativeWelcome(Page):
    """Two steps on one screen."""

    opened = Signal(object)  # PortMapping
    started = Signal(str)  # container id
    repair_wanted = Signal()  # Davit itself is broken

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        rows = self._rows = welcome_column(self)
        rows.addWidget(
            wrapped(
                tr(
                    "Containers are Linux programs with all they need. An engine runs them in the "
                    "background. Nothing is sent anywhere, and no account is needed."
                )
            )
        )
        rows.addWidget(self.problems)
        self._checks_card = ChecksCard(
            tr("1  This computer"), actions, self._look, this_machine().mend
        )
        self.checks = self._checks_card.list
        self.docker_button = TextButton(tr("Let docker use this engine"))
        self.docker_button.setToolTip("docker context use davit")
        self.docker_button.clicked.connect(self._use_docker)
        self.docker_button.hide()
        self._checks_card.line.insertWidget(1, self.docker_button)
        self._run_card = RunCard(tr("2  Run your first container"), session, actions)
        self.run_button = self._run_card.run_button
        rows.addWidget(self._checks_card)
        rows.addWidget(self._run_card)
        rows.addStretch(1)
        self._checks_card.settled.connect(self.problems.forget)
        for card in (self._checks_card, self._run_card):
            card.problem.connect(self.problems.show_problem)
        self._run_card.opened.connect(self.opened)
        self._run_card.started.connect(self.started)
        session.connection_news.subscribe(self._on_connection)
        self._run_card.refresh()

    def offer_updates(self, url: str, given: bool, choose: Callable[[bool], object]) -> None:
        """Ask whether Davit may look for new versions; until then it does not."""
        self.updates_switch = updates_switch(self._rows, url, given, choose)

    @override
    def enter(self, subject: str, tab: str) -> None:
        """Put the focus on what is next."""
        (self.run_button if self.run_button.isEnabled() else self).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._checks_card.check()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._checks_card.cancel()

    def _on_connection(self) -> None:
        self._run_card.refresh()
        if self.isVisible():
            self._checks_card.check()
            if self.hasFocus() and self.run_button.isEnabled():
                self.run_button.setFocus()

    async def _look(self) -> Sequence[Check]:
        facts = await asyncio.to_thread(gather, self._session)
        self.docker_button.setVisible(_may_be_led_here(facts))
        return native_checks(facts)

    def _use_docker(self) -> None:
        def lead() -> None:
            docker_context.register(docker_context.NAME, self._session.engine.host)
            docker_context.use(docker_context.NAME)

        def done(_: object) -> None:
            self.problems.forget(tr(_FAILURE))
            self._checks_card.check()

        self._actions.start(
            tr("Letting docker use this engine"),
            lambda action: asyncio.to_thread(lead),
            failure=tr(_FAILURE),
            command="davit context register && docker context use davit",
            done=done,
            failed=self.problems.show_problem,
        )


def _may_be_led_here(facts: Facts) -> bool:
    docker = facts.docker
    return docker.installed and not docker.here and docker.by != "DOCKER_HOST" and facts.local
