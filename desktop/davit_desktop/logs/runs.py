"""Marks where a container's process started and ended, among the lines of its log (pure).

The engine notes a start a little after the first lines and an end a little before the last ones,
so the mark of a restart belongs before the first line after the middle of the pause.
"""

from __future__ import annotations

from typing import NamedTuple

from davit_desktop.logs.entries import Entry, Kind, Stream


class Restart(NamedTuple):
    """A process ended with `code`, None where that is not known, and the next one started."""

    ended_ns: int
    code: int | None
    started_ns: int

    @property
    def between_ns(self) -> int:
        return (self.ended_ns + self.started_ns) // 2


class Runs:
    """The restarts of one container, each marked once."""

    def __init__(self, source: int = 0) -> None:
        self._source = source
        self._pending: list[Restart] = []
        self._known_starts: set[int] = set()
        self._marked_ends: set[int] = set()

    def note(self, restart: Restart) -> None:
        """There was this restart; telling it again changes nothing."""
        if 0 < restart.ended_ns < restart.started_ns and restart.started_ns not in (
            self._known_starts
        ):
            self._known_starts.add(restart.started_ns)
            self._pending.append(restart)
            self._pending.sort(key=lambda r: r.between_ns)

    def marked(self, entries: list[Entry], after_ns: int) -> list[Entry]:
        """`entries`, which follow a line of time `after_ns`, with the marks that belong in them.

        A restart before the first line there is waits for the lines before it.
        """
        if not entries or not self._pending or entries[-1].time_ns < self._pending[0].between_ns:
            return entries
        result: list[Entry] = []
        done = 0
        for restart in list(self._pending):
            between = restart.between_ns
            at = next((i for i, e in enumerate(entries) if e.time_ns >= between), None)
            if at is None:
                break
            if at == 0 and not 0 < after_ns < between:
                continue
            result += entries[done:at]
            result += self._marks(restart)
            done = at
        return result + entries[done:]

    def marks_before(self, time_ns: int, after_ns: int) -> list[Entry]:
        """The marks that belong between two lines of these times."""
        return [
            mark
            for restart in list(self._pending)
            if 0 < after_ns < restart.between_ns <= time_ns
            for mark in self._marks(restart)
        ]

    def started(self) -> list[Entry]:
        """The marks of restarts after which nothing was written."""
        return [mark for restart in list(self._pending) for mark in self._marks(restart)]

    def ended(self, time_ns: int, code: int | None) -> list[Entry]:
        """The mark of an end after the last line, unless it is marked."""
        if time_ns <= 0 or time_ns in self._marked_ends:
            return []
        self._marked_ends.add(time_ns)
        return [Entry(Stream.OUT, time_ns, b"", Kind.STOPPED, self._source, code=code)]

    def _marks(self, restart: Restart) -> list[Entry]:
        self._pending.remove(restart)
        start = Entry(Stream.OUT, restart.started_ns, b"", Kind.STARTED, self._source)
        return [*self.ended(restart.ended_ns, restart.code), start]
