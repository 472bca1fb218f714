"""Ranges of user and group ids that containers with users of their own live in (pure).

A container sees the ids 0, 1, 2 …; to everybody else they are those from the start of its range on.
No two containers share an id, so neither can touch what belongs to the other, or to this machine.
"""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter, Unavailable

DEFAULT_SIZE: Final = 65536
LEAST_SIZE: Final = 1024
"""Below it even the system's own users (tty, mail, www-data) would be missing."""
MOST_SIZE: Final = 1 << 24
OVERFLOW_ID: Final = 65534
"""What an id is shown as where it has no counterpart (kernel.overflowuid)."""
_IDS: Final = (1 << 32) - 2
"""One more than the highest id that a range may hold: the two last ones have meanings."""


class IdRange(msgspec.Struct, frozen=True):
    """Ids of this machine; the same ones for users and for groups."""

    start: int
    size: int

    def outside(self, id: int) -> int:
        """What an id of the container is on this machine; its root's for one it does not have."""
        return self.start + (id if 0 <= id < self.size else 0)

    def inside(self, id: int) -> int:
        """What an id of this machine is in the container."""
        return id - self.start if self.start <= id < self.start + self.size else OVERFLOW_ID


def allocate(pool: IdRange, taken: Iterable[IdRange], size: int) -> IdRange:
    """The lowest free range. Raises Unavailable when none is left."""
    start = pool.start
    for other in sorted(taken, key=lambda other: other.start):
        if other.start + other.size <= start:
            continue
        if other.start >= start + size:
            break
        start = other.start + other.size
    if start + size > pool.start + pool.size:
        raise Unavailable(
            f"no {size} user ids in a row are left for another container with users of its own "
            f"among the {pool.size} from {pool.start} on; remove such containers, or give the "
            "engine a larger --userns-range"
        )
    return IdRange(start, size)


def parse_pool(text: str) -> IdRange:
    """START:COUNT, as in subuid(5) without the name. Raises InvalidParameter."""
    match = re.fullmatch(r"(\d{1,10}):(\d{1,10})", text)
    pool = IdRange(int(match[1]), int(match[2])) if match else IdRange(0, 0)
    if pool.start < DEFAULT_SIZE or pool.size < LEAST_SIZE or pool.start + pool.size > _IDS:
        raise InvalidParameter(
            f"userns-range {text!r} is not START:COUNT, as 1879048192:65536000, with ids from "
            f"{DEFAULT_SIZE} to {_IDS - 1}"
        )
    return pool
