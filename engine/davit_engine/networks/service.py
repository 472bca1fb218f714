"""Networks: create, list, remove; connect containers; publish their ports."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from davit_engine.config import Config
from davit_engine.containers.model import PortMapping
from davit_engine.errors import (
    EngineError,
    Forbidden,
    NotFound,
    SystemFailure,
)
from davit_engine.events import EventBus
from davit_engine.kernel.blocking import finished
from davit_engine.lookup import Filters, find, new_id
from davit_engine.networks import firewall, ipam, listing, options, plan, resolver
from davit_engine.networks.bridge import Links
from davit_engine.networks.leftovers import Leftovers
from davit_engine.networks.names import Names
from davit_engine.networks.namespaces import Namespaces
from davit_engine.networks.native_ports import NativePorts
from davit_engine.networks.network import (
    BRIDGE,
    HOST,
    NONE,
    PREDEFINED,
    CreateNetwork,
    EndpointAddress,
    EndpointRequest,
    LiveContainer,
    Member,
    Network,
    PortRequest,
)
from davit_engine.networks.ports import HostPorts, Target
from davit_engine.networks.published import Published
from davit_engine.networks.validation import check_network
from davit_engine.store import Delete, Put, Store

P = ParamSpec("P")
T = TypeVar("T")
Listed = list[Network]
Ids = list[str]

_log = logging.getLogger(__name__)


class Networks:
    """All networks of the engine, the endpoints of running containers and their published ports.

    Links, rules and namespaces are changed on one worker thread, in the order of the calls, so that
    a call that was cancelled has either done nothing or is undone after it is complete.
    """

    def __init__(
        self, config: Config, store: Store, events: EventBus, host_ports: HostPorts | None = None
    ) -> None:
        """`host_ports` opens published ports; those of this machine when nothing is given."""
        self._config = config
        self._store = store
        self._events = events
        self._prefix = f"dv{config.instance}" if config.instance else "davit"
        self._networks: dict[str, Network] = {}
        self._attached: dict[str, dict[str, plan.Attached]] = {}
        self._raised: set[str] = set()
        """Bridges that are there, and ours."""
        self._namespaces = Namespaces(config.paths.netns)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="networks")
        self._names = Names(config, self._worker, self.networks_of)
        self._links: Links
        self._leftovers: Leftovers
        self._published = Published(
            config, self._worker, self._bridges, self._label, host_ports or NativePorts()
        )
        self._tasks: list[asyncio.Task[None]] = []
        self._mtu = 1500
        self._open = False

    # Life

    async def start(self, live: Iterable[LiveContainer]) -> None:
        """Bring up bridges, firewall and DNS; take over what `live` still uses; sweep the rest.

        Raises SystemFailure when the default bridge cannot be made.
        """
        self._open = True
        try:
            self._links = await self._blocking(Links, self._config.nft_table)
            self._leftovers = Leftovers(
                self._worker, self._links, self._namespaces, self._prefix, self._known
            )
            await self._bring_up(list(live))
        except BaseException:
            await self.close(keep=True)
            raise

    async def _bring_up(self, live: Sequence[LiveContainer]) -> None:
        self._mtu = await self._blocking(self._links.outside_mtu)
        for network in self._store.load("networks", Network).values():
            self._remember(network)
        await self._predefine(live)
        for network in [n for n in self._networks.values() if n.has_interfaces]:
            try:
                await self._raise(network)
            except EngineError as error:
                if network.name == BRIDGE:
                    raise
                _log.error("the network %s does not work: %s", network.name, error)
        for container in live:
            await self._adopt(container)
        await self._leftovers.sweep(self._known(), {c.container_id for c in live})
        self._namespaces.start()
        await self._published.start()
        for container in live:
            await self._serve_again(container)
        self._tasks = [asyncio.get_running_loop().create_task(self._leftovers.tidy())]

    async def close(self, keep: bool) -> None:
        """End. `keep` leaves links, rules and namespaces for containers that run on. Idempotent."""
        if not self._open:
            return
        self._open = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._names.close()
        await asyncio.to_thread(self._namespaces.close)
        if not keep:
            await self._leftovers.sweep(set(), set())
            parents = {n.parent for n in self._networks.values() if n.own_parent}
            await self._blocking(self._links.remove, self._raised | parents)
        await self._published.close(keep)
        await self._blocking(self._links.close)
        self._worker.shutdown()

    # Networks

    def get(self, query: str) -> Network:
        """By id, name or unique prefix of the id. Raises NotFound "network x not found"."""
        names = {id: network.name for id, network in self._networks.items()}
        try:
            return self._networks[find(names, query, "network")]
        except NotFound as error:
            raise NotFound(f"network {query} not found") from error

    def members(self, network_id: str) -> Mapping[str, Member]:
        """Containers on the network by container id."""
        return {
            id: Member(container_id=id, container_name=a.container_name, address=a.address)
            for id, a in self._attached.get(network_id, {}).items()
        }

    async def create(self, request: CreateNetwork) -> Network:
        """Raises AlreadyExists, InvalidParameter, Forbidden (overlap, predefined) and NotFound."""
        check_network(request, self._networks.values())
        taken = await self._host_ranges()
        network = await self._made(request, taken)
        while network is None:
            network = await self._made(request, await self._host_ranges())
        self._tell(network, "create")
        return network

    async def _made(self, request: CreateNetwork, taken: Sequence[ipam.Range]) -> Network | None:
        """The network, complete; None when somebody else took its range meanwhile."""
        # From here to `_remember` nothing waits: names and ranges cannot be taken twice.
        check_network(request, self._networks.values())
        request = plan.completed(request, self._networks.values())
        if request.config_from:
            check_network(msgspec.structs.replace(request, config_from=""), self._networks.values())
        network = plan.network(
            request,
            self._networks.values(),
            taken,
            self._config.default_address_pools,
            self._prefix,
        )
        self._remember(network)
        try:
            if network.has_interfaces:
                network = await self._raise(network)
                if await self._came_second(network):
                    await self._forget_network(network)
                    return None
                await self._published.write_rules()
            if network.parent:
                mode = options.child(network.driver, network.options).mode
                await self._blocking(self._links.check_driver, network.driver, network.parent, mode)
            await self._store.commit([Put("networks", network.id, network)])
        except BaseException:
            await self._forget_network(network)
            raise
        return network

    async def _came_second(self, network: Network) -> bool:
        """Whether another, an engine beside this one for example, uses the range we have chosen.

        Of two that chose it in the same moment the one whose bridge is younger gives way.
        """
        if network.user_subnets or network.driver != "bridge":
            return False
        ours = [n.bridge for n in self._networks.values()]
        older = await self._blocking(self._links.used_ranges, ours, older_than=network.bridge)
        return any(
            ipam.overlap(ipam.parse_range(subnet.subnet), other)
            for subnet in network.subnets
            for other in older
        )

    async def remove(self, query: str) -> None:
        """Raises NotFound, Forbidden (predefined, or containers are connected)."""
        network = self.get(query)
        if network.name in PREDEFINED:
            raise Forbidden(f"{network.name} is a pre-defined network and cannot be removed")
        if self._attached[network.id]:
            users = " ".join(
                f'(name:"{a.container_name}" id:"{a.address.endpoint_id[:12]}")'
                for a in self._attached[network.id].values()
            )
            raise Forbidden(
                f"error while removing network: network {network.name} id {network.id} has active "
                f"endpoints {users}"
            )
        if network.config_only and any(
            n.config_from == network.name for n in self._networks.values()
        ):
            raise Forbidden(f'configuration network "{network.name}" is in use')
        del self._networks[network.id]
        try:
            await self._store.commit([Delete("networks", network.id)])
        except BaseException:
            self._networks[network.id] = network
            raise
        await self._forget_network(network)
        self._tell(network, "destroy")

    async def prune(self, filters: Filters) -> Ids:
        """Remove networks without containers; the names. Filters: label, label!, until."""
        removed = []
        for network in listing.prunable(self._networks.values(), filters, self._in_use):
            try:
                await self.remove(network.id)
            except (Forbidden, NotFound):
                continue  # Connected or removed meanwhile.
            removed.append(network.name)
        self._events.publish("network", "prune", "", {"reclaimed": "0"})
        return removed

    def dns_server(self, network_ids: Sequence[str]) -> str | None:
        """What resolv.conf of a container on these networks names; None: the host's own servers."""
        networks = [self._networks[id] for id in network_ids if id in self._networks]
        if not self._published.in_force or not any(n.has_interfaces for n in networks):
            return None
        if any(n.has_interfaces and n.name != BRIDGE for n in networks):
            return resolver.ADDRESS
        bridge = networks[0]
        # Only this server knows the name of a host that is not the gateway.
        needed = self._config.host_gateway_ip or self._names.only_loopback_upstreams()
        listens = self._names.listens(bridge.id)
        return bridge.subnets[0].gateway if needed and listens else None

    # Containers

    async def namespace(self, container_id: str, made: Path | None = None) -> Path:
        """A network namespace with `lo` up, pinned for this container. Raises SystemFailure.

        `made` is one that a user namespace of the container's own owns.
        """
        try:
            return await self._blocking(self._namespaces.take, container_id, made)
        except OSError as error:
            raise SystemFailure(f"cannot make a network namespace: {error}") from error

    def pinned(self, container_id: str) -> Path:
        """Where the namespace of a container that runs is pinned; no other process's, ever."""
        return self._namespaces.path(container_id)

    async def release_namespace(self, container_id: str) -> None:
        """Unpin it; the kernel frees it with its last process. Idempotent."""
        await self._blocking(self._namespaces.release, container_id)

    async def connect(self, request: EndpointRequest, netns: Path | None) -> EndpointAddress:
        """Join; undone completely on failure and on cancellation. `netns` is None on host and none.

        Raises NotFound, Forbidden (address in use, container already there), InvalidParameter.
        """
        network = self.get(request.network_id)
        attached = plan.endpoint(request, network, self._attached, self._prefix)
        self._attached[network.id][request.container_id] = attached
        self._route(request.container_id)
        attached = self._attached[network.id][request.container_id]
        try:
            if netns is not None and network.has_interfaces:
                made = plan.attachment(network, attached, self._mtu, request.link_local)
                await self._blocking(self._links.attach, made, netns)
            await self._follow_route(request.container_id)
        except BaseException:
            with suppress(SystemFailure):
                await self._unplug(network, attached, netns)
            del self._attached[network.id][request.container_id]
            if netns is not None and attached.default_route:
                with suppress(SystemFailure):
                    await self._reroute(request.container_id, netns)
                    await self._follow_route(request.container_id)
            raise
        self._names.add(network, attached, request.dns_names)
        self._tell(network, "connect", request.container_id)
        return attached.address

    async def serve_names(
        self,
        container_id: str,
        netns: Path,
        servers: Sequence[str],
        aliases: Mapping[str, str],
    ) -> None:
        """Answer names at 127.0.0.11 in the container; see `Names.serve`. Raises SystemFailure."""
        if self._published.in_force:
            await self._names.serve(container_id, netns, servers, aliases)

    async def disconnect(self, container_id: str, network_id: str, netns: Path | None) -> None:
        """Leave the network. Raises NotFound when the container is not on it."""
        network = self.get(network_id)
        attached = self._attached[network.id].get(container_id)
        if attached is None:
            raise NotFound(f"container {container_id} is not connected to network {network.name}")
        self._names.remove(network.id, container_id)
        await self._unplug(network, attached, netns)
        # Only now may the address be given out again.
        self._attached[network.id].pop(container_id, None)
        if netns is not None and attached.default_route:
            await self._reroute(container_id, netns)
        await self._follow_route(container_id)
        self._tell(network, "disconnect", container_id)

    async def publish(
        self, container_id: str, ports: Sequence[PortRequest]
    ) -> tuple[PortMapping, ...]:
        """All ports or none; none at all for a container that nothing outside can reach.

        Raises PortInUse naming the holder, and Unsupported.
        """
        outward = self._outward(container_id)
        target = self._target(container_id)
        if outward is None or target is None or not ports:
            return ()
        wanted = options.bridge(outward.options).host_binding
        default = wanted if outward.name != BRIDGE and wanted else self._config.ip
        return await self._published.publish(container_id, target, ports, default)

    def ports(self, container_id: str) -> tuple[PortMapping, ...]:
        """What is published of the container now."""
        return self._published.mappings(container_id)

    async def unpublish(self, container_id: str) -> None:
        """Close all published ports of the container. Idempotent."""
        await self._published.unpublish(container_id)

    async def forget(self, container_id: str) -> None:
        """Drop ports, endpoints and namespace of the container. Idempotent."""
        await self._published.unpublish(container_id)
        await self._names.leave(container_id)
        left = [n for n in self._networks.values() if container_id in self._attached[n.id]]
        for network in left:
            self._names.remove(network.id, container_id)
        children = [
            self._attached[n.id][container_id].interface
            for n in left
            if n.has_interfaces and n.driver != "bridge"
        ]
        await self._blocking(self._abandon, container_id, children)
        for network in left:
            # Only now may the address be given out again.
            if self._attached[network.id].pop(container_id, None) is not None:
                self._tell(network, "disconnect", container_id)
        if left:
            self._leftovers.expect()

    def rename(
        self, container_id: str, name: str, dns_names: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Follow a container's new name; `dns_names` by network id."""
        for network_id, attached in self._attached.items():
            present = attached.get(container_id)
            if present is not None:
                renamed = msgspec.structs.replace(present, container_name=name)
                attached[container_id] = renamed
                self._names.add(self._networks[network_id], renamed, dns_names.get(network_id, ()))

    def networks_of(self, container_id: str) -> Ids:
        """Ids of the networks that a container is on."""
        return [id for id, on in self._attached.items() if container_id in on]

    # Plans: plain functions that decide and never wait

    def _in_use(self, network: Network) -> bool:
        return bool(self._attached.get(network.id))

    def _known(self) -> set[str]:
        """Every interface of ours that has a purpose."""
        bridges = {network.bridge for network in self._networks.values()}
        ends = {a.host_interface for on in self._attached.values() for a in on.values()}
        return bridges | ends

    def _remember(self, network: Network) -> None:
        self._networks[network.id] = network
        self._attached.setdefault(network.id, {})
        self._names.remember(network)

    def _outward(self, container_id: str) -> Network | None:
        """The network through which others reach the container's published ports."""
        bridged = [
            network
            for network in self._networks.values()
            if network.driver == "bridge"
            and container_id in self._attached[network.id]
            and self._attached[network.id][container_id].address.ipv4_gateway
        ]
        routed = [n for n in bridged if self._attached[n.id][container_id].default_route]
        return next(iter(routed or bridged), None)

    def _target(self, container_id: str) -> Target | None:
        """Where its published ports lead."""
        network = self._outward(container_id)
        if network is None:
            return None
        address = self._attached[network.id][container_id].address
        return Target(ipv4=address.ipv4.partition("/")[0], ipv6=address.ipv6.partition("/")[0])

    def _label(self, container_id: str) -> tuple[str, str]:
        """Name and endpoint id of a connected container."""
        for on in self._attached.values():
            if container_id in on:
                return on[container_id].container_name, on[container_id].address.endpoint_id
        return container_id, ""

    def _bridges(self) -> Sequence[firewall.Bridge]:
        return plan.firewall_bridges(self._networks.values(), self._names.ports)

    def _tell(self, network: Network, action: str, container_id: str = "") -> None:
        attributes = {"name": network.name, "type": network.driver}
        if container_id:
            attributes["container"] = container_id
        self._events.publish("network", action, network.id, attributes)

    # Acts: on the kernel, through the worker

    async def _blocking(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await finished(self._worker, function, *args, **kwargs)

    async def _host_ranges(self) -> list[ipam.Range]:
        # Also a default bridge left by a daemon that was killed must not be in its own way.
        ours = {self._config.bridge_name, *(n.bridge for n in self._networks.values())}
        ranges = await self._blocking(self._links.used_ranges, ours)
        return ranges + [
            ipam.parse_range(server)
            for server in self._names.upstream_servers()
            if "%" not in server
        ]

    async def _predefine(self, live: Sequence[LiveContainer]) -> None:
        """Make the three networks that always exist; give the default bridge a free subnet."""
        names = {network.name: network for network in self._networks.values()}
        operations = []
        for name, driver in ((HOST, "host"), (NONE, "null")):
            if name not in names:
                network = Network(
                    id=new_id(),
                    name=name,
                    created_ns=time.time_ns(),
                    driver="host" if driver == "host" else "null",
                )
                self._remember(network)
                operations.append(Put("networks", network.id, network))
        present = names.get(BRIDGE)
        in_use = present is not None and any(
            endpoint.network_id == present.id for c in live for endpoint in c.endpoints
        )
        if present is not None and in_use:
            self._remember(present)
        else:
            network = await self._default_bridge(present)
            self._remember(network)
            if network != present:
                operations.append(Put("networks", network.id, network))
        if operations:
            await self._store.commit(operations)

    async def _default_bridge(self, present: Network | None) -> Network:
        if present is not None:
            del self._networks[present.id]
        return plan.default_bridge(
            present,
            [*await self._host_ranges(), *plan.ranges(self._networks.values())],
            self._config.default_address_pools,
            name=self._config.bridge_name,
            address=self._config.bip,
            host_ip=self._config.ip,
            mtu=self._mtu,
        )

    async def _raise(self, network: Network) -> Network:
        """Make what the network's interfaces are made on; the network as it then is.

        Raises SystemFailure, InvalidParameter and Unsupported.
        """
        if network.driver == "bridge":
            await self._raise_bridge(network)
            return network
        isolated = not options.child(network.driver, network.options).parent
        if await self._blocking(self._links.make_parent, network.parent, isolated=isolated):
            network = msgspec.structs.replace(network, own_parent=True)
            self._networks[network.id] = network
        return network

    async def _raise_bridge(self, network: Network) -> None:
        addresses = [
            f"{subnet.gateway}/{subnet.subnet.partition('/')[2]}" for subnet in network.subnets
        ]
        try:
            await self._blocking(
                self._links.make_bridge,
                network.bridge,
                addresses,
                mtu=plan.mtu(network, self._mtu),
                mac_address=ipam.mac_address(network.subnets[0].gateway),
            )
            self._raised.add(network.bridge)
            await self._names.listen(network)
        except (SystemFailure, OSError) as error:
            raise SystemFailure(f"cannot bring up the network {network.name}: {error}") from error

    async def _forget_network(self, network: Network) -> None:
        network = self._networks.pop(network.id, network)
        self._attached.pop(network.id, None)
        await self._names.forget(network.id)
        shared = any(n.parent == network.parent for n in self._networks.values())
        if network.own_parent and not shared:
            await self._blocking(self._links.remove, [network.parent])
        if network.bridge in self._raised:
            self._raised.discard(network.bridge)
            await self._blocking(self._links.remove, [network.bridge])
            await self._published.write_rules()

    async def _unplug(self, network: Network, attached: plan.Attached, netns: Path | None) -> None:
        """Remove the interface of an endpoint."""
        if attached.host_interface:
            await self._blocking(self._links.remove, [attached.host_interface])
        elif netns is not None and network.has_interfaces:
            await self._blocking(self._links.detach, netns, attached.interface)

    def _route(self, container_id: str) -> str | None:
        """Note which endpoint has the container's default route; the id of its network."""
        chosen = plan.outlet(container_id, self._networks, self._attached)
        for network_id, on in self._attached.items():
            if container_id in on:
                on[container_id] = msgspec.structs.replace(
                    on[container_id], default_route=network_id == chosen
                )
        return chosen

    async def _follow_route(self, container_id: str) -> None:
        """Let published ports lead to where the container's answers come from."""
        await self._published.retarget(container_id, self._target(container_id))

    async def _reroute(self, container_id: str, netns: Path) -> None:
        """Lead the default route through another network, after the one it used was left."""
        chosen = self._route(container_id)
        if chosen is not None:
            attached = self._attached[chosen][container_id]
            leading = plan.attachment(self._networks[chosen], attached, self._mtu)
            await self._blocking(self._links.set_default_route, netns, leading)

    def _abandon(self, container_id: str, children: Sequence[str]) -> None:
        path = self._namespaces.path(container_id)
        for interface in children:
            # Their parent would refuse the same address to the next container for a while.
            self._links.detach(path, interface)
        self._links.silence(path)
        self._namespaces.release(container_id)

    # Adoption

    async def _adopt(self, container: LiveContainer) -> None:
        """Register what a surviving container has. What no longer fits is told and left out."""
        if container.netns is not None:
            try:
                await self._blocking(
                    self._namespaces.adopt, container.container_id, container.netns
                )
            except OSError as error:
                _log.warning(
                    "cannot take over the network of %s: %s", container.container_name, error
                )
        for index, endpoint in enumerate(container.endpoints):
            if not endpoint.endpoint_id:
                continue
            network = self._networks.get(endpoint.network_id)
            if network is None:
                _log.warning(
                    "%s is on the network %s, which is gone",
                    container.container_name,
                    endpoint.network_name,
                )
                continue
            attached = plan.adopted(container, endpoint, index, network, self._prefix)
            self._attached[network.id][container.container_id] = attached
            self._names.add(network, attached, endpoint.dns_names)
        self._route(container.container_id)
        address = next((e.ipv4.partition("/")[0] for e in container.endpoints if e.ipv4), "")
        target = self._target(container.container_id) or Target(ipv4=address)
        if target != Target():
            await self._published.adopt(container.container_id, target, container.ports)

    async def _serve_again(self, container: LiveContainer) -> None:
        """Answer the names that an earlier daemon answered."""
        server = self.dns_server(self.networks_of(container.container_id))
        if container.netns is None or server != resolver.ADDRESS:
            return
        try:
            await self._names.serve(
                container.container_id, container.netns, container.dns, container.aliases
            )
        except SystemFailure as error:
            _log.warning("%s resolves no names: %s", container.container_name, error)

    # Last, because its name hides the built-in one in the rest of the class.

    def list(self, filters: Filters) -> Listed:
        """Filters: dangling, driver, id, label, name, scope, type."""
        return listing.matching(self._networks.values(), filters, self._in_use)
