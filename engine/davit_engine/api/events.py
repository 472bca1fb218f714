"""/events: what happened, as it happens."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from typing import Final

from aiohttp import web

from davit_engine.api import convert, wire
from davit_engine.api.call import Call, Route
from davit_engine.api.streams import respond
from davit_engine.errors import InvalidParameter
from davit_engine.events import Event
from davit_engine.lookup import Filters

EVENT_FILTERS: Final = frozenset(
    {
        "config",
        "container",
        "daemon",
        "event",
        "image",
        "label",
        "network",
        "node",
        "plugin",
        "scope",
        "secret",
        "service",
        "type",
        "volume",
    }
)

LINES_KEPT: Final = 256
"""So many listeners as there are want the same lines at about the same time."""


async def events(call: Call) -> web.StreamResponse:
    filters = call.filters(EVENT_FILTERS)
    since, until = call.time("since"), call.time("until")
    if since is not None and until is not None and until < since:
        raise InvalidParameter(
            f"`since` time ({call.text('since')}) cannot be after `until` time "
            f"({call.text('until')})"
        )

    def wanted(found: Sequence[Event]) -> bytes:
        return b"".join(
            [
                _lines.get(event, call.version)
                for event in found
                if (until is None or event.time_ns <= until) and event_matches(event, filters)
            ]
        )

    # One that takes nothing is cut off: what it left unread would fill the memory.
    with call.engine.events.listen(lost=lambda: _cut_off(call)) as listener:
        # No await in between: an event is either past or heard, never both or neither.
        told = since is not None or until is not None
        past = call.engine.events.since(since or 0) if told else []

        async def body() -> AsyncIterator[bytes]:
            yield wanted(past)
            while True:
                wait = None if until is None else (until - time.time_ns()) / convert.SECOND
                if wait is not None and wait <= 0:
                    return
                try:
                    async with asyncio.timeout(wait):
                        found = await listener.take()
                except TimeoutError:
                    return
                yield wanted(found)

        return await respond(call, body(), "application/json")


def _cut_off(call: Call) -> None:
    if call.request.transport is not None:
        call.request.transport.abort()


class _Lines:
    """Events as lines, made once for all listeners."""

    def __init__(self) -> None:
        self._lines: OrderedDict[tuple[int, tuple[int, int]], tuple[Event, bytes]] = OrderedDict()

    def get(self, event: Event, version: tuple[int, int]) -> bytes:
        key = id(event), version
        if key not in self._lines:
            # The event is kept too, or its id could come to mean another.
            self._lines[key] = event, wire.encode(convert.event(event, version=version))
            if len(self._lines) > LINES_KEPT:
                self._lines.popitem(last=False)
        return self._lines[key][1]


_lines = _Lines()


def event_matches(event: Event, filters: Filters) -> bool:
    """Whether an event passes Docker's event filters."""
    action = event.action.partition(":")[0]
    exact = {
        "type": (event.type,),
        "event": (event.action, action),
        "scope": ("local",),
        "image": _image_names(event),
    }
    begun = {kind: _names(event, kind) for kind in ("container", "network", "volume", "daemon")}
    for key, values in (exact | begun).items():
        wanted = filters.values(key)
        if wanted and not any(
            value in wanted or (key in begun and value.startswith(wanted)) for value in values
        ):
            return False
    for key in ("config", "node", "plugin", "secret", "service"):
        if key in filters:
            return False
    return convert.attributes_match(event.attributes, filters.values("label"))


def _names(event: Event, kind: str) -> tuple[str, ...]:
    if event.type != kind:
        return ()
    return (event.id, event.attributes.get("name", ""))


def _image_names(event: Event) -> tuple[str, ...]:
    names = _names(event, "image")
    if event.type == "container":
        names = (event.attributes.get("image", ""),)
    return (*names, *(name.rpartition(":")[0] for name in names if ":" in name.rpartition("/")[2]))


ROUTES: Final = (Route("GET", "/events", events),)
