"""Network rows and the forms that make and join networks (pure)."""

import ipaddress
from collections.abc import Iterable, Mapping

import msgspec

from davit_desktop.client.types import ContainerSummary, Json, Network
from davit_desktop.state.containers import COMPOSE_PROJECT
from davit_desktop.translation import tr

PREDEFINED = ("bridge", "host", "none")
"""Made by the engine itself; they cannot be deleted."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A container that is joined to a network; no address while it does not run."""

    id: str
    name: str
    address: str = ""
    aliases: tuple[str, ...] = ()
    running: bool = False


class NetworkRow(msgspec.Struct, frozen=True, kw_only=True):
    """One network."""

    id: str
    name: str
    driver: str = ""
    subnets: tuple[str, ...] = ()
    gateways: tuple[str, ...] = ()
    internal: bool = False
    ipv6: bool = False
    project: str = ""
    members: tuple[Member, ...] = ()

    @property
    def predefined(self) -> bool:
        return self.name in PREDEFINED

    @property
    def joinable(self) -> bool:
        """Whether containers can be joined to it while they run."""
        return self.name not in ("host", "none")


def rows(networks: Iterable[Network], containers: Iterable[ContainerSummary]) -> list[NetworkRow]:
    """One row for each network, with the containers joined to it, by name."""
    members: dict[str, list[Member]] = {}
    for container in containers:
        for name, endpoint in container.network_settings.networks.items():
            member = Member(
                id=container.id,
                name=container.name,
                address=endpoint.ip_address,
                aliases=endpoint.aliases,
                running=container.state in ("running", "paused", "restarting"),
            )
            members.setdefault(endpoint.network_id or name, []).append(member)
    return [
        NetworkRow(
            id=network.id,
            name=network.name,
            driver=network.driver,
            subnets=tuple(pool.subnet for pool in network.ipam.config if pool.subnet),
            gateways=tuple(pool.gateway for pool in network.ipam.config if pool.gateway),
            internal=network.internal,
            ipv6=network.enable_ipv6,
            project=network.labels.get(COMPOSE_PROJECT, ""),
            members=tuple(
                sorted(
                    [*members.get(network.id, ()), *members.get(network.name, ())],
                    key=lambda member: member.name,
                )
            ),
        )
        for network in networks
    ]


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a person filled in to make a network; texts as they were typed."""

    name: str = ""
    subnet: str = ""
    gateway: str = ""
    internal: bool = False
    ipv6: bool = False


def wrong(wish: Wish, known: Iterable[NetworkRow]) -> str:
    """What must be mended before the network can be made; empty when nothing."""
    if any(row.name == wish.name.strip() for row in known):
        return tr("There is a network of this name already")
    if not wish.subnet.strip():
        return tr("A gateway needs a subnet") if wish.gateway.strip() else ""
    try:
        subnet = ipaddress.ip_network(wish.subnet.strip())
    except ValueError:
        return tr("The subnet must be like 172.30.0.0/16")
    for row in known:
        for taken in row.subnets:
            if _overlap(subnet, taken):
                return tr("The subnet overlaps that of {name}, {subnet}").format(
                    name=row.name, subnet=taken
                )
    if not wish.gateway.strip():
        return ""
    try:
        inside = ipaddress.ip_address(wish.gateway.strip()) in subnet
    except ValueError:
        return tr("The gateway must be like 172.30.0.1")
    return "" if inside else tr("The gateway is not in the subnet")


def _overlap(subnet: ipaddress.IPv4Network | ipaddress.IPv6Network, taken: str) -> bool:
    try:
        other = ipaddress.ip_network(taken)
    except ValueError:
        return False
    return subnet.version == other.version and subnet.overlaps(other)


def body(wish: Wish) -> Json:
    """Docker's NetworkCreateRequest for a wish."""
    made: Json = {"Name": wish.name.strip(), "Driver": "bridge", "CheckDuplicate": True}
    if wish.internal:
        made["Internal"] = True
    if wish.ipv6:
        made["EnableIPv6"] = True
    pool = {"Subnet": wish.subnet.strip(), "Gateway": wish.gateway.strip()}
    if wish.subnet.strip():
        made["IPAM"] = {"Config": [{key: value for key, value in pool.items() if value}]}
    return made


def command(wish: Wish) -> list[str]:
    """The words of `docker network create` for a wish."""
    words = ["docker", "network", "create"]
    flags: Mapping[str, str] = {"--subnet": wish.subnet.strip(), "--gateway": wish.gateway.strip()}
    for flag, value in flags.items():
        words += [flag, value] if value else []
    words += ["--internal"] if wish.internal else []
    words += ["--ipv6"] if wish.ipv6 else []
    return [*words, wish.name.strip()]
