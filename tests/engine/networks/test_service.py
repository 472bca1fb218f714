"""Networks on the real kernel: namespaces stand for containers, sockets for their programs."""

import asyncio
import os
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest

from davit_engine.config import Config
from davit_engine.containers.model import Endpoint, PortMapping
from davit_engine.errors import (
    AlreadyExists,
    Forbidden,
    InvalidParameter,
    NotFound,
    SystemFailure,
    Unavailable,
    Unsupported,
)
from davit_engine.events import EventBus
from davit_engine.kernel import netlink, netns
from davit_engine.lookup import Filters
from davit_engine.networks.network import (
    CreateNetwork,
    LiveContainer,
    PortInUse,
    PortRequest,
    SubnetRequest,
)
from davit_engine.networks.service import Networks
from davit_engine.store import Store
from fakes.namespaces import (
    Start,
    connect,
    fetch,
    inside,
    interfaces,
    join,
    reachable,
    resolve,
    ruleset,
    run,
    unreachable,
)
from fakes.waiting import until

pytestmark = pytest.mark.root

WEB = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=(8080,))


# Networks


async def test_three_networks_always_exist_and_stay(networks: Networks) -> None:
    assert {n.name: n.driver for n in networks.list(Filters())} == {
        "bridge": "bridge",
        "host": "host",
        "none": "null",
    }
    for name in ("bridge", "host", "none"):
        with pytest.raises(Forbidden, match="pre-defined network and cannot be removed"):
            await networks.remove(name)
        with pytest.raises(Forbidden, match="operation is not permitted on predefined"):
            await networks.create(CreateNetwork(name=name))


async def test_networks_survive_a_restart(config: Config, store: Store) -> None:
    first = Networks(config, store, EventBus())
    await first.start([])
    made = await first.create(CreateNetwork(name="mine", labels={"a": "b"}))
    default = first.get("bridge")
    await first.close(keep=False)
    second = Networks(config, store, EventBus())
    await second.start([])
    assert second.get("mine") == made
    assert second.get("bridge") == default
    await second.close(keep=False)


async def test_a_default_bridge_range_that_the_host_now_uses_is_given_up(
    config: Config, store: Store
) -> None:
    first = Networks(config, store, EventBus())
    await first.start([])
    before = first.get("bridge")
    await first.close(keep=False)
    run("ip link add vpn type veth peer name vpn1")
    run("ip address add 172.17.8.1/24 dev vpn")
    run("ip link set vpn up")
    run("ip link set vpn1 up")
    second = Networks(config, store, EventBus())
    await second.start([])
    after = second.get("bridge")
    assert before.subnets[0].subnet == "172.17.0.0/16"
    assert after.subnets[0].subnet == "172.18.0.0/16"
    assert after.id == before.id
    await second.close(keep=False)


async def test_engines_side_by_side_never_choose_the_same_range(
    networks: Networks, store: Store, tmp_path: Path
) -> None:
    config = Config(data_root=tmp_path / "data", exec_root=tmp_path / "other")
    config.exec_root.mkdir()
    with closing(Store(tmp_path / "other.db")) as another:
        beside = Networks(config, another, EventBus())
        await beside.start([])
        made = await asyncio.gather(
            *(
                engine.create(CreateNetwork(name=f"net{number}"))
                for number in range(4)
                for engine in (networks, beside)
            )
        )
        assert len({network.subnets[0].subnet for network in made}) == len(made)
        await beside.close(keep=False)


async def test_names_and_ranges_are_unique(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="one", subnets=(SubnetRequest(subnet="10.5.0.0/16"),)))
    with pytest.raises(AlreadyExists, match="network with name one already exists"):
        await networks.create(CreateNetwork(name="one"))
    with pytest.raises(Forbidden, match="Pool overlaps with other one on this address space"):
        await networks.create(
            CreateNetwork(name="two", subnets=(SubnetRequest(subnet="10.5.7.0/24"),))
        )
    with pytest.raises(NotFound, match="network two not found"):
        networks.get("two")


async def test_two_networks_made_at_once_get_different_ranges(networks: Networks) -> None:
    made = await asyncio.gather(
        *(networks.create(CreateNetwork(name=f"n{number}")) for number in range(5))
    )
    assert len({network.subnets[0].subnet for network in made}) == 5


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (CreateNetwork(name=""), InvalidParameter),
        (CreateNetwork(name="a b/c"), InvalidParameter),
        (CreateNetwork(name="x", driver="weave"), NotFound),
        (CreateNetwork(name="x", driver="host"), Forbidden),
        (CreateNetwork(name="x", scope="swarm"), Unavailable),
        (CreateNetwork(name="x", subnets=(SubnetRequest(gateway="10.0.0.1"),)), InvalidParameter),
        (
            CreateNetwork(name="x", options={"com.docker.network.driver.mtu": "many"}),
            InvalidParameter,
        ),
        (
            CreateNetwork(name="x", options={"com.docker.network.bridge.name": "a/b"}),
            InvalidParameter,
        ),
    ],
)
async def test_bad_requests_leave_nothing(
    networks: Networks, request_: CreateNetwork, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await networks.create(request_)
    assert len(networks.list(Filters())) == 3
    assert len(interfaces()) == 2


async def test_a_bridge_that_cannot_be_made_leaves_no_network(networks: Networks) -> None:
    run("ip link add taken type veth peer name taken1")
    try:
        with pytest.raises(SystemFailure, match="taken exists and was not made"):
            await networks.create(
                CreateNetwork(name="x", options={"com.docker.network.bridge.name": "taken"})
            )
        assert "taken" in interfaces()
        assert len(networks.list(Filters())) == 3
    finally:
        run("ip link delete taken")


async def test_a_network_in_use_is_not_removed(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="mine"))
    path, _ = await join(networks, "web", "mine")
    with pytest.raises(Forbidden, match="has active endpoints"):
        await networks.remove("mine")
    await networks.disconnect("web", "mine", path)
    await networks.remove("mine")
    with pytest.raises(NotFound):
        networks.get("mine")
    await networks.forget("web")


async def test_prune_removes_what_no_container_uses(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="used"))
    await networks.create(CreateNetwork(name="kept", labels={"keep": ""}))
    await networks.create(CreateNetwork(name="unused"))
    await join(networks, "web", "used")
    assert await networks.prune(Filters({"label!": ("keep",)})) == ["unused"]
    await networks.forget("web")


async def test_list_filters(networks: Networks) -> None:
    made = await networks.create(CreateNetwork(name="mine", labels={"a": "b"}))

    def names(**terms: str) -> set[str]:
        filters = Filters({key: (value,) for key, value in terms.items()})
        return {network.name for network in networks.list(filters)}

    assert names(name="in") == {"mine"}
    assert names(id=made.id[:8]) == {"mine"}
    assert names(label="a=b") == {"mine"}
    assert names(type="builtin") == {"bridge", "host", "none"}
    assert names(driver="null") == {"none"}
    assert names(dangling="true") == {"mine"}
    assert names(scope="swarm") == set()


# Endpoints


async def test_a_container_gets_address_route_and_mac(networks: Networks) -> None:
    path, address = await join(networks, "web")
    assert address.ipv4 == "172.17.0.2/16"
    assert address.ipv4_gateway == "172.17.0.1"
    assert address.mac_address == "02:42:ac:11:00:02"

    def look() -> tuple[netlink.Link, list[netlink.Route]]:
        with netlink.Netlink() as link:
            return link.link("eth0"), link.routes()

    link, routes = await inside(path, look)
    assert link.up
    assert link.mac_address == address.mac_address
    assert any(route.prefix == 0 for route in routes)
    member = networks.members(networks.get("bridge").id)["web"]
    assert member.address == address
    await networks.forget("web")


async def test_containers_on_one_network_reach_each_other(
    networks: Networks, programs: Start
) -> None:
    web, address = await join(networks, "web")
    other, _ = await join(networks, "other")
    await programs(web, "web")
    assert await inside(other, fetch, address.ipv4.partition("/")[0], 80) == "web 172.17.0.3"
    await networks.forget("web")
    await networks.forget("other")


async def test_networks_are_apart(networks: Networks, programs: Start) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, address = await join(networks, "web")
    other, _ = await join(networks, "other", "mine")
    await programs(web, "web")
    assert await inside(other, unreachable, address.ipv4.partition("/")[0], 80)
    await networks.forget("web")
    await networks.forget("other")


async def test_neighbours_are_apart_where_the_network_says_so(
    networks: Networks, programs: Start
) -> None:
    options = {"com.docker.network.bridge.enable_icc": "false"}
    await networks.create(CreateNetwork(name="mine", options=options))
    web, address = await join(networks, "web", "mine")
    other, _ = await join(networks, "other", "mine")
    await programs(web, "web")
    assert await inside(other, unreachable, address.ipv4.partition("/")[0], 80)
    assert await asyncio.to_thread(fetch, address.ipv4.partition("/")[0], 80)
    await networks.forget("web")
    await networks.forget("other")


async def test_an_address_is_given_again_at_once_and_leads_to_the_new_container(
    networks: Networks, programs: Start
) -> None:
    old, first = await join(networks, "old")
    await programs(old, "old")  # holds the dead namespace open
    assert await asyncio.to_thread(fetch, "172.17.0.2", 80) == "old 172.17.0.1"
    await networks.forget("old")
    new, second = await join(networks, "new")
    assert second.ipv4 == first.ipv4
    await programs(new, "new")
    assert await asyncio.to_thread(fetch, "172.17.0.2", 80) == "new 172.17.0.1"
    await networks.forget("new")


async def test_wished_addresses(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="auto"))
    await networks.create(
        CreateNetwork(name="mine", subnets=(SubnetRequest(subnet="10.5.0.0/24"),))
    )
    path, address = await join(networks, "web", "mine", ipv4="10.5.0.77")
    assert address.ipv4 == "10.5.0.77/24"
    assert address.mac_address == "02:42:0a:05:00:4d"
    other = await networks.namespace("other")
    with pytest.raises(Forbidden, match="Address already in use"):
        await connect(networks, other, "other", "mine", ipv4="10.5.0.77")
    with pytest.raises(InvalidParameter, match="no configured subnet contains"):
        await connect(networks, other, "other", "mine", ipv4="10.6.0.1")
    for network in ("auto", "bridge"):
        with pytest.raises(InvalidParameter, match="user configured subnets"):
            await connect(networks, other, "other", network, ipv4="172.18.0.9")
    with pytest.raises(InvalidParameter, match="invalid MAC address"):
        await connect(networks, other, "other", "mine", mac_address="02:42")
    with pytest.raises(Forbidden, match="endpoint with name web already exists in network mine"):
        await connect(networks, path, "web", "mine")
    await networks.forget("web")
    await networks.forget("other")


async def test_a_failed_connect_leaves_nothing(networks: Networks, tmp_path: Path) -> None:
    no_namespace = tmp_path / "file"
    no_namespace.touch()
    with pytest.raises(SystemFailure, match="cannot connect eth0"):
        await connect(networks, no_namespace, "web", "bridge")
    assert networks.members(networks.get("bridge").id) == {}
    path, address = await join(networks, "web")
    assert address.ipv4 == "172.17.0.2/16"
    with_web = interfaces()
    # The name is taken inside: the pair cannot be moved there and must not stay here.
    with pytest.raises(SystemFailure):
        await connect(networks, path, "second", "bridge")
    assert interfaces() == with_web
    await networks.forget("web")


async def test_a_cancelled_connect_leaves_nothing(networks: Networks) -> None:
    path = await networks.namespace("web")
    task = asyncio.create_task(connect(networks, path, "web", "bridge"))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert networks.members(networks.get("bridge").id) == {}
    assert len(interfaces()) == 2
    assert (await connect(networks, path, "web", "bridge")).ipv4 == "172.17.0.2/16"
    await networks.forget("web")


async def test_the_default_route_avoids_internal_networks(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="closed", internal=True))
    path, _ = await join(networks, "web", "closed")
    await connect(networks, path, "web", "bridge", interface="eth1")

    def through() -> str:
        return run("ip route show default")

    assert "via 172.17.0.1 dev eth1" in await inside(path, through)
    await networks.forget("web")


async def test_the_first_network_by_name_has_the_default_route(networks: Networks) -> None:
    def route() -> str:
        return run("ip route show default").split()[2]

    for name in ("mine", "a-net"):
        await networks.create(CreateNetwork(name=name))
    path, _ = await join(networks, "web", "mine")
    assert await inside(path, route) == "172.18.0.1"
    await connect(networks, path, "web", "bridge", interface="eth1")
    assert await inside(path, route) == "172.17.0.1"
    await connect(networks, path, "web", "a-net", interface="eth2")
    assert await inside(path, route) == "172.19.0.1"
    for left, then in (("mine", "172.19.0.1"), ("a-net", "172.17.0.1")):
        await networks.disconnect("web", networks.get(left).id, path)
        assert await inside(path, route) == then
    await networks.forget("web")


async def test_ipv6_when_asked(networks: Networks, programs: Start) -> None:
    await networks.create(CreateNetwork(name="six", ipv6=True))
    web, address = await join(networks, "web", "six")
    other, _ = await join(networks, "other", "six")
    assert address.ipv6.endswith("::2/64")
    assert address.ipv6.startswith("fd")

    def listen() -> socket.socket:
        return socket.create_server((address.ipv6.partition("/")[0], 80), family=socket.AF_INET6)

    with await inside(web, listen):
        assert await inside(other, reachable, address.ipv6.partition("/")[0], 80)
    await networks.forget("web")
    await networks.forget("other")


async def test_forgetting_twice_is_not_an_error(networks: Networks, events: EventBus) -> None:
    await join(networks, "web")
    await networks.forget("web")
    await networks.forget("web")
    await networks.forget("never seen")
    actions = [(event.action, event.attributes["name"]) for event in events.since(0)]
    assert actions == [("connect", "bridge"), ("disconnect", "bridge")]


# Names


async def test_names_resolve_on_user_defined_networks_only(networks: Networks) -> None:
    mine = await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web", "mine", dns_names=("web", "alias"))
    server = networks.dns_server([mine.id])
    assert server == "127.0.0.11"
    await networks.serve_names("web", web, (), {})
    assert await inside(web, resolve, server, "alias") == ["172.18.0.2"]
    networks.rename("web", "renamed", {mine.id: ("renamed",)})
    assert await inside(web, resolve, server, "renamed") == ["172.18.0.2"]
    assert networks.members(mine.id)["web"].container_name == "renamed"
    await networks.forget("web")


async def test_a_container_on_two_networks_sees_the_names_of_both(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="one"))
    await networks.create(CreateNetwork(name="two"))
    both, _ = await join(networks, "both", "one")
    await connect(networks, both, "both", "two", interface="eth1")
    _, address = await join(networks, "only", "two")
    assert await inside(both, resolve, "172.18.0.1", "only") == [address.ipv4.partition("/")[0]]
    await networks.forget("both")
    await networks.forget("only")


async def test_a_container_may_publish_port_53_and_names_still_resolve(
    networks: Networks,
) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web", "mine")
    server = PortRequest(container_port=53, protocol="udp", host_ip="0.0.0.0", host_ports=(53,))
    await networks.publish("web", [server])
    assert await inside(web, resolve, "172.18.0.1", "web") == ["172.18.0.2"]
    await networks.forget("web")


# Ports


async def test_a_published_port_answers_on_loopback_and_nowhere_else(
    networks: Networks, programs: Start
) -> None:
    web, _ = await join(networks, "web")
    other, _ = await join(networks, "other")
    await programs(web, "web")
    assert await networks.publish("web", [WEB]) == (
        PortMapping(container_port=80, protocol="tcp", host_ip="127.0.0.1", host_port=8080),
    )
    assert (await asyncio.to_thread(fetch, "127.0.0.1", 8080)).startswith("web")
    assert await asyncio.to_thread(unreachable, "172.17.0.1", 8080)
    assert await inside(other, unreachable, "172.17.0.1", 8080)
    await networks.unpublish("web")
    await networks.unpublish("web")
    assert await asyncio.to_thread(unreachable, "127.0.0.1", 8080)
    await networks.forget("web")
    await networks.forget("other")


async def test_a_port_on_all_addresses_answers_everywhere(
    networks: Networks, programs: Start
) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web")
    neighbour, _ = await join(networks, "neighbour")
    stranger, _ = await join(networks, "stranger", "mine")
    await programs(web, "web")
    everywhere = PortRequest(
        container_port=80, protocol="tcp", host_ip="0.0.0.0", host_ports=(8080,)
    )
    await networks.publish("web", [everywhere])
    for address in ("127.0.0.1", "127.0.0.9", "172.17.0.1", "172.18.0.1"):
        assert (await asyncio.to_thread(fetch, address, 8080)).startswith("web")
    assert await inside(neighbour, fetch, "172.17.0.1", 8080)
    assert await inside(stranger, fetch, "172.18.0.1", 8080)
    assert await inside(web, fetch, "172.17.0.1", 8080), "a container reaches itself"
    for name in ("web", "neighbour", "stranger"):
        await networks.forget(name)


async def test_an_internal_network_reaches_only_itself(networks: Networks, programs: Start) -> None:
    await networks.create(CreateNetwork(name="closed", internal=True))
    web, _ = await join(networks, "web")
    inner, address = await join(networks, "inner", "closed")
    assert address.ipv4_gateway == ""
    await programs(web, "web")
    everywhere = PortRequest(
        container_port=80, protocol="tcp", host_ip="0.0.0.0", host_ports=(8080,)
    )
    await networks.publish("web", [everywhere])
    assert await inside(inner, unreachable, "172.18.0.1", 8080)
    await networks.forget("web")
    await networks.forget("inner")


async def test_udp_ports_and_ipv6_loopback(networks: Networks, programs: Start) -> None:
    web, _ = await join(networks, "web")
    await programs(web, "web")
    await networks.publish(
        "web",
        [
            PortRequest(container_port=53, protocol="udp", host_ip="", host_ports=(5353,)),
            PortRequest(container_port=80, protocol="tcp", host_ip="::1", host_ports=(8080,)),
        ],
    )

    def listen() -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind(("0.0.0.0", 53))
        made.settimeout(5)
        return made

    def exchange(program: socket.socket) -> bytes:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(5)
            client.connect(("127.0.0.1", 5353))
            client.send(b"question")
            _, sender = program.recvfrom(100)
            program.sendto(b"answer", sender)
            return client.recv(100)

    with await inside(web, listen) as program:
        assert await asyncio.to_thread(exchange, program) == b"answer"
    assert (await asyncio.to_thread(fetch, "::1", 8080)).startswith("web")
    await networks.forget("web")


async def test_udp_clients_that_keep_sending_follow_the_container(networks: Networks) -> None:
    first, _ = await join(networks, "first")
    second, _ = await join(networks, "second")
    request = PortRequest(container_port=53, protocol="udp", host_ip="", host_ports=(5353,))
    await networks.publish("first", [request])

    def listen() -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind(("0.0.0.0", 53))
        made.settimeout(5)
        return made

    with (
        await inside(first, listen) as old,
        await inside(second, listen) as new,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client,
    ):
        client.connect(("127.0.0.1", 5353))
        client.send(b"one")
        assert await asyncio.to_thread(old.recv, 10) == b"one"
        await networks.unpublish("first")
        await networks.publish("second", [request])
        client.send(b"two")
        assert await asyncio.to_thread(new.recv, 10) == b"two"
    await networks.forget("first")
    await networks.forget("second")


async def test_published_ports_move_to_another_network_of_the_container(
    networks: Networks, programs: Start
) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web")
    await connect(networks, web, "web", "mine", interface="eth0")
    await programs(web, "web")
    six = PortRequest(container_port=80, protocol="tcp", host_ip="::1", host_ports=(8080,))
    await networks.publish("web", [WEB, six])
    await networks.disconnect("web", "bridge", web)
    for address in ("127.0.0.1", "::1"):
        assert await asyncio.to_thread(fetch, address, 8080) == "web 172.18.0.1"
    await networks.forget("web")


async def test_a_port_of_another_container_is_named_and_nothing_is_kept(
    networks: Networks,
) -> None:
    await join(networks, "first")
    await join(networks, "second")
    await networks.publish("first", [WEB])
    free = PortRequest(container_port=1, protocol="tcp", host_ip="", host_ports=(8081,))
    with pytest.raises(PortInUse) as caught:
        await networks.publish("second", [free, WEB])
    sentence = str(caught.value)
    assert "driver failed programming external connectivity on endpoint second (" in sentence
    assert "Bind for 127.0.0.1:8080 failed: port is already allocated" in sentence
    assert "container first" in sentence
    await networks.publish("second", [free])
    await networks.forget("first")
    await networks.forget("second")


async def test_a_port_of_a_program_of_the_host_is_named(networks: Networks) -> None:
    await join(networks, "web")
    with socket.create_server(("127.0.0.1", 8080)), pytest.raises(PortInUse) as caught:
        await networks.publish("web", [WEB])
    assert "failed to bind host port for 127.0.0.1:8080: address already in use" in str(
        caught.value
    )
    assert f"(pid {os.getpid()})" in str(caught.value)
    await networks.forget("web")


async def test_a_published_port_is_taken_for_programs_of_the_host(networks: Networks) -> None:
    await join(networks, "web")
    await networks.publish("web", [WEB])
    with pytest.raises(OSError, match="in use"):
        socket.create_server(("127.0.0.1", 8080))
    await networks.forget("web")
    socket.create_server(("127.0.0.1", 8080)).close()


async def test_random_ports_and_ranges(networks: Networks) -> None:
    await join(networks, "web")
    any_port = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=())
    few = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=(9000, 9001))
    with socket.create_server(("127.0.0.1", 9000)):
        made = await networks.publish("web", [any_port, any_port, few])
    assert made[0].host_port != made[1].host_port
    assert made[0].host_port >= 32768
    assert made[2].host_port == 9001
    await networks.forget("web")


async def test_what_cannot_be_published_is_refused(networks: Networks) -> None:
    await join(networks, "web")
    for request, error in (
        (PortRequest(container_port=1, protocol="sctp", host_ip="::1", host_ports=()), Unsupported),
        (
            PortRequest(container_port=1, protocol="tcp", host_ip="192.0.2.1", host_ports=()),
            InvalidParameter,
        ),
        (
            PortRequest(container_port=1, protocol="tcp", host_ip="home", host_ports=()),
            InvalidParameter,
        ),
    ):
        with pytest.raises(error):
            await networks.publish("web", [WEB, request])
        await networks.publish("web", [WEB])
        await networks.unpublish("web")
    await networks.forget("web")


async def test_rules_come_back_after_a_flush(networks: Networks, programs: Start) -> None:
    web, _ = await join(networks, "web")
    await programs(web, "web")
    await networks.publish("web", [WEB])
    run("nft flush ruleset")
    assert "davit" not in ruleset()
    deadline = time.monotonic() + 5
    while "8080" not in ruleset():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)
    assert (await asyncio.to_thread(fetch, "127.0.0.1", 8080)).startswith("web")
    await networks.forget("web")


async def test_a_foreign_chain_that_drops_is_told(
    config: Config, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    run("nft add table ip filter")
    run("nft add chain ip filter FORWARD { type filter hook forward priority 0; policy drop; }")
    running = Networks(config, store, EventBus())
    await running.start([])
    await until(lambda: "the chain ip filter FORWARD drops forwarded packets" in caplog.text)
    await running.close(keep=False)


async def test_ports_close_also_when_somebody_meddled_with_the_rules(
    networks: Networks, config: Config
) -> None:
    await join(networks, "web")
    other = PortRequest(container_port=81, protocol="tcp", host_ip="", host_ports=(8081,))
    await networks.publish("web", [WEB, other])
    element = "127.0.0.1 . tcp . 8081 : 172.17.0.2 . 81"
    run(f"nft delete element inet {config.nft_table} published {{ {element} }}")
    await networks.forget("web")
    assert "8080" not in ruleset()


async def test_rules_of_others_stay(networks: Networks) -> None:
    run("nft add table ip others")
    await networks.create(CreateNetwork(name="mine"))
    await networks.remove("mine")
    assert "table ip others" in ruleset()
    run("nft delete table ip others")


# Outside


async def test_from_outside_only_published_ports_are_reached(
    networks: Networks, programs: Start
) -> None:
    """A neighbour on the host's network that routes to container addresses through the host."""
    web, _ = await join(networks, "web")
    await programs(web, "web")
    everywhere = PortRequest(
        container_port=80, protocol="tcp", host_ip="0.0.0.0", host_ports=(8080,)
    )
    await networks.publish("web", [everywhere, WEB_9])
    outside = await networks.namespace("outside")
    run("ip link add lan type veth peer name lan1")
    run("ip address add 198.51.100.1/24 dev lan")
    run("ip link set lan up")
    run(f"ip link set lan1 netns {outside}")

    def set_up() -> None:
        run("ip address add 198.51.100.2/24 dev lan1")
        run("ip link set lan1 up")
        run("ip route add 172.17.0.0/16 via 198.51.100.1")
        # Loopback addresses of the host through the wire.
        run("ip route add 127.0.0.8/32 via 198.51.100.1 dev lan1")
        Path("/proc/sys/net/ipv4/conf/lan1/route_localnet").write_text("1")

    await inside(outside, set_up)
    answer = await inside(outside, fetch, "198.51.100.1", 8080)
    assert answer == "web 198.51.100.2", "the container sees who asks"
    assert await inside(outside, unreachable, "172.17.0.2", 80)
    assert await inside(outside, unreachable, "127.0.0.8", 9090)
    # And the way back: a container reaches outside, masqueraded.
    await programs(outside, "outside", 7000)
    assert await inside(web, fetch, "198.51.100.2", 7000) == "outside 198.51.100.1"
    run("ip link delete lan")
    await networks.forget("web")
    await networks.release_namespace("outside")


WEB_9 = PortRequest(container_port=80, protocol="tcp", host_ip="127.0.0.8", host_ports=(9090,))


# Adoption


async def test_what_runs_on_is_taken_over_and_the_rest_is_swept(
    config: Config, store: Store, programs: Start
) -> None:
    first = Networks(config, store, EventBus())
    await first.start([])
    mine = await first.create(CreateNetwork(name="mine"))
    web, address = await join(first, "web", "mine")
    await join(first, "lost", "mine")
    await programs(web, "web")
    (mapping,) = await first.publish("web", [WEB])
    descriptor = os.open(web, os.O_RDONLY)
    await first.close(keep=True)
    assert (await asyncio.to_thread(fetch, "127.0.0.1", 8080)).startswith("web")

    second = Networks(config, store, EventBus())
    live = LiveContainer(
        container_id="web",
        container_name="web",
        netns=Path(f"/proc/self/fd/{descriptor}"),
        endpoints=(
            Endpoint(
                network_id=mine.id,
                network_name="mine",
                endpoint_id=address.endpoint_id,
                ipv4=address.ipv4,
                ipv4_gateway=address.ipv4_gateway,
                mac_address=address.mac_address,
                dns_names=("web",),
            ),
        ),
        ports=(mapping,),
    )
    netns.unpin(web)  # as after the end of the daemon's own mount namespace
    await second.start([live])
    assert (await asyncio.to_thread(fetch, "127.0.0.1", 8080)).startswith("web")
    assert set(second.members(mine.id)) == {"web"}
    assert [path.name for path in config.paths.netns.iterdir()] == ["web"]
    other, new_address = await join(second, "other", "mine")
    assert new_address.ipv4 == "172.18.0.3/16", "the lost container's address is free again"
    assert await inside(other, resolve, "172.18.0.1", "web") == ["172.18.0.2"]
    with pytest.raises(PortInUse, match="container web"):
        await second.publish("other", [WEB])
    os.close(descriptor)
    await second.close(keep=False)
    assert interfaces() == {"lo"}


async def test_a_port_that_another_program_took_meanwhile_is_taken_back(
    config: Config, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davit_engine.networks.native_ports._RETRY", 0.01)
    live = LiveContainer(
        container_id="web",
        container_name="web",
        netns=None,
        endpoints=(Endpoint(network_id="gone", network_name="x", ipv4="172.17.0.2/16"),),
        ports=(
            PortMapping(container_port=80, protocol="tcp", host_ip="::1", host_port=8080),
            PortMapping(container_port=80, protocol="tcp", host_ip="127.0.0.1", host_port=8080),
        ),
    )
    running = Networks(config, store, EventBus())
    with (
        socket.create_server(("127.0.0.1", 8080)),
        socket.create_server(("::1", 8080), family=socket.AF_INET6),
    ):
        await running.start([live])
    deadline = time.monotonic() + 5
    while run("ss -Hltn sport = 8080").count("8080") < 2:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)
    await running.close(keep=False)


async def test_a_start_that_fails_can_be_closed(config: Config, store: Store) -> None:
    run(f"ip link add {config.bridge_name} type veth peer name x")
    running = Networks(config, store, EventBus())
    with pytest.raises(SystemFailure, match="was not made by this engine"):
        await running.start([])
    await running.close(keep=False)
    await running.close(keep=False)


async def test_links_of_others_are_not_swept(config: Config, store: Store) -> None:
    run("ip link add davitx type veth peer name dv0")
    run("ip link add davit1 type bridge")
    running = Networks(config, store, EventBus())
    await running.start([])
    await join(running, "web")
    await running.close(keep=False)
    assert interfaces() == {"lo", "davitx", "dv0", "davit1"}


async def test_a_bridge_of_somebody_else_is_left_alone(networks: Networks) -> None:
    run("ip link add br0 type bridge")
    run("ip address add 192.0.2.1/24 dev br0")
    with pytest.raises(SystemFailure, match="br0 exists and was not made by this engine"):
        await networks.create(
            CreateNetwork(name="x", options={"com.docker.network.bridge.name": "br0"})
        )
    assert "192.0.2.1/24" in run("ip address show br0")
    run("ip link delete br0")
