"""Who holds ports of this computer, looked up beside the window's own thread."""

import time

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from davit_desktop import host_ports
from davit_desktop.host_ports import Port

_FRESH = 5.0  # seconds that an answer holds


class PortHolders(QObject):
    """Ask with `of`; `found` says that an answer has come."""

    found = Signal()
    _answered = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)  # waits for its threads when it goes
        self._pool.setMaxThreadCount(1)
        self._known: dict[Port, tuple[float, str]] = {}
        self._asked: set[Port] = set()
        self._answered.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def of(self, port: Port) -> str:
        """The program that holds the port; empty while nobody knows."""
        when, words = self._known.get(port, (0.0, ""))
        if time.monotonic() - when > _FRESH and port not in self._asked:
            self._asked.add(port)
            self._pool.start(lambda: self._answered.emit(port, host_ports.holder(port)))
        return words

    def wait(self) -> None:
        """Until no look is under way."""
        self._pool.waitForDone()

    def _keep(self, port: Port, words: str) -> None:
        self._asked.discard(port)
        changed = self._known.get(port, (0.0, ""))[1] != words
        self._known[port] = (time.monotonic(), words)
        if changed:
            self.found.emit()
