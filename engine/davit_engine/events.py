"""Event records and the bus that fans them out to any number of listeners."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import msgspec

HISTORY: Final = 1024
"""How many past events are kept for `since`; dockerd keeps 256."""

QUEUE: Final = 4096
"""How many undelivered events one listener may have before its oldest are dropped."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened to one object."""

    type: str
    """container, image, network, volume or daemon."""
    action: str
    """Docker's action word: create, start, die, pull, connect …"""
    id: str
    """Id of the object; the name for images and volumes."""
    attributes: Mapping[str, str] = {}
    time_ns: int
    """Nanoseconds since the epoch."""


class Listener:
    """One subscription; iterate to receive. A slow reader loses the oldest, never the newest."""

    def __init__(self) -> None:
        self._queue: deque[Event] = deque(maxlen=QUEUE)
        self._ready = asyncio.Event()

    def put(self, event: Event) -> None:
        self._queue.append(event)
        self._ready.set()

    async def get(self) -> Event:
        while not self._queue:
            self._ready.clear()
            await self._ready.wait()
        return self._queue.popleft()

    async def __aiter__(self) -> AsyncIterator[Event]:
        while True:
            yield await self.get()


class EventBus:
    """Publish never blocks and never fails; listeners see every later event in order."""

    def __init__(self) -> None:
        self._history: deque[Event] = deque(maxlen=HISTORY)
        self._listeners: set[Listener] = set()

    def publish(
        self, type: str, action: str, id: str, attributes: Mapping[str, str] | None = None
    ) -> Event:
        event = Event(
            type=type,
            action=action,
            id=id,
            attributes=dict(attributes or {}),
            time_ns=time.time_ns(),
        )
        self._history.append(event)
        for listener in self._listeners:
            listener.put(event)
        return event

    def since(self, start_ns: int) -> list[Event]:
        """The kept events at or after `start_ns`, oldest first."""
        return [event for event in self._history if event.time_ns >= start_ns]

    @contextmanager
    def listen(self) -> Iterator[Listener]:
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
