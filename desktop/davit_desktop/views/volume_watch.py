"""The volumes of the engine while somebody looks: their rows, and later their sizes."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from davit_desktop import volume_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import Json
from davit_desktop.session import Phase, Session
from davit_desktop.state import volumes as state
from davit_desktop.state.volumes import VolumeRow
from davit_desktop.translation import tr

_SIZES_AFTER = 800  # milliseconds of quiet: the engine reads every file for them


class VolumeWatch(QObject):
    """Asks again on news, but only while one of its viewers is visible."""

    changed = Signal()
    problem = Signal(object)  # Problem

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._viewers: list[QWidget] = []
        self._volumes: dict[str, VolumeRow] = {}
        self._sizes: dict[str, int] = {}
        self._looking: Action | None = None
        self._counting: Action | None = None
        self._stale = True
        self._uncounted = True
        self._asked: bool | None = None  # whether the engine has told if it has more than Docker
        self.listed = False
        self.extras = False
        """Whether the engine lets look into volumes and copy them as a whole."""
        self._timer = QTimer(self, singleShot=True, interval=_SIZES_AFTER)
        self._timer.timeout.connect(self._count)
        for news in (session.containers_news, session.connection_news):
            self.destroyed.connect(news.subscribe(self.look_again))
        self.destroyed.connect(session.volumes_news.subscribe(self.count_again))

    @property
    def rows(self) -> list[VolumeRow]:
        return list(self._volumes.values())

    def row(self, name: str) -> VolumeRow | None:
        return self._volumes.get(name)

    def add_viewer(self, viewer: QWidget) -> None:
        """A widget that shows volumes; it calls `entered` when it comes into sight."""
        self._viewers.append(viewer)

    def entered(self) -> None:
        """A viewer came into sight."""
        if self._stale:
            self.look_again()
        else:
            self._timer.start()
        self._uncounted = True

    def count_again(self) -> None:
        """Something may have become larger or smaller, or has come or gone."""
        self._uncounted = True
        self.look_again()

    def look_again(self) -> None:
        """Ask the engine for its volumes, as soon as somebody sees them."""
        self._stale = True
        if self._session.connection.phase is not Phase.ONLINE:
            self._asked = None
            if not self.listed:
                self.changed.emit()
            return
        if not self._seen or (self._looking is not None and self._looking.running):
            return  # it looks again when this look has ended
        self._stale = False

        async def look(_: Action) -> list[VolumeRow]:
            engine = self._session.engine
            volumes, containers = await engine.volumes(), await engine.containers(all=True)
            if self._asked is None:
                self.extras = self._asked = await volume_transfers.supported(engine)
            return state.rows(volumes, containers, self._sizes)

        def done(rows: list[VolumeRow]) -> None:
            self._volumes = {row.name: row for row in rows}
            self.listed = True
            self.changed.emit()
            if self._uncounted:
                self._timer.start()
            if self._stale:
                self.look_again()

        self._looking = self._actions.start_quiet(
            look, done=done, failure=tr("Cannot list volumes"), failed=self.problem.emit
        )

    @property
    def _seen(self) -> bool:
        return any(viewer.isVisible() for viewer in self._viewers)

    def _count(self) -> None:
        busy = self._counting is not None and self._counting.running
        if not self._seen or self._session.connection.phase is not Phase.ONLINE:
            return
        if busy:
            self._timer.start()
            return
        self._uncounted = False

        def done(usage: Json) -> None:
            counted = state.sizes(usage)
            if counted != self._sizes:
                self._sizes = counted
                self.look_again()

        self._counting = self._actions.start_quiet(
            lambda _: self._session.engine.df(["volume"]), done=done
        )
