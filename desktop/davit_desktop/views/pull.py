"""The pull dialog: a name or a search, the tags there are, a platform, and the layers coming."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop import image_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.session import Session
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import Pull, worded
from davit_desktop.translation import tr
from davit_desktop.views.fields import Choice, mark_wrong
from davit_desktop.views.icons import TextButton
from davit_desktop.views.layer_progress import LayerProgress, words
from davit_desktop.views.login import LoginDialog, wants_login
from davit_desktop.views.messages import ProblemList, plain_label
from davit_desktop.views.registry_search import RegistrySearch
from davit_desktop.views.text import visible

PLATFORMS = ("linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "linux/riscv64")


def pull_command(reference: str, platform: str) -> str:
    """What does the same."""
    chosen = ["--platform", platform] if platform else []
    return shlex.join(["docker", "pull", *chosen, reference])


async def pull_in_action(session: Session, reference: str, platform: str, action: Action) -> Pull:
    """Fetch an image, telling an action how far it is."""

    def report(pull: Pull) -> None:
        action.progress(round(pull.fraction * 1000), 1000, words(pull))

    return await image_transfers.pull(session.engine, reference, platform=platform, report=report)


class PullDialog(QDialog):
    """Closing it leaves the pull going on, in the task drawer; Cancel pull ends it."""

    pulled = Signal(str)  # reference
    logged_in = Signal(object)  # LoggedIn
    failed_unseen = Signal(object)  # Problem, after the dialog was closed

    def __init__(
        self,
        session: Session,
        actions: Actions,
        reference: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._action: Action | None = None
        self.login: LoginDialog | None = None
        self.setWindowTitle(tr("Pull an image"))
        self.setMinimumSize(640, 460)
        self._build()
        self.field.setText(reference)
        self._check()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("nginx, ghcr.io/owner/name:tag, or words to search for"))
        self.field.setAccessibleName(tr("Image to pull"))
        self.field.textChanged.connect(self._check)
        self.field.installEventFilter(self)
        self.search_button = TextButton(tr("Search"), "search")
        self.search_button.setToolTip(tr("Search the registry, and list the tags (Ctrl+Return)"))
        self.search_button.setAutoDefault(False)
        self.search_button.clicked.connect(self.search)
        self.platform = Choice()
        self.platform.setAccessibleName(tr("Platform"))
        self.platform.addItem(tr("This engine's platform"), "")
        for platform in PLATFORMS:
            self.platform.addItem(platform, platform)
        self.pull_button = TextButton(tr("Pull image"), "download", look="primary")
        self.pull_button.setDefault(True)
        self.pull_button.clicked.connect(self.pull)
        row.addWidget(self.field, 1)
        row.addWidget(self.search_button)
        layout.addLayout(row)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(plain_label(tr("Platform"), "muted"))
        second.addWidget(self.platform)
        second.addStretch(1)
        second.addWidget(self.pull_button)
        layout.addLayout(second)
        self._note = plain_label("", "red")
        self._note.setWordWrap(True)
        layout.addWidget(self._note)
        self.problems = ProblemList()
        layout.addWidget(self.problems)
        self.login_button = TextButton("", look="primary")
        self.login_button.setAutoDefault(False)
        self.login_button.clicked.connect(self._log_in)
        self.login_button.hide()
        layout.addWidget(self.login_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self.found = RegistrySearch(self._session, self._actions)
        self.found.chosen.connect(self._choose)
        self.found.pull_requested.connect(self.pull)
        self.found.refused.connect(self._offer_login)
        self.progress = LayerProgress(tr("All of the pull"))
        self._stack.addWidget(self.found)
        self._stack.addWidget(self.progress)
        layout.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._closing = plain_label("", "muted")
        self.cancel_button = TextButton(tr("Cancel pull"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.cancel)
        self.close_button = TextButton(tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self._closing, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)

    @property
    def running(self) -> bool:
        return self._action is not None and self._action.running

    @property
    def reference(self) -> str:
        return self.field.text().strip()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.search()
                    return True
            elif pressed and event.key() == Qt.Key.Key_Down and not self.running:
                self.found.focus_first()
                return True
        return super().eventFilter(watched, event)

    def search(self) -> None:
        """Look for what the field says: repositories of its words, and the tags of its name."""
        if self.running or not self.reference:
            return
        self.login_button.hide()
        self._stack.setCurrentWidget(self.found)
        self.found.search(self.reference)

    def pull(self) -> None:
        """Begin, if the field names an image."""
        if self.running or not self._check():
            return
        reference, platform = self.reference, str(self.platform.currentData() or "")
        failure = tr("Cannot pull {name}").format(name=reference)
        self.login_button.hide()
        self.problems.forget(failure)
        self.progress.clear(tr("Asking the registry…"))
        self._stack.setCurrentWidget(self.progress)

        async def work(action: Action) -> Pull:
            def report(pull: Pull) -> None:
                action.progress(round(pull.fraction * 1000), 1000, words(pull))
                if isValid(self):
                    self.progress.show_pull(pull)

            return await image_transfers.pull(
                self._session.engine, reference, platform=platform, report=report
            )

        self._action = self._actions.start(
            tr("Pulling {name}").format(name=reference),
            work,
            failure=failure,
            command=pull_command(reference, platform),
            done=lambda pull: self._done(reference, pull),
            failed=self._failed,
        )
        self._action.changed.connect(self._check)
        self._check()

    def cancel(self) -> None:
        """End the pull; what has been downloaded may be used by the next one."""
        if self._action is not None and self.running:
            self._action.cancel()
            self.progress.words.set_text(
                tr("Cancelled. What has arrived is kept for a day, for the next try.")
            )

    def _done(self, reference: str, pull: Pull) -> None:
        said = pull.message.removeprefix("Status: ")
        self.progress.finish(said or tr("Pulled {name}").format(name=reference))
        self.pulled.emit(reference)
        if not self.isVisible():
            self.deleteLater()

    def _failed(self, problem: Problem) -> None:
        if not self.isVisible():
            self.failed_unseen.emit(worded(problem))
            self.deleteLater()
            return
        self.progress.clear()
        self._stack.setCurrentWidget(self.found)
        self.problems.show_problem(worded(problem))
        if wants_login(problem):
            self._offer_login()

    def _offer_login(self) -> None:
        try:
            registry = parse_reference(self.reference).registry
        except InvalidReference:
            return
        words = tr("Log in to {registry}…").format(registry=visible(registry))
        self.login_button.setText(words)
        self.login_button.setAccessibleName(words)
        self.login_button.show()

    def _log_in(self) -> None:
        registry = parse_reference(self.reference).registry
        again = self.pull if self.problems.problems else self.search
        self.login = LoginDialog(self._session.engine, self._actions, registry, self)
        self.login.logged_in.connect(self.logged_in)
        # When the login's own window has gone.
        self.login.logged_in.connect(lambda _: QTimer.singleShot(0, self, again))
        self.login.finished.connect(self.login.deleteLater)
        self.login.open()

    def _choose(self, reference: str) -> None:
        self.field.setText(reference)

    def _check(self) -> bool:
        reference = self.reference
        words = ""
        named = False
        if reference:
            try:
                parse_reference(reference)
                named = True
            except InvalidReference:
                searched = self.found.searched
                if " " not in reference and reference != searched:
                    words = tr("{name} is not the name of an image").format(name=reference)
        mark_wrong(self.field, wrong=bool(words))
        self._note.setText(visible(words))
        self._note.setVisible(bool(words))
        usable = named and not self.running
        self.pull_button.setEnabled(usable)
        self.search_button.setEnabled(bool(reference) and not self.running)
        self.field.setEnabled(not self.running)
        self.platform.setEnabled(not self.running)
        self.cancel_button.setVisible(self.running)
        self._closing.setText(
            tr("Closed, it goes on under Tasks at the lower right.") if self.running else ""
        )
        return usable
