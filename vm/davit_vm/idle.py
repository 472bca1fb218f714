"""Put the machine to sleep when nobody has needed it for a while."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from davit_vm import engine_api
from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.relay import Endpoint
from davit_vm.errors import MachineError

log = logging.getLogger(__name__)

_OFTENEST: Final = 1.0
_RAREST: Final = 15.0


class IdleClock:
    """Counts the time in which nothing happened (pure)."""

    def __init__(self) -> None:
        self._since: float | None = None

    def look(self, now: float, *, moved_at: float, busy: bool) -> float:
        """Seconds of idleness so far; `moved_at` is when the last byte was carried."""
        if busy:
            self._since = None
            return 0.0
        if self._since is None:
            self._since = now
        self._since = max(self._since, moved_at)
        return now - self._since

    def reset(self) -> None:
        self._since = None


async def watch(
    idle_stop: Callable[[], int],
    ready: Callable[[], bool],
    endpoint: Endpoint,
    gate: Gate,
    fall_asleep: Callable[[], Awaitable[None]],
) -> None:
    """For ever: `idle_stop` are seconds, 0 for never; it may change at any time."""
    clock = IdleClock()
    loop = asyncio.get_running_loop()
    while True:
        limit = idle_stop()
        await asyncio.sleep(min(_RAREST, max(_OFTENEST, limit / 10)))
        if not limit or not ready():
            clock.reset()
            continue
        try:
            busy = endpoint.busy_streams > 0 or not await engine_api.idle(gate)
            # A request may have come while the engine was asked.
            busy = busy or endpoint.busy_streams > 0
            if clock.look(loop.time(), moved_at=endpoint.moved_at, busy=busy) >= limit:
                clock.reset()
                await fall_asleep()
        except MachineError as error:
            log.info("cannot tell whether the machine is idle: %s", error)
            clock.reset()
