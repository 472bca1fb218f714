"""Ports of the host that are published: who opens them, which are open, and why one is refused.

The host is this machine (native_ports.py) or, in a virtual machine, the computer that runs it
(forwarded_ports.py).
"""

import ipaddress
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from davit_engine.containers.model import PortMapping
from davit_engine.errors import InvalidParameter
from davit_engine.networks.network import PortInUse, PortRequest


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where a container answers, without prefix length; empty for a family it does not have."""

    ipv4: str = ""
    ipv6: str = ""

    def like(self, host_ip: str) -> str:
        """The address of the host address's family."""
        return self.ipv6 if ":" in host_ip else self.ipv4


class Reservation(Protocol):
    """One port of the host that is ours. Close to free it."""

    @property
    def mapping(self) -> PortMapping: ...

    @property
    def arrivals(self) -> Sequence[tuple[str, int]]:
        """The addresses and ports of this machine from which the firewall leads to the container;
        none where the reservation carries the connections itself.
        """
        ...

    async def serve(self, target: Target) -> None:
        """Carry connections to the container, where the firewall does not; also to a new one.

        Raises Unsupported for what neither can carry.
        """
        ...

    async def close(self) -> None: ...


class HostPorts(Protocol):
    """Opens ports of the host. `container_id` and `name` say for whom."""

    @property
    def every_family(self) -> bool:
        """Whether "all addresses" needs a port for IPv6 besides that for IPv4, as in Docker."""
        ...

    async def open(
        self, request: PortRequest, host_ip: str, container_id: str, name: str
    ) -> Reservation:
        """Take the first candidate that is free.

        Raises PortTaken for the last one when none is, InvalidParameter, Unsupported and
        SystemFailure.
        """
        ...

    async def adopt(self, mapping: PortMapping, container_id: str, name: str) -> Reservation:
        """Take over a port that an earlier daemon opened; tried on and on when it is lost."""
        ...

    async def holder(self, taken: "PortTaken") -> str:
        """Who outside of this engine holds the port, as "nginx (pid 123)"; empty when unknown."""
        ...

    def start(self) -> None: ...

    async def aclose(self) -> None:
        """Ports of containers that run on stay open where that does not depend on this process."""
        ...


class Ports:
    """All reservations of the engine by container id."""

    def __init__(self, host: HostPorts) -> None:
        self._host = host
        self._reserved: dict[str, list[Reservation]] = {}

    def of(self, container_id: str) -> list[Reservation]:
        return self._reserved.get(container_id, [])

    def all(self) -> Iterator[tuple[str, Reservation]]:
        for container_id, reservations in self._reserved.items():
            for reservation in reservations:
                yield container_id, reservation

    async def reserve(
        self, container_id: str, name: str, request: PortRequest, default_ip: str
    ) -> Reservation:
        """Raises what `HostPorts.open` does."""
        host_ip = checked_host_ip(request, default_ip)
        reservation = await self._host.open(request, host_ip, container_id, name)
        self._reserved.setdefault(container_id, []).append(reservation)
        return reservation

    async def adopt(self, container_id: str, name: str, mapping: PortMapping) -> Reservation:
        reservation = await self._host.adopt(mapping, container_id, name)
        self._reserved.setdefault(container_id, []).append(reservation)
        return reservation

    def holder(self, taken: "PortTaken") -> str | None:
        """The container that has published what stands in the way."""
        for container_id, reservation in self.all():
            if _collides(reservation.mapping, taken):
                return container_id
        return None

    async def release(self, container_id: str) -> list[Reservation]:
        """Close all of the container's; what they were."""
        reservations = self._reserved.pop(container_id, [])
        for reservation in reservations:
            await reservation.close()
        return reservations

    async def close(self) -> None:
        for container_id in list(self._reserved):
            await self.release(container_id)


class PortTaken(PortInUse):
    """The port is refused; another may be had."""

    def __init__(self, protocol: str, host_ip: str, port: int, said: str = "") -> None:
        super().__init__(said or f"{joined(host_ip, port)}/{protocol} is in use")
        self.protocol = protocol
        self.host_ip = host_ip
        self.port = port
        self.said = said
        """Why, when it is something else than that the port is in use."""


def in_words(taken: PortTaken, container: str | None, holder: str) -> str:
    """Docker's sentence, and who holds the port."""
    where = joined(taken.host_ip, taken.port)
    if container is not None:
        return (
            f"Bind for {where} failed: port is already allocated: held by container {container}. "
            "Stop it or publish another port."
        )
    if taken.said:
        return f"failed to bind host port for {where}: {taken.said}"
    who = f": held by {holder}" if holder else ""
    return f"failed to bind host port for {where}: address already in use{who}"


def checked_host_ip(request: PortRequest, default: str) -> str:
    """The host address to bind. Raises InvalidParameter."""
    text = request.host_ip or default
    try:
        address = ipaddress.ip_address(text)
    except ValueError as error:
        raise InvalidParameter(f"invalid IP address to publish on: {text!r}") from error
    return str(address)


def _collides(mapping: PortMapping, taken: PortTaken) -> bool:
    if (mapping.protocol, mapping.host_port) != (taken.protocol, taken.port):
        return False
    ours, theirs = ipaddress.ip_address(mapping.host_ip), ipaddress.ip_address(taken.host_ip)
    if ours.version != theirs.version:
        return False
    return ours == theirs or ours.is_unspecified or theirs.is_unspecified


def joined(host_ip: str, port: int) -> str:
    return f"[{host_ip}]:{port}" if ":" in host_ip else f"{host_ip}:{port}"
