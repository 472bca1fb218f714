"""One terminal with the bar that tells why it has ended and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state.problem import problem
from davit_desktop.terminal.session import State, TerminalSession
from davit_desktop.translation import sentences, tr
from davit_desktop.views.container_verbs import ContainerVerbs, can_resume, can_start
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.terminal_find import FindBar
from davit_desktop.views.terminal_view import TerminalView
from davit_desktop.views.text import visible

_SHOWN_LINES = 12
_SHOWN_CHARACTERS = 100


class TerminalPane(QWidget):
    """Runs a session for as long as it is there."""

    debug_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        terminal: TerminalSession,
        container: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.terminal = terminal
        self.name = name
        self.rang = False
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._container = container
        self._action: Action | None = None
        self._ask_to_paste = True
        self._asking: QMessageBox | None = None
        self.view = TerminalView(terminal)
        self.view.pasting.connect(self._ask_paste)
        self.setFocusProxy(self.view)
        self._build()
        self._leave = [
            terminal.changed.subscribe(self._update),
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
        ]
        self.start()

    @property
    def bar_title(self) -> str:
        """What the bar says, while it is there."""
        return self._title.text() if self._bar.isVisible() else ""

    def start(self) -> None:
        """Join the program, anew if it has ended."""
        if self._action is not None and self._action.running:
            return
        self.terminal.emulator.reset()
        self._action = self._actions.start_quiet(
            lambda _: self.terminal.run(), done=lambda _: self._update()
        )
        self._update()

    def close_session(self) -> None:
        """End the program and let go."""
        for leave in self._leave:
            leave()
        self.view.leave()
        if self._action is not None:
            self._action.cancel()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.search = FindBar(self.view)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        self._bar = QFrame()
        self._bar.setProperty("look", "note")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        self._mark = Mark(size=16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = plain_label("", "strong")
        self._why = plain_label("", "muted")
        for label in (self._title, self._why):
            label.setWordWrap(True)
            words.addWidget(label)
        self._second = TextButton(tr("Debug shell…"), look="primary")
        self._second.clicked.connect(self.debug_wanted)
        self.button = TextButton(tr("Reconnect"), look="primary")
        self.button.clicked.connect(self._press)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self._second)
        row.addWidget(self.button)
        layout.addWidget(self._bar)
        self._bar.hide()

    def _update(self) -> None:
        terminal = self.terminal
        self.view.viewport().update()
        container = self._session.containers.get(self._container)
        running = terminal.state in (State.IDLE, State.STARTING, State.OPEN)
        if running and container is not None and can_resume(container):
            title, why, words = tr("The container is paused."), "", tr("Resume")
        else:
            title, why, words = ("", "", "") if running else self._ending()
        self._bar.setVisible(bool(title))
        if not title:
            return
        tone = "red" if terminal.state in (State.REFUSED, State.LOST) else "grey"
        self._mark.show_mark("warning" if tone == "red" else "info", tone)
        self._title.setText(visible(title))
        self._why.setText(visible(why))
        self._why.setVisible(bool(why))
        self._bar.setAccessibleName(f"{title} {why}".strip())
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(words))
        self.button.setEnabled(container is not None and not self._verbs.busy.get(container.id))
        offered = terminal.missing and container is not None and container.running
        self._second.setVisible(offered)

    def _ending(self) -> tuple[str, str, str]:
        """What has happened, why, and what the button does."""
        terminal = self.terminal
        container = self._session.containers.get(self._container)
        if self._session.connection.phase is not Phase.ONLINE:
            why = tr("The terminal can be opened again when it is back.")
            return tr("The engine does not answer."), why, ""
        if container is None:
            return tr("The container has been deleted."), "", ""
        if not container.running:
            words = tr("Start container") if can_start(container) else ""
            return tr("The container has stopped."), "", words
        if can_resume(container):
            return tr("The container is paused."), "", tr("Resume")
        if terminal.missing:
            names = ", ".join(program.name for program in terminal.programs)
            why = tr(
                "{names} could not be run. A debug shell from another image sees the container's "
                "processes, network and files."
            ).format(names=names)
            if len(terminal.programs) == 1:
                return tr("There is no such program in this container."), why, ""
            return tr("This image has no shell."), why, ""
        if terminal.error is not None:
            told = problem("", terminal.error)
            why = sentences(told.reason, told.advice)
            if terminal.state is State.LOST:
                return tr("The connection to the program broke."), why, tr("Reconnect")
            return tr("The terminal could not be opened."), why, tr("Try again")
        if terminal.status:
            said = tr("The program has ended with exit status {status}.")
            return said.format(status=terminal.status), "", tr("Reconnect")
        return tr("The program has ended."), "", tr("Reconnect")

    def _press(self) -> None:
        container = self._session.containers.get(self._container)
        if container is not None and can_start(container):
            self._verbs.start([container])
            return
        if container is not None and can_resume(container):
            self._verbs.resume([container])
            return
        self.start()
        self.view.setFocus()

    # Pasting

    def _ask_paste(self, text: str) -> None:
        if not self._ask_to_paste:
            self.view.send_pasted(text)
            return
        if self._asking is not None:
            self._asking.raise_()
            return
        lines = text.strip("\n").splitlines()
        box = QMessageBox(self)
        box.setWindowTitle(tr("Paste into the terminal"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Paste %n line(s) into the terminal?", "", len(lines)))
        shown = [visible(line[:_SHOWN_CHARACTERS]) for line in lines[:_SHOWN_LINES]]
        if len(lines) > _SHOWN_LINES:
            shown.append("…")
        box.setInformativeText("\n".join(shown))
        count = tr("Paste %n line(s)", "", len(lines))
        paste = box.addButton(count, QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        again = CheckBox(tr("Do not ask again in this terminal"))
        box.setCheckBox(again)
        self._asking = box

        def answered() -> None:
            self._asking = None
            if box.clickedButton() is paste:
                self._ask_to_paste = not again.isChecked()
                self.view.send_pasted(text)
            self.view.setFocus()
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def copy_command(self) -> None:
        """Put the docker command that does the same on the clipboard."""
        QGuiApplication.clipboard().setText(self.terminal.program.command)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)
