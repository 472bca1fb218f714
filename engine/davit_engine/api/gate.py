"""The gate: HTTP over TCP for whoever proves to hold the same key, and silence for anyone else.

Both sides prove that they know a key of 256 bits without sending it, each over random bytes of the
other; then the connection carries plain HTTP, half-closed streams included (which TLS in asyncio
cannot do, and hijacked streams need).

    server: GREETING, 32 random bytes S
    client: 32 random bytes C, HMAC-SHA256(key, "client" + S + C)
    server: HMAC-SHA256(key, "server" + C + S)
"""

import asyncio
import hashlib
import hmac
import ipaddress
import os
import secrets
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from typing_extensions import override

from davit_engine.errors import InvalidParameter, SystemFailure

GREETING: Final = b"davit-gate-1\n"
NONCE_SIZE: Final = 32
PROOF_SIZE: Final = 32

PROOF_SECONDS: Final = 10.0
"""How long a client may take to prove itself."""

MOST_UNPROVEN: Final = 64
"""Connections that have not proved anything yet; more are closed at once."""

_BACKLOG: Final = 128


def read_key(path: Path) -> bytes:
    """The key: 64 hexadecimal digits in a file that is nobody else's to read.

    Raises InvalidParameter.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        with os.fdopen(descriptor) as file:
            status = os.fstat(file.fileno())
            text = file.read(256).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidParameter(f"cannot read the gate's key {path}: {error}") from error
    if stat.S_IMODE(status.st_mode) & 0o077 or status.st_uid not in (0, os.geteuid()):
        raise InvalidParameter(
            f"refusing the gate's key {path}: others may read or change it. Give it to root alone: "
            f"chown root {path}; chmod 600 {path}"
        )
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != NONCE_SIZE:
        raise InvalidParameter(f"the gate's key {path} is not one of 64 hexadecimal digits")
    return key


def client_proof(key: bytes, server_nonce: bytes, client_nonce: bytes) -> bytes:
    return hmac.digest(key, b"client" + server_nonce + client_nonce, hashlib.sha256)


def server_proof(key: bytes, server_nonce: bytes, client_nonce: bytes) -> bytes:
    return hmac.digest(key, b"server" + client_nonce + server_nonce, hashlib.sha256)


def bind(address: str) -> socket.socket:
    """A socket for ADDRESS:PORT. Raises InvalidParameter and SystemFailure."""
    name, _, port = address.rpartition(":")
    try:
        ip = ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        number = int(port)
        if not 0 <= number < 65536:
            raise ValueError(port)
    except ValueError as error:
        raise InvalidParameter(
            f"cannot open a gate at {address!r}: expected ADDRESS:PORT, as 10.0.2.15:2375"
        ) from error
    family = socket.AF_INET6 if ip.version == 6 else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((str(ip), number))
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise SystemFailure(
            f"cannot open a gate at {address}: {error.strerror or error}"
        ) from error
    return listener


class Gate:
    """Accepts connections; those that prove themselves go on to `admit` with their transport."""

    def __init__(self, key: bytes, admit: Callable[[asyncio.Transport], None]) -> None:
        self._key = key
        self._admit = admit
        self._unproven: set[_Knock] = set()
        self._server: asyncio.Server | None = None

    async def start(self, listener: socket.socket) -> None:
        self._server = await asyncio.get_running_loop().create_server(
            lambda: _Knock(self._key, self._unproven, self._admit), sock=listener, backlog=_BACKLOG
        )

    def close(self) -> None:
        """Accept no more; those within go on."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for knock in tuple(self._unproven):
            knock.turn_away()


class _Knock(asyncio.Protocol):
    """One connection until it has proved itself or is turned away."""

    def __init__(
        self, key: bytes, unproven: "set[_Knock]", admit: Callable[[asyncio.Transport], None]
    ) -> None:
        self._key = key
        self._unproven = unproven
        self._admit = admit
        self._nonce = secrets.token_bytes(NONCE_SIZE)
        self._said = b""
        self._transport: asyncio.Transport
        self._limit: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if len(self._unproven) >= MOST_UNPROVEN:
            self.turn_away()
            return
        self._unproven.add(self)
        loop = asyncio.get_running_loop()
        self._limit = loop.call_later(PROOF_SECONDS, self.turn_away)
        transport.write(GREETING + self._nonce)

    @override
    def data_received(self, data: bytes) -> None:
        self._said += data
        expected = NONCE_SIZE + PROOF_SIZE
        if len(self._said) < expected:
            return
        nonce, proof = self._said[:NONCE_SIZE], self._said[NONCE_SIZE:expected]
        good = hmac.compare_digest(proof, client_proof(self._key, self._nonce, nonce))
        # Whoever goes on before it knows who answers is no client of this gate.
        if not good or len(self._said) > expected:
            self.turn_away()
            return
        self._leave()
        self._transport.write(server_proof(self._key, self._nonce, nonce))
        self._admit(self._transport)

    @override
    def eof_received(self) -> None:
        self.turn_away()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()

    def turn_away(self) -> None:
        """Close without a word."""
        self._leave()
        self._transport.abort()

    def _leave(self) -> None:
        self._unproven.discard(self)
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
