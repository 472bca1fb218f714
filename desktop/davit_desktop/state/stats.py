"""Ring buffers behind the charts (pure)."""

from collections import deque
from collections.abc import Iterator

import msgspec

from davit_desktop.client.stats import Usage


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
    """The last points of one container, oldest first, never more than `capacity`."""

    def __init__(self, capacity: int = 300) -> None:
        self._points: deque[Point] = deque(maxlen=capacity)
        self._last: tuple[float, Usage] | None = None

    def __len__(self) -> int:
        return len(self._points)

    def __iter__(self) -> Iterator[Point]:
        return iter(self._points)

    @property
    def latest(self) -> Point | None:
        return self._points[-1] if self._points else None

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
        return point

    def clear(self) -> None:
        self._points.clear()
        self._last = None


def _rate(now: int, before: int, passed: float) -> float:
    # A counter that went back belongs to a new run of the container.
    return (now - before) / passed if now >= before else 0.0
