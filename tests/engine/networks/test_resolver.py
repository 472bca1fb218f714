"""The name server at 127.0.0.11, in namespaces that stand for containers."""

import os
import socket
from pathlib import Path

import dnslib
import pytest

from davit_engine.config import Config
from davit_engine.containers.model import Endpoint
from davit_engine.events import EventBus
from davit_engine.networks.network import CreateNetwork, LiveContainer
from davit_engine.networks.resolver import ADDRESS
from davit_engine.networks.service import Networks
from davit_engine.store import Store
from fakes.namespaces import connect, inside, interfaces, join, resolve, run

pytestmark = pytest.mark.root


async def test_a_container_has_port_53_for_itself(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web", "mine")
    await networks.serve_names("web", web, (), {})

    def own_server() -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind(("0.0.0.0", 53))
        return made

    with await inside(web, own_server):
        assert await inside(web, resolve, ADDRESS, "web") == ["172.18.0.2"]
    await networks.forget("web")


async def test_questions_come_by_tcp_too(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web", "mine")
    await networks.serve_names("web", web, (), {})

    def ask() -> str:
        question = dnslib.DNSRecord.question("web")
        answer = dnslib.DNSRecord.parse(question.send(ADDRESS, 53, tcp=True, timeout=5))
        return str(answer.rr[0].rdata)

    assert await inside(web, ask) == "172.18.0.2"
    await networks.forget("web")


async def test_a_link_is_a_name_for_one_container_only(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="mine"))
    web, _ = await join(networks, "web", "mine")
    other, _ = await join(networks, "other", "mine")
    await networks.serve_names("web", web, (), {"db": "other"})
    await networks.serve_names("other", other, ("127.0.0.1",), {})
    assert await inside(web, resolve, ADDRESS, "db") == ["172.18.0.3"]
    assert await inside(other, resolve, ADDRESS, "db") == []
    for name in ("web", "other"):
        await networks.forget(name)


async def test_names_follow_the_networks_of_the_container(networks: Networks) -> None:
    await networks.create(CreateNetwork(name="one"))
    two = await networks.create(CreateNetwork(name="two"))
    both, _ = await join(networks, "both", "one")
    await join(networks, "far", "two")
    await networks.serve_names("both", both, ("127.0.0.1",), {})
    assert await inside(both, resolve, ADDRESS, "far") == []
    await connect(networks, both, "both", "two", interface="eth1")
    assert await inside(both, resolve, ADDRESS, "far") == ["172.19.0.2"]
    await networks.disconnect("both", two.id, both)
    assert await inside(both, resolve, ADDRESS, "far") == []
    for name in ("both", "far"):
        await networks.forget(name)


async def test_names_are_answered_again_after_a_restart(config: Config, store: Store) -> None:
    first = Networks(config, store, EventBus())
    await first.start([])
    mine = await first.create(CreateNetwork(name="mine"))
    web, address = await join(first, "web", "mine")
    await first.serve_names("web", web, (), {"self": "web"})
    descriptor = os.open(web, os.O_RDONLY)
    await first.close(keep=True)

    second = Networks(config, store, EventBus())
    endpoint = Endpoint(
        network_id=mine.id,
        network_name="mine",
        endpoint_id=address.endpoint_id,
        ipv4=address.ipv4,
        ipv4_gateway=address.ipv4_gateway,
        interface="eth0",
        dns_names=("web",),
    )
    await second.start(
        [
            LiveContainer(
                container_id="web",
                container_name="web",
                netns=Path(f"/proc/self/fd/{descriptor}"),
                endpoints=(endpoint,),
                aliases={"self": "web"},
            )
        ]
    )
    assert await inside(web, resolve, ADDRESS, "self") == ["172.18.0.2"]
    os.close(descriptor)
    await second.close(keep=False)
    assert interfaces() == {"lo"}


async def test_the_default_bridge_asks_the_hosts_servers(networks: Networks) -> None:
    bridge = networks.get("bridge")
    closed = await networks.create(CreateNetwork(name="closed", internal=True))
    assert networks.dns_server([networks.get("host").id]) is None
    assert networks.dns_server([bridge.id]) in (None, bridge.subnets[0].gateway)
    assert networks.dns_server([bridge.id, closed.id]) == ADDRESS


async def test_a_container_without_names_has_no_rules(networks: Networks) -> None:
    plain, _ = await join(networks, "plain")
    assert await inside(plain, run, "nft list ruleset") == ""
    await networks.forget("plain")
