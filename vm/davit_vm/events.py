"""News for many readers: each has a queue, and a slow one is brought up to date instead."""

import asyncio
from collections.abc import AsyncGenerator, Callable

from davit_vm.status import Event

QUEUE = 256
"""Events that a reader may lag behind."""


class Events:
    """Hands events to everyone who reads; never waits for a reader.

    `resync` makes the event that stands in for those a slow reader missed: the newest status.
    """

    def __init__(self, resync: Callable[[], Event]) -> None:
        self._resync = resync
        self._queues: set[asyncio.Queue[Event | None]] = set()

    @property
    def readers(self) -> int:
        return len(self._queues)

    def tell(self, event: Event) -> None:
        for queue in self._queues:
            if not queue.full():
                queue.put_nowait(event)
                continue
            while not queue.empty():
                queue.get_nowait()
            queue.put_nowait(self._resync())

    def close(self) -> None:
        """End the iteration of everyone who reads."""
        for queue in self._queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(None)

    async def read(self) -> AsyncGenerator[Event, None]:
        """Events from now on; the first one tells how things stand."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue(QUEUE)
        queue.put_nowait(self._resync())
        self._queues.add(queue)
        try:
            while (event := await queue.get()) is not None:
                yield event
        finally:
            self._queues.discard(queue)
