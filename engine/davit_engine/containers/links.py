"""Legacy links between containers on the default bridge: `--link db:alias` (pure).

The linking container finds the other in its /etc/hosts and in its environment, as of its start.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from davit_engine.containers.model import Container, PortBinding
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.lookup import short

HOST_LINKS: Final = (
    "conflicting options: host type networking can't be used with links. This would result in "
    "undefined behavior"
)


def parse(text: str) -> tuple[str, str]:
    """`db`, `db:alias` or, as inspected, `/db:/web/alias` as (container, alias).

    Raises InvalidParameter.
    """
    parts = text.split(":")
    if not text or len(parts) > 2:
        raise InvalidParameter(f"bad format for links: {text}")
    target = parts[0].removeprefix("/")
    alias = parts[-1].rpartition("/")[2] or target
    if not target or any(character.isspace() for character in text):
        raise InvalidParameter(f"bad format for links: {text}")
    return target, alias


def resolved(owner: str, asked: Sequence[str], find: Callable[[str], Container]) -> list[str]:
    """Links as they are kept and inspected, `/db:/web/alias`, each to a container that exists.

    Raises InvalidParameter.
    """
    kept = []
    for text in asked:
        target, alias = parse(text)
        try:
            other = find(target)
        except NotFound as error:
            # As in Docker: "not found" would make clients look for the image.
            raise InvalidParameter(f"could not get container for {target}: {error}") from error
        if other.host_config.network_mode == "host":
            raise InvalidParameter(HOST_LINKS)
        kept.append(f"/{other.name}:/{owner}/{alias}")
    return kept


def renamed(kept: Sequence[str], old: str, new: str) -> list[str]:
    """Links as they are kept, after a container at either end got another name."""
    found = []
    for text in kept:
        target, _, place = text.partition(":")
        owner, _, alias = place.removeprefix("/").rpartition("/")
        target = f"/{new}" if target == f"/{old}" else target
        found.append(f"{target}:/{new if owner == old else owner}/{alias}")
    return found


def address(container: Container) -> str:
    """Where others on the default bridge reach it; empty while it does not run."""
    own = [e for e in container.endpoints if e.ipv4]
    bridged = [e for e in own if e.network_name == "bridge"]
    return next((e.ipv4.partition("/")[0] for e in bridged or own), "")


def host_line(other: Container, alias: str) -> tuple[str, str]:
    """The line of /etc/hosts: address and names."""
    names = (alias, other.config.hostname or short(other.id), other.name)
    return address(other), " ".join(dict.fromkeys(names))


def environment(owner: str, other: Container, alias: str) -> list[str]:
    """The variables that tell the container named `owner` of the other's ports and variables."""
    prefix = alias.upper().replace("-", "_")
    there = address(other)
    ports = sorted(_ports(other), key=lambda port: (port[0], port[1] != "tcp", port[1]))
    lines = []
    if ports:
        # TCP before others: the first is taken for the service itself.
        number, protocol = min(ports, key=lambda port: (port[1] != "tcp", port[0]))
        lines.append(f"{prefix}_PORT={protocol}://{there}:{number}")
    for first, last, protocol in _runs(ports):
        name = f"{prefix}_PORT_{first}_{protocol.upper()}"
        lines += [
            f"{name}_START={protocol}://{there}:{first}",
            f"{name}_PORT_START={first}",
            f"{name}_END={protocol}://{there}:{last}",
            f"{name}_PORT_END={last}",
        ]
    for number, protocol in ports:
        name = f"{prefix}_PORT_{number}_{protocol.upper()}"
        lines += [
            f"{name}={protocol}://{there}:{number}",
            f"{name}_ADDR={there}",
            f"{name}_PORT={number}",
            f"{name}_PROTO={protocol}",
        ]
    lines.append(f"{prefix}_NAME=/{owner}/{alias}")
    lines += [
        f"{prefix}_ENV_{entry}"
        for entry in other.config.env
        if "=" in entry and entry.partition("=")[0] not in ("HOME", "PATH")
    ]
    return lines


def _ports(container: Container) -> Iterator[tuple[int, str]]:
    bindings: dict[str, list[PortBinding]] = container.host_config.port_bindings
    for key in dict.fromkeys((*container.config.exposed_ports, *bindings)):
        number, _, protocol = key.partition("/")
        if number.isdecimal():
            yield int(number), protocol or "tcp"


def _runs(ports: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Two or more ports of one protocol that follow each other: first, last, protocol."""
    for protocol in dict.fromkeys(protocol for _, protocol in ports):
        numbers = [number for number, kind in ports if kind == protocol]
        first = last = None
        for number in [*numbers, None]:
            if last is not None and number == last + 1:
                last = number
                continue
            if first is not None and last is not None and last > first:
                yield first, last, protocol
            first = last = number
