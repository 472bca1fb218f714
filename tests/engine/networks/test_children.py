"""macvlan and ipvlan networks: interfaces made on a parent."""

import socket

import pytest

from davit_engine.errors import Forbidden, InvalidParameter, Unsupported
from davit_engine.lookup import Filters
from davit_engine.networks.network import CreateNetwork, PortRequest, SubnetRequest
from davit_engine.networks.resolver import ADDRESS
from davit_engine.networks.service import Networks
from fakes.namespaces import Start, inside, interfaces, join, reachable, resolve, run

pytestmark = pytest.mark.root


def macvlan(name: str, subnet: str = "10.5.0.0/24", **options: str) -> CreateNetwork:
    return CreateNetwork(
        name=name, driver="macvlan", subnets=(SubnetRequest(subnet=subnet),), options=options
    )


async def test_without_a_parent_containers_reach_each_other_only(
    networks: Networks, programs: Start
) -> None:
    made = await networks.create(macvlan("lan"))
    assert made.parent == f"dm-{made.id[:12]}"
    web, address = await join(networks, "web", "lan")
    other, _ = await join(networks, "other", "lan")
    assert (address.ipv4, address.ipv4_gateway) == ("10.5.0.2/24", "10.5.0.1")
    await programs(web, "web")
    assert await inside(other, reachable, "10.5.0.2", 80)
    for container in ("web", "other"):
        await networks.forget(container)
    await networks.remove("lan")
    assert not any(name.startswith("dm-") for name in interfaces())


async def test_names_resolve_where_there_is_no_gateway_to_ask(networks: Networks) -> None:
    lan = await networks.create(macvlan("lan"))
    web, _ = await join(networks, "web", "lan")
    assert networks.dns_server([lan.id]) == ADDRESS
    await networks.serve_names("web", web, (), {})
    assert await inside(web, resolve, ADDRESS, "web") == ["10.5.0.2"]
    await networks.forget("web")


async def test_a_parent_of_the_host_is_used_and_left(networks: Networks, programs: Start) -> None:
    run("ip link add wire type veth peer name far")
    for end in ("wire", "far"):
        run(f"ip link set {end} up")
    run("ip addr add 10.5.0.9/24 dev far")
    try:
        await networks.create(macvlan("lan", parent="wire"))
        web, _ = await join(networks, "web", "lan")
        await programs(web, "web")
        # From the far end of the wire, as any machine of that network.
        assert reachable("10.5.0.2", 80)
        await networks.forget("web")
        await networks.remove("lan")
        assert "wire" in interfaces()
    finally:
        run("ip link del wire")


async def test_an_address_is_given_again_at_once(networks: Networks) -> None:
    await networks.create(macvlan("lan"))
    for number in range(3):
        _, address = await join(networks, f"c{number}", "lan")
        assert address.ipv4 == "10.5.0.2/24"
        assert address.mac_address == "02:42:0a:05:00:02"
        await networks.forget(f"c{number}")


async def test_leaving_takes_the_interface_along(networks: Networks) -> None:
    lan = await networks.create(macvlan("lan"))
    web, _ = await join(networks, "web", "lan")
    await networks.disconnect("web", lan.id, web)
    assert await inside(web, interfaces) == {"lo"}
    await networks.forget("web")


async def test_ports_are_not_published_on_the_host(networks: Networks) -> None:
    await networks.create(macvlan("lan"))
    await join(networks, "web", "lan")
    request = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=(8080,))
    assert await networks.publish("web", [request]) == ()
    socket.create_server(("127.0.0.1", 8080)).close()
    await networks.forget("web")


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (macvlan("x", parent="lo"), "loopback interface is not a valid macvlan parent link"),
        (macvlan("x", parent="nowhere"), "parent interface was not found on the host: nowhere"),
        (macvlan("x", parent="lo.5000"), "vlan id must be between 1-4094, received: 5000"),
        (macvlan("x", macvlan_mode="odd"), "requested macvlan mode 'odd' is not valid"),
        (
            CreateNetwork(name="x", driver="ipvlan", options={"ipvlan_mode": "l9"}),
            "requested ipvlan mode 'l9' is not valid, 'l2' mode is the ipvlan driver default",
        ),
    ],
)
async def test_what_cannot_be_a_parent_is_refused(
    networks: Networks, request_: CreateNetwork, words: str
) -> None:
    with pytest.raises((InvalidParameter, Forbidden, Unsupported), match=words):
        await networks.create(request_)
    assert len(networks.list(Filters())) == 3
    assert len(interfaces()) == 2


async def test_ipvlan_works_or_is_refused_in_words(networks: Networks) -> None:
    request = CreateNetwork(
        name="lan", driver="ipvlan", subnets=(SubnetRequest(subnet="10.6.0.0/24"),)
    )
    try:
        await networks.create(request)
    except Unsupported as error:
        refusal = str(error)
    else:
        refusal = ""
    if refusal:
        assert "this kernel has no ipvlan interfaces" in refusal
        assert len(networks.list(Filters())) == 3
        assert len(interfaces()) == 2
        return
    _, address = await join(networks, "web", "lan")
    assert (address.ipv4, address.mac_address) == ("10.6.0.2/24", "")
    await networks.forget("web")
