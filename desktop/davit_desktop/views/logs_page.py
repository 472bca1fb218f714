"""The Logs page: the logs of many containers in one order of time, and the choice of whose."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state import log_scope
from davit_desktop.state.log_scope import Scope, Whose
from davit_desktop.translation import tr
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.fields import Choice
from davit_desktop.views.logs import LogPanel
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.text import visible

_CHOICE_WIDTH = 240


class LogsPage(Page):
    """Follows only while it is in sight. New containers of the scope join by themselves."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scope = Scope()
        self._shown: Scope | None = None  # whose logs the panel holds
        self.logs = LogPanel()
        self.offline = EngineOff(session, actions)
        self.nothing = EmptyState("logs")
        self._skeleton = Skeleton()
        self.scopes = Choice()
        self.scopes.setAccessibleName(tr("Containers whose logs are shown"))
        self.scopes.setMinimumWidth(_CHOICE_WIDTH)
        self.scopes.setMaximumWidth(_CHOICE_WIDTH * 2)
        self._count = plain_label("", "muted")
        self._build()
        self._leave = [
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
        ]
        if session.machine is not None:
            self._leave.append(session.machine.news.subscribe(self._update))

    @property
    def scope(self) -> Scope:
        return self._scope

    def show_scope(self, scope: Scope) -> None:
        """Show the logs of these containers."""
        self._scope = scope
        self._update()

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject:
            self._scope = log_scope.parse(subject)
        self._update()
        self.logs.setFocus()

    @override
    def leave(self) -> None:
        self._let_go()

    @override
    def focus_search(self) -> None:
        self.logs.focus_search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(tr("Logs"), "title"))
        head.addWidget(self.scopes)
        head.addWidget(self._count, 1)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        self._stack = QStackedWidget()
        for widget in (self.logs, self.nothing, self.offline, self._skeleton):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.scopes.activated.connect(self._choose)
        self.nothing.button.clicked.connect(lambda: self.show_scope(Scope(Whose.ALL)))
        self.offline.problem.connect(self.problems.show_problem)
        self.offline.setup_requested.connect(lambda: self.went.emit("welcome", "", ""))
        self.offline.machine_requested.connect(lambda: self.went.emit("machine", "", ""))

    def _choose(self, index: int) -> None:
        self.went.emit("logs", str(self.scopes.itemData(index)), "")
        self.logs.setFocus()

    def _let_go(self) -> None:
        self._shown = None
        self.logs.close_source()

    def _update(self) -> None:
        if not self.isVisible():
            return
        session = self._session
        if self.offline.wanted and session.machine is not None:
            self._let_go()  # asking again and again would keep a machine from its sleep
        members = log_scope.members(self._scope, session.containers)
        self._fill_scopes()
        self._count.setText(tr("%n container(s)", "", len(members)) if members else "")
        if self._shown != self._scope and members and session.connection.phase is Phase.ONLINE:
            self._shown = self._scope
            self.logs.show_containers(session.engine, members, self._title(self._scope))
        elif self._shown == self._scope:
            self.logs.add_containers(members)
        self._show_place(bool(members))

    def _show_place(self, some: bool) -> None:
        session = self._session
        if self._shown == self._scope:
            shown: QWidget = self.logs
        elif self.offline.wanted:
            self.offline.refresh()
            shown = self.offline
        elif not session.listed or some:
            shown = self._skeleton
        else:
            shown = self.nothing
            self._say_nothing(some_at_all=bool(session.containers))
        if self._shown is not None and self._shown != self._scope:
            self._let_go()
        self._stack.setCurrentWidget(shown)

    def _say_nothing(self, *, some_at_all: bool) -> None:
        if not some_at_all:
            self.nothing.say(
                tr("No containers yet"),
                tr("What containers write appears here, that of all of them together."),
                "",
                "docker logs -f NAME",
            )
        elif self._scope.whose is Whose.RUNNING:
            self.nothing.say(
                tr("No container runs"),
                tr("Logs of containers that have ended can still be read."),
                tr("Show all containers"),
                "",
            )
        else:
            self.nothing.say(tr("These containers are gone"), "", tr("Show all containers"), "")

    def _fill_scopes(self) -> None:
        containers = self._session.containers
        scopes = [
            Scope(),
            Scope(Whose.ALL),
            *map(log_scope.of_stack, log_scope.projects(containers)),
        ]
        if self._scope not in scopes:
            scopes.append(self._scope)
        wanted = [(self._title(scope), scope.subject) for scope in scopes]
        present = [
            (self.scopes.itemText(at), self.scopes.itemData(at))
            for at in range(self.scopes.count())
        ]
        if wanted != present:
            self.scopes.clear()
            for words, subject in wanted:
                self.scopes.addItem(words, subject)
        self.scopes.setCurrentIndex(scopes.index(self._scope))

    def _title(self, scope: Scope) -> str:
        match scope.whose:
            case Whose.RUNNING:
                return tr("Running containers")
            case Whose.ALL:
                return tr("All containers")
            case Whose.STACK:
                return tr("Stack {name}").format(name=visible(scope.project))
        containers = self._session.containers
        names = [containers[id].name for id in scope.ids if id in containers]
        if len(names) == 1:
            return visible(names[0])
        return tr("%n chosen container(s)", "", len(scope.ids))
