"""Carry TCP connections and UDP datagrams from a socket of the host to a container.

Only for what the firewall cannot lead: the IPv6 loopback address, and IPv6 clients of containers
that have no IPv6 address. The container sees the host as the client.
"""

import asyncio
import socket
from contextlib import suppress
from typing import Final

from typing_extensions import override

_CHUNK: Final = 1 << 16
_CLIENTS: Final = 1024
"""UDP clients of one port at a time; the one silent for longest makes room for another."""
_SILENCE: Final = 90.0
"""Seconds after which a UDP client that neither sends nor receives is forgotten."""


class Streams:
    """Carries TCP connections from a listening socket to a container."""

    def __init__(self, target_ip: str, target_port: int) -> None:
        self._target = (target_ip, target_port)
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    def aim(self, target_ip: str) -> None:
        """Carry later connections elsewhere."""
        self._target = (target_ip, self._target[1])

    async def start(self, listening: socket.socket) -> None:
        # asyncio closes the socket that it is given; the reservation keeps its own.
        self._server = await asyncio.start_server(self._accept, sock=listening.dup())

    async def close(self) -> None:
        if self._server is None:
            return
        self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._server = None

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await self._carry(reader, writer)
        except OSError:
            pass  # Either side hung up; the other is closed below.
        finally:
            self._connections.discard(task)
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(*self._target)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pump(reader, inner_writer))
                group.create_task(_pump(inner_reader, writer))
        except* OSError:
            pass
        finally:
            inner_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_CHUNK):
        writer.write(data)
        await writer.drain()
    writer.write_eof()


class Datagrams:
    """Carries UDP datagrams from a bound socket to a container, and its answers back.

    Each client gets a socket of its own towards the container, so that answers find their way.
    """

    def __init__(self, target_ip: str, target_port: int) -> None:
        self._target = (target_ip, target_port)
        self._outer: asyncio.DatagramTransport | None = None
        self._clients: dict[tuple[str, int], _Client] = {}
        self._sweeper: asyncio.TimerHandle | None = None

    def aim(self, target_ip: str) -> None:
        """Carry later datagrams elsewhere."""
        self._target = (target_ip, self._target[1])
        self._forget_all()

    async def start(self, bound: socket.socket) -> None:
        # asyncio closes the socket that it is given; the reservation keeps its own.
        loop = asyncio.get_running_loop()
        self._outer, _ = await loop.create_datagram_endpoint(lambda: _Outer(self), sock=bound.dup())
        self._sweeper = loop.call_later(_SILENCE, self._sweep)

    async def close(self) -> None:
        if self._sweeper is not None:
            self._sweeper.cancel()
        self._forget_all()
        if self._outer is not None:
            self._outer.close()
            self._outer = None

    def receive(self, data: bytes, sender: tuple[str, int]) -> None:
        client = self._clients.pop(sender, None)
        if client is None:
            if len(self._clients) >= _CLIENTS:
                self._clients.pop(next(iter(self._clients))).close()
            client = _Client(self, sender, self._target)
        # The dictionary is in the order of the last sign of life.
        self._clients[sender] = client
        client.send(data)

    def answer(self, data: bytes, client: tuple[str, int]) -> None:
        if self._outer is not None:
            self._outer.sendto(data, client)

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        limit = loop.time() - _SILENCE
        for sender, client in list(self._clients.items()):
            if client.heard < limit:
                self._clients.pop(sender).close()
        self._sweeper = loop.call_later(_SILENCE, self._sweep)

    def _forget_all(self) -> None:
        for client in self._clients.values():
            client.close()
        self._clients.clear()


class _Outer(asyncio.DatagramProtocol):
    def __init__(self, proxy: Datagrams) -> None:
        self._proxy = proxy

    @override
    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._proxy.receive(data, addr)


class _Client:
    """One UDP client: its socket towards the container."""

    def __init__(self, proxy: Datagrams, client: tuple[str, int], target: tuple[str, int]) -> None:
        self._proxy = proxy
        self._client = client
        self._loop = asyncio.get_running_loop()
        self.heard = self._loop.time()
        family = socket.AF_INET6 if ":" in target[0] else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        with suppress(OSError):  # No way to the container: what is sent is lost, as UDP may be.
            self._socket.connect(target)
        self._loop.add_reader(self._socket, self._read)

    def send(self, data: bytes) -> None:
        self.heard = self._loop.time()
        with suppress(OSError):
            self._socket.send(data)

    def close(self) -> None:
        self._loop.remove_reader(self._socket)
        self._socket.close()

    def _read(self) -> None:
        # OSError: nothing to read, or the container refuses the port.
        with suppress(OSError):
            data = self._socket.recv(_CHUNK)
            self.heard = self._loop.time()
            self._proxy.answer(data, self._client)
