"""A container's places on its networks: joined before it starts, its ports published.

The namespace is made ready here and given back, with everything in it, by `Networks.forget`.
"""

from pathlib import Path

import msgspec

from davit_engine.containers.configure import host_ports, parse_port, published_all
from davit_engine.containers.model import Container, Endpoint, PortBinding, PortMapping
from davit_engine.containers.records import Records
from davit_engine.errors import Conflict
from davit_engine.lookup import short
from davit_engine.networks.network import BRIDGE, HOST, EndpointRequest, PortRequest
from davit_engine.networks.service import Networks


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
        return msgspec.structs.replace(container, endpoints=tuple(endpoints)), netns

    async def connect(
        self, container: Container, endpoint: Endpoint, netns: Path | None, index: int
    ) -> Endpoint:
        """Join one network; the endpoint with the addresses it got."""
        network = self._networks.get(endpoint.network_id)
        if network.driver != "bridge":
            return msgspec.structs.replace(endpoint, network_name=network.name)
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
                mac_address=endpoint.config.mac_address or container.config.mac_address,
                dns_names=names,
                default_route=index == 0,
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
            dns_names=names,
        )

    async def publish(self, container: Container) -> tuple[PortMapping, ...]:
        bindings: dict[str, list[PortBinding]] = dict(container.host_config.port_bindings)
        if container.host_config.publish_all_ports:
            bindings |= {
                port: [PortBinding()] for port in published_all(container.config, bindings)
            }
        address = next((e.ipv4.partition("/")[0] for e in container.endpoints if e.ipv4), "")
        if not bindings or not address:
            return ()
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
        return await self._networks.publish(container.id, address, requests)


def dns_names(container: Container, endpoint: Endpoint) -> tuple[str, ...]:
    """Under which names others on the network find the container."""
    aliases = endpoint.config.aliases or ()
    return tuple(dict.fromkeys((container.name, *aliases, short(container.id))))


def without_addresses(endpoint: Endpoint) -> Endpoint:
    return Endpoint(
        network_id=endpoint.network_id,
        network_name=endpoint.network_name,
        config=endpoint.config,
        dns_names=endpoint.dns_names,
    )
