"""Which networks a new container will be on, and what its network mode rules out.

The sentences are Docker's: clients match on them.
"""

from collections.abc import Callable, Mapping
from typing import Final

from davit_engine.containers import links
from davit_engine.containers.model import Config, Endpoint, EndpointConfig, HostConfig
from davit_engine.errors import InvalidParameter
from davit_engine.networks.network import BRIDGE, HOST, NONE, Network
from davit_engine.networks.validation import check_endpoint, check_servers, checked_mac

SHARED: Final = (
    "container sharing network namespace with another container or host cannot be connected to "
    "any other network"
)
PRIVATE: Final = (
    "container cannot be connected to multiple networks with one of the networks in private "
    "(none) mode"
)
HOSTS: Final = "container cannot be disconnected from host network or connected to host network"


def check(config: Config, host_config: HostConfig) -> None:
    """Refuse options that the network mode makes meaningless. Raises InvalidParameter."""
    mode = host_config.network_mode
    if host_config.uts_mode == "host" and config.hostname:
        raise InvalidParameter("conflicting options: hostname and the UTS mode")
    for text in host_config.links or ():
        links.parse(text)
    check_servers(host_config.dns)
    if mode == HOST and host_config.links:
        raise InvalidParameter(links.HOST_LINKS)
    if not mode.startswith("container:"):
        return
    for given, complaint in (
        (config.hostname, "hostname and the network mode"),
        (
            host_config.links,
            "container type network can't be used with links. This would result in undefined "
            "behavior",
        ),
        (host_config.dns, "dns and the network mode"),
        (host_config.extra_hosts, "custom host-to-IP mapping and the network mode"),
        (config.mac_address, "mac-address and the network mode"),
        (
            host_config.port_bindings or host_config.publish_all_ports,
            "port publishing and the container type network mode",
        ),
        (config.exposed_ports, "port exposing and the container type network mode"),
    ):
        if given:
            raise InvalidParameter(f"conflicting options: {complaint}")


def endpoints(
    config: Config,
    host_config: HostConfig,
    asked: Mapping[str, EndpointConfig],
    find: Callable[[str], Network],
) -> tuple[Endpoint, ...]:
    """The container's places on its networks, that of its network mode first.

    `asked` is by name or id. Raises InvalidParameter, and what `find` does.
    """
    mode = host_config.network_mode
    if mode.startswith("container:"):
        if set(asked) - {mode}:
            raise InvalidParameter(SHARED)
        return ()
    if config.network_disabled:
        return ()
    main = find(mode)
    chosen: dict[str, tuple[Network, EndpointConfig]] = {main.id: (main, EndpointConfig())}
    for name, wanted in asked.items():
        network = main if name == "default" and mode == BRIDGE else find(name)
        chosen[network.id] = (network, wanted)
    networks = [network for network, _ in chosen.values()]
    if len(networks) > 1:
        if any(network.name == HOST for network in networks):
            raise InvalidParameter(SHARED)
        if any(network.name == NONE for network in networks):
            raise InvalidParameter(PRIVATE)
    for network, wanted in chosen.values():
        check_endpoint(network, wanted)
    own = chosen[main.id][1].mac_address
    if config.mac_address and own and checked_mac(config.mac_address) != checked_mac(own):
        raise InvalidParameter(
            "the container-wide MAC address must match the endpoint-specific MAC address for the "
            "main network, or be left empty"
        )
    checked_mac(config.mac_address)
    return tuple(
        Endpoint(network_id=network.id, network_name=network.name, config=wanted)
        for network, wanted in chosen.values()
    )
