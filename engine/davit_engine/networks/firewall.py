"""The engine's one nftables table, as text (pure).

What it promises:

- Containers reach the outside through the host's address, except on internal networks.
- Containers of different networks reach each other only through published ports.
- From outside only published ports are reachable: packets that are routed straight at a container
  subnet, or that carry a loopback address, are dropped before anything else looks at them.
- A published port answers on its host address from the host itself (loopback too), from outside
  when bound there, and from every container that is not on an internal network.

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
    dns_port: int = 0
    """Where the engine's DNS listens on the gateway; 0 for nowhere."""
    gateway: str = ""


class Forward(msgspec.Struct, frozen=True, kw_only=True):
    """One published port."""

    protocol: Literal["tcp", "udp"]
    host_ip: str
    """0.0.0.0 means every address of the host."""
    host_port: int
    container_ip: str
    container_port: int


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
            subnets[ipaddress.ip_network(subnet).version].append(subnet)
    exact, everywhere = _split(forwards)
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
        {_elements(exact)}
    }}
    map published_everywhere {{
        type inet_proto . inet_service : ipv4_addr . inet_service
        {_elements(everywhere)}
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
        meta l4proto != {{ tcp, udp }} return
        dnat ip to ip daddr . meta l4proto . th dport map @published
        dnat ip to meta l4proto . th dport map @published_everywhere
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
    exact, everywhere = _split(forwards)
    text = ""
    for name, elements in (("published", exact), ("published_everywhere", everywhere)):
        if elements:
            text += f"{verb} element inet {table} {name} {{ {', '.join(elements)} }}\n"
    return text


def _split(forwards: Iterable[Forward]) -> tuple[list[str], list[str]]:
    exact, everywhere = [], []
    for forward in forwards:
        target = f"{forward.container_ip} . {forward.container_port}"
        key = f"{forward.protocol} . {forward.host_port}"
        if forward.host_ip == "0.0.0.0":
            everywhere.append(f"{key} : {target}")
        else:
            exact.append(f"{forward.host_ip} . {key} : {target}")
    return exact, everywhere


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
            family = "ip" if ipaddress.ip_network(subnet).version == 4 else "ip6"
            source = f"{family} saddr {subnet}"
            # A container that reaches a neighbour, or itself, through a port of the host would
            # otherwise get the answer from an address that it never asked.
            rules.append(f'oifname "{bridge.interface}" {source} ct status dnat masquerade')
            if bridge.masquerade and not bridge.internal:
                rules.append(f'oifname != "{bridge.interface}" {source} masquerade')
    return rules


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _elements(elements: Sequence[str]) -> str:
    return f"elements = {{ {', '.join(elements)} }}" if elements else ""


def _indented(rules: Iterable[str]) -> str:
    return "".join(f"        {rule}\n" for rule in rules)
