"""The windows that run, one for each engine: found by name, brought forward, asked to end.

Each listens on a local socket of its own and leaves a file with its process in a folder, since
not every system can list sockets.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs
import psutil
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RAISE = b"raise\n"
_QUIT = b"quit\n"
_ANSWERS_WITHIN = 0.2  # seconds until a window takes the connection
_READS_WITHIN = 0.5  # seconds


def instance_name(host: str) -> str:
    """Of the window for an engine; every process of a user arrives at the same."""
    digest = hashlib.sha256(host.encode()).hexdigest()[:12]
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return f"davit-desktop-{user}-{digest}"


def raise_other(name: str) -> bool:
    """Whether another window of that name was there and has been asked to come forward."""
    socket = _reach(name, _ANSWERS_WITHIN)
    if socket is None:
        return False
    _say(socket, _RAISE, _READS_WITHIN)
    socket.disconnectFromServer()
    return True


class Presence:
    """This window, for those that look for it."""

    def __init__(
        self,
        name: str,
        parent: QObject,
        *,
        on_raise: Callable[[], None],
        on_quit: Callable[[], None],
    ) -> None:
        self._on_raise = on_raise
        self._on_quit = on_quit
        self._server = QLocalServer(parent)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left by a crash: nobody answered on it just now
            self._server.listen(name)
        self._server.newConnection.connect(self._connected)
        self._file = _folder() / name
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(str(os.getpid()), encoding="ascii")

    def close(self) -> None:
        """Be found no longer."""
        self._server.close()
        with contextlib.suppress(OSError):
            self._file.unlink()

    def _connected(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.readyRead.connect(lambda c=connection: self._heard(c))
            self._heard(connection)

    def _heard(self, connection: QLocalSocket) -> None:
        said = bytes(connection.readAll().data())
        if _QUIT in said:
            self._on_quit()
        elif _RAISE in said:
            self._on_raise()


def end_all(within: float) -> bool:
    """Ask every window of this user to end and wait for it, for some seconds; whether all did."""
    deadline = time.monotonic() + within
    asked: list[psutil.Process] = []
    # Held until the windows are gone: what a busy one has not read yet goes with its connection.
    held: list[QLocalSocket] = []
    for file in sorted(_folder().glob("davit-desktop-*")):
        process = _process(file)
        socket = _reach(file.name, _left(deadline)) if process is not None else None
        if process is not None and socket is not None:
            _say(socket, _QUIT, _left(deadline))
            asked.append(process)
            held.append(socket)
        else:
            with contextlib.suppress(OSError):
                file.unlink()  # left by a crash
    _, alive = psutil.wait_procs(asked, timeout=_left(deadline))
    return not alive


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0)


def _process(file: Path) -> psutil.Process | None:
    try:
        return psutil.Process(int(file.read_text(encoding="ascii")))
    except (OSError, ValueError, psutil.Error):
        return None


def _folder() -> Path:
    return platformdirs.user_state_path("davit", appauthor=False) / "windows"


def _reach(name: str, within: float) -> QLocalSocket | None:
    """At once None where nobody listens; only a busy window takes its time."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket if socket.waitForConnected(round(within * 1000)) else None


def _say(socket: QLocalSocket, words: bytes, within: float) -> None:
    socket.write(words)
    socket.waitForBytesWritten(round(within * 1000))
