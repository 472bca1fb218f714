"""The icon in the system's tray: what runs, one click to the window, and what needs attention."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from davit_desktop.actions import Action, Actions, Phase
from davit_desktop.session import Phase as Connection
from davit_desktop.session import Session
from davit_desktop.settings import Settings
from davit_desktop.state import attention
from davit_desktop.state.containers import Container, look
from davit_desktop.translation import tr
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.text import visible

_MOST = 12  # containers in the menu


class Tray(QObject):
    """Lives as long as the window. `settings` is read anew for each notification."""

    def __init__(
        self,
        icon: QIcon,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        settings: Callable[[], Settings],
        go: Callable[[str, str, str], object],
        show: Callable[[], object],
        leave: Callable[[], object],
        looked_at: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`show` brings the window forward, `leave` quits, `looked_at` tells whether it is used."""
        super().__init__(parent)
        self._session = session
        self._verbs = verbs
        self._settings = settings
        self._go = go
        self._show = show
        self._leave = leave
        self._looked_at = looked_at
        self._known = dict(session.containers)
        self._told: Container | None = None
        self._visit_told: Callable[[], object] | None = None
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.fill)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message)
        self._stop_news = session.containers_news.subscribe(self._on_containers)
        actions.finished.connect(self._on_finished)
        self._say_running()
        self.fill()

    @staticmethod
    def available() -> bool:
        """Whether this desktop has a tray at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def close(self) -> None:
        """Take the icon away."""
        self._stop_news()
        self.icon.hide()
        self.menu.deleteLater()

    def fill(self) -> None:
        """Bring the menu to how things stand."""
        self.menu.clear()
        self.menu.addAction(tr("Open Davit"), self._show)
        self.menu.addSeparator()
        if self._session.connection.phase is not Connection.ONLINE:
            self.menu.addAction(tr("The engine does not answer")).setEnabled(False)
        else:
            self._fill_containers()
        self.menu.addSeparator()
        self.menu.addAction(tr("Quit Davit"), self._leave)

    def _fill_containers(self) -> None:
        running = sorted(
            (c for c in self._session.containers.values() if c.running), key=lambda c: c.name
        )
        if not running:
            self.menu.addAction(tr("No container is running")).setEnabled(False)
        for container in running[:_MOST]:
            inner = self.menu.addMenu(f"{_plain(container.name)}  ·  {look(container).word}")
            inner.addAction(tr("View logs"), partial(self._visit, container, "logs"))
            for port in [port for port in container.ports if port.published][:4]:
                inner.addAction(_plain(port.label), partial(self._verbs.open_port, port))
            inner.addSeparator()
            inner.addAction(tr("Stop"), partial(self._verbs.stop, [container]))
            inner.addAction(tr("Restart"), partial(self._verbs.restart, [container]))
        if len(running) > _MOST:
            self.menu.addAction(tr("%n more…", "", len(running) - _MOST), self._show)

    def _visit(self, container: Container, tab: str) -> None:
        self._show()
        self._go("container", container.id, tab)

    def _say_running(self) -> None:
        running = sum(c.running for c in self._session.containers.values())
        self.icon.setToolTip(
            tr("Davit: %n container(s) running", "", running) if running else tr("Davit: idle")
        )

    # What is told

    def _on_containers(self) -> None:
        before, self._known = self._known, dict(self._session.containers)
        self._say_running()
        asked = self._verbs.busy
        for container in attention.ends(before, self._known):
            if container.id not in asked:
                self._tell(attention.words(container), bad=True, container=container)

    def _on_finished(self, action: Action) -> None:
        long = action.ended - action.started >= attention.LONG
        if action.phase is Phase.FAILED and action.problem is not None:
            self._tell(f"{action.problem.title}: {action.problem.reason}", bad=True)
        elif action.phase is Phase.DONE and long:
            self._tell(tr("Done: {what}").format(what=action.title))

    def tell(self, words: str, visit: Callable[[], object]) -> None:
        """Notify of something that a click leads to."""
        self._tell(words)
        self._visit_told = visit

    def _tell(self, words: str, bad: bool = False, container: Container | None = None) -> None:
        if not self._settings().notify or self._looked_at() or not self.icon.isVisible():
            return
        self._told, self._visit_told = container, None
        kind = QSystemTrayIcon.MessageIcon.Warning if bad else QSystemTrayIcon.MessageIcon.NoIcon
        self.icon.showMessage("Davit", visible(words), kind)

    def _on_message(self) -> None:
        self._show()
        if self._visit_told is not None:
            self._visit_told()
        elif self._told is not None and self._told.id in self._session.containers:
            self._go("container", self._told.id, "logs")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._show()


def _plain(words: str) -> str:
    """Shown as it is in a menu, where an ampersand marks a key."""
    return visible(words).replace("&", "&&")
