"""One start of the machine: from files on the host to an engine that answers."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from typing_extensions import override

from davit_vm import engine_api, provision, seed, stages, upgrade
from davit_vm.cleanup import cancel, finish
from davit_vm.config import MachineConfig
from davit_vm.console import read_log
from davit_vm.errors import (
    AcceleratorUnusable,
    BootFailed,
    GuestRestarted,
    MachineError,
    Unreachable,
)
from davit_vm.guest import OWN_FORWARDS, POWER_DOWN, LiveGuest, Wiring, console_tail
from davit_vm.host.host import Accelerator, Transport
from davit_vm.machine import Driver, Start
from davit_vm.paths import Paths
from davit_vm.qemu.command import Export, Launch, command_line
from davit_vm.qemu.disk import DataDisk
from davit_vm.qemu.find import Qemu, find_qemu
from davit_vm.qemu.guest_image import GuestImage
from davit_vm.qemu.monitor import Monitor
from davit_vm.qemu.probe import Choice, choose, condemn
from davit_vm.qemu.process import QemuProcess
from davit_vm.shares.folders import Mount, seed_lines
from davit_vm.shares.reverse import ReverseShares
from davit_vm.stages import Progress

log = logging.getLogger(__name__)

_LOOK_AGAIN: Final = 0.05
_LONGEST_LINE: Final = 2 * 65_536
"""Bytes of the console that are kept to find the end of a line."""
_SHARES_LIMIT: Final = 60.0
_ENGINE_STOP: Final = 15
"""Seconds that the engine gives its containers when its settings do not say."""


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """What a start is made of."""

    config: MachineConfig
    image: GuestImage
    qemu: Qemu
    transport: Transport
    taken_over: bool = False
    """QEMU runs already, as it was started before."""


class Boot(Driver):
    """Starts guests on the QEMU of this computer.

    `prepared` is called with what has been decided, before QEMU starts; `adopted` tells what is
    known of a QEMU that another supervisor has started; `confirmed` is called when the guest is
    ready and nobody has been let in yet.
    """

    def __init__(
        self,
        wiring: Wiring,
        prepared: Callable[[Prepared], None],
        adopted: Callable[[], Start | None],
        confirmed: Callable[[], None],
    ) -> None:
        self._wiring = wiring
        self._prepared = prepared
        self._adopted = adopted
        self._confirmed = confirmed

    @override
    async def boot(self, tell: Callable[[Start], None]) -> LiveGuest:
        """Adopt the QEMU that runs, or start one; fall back to emulation when that has to be."""
        host, paths = self._wiring.host, self._wiring.paths
        config = await asyncio.to_thread(provision.settings, paths, host)
        image = await provision.ensure(host, paths, config)
        qemu = await find_qemu(host, config.qemu, image.architecture)
        process = await asyncio.to_thread(QemuProcess.adopt, host, paths)
        if process is not None:
            self._prepare(config, image, qemu, taken_over=True)
            guest = await self._adopt(process, config, qemu, tell)
            if guest is not None:
                self._confirmed()
                return guest
        disk = DataDisk(qemu.image_tool, paths.data_disk)
        await upgrade.tidy(paths, disk)
        if disk.info().size < config.disk:
            await disk.grow(config.disk)
        self._prepare(config, image, qemu)
        guest = await self._start(config, image, qemu, tell)
        self._confirmed()
        return guest

    async def _start(
        self, config: MachineConfig, image: GuestImage, qemu: Qemu, tell: Callable[[Start], None]
    ) -> LiveGuest:
        host, paths = self._wiring.host, self._wiring.paths
        choice = await choose(host, qemu, config.accelerator, image.architecture, paths)
        try:
            return await self._attempt_twice(_Plan(config, image, qemu, choice), tell)
        except AcceleratorUnusable as error:
            if choice.accelerator is Accelerator.TCG or config.accelerator != "auto":
                raise
            log.warning("%s did not boot the guest: %s", choice.accelerator, error)
            reason = error.why.removeprefix(f"{choice.accelerator.upper()} ")
            await asyncio.to_thread(
                condemn, host, qemu, choice.accelerator, image.architecture, reason, paths
            )
        choice = await choose(host, qemu, config.accelerator, image.architecture, paths)
        return await self._attempt_twice(_Plan(config, image, qemu, choice), tell)

    async def _attempt_twice(self, plan: "_Plan", tell: Callable[[Start], None]) -> LiveGuest:
        """Emulated, a kernel that changes its own code while it boots may die of it, rarely."""
        try:
            return await self._attempt(plan, tell)
        except GuestRestarted as error:
            if plan.choice.accelerator is not Accelerator.TCG:
                raise
            log.warning("the guest's kernel has given up, once more: %s", error.details)
        return await self._attempt(plan, tell)

    def _transport(self, config: MachineConfig, qemu: Qemu) -> Transport:
        return transport(config, qemu, self._wiring.host.transports[0])

    def _exported(self, config: MachineConfig, qemu: Qemu) -> tuple[Mount, ...]:
        """Folders that QEMU itself brings into the guest; it refuses those that are not there."""
        if self._transport(config, qemu) != "9p":
            return ()
        shared = self._wiring.shares.mounts
        return tuple(mount for mount in shared if Path(mount.host_path).is_dir())

    def _prepare(
        self, config: MachineConfig, image: GuestImage, qemu: Qemu, *, taken_over: bool = False
    ) -> None:
        self._prepared(
            Prepared(
                config=config,
                image=image,
                qemu=qemu,
                transport=self._transport(config, qemu),
                taken_over=taken_over,
            )
        )

    async def rescue(self) -> LiveGuest:
        """A guest that leaves the data disk alone and starts no engine, only its SSH server."""
        host, paths = self._wiring.host, self._wiring.paths
        config = await asyncio.to_thread(provision.settings, paths, host)
        image = await provision.ensure(host, paths, config)
        qemu = await find_qemu(host, config.qemu, image.architecture)
        choice = await choose(host, qemu, config.accelerator, image.architecture, paths)
        return await self._attempt(_Plan(config, image, qemu, choice, rescue=True), _unheard)

    async def _attempt(self, plan: "_Plan", tell: Callable[[Start], None]) -> LiveGuest:
        host, paths = self._wiring.host, self._wiring.paths
        report = _Report(tell, plan.start())
        command = await asyncio.to_thread(self._command_line, plan)
        process = await QemuProcess.start(host, paths, command)
        guest: LiveGuest | None = None
        try:
            guest = await self._connect(process, plan.choice.accelerator, plan.config)
            report.finish("qemu")
            await self._until_ready(guest, report, rescue=plan.rescue)
            if not plan.rescue:
                await self._share(guest, plan.qemu, plan.config)
        except BaseException as error:
            # It says why it died; that nobody answers any more says less.
            died = guest is None and isinstance(error, Unreachable) and await _died(process)
            await finish(process.end(grace=0.5) if guest is None else guest.discard())
            if died:
                raise process.explain() from error
            if guest is not None and guest.failure is not None and isinstance(error, MachineError):
                raise guest.failure from error
            raise
        return guest

    async def _adopt(
        self,
        process: QemuProcess,
        config: MachineConfig,
        qemu: Qemu,
        tell: Callable[[Start], None],
    ) -> LiveGuest | None:
        """Take over a guest that runs; None when it does not answer, and then it is gone."""
        known = self._adopted() or Start(accelerator=Accelerator.TCG, began=time.time())
        guest: LiveGuest | None = None
        try:
            guest = await self._connect(process, Accelerator(known.accelerator), config)
            await self._until_ready(guest, _Report(_unheard, known), rescue=False)
            await self._share(guest, qemu, config)
        except MachineError as error:
            log.warning("cannot adopt QEMU %s: %s", process.identity.pid, error)
            await finish(process.end(grace=0.5) if guest is None else guest.discard())
            return None
        except BaseException:
            # Cancelled by a stop: then the guest is to end as well.
            await finish(process.end(grace=0.5) if guest is None else guest.discard())
            raise
        tell(known)
        return guest

    async def _connect(
        self, process: QemuProcess, accelerator: Accelerator, config: MachineConfig
    ) -> LiveGuest:
        monitor = await Monitor.connect(self._wiring.host, self._wiring.paths)
        slower = 2.0 if accelerator is Accelerator.TCG else 1.0
        containers = float(config.engine.get("shutdown-timeout", _ENGINE_STOP))
        stop_limit = slower * (POWER_DOWN + containers)
        guest = LiveGuest(self._wiring, process, monitor, accelerator, stop_limit=stop_limit)
        try:
            await guest.connect()
        except BaseException:
            await finish(guest.close())
            raise
        return guest

    def _command_line(self, plan: "_Plan") -> tuple[str, ...]:
        host, paths, config = self._wiring.host, self._wiring.paths, plan.config
        shared = () if plan.rescue else self._exported(config, plan.qemu)
        items = seed.write(
            paths,
            config,
            shares=seed_lines(shared) if shared else "",
            proxies=seed.host_proxies(config),
            rescue=plan.rescue,
        )
        return command_line(
            Launch(
                qemu=plan.qemu,
                system=host.system,
                host_architecture=host.facts().architecture,
                sandbox=host.sandbox,
                acceleration=plan.choice.acceleration,
                config=config,
                paths=paths,
                image=plan.image,
                exports=tuple(
                    Export(tag=mount.tag, path=str(mount.host_path), read_only=mount.read_only)
                    for mount in shared
                ),
                forwards=OWN_FORWARDS,
                fw_cfg=items,
            )
        )

    async def _share(self, guest: LiveGuest, qemu: Qemu, config: MachineConfig) -> None:
        """Mount what QEMU does not bring into the guest, and keep it mounted."""
        shares = self._wiring.shares
        if self._transport(config, qemu) == "9p" or not shares.mounts or guest.session is None:
            return
        reverse = ReverseShares(guest.session, shares.mounts, shares.tell)
        guest.keep(reverse.run(), "shares")
        # A folder that cannot be mounted is told where it is asked for.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(reverse.settled(), _SHARES_LIMIT)

    async def _until_ready(self, guest: LiveGuest, report: "_Report", *, rescue: bool) -> None:
        """Follow the console until the engine answers; raises what the guest or its silence says.

        A guest that was asked to be in `rescue` is there when it has refused the data disk.
        """
        news: asyncio.Queue[stages.Beacon | None] = asyncio.Queue()
        tasks = [
            asyncio.create_task(_read_beacons(self._wiring.paths.console_log, news)),
            asyncio.create_task(_notice_death(guest.process, news)),
        ]
        try:
            deadlines: dict[str, float] = {}
            while (stage := report.progress.current) != "endpoint":
                assert stage is not None
                limit = stages.limit(stage, guest.accelerator)
                deadlines.setdefault(stage, time.monotonic() + limit)
                try:
                    async with asyncio.timeout(deadlines[stage] - time.monotonic()):
                        beacon = await news.get()
                except TimeoutError as error:
                    raise self._overdue(guest, stage, limit) from error
                if await self._hear(guest, report, beacon, rescue=rescue):
                    return
            await self._until_answer(guest, news)
        finally:
            await cancel(*tasks)
        report.finish("endpoint")

    async def _hear(
        self,
        guest: LiveGuest,
        report: "_Report",
        beacon: stages.Beacon | None,
        *,
        rescue: bool,
    ) -> bool:
        """Raise what the beacon says is wrong; True when the rescue that was asked for is there."""
        if beacon is None:
            raise await _death(guest, self._wiring.paths)
        failure = stages.failure(beacon, console_tail(self._wiring.paths))
        if failure is not None:
            if rescue and beacon.detail.startswith("data"):
                return True
            raise failure
        if rescue and beacon.name == "data":
            raise BootFailed(
                "The guest did not leave the data disk alone",
                "its image is too old to know how",
                "Upgrade it first: davit machine upgrade",
            )
        report.hear(beacon)
        return False

    async def _until_answer(
        self, guest: LiveGuest, news: "asyncio.Queue[stages.Beacon | None]"
    ) -> None:
        limit = stages.limit("endpoint", guest.accelerator)
        answer = asyncio.create_task(_keep_pinging(self._wiring))
        try:
            async with asyncio.timeout(limit):
                while not answer.done():
                    heard = asyncio.create_task(news.get())
                    await asyncio.wait((answer, heard), return_when=asyncio.FIRST_COMPLETED)
                    if heard.done() and heard.result() is None:
                        raise await _death(guest, self._wiring.paths)
                    heard.cancel()
        except TimeoutError as error:
            raise self._overdue(guest, "endpoint", limit) from error
        finally:
            await cancel(answer)

    def _overdue(self, guest: LiveGuest, stage: str, limit: float) -> MachineError:
        error = stages.overdue(stage, limit, console_tail(self._wiring.paths))
        if stage == "kernel" and guest.accelerator is not Accelerator.TCG:
            return AcceleratorUnusable(
                error.what,
                f"{guest.accelerator.upper()} did not run it within {limit:.0f} s",
                error.hint,
                error.details,
            )
        return error


class _Plan:
    """What has been decided for one attempt."""

    def __init__(
        self,
        config: MachineConfig,
        image: GuestImage,
        qemu: Qemu,
        choice: Choice,
        *,
        rescue: bool = False,
    ) -> None:
        self.config = config
        self.image = image
        self.qemu = qemu
        self.choice = choice
        self.rescue = rescue

    def start(self) -> Start:
        return Start(
            accelerator=self.choice.accelerator, note=self.choice.note, image=self.image.version
        )


class _Report:
    """Counts the stages of one attempt and tells of each."""

    def __init__(self, tell: Callable[[Start], None], start: Start) -> None:
        self._tell = tell
        self._start = start
        self._began = time.monotonic()
        self.progress = Progress()
        self._say()

    def hear(self, beacon: stages.Beacon) -> None:
        if beacon.name == "ready":
            # A line of the kernel may have run into the beacon of a stage; it has ended by now.
            for stage in stages.STAGES[: stages.STAGES.index("engine")]:
                self.finish(stage)
        stage_ended = stages.finished_by(beacon)
        if stage_ended is not None:
            self.finish(stage_ended)

    def finish(self, stage: str) -> None:
        self.progress = self.progress.finish(stage, time.monotonic() - self._began)
        self._say()

    def _say(self) -> None:
        self._tell(msgspec.structs.replace(self._start, stages=self.progress.times))


def transport(config: MachineConfig, qemu: Qemu, best: Transport) -> Transport:
    """How folders are shared: as the user chose, else the best that host and QEMU can."""
    if config.share_transport != "auto":
        return config.share_transport
    return "9p" if best == "9p" and qemu.has_9p else "sftp"


async def _keep_pinging(wiring: Wiring) -> None:
    while True:
        with contextlib.suppress(Unreachable):
            await engine_api.ping(wiring.gate)
            return
        await asyncio.sleep(_LOOK_AGAIN)


async def _read_beacons(console: Path, news: "asyncio.Queue[stages.Beacon | None]") -> None:
    rest = b""
    async with contextlib.aclosing(read_log(console, follow=True, every=0.02)) as chunks:
        async for chunk in chunks:
            *lines, rest = (rest + chunk)[-_LONGEST_LINE:].split(b"\n")
            for line in lines:
                beacon = stages.parse_beacon(line)
                if beacon is not None:
                    news.put_nowait(beacon)


async def _notice_death(process: QemuProcess, news: "asyncio.Queue[stages.Beacon | None]") -> None:
    await process.wait()
    news.put_nowait(None)


async def _death(guest: LiveGuest, paths: Paths) -> MachineError:
    return await guest.explain() or BootFailed(
        "The guest shut itself down while it started",
        "the end of its console may say why",
        "Look at it: davit machine console",
        console_tail(paths),
    )


def _unheard(_: Start) -> None:
    """For starts that nobody follows."""


async def _died(process: QemuProcess) -> bool:
    """Whether it is about to be gone by itself, after its monitor has closed."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), 2.0)
    return not process.alive
