"""The way to registries: connections, certificates, tokens and what fails on the way.

The only module of the engine that makes HTTP requests. Credentials go to the registry that they
were given for and to the token server which that registry names, and nowhere else: redirects are
followed by hand, and a request to another origin carries none.
"""

import asyncio
import errno
import random
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final, TypeVar

import aiohttp
import msgspec
from yarl import URL

from davit_engine.config import Config
from davit_engine.errors import (
    EngineError,
    Unauthorized,
)
from davit_engine.images.authentication import (
    ANSWER_MAX,
    Challenge,
    Token,
    basic,
    parse_challenges,
    parse_token,
    token_query,
)
from davit_engine.images.credentials import Credentials
from davit_engine.images.endpoints import (
    Certificates,
    Endpoint,
    candidates,
    forbidden_target,
    mirrors,
    proxy_for,
)
from davit_engine.images.reference import DEFAULT_DOMAIN
from davit_engine.images.refusal import (
    Interrupted,
    Refusal,
    parse_refusal,
    refused,
)

T = TypeVar("T")

BUFFER: Final = 1024 * 1024
"""Bytes that wait between the socket and the disk, per blob."""
_RETRY_AFTER_MAX: Final = 60.0


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """Time limits in seconds, and how often a failed request is made again."""

    connect: float = 20.0
    stall: float = 60.0
    """Without a single byte."""
    attempts: int = 5
    """Without any progress between them."""
    delay: float = 0.5
    """Before the second attempt; doubled for each further one."""

    def wait(self, attempt: int, error: EngineError) -> float:
        """Seconds before the attempt after the `attempt`-th failure."""
        asked = error.retry_after if isinstance(error, Interrupted) else None
        if asked is not None:
            return min(asked, _RETRY_AFTER_MAX)
        # Jitter keeps many clients that failed together from coming back together.
        return self.delay * (1 << (attempt - 1)) * (0.75 + random.random() / 2)


class Registry:
    """The way to all registries. One per daemon; `close` at the end."""

    def __init__(self, config: Config, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._insecure = config.insecure_registries
        self._mirrors = mirrors(config.registry_mirrors)
        self._certificates = Certificates(config)
        self._session: aiohttp.ClientSession | None = None
        self._answering: dict[str, tuple[Endpoint, list[Challenge]]] = {}

    async def log_in(self, domain: str, credentials: Credentials) -> str:
        """Try credentials; the identity token that replaces them, or empty.

        Raises Unauthorized in Docker's words.
        """
        self._answering.pop(domain, None)
        endpoint, challenges = await self.locate(domain)
        bearer = find_challenge(challenges, "bearer")
        if bearer is not None:
            token = await self.token(endpoint, bearer, (), credentials, offline=True)
            authorization = f"Bearer {token.value}"
            identity = token.refresh
        else:
            authorization, identity = basic(credentials), ""
        async with self.request(
            "GET", endpoint, endpoint.url(""), {"Authorization": authorization}
        ) as response:
            if response.status != 200:
                raise Unauthorized(
                    f"login attempt to {endpoint.url('')} failed with status: {response.status} "
                    f"{response.reason}"
                )
        return identity

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def candidates(self, domain: str) -> list[Endpoint]:
        """Where a registry may answer, by the settings; best first."""
        return candidates(domain, self._insecure)

    def mirrors(self, domain: str) -> list[Endpoint]:
        return self._mirrors if domain == DEFAULT_DOMAIN else []

    async def locate(self, domain: str) -> tuple[Endpoint, list[Challenge]]:
        """The endpoint that answers for a registry, and how it wants to be logged in to.

        Raises the last candidate's error.
        """
        known = self._answering.get(domain)
        if known is not None:
            return known
        failure: EngineError | None = None
        for endpoint in self.candidates(domain):
            try:
                known = endpoint, await self.ping(endpoint)
            except Interrupted as error:
                failure = error
                continue
            self._answering[domain] = known
            return known
        assert failure is not None
        raise failure

    async def ping(self, endpoint: Endpoint) -> list[Challenge]:
        async with self.request("GET", endpoint, endpoint.url(""), {}) as response:
            challenges = parse_challenges(response.headers.getall("WWW-Authenticate", []))
            if response.status == 401 or response.status < 300 or response.status == 404:
                return challenges if response.status == 401 else []
            raise refused(await self.refusal(response), f'Get "{endpoint.url("")}": ')

    async def token(
        self,
        endpoint: Endpoint,
        challenge: Challenge,
        scopes: Sequence[str],
        credentials: Credentials,
        *,
        offline: bool = False,
    ) -> Token:
        """A bearer token from the server that the challenge names. Raises Unauthorized."""
        realm = _realm(endpoint, challenge)
        fields = token_query(challenge, scopes, credentials)
        headers = {}
        if offline:
            fields = [*fields, ("offline_token", "true"), ("client_id", "davit")]
        if credentials.identity_token:
            method, url, data = "POST", realm, aiohttp.FormData(fields)
        else:
            method, url, data = "GET", realm.extend_query(fields), None
            if credentials.username:
                headers["Authorization"] = basic(credentials)
        verified = Endpoint(base=realm.origin(), verified=endpoint.verified)

        async def ask() -> Token:
            async with self.request(method, verified, url, headers, data) as response:
                if response.status >= 400:
                    refusal = await self.refusal(response)
                    raise refused(refusal, f'Get "{realm.with_query(None)}": ')
                body = await response.content.read(ANSWER_MAX)
                return parse_token(body, str(realm.with_query(None)))

        return await self.retrying(ask)

    async def retrying(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Make a small request again while the registry is overloaded or cuts it off."""
        failures = 0
        while True:
            try:
                return await attempt()
            except Interrupted as error:
                failures += 1
                if failures >= self.patience.attempts or isinstance(error, Unreachable):
                    raise
                await asyncio.sleep(self.patience.wait(failures, error))

    @asynccontextmanager
    async def request(
        self,
        method: str,
        endpoint: Endpoint,
        url: URL,
        headers: Mapping[str, str],
        data: object = None,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """One request, without redirects. Raises Interrupted in Go's words for what is broken."""
        session = self._session or self._open()
        # A certificate may go unchecked only for the very host that the settings name.
        verified = endpoint.verified or url.host != endpoint.base.host
        tls: ssl.SSLContext | bool = True
        proxy = proxy_for(url)
        if url.scheme == "https" or (proxy or "").startswith("https:"):
            tls = self._certificates.context(url, verified=verified)
        try:
            async with session.request(
                method,
                url,
                headers={"Accept-Encoding": "identity", **headers},
                data=data,
                allow_redirects=False,
                ssl=tls,
                proxy=proxy,
            ) as response:
                yield response
        except (aiohttp.ClientError, TimeoutError, OSError, ssl.SSLError) as error:
            # It may come back with or without TLS.
            self._answering = {
                domain: known for domain, known in self._answering.items() if known[0] != endpoint
            }
            folder = self._certificates.folder(url)
            raise _broken(method, url, error, str(folder)) from error

    async def refusal(self, response: aiohttp.ClientResponse) -> Refusal:
        return parse_refusal(
            response.status,
            await response.content.read(64 * 1024),
            parse_challenges(response.headers.getall("WWW-Authenticate", [])),
            response.headers.get("Retry-After", ""),
        )

    def _open(self) -> aiohttp.ClientSession:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self.patience.connect, sock_read=self.patience.stall
            ),
            read_bufsize=BUFFER,
            max_field_size=32 * 1024,
            max_line_size=32 * 1024,
            headers={"User-Agent": "davit (linux)"},
        )
        return self._session


class Unreachable(Interrupted):
    """Nothing answers there; asking again at once is useless."""


class Truncated(Interrupted):
    """The registry ended a blob too early."""


def find_challenge(challenges: Sequence[Challenge], scheme: str) -> Challenge | None:
    """The first offer of a way to log in, if there is one."""
    return next((challenge for challenge in challenges if challenge.scheme == scheme), None)


def _realm(endpoint: Endpoint, challenge: Challenge) -> URL:
    """Where tokens come from. Raises Unauthorized for a place that must not see credentials."""
    text = challenge.parameters.get("realm", "")
    try:
        realm = URL(text, encoded=True)
        reason = forbidden_target(realm)
    except ValueError as error:
        realm, reason = URL(), str(error)
    if not reason and realm.scheme != "https" and endpoint.base.scheme == "https":
        reason = "it is not encrypted"
    if reason:
        raise Unauthorized(
            f"{endpoint.base} names an authorization server that is not trusted "
            f"({text[:200]!r}): {reason}"
        )
    return realm


def _broken(method: str, url: URL, error: Exception, folder: str) -> Interrupted:
    """A failed connection as Go, and so dockerd, words it, and what to try."""
    prefix = f'{method.capitalize()} "{url.with_query(None)}": '
    host, port = url.host or "", url.port
    if isinstance(error, aiohttp.ClientConnectorCertificateError | ssl.SSLCertVerificationError):
        reason = getattr(error, "certificate_error", error)
        return Unreachable(
            f"{prefix}tls: failed to verify certificate: "
            f"{getattr(reason, 'verify_message', '') or reason}. If you trust this registry, put "
            f"its CA certificate into {folder}/ca.crt"
        )
    if isinstance(error, aiohttp.ClientConnectorSSLError | aiohttp.ServerFingerprintMismatch):
        return Unreachable(
            f"{prefix}http: server gave HTTP response to HTTPS client. If the registry has no "
            f"TLS, list {url.authority} under insecure-registries in the engine's settings"
        )
    if isinstance(error, aiohttp.ClientConnectorError):
        cause = error.os_error
        if isinstance(cause, socket.gaierror):
            return Unreachable(f"{prefix}dial tcp: lookup {host}: no such host")
        words = {
            errno.ECONNREFUSED: "connection refused",
            errno.EHOSTUNREACH: "no route to host",
            errno.ENETUNREACH: "network is unreachable",
        }
        reason = words.get(cause.errno or 0) or cause.strerror or str(cause) or "EOF"
        return Unreachable(f"{prefix}dial tcp {_dialled(host, port)}: connect: {reason}")
    if isinstance(error, aiohttp.ServerTimeoutError | TimeoutError):
        return Interrupted(f"{prefix}the registry stopped answering (timeout)")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Interrupted(f"{prefix}EOF")
    if isinstance(error, aiohttp.ClientPayloadError):
        return Truncated(f"{prefix}unexpected EOF")
    if isinstance(error, aiohttp.InvalidURL):
        return Unreachable(f"{prefix}the address is invalid")
    return Interrupted(f"{prefix}{str(error) or type(error).__name__}")


def _dialled(host: str, port: int | None) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
