"""How many volumes and networks there are, for the sidebar: asked on news, while it is seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Phase, Session

_SOON = 300
"""Milliseconds in which news are gathered."""

Tell = Callable[[str, int | None], None]  # the key of a page, and how many things it holds


class SidebarCounts(QObject):
    """Asks only while `window` is seen, and only what has changed since it was asked last."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        deletes: PendingDeletes,
        window: QWidget,
        tell: Tell,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._deletes = deletes
        self._window = window
        self._tell = tell
        self._networks: list[str] = []
        self._stale = {"volumes", "networks"}
        self._looking: Action | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._look)
        for news, which in (
            (session.volumes_news, ("volumes",)),
            (session.networks_news, ("networks",)),
            (session.connection_news, ("volumes", "networks")),
        ):
            self.destroyed.connect(news.subscribe(partial(self._look_soon, *which)))
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._timer.start()
        return False

    def match_deletes(self) -> None:
        """What waits to be deleted does not count, and what was brought back does."""
        if "networks" not in self._stale:
            held = sum(map(self._deletes.holds, self._networks))
            self._tell("networks", len(self._networks) - held)

    def _look_soon(self, *which: str) -> None:
        self._stale.update(which)
        if self._window.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        busy = self._looking is not None and self._looking.running
        if busy or not self._stale or not self._window.isVisible():
            return  # it looks again when this look has ended, or when it is seen
        if self._session.connection.phase is not Phase.ONLINE:
            return
        wanted, self._stale = self._stale, set()

        async def look(_: Action) -> tuple[int | None, list[str] | None]:
            engine = self._session.engine
            volumes = len(await engine.volumes()) if "volumes" in wanted else None
            networks = await engine.networks() if "networks" in wanted else None
            return volumes, None if networks is None else [network.id for network in networks]

        def done(found: tuple[int | None, list[str] | None]) -> None:
            volumes, networks = found
            if volumes is not None:
                self._tell("volumes", volumes)
            if networks is not None:
                self._networks = networks
                self.match_deletes()
            if self._stale:
                self._timer.start()

        self._looking = self._actions.start_quiet(look, done=done)
