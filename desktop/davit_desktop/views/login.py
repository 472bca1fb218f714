"""Log in to a registry: the password goes where docker keeps it."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from davit_desktop import image_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.image_transfers import LoggedIn
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ProblemList
from davit_desktop.views.text import visible

_REFUSED = re.compile(
    r"no basic auth credentials|authentication required|unauthorized|access denied|"
    r"requested access to the resource is denied|docker login|incorrect username or password",
    re.IGNORECASE,
)


def wants_login(problem: Problem) -> bool:
    """Whether a registry refused because it does not know who asks, or does not let them."""
    return bool(_REFUSED.search(f"{problem.reason} {problem.details}"))


class LoginDialog(QDialog):
    """Asks for name and password, tries them, and files them. Closing it gives up."""

    logged_in = Signal(object)  # LoggedIn

    def __init__(
        self, engine: EngineClient, actions: Actions, registry: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._actions = actions
        self._registry = registry
        self._action: Action | None = None
        self.setWindowTitle(tr("Log in to {registry}").format(registry=visible(registry)))
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            wrapped(
                tr(
                    "The login is kept where docker keeps it, so that docker and davit on this "
                    "computer are logged in too. Where a registry offers access tokens, use one "
                    "in place of the password."
                )
            )
        )
        self.problems = ProblemList()
        layout.addWidget(self.problems)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.username = QLineEdit()
        self.username.setAccessibleName(tr("User name"))
        self.password = QLineEdit()
        self.password.setAccessibleName(tr("Password or token"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = IconButton("eye", tr("Show the password"))
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.password, 1)
        row.addWidget(self._reveal)
        form.addRow(tr("User name"), self.username)
        form.addRow(tr("Password or token"), row)
        layout.addLayout(form)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        cancel = TextButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = TextButton(tr("Log in"), look="primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._log_in)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)
        for field in (self.username, self.password):
            field.textChanged.connect(self._check)
        self.finished.connect(self._end)
        self._check()
        self.username.setFocus()

    def _on_reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        words = tr("Hide the password") if shown else tr("Show the password")
        self._reveal.set_icon("eye-off" if shown else "eye", words)

    def _check(self) -> None:
        busy = self._action is not None and self._action.running
        self.button.setEnabled(
            bool(self.username.text().strip() and self.password.text()) and not busy
        )

    def _log_in(self) -> None:
        failure = tr("Cannot log in to {registry}").format(registry=self._registry)
        username, password = self.username.text().strip(), self.password.text()
        self._action = self._actions.start_quiet(
            lambda _: image_transfers.log_in(self._engine, self._registry, username, password),
            done=self._done,
            failure=failure,
            failed=self._failed,
        )
        self._check()

    def _done(self, login: LoggedIn) -> None:
        self.logged_in.emit(login)
        self.accept()

    def _failed(self, problem: Problem) -> None:
        self._action = None
        self.problems.show_problem(problem)
        self._check()

    def _end(self) -> None:
        if self._action is not None and self._action.running:
            self._action.cancel()
        self.password.clear()


def login_words(login: LoggedIn) -> tuple[str, str]:
    """What to say after a login, and its tool tip."""
    said = tr("Logged in to {registry}").format(registry=visible(login.registry))
    if login.unencrypted is None:
        return said, ""
    tip = tr(
        "The password lies unencrypted in {file}. A credential helper of docker keeps it safer."
    )
    return said, tip.format(file=login.unencrypted)
