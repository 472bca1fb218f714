"""Rows know their members; a form says what is wrong before the engine does."""

import pytest

from davit_desktop.client.types import (
    ContainerSummary,
    EndpointSummary,
    Ipam,
    IpamPool,
    Network,
    SummaryNetworks,
)
from davit_desktop.state.networks import NetworkRow, Wish, body, command, rows, wrong

SHOP = Network(
    id="n" * 64,
    name="shop_default",
    driver="bridge",
    ipam=Ipam(config=(IpamPool(subnet="172.18.0.0/16", gateway="172.18.0.1"),)),
    labels={"com.docker.compose.project": "shop"},
)


def _container(name: str, state: str, network: str, address: str = "") -> ContainerSummary:
    return ContainerSummary(
        id=name * 32,
        names=(f"/{name}",),
        state=state,
        network_settings=SummaryNetworks(
            networks={"shop_default": EndpointSummary(network_id=network, ip_address=address)}
        ),
    )


def test_members_are_listed_by_name_whether_they_run_or_not() -> None:
    (row,) = rows(
        [SHOP],
        [
            _container("web", "running", SHOP.id, "172.18.0.3"),
            _container("db", "exited", ""),  # known by the network's name until it runs
            _container("other", "running", "m" * 64),
        ],
    )
    assert [(m.name, m.address, m.running) for m in row.members] == [
        ("db", "", False),
        ("web", "172.18.0.3", True),
    ]
    assert (row.subnets, row.project, row.predefined) == (("172.18.0.0/16",), "shop", False)


KNOWN = [NetworkRow(id="1", name="shop", subnets=("172.18.0.0/16", "fd00::/64"))]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(name="new"), ""),
        (Wish(name="shop "), "already"),
        (Wish(name="new", subnet="172.18.3.0/24"), "overlaps that of shop, 172.18.0.0/16"),
        (Wish(name="new", subnet="fd00::/80"), "overlaps that of shop, fd00::/64"),
        (Wish(name="new", subnet="172.30.0.5/16"), "like 172.30.0.0/16"),
        (Wish(name="new", subnet="x"), "like 172.30.0.0/16"),
        (Wish(name="new", subnet="172.30.0.0/16", gateway="172.31.0.1"), "not in the subnet"),
        (Wish(name="new", subnet="172.30.0.0/16", gateway="fd00::1"), "not in the subnet"),
        (Wish(name="new", subnet="172.30.0.0/16", gateway="one"), "like 172.30.0.1"),
        (Wish(name="new", gateway="172.31.0.1"), "needs a subnet"),
        (Wish(name="new", subnet="172.30.0.0/16", gateway="172.30.0.9"), ""),
    ],
)
def test_what_is_wrong_with_a_wish(wish: Wish, words: str) -> None:
    told = wrong(wish, KNOWN)
    assert words in told
    assert bool(words) == bool(told)


def test_the_request_and_the_command_say_the_same() -> None:
    wish = Wish(
        name=" net ", subnet="172.30.0.0/16", gateway="172.30.0.9", internal=True, ipv6=True
    )
    assert body(wish) == {
        "Name": "net",
        "Driver": "bridge",
        "CheckDuplicate": True,
        "Internal": True,
        "EnableIPv6": True,
        "IPAM": {"Config": [{"Subnet": "172.30.0.0/16", "Gateway": "172.30.0.9"}]},
    }
    assert " ".join(command(wish)) == (
        "docker network create --subnet 172.30.0.0/16 --gateway 172.30.0.9 --internal --ipv6 net"
    )
