"""A machine without QEMU: the front door of `davit_vm`, driven by the test."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from davit_vm.config import GIB, MachineConfig, SharedFolder, restart_needed
from davit_vm.errors import MachineError, NotRunning
from davit_vm.status import (
    Boot,
    Check,
    Event,
    Problem,
    Reclaimed,
    Remedy,
    Resources,
    StageTime,
    State,
    Status,
)

Kind = Literal["state", "note"]
STAGES = ("qemu", "kernel", "root", "data", "network", "engine", "endpoint")
CONFIG = MachineConfig(
    cpus=2, memory=2 * GIB, disk=64 * GIB, shares=(SharedFolder(path="/home/me"),)
)


class FakeMachine:
    """`tell` changes the status and says so to all listeners; verbs do what a machine would."""

    def __init__(self, home: Path, state: State = State.STOPPED) -> None:
        self.home = home
        self.endpoint = f"unix://{home}/docker.sock"
        self.current = Status(state=state, home=str(home), endpoint=self.endpoint)
        self.settings = CONFIG
        self.mended: list[Remedy] = []
        self.calls: list[str] = []
        self.boots: list[Boot] = []
        self.checks: tuple[Check, ...] = (Check(name="Accelerator", ok=True, detail="KVM works"),)
        self.refusals: dict[str, MachineError] = {}
        self.given = Reclaimed(disk=0, memory=0)
        self.printed = b""
        self.hold = asyncio.Event()  # a start waits for it before the engine answers
        self.hold.set()
        self.listeners: list[asyncio.Queue[Event]] = []

    def tell(self, text: str = "", kind: Kind = "state", **changes: Any) -> None:
        self.current = msgspec.structs.replace(self.current, **changes)
        event = Event(time=time.time(), kind=kind, text=text, status=self.current)
        for listener in self.listeners:
            listener.put_nowait(event)

    async def status(self) -> Status:
        self.calls.append("status")
        return self.current

    async def config(self) -> MachineConfig:
        return self.settings

    async def create(self, config: MachineConfig | None = None) -> None:
        self._called("create")
        self.settings = config or CONFIG
        self.tell(state=State.STOPPED)

    async def start(self) -> None:
        self._called("start")
        self.tell(
            "Starting",
            state=State.STARTING,
            supervisor_pid=1,
            started_at=time.time(),
            stages=(StageTime(name="qemu"),),
            problem=None,
            accelerator="kvm",
        )
        for count in range(1, len(STAGES) + 1):
            done = tuple(StageTime(name=n, seconds=0.1) for n in STAGES[:count])
            now = tuple(StageTime(name=n) for n in STAGES[count : count + 1])
            self.tell(stages=done + now)
            await asyncio.sleep(0)
        await self.hold.wait()
        self.tell(
            "The engine answers",
            state=State.READY,
            qemu_pid=2,
            resources=FIGURES,
            cpus=2,
            memory=self.settings.memory,
            pending_restart=(),
        )
        self.boots.append(
            Boot(
                started_at=time.time(),
                accelerator="kvm",
                image="abc",
                outcome="ready",
                seconds=0.7,
                stages=self.current.stages,
            )
        )

    async def stop(self) -> None:
        self._called("stop")
        self.tell("Stopping", state=State.STOPPING)
        self.tell(
            "Stopped",
            state=State.STOPPED,
            qemu_pid=None,
            resources=Resources(disk_size=FIGURES.disk_size, disk_on_host=FIGURES.disk_on_host),
            problem=None,
        )

    async def restart(self) -> None:
        self._called("restart")
        await self.stop()
        await self.start()

    async def pause(self) -> None:
        self._called("pause")
        self.tell("Paused", state=State.PAUSED)

    async def resume(self) -> None:
        self._called("resume")
        self.tell("Resumed", state=State.READY)

    async def reset(self) -> None:
        self._called("reset")
        self.boots.clear()
        self.tell("Reset", state=State.ABSENT, resources=Resources(), stages=(), qemu_pid=None)

    async def repair(self) -> str:
        self._called("repair")
        self.tell(state=State.STOPPED, problem=None, qemu_pid=None)
        return "clean"

    async def events(self) -> AsyncIterator[Event]:
        mine: asyncio.Queue[Event] = asyncio.Queue()
        self.listeners.append(mine)
        try:
            yield Event(time=0, kind="state", text="", status=self.current)
            while True:
                yield await mine.get()
        finally:
            self.listeners.remove(mine)

    async def console(self, *, follow: bool = True) -> AsyncIterator[bytes]:
        seen = 0
        while True:
            if new := self.printed[seen:]:
                seen += len(new)
                yield new
            if not follow:
                return
            await asyncio.sleep(0.01)

    async def history(self) -> tuple[Boot, ...]:
        return tuple(self.boots)

    async def configure(self, **changes: Any) -> tuple[str, ...]:
        self._called("configure")
        before, self.settings = self.settings, msgspec.structs.replace(self.settings, **changes)
        if self.current.state is not State.READY:
            return ()
        waiting = restart_needed(before, self.settings)
        self.tell(pending_restart=waiting)
        return waiting

    async def reclaim(self) -> Reclaimed:
        self._called("reclaim")
        if self.current.state is not State.READY:
            raise NotRunning("The machine is not running.")
        return self.given

    async def diagnose(self) -> tuple[Check, ...]:
        self._called("diagnose")
        return self.checks

    async def write_bundle(self, path: Path) -> None:
        self._called("bundle")
        path.write_bytes(b"PK")

    async def mend(self, remedy: Remedy) -> None:
        self._called("mend")
        self.mended.append(remedy)

    async def upgrade(self, image: Path | None = None) -> None:
        self._called("upgrade")

    async def export(self, path: Path, progress: Callable[[float], None] | None = None) -> None:
        self._called("export")
        if progress is not None:
            progress(0.5)
        path.write_bytes(b"everything")

    async def import_(self, path: Path, progress: Callable[[float], None] | None = None) -> None:
        self._called("import")

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if name in self.refusals:
            error = self.refusals[name]
            if name == "start":
                self.tell(state=State.FAILED, problem=error.problem)
            raise error


FIGURES = Resources(
    host_memory=620 << 20,
    guest_memory_total=1990 << 20,
    guest_memory_available=1600 << 20,
    host_cpu_seconds=12.0,
    disk_size=64 << 30,
    disk_on_host=2 << 30,
    guest_disk_used=1 << 30,
    guest_disk_free=60 << 30,
)
TCG_NOTE = (
    "This computer's KVM does not run guest code, so the machine is emulated in software: "
    "it works, only several times slower."
)
DATA_PROBLEM = Problem(
    what="Cannot use the data disk",
    why="its file system is damaged and the automatic check could not mend it without losing files",
    hint="Copy it first: davit machine export FILE. Then: davit machine repair",
    details="e2fsck: Superblock has an invalid journal (inode 8).\n" * 12,
)
