"""What a network cannot be, and what an endpoint cannot ask for, in Docker's words (pure)."""

import ipaddress
import re
from collections.abc import Collection, Sequence
from typing import Final

from davit_engine.containers.model import EndpointConfig
from davit_engine.errors import (
    AlreadyExists,
    Forbidden,
    InvalidParameter,
    NotFound,
    Unavailable,
)
from davit_engine.lookup import NAME
from davit_engine.networks import options
from davit_engine.networks.network import (
    BRIDGE,
    PREDEFINED,
    CreateNetwork,
    Network,
    Subnet,
    SubnetRequest,
)

_MAC: Final = re.compile(r"[0-9a-f]{2}([:-][0-9a-f]{2}){5}")
_NO_SWARM: Final = (
    'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect '
    "this node to swarm and try again."
)

Range = ipaddress.IPv4Network | ipaddress.IPv6Network

_SPECIAL: Final = [
    ipaddress.ip_network(text) for text in ("127.0.0.0/8", "224.0.0.0/3", "::/127", "ff00::/8")
]
"""Loopback and what begins no packet: a bridge with such a range would cut off the host."""


def check_network(request: CreateNetwork, networks: Collection[Network]) -> None:
    """Raises AlreadyExists, InvalidParameter, Forbidden (predefined), NotFound, Unavailable."""
    if not request.name.strip():
        raise InvalidParameter("invalid network name: name is empty")
    if not (NAME.fullmatch(request.name) or re.fullmatch(r"\w", request.name)):
        raise InvalidParameter(
            f"invalid network name {request.name!r}: only letters, digits, '_', '.' and '-' "
            "are allowed, and it begins with a letter or a digit"
        )
    if request.name in (*PREDEFINED, "default", "container"):
        raise Forbidden(f"operation is not permitted on predefined {request.name} network")
    if any(network.name == request.name for network in networks):
        raise AlreadyExists(f"network with name {request.name} already exists")
    if request.scope not in ("", "local") or request.ingress or request.driver == "overlay":
        raise Unavailable(_NO_SWARM)
    if request.ipam_driver not in ("", "default"):
        raise NotFound(f'ipam driver "{request.ipam_driver}" not found')
    check_subnets(request.subnets)
    if request.config_only:
        _check_config_only(request)
        return
    if request.config_from:
        _check_config_from(request)
        return
    if request.driver in ("host", "null"):
        raise Forbidden(f'only one instance of "{request.driver}" network is allowed')
    if request.driver == "bridge":
        _check_bridge(request, networks)
    elif request.driver in ("macvlan", "ipvlan"):
        _check_child(request, networks)
    else:
        raise NotFound(f'plugin "{request.driver}" not found')


def _check_config_only(request: CreateNetwork) -> None:
    if request.internal or request.attachable or request.scope:
        raise Forbidden(
            "configuration network can only contain network specific fields. Network operator "
            "fields like [ ingress | internal | attachable | scope ] are not supported."
        )
    if request.config_from:
        raise Forbidden("a configuration network cannot depend on another configuration network")


def _check_config_from(request: CreateNetwork) -> None:
    if request.ipv6 or request.labels or request.subnets or request.ipam_options:
        raise Forbidden(
            "user specified configurations are not supported if the network depends on a "
            "configuration network"
        )
    if request.options:
        raise Forbidden(
            "network driver options are not supported if the network depends on a configuration "
            "network"
        )


def _check_bridge(request: CreateNetwork, networks: Collection[Network]) -> None:
    name = options.bridge(request.options).name
    for network in networks:
        if name and network.bridge == name:
            raise Forbidden(
                f"cannot create network {request.name}: conflicts with network {network.id} "
                f"({network.name}): networks have same bridge name"
            )
    versions = [":" in subnet.subnet for subnet in request.subnets if subnet.subnet]
    if len(versions) != len(set(versions)):
        raise Forbidden("bridge driver doesn't support multiple subnets")


def _check_child(request: CreateNetwork, networks: Collection[Network]) -> None:
    driver = request.driver
    wanted = options.child(driver, request.options)
    for network in networks:
        if not wanted.parent or network.parent != wanted.parent:
            continue
        if network.driver != request.driver:
            raise Forbidden(
                f"network {network.name} is already using parent interface {wanted.parent} with "
                f"the driver {network.driver}"
            )
        present = options.child(driver, network.options)
        if driver == "ipvlan" and present.mode != wanted.mode:
            raise Forbidden(
                f"network {network.name} is already using parent interface {wanted.parent}"
            )
        if driver == "macvlan" and 8 in (present.mode, wanted.mode):
            raise Forbidden(
                f"cannot use mode passthru, macvlan network {network.name} is using parent "
                f"interface {wanted.parent}"
                if wanted.mode == 8
                else f"macvlan network {network.name} is already using parent interface "
                f"{wanted.parent} in mode passthru"
            )


def check_subnets(requests: Sequence[SubnetRequest]) -> None:
    """Raises InvalidParameter with everything that is wrong, one complaint a line."""
    complaints = [line for request in requests for line in _subnet_complaints(request)]
    if complaints:
        raise InvalidParameter(f"invalid network config:\n{_joined(complaints)}")


def _subnet_complaints(request: SubnetRequest) -> list[str]:
    if request == SubnetRequest():
        return []
    try:
        subnet = _network(request.subnet)
    except ValueError:
        return [f"invalid subnet {request.subnet}: invalid CIDR block notation"]
    if any(subnet.overlaps(range) for range in _SPECIAL if range.version == subnet.version):
        return [f"invalid subnet {request.subnet}: it holds addresses that no container can have"]
    complaints = []
    if request.subnet != str(subnet) and not _same(request.subnet, subnet):
        complaints.append(f"invalid subnet {request.subnet}: it should be {subnet}")
    if request.ip_range:
        complaints += _range_complaints(request.ip_range, subnet)
    if request.gateway and (said := _address_complaint(request.gateway, subnet)):
        complaints.append(f"invalid gateway {request.gateway}: {said}")
    for name, address in request.auxiliary.items():
        if said := _address_complaint(address, subnet):
            complaints.append(f"invalid auxiliary address {name}: {said}")
    return complaints


def _range_complaints(text: str, subnet: Range) -> list[str]:
    try:
        part = _network(text)
    except ValueError:
        return [f"invalid ip-range {text}: invalid CIDR block notation"]
    if part.version != subnet.version:
        return [f"invalid ip-range {text}: parent subnet is an IPv{subnet.version} block"]
    complaints = []
    if part.prefixlen < subnet.prefixlen:
        complaints.append(
            f"invalid ip-range {text}: CIDR block is bigger than its parent subnet {subnet}"
        )
    if not _same(text, part):
        complaints.append(f"invalid ip-range {text}: it should be {part}")
    if not subnet.overlaps(part):
        complaints.append(
            f"invalid ip-range {text}: parent subnet {subnet} doesn't contain ip-range"
        )
    return complaints


def _address_complaint(text: str, subnet: Range) -> str:
    try:
        address = _address(text)
    except ValueError:
        return "invalid address"
    if address.version != subnet.version:
        return f"parent subnet is an IPv{subnet.version} block"
    if address not in subnet:
        return f"parent subnet {subnet} doesn't contain this address"
    return ""


def _network(text: str) -> Range:
    if "/" not in text or not text.rpartition("/")[2].isdecimal():
        raise ValueError(text)
    return ipaddress.ip_network(text, strict=False)


def _same(text: str, network: Range) -> bool:
    """Whether the text names the network's first address, however it is written."""
    return ipaddress.ip_interface(text).ip == network.network_address


def check_endpoint(network: Network, config: EndpointConfig) -> None:
    """What a container may ask of this network. Raises InvalidParameter."""
    complaints = []
    wished = config.ipam_config
    addresses = [a for a in (wished.ipv4_address, wished.ipv6_address) if a] if wished else []
    if network.name in PREDEFINED:
        if addresses:
            complaints.append(
                "user specified IP address is supported on user defined networks only"
            )
        if config.aliases:
            complaints.append(
                "network-scoped alias is supported only for containers in user defined networks"
            )
    if wished is not None:
        complaints += _wish_complaints(wished.ipv4_address, 4)
        complaints += _wish_complaints(wished.ipv6_address, 6)
        for text in wished.link_local_ips:
            try:
                unusable = _address(text).is_unspecified
            except ValueError:
                unusable = True
            if unusable:
                complaints.append(f"invalid link-local IP address: {text}")
    if config.mac_address and not _is_mac(config.mac_address):
        complaints.append(f"invalid MAC address {config.mac_address}")
    if not complaints and network.name != BRIDGE:
        complaints = [said for text in addresses if (said := _place_complaint(network, text))]
    if complaints:
        raise InvalidParameter(f"invalid endpoint settings:\n{_joined(complaints)}")


def _wish_complaints(text: str, version: int) -> list[str]:
    if not text:
        return []
    try:
        address = _address(text)
    except ValueError:
        return [f"invalid IPv{version} address: {text}"]
    if address.version != version or address.is_unspecified:
        return [f"invalid IPv{version} address: {text}"]
    return []


def _place_complaint(network: Network, text: str) -> str:
    if not network.user_subnets:
        return (
            "user specified IP address is supported only when connecting to networks with user "
            "configured subnets"
        )
    address = ipaddress.ip_address(text)
    if not any(address in ipaddress.ip_network(s.subnet) for s in network.subnets):
        return f"no configured subnet or ip-range contain the IP address {address}"
    return ""


def checked_mac(text: str) -> str:
    """Raises InvalidParameter."""
    if text and not _is_mac(text):
        raise InvalidParameter(f"invalid MAC address: {text}")
    return text.lower().replace("-", ":")


def _is_mac(text: str) -> bool:
    """Whether it can be an interface's: neither a group's nor nobody's."""
    if not _MAC.fullmatch(text.lower()):
        return False
    packed = bytes.fromhex(text.replace(":", "").replace("-", ""))
    return not packed[0] & 1 and any(packed)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Without a zone. Raises ValueError."""
    if "%" in text:
        raise ValueError(text)
    return ipaddress.ip_address(text)


def check_servers(servers: Sequence[str]) -> None:
    """Raises InvalidParameter for what is no address of a name server."""
    for text in servers:
        try:
            ipaddress.ip_address(text.partition("%")[0])
        except ValueError as error:
            raise InvalidParameter(f"{text} is not an ip address") from error


def of_version(subnets: Sequence[Subnet], version: int) -> list[Subnet]:
    return [subnet for subnet in subnets if (":" in subnet.subnet) == (version == 6)]


def _joined(complaints: Sequence[str]) -> str:
    if len(complaints) == 1:
        return complaints[0]
    return "\n".join(f"* {complaint}" for complaint in complaints)
