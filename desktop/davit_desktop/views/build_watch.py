"""The builds that the engine remembers, asked for while somebody looks."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.client.build_events import BuildRecord
from davit_desktop.client.errors import ApiError, NotFound
from davit_desktop.session import Phase, Session
from davit_desktop.state.builds import running
from davit_desktop.translation import tr

_EVERY = 3_000  # milliseconds: the engine sends no news of builds that others begin
_EVERY_RUNNING = 1_000


class BuildWatch(QObject):
    """Asks again and again, but only while one of its viewers is visible."""

    changed = Signal()
    supported_changed = Signal(bool)
    problem = Signal(object)  # Problem

    def __init__(self, session: Session, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._viewers: list[QWidget] = []
        self._records: dict[str, BuildRecord] = {}
        self._looking: Action | None = None
        self.listed = False
        self.supported = True
        """Whether the engine tells of builds; Davit's do, but for the first ones."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_again)
        self.destroyed.connect(session.connection_news.subscribe(self._on_connection))

    @property
    def records(self) -> list[BuildRecord]:
        return list(self._records.values())

    def record(self, id: str) -> BuildRecord | None:
        return self._records.get(id)

    def add_viewer(self, viewer: QWidget) -> None:
        """A widget that shows builds; it calls `look_again` when it comes into sight."""
        self._viewers.append(viewer)

    def look_again(self) -> None:
        """Ask the engine, if somebody sees it."""
        if self._session.connection.phase is not Phase.ONLINE or not self._seen:
            return
        if self._looking is not None and self._looking.running:
            return
        self._timer.stop()

        async def look(_: Action) -> list[BuildRecord] | None:
            try:
                return await self._session.engine.builds.known()
            except NotFound:
                return None
            except ApiError as error:
                if error.status in (405, 501):
                    return None
                raise

        self._looking = self._actions.start_quiet(
            look, done=self._take, failure=tr("Cannot list builds"), failed=self.problem.emit
        )

    def forget(self, id: str) -> None:
        """A build was deleted."""
        if self._records.pop(id, None) is not None:
            self.changed.emit()

    def _take(self, records: list[BuildRecord] | None) -> None:
        self._support(supported=records is not None)
        if records is None:
            return
        fresh = {record.id: record for record in records}
        if fresh != self._records or not self.listed or running(records):
            self._records, self.listed = fresh, True
            self.changed.emit()
        if self._seen:
            self._timer.start(_EVERY_RUNNING if running(records) else _EVERY)

    def _support(self, *, supported: bool) -> None:
        if supported != self.supported:
            self.supported = supported
            self.supported_changed.emit(supported)

    def _on_connection(self) -> None:
        connection = self._session.connection
        if connection.phase is Phase.ONLINE:
            self._support(supported=connection.engine.startswith("Davit"))
            self.look_again()
        elif not self.listed:
            self.changed.emit()

    @property
    def _seen(self) -> bool:
        return any(viewer.isVisible() for viewer in self._viewers)
