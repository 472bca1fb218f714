"""A small pool of prepared network namespaces, and the pins of those in use."""

import contextlib
import errno
import logging
import os
import queue
import threading
from pathlib import Path
from typing import Final

from davit_engine.kernel import netlink, netns

SIZE: Final = 3
"""Ready namespaces; one costs about 1 ms to make and some 100 kB of kernel memory to keep."""

_DEFAULTS: Final = {
    "net/ipv6/conf/all/accept_ra": "0",
    "net/ipv6/conf/default/accept_ra": "0",
    "net/ipv6/conf/default/disable_ipv6": "1",
}
"""Sysctls of a new namespace: interfaces have no IPv6 until a network gives them an address."""

_log = logging.getLogger(__name__)


class Namespaces:
    """Takes from the pool are instant; a thread refills it. Pins are files below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ready: queue.SimpleQueue[int | OSError] = queue.SimpleQueue()
        self._wanted: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._thread = threading.Thread(target=self._refill, name="netns-pool", daemon=True)
        self._thread.start()
        for _ in range(SIZE):
            self._wanted.put(True)

    def close(self) -> None:
        if self._thread is None:
            return
        self._wanted.put(False)
        self._thread.join()
        self._thread = None
        while not self._ready.empty():
            prepared = self._ready.get()
            if isinstance(prepared, int):
                os.close(prepared)

    def path(self, container_id: str) -> Path:
        return self._folder / container_id

    def take(self, container_id: str, made: Path | None = None) -> Path:
        """One from the pool or, where another user namespace is to own it, the one at `made`.

        Blocks only while the pool is empty. Raises OSError when the kernel gives no more.
        """
        if self._thread is None:
            raise OSError(errno.ESHUTDOWN, "the engine is closing")
        path = self.path(container_id)
        prepared = self._from_pool() if made is None else _opened(made)
        try:
            netns.pin(prepared, path)
        except FileExistsError:
            # A start that was cut short left its pin; nothing runs in it, or it would be live.
            netns.unpin(path)
            netns.pin(prepared, path)
        finally:
            os.close(prepared)
        return path

    def _from_pool(self) -> int:
        self._wanted.put(True)
        prepared = self._ready.get()
        if isinstance(prepared, OSError):
            raise prepared
        return prepared

    def adopt(self, container_id: str, source: Path) -> Path:
        """Pin the namespace behind `source` unless the pin is still good."""
        path = self.path(container_id)
        if path.exists() and os.path.samestat(path.stat(), source.stat()):
            return path
        netns.unpin(path)
        namespace = os.open(source, os.O_RDONLY | os.O_CLOEXEC)
        try:
            netns.pin(namespace, path)
        finally:
            os.close(namespace)
        return path

    def release(self, container_id: str) -> None:
        """Idempotent."""
        netns.unpin(self.path(container_id))

    def pinned(self) -> list[str]:
        """Container ids with a pin, good or not."""
        if not self._folder.is_dir():
            return []
        return [entry.name for entry in self._folder.iterdir()]

    def _refill(self) -> None:
        while self._wanted.get():
            try:
                self._ready.put(_prepare(netns.create()))
            except OSError as error:
                _log.error("cannot prepare a network namespace: %s", error)
                self._ready.put(error)


def _opened(path: Path) -> int:
    return _prepare(os.open(path, os.O_RDONLY | os.O_CLOEXEC))


def _prepare(namespace: int) -> int:
    """The same descriptor, closed on failure."""
    try:
        with netns.inside(namespace), netlink.Netlink() as link:
            link.run([netlink.up(1)])
            for name, value in _DEFAULTS.items():
                _write_sysctl(name, value)
    except BaseException:
        os.close(namespace)
        raise
    return namespace


def _write_sysctl(name: str, value: str) -> None:
    with contextlib.suppress(FileNotFoundError):  # A kernel without IPv6.
        Path("/proc/sys", name).write_text(value)
