"""A container's places on its networks: joined before it starts, its ports published.

The namespace is made ready here and given back, with everything in it, by `Networks.forget`.
"""

from pathlib import Path

import msgspec

from davit_engine.containers import links, network_mode
from davit_engine.containers.configure import host_ports, parse_port, published_all
from davit_engine.containers.model import (
    Container,
    Endpoint,
    EndpointConfig,
    PortBinding,
    PortMapping,
)
from davit_engine.containers.records import Records
from davit_engine.errors import Conflict, Forbidden, InvalidParameter
from davit_engine.lookup import short
from davit_engine.networks import resolver
from davit_engine.networks.network import BRIDGE, HOST, NONE, EndpointRequest, Network, PortRequest
from davit_engine.networks.service import Networks
from davit_engine.networks.validation import check_endpoint


class Endpoints:
    """Joins containers to networks."""

    def __init__(self, records: Records, networks: Networks) -> None:
        self._records = records
        self._networks = networks

    async def join(
        self, container: Container, made: Path | None = None
    ) -> tuple[Container, Path | None]:
        """The container with its addresses, and the namespace to run in; None is the host's.

        `made` is a new namespace to take where it gets one of its own.
        """
        mode = container.host_config.network_mode
        if mode == HOST:
            return container, None
        if mode.startswith("container:"):
            other = self._records.get(mode.removeprefix("container:"))
            if other.state.process is None:
                raise Conflict(f"cannot join network of a non running container: {other.id}")
            return container, Path(f"/proc/{other.state.process.pid}/ns/net")
        netns = await self._networks.namespace(container.id, made)
        endpoints = []
        for index, endpoint in enumerate(container.endpoints):
            endpoints.append(await self.connect(container, endpoint, netns, index))
        container = msgspec.structs.replace(container, endpoints=tuple(endpoints))
        await self._serve_names(container, netns)
        return container, netns

    async def _serve_names(self, container: Container, netns: Path) -> None:
        server = self._networks.dns_server([e.network_id for e in container.endpoints])
        if server == resolver.ADDRESS:
            await self._networks.serve_names(
                container.id, netns, own_servers(container), own_aliases(container)
            )

    async def added(
        self, container: Container, network: Network, config: EndpointConfig, *, running: bool
    ) -> Container:
        """The container with one more network, which it has joined if it runs.

        Raises Forbidden when it is there already, and InvalidParameter.
        """
        mode = container.host_config.network_mode
        if mode == HOST or mode.startswith("container:"):
            raise InvalidParameter(network_mode.SHARED)
        if network.name == HOST:
            raise InvalidParameter(network_mode.HOSTS)
        others = tuple(e for e in container.endpoints if e.network_id != network.id)
        if network.name == NONE or any(e.network_name == NONE for e in others):
            raise InvalidParameter(network_mode.PRIVATE)
        if running and len(others) < len(container.endpoints):
            raise Forbidden(
                f"endpoint with name {container.name} already exists in network {network.name}"
            )
        if network.config_only:
            raise Forbidden("cannot create endpoint on configuration-only network")
        check_endpoint(network, config)
        endpoint = Endpoint(network_id=network.id, network_name=network.name, config=config)
        if not running:
            return msgspec.structs.replace(container, endpoints=(*others, endpoint))
        netns = self._networks.pinned(container.id)
        endpoint = await self.connect(container, endpoint, netns, len(others))
        container = msgspec.structs.replace(container, endpoints=(*others, endpoint))
        try:
            await self._serve_names(container, netns)
            if not self._networks.ports(container.id):
                # Until now nothing outside could reach it.
                await self.publish(container)
        except BaseException:
            await self._networks.disconnect(container.id, network.id, netns)
            raise
        return container

    async def connect(
        self, container: Container, endpoint: Endpoint, netns: Path | None, index: int
    ) -> Endpoint:
        """Join one network; the endpoint with the addresses it got."""
        network = self._networks.get(endpoint.network_id)
        if network.config_only:
            raise Forbidden("cannot create endpoint on configuration-only network")
        if not network.has_interfaces:
            return msgspec.structs.replace(endpoint, network_name=network.name)
        check_endpoint(network, endpoint.config)
        wished = endpoint.config.ipam_config
        names = dns_names(container, endpoint) if network.name != BRIDGE else ()
        address = await self._networks.connect(
            EndpointRequest(
                container_id=container.id,
                container_name=container.name,
                network_id=network.id,
                interface=f"eth{index}",
                ipv4=wished.ipv4_address if wished else "",
                ipv6=wished.ipv6_address if wished else "",
                link_local=tuple(wished.link_local_ips) if wished else (),
                mac_address=endpoint.config.mac_address
                or (container.config.mac_address if index == 0 else ""),
                dns_names=names,
            ),
            netns,
        )
        return msgspec.structs.replace(
            endpoint,
            network_name=network.name,
            endpoint_id=address.endpoint_id,
            ipv4=address.ipv4,
            ipv4_gateway=address.ipv4_gateway,
            ipv6=address.ipv6,
            ipv6_gateway=address.ipv6_gateway,
            mac_address=address.mac_address,
            interface=address.interface,
            dns_names=names,
        )

    async def publish(self, container: Container) -> tuple[PortMapping, ...]:
        bindings: dict[str, list[PortBinding]] = dict(container.host_config.port_bindings)
        if container.host_config.publish_all_ports:
            bindings |= {
                port: [PortBinding()] for port in published_all(container.config, bindings)
            }
        requests = []
        for port, chosen in bindings.items():
            ((number, protocol),) = parse_port(port)
            for binding in chosen:
                requests.append(
                    PortRequest(
                        container_port=number,
                        protocol=protocol,  # type: ignore[arg-type]
                        host_ip=binding.host_ip,
                        host_ports=host_ports(binding),
                    )
                )
        return await self._networks.publish(container.id, requests)


def dns_names(container: Container, endpoint: Endpoint) -> tuple[str, ...]:
    """Under which names others on the network find the container."""
    aliases = endpoint.config.aliases or ()
    names = (container.name, *aliases, short(container.id), container.config.hostname)
    return tuple(dict.fromkeys(filter(None, names)))


def own_servers(container: Container) -> tuple[str, ...]:
    """The name servers that the container was given; none for the host's."""
    return tuple(container.host_config.dns)


def own_aliases(container: Container) -> dict[str, str]:
    """Names by which only this container calls others on its user-defined networks."""
    found = {}
    for endpoint in container.endpoints:
        if endpoint.network_name == BRIDGE:
            continue
        for text in endpoint.config.links or ():
            target, alias = links.parse(text)
            found[alias.lower()] = target.lower()
    return found


def without_addresses(endpoint: Endpoint) -> Endpoint:
    return Endpoint(
        network_id=endpoint.network_id,
        network_name=endpoint.network_name,
        config=endpoint.config,
        dns_names=endpoint.dns_names,
    )
