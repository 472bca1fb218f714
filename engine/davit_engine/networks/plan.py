"""What a new network or endpoint will be: names, ranges, addresses (pure)."""

import ipaddress
import re
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec

from davit_engine.config import AddressPool
from davit_engine.errors import AlreadyExists, Forbidden, InvalidParameter, NotFound
from davit_engine.lookup import NAME, new_id
from davit_engine.networks import firewall, ipam
from davit_engine.networks.network import (
    PREDEFINED,
    Attachment,
    CreateNetwork,
    EndpointAddress,
    EndpointRequest,
    Network,
    Subnet,
)

MTU: Final = "com.docker.network.driver.mtu"
BRIDGE_NAME: Final = "com.docker.network.bridge.name"
ICC: Final = "com.docker.network.bridge.enable_icc"
MASQUERADE: Final = "com.docker.network.bridge.enable_ip_masquerade"

_INTERFACE_NAME: Final = re.compile(r"[a-zA-Z0-9_.-]{1,15}")
_MAC: Final = re.compile(r"[0-9a-f]{2}([:-][0-9a-f]{2}){5}")


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """One endpoint in force, or about to be."""

    container_id: str
    container_name: str
    interface: str
    host_interface: str
    address: EndpointAddress
    default_route: bool = False


def check_new(request: CreateNetwork, networks: Collection[Network]) -> None:
    """Raises AlreadyExists, InvalidParameter, Forbidden (predefined, not offered) and NotFound."""
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
    if request.driver in ("host", "null"):
        raise Forbidden(f'only one instance of "{request.driver}" network is allowed')
    if request.driver != "bridge":
        raise NotFound(f'plugin "{request.driver}" not found')
    if request.scope not in ("", "local") or request.ingress or request.config_only:
        raise InvalidParameter(
            "swarm, ingress and configuration-only networks are not offered; leave scope, "
            "ingress and config-only away"
        )
    if request.ipam_driver not in ("", "default"):
        raise NotFound(f'ipam driver "{request.ipam_driver}" not found')
    name = request.options.get(BRIDGE_NAME, "")
    if name and not _INTERFACE_NAME.fullmatch(name):
        raise InvalidParameter(f"invalid bridge name {name!r}: at most 15 letters and digits")
    if name and any(network.bridge == name for network in networks):
        raise Forbidden(f"the bridge {name} already belongs to another network")
    mtu = request.options.get(MTU, "1500")
    if not (mtu.isdecimal() and 68 <= int(mtu) <= 65535):
        raise InvalidParameter(f"invalid value for {MTU}: {mtu!r} is no MTU")


def network(
    request: CreateNetwork,
    networks: Collection[Network],
    taken: Collection[ipam.Range],
    pools: Sequence[AddressPool],
    prefix: str,
) -> Network:
    """The network that a checked request becomes. `taken` are ranges that the host uses.

    Raises InvalidParameter, Forbidden for overlaps and Unavailable without a free range.
    """
    id = new_id()
    own = ranges(networks)
    subnets = []
    for wish in request.subnets:
        if wish.subnet:
            subnet = ipam.resolve(wish, own)
            own.append(ipam.parse_range(subnet.subnet))
            subnets.append(subnet)
        elif wish.gateway or wish.ip_range or wish.auxiliary:
            raise InvalidParameter("a gateway, an ip-range or auxiliary addresses need a subnet")
    versions = [ipam.parse_range(subnet.subnet).version for subnet in subnets]
    ipv6 = request.ipv6 or 6 in versions
    if 4 not in versions:
        chosen = ipam.choose_range(pools, [*own, *taken])
        subnets.insert(0, ipam.default_subnet(chosen))
    if ipv6 and 6 not in versions:
        subnets.append(ipam.default_subnet(ipam.private_ipv6(id)))
    subnets.sort(key=lambda subnet: ":" in subnet.subnet)
    return Network(
        id=id,
        name=request.name,
        created_ns=time.time_ns(),
        driver="bridge",
        internal=request.internal,
        attachable=request.attachable,
        ipv6=ipv6,
        subnets=tuple(subnets),
        options=request.options,
        ipam_options=request.ipam_options,
        labels=request.labels,
        bridge=request.options.get(BRIDGE_NAME) or interface_name(prefix, "-", id),
        user_subnets=bool(versions),
    )


def endpoint(
    request: EndpointRequest,
    network: Network,
    attached: Mapping[str, Mapping[str, Attached]],
    prefix: str,
) -> Attached:
    """The endpoint that a request becomes. `attached`: present ones by network and container id.

    Raises Forbidden, InvalidParameter, and Unavailable when the network is full.
    """
    present = attached[network.id]
    if request.container_id in present:
        raise Forbidden(
            f"endpoint with name {request.container_name} already exists in network {network.name}"
        )
    endpoint_id = new_id()
    if network.driver != "bridge":
        return Attached(
            container_id=request.container_id,
            container_name=request.container_name,
            interface="",
            host_interface="",
            address=EndpointAddress(
                endpoint_id=endpoint_id, ipv4="", ipv4_gateway="", mac_address=""
            ),
        )
    if (request.ipv4 or request.ipv6) and not network.user_subnets:
        raise InvalidParameter(
            "user specified IP address is supported only when connecting to networks with "
            "user configured subnets"
        )
    subnet4 = next(s for s in network.subnets if ":" not in s.subnet)
    subnet6 = next((s for s in network.subnets if ":" in s.subnet), None)
    used = {a.address.ipv4.partition("/")[0] for a in present.values()}
    used |= {a.address.ipv6.partition("/")[0] for a in present.values()}
    ipv4, subnet4 = _chosen(network, subnet4, request.ipv4, used)
    ipv6 = ""
    if subnet6 is not None:
        ipv6, subnet6 = _chosen(network, subnet6, request.ipv6, used)
    routed = any(
        on[request.container_id].default_route
        for on in attached.values()
        if request.container_id in on
    )
    names = {a.host_interface for on in attached.values() for a in on.values()}
    while (host_interface := interface_name(prefix, "v", endpoint_id)) in names:
        endpoint_id = new_id()
    return Attached(
        container_id=request.container_id,
        container_name=request.container_name,
        interface=_free_interface(request, attached),
        host_interface=host_interface,
        default_route=not network.internal and (request.default_route or not routed),
        address=EndpointAddress(
            endpoint_id=endpoint_id,
            ipv4=f"{ipv4}/{subnet4.subnet.partition('/')[2]}",
            ipv4_gateway="" if network.internal else subnet4.gateway,
            ipv6=f"{ipv6}/{subnet6.subnet.partition('/')[2]}" if subnet6 else "",
            ipv6_gateway=subnet6.gateway if subnet6 and not network.internal else "",
            mac_address=_checked_mac(request.mac_address) or ipam.mac_address(ipv4),
        ),
    )


def attachment(network: Network, attached: Attached, outside_mtu: int) -> Attachment:
    """The links that an endpoint needs."""
    routed = attached.default_route
    return Attachment(
        bridge=network.bridge,
        host_interface=attached.host_interface,
        interface=attached.interface,
        mac_address=attached.address.mac_address,
        mtu=mtu(network, outside_mtu),
        ipv4=attached.address.ipv4,
        ipv4_gateway=attached.address.ipv4_gateway if routed else "",
        ipv6=attached.address.ipv6,
        ipv6_gateway=attached.address.ipv6_gateway if routed else "",
        isolated=network.options.get(ICC) == "false",
    )


def mtu(network: Network, outside_mtu: int) -> int:
    return int(network.options.get(MTU, outside_mtu))


def interface_name(prefix: str, kind: str, id: str) -> str:
    """A name of ours for an interface, of at most IFNAMSIZ - 1 = 15 characters."""
    return f"{prefix}{kind}{id}"[:15]


def ranges(networks: Collection[Network]) -> list[ipam.Range]:
    return [ipam.parse_range(subnet.subnet) for n in networks for subnet in n.subnets]


def firewall_bridges(
    networks: Collection[Network], dns_ports: Mapping[str, int]
) -> list[firewall.Bridge]:
    """What the firewall must know of the networks. `dns_ports` by network id."""
    return [
        firewall.Bridge(
            interface=network.bridge,
            subnets=tuple(subnet.subnet for subnet in network.subnets),
            internal=network.internal,
            masquerade=network.options.get(MASQUERADE) != "false",
            dns_port=dns_ports.get(network.id, 0),
            gateway=network.subnets[0].gateway,
        )
        for network in networks
        if network.driver == "bridge"
    ]


def _free_interface(
    request: EndpointRequest, attached: Mapping[str, Mapping[str, Attached]]
) -> str:
    """The wished name, or the next ethN that the container does not have yet."""
    taken = {
        on[request.container_id].interface for on in attached.values() if request.container_id in on
    }
    candidates = [request.interface, *(f"eth{number}" for number in range(len(taken) + 1))]
    return next(name for name in candidates if name not in taken)


def _chosen(network: Network, subnet: Subnet, wished: str, used: set[str]) -> tuple[str, Subnet]:
    """An address for a new endpoint, and the subnet it is in."""
    if not wished:
        return ipam.allocate(subnet, used), subnet
    version = 6 if ":" in subnet.subnet else 4
    family = [s for s in network.subnets if (":" in s.subnet) == (version == 6)]
    holder = ipam.check_wished(family, wished, used)
    return str(ipaddress.ip_address(wished)), holder


def _checked_mac(text: str) -> str:
    if text and not _MAC.fullmatch(text.lower()):
        raise InvalidParameter(f"invalid MAC address: {text!r}")
    return text.lower().replace("-", ":")
