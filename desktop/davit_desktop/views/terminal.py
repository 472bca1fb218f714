"""The Terminal tab: the terminals of every container that has been looked at, one's at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.session import Phase, Session
from davit_desktop.terminal.programs import has_own_terminal
from davit_desktop.translation import tr
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.terminal_group import TerminalGroup


class TerminalTab(QWidget):
    """Follows one container; the terminals of the others stay open unseen. They end when their
    container is deleted, when they are closed, and with the window."""

    own_found = Signal(str)  # id of a container that has a terminal of its own
    said = Signal(str, str)  # a toast: its words and its tool tip

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._id = ""
        self._groups: dict[str, TerminalGroup] = {}
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._leave = [
            session.containers_news.subscribe(self._forget_deleted),
            session.connection_news.subscribe(self._ask_own),
        ]
        self._asked: set[str] = set()

    @property
    def group(self) -> TerminalGroup | None:
        """The terminals that are shown."""
        return self._groups.get(self._id)

    def show_container(self, id: str) -> None:
        """Show this container's terminals; the first opens when they are looked at."""
        self._id = id
        group = self._groups.get(id)
        if group is None:
            group = TerminalGroup(self._session, self._actions, self._verbs, id)
            group.copied.connect(lambda command: self.said.emit(tr("Command copied"), command))
            self._groups[id] = group
            self._stack.addWidget(group)
        self._stack.setCurrentWidget(group)
        self.setFocusProxy(group)
        self._ask_own()

    def leave(self) -> None:
        """Show nothing any more; what is open goes on."""
        self._id = ""
        self._stack.setCurrentWidget(self._nothing)
        self._forget_deleted()

    def focus_search(self) -> None:
        """Find in the terminal that is seen."""
        if (group := self.group) is not None and group.current is not None:
            group.current.search.enter()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (group := self.group) is not None:
            group.open_first()
            if group.current is not None:
                group.current.setFocus()

    def _ask_own(self) -> None:
        """Ask once whether the container was given a terminal."""
        id = self._id
        if not id or id in self._asked or self._session.connection.phase is not Phase.ONLINE:
            return
        self._asked.add(id)

        async def work(action: Action) -> tuple[bool, bool]:
            return await has_own_terminal(self._session.engine, id)

        def done(found: tuple[bool, bool]) -> None:
            if (group := self._groups.get(id)) is not None:
                group.set_own(*found)
                if found[0]:
                    self.own_found.emit(id)

        self._actions.start_quiet(work, done=done, failed=lambda _: self._asked.discard(id))

    def _forget_deleted(self) -> None:
        self._ask_own()
        session = self._session
        if not session.listed or session.connection.phase is not Phase.ONLINE:
            return
        for id in [id for id in self._groups if id not in session.containers]:
            if id == self._id:
                continue
            group = self._groups.pop(id)
            self._asked.discard(id)
            self._stack.removeWidget(group)
            group.close_all()
            group.deleteLater()
