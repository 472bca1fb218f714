"""A container's own /etc/hosts, /etc/hostname and /etc/resolv.conf: written before each start,
and followed up while it runs when its networks change.

What a container has changed in its resolv.conf is left as it is, as Docker does; in its hosts only
the lines of the engine change.
"""

import contextlib
import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from davit_engine.config import Config
from davit_engine.containers import files, lifecycle, links
from davit_engine.containers.model import Container
from davit_engine.containers.records import Records
from davit_engine.errors import Conflict, NotFound
from davit_engine.networks import resolver
from davit_engine.networks.network import BRIDGE, HOST
from davit_engine.networks.service import Networks

_HOST_RESOLVERS: Final = (Path("/etc/resolv.conf"), Path("/run/systemd/resolve/resolv.conf"))


_log = logging.getLogger(__name__)


class OwnFiles:
    """Below the container's folder; `folder` says which that is."""

    def __init__(
        self,
        config: Config,
        records: Records,
        networks: Networks,
        folder: Callable[[str], Path],
    ) -> None:
        self._config = config
        self._records = records
        self._networks = networks
        self._folder = folder

    def write(self, container: Container) -> None:
        """Raises Conflict for a link to a container that does not run."""
        config = container.config
        folder = self._folder(container.id)
        folder.mkdir(mode=0o710, parents=True, exist_ok=True)
        conf = self._resolv_conf(container)
        for name, text in (
            ("hosts", self._hosts(container)),
            ("hostname", f"{config.hostname}\n"),
            ("resolv.conf", conf),
            ("resolv.conf.hash", _digest(conf)),
        ):
            path = folder / name
            path.write_text(text)
            path.chmod(0o644)

    def follow(self, before: Container, after: Container) -> None:
        """Let the files of a running container say what networks it is on now."""
        folder = self._folder(after.id)
        conf, told = folder / "resolv.conf", folder / "resolv.conf.hash"
        if _digest(_text(conf)) == _text(told):
            text = self._resolv_conf(after)
            # In place: the container has the very file mounted.
            conf.write_text(text)
            told.write_text(_digest(text))
        hosts = folder / "hosts"
        old = _own_lines(before) + self._link_lines(before)
        new = _own_lines(after) + self._link_lines(after)
        gone = [line for line in old if line not in new]
        added = [line for line in new if line not in old]
        if gone or added:
            hosts.write_text(files.changed_hosts(_text(hosts), gone, added))

    def follow_linked(self, linked: Container) -> None:
        """Let running containers with a link to this one find it at its new address."""
        for container in self._records:
            if not lifecycle.alive(container) or container.id == linked.id:
                continue
            for text in container.host_config.links or ():
                target, alias = links.parse(text)
                if target not in (linked.name, linked.id):
                    continue
                address, names = links.host_line(linked, alias)
                path = self._folder(container.id) / "hosts"
                text = _text(path)
                stale = [
                    (line.partition("\t")[0], names)
                    for line in text.splitlines()
                    if line.partition("\t")[2] == names
                ]
                if address and stale != [(address, names)]:
                    try:
                        path.write_text(files.changed_hosts(text, stale, [(address, names)]))
                    except OSError as error:
                        _log.error("%s cannot follow its link: %s", container.name, error)

    def _link_lines(self, container: Container) -> list[tuple[str, str]]:
        """Those whose other end runs."""
        lines = []
        for text in container.host_config.links or ():
            target, alias = links.parse(text)
            with contextlib.suppress(NotFound):
                other = self._records.get(target)
                if lifecycle.alive(other) and links.address(other):
                    lines.append(links.host_line(other, alias))
        return lines

    def _hosts(self, container: Container) -> str:
        host_config = container.host_config
        if host_config.network_mode == HOST and not host_config.extra_hosts:
            return _text(Path("/etc/hosts"))
        gateway = self._config.host_gateway_ip or next(
            (e.ipv4_gateway for e in container.endpoints if e.ipv4_gateway),
            self._networks.get(BRIDGE).subnets[0].gateway,
        )
        own = _own_lines(container) + [links.host_line(*link) for link in self.linked(container)]
        return files.hosts(own, host_config.extra_hosts or (), gateway)

    def _resolv_conf(self, container: Container) -> str:
        host_config = container.host_config
        if host_config.network_mode == HOST and not (
            host_config.dns or host_config.dns_search or host_config.dns_options
        ):
            return _text(_HOST_RESOLVERS[0])
        server = self._networks.dns_server([e.network_id for e in container.endpoints])
        given = host_config.dns or list(self._config.dns)
        if server == resolver.ADDRESS:
            # The engine asks the given servers itself.
            given = []
        elif given:
            server = None
        return files.resolv_conf(
            _host_resolv_conf(),
            servers=[server] if server else given,
            search=host_config.dns_search or self._config.dns_search,
            options=host_config.dns_options,
            internal=server == resolver.ADDRESS,
        )

    def linked(self, container: Container) -> list[tuple[Container, str]]:
        """The containers behind `--link` on the default bridge, with their aliases.

        Raises Conflict for one that does not run, and NotFound.
        """
        if not any(e.network_name == BRIDGE for e in container.endpoints):
            return []
        found = []
        for text in container.host_config.links or ():
            target, alias = links.parse(text)
            other = self._records.get(target)
            if not lifecycle.alive(other):
                raise Conflict(
                    f"Cannot link to a non running container: /{other.name} AS "
                    f"/{container.name}/{alias}"
                )
            if links.address(other):
                found.append((other, alias))
        return found


def _own_lines(container: Container) -> list[tuple[str, str]]:
    config = container.config
    full = f"{config.hostname}.{config.domainname}" if config.domainname else ""
    names = " ".join(filter(None, (full, config.hostname)))
    addresses: Sequence[str] = [
        address.partition("/")[0]
        for e in container.endpoints
        for address in (e.ipv4, e.ipv6)
        if address
    ]
    return [(address, names) for address in addresses]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="surrogateescape")
    except FileNotFoundError:
        return ""


def _host_resolv_conf() -> str:
    """The host's resolv.conf; the one behind a local stub resolver when only that is named."""
    for path in _HOST_RESOLVERS:
        text = _text(path)
        if any(not server.startswith("127.") for server in files.resolvers(text)):
            return text
    return _text(_HOST_RESOLVERS[0])
