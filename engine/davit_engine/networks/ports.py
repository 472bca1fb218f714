"""Host ports: reserve them with real sockets, and name whoever holds one already.

The firewall carries the traffic of a published port, so no packet reaches the reserving socket. It
is there for other programs: their bind fails, and they see the port as taken. IPv6 addresses of
the host have no such rules; there the socket is served by a small proxy.
"""

import asyncio
import errno
import ipaddress
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.containers.model import PortMapping
from davit_engine.errors import InvalidParameter, Unsupported
from davit_engine.networks.network import PortInUse, PortRequest

_EPHEMERAL: Final = Path("/proc/sys/net/ipv4/ip_local_port_range")
_CHUNK: Final = 1 << 16


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A process that holds a port."""

    name: str
    pid: int


class Reservation:
    """One published port and what holds it open. Close to free it."""

    def __init__(self, mapping: PortMapping, held: socket.socket | None) -> None:
        self.mapping = mapping
        self.held = held
        """None while another program has the port: an adopted container waits for it."""
        self.proxy: Proxy | None = None

    async def close(self) -> None:
        if self.proxy is not None:
            await self.proxy.close()
            self.proxy = None
        if self.held is not None:
            self.held.close()
            self.held = None


class Ports:
    """All reservations of the engine by container id."""

    def __init__(self, default_ip: str) -> None:
        self._default_ip = default_ip
        self._reserved: dict[str, list[Reservation]] = {}
        self._next = 0

    def of(self, container_id: str) -> list[Reservation]:
        return self._reserved.get(container_id, [])

    def all(self) -> Iterator[tuple[str, Reservation]]:
        for container_id, reservations in self._reserved.items():
            for reservation in reservations:
                yield container_id, reservation

    def reserve(self, container_id: str, request: PortRequest) -> Reservation:
        """Bind the first candidate that is free.

        Raises PortTaken for the last one when none is, InvalidParameter and Unsupported.
        """
        host_ip = checked_host_ip(request, self._default_ip)
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
            reservation = Reservation(mapping, held)
            self._reserved.setdefault(container_id, []).append(reservation)
            return reservation
        raise failure or PortTaken(request.protocol, host_ip, 0)

    def holder(self, taken: "PortTaken") -> str | None:
        """The container that has published what stands in the way."""
        for container_id, reservation in self.all():
            if _collides(reservation.mapping, taken):
                return container_id
        return None

    def adopt(self, container_id: str, mapping: PortMapping) -> Reservation:
        """Take over a port that is in force; without its socket when another program was faster."""
        reservation = Reservation(mapping, None)
        self._reserved.setdefault(container_id, []).append(reservation)
        try:
            reservation.held = bind(mapping.protocol, mapping.host_ip, mapping.host_port)
        except (PortTaken, InvalidParameter):
            reservation.held = None
        return reservation

    async def release(self, container_id: str) -> list[Reservation]:
        """Close all of the container's; what they were."""
        reservations = self._reserved.pop(container_id, [])
        for reservation in reservations:
            await reservation.close()
        return reservations

    async def close(self) -> None:
        for container_id in list(self._reserved):
            await self.release(container_id)

    def _ephemeral(self) -> Iterator[int]:
        low, high = (int(number) for number in _EPHEMERAL.read_text().split())
        size = high - low + 1
        for _ in range(size):
            port = low + self._next % size
            self._next += 1
            yield port


class PortTaken(PortInUse):
    """The kernel refused the bind."""

    def __init__(self, protocol: str, host_ip: str, port: int) -> None:
        super().__init__(f"{_joined(host_ip, port)}/{protocol} is in use")
        self.protocol = protocol
        self.host_ip = host_ip
        self.port = port


def in_words(taken: PortTaken, container: str | None, process: Holder | None) -> str:
    """Docker's sentence, and who holds the port."""
    where = _joined(taken.host_ip, taken.port)
    if container is not None:
        return (
            f"Bind for {where} failed: port is already allocated: held by container {container}. "
            "Stop it or publish another port."
        )
    who = f": held by {process.name} (pid {process.pid})" if process else ""
    return f"failed to bind host port for {where}: address already in use{who}"


def checked_host_ip(request: PortRequest, default: str) -> str:
    """The host address to bind. Raises InvalidParameter and Unsupported."""
    text = request.host_ip or default
    try:
        address = ipaddress.ip_address(text)
    except ValueError as error:
        raise InvalidParameter(f"invalid IP address to publish on: {text!r}") from error
    if request.protocol == "sctp":
        raise Unsupported(
            f"port {request.container_port}/sctp cannot be published: only tcp and udp are "
            "supported. Containers on the same network reach it without publishing."
        )
    if address.version == 6 and request.protocol == "udp":
        raise Unsupported(
            f"port {request.container_port}/udp cannot be published on the IPv6 address {text}: "
            "publish it on an IPv4 address."
        )
    return str(address)


def bind(protocol: str, host_ip: str, port: int) -> socket.socket:
    """Raises PortTaken, and InvalidParameter for an address that is not the host's."""
    version6 = ":" in host_ip
    family = socket.AF_INET6 if version6 else socket.AF_INET
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    held = socket.socket(family, kind)
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
        try:
            for descriptor in (process / "fd").iterdir():
                if str(descriptor.readlink()) in inodes:
                    name = (process / "comm").read_text().strip()
                    return Holder(name=name, pid=int(process.name))
        except OSError:
            continue
    return None


def _kernel_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """From /proc/net: hexadecimal 32-bit words in the byte order of the machine."""
    words = bytes.fromhex(text)
    packed = b"".join(words[i : i + 4][::-1] for i in range(0, len(words), 4))
    address = ipaddress.ip_address(packed)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def _collides(mapping: PortMapping, taken: PortTaken) -> bool:
    if (mapping.protocol, mapping.host_port) != (taken.protocol, taken.port):
        return False
    ours, theirs = ipaddress.ip_address(mapping.host_ip), ipaddress.ip_address(taken.host_ip)
    if ours.version != theirs.version:
        return False
    return ours == theirs or ours.is_unspecified or theirs.is_unspecified


def _joined(host_ip: str, port: int) -> str:
    return f"[{host_ip}]:{port}" if ":" in host_ip else f"{host_ip}:{port}"


class Proxy:
    """Carries TCP connections from a listening IPv6 socket to a container."""

    def __init__(self, target_ip: str, target_port: int) -> None:
        self._target = (target_ip, target_port)
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    def aim(self, target_ip: str) -> None:
        """Carry later connections elsewhere."""
        self._target = (target_ip, self._target[1])

    async def start(self, listening: socket.socket) -> None:
        # asyncio closes the socket that it is given; the reservation keeps its own.
        self._server = await asyncio.start_server(self._accept, sock=listening.dup())

    async def close(self) -> None:
        if self._server is None:
            return
        self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._server = None

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await self._carry(reader, writer)
        except OSError:
            pass  # Either side hung up; the other is closed below.
        finally:
            self._connections.discard(task)
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(*self._target)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pump(reader, inner_writer))
                group.create_task(_pump(inner_reader, writer))
        except* OSError:
            pass
        finally:
            inner_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_CHUNK):
        writer.write(data)
        await writer.drain()
    writer.write_eof()
