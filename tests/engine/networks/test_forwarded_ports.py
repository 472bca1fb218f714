"""Ports of a virtual machine's host: asked for, told again, lost and restored."""

import asyncio
import socket
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from davit_engine import host_channel
from davit_engine.containers.model import PortMapping
from davit_engine.errors import EngineError, InvalidParameter, SystemFailure
from davit_engine.events import EventBus
from davit_engine.host_channel import HostAway, HostChannel
from davit_engine.networks import forwarded_ports
from davit_engine.networks.forwarded_ports import ForwardedPorts, own_address
from davit_engine.networks.network import PortRequest
from davit_engine.networks.ports import PortTaken, in_words
from fakes.machine_host import Json, MachineHost
from fakes.waiting import until

WEB = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=(18080,))


@pytest.fixture
async def host(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MachineHost]:
    monkeypatch.setattr(host_channel, "AWAY", 0.01)
    monkeypatch.setattr(forwarded_ports, "_FIRST_RETRY", 0.02)
    with tempfile.TemporaryDirectory(prefix="dvf-") as folder:
        playing = MachineHost(Path(folder) / "channel")
        yield playing
        await playing.stop()


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
async def ports(host: MachineHost, events: EventBus) -> AsyncIterator[ForwardedPorts]:
    await host.start()
    channel = HostChannel(host.path)
    channel.start()
    opened = ForwardedPorts(channel, events, gateway="10.0.2.2", own_ip="127.0.0.1")
    opened.start()
    yield opened
    await opened.aclose()
    for reservation in tuple(opened._reserved):
        await reservation.close()
    await channel.aclose()


async def open_web(
    ports: ForwardedPorts, request: PortRequest = WEB, host_ip: str = "127.0.0.1"
) -> forwarded_ports.ForwardedReservation:
    return await ports.open(request, host_ip, "id of web", "web")


async def test_a_port_is_opened_by_the_host(ports: ForwardedPorts, host: MachineHost) -> None:
    reservation = await open_web(ports)
    (wish,) = host.ports.values()
    mapping = reservation.mapping
    assert (wish["host_ip"], wish["host_port"], wish["container"]) == ("127.0.0.1", 18080, "web")
    assert (mapping.host_ip, mapping.host_port) == ("127.0.0.1", 18080)
    assert reservation.arrivals == (("127.0.0.1", wish["guest_port"]), ("10.0.2.2", 18080))
    await reservation.close()
    assert host.ports == {}


async def test_the_guests_port_is_ours_alone_and_refuses_until_rules_lead_on(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    reservation = await open_web(ports)
    (address, _) = reservation.arrivals
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(address)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(*address)
    await reservation.close()


@pytest.mark.parametrize("wished", [(), (0,)])
async def test_the_host_chooses_when_no_port_is_named(
    ports: ForwardedPorts, host: MachineHost, wished: tuple[int, ...]
) -> None:
    request = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=wished)
    first, second = await open_web(ports, request), await open_web(ports, request)
    assert first.mapping.host_port != second.mapping.host_port
    assert {key[2] for key in host.ports} == {r.mapping.host_port for r in (first, second)}


async def test_udp_and_ipv6_are_the_hosts_to_decide(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    request = PortRequest(container_port=53, protocol="udp", host_ip="", host_ports=(5353,))
    reservation = await open_web(ports, request, "::1")
    assert list(host.ports) == [("udp", "::1", 5353)]
    await reservation.close()


async def test_the_holder_of_a_taken_port_is_named(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    host.taken[18080] = "nginx (pid 123)"
    with pytest.raises(PortTaken) as raised:
        await open_web(ports)
    assert in_words(raised.value, None, "") == (
        "failed to bind host port for 127.0.0.1:18080: address already in use: held by "
        "nginx (pid 123)"
    )


async def test_of_a_range_the_first_free_port_is_taken(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    host.taken |= {18080: "nginx (pid 1)", 18081: "nginx (pid 1)"}
    request = PortRequest(
        container_port=80, protocol="tcp", host_ip="", host_ports=(18080, 18081, 18082)
    )
    assert (await open_web(ports, request)).mapping.host_port == 18082
    host.taken[18082] = "nginx (pid 1)"
    with pytest.raises(PortTaken, match="nginx"):
        await open_web(ports, request)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("permission", PortTaken),
        ("address", InvalidParameter),
        ("invalid", InvalidParameter),
        ("failed", SystemFailure),
        ("unheard-of", SystemFailure),
    ],
)
async def test_other_refusals_keep_the_hosts_words(
    ports: ForwardedPorts, host: MachineHost, kind: str, expected: type[EngineError]
) -> None:
    error = {"kind": kind, "message": "the words of the host"}
    host.answers = lambda request: {"error": error} if request["method"] == "publish" else None
    with pytest.raises(expected, match="the words of the host"):
        await open_web(ports)


async def test_a_port_that_may_be_open_after_all_is_closed_by_the_next_list(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    await until(lambda: "republish" in host.methods())

    def answer(request: Json) -> Json | None:
        if request["method"] != "publish":
            return None
        host.ports["tcp", "127.0.0.1", 18080] = request["params"]
        return {"result": "not understood"}

    host.answers = answer
    with pytest.raises(HostAway, match=r"cannot publish 127\.0\.0\.1:18080"):
        await open_web(ports)
    await until(lambda: not host.ports)


async def test_a_cancelled_start_leaves_no_port_open(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    await until(lambda: "republish" in host.methods())
    host.silent = True
    opening = asyncio.create_task(open_web(ports))
    await until(lambda: "publish" in host.methods())
    host.ports["tcp", "127.0.0.1", 18080] = host.asked[-1]["params"]
    host.silent = False
    opening.cancel()
    await until(lambda: not host.ports)
    assert opening.cancelled() or await asyncio.gather(opening, return_exceptions=True)


async def test_a_host_that_comes_back_is_told_everything(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    await open_web(ports)
    before = dict(host.ports)
    await host.stop()
    assert host.ports == {}
    await host.start()
    await until(lambda: host.ports == before)


async def test_what_the_host_has_open_and_nobody_wants_is_closed(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    host.ports["tcp", "127.0.0.1", 9] = {"container": "gone"}
    host.tell(event="hello", version=1)
    await until(lambda: not host.ports)


async def test_more_ports_than_fit_into_a_line_are_told_in_several(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    many = [
        PortRequest(container_port=n, protocol="udp", host_ip="", host_ports=(20000 + n,))
        for n in range(1, 400)
    ]
    for one in many:
        await ports.open(one, "127.0.0.1", "id", "n" * 128)
    before = dict(host.ports)
    host.asked.clear()
    await host.stop()
    await host.start()
    await until(lambda: host.ports == before)
    lines = [request["params"] for request in host.asked if request["method"] == "republish"]
    assert "+++." in "".join("+" if line.get("more") else "." for line in lines)


async def test_a_lost_port_is_told_once_and_tried_on_until_it_is_back(
    ports: ForwardedPorts, host: MachineHost, events: EventBus
) -> None:
    await open_web(ports)
    await host.stop()
    host.taken[18080] = "nginx (pid 5)"
    await host.start()
    await until(lambda: host.methods().count("republish") >= 4)
    host.taken.clear()
    await until(lambda: host.ports)
    await until(lambda: len(events.since(0)) == 2)
    lost, restored = events.since(0)
    assert (lost.action, lost.id) == ("port_lost", "id of web")
    assert lost.attributes == {
        "name": "web",
        "port": "127.0.0.1:18080/tcp",
        "error": "127.0.0.1:18080 is in use by nginx (pid 5)",
    }
    assert restored.action == "port_restored"


async def test_a_container_that_runs_on_gets_its_port_again(
    host: MachineHost, events: EventBus
) -> None:
    channel = HostChannel(host.path)
    ports = ForwardedPorts(channel, events, gateway="10.0.2.2", own_ip="127.0.0.1")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    mapping = PortMapping(
        container_port=80, protocol="tcp", host_ip="127.0.0.1", host_port=18080, guest_port=free
    )
    adopted = await ports.adopt(mapping, "id", "web")
    assert adopted.mapping == mapping
    # The second finds its port here taken, by the first; the host is told of another.
    other = await ports.adopt(mapping, "id", "web")
    assert other.mapping.guest_port not in (0, free)
    await other.close()
    await host.start(hello=False)
    channel.start()
    ports.start()
    await until(lambda: host.ports)
    (wish,) = host.ports.values()
    assert wish["guest_port"] == free
    await ports.aclose()
    await adopted.close()
    assert host.ports, "what the host has open outlives the engine"
    await channel.aclose()


async def test_closing_a_port_does_not_wait_for_a_host_that_is_away(
    ports: ForwardedPorts, host: MachineHost
) -> None:
    reservation = await open_web(ports)
    await host.stop()
    await until(lambda: not ports._channel.connected)
    await asyncio.wait_for(reservation.close(), 1)
    await host.start()
    await until(lambda: host.methods()[-1] == "republish")
    assert host.ports == {}


def test_the_machines_address_is_the_one_towards_its_host() -> None:
    assert own_address("127.0.0.1") == "127.0.0.1"
    with pytest.raises(SystemFailure, match=r"no way to the host at 255\.255\.255\.255"):
        own_address("255.255.255.255")
