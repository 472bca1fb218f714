"""The push dialog: which name, to which registry, and the layers going."""

from __future__ import annotations

import shlex

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from davit_desktop import image_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.reference import DEFAULT_REGISTRY, parse_reference
from davit_desktop.session import Session
from davit_desktop.state.images import Image
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import Pull, worded
from davit_desktop.translation import tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.fields import Choice
from davit_desktop.views.icons import TextButton
from davit_desktop.views.layer_progress import LayerProgress, words
from davit_desktop.views.login import LoginDialog, wants_login
from davit_desktop.views.messages import ProblemList
from davit_desktop.views.text import visible


class PushDialog(QDialog):
    """Closing it leaves the push going on, in the task drawer; Cancel push ends it."""

    pushed = Signal(str)  # reference
    tag_requested = Signal()
    logged_in = Signal(object)  # LoggedIn
    failed_unseen = Signal(object)  # Problem, after the dialog was closed

    def __init__(
        self, session: Session, actions: Actions, image: Image, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._action: Action | None = None
        self.login: LoginDialog | None = None
        self.setWindowTitle(tr("Push an image"))
        self.setMinimumSize(600, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.names = Choice()
        self.names.setAccessibleName(tr("Name to push"))
        for reference in image.references:
            self.names.addItem(visible(reference), reference)
        self.names.currentIndexChanged.connect(self._check)
        self.push_button = TextButton(tr("Push image"), "upload", look="primary")
        self.push_button.setDefault(True)
        self.push_button.clicked.connect(self.push)
        row.addWidget(self.names, 1)
        row.addWidget(self.push_button)
        layout.addLayout(row)
        self._where = wrapped()
        layout.addWidget(self._where)
        self.problems = ProblemList()
        layout.addWidget(self.problems)
        self.login_button = TextButton("", look="primary")
        self.login_button.setAutoDefault(False)
        self.login_button.clicked.connect(self._log_in)
        self.login_button.hide()
        layout.addWidget(self.login_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.progress = LayerProgress(tr("All of the push"))
        layout.addWidget(self.progress, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.tag_button = TextButton(tr("Tag…"), "tag")
        self.tag_button.setToolTip(tr("Give the image the name of another registry or repository"))
        self.tag_button.setAutoDefault(False)
        self.tag_button.clicked.connect(self._tag)
        self.cancel_button = TextButton(tr("Cancel push"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.cancel)
        close = TextButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot.addWidget(self.tag_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(close)
        layout.addLayout(foot)
        self._check()

    @property
    def running(self) -> bool:
        return self._action is not None and self._action.running

    @property
    def reference(self) -> str:
        return str(self.names.currentData() or "")

    def push(self) -> None:
        """Begin."""
        if self.running or not self.reference:
            return
        reference = self.reference
        failure = tr("Cannot push {name}").format(name=reference)
        self.problems.forget(failure)
        self.login_button.hide()
        self.progress.clear(tr("Asking the registry…"))

        async def work(action: Action) -> Pull:
            def report(pull: Pull) -> None:
                action.progress(round(pull.fraction * 1000), 1000, words(pull))
                if isValid(self):
                    self.progress.show_pull(pull)

            return await image_transfers.push(self._session.engine, reference, report=report)

        self._action = self._actions.start(
            tr("Pushing {name}").format(name=reference),
            work,
            failure=failure,
            command=f"docker push {shlex.quote(reference)}",
            done=lambda _: self._done(reference),
            failed=self._failed,
        )
        self._action.changed.connect(self._check)
        self._check()

    def cancel(self) -> None:
        """End the push; layers that have arrived stay with the registry."""
        if self._action is not None and self.running:
            self._action.cancel()
            self.progress.words.set_text(tr("Cancelled. Layers that have arrived stay there."))

    def _tag(self) -> None:
        self.accept()
        self.tag_requested.emit()

    def _done(self, reference: str) -> None:
        self.progress.finish(tr("Pushed {name}").format(name=reference))
        self.pushed.emit(reference)
        if not self.isVisible():
            self.deleteLater()

    def _failed(self, problem: Problem) -> None:
        if not self.isVisible():
            self.failed_unseen.emit(worded(problem))
            self.deleteLater()
            return
        self.progress.clear()
        self.problems.show_problem(worded(problem))
        if wants_login(problem):
            registry = parse_reference(self.reference).registry
            text = tr("Log in to {registry}…").format(registry=visible(registry))
            self.login_button.setText(text)
            self.login_button.setAccessibleName(text)
            self.login_button.show()

    def _log_in(self) -> None:
        registry = parse_reference(self.reference).registry
        self.login = LoginDialog(self._session.engine, self._actions, registry, self)
        self.login.logged_in.connect(self.logged_in)
        self.login.logged_in.connect(lambda _: QTimer.singleShot(0, self, self.push))
        self.login.finished.connect(self.login.deleteLater)
        self.login.open()

    def _check(self) -> None:
        reference = self.reference
        registry = parse_reference(reference).registry if reference else DEFAULT_REGISTRY
        if registry == DEFAULT_REGISTRY:
            where = tr(
                "The name has no registry in it, so it goes to Docker Hub. To push elsewhere, "
                "give the image a name such as registry.example.com/team/name:tag."
            )
        else:
            where = tr("It goes to {registry}.").format(registry=visible(registry))
        self._where.setText(where)
        self.push_button.setEnabled(bool(reference) and not self.running)
        self.names.setEnabled(not self.running)
        self.tag_button.setEnabled(not self.running)
        self.cancel_button.setVisible(self.running)
