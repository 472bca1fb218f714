"""Published ports beyond IPv4 TCP: IPv6, SCTP, routed networks, addresses of a network."""

import asyncio
import contextlib
import socket
import struct
import subprocess
from pathlib import Path

import pytest

from davit_engine.networks.network import CreateNetwork, PortInUse, PortRequest
from davit_engine.networks.service import Networks
from fakes.namespaces import Start, fetch, inside, join, run, unreachable

pytestmark = pytest.mark.root

SIX = CreateNetwork(name="six", ipv6=True)


def port(protocol: str, host_ip: str, container_port: int = 80) -> PortRequest:
    return PortRequest(
        container_port=container_port,
        protocol=protocol,  # type: ignore[arg-type]
        host_ip=host_ip,
        host_ports=(8080,),
    )


def udp_program(family: int, address: str) -> socket.socket:
    made = socket.socket(family, socket.SOCK_DGRAM)
    made.bind((address, 80))
    made.settimeout(5)
    return made


def unplug(link: str) -> None:
    """Delete a link that may be going already, with the namespace of its other end."""
    with contextlib.suppress(subprocess.CalledProcessError):
        run(f"ip link del {link}")
    assert f" {link}@" not in run("ip -o link")


def ask(server: str, program: socket.socket) -> tuple[bytes, str]:
    """What comes back, and as whom the program saw the client."""
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as client:
        client.settimeout(5)
        client.connect((server, 8080))
        client.send(b"question")
        question, sender = program.recvfrom(100)
        program.sendto(question[::-1], sender)
        return client.recv(100), str(sender[0])


async def test_udp_is_carried_from_ipv6_to_a_container_without(networks: Networks) -> None:
    web, _ = await join(networks, "web")
    await networks.publish("web", [port("udp", "::")])
    with await inside(web, udp_program, socket.AF_INET, "0.0.0.0") as program:
        for _ in range(2):
            answer, seen = await asyncio.to_thread(ask, "::1", program)
            assert (answer, seen) == (b"noitseuq", "172.17.0.1")
    await networks.forget("web")
    socket.create_server(("::1", 8080), family=socket.AF_INET6).close()


async def test_a_container_with_ipv6_is_reached_without_a_proxy(networks: Networks) -> None:
    network = await networks.create(SIX)
    web, _ = await join(networks, "web", "six")
    await networks.publish("web", [port("udp", "::")])
    gateway = network.subnets[1].gateway
    with await inside(web, udp_program, socket.AF_INET6, "::") as program:
        answer, seen = await asyncio.to_thread(ask, gateway, program)
        assert (answer, seen) == (b"noitseuq", gateway)
    await networks.forget("web")


async def test_ipv6_neighbours_meet_through_a_published_port(
    networks: Networks, programs: Start
) -> None:
    network = await networks.create(SIX)
    web, _ = await join(networks, "web", "six")
    other, _ = await join(networks, "other", "six")
    await networks.publish("web", [port("tcp", "::")])

    def listen() -> socket.socket:
        return socket.create_server(("::", 80), family=socket.AF_INET6)

    with await inside(web, listen):
        for client in (web, other):
            assert await inside(client, fetch_or_connect, network.subnets[1].gateway)
    for name in ("web", "other"):
        await networks.forget(name)


def fetch_or_connect(address: str) -> bool:
    with socket.create_connection((address, 8080), timeout=5):
        return True


async def test_the_outside_sees_the_hosts_ipv6_address(networks: Networks) -> None:
    await networks.create(SIX)
    web, _ = await join(networks, "web", "six")
    run("ip link add wire type veth peer name far")
    far = await networks.namespace("far")
    run(f"ip link set far netns {far}")
    run("ip link set wire up")
    run("ip addr add fd99::1/64 dev wire nodad")

    def outside() -> socket.socket:
        Path("/proc/sys/net/ipv6/conf/far/disable_ipv6").write_text("0")
        run("ip addr add fd99::2/64 dev far nodad")
        run("ip link set far up")
        return udp_program(socket.AF_INET6, "::")

    def send() -> None:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as client:
            client.sendto(b"hello", ("fd99::2", 80))

    with await inside(far, outside) as server:
        await inside(web, send)
        _, sender = await asyncio.to_thread(server.recvfrom, 10)
        assert sender[0] == "fd99::1"
    for name in ("web", "far"):
        await networks.forget(name)
    unplug("wire")


async def test_sctp_is_led_to_the_container(networks: Networks) -> None:
    web, _ = await join(networks, "web")
    await networks.publish("web", [port("sctp", "0.0.0.0", 9)])

    def listen() -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_SCTP)
        made.settimeout(5)
        return made

    # An INIT chunk (RFC 9260): tag, window, streams, first number.
    init = struct.pack("!BBHIIHHI", 1, 0, 20, 1, 65536, 1, 1, 1)
    packet = struct.pack("!HHI", 4000, 8080, 0) + struct.pack("<I", crc32c_of_init(init)) + init
    with (
        await inside(web, listen) as program,
        socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_SCTP) as client,
    ):
        client.sendto(packet, ("172.17.0.1", 0))
        arrived = await asyncio.to_thread(program.recv, 100)
    assert struct.unpack_from("!HH", arrived, 20) == (4000, 9)
    await join(networks, "other")
    with pytest.raises(PortInUse, match="already allocated: held by container web"):
        await networks.publish("other", [port("sctp", "0.0.0.0", 9)])
    for name in ("web", "other"):
        await networks.forget(name)


def crc32c_of_init(init: bytes) -> int:
    """The checksum of the packet above, without which connection tracking drops it."""
    value = 0xFFFFFFFF
    for byte in struct.pack("!HHII", 4000, 8080, 0, 0) + init:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


async def test_a_network_may_name_the_address_to_publish_on(networks: Networks) -> None:
    await networks.create(
        CreateNetwork(
            name="mine", options={"com.docker.network.bridge.host_binding_ipv4": "127.0.0.2"}
        )
    )
    await join(networks, "web", "mine")
    (mapping,) = await networks.publish("web", [port("tcp", "")])
    assert mapping.host_ip == "127.0.0.2"
    await networks.forget("web")


async def test_where_a_network_is_routed_only_published_ports_are_reached_from_outside(
    networks: Networks, programs: Start
) -> None:
    await networks.create(
        CreateNetwork(
            name="routed",
            options={"com.docker.network.bridge.gateway_mode_ipv4": "routed"},
        )
    )
    web, address = await join(networks, "web", "routed")
    other, _ = await join(networks, "other")
    await programs(web, "web")
    await programs(web, "secret", 81)
    await networks.publish("web", [port("tcp", "127.0.0.1")])
    inner = address.ipv4.partition("/")[0]
    run("ip link add wire type veth peer name far")
    far = await networks.namespace("far")
    run(f"ip link set far netns {far}")
    run("ip addr add 192.0.2.1/24 dev wire")
    run("ip link set wire up")

    def outside() -> None:
        run("ip addr add 192.0.2.2/24 dev far")
        run("ip link set far up")
        run("ip route add default via 192.0.2.1")

    await inside(far, outside)
    assert await inside(far, fetch, inner, 80) == "web 192.0.2.2"
    assert await inside(far, unreachable, inner, 81)
    assert await inside(other, unreachable, inner, 80), "other networks stay apart"
    for name in ("web", "other", "far"):
        await networks.forget(name)
    unplug("wire")


async def test_all_addresses_are_those_of_both_families(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    await networks.create(
        CreateNetwork(
            name="open", options={"com.docker.network.bridge.host_binding_ipv4": "0.0.0.0"}
        )
    )
    await join(networks, "web", "open")
    request = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=())
    first, second = await networks.publish("web", [request])
    assert (first.host_ip, second.host_ip) == ("0.0.0.0", "::")
    assert first.host_port == second.host_port
    await networks.forget("web")
