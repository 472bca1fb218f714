"""Leases: what must not be collected although no image names it yet.

Whoever is about to need content takes a lease on it before looking whether it is there. A lease
that a crash or a broken connection leaves behind holds what was fetched for a day, so that the
next attempt goes on where this one stopped.
"""

import secrets
import time
from collections.abc import Iterable
from typing import Final

import msgspec

from davit_engine.store import Delete, Put, Store

LIFETIME: Final = 24 * 3600 * 10**9
"""Nanoseconds, as containerd's."""


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    purpose: str
    """What it is for; a later success of the same purpose ends it."""
    blobs: tuple[str, ...] = ()
    """Digests."""
    layers: tuple[str, ...] = ()
    """Keys of the snapshotter."""
    expires_ns: int


class Leases:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._leases: dict[str, Lease] = {}
        self._abandoned: set[str] = set()
        """Those that nobody works under any longer."""

    async def start(self) -> None:
        """Drop what has expired; the rest still holds."""
        self._leases = self._store.load("leases", Lease)
        expired = [key for key, lease in self._leases.items() if lease.expires_ns < time.time_ns()]
        self._abandoned = set(self._leases)
        await self.end(expired)

    def take(self, purpose: str, blobs: Iterable[str] = (), layers: Iterable[str] = ()) -> str:
        """Hold content from this moment on; the lease's key."""
        key = secrets.token_hex(8)
        self._leases[key] = Lease(
            purpose=purpose,
            blobs=tuple(blobs),
            layers=tuple(layers),
            expires_ns=time.time_ns() + LIFETIME,
        )
        # Losing it in a power cut only means to fetch again.
        self._store.submit([Put("leases", key, self._leases[key])], durable=False)
        return key

    def hold(self, key: str, *, blobs: Iterable[str] = (), layers: Iterable[str] = ()) -> None:
        """Add to a lease, in memory: for content that is worthless after a crash."""
        lease = self._leases[key]
        self._leases[key] = msgspec.structs.replace(
            lease, blobs=(*lease.blobs, *blobs), layers=(*lease.layers, *layers)
        )

    def held(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The blobs and the layers of one lease."""
        lease = self._leases[key]
        return lease.blobs, lease.layers

    def abandon(self, key: str) -> None:
        """Stop working under a lease that is to hold until it expires."""
        self._abandoned.add(key)

    def abandoned(self, purpose: str) -> list[str]:
        return [key for key in self._abandoned if self._leases[key].purpose == purpose]

    async def end(self, keys: Iterable[str]) -> None:
        """Let go. Unknown keys are not an error."""
        ended = [key for key in keys if self._leases.pop(key, None) is not None]
        self._abandoned.difference_update(ended)
        if ended:
            await self._store.commit([Delete("leases", key) for key in ended], durable=False)

    def blobs(self) -> set[str]:
        return {digest for lease in self._holding() for digest in lease.blobs}

    def layers(self) -> set[str]:
        return {key for lease in self._holding() for key in lease.layers}

    def _holding(self) -> list[Lease]:
        now = time.time_ns()
        return [
            lease
            for key, lease in self._leases.items()
            if key not in self._abandoned or lease.expires_ns >= now
        ]
