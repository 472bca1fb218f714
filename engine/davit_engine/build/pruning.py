"""Which parts of the build cache a prune means (pure)."""

from collections.abc import Sequence
from typing import Final

import msgspec

from davit_engine.build.cache import CacheEntry
from davit_engine.build.cache_mounts import CacheMount
from davit_engine.lookup import Filters, parse_time

REGULAR: Final = "regular"
MOUNT: Final = "exec.cachemount"

FILTERS: Final = frozenset(
    {
        *("description", "id", "inuse", "label", "label!", "parent", "private", "shared"),
        *("type", "unused-for", "until"),
    }
)


class Prunable(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    id: str
    parent: str = ""
    description: str
    in_use: bool
    shared: bool = False
    size: int
    used_ns: int


def prunable(entries: Sequence[CacheEntry], mounts: Sequence[CacheMount]) -> list[Prunable]:
    """All that is there."""
    return [
        Prunable(
            kind=REGULAR,
            id=entry.id,
            parent=entry.parent,
            description=entry.description,
            in_use=entry.in_use,
            shared=entry.shared,
            size=entry.size,
            used_ns=entry.used_ns,
        )
        for entry in entries
    ] + [
        Prunable(
            kind=MOUNT,
            id=mount.key,
            description=f"cached mount {mount.id} from exec",
            in_use=mount.in_use,
            size=mount.size,
            used_ns=mount.used_ns,
        )
        for mount in mounts
    ]


def choose(
    known: Sequence[Prunable], filters: Filters, now_ns: int, *, all: bool, keep_bytes: int = 0
) -> list[Prunable]:
    """What is to go, the longest unused first.

    Without `all` steps stay that a named image or a container stands on; a mount that a step uses
    now always does. Raises InvalidParameter for a filter that is none.
    """
    before_ns = now_ns
    for value in (*filters.values("until"), *filters.values("unused-for")):
        before_ns = min(before_ns, parse_time(value, now_ns))
    in_use, shared, private = (filters.boolean(key) for key in ("inuse", "shared", "private"))
    ids, parents = filters.values("id"), filters.values("parent")
    kinds, words = filters.values("type"), filters.values("description")
    meant = [
        one
        for one in known
        if one.used_ns <= before_ns
        and (not one.in_use or (all and one.kind == REGULAR))
        and (not ids or one.id.startswith(ids))
        and (not parents or (one.parent and one.parent.startswith(parents)))
        and (not kinds or one.kind in kinds)
        and (not words or any(word in one.description for word in words))
        and in_use in (None, one.in_use)
        and shared in (None, one.shared)
        and private in (None, not one.shared)
    ]
    meant.sort(key=lambda one: one.used_ns)
    if not keep_bytes:
        return meant
    left = sum(one.size for one in known)
    chosen = []
    for one in meant:
        if left <= keep_bytes:
            break
        chosen.append(one)
        left -= one.size
    return chosen
