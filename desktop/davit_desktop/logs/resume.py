"""Join a log stream to one that broke off, without repeating or losing a line (pure).

Stamps alone cannot do it: several lines may carry the same one, and stdout and stderr may be
stored slightly out of order. So the lines of the last moments are remembered; the stream is asked
for again from a little before its end, and each line that was already had is dropped once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable

from davit_desktop.logs.entries import Entry

OVERLAP_NS = 1_000_000_000
"""How far before the last stamp a resumed stream begins."""

_REMEMBERED = 20_000

_Key = tuple[int, int, int, int]


def _key(entry: Entry) -> _Key:
    return (entry.time_ns, entry.stream, len(entry.data), hash(entry.data))


class Seen:
    """The lines of the last moments of a stream."""

    def __init__(self) -> None:
        self._keys: deque[_Key] = deque()
        self._floor = -1  # every line stamped up to here has been had
        self._latest = 0
        self.count = 0
        """Lines that have been stored."""

    def begin_at(self, time_ns: int) -> None:
        """Lines up to here were not asked for and are not to come."""
        self._floor = max(self._floor, time_ns)

    def note(self, entries: list[Entry]) -> None:
        """These lines have been stored."""
        self.count += len(entries)
        keys = self._keys
        for entry in entries[-_REMEMBERED:]:
            keys.append(_key(entry))
        for entry in entries:
            if entry.time_ns > self._latest:
                self._latest = entry.time_ns
        horizon = self._latest - 2 * OVERLAP_NS
        while keys and (len(keys) > _REMEMBERED or keys[0][0] < horizon):
            self._floor = max(self._floor, keys.popleft()[0])

    def rejoin(self, unended: Iterable[Entry] = ()) -> Rejoin:
        """For a stream that is asked for again; `unended` are lines whose end is awaited."""
        awaited = frozenset((entry.stream, entry.time_ns) for entry in unended)
        since = max(self._floor, self._latest - OVERLAP_NS, 0)
        return Rejoin(self._floor, self._latest, since, Counter(self._keys), awaited)


class Rejoin:
    """Drops from a resumed stream what was had before."""

    def __init__(
        self,
        floor: int,
        latest: int,
        since_ns: int,
        had: Counter[_Key],
        awaited: frozenset[tuple[int, int]],
    ) -> None:
        self._floor = floor
        self._latest = latest
        self._left = had
        self._awaited = awaited
        self._overlapped = not any(key[0] >= since_ns for key in had)
        self.since_ns = min([since_ns, *(time_ns for _, time_ns in awaited)])

    def fresh(self, entries: list[Entry]) -> list[Entry]:
        """Those of `entries` that were not had."""
        new: list[Entry] = []
        for entry in entries:
            key = _key(entry)
            if self._left.get(key, 0) > 0:
                self._left[key] -= 1
                self._overlapped = True
            elif entry.time_ns > self._floor or (entry.stream, entry.time_ns) in self._awaited:
                new.append(entry)
            else:
                self._overlapped = True
        return new

    @property
    def gap(self) -> bool:
        """Nothing of what was had came back, so lines in between may be gone."""
        return not self._overlapped

    def settled(self, time_ns: int) -> bool:
        """Whether a line of this time is too late for repetitions to follow it."""
        return time_ns > self._latest + OVERLAP_NS
