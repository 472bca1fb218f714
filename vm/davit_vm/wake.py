"""Notice that the computer has slept, or that its clock was set."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

_EVERY: Final = 1.0
_JUMP: Final = 2.0
"""Seconds by which the clocks may part without anybody having slept."""
_GAP: Final = 20.0
"""Some systems count sleep in both clocks; then only the long wait tells. Load makes short ones."""


def slept(wall: float, monotonic: float) -> bool:
    """Whether the seconds that passed on the two clocks, where one was awaited, mean a sleep."""
    return abs(wall - monotonic) > _JUMP or monotonic > _GAP


async def watch(awake: Callable[[], Awaitable[None]]) -> None:
    """For ever: call `awake` after each sleep and after each change of the clock."""
    wall, monotonic = time.time(), time.monotonic()
    while True:
        await asyncio.sleep(_EVERY)
        now_wall, now_monotonic = time.time(), time.monotonic()
        if slept(now_wall - wall, now_monotonic - monotonic):
            await awake()
        wall, monotonic = now_wall, now_monotonic
