"""Swarm and plugins, which this engine has none of: Docker's answers of a node without them."""

from typing import Final

from aiohttp import web

from davit_engine.api.call import Call, Route, answer
from davit_engine.errors import NotFound, Unavailable, Unsupported
from davit_engine.lookup import parse_filters

PLUGIN_FILTERS: Final = frozenset({"capability", "enabled"})


async def not_a_manager(call: Call) -> web.StreamResponse:
    raise Unavailable(
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to '
        "connect this node to swarm and try again."
    )


async def no_swarm(call: Call) -> web.StreamResponse:
    raise Unavailable(
        "This node is not a swarm manager and cannot become one: this engine has no swarm mode. "
        "docker compose runs several services on one machine"
    )


async def leave_swarm(call: Call) -> web.StreamResponse:
    raise Unavailable("This node is not part of a swarm")


async def list_plugins(call: Call) -> web.StreamResponse:
    parse_filters(call.request.query.get("filters"), PLUGIN_FILTERS)
    return answer([])


async def no_such_plugin(call: Call) -> web.StreamResponse:
    raise NotFound(f'plugin "{call.name}" not found')


async def no_plugins(call: Call) -> web.StreamResponse:
    raise Unsupported(
        "this engine takes no plugins: it brings its own volume, network and log drivers"
    )


ROUTES: Final = (
    Route("GET", "/plugins", list_plugins),
    Route("GET", "/plugins/privileges", no_plugins),
    Route("POST", "/plugins/pull", no_plugins),
    Route("POST", "/plugins/create", no_plugins),
    Route("GET", "/plugins/{name}/json", no_such_plugin),
    Route("DELETE", "/plugins/{name}", no_such_plugin),
    *(
        Route("POST", f"/plugins/{{name}}/{change}", no_such_plugin)
        for change in ("enable", "disable", "push", "upgrade", "set")
    ),
    Route("POST", "/swarm/init", no_swarm),
    Route("POST", "/swarm/join", no_swarm),
    Route("POST", "/swarm/leave", leave_swarm),
    Route("GET", "/swarm", not_a_manager),
    Route("GET", "/swarm/unlockkey", not_a_manager),
    Route("POST", "/swarm/update", not_a_manager),
    Route("POST", "/swarm/unlock", not_a_manager),
    *(
        Route("GET", f"/{objects}{rest}", not_a_manager)
        for objects in ("nodes", "services", "tasks", "secrets", "configs")
        for rest in ("", "/{name}")
    ),
    *(
        Route("DELETE", f"/{objects}/{{name}}", not_a_manager)
        for objects in ("nodes", "services", "secrets", "configs")
    ),
    *(
        Route("POST", f"/{objects}/create", not_a_manager)
        for objects in ("services", "secrets", "configs")
    ),
    *(
        Route("POST", f"/{objects}/{{name}}/update", not_a_manager)
        for objects in ("nodes", "services", "secrets", "configs")
    ),
    Route("GET", "/services/{name}/logs", not_a_manager),
    Route("GET", "/tasks/{name}/logs", not_a_manager),
)
