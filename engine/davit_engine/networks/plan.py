"""What a new network or endpoint will be: names, ranges, addresses (pure)."""

import ipaddress
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec

from davit_engine.config import AddressPool
from davit_engine.containers.model import Endpoint
from davit_engine.errors import Forbidden, InvalidParameter, NotFound
from davit_engine.lookup import new_id, short
from davit_engine.networks import firewall, ipam, options
from davit_engine.networks.network import (
    BRIDGE,
    Attachment,
    CreateNetwork,
    EndpointAddress,
    EndpointRequest,
    LiveContainer,
    Network,
    Subnet,
    SubnetRequest,
)
from davit_engine.networks.validation import checked_mac, of_version

DUMMY_PARENT: Final = "dm-"
"""How the parent is called that a network without one gets, as in Docker."""


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """One endpoint in force, or about to be."""

    container_id: str
    container_name: str
    interface: str
    host_interface: str
    """Empty where the interface has no other end here (macvlan, ipvlan)."""
    address: EndpointAddress
    default_route: bool = False


def completed(request: CreateNetwork, networks: Collection[Network]) -> CreateNetwork:
    """The request with what its configuration-only network says. Raises NotFound and Forbidden."""
    if not request.config_from:
        return request
    source = next((n for n in networks if n.name == request.config_from), None)
    if source is None:
        raise NotFound(f'configuration network "{request.config_from}" does not exist')
    if not source.config_only:
        raise Forbidden(f"{request.config_from} is not a configuration network")
    return msgspec.structs.replace(
        request,
        ipv6=source.ipv6,
        options=source.options,
        labels=source.labels,
        ipam_options=source.ipam_options,
        subnets=tuple(
            SubnetRequest(
                subnet=subnet.subnet,
                gateway=subnet.gateway,
                ip_range=subnet.ip_range,
                auxiliary=subnet.auxiliary,
            )
            for subnet in source.subnets
        ),
    )


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
    if request.config_only:
        return _configuration(request, id)
    subnets, chosen = _subnets(request, id, networks, taken, pools)
    bridge = parent = ""
    if request.driver == "bridge":
        name = options.bridge(request.options).name
        bridge = name or interface_name(prefix, "-", id)
    else:
        parent = request.options.get("parent", "") or f"{DUMMY_PARENT}{short(id)}"
    return Network(
        id=id,
        name=request.name,
        created_ns=time.time_ns(),
        driver=request.driver,  # type: ignore[arg-type]
        # Without a parent there is nobody else to reach.
        internal=request.internal,
        attachable=request.attachable,
        ipv6=any(":" in subnet.subnet for subnet in subnets),
        config_from=request.config_from,
        subnets=tuple(subnets),
        options=request.options,
        ipam_options=request.ipam_options,
        labels=request.labels,
        bridge=bridge,
        parent=parent,
        user_subnets=chosen,
    )


def _configuration(request: CreateNetwork, id: str) -> Network:
    return Network(
        id=id,
        name=request.name,
        created_ns=time.time_ns(),
        driver="null",
        ipv6=request.ipv6,
        config_only=True,
        subnets=tuple(
            Subnet(
                subnet=wish.subnet,
                gateway=wish.gateway,
                ip_range=wish.ip_range,
                auxiliary=wish.auxiliary,
            )
            for wish in request.subnets
            if wish.subnet
        ),
        options=request.options,
        ipam_options=request.ipam_options,
        labels=request.labels,
    )


def _subnets(
    request: CreateNetwork,
    id: str,
    networks: Collection[Network],
    taken: Collection[ipam.Range],
    pools: Sequence[AddressPool],
) -> tuple[list[Subnet], bool]:
    """IPv4 first, and whether the client chose one."""
    own = ranges(networks)
    subnets = []
    for wish in request.subnets:
        if wish.subnet:
            subnet = ipam.resolve(wish, own)
            own.append(ipam.parse_range(subnet.subnet))
            subnets.append(subnet)
        elif wish.gateway or wish.ip_range or wish.auxiliary:
            raise InvalidParameter("a gateway, an ip-range or auxiliary addresses need a subnet")
    chosen = bool(subnets)
    if not of_version(subnets, 4):
        subnets.append(ipam.default_subnet(ipam.choose_range(pools, [*own, *taken])))
    if request.ipv6 and not of_version(subnets, 6):
        subnets.append(ipam.default_subnet(ipam.private_ipv6(id)))
    return sorted(subnets, key=lambda subnet: ":" in subnet.subnet), chosen


def endpoint(
    request: EndpointRequest,
    network: Network,
    attached: Mapping[str, Mapping[str, Attached]],
    prefix: str,
) -> Attached:
    """The endpoint that a request becomes. `attached`: present ones by network and container id.

    Whether it gets the default route is not decided here.

    Raises Forbidden, InvalidParameter, and Unavailable when the network is full.
    """
    present = attached[network.id]
    if request.container_id in present:
        raise Forbidden(
            f"endpoint with name {request.container_name} already exists in network {network.name}"
        )
    if network.config_only:
        raise Forbidden("cannot create endpoint on configuration-only network")
    endpoint_id = new_id()
    if not network.has_interfaces:
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
    used = {a.address.ipv4.partition("/")[0] for a in present.values()}
    used |= {a.address.ipv6.partition("/")[0] for a in present.values()}
    ipv4, subnet4 = _chosen(of_version(network.subnets, 4), request.ipv4, used)
    ipv6, subnet6 = "", None
    if subnets6 := of_version(network.subnets, 6):
        ipv6, subnet6 = _chosen(subnets6, request.ipv6, used)
    elif request.ipv6:
        raise InvalidParameter(
            f"invalid endpoint settings:\nno configured subnet or ip-range contain the IP address "
            f"{request.ipv6}"
        )
    names = {a.host_interface for on in attached.values() for a in on.values()}
    host_interface = ""
    if network.driver == "bridge":
        while (host_interface := interface_name(prefix, "v", endpoint_id)) in names:
            endpoint_id = new_id()
    interface = _free_interface(request, network, attached)
    return Attached(
        container_id=request.container_id,
        container_name=request.container_name,
        interface=interface,
        host_interface=host_interface,
        address=EndpointAddress(
            endpoint_id=endpoint_id,
            interface=interface,
            ipv4=f"{ipv4}/{subnet4.subnet.partition('/')[2]}",
            ipv4_gateway="" if network.internal else subnet4.gateway,
            ipv6=f"{ipv6}/{subnet6.subnet.partition('/')[2]}" if subnet6 else "",
            ipv6_gateway=subnet6.gateway if subnet6 and not network.internal else "",
            # Interfaces of an IP VLAN have their parent's.
            mac_address=(checked_mac(request.mac_address) or ipam.mac_address(ipv4))
            if network.driver != "ipvlan"
            else "",
        ),
    )


def outlet(
    container_id: str,
    networks: Mapping[str, Network],
    attached: Mapping[str, Mapping[str, Attached]],
) -> str | None:
    """Id of the network that takes a container's default route: as in Docker the first by name of
    those that lead out with most versions of IP. None where nothing leads out.
    """
    ranks = [
        (not gateways[0], not gateways[1], networks[id].name, id)
        for id, on in attached.items()
        if container_id in on
        for address in (on[container_id].address,)
        for gateways in ((address.ipv6_gateway, address.ipv4_gateway),)
        if any(gateways)
    ]
    return min(ranks)[-1] if ranks else None


def attachment(
    network: Network, attached: Attached, outside_mtu: int, link_local: Sequence[str] = ()
) -> Attachment:
    """The links that an endpoint needs."""
    routed = attached.default_route
    common = {
        "host_interface": attached.host_interface,
        "interface": attached.interface,
        "mac_address": attached.address.mac_address,
        "ipv4": attached.address.ipv4,
        "ipv4_gateway": attached.address.ipv4_gateway if routed else "",
        "ipv6": attached.address.ipv6,
        "ipv6_gateway": attached.address.ipv6_gateway if routed else "",
        "others": tuple(f"{text}/{64 if ':' in text else 16}" for text in link_local),
    }
    if network.driver in ("macvlan", "ipvlan"):
        child = options.child(network.driver, network.options)
        return Attachment(
            driver=network.driver,
            master=network.parent,
            mode=child.mode,
            mtu=child.mtu,
            direct=routed and child.layer3,
            **common,  # type: ignore[arg-type]
        )
    return Attachment(
        master=network.bridge,
        mtu=mtu(network, outside_mtu),
        isolated=not options.bridge(network.options).icc,
        **common,  # type: ignore[arg-type]
    )


def adopted(
    container: LiveContainer, endpoint: Endpoint, index: int, network: Network, prefix: str
) -> Attached:
    """The endpoint of a container that ran on while the engine was away."""
    interface = endpoint.interface or f"eth{index}"
    return Attached(
        container_id=container.container_id,
        container_name=container.container_name,
        interface=interface if network.has_interfaces else "",
        host_interface=interface_name(prefix, "v", endpoint.endpoint_id)
        if network.driver == "bridge"
        else "",
        address=EndpointAddress(
            endpoint_id=endpoint.endpoint_id,
            interface=interface,
            ipv4=endpoint.ipv4,
            ipv4_gateway=endpoint.ipv4_gateway,
            ipv6=endpoint.ipv6,
            ipv6_gateway=endpoint.ipv6_gateway,
            mac_address=endpoint.mac_address,
        ),
    )


def default_bridge(
    present: Network | None,
    taken: Collection[ipam.Range],
    pools: Sequence[AddressPool],
    *,
    name: str,
    address: str,
    host_ip: str,
    mtu: int,
) -> Network:
    """The network `bridge`, as it was if its range is still free.

    `address` is the bridge's with prefix length; empty lets the engine choose. Raises Unavailable.
    """
    if address:
        interface = ipaddress.ip_interface(address)
        subnet = Subnet(subnet=str(interface.network), gateway=str(interface.ip))
    else:
        old = present.subnets[0] if present is not None else None
        free = old is not None and not any(
            ipam.overlap(ipam.parse_range(old.subnet), other) for other in taken
        )
        subnet = (
            old
            if old is not None and free
            else ipam.default_subnet(ipam.choose_range(pools, taken))
        )
    return Network(
        id=present.id if present is not None else new_id(),
        name=BRIDGE,
        created_ns=present.created_ns if present is not None else time.time_ns(),
        driver="bridge",
        subnets=(subnet,),
        options={
            "com.docker.network.bridge.default_bridge": "true",
            options.ICC: "true",
            options.MASQUERADE: "true",
            options.HOST_BINDING: host_ip,
            options.BRIDGE_NAME: name,
            options.MTU: str(mtu),
        },
        bridge=name,
    )


def mtu(network: Network, outside_mtu: int) -> int:
    return options.bridge(network.options).mtu or outside_mtu


def interface_name(prefix: str, kind: str, id: str) -> str:
    """A name of ours for an interface, of at most IFNAMSIZ - 1 = 15 characters."""
    return f"{prefix}{kind}{id}"[:15]


def ranges(networks: Collection[Network]) -> list[ipam.Range]:
    """What networks with interfaces cover; configurations only hold it ready."""
    return [
        ipam.parse_range(subnet.subnet)
        for n in networks
        for subnet in n.subnets
        if n.has_interfaces
    ]


def firewall_bridges(
    networks: Collection[Network], dns_ports: Mapping[str, int]
) -> list[firewall.Bridge]:
    """What the firewall must know of the networks. `dns_ports` by network id."""
    bridges = []
    for network in networks:
        if network.driver != "bridge":
            continue
        wanted = options.bridge(network.options)
        bridges.append(
            firewall.Bridge(
                interface=network.bridge,
                subnets=tuple(subnet.subnet for subnet in network.subnets),
                internal=network.internal,
                masquerade=wanted.masquerade,
                routed=wanted.routed,
                dns_port=dns_ports.get(network.id, 0),
                gateway=network.subnets[0].gateway,
            )
        )
    return bridges


def _free_interface(
    request: EndpointRequest,
    network: Network,
    attached: Mapping[str, Mapping[str, Attached]],
) -> str:
    """The wished name, or the next ethN that the container does not have yet."""
    taken = {
        on[request.container_id].interface for on in attached.values() if request.container_id in on
    }
    prefix = (
        options.bridge(network.options).interface_prefix if network.driver == "bridge" else "eth"
    )
    wished = [request.interface] if prefix == "eth" else []
    candidates = [*wished, *(f"{prefix}{number}" for number in range(len(taken) + 1))]
    return next(name for name in candidates if name not in taken)


def _chosen(family: Sequence[Subnet], wished: str, used: set[str]) -> tuple[str, Subnet]:
    """An address for a new endpoint, and the subnet it is in."""
    if not wished:
        return ipam.allocate(family[0], used), family[0]
    return str(ipaddress.ip_address(wished)), ipam.check_wished(family, wished, used)
