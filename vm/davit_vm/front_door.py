"""The machine as the window and the command line see it: every verb, whoever has to carry it out.

What needs the running machine goes to its supervisor, which is started when there is none; what
only needs the folder is done here. Modules that do the work are imported when they are needed, so
that importing this costs a program that only talks to Docker next to nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from davit_vm.errors import (
    AlreadyCreated,
    AlreadyRunning,
    NotCreated,
    NotRunning,
    Unreachable,
    WrongState,
)
from davit_vm.paths import machine_paths
from davit_vm.status import Boot, Check, Event, Reclaimed, Remedy, State, Status

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from davit_vm.config import MachineConfig
    from davit_vm.control import Client
    from davit_vm.host.host import Host, ProcessIdentity
    from davit_vm.saved_state import SavedState

COME_UP = 20.0
"""Seconds that a new supervisor has until it answers; Python's imports on a busy computer."""
END = 60.0
"""Seconds that a supervisor has to go after it stopped the machine."""
ALREADY_RUNS = 3
"""Exit status of a supervisor that found another one."""
_REPEATABLE = frozenset({"start", "stop"})
"""What may be asked again when the supervisor, which may just have been ending, did not answer."""
LOOK = 0.2
"""Seconds between two looks at files that tell nothing by themselves."""


class Machine:
    """The one machine of this user, or the one in `home`. Making the object does no I/O."""

    def __init__(self, home: Path | None = None) -> None:
        self.paths = machine_paths(home)

    @property
    def home(self) -> Path:
        return self.paths.home

    @property
    def endpoint(self) -> str:
        """DOCKER_HOST: unix://… or npipe://…; it stays the same for the life of the machine."""
        from davit_vm.host.detect import detect_host

        return detect_host().docker_host(self.paths)

    async def status(self) -> Status:
        """How things stand; asks the supervisor or, without one, the folder."""
        with contextlib.suppress(NotRunning, Unreachable):
            status: Status = await self._call("status", Status)
            return status
        return await asyncio.to_thread(self._folder_status)

    async def create(self, config: MachineConfig | None = None) -> None:
        """Lay out the folder: settings, keys, guest image, empty data disk.

        Raises AlreadyCreated, ImageMissing, QemuMissing, HostDiskFull. `start` does the same when
        nothing is there yet.
        """
        from davit_vm import provision

        if (await self.status()).state is not State.ABSENT:
            raise AlreadyCreated(
                f"There is a machine in {self.home} already",
                hint="Change it with davit machine set, or remove it with davit machine reset.",
            )
        await provision.create(self.paths, config)

    async def start(self) -> None:
        """Return when the engine inside answers. Raises BootFailed, Cancelled and others."""
        await self._call_or_spawn("start")

    async def stop(self) -> None:
        """Stop containers, sync, power off. Stopping a stopped machine is not an error."""
        try:
            await self._call("stop")
        except (NotRunning, Unreachable):
            # Without a supervisor, or with one that was killed just now, QEMU may go on.
            if await asyncio.to_thread(self._orphaned):
                await self._call_or_spawn("stop")

    async def shut_down(self) -> None:
        """Stop, also the supervisor: nothing of this program runs on. Raises WrongState."""
        with contextlib.suppress(NotCreated):
            await self.stop()
        await self._supervisor_gone()

    async def quit(self) -> None:
        """Stop it, and its supervisor as well: nothing of it runs any more."""
        await self.stop()
        await self._supervisor_gone()

    async def restart(self) -> None:
        """Stop, also the supervisor, and start: settings that waited for it take effect."""
        await self.stop()
        await self.start()

    async def pause(self) -> None:
        """Let the guest's processors stand still; raises NotRunning and WrongState."""
        await self._call("pause")

    async def resume(self) -> None:
        """Let them go on; the guest's clock is set. Raises NotRunning and WrongState."""
        await self._call("resume")

    async def events(self) -> AsyncGenerator[Event, None]:
        """News, the current status first; ends when the supervisor ends. Ask again then.

        Without a supervisor the status from the folder comes first, and the rest when there is one.
        """
        told = False
        while True:
            try:
                async with self._supervisor() as supervisor, self._closing(supervisor) as events:
                    async for event in events:
                        yield event
                return
            except OSError:
                if not told:
                    yield _as_event(await asyncio.to_thread(self._folder_status))
                    told = True
            await asyncio.sleep(LOOK)

    async def console(self, *, follow: bool = True) -> AsyncGenerator[bytes, None]:
        """What the guest printed since its last start, and with `follow` what it prints now."""
        from davit_vm.console import read_log

        async with contextlib.aclosing(read_log(self.paths.console_log, follow=follow)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def history(self) -> tuple[Boot, ...]:
        """Oldest first."""
        from davit_vm import history

        return await asyncio.to_thread(history.load, self.paths.history)

    async def config(self) -> MachineConfig:
        """The settings; the defaults for this computer when there is no machine yet."""
        from davit_vm import provision

        return await asyncio.to_thread(provision.settings, self.paths)

    async def configure(self, **changes: Any) -> tuple[str, ...]:
        """Change settings; the names of those that take effect with the next start.

        Raises BadSetting, and then nothing has changed.
        """
        from davit_vm import provision

        try:
            return tuple(await self._call("configure", list[str], changes=_plain(changes)))
        except NotRunning:
            await asyncio.to_thread(provision.change_settings, self.paths, _plain(changes))
            return ()

    async def reclaim(self) -> Reclaimed:
        """Give free disk and memory back to the host. Raises NotRunning."""
        answer: Reclaimed = await self._call("reclaim", Reclaimed)
        return answer

    async def diagnose(self) -> tuple[Check, ...]:
        from davit_vm import diagnosis

        return await diagnosis.diagnose(self.home, await self.status())

    async def mend(self, remedy: Remedy) -> None:
        """Do what a check proposed, after the system's own question. Raises RemedyFailed."""
        from davit_vm.host.detect import detect_host

        await detect_host().carry_out(remedy)

    def group_remedy(self, group: str) -> Remedy | None:
        """One step that lets this user into a group; None where that is not how it is done."""
        from davit_vm.host.detect import detect_host

        return detect_host().group_remedy(group)

    async def write_bundle(self, path: Path) -> None:
        """A local archive for a bug report, secrets redacted."""
        from davit_vm import bundle, diagnosis

        status = await self.status()
        await bundle.write(self.home, status, await diagnosis.diagnose(self.home, status), path)

    async def export(self, path: Path, progress: Callable[[float], None] | None = None) -> None:
        """All containers, images and volumes into one file. The machine must be stopped."""
        from davit_vm import export

        await self._require_stopped("export it")
        await export.export(self.home, path, progress)

    async def import_(self, path: Path, progress: Callable[[float], None] | None = None) -> None:
        """Replace the data disk by an exported one. The machine must be stopped."""
        from davit_vm import export

        await self._require_stopped("import into it", absent=True)
        await export.import_(self.home, path, progress)

    async def upgrade(self, image: Path | None = None) -> None:
        """Start with another guest image; raises UpgradeFailed when the old one had to come back.

        `image` is a folder made by vm/image/build, or the tar of one; None: the one that came with
        this program.
        """
        if image is not None and image.is_file():
            from davit_vm import guest_archive
            from davit_vm.host.detect import detect_host

            detect_host().make_private_folder(self.home)
            unpacked = guest_archive.unpacked(image, self.home)
            folder = await asyncio.to_thread(unpacked.__enter__)
            try:
                await self.upgrade(folder)
            finally:
                unpacked.__exit__(None, None, None)
            return
        await self._call_or_spawn("upgrade", image=str(image.absolute()) if image else None)

    async def reset(self) -> None:
        """Delete every container, image and volume; settings stay."""
        from davit_vm import provision

        await self.shut_down()
        await provision.reset(self.paths)

    async def repair(self) -> str:
        """Check and mend the data disk; what the file system check said."""
        answer: str = await self._call_or_spawn("repair", str)
        return answer

    async def shell(self, command: Sequence[str] = ()) -> int:
        """A shell, or `command`, in the guest, on this program's terminal; its exit status."""
        from davit_vm import saved_state
        from davit_vm.ssh.session import Session
        from davit_vm.ssh.shell import interactive

        saved = await asyncio.to_thread(saved_state.load, self.paths.state)
        if saved is None or not saved.ssh_port or not _alive(saved.qemu):
            raise NotRunning("The machine is not running", hint="Start it: davit machine start")
        address = ("127.0.0.1", saved.ssh_port)
        async with Session(
            address, client_key=self.paths.ssh_key, host_key=self.paths.host_key
        ) as session:
            return await interactive(session, command)

    def _supervisor(self) -> Client:
        from davit_vm.control import Client, address
        from davit_vm.host.detect import detect_host

        return Client(address(detect_host(), self.paths))

    def _closing(self, supervisor: Client) -> contextlib.aclosing[AsyncGenerator[Event, None]]:
        return contextlib.aclosing(supervisor.events())

    async def _call(self, method: str, kind: Any = None, **params: Any) -> Any:
        """Raises NotRunning when there is no supervisor, Unreachable when it ends meanwhile."""
        try:
            supervisor = await self._supervisor().__aenter__()
        except OSError as error:
            raise NotRunning(
                "The machine is not running", hint="Start it: davit machine start"
            ) from error
        try:
            return await supervisor.call(method, kind, **params)
        except ConnectionError as error:
            raise Unreachable(
                "The machine's supervisor ended before it answered",
                hint=f"Its log may tell why: {self.paths.supervisor_log}",
            ) from error
        finally:
            await supervisor.__aexit__(None, None, None)

    async def _call_or_spawn(self, method: str, kind: Any = None, **params: Any) -> Any:
        for _ in range(3):
            try:
                return await self._call(method, kind, **params)
            except NotRunning:
                await self._spawn()
            except Unreachable:
                if method not in _REPEATABLE:
                    raise
        return await self._call(method, kind, **params)

    async def _spawn(self) -> None:
        """Start a supervisor and wait until it answers, or until it says why it cannot."""
        from davit_vm.host.detect import detect_host

        host = detect_host()
        host.make_private_folder(self.home)
        log = self.paths.supervisor_log
        argv = [*_supervisor_program(host), "run", "--home", str(self.home)]
        process = host.spawn(argv, log=log)
        deadline = asyncio.get_running_loop().time() + COME_UP
        while asyncio.get_running_loop().time() < deadline:
            with contextlib.suppress(OSError):
                async with self._supervisor():
                    return
            if process.poll() is not None and process.returncode != 0:
                await self._lost_race(process.returncode)
                return
            await asyncio.sleep(0.05)
        raise Unreachable(
            "The machine's supervisor did not come up",
            why=f"it did not answer within {COME_UP:.0f} s",
            hint=f"Its log may tell why: {log}",
            details=await asyncio.to_thread(_tail, log),
        )

    async def _lost_race(self, code: int) -> None:
        """A supervisor that ended at once: fine when another one was quicker."""
        deadline = asyncio.get_running_loop().time() + COME_UP
        while code == ALREADY_RUNS and asyncio.get_running_loop().time() < deadline:
            with contextlib.suppress(OSError):
                async with self._supervisor():
                    return
            await asyncio.sleep(0.05)
        raise AlreadyRunning(
            "The machine's supervisor could not start",
            hint=f"Its log may tell more: {self.paths.supervisor_log}",
            details=await asyncio.to_thread(_tail, self.paths.supervisor_log),
        )

    async def _supervisor_gone(self) -> None:
        """Ask it to end, and wait until it has let go of the folder."""
        from davit_vm.host.detect import detect_host

        deadline = asyncio.get_running_loop().time() + END
        with contextlib.suppress(NotRunning, Unreachable):
            await self._call("quit")
        while self.paths.lock.exists() and asyncio.get_running_loop().time() < deadline:
            lock = detect_host().lock(self.paths.lock)
            if lock is not None:
                lock.release()
                return
            await asyncio.sleep(LOOK)
        if not self.paths.lock.exists():
            return
        raise WrongState(
            "The machine's supervisor does not end",
            hint=f"Its log may tell why: {self.paths.supervisor_log}",
        )

    def _saved(self) -> SavedState | None:
        from davit_vm import saved_state

        return saved_state.load(self.paths.state)

    def _orphaned(self) -> bool:
        saved = self._saved()
        return saved is not None and _alive(saved.qemu)

    def _folder_status(self) -> Status:
        from davit_vm import provision, saved_state

        saved = self._saved()
        if saved is None or not provision.exists(self.paths):
            return Status(
                state=State.STOPPED if provision.exists(self.paths) else State.ABSENT,
                home=str(self.home),
                endpoint=self.endpoint,
            )
        return saved_state.truth(
            saved,
            supervisor_alive=_alive(saved.supervisor),
            qemu_alive=_alive(saved.qemu),
        )

    async def _require_stopped(self, purpose: str, *, absent: bool = False) -> None:
        state = (await self.status()).state
        if state in (State.STOPPED, State.FAILED) or (absent and state is State.ABSENT):
            await self._supervisor_gone()
            return
        if state is State.ABSENT:
            raise NotCreated(
                f"There is no machine in {self.home}", hint="Create it: davit machine create"
            )
        raise WrongState(
            f"Cannot {purpose} while the machine is {state}",
            hint="Stop it first: davit machine stop",
        )


def _supervisor_program(host: Host) -> list[str]:
    """davit-machine: beside the program of a bundle, else this Python's."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name("davit-machine" + host.executable_suffix))]
    return [sys.executable, "-m", "davit_vm"]


def _alive(process: ProcessIdentity | None) -> bool:
    from davit_vm.host.detect import detect_host

    return process is not None and detect_host().alive(process)


def _plain(changes: dict[str, Any]) -> dict[str, Any]:
    import msgspec

    plain: dict[str, Any] = msgspec.to_builtins(changes)
    return plain


def _as_event(status: Status) -> Event:
    return Event(
        time=time.time(), kind="state", text=f"The machine is {status.state}.", status=status
    )


def _tail(log: Path) -> str:
    try:
        return log.read_bytes()[-4000:].decode(errors="replace")
    except OSError:
        return ""
