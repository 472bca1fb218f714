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
    STOPPED = 4  # the container's process ended at this time, with `code`


class Level(IntEnum):
    """How grave a line says it is."""

    NONE = 0
    TRACE = 1
    DEBUG = 2
    INFO = 3
    WARN = 4
    ERROR = 5


class Entry(NamedTuple):
    """`time_ns` is Unix time in nanoseconds, 0 when the engine gave none; `data` has no newline.

    `source` numbers the containers of one view; `code` is an exit code, None where there is none.
    """

    stream: Stream
    time_ns: int
    data: bytes
    kind: Kind = Kind.LINE
    source: int = 0
    level: Level = Level.NONE
    code: int | None = None
