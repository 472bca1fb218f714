"""Published ports as people read them, and where they lead (pure)."""

from collections.abc import Iterable

import msgspec

from davit_desktop.client.types import Json, Port

_TLS_PORTS = (443, 8443)
_WEB_PORTS = (80, 591, 3000, 5000, 8000, 8008, 8080, 8081, 8888, 9000)
_EVERY_ADDRESS = ("", "0.0.0.0", "::")


class PortMapping(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A port of a container; `host_port` 0 means that it is exposed but not published."""

    container_port: int
    protocol: str = "tcp"
    host_ip: str = ""
    host_port: int = 0

    @property
    def published(self) -> bool:
        return self.host_port > 0

    @property
    def exposed_to_network(self) -> bool:
        """Whether other computers can reach it."""
        return self.published and self.host_ip in _EVERY_ADDRESS

    @property
    def address(self) -> str:
        """Where it is reached from this computer, "127.0.0.1:8080"; empty when not published."""
        return f"{_bracketed(self.connect_host)}:{self.host_port}" if self.published else ""

    @property
    def connect_host(self) -> str:
        """The address to connect to: loopback where it is bound to every address."""
        if self.host_ip == "::":
            return "::1"
        return "127.0.0.1" if self.host_ip in _EVERY_ADDRESS else self.host_ip

    @property
    def label(self) -> str:
        """`127.0.0.1:8080 → 80/tcp`, or `80/tcp` when it is only exposed."""
        inner = f"{self.container_port}/{self.protocol}"
        if not self.published:
            return inner
        return f"{_bracketed(self.host_ip or '0.0.0.0')}:{self.host_port} → {inner}"

    @property
    def short_label(self) -> str:
        """`8080 → 80/tcp`, for narrow places; a badge tells when it is open to the network."""
        return f"{self.host_port} → {self.container_port}/{self.protocol}"

    @property
    def browsable(self) -> bool:
        """Whether a click opens the browser rather than copies the address."""
        return self.published and self.protocol == "tcp"

    @property
    def certainly_tls(self) -> bool:
        return self.container_port in _TLS_PORTS

    @property
    def certainly_plain(self) -> bool:
        return self.container_port in _WEB_PORTS

    def url(self, tls: bool) -> str:
        """What the browser opens."""
        scheme = "https" if tls else "http"
        host = "localhost" if self.connect_host == "127.0.0.1" else _bracketed(self.connect_host)
        default = 443 if tls else 80
        return (
            f"{scheme}://{host}/"
            if self.host_port == default
            else (f"{scheme}://{host}:{self.host_port}/")
        )


def mappings(ports: Iterable[Port]) -> tuple[PortMapping, ...]:
    """The ports of a listing, each once: the pair 0.0.0.0 and :: of one port is shown as one."""
    found = {
        PortMapping(
            container_port=p.private_port,
            protocol=p.type,
            host_ip=p.ip if p.public_port else "",
            host_port=p.public_port,
        )
        for p in ports
    }
    return _tidy(found)


def mappings_of_inspect(document: Json) -> tuple[PortMapping, ...]:
    """The ports of a container's inspect document; those it would publish when it does not run."""
    running = (document.get("NetworkSettings") or {}).get("Ports") or {}
    planned = (document.get("HostConfig") or {}).get("PortBindings") or {}
    found = set()
    for table in (running, {} if running else planned):
        for name, bindings in table.items():
            number, _, protocol = str(name).partition("/")
            if not number.isdigit():
                continue
            inner = int(number)
            if not bindings:
                found.add(PortMapping(container_port=inner, protocol=protocol or "tcp"))
            for binding in bindings or ():
                outer = str(binding.get("HostPort") or "")
                found.add(
                    PortMapping(
                        container_port=inner,
                        protocol=protocol or "tcp",
                        host_ip=str(binding.get("HostIp") or "") if outer else "",
                        host_port=int(outer) if outer.isdigit() else 0,
                    )
                )
    return _tidy(found)


def _tidy(found: set[PortMapping]) -> tuple[PortMapping, ...]:
    def twin_of(m: PortMapping) -> PortMapping:
        return msgspec.structs.replace(m, host_ip="0.0.0.0")

    kept = {m for m in found if not (m.host_ip == "::" and twin_of(m) in found)}
    published = {(m.container_port, m.protocol) for m in kept if m.published}
    shown = (m for m in kept if m.published or (m.container_port, m.protocol) not in published)
    return tuple(sorted(shown, key=lambda m: (not m.published, m.protocol != "tcp", m)))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
