"""Which requests over TCP come from web pages (pure).

A page can make a browser send requests to this machine. The browser then names the page in Origin,
tells in Sec-Fetch-Site that there is one, or, where the page's own name was made to resolve to this
machine, has that name in Host.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit


def foreign(headers: Mapping[str, str], names: frozenset[str] = frozenset()) -> str:
    """Why a request looks like a web page's and not like a tool's; empty when it is fine.

    `names` are those of the engine's certificate; a host on loopback is always its own.
    """
    host = headers.get("Host", "")
    origin = headers.get("Origin")
    if origin is not None and not _is_own(host, origin):
        return "requests from web pages are not served (the request has an Origin header)"
    if headers.get("Sec-Fetch-Site", "none") != "none":
        return "requests from web pages are not served (the request has a Sec-Fetch-Site header)"
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        name = ""
    if name == "localhost" or answers_to(name, names):
        return ""
    try:
        if ipaddress.ip_address(name).is_loopback:
            return ""
    except ValueError:
        pass
    if names:
        return f"host {host!r} is not this engine's: its certificate is for others"
    return f"host {host!r} is not this engine's; use localhost or a loopback address"


def _is_own(host: str, origin: str) -> bool:
    """Whether the origin is the engine itself: WebSocket clients send that, and no page has it."""
    return bool(host) and origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def answers_to(host: str, names: frozenset[str]) -> bool:
    """Whether a certificate of these names is for a host, as RFC 6125 reads names."""
    host = host.lower()
    try:
        return str(ipaddress.ip_address(host)) in {_plain(name) for name in names}
    except ValueError:
        return host in names or f"*.{host.partition('.')[2]}" in names


def _plain(name: str) -> str:
    """An address in its usual spelling; anything else as it is."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name
