"""Subnets and addresses."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.config import AddressPool, Config
from davit_engine.errors import Forbidden, InvalidParameter, Unavailable
from davit_engine.networks import ipam
from davit_engine.networks.network import Subnet, SubnetRequest

POOLS = Config().default_address_pools


def range_of(text: str) -> ipam.Range:
    return ipaddress.ip_network(text)


def test_the_first_network_gets_the_first_range_as_written_in_the_pool() -> None:
    assert ipam.choose_range(POOLS, []) == range_of("172.17.0.0/16")


def test_ranges_that_the_host_uses_are_passed_over() -> None:
    taken = [range_of("172.17.3.0/24"), range_of("172.18.0.0/15"), range_of("172.20.0.1/32")]
    assert ipam.choose_range(POOLS, taken) == range_of("172.21.0.0/16")


def test_the_second_pool_serves_when_the_first_is_full() -> None:
    assert ipam.choose_range(POOLS, [range_of("172.16.0.0/12")]) == range_of("192.168.0.0/20")


def test_a_route_over_everything_exhausts_the_pools() -> None:
    with pytest.raises(Unavailable, match="non-overlapping IPv4 address pool"):
        ipam.choose_range(POOLS, [range_of("172.16.0.0/12"), range_of("192.168.0.0/16")])


networks = st.builds(
    lambda number, prefix: ipaddress.IPv4Network((number, prefix), strict=False),
    st.integers(int(ipaddress.IPv4Address("172.16.0.0")), int(ipaddress.IPv4Address("172.32.0.0"))),
    st.integers(10, 32),
)


@given(st.lists(networks, max_size=30), st.integers(13, 28))
def test_a_chosen_range_overlaps_nothing(taken: list[ipaddress.IPv4Network], size: int) -> None:
    pools = (AddressPool(base="172.17.0.0/12", size=size),)
    try:
        chosen = ipam.choose_range(pools, taken)
    except Unavailable:
        return
    assert chosen.prefixlen == size
    assert chosen.subnet_of(ipaddress.IPv4Network("172.16.0.0/12"))
    assert not any(chosen.overlaps(other) for other in taken)


def test_addresses_are_given_lowest_first_and_again_once_free() -> None:
    subnet = Subnet(subnet="10.1.0.0/24", gateway="10.1.0.1")
    assert ipam.allocate(subnet, []) == "10.1.0.2"
    assert ipam.allocate(subnet, ["10.1.0.2", "10.1.0.3"]) == "10.1.0.4"
    assert ipam.allocate(subnet, ["10.1.0.3"]) == "10.1.0.2"


def test_gateway_auxiliary_and_broadcast_addresses_are_never_given() -> None:
    subnet = Subnet(subnet="10.1.0.0/29", gateway="10.1.0.4", auxiliary={"router": "10.1.0.2"})
    used: list[str] = []
    for _ in range(4):
        used.append(ipam.allocate(subnet, used))
    with pytest.raises(Unavailable, match="no available IPv4 addresses"):
        ipam.allocate(subnet, used)
    assert used == ["10.1.0.1", "10.1.0.3", "10.1.0.5", "10.1.0.6"]


def test_addresses_come_from_the_ip_range_when_there_is_one() -> None:
    subnet = Subnet(subnet="10.1.0.0/16", gateway="10.1.0.1", ip_range="10.1.5.0/24")
    assert ipam.allocate(subnet, []) == "10.1.5.0"


@given(st.sets(st.integers(0, 255)), st.integers(1, 254))
def test_an_allocated_address_is_free_and_inside(used: set[int], gateway: int) -> None:
    subnet = Subnet(subnet="10.9.8.0/24", gateway=f"10.9.8.{gateway}")
    try:
        address = ipam.allocate(subnet, {f"10.9.8.{number}" for number in used})
    except Unavailable:
        assert used | {0, 255, gateway} == set(range(256))
        return
    number = int(address.rpartition(".")[2])
    assert number not in used | {0, 255, gateway}
    assert all(lower in used | {0, gateway} for lower in range(number))


def test_ipv6_addresses_are_given_too() -> None:
    subnet = ipam.default_subnet(ipam.private_ipv6("ab" * 32))
    assert subnet.gateway == "fdab:abab:abab:abab::1"
    assert ipam.allocate(subnet, []) == "fdab:abab:abab:abab::2"


def test_a_client_subnet_gets_its_first_address_as_gateway() -> None:
    subnet = ipam.resolve(SubnetRequest(subnet="172.28.0.0/16"), [])
    assert subnet == Subnet(subnet="172.28.0.0/16", gateway="172.28.0.1")


def test_a_client_subnet_keeps_what_was_asked() -> None:
    request = SubnetRequest(
        subnet="172.28.0.0/16",
        ip_range="172.28.5.0/24",
        gateway="172.28.5.254",
        auxiliary={"a": "172.28.1.5"},
    )
    assert ipam.resolve(request, []) == Subnet(
        subnet="172.28.0.0/16",
        ip_range="172.28.5.0/24",
        gateway="172.28.5.254",
        auxiliary={"a": "172.28.1.5"},
    )


def test_a_client_subnet_that_overlaps_another_network_is_refused() -> None:
    with pytest.raises(Forbidden, match="Pool overlaps with other one on this address space"):
        ipam.resolve(SubnetRequest(subnet="10.0.0.0/8"), [range_of("10.3.0.0/16")])


@pytest.mark.parametrize(
    "request_",
    [
        SubnetRequest(subnet="hello"),
        SubnetRequest(subnet="10.0.0.0/33"),
        SubnetRequest(subnet="10.0.0.0/32"),
        SubnetRequest(subnet="10.0.0.0/24", gateway="10.0.1.1"),
        SubnetRequest(subnet="10.0.0.0/24", gateway="fe80::1"),
        SubnetRequest(subnet="10.0.0.0/24", ip_range="10.0.0.0/16"),
        SubnetRequest(subnet="10.0.0.0/24", ip_range="x"),
        SubnetRequest(subnet="10.0.0.0/24", auxiliary={"a": "10.0.2.2"}),
        SubnetRequest(subnet="10.0.0.0/24", auxiliary={"a": ""}),
    ],
)
def test_nonsense_is_refused_in_words(request_: SubnetRequest) -> None:
    with pytest.raises(InvalidParameter):
        ipam.resolve(request_, [])


def test_a_wished_address_must_be_free_and_inside() -> None:
    subnets = [Subnet(subnet="10.1.0.0/16", gateway="10.1.0.1")]
    assert ipam.check_wished(subnets, "10.1.9.9", []) == subnets[0]
    for taken in ("10.1.0.1", "10.1.9.9", "10.1.255.255"):
        with pytest.raises(Forbidden, match="Address already in use"):
            ipam.check_wished(subnets, taken, ["10.1.9.9"])
    with pytest.raises(InvalidParameter, match="no configured subnet contains IP address"):
        ipam.check_wished(subnets, "10.2.0.1", [])


def test_the_mac_address_follows_from_the_ip_address() -> None:
    assert ipam.mac_address("172.17.0.2") == "02:42:ac:11:00:02"
