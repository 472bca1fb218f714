"""The host channel: the engine in the guest asks the host for ports, folders and the time.

Newline-delimited JSON over the virtio-serial port org.davit.host, at most 64 KiB a line. The guest
asks `{"id": 1, "method": "publish", "params": {…}}`, the host answers `{"id": 1, "result": {…}}`
or `{"id": 1, "error": {"kind": "taken", "message": "…"}}` and tells news as `{"event": "clock",
"unix_ns": …}`. Either side may restart at any time: on `hello` the engine asks for all its ports
again (`republish`), and an empty line only ends what a predecessor left unfinished.

The guest is not trusted. A line that is too long, too deep or no request costs it an answer in
words or nothing, and no more than a few of its requests are worked on at a time.
"""

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Literal, Protocol

import msgspec

from davit_vm.errors import MachineError, Unreachable
from davit_vm.status import Forward

log = logging.getLogger(__name__)

VERSION: Final = 1
LONGEST_LINE: Final = 64 * 1024
MOST_AT_ONCE: Final = 32
"""Requests that are worked on; the next is read when one of them is answered."""
MOST_PORTS: Final = 4096
"""Of one republish, over all its lines."""
_PAUSES: Final = (0.2, 0.5, 1.0)
_MOST_NOTES: Final = 10
"""Of one connection; a guest that floods the channel does not flood the log."""
_WRITE_LIMIT: Final = 5.0
"""Seconds; a guest that does not read loses the connection and says hello again."""

_KINDS: Final = {
    "port-taken": "taken",
    "port-refused": "permission",
    "port-address": "address",
    "bad-setting": "invalid",
    "not-shared": "not-shared",
    "share-missing": "missing",
}


class PortParams(msgspec.Struct, frozen=True, kw_only=True):
    """One port of `publish` and `republish`."""

    protocol: Literal["tcp", "udp"]
    host_ip: str = "127.0.0.1"
    host_port: int = 0
    """0: the host chooses."""
    guest_port: int
    container: str = ""


class UnpublishParams(msgspec.Struct, frozen=True, kw_only=True):
    protocol: Literal["tcp", "udp"]
    host_ip: str
    host_port: int


class RepublishParams(msgspec.Struct, frozen=True, kw_only=True):
    """All ports of the engine, over as many lines as they need."""

    ports: tuple[PortParams, ...] = ()
    more: bool = False


class ShareParams(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    read_only: bool = False
    create: bool = False
    """Make a missing folder, as docker's -v does."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    method: str
    params: msgspec.Raw = msgspec.Raw(b"{}")


class Malformed(Exception):
    """A line that is not a request; there is nobody to answer."""


def parse_request(line: bytes) -> Request:
    """Raises Malformed."""
    if len(line) > LONGEST_LINE:
        raise Malformed(f"a line is longer than {LONGEST_LINE} bytes")
    try:
        return msgspec.json.decode(line, type=Request)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Malformed(f"not a request: {error}") from error


def result_line(id: int, result: dict[str, Any]) -> bytes:
    return msgspec.json.encode({"id": id, "result": result}) + b"\n"


def error_line(id: int, kind: str, message: str) -> bytes:
    return msgspec.json.encode({"id": id, "error": _error(kind, message)}) + b"\n"


def event_line(event: str, **values: int) -> bytes:
    return json.dumps({"event": event, **values}).encode() + b"\n"


def _error(kind: str, message: str) -> dict[str, str]:
    return {"kind": kind, "message": message}


def error_kind(error: MachineError) -> str:
    """The word of the channel for an error of the machine."""
    return _KINDS.get(error.kind, "failed")


def _words(error: MachineError) -> str:
    return f"{error}. {error.hint}" if error.hint else str(error)


class PublishedPorts(Protocol):
    """What opens ports of the host; `ports.Ports` does."""

    async def open(self, forward: Forward) -> Forward: ...
    async def close(self, protocol: str, host_ip: str, host_port: int) -> None: ...
    async def reconcile(self, wanted: Sequence[Forward]) -> list[Forward | MachineError]: ...


class SharedFolders(Protocol):
    """What finds host folders in the guest; `shares.place.Shares` does."""

    async def place(self, path: str, *, read_only: bool, create: bool) -> tuple[str, bool]:
        """The path in the guest, and whether it is read-only there."""
        ...


class ChannelHost(Protocol):
    """What connects to QEMU's socket; `host.Host` does."""

    async def open_stream(
        self, path: Path, *, limit: int = ...
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]: ...


class HostChannel:
    """The host's side; `run` serves it until it is cancelled."""

    def __init__(
        self,
        host: ChannelHost,
        path: Path,
        ports: PublishedPorts,
        shares: SharedFolders,
        *,
        note: Callable[[str], None] = log.warning,
    ) -> None:
        self._host = host
        self._path = path
        self._ports = ports
        self._shares = shares
        self._note = note
        self._writer: asyncio.StreamWriter | None = None
        self._writing = asyncio.Lock()
        self._republished: list[Forward] = []
        self._notes = 0

    @property
    def connected(self) -> bool:
        return self._writer is not None

    async def run(self) -> None:
        """Connect whenever QEMU listens, say hello and answer, for ever."""
        tries = 0
        while True:
            try:
                reader, writer = await self._host.open_stream(self._path, limit=LONGEST_LINE)
            except (Unreachable, OSError):
                await asyncio.sleep(_PAUSES[min(tries, len(_PAUSES) - 1)])
                tries += 1
                continue
            tries = 0
            try:
                await self._serve(reader, writer)
            except OSError as error:
                log.info("The host channel broke: %s", error)
            finally:
                self._writer = None
                writer.transport.abort()
            await asyncio.sleep(_PAUSES[0])

    async def send_clock(self) -> None:
        """Tell the guest the time, as after a sleep of the host; nothing when it is not there."""
        if self._writer is not None:
            with contextlib.suppress(OSError, TimeoutError):
                await self._send(event_line("clock", unix_ns=time.time_ns()))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._republished = []
        self._notes = 0
        slots = asyncio.Semaphore(MOST_AT_ONCE)
        # The empty line ends what the guest still holds of an interrupted one.
        await self._send(b"\n" + event_line("hello", version=VERSION))
        await self._send(event_line("clock", unix_ns=time.time_ns()))
        try:
            async with asyncio.TaskGroup() as group:
                too_long = False
                while True:
                    try:
                        line = await reader.readuntil(b"\n")
                    except asyncio.LimitOverrunError as error:
                        await reader.readexactly(error.consumed)
                        too_long = True
                        continue
                    except asyncio.IncompleteReadError:
                        return
                    if too_long:
                        too_long = False
                        self._complain("a line that is too long")
                        continue
                    if line.strip():
                        await slots.acquire()
                        group.create_task(self._answer(line, slots))
        except ExceptionGroup as group_of:
            raise group_of.exceptions[0] from group_of

    async def _answer(self, line: bytes, slots: asyncio.Semaphore) -> None:
        try:
            try:
                request = parse_request(line)
            except Malformed as error:
                self._complain(f"what is {error}")
                return
            try:
                answer = result_line(request.id, await self._result(request))
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
                answer = error_line(request.id, "invalid", f"{request.method}: {error}")
            except MachineError as error:
                answer = error_line(request.id, error_kind(error), _words(error))
            except OSError as error:
                answer = error_line(request.id, "failed", f"{request.method}: {error}")
            await self._send(answer)
        except TimeoutError as error:
            raise ConnectionError("the guest does not read its answers") from error
        finally:
            slots.release()

    async def _result(self, request: Request) -> dict[str, Any]:
        match request.method:
            case "publish":
                port = msgspec.json.decode(request.params, type=PortParams)
                return _address(await self._ports.open(_forward(port)))
            case "unpublish":
                gone = msgspec.json.decode(request.params, type=UnpublishParams)
                await self._ports.close(gone.protocol, gone.host_ip, gone.host_port)
                return {}
            case "republish":
                return await self._republish(
                    msgspec.json.decode(request.params, type=RepublishParams)
                )
            case "share":
                share = msgspec.json.decode(request.params, type=ShareParams)
                guest_path, read_only = await self._shares.place(
                    share.path, read_only=share.read_only, create=share.create
                )
                return {"guest_path": guest_path, "read_only": read_only}
            case "clock":
                return {"unix_ns": time.time_ns()}
            case unknown:
                raise MachineError(f"The host does not know the request {unknown[:40]!r}")

    async def _republish(self, params: RepublishParams) -> dict[str, Any]:
        if len(self._republished) + len(params.ports) > MOST_PORTS:
            self._republished = []
            raise MachineError("Cannot open the ports", f"there are more than {MOST_PORTS}")
        wanted = [_forward(port) for port in params.ports]
        first = len(self._republished)
        self._republished += wanted
        if params.more:
            # Opened as they come, so that the answer to each line is about its own ports.
            return {
                "ports": [
                    await self._open_early(number, forward)
                    for number, forward in enumerate(wanted, first)
                ]
            }
        everything, self._republished = self._republished, []
        outcomes = await self._ports.reconcile(everything)
        return {"ports": [_outcome(outcome) for outcome in outcomes[first:]]}

    async def _open_early(self, number: int, forward: Forward) -> dict[str, Any]:
        collected = self._republished
        try:
            opened = await self._ports.open(forward)
        except MachineError as error:
            return _outcome(error)
        # With the port that was chosen, so that the whole list means the same one.
        if number < len(collected):
            collected[number] = opened
        return _address(opened)

    def _complain(self, what: str) -> None:
        self._notes += 1
        if self._notes <= _MOST_NOTES:
            self._note(f"The guest sent over the host channel {what}")

    async def _send(self, line: bytes) -> None:
        writer = self._writer
        if writer is None:
            return
        async with self._writing, asyncio.timeout(_WRITE_LIMIT):
            writer.write(line)
            await writer.drain()


def _forward(port: PortParams) -> Forward:
    return Forward(
        protocol=port.protocol,
        host_ip=port.host_ip,
        host_port=port.host_port,
        guest_port=port.guest_port,
        container=port.container[:128],
    )


def _address(forward: Forward) -> dict[str, Any]:
    return {"host_ip": forward.host_ip, "host_port": forward.host_port}


def _outcome(outcome: Forward | MachineError) -> dict[str, Any]:
    if isinstance(outcome, MachineError):
        return {"error": _error(error_kind(outcome), _words(outcome))}
    return _address(outcome)
