"""Event records and the bus that fans them out to any number of listeners."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import msgspec

HISTORY: Final = 1024
"""How many past events are kept for `since`; dockerd keeps 256."""

QUEUE: Final = 4096
"""How many undelivered events one listener may have before it is given up."""


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
    """One subscription. A reader that falls too far behind is given up, not fed with gaps."""

    def __init__(self, lost: Callable[[], None]) -> None:
        self._queue: list[Event] = []
        self._ready = asyncio.Event()
        self._lost = lost
        self._given_up = False

    def put(self, event: Event) -> None:
        if self._given_up:
            return
        if len(self._queue) >= QUEUE:
            self._given_up = True
            self._queue.clear()
            self._lost()
            return
        self._queue.append(event)
        self._ready.set()

    async def take(self) -> Sequence[Event]:
        """What has happened since the last time, in order; waits until there is something."""
        while not self._queue:
            self._ready.clear()
            await self._ready.wait()
        taken, self._queue = self._queue, []
        return taken


class EventBus:
    """Publish never blocks and never fails; listeners get every later event in order."""

    def __init__(self) -> None:
        self._history: deque[Event] = deque(maxlen=HISTORY)
        self._listeners: set[Listener] = set()

    @property
    def listening(self) -> int:
        return len(self._listeners)

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
    def listen(self, lost: Callable[[], None]) -> Iterator[Listener]:
        """A listener for as long as the block runs; `lost` is called when it is given up."""
        listener = Listener(lost)
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
