"""The few QMP commands and events that a machine needs."""

import asyncio
import contextlib
import errno
import re
import socket
import time
from collections.abc import AsyncGenerator
from typing import Any, Final

import msgspec
from qemu.qmp import ExecInterruptedError, ExecuteError, QMPClient, QMPError, Runstate
from qemu.qmp.events import EventListener
from qemu.qmp.protocol import StateError

from davit_vm.errors import (
    BadSetting,
    PortRefused,
    PortTaken,
    QemuFailed,
    Unreachable,
)
from davit_vm.host.host import Host
from davit_vm.paths import Paths
from davit_vm.qemu.command import (
    BALLOON_PATH,
    DATA_NODE,
    GUEST_ADDRESS,
    NETDEV,
    HostForward,
    forward_rule,
)

DISCONNECTED: Final = "DISCONNECTED"
"""Name of the last event: the monitor is gone, mostly since QEMU is."""
_EVENTS: Final = (
    "SHUTDOWN",
    "RESET",
    "STOP",
    "RESUME",
    "POWERDOWN",
    "GUEST_PANICKED",
    "BLOCK_IO_ERROR",
)
_UNKNOWN: Final = 2**64 - 1
_STATISTICS_EVERY: Final = 5
"""Seconds between two looks of QEMU at the guest's memory."""
_LOOK_AGAIN: Final = 0.02
_USERNET_LINE: Final = re.compile(
    r"^\s*(TCP|UDP)\[HOST_FORWARD\]\s+-?\d+\s+(\S+)\s+(\d+)\s+(\S+)\s+(\d+)\b", re.MULTILINE
)


class MonitorEvent(msgspec.Struct, frozen=True, kw_only=True):
    """News of QEMU, by its QMP name."""

    name: str
    data: dict[str, Any] = {}
    time: float
    """Seconds since the epoch."""


class GuestMemory(msgspec.Struct, frozen=True, kw_only=True):
    """What the guest's balloon driver tells, in bytes."""

    total: int
    available: int


class Monitor:
    """A connection to the monitor of a running QEMU."""

    def __init__(self, host: Host, client: QMPClient, listener: EventListener) -> None:
        self._host = host
        self._client = client
        self._listener = listener
        self._watch = asyncio.create_task(self._until_disconnected(), name="watch QMP")
        self._parting: asyncio.Task[None] | None = None
        self._forwarding = asyncio.Lock()
        self._polling = False

    @classmethod
    async def connect(cls, host: Host, paths: Paths, limit: float = 10.0) -> "Monitor":
        """Raises Unreachable when the monitor has not answered within `limit` seconds."""
        reason = "nobody listens there"
        client = QMPClient("davit")
        client.logger.disabled = True
        listener = EventListener(_EVENTS)
        try:
            async with asyncio.timeout(limit):
                while True:
                    try:
                        connection = await host.connect(paths.qmp_socket)
                    except OSError as error:
                        reason = error.strerror or str(error)
                        await asyncio.sleep(_LOOK_AGAIN)
                        continue
                    client.register_listener(listener)
                    try:
                        await client.connect(connection)
                    except BaseException:
                        connection.close()
                        raise
                    return cls(host, client, listener)
        except (TimeoutError, QMPError) as error:
            if isinstance(error, QMPError):
                reason = str(error)
            raise Unreachable(
                "QEMU does not answer",
                f"{paths.qmp_socket}: {reason}",
                "End it and start again: davit machine stop && davit machine start",
            ) from error

    async def close(self) -> None:
        """Let go of the connection; QEMU runs on."""
        self._watch.cancel()
        await asyncio.wait((self._watch,))
        await asyncio.wait((self._part(),))

    async def events(self) -> AsyncGenerator[MonitorEvent, None]:
        """Events since the connection was made, for one listener; the last is DISCONNECTED."""
        while True:
            heard = asyncio.create_task(self._listener.get())
            try:
                await asyncio.wait((heard, self._watch), return_when=asyncio.FIRST_COMPLETED)
                if heard.done():
                    yield _event(dict(heard.result()))
                    continue
            finally:
                heard.cancel()
            if self._listener.empty():
                yield MonitorEvent(name=DISCONNECTED, time=time.time())
                return

    # ---- running and stopping

    async def status(self) -> str:
        """QEMU's RunState: running, paused, internal-error, io-error, shutdown, …"""
        answer = await self._execute("query-status")
        return str(answer["status"])

    async def resume(self) -> None:
        await self._execute("cont")

    async def pause(self) -> None:
        await self._execute("stop")

    async def power_down(self) -> None:
        """Press the power button; the guest decides when it is done."""
        await self._execute("system_powerdown")

    async def quit(self) -> None:
        """End QEMU at once. Gone already is no error."""
        with contextlib.suppress(Unreachable):
            await self._execute("quit")

    # ---- memory and disk

    async def memory(self) -> GuestMemory | None:
        """None until the guest's driver has reported for the first time."""
        if not self._polling:
            await self._execute(
                "qom-set",
                path=BALLOON_PATH,
                property="guest-stats-polling-interval",
                value=_STATISTICS_EVERY,
            )
            self._polling = True
        answer = await self._execute("qom-get", path=BALLOON_PATH, property="guest-stats")
        return parse_memory(answer)

    async def balloon(self, size: int) -> None:
        """Leave the guest `size` bytes; what it can spare of the rest goes back to the host."""
        await self._execute("balloon", value=size)

    async def resize_disk(self, size: int) -> None:
        """Grow the data disk under the running guest; bytes."""
        await self._execute("block_resize", **{"node-name": DATA_NODE, "size": size})

    # ---- ports

    async def forwards(self) -> tuple[HostForward, ...]:
        """Ports that QEMU listens on now."""
        return parse_forwards(await self._human("info usernet"))

    async def add_forward(self, forward: HostForward) -> HostForward:
        """Open a port; with `host_port` 0 the answer says which.

        Raises PortTaken, PortRefused, BadSetting and Unreachable.
        """
        rule = forward_rule(forward)
        async with self._forwarding:
            if forward.protocol == "udp" and forward.host_port:
                # QEMU lets UDP ports be shared, and then one of both listens in vain.
                await self._check_free(forward)
            before = await self.forwards() if forward.host_port == 0 else ()
            answer = await self._human(f"hostfwd_add {NETDEV} {rule}")
            if answer:
                await self._check_free(forward)
                raise PortRefused(f"Cannot open {forward}", answer)
            if forward.host_port:
                return forward
            return _new(forward, before, await self.forwards())

    async def remove_forward(self, forward: HostForward) -> bool:
        """Close a port; False when it was not open."""
        address = f"{forward.protocol}:{forward.host_ip}:{forward.host_port}"
        async with self._forwarding:
            answer = await self._human(f"hostfwd_remove {NETDEV} {address}")
        if answer.endswith("removed"):
            return True
        if answer.endswith("not found"):
            return False
        raise QemuFailed(f"Cannot close {forward}", answer)

    async def _check_free(self, forward: HostForward) -> None:
        """Raise what the system says about listening there, in words."""
        what = f"Cannot open {forward}"
        refusal = _try_to_listen(forward)
        if refusal == 0:
            return
        if refusal == errno.EADDRINUSE:
            holder = await asyncio.to_thread(
                self._host.port_holder, forward.protocol, forward.host_ip, forward.host_port
            )
            used = f"it is in use by {holder}" if holder else "it is in use"
            raise PortTaken(what, used, "Stop that program, or publish another port.")
        if refusal in (errno.EACCES, errno.EPERM):
            rule = self._host.low_port_rule(forward.host_port)
            raise PortRefused(what, "this user may not listen there", rule)
        if refusal == errno.EADDRNOTAVAIL:
            raise BadSetting(
                what,
                f"this computer has no address {forward.host_ip}",
                "Publish on 127.0.0.1, or on an address that it has.",
            )

    # ---- QMP

    async def _execute(self, command: str, **arguments: object) -> Any:
        try:
            return await self._client.execute(command, arguments)
        except ExecuteError as error:
            raise QemuFailed(f"QEMU refused {command}", str(error)) from error
        except (ExecInterruptedError, StateError, OSError, EOFError) as error:
            raise Unreachable("QEMU does not answer", f"it is gone ({command})") from error

    async def _human(self, line: str) -> str:
        answer = await self._execute("human-monitor-command", **{"command-line": line})
        return str(answer).strip()

    async def _until_disconnected(self) -> None:
        while self._client.runstate is Runstate.RUNNING:
            await self._client.runstate_changed()
        await asyncio.shield(self._part())

    def _part(self) -> asyncio.Task[None]:
        """The one task that puts the connection away; ended half-way it would lose an exception."""
        if self._parting is None:
            self._parting = asyncio.create_task(self._disconnect(), name="disconnect QMP")
        return self._parting

    async def _disconnect(self) -> None:
        # What ended the connection is told by the events.
        with contextlib.suppress(QMPError, OSError, EOFError):
            await self._client.disconnect()


def parse_forwards(text: str) -> tuple[HostForward, ...]:
    """The forwards in the answer to `info usernet`; its other lines are connections."""
    return tuple(
        HostForward(
            protocol="tcp" if protocol == "TCP" else "udp",
            host_ip="0.0.0.0" if address == "*" else address,
            host_port=int(port),
            guest_port=int(guest_port),
        )
        for protocol, address, port, guest, guest_port in _USERNET_LINE.findall(text)
        if guest == GUEST_ADDRESS
    )


def parse_memory(answer: Any) -> GuestMemory | None:
    """From guest-stats of virtio-balloon, where all bits set mean that nobody has told."""
    statistics = answer.get("stats", {})
    total = statistics.get("stat-total-memory", _UNKNOWN)
    available = statistics.get("stat-available-memory", _UNKNOWN)
    if not answer.get("last-update") or _UNKNOWN in (total, available) or -1 in (total, available):
        return None
    return GuestMemory(total=total, available=available)


def _new(
    asked: HostForward, before: tuple[HostForward, ...], after: tuple[HostForward, ...]
) -> HostForward:
    known = set(before)
    for found in after:
        wanted = (asked.protocol, asked.host_ip, asked.guest_port)
        if found not in known and wanted == (found.protocol, found.host_ip, found.guest_port):
            return found
    raise QemuFailed(f"Cannot open {asked}", "QEMU does not say which port it has chosen")


def _try_to_listen(forward: HostForward) -> int:
    """0, or the errno with which the system refuses."""
    kind = socket.SOCK_STREAM if forward.protocol == "tcp" else socket.SOCK_DGRAM
    with socket.socket(socket.AF_INET, kind) as attempt:
        if forward.protocol == "tcp" and hasattr(socket, "SO_REUSEPORT"):
            # As QEMU does; on Windows the option would mean to push another program aside.
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((forward.host_ip, forward.host_port))
            if forward.protocol == "tcp":
                attempt.listen(1)
        except OSError as error:
            return error.errno or errno.EINVAL
    return 0


def _event(message: dict[str, Any]) -> MonitorEvent:
    stamp = message.get("timestamp", {})
    moment = stamp.get("seconds", 0) + stamp.get("microseconds", 0) / 1e6
    return MonitorEvent(
        name=str(message["event"]), data=message.get("data", {}), time=moment or time.time()
    )
