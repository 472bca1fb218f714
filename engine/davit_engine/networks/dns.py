"""Answer container names inside a network; pass everything else on to the host's servers.

A container sees the names of all networks it is on. It asks 127.0.0.11 in a namespace of its own
(resolver.py), or the gateway of the default bridge, where it is known by the address it asks from.
Packets are hostile: only the header and the first question are ever looked at.
"""

import asyncio
import contextlib
import ipaddress
import logging
import secrets
import socket
import struct
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import dnslib
import msgspec
from dnslib.buffer import BufferError as DNSBufferError
from dnslib.label import DNSLabelError
from typing_extensions import override

_TTL: Final = 10
"""Seconds; short because addresses move with every restart."""
_PATIENCE: Final = 4.0
"""Seconds to wait for one upstream server."""
_FORWARDS: Final = 256
"""Questions under way upstream per network; more are refused."""
_CONNECTIONS: Final = 64
"""TCP connections per network."""
_IDLE: Final = 10.0
"""Seconds until an idle TCP connection is closed."""

HOST_NAMES: Final = ("host.docker.internal", "gateway.docker.internal")

_log = logging.getLogger(__name__)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One container on a network."""

    container_id: str
    names: tuple[str, ...]
    ipv4: str
    """Without prefix length, as below."""
    ipv6: str = ""


class Zone:
    """The names of one network."""

    def __init__(
        self,
        network_name: str,
        gateway: str,
        *,
        internal: bool,
        host: str = "",
        subnets: Sequence[str] = (),
    ) -> None:
        """`host` is what the names of the host mean; the gateway when it is empty.

        `subnets` are the network's ranges, in CIDR form.
        """
        self.network_name = network_name
        self._ranges = [ipaddress.ip_network(subnet) for subnet in subnets]
        self.host = host or gateway
        self.internal = internal
        self._entries: dict[str, Entry] = {}
        self._by_name: dict[str, list[Entry]] = {}
        self._by_address: dict[str, Entry] = {}

    def add(self, entry: Entry) -> None:
        self.remove(entry.container_id)
        self._entries[entry.container_id] = entry
        for name in {name.lower() for name in entry.names}:
            self._by_name.setdefault(name, []).append(entry)
        for address in filter(None, (entry.ipv4, entry.ipv6)):
            self._by_address[address] = entry

    def remove(self, container_id: str) -> None:
        entry = self._entries.pop(container_id, None)
        if entry is None:
            return
        for name in {name.lower() for name in entry.names}:
            rest = [other for other in self._by_name[name] if other is not entry]
            if rest:
                self._by_name[name] = rest
            else:
                del self._by_name[name]
        for address in filter(None, (entry.ipv4, entry.ipv6)):
            self._by_address.pop(address, None)

    def find(self, name: str) -> list[Entry]:
        """All containers of that name (case does not matter), also as NAME.NETWORK."""
        found = self._by_name.get(name)
        if found is None:
            bare = name.removesuffix(f".{self.network_name.lower()}")
            found = self._by_name.get(bare) if bare != name else None
        return list(found or ())

    def covers(self, address: str) -> bool:
        parsed = ipaddress.ip_address(address.partition("%")[0])
        return any(parsed in own for own in self._ranges)

    def at(self, address: str) -> Entry | None:
        return self._by_address.get(address)


class Upstreams:
    """The servers in resolv.conf, read again whenever the file changes."""

    def __init__(self, fixed: Sequence[str], path: Path = Path("/etc/resolv.conf")) -> None:
        self._fixed = tuple(fixed)
        self._path = path
        self._stamp: tuple[int, int, int] | None = None
        self._servers: tuple[str, ...] = ()

    def servers(self) -> tuple[str, ...]:
        if self._fixed:
            return self._fixed
        try:
            status = self._path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            if stamp != self._stamp:
                self._servers = parse_nameservers(self._path.read_text(errors="replace"))
                self._stamp = stamp
        except OSError as error:
            _log.warning("cannot read %s: %s", self._path, error)
            self._stamp, self._servers = None, ()
        return self._servers


def parse_nameservers(text: str) -> tuple[str, ...]:
    """The addresses on `nameserver` lines (resolv.conf(5)), at most three as in the C library."""
    found = []
    for line in text.splitlines():
        words = line.split()
        if len(words) >= 2 and words[0] == "nameserver":
            with contextlib.suppress(ValueError):
                ipaddress.ip_address(words[1].partition("%")[0])
                found.append(words[1])
    return tuple(found[:3])


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a packet asks."""

    id: int
    recursion_desired: bool
    name: str
    """Lower case, without the final dot."""
    type: int
    raw: dnslib.DNSQuestion


def parse(packet: bytes) -> Question | None:
    """None for what is no question of ours to answer: malformed, a response, other opcodes."""
    buffer = dnslib.DNSBuffer(packet)
    try:
        header = dnslib.DNSHeader.parse(buffer)
        if header.qr or header.opcode or header.q != 1:
            return None
        question = dnslib.DNSQuestion.parse(buffer)
        name = b".".join(question.qname.label).decode("ascii").lower()
    except (dnslib.DNSError, DNSBufferError, ValueError, struct.error):
        return None
    return Question(
        id=header.id,
        recursion_desired=bool(header.rd),
        name=name,
        type=question.qtype,
        raw=question,
    )


def answer(
    question: Question, zones: Sequence[Zone], turn: int, aliases: Mapping[str, str] | None = None
) -> bytes | None:
    """The response from what the networks know, or None when others must be asked.

    `turn` rotates the order of containers that share a name.
    """
    if question.type == dnslib.QTYPE.PTR:
        return _answer_pointer(question, zones)
    name = (aliases or {}).get(question.name, question.name)
    for zone in zones:
        entries = zone.find(name)
        if not entries and question.name in HOST_NAMES:
            entries = [Entry(container_id="", names=(), ipv4=zone.host)]
        if entries:
            start = turn % len(entries)
            return _response(question, _addresses(question, entries[start:] + entries[:start]))
    return None


def refusal(question: Question) -> bytes:
    """SERVFAIL, as Docker answers for what it may or can not ask others."""
    return _response(question, [], dnslib.RCODE.SERVFAIL)


def _addresses(question: Question, entries: Sequence[Entry]) -> list[dnslib.RR]:
    # No address of the family asked for is an empty answer: the name exists.
    records = []
    for entry in entries:
        if question.type in (dnslib.QTYPE.A, dnslib.QTYPE.ANY) and entry.ipv4:
            data: dnslib.RD = dnslib.A(entry.ipv4)
            records.append(_record(question, dnslib.QTYPE.A, data))
        if question.type in (dnslib.QTYPE.AAAA, dnslib.QTYPE.ANY) and entry.ipv6:
            records.append(_record(question, dnslib.QTYPE.AAAA, dnslib.AAAA(entry.ipv6)))
    return records


def _answer_pointer(question: Question, zones: Sequence[Zone]) -> bytes | None:
    address = _pointed(question.name)
    for zone in zones:
        entry = zone.at(address) if address else None
        if entry is not None and entry.names:
            name = f"{entry.names[0]}.{zone.network_name}"
            with contextlib.suppress(DNSLabelError):  # Longer than a name may be in DNS.
                data = dnslib.PTR(name.encode())
                return _response(question, [_record(question, dnslib.QTYPE.PTR, data)])
    return None


def _pointed(name: str) -> str | None:
    """The address in a name below in-addr.arpa or ip6.arpa."""
    labels = name.split(".")[::-1]
    with contextlib.suppress(ValueError):
        if labels[:2] == ["arpa", "in-addr"] and len(labels) == 6:
            return str(ipaddress.IPv4Address(".".join(labels[2:])))
        if labels[:2] == ["arpa", "ip6"] and len(labels) == 34:
            digits = "".join(labels[2:])
            return str(ipaddress.IPv6Address(bytes.fromhex(digits)))
    return None


def _record(question: Question, kind: int, data: dnslib.RD) -> dnslib.RR:
    return dnslib.RR(question.raw.qname, kind, ttl=_TTL, rdata=data)


def _response(question: Question, records: list[dnslib.RR], code: int = 0) -> bytes:
    header = dnslib.DNSHeader(
        id=question.id, qr=1, aa=0, ra=1, rd=int(question.recursion_desired), rcode=code
    )
    packed: bytes = dnslib.DNSRecord(header, q=question.raw, rr=records).pack()
    return packed


class Server:
    """DNS for the clients of one pair of sockets. `zones_of` gives the networks of a client.

    `aliases` are other names for what is in the zones, which only these clients use.
    """

    def __init__(
        self,
        zones_of: Callable[[str], Sequence[Zone]],
        upstreams: Upstreams,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        self._zones_of = zones_of
        self._upstreams = upstreams
        self.aliases = dict(aliases or {})
        self._turns: dict[int, int] = {}
        """By type: clients ask for both families in turn."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._datagrams: asyncio.DatagramTransport | None = None
        self._server: asyncio.Server | None = None
        self._connections = 0

    async def start(self, address: str) -> int:
        """Listen; the port, to which the firewall leads what containers send to port 53.

        Port 53 itself is left to others: a name server of the host, or one that a container
        publishes there. Raises OSError when the address cannot be had.
        """
        udp, tcp = _bind_pair(address)
        port: int = udp.getsockname()[1]
        await self.listen(udp, tcp)
        return port

    async def listen(self, udp: socket.socket, tcp: socket.socket) -> None:
        """Answer what arrives at these bound sockets, which are closed with the server."""
        loop = asyncio.get_running_loop()
        try:
            self._datagrams, _ = await loop.create_datagram_endpoint(
                lambda: _Datagrams(self._receive), sock=udp
            )
            self._server = await asyncio.start_server(self._accept, sock=tcp)
        except BaseException:
            udp.close()
            tcp.close()
            raise

    async def close(self) -> None:
        if self._datagrams is not None:
            self._datagrams.close()
            self._datagrams = None
        if self._server is not None:
            self._server.close()
            self._server = None
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def respond(self, packet: bytes, client: str, *, tcp: bool) -> bytes | None:
        """The response to one packet; None when it deserves none."""
        question = parse(packet)
        if question is None:
            return None
        zones = self._zones_of(client)
        turn = self._turns.get(question.type, 0)
        if question.type in (dnslib.QTYPE.A, dnslib.QTYPE.AAAA):
            self._turns[question.type] = turn + 1
        known = answer(question, zones, turn, self.aliases)
        if known is not None:
            return known
        servers = self._upstreams.servers()
        if zones and all(zone.internal for zone in zones):
            # What its own networks hold may be asked, and nobody beyond.
            servers = tuple(s for s in servers if any(zone.covers(s) for zone in zones))
        return await self._forward(packet, servers, tcp=tcp) or refusal(question)

    def _receive(self, packet: bytes, sender: tuple[str, int]) -> None:
        if len(self._tasks) >= _FORWARDS:
            return
        task = asyncio.get_running_loop().create_task(self._reply(packet, sender))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _reply(self, packet: bytes, sender: tuple[str, int]) -> None:
        response = await self.respond(packet, sender[0], tcp=False)
        if response is not None and self._datagrams is not None:
            self._datagrams.sendto(response, sender)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if self._connections >= _CONNECTIONS:
            writer.close()
            return
        self._connections += 1
        self._tasks.add(task)
        try:
            client = writer.get_extra_info("peername")[0]
            while True:
                async with asyncio.timeout(_IDLE):
                    (length,) = struct.unpack("!H", await reader.readexactly(2))
                    packet = await reader.readexactly(length)
                response = await self.respond(packet, client, tcp=True)
                if response is None:
                    return
                writer.write(struct.pack("!H", len(response)) + response)
                await writer.drain()
        except (OSError, EOFError, TimeoutError):
            pass  # The client hung up or fell silent.
        finally:
            self._connections -= 1
            self._tasks.discard(task)
            writer.close()

    async def _forward(self, packet: bytes, servers: Sequence[str], *, tcp: bool) -> bytes | None:
        for server in servers:
            try:
                async with asyncio.timeout(_PATIENCE):
                    if tcp:
                        return await _ask_tcp(server, packet)
                    return await _ask_udp(server, packet)
            except (OSError, EOFError, TimeoutError) as error:
                _log.debug("DNS server %s did not answer: %s", server, error)
        return None


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, receive: Callable[[bytes, tuple[str, int]], None]) -> None:
        self._receive = receive

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._receive(data, addr)


class _Answer(asyncio.DatagramProtocol):
    """Waits for the datagram that answers `id`; others (spoofed, late) are ignored."""

    def __init__(self, id: bytes) -> None:
        self._id = id
        self.received: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data[:2] == self._id and not self.received.done():
            self.received.set_result(data)

    @override
    def error_received(self, exc: Exception) -> None:
        if not self.received.done():
            self.received.set_exception(exc)


async def _ask_udp(server: str, packet: bytes) -> bytes:
    # A fresh port and a fresh id for each question make answers hard to forge.
    id = secrets.token_bytes(2)
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(
        lambda: _Answer(id), remote_addr=(server, 53)
    )
    try:
        transport.sendto(id + packet[2:])
        return packet[:2] + (await protocol.received)[2:]
    finally:
        protocol.received.cancel()
        transport.close()


async def _ask_tcp(server: str, packet: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(server, 53)
    try:
        writer.write(struct.pack("!H", len(packet)) + packet)
        (length,) = struct.unpack("!H", await reader.readexactly(2))
        return await reader.readexactly(length)
    finally:
        writer.close()


def _bind_pair(address: str) -> tuple[socket.socket, socket.socket]:
    """A UDP and a TCP socket on the same port."""
    for _ in range(16):
        with contextlib.suppress(OSError):
            return _bind(address, 20000 + secrets.randbelow(12000))
    return _bind(address, 20000 + secrets.randbelow(12000))


def _bind(address: str, port: int) -> tuple[socket.socket, socket.socket]:
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        udp.bind((address, port))
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tcp.bind((address, port))
    except BaseException:
        udp.close()
        tcp.close()
        raise
    return udp, tcp
