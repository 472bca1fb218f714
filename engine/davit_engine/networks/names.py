"""Names on networks: what each network knows, and the servers that tell it."""

import asyncio
import functools
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from pathlib import Path

from davit_engine.config import Config
from davit_engine.kernel.blocking import finished
from davit_engine.networks import dns, resolver
from davit_engine.networks.network import BRIDGE, Network
from davit_engine.networks.plan import Attached


class Names:
    """The zones of all networks, and a server for every container that asks for one.

    `networks_of` tells the ids of a container's networks, in their order. What blocks runs on
    `worker`.
    """

    def __init__(
        self, config: Config, worker: Executor, networks_of: Callable[[str], Sequence[str]]
    ) -> None:
        self._config = config
        self._worker = worker
        self._networks_of = networks_of
        self._zones: dict[str, dns.Zone] = {}
        self._gateways: dict[str, dns.Server] = {}
        self._containers: dict[str, dns.Server] = {}
        self._ports: dict[str, int] = {}
        self._upstreams = dns.Upstreams(config.dns)

    def remember(self, network: Network) -> None:
        if network.subnets:
            self._zones[network.id] = dns.Zone(
                network.name,
                network.subnets[0].gateway,
                internal=network.internal,
                host=self._config.host_gateway_ip,
                subnets=[subnet.subnet for subnet in network.subnets],
            )

    async def listen(self, network: Network) -> None:
        """Answer on the network's gateway. Raises OSError when the address cannot be had."""
        server = dns.Server(functools.partial(self._zones_for, network.id), self._upstreams)
        self._ports[network.id] = await server.start(network.subnets[0].gateway)
        self._gateways[network.id] = server

    async def forget(self, network_id: str) -> None:
        self._zones.pop(network_id, None)
        self._ports.pop(network_id, None)
        server = self._gateways.pop(network_id, None)
        if server is not None:
            await server.close()

    @property
    def ports(self) -> Mapping[str, int]:
        """Where the servers on gateways listen, by network id."""
        return self._ports

    def listens(self, network_id: str) -> bool:
        return network_id in self._gateways

    def add(self, network: Network, attached: Attached, names: Sequence[str]) -> None:
        # Names on the default bridge are not resolved, as in Docker.
        if network.id in self._zones and network.name != BRIDGE:
            self._zones[network.id].add(
                dns.Entry(
                    container_id=attached.container_id,
                    names=tuple(names),
                    ipv4=attached.address.ipv4.partition("/")[0],
                    ipv6=attached.address.ipv6.partition("/")[0],
                )
            )

    def remove(self, network_id: str, container_id: str) -> None:
        if network_id in self._zones:
            self._zones[network_id].remove(container_id)

    async def serve(
        self,
        container_id: str,
        namespace: Path,
        servers: Sequence[str],
        aliases: Mapping[str, str],
    ) -> None:
        """Answer at 127.0.0.11 in the container's namespace, or follow its new `aliases`.

        `servers` are asked for what no network knows; the host's own when there are none. Raises
        SystemFailure.
        """
        present = self._containers.get(container_id)
        if present is not None:
            present.aliases = dict(aliases)
            return
        udp, tcp = await finished(self._worker, resolver.open_sockets, namespace)
        server = dns.Server(
            functools.partial(self._zones_of, container_id),
            dns.Upstreams(servers) if servers else self._upstreams,
            aliases,
        )
        self._containers[container_id] = server
        try:
            await server.listen(udp, tcp)
        except BaseException:
            del self._containers[container_id]
            raise

    async def leave(self, container_id: str) -> None:
        """Idempotent."""
        server = self._containers.pop(container_id, None)
        if server is not None:
            await server.close()

    async def close(self) -> None:
        servers = [*self._gateways.values(), *self._containers.values()]
        self._gateways.clear()
        self._containers.clear()
        await asyncio.gather(*(server.close() for server in servers))

    def upstream_servers(self) -> Sequence[str]:
        return self._upstreams.servers()

    def only_loopback_upstreams(self) -> bool:
        servers = self._upstreams.servers()
        return all(server.startswith("127.") or server == "::1" for server in servers)

    def _zones_of(self, container_id: str, client: str) -> list[dns.Zone]:
        return [self._zones[id] for id in self._networks_of(container_id) if id in self._zones]

    def _zones_for(self, network_id: str, client: str) -> list[dns.Zone]:
        """The asked network's zone, then those of the client's other networks."""
        asked = self._zones[network_id]
        entry = asked.at(client)
        if entry is None:
            return [asked]
        others = [
            self._zones[id]
            for id in self._networks_of(entry.container_id)
            if id != network_id and id in self._zones
        ]
        return [asked, *others]
