"""The Docker endpoint: clients of the host are carried to the engine, and wake the machine."""

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from typing import Final, Self

import msgspec
from typing_extensions import override

from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.listeners import ClientEnd, Listener, listen
from davit_vm.errors import MachineError, Unreachable
from davit_vm.streams import End, join

WAKE_LIMIT: Final = 180.0
"""Seconds that a request waits for the machine; a start under emulation takes most of a minute."""
_ENGINE_LIMIT: Final = 15.0
"""Seconds that a request waits for the engine of a ready machine, which may be starting again."""
_RETRY: Final = 0.2
_LOOK_FOR_VANISHED: Final = 0.5
_DRAIN_LIMIT: Final = 2.0


class Endpoint:
    """Listens on the host's Docker address; an async context manager.

    `wake` returns when the machine is ready, at once if it is, and raises MachineError when it
    cannot be; it is asked with a client's first byte, not with a mere connection.
    """

    def __init__(
        self,
        address: str,
        gate: Gate,
        wake: Callable[[], Awaitable[None]],
        *,
        wake_limit: float = WAKE_LIMIT,
    ) -> None:
        self._address = address
        self._gate = gate
        self._wake = wake
        self._wake_limit = wake_limit
        self._listener: Listener | None = None
        self._clients: set[ClientEnd] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._watch: asyncio.Task[None] | None = None
        self._moved_at = 0.0
        self._closed = False

    async def __aenter__(self) -> Self:
        self._listener = await listen(self._address, self._client)
        self._moved_at = asyncio.get_running_loop().time()
        self._watch = asyncio.create_task(self._drop_vanished(), name="endpoint")
        return self

    async def __aexit__(self, *error: object) -> None:
        self._closed = True
        if self._listener is not None:
            await self._listener.close()
        tasks = [*self._tasks, *([self._watch] if self._watch is not None else [])]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self.drop_streams()

    @property
    def open_streams(self) -> int:
        return len(self._clients)

    @property
    def busy_streams(self) -> int:
        """Streams in which the client spoke last: it waits for an answer."""
        return sum(
            1
            for client in self._clients
            if (client.waiting or client.partner is not None)
            and (client.partner is None or client.moved_at > client.partner.moved_at)
        )

    @property
    def moved_at(self) -> float:
        """Loop time of the last byte of any stream."""
        for client in self._clients:
            self._note_movement(client)
        return self._moved_at

    def drop_streams(self) -> None:
        """Break every stream, as when the machine stops."""
        for client in tuple(self._clients):
            if client.partner is not None and not client.partner.lost:
                client.partner.reset()
            client.transport.abort()

    def _client(self, kind: type[ClientEnd]) -> ClientEnd:
        return kind(accepted=self._accept, began=self._begin, ended=self._forget)

    def _accept(self, client: ClientEnd) -> None:
        self._clients.add(client)
        if self._closed:
            # It was accepted in the moment in which the listener closed.
            client.transport.abort()

    def _begin(self, end: End) -> None:
        task = asyncio.create_task(self._serve(end), name="stream")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _forget(self, end: End) -> None:
        self._note_movement(end)
        self._clients.discard(end)

    def _note_movement(self, end: End) -> None:
        partner = end.moved_at if end.partner is None else end.partner.moved_at
        self._moved_at = max(self._moved_at, end.moved_at, partner)

    async def _serve(self, client: End) -> None:
        if client.finished and not client.waiting:
            # It looked whether somebody listens, and left.
            client.transport.close()
            return
        try:
            connection = await self._connect()
        except MachineError as error:
            await _refuse(client, error)
            return
        except asyncio.CancelledError:
            client.transport.abort()
            raise
        if client.lost:
            connection.close()
            return
        _, engine = await asyncio.get_running_loop().connect_accepted_socket(End, connection)
        join(client, engine)

    async def _connect(self) -> socket.socket:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._wake_limit):
                await self._wake()
        except TimeoutError as error:
            raise Unreachable(
                "The machine is not ready",
                f"it did not get there within {self._wake_limit:.0f} s",
                "See how far it came: davit machine status",
            ) from error
        deadline = loop.time() + _ENGINE_LIMIT
        while True:
            try:
                return await self._gate.connect()
            except Unreachable:
                if loop.time() >= deadline:
                    raise
            await asyncio.sleep(_RETRY)
            async with asyncio.timeout(self._wake_limit):
                await self._wake()

    async def _drop_vanished(self) -> None:
        """Break streams whose client ended its input and then went away altogether.

        Nothing reports that: a connection that has been read to its end is not read again.
        """
        while True:
            await asyncio.sleep(_LOOK_FOR_VANISHED)
            for client in tuple(self._clients):
                partner = client.partner
                if (
                    client.finished
                    and partner is not None
                    and not partner.lost
                    and not partner.transport.get_write_buffer_size()
                    and client.vanished()
                ):
                    partner.reset()
                    client.transport.abort()


async def _refuse(client: End, error: MachineError) -> None:
    """Answer the request with the machine's problem, in the form of the engine's own errors."""
    message = " ".join(part for part in (f"{error}.", error.hint) if part)
    body = msgspec.json.encode({"message": message})
    head = (
        "HTTP/1.1 503 Service Unavailable\r\n"
        "Content-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    ).encode()
    if client.lost:
        return
    drain = _Drain(client)
    client.transport.set_protocol(drain)
    client.transport.write(head if client.waiting.startswith(b"HEAD ") else head + body)
    client.finish()
    if client.finished:
        client.transport.close()
        return
    client.transport.resume_reading()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_DRAIN_LIMIT):
            await drain.done.wait()
    client.transport.close()


class _Drain(asyncio.Protocol):
    """Reads the rest of a request, for a client may not look at the answer before it is sent."""

    def __init__(self, client: End) -> None:
        self._client = client
        self.done = asyncio.Event()

    @override
    def data_received(self, data: bytes) -> None:
        pass

    @override
    def eof_received(self) -> bool:
        self.done.set()
        return True

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self.done.set()
        self._client.connection_lost(exc)
