"""The engine's one nftables table, as text (pure).

What it promises:

- Containers reach the outside through the host's address, except on internal networks.
- Containers of different networks reach each other only through published ports.
- From outside only published ports are reachable: packets that are routed straight at a container
  subnet, or that carry a loopback address, are dropped before anything else looks at them.
- A published port answers on its host address from the host itself (loopback too), from outside
  when bound there, and from every container that is not on an internal network. The IPv6 loopback
  address is the exception: packets cannot be led away from it, and a proxy answers (proxy.py).
- Where a network is routed, the outside reaches the published ports of its containers, and nothing
  else, at the containers' own addresses.

Publishing a port adds one element to a map. Everything else is written as a whole, in one
transaction, whenever the set of networks changes. An accept here cannot overrule a drop elsewhere:
where another program's FORWARD policy is drop (iptables), that program must be told.
"""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec


class Bridge(msgspec.Struct, frozen=True, kw_only=True):
    """What the firewall knows of one network."""

    interface: str
    subnets: tuple[str, ...]
    """CIDR, either family."""
    internal: bool = False
    masquerade: bool = True
    routed: frozenset[int] = frozenset()
    """IP versions without address translation."""
    dns_port: int = 0
    """Where the engine's DNS listens on the gateway; 0 for nowhere."""
    gateway: str = ""


class Forward(msgspec.Struct, frozen=True, kw_only=True):
    """One published port."""

    protocol: Literal["tcp", "udp", "sctp"]
    host_ip: str
    """0.0.0.0 and :: mean every address of the host in the family."""
    host_port: int
    container_ip: str
    """Of the same family."""
    container_port: int
    opened: bool = False
    """Whether the outside also reaches the port at the container's own address."""


def ruleset(
    table: str, bridges: Sequence[Bridge], forwards: Iterable[Forward], gateway: str = ""
) -> str:
    """Replace the table as a whole, or create it.

    `gateway` is the host of a virtual machine, where there is one: what containers send to its
    published ports need not leave the machine.
    """
    interfaces = [bridge.interface for bridge in bridges]
    internal = [bridge.interface for bridge in bridges if bridge.internal]
    pairs = [f'"{name}" . "{name}"' for name in interfaces]
    subnets: dict[int, list[str]] = {4: [], 6: []}
    for bridge in bridges:
        for subnet in bridge.subnets:
            version = ipaddress.ip_network(subnet).version
            if version not in bridge.routed:
                subnets[version].append(subnet)
    elements = _split(forwards)
    return f"""\
table inet {table}
delete table inet {table}
table inet {table} {{
    set bridges {{
        type ifname
        {_elements(_quoted(interfaces))}
    }}
    set internal {{
        type ifname
        {_elements(_quoted(internal))}
    }}
    set same_bridge {{
        type ifname . ifname
        {_elements(pairs)}
    }}
    set subnets {{
        type ipv4_addr
        flags interval
        {_elements(subnets[4])}
    }}
    set subnets6 {{
        type ipv6_addr
        flags interval
        {_elements(subnets[6])}
    }}
    map published {{
        type ipv4_addr . inet_proto . inet_service : ipv4_addr . inet_service
        {_elements(elements["published"])}
    }}
    map published_everywhere {{
        type inet_proto . inet_service : ipv4_addr . inet_service
        {_elements(elements["published_everywhere"])}
    }}
    map published6 {{
        type ipv6_addr . inet_proto . inet_service : ipv6_addr . inet_service
        {_elements(elements["published6"])}
    }}
    map published_everywhere6 {{
        type inet_proto . inet_service : ipv6_addr . inet_service
        {_elements(elements["published_everywhere6"])}
    }}
    set opened {{
        type ipv4_addr . inet_proto . inet_service
        {_elements(elements["opened"])}
    }}
    set opened6 {{
        type ipv6_addr . inet_proto . inet_service
        {_elements(elements["opened6"])}
    }}
    chain raw {{
        type filter hook prerouting priority raw; policy accept;
        iifname "lo" accept
        ip daddr 127.0.0.0/8 drop
        ip saddr 127.0.0.0/8 drop
        iifname @bridges accept
        ip daddr @subnets drop
        ip6 daddr @subnets6 drop
    }}
    chain forward {{
        type filter hook forward priority filter; policy accept;
        oifname @bridges jump to_container
        iifname @bridges jump from_container
    }}
    chain to_container {{
        iifname . oifname @same_bridge accept
        oifname @internal drop
        iifname @internal drop
        ct state established,related accept
        ct status dnat accept
        iifname @bridges drop
        meta l4proto {{ tcp, udp, sctp }} ip daddr . meta l4proto . th dport @opened accept
        meta l4proto {{ tcp, udp, sctp }} ip6 daddr . meta l4proto . th dport @opened6 accept
        drop
    }}
    chain from_container {{
        iifname @internal drop
    }}
    chain prerouting {{
        type nat hook prerouting priority dstnat; policy accept;
{_indented(_dns_redirects(bridges))}\
        fib daddr type local jump published_ports
{_indented(_hairpin(gateway))}\
    }}
    chain output {{
        type nat hook output priority -100; policy accept;
        fib daddr type local jump published_ports
    }}
    chain published_ports {{
        meta l4proto != {{ tcp, udp, sctp }} return
        dnat ip to ip daddr . meta l4proto . th dport map @published
        dnat ip to meta l4proto . th dport map @published_everywhere
        ip6 daddr {{ ::1, fe80::/10 }} return
        dnat ip6 to ip6 daddr . meta l4proto . th dport map @published6
        dnat ip6 to meta l4proto . th dport map @published_everywhere6
    }}
    chain postrouting {{
        type nat hook postrouting priority srcnat; policy accept;
        oifname @bridges ip saddr 127.0.0.0/8 masquerade
{_indented(_masquerades(bridges))}\
    }}
}}
"""


def addition(table: str, forwards: Iterable[Forward]) -> str:
    """Publish more ports."""
    return _change("add", table, forwards)


def removal(table: str, forwards: Iterable[Forward]) -> str:
    """Stop publishing. All of them must be there."""
    return _change("delete", table, forwards)


def deletion(table: str) -> str:
    """Leave nothing; not an error when there is no table."""
    return f"table inet {table}\ndelete table inet {table}\n"


def listing(table: str) -> str:
    return f"list table inet {table}\n"


def _change(verb: str, table: str, forwards: Iterable[Forward]) -> str:
    return "".join(
        f"{verb} element inet {table} {name} {{ {', '.join(elements)} }}\n"
        for name, elements in _split(forwards).items()
        if elements
    )


def _split(forwards: Iterable[Forward]) -> dict[str, list[str]]:
    """The elements of each map and set."""
    found: dict[str, list[str]] = {
        f"{name}{family}": []
        for family in ("", "6")
        for name in ("published", "published_everywhere", "opened")
    }
    for forward in forwards:
        family = "6" if ":" in forward.host_ip else ""
        inside = f"{forward.container_ip} . {forward.container_port}"
        key = f"{forward.protocol} . {forward.host_port}"
        if forward.host_ip in ("0.0.0.0", "::"):
            found[f"published_everywhere{family}"].append(f"{key} : {inside}")
        else:
            found[f"published{family}"].append(f"{forward.host_ip} . {key} : {inside}")
        if forward.opened:
            element = f"{forward.container_ip} . {forward.protocol} . {forward.container_port}"
            if element not in found[f"opened{family}"]:
                found[f"opened{family}"].append(element)
    return found


def _dns_redirects(bridges: Iterable[Bridge]) -> list[str]:
    return [
        f'iifname "{bridge.interface}" ip daddr {bridge.gateway} {protocol} dport 53 '
        f"redirect to :{bridge.dns_port}"
        for bridge in bridges
        if bridge.dns_port
        for protocol in ("udp", "tcp")
    ]


def _hairpin(gateway: str) -> list[str]:
    return [f"iifname @bridges ip daddr {gateway} jump published_ports"] if gateway else []


def _masquerades(bridges: Iterable[Bridge]) -> list[str]:
    rules = []
    for bridge in bridges:
        for subnet in bridge.subnets:
            version = ipaddress.ip_network(subnet).version
            family = "ip" if version == 4 else "ip6"
            source = f"{family} saddr {subnet}"
            # A container that reaches a neighbour, or itself, through a port of the host would
            # otherwise get the answer from an address that it never asked.
            rules.append(f'oifname "{bridge.interface}" {source} ct status dnat masquerade')
            if bridge.masquerade and not bridge.internal and version not in bridge.routed:
                rules.append(f'oifname != "{bridge.interface}" {source} masquerade')
    return rules


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _elements(elements: Sequence[str]) -> str:
    return f"elements = {{ {', '.join(elements)} }}" if elements else ""


def _indented(rules: Iterable[str]) -> str:
    return "".join(f"        {rule}\n" for rule in rules)
