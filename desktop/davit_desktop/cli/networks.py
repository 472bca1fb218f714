"""`davit network`."""

from __future__ import annotations

import sys
from ipaddress import ip_address, ip_network
from typing import Any

from davit_desktop.cli.command import command, option
from davit_desktop.cli.each import confirmed, each
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.inspect import inspected
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.cli.volumes import pairs
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.types import Json, Network

_HEADERS = {
    "ID": "NETWORK ID",
    "Name": "NAME",
    "Driver": "DRIVER",
    "Scope": "SCOPE",
    "IPv4": "IPV4",
    "IPv6": "IPV6",
    "Internal": "INTERNAL",
    "Labels": "LABELS",
    "CreatedAt": "CREATED AT",
}


@command("ls", "[OPTIONS]", "List networks")
@option("filter", "f", metavar="filter", help='Provide filter values (e.g. "driver=bridge")')
@option("format", metavar="string", help=FORMAT_HELP)
@option("no-trunc", help="Do not truncate the output")
@option("quiet", "q", help="Only display network IDs")
async def ls(
    client: EngineClient,
    words: list[str],
    filter: list[str],
    format: str,
    no_trunc: bool,
    quiet: bool,
) -> None:
    found = sorted(await client.networks(parse_filters(filter)), key=lambda network: network.name)
    rows = [_row(network, no_trunc=no_trunc) for network in found]
    if quiet and format in ("", "table"):
        for row in rows:
            print(row["ID"])
        return
    sys.stdout.write(listed(format, _HEADERS, ("ID", "Name", "Driver", "Scope"), rows))


def _row(network: Network, *, no_trunc: bool) -> Row:
    return {
        "ID": network.id if no_trunc else network.id[:12],
        "Name": network.name,
        "Driver": network.driver,
        "Scope": network.scope,
        "IPv4": "true" if any("." in pool.subnet for pool in network.ipam.config) else "false",
        "IPv6": str(network.enable_ipv6).lower(),
        "Internal": str(network.internal).lower(),
        "Labels": ",".join(f"{key}={value}" for key, value in network.labels.items()),
        "Label": lambda name: network.labels.get(name, ""),
        "CreatedAt": network.created.replace("T", " ").replace("Z", " +0000 UTC"),
    }


@command("create", "[OPTIONS] NETWORK", "Create a network", words=(1, 1))
@option("attachable", help="Enable manual container attachment")
@option(
    "aux-address",
    metavar="list",
    help="Auxiliary IPv4 or IPv6 addresses used by Network driver (default map[])",
)
@option(
    "driver",
    "d",
    metavar="string",
    default="bridge",
    help='Driver to manage the Network (default "bridge")',
)
@option("gateway", metavar="list", help="IPv4 or IPv6 Gateway for the master subnet")
@option("internal", help="Restrict external access to the network")
@option("ip-range", metavar="list", help="Allocate container ip from a sub-range")
@option("ipam-driver", metavar="string", help='IP Address Management Driver (default "default")')
@option("ipam-opt", metavar="list", help="Set IPAM driver specific options (default map[])")
@option("ipv6", help="Enable or disable IPv6 address assignment")
@option("label", metavar="list", help="Set metadata on a network")
@option("opt", "o", metavar="list", help="Set driver specific options (default map[])")
@option("scope", metavar="string", help="Control the network's scope")
@option("subnet", metavar="list", help="Subnet in CIDR format that represents a network segment")
async def create(
    client: EngineClient,
    words: list[str],
    attachable: bool,
    aux_address: list[str],
    driver: str,
    gateway: list[str],
    internal: bool,
    ip_range: list[str],
    ipam_driver: str,
    ipam_opt: list[str],
    ipv6: bool,
    label: list[str],
    opt: list[str],
    scope: str,
    subnet: list[str],
) -> None:
    body: Json = {
        "Name": words[0],
        "Driver": driver,
        "Internal": internal,
        "Attachable": attachable,
        "EnableIPv6": ipv6,
        "Options": pairs(opt),
        "Labels": pairs(label),
        "IPAM": {
            "Driver": ipam_driver or "default",
            "Options": pairs(ipam_opt),
            "Config": _pools(subnet, ip_range, gateway, pairs(aux_address)),
        },
    }
    if scope:
        body["Scope"] = scope
    made = await client.create_network(body)
    if made.warning:
        print(f"WARNING: {made.warning}", file=sys.stderr)
    print(made.id)


def _pools(
    subnets: list[str], ranges: list[str], gateways: list[str], auxiliary: dict[str, str]
) -> list[Json]:
    """Each range, gateway and auxiliary address goes to the subnet that holds it."""
    pools: dict[Any, Json] = {}
    try:
        for text in subnets:
            network = ip_network(text)
            if any(network.version == n.version and network.overlaps(n) for n in pools):
                raise CommandFailed("multiple overlapping subnet configuration is not supported")
            pools[network] = {"Subnet": text}
        for text in ranges:
            _holder(pools, ip_network(text).network_address, text)["IPRange"] = text
        for text in gateways:
            _holder(pools, ip_address(text), text)["Gateway"] = text
        for name, text in auxiliary.items():
            pool = _holder(pools, ip_address(text), text)
            pool.setdefault("AuxiliaryAddresses", {})[name] = text
    except ValueError as error:
        raise CommandFailed(f"invalid network configuration: {error}") from error
    return list(pools.values())


def _holder(pools: dict[Any, Json], address: Any, text: str) -> Json:
    for network, pool in pools.items():
        if address in network:
            return pool
    raise CommandFailed(f"no matching subnet for {text}")


@command("connect", "[OPTIONS] NETWORK CONTAINER", "Connect a container to a network", words=(2, 2))
@option("alias", metavar="list", help="Add network-scoped alias for the container")
@option("driver-opt", metavar="list", help="driver options for the network")
@option("gw-priority", metavar="int", help="Highest gw-priority provides the default gateway")
@option("ip", metavar="string", help='IPv4 address (e.g., "172.30.100.104")')
@option("ip6", metavar="string", help='IPv6 address (e.g., "2001:db8::33")')
@option("link", metavar="list", help="Add link to another container")
@option("link-local-ip", metavar="list", help="Add a link-local address for the container")
async def connect(
    client: EngineClient,
    words: list[str],
    alias: list[str],
    driver_opt: list[str],
    gw_priority: int,
    ip: str,
    ip6: str,
    link: list[str],
    link_local_ip: list[str],
) -> None:
    endpoint: Json = {}
    if ip or ip6 or link_local_ip:
        endpoint["IPAMConfig"] = {
            "IPv4Address": ip,
            "IPv6Address": ip6,
            "LinkLocalIPs": link_local_ip,
        }
    if alias:
        endpoint["Aliases"] = alias
    if link:
        endpoint["Links"] = link
    if driver_opt:
        endpoint["DriverOpts"] = pairs(driver_opt)
    if gw_priority:
        endpoint["GwPriority"] = gw_priority
    await client.connect(words[0], words[1], endpoint)


@command(
    "disconnect",
    "[OPTIONS] NETWORK CONTAINER",
    "Disconnect a container from a network",
    words=(2, 2),
)
@option("force", "f", help="Force the container to disconnect from a network")
async def disconnect(client: EngineClient, words: list[str], force: bool) -> None:
    await client.disconnect(words[0], words[1], force=force)


@command(
    "inspect",
    "[OPTIONS] NETWORK [NETWORK...]",
    "Display detailed information on one or more networks",
    words=(1, None),
)
@option(
    "format",
    "f",
    metavar="string",
    help="Format output using a custom template: 'json' or TEMPLATE",
)
@option("verbose", "v", help="Verbose output for diagnostics")
async def inspect(client: EngineClient, words: list[str], format: str, verbose: bool) -> None:
    await inspected(words, lambda name: client.inspect_network(name, verbose=verbose), format)


@command("rm", "NETWORK [NETWORK...]", "Remove one or more networks", words=(1, None))
@option("force", "f", help="Do not error if the network does not exist")
async def rm(client: EngineClient, words: list[str], force: bool) -> None:
    await each(words, client.remove_network)


@command("prune", "[OPTIONS]", "Remove all unused networks")
@option("filter", metavar="filter", help='Provide filter values (e.g. "until=<timestamp>")')
@option("force", "f", help="Do not prompt for confirmation")
async def prune(client: EngineClient, words: list[str], filter: list[str], force: bool) -> None:
    filters = parse_filters(filter)
    question = (
        "WARNING! This will remove all custom networks not used by at least one container.\n"
        "Are you sure you want to continue?"
    )
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_networks(filters)
    if pruned.networks_deleted:
        print("Deleted Networks:", *pruned.networks_deleted, "", sep="\n")
