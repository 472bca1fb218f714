"""Ports of this machine: reserve them with real sockets, and name whoever holds one already.

The firewall carries the traffic of a published port, so no packet reaches the reserving socket. It
is there for other programs: their bind fails, and they see the port as taken. On IPv6 addresses of
the host the socket is served by a small proxy: rules carry only what is sent to a container that
has an IPv6 address, and nothing from the loopback address.
"""

import asyncio
import contextlib
import errno
import ipaddress
import logging
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.containers.model import PortMapping
from davit_engine.errors import EngineError, InvalidParameter, Unsupported
from davit_engine.networks.network import PortRequest
from davit_engine.networks.ports import PortTaken, Target
from davit_engine.networks.proxy import Datagrams, Streams

_EPHEMERAL: Final = Path("/proc/sys/net/ipv4/ip_local_port_range")
_RETRY: Final = 3.0
"""Seconds between two attempts to get back a port that another program took."""

_log = logging.getLogger(__name__)


class NativeReservation:
    """One published port and what holds it open."""

    def __init__(self, mapping: PortMapping, held: socket.socket | None) -> None:
        self.mapping = mapping
        self.held = held
        """None while another program has the port: an adopted container waits for it."""
        self.closed = False
        self._proxy: Streams | Datagrams | None = None

    @property
    def arrivals(self) -> Sequence[tuple[str, int]]:
        return ((self.mapping.host_ip, self.mapping.host_port),)

    async def serve(self, target: Target) -> None:
        mapping = self.mapping
        if ":" not in mapping.host_ip:
            return
        if mapping.protocol == "sctp":
            if not target.ipv6:
                raise Unsupported(
                    f"port {mapping.container_port}/sctp cannot be published on the IPv6 address "
                    f"{mapping.host_ip}: the container has no IPv6 address. Publish it on an IPv4 "
                    "address, or join a network with IPv6."
                )
            return
        if self._proxy is not None:
            self._proxy.aim(target.ipv4 or target.ipv6)
            return
        kind = Streams if mapping.protocol == "tcp" else Datagrams
        self._proxy = kind(target.ipv4 or target.ipv6, mapping.container_port)
        if self.held is not None:
            await self._proxy.start(self.held)

    async def regain(self) -> None:
        """Raises PortTaken and InvalidParameter."""
        mapping = self.mapping
        self.held = bind(mapping.protocol, mapping.host_ip, mapping.host_port)
        if self._proxy is not None:
            await self._proxy.start(self.held)

    async def close(self) -> None:
        self.closed = True
        if self._proxy is not None:
            await self._proxy.close()
            self._proxy = None
        if self.held is not None:
            self.held.close()
            self.held = None


class NativePorts:
    """Opens ports of this machine."""

    def __init__(self) -> None:
        self._next = 0
        self._missing: list[NativeReservation] = []
        self._regaining: asyncio.Task[None] | None = None

    async def open(
        self, request: PortRequest, host_ip: str, container_id: str, name: str
    ) -> NativeReservation:
        """Bind the first candidate that is free."""
        any_port = not request.host_ports or request.host_ports == (0,)
        candidates: Iterable[int] = self._ephemeral() if any_port else request.host_ports
        failure: PortTaken | None = None
        for port in candidates:
            try:
                held = bind(request.protocol, host_ip, port)
            except PortTaken as error:
                failure = error
                continue
            mapping = PortMapping(
                container_port=request.container_port,
                protocol=request.protocol,
                host_ip=host_ip,
                host_port=port,
            )
            return NativeReservation(mapping, held)
        raise failure or PortTaken(request.protocol, host_ip, 0)

    async def adopt(self, mapping: PortMapping, container_id: str, name: str) -> NativeReservation:
        """Without its socket when another program was faster."""
        reservation = NativeReservation(mapping, None)
        with suppress(PortTaken, InvalidParameter):
            reservation.held = bind(mapping.protocol, mapping.host_ip, mapping.host_port)
        if reservation.held is None:
            self._missing.append(reservation)
            _log.warning(
                "port %s on %s of the container %s is now held by another program; trying on",
                mapping.host_port,
                mapping.host_ip,
                container_id,
            )
        return reservation

    async def holder(self, taken: PortTaken) -> str:
        found = await asyncio.to_thread(find_holder, taken.protocol, taken.host_ip, taken.port)
        return f"{found.name} (pid {found.pid})" if found is not None else ""

    @property
    def every_family(self) -> bool:
        return Path("/proc/net/if_inet6").exists()

    def start(self) -> None:
        if self._missing:
            self._regaining = asyncio.get_running_loop().create_task(self._regain())

    async def aclose(self) -> None:
        if self._regaining is not None:
            self._regaining.cancel()
            await asyncio.gather(self._regaining, return_exceptions=True)
            self._regaining = None

    async def _regain(self) -> None:
        """Get ports back that another program took while the engine was away."""
        while missing := [r for r in self._missing if r.held is None and not r.closed]:
            await asyncio.sleep(_RETRY)
            for reservation in missing:
                if reservation.closed:
                    continue
                with suppress(EngineError):
                    await reservation.regain()
                    mapping = reservation.mapping
                    _log.info("port %s on %s is ours again", mapping.host_port, mapping.host_ip)
        self._missing.clear()

    def _ephemeral(self) -> Iterator[int]:
        low, high = (int(number) for number in _EPHEMERAL.read_text().split())
        size = high - low + 1
        for _ in range(size):
            port = low + self._next % size
            self._next += 1
            yield port


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A process that holds a port."""

    name: str
    pid: int


def bind(protocol: str, host_ip: str, port: int) -> socket.socket:
    """Raises PortTaken, and InvalidParameter for an address that is not the host's."""
    version6 = ":" in host_ip
    family = socket.AF_INET6 if version6 else socket.AF_INET
    kind = socket.SOCK_DGRAM if protocol == "udp" else socket.SOCK_STREAM
    try:
        held = socket.socket(family, kind, socket.IPPROTO_SCTP if protocol == "sctp" else 0)
    except OSError as error:
        if protocol == "sctp" and error.errno == errno.EPROTONOSUPPORT:
            return _placeholder(host_ip, port)
        raise
    try:
        held.setblocking(False)
        if version6:
            held.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if protocol == "tcp":
            # Connections of a previous holder that still linger do not count as use.
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((host_ip, port))
        if protocol == "tcp":
            held.listen(128)
    except OSError as error:
        held.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTaken(protocol, host_ip, port) from error
        if error.errno == errno.EADDRNOTAVAIL:
            raise InvalidParameter(
                f"cannot publish on {host_ip}: this computer has no such address"
            ) from error
        raise
    return held


def _placeholder(host_ip: str, port: int) -> socket.socket:
    """What holds an SCTP port where the kernel has no such sockets, and so no other programs do.

    A name in the network namespace that only one can have. Raises PortTaken.
    """
    held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        held.bind(f"\0davit sctp {port} IPv{6 if ':' in host_ip else 4}")
    except OSError as error:
        held.close()
        raise PortTaken("sctp", host_ip, port) from error
    return held


def find_holder(protocol: str, host_ip: str, port: int) -> Holder | None:
    """The process whose socket stands in the way, when it can be seen."""
    wanted = ipaddress.ip_address(host_ip)
    inodes = set()
    for name in (protocol, f"{protocol}6"):
        try:
            table = Path(f"/proc/net/{name}").read_text()
        except OSError:
            continue
        for line in table.splitlines()[1:]:
            fields = line.split()
            address_text, port_text = fields[1].split(":")
            if int(port_text, 16) != port or (protocol == "tcp" and fields[3] != "0A"):
                continue
            address = _kernel_address(address_text)
            if address == wanted or address.is_unspecified or wanted.is_unspecified:
                inodes.add(f"socket:[{fields[9]}]")
    return _owner(inodes) if inodes else None


def _owner(inodes: set[str]) -> Holder | None:
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            if any(_target(descriptor) in inodes for descriptor in (process / "fd").iterdir()):
                name = (process / "comm").read_text().strip()
                return Holder(name=name, pid=int(process.name))
    return None


def _target(link: Path) -> str:
    """Where it leads; empty when it is gone by now."""
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _kernel_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """From /proc/net: hexadecimal 32-bit words in the byte order of the machine."""
    words = bytes.fromhex(text)
    packed = b"".join(words[i : i + 4][::-1] for i in range(0, len(words), 4))
    address = ipaddress.ip_address(packed)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address
