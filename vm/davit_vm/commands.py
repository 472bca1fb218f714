"""What clients ask of a machine: change settings, pause, give back, upgrade, repair."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_vm import provision, reclaim, seed, upgrade
from davit_vm.boot import Boot
from davit_vm.cleanup import finish
from davit_vm.config import MachineConfig, restart_needed
from davit_vm.config import save as save_settings
from davit_vm.control import Handler
from davit_vm.errors import MachineError, NotRunning, UpgradeFailed
from davit_vm.guest import LiveGuest
from davit_vm.host.host import Host
from davit_vm.machine import Machine, require
from davit_vm.paths import Paths
from davit_vm.qemu.disk import DataDisk
from davit_vm.qemu.guest_image import find_image
from davit_vm.status import EventKind, Reclaimed, State

_REPAIR_LIMIT: Final = 4 * 3600.0
_FSCK_MENDED: Final = 3
"""Bits of e2fsck's exit status that mean: errors were found and corrected."""


class Settings(msgspec.Struct, kw_only=True):
    """The machine's settings now and at its start; both change."""

    wanted: MachineConfig
    running: MachineConfig
    """What the guest was started with."""

    def pending(self) -> tuple[str, ...]:
        """The names of those that wait for the next start."""
        return restart_needed(self.running, self.wanted)


class Commands:
    """Each of them raises MachineError when it cannot be carried out."""

    def __init__(
        self,
        host: Host,
        paths: Paths,
        settings: Settings,
        machine: Machine,
        boot: Boot,
        *,
        tell: Callable[[EventKind, str], None],
        trimmed: Callable[[], None],
    ) -> None:
        """`trimmed` is called when the data disk was trimmed."""
        self._host = host
        self._paths = paths
        self._settings = settings
        self._machine = machine
        self._boot = boot
        self._tell = tell
        self._trimmed = trimmed

    def handlers(self) -> dict[str, Handler]:
        """By the name that the control protocol has for them."""

        async def configure(params: dict[str, Any]) -> tuple[str, ...]:
            return await self.configure(params.get("changes", {}))

        async def upgrade(params: dict[str, Any]) -> None:
            image = params.get("image")
            await self.upgrade(Path(image) if image else None)

        return {
            "pause": lambda _: self.pause(),
            "resume": lambda _: self.resume(),
            "configure": configure,
            "reclaim": lambda _: self.reclaim(),
            "upgrade": upgrade,
            "repair": lambda _: self.repair(),
        }

    def guest(self) -> LiveGuest | None:
        guest = self._machine.guest
        return guest if isinstance(guest, LiveGuest) else None

    def pending(self) -> tuple[str, ...]:
        """The names of the settings that wait for the next start of a machine that runs."""
        if self._machine.state not in (State.STARTING, State.READY, State.PAUSED):
            return ()
        return self._settings.pending()

    async def pause(self) -> None:
        require("pause", self._machine.state)
        await self._require_guest().monitor.pause()
        self._machine.stands_still()

    async def resume(self) -> None:
        require("resume", self._machine.state)
        await self._require_guest().monitor.resume()
        self._machine.goes_on()

    async def configure(self, changes: dict[str, Any]) -> tuple[str, ...]:
        """Change settings; the names of those that wait for the next start."""
        require("change", self._machine.state)
        before = self._settings.wanted
        disk_now = await asyncio.to_thread(provision.disk_size, self._paths)
        config = provision.changed_settings(before, changes, self._host.facts(), disk_now=disk_now)
        await asyncio.to_thread(save_settings, config, self._paths.settings)
        self._settings.wanted = config
        guest = self.guest()
        if guest is not None:
            if config.host_ports != before.host_ports:
                await guest.ask(f"host-ports '{seed.host_ports(config.host_ports)}'")
            if config.disk > disk_now:
                await guest.monitor.resize_disk(config.disk)
                await guest.ask("grow", limit=None)
        self._tell("state", "The settings changed.")
        return self.pending()

    async def reclaim(self) -> Reclaimed:
        require("reclaim", self._machine.state)
        guest = self._require_guest()
        freed = await reclaim.reclaim(guest, self._paths.data_disk)
        self._trimmed()
        return freed

    async def upgrade(self, source: Path | None) -> None:
        """Start with another guest image, or be back at the old one with UpgradeFailed."""
        require("upgrade", self._machine.state)
        architecture = self._host.facts().architecture
        folder = source or find_image(self._settings.wanted, architecture)
        new = await asyncio.to_thread(provision.lay_out, folder, self._paths)
        old = await asyncio.to_thread(provision.current_image, self._paths)
        if old is None:
            await asyncio.to_thread(provision.use, new, self._paths)
        elif old.version != new.version:
            was_running = self._machine.state is State.READY
            await self._machine.stop()
            disk = await self._disk()
            await upgrade.begin(self._paths, disk, old, new)
            try:
                await self._machine.start()
            except MachineError as error:
                await self._machine.stop()
                await upgrade.settle(self._paths, disk)
                if was_running:
                    await self._machine.start()
                raise UpgradeFailed(
                    f"The guest image {new.version} did not get ready",
                    f"{error}. The machine is back at {old.version}, with all its data",
                    "",
                    error.details,
                ) from error
            keep = {old.version, new.version}
            await asyncio.to_thread(provision.forget_images, self._paths, keep)
            self._tell("note", f"The machine runs the guest image {new.version}.")

    async def repair(self) -> str:
        """Check and mend the data disk, first the image, then the file system in it."""
        said: list[str] = []

        async def work() -> None:
            said.append(await (await self._disk()).check(repair=True))
            guest = await self._boot.rescue()
            try:
                assert guest.session is not None
                result = await guest.session.run(
                    "/usr/lib/davit/guest repair", timeout=_REPAIR_LIMIT
                )
            finally:
                await finish(guest.stop())
            text = (result.stdout + result.stderr).decode(errors="replace")
            if result.status & ~_FSCK_MENDED:
                raise MachineError(
                    "The data disk could not be mended",
                    f"e2fsck ended with status {result.status}",
                    "Save what can be read: davit machine export FILE. "
                    "Then start anew: davit machine reset",
                    text,
                )
            said.append(text)

        await self._machine.work_on(work, "The data disk is checked and mended.")
        return "\n".join(part.strip() for part in said if part.strip())

    async def _disk(self) -> DataDisk:
        return await provision.data_disk(self._host, self._paths, self._settings.wanted)

    def _require_guest(self) -> LiveGuest:
        guest = self.guest()
        if guest is None:
            raise NotRunning("The machine is not running", "", "Start it: davit machine start")
        return guest
