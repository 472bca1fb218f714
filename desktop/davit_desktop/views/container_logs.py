"""The Logs tab of a container: the log panel, or that the machine sleeps and how to wake it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.logs import LogPanel


class ContainerLogs(QStackedWidget):
    """Follows the log of one container, and lets go of it while its machine does not run.

    A log that is followed asks again when its stream breaks, which would wake the machine.
    """

    problem = Signal(object)
    setup_requested = Signal()
    machine_requested = Signal()

    def __init__(
        self, session: Session, actions: Actions, panel: LogPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._id = ""
        self._follows = False
        self.panel = panel
        self.offline = EngineOff(session, actions)
        self.offline.problem.connect(self.problem)
        self.offline.setup_requested.connect(self.setup_requested)
        self.offline.machine_requested.connect(self.machine_requested)
        self.addWidget(self.panel)
        self.addWidget(self.offline)
        self.setFocusProxy(self.panel)
        if session.machine is not None:
            self.destroyed.connect(session.machine.news.subscribe(self._update))
            self.destroyed.connect(session.connection_news.subscribe(self._update))

    def show_container(self, id: str) -> None:
        """Show this container's log."""
        self._id = id
        self._follows = False
        self._update()

    def leave(self) -> None:
        """Show nothing any more."""
        self._id = ""
        self._let_go()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.panel.focus_search()

    def _let_go(self) -> None:
        self._follows = False
        self.panel.close_source()

    def _update(self) -> None:
        if not self._id:
            return
        machine = self._session.machine
        if machine is not None and machine.status is not None and not machine.ready:
            if self._follows:
                self._let_go()
            self.offline.refresh()
            self.setCurrentWidget(self.offline)
        elif not self._follows:
            self._follows = True
            container = self._session.containers.get(self._id)
            name = container.name if container else self._id[:12]
            self.panel.show_container(self._session.engine, self._id, name)
            self.setCurrentWidget(self.panel)
