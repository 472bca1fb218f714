"""Wait until something in a folder has changed (inotify(7)).

One inotify descriptor serves every watch, as the kernel gives a user few of them (128 by default).
"""

import asyncio
import contextlib
import ctypes
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

IN_MODIFY: Final = 0x2
IN_MOVED_TO: Final = 0x80
IN_CREATE: Final = 0x100
IN_DELETE_SELF: Final = 0x400

_EVENT: Final = struct.Struct("iIII")
_libc = ctypes.CDLL(None, use_errno=True)


class FolderWatches:
    """Watches of any number of folders, several of one folder too. Needs no closing."""

    def __init__(self) -> None:
        self._descriptor = -1
        self._news: dict[int, set[asyncio.Event]] = {}
        """Who waits, by watch descriptor; a folder has one however often it is watched."""

    @contextlib.contextmanager
    def watch(self, folder: Path) -> Iterator[asyncio.Event]:
        """An event that is set whenever a file in the folder is written, made or moved there.

        Raises OSError when the folder does not exist or the kernel has no watch left to give.
        """
        if self._descriptor < 0:
            self._open()
        try:
            mask = IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF
            number = _libc.inotify_add_watch(self._descriptor, os.fsencode(folder), mask)
            if number < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch", str(folder))
            news = asyncio.Event()
            self._news.setdefault(number, set()).add(news)
            try:
                yield news
            finally:
                waiting = self._news[number]
                waiting.discard(news)
                if not waiting:
                    del self._news[number]
                    # It fails where the folder and its watch are gone already.
                    _libc.inotify_rm_watch(self._descriptor, number)
        finally:
            if not self._news:
                self._close()

    def _open(self) -> None:
        self._descriptor = _libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        asyncio.get_running_loop().add_reader(self._descriptor, self._read)

    def _close(self) -> None:
        if self._descriptor >= 0:
            asyncio.get_running_loop().remove_reader(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = -1

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 65536)
        except BlockingIOError:
            return
        changed = set()
        position = 0
        while position < len(data):
            number, _, _, length = _EVENT.unpack_from(data, position)
            changed.add(number)
            position += _EVENT.size + length
        # -1 stands for events that the kernel had no room for.
        for number in self._news if -1 in changed else changed:
            for news in self._news.get(number, ()):
                news.set()
