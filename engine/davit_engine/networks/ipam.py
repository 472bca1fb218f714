"""Choose subnets and addresses (pure). Nothing is stored: what is taken is told with each call."""

import ipaddress
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from davit_engine.config import AddressPool
from davit_engine.errors import Forbidden, InvalidParameter, Unavailable
from davit_engine.networks.network import Subnet, SubnetRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Range = ipaddress.IPv4Network | ipaddress.IPv6Network

OVERLAP: Final = "Pool overlaps with other one on this address space"
EXHAUSTED: Final = (
    "could not find an available, non-overlapping {family} address pool among the defaults to "
    "assign to the network. Remove networks that nothing uses, or choose a subnet yourself."
)


def choose_range(pools: Sequence[AddressPool], taken: Iterable[Range], version: int = 4) -> Range:
    """The first range of the pools that overlaps nothing in `taken`.

    A pool is used from the address as written: 172.17.0.0/12 never gives out 172.16.0.0.
    Raises Unavailable when the pools hold no more.
    """
    blocked = sorted(
        (int(r.network_address), int(r.broadcast_address)) for r in taken if r.version == version
    )
    for pool in pools:
        base = ipaddress.ip_interface(pool.base)
        if base.version != version:
            continue
        bits = base.max_prefixlen - pool.size
        step = 1 << bits
        start = int(base.ip) >> bits << bits
        end = int(base.network.broadcast_address)
        while start + step - 1 <= end:
            collision = next(
                (last for first, last in blocked if first < start + step and last >= start), None
            )
            if collision is None:
                return _range(version, start, pool.size)
            start = (collision >> bits << bits) + step
    raise Unavailable(EXHAUSTED.format(family=f"IPv{version}"))


def private_ipv6(network_id: str) -> Range:
    """A unique local /64 (RFC 4193) whose 56 random bits are the network's id."""
    start = 0xFD << 120 | int(network_id[:14], 16) << 64
    return ipaddress.IPv6Network((start, 64))


def resolve(request: SubnetRequest, taken: Iterable[Range]) -> Subnet:
    """A subnet that a client chose, checked and completed with a gateway.

    `taken` are the ranges of the engine's other networks. Raises InvalidParameter naming the
    value, and Forbidden for an overlap.
    """
    subnet = parse_range(request.subnet, "subnet")
    if subnet.prefixlen > subnet.max_prefixlen - 2:
        raise InvalidParameter(
            f"invalid subnet {request.subnet}: it has no room for a gateway and a container"
        )
    if any(overlap(subnet, other) for other in taken):
        raise Forbidden(OVERLAP)
    if request.ip_range:
        part = parse_range(request.ip_range, "ip-range")
        if part.version != subnet.version or not _holds(subnet, part):
            raise InvalidParameter(
                f"invalid ip-range {request.ip_range}: it is not within the subnet {subnet}"
            )
    for name, text in request.auxiliary.items():
        if _parse_address(text, f"auxiliary address {name}") not in subnet:
            raise InvalidParameter(
                f"no matching subnet for aux-address {text}: it is not within {subnet}"
            )
    reserved = {str(_parse_address(text, name)) for name, text in request.auxiliary.items()}
    if request.gateway:
        gateway = _parse_address(request.gateway.partition("/")[0], "gateway")
        if gateway not in subnet:
            raise InvalidParameter(
                f"no matching subnet for gateway {request.gateway}: it is not within {subnet}"
            )
        if str(gateway) in reserved:
            raise Forbidden(f"failed to allocate gateway ({gateway}): Address already in use")
    else:
        gateway = first_host(subnet)
        while str(gateway) in reserved:
            gateway += 1
    return Subnet(
        subnet=str(subnet),
        gateway=str(gateway),
        ip_range=request.ip_range and str(parse_range(request.ip_range, "ip-range")),
        auxiliary=dict(request.auxiliary),
    )


def default_subnet(chosen: Range) -> Subnet:
    return Subnet(subnet=str(chosen), gateway=str(first_host(chosen)))


def first_host(subnet: Range) -> Address:
    return subnet.network_address + 1


def allocate(subnet: Subnet, used: Collection[str]) -> str:
    """The lowest address that is not in use, reserved or the gateway, without prefix length.

    Raises Unavailable when there is none.
    """
    whole = ipaddress.ip_network(subnet.subnet)
    part = ipaddress.ip_network(subnet.ip_range) if subnet.ip_range else whole
    reserved = _reserved(subnet, whole)
    for number in range(int(part.network_address), int(part.broadcast_address) + 1):
        if number in reserved:
            continue
        address = str(_address(whole.version, number))
        if address not in used:
            return address
    raise Unavailable(
        f"no available IPv{whole.version} addresses on this network's address pools: {part}. "
        "Remove containers from the network, or create one with a larger subnet."
    )


def check_wished(subnets: Sequence[Subnet], wished: str, used: Collection[str]) -> Subnet:
    """The subnet of a wished address.

    Raises InvalidParameter for what is no address of the network, Forbidden for one in use.
    """
    address = _parse_address(wished, "IP address")
    for subnet in subnets:
        whole = ipaddress.ip_network(subnet.subnet)
        if address not in whole:
            continue
        if int(address) in _reserved(subnet, whole) or str(address) in used:
            raise Forbidden("Address already in use")
        return subnet
    raise InvalidParameter(
        f"invalid config for network: invalid endpoint settings: no configured subnet contains IP "
        f"address {address}"
    )


def mac_address(ipv4: str, ipv6: str = "") -> str:
    """Docker's: 02:42 and the four bytes of the IPv4 address, or the last four of the IPv6 one."""
    packed = ipaddress.ip_address(ipv4 or ipv6).packed[-4:]
    return (b"\x02\x42" + packed).hex(":")


def _reserved(subnet: Subnet, whole: Range) -> set[int]:
    reserved = {int(whole.network_address), int(ipaddress.ip_address(subnet.gateway))}
    if whole.version == 4:
        reserved.add(int(whole.broadcast_address))
    return reserved | {int(ipaddress.ip_address(text)) for text in subnet.auxiliary.values()}


def overlap(one: Range, other: Range) -> bool:
    """Also of different families, which never do."""
    return one.version == other.version and one.overlaps(other)


def _holds(whole: Range, part: Range) -> bool:
    return part.network_address in whole and part.broadcast_address in whole


def _address(version: int, number: int) -> Address:
    return ipaddress.IPv4Address(number) if version == 4 else ipaddress.IPv6Address(number)


def _range(version: int, start: int, prefix: int) -> Range:
    if version == 4:
        return ipaddress.IPv4Network((start, prefix))
    return ipaddress.IPv6Network((start, prefix))


def parse_range(text: str, what: str = "address range") -> Range:
    """Raises InvalidParameter saying `what` the text was meant to be."""
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError as error:
        raise InvalidParameter(f"invalid {what} {text!r}: {error}") from error


def _parse_address(text: str, what: str) -> Address:
    try:
        return ipaddress.ip_address(text)
    except ValueError as error:
        raise InvalidParameter(f"invalid {what} {text!r}: {error}") from error
