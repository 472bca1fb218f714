"""Keep a virtual machine's clock as its host's: it stands still while the host sleeps."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import Final

from davit_engine.errors import EngineError
from davit_engine.host_channel import HostChannel, Nothing, Time

TOLERANCE: Final = 500_000_000
"""Nanoseconds; less is left to the clock itself, as a jump may confuse programs."""

log = logging.getLogger(__name__)


def _write(now: int) -> None:
    time.clock_settime_ns(time.CLOCK_REALTIME, now)


class Clock:
    """Asks the host for the time at start and whenever it has connected, and obeys its events."""

    def __init__(
        self,
        channel: HostChannel,
        *,
        read: Callable[[], int] = time.time_ns,
        write: Callable[[int], object] = _write,
    ) -> None:
        self._channel = channel
        self._read = read
        self._write = write
        self._asking: asyncio.Task[None] | None = None
        self._again = False

    def start(self) -> None:
        # The event may have waited in the channel while we stood still: it says when to ask, and
        # the answer to our own question what the time is.
        self._channel.on_clock.append(lambda _: self._ask_soon())
        self._channel.on_hello.append(self._ask_soon)
        self._ask_soon()

    async def aclose(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    def follow(self, host: int) -> None:
        """Take over the host's time, in nanoseconds, unless ours is right already."""
        off = host - self._read()
        if abs(off) <= TOLERANCE:
            return
        try:
            self._write(host)
        except OSError as error:
            log.warning("the clock is off by %.1f s and cannot be set: %s", off / 1e9, error)
        else:
            log.info("the clock was off by %.1f s and has been set", off / 1e9)

    def _ask_soon(self) -> None:
        self._again = True
        if self._asking is None or self._asking.done():
            self._asking = asyncio.get_running_loop().create_task(self._ask())

    async def _ask(self) -> None:
        with contextlib.suppress(EngineError):  # The next hello asks again.
            await self._channel.wait_connected(None)
            while self._again:
                self._again = False
                began = time.monotonic_ns()
                answer = await self._channel.request("clock", Nothing(), Time)
                self.follow(answer.unix_ns + (time.monotonic_ns() - began) // 2)
