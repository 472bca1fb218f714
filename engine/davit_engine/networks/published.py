"""Published ports in force: reservations, proxies, and the firewall rules that carry them."""

import asyncio
import ipaddress
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from typing import Final, ParamSpec, TypeVar

import msgspec

from davit_engine.config import Config
from davit_engine.containers.model import PortMapping
from davit_engine.errors import EngineError, SystemFailure, Unsupported
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.conntrack import forget_udp
from davit_engine.networks import firewall, ports
from davit_engine.networks.bridge import enable_forwarding
from davit_engine.networks.network import PortInUse, PortRequest
from davit_engine.networks.rules import Rules, Watch

P = ParamSpec("P")
T = TypeVar("T")

_SETTLE: Final = 0.2
"""Seconds after a change of our rules by somebody else until they are looked at."""

_OBSTACLES: Final = {
    "forward": "the chain %s drops forwarded packets: containers may reach nothing outside, and "
    "published ports may answer only on this host. Allow the bridge %s there.",
    "input": "the chain %s drops packets to this host: containers on networks of their own may not "
    "resolve names. Allow UDP and TCP from the bridge %s, and those of other networks, there.",
}
"""What a foreign chain at this hook means; an accept of ours cannot overrule its drop."""

_log = logging.getLogger(__name__)


class Published:
    """The ports of all containers, and the engine's table as a whole.

    `host` opens the ports; `bridges` tells the networks as they are now; `label` names a container
    for an error: its name and its endpoint id. Everything that blocks runs on `worker`, in the
    order of the calls.
    """

    def __init__(
        self,
        config: Config,
        worker: Executor,
        bridges: Callable[[], Sequence[firewall.Bridge]],
        label: Callable[[str], tuple[str, str]],
        host: ports.HostPorts,
    ) -> None:
        self._config = config
        self._worker = worker
        self._bridges = bridges
        self._label = label
        self._host = host
        self._ports = ports.Ports(host)
        self._forwards: dict[str, list[firewall.Forward]] = {}
        self._rules = Rules(config.nft_table)
        self.in_force = False
        """Whether the table has been written: there is an nftables on this host."""
        self._watch: Watch | None = None
        self._touched = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Write the rules and watch over them. Without nftables the engine still runs."""
        try:
            await self.write_rules()
            self._watch = Watch(self._config.nft_table)
            asyncio.get_running_loop().add_reader(self._watch, self._noticed)
            self._tasks.append(asyncio.create_task(self._look_for_obstacles()))
        except (EngineError, OSError) as error:
            _log.error("the firewall rules are not in force: %s", error)
        self._tasks.append(asyncio.create_task(self._guard()))
        self._host.start()

    async def close(self, keep: bool) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        if self._watch is not None:
            asyncio.get_running_loop().remove_reader(self._watch)
            self._watch.close()
            self._watch = None
        await self._host.aclose()
        await self._ports.close()
        if not keep:
            with suppress(EngineError):
                await self._blocking(self._rules.delete)
        await self._blocking(self._rules.close)

    async def publish(
        self,
        container_id: str,
        target: ports.Target,
        requests: Sequence[PortRequest],
        default_ip: str,
    ) -> tuple[PortMapping, ...]:
        """All ports or none. Raises PortInUse naming the holder, and Unsupported."""
        reservations: list[ports.Reservation] = []
        name, _ = self._label(container_id)
        try:
            for request in requests:
                reserved = await self._ports.reserve(container_id, name, request, default_ip)
                reservations.append(reserved)
                if not request.host_ip and default_ip == "0.0.0.0" and self._host.every_family:
                    again = msgspec.structs.replace(
                        request, host_ip="::", host_ports=(reserved.mapping.host_port,)
                    )
                    reservations.append(
                        await self._ports.reserve(container_id, name, again, default_ip)
                    )
            await self._carry(container_id, target, reservations)
        except BaseException as error:
            await self.unpublish(container_id)
            if isinstance(error, ports.PortTaken):
                raise await self._explained(container_id, error) from error
            raise
        return tuple(reservation.mapping for reservation in reservations)

    def mappings(self, container_id: str) -> tuple[PortMapping, ...]:
        """What is published of the container now."""
        return tuple(reservation.mapping for reservation in self._ports.of(container_id))

    async def unpublish(self, container_id: str) -> None:
        """Close all published ports of the container. Idempotent."""
        forwards = self._forwards.pop(container_id, [])
        if forwards:
            try:
                await self._blocking(self._rules.remove, forwards)
            except EngineError as error:
                # One that is missing keeps the others: all are written anew, without these.
                _log.debug("rewriting the rules, because: %s", error)
                with suppress(EngineError):
                    await self.write_rules()
            await self._forget_flows(forwards)
        await self._ports.release(container_id)

    async def adopt(
        self, container_id: str, target: ports.Target, mappings: Sequence[PortMapping]
    ) -> None:
        """Take over what an earlier daemon published; before `start`."""
        name, _ = self._label(container_id)
        for mapping in mappings:
            reservation = await self._ports.adopt(container_id, name, mapping)
            with suppress(Unsupported):  # Told when it was published.
                await self._serve(container_id, target, reservation)

    async def retarget(self, container_id: str, target: ports.Target | None) -> None:
        """Let the container's ports lead to `target`; close them when there is none."""
        if target is None:
            await self.unpublish(container_id)
            return
        reservations = self._ports.of(container_id)
        if not reservations:
            return
        old = self._forwards.pop(container_id, [])
        for reservation in reservations:
            with suppress(Unsupported):
                await self._serve(container_id, target, reservation)
        if self._forwards.get(container_id, []) != old:
            await self.write_rules()

    async def write_rules(self) -> None:
        """Write the whole table anew."""
        ipv6 = any(":" in subnet for bridge in self._bridges() for subnet in bridge.subnets)
        await self._blocking(enable_forwarding, ipv6)
        # Read only now, and handed over without waiting: later changes come after this one.
        bridges = self._bridges()
        forwards = [forward for own in self._forwards.values() for forward in own]
        gateway = self._config.host_gateway_ip
        await self._blocking(self._rules.replace, bridges, forwards, gateway)
        self.in_force = True

    async def _blocking(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await finished(self._worker, function, *args, **kwargs)

    async def _carry(
        self, container_id: str, target: ports.Target, reservations: Sequence[ports.Reservation]
    ) -> None:
        forwards = []
        for reservation in reservations:
            forwards += await self._serve(container_id, target, reservation)
        if not forwards:
            return
        try:
            await self._blocking(self._rules.add, forwards)
        except SystemFailure as error:
            _log.debug("rewriting the rules, because: %s", error)
            await self.write_rules()
        await self._forget_flows(forwards)

    async def _forget_flows(self, forwards: Sequence[firewall.Forward]) -> None:
        """Let UDP clients that keep on sending be led by the rules as they are now."""
        udp = {forward.host_port for forward in forwards if forward.protocol == "udp"}
        if not udp:
            return
        try:
            await self._blocking(forget_udp, udp)
        except OSError as error:
            _log.info("clients of UDP ports may see an old address for a while: %s", error)

    async def _serve(
        self, container_id: str, target: ports.Target, reservation: ports.Reservation
    ) -> list[firewall.Forward]:
        """Let the reservation carry, and note (not yet write) the rules it needs."""
        mapping = reservation.mapping
        await reservation.serve(target)
        present = {
            (forward.protocol, forward.host_ip, forward.host_port)
            for own in self._forwards.values()
            for forward in own
        }
        forwards = [
            firewall.Forward(
                protocol=mapping.protocol,
                host_ip=address,
                host_port=port,
                container_ip=target.like(address),
                container_port=mapping.container_port,
                opened=self._is_routed(target.like(address)),
            )
            for address, port in reservation.arrivals
            if target.like(address) and (mapping.protocol, address, port) not in present
        ]
        self._forwards.setdefault(container_id, []).extend(forwards)
        return forwards

    def _is_routed(self, address: str) -> bool:
        """Whether the outside reaches the address itself."""
        parsed = ipaddress.ip_address(address)
        return any(
            parsed in ipaddress.ip_network(subnet)
            for bridge in self._bridges()
            if parsed.version in bridge.routed
            for subnet in bridge.subnets
        )

    async def _explained(self, container_id: str, taken: ports.PortTaken) -> PortInUse:
        name, endpoint_id = self._label(container_id)
        owner = self._ports.holder(taken)
        outsider = ""
        if owner is None:
            outsider = await self._host.holder(taken)
        else:
            owner, _ = self._label(owner)
        return PortInUse(
            f"driver failed programming external connectivity on endpoint {name} "
            f"({endpoint_id}): "
            f"{ports.in_words(taken, owner, outsider)}"
        )

    async def _look_for_obstacles(self) -> None:
        try:
            for obstacle in await self._blocking(self._rules.obstacles):
                _log.warning(_OBSTACLES[obstacle.hook], obstacle.chain, self._config.bridge_name)
        except (EngineError, OSError) as error:
            _log.info("what other programs filter cannot be seen: %s", error)

    def _noticed(self) -> None:
        if self._watch is not None and self._watch.read():
            self._touched.set()

    async def _guard(self) -> None:
        """Write the rules again whenever somebody removed or changed them."""
        while True:
            await self._touched.wait()
            await asyncio.sleep(_SETTLE)
            self._touched.clear()
            if await self._blocking(self._rules.intact):
                continue
            _log.warning("the firewall rules were changed from outside; writing them again")
            try:
                await self.write_rules()
            except EngineError as error:
                _log.error("cannot write the firewall rules: %s", error)
