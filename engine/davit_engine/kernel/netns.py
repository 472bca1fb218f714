"""Network namespaces: make, enter and pin them.

Everything that enters or leaves a namespace changes the calling *thread*, and nothing else of the
process. Call it only from a thread that runs nothing but such work.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from davit_engine.kernel.libc import check, libc
from davit_engine.kernel.mounts import MS_BIND, mount, unmount

_CLONE_NEWNET: Final = 0x40000000


def create() -> int:
    """A new namespace with `lo` down, as a file descriptor. The thread stays where it was."""
    here = _open_own()
    try:
        check(libc.unshare(ctypes.c_int(_CLONE_NEWNET)))
        try:
            return _open_own()
        finally:
            _enter(here)
    finally:
        os.close(here)


@contextmanager
def inside(namespace: int) -> Iterator[None]:
    """Let the thread be in the namespace behind the file descriptor for the `with` block."""
    here = _open_own()
    try:
        _enter(namespace)
        try:
            yield
        finally:
            _enter(here)
    finally:
        os.close(here)


def pin(namespace: int, path: Path) -> None:
    """Let the namespace live, and be found, under `path` until it is unpinned."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444))
    try:
        mount(f"/proc/self/fd/{namespace}", path, flags=MS_BIND)
    except BaseException:
        path.unlink()
        raise


def unpin(path: Path) -> None:
    """Idempotent."""
    while unmount(path, detach=True):
        pass
    path.unlink(missing_ok=True)


def _enter(namespace: int) -> None:
    check(libc.setns(ctypes.c_int(namespace), ctypes.c_int(_CLONE_NEWNET)))


def _open_own() -> int:
    return os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
