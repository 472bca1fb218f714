"""The machine as the window knows it: its last status and what can be asked of it; no Qt."""

import asyncio
import logging
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path
from typing import Protocol

import psutil

from davit_desktop.news import News
from davit_desktop.state.machine import HostFacts
from davit_desktop.state.machine_words import told, told_boot, told_check, told_status
from davit_vm.config import MachineConfig
from davit_vm.errors import MachineError
from davit_vm.status import Boot, Check, Event, Reclaimed, Remedy, State, Status

log = logging.getLogger(__name__)

_PAUSES = (0.5, 1.0, 2.0, 5.0)  # seconds between looks while no supervisor runs
_EAGER = 0.1  # the same while something is asked of the machine


class Door(Protocol):
    """What the window needs of `davit_vm.Machine`."""

    @property
    def endpoint(self) -> str: ...
    @property
    def home(self) -> Path: ...
    async def status(self) -> Status: ...
    async def config(self) -> MachineConfig: ...
    async def create(self, config: MachineConfig | None = None) -> object: ...
    async def start(self) -> object: ...
    async def stop(self) -> object: ...
    async def restart(self) -> object: ...
    async def pause(self) -> object: ...
    async def resume(self) -> object: ...
    async def reset(self) -> object: ...
    async def repair(self) -> object: ...
    def events(self) -> AsyncIterator[Event]: ...
    def console(self, *, follow: bool = True) -> AsyncIterator[bytes]: ...
    async def history(self) -> tuple[Boot, ...]: ...
    async def configure(self, **changes: object) -> tuple[str, ...]: ...
    async def reclaim(self) -> Reclaimed: ...
    async def diagnose(self) -> tuple[Check, ...]: ...
    async def mend(self, remedy: Remedy) -> object: ...
    async def write_bundle(self, path: Path) -> object: ...
    async def upgrade(self, image: Path | None = None) -> object: ...
    async def export(
        self, path: Path, progress: Callable[[float], None] | None = None
    ) -> object: ...
    async def import_(
        self, path: Path, progress: Callable[[float], None] | None = None
    ) -> object: ...


class MachineSession:
    """Read `status` and `config`, subscribe to the news, call the verbs; `run` keeps it current.

    What the machine says is told in the person's language. Verbs raise MachineError.
    While the window is hidden nothing is asked of a machine that tells nothing by itself.
    """

    def __init__(self, machine: Door) -> None:
        self.machine = machine
        self.status: Status | None = None
        self.config: MachineConfig | None = None
        self.history: tuple[Boot, ...] = ()
        self.note = ""  # what the machine last had to say beyond its state
        self.news = News()
        self.history_news = News()
        self._heard = 0  # events
        self._asked = 0  # verbs under way
        self._resting = False
        self._look = asyncio.Event()
        self._wake, self._hush = asyncio.Event(), asyncio.Event()
        self._wake.set()

    @property
    def ready(self) -> bool:
        """Whether the engine inside answers."""
        return self.status is not None and self.status.state is State.READY

    @property
    def gone(self) -> bool:
        """Whether no engine runs, stands still or is on its way out."""
        there = (State.READY, State.PAUSED, State.STOPPING)
        return self.status is None or self.status.state not in there

    @property
    def paused(self) -> bool:
        return self.status is not None and self.status.state is State.PAUSED

    async def run(self) -> None:
        """Follow the machine until cancelled."""
        quiet = 0
        while True:
            await self._wake.wait()
            before = self._heard
            async with asyncio.TaskGroup() as group:
                following = group.create_task(self._follow())
                hush = group.create_task(self._hush.wait())
                await asyncio.wait({following, hush}, return_when=asyncio.FIRST_COMPLETED)
                following.cancel()
                hush.cancel()
            quiet = 0 if self._heard > before + 1 else quiet + 1
            await self.refresh()
            pause = _EAGER if self._asked else _PAUSES[min(quiet, len(_PAUSES)) - 1]
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._look.wait()
            self._look.clear()

    def rest(self, resting: bool) -> None:
        """Look no more while nobody can see the window; look at once when it is seen again."""
        if self._resting and not resting:
            self._look.set()
        self._resting = resting
        self._match()

    async def refresh(self) -> None:
        """Ask for the status, figures included."""
        try:
            self._take(await self.machine.status())
            if self.config is None:
                await self._read_settings()
        except MachineError as error:
            log.info("No status of the machine: %s", error)

    async def read_config(self) -> None:
        """Read the settings again."""
        self.config = await self.machine.config()
        self.news.publish()

    async def read_history(self) -> None:
        """Read the starts again, newest first."""
        boots = map(told_boot, await self.machine.history())
        self.history = tuple(sorted(boots, key=lambda boot: boot.started_at, reverse=True))
        self.history_news.publish()

    async def start(self) -> None:
        """Create the machine if there is none, start it, and wait until it is ready."""
        async with self._asking():
            if (await self.machine.status()).state is State.ABSENT:
                await self.machine.create()
                await self.read_config()
            await self.machine.start()

    async def stop(self) -> None:
        """Stop containers in good order, then the machine."""
        async with self._asking():
            await self.machine.stop()

    async def restart(self) -> None:
        """Stop, start, and wait until it is ready."""
        async with self._asking():
            await self.machine.restart()

    async def pause(self) -> None:
        """Let everything in the machine stand still."""
        async with self._asking():
            await self.machine.pause()

    async def resume(self) -> None:
        """Let it go on."""
        async with self._asking():
            await self.machine.resume()

    async def reset(self) -> None:
        """Delete everything in the machine, and the machine."""
        async with self._asking():
            await self.machine.reset()
            self.config, self.history = None, ()
            self.history_news.publish()

    async def repair(self) -> None:
        """Repair the data disk and start the engine again."""
        async with self._asking():
            await self.machine.repair()

    async def configure(self, **changes: object) -> tuple[str, ...]:
        """Change settings; the names of those that wait for the next start."""
        async with self._asking():
            waiting = await self.machine.configure(**changes)
            await self.read_config()
            await self.refresh()
            return waiting

    async def reclaim(self) -> Reclaimed:
        """Give free blocks and pages back to the host."""
        async with self._asking():
            given = await self.machine.reclaim()
            await self.refresh()
            return given

    async def diagnose(self) -> tuple[Check, ...]:
        """Look at everything that it needs; nothing is changed."""
        return tuple(map(told_check, await self.machine.diagnose()))

    async def _follow(self) -> None:
        """Take in events until they end."""
        try:
            async with aclosing(self.machine.events()) as events:  # type: ignore[type-var]
                async for event in events:
                    self._heard += 1
                    if event.kind == "note":
                        self.note = told(event.text)
                    if event.status is not None:
                        self._take(event.status)
                    if event.kind == "state":
                        await self._read_settings()
        except MachineError as error:
            log.info("The machine's events ended: %s", error)

    async def _read_settings(self) -> None:
        """Those of a machine that is there; others than the window may have changed them."""
        if self.status is not None and self.status.state is not State.ABSENT:
            config = await self.machine.config()
            if config != self.config:
                self.config = config
                self.news.publish()

    def _take(self, status: Status) -> None:
        status = told_status(status)
        if status != self.status:
            self.status = status
            self.news.publish()
            self._match()

    def _match(self) -> None:
        """A supervisor tells by itself; without one, looking is only for eyes and verbs."""
        alone = self.status is None or self.status.supervisor_pid is None
        quiet = self._resting and not self._asked and alone
        (self._hush.set if quiet else self._hush.clear)()
        (self._wake.clear if quiet else self._wake.set)()

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[None]:
        """Look often while something happens, so that a supervisor just born is heard early.

        Who catches what a verb raised finds the status as it is after that.
        """
        self._asked += 1
        self._look.set()
        self._match()
        try:
            yield
        except MachineError:
            await self.refresh()
            raise
        finally:
            self._asked -= 1
            self._look.set()
            self._match()


def host_facts(home: Path) -> HostFacts:
    """What this computer has; `home` is the folder of the machine, there or not yet."""
    folder = next(path for path in (home, *home.parents) if path.exists())
    return HostFacts(
        cpus=os.cpu_count() or 1,
        memory=psutil.virtual_memory().total,
        disk_free=shutil.disk_usage(folder).free,
    )
