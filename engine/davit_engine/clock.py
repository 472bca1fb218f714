"""Keep a virtual machine's clock as its host's: it stands still while the host sleeps."""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Callable
from typing import Final

from davit_engine.errors import EngineError
from davit_engine.host_channel import HostChannel, Nothing, Time

JUMP: Final = 500_000_000
"""Nanoseconds. What is off by more is set; what is off by less is made up for bit by bit, as a jump
may confuse programs."""
EXACT: Final = 2_000_000
"""Nanoseconds that are not worth a correction."""
_TRIES: Final = 5
_QUICK: Final = 4_000_000
"""Nanoseconds of a question and its answer that leave no doubt worth another try."""

log = logging.getLogger(__name__)


def _write(now: int) -> None:
    time.clock_settime_ns(time.CLOCK_REALTIME, now)


def _slew(off: int) -> None:
    """adjtime(3): half a thousandth faster or slower until `off` nanoseconds are made up for."""
    import ctypes

    class Span(ctypes.Structure):
        _fields_ = (("seconds", ctypes.c_long), ("microseconds", ctypes.c_long))

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.adjtime(ctypes.byref(Span(0, off // 1000)), None):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


class Clock:
    """Asks the host for the time at start and whenever it has connected, and obeys its events."""

    def __init__(
        self,
        channel: HostChannel,
        *,
        read: Callable[[], int] = time.time_ns,
        write: Callable[[int], object] = _write,
        slew: Callable[[int], object] = _slew,
    ) -> None:
        self._channel = channel
        self._read = read
        self._write = write
        self._slew = slew
        self._first = True
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

    def follow(self, off: int) -> None:
        """Make up for being this many nanoseconds behind the host.

        At the start of the machine that is done at once: a clock that was read from its hardware
        knows the second only, and clients ask for events and logs by the host's time.
        """
        jump = abs(off) > (EXACT if self._first else JUMP)
        self._first = False
        if abs(off) <= EXACT:
            return
        try:
            if jump:
                self._write(self._read() + off)
            else:
                self._slew(off)
        except OSError as error:
            log.warning("the clock is off by %.3f s and cannot be set: %s", off / 1e9, error)
        else:
            log.info("the clock was off by %.3f s and %s", off / 1e9, "has been set" if jump
                     else "makes up for it")  # fmt: skip

    def _ask_soon(self) -> None:
        self._again = True
        if self._asking is None or self._asking.done():
            self._asking = asyncio.get_running_loop().create_task(self._ask())

    async def _ask(self) -> None:
        with contextlib.suppress(EngineError):  # The next hello asks again.
            await self._channel.wait_connected(None)
            while self._again:
                self._again = False
                self.follow(await self._off())

    async def _off(self) -> int:
        """By how much the host is ahead, by the quickest of some answers."""
        found: list[tuple[int, int]] = []
        while len(found) < _TRIES and min(found, default=(_QUICK,))[0] >= _QUICK:
            began = time.monotonic_ns()
            answer = await self._channel.request("clock", Nothing(), Time)
            took = time.monotonic_ns() - began
            found.append((took, answer.unix_ns + took // 2 - self._read()))
        return min(found)[1]
