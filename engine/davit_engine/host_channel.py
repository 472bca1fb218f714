"""The channel from an engine in a virtual machine to the program that runs the machine.

Newline-delimited JSON over a virtio-serial port, in which each side may be restarted at any time:

    engine: {"id": 7, "method": "publish", "params": {…}}
    host:   {"id": 7, "result": {…}} or {"id": 7, "error": {"kind": "taken", "message": "…"}}
    host:   {"event": "hello", "version": 1}, whenever it has connected
    host:   {"event": "clock", "unix_ns": …}, when it has been asleep

State is told again and never assumed: the engine sends `republish` when it starts and after each
hello. A line has at most 64 KiB; empty lines mean nothing. The other side of this file is
davit_vm.channel.
"""

import asyncio
import errno
import itertools
import logging
import os
import secrets
import select
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Final, Literal, TypeVar

import msgspec

from davit_engine.errors import EngineError, Unavailable

T = TypeVar("T")

LONGEST_LINE: Final = 64 << 10
"""Bytes, its end included."""

PATIENCE: Final = 15.0
"""Seconds until a request fails: to find the host and to have its answer."""

AWAY: Final = 0.25
"""Seconds between two looks whether a host that has gone is back."""

_READ: Final = 64 << 10
_WRITE: Final = 32 << 10
"""Bytes that virtio-serial takes at once."""
_MOST_UNSENT: Final = 1 << 20
"""Bytes that may wait for a host that does not read."""

log = logging.getLogger(__name__)


Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
WishedPort = Annotated[int, msgspec.Meta(ge=0, le=65535)]
Nanoseconds = Annotated[int, msgspec.Meta(ge=0, le=(1 << 63) - 1)]
"""Since the epoch."""


class Publish(msgspec.Struct, frozen=True, kw_only=True):
    """Open a port of the host and lead it to one of this machine."""

    protocol: Literal["tcp", "udp"]
    host_ip: str
    host_port: WishedPort
    """0 lets the host choose."""
    guest_port: Port
    container: str
    """Name, for what the host tells its user."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A port of the host that is open."""

    host_ip: str
    host_port: Port


class Unpublish(msgspec.Struct, frozen=True, kw_only=True):
    """Close a port of the host; one that is closed already is no error."""

    protocol: Literal["tcp", "udp"]
    host_ip: str
    host_port: Port


class Republish(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All ports there are; the host closes every other, once a list without `more` has come."""

    ports: tuple[Publish, ...]
    more: bool = False


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why the host did not do it."""

    kind: str
    """publish: taken, permission, address, invalid, failed; share: not-shared, missing, failed."""
    message: str


class Restored(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one port of a `republish`: address and port, or the error."""

    host_ip: str = ""
    host_port: WishedPort = 0
    error: Failure | None = None


class Republished(msgspec.Struct, frozen=True, kw_only=True):
    """One entry for each port of the request, in its order."""

    ports: tuple[Restored, ...]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Make a folder or file of the host reachable in this machine."""

    path: str
    """As the user gave it, in the host's own notation."""
    read_only: bool
    create: bool
    """Whether to make a folder where there is nothing."""


class Shared(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where it is."""

    guest_path: str
    read_only: bool = False
    """Whether the user shares it for reading only."""


class Nothing(msgspec.Struct, frozen=True):
    """An answer or a question without content."""


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """The host's clock."""

    unix_ns: Nanoseconds


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One line to the host."""

    id: int
    method: str
    params: Publish | Unpublish | Republish | Share | Nothing


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the host: the answer to a request, or an event."""

    id: int | None = None
    result: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    error: Failure | None = None
    event: str = ""
    unix_ns: Nanoseconds = 0


class HostAway(Unavailable):
    """The host did not answer."""


class HostRefused(EngineError):
    """The host answered that it cannot; `str()` is its sentence."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message[:2000] or f"the host refused ({failure.kind})")
        self.kind = failure.kind


class HostChannel:
    """Asks the host. It may be away for a while: requests wait, and fail with words in the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._there = asyncio.Event()
        self._descriptor = -1
        self._lost: asyncio.Future[None] | None = None
        self._unsent = bytearray()
        self._writing = False
        self._lines = Lines()
        self._ids = itertools.count(secrets.randbelow(1 << 31))
        self._waiting: dict[int, asyncio.Future[msgspec.Raw]] = {}
        self._task: asyncio.Task[None] | None = None
        self.on_hello: list[Callable[[], None]] = []
        """Called when the connection is new, or a host says hello: it may know nothing of what was
        told before."""
        self.on_clock: list[Callable[[int], None]] = []
        """Called with the host's clock, in nanoseconds, when ours may have stood still."""

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def aclose(self) -> None:
        """Idempotent. What waits for an answer fails."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    @property
    def connected(self) -> bool:
        return self._there.is_set()

    async def wait_connected(self, patience: float | None = PATIENCE) -> None:
        """Raises HostAway after so many seconds, or waits for ever."""
        try:
            async with asyncio.timeout(patience):
                await self._there.wait()
        except TimeoutError as error:
            raise _away() from error

    async def request(
        self,
        method: str,
        params: Publish | Unpublish | Republish | Share | Nothing,
        kind: type[T],
        *,
        patience: float = PATIENCE,
    ) -> T:
        """The host's answer. Raises HostAway and HostRefused."""
        number = next(self._ids)
        line = msgspec.json.encode(Request(id=number, method=method, params=params)) + b"\n"
        answer: asyncio.Future[msgspec.Raw] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience):
                await self._there.wait()
                self._waiting[number] = answer
                self._send(line)
                result = await answer
        except TimeoutError as error:
            raise _away() from error
        finally:
            self._waiting.pop(number, None)
        try:
            return msgspec.json.decode(result, type=kind)
        except msgspec.DecodeError as error:
            raise HostAway(
                f"the program that runs this machine gave an answer to {method!r} that is not "
                f"understood ({error}); are both of the same version?"
            ) from error

    # The connection

    async def _run(self) -> None:
        told = False
        while True:
            try:
                descriptor, keeps = _open(self._path)
            except OSError as error:
                if not told:
                    log.warning("no channel to the host at %s yet: %s", self._path, error.strerror)
                told = True
                await asyncio.sleep(AWAY)
                continue
            told = False
            try:
                while True:
                    # A port whose host is away reads as ended and never blocks.
                    while _hung_up(descriptor):  # noqa: ASYNC110 - the kernel has no event for it
                        await asyncio.sleep(AWAY)
                    await self._speak(descriptor)
                    if not keeps:
                        break
                    await asyncio.sleep(AWAY)
            finally:
                os.close(descriptor)

    async def _speak(self, descriptor: int) -> None:
        """Carry lines both ways until the host has gone."""
        loop = asyncio.get_running_loop()
        self._descriptor = descriptor
        self._lost = loop.create_future()
        self._lines = Lines()
        # An engine before this one may have been ended in the middle of a line.
        self._unsent = bytearray(b"\n")
        loop.add_reader(descriptor, self._readable)
        try:
            self._flush()
            self._there.set()
            log.info("the channel to the host is open")
            self._tell_of_hello()
            await self._lost
        finally:
            self._there.clear()
            loop.remove_reader(descriptor)
            self._stop_writing()
            self._descriptor = -1
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(_away())
        log.info("the host has left the channel")

    def _tell_of_hello(self) -> None:
        for hello in self.on_hello:
            hello()

    def _gone(self) -> None:
        if self._lost is not None and not self._lost.done():
            self._lost.set_result(None)

    def _send(self, line: bytes) -> None:
        if len(self._unsent) > _MOST_UNSENT:
            log.warning("the host does not read what it is told; starting anew")
            self._gone()
            return
        self._unsent += line
        self._flush()

    def _flush(self) -> None:
        while self._unsent:
            try:
                written = os.write(self._descriptor, self._unsent[:_WRITE])
            except BlockingIOError:
                if not self._writing:
                    asyncio.get_running_loop().add_writer(self._descriptor, self._flush)
                    self._writing = True
                return
            except OSError as error:
                log.debug("writing to the host: %s", error)
                self._gone()
                break
            del self._unsent[:written]
        self._stop_writing()

    def _stop_writing(self) -> None:
        if self._writing:
            asyncio.get_running_loop().remove_writer(self._descriptor)
            self._writing = False

    def _readable(self) -> None:
        try:
            data = os.read(self._descriptor, _READ)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.EIO:  # a pseudo terminal whose other side was closed
                log.debug("reading from the host: %s", error)
            data = b""
        if not data:
            self._gone()
            return
        for line in self._lines.feed(data):
            self._hear(line)

    def _hear(self, line: bytes) -> None:
        try:
            message = parse(line)
        except msgspec.DecodeError as error:
            log.warning("the host sent a line that is not understood: %s", error)
            return
        if message.event == "hello":
            self._tell_of_hello()
        elif message.event == "clock" and message.unix_ns:
            for clock in self.on_clock:
                clock(message.unix_ns)
        elif message.id is not None:
            answer = self._waiting.get(message.id)
            if answer is None or answer.done():
                return  # It came too late, or answers an engine before this one.
            if message.error is not None:
                answer.set_exception(HostRefused(message.error))
            else:
                answer.set_result(
                    msgspec.Raw(b"{}") if message.result is msgspec.UNSET else message.result
                )


class Lines:
    """Cuts what is read into lines; one that is too long is left out."""

    def __init__(self) -> None:
        self._partial = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The lines that are complete now, without their ends; empty ones are left out."""
        *complete, rest = data.split(b"\n")
        for piece in complete:
            self._partial += piece
            line = bytes(self._partial)
            self._partial.clear()
            if self._skipping or len(line) >= LONGEST_LINE:
                self._skipping = False
                log.warning("the host sent a line of more than %d bytes", LONGEST_LINE)
            elif line:
                yield line
        self._partial += rest
        if len(self._partial) >= LONGEST_LINE:
            self._skipping = True
            self._partial.clear()


def parse(line: bytes) -> Message:
    """Raises msgspec.DecodeError for what is no message of a host."""
    return _DECODER.decode(line)


_DECODER: Final = msgspec.json.Decoder(Message)


def _open(path: Path) -> tuple[int, bool]:
    """A descriptor that never blocks, and whether it outlives the host. Raises OSError."""
    if stat.S_ISSOCK(path.stat().st_mode):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            connection.connect(str(path))
            connection.setblocking(False)
        except OSError:
            connection.close()
            raise
        return connection.detach(), False
    return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC), True


def _hung_up(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLOUT)
    return any(events & select.POLLHUP for _, events in poll.poll(0))


def _away() -> HostAway:
    return HostAway(
        "the program on the host that runs this machine does not answer; see whether it runs with "
        "`davit machine status`, and try again"
    )
