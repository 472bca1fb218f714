"""Talk to the supervisor: newline-delimited JSON over a socket that only its user can open.

A client sends `{"id", "method", "params"}` and gets `{"id", "result"}` or `{"id", "error"}` with
the parts of a `MachineError`. Calls on one connection are answered in order; a client that wants
two things at once opens two. After `events` the connection carries `{"event": Event}` until either
side closes it. A client that goes away does not undo what it asked for.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Any, Self

import msgspec

from davit_vm.endpoint.listeners import Listener, connect, serve
from davit_vm.errors import MachineError, WireError, from_wire, to_wire
from davit_vm.events import Events
from davit_vm.host.host import Host
from davit_vm.paths import Paths
from davit_vm.status import Event

log = logging.getLogger(__name__)

LINE = 4 * 1024 * 1024
"""Longest message in bytes; a status with a thousand forwards is a tenth of it."""
SEND = 30.0
"""Seconds that a reader may leave its socket full before it is dropped."""

Handler = Callable[[dict[str, Any]], Awaitable[Any]]


class _Call(msgspec.Struct, frozen=True):
    id: int
    method: str
    params: dict[str, Any] = {}


class _Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: int = 0
    result: msgspec.Raw = msgspec.Raw(b"null")
    error: WireError | None = None
    event: Event | None = None


class SupervisorGoneError(ConnectionError):
    """The connection closed before the answer came; the call may have been carried out."""


def address(host: Host, paths: Paths) -> str:
    """Where the supervisor of a machine listens: unix://… or npipe://…"""
    if host.docker_host(paths).startswith("unix://"):
        return f"unix://{paths.control_socket}"
    return "npipe://" + paths.control_pipe.replace("\\", "/")


def _line(**fields: Any) -> bytes:
    return msgspec.json.encode(fields) + b"\n"


class Server:
    """Answers calls with `handlers` and streams `events`, for as many clients as come."""

    def __init__(self, handlers: Mapping[str, Handler], events: Events) -> None:
        self._handlers = handlers
        self._events = events
        self._tasks: set[asyncio.Task[None]] = set()
        self._listener: Listener | None = None
        self.last_seen = asyncio.get_running_loop().time()
        """Loop time when the last client left."""

    @property
    def clients(self) -> int:
        return len(self._tasks)

    async def start(self, address: str) -> None:
        """Listen for clients of this user; raises AlreadyRunning when somebody does so already."""
        self._listener = await serve(address, self._protocol)

    async def aclose(self) -> None:
        """Take no more clients, end the streams of events, and drop who is there."""
        listener, self._listener = self._listener, None
        if listener is not None:
            await listener.close()
        self._events.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _protocol(self) -> asyncio.Protocol:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=LINE, loop=loop)
        return asyncio.StreamReaderProtocol(reader, self._arrived, loop=loop)

    def _arrived(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._converse(reader, writer), name="control")
        self._tasks.add(task)
        task.add_done_callback(self._left)

    def _left(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.last_seen = asyncio.get_running_loop().time()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                try:
                    call = msgspec.json.decode(line, type=_Call)
                except msgspec.DecodeError:
                    return
                if call.method == "events":
                    await self._stream(reader, writer)
                    return
                writer.write(await self._answer(call))
                await writer.drain()
        except (OSError, ValueError):
            return
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, call: _Call) -> bytes:
        handler = self._handlers.get(call.method)
        try:
            if handler is None:
                raise MachineError(
                    f"The supervisor does not know “{call.method}”",
                    why="it is of another version than this program",
                    hint="Stop the machine and start it again: davit machine restart",
                )
            return _line(id=call.id, result=await handler(call.params))
        except MachineError as error:
            return _line(id=call.id, error=to_wire(error))
        except Exception as error:
            log.exception("%s failed", call.method)
            what = f"The supervisor stumbled over “{call.method}”"
            why = f"{type(error).__name__}: {error}"
            hint = "Its log has the whole story: davit machine logs"
            return _line(id=call.id, error=WireError(kind="failed", what=what, why=why, hint=hint))

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def push() -> None:
            async with contextlib.aclosing(self._events.read()) as events:
                async for event in events:
                    writer.write(_line(event=event))
                    await asyncio.wait_for(writer.drain(), SEND)

        async def wait_for_the_end() -> None:
            while await reader.read(4096):
                pass

        tasks = [asyncio.create_task(push()), asyncio.create_task(wait_for_the_end())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


class Client:
    """One connection to the supervisor; `async with Client(address) as supervisor`.

    Entering raises OSError when there is no supervisor.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._calls = 0

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._reader = asyncio.StreamReader(limit=LINE, loop=loop)
        protocol = asyncio.StreamReaderProtocol(self._reader, loop=loop)
        transport: Any = await connect(self._address, lambda: protocol)
        self._writer = asyncio.StreamWriter(transport, protocol, self._reader, loop)
        return self

    async def __aexit__(self, *error: object) -> None:
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def call(self, method: str, kind: Any = None, **params: Any) -> Any:
        """The answer, decoded as `kind`; raises what was raised there, or SupervisorGoneError."""
        self._calls += 1
        await self._send(_line(id=self._calls, method=method, params=params))
        message = await self._receive()
        if message.error is not None:
            raise from_wire(message.error)
        if kind is None:
            return None
        return msgspec.json.decode(message.result, type=kind)

    async def events(self) -> AsyncGenerator[Event, None]:
        """Events until the supervisor ends; the first one tells how things stand."""
        await self._send(_line(id=0, method="events"))
        while True:
            try:
                message = await self._receive()
            except SupervisorGoneError:
                return
            if message.event is not None:
                yield message.event

    async def _send(self, line: bytes) -> None:
        try:
            self._writer.write(line)
            await self._writer.drain()
        except OSError as error:
            raise SupervisorGoneError("the supervisor ended") from error

    async def _receive(self) -> _Message:
        try:
            line = await self._reader.readline()
        except OSError as error:
            raise SupervisorGoneError("the supervisor ended") from error
        if not line.endswith(b"\n"):
            raise SupervisorGoneError("the supervisor ended")
        return msgspec.json.decode(line, type=_Message)
