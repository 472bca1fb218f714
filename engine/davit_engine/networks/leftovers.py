"""What the engine made in the kernel and nothing uses any more: find it by its name, remove it."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final

from davit_engine.errors import SystemFailure
from davit_engine.kernel.blocking import finished
from davit_engine.networks.bridge import Links
from davit_engine.networks.namespaces import Namespaces

_LINGER: Final = 3.0
"""Seconds the kernel gets to reap the links of ended containers before they are removed by hand."""

_log = logging.getLogger(__name__)


class Leftovers:
    """Interfaces whose names begin with `prefix`, and pins of namespaces.

    `known` tells the interfaces that have a purpose. What blocks runs on `worker`.
    """

    def __init__(
        self,
        worker: Executor,
        links: Links,
        namespaces: Namespaces,
        prefix: str,
        known: Callable[[], set[str]],
    ) -> None:
        self._worker = worker
        self._links = links
        self._namespaces = namespaces
        self._ours = (f"{prefix}v", f"{prefix}-")
        self._known = known
        self._wanted = asyncio.Event()

    async def sweep(self, known: set[str], live: set[str]) -> None:
        """Remove interfaces but those in `known`, and pins but those of `live` containers."""
        await finished(self._worker, self._sweep, known, live)

    def expect(self) -> None:
        """Containers ended: look after their links in a while."""
        self._wanted.set()

    async def tidy(self) -> None:
        """Remove links of ended containers that the kernel did not reap by itself. Never ends."""
        while True:
            await self._wanted.wait()
            await asyncio.sleep(_LINGER)
            self._wanted.clear()
            try:
                await finished(self._worker, self._sweep_links, self._known())
            except (SystemFailure, OSError) as error:
                _log.warning("cannot remove a leftover interface: %s", error)

    def _sweep(self, known: set[str], live: set[str]) -> None:
        self._sweep_links(known)
        for container_id in self._namespaces.pinned():
            if container_id not in live:
                self._namespaces.release(container_id)

    def _sweep_links(self, known: set[str]) -> None:
        self._links.remove(
            link.name
            for link in self._links.present()
            if link.name.startswith(self._ours)
            and link.kind in ("veth", "bridge")
            and link.name not in known
        )
