"""Networks: create, list, remove; connect containers; publish their ports."""

import asyncio
import functools
import ipaddress
import logging
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

import msgspec

from davit_engine.config import Config
from davit_engine.containers.model import Endpoint, PortMapping
from davit_engine.errors import (
    AlreadyExists,
    EngineError,
    Forbidden,
    InvalidParameter,
    NotFound,
    SystemFailure,
)
from davit_engine.events import EventBus
from davit_engine.lookup import NAME, Filters, find, new_id, parse_time
from davit_engine.networks import dns, firewall, ipam, ports
from davit_engine.networks.bridge import Attachment, Links, enable_forwarding
from davit_engine.networks.namespaces import Namespaces
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
    PortInUse,
    PortRequest,
    Subnet,
)
from davit_engine.networks.rules import Rules, Watch
from davit_engine.store import Delete, Put, Store

P = ParamSpec("P")
T = TypeVar("T")
Listed = list[Network]
Names = list[str]

_DRIVERS: Final = {"bridge": "bridge", "host": "host", "null": "null"}
_MTU: Final = "com.docker.network.driver.mtu"
_BRIDGE_NAME: Final = "com.docker.network.bridge.name"
_ICC: Final = "com.docker.network.bridge.enable_icc"
_MASQUERADE: Final = "com.docker.network.bridge.enable_ip_masquerade"
_INTERFACE_NAME: Final = re.compile(r"[a-zA-Z0-9_.-]{1,15}")
_MAC: Final = re.compile(r"[0-9a-f]{2}([:-][0-9a-f]{2}){5}")
_SETTLE: Final = 0.2
"""Seconds after a change of our rules by somebody else until they are looked at."""
_LINGER: Final = 3.0
"""Seconds the kernel gets to reap the links of ended containers before they are removed by hand."""
_RETRY: Final = 3.0
"""Seconds between two attempts to get back a host port that another program took."""

_log = logging.getLogger(__name__)


class _Attached(msgspec.Struct, frozen=True, kw_only=True):
    """One endpoint in force, or about to be."""

    container_id: str
    container_name: str
    interface: str
    host_interface: str
    address: EndpointAddress
    default_route: bool = False


class Networks:
    """All networks of the engine, the endpoints of running containers and their published ports.

    Links, rules and namespaces are changed on one worker thread, in the order of the calls, so that
    a call that was cancelled has either done nothing or is undone after it is complete.
    """

    def __init__(self, config: Config, store: Store, events: EventBus) -> None:
        self._config = config
        self._store = store
        self._events = events
        self._prefix = f"dv{config.instance}" if config.instance else "davit"
        self._networks: dict[str, Network] = {}
        self._attached: dict[str, dict[str, _Attached]] = {}
        self._zones: dict[str, dns.Zone] = {}
        self._servers: dict[str, dns.Server] = {}
        self._dns_ports: dict[str, int] = {}
        self._forwards: dict[str, list[firewall.Forward]] = {}
        self._upstreams = dns.Upstreams(config.dns)
        self._ports = ports.Ports(config.ip)
        self._namespaces = Namespaces(config.paths.netns)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="networks")
        self._links: Links
        self._rules = Rules(config.nft_table)
        self._watch: Watch | None = None
        self._touched = asyncio.Event()
        self._untidy = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._mtu = 1500

    # Life

    async def start(self, live: Iterable[LiveContainer]) -> None:
        """Bring up bridges, firewall and DNS; take over what `live` still uses; sweep the rest.

        Raises SystemFailure when the default bridge cannot be made.
        """
        live = list(live)
        self._links = await self._blocking(Links)
        self._mtu = await self._blocking(self._links.outside_mtu)
        for network in self._store.load("networks", Network).values():
            self._remember(network)
        await self._predefine(live)
        for network in list(self._networks.values()):
            if network.driver == "bridge":
                await self._raise_bridge(network)
        for container in live:
            await self._adopt(container)
        await self._blocking(self._sweep, self._known(), {c.container_id for c in live})
        self._namespaces.start()
        await self._start_rules()
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._guard()), loop.create_task(self._tidy())]
        self._tasks.append(loop.create_task(self._regain()))

    async def close(self, keep: bool) -> None:
        """End. `keep` leaves links, rules and namespaces for containers that run on."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        if self._watch is not None:
            asyncio.get_running_loop().remove_reader(self._watch)
            self._watch.close()
            self._watch = None
        for server in self._servers.values():
            await server.close()
        self._servers = {}
        await self._ports.close()
        await asyncio.to_thread(self._namespaces.close)
        if not keep:
            await self._blocking(self._sweep, set(), set())
            bridges = [n.bridge for n in self._networks.values() if n.driver == "bridge"]
            await self._blocking(self._links.remove, bridges)
            with suppress(EngineError):
                await self._blocking(self._rules.delete)
        await self._blocking(self._rules.close)
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
        self._check_new(request)
        taken = await self._host_ranges()
        # From here to `_remember` nothing waits: names and ranges cannot be taken twice.
        self._check_new(request)
        network = self._planned(request, taken)
        self._remember(network)
        try:
            await self._raise_bridge(network)
            await self._write_rules()
            await self._store.commit([Put("networks", network.id, network)])
        except BaseException:
            await self._forget_network(network)
            raise
        self._tell(network, "create")
        return network

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
        del self._networks[network.id]
        try:
            await self._store.commit([Delete("networks", network.id)])
        except BaseException:
            self._networks[network.id] = network
            raise
        await self._forget_network(network)
        self._tell(network, "destroy")

    async def prune(self, filters: Filters) -> Names:
        """Remove networks without containers; the names. Filters: label, label!, until."""
        now = time.time_ns()
        until = [parse_time(text, now) for text in filters.values("until")]
        removed = []
        for network in list(self._networks.values()):
            if (
                network.name in PREDEFINED
                or self._attached[network.id]
                or not filters.matches_labels(network.labels)
                or any(network.created_ns > limit for limit in until)
            ):
                continue
            try:
                await self.remove(network.id)
            except (Forbidden, NotFound):
                continue  # Connected or removed meanwhile.
            removed.append(network.name)
        return removed

    def dns_server(self, network_id: str) -> str | None:
        """What resolv.conf of containers on this network names; None: the host's own servers."""
        network = self._networks[network_id]
        if network.driver != "bridge" or network_id not in self._servers:
            return None
        if network.name == BRIDGE and not self._only_loopback_upstreams():
            return None
        return network.subnets[0].gateway

    # Containers

    async def namespace(self, container_id: str) -> Path:
        """A network namespace with `lo` up, pinned for this container. Raises SystemFailure."""
        try:
            return await self._blocking(self._namespaces.take, container_id)
        except OSError as error:
            raise SystemFailure(f"cannot make a network namespace: {error}") from error

    async def release_namespace(self, container_id: str) -> None:
        """Unpin it; the kernel frees it with its last process. Idempotent."""
        await self._blocking(self._namespaces.release, container_id)

    async def connect(self, request: EndpointRequest, netns: Path | None) -> EndpointAddress:
        """Join; undone completely on failure and on cancellation. `netns` is None on host and none.

        Raises NotFound, Forbidden (address in use, container already there), InvalidParameter.
        """
        network = self.get(request.network_id)
        attached = self._planned_endpoint(network, request)
        self._attached[network.id][request.container_id] = attached
        try:
            if netns is not None and network.driver == "bridge":
                await self._blocking(self._links.attach, self._attachment(network, attached), netns)
        except BaseException:
            with suppress(SystemFailure):
                await self._blocking(self._links.remove, [attached.host_interface])
            del self._attached[network.id][request.container_id]
            raise
        self._name(network, attached, request.dns_names)
        self._tell(network, "connect", request.container_id)
        return attached.address

    async def disconnect(self, container_id: str, network_id: str, netns: Path | None) -> None:
        """Leave the network. Raises NotFound when the container is not on it."""
        network = self.get(network_id)
        attached = self._attached[network.id].get(container_id)
        if attached is None:
            raise NotFound(f"container {container_id} is not connected to network {network.name}")
        self._unname(network, container_id)
        if attached.host_interface:
            await self._blocking(self._links.remove, [attached.host_interface])
        # Only now may the address be given out again.
        self._attached[network.id].pop(container_id, None)
        if netns is not None and attached.default_route:
            await self._reroute(container_id, netns)
        self._tell(network, "disconnect", container_id)

    async def publish(
        self, container_id: str, container_ip: str, ports: Sequence[PortRequest]
    ) -> tuple[PortMapping, ...]:
        """All ports or none. Raises PortInUse naming the holder, Unsupported (sctp)."""
        reservations: list[_Reservation] = []
        try:
            for request in ports:
                reservations.append(self._ports.reserve(container_id, request))
            await self._carry(container_id, container_ip, reservations)
        except BaseException as error:
            await self.unpublish(container_id)
            if isinstance(error, _PortTaken):
                raise await self._explained(container_id, error) from error
            raise
        return tuple(reservation.mapping for reservation in reservations)

    async def unpublish(self, container_id: str) -> None:
        """Close all published ports of the container. Idempotent."""
        forwards = self._forwards.pop(container_id, [])
        if forwards:
            try:
                await self._blocking(self._rules.remove, forwards)
            except EngineError as error:
                _log.debug("rewriting the rules, because: %s", error)
                self._touched.set()
        await self._ports.release(container_id)

    async def forget(self, container_id: str) -> None:
        """Drop ports, endpoints and namespace of the container. Idempotent."""
        await self.unpublish(container_id)
        left = [n for n in self._networks.values() if container_id in self._attached[n.id]]
        for network in left:
            self._unname(network, container_id)
        await self._blocking(self._abandon, container_id)
        for network in left:
            # Only now may the address be given out again.
            if self._attached[network.id].pop(container_id, None) is not None:
                self._tell(network, "disconnect", container_id)
        if left:
            self._untidy.set()

    def rename(
        self, container_id: str, name: str, dns_names: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Follow a container's new name; `dns_names` by network id."""
        for network_id, attached in self._attached.items():
            present = attached.get(container_id)
            if present is not None:
                renamed = msgspec.structs.replace(present, container_name=name)
                attached[container_id] = renamed
                self._name(self._networks[network_id], renamed, dns_names.get(network_id, ()))

    # Plans: plain functions that decide and never wait

    def _check_new(self, request: CreateNetwork) -> None:
        if not request.name.strip():
            raise InvalidParameter("invalid network name: name is empty")
        if not (NAME.fullmatch(request.name) or re.fullmatch(r"\w", request.name)):
            raise InvalidParameter(
                f"invalid network name {request.name!r}: only letters, digits, '_', '.' and '-' "
                "are allowed, and it begins with a letter or a digit"
            )
        if request.name in (*PREDEFINED, "default", "container"):
            raise Forbidden(f"operation is not permitted on predefined {request.name} network")
        if any(network.name == request.name for network in self._networks.values()):
            raise AlreadyExists(f"network with name {request.name} already exists")
        if request.driver in ("host", "null"):
            raise Forbidden(f'only one instance of "{request.driver}" network is allowed')
        if request.driver not in _DRIVERS:
            raise NotFound(f'plugin "{request.driver}" not found')
        if request.scope not in ("", "local") or request.ingress or request.config_only:
            raise InvalidParameter(
                "swarm, ingress and configuration-only networks are not offered; leave scope, "
                "ingress and config-only away"
            )
        if request.ipam_driver not in ("", "default"):
            raise NotFound(f'ipam driver "{request.ipam_driver}" not found')
        name = request.options.get(_BRIDGE_NAME, "")
        if name and not _INTERFACE_NAME.fullmatch(name):
            raise InvalidParameter(f"invalid bridge name {name!r}: at most 15 letters and digits")
        if name and any(network.bridge == name for network in self._networks.values()):
            raise Forbidden(f"the bridge {name} already belongs to another network")
        mtu = request.options.get(_MTU, "1500")
        if not (mtu.isdecimal() and 68 <= int(mtu) <= 65535):
            raise InvalidParameter(f"invalid value for {_MTU}: {mtu!r} is no MTU")

    def _planned(self, request: CreateNetwork, taken: Iterable[ipam.Range]) -> Network:
        id = new_id()
        own = self._own_ranges()
        subnets = []
        for wish in request.subnets:
            if wish.subnet:
                subnet = ipam.resolve(wish, own)
                own.append(ipam.parse_range(subnet.subnet))
                subnets.append(subnet)
            elif wish.gateway or wish.ip_range or wish.auxiliary:
                raise InvalidParameter(
                    "a gateway, an ip-range or auxiliary addresses need a subnet"
                )
        versions = [ipam.parse_range(subnet.subnet).version for subnet in subnets]
        ipv6 = request.ipv6 or 6 in versions
        if 4 not in versions:
            chosen = ipam.choose_range(self._config.default_address_pools, [*own, *taken])
            subnets.insert(0, ipam.default_subnet(chosen))
        if ipv6 and 6 not in versions:
            subnets.append(ipam.default_subnet(ipam.private_ipv6(id)))
        subnets.sort(key=lambda subnet: ":" in subnet.subnet)
        return Network(
            id=id,
            name=request.name,
            created_ns=time.time_ns(),
            driver="bridge",
            internal=request.internal,
            attachable=request.attachable,
            ipv6=ipv6,
            subnets=tuple(subnets),
            options=request.options,
            ipam_options=request.ipam_options,
            labels=request.labels,
            bridge=request.options.get(_BRIDGE_NAME) or self._interface("-", id),
            user_subnets=bool(versions),
        )

    def _planned_endpoint(self, network: Network, request: EndpointRequest) -> _Attached:
        present = self._attached[network.id]
        if request.container_id in present:
            raise Forbidden(
                f"endpoint with name {request.container_name} already exists in network "
                f"{network.name}"
            )
        endpoint_id = new_id()
        if network.driver != "bridge":
            return _Attached(
                container_id=request.container_id,
                container_name=request.container_name,
                interface="",
                host_interface="",
                address=EndpointAddress(
                    endpoint_id=endpoint_id, ipv4="", ipv4_gateway="", mac_address=""
                ),
            )
        if (request.ipv4 or request.ipv6) and not network.user_subnets:
            raise InvalidParameter(
                "user specified IP address is supported only when connecting to networks with "
                "user configured subnets"
            )
        subnet4 = next(s for s in network.subnets if ":" not in s.subnet)
        subnet6 = next((s for s in network.subnets if ":" in s.subnet), None)
        used = {a.address.ipv4.partition("/")[0] for a in present.values()}
        used |= {a.address.ipv6.partition("/")[0] for a in present.values()}
        ipv4, subnet4 = _chosen(network, subnet4, request.ipv4, used)
        ipv6 = ""
        if subnet6 is not None:
            ipv6, subnet6 = _chosen(network, subnet6, request.ipv6, used)
        names = {a.host_interface for on in self._attached.values() for a in on.values()}
        while (host_interface := self._interface("v", endpoint_id)) in names:
            endpoint_id = new_id()
        return _Attached(
            container_id=request.container_id,
            container_name=request.container_name,
            interface=request.interface,
            host_interface=host_interface,
            default_route=request.default_route and not network.internal,
            address=EndpointAddress(
                endpoint_id=endpoint_id,
                ipv4=f"{ipv4}/{subnet4.subnet.partition('/')[2]}",
                ipv4_gateway="" if network.internal else subnet4.gateway,
                ipv6=f"{ipv6}/{subnet6.subnet.partition('/')[2]}" if subnet6 else "",
                ipv6_gateway=subnet6.gateway if subnet6 and not network.internal else "",
                mac_address=_checked_mac(request.mac_address) or ipam.mac_address(ipv4),
            ),
        )

    def _attachment(self, network: Network, attached: _Attached) -> Attachment:
        routed = attached.default_route
        return Attachment(
            bridge=network.bridge,
            host_interface=attached.host_interface,
            interface=attached.interface,
            mac_address=attached.address.mac_address,
            mtu=self._network_mtu(network),
            ipv4=attached.address.ipv4,
            ipv4_gateway=attached.address.ipv4_gateway if routed else "",
            ipv6=attached.address.ipv6,
            ipv6_gateway=attached.address.ipv6_gateway if routed else "",
            isolated=network.options.get(_ICC) == "false",
        )

    def _network_mtu(self, network: Network) -> int:
        return int(network.options.get(_MTU, self._mtu))

    def _interface(self, kind: str, id: str) -> str:
        """A name of ours for an interface, of at most IFNAMSIZ - 1 = 15 characters."""
        return f"{self._prefix}{kind}{id}"[:15]

    def _own_ranges(self) -> list[ipam.Range]:
        return [ipam.parse_range(s.subnet) for n in self._networks.values() for s in n.subnets]

    def _known(self) -> set[str]:
        """Every interface of ours that has a purpose."""
        bridges = {network.bridge for network in self._networks.values()}
        ends = {a.host_interface for on in self._attached.values() for a in on.values()}
        return bridges | ends

    def _remember(self, network: Network) -> None:
        self._networks[network.id] = network
        self._attached.setdefault(network.id, {})
        if network.driver == "bridge":
            self._zones[network.id] = dns.Zone(
                network.name, network.subnets[0].gateway, internal=network.internal
            )

    def _name(self, network: Network, attached: _Attached, names: Sequence[str]) -> None:
        # Names on the default bridge are not resolved, as in Docker.
        if network.driver == "bridge" and network.name != BRIDGE:
            self._zones[network.id].add(
                dns.Entry(
                    container_id=attached.container_id,
                    names=tuple(names),
                    ipv4=attached.address.ipv4.partition("/")[0],
                    ipv6=attached.address.ipv6.partition("/")[0],
                )
            )

    def _unname(self, network: Network, container_id: str) -> None:
        if network.driver == "bridge":
            self._zones[network.id].remove(container_id)

    def _zones_for(self, network_id: str, client: str) -> list[dns.Zone]:
        """The asked network's zone, then those of the client's other networks."""
        asked = self._zones[network_id]
        entry = asked.at(client)
        if entry is None:
            return [asked]
        others = [
            self._zones[id]
            for id, on in self._attached.items()
            if id != network_id and entry.container_id in on and id in self._zones
        ]
        return [asked, *others]

    def _only_loopback_upstreams(self) -> bool:
        servers = self._upstreams.servers()
        return all(server.startswith("127.") or server == "::1" for server in servers)

    def _tell(self, network: Network, action: str, container_id: str = "") -> None:
        attributes = {"name": network.name, "type": network.driver}
        if container_id:
            attributes["container"] = container_id
        self._events.publish("network", action, network.id, attributes)

    def _firewall_state(self) -> tuple[list[firewall.Bridge], list[firewall.Forward]]:
        bridges = [
            firewall.Bridge(
                interface=network.bridge,
                subnets=tuple(subnet.subnet for subnet in network.subnets),
                internal=network.internal,
                masquerade=network.options.get(_MASQUERADE) != "false",
                dns_port=self._dns_ports.get(network.id, 0),
                gateway=network.subnets[0].gateway,
            )
            for network in self._networks.values()
            if network.driver == "bridge"
        ]
        return bridges, [forward for own in self._forwards.values() for forward in own]

    # Acts: on the kernel, through the worker

    async def _blocking(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run on the worker thread. A cancellation is passed on once the function has returned."""
        call = functools.partial(function, *args, **kwargs)
        future = asyncio.get_running_loop().run_in_executor(self._worker, call)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait([future])
            if not future.cancelled():
                future.exception()
            raise

    async def _host_ranges(self) -> list[ipam.Range]:
        # Also a default bridge left by a daemon that was killed must not be in its own way.
        ours = {self._config.bridge_name, *(n.bridge for n in self._networks.values())}
        ranges = await self._blocking(self._links.used_ranges, ours)
        return ranges + [
            ipam.parse_range(server) for server in self._upstreams.servers() if "%" not in server
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
        name = self._config.bridge_name
        taken = [*await self._host_ranges(), *self._own_ranges()]
        if self._config.bip:
            interface = ipaddress.ip_interface(self._config.bip)
            subnet = Subnet(subnet=str(interface.network), gateway=str(interface.ip))
        else:
            old = present.subnets[0] if present is not None else None
            free = old is not None and not any(
                ipam.overlap(ipam.parse_range(old.subnet), other) for other in taken
            )
            if old is not None and free:
                subnet = old
            else:
                chosen = ipam.choose_range(self._config.default_address_pools, taken)
                subnet = ipam.default_subnet(chosen)
        return Network(
            id=present.id if present is not None else new_id(),
            name=BRIDGE,
            created_ns=present.created_ns if present is not None else time.time_ns(),
            driver="bridge",
            subnets=(subnet,),
            options={
                "com.docker.network.bridge.default_bridge": "true",
                _ICC: "true",
                _MASQUERADE: "true",
                "com.docker.network.bridge.host_binding_ipv4": self._config.ip,
                _BRIDGE_NAME: name,
                _MTU: str(self._mtu),
            },
            bridge=name,
        )

    async def _raise_bridge(self, network: Network) -> None:
        addresses = [
            f"{subnet.gateway}/{subnet.subnet.partition('/')[2]}" for subnet in network.subnets
        ]
        gateway = network.subnets[0].gateway
        try:
            await self._blocking(
                self._links.make_bridge,
                network.bridge,
                addresses,
                mtu=self._network_mtu(network),
                mac_address=ipam.mac_address(gateway),
            )
            server = dns.Server(
                functools.partial(self._zones_for, network.id),
                self._upstreams,
                internal=network.internal,
            )
            port = await server.start(gateway)
            self._servers[network.id] = server
            if port != 53:
                self._dns_ports[network.id] = port
        except (SystemFailure, OSError) as error:
            raise SystemFailure(f"cannot bring up the network {network.name}: {error}") from error

    async def _forget_network(self, network: Network) -> None:
        self._networks.pop(network.id, None)
        self._attached.pop(network.id, None)
        self._zones.pop(network.id, None)
        self._dns_ports.pop(network.id, None)
        server = self._servers.pop(network.id, None)
        if server is not None:
            await server.close()
        await self._blocking(self._links.remove, [network.bridge])
        await self._write_rules()

    async def _reroute(self, container_id: str, netns: Path) -> None:
        """Lead the default route through another network, after the one it used was left."""
        for network_id, on in self._attached.items():
            attached = on.get(container_id)
            if attached is None or not attached.address.ipv4_gateway:
                continue
            gateways = [attached.address.ipv4_gateway, attached.address.ipv6_gateway]
            await self._blocking(
                self._links.set_default_route,
                netns,
                attached.interface,
                [gateway for gateway in gateways if gateway],
            )
            self._attached[network_id][container_id] = msgspec.structs.replace(
                attached, default_route=True
            )
            return

    def _abandon(self, container_id: str) -> None:
        self._links.silence(self._namespaces.path(container_id))
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
            attached = self._adopted(container, endpoint, index, network)
            self._attached[network.id][container.container_id] = attached
            self._name(network, attached, endpoint.dns_names)
        address = next((e.ipv4.partition("/")[0] for e in container.endpoints if e.ipv4), "")
        for mapping in container.ports if address else ():
            reservation = self._ports.adopt(container.container_id, mapping)
            if reservation.held is None:
                _log.warning(
                    "port %s of %s on %s is now held by another program; trying again",
                    mapping.host_port,
                    container.container_name,
                    mapping.host_ip,
                )
            await self._serve(container.container_id, address, reservation)

    def _adopted(
        self, container: LiveContainer, endpoint: Endpoint, index: int, network: Network
    ) -> _Attached:
        bridged = network.driver == "bridge"
        return _Attached(
            container_id=container.container_id,
            container_name=container.container_name,
            interface=f"eth{index}" if bridged else "",
            host_interface=self._interface("v", endpoint.endpoint_id) if bridged else "",
            default_route=index == 0 and bool(endpoint.ipv4_gateway),
            address=EndpointAddress(
                endpoint_id=endpoint.endpoint_id,
                ipv4=endpoint.ipv4,
                ipv4_gateway=endpoint.ipv4_gateway,
                ipv6=endpoint.ipv6,
                ipv6_gateway=endpoint.ipv6_gateway,
                mac_address=endpoint.mac_address,
            ),
        )

    def _sweep(self, known: set[str], live: set[str]) -> None:
        """Remove interfaces and pins that carry our prefix and belong to nothing."""
        self._sweep_links(known)
        for container_id in self._namespaces.pinned():
            if container_id not in live:
                self._namespaces.release(container_id)

    def _sweep_links(self, known: set[str]) -> None:
        ours = (f"{self._prefix}v", f"{self._prefix}-")
        kinds = ("veth", "bridge")
        self._links.remove(
            link.name
            for link in self._links.present()
            if link.name.startswith(ours) and link.kind in kinds and link.name not in known
        )

    # Ports

    async def _carry(
        self, container_id: str, container_ip: str, reservations: Sequence[ports.Reservation]
    ) -> None:
        forwards = []
        for reservation in reservations:
            forward = await self._serve(container_id, container_ip, reservation)
            if forward is not None:
                forwards.append(forward)
        if not forwards:
            return
        try:
            await self._blocking(self._rules.add, forwards)
        except SystemFailure as error:
            _log.debug("rewriting the rules, because: %s", error)
            await self._write_rules()

    async def _serve(
        self, container_id: str, container_ip: str, reservation: ports.Reservation
    ) -> firewall.Forward | None:
        """Start the proxy of an IPv6 port, or note (not yet write) the rule of an IPv4 one."""
        mapping = reservation.mapping
        if ":" in mapping.host_ip:
            if reservation.held is not None:
                reservation.proxy = ports.Proxy(container_ip, mapping.container_port)
                await reservation.proxy.start(reservation.held)
            return None
        forward = firewall.Forward(
            protocol="tcp" if mapping.protocol == "tcp" else "udp",
            host_ip=mapping.host_ip,
            host_port=mapping.host_port,
            container_ip=container_ip,
            container_port=mapping.container_port,
        )
        self._forwards.setdefault(container_id, []).append(forward)
        return forward

    async def _explained(self, container_id: str, taken: ports.PortTaken) -> PortInUse:
        name, endpoint = container_id[:12], ""
        for on in self._attached.values():
            if container_id in on:
                name = on[container_id].container_name
                endpoint = f" ({on[container_id].address.endpoint_id})"
                break
        owner = self._ports.holder(taken)
        process = None
        if owner is None:
            process = await asyncio.to_thread(
                ports.find_holder, taken.protocol, taken.host_ip, taken.port
            )
        else:
            owner = next(
                (on[owner].container_name for on in self._attached.values() if owner in on), owner
            )
        return PortInUse(
            f"driver failed programming external connectivity on endpoint {name}{endpoint}: "
            f"{ports.in_words(taken, owner, process)}"
        )

    # Rules

    async def _start_rules(self) -> None:
        ipv6 = any(network.ipv6 for network in self._networks.values())
        try:
            await self._blocking(enable_forwarding, ipv6)
            await self._write_rules()
            self._watch = Watch(self._config.nft_table)
            asyncio.get_running_loop().add_reader(self._watch, self._noticed)
            for obstacle in await self._blocking(self._rules.obstacles):
                _log.warning(
                    "the chain %s drops forwarded packets: containers may reach nothing outside. "
                    "Allow the bridge %s there.",
                    obstacle,
                    self._config.bridge_name,
                )
        except (EngineError, OSError) as error:
            _log.error("the firewall rules are not in force: %s", error)

    async def _write_rules(self) -> None:
        bridges, forwards = self._firewall_state()
        if any(network.ipv6 for network in self._networks.values()):
            await self._blocking(enable_forwarding, True)
        await self._blocking(self._rules.replace, bridges, forwards)

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
                await self._write_rules()
            except EngineError as error:
                _log.error("cannot write the firewall rules: %s", error)

    async def _tidy(self) -> None:
        """Remove links of ended containers that the kernel did not reap by itself."""
        while True:
            await self._untidy.wait()
            await asyncio.sleep(_LINGER)
            self._untidy.clear()
            try:
                await self._blocking(self._sweep_links, self._known())
            except (SystemFailure, OSError) as error:
                _log.warning("cannot remove a leftover interface: %s", error)

    async def _regain(self) -> None:
        """Get host ports back that another program took while the engine was away."""
        while missing := [r for _, r in self._ports.all() if r.held is None]:
            await asyncio.sleep(_RETRY)
            for reservation in missing:
                mapping = reservation.mapping
                with suppress(EngineError):
                    reservation.held = ports.bind(
                        mapping.protocol, mapping.host_ip, mapping.host_port
                    )

    # Last, because its name hides the built-in one in the rest of the class.

    def list(self, filters: Filters) -> Listed:
        """Filters: dangling, driver, id, label, name, scope, type."""
        dangling = filters.boolean("dangling")
        kinds = set(filters.values("type"))
        if kinds - {"custom", "builtin"}:
            raise InvalidParameter(f"invalid filter: 'type'='{', '.join(sorted(kinds))}'")
        found = []
        for network in self._networks.values():
            predefined = network.name in PREDEFINED
            unused = not predefined and not self._attached[network.id]
            if (
                (dangling is not None and dangling != unused)
                or (kinds and ("builtin" if predefined else "custom") not in kinds)
                or not filters.matches_labels(network.labels)
                or not filters.matches_pattern("name", [network.name])
                or not filters.matches_pattern("id", [network.id])
                or ("driver" in filters and network.driver not in filters.values("driver"))
                or ("scope" in filters and network.scope not in filters.values("scope"))
            ):
                continue
            found.append(network)
        return found


_Reservation = ports.Reservation
_PortTaken = ports.PortTaken


def _chosen(network: Network, subnet: Subnet, wished: str, used: set[str]) -> tuple[str, Subnet]:
    """An address for a new endpoint, and the subnet it is in."""
    if not wished:
        return ipam.allocate(subnet, used), subnet
    version = 6 if ":" in subnet.subnet else 4
    family = [s for s in network.subnets if (":" in s.subnet) == (version == 6)]
    return wished, ipam.check_wished(family, wished, used)


def _checked_mac(text: str) -> str:
    if text and not _MAC.fullmatch(text.lower()):
        raise InvalidParameter(f"invalid MAC address: {text!r}")
    return text.lower().replace("-", ":")
