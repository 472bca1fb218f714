"""A container's networks and ports as Docker JSON (pure)."""

from pathlib import PurePath

from davit_engine.api.convert.configs import Json, network_mode, without_empty
from davit_engine.containers.model import Container, Endpoint
from davit_engine.lookup import short


def is_running(container: Container) -> bool:
    return container.state.status in {"running", "paused", "restarting"}


def was_started(container: Container) -> bool:
    """Whether a start was ever tried: before it, dockerd names neither files nor networks."""
    return container.state.status != "created" or bool(container.state.error)


def network_settings(
    container: Container, *, version: tuple[int, int], namespace: PurePath, bridge: str
) -> Json:
    running = is_running(container)
    mode = network_mode(container.host_config)
    own = bool(container.endpoints)
    sandbox = running and own and mode != "host"
    default = next(
        (endpoint for endpoint in container.endpoints if endpoint.network_name == "bridge"), None
    )
    address = endpoint_settings(container, default) if default else {}
    return {
        "Bridge": bridge if default and was_started(container) else "",
        "SandboxID": container.id if sandbox else "",
        "SandboxKey": str(namespace) if sandbox else "",
        "Ports": port_map(container) if running else {},
        "HairpinMode": False,
        "LinkLocalIPv6Address": "",
        "LinkLocalIPv6PrefixLen": 0,
        "SecondaryIPAddresses": None,
        "SecondaryIPv6Addresses": None,
        "EndpointID": address.get("EndpointID", ""),
        "Gateway": address.get("Gateway", ""),
        "GlobalIPv6Address": address.get("GlobalIPv6Address", ""),
        "GlobalIPv6PrefixLen": address.get("GlobalIPv6PrefixLen", 0),
        "IPAddress": address.get("IPAddress", ""),
        "IPPrefixLen": address.get("IPPrefixLen", 0),
        "IPv6Gateway": address.get("IPv6Gateway", ""),
        "MacAddress": address.get("MacAddress", ""),
        "Networks": {
            endpoint.network_name: _with_short_id(
                container, endpoint, endpoint_settings(container, endpoint), version
            )
            for endpoint in container.endpoints
        },
    }


def _with_short_id(
    container: Container, endpoint: Endpoint, settings: Json, version: tuple[int, int]
) -> Json:
    """Before 1.45 the aliases on a user-defined network held the short id."""
    if version < (1, 45) and endpoint.network_name not in {"bridge", "host", "none"}:
        aliases = settings["Aliases"] or []
        if short(container.id) not in aliases:
            settings["Aliases"] = [*aliases, short(container.id)]
    return settings


def endpoint_settings(container: Container, endpoint: Endpoint) -> Json:
    """Docker's EndpointSettings."""
    wished = endpoint.config
    ipv4, _, ipv4_length = endpoint.ipv4.partition("/")
    ipv6, _, ipv6_length = endpoint.ipv6.partition("/")
    ipam = None
    if wished.ipam_config is not None:
        ipam = without_empty(
            {
                "IPv4Address": wished.ipam_config.ipv4_address,
                "IPv6Address": wished.ipam_config.ipv6_address,
                "LinkLocalIPs": wished.ipam_config.link_local_ips,
            }
        )
    return {
        "IPAMConfig": ipam,
        "Links": wished.links,
        "Aliases": wished.aliases,
        "MacAddress": endpoint.mac_address or wished.mac_address,
        "NetworkID": endpoint.network_id if was_started(container) else "",
        "EndpointID": endpoint.endpoint_id,
        "Gateway": endpoint.ipv4_gateway,
        "IPAddress": ipv4,
        "IPPrefixLen": int(ipv4_length or 0),
        "IPv6Gateway": endpoint.ipv6_gateway,
        "GlobalIPv6Address": ipv6,
        "GlobalIPv6PrefixLen": int(ipv6_length or 0),
        "DriverOpts": wished.driver_opts,
        "DNSNames": list(endpoint.dns_names) or None,
    }


def port_map(container: Container) -> Json:
    """Docker's PortMap: null for an exposed port that is not published."""
    if not any(endpoint.endpoint_id for endpoint in container.endpoints):
        return {}
    if network_mode(container.host_config) in {"host", "none"}:
        return {}
    result: Json = {
        _port_key(port): None
        for port in (*container.config.exposed_ports, *container.host_config.port_bindings)
    }
    for mapping in container.ports:
        bindings = result.get(f"{mapping.container_port}/{mapping.protocol}") or []
        bindings.append({"HostIp": mapping.host_ip, "HostPort": str(mapping.host_port)})
        result[f"{mapping.container_port}/{mapping.protocol}"] = bindings
    return dict(sorted(result.items()))


def _port_key(port: str) -> str:
    return port if "/" in port else f"{port}/tcp"


def port_summaries(container: Container) -> list[Json]:
    """The PORTS column of `docker ps`."""
    if not is_running(container):
        return []
    result: list[Json] = []
    for key, bindings in port_map(container).items():
        number, _, protocol = key.partition("/")
        if not number.isdecimal():
            continue
        if bindings is None:
            result.append({"PrivatePort": int(number), "Type": protocol})
        result.extend(
            {
                "IP": binding["HostIp"],
                "PrivatePort": int(number),
                "PublicPort": int(binding["HostPort"]),
                "Type": protocol,
            }
            for binding in bindings or ()
        )
    return sorted(result, key=lambda port: (port["PrivatePort"], port["Type"]))
