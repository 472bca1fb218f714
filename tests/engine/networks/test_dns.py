"""Answers to questions about names on a network."""

import asyncio
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import dnslib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.networks import dns


def zone() -> dns.Zone:
    made = dns.Zone("mynet", "10.0.0.1", internal=False)
    made.add(
        dns.Entry(
            container_id="1" * 64, names=("web", "www", "1" * 12), ipv4="10.0.0.2", ipv6="fd00::2"
        )
    )
    made.add(dns.Entry(container_id="2" * 64, names=("db", "shared"), ipv4="10.0.0.3"))
    made.add(dns.Entry(container_id="3" * 64, names=("Db2", "shared"), ipv4="10.0.0.4"))
    return made


def ask(name: str, kind: str = "A", turn: int = 0) -> list[str] | None:
    question = dns.parse(dnslib.DNSRecord.question(name, kind).pack())
    assert question is not None
    packet = dns.answer(question, [zone()], turn)
    if packet is None:
        return None
    response = dnslib.DNSRecord.parse(packet)
    assert response.header.id == question.id
    assert response.header.qr
    assert response.q.qname == name
    return [str(record.rdata) for record in response.rr]


def test_names_aliases_and_short_ids_are_found() -> None:
    assert ask("web") == ask("www") == ask("1" * 12) == ["10.0.0.2"]


def test_case_does_not_matter() -> None:
    assert ask("WEB") == ["10.0.0.2"]
    assert ask("dB2") == ["10.0.0.4"]


def test_the_network_may_be_named_behind_the_container() -> None:
    assert ask("web.mynet") == ["10.0.0.2"]
    assert ask("web.other") is None


def test_a_name_without_an_ipv6_address_gives_an_empty_answer() -> None:
    assert ask("web", "AAAA") == ["fd00::2"]
    assert ask("db", "AAAA") == []
    assert ask("db", "MX") == []


def test_a_shared_alias_goes_round() -> None:
    assert ask("shared", turn=0) == ["10.0.0.3", "10.0.0.4"]
    assert ask("shared", turn=1) == ["10.0.0.4", "10.0.0.3"]


def test_addresses_are_turned_back_into_names() -> None:
    assert ask("2.0.0.10.in-addr.arpa", "PTR") == ["web.mynet."]
    assert ask("9.0.0.10.in-addr.arpa", "PTR") is None
    assert ask("x.0.0.10.in-addr.arpa", "PTR") is None


def test_a_name_too_long_for_dns_is_not_told() -> None:
    own = dns.Zone("mynet", "10.0.0.1", internal=False)
    own.add(dns.Entry(container_id="1", names=("x" * 70,), ipv4="10.0.0.9"))
    question = dns.parse(dnslib.DNSRecord.question("9.0.0.10.in-addr.arpa", "PTR").pack())
    assert question is not None
    assert dns.answer(question, [own], 0) is None


def test_the_host_has_a_name() -> None:
    assert ask("host.docker.internal") == ["10.0.0.1"]


def test_a_removed_container_is_forgotten_and_its_neighbours_are_not() -> None:
    made = zone()
    made.remove("2" * 64)
    made.remove("2" * 64)
    assert made.find("db") == []
    assert [entry.ipv4 for entry in made.find("shared")] == ["10.0.0.4"]
    assert made.at("10.0.0.3") is None


@given(st.binary(max_size=64))
def test_malformed_packets_never_raise(packet: bytes) -> None:
    question = dns.parse(packet)
    if question is not None:
        dns.answer(question, [zone()], 0)
        dns.refusal(question)


@given(
    st.binary(min_size=12, max_size=12),
    st.lists(st.binary(min_size=1, max_size=70), max_size=6),
    st.binary(max_size=8),
)
def test_strange_names_never_raise(header: bytes, labels: list[bytes], rest: bytes) -> None:
    name = b"".join(bytes([len(label) & 0xFF]) + label for label in labels) + b"\0"
    packet = header[:2] + struct.pack("!HHHHH", 0x0100, 1, 0, 0, 0) + name + rest
    question = dns.parse(packet)
    if question is not None:
        dns.answer(question, [zone()], 0)
        dns.refusal(question)


def test_nameservers_are_read_as_the_c_library_does() -> None:
    text = "# comment\nnameserver 10.1.1.1\nnameserver\nnameserver nonsense\n search x\n"
    text += "nameserver fe80::1%eth0\nnameserver 10.1.1.2\nnameserver 10.1.1.3\n"
    assert dns.parse_nameservers(text) == ("10.1.1.1", "fe80::1%eth0", "10.1.1.2")


def test_upstream_servers_follow_the_file(tmp_path: Path) -> None:
    conf = tmp_path / "resolv.conf"
    conf.write_text("nameserver 10.1.1.1\n")
    upstreams = dns.Upstreams((), conf)
    assert upstreams.servers() == ("10.1.1.1",)
    replacement = tmp_path / "new"
    replacement.write_text("nameserver 10.2.2.2\n")
    replacement.replace(conf)
    assert upstreams.servers() == ("10.2.2.2",)
    conf.unlink()
    assert upstreams.servers() == ()


class Upstream(asyncio.DatagramProtocol):
    """Answers 192.0.2.7 for everything and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.asked.append(data)
        record = dnslib.DNSRecord.parse(data)
        reply = record.reply()
        reply.add_answer(dnslib.RR(record.q.qname, rdata=dnslib.A("192.0.2.7")))
        self.transport.sendto(b"\0\0" + reply.pack()[2:], addr)  # a forged one first
        self.transport.sendto(reply.pack(), addr)


@pytest.fixture
async def upstream() -> AsyncIterator[Upstream]:
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(
        Upstream, local_addr=("127.0.0.77", 53)
    )
    yield protocol
    transport.close()


def server(
    *,
    internal: bool = False,
    upstreams: tuple[str, ...] = ("127.0.0.77",),
    subnets: tuple[str, ...] = ("10.0.0.0/24",),
) -> dns.Server:
    own = dns.Zone("mynet", "10.0.0.1", internal=internal, subnets=subnets)
    own.add(dns.Entry(container_id="1" * 64, names=("web",), ipv4="10.0.0.2"))
    return dns.Server(lambda client: [own], dns.Upstreams(upstreams))


def decoded(packet: bytes | None) -> dnslib.DNSRecord:
    assert packet is not None
    return dnslib.DNSRecord.parse(packet)


@pytest.mark.root
async def test_unknown_names_are_asked_upstream_under_another_id(
    upstream: Upstream, own_network: None
) -> None:
    question = dnslib.DNSRecord.question("example.com")
    response = decoded(await server().respond(question.pack(), "10.0.0.2", tcp=False))
    assert [str(record.rdata) for record in response.rr] == ["192.0.2.7"]
    assert response.header.id == question.header.id
    assert len(upstream.asked) == 1


@pytest.mark.root
async def test_known_names_are_never_asked_upstream(upstream: Upstream, own_network: None) -> None:
    question = dnslib.DNSRecord.question("web")
    response = decoded(await server().respond(question.pack(), "10.0.0.2", tcp=False))
    assert [str(record.rdata) for record in response.rr] == ["10.0.0.2"]
    assert upstream.asked == []


@pytest.mark.root
async def test_an_internal_network_asks_nobody(upstream: Upstream, own_network: None) -> None:
    question = dnslib.DNSRecord.question("example.com")
    response = decoded(await server(internal=True).respond(question.pack(), "10.0.0.2", tcp=False))
    assert response.header.rcode == dnslib.RCODE.SERVFAIL
    assert upstream.asked == []


@pytest.mark.root
async def test_an_internal_network_asks_a_server_of_its_own(
    upstream: Upstream, own_network: None
) -> None:
    question = dnslib.DNSRecord.question("example.com")
    chosen = server(internal=True, subnets=("127.0.0.0/24",))
    response = decoded(await chosen.respond(question.pack(), "10.0.0.2", tcp=False))
    assert [str(record.rdata) for record in response.rr] == ["192.0.2.7"]


def test_both_families_of_a_shared_name_go_round() -> None:
    """Clients ask for A and AAAA by turns; each must still rotate."""
    own = dns.Zone("mynet", "10.0.0.1", internal=False)
    for number in (2, 3):
        own.add(dns.Entry(container_id=str(number), names=("pool",), ipv4=f"10.0.0.{number}"))
    running = dns.Server(lambda client: [own], dns.Upstreams(("127.0.0.77",)))
    first = set()
    for kind in ("A", "AAAA") * 4:
        packet = dnslib.DNSRecord.question("pool", kind).pack()
        found = decoded(asyncio.run(running.respond(packet, "", tcp=False)))
        first |= {str(record.rdata) for record in found.rr[:1]}
    assert first == {"10.0.0.2", "10.0.0.3"}


@pytest.mark.root
async def test_a_server_that_refuses_is_followed_by_the_next(
    upstream: Upstream, own_network: None
) -> None:
    question = dnslib.DNSRecord.question("example.com")
    chosen = server(upstreams=("127.0.0.78", "127.0.0.77"))
    response = decoded(await chosen.respond(question.pack(), "10.0.0.2", tcp=False))
    assert len(response.rr) == 1


@pytest.mark.root
async def test_questions_come_by_udp_and_tcp(own_network: None) -> None:
    running = server()
    port = await running.start("127.0.0.5")
    question = dnslib.DNSRecord.question("web")
    for tcp in (False, True):
        packet = await asyncio.to_thread(question.send, "127.0.0.5", port, tcp=tcp, timeout=5)
        assert [str(record.rdata) for record in dnslib.DNSRecord.parse(packet).rr] == ["10.0.0.2"]
    await running.close()
