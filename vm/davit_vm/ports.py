"""Ports of the host that lead into the machine.

QEMU carries them, by rules that are added and removed while it runs. It has no IPv6, so a port on
an IPv6 address is a listener of our own in front of a rule on 127.0.0.1.

The list here is what the engine asked for. Rules can be lost (QEMU was restarted, another program
talked to its monitor); `watch` makes them again. The engine tells the whole list whenever either
side has restarted, so nothing is written to disk.
"""

import asyncio
import contextlib
import errno
import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Final, Protocol

import msgspec
from typing_extensions import override

from davit_vm.errors import BadSetting, MachineError, PortRefused, PortTaken, Unreachable
from davit_vm.host.host import Host
from davit_vm.qemu.command import HostForward
from davit_vm.status import Forward
from davit_vm.streams import End, join

LOOPBACK: Final = "127.0.0.1"
MOST: Final = 2000
"""Ports at a time; each costs QEMU a descriptor."""
RESERVED_IN_GUEST: Final = frozenset({22, 2375})
"""SSH and the engine's gate: the supervisor's own rules lead there."""
LOOK_EVERY: Final = 1.0
_NOT_RUNNING: Final = "the machine is not running"
_BACKLOG: Final = 128


class Forwarder(Protocol):
    """What adds rules to QEMU; `qemu.monitor.Monitor` does."""

    async def forwards(self) -> tuple[HostForward, ...]: ...
    async def add_forward(self, forward: HostForward) -> HostForward: ...
    async def remove_forward(self, forward: HostForward) -> bool: ...


class _Port(msgspec.Struct, kw_only=True):
    """A port that is asked for, and what keeps it."""

    forward: Forward
    rule: HostForward
    tunnel: "_Tunnel | None" = None


_Key = tuple[str, str, int]


class Ports:
    """The published ports; one caller at a time changes them."""

    def __init__(self, host: Host, *, changed: Callable[[], None] = lambda: None) -> None:
        self._host = host
        self._changed = changed
        self._forwarder: Forwarder | None = None
        self._ports: dict[_Key, _Port] = {}
        self._lock = asyncio.Lock()

    @property
    def forwards(self) -> tuple[Forward, ...]:
        return tuple(port.forward for port in self._ports.values())

    async def attach(self, forwarder: Forwarder) -> None:
        """Use a QEMU that has started, or was found running: its rules are taken over."""
        async with self._lock:
            listed = await forwarder.forwards()
            self._forwarder = forwarder
            for key, port in tuple(self._ports.items()):
                if port.forward.problem == _NOT_RUNNING:
                    # The engine of the new run asks anew for what it still wants.
                    del self._ports[key]
            carried = {port.rule for port in self._ports.values()}
            for rule in listed:
                if rule.guest_port not in RESERVED_IN_GUEST and rule not in carried:
                    forward = Forward(
                        protocol=rule.protocol,
                        host_ip=rule.host_ip,
                        host_port=rule.host_port,
                        guest_port=rule.guest_port,
                    )
                    self._ports[_key(forward)] = _Port(forward=forward, rule=rule)
            await self._repair(listed)
        self._changed()

    def detach(self) -> None:
        """QEMU is gone, and its rules with it."""
        self._forwarder = None
        for port in self._ports.values():
            port.forward = msgspec.structs.replace(port.forward, problem=_NOT_RUNNING)
            if port.tunnel is not None:
                port.tunnel.close()
        self._changed()

    async def open(self, forward: Forward) -> Forward:
        """Open a port now, or raise why not; `host_port` 0 lets the host choose.

        Open already for the same purpose is no error. Raises PortTaken, PortRefused, BadSetting
        and Unreachable.
        """
        async with self._lock:
            opened = await self._open(_checked(forward))
        self._changed()
        return opened

    async def close(self, protocol: str, host_ip: str, host_port: int) -> None:
        """Close a port; not open is no error."""
        async with self._lock:
            await self._close((protocol, _address(host_ip), host_port))
        self._changed()

    async def reconcile(self, wanted: Sequence[Forward]) -> list[Forward | MachineError]:
        """Make the list of open ports this one; each is answered with itself or its error."""
        async with self._lock:
            checked: list[Forward | MachineError] = []
            for forward in wanted:
                try:
                    checked.append(_checked(forward))
                except MachineError as error:
                    checked.append(error)
            kept = {_key(each) for each in checked if isinstance(each, Forward)}
            for key in tuple(self._ports):
                if key not in kept:
                    await self._close(key)
            outcomes: list[Forward | MachineError] = []
            for each in checked:
                if isinstance(each, Forward):
                    try:
                        each = await self._open(each)
                    except MachineError as error:
                        each = error
                outcomes.append(each)
        self._changed()
        return outcomes

    async def close_all(self) -> None:
        async with self._lock:
            for key in tuple(self._ports):
                with contextlib.suppress(MachineError):
                    await self._close(key)
            self._ports.clear()
        self._changed()

    async def watch(self) -> None:
        """Make lost rules again, for ever."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if self._forwarder is None or not self._ports:
                continue
            before = self.forwards
            async with self._lock:
                # A QEMU that has just died is for whoever watches QEMU.
                with contextlib.suppress(MachineError):
                    if self._forwarder is not None:
                        await self._repair(await self._forwarder.forwards())
            if self.forwards != before:
                self._changed()

    async def _repair(self, listed: Sequence[HostForward]) -> None:
        present = set(listed)
        for port in self._ports.values():
            try:
                if port.rule not in present:
                    port.rule = await self._rules().add_forward(port.rule)
                if port.tunnel is not None:
                    await port.tunnel.open(port.rule.host_port)
            except MachineError as error:
                problem = str(error)
            else:
                problem = ""
            if port.forward.problem != problem:
                port.forward = msgspec.structs.replace(port.forward, problem=problem)

    async def _open(self, forward: Forward) -> Forward:
        """Needs the lock, and a checked forward."""
        rules = self._rules()
        held = self._ports.get(_key(forward))
        if held is not None and held.forward.guest_port == forward.guest_port:
            held.forward = msgspec.structs.replace(
                held.forward, container=forward.container or held.forward.container
            )
            if not held.forward.problem:
                return held.forward
            await self._close(_key(forward))
        elif held is not None and held.forward.container in ("", forward.container):
            # What a former engine left, or the same container's after its restart.
            await self._close(_key(forward))
        self._refuse_taken(forward)
        if len(self._ports) >= MOST:
            raise PortRefused(
                f"Cannot open {_name(forward)}", f"the machine has {MOST} open ports already"
            )
        if ":" in forward.host_ip:
            port = await self._open_tunnel(forward, rules)
        else:
            rule = await rules.add_forward(
                HostForward(
                    protocol=forward.protocol,
                    host_ip=forward.host_ip,
                    host_port=forward.host_port,
                    guest_port=forward.guest_port,
                )
            )
            opened = msgspec.structs.replace(forward, host_port=rule.host_port, problem="")
            port = _Port(forward=opened, rule=rule)
        self._ports[_key(port.forward)] = port
        return port.forward

    async def _open_tunnel(self, forward: Forward, rules: Forwarder) -> _Port:
        if forward.protocol == "udp":
            raise BadSetting(
                f"Cannot open {_name(forward)}",
                "UDP on an IPv6 address does not lead into the machine",
                "Publish it on an IPv4 address, such as 127.0.0.1.",
            )
        tunnel = _Tunnel(self._host, forward)
        await tunnel.listen()
        try:
            rule = await rules.add_forward(
                HostForward(
                    protocol="tcp", host_ip=LOOPBACK, host_port=0, guest_port=forward.guest_port
                )
            )
            await tunnel.open(rule.host_port)
        except BaseException:
            tunnel.close()
            raise
        opened = msgspec.structs.replace(forward, host_port=tunnel.port, problem="")
        return _Port(forward=opened, rule=rule, tunnel=tunnel)

    async def _close(self, key: _Key) -> None:
        """Needs the lock."""
        port = self._ports.pop(key, None)
        if port is None:
            return
        if port.tunnel is not None:
            port.tunnel.close()
        if self._forwarder is not None:
            await self._forwarder.remove_forward(port.rule)

    def _rules(self) -> Forwarder:
        if self._forwarder is None:
            raise Unreachable("Cannot open ports", _NOT_RUNNING)
        return self._forwarder

    def _refuse_taken(self, forward: Forward) -> None:
        """By one of our own: the system could only tell that it is QEMU."""
        for port in self._ports.values():
            other = port.forward
            if (other.protocol, other.host_port) == (
                forward.protocol,
                forward.host_port,
            ) and _overlap(other.host_ip, forward.host_ip):
                holder = f"container {other.container}" if other.container else "another container"
                raise PortTaken(
                    f"Cannot open {_name(forward)}",
                    f"it is in use by {holder}",
                    "Stop that container, or publish another port.",
                )


class _Tunnel:
    """A listener on an IPv6 address; what comes is carried to a rule on 127.0.0.1."""

    def __init__(self, host: Host, forward: Forward) -> None:
        self._host = host
        self._forward = forward
        self._target = 0
        self._server: asyncio.Server | None = None
        self._ends: set[End] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = forward.host_port

    async def listen(self) -> None:
        """Raises PortTaken, PortRefused or BadSetting."""
        what = f"Cannot open {_name(self._forward)}"
        try:
            self._server = await asyncio.get_running_loop().create_server(
                lambda: _TunnelEnd(accepted=self._accept, ended=self._ends.discard),
                self._forward.host_ip,
                self.port,
                family=socket.AF_INET6,
                backlog=_BACKLOG,
            )
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                holder = await asyncio.to_thread(
                    self._host.port_holder, "tcp", self._forward.host_ip, self.port
                )
                used = f"it is in use by {holder}" if holder else "it is in use"
                hint = "Stop that program, or publish another port."
                raise PortTaken(what, used, hint) from error
            if error.errno in (errno.EACCES, errno.EPERM):
                rule = self._host.low_port_rule(self.port)
                raise PortRefused(what, "this user may not listen there", rule) from error
            raise BadSetting(
                what,
                f"this computer has no address {self._forward.host_ip}",
                "Publish on 127.0.0.1, or on an address that it has.",
            ) from error
        self.port = self._server.sockets[0].getsockname()[1]

    async def open(self, target: int) -> None:
        """Lead to this port of 127.0.0.1, and listen again if that ended."""
        self._target = target
        if self._server is None:
            await self.listen()

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in self._tasks:
            task.cancel()
        for end in tuple(self._ends):
            if end.partner is not None and not end.partner.lost:
                end.partner.reset()
            end.reset()

    def _accept(self, end: End) -> None:
        self._ends.add(end)
        task = asyncio.create_task(self._carry(end), name="tunnel")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, end: End) -> None:
        try:
            _, inner = await asyncio.get_running_loop().create_connection(
                End, LOOPBACK, self._target
            )
        except OSError:
            end.reset()
            return
        if end.lost:
            inner.transport.abort()
        else:
            join(end, inner)


class _TunnelEnd(End):
    """Is carried from the moment it is accepted: the server may be the one who speaks first."""

    def __init__(self, *, accepted: Callable[[End], None], ended: Callable[[End], None]) -> None:
        super().__init__(ended=ended)
        self._accepted = accepted

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._accepted(self)


def _checked(forward: Forward) -> Forward:
    """In its one spelling; raises BadSetting."""
    address = _address(forward.host_ip)
    if not 0 <= forward.host_port <= 65535:
        raise BadSetting(f"Cannot open {_name(forward)}", "ports go from 1 to 65535")
    if not 1 <= forward.guest_port <= 65535 or forward.guest_port in RESERVED_IN_GUEST:
        raise BadSetting(
            f"Cannot open {_name(forward)}",
            f"port {forward.guest_port} of the machine cannot be published",
        )
    return msgspec.structs.replace(forward, host_ip=address, problem="")


def _address(text: str) -> str:
    if not text:
        return LOOPBACK
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError as error:
        raise BadSetting(
            "Cannot open a port",
            f"{text[:60]!r} is no address",
            "Publish on 127.0.0.1, or on an address that this computer has.",
        ) from error
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return str(parsed)


def _key(forward: Forward) -> _Key:
    return (forward.protocol, forward.host_ip, forward.host_port)


def _name(forward: Forward) -> str:
    ip = f"[{forward.host_ip}]" if ":" in forward.host_ip else forward.host_ip
    return f"{ip}:{forward.host_port}/{forward.protocol}"


def _overlap(one: str, other: str) -> bool:
    """Whether two listeners on the same port stand in each other's way."""
    if (":" in one) != (":" in other):
        return False
    return one == other or one in ("0.0.0.0", "::") or other in ("0.0.0.0", "::")
