"""The lines of several containers in one order: by time, each container's own order kept (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge as merge_sorted

from davit_desktop.logs.entries import Entry
from davit_desktop.logs.spool import LogSpool

_AT_ONCE = 1000


class Order:
    """Brings batches of lines into order; the time of a container never goes back."""

    def __init__(self) -> None:
        self._latest: dict[int, int] = {}

    def sorted(self, entries: Iterable[Entry]) -> list[Entry]:
        """All of `entries`; those of one source come in their own order."""
        keyed: list[tuple[int, int, Entry]] = []
        latest = self._latest
        for at, entry in enumerate(entries):
            time_ns = latest[entry.source] = max(latest.get(entry.source, 0), entry.time_ns)
            keyed.append((time_ns, at, entry))
        keyed.sort(key=lambda item: item[:2])
        return [entry for _, _, entry in keyed]


def merged(parts: Sequence[Iterable[Entry]]) -> Iterator[Entry]:
    """Lines of one container in each of `parts`, all of them by time; equal times by part."""
    return (entry for *_, entry in merge_sorted(*(_keyed(at, p) for at, p in enumerate(parts))))


def _keyed(part: int, entries: Iterable[Entry]) -> Iterator[tuple[int, int, int, Entry]]:
    latest = 0
    for at, entry in enumerate(entries):
        latest = max(latest, entry.time_ns)
        yield (latest, part, at, entry)


def lines_of(spool: LogSpool) -> Iterator[Entry]:
    """All lines of a spool, as they were stored."""
    at = spool.first
    while lines := spool.lines(at, _AT_ONCE, 1 << 62):
        at = lines[-1].number + 1
        for n in lines:
            yield Entry(n.stream, n.time_ns, n.data, n.kind, n.source, n.level, n.code)
