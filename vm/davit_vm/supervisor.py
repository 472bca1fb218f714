"""The background process that owns QEMU and all that leads into it; outlives the window.

Composition root: here, and only here, the parts are chosen and joined. One per user and folder. It
ends by itself when the machine is stopped and nobody talks to it any more; when it is killed, QEMU
goes on, and the next one takes it over.
"""

import asyncio
import contextlib
import logging
import os
import signal
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final

import msgspec
from typing_extensions import override

from davit_vm import (
    console,
    control,
    history,
    idle,
    provision,
    reclaim,
    resources,
    saved_state,
    seed,
    upgrade,
    wake,
)
from davit_vm.boot import Boot, Prepared
from davit_vm.cleanup import cancel, finish
from davit_vm.commands import Commands, Settings
from davit_vm.config import MachineConfig
from davit_vm.config import save as save_settings
from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.relay import Endpoint
from davit_vm.errors import AlreadyRunning, MachineError
from davit_vm.events import Events
from davit_vm.guest import LiveGuest, Wiring
from davit_vm.host.host import Host, ProcessIdentity
from davit_vm.machine import Journal, Machine, Start
from davit_vm.paths import Paths
from davit_vm.ports import Ports
from davit_vm.qemu.process import QemuProcess
from davit_vm.saved_state import SavedState
from davit_vm.shares.place import Shares
from davit_vm.status import Boot as BootRecord
from davit_vm.status import Event, EventKind, Resources, State, Status

log = logging.getLogger(__name__)

LINGER: Final = 2.0
"""Seconds without a client after which a supervisor without a machine ends."""
_MEASURE_EVERY: Final = 5.0
_CLOCK_EVERY: Final = 300.0


class HistoryFile(Journal):
    """Boots go into history.json."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @override
    def began(self, boot: BootRecord) -> None:
        history.add(self._path, boot)

    @override
    def ended(self, ending: str) -> None:
        history.end(self._path, at=time.time(), ending=ending)


class Supervisor:
    """One machine and everyone who talks to it."""

    def __init__(self, host: Host, paths: Paths, *, heard: Callable[[Event], None]) -> None:
        """`heard` is told every event, besides those who ask for them."""
        self._host = host
        self._paths = paths
        self._heard = heard
        saved = saved_state.load(paths.state)
        self._saved = saved
        self._before = saved.status if saved is not None else None
        self._trimmed_at = saved.trimmed_at if saved is not None else 0.0
        config = provision.settings(paths, host)
        self._settings = Settings(wanted=config, running=config)
        self._prepared: Prepared | None = None
        self._resources = Resources()
        self._usage_at = 0.0
        self._left: ProcessIdentity | None = None
        """A QEMU that is about to be taken over."""
        self._take_over: asyncio.Task[None] | None = None
        self._unsaved = asyncio.Event()
        self._ended = asyncio.Event()

        self.events = Events(lambda: self._event("state", ""))
        self._gate = Gate(seed.gate_key(paths))
        self._ports = Ports(host, changed=lambda: self._tell("forwards", "The ports changed."))
        self._shares = Shares(config.shares)
        wiring = Wiring(
            host=host,
            paths=paths,
            gate=self._gate,
            ports=self._ports,
            shares=self._shares,
            note=lambda text: self._tell("note", text),
            paused=lambda: self.machine.stands_still(),
            resumed=self._resumed,
        )
        self._boot = Boot(wiring, self._prepare, self._known_start, self._confirm)
        self._journal = HistoryFile(paths.history)
        self.machine = Machine(self._boot, self._journal, self._tell)
        self._commands = Commands(
            host,
            paths,
            self._settings,
            self.machine,
            self._boot,
            tell=self._tell,
            trimmed=self._trimmed,
        )
        self._endpoint = Endpoint(host.docker_host(paths), self._gate, self.machine.wake)
        self._control = control.Server(self._handlers(), self.events)
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, *, start: bool = False) -> None:
        """Serve until the machine is stopped and nobody needs it. Raises MachineError."""
        async with self._gate:
            try:
                left = await self._settle()
                if left or start:
                    self._take_over = self._spawn(self._start_unasked(), "start")
                    # Nobody may ask before it has begun.
                    await asyncio.sleep(0)
                async with self._endpoint:
                    await self._control.start(control.address(self._host, self._paths))
                    for work, name in self._watches():
                        self._spawn(work, name)
                    self._save()
                    await self._ended.wait()
            finally:
                await finish(self._close())

    async def _settle(self) -> bool:
        """Put right what the supervisor before has left; whether a QEMU of it runs."""
        left = await asyncio.to_thread(QemuProcess.adopt, self._host, self._paths)
        if left is not None:
            self._left = left.identity
            self._tell("note", "A machine that runs is taken over.")
            return True
        # What was running when everything was killed, if anything was.
        self._journal.ended("killed")
        if upgrade.goes_on(self._paths):
            disk = await provision.data_disk(self._host, self._paths, self._settings.wanted)
            await upgrade.settle(self._paths, disk)
            self._tell("note", "An upgrade was interrupted; the old image serves again.")
        return False

    def end(self) -> None:
        """Stop the machine, then end."""
        self._spawn(self._end(), "end")

    async def _end(self) -> None:
        await self._stop()
        self._ended.set()

    async def _stop(self) -> None:
        """A machine that is being taken over is stopped in good order, not cut off."""
        if self._left is not None and self._take_over is not None:
            await asyncio.wait([self._take_over])
        await self.machine.stop()

    async def _close(self) -> None:
        await cancel(*self._tasks)
        await self.machine.aclose()
        await self._control.aclose()
        self._write_state(ended=True)

    def _watches(self) -> "list[tuple[Coroutine[Any, Any, None], str]]":
        return [
            (self._save_when_changed(), "save"),
            (self._end_when_unneeded(), "end when unneeded"),
            (self._measure(), "measure"),
            (self._keep_clock(), "clock"),
            (wake.watch(self._awake), "wake"),
            (
                idle.watch(
                    lambda: self._settings.wanted.idle_stop,
                    lambda: self.machine.state is State.READY,
                    self._endpoint,
                    self._gate,
                    self.machine.fall_asleep,
                ),
                "idle",
            ),
            (
                reclaim.watch(
                    self._gate, self._commands.guest, lambda: self._trimmed_at, self._trim
                ),
                "trim",
            ),
        ]

    # ---- what clients ask for

    def _handlers(self) -> "dict[str, control.Handler]":
        async def status(_: dict[str, Any]) -> Status:
            self._resources = await resources.measure(
                self._paths, self._commands.guest(), self._resources
            )
            return self.status()

        async def start(_: dict[str, Any]) -> None:
            await self.machine.start()

        async def stop(_: dict[str, Any]) -> None:
            await self._stop()

        async def leave(_: dict[str, Any]) -> None:
            self.end()

        return {
            "status": status,
            "start": start,
            "stop": stop,
            "quit": leave,
            **self._commands.handlers(),
        }

    # ---- what others see

    def status(self) -> Status:
        machine, prepared, guest = self.machine, self._prepared, self._commands.guest()
        begun = machine.start_record
        before = self._before or Status(state=machine.state, home=str(self._paths.home))
        running = machine.state in saved_state.RUNNING
        config = self._settings.running if running else self._settings.wanted
        return Status(
            state=machine.state,
            home=str(self._paths.home),
            supervisor_pid=os.getpid(),
            qemu_pid=guest.process.identity.pid if guest else None,
            qemu=str(prepared.qemu) if prepared else before.qemu,
            accelerator=begun.accelerator or before.accelerator,
            accelerator_note=begun.note if begun.accelerator else before.accelerator_note,
            image=prepared.image.version if prepared else before.image,
            engine=prepared.image.engine if prepared else before.engine,
            endpoint=self._host.docker_host(self._paths),
            started_at=machine.started_at if running else None,
            stages=begun.stages or before.stages,
            cpus=config.cpus,
            memory=config.memory,
            resources=self._resources,
            forwards=self._ports.forwards,
            shares=self._shares.states,
            problem=machine.problem,
            pending_restart=self._commands.pending(),
        )

    def _event(self, kind: EventKind, text: str) -> Event:
        bare = kind == "note"
        return Event(time=time.time(), kind=kind, text=text, status=None if bare else self.status())

    def _tell(self, kind: EventKind, text: str) -> None:
        if kind in ("state", "problem", "forwards"):
            self._unsaved.set()
        event = self._event(kind, text)
        self.events.tell(event)
        self._heard(event)

    # ---- what a start needs and tells

    def _prepare(self, prepared: Prepared) -> None:
        self._prepared = prepared
        settings = self._settings
        settings.running = settings.wanted = prepared.config
        if prepared.taken_over and self._saved is not None and self._saved.config is not None:
            settings.running = self._saved.config
        self._shares.use(settings.running.shares, prepared.transport)

    def _known_start(self) -> Start | None:
        """What the supervisor before this one knew of the QEMU that it left."""
        if self._saved is None or not self._saved.status.accelerator:
            return None
        status = self._saved.status
        return Start(
            accelerator=status.accelerator,
            note=status.accelerator_note,
            image=status.image,
            stages=status.stages,
            began=status.started_at,
        )

    def _confirm(self) -> None:
        upgrade.confirm(self._paths)

    async def _start_unasked(self) -> None:
        # A failure is told as an event and stands in the status.
        with contextlib.suppress(MachineError):
            await self.machine.start()
        self._left = None

    # ---- what goes on beside

    def _resumed(self) -> None:
        self.machine.goes_on()
        self._spawn(self._awake(), "set the clock")

    async def _awake(self) -> None:
        """After a sleep or a pause: the guest's clock is late, and forwards may be gone."""
        guest = self._commands.guest()
        if guest is not None:
            await guest.channel.send_clock()
            self._tell("note", "The machine's clock was set after a pause.")

    async def _keep_clock(self) -> None:
        while True:
            await asyncio.sleep(_CLOCK_EVERY)
            guest = self._commands.guest()
            if guest is not None:
                await guest.channel.send_clock()

    async def _trim(self, guest: LiveGuest) -> None:
        freed = await reclaim.trim(guest, self._paths.data_disk)
        self._trimmed()
        if freed:
            self._tell("note", f"{freed // 1024 // 1024} MiB of disk went back to this computer.")

    def _trimmed(self) -> None:
        self._trimmed_at = time.time()
        self._unsaved.set()

    async def _measure(self) -> None:
        """Keep the figures fresh while somebody looks, and the console's log short."""
        while True:
            await asyncio.sleep(_MEASURE_EVERY)
            guest = self._commands.guest()
            if guest is None:
                continue
            await asyncio.to_thread(console.bound, self._paths.console_log)
            if not self.events.readers:
                continue
            self._resources = await resources.measure(self._paths, guest, self._resources)
            if time.monotonic() - self._usage_at > resources.USAGE_EVERY:
                self._usage_at = time.monotonic()
                with contextlib.suppress(MachineError):
                    self._resources = await resources.ask_guest(guest, self._resources)
            self._tell("resources", "")

    async def _end_when_unneeded(self) -> None:
        loop = asyncio.get_running_loop()
        alone_since = loop.time()
        while True:
            await asyncio.sleep(LINGER / 10)
            needed = self.machine.busy or self.machine.state in (
                State.STARTING, State.READY, State.PAUSED, State.STOPPING, State.ASLEEP
            )  # fmt: skip
            if needed or self._control.clients:
                alone_since = loop.time()
            elif loop.time() - max(alone_since, self._control.last_seen) > LINGER:
                self._ended.set()
                return

    async def _save_when_changed(self) -> None:
        while True:
            await self._unsaved.wait()
            self._unsaved.clear()
            self._save()

    def _save(self) -> None:
        self._write_state(ended=False)

    def _write_state(self, *, ended: bool) -> None:
        guest = self._commands.guest()
        status = self.status()
        if ended:
            status = msgspec.structs.replace(status, supervisor_pid=None)
        saved_state.save(
            self._paths.state,
            SavedState(
                status=status,
                supervisor=None if ended else self._host.identity(os.getpid()),
                qemu=guest.process.identity if guest else self._left,
                ssh_port=guest.ssh_port if guest else 0,
                gate_port=guest.gate_port if guest else 0,
                config=self._settings.running,
                trimmed_at=self._trimmed_at,
            ),
        )

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(self._report)
        return task

    def _report(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s ended: %s", task.get_name(), error, exc_info=error)


async def supervise(
    host: Host, paths: Paths, *, heard: Callable[[Event], None], start: bool = False
) -> None:
    """Be the supervisor of a machine, and start it at once if so wanted.

    Raises AlreadyRunning when there is another one, and MachineError.
    """
    refusal = AlreadyRunning("Another supervisor looks after this machine", _holder(paths))
    with host.alone(paths, refusal):
        await asyncio.to_thread(seed.ensure_keys, paths)
        await asyncio.to_thread(_ensure_settings, host, paths)
        supervisor = Supervisor(host, paths, heard=heard)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Windows has no signals in its event loop; there a console closes the process.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, supervisor.end)
        await supervisor.run(start=start)


def _ensure_settings(host: Host, paths: Paths) -> MachineConfig:
    config = provision.settings(paths, host)
    if not provision.exists(paths):
        save_settings(config, paths.settings)
    return config


def _holder(paths: Paths) -> str:
    saved = saved_state.load(paths.state)
    return f"pid {saved.supervisor.pid}" if saved is not None and saved.supervisor else ""
