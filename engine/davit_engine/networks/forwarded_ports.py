"""Ports of the computer that runs this virtual machine, opened by asking it.

For each published port the engine keeps a port on the machine's own address, from which the
firewall leads to the container, and asks the host to forward a port of its own there. What the host
has open is told anew whenever either side was away; a port that the host cannot give back is asked
for again and again while the container runs on.
"""

import asyncio
import logging
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, Literal

from davit_engine.containers.model import PortMapping
from davit_engine.errors import EngineError, InvalidParameter, SystemFailure, Unsupported
from davit_engine.events import EventBus
from davit_engine.host_channel import (
    LONGEST_LINE,
    Failure,
    HostAway,
    HostChannel,
    HostRefused,
    Nothing,
    Opened,
    Publish,
    Republish,
    Republished,
    Restored,
    Unpublish,
)
from davit_engine.networks.network import PortRequest
from davit_engine.networks.ports import PortTaken, Target, joined

_CLOSING: Final = 5.0
"""Seconds that the end of a container waits for the host to close a port."""
_FIRST_RETRY: Final = 2.0
_LONGEST_RETRY: Final = 60.0
"""Seconds between two attempts to have a lost port back; doubled from the first to the longest."""
_PER_LINE: Final = LONGEST_LINE // 512
"""Ports in one `republish`: an entry takes less than 300 bytes."""

_log = logging.getLogger(__name__)


class ForwardedReservation:
    """One port of the host, and the port of this machine that it leads to."""

    def __init__(
        self,
        mapping: PortMapping,
        arrival: socket.socket,
        container_id: str,
        name: str,
        owner: "ForwardedPorts",
    ) -> None:
        self.mapping = mapping
        self.container_id = container_id
        self.name = name
        self.lost = ""
        """Why the host does not give the port, empty while it does."""
        self._arrival = arrival
        self._owner = owner

    @property
    def arrivals(self) -> Sequence[tuple[str, int]]:
        """On this machine; and on the host, for containers that take the way through it."""
        here: tuple[str, int] = self._arrival.getsockname()[:2]
        return (here, (self._owner.gateway, self.mapping.host_port))

    async def serve(self, target: Target) -> None:
        """The firewall carries everything."""

    def wish(self) -> Publish:
        mapping = self.mapping
        return Publish(
            protocol=_protocol(mapping.protocol),
            host_ip=mapping.host_ip,
            host_port=mapping.host_port,
            guest_port=mapping.guest_port,
            container=self.name,
        )

    async def close(self) -> None:
        self._arrival.close()
        await self._owner.forget(self)


class ForwardedPorts:
    """Opens ports of the host of this virtual machine.

    `gateway` is the host's address as seen from here; `own_ip` ours as seen from there.
    """

    def __init__(
        self, channel: HostChannel, events: EventBus, *, gateway: str, own_ip: str
    ) -> None:
        self._channel = channel
        self._events = events
        self.gateway = gateway
        self._own_ip = own_ip
        self._reserved: list[ForwardedReservation] = []
        self._turn = asyncio.Lock()
        """A list of all ports must not overtake the opening of one."""
        self._stale = asyncio.Event()
        self._telling: asyncio.Task[None] | None = None
        self._closing = False

    @property
    def every_family(self) -> bool:
        """The host hears both families by itself."""
        return False

    def start(self) -> None:
        self._channel.on_hello.append(self._stale.set)
        self._stale.set()
        self._telling = asyncio.get_running_loop().create_task(self._tell())

    async def aclose(self) -> None:
        """What the host has open stays open: the containers may run on."""
        self._closing = True
        if self._telling is not None:
            self._telling.cancel()
            await asyncio.gather(self._telling, return_exceptions=True)
            self._telling = None

    async def holder(self, taken: PortTaken) -> str:
        return ""  # The host's own words say it.

    async def open(
        self, request: PortRequest, host_ip: str, container_id: str, name: str
    ) -> ForwardedReservation:
        if request.protocol == "sctp":
            raise Unsupported(
                f"port {request.container_port}/sctp cannot be published from a virtual machine: "
                "only tcp and udp are. Containers on the same network reach it without publishing."
            )
        protocol = _protocol(request.protocol)
        arrival = self._arrival(protocol)
        guest_port: int = arrival.getsockname()[1]
        try:
            failure: PortTaken | None = None
            for port in request.host_ports or (0,):
                wish = Publish(
                    protocol=protocol,
                    host_ip=host_ip,
                    host_port=port,
                    guest_port=guest_port,
                    container=name,
                )
                try:
                    opened = await self._ask(wish)
                except PortTaken as error:
                    failure = error
                    continue
                mapping = PortMapping(
                    container_port=request.container_port,
                    protocol=request.protocol,
                    host_ip=opened.host_ip,
                    host_port=opened.host_port,
                    guest_port=guest_port,
                )
                reservation = ForwardedReservation(mapping, arrival, container_id, name, self)
                self._reserved.append(reservation)
                return reservation
            raise failure or PortTaken(protocol, host_ip, 0)
        except BaseException:
            arrival.close()
            raise

    async def adopt(
        self, mapping: PortMapping, container_id: str, name: str
    ) -> ForwardedReservation:
        """Told to the host once this has started."""
        arrival = self._arrival(_protocol(mapping.protocol), mapping.guest_port)
        mapping = PortMapping(
            container_port=mapping.container_port,
            protocol=mapping.protocol,
            host_ip=mapping.host_ip,
            host_port=mapping.host_port,
            guest_port=arrival.getsockname()[1],
        )
        reservation = ForwardedReservation(mapping, arrival, container_id, name, self)
        self._reserved.append(reservation)
        return reservation

    async def forget(self, reservation: ForwardedReservation) -> None:
        """Let the host close the port. Never fails: the next list of all ports settles it."""
        with suppress(ValueError):
            self._reserved.remove(reservation)
        if self._closing:
            return
        mapping = reservation.mapping
        gone = Unpublish(
            protocol=_protocol(mapping.protocol),
            host_ip=mapping.host_ip,
            host_port=mapping.host_port,
        )
        try:
            if not self._channel.connected:
                return
            async with self._turn:
                await self._channel.request("unpublish", gone, Nothing, patience=_CLOSING)
        except EngineError as error:
            _log.warning("the host did not close port %s: %s", mapping.host_port, error)
            self._stale.set()

    def _arrival(self, protocol: Literal["tcp", "udp"], wished: int = 0) -> socket.socket:
        """A port of this machine. It is only reserved: until the rules lead on, it refuses."""
        kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
        for port in dict.fromkeys((wished, 0)):
            held = socket.socket(socket.AF_INET, kind)
            try:
                held.bind((self._own_ip, port))
            except OSError as error:
                held.close()
                if port == 0:
                    raise SystemFailure(
                        f"no port is free on {self._own_ip} of the virtual machine: {error}"
                    ) from error
                continue
            return held
        raise AssertionError("unreachable: the last candidate is 0")

    async def _ask(self, wish: Publish) -> Opened:
        """Raises PortTaken, InvalidParameter, SystemFailure and HostAway."""
        where = joined(wish.host_ip, wish.host_port)
        # Outside of the turn: those who wait for the host do so together.
        await self._channel.wait_connected()
        async with self._turn:
            try:
                return await self._channel.request("publish", wish, Opened)
            except HostRefused as error:
                raise _refused(wish, error) from error
            except HostAway as error:
                self._stale.set()
                raise HostAway(f"cannot publish {where}: {error}") from error
            except BaseException:
                # Whether the host has done it is unknown; the list of all ports settles it.
                self._stale.set()
                raise

    async def _tell(self) -> None:
        """Tell the host of all ports whenever it may not know, and again while one is missing."""
        delay = _FIRST_RETRY
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                complete = await self._republish()
            except EngineError as error:
                _log.warning("cannot tell the host which ports are published: %s", error)
                complete = False
            if complete:
                delay = _FIRST_RETRY
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(delay):
                    await self._stale.wait()
            delay = min(delay * 2, _LONGEST_RETRY)
            self._stale.set()

    async def _republish(self) -> bool:
        """Whether the host has all ports open."""
        await self._channel.wait_connected(None)
        async with self._turn:
            told = tuple(self._reserved)
            restored: list[Restored] = []
            for wishes, more in _pieces([reservation.wish() for reservation in told]):
                answer = await self._channel.request(
                    "republish", Republish(ports=tuple(wishes), more=more), Republished
                )
                if len(answer.ports) != len(wishes):
                    raise HostAway("the host answered for other ports than it was told of")
                restored += answer.ports
        for reservation, outcome in zip(told, restored, strict=True):
            self._note(reservation, outcome.error)
        return not any(reservation.lost for reservation in told)

    def _note(self, reservation: ForwardedReservation, failure: Failure | None) -> None:
        """Tell once when a port is lost, and once when it is back."""
        reason = failure.message or failure.kind if failure is not None else ""
        if reservation not in self._reserved or bool(reason) == bool(reservation.lost):
            reservation.lost = reason
            return
        reservation.lost = reason
        mapping = reservation.mapping
        where = joined(mapping.host_ip, mapping.host_port)
        attributes = {"name": reservation.name, "port": f"{where}/{mapping.protocol}"}
        if reason:
            _log.warning(
                "the host does not open %s for the container %s: %s; trying on",
                where,
                reservation.name,
                reason,
            )
            attributes["error"] = reason
        else:
            _log.info("the host has %s of %s open again", where, reservation.name)
        self._events.publish(
            "container",
            "port_lost" if reason else "port_restored",
            reservation.container_id,
            attributes,
        )


def own_address(gateway: str) -> str:
    """The address from which this machine speaks to its host. Raises SystemFailure."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((gateway, 9))
        except OSError as error:
            raise SystemFailure(
                f"no way to the host at {gateway} (--host-gateway-ip): {error.strerror or error}"
            ) from error
        address: str = probe.getsockname()[0]
        return address


def _protocol(name: str) -> Literal["tcp", "udp"]:
    return "udp" if name == "udp" else "tcp"


def _pieces(wishes: list[Publish]) -> Iterator[tuple[list[Publish], bool]]:
    """What fits into one line each, and whether more follows; one piece at least."""
    for at in range(0, max(len(wishes), 1), _PER_LINE):
        yield wishes[at : at + _PER_LINE], at + _PER_LINE < len(wishes)


def _refused(wish: Publish, refusal: HostRefused) -> EngineError:
    """The host's refusal as the error that a native engine would raise."""
    said = str(refusal)
    where = joined(wish.host_ip, wish.host_port)
    if refusal.kind == "taken":
        holder = said.partition(" is in use by ")[2]
        words = f"held by {holder}" if holder else said
        return PortTaken(
            wish.protocol, wish.host_ip, wish.host_port, f"address already in use: {words}"
        )
    if refusal.kind == "permission":
        return PortTaken(wish.protocol, wish.host_ip, wish.host_port, said)
    if refusal.kind in ("address", "invalid"):
        return InvalidParameter(f"cannot publish {where}: {said}")
    return SystemFailure(f"cannot publish {where}: {said}")
