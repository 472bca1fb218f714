"""What networks and endpoints may not be, in Docker's words."""

import pytest

from davit_engine.containers.model import EndpointConfig, IPAMConfig
from davit_engine.errors import EngineError, Forbidden, InvalidParameter
from davit_engine.networks.network import CreateNetwork, Network, Subnet, SubnetRequest
from davit_engine.networks.options import bridge
from davit_engine.networks.validation import check_endpoint, check_network, check_subnets


def network(name: str = "mine", *, chosen: bool = True) -> Network:
    return Network(
        id="1" * 64,
        name=name,
        created_ns=0,
        driver="bridge",
        subnets=(Subnet(subnet="10.1.0.0/16", gateway="10.1.0.1"),),
        user_subnets=chosen,
    )


@pytest.mark.parametrize(
    ("request_", "complaint"),
    [
        (SubnetRequest(subnet="10.0.0.0"), "invalid subnet 10.0.0.0: invalid CIDR block notation"),
        (
            SubnetRequest(subnet="10.0.0.5/24"),
            "invalid subnet 10.0.0.5/24: it should be 10.0.0.0/24",
        ),
        (
            SubnetRequest(subnet="10.0.0.0/24", gateway="10.0.1.1"),
            "invalid gateway 10.0.1.1: parent subnet 10.0.0.0/24 doesn't contain this address",
        ),
        (
            SubnetRequest(subnet="10.0.0.0/24", gateway="fd00::1"),
            "invalid gateway fd00::1: parent subnet is an IPv4 block",
        ),
        (
            SubnetRequest(subnet="10.0.0.0/24", ip_range="10.0.0.0/16"),
            "invalid ip-range 10.0.0.0/16: CIDR block is bigger than its parent subnet 10.0.0.0/24",
        ),
        (
            SubnetRequest(subnet="10.0.0.0/24", ip_range="10.0.9.0/25"),
            "invalid ip-range 10.0.9.0/25: parent subnet 10.0.0.0/24 doesn't contain ip-range",
        ),
        (
            SubnetRequest(subnet="fd00::/64", gateway="fd00::1%eth0"),
            "invalid gateway fd00::1%eth0: invalid address",
        ),
        (
            SubnetRequest(subnet="::/0"),
            "invalid subnet ::/0: it holds addresses that no container can have",
        ),
        (
            SubnetRequest(subnet="10.0.0.0/24", auxiliary={"router": "soon"}),
            "invalid auxiliary address router: invalid address",
        ),
    ],
)
def test_one_complaint_stands_alone(request_: SubnetRequest, complaint: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        check_subnets([request_])
    assert str(caught.value) == f"invalid network config:\n{complaint}"


def test_several_complaints_are_listed() -> None:
    with pytest.raises(InvalidParameter) as caught:
        check_subnets([SubnetRequest(subnet="x"), SubnetRequest(subnet="fd00::1/64")])
    assert str(caught.value).splitlines()[1:] == [
        "* invalid subnet x: invalid CIDR block notation",
        "* invalid subnet fd00::1/64: it should be fd00::/64",
    ]


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (
            CreateNetwork(name="x", config_only=True, internal=True),
            "configuration network can only contain network specific fields",
        ),
        (
            CreateNetwork(name="x", config_only=True, config_from="y"),
            "a configuration network cannot depend on another configuration network",
        ),
        (
            CreateNetwork(name="x", config_from="y", ipv6=True),
            "user specified configurations are not supported if the network depends on",
        ),
        (
            CreateNetwork(name="x", config_from="y", options={"a": "b"}),
            "network driver options are not supported if the network depends on",
        ),
        (
            CreateNetwork(
                name="x",
                subnets=(
                    SubnetRequest(subnet="10.2.0.0/16"),
                    SubnetRequest(subnet="10.3.0.0/16"),
                ),
            ),
            "bridge driver doesn't support multiple subnets",
        ),
        (CreateNetwork(name="x", driver="null"), 'only one instance of "null" network is allowed'),
    ],
)
def test_networks_that_cannot_be_are_refused(request_: CreateNetwork, words: str) -> None:
    with pytest.raises(EngineError, match=words) as caught:
        check_network(request_, [network()])
    assert isinstance(caught.value, Forbidden)


@pytest.mark.parametrize(
    ("where", "config", "words"),
    [
        (
            network("bridge"),
            EndpointConfig(ipam_config=IPAMConfig(ipv4_address="10.1.0.9")),
            "user specified IP address is supported on user defined networks only",
        ),
        (
            network("bridge"),
            EndpointConfig(aliases=["web"]),
            "network-scoped alias is supported only for containers in user defined networks",
        ),
        (
            network(chosen=False),
            EndpointConfig(ipam_config=IPAMConfig(ipv4_address="10.1.0.9")),
            "user specified IP address is supported only when connecting to networks with user "
            "configured subnets",
        ),
        (
            network(),
            EndpointConfig(ipam_config=IPAMConfig(ipv4_address="10.2.0.9")),
            "no configured subnet or ip-range contain the IP address 10.2.0.9",
        ),
        (
            network(),
            EndpointConfig(ipam_config=IPAMConfig(ipv4_address="fd00::1")),
            "invalid IPv4 address: fd00::1",
        ),
        (
            network(),
            EndpointConfig(ipam_config=IPAMConfig(link_local_ips=["0.0.0.0"])),
            "invalid link-local IP address: 0.0.0.0",
        ),
        (network(), EndpointConfig(mac_address="02:42"), "invalid MAC address 02:42"),
        (
            network(),
            EndpointConfig(mac_address="01:42:00:00:00:01"),
            "invalid MAC address 01:42:00:00:00:01",
        ),
    ],
)
def test_endpoints_that_cannot_be_are_refused(
    where: Network, config: EndpointConfig, words: str
) -> None:
    with pytest.raises(InvalidParameter) as caught:
        check_endpoint(where, config)
    assert str(caught.value) == f"invalid endpoint settings:\n{words}"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("com.docker.network.bridge.enable_icc", "no"),
        ("com.docker.network.bridge.host_binding_ipv4", "here"),
        ("com.docker.network.bridge.gateway_mode_ipv6", "open"),
        ("com.docker.network.driver.mtu", "-1"),
        ("com.docker.network.driver.mtu", "99999999999999999999"),
        ("com.docker.network.container_iface_prefix", "a b"),
    ],
)
def test_an_option_that_cannot_be_is_named(option: str, value: str) -> None:
    with pytest.raises(InvalidParameter, match=option):
        bridge({option: value})
