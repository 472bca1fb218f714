"""Output between a process that is not to wait and a reader who may be slow."""

import asyncio
import os
import struct
import tempfile
from collections import deque
from pathlib import Path
from typing import BinaryIO, Final

Entry = tuple[int, bytes]
"""Stream (1 or 2) and bytes."""

MEMORY: Final = 1 << 17
"""Bytes kept in memory before the rest goes to a file."""

DISK: Final = 64 << 20
"""Bytes that a file takes at most."""

_BATCH: Final = 1 << 16
_OVERHEAD: Final = 100
"""Bytes that an entry takes beside its own."""

_HEAD: Final = struct.Struct(">BL")


class Spool:
    """A queue of entries that takes little memory, however much is in it. Needs closing.

    One side puts, the other gets.
    """

    def __init__(self, folder: Path, *, memory: int = MEMORY, disk: int = DISK) -> None:
        self._folder = folder
        self._entries: deque[Entry] = deque()
        self._held = 0
        self._memory = memory
        self._ring = _Ring(disk)
        self._taken = 0
        """Bytes given out so far."""
        self._ended = False
        self._changed = asyncio.Event()

    def put(self, entry: Entry) -> bool:
        """Whether there was room for it; a full or failing disk has none."""
        size = len(entry[1]) + _OVERHEAD
        if not len(self._ring) and (self._held + size <= self._memory or not self._entries):
            self._entries.append(entry)
            self._held += size
        elif not self._ring.put(_HEAD.pack(entry[0], len(entry[1])) + entry[1], self._folder):
            return False
        self._changed.set()
        return True

    def end(self) -> None:
        self._ended = True
        self._changed.set()

    async def get(self) -> list[Entry]:
        """What has come, in order; empty at the end."""
        while not (self._entries or len(self._ring)):
            if self._ended:
                return []
            await self._change()
        taken = self._from_memory() if self._entries else self._from_ring()
        self._taken += sum(len(data) for _, data in taken)
        self._changed.set()
        return taken

    async def room(self, size: int) -> None:
        """Wait until `size` more bytes, or all there are, were taken."""
        aim = self._taken + size
        while self._taken < aim and (self._entries or len(self._ring)):
            await self._change()

    def close(self) -> None:
        self._entries.clear()
        self._ring.close()

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    def _from_memory(self) -> list[Entry]:
        taken = []
        size = 0
        while self._entries and size < _BATCH:
            taken.append(self._entries.popleft())
            size += len(taken[-1][1]) + _OVERHEAD
        self._held -= size
        return taken

    def _from_ring(self) -> list[Entry]:
        taken = []
        size = 0
        while len(self._ring) and size < _BATCH:
            stream, length = _HEAD.unpack(self._ring.take(_HEAD.size))
            taken.append((stream, self._ring.take(length)))
            size += length
        return taken


class _Ring:
    """Bytes in a nameless file that is written round and round; made when it is needed."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._file: BinaryIO | None = None
        self._put = 0
        self._taken = 0

    def __len__(self) -> int:
        return self._put - self._taken

    def put(self, data: bytes, folder: Path) -> bool:
        if len(self) + len(data) > self._size:
            return False
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115
            for place, piece in self._places(self._put, len(data)):
                begin = place - self._put
                written = os.pwrite(
                    self._file.fileno(), data[begin : begin + piece], place % self._size
                )
                if written != piece:
                    return False
        except OSError:
            return False
        self._put += len(data)
        return True

    def take(self, size: int) -> bytes:
        assert self._file is not None
        data = b"".join(
            os.pread(self._file.fileno(), piece, place % self._size)
            for place, piece in self._places(self._taken, size)
        )
        self._taken += size
        return data

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        self._put = self._taken = 0

    def _places(self, place: int, size: int) -> list[tuple[int, int]]:
        """A stretch as (place, size), cut where the file begins anew."""
        first = min(size, self._size - place % self._size)
        return [(place, first), (place + first, size - first)] if size > first else [(place, size)]
