"""Wait until a file has grown or was replaced (inotify(7))."""

import asyncio
import contextlib
import ctypes
import os
from pathlib import Path
from typing import Final

from davit_engine.kernel.processes import resolve

IN_MODIFY: Final = 0x2
IN_ATTRIB: Final = 0x4
IN_MOVE_SELF: Final = 0x800
IN_DELETE_SELF: Final = 0x400
IN_MOVED_TO: Final = 0x80
IN_CREATE: Final = 0x100

_libc = ctypes.CDLL(None, use_errno=True)


class FileWatch:
    """Events of one path. Raises OSError when the kernel has no watch left to give."""

    def __init__(self, path: Path) -> None:
        self._descriptor: int = _libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1", str(path))
        self._add(path, IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)
        # A file that takes this one's place is told by the folder only.
        self._add(path.parent, IN_CREATE | IN_MOVED_TO)

    def _add(self, path: Path, mask: int) -> None:
        if _libc.inotify_add_watch(self._descriptor, os.fsencode(path), mask) < 0:
            error = ctypes.get_errno()
            os.close(self._descriptor)
            raise OSError(error, os.strerror(error), str(path))

    async def changed(self, ended: asyncio.Event) -> None:
        """Return at the next event, or when `ended` is set."""
        loop = asyncio.get_running_loop()
        ready = loop.create_future()
        loop.add_reader(self._descriptor, resolve, ready)
        ending = loop.create_task(ended.wait())
        try:
            await asyncio.wait({ready, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.cancel()
            loop.remove_reader(self._descriptor)
        with contextlib.suppress(BlockingIOError):
            os.read(self._descriptor, 65536)

    def close(self) -> None:
        os.close(self._descriptor)
