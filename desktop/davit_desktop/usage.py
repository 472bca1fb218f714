"""What Davit itself uses of this computer: the window's process, the engine's, the machine's."""

import socket
import struct
from collections.abc import Collection
from contextlib import suppress
from urllib.parse import urlsplit

import msgspec
import psutil

_INIT = ("systemd", "init", "launchd")


class OwnUsage(msgspec.Struct, frozen=True, kw_only=True):
    """`cpu_percent` is of one CPU since the last look; memory in bytes of resident memory."""

    cpu_percent: float
    window_memory: int
    engine_memory: int


class UsageMeter:
    """Measures all processes each time it is asked."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._window = psutil.Process()
        self._engines: list[psutil.Process] = []

    def find_engine(self) -> None:
        """Look for the process behind the engine's socket, and count CPU time from now on."""
        self._window.cpu_percent()
        owner = _owner_of(self._host)
        self._count([owner] if owner is not None else [])

    def watch(self, pids: Collection[int]) -> None:
        """Count these processes, the machine's and its supervisor's, as the engine."""
        if {process.pid for process in self._engines} == set(pids):
            return
        found = []
        for pid in pids:
            with suppress(psutil.Error):
                found.append(psutil.Process(pid))
        self._count(found)

    def _count(self, processes: list[psutil.Process]) -> None:
        self._engines = []
        for process in processes:
            with suppress(psutil.Error):
                process.cpu_percent()
                self._engines.append(process)

    def measure(self) -> OwnUsage:
        """Usage now. An engine out of sight (another computer, another user) counts as nothing."""
        cpu = self._window.cpu_percent()
        window = self._window.memory_info().rss
        engine = 0
        for process in tuple(self._engines):
            try:
                cpu += process.cpu_percent()
                engine += process.memory_info().rss
            except psutil.Error:
                self._engines.remove(process)
        return OwnUsage(cpu_percent=cpu, window_memory=window, engine_memory=engine)


def _owner_of(host: str) -> psutil.Process | None:
    address = urlsplit(host)
    credentials = getattr(socket, "SO_PEERCRED", None)
    if address.scheme != "unix" or credentials is None:
        return None
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as peer:
            peer.settimeout(1)
            peer.connect(address.path)
            pid, _, _ = struct.unpack("3i", peer.getsockopt(socket.SOL_SOCKET, credentials, 12))
        process = psutil.Process(pid)
        # With socket activation the listener belongs to init, which is not the engine.
        return None if process.name() in _INIT else process
    except (OSError, psutil.Error):
        return None
