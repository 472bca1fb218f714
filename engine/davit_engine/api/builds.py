"""/davit/v1/build and /davit/v1/builds: builds as a structured stream, and those of the past.

What the stream and the records hold: `davit_engine.build.events`.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from aiohttp import web

from davit_engine.api.build import build_request
from davit_engine.api.call import Call, Route, answer, empty
from davit_engine.api.streams import respond
from davit_engine.build.history import BuildState
from davit_engine.build.running import RunningBuild
from davit_engine.build.transcript import unsaid

EVENTS: Final = "application/x-ndjson"


async def build(call: Call) -> web.StreamResponse:
    """As POST /build, but told in events; it ends when the client goes away."""
    builder = call.engine.builder
    request = build_request(call, force_remove=True)
    running = await builder.begin(request, call.chunks(), unsaid)
    return await respond(call, _followed(call, running), EVENTS)


async def _followed(call: Call, running: RunningBuild) -> AsyncIterator[bytes]:
    try:
        async for piece in call.engine.builder.history.events(running.id, follow=True):
            yield piece
    except (GeneratorExit, asyncio.CancelledError):
        running.stop(BuildState.CANCELLED)
        raise
    finally:
        await running.over()


async def builds(call: Call) -> web.StreamResponse:
    return answer(call.engine.builder.history.records())


async def inspect(call: Call) -> web.StreamResponse:
    return answer(call.engine.builder.history.get(call.name))


async def events(call: Call) -> web.StreamResponse:
    pieces = call.engine.builder.history.events(call.name, follow=call.flag("follow"))
    return await respond(call, pieces, EVENTS)


async def dockerfile(call: Call) -> web.StreamResponse:
    text = await call.engine.builder.history.dockerfile(call.name)
    return web.Response(text=text)


async def cancel(call: Call) -> web.StreamResponse:
    call.engine.builder.cancel(call.name)
    return empty()


async def remove(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.builder.history.remove(call.name))
    return empty()


_BUILD: Final = "/davit/v1/builds/{name}"

ROUTES: Final = (
    Route("POST", "/davit/v1/build", build),
    Route("GET", "/davit/v1/builds", builds),
    Route("GET", f"{_BUILD}/events", events),
    Route("GET", f"{_BUILD}/dockerfile", dockerfile),
    Route("GET", _BUILD, inspect),
    Route("POST", f"{_BUILD}/cancel", cancel),
    Route("DELETE", _BUILD, remove),
)
