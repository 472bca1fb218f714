"""/networks and /volumes."""

from typing import Any, Final

from aiohttp import web

from davit_engine.api import convert, wire
from davit_engine.api.absent import not_a_manager
from davit_engine.api.call import Call, Route, answer, empty
from davit_engine.errors import InvalidParameter, NotFound, Unavailable
from davit_engine.networks.network import CreateNetwork, Network, SubnetRequest
from davit_engine.volumes import Volume

NETWORK_FILTERS: Final = frozenset(["dangling", "driver", "id", "label", "name", "scope", "type"])
NETWORK_PRUNE_FILTERS: Final = frozenset({"label", "label!", "until"})
VOLUME_FILTERS: Final = frozenset({"dangling", "driver", "label", "name"})
VOLUME_PRUNE_FILTERS: Final = frozenset({"all", "label", "label!"})

_BOOLEANS: Final = frozenset(
    ("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False")
)
"""As Go's strconv.ParseBool takes them."""


async def list_networks(call: Call) -> web.StreamResponse:
    networks = call.engine.networks
    found = networks.list(call.filters(NETWORK_FILTERS))
    # The list shows no containers since 1.28.
    detailed = call.version < (1, 28)
    return answer(
        [
            convert.network(network, networks.members(network.id) if detailed else {})
            for network in found
        ]
    )


async def inspect_network(call: Call) -> web.StreamResponse:
    verbose = call.text("verbose")
    if verbose and verbose not in _BOOLEANS:
        raise InvalidParameter(
            f'invalid value for verbose: {verbose}: strconv.ParseBool: parsing "{verbose}": '
            "invalid syntax"
        )
    network: Network = call.engine.networks.get(call.name)
    if call.text("scope") not in ("", network.scope):
        raise NotFound(f"network {call.name} not found")
    return answer(convert.network(network, call.engine.networks.members(network.id)))


async def create_network(call: Call) -> web.StreamResponse:
    body = await call.body(wire.NetworkCreate)
    network = await call.finish(call.engine.networks.create(_request(body)))
    return answer({"Id": network.id, "Warning": ""}, 201)


def _request(body: wire.NetworkCreate) -> CreateNetwork:
    return CreateNetwork(
        name=body.name,
        driver=body.driver or "bridge",
        scope=body.scope,
        internal=body.internal,
        attachable=body.attachable,
        ingress=body.ingress,
        ipv6=body.enable_ipv6,
        config_only=body.config_only,
        config_from=body.config_from.network,
        subnets=tuple(
            SubnetRequest(
                subnet=pool.subnet,
                gateway=pool.gateway,
                ip_range=pool.ip_range,
                auxiliary=pool.auxiliary_addresses,
            )
            for pool in body.ipam.config
        ),
        ipam_driver=body.ipam.driver or "default",
        ipam_options=body.ipam.options,
        options=body.options,
        labels=body.labels,
    )


async def connect(call: Call) -> web.StreamResponse:
    body = await call.body(wire.NetworkConnect)
    _check_container(body.container)
    await call.finish(
        call.engine.containers.connect(body.container, call.name, body.endpoint_config)
    )
    return web.Response()


async def disconnect(call: Call) -> web.StreamResponse:
    body = await call.body(wire.NetworkDisconnect)
    _check_container(body.container)
    await call.finish(
        call.engine.containers.disconnect(body.container, call.name, force=body.force)
    )
    return web.Response()


def _check_container(name: str) -> None:
    if not name:
        raise InvalidParameter('invalid name or ID supplied: ""')


async def remove_network(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.networks.remove(call.name))
    return empty()


async def prune_networks(call: Call) -> web.StreamResponse:
    names = await call.finish(call.engine.networks.prune(call.filters(NETWORK_PRUNE_FILTERS)))
    return answer({"NetworksDeleted": names or None})


# Volumes


def _volume(call: Call, volume: Volume) -> dict[str, Any]:
    return convert.volume(volume, str(call.engine.volumes.path(volume.name)))


async def list_volumes(call: Call) -> web.StreamResponse:
    found = call.engine.volumes.list(call.filters(VOLUME_FILTERS))
    return answer({"Volumes": [_volume(call, volume) for volume in found], "Warnings": None})


async def inspect_volume(call: Call) -> web.StreamResponse:
    return answer(_volume(call, call.engine.volumes.get(call.name)))


async def create_volume(call: Call) -> web.StreamResponse:
    body = await call.body(wire.VolumeCreate)
    if body.cluster_volume_spec is not None and call.version >= (1, 42):
        return await not_a_manager(call)
    volume = await call.finish(
        call.engine.volumes.create(
            body.name,
            body.driver,
            body.driver_opts,
            body.labels,
            anonymous=not body.name,
        )
    )
    return answer(_volume(call, volume), 201)


async def update_volume(call: Call) -> web.StreamResponse:
    raise Unavailable("volume update only valid for cluster volumes, but swarm is unavailable")


async def remove_volume(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.volumes.remove(call.name, force=call.flag("force")))
    return empty()


async def prune_volumes(call: Call) -> web.StreamResponse:
    filters = call.filters(VOLUME_PRUNE_FILTERS)
    # Before 1.42 named volumes were pruned too.
    everything = call.version < (1, 42) or bool(filters.boolean("all"))
    names, size = await call.finish(call.engine.volumes.prune(filters, all=everything))
    return answer({"VolumesDeleted": names or None, "SpaceReclaimed": size})


ROUTES: Final = (
    Route("GET", "/networks", list_networks),
    Route("GET", "/networks/", list_networks),
    Route("POST", "/networks/create", create_network),
    Route("POST", "/networks/prune", prune_networks),
    Route("GET", "/networks/{name}", inspect_network),
    Route("DELETE", "/networks/{name}", remove_network),
    Route("POST", "/networks/{name}/connect", connect),
    Route("POST", "/networks/{name}/disconnect", disconnect),
    Route("GET", "/volumes", list_volumes),
    Route("POST", "/volumes/create", create_volume),
    Route("POST", "/volumes/prune", prune_volumes),
    Route("GET", "/volumes/{name}", inspect_volume),
    Route("PUT", "/volumes/{name}", update_volume),
    Route("DELETE", "/volumes/{name}", remove_volume),
)
