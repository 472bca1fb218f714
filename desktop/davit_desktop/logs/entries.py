"""One line of a log as it is stored: stream, time, bytes, and what is special about it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Stream(IntEnum):
    """Which of the container's outputs wrote a line. A terminal writes everything to OUT."""

    OUT = 1
    ERR = 2


class Kind(IntEnum):
    """What a stored entry is. Only LINE and PIECE hold bytes of the container."""

    LINE = 0
    PIECE = 1  # the front part of a very long line; the stream's next entry continues it
    GAP = 2  # lines may be missing between the entries around this one
    STARTED = 3  # the container was started at this time
    STOPPED = 4  # the container's output ended at this time


class Entry(NamedTuple):
    """`time_ns` is Unix time in nanoseconds, 0 when the engine gave none; `data` has no newline."""

    stream: Stream
    time_ns: int
    data: bytes
    kind: Kind = Kind.LINE
