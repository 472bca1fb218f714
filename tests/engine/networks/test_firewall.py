"""The text of the rules, and what nftables itself says to it."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_engine.networks import firewall
from davit_engine.networks.firewall import Bridge, Forward
from davit_engine.networks.rules import Obstacle, parse_obstacles

DEFAULT = Bridge(interface="davit0", subnets=("172.17.0.0/16",))
INTERNAL = Bridge(interface="davit-1", subnets=("172.18.0.0/16", "fd00:1::/64"), internal=True)
WEB = Forward(
    protocol="tcp",
    host_ip="127.0.0.1",
    host_port=8080,
    container_ip="172.17.0.2",
    container_port=80,
)


def test_an_internal_network_is_not_masqueraded() -> None:
    text = firewall.ruleset("davit", [DEFAULT, INTERNAL], [])
    assert 'oifname != "davit0" ip saddr 172.17.0.0/16 masquerade' in text
    assert 'oifname != "davit-1"' not in text


def test_publishing_is_one_element() -> None:
    assert firewall.addition("davit", [WEB]) == (
        "add element inet davit published { 127.0.0.1 . tcp . 8080 : 172.17.0.2 . 80 }\n"
    )
    assert firewall.removal("davit", [WEB]).startswith("delete element")


def test_a_port_on_all_addresses_needs_no_address_in_its_key() -> None:
    everywhere = Forward(
        protocol="udp",
        host_ip="0.0.0.0",
        host_port=53,
        container_ip="172.17.0.3",
        container_port=5353,
    )
    assert firewall.addition("davit", [everywhere]) == (
        "add element inet davit published_everywhere { udp . 53 : 172.17.0.3 . 5353 }\n"
    )


def test_foreign_chains_that_drop_packets_of_containers_are_found() -> None:
    listing = """\
table ip filter {
\tchain FORWARD {
\t\ttype filter hook forward priority filter; policy drop;
\t}
\tchain INPUT {
\t\ttype filter hook input priority filter; policy drop;
\t}
}
table inet davit {
\tchain forward {
\t\ttype filter hook forward priority filter; policy accept;
\t}
}
"""
    assert parse_obstacles(listing, "davit") == [
        Obstacle("ip filter FORWARD", "forward"),
        Obstacle("ip filter INPUT", "input"),
    ]


ports = st.integers(1, 65535)
addresses = st.ip_addresses(v=4).map(str)
forwards = st.builds(
    Forward,
    protocol=st.sampled_from(["tcp", "udp"]),
    host_ip=st.one_of(st.just("0.0.0.0"), addresses),
    host_port=ports,
    container_ip=addresses,
    container_port=ports,
)
bridges = st.lists(
    st.builds(
        Bridge,
        interface=st.from_regex(r"[a-z0-9.-]{1,15}", fullmatch=True),
        subnets=st.just(()),
        internal=st.booleans(),
        masquerade=st.booleans(),
        dns_port=st.sampled_from([0, 20053]),
        gateway=addresses,
    ),
    max_size=4,
    unique_by=lambda bridge: bridge.interface,
)


@pytest.mark.root
@settings(max_examples=15)
@given(
    bridges,
    st.lists(forwards, max_size=8, unique_by=lambda f: (f.protocol, f.host_ip, f.host_port)),
)
def test_nftables_takes_every_ruleset(chosen: list[Bridge], published: list[Forward]) -> None:
    named = [
        Bridge(
            interface=bridge.interface,
            subnets=(f"10.{index}.0.0/16", f"fd00:{index}::/64"),
            internal=bridge.internal,
            masquerade=bridge.masquerade,
            dns_port=bridge.dns_port,
            gateway=bridge.gateway,
        )
        for index, bridge in enumerate(chosen)
    ]
    text = firewall.ruleset("davit_test", named, published)
    text += firewall.removal("davit_test", published) + firewall.addition("davit_test", published)
    unshare = shutil.which("unshare")
    assert unshare
    done = subprocess.run(
        [unshare, "-n", "nft", "-f", "-"], input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr + text


def test_ports_of_a_machines_host_are_reached_from_inside_without_leaving_it() -> None:
    rule = "iifname @bridges ip daddr 10.0.2.2 jump published_ports"
    assert rule in firewall.ruleset("davit", [DEFAULT], [WEB], "10.0.2.2")
    assert "jump published_ports\n    }" in firewall.ruleset("davit", [DEFAULT], [WEB])
