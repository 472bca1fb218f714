"""What the guest is told at each start: keys, names, time zone, proxies, shares, settings.

Everything here reaches the guest through QEMU's fw_cfg, as files that only the user can read;
nothing of it stands on a command line.
"""

import datetime
import ipaddress
import os
import re
import secrets
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from davit_vm.config import HostPorts, MachineConfig
from davit_vm.paths import Paths

HOST_NAME: Final = "davit"
HOST_ADDRESS: Final = "10.0.2.2"
"""The host's loopback, as the guest reaches it."""
_UNPROXIED: Final = ("localhost", "127.0.0.0/8", "10.0.2.0/24")
_ITEM: Final = "opt/org.davit/"


class Proxies(msgspec.Struct, frozen=True, kw_only=True):
    """The host's proxies as the guest can use them; empty where there is none."""

    http: str = ""
    https: str = ""
    exceptions: str = ""


def ensure_keys(paths: Paths) -> None:
    """Make the keys that are missing; those that are there stay, for guests that run."""
    for path in (paths.ssh_key, paths.host_key):
        if not path.exists():
            write_private(path, _new_ssh_key())
    if not paths.gate_key.exists():
        write_private(paths.gate_key, secrets.token_hex(32).encode() + b"\n")


def gate_key(paths: Paths) -> bytes:
    """The 32 bytes that host and engine share."""
    return bytes.fromhex(paths.gate_key.read_text().strip())


def public_key(private: Path) -> str:
    """ "ssh-ed25519 AAAA…" of a private key's file."""
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_ssh_private_key(private.read_bytes(), password=None)
    public = key.public_key().public_bytes(
        serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH
    )
    return public.decode()


def write(
    paths: Paths, config: MachineConfig, *, shares: str, proxies: Proxies, rescue: bool = False
) -> dict[str, Path]:
    """Lay out the seed of the next start: item of fw_cfg to its file.

    `shares` are their lines; a guest in `rescue` leaves the data disk alone.
    """
    content = {
        "ssh-host-key": paths.host_key.read_bytes(),
        "authorized-keys": f"{public_key(paths.ssh_key)} davit\n".encode(),
        "gate-key": paths.gate_key.read_bytes(),
        "settings": settings(config, proxies, time_zone(), rescue=rescue).encode(),
        "shares": shares.encode(),
        "engine.json": msgspec.json.encode(config.engine) + b"\n",
    }
    paths.seed.mkdir(mode=0o700, parents=True, exist_ok=True)
    items = {}
    for name, value in content.items():
        if value:
            write_private(paths.seed / name, value)
            items[_ITEM + name] = paths.seed / name
    return items


def settings(config: MachineConfig, proxies: Proxies, zone: str, *, rescue: bool = False) -> str:
    """The lines NAME=value of the item `settings`."""
    values = {
        "HOSTNAME": HOST_NAME,
        "TZ": zone,
        "HTTP_PROXY": proxies.http,
        "HTTPS_PROXY": proxies.https,
        "NO_PROXY": proxies.exceptions,
        "HOST_PORTS": host_ports(config.host_ports),
        "RESCUE": "1" if rescue else "",
    }
    return "".join(f"{name}={_one_line(value)}\n" for name, value in values.items() if value)


def host_ports(ports: HostPorts) -> str:
    """As the guest wants them: "5432 8000" or "all"."""
    return "all" if ports == "all" else " ".join(str(port) for port in ports)


def host_proxies(config: MachineConfig, found: Mapping[str, str] | None = None) -> Proxies:
    """What the user set, else what the host uses now; nothing is remembered between starts."""
    host = urllib.request.getproxies() if found is None else found
    http = _reachable(config.http_proxy or host.get("http", ""))
    https = _reachable(config.https_proxy or host.get("https", "") or config.http_proxy)
    if not http and not https:
        return Proxies()
    exceptions = config.no_proxy or host.get("no", "")
    names = [name.strip() for name in exceptions.split(",") if name.strip()]
    return Proxies(
        http=http, https=https, exceptions=",".join(dict.fromkeys((*names, *_UNPROXIED)))
    )


def time_zone(local: Path = Path("/etc/localtime")) -> str:
    """The host's zone by name, or its present distance from UTC where it has none to tell."""
    named = os.environ.get("TZ", "").lstrip(":")
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", named):
        return named
    target = str(local.readlink()) if local.is_symlink() else ""
    _, found, name = target.rpartition("zoneinfo/")
    if found and name:
        return name
    distance = datetime.datetime.now().astimezone().utcoffset() or datetime.timedelta()
    return _posix_zone(round(distance.total_seconds() / 60))


def _posix_zone(minutes: int) -> str:
    """POSIX counts westward: 120 minutes east of Greenwich is <+0200>-2:00."""
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    east = minutes > 0
    return f"<{'+' if east else '-'}{hours:02}{rest:02}>{'-' if east else ''}{hours}:{rest:02}"


def _reachable(proxy: str) -> str:
    """A proxy on the host's loopback is at another address for the guest."""
    if not proxy:
        return ""
    address = proxy if "://" in proxy else f"http://{proxy}"
    try:
        parts = urllib.parse.urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if not _is_loopback(host):
        return address
    login, _, _ = parts.netloc.rpartition("@")
    place = f"{HOST_ADDRESS}:{port}" if port else HOST_ADDRESS
    return urllib.parse.urlunsplit(parts._replace(netloc=f"{login}@{place}" if login else place))


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _one_line(value: str) -> str:
    return re.sub(r"[\r\n\0]", "", value)


def _new_ssh_key() -> bytes:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )


def write_private(path: Path, content: bytes) -> None:
    """Replace a file that only the user may read, at no moment open to others or half written."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
