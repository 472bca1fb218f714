"""Begin a new log file for each container whose log has grown enough, in time for quick writers."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from davit_engine.containers import logs

log = logging.getLogger(__name__)

LONGEST: Final = 1.0
SHORTEST: Final = 0.1
"""Seconds between two looks at the size of the logs."""


class Growing(NamedTuple):
    """The log of one running container."""

    id: str
    path: Path
    size: int
    """Bytes after which a new file is begun."""
    files: int


async def keep_small(
    running: Callable[[], Iterable[Growing]], reopen: Callable[[str], None]
) -> None:
    """Rotate for ever. `reopen` makes the writer of a container's log begin the new file."""
    seen: dict[str, tuple[float, int]] = {}
    while True:
        now = time.monotonic()
        sizes: dict[str, tuple[float, int]] = {}
        pause = LONGEST
        for growing in running():
            try:
                size = growing.path.stat().st_size
                if size > growing.size:
                    logs.rotate(growing.path, growing.files)
                    reopen(growing.id)
                    size = 0
            except FileNotFoundError:
                continue  # it writes no log, or has ended this moment
            except OSError as error:
                log.warning("cannot begin a new log file for %s: %s", growing.id, error)
                continue
            sizes[growing.id] = (now, size)
            pause = min(pause, time_to_grow(seen.get(growing.id), sizes[growing.id], growing.size))
        seen = sizes
        await asyncio.sleep(max(pause, SHORTEST))


def time_to_grow(before: tuple[float, int] | None, now: tuple[float, int], limit: int) -> float:
    """Seconds until a size gets to a limit if it goes on growing so; each is (moment, size)."""
    if before is None or now[1] <= 0 or now[0] <= before[0]:
        return LONGEST
    grown = now[1] - before[1] if now[1] >= before[1] else now[1]
    rate = grown / (now[0] - before[0])
    return (limit - now[1]) / rate if rate > 0 else LONGEST
