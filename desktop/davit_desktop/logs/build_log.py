"""What the steps of a build print, as the log panel reads it: each step is one of its sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.ingest import History, Phase
from davit_desktop.logs.levels import Levels
from davit_desktop.logs.spool import LogSpool

LONGEST_ENTRY = 1 << 20
"""Bytes after which an unended line is stored in pieces."""

MOST_SOURCES = 4000
"""Steps that are told apart; the output of those after them counts as the last one's."""


class BuildLog:
    """Fed by one thread, `flush` included; read by any. `changed` is called after each flush."""

    history = History.WHOLE
    earlier_loaded = 0

    def __init__(self, folder: Path, changed: Callable[[], None]) -> None:
        """Raises OSError where nothing can be kept in the folder."""
        self.spool = LogSpool(folder)
        self.phase = Phase.FOLLOWING
        self.problem = ""
        self._changed = changed
        self._open: dict[tuple[int, Stream], bytearray] = {}
        self._levels: dict[int, Levels] = {}
        self._pending: list[Entry] = []
        self._unended: tuple[Entry, ...] = ()

    @property
    def unended(self) -> tuple[Entry, ...]:
        """Lines whose end has not come."""
        return self._unended

    def feed(self, source: int, stream: Stream, text: str, time_ns: int) -> None:
        """Take what a step printed; it is shown with the next flush."""
        source = min(source, MOST_SOURCES)
        line = self._open.setdefault((source, stream), bytearray())
        *whole, rest = text.encode("utf-8", "surrogateescape").split(b"\n")
        for piece in whole:
            line += piece
            self._add(source, stream, bytes(line), time_ns)
            line.clear()
        line += rest
        while len(line) > LONGEST_ENTRY:
            self._add(source, stream, bytes(line[:LONGEST_ENTRY]), time_ns, Kind.PIECE)
            del line[:LONGEST_ENTRY]

    def mark_gap(self, time_ns: int) -> None:
        """Lines are missing here."""
        self._pending.append(Entry(Stream.OUT, time_ns, b"", Kind.GAP))

    def flush(self) -> None:
        """Make what was fed readable. Raises OSError when the disk is full."""
        pending, self._pending = self._pending, []
        self.spool.append(pending)
        self._unended = tuple(
            Entry(stream, 0, bytes(line), source=source)
            for (source, stream), line in self._open.items()
            if line
        )
        self._changed()

    def end(self, phase: Phase = Phase.ENDED, problem: str = "") -> None:
        """Nothing more comes: unended lines are lines."""
        for (source, stream), line in self._open.items():
            if line:
                self._add(source, stream, bytes(line), 0)
        self._open.clear()
        self.phase, self.problem = phase, problem
        self.flush()

    def load_history(self, *, whole: bool = True) -> None:
        """There is nothing earlier than what was fed."""

    def close(self) -> None:
        """Give the disk space back."""
        self.spool.close()

    def _add(
        self, source: int, stream: Stream, data: bytes, time_ns: int, kind: Kind = Kind.LINE
    ) -> None:
        levels = self._levels.setdefault(source, Levels())
        level = levels.of(stream, time_ns, data)
        self._pending.append(Entry(stream, time_ns, data, kind, source, level))
