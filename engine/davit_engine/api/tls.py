"""TLS for clients that come over TCP, each with a certificate that our authority signed.

TLS in asyncio cannot half-close a connection, and hijacked streams need that: `docker run -i` ends
standard input with the alert close_notify and goes on reading. So the records are taken apart here,
and what they carry goes through a socket pair to and from the HTTP server.
"""

import asyncio
import contextlib
import errno
import logging
import os
import socket
import ssl
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, NamedTuple

from davit_engine.config import Config
from davit_engine.errors import InvalidParameter

log = logging.getLogger(__name__)

HANDSHAKE_SECONDS: Final = 10.0
MOST_SHAKING_HANDS: Final = 64
"""Connections that have not proved anything yet; more are closed at once."""

LINGER_SECONDS: Final = 10.0
"""How long a client may go on sending once it has got all there is."""

CLOSE_SECONDS: Final = 2.0
"""How long what was written last may take to leave when the engine ends."""

_CHUNK: Final = 256 << 10
_PLAIN_HTTP: Final = (
    b"HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n"
)
"""In Docker's words, which clients explain further."""


class Identity(NamedTuple):
    """What the engine shows to clients over TCP, and whom it lets in."""

    context: ssl.SSLContext
    names: frozenset[str]
    """The host names and addresses of its certificate, in lower case; a name may begin with *."""


def load(config: Config) -> Identity:
    """Read the authority, the certificate and its key. Raises InvalidParameter naming the file."""
    authority, certificate, key = config.tlscacert, config.tlscert, config.tlskey
    if authority is None or certificate is None or key is None:
        missing = [
            f"--{name}"
            for name, path in (("tlscacert", authority), ("tlscert", certificate), ("tlskey", key))
            if path is None
        ]
        raise InvalidParameter(f"--tlsverify needs {', '.join(missing)} as well")
    _check_key(key)
    context = _context(certificate, key)
    context.verify_mode = ssl.CERT_REQUIRED
    try:
        context.load_verify_locations(authority)
    except (OSError, ssl.SSLError) as error:
        raise InvalidParameter(
            f"cannot use {authority} as the authority of clients (--tlscacert): {_said(error)}"
        ) from error
    return Identity(context, _names(certificate, key))


def _check_key(key: Path) -> None:
    try:
        status = key.stat()
    except OSError as error:
        raise InvalidParameter(f"cannot read the key {key} (--tlskey): {error.strerror}") from error
    if stat.S_IMODE(status.st_mode) & 0o027 or status.st_uid not in (0, os.geteuid()):
        raise InvalidParameter(
            f"refusing the key {key} (--tlskey): others may read or change it. Give it to root "
            f"alone: chown root {key}; chmod 600 {key}"
        )


def _context(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION
    context.set_alpn_protocols(["http/1.1"])

    def ask() -> str:
        raise InvalidParameter(
            f"the key {key} (--tlskey) is encrypted, and nobody is here to be asked; decrypt it: "
            f"openssl pkey -in {key} -out {key}.plain"
        )

    try:
        context.load_cert_chain(certificate, key, password=ask)
    except (OSError, ssl.SSLError) as error:
        raise InvalidParameter(
            f"cannot use the certificate {certificate} (--tlscert) with the key {key} (--tlskey): "
            f"{_said(error)}"
        ) from error
    return context


def _names(certificate: Path, key: Path) -> frozenset[str]:
    """Whom the certificate is for, as a client that trusts it finds out.

    Raises InvalidParameter when no client could: it has expired, or is for no name.
    """
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        client.load_verify_locations(certificate)
        found = _meet(_context(certificate, key), client)
    except (OSError, ssl.SSLError) as error:
        raise InvalidParameter(
            f"no client would accept the certificate {certificate} (--tlscert): {_said(error)}"
        ) from error
    names = frozenset(name.lower() for kind, name in found if kind in ("DNS", "IP Address"))
    if not names:
        raise InvalidParameter(
            f"the certificate {certificate} (--tlscert) is for no host: make one with a "
            "subjectAltName that holds the names and addresses of this machine"
        )
    return names


def _meet(server: ssl.SSLContext, client: ssl.SSLContext) -> list[tuple[str, str]]:
    """Let the two shake hands in memory; the alternative names of the server's certificate."""
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(there, back, server_side=True)
    theirs = client.wrap_bio(back, there)
    for _ in range(4):
        for side in (theirs, ours):
            with contextlib.suppress(ssl.SSLWantReadError):
                side.do_handshake()
    shown = theirs.getpeercert() or {}
    return list(shown.get("subjectAltName", ()))  # type: ignore[arg-type]


def _said(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError):
        reasons = {
            "KEY_VALUES_MISMATCH": "the key is another one's",
            "NO_START_LINE": "it is not in PEM form",
            "HTTP_REQUEST": "it spoke plain HTTP",
            "PEER_DID_NOT_RETURN_A_CERTIFICATE": "it showed no certificate",
        }
        return reasons.get(error.reason or "", error.reason or "it is not in PEM form")
    return getattr(error, "strerror", None) or str(error)


class Terminator:
    """Accepts connections; those with a good certificate go on to `admit` as plain ones."""

    def __init__(
        self, context: ssl.SSLContext, admit: Callable[[socket.socket], Awaitable[None]]
    ) -> None:
        """`admit` takes one end of a socket pair."""
        self._context = context
        self._admit = admit
        self._accepting: list[asyncio.Task[None]] = []
        self._connections: set[asyncio.Task[None]] = set()
        self._shaking_hands = 0

    def listen(self, listener: socket.socket, backlog: int) -> None:
        """Takes the bound socket over."""
        listener.listen(backlog)
        task = asyncio.create_task(self._accept(listener))
        task.add_done_callback(lambda _: listener.close())
        self._accepting.append(task)

    def close(self) -> None:
        """Accept no more; those within go on."""
        for task in self._accepting:
            task.cancel()

    async def aclose(self) -> None:
        """End, once what the server wrote last has left."""
        self.close()
        await asyncio.gather(*self._accepting, return_exceptions=True)
        if self._connections:
            await asyncio.wait(self._connections, timeout=CLOSE_SECONDS)
        for task in tuple(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _accept(self, listener: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                raw, _ = await loop.sock_accept(listener)
            except OSError as error:
                # But for a client that left again it may be so for long, as without descriptors.
                if error.errno != errno.ECONNABORTED:
                    log.warning("cannot take a connection over TLS: %s", error)
                    await asyncio.sleep(1)
                continue
            if self._shaking_hands >= MOST_SHAKING_HANDS:
                raw.close()
                continue
            task = asyncio.create_task(self._serve(raw))
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)

    async def _serve(self, raw: socket.socket) -> None:
        with raw, contextlib.suppress(OSError):
            raw.setblocking(False)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            records = _Records(raw, self._context)
            self._shaking_hands += 1
            try:
                async with asyncio.timeout(HANDSHAKE_SECONDS):
                    await records.shake_hands()
            except TimeoutError:
                log.info("turned a client over TLS away: it took too long")
                return
            except ssl.SSLError as error:
                log.info("turned a client over TLS away: %s", _said(error))
                if error.reason == "HTTP_REQUEST":
                    await asyncio.get_running_loop().sock_sendall(raw, _PLAIN_HTTP)
                return
            finally:
                self._shaking_hands -= 1
            ours, theirs = socket.socketpair()
            with ours:
                ours.setblocking(False)
                try:
                    await self._admit(theirs)
                except BaseException:
                    theirs.close()
                    raise
                await _carry(records, ours)


class _Records:
    """One TLS connection over a socket that does not block."""

    def __init__(self, raw: socket.socket, context: ssl.SSLContext) -> None:
        self._raw = raw
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._sending = asyncio.Lock()

    async def shake_hands(self) -> None:
        """Raises SSLError; the client has been told why."""
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                await self._send()
                await self._receive()
            except ssl.SSLError:
                await self._send()
                raise
            else:
                await self._send()
                return

    async def read(self) -> bytes:
        """Some bytes; none once the client has ended its side. Raises OSError, SSLError."""
        while True:
            try:
                return self._tls.read(_CHUNK)
            except ssl.SSLWantReadError:
                await self._send()
                await self._receive()
            except ssl.SSLZeroReturnError:
                return b""

    async def write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[self._tls.write(view) :]
        await self._send()

    async def end(self) -> None:
        """End our side only."""
        with contextlib.suppress(ssl.SSLError):
            self._tls.unwrap()
        await self._send()
        self._raw.shutdown(socket.SHUT_WR)

    async def _receive(self) -> None:
        data = await asyncio.get_running_loop().sock_recv(self._raw, _CHUNK)
        if not data:
            raise ConnectionResetError(errno.ECONNRESET, "the client went without a word")
        self._incoming.write(data)

    async def _send(self) -> None:
        # Records must leave in the order in which they were made.
        async with self._sending:
            data = self._outgoing.read()
            if data:
                await asyncio.get_running_loop().sock_sendall(self._raw, data)


async def _carry(records: _Records, plain: socket.socket) -> None:
    """Carry bytes both ways until both sides have ended, or one has failed."""
    inward = asyncio.create_task(_inward(records, plain))
    outward = asyncio.create_task(_outward(records, plain))
    try:
        await asyncio.wait({inward, outward}, return_when=asyncio.FIRST_COMPLETED)
        if outward.done() and outward.exception() is None:
            await asyncio.wait({inward}, timeout=LINGER_SECONDS)
        elif inward.done() and inward.exception() is None:
            await asyncio.wait({outward})
    finally:
        for task in (inward, outward):
            task.cancel()
        await asyncio.gather(inward, outward, return_exceptions=True)


async def _inward(records: _Records, plain: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    while data := await records.read():
        await loop.sock_sendall(plain, data)
    plain.shutdown(socket.SHUT_WR)


async def _outward(records: _Records, plain: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    while data := await loop.sock_recv(plain, _CHUNK):
        await records.write(data)
    await records.end()
