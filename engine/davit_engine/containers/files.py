"""The text of a container's own /etc/hosts, /etc/hostname and /etc/resolv.conf (pure)."""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Final

from davit_engine.errors import InvalidParameter

_LOCAL: Final = """\
127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::\tip6-localnet
ff00::\tip6-mcastprefix
ff02::1\tip6-allnodes
ff02::2\tip6-allrouters
"""

PUBLIC_RESOLVERS: Final = ("8.8.8.8", "8.8.4.4")
"""Used, as by Docker, when the host names no resolver that a container can reach."""


def hosts(own: Iterable[tuple[str, str]], extra: Sequence[str], gateway: str) -> str:
    """`own` are (address, names); `extra` is `--add-host`, where host-gateway is the gateway."""
    lines = [f"{address}\t{names}\n" for address, names in own]
    lines += [f"{address}\t{name}\n" for name, address in map(split_host, extra)]
    return _LOCAL + "".join(lines).replace("host-gateway", gateway or "127.0.0.1")


def changed_hosts(
    text: str, gone: Iterable[tuple[str, str]], added: Iterable[tuple[str, str]]
) -> str:
    """The text of a hosts file without some lines of ours, and with others at its end."""
    dropped = {f"{address}\t{names}" for address, names in gone}
    kept = [line for line in text.splitlines() if line not in dropped]
    return "".join(f"{line}\n" for line in kept) + "".join(
        f"{address}\t{names}\n" for address, names in added
    )


def split_host(text: str) -> tuple[str, str]:
    """`--add-host` NAME:ADDRESS as (name, address). Raises InvalidParameter."""
    separator = "=" if "=" in text else ":"
    name, _, address = text.partition(separator)
    bare = address.removeprefix("[").removesuffix("]")
    if name and not any(character.isspace() for character in text):
        if bare == "host-gateway":
            return name, bare
        try:
            ipaddress.ip_address(bare)
        except ValueError:
            pass
        else:
            return name, bare
    raise InvalidParameter(f'bad format for add-host: "{text}"')


def resolvers(text: str) -> list[str]:
    """The name servers of a resolv.conf."""
    found = []
    for line in text.splitlines():
        words = line.split()
        if len(words) > 1 and words[0] == "nameserver":
            found.append(words[1])
    return found


def resolv_conf(
    host: str,
    *,
    servers: Sequence[str],
    search: Sequence[str],
    options: Sequence[str],
    fallback: Sequence[str] = PUBLIC_RESOLVERS,
    internal: bool = False,
) -> str:
    """resolv.conf(5): the host's, with what is given in place of its values.

    Name servers on the host's loopback are left out: in a container it is another loopback. An
    `internal` server knows names without dots: they are asked as they are, before any search.
    """
    own_search: list[str] = []
    own_options: list[str] = []
    for line in host.splitlines():
        words = line.split()
        if len(words) > 1 and words[0] in ("search", "domain"):
            own_search = words[1:]
        elif len(words) > 1 and words[0] == "options":
            own_options = words[1:]
    chosen = list(servers) or [server for server in resolvers(host) if not _is_loopback(server)]
    lines = [f"nameserver {server}\n" for server in chosen or fallback]
    wanted_search = [domain for domain in (search or own_search) if domain != "."]
    if wanted_search:
        lines.append(f"search {' '.join(wanted_search)}\n")
    wanted = list(options or own_options)
    if internal and not any(option.startswith("ndots:") for option in options):
        wanted = [option for option in wanted if not option.startswith("ndots:")] + ["ndots:0"]
    if wanted:
        lines.append(f"options {' '.join(wanted)}\n")
    return "".join(lines)


def _is_loopback(server: str) -> bool:
    try:
        return ipaddress.ip_address(server.partition("%")[0]).is_loopback
    except ValueError:
        return True
