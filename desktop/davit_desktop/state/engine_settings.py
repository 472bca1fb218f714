"""What an engine is set to: read from its /info, and the lists a person types, checked (pure)."""

import ipaddress
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import msgspec

from davit_desktop.client.types import Json
from davit_desktop.translation import tr

MIRRORS = "registry-mirrors"
INSECURE = "insecure-registries"
CERTIFICATES = "certs-dir"
_SHARED = "/host"  # below it a machine has the folders that this computer shares with it
_LOOPBACK = "127.0.0.0/8"  # which is always among those without TLS
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(:[0-9]{1,5})?")


class EngineFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What `GET /info` tells of the engine's own settings."""

    root: str = ""
    storage: str = ""
    log_driver: str = ""
    cgroups: str = ""
    mirrors: tuple[str, ...] = ()
    insecure: tuple[str, ...] = ()
    http_proxy: str = ""
    https_proxy: str = ""
    no_proxy: str = ""


def engine_facts(info: Json) -> EngineFacts:
    """Read from an answer of any engine; what is missing is empty."""
    registries = _mapping(info.get("RegistryConfig"))
    indexes = _mapping(registries.get("IndexConfigs"))
    ranges = [str(name) for name in registries.get("InsecureRegistryCIDRs") or ()]
    names = [name for name, index in indexes.items() if _mapping(index).get("Secure") is False]
    version, driver = str(info.get("CgroupVersion") or ""), str(info.get("CgroupDriver") or "")
    return EngineFacts(
        root=str(info.get("DockerRootDir") or ""),
        storage=str(info.get("Driver") or ""),
        log_driver=str(info.get("LoggingDriver") or ""),
        cgroups=", ".join(filter(None, [f"v{version}" if version else "", driver])),
        mirrors=tuple(str(mirror) for mirror in registries.get("Mirrors") or ()),
        insecure=tuple(name for name in (*names, *ranges) if name != _LOOPBACK),
        http_proxy=str(info.get("HttpProxy") or ""),
        https_proxy=str(info.get("HttpsProxy") or ""),
        no_proxy=str(info.get("NoProxy") or ""),
    )


def words_of_list(values: object) -> str:
    """A list as it stands in its field."""
    return ", ".join(str(value) for value in values) if isinstance(values, list | tuple) else ""


def list_of_words(text: str) -> tuple[str, ...]:
    """The entries of a field, whether commas or spaces part them."""
    return tuple(dict.fromkeys(re.split(r"[\s,]+", text.strip(" ,\t\n")))) if text.strip() else ()


def proxy_problem(text: str) -> str:
    """Why a proxy cannot be used; empty when it can, or when there is none."""
    if not text or _is_address(text, ("http", "https")):
        return ""
    return tr("Write it like http://proxy.example.com:3128")


def mirror_problem(mirrors: Sequence[str]) -> str:
    """Why one of these cannot be a mirror; empty when all can."""
    for mirror in mirrors:
        if not _is_address(mirror, ("http", "https")) or "@" in mirror:
            return tr("{entry} is no address like https://mirror.example.com").format(entry=mirror)
    return ""


def insecure_problem(registries: Sequence[str]) -> str:
    """Why one of these cannot be such a registry; empty when all can."""
    for registry in registries:
        good = _is_range(registry) if "/" in registry else bool(_HOST.fullmatch(registry))
        if not good:
            return tr(
                "{entry} is neither a registry like registry.example.com:5000 "
                "nor a range like 10.0.0.0/8"
            ).format(entry=registry)
    return ""


def folder_problem(folder: str, shares: Sequence[str]) -> str:
    """Why a machine with these shared folders cannot read a folder; empty when it can."""
    if not folder or any(PurePosixPath(folder).is_relative_to(share) for share in shares):
        return ""
    if not folder.startswith("/"):
        return tr("Write the whole path, like /home/me/certs.d")
    return tr("The machine does not see this folder: share it on the Machine page first")


def folder_inside(folder: str) -> str:
    """Where the machine has a shared folder of this computer."""
    return f"{_SHARED}{PurePosixPath(folder)}" if folder else ""


def folder_outside(folder: object) -> str:
    """Which folder of this computer the machine's is; its own where it is none."""
    path = str(folder or "")
    return path.removeprefix(_SHARED) if path.startswith(f"{_SHARED}/") else path


def with_value(engine: Mapping[str, Any], key: str, value: str) -> dict[str, Any]:
    """The engine's settings with one text changed; an empty one is left out."""
    rest = {name: other for name, other in engine.items() if name != key}
    return {**rest, key: value} if value else rest


def with_list(engine: Mapping[str, Any], key: str, values: Sequence[str]) -> dict[str, Any]:
    """The engine's settings with one list changed; an empty one is left out."""
    rest = {name: value for name, value in engine.items() if name != key}
    return {**rest, key: list(values)} if values else rest


def without_password(address: str) -> str:
    """An address that may be shown to others."""
    parts = urlsplit(address)
    if parts.password is None:
        return address
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{parts.username}:***@{place}"))


def _is_address(text: str, schemes: Sequence[str]) -> bool:
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and parts.scheme in schemes and not re.search(r"[\s\x00-\x1f,]", text)


def _is_range(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _mapping(value: object) -> Json:
    return value if isinstance(value, dict) else {}
