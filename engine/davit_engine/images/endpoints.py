"""Which addresses serve a registry, and with which certificates.

A registry is asked over TLS. Loopback addresses and what the settings list as insecure are asked
over TLS without verification first and over plain HTTP next, as Docker does; nothing else is ever
downgraded.
"""

import ipaddress
import socket
import ssl
from pathlib import Path
from typing import Final
from urllib.request import getproxies_environment, proxy_bypass

import msgspec
from yarl import URL

from davit_engine.config import Config
from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.images.reference import DEFAULT_DOMAIN

HUB: Final = URL("https://registry-1.docker.io")
_LOOPBACK: Final = ("127.0.0.0/8", "::1/128")


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """One base address; paths `/v2/…` follow it."""

    base: URL
    verified: bool = True
    """Whether the certificate must be good."""
    mirror: bool = False
    """A mirror never sees the credentials of the registry that it mirrors."""

    @property
    def origin(self) -> URL:
        return self.base.origin()

    def url(self, path: str) -> URL:
        return URL(f"{str(self.base).rstrip('/')}/v2/{path}", encoded=True)


def candidates(domain: str, insecure: tuple[str, ...]) -> list[Endpoint]:
    """Where the registry itself may answer, best first. Raises InvalidParameter."""
    if domain == DEFAULT_DOMAIN:
        return [Endpoint(base=HUB)]
    try:
        secure, plain = URL(f"https://{domain}"), URL(f"http://{domain}")
        host = secure.host or ""
    except ValueError as error:
        raise InvalidParameter(f"{domain} is not the address of a registry: {error}") from error
    if is_insecure(domain, host, insecure):
        return [Endpoint(base=secure, verified=False), Endpoint(base=plain, verified=False)]
    return [Endpoint(base=secure)]


def mirrors(bases: tuple[str, ...]) -> list[Endpoint]:
    """The settings' mirrors of Docker Hub. Raises InvalidParameter."""
    endpoints = []
    for text in bases:
        try:
            base = URL(text)
        except ValueError as error:
            raise InvalidParameter(f"registry-mirrors: {text!r}: {error}") from error
        if base.scheme not in ("http", "https") or not base.host or base.query_string or base.user:
            raise InvalidParameter(
                f"registry-mirrors: {text!r} is not of the form https://host[:port][/path]"
            )
        endpoints.append(Endpoint(base=base, mirror=True))
    return endpoints


def is_insecure(domain: str, host: str, insecure: tuple[str, ...]) -> bool:
    """Whether a registry may be asked without a good certificate, or without any."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return domain in insecure
    for entry in (*_LOOPBACK, *insecure):
        try:
            if address in ipaddress.ip_network(entry, strict=False):
                return True
        except ValueError:
            if entry == domain:
                return True
    return False


def forbidden_target(url: URL) -> str:
    """Why a redirect must not be followed there; empty when it may."""
    if url.scheme not in ("http", "https"):
        return "it is not HTTP"
    if url.user is not None or url.password is not None:
        return "it carries a user name"
    host = url.host or ""
    if not host:
        return "it names no host"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        try:
            # A resolver takes 2852039166 and 0xa9.0xfe.43518 for addresses, too.
            address = ipaddress.ip_address(socket.inet_aton(host))
        except (OSError, ValueError):
            return ""
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_link_local or address.is_unspecified or address.is_multicast:
        return "addresses of the local link are never followed"
    return ""


def proxy_for(url: URL) -> str | None:
    """The proxy that the environment names for an address; loopback never has one."""
    host = url.host or ""
    if is_insecure(host, host, ()):
        return None
    proxies = getproxies_environment()
    if proxy_bypass(host):
        return None
    return proxies.get(url.scheme)


class Certificates:
    """TLS settings per host, from folders HOST[:PORT] as Docker's certs.d."""

    def __init__(self, config: Config) -> None:
        self._folder = config.certs_dir
        self._contexts: dict[tuple[str, bool], ssl.SSLContext] = {}

    def context(self, url: URL, *, verified: bool) -> ssl.SSLContext:
        """Raises SystemFailure naming the file that cannot be used."""
        authority = url.authority
        key = authority, verified
        if key not in self._contexts:
            self._contexts[key] = _context(self._folder / authority, verified=verified)
        return self._contexts[key]

    def folder(self, url: URL) -> Path:
        return self._folder / url.authority


def _context(folder: Path, *, verified: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    # From Python 3.13 on it also wants key identifiers, which many an own authority leaves out and
    # which Docker does not ask for.
    context.verify_flags &= ~ssl.VerifyFlags.VERIFY_X509_STRICT
    if not verified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if "/" in folder.name or not folder.is_dir():
        return context
    for file in sorted(folder.iterdir()):
        try:
            if file.suffix == ".crt":
                context.load_verify_locations(file)
            elif file.suffix == ".cert":
                context.load_cert_chain(file, file.with_suffix(".key"))
        except (OSError, ssl.SSLError) as error:
            raise SystemFailure(f"cannot use the certificate {file}: {error}") from error
    return context
