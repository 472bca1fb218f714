"""Network, endpoint and port records, and what the containers ask of networks."""

from pathlib import Path
from typing import Final, Literal

import msgspec

from davit_engine.containers.model import Endpoint, PortMapping
from davit_engine.errors import EngineError

BRIDGE: Final = "bridge"
HOST: Final = "host"
NONE: Final = "none"

PREDEFINED: Final = (BRIDGE, HOST, NONE)
"""Networks that always exist and cannot be removed."""


class Subnet(msgspec.Struct, frozen=True, kw_only=True):
    """One address range of a network."""

    subnet: str
    """CIDR."""
    gateway: str
    """Address without prefix length; the bridge carries it."""
    ip_range: str = ""
    """CIDR inside `subnet` from which addresses are given; empty means the whole."""
    auxiliary: dict[str, str] = {}
    """Addresses never given out, by name."""


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """One network. Written once; only deleted."""

    id: str
    name: str
    created_ns: int
    driver: Literal["bridge", "macvlan", "ipvlan", "host", "null"]
    scope: str = "local"
    internal: bool = False
    attachable: bool = False
    ingress: bool = False
    ipv6: bool = False
    config_only: bool = False
    """Whether it only holds what other networks are made from; no container joins it."""
    config_from: str = ""
    """Name of the configuration-only network that this one was made from."""
    subnets: tuple[Subnet, ...] = ()
    options: dict[str, str] = {}
    ipam_driver: str = "default"
    ipam_options: dict[str, str] | None = None
    labels: dict[str, str] = {}
    bridge: str = ""
    """Name of the Linux bridge; empty for other drivers."""
    parent: str = ""
    """Name of the interface that macvlan and ipvlan interfaces are made on."""
    own_parent: bool = False
    """Whether the engine made the parent, and removes it with the network."""
    user_subnets: bool = False
    """Whether a client chose a subnet: only then may a container wish for an address."""

    @property
    def has_interfaces(self) -> bool:
        """Whether joining it gives a container an interface of its own."""
        return self.driver in ("bridge", "macvlan", "ipvlan")


class SubnetRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of `IPAM.Config` in a request; what is empty the engine chooses."""

    subnet: str = ""
    gateway: str = ""
    ip_range: str = ""
    auxiliary: dict[str, str] = {}


class CreateNetwork(msgspec.Struct, frozen=True, kw_only=True):
    """A network as a client asks for it."""

    name: str
    driver: str = "bridge"
    scope: str = ""
    internal: bool = False
    attachable: bool = False
    ingress: bool = False
    ipv6: bool = False
    config_only: bool = False
    config_from: str = ""
    subnets: tuple[SubnetRequest, ...] = ()
    ipam_driver: str = "default"
    ipam_options: dict[str, str] | None = None
    options: dict[str, str] = {}
    labels: dict[str, str] = {}


class EndpointRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Join a container's network namespace to a network."""

    container_id: str
    container_name: str
    network_id: str
    interface: str
    """Name inside the container, as eth0."""
    ipv4: str = ""
    """A wished address; empty takes the next free one."""
    ipv6: str = ""
    link_local: tuple[str, ...] = ()
    """More addresses, without prefix length."""
    mac_address: str = ""
    dns_names: tuple[str, ...] = ()
    """Names under which others on the network find it: name, aliases, short id."""


class EndpointAddress(msgspec.Struct, frozen=True, kw_only=True):
    """What joining gave."""

    endpoint_id: str
    interface: str = ""
    """Name inside the container."""
    ipv4: str
    """With prefix length."""
    ipv4_gateway: str
    ipv6: str = ""
    ipv6_gateway: str = ""
    mac_address: str


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """One container interface to be made."""

    driver: Literal["bridge", "macvlan", "ipvlan"] = "bridge"
    master: str
    """The bridge it is plugged into, or the parent that it is made on."""
    mode: int = 0
    """MACVLAN_MODE_… or IPVLAN_MODE_… (linux/if_link.h)."""
    host_interface: str
    interface: str
    mac_address: str
    mtu: int
    ipv4: str = ""
    """With prefix length."""
    ipv4_gateway: str = ""
    """Set where this interface carries the default route."""
    ipv6: str = ""
    ipv6_gateway: str = ""
    others: tuple[str, ...] = ()
    """More addresses, with prefix length."""
    direct: bool = False
    """Whether default routes name the interface and no gateway (ipvlan in its layer 3 mode)."""
    isolated: bool = False
    """Whether neighbours on the bridge are unreachable (Docker's enable_icc=false)."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One container on a network, as `network inspect` shows it."""

    container_id: str
    container_name: str
    address: EndpointAddress


class LiveContainer(msgspec.Struct, frozen=True, kw_only=True):
    """A container that ran on while the engine was away, and the network state it still has."""

    container_id: str
    container_name: str
    netns: Path | None
    """A way into its network namespace that surely exists, as /proc/PID/ns/net; None on `host`."""
    endpoints: tuple[Endpoint, ...]
    """In the order of its interfaces: eth0, eth1, …"""
    dns: tuple[str, ...] = ()
    """Name servers of its own."""
    aliases: dict[str, str] = {}
    """Names that only it has for others on its networks."""
    ports: tuple[PortMapping, ...] = ()


class PortRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Publish one container port on the host."""

    container_port: int
    protocol: Literal["tcp", "udp", "sctp"]
    host_ip: str
    """Empty means the engine's default address."""
    host_ports: tuple[int, ...]
    """Candidates in the order to try; empty takes any free port."""


class PortInUse(EngineError):
    """The host port is taken; the sentence names the holder when it can be found."""
