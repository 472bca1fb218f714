"""One running QEMU and everything that is connected to it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

import msgspec
import psutil

from davit_vm.channel import HostChannel
from davit_vm.cleanup import cancel
from davit_vm.config import MIB
from davit_vm.endpoint.gate import Gate
from davit_vm.errors import (
    AcceleratorUnusable,
    GuestRestarted,
    MachineError,
    QemuFailed,
    Unreachable,
)
from davit_vm.host.host import Accelerator, Host
from davit_vm.paths import Paths
from davit_vm.ports import Ports
from davit_vm.qemu.command import HostForward
from davit_vm.qemu.monitor import Monitor
from davit_vm.qemu.process import QemuProcess
from davit_vm.shares.place import Shares
from davit_vm.ssh.session import Session

log = logging.getLogger(__name__)

LOOPBACK: Final = "127.0.0.1"
SSH_PORT: Final = 22
GATE_PORT: Final = 2375
OWN_FORWARDS: Final = tuple(
    HostForward(protocol="tcp", host_ip=LOOPBACK, host_port=0, guest_port=port)
    for port in (SSH_PORT, GATE_PORT)
)
"""Into the guest's SSH server and the engine's gate, at ports that QEMU chooses."""

POWER_DOWN: Final = 30.0
"""Seconds for the guest's own part of a power-down, besides its containers'.

The guest itself gives up its engine after ten, so that it unmounts before QEMU is ended.
"""
_PRESS_AGAIN: Final = 3.0
_QUIT: Final = 10.0
_LAST_WORDS: Final = 1.0
_LOOK_FOR_ROOM: Final = 2.0
_ROOM: Final = 256 * MIB
_CONSOLE_TAIL: Final = 4096


class Wiring(msgspec.Struct, frozen=True, kw_only=True):
    """What outlives a guest and is connected to each in turn."""

    host: Host
    paths: Paths
    gate: Gate
    ports: Ports
    shares: Shares
    note: Callable[[str], None]
    """Tell the user something, in a sentence."""
    paused: Callable[[], None]
    """The guest's processors were stopped."""
    resumed: Callable[[], None]
    """They run again, and the guest's clock is late."""


class LiveGuest:
    """A guest from the moment when QEMU's monitor answers."""

    def __init__(
        self,
        wiring: Wiring,
        process: QemuProcess,
        monitor: Monitor,
        accelerator: Accelerator,
        *,
        stop_limit: float,
    ) -> None:
        self._wiring = wiring
        self._stop_limit = stop_limit
        self._tasks: list[asyncio.Task[Any]] = []
        self._listener: asyncio.Task[None] | None = None
        self._last_words: dict[str, Any] = {}
        self.process = process
        self.monitor = monitor
        self.accelerator = accelerator
        self.failure: MachineError | None = None
        """Why QEMU was ended, when it was ended for a reason."""
        self.ssh_port = 0
        self.gate_port = 0
        self.session: Session | None = None
        self.channel = HostChannel(
            wiring.host, wiring.paths.channel_socket, wiring.ports, wiring.shares, note=wiring.note
        )

    async def connect(self) -> None:
        """Connect gate, ports, host channel and SSH. Raises MachineError."""
        paths = self._wiring.paths
        self._listener = self._run(self._listen(), "QMP events")
        await self._look_at_state()
        for forward in await self.monitor.forwards():
            if forward.host_ip == LOOPBACK and forward.guest_port == SSH_PORT:
                self.ssh_port = forward.host_port
            if forward.host_ip == LOOPBACK and forward.guest_port == GATE_PORT:
                self.gate_port = forward.host_port
        if not self.ssh_port or not self.gate_port:
            raise QemuFailed("Cannot reach the guest", "QEMU does not forward its ports")
        self._wiring.gate.lead_to((LOOPBACK, self.gate_port))
        self.session = Session(
            (LOOPBACK, self.ssh_port),
            client_key=paths.ssh_key,
            host_key=paths.host_key,
        )
        await self._wiring.ports.attach(self.monitor)
        self._tasks.append(self._run(self.channel.run(), "host channel"))
        self._tasks.append(self._run(self._wiring.ports.watch(), "forwards"))

    def keep(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Run this as long as the guest lives."""
        self._tasks.append(self._run(work, name))

    async def ask(self, command: str, *, limit: float | None = 60.0) -> str:
        """Run /usr/lib/davit/guest with these arguments; its output. Raises MachineError."""
        if self.session is None:
            raise Unreachable("Cannot reach the guest", "it is not connected")
        result = await self.session.run(f"/usr/lib/davit/guest {command}", timeout=limit)
        output: str = result.stdout.decode(errors="replace")
        if result.status != 0:
            verb = command.partition(" ")[0]
            why = result.stderr.decode(errors="replace").strip() or f"status {result.status}"
            raise MachineError(f"The guest could not do “{verb}”", why, "", output[-_CONSOLE_TAIL:])
        return output

    async def ended(self) -> MachineError | None:
        """Wait until QEMU is gone, and put away what was connected to it."""
        await self.process.wait()
        error = await self.explain()
        await self.close()
        return error

    async def explain(self) -> MachineError | None:
        """Why QEMU, which is gone, has ended; None when the guest shut itself down."""
        if self._listener is not None:
            await asyncio.wait([self._listener], timeout=_LAST_WORDS)
        if self.failure is not None:
            return self.failure
        reason = str(self._last_words.get("reason", ""))
        if reason == "guest-shutdown":
            return None
        if reason in ("guest-reset", "guest-panic"):
            return GuestRestarted(
                "The guest restarted itself",
                "its kernel has given up; the end of the console says why",
                "If it happens again, give the machine more memory or upgrade it.",
                console_tail(self._wiring.paths),
            )
        return self.process.explain()

    async def stop(self) -> str:
        """Power down; when the guest does not, end QEMU. Says so in that case."""
        how = ""
        pressing = asyncio.create_task(self._keep_pressing_power(), name="power button")
        try:
            gone = await self._gone_within(self._stop_limit)
        finally:
            await cancel(pressing)
        if not gone:
            how = f"The guest did not power down within {self._stop_limit:.0f} s; QEMU was ended."
            await self._quit()
        await self.close()
        return how

    async def discard(self) -> None:
        """End QEMU at once and leave nothing behind."""
        await self._quit()
        await self.close()

    async def close(self) -> None:
        """Put away the connections; QEMU goes on if it lives."""
        self._wiring.gate.lead_to(None)
        await cancel(*self._tasks, self._listener)
        self._tasks.clear()
        self._wiring.ports.detach()
        self._wiring.shares.stopped()
        if self.session is not None:
            session, self.session = self.session, None
            await session.close()
        await self.monitor.close()

    async def _keep_pressing_power(self) -> None:
        """Until cancelled: a guest that has only begun to boot does not hear the first press."""
        try:
            # Nor does one that stands still.
            await self.monitor.resume()
            while True:
                await self.monitor.power_down()
                await asyncio.sleep(_PRESS_AGAIN)
        except MachineError as error:
            log.info("no power-down: %s", error)

    async def _quit(self) -> None:
        try:
            await asyncio.wait_for(self.monitor.quit(), _QUIT)
        except (MachineError, TimeoutError) as error:
            log.info("no quit: %s", error)
        if not await self._gone_within(_QUIT):
            await self.process.end(grace=2.0)

    async def _gone_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self.process.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _listen(self) -> None:
        async for event in self.monitor.events():
            log.info("QEMU: %s %s", event.name, event.data)
            if event.name == "STOP":
                await self._look_at_state()
            elif event.name == "RESUME":
                self._wiring.resumed()
            elif event.name == "SHUTDOWN":
                self._last_words = event.data

    async def _look_at_state(self) -> None:
        try:
            state = await self.monitor.status()
        except Unreachable:
            return
        if state == "internal-error":
            self.failure = AcceleratorUnusable(
                "QEMU stopped in the middle of the guest",
                f"{self.accelerator.upper()} cannot run it (internal-error)",
                "Emulation works everywhere: davit machine set --accelerator tcg",
                self.process.output(),
            )
            await self.process.end(grace=0.5)
        elif state in ("paused", "io-error"):
            self._wiring.paused()
            if state == "io-error":
                self.keep(self._wait_for_room(), "room")

    async def _wait_for_room(self) -> None:
        """The host's disk is full: QEMU has paused the guest, which notices nothing but time."""
        self._wiring.note(
            "The disk of this computer is full. The machine is paused until there is room."
        )
        while psutil.disk_usage(str(self._wiring.paths.home)).free < _ROOM:  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_FOR_ROOM)
        await self.monitor.resume()
        self._wiring.note("There is room again; the machine goes on.")

    def _run(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(_report)
        return task


def console_tail(paths: Paths) -> str:
    """The end of what the guest printed; it may be anything, so only what can be shown."""
    try:
        with paths.console_log.open("rb") as file:
            file.seek(max(0, paths.console_log.stat().st_size - _CONSOLE_TAIL))
            text = file.read().decode(errors="replace")
    except OSError:
        return ""
    return "".join(char for char in text if char == "\n" or char.isprintable())


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("%s ended: %s", task.get_name(), error, exc_info=error)
