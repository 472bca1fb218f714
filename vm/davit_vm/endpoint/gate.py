"""The way to the engine in the guest: connections that both sides have proven, some kept ready.

Server and client share a key of 256 bits. The server speaks first: a greeting and 32 random bytes,
S. The client answers with 32 random bytes C and HMAC-SHA256(key, "client" S C), the server with
HMAC-SHA256(key, "server" C S); from there on the connection carries HTTP as it is. So nobody who
merely reaches the port on the loopback gets in, nobody who takes the port over learns anything,
and half-close works, which TLS does not offer.
"""

import asyncio
import contextlib
import hmac
import secrets
import socket
from collections import deque
from typing import Final, Self

from davit_vm.errors import Unreachable

GREETING: Final = b"davit-gate-1\n"
_NONCE: Final = 32
_PROOF: Final = 32

HANDSHAKE_LIMIT: Final = 10.0
"""Seconds; the guest gives up after as many."""
_WORST_PAUSE: Final = 5.0


def client_proof(key: bytes, server_nonce: bytes, client_nonce: bytes) -> bytes:
    return hmac.digest(key, b"client" + server_nonce + client_nonce, "sha256")


def server_proof(key: bytes, server_nonce: bytes, client_nonce: bytes) -> bytes:
    return hmac.digest(key, b"server" + client_nonce + server_nonce, "sha256")


class Gate:
    """Opens proven connections to the engine; an async context manager.

    `warm` connections wait for the next request, since a new one costs several round trips through
    an emulated network card.
    """

    def __init__(self, key: bytes, *, warm: int = 4) -> None:
        self._key = key
        self._warm = warm
        self._address: tuple[str, int] | None = None
        self._ready: deque[socket.socket] = deque()
        self._wanted = asyncio.Event()
        self._filler: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._filler = asyncio.create_task(self._fill(), name="gate")
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._filler is not None:
            self._filler.cancel()
            await asyncio.wait([self._filler])
        self.lead_to(None)

    def lead_to(self, address: tuple[str, int] | None) -> None:
        """Use this port of the host from now on; None while QEMU does not run."""
        self._address = address
        while self._ready:
            self._ready.popleft().close()
        self._wanted.set()

    async def connect(self) -> socket.socket:
        """A proven connection, non-blocking; raises Unreachable."""
        while self._ready:
            connection = self._ready.popleft()
            self._wanted.set()
            if _is_open(connection):
                return connection
            connection.close()
        return await self._open()

    async def _fill(self) -> None:
        pause = 0.1
        while True:
            if self._address is None or len(self._ready) >= self._warm:
                self._wanted.clear()
                await self._wanted.wait()
                pause = 0.1
                continue
            address = self._address
            try:
                connection = await self._open()
            except Unreachable:
                # Whoever needs a connection now opens one and gets the reason; this only prepares.
                await asyncio.sleep(pause)
                pause = min(2 * pause, _WORST_PAUSE)
                continue
            pause = 0.1
            if address == self._address:
                self._ready.append(connection)
            else:
                connection.close()

    async def _open(self) -> socket.socket:
        if self._address is None:
            raise Unreachable("Cannot reach the engine", "the machine is not running")
        loop = asyncio.get_running_loop()
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            async with asyncio.timeout(HANDSHAKE_LIMIT):
                await loop.sock_connect(connection, self._address)
                await self._prove(connection)
        except TimeoutError as error:
            connection.close()
            raise Unreachable(
                "Cannot reach the engine",
                f"it did not answer within {HANDSHAKE_LIMIT:.0f} s",
            ) from error
        except OSError as error:
            connection.close()
            raise Unreachable("Cannot reach the engine", error.strerror or str(error)) from error
        except BaseException:
            connection.close()
            raise
        return connection

    async def _prove(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        hello = await _receive(connection, len(GREETING) + _NONCE)
        if not hello.startswith(GREETING):
            raise Unreachable("Cannot reach the engine", "something else answers on its port")
        server_nonce = hello[len(GREETING) :]
        client_nonce = secrets.token_bytes(_NONCE)
        proof = client_proof(self._key, server_nonce, client_nonce)
        await loop.sock_sendall(connection, client_nonce + proof)
        answer = await _receive(connection, _PROOF)
        if not hmac.compare_digest(answer, server_proof(self._key, server_nonce, client_nonce)):
            raise Unreachable(
                "Cannot reach the engine",
                "what answers on its port does not know the machine's key",
                "Restart the machine: davit machine restart",
            )


async def _receive(connection: socket.socket, size: int) -> bytes:
    """Exactly so many bytes, so that none of what follows them is taken."""
    loop = asyncio.get_running_loop()
    received = bytearray()
    while len(received) < size:
        piece = await loop.sock_recv(connection, size - len(received))
        if not piece:
            raise Unreachable("Cannot reach the engine", "it closed the connection")
        received += piece
    return bytes(received)


def _is_open(connection: socket.socket) -> bool:
    """Whether a connection that nobody has spoken on is still good; it must be silent."""
    with contextlib.suppress(BlockingIOError):
        try:
            connection.recv(1, socket.MSG_PEEK)
        except ConnectionError:
            return False
        return False
    return True
