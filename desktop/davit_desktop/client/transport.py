"""Bytes to and from an engine: requests, streams and hijacked connections. Only here is httpx.

What crosses this border is plain: status, headers, bytes, and the errors of `errors`. An answer
of 400 or above is raised as an ApiError here, so that callers see good answers only.
"""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import sys
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import msgspec

from davit_desktop.client.errors import (
    ApiError,
    ClientError,
    ConnectionLost,
    DownloadBroke,
    EngineUnreachable,
    InvalidHost,
    UnexpectedAnswer,
    api_error,
)
from davit_desktop.translation import tr

# WORKAROUND: httpx imports its own command line, and with it rich and pygments, whenever they are
# installed; it copes with their absence, and that halves its import time.
_had_main = "httpx._main" in sys.modules
if not _had_main:
    sys.modules["httpx._main"] = None  # type: ignore[assignment]
import httpx  # noqa: E402

if not _had_main:
    del sys.modules["httpx._main"]

Params = Mapping[str, str | list[str]]
Body = bytes | AsyncIterable[bytes] | None

_CONNECT_TIMEOUT = 10.0
_CHUNK = 64 * 1024
_UNWIND = 1.0  # seconds for what was under way on a connection that has been closed


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """Where an engine listens: Unix socket, named pipe, or host and port with or without TLS."""

    host: str  # as given, for messages
    unix: str = ""
    pipe: str = ""  # as Windows writes it: two backslashes, a dot, backslash, pipe, ...
    url: str = "http://localhost"
    certificates: str = ""  # folder with ca.pem, cert.pem and key.pem; empty: no TLS


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A whole answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def parse_host(host: str, *, certificates: str = "") -> Address:
    """`unix:///path`, `npipe:////./pipe/name`, `tcp://host:port` or a bare path, as in DOCKER_HOST.

    `certificates` is a folder as DOCKER_CERT_PATH names it and turns TLS on.
    """
    if host.startswith("/"):
        return Address(host=host, unix=host)
    scheme, separator, rest = host.partition("://")
    if not separator or not rest:
        raise InvalidHost(
            tr(
                "{host!r} is not the address of an engine. Use "
                "unix:///path/to/engine.sock or tcp://host:port."
            ).format(host=host)
        )
    match scheme:
        case "unix":
            return Address(host=host, unix=rest)
        case "npipe":
            return Address(host=host, pipe=rest.replace("/", "\\"))
        case "tcp" | "http" | "https":
            try:
                parts = urlsplit(f"tcp://{rest}")
                name, port = parts.hostname, parts.port
            except ValueError as error:
                raise InvalidHost(
                    tr("{host!r} has no valid port: {error}.").format(host=host, error=error)
                ) from error
            if not name:
                raise InvalidHost(
                    tr("{host!r} names no host. Use tcp://host:port.").format(host=host)
                )
            tls = bool(certificates) or scheme == "https"
            port = port or (2376 if tls else 2375)
            shown = f"[{name}]" if ":" in name else name
            url = f"{'https' if tls else 'http'}://{shown}:{port}{parts.path.rstrip('/')}"
            return Address(host=host, url=url, certificates=certificates)
        case _:
            raise InvalidHost(
                tr(
                    "Cannot use {host!r}: {scheme}:// is not supported here. Use "
                    "unix:///path/to/engine.sock or tcp://host:port."
                ).format(host=host, scheme=scheme)
            )


class Transport:
    """A pool of connections to one engine."""

    def __init__(self, address: Address) -> None:
        self.address = address
        # No limit: every followed log, event stream and terminal holds a connection of its own.
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=8)
        carrier = httpx.AsyncHTTPTransport(
            uds=address.unix or None, verify=_tls(address), limits=limits, trust_env=False
        )
        if address.pipe:
            carrier._pool = _pipe_pool(address.pipe, limits)
        self._client = httpx.AsyncClient(
            base_url=address.url,
            transport=carrier,
            timeout=_timeout(None),
            # Bodies are handed on as they come, so none may be compressed on the way.
            headers={"User-Agent": "Docker-Client/davit", "Accept-Encoding": "identity"},
            trust_env=False,
        )

    async def aclose(self) -> None:
        await self._client.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        content: Body = None,
        timeout: float | None = None,
    ) -> Answer:
        """The whole answer; `timeout` bounds each silence in seconds, None waits for ever."""
        async with self.stream(
            method, path, params=params, headers=headers, content=content, timeout=timeout
        ) as reply:
            body = b"".join([chunk async for chunk in reply.chunks()])
            return Answer(status=reply.status, headers=reply.headers, body=body)

    @asynccontextmanager
    async def stream(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        content: Body = None,
        timeout: float | None = None,
    ) -> AsyncIterator[Reply]:
        """An answer whose head has arrived; leaving the block closes the connection if need be."""
        reply = await self.open(
            method, path, params=params, headers=headers, content=content, timeout=timeout
        )
        try:
            yield reply
        finally:
            await reply.aclose()

    async def open(
        self,
        method: str,
        path: str,
        *,
        params: Params | None = None,
        headers: Mapping[str, str] | None = None,
        content: Body = None,
        timeout: float | None = None,
    ) -> Reply:
        """As `stream`, for a caller who closes the reply itself."""
        try:
            request = self._client.build_request(
                method,
                path,
                params=params,
                headers=headers,
                content=content,
                timeout=_timeout(timeout),
            )
        except httpx.InvalidURL as error:  # a name from an engine may be of any length
            raise ClientError(tr("The name is too long to ask the engine for it")) from error
        try:
            response = await self._client.send(request, stream=True)
        except (httpx.HTTPError, OSError) as error:
            raise self._translated(error) from error
        reply = Reply(response, self._translated)
        if response.status_code >= 400:
            try:
                raise await _refusal(reply)
            finally:
                await reply.aclose()
        return reply

    async def hijack(
        self,
        path: str,
        *,
        params: Params | None = None,
        content: bytes = b"",
    ) -> Hijacked:
        """A POST that turns the connection into a two-way stream of bytes (101 Upgrade: tcp)."""
        headers = {"Connection": "Upgrade", "Upgrade": "tcp", "Content-Type": "application/json"}
        reply = await self.open("POST", path, params=params, headers=headers, content=content)
        if reply.status != 101:
            await reply.aclose()
            raise UnexpectedAnswer(
                tr(
                    "The engine at {host} did not open a two-way stream (status {status}). "
                    "A proxy in between may not pass upgrades on."
                ).format(host=self.address.host, status=reply.status)
            )
        return Hijacked(reply, self._translated)

    def _translated(self, error: Exception) -> ClientError:
        host = self.address.host
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | OSError):
            return _unreachable(self.address, error)
        if isinstance(error, httpx.TimeoutException):
            return ConnectionLost(
                tr("The engine at {host} did not answer in time.").format(host=host)
            )
        if isinstance(error, httpx.RemoteProtocolError | httpx.LocalProtocolError):
            return ConnectionLost(
                tr("The engine at {host} ended the connection early: {error}").format(
                    host=host, error=error
                )
            )
        return ConnectionLost(
            tr("The connection to the engine at {host} broke: {error}").format(
                host=host, error=error
            )
        )


@asynccontextmanager
async def fetch(url: str, *, start: int = 0, patience: float = 30.0) -> AsyncIterator[Reply]:
    """A file of the web from byte `start` on, whatever the status; errors are of the network.

    Proxies are those of the environment. From https nobody leads to http. `patience` bounds each
    silence, in seconds.
    """
    where = urlsplit(url).hostname or url
    translated = partial(_download_broke, where)
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    try:
        client = httpx.AsyncClient(
            timeout=httpx.Timeout(patience), follow_redirects=True, max_redirects=5
        )
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError, ImportError) as error:
        raise translated(error) from error  # a proxy's address that cannot be understood
    async with client:
        try:
            request = client.build_request("GET", url, headers=headers)
            response = await client.send(request, stream=True)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            raise translated(error) from error
        reply = Reply(response, translated)
        try:
            if url.startswith("https:") and response.url.scheme != "https":
                raise DownloadBroke(tr("{host} leads to a place without TLS").format(host=where))
            yield reply
        finally:
            await reply.aclose()


def _download_broke(where: str, error: Exception) -> ClientError:
    if isinstance(error, httpx.TimeoutException):
        return DownloadBroke(tr("{host} does not answer in time").format(host=where))
    reason = str(error) or type(error).__name__
    if isinstance(error, httpx.ConnectError):
        return DownloadBroke(
            tr("{host} cannot be reached: {reason}").format(host=where, reason=reason)
        )
    return DownloadBroke(
        tr("The connection to {host} broke: {reason}").format(host=where, reason=reason)
    )


class Reply:
    """An answer whose body is still to be read."""

    def __init__(self, response: httpx.Response, translated: Any) -> None:
        self.status = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._translated = translated

    async def chunks(self) -> AsyncGenerator[bytes]:
        """The body as it arrives; raises ConnectionLost when it ends too early.

        Closed before its end (`aclosing`), it closes the connection.
        """
        body = self._response.aiter_raw()
        try:
            async for chunk in body:
                yield chunk
        except GeneratorExit:
            # To the end, however often whoever reads is cancelled: the way out is already taken.
            unwinding = asyncio.get_running_loop().create_task(self._unwind(body))
            while not unwinding.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.shield(unwinding)
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise self._translated(error) from error

    async def _unwind(self, body: AsyncIterator[bytes]) -> None:
        """The generators within would be ended by the garbage collector, in no task at all."""
        await self._response.aclose()
        with suppress(httpx.HTTPError, httpx.StreamError, OSError, TimeoutError):
            async with asyncio.timeout(_UNWIND):
                async for _ in body:
                    pass

    async def aclose(self) -> None:
        await self._response.aclose()


class Hijacked:
    """A connection taken over: bytes both ways, each way ended by itself."""

    def __init__(self, reply: Reply, translated: Any) -> None:
        self.headers = reply.headers
        self._reply = reply
        self._stream: Any = reply._response.extensions["network_stream"]
        self._translated = translated

    async def read(self) -> bytes:
        """The next bytes, or b"" at the end."""
        import httpcore

        try:
            data: bytes = await self._stream.read(_CHUNK)
        except (httpcore.NetworkError, httpcore.TimeoutException, OSError) as error:
            raise ConnectionLost(
                tr("The stream from the engine broke: {error}").format(error=error)
            ) from error
        return data

    async def write(self, data: bytes) -> None:
        import httpcore

        try:
            await self._stream.write(data)
        except (httpcore.NetworkError, httpcore.TimeoutException, OSError) as error:
            raise ConnectionLost(
                tr("The stream to the engine broke: {error}").format(error=error)
            ) from error

    def close_write(self) -> None:
        """Tell the other side that nothing more will come; reading goes on."""
        if self._stream.get_extra_info("ssl_object") is not None:
            return  # TLS cannot be closed by half; the engine sees the end when we hang up
        # `write` returns when the kernel has every byte, so that this cuts nothing off.
        close_pipe = self._stream.get_extra_info("close_write")
        try:
            if close_pipe is not None:
                close_pipe()
            else:
                self._stream.get_extra_info("socket").shutdown(socket.SHUT_WR)
        except OSError:
            return  # the other side has gone already

    async def aclose(self) -> None:
        await self._reply.aclose()
        await self._stream.aclose()


def certificates_from_environment() -> str:
    """The folder that DOCKER_TLS_VERIFY and DOCKER_CERT_PATH ask for; empty for no TLS."""
    if not os.environ.get("DOCKER_TLS_VERIFY"):
        return ""
    default = os.path.join(os.path.expanduser("~"), ".docker")  # noqa: PTH111, PTH118
    return os.environ.get("DOCKER_CERT_PATH") or default


def _timeout(silence: float | None) -> httpx.Timeout:
    return httpx.Timeout(silence, connect=_CONNECT_TIMEOUT)


def _pipe_pool(path: str, limits: httpx.Limits) -> Any:
    """Connections through a named pipe; httpx itself has no way to hand in a network."""
    import httpcore

    from davit_desktop.client.named_pipe import NamedPipes

    return httpcore.AsyncConnectionPool(
        max_connections=limits.max_connections,
        max_keepalive_connections=limits.max_keepalive_connections,
        uds=path,
        network_backend=NamedPipes(),
    )


def _tls(address: Address) -> ssl.SSLContext:
    # A context of our own also spares httpx from loading its bundle of authorities.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if address.certificates:
        folder = address.certificates
        try:
            context.load_verify_locations(os.path.join(folder, "ca.pem"))  # noqa: PTH118
            context.load_cert_chain(
                os.path.join(folder, "cert.pem"),  # noqa: PTH118
                os.path.join(folder, "key.pem"),  # noqa: PTH118
            )
        except (OSError, ssl.SSLError) as error:
            raise InvalidHost(
                tr(
                    "Cannot use the certificates in {folder} for {host}: {error}. It must "
                    "hold ca.pem, cert.pem and key.pem."
                ).format(folder=folder, host=address.host, error=error)
            ) from error
    elif address.url.startswith("https:"):
        context.load_default_certs()
    return context


async def _refusal(reply: Reply) -> ApiError:
    body = b"".join([chunk async for chunk in reply.chunks()])
    try:
        message = msgspec.json.decode(body)["message"]
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError, KeyError):
        message = body.decode(errors="replace")
    return api_error(reply.status, str(message))


def _unreachable(address: Address, error: Exception) -> EngineUnreachable:
    cause = _os_error(error)
    if isinstance(cause, FileNotFoundError):
        why = tr("the socket does not exist")
        hint = tr(
            "Is the engine running? Start it with: sudo systemctl start davit-engine, "
            "or one in a machine with: davit machine start"
        )
    elif isinstance(cause, PermissionError):
        why = tr("permission denied")
        hint = tr(
            "Add yourself to the socket's group (sudo usermod -aG davit $USER) and log in again."
        )
    elif isinstance(cause, ConnectionRefusedError):
        why = tr("nothing is listening there")
        hint = tr("Is the engine running?")
    elif isinstance(cause, socket.gaierror):
        why = tr("the host name cannot be resolved")
        hint = tr("Check DAVIT_HOST and DOCKER_HOST.")
    elif isinstance(error, httpx.TimeoutException):
        why = tr("it did not answer in time")
        hint = tr("Check the address and whether a firewall is in between.")
    else:
        why = str(error) or type(error).__name__
        hint = tr("Is the engine running?")
    return EngineUnreachable(address.host, why, hint)


def _os_error(error: BaseException | None) -> OSError | None:
    """The first system error with an errno among the causes of `error`."""
    while error is not None:
        if isinstance(error, OSError) and error.errno is not None:
            return error
        error = error.__cause__ or error.__context__
    return None
