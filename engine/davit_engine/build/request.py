"""What a client asks of a build (pure)."""

from collections.abc import Mapping

import msgspec

from davit_engine.containers.model import HostConfig
from davit_engine.images.credentials import Credentials


class BuildRequest(msgspec.Struct, frozen=True, kw_only=True):
    dockerfile: str = "Dockerfile"
    """Its path in the context."""
    remote: str = ""
    """Where the context is on the web; empty when the client sends it."""
    folder: str = ""
    """What the client calls the context that it sends, for records."""
    tags: tuple[str, ...] = ()
    args: dict[str, str | None] = {}
    labels: dict[str, str] = {}
    target: str = ""
    platform: str = ""
    use_cache: bool = True
    cache_from: tuple[str, ...] = ()
    """Images whose steps may stand for ours."""
    pull: bool = False
    remove: bool = True
    """Whether containers of steps that succeed are removed …"""
    force_remove: bool = False
    """… and of those that fail, too."""
    host_config: HostConfig = HostConfig()
    """Limits and network of what runs."""
    loan: str = ""
    """The id of what the client lends to it."""
    logins: dict[str, Credentials] = {}
    """By the registry's address."""


def login(logins: Mapping[str, Credentials], domain: str) -> Credentials:
    """Who to be at a registry; nobody where the client said nothing."""
    for address, credentials in logins.items():
        bare = address.removeprefix("https://").removeprefix("http://").partition("/")[0]
        hub = domain == "docker.io" and bare in ("index.docker.io", "registry-1.docker.io")
        if bare == domain or hub:
            return credentials
    return Credentials()
