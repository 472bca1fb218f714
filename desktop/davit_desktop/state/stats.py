"""What containers used: the last minutes by the second, the last day in steps (pure)."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from davit_desktop.client.stats import Usage

STEP = 15.0
"""Seconds of one point of the long memory."""
DAY = 24 * 3600.0
_LONG = int(DAY / STEP)


_BETWEEN = 1.0  # seconds from one sample of a stream to the next
_LATE = 0.3  # seconds that a sample may take to arrive
_WAITED = 0.1  # seconds after which what came was not there before


class Pace:
    """When the samples of one stream were taken, by our clock, and when to read on.

    Samples may pile up on their way: several that are read at once cost a third of what each by
    itself does.
    """

    def __init__(self) -> None:
        self._ahead: float | None = None  # our clock before the engine's
        self._seen = 0

    def taken(self, read: float | None, now: float, *, waited: float) -> float:
        """When a sample was taken that the engine dates `read` and that came after `waited`."""
        if read is None:
            self._ahead = None
            return now
        self._seen += 1
        ahead = now - read
        if self._ahead is None or ahead < self._ahead or waited > _WAITED:
            self._ahead = ahead
        return read + self._ahead

    def pause(self, taken: float, now: float, every: float) -> float:
        """Seconds until it is worth to read on; none while a newer sample is under way.

        The first sample has no rates, so that the second is never waited for.
        """
        if self._ahead is None or self._seen < 2 or every <= _BETWEEN:
            return 0.0
        if now - taken > _BETWEEN - _LATE / 2:
            return 0.0
        return max(0.0, taken + every + _LATE - now)


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What a container used at a moment. Rates are bytes per second over the last interval."""

    time: float
    cpu_percent: float
    memory_used: int
    memory_limit: int
    network_in: float = 0.0
    network_out: float = 0.0
    disk_read: float = 0.0
    disk_written: float = 0.0
    processes: int = 0


class History:
    """The points of one container, oldest first: the last `capacity` as they came, and a day of
    averages. `take_closed` gives the averages that are new, to be kept elsewhere."""

    def __init__(self, capacity: int = 300) -> None:
        self._points: deque[Point] = deque(maxlen=capacity)
        self._long: deque[Point] = deque(maxlen=_LONG)
        self._open: list[Point] = []
        self._closed: list[Point] = []
        self._last: tuple[float, Usage] | None = None

    def __len__(self) -> int:
        return len(self._points)

    def __iter__(self) -> Iterator[Point]:
        return iter(self._points)

    @property
    def latest(self) -> Point | None:
        """The last sample; averages of earlier times are none."""
        return self._points[-1] if self._points else None

    def remember(self, points: Iterable[Point]) -> None:
        """Averages of earlier times, such as those of the window's last run."""
        known = {point.time for point in self._long}
        merged = sorted(
            [*self._long, *(p for p in points if p.time not in known)], key=lambda p: p.time
        )
        self._long = deque(merged, maxlen=_LONG)

    def add(self, time: float, usage: Usage) -> Point:
        """Take in a sample. The first one has no rates: counters need something to differ from."""
        point = Point(
            time=time,
            cpu_percent=usage.cpu_percent,
            memory_used=usage.memory_used,
            memory_limit=usage.memory_limit,
            processes=usage.processes,
        )
        if self._last is not None and time > self._last[0]:
            passed = time - self._last[0]
            before = self._last[1]
            point = msgspec.structs.replace(
                point,
                network_in=_rate(usage.network_received, before.network_received, passed),
                network_out=_rate(usage.network_sent, before.network_sent, passed),
                disk_read=_rate(usage.block_read, before.block_read, passed),
                disk_written=_rate(usage.block_written, before.block_written, passed),
            )
        self._last = (time, usage)
        self._points.append(point)
        if self._open and _step(self._open[0].time) != _step(time):
            self._close()
        self._open.append(point)
        return point

    def pause(self) -> None:
        """The samples end for now: what is open is closed, and no rate spans the gap."""
        self._close()
        self._last = None

    def take_closed(self) -> list[Point]:
        """The averages since the last call."""
        closed, self._closed = self._closed, []
        return closed

    def points(self, span: float) -> list[Point]:
        """The points of the last `span` seconds before the newest, averages where there is
        nothing finer; at most some hundreds."""
        newest = self.latest or (self._long[-1] if self._long else None)
        if newest is None:
            return []
        since = newest.time - span
        fine = [point for point in self._points if point.time >= since]
        begins = fine[0].time if fine else newest.time + 1
        coarse = [point for point in self._long if since <= point.time < begins]
        return thinned([*coarse, *fine], span / 360)

    def clear(self) -> None:
        self._points.clear()
        self._long.clear()
        self._open.clear()
        self._closed.clear()
        self._last = None

    def _close(self) -> None:
        if self._open:
            average = averaged(self._open)
            self._open = []
            self._long.append(average)
            self._closed.append(average)


def averaged(points: Sequence[Point]) -> Point:
    """One point for several; its time is the last one's."""
    if len(points) == 1:
        return points[0]
    count = len(points)
    last = points[-1]
    return Point(
        time=last.time,
        cpu_percent=sum(p.cpu_percent for p in points) / count,
        memory_used=sum(p.memory_used for p in points) // count,
        memory_limit=last.memory_limit,
        network_in=sum(p.network_in for p in points) / count,
        network_out=sum(p.network_out for p in points) / count,
        disk_read=sum(p.disk_read for p in points) / count,
        disk_written=sum(p.disk_written for p in points) / count,
        processes=round(sum(p.processes for p in points) / count),
    )


def thinned(points: Sequence[Point], step: float) -> list[Point]:
    """Averages over `step` seconds each; finer than a second is left alone."""
    if step <= 1.0:
        return list(points)
    groups: list[list[Point]] = []
    place = None
    for point in points:
        here = int(point.time / step)
        if here != place:
            groups.append([])
            place = here
        groups[-1].append(point)
    return [averaged(group) for group in groups]


def runs(points: Sequence[Point], gap: float) -> list[list[Point]]:
    """The points in stretches without a gap: what was not measured is not drawn."""
    found: list[list[Point]] = []
    for point in points:
        if not found or point.time - found[-1][-1].time > gap:
            found.append([])
        found[-1].append(point)
    return found


def _step(time: float) -> int:
    return int(time / STEP)


def _rate(now: int, before: int, passed: float) -> float:
    # A counter that went back belongs to a new run of the container.
    return (now - before) / passed if now >= before else 0.0
