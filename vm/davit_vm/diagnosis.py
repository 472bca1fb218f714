"""Everything that a machine needs, looked at one by one: what is in order, what is not, what to do.

A check has the checks it depends on; when one of them failed, or the machine does not run, it is
not tried. Nothing is changed by looking.
"""

import asyncio
import contextlib
import os
import stat
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec
import psutil

from davit_vm import config as settings_file
from davit_vm import engine_api, provision, saved_state, seed, stages
from davit_vm.config import GIB, MIB, MachineConfig, format_size
from davit_vm.console import read_log
from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.listeners import connect
from davit_vm.errors import HostDiskFull, MachineError, QemuMissing
from davit_vm.host.detect import detect_host
from davit_vm.host.host import Host, ProcessIdentity
from davit_vm.paths import Paths, machine_paths
from davit_vm.qemu.disk import DataDisk, inspect
from davit_vm.qemu.find import Qemu, find_qemu
from davit_vm.qemu.guest_image import find_image, load_image, verify_image
from davit_vm.qemu.probe import choose
from davit_vm.saved_state import SavedState
from davit_vm.ssh.session import Session
from davit_vm.status import Check, Remedy, State, Status

_PATIENCE: Final = 40.0
"""Seconds for one check; an emulated guest on a busy computer takes a few."""
_LEAST_ROOM: Final = 2 * GIB
_LEAST_GUEST_ROOM: Final = 0.05
"""Of the data disk; ext4 keeps as much for root."""
_CLOCK_LIMIT: Final = 5.0
_RUNNING: Final = (State.READY, State.STARTING, State.STOPPING)
_RESTART: Final = "Restart it: davit machine restart"
_DNS: Final = (
    "import socket;s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM);s.settimeout(5);"
    r"s.sendto(b'\x12\x34\1\0\0\1\0\0\0\0\0\0\x09localhost\0\0\1\0\1',('10.0.2.3',53));"
    "print(len(s.recv(512)))"
)
"""Any answer will do: whether the name exists is the host's affair."""

Look = Callable[[], Awaitable[str]]


async def diagnose(home: Path, status: Status) -> tuple[Check, ...]:
    """All checks, in the order in which a start needs them."""
    patient = _Patient(detect_host(), machine_paths(home), status)
    try:
        for name, look, after in patient.checks():
            await patient.check(name, look, after)
    finally:
        await patient.close()
    return tuple(patient.findings)


class _NotTried(Exception):
    """This check has no meaning now; the message says why."""


class _Patient:
    """The machine under examination, and what has been found so far."""

    def __init__(self, host: Host, paths: Paths, status: Status) -> None:
        self.findings: list[Check] = []
        self._host = host
        self._paths = paths
        self._status = status
        self._config: MachineConfig | None = None
        self._qemu: Qemu | None = None
        self._hint = ""
        self._remedy: Remedy | None = None
        self._session: Session | None = None

    def checks(self) -> tuple[tuple[str, Look, tuple[str, ...]], ...]:
        """Name, look, and the checks that must have gone well before."""
        return (
            ("folder", self._folder, ()),
            ("settings", self._settings, ()),
            ("QEMU", self._find_qemu, ("settings",)),
            ("accelerator", self._accelerator, ("QEMU",)),
            ("guest image", self._image, ("settings",)),
            ("data disk", self._data_disk, ("QEMU", "folder")),
            ("space on this computer", self._room, ()),
            ("memory of this computer", self._memory, ("settings",)),
            ("shared folders", self._shared_folders, ("settings",)),
            ("supervisor", self._supervisor, ("folder",)),
            ("QEMU process", self._process, ("folder",)),
            ("QEMU monitor", self._monitor, ("supervisor", "QEMU process")),
            ("start", self._console, ("QEMU process",)),
            ("engine's gate", self._gate, ("QEMU process",)),
            ("engine", self._ping, ("engine's gate",)),
            ("Docker endpoint", self._endpoint, ("engine",)),
            ("SSH", self._ssh, ("QEMU process",)),
            ("clock", self._clock, ("SSH",)),
            ("name resolution", self._dns, ("SSH",)),
            ("space in the machine", self._guest_room, ("SSH",)),
            ("mounted folders", self._mounts, ("SSH", "shared folders")),
            ("published ports", self._forwards, ("QEMU process",)),
        )

    async def check(self, name: str, look: Look, after: tuple[str, ...]) -> None:
        self._hint, self._remedy = "", None
        went = {found.name: found.ok for found in self.findings}
        ok: bool | None
        try:
            if missing := next((needed for needed in after if not went[needed]), None):
                raise _NotTried(f"needs: {missing}")
            async with asyncio.timeout(_PATIENCE):
                detail = await look()
            ok = True
        except _NotTried as reason:
            ok, detail = None, str(reason)
        except MachineError as error:
            ok, self._hint = False, error.hint
            detail = str(error) if error.what else error.why
        except TimeoutError:
            ok, detail, self._hint = False, f"no answer within {_PATIENCE:.0f} s", _RESTART
        except OSError as error:
            ok, detail = False, error.strerror or str(error)
        self.findings.append(
            Check(name=name, ok=ok, detail=detail, hint=self._hint, remedy=self._remedy)
        )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    # ---- the folder and this computer

    async def _folder(self) -> str:
        home = self._paths.home
        if not home.exists():
            self._hint = "Create the machine: davit machine start"
            raise _NotTried(f"{home} does not exist yet")
        if os.name == "nt":
            return str(home)
        keys = (self._paths.ssh_key, self._paths.host_key, self._paths.gate_key)
        for path, most in (
            *((folder, 0o700) for folder in (home, self._paths.runtime)),
            *((key, 0o600) for key in (*keys, self._paths.data_disk)),
        ):
            with contextlib.suppress(FileNotFoundError):
                _require_private(path, most)
        return f"{home}, open to this user only"

    async def _settings(self) -> str:
        self._config = await asyncio.to_thread(provision.settings, self._paths, self._host)
        config = self._config
        settings_file.validate(config, self._host.facts())
        if not provision.exists(self._paths):
            return "none yet; the defaults of this computer apply"
        cpus = "1 CPU" if config.cpus == 1 else f"{config.cpus} CPUs"
        memory, disk = format_size(config.memory), format_size(config.disk)
        return f"{cpus}, {memory} of memory, {disk} of disk"

    async def _find_qemu(self) -> str:
        architecture = self._host.facts().architecture
        try:
            self._qemu = await find_qemu(self._host, self._known().qemu, architecture)
        except QemuMissing as error:
            if error.program:
                broken = Path(error.program)
                self._remedy = await asyncio.to_thread(self._host.program_remedy, broken)
            elif not self._known().qemu:
                self._remedy = self._host.qemu_remedy(architecture)
            raise
        return str(self._qemu)

    async def _accelerator(self) -> str:
        assert self._qemu is not None
        choice = await choose(
            self._host,
            self._qemu,
            self._known().accelerator,
            self._host.facts().architecture,
            self._paths,
        )
        self._hint = choice.hint
        if choice.note and self._known().accelerator == "auto":
            look = self._host.accelerator_remedy
            self._remedy = await asyncio.to_thread(look, self._qemu.program)
        return f"{choice.accelerator}. {choice.note}".removesuffix(". ")

    async def _image(self) -> str:
        architecture = self._host.facts().architecture
        image = await asyncio.to_thread(provision.current_image, self._paths)
        if image is None:
            folder = await asyncio.to_thread(find_image, self._known(), architecture)
            image = await asyncio.to_thread(load_image, folder)
        await asyncio.to_thread(verify_image, image)
        size = sum(file.size for file in image.files.values())
        return f"{image.version} with engine {image.engine}, {size // MIB} MiB, as it was built"

    async def _data_disk(self) -> str:
        disk = self._paths.data_disk
        if not disk.exists():
            raise _NotTried("none yet; the first start makes it")
        info = inspect(disk)
        if info.corrupt:
            self._hint = "Save it first (davit machine export FILE), then: davit machine repair"
            raise MachineError("", "QEMU has marked it as damaged", self._hint)
        said = f"{format_size(info.size)}, takes {info.on_host // MIB} MiB of this computer"
        if self._live_qemu() is not None or not self._paths.runtime.is_dir():
            return said  # in use; its tables are QEMU's now
        lock = self._host.lock(self._paths.lock)
        if lock is None:
            return said
        try:
            assert self._qemu is not None
            # Without permission to repair, and nobody else can start the machine meanwhile.
            return f"{said}. {await DataDisk(self._qemu.image_tool, disk).check()}"
        finally:
            lock.release()

    async def _room(self) -> str:
        place = self._paths.home
        while not place.exists():
            place = place.parent
        free = psutil.disk_usage(str(place)).free
        if free < _LEAST_ROOM:
            raise HostDiskFull(
                "",
                f"only {free // MIB} MiB are free where {place} lies",
                "Delete files. The machine pauses when nothing is left, and goes on afterwards.",
            )
        return f"{free // MIB} MiB free where {place} lies"

    async def _memory(self) -> str:
        available, wanted = psutil.virtual_memory().available, self._known().memory
        if self._status.state not in _RUNNING and available < wanted:
            raise MachineError(
                "",
                f"{available // MIB} MiB are free, and the machine may take {wanted // MIB} MiB",
                "Close other programs, or give it less: davit machine set --memory 1G",
            )
        return f"{available // MIB} MiB free"

    async def _shared_folders(self) -> str:
        folders = self._known().shares
        for share in folders:
            if not await asyncio.to_thread(os.access, share.path, os.R_OK | os.X_OK):
                raise MachineError(
                    "",
                    f"{share.path} cannot be read",
                    f"Stop sharing it: davit machine set --unshare {share.path}",
                )
        return ", ".join(share.path for share in folders) or "none"

    # ---- the running machine

    async def _supervisor(self) -> str:
        if self._status.state in (State.ABSENT, State.STOPPED):
            raise _NotTried(f"the machine is {self._status.state}")
        saved = await asyncio.to_thread(saved_state.load, self._paths.state)
        process = saved.supervisor if saved else None
        if process is None or not self._host.alive(process):
            raise MachineError("", "it does not run", "Start it: davit machine start")
        return f"process {process.pid}"

    async def _process(self) -> str:
        state, problem = self._status.state, self._status.problem
        process = self._live_qemu()
        if process is not None:
            return f"process {process.pid}"
        if state is State.FAILED and problem is not None:
            raise MachineError(problem.what, problem.why, problem.hint)
        if state not in (*_RUNNING, State.PAUSED):
            raise _NotTried(f"the machine is {state}")
        raise MachineError("", "it does not run", "See why: davit machine logs qemu. " + _RESTART)

    async def _monitor(self) -> str:
        # QEMU serves one monitor connection, and it is the supervisor's; that it fills in what
        # only the monitor knows shows that the monitor answers.
        total = self._status.resources.guest_memory_total
        if total is None:
            raise MachineError("", "it has told nothing of the guest's memory", _RESTART)
        return f"answers; the guest has {total // MIB} MiB of memory"

    async def _console(self) -> str:
        heard: list[str] = []
        rest = b""
        async with contextlib.aclosing(read_log(self._paths.console_log, follow=False)) as chunks:
            async for chunk in chunks:
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    beacon = stages.parse_beacon(line)
                    if beacon is None:
                        continue
                    if (failure := stages.failure(beacon, "")) is not None:
                        raise failure
                    heard.append(beacon.name)
        if "ready" not in heard:
            last = f"the last stage was {heard[-1]}" if heard else "the guest has said nothing yet"
            raise MachineError("", last, "See the end of it: davit machine console")
        return f"the guest told of {', '.join(heard)}"

    def _require_awake(self) -> None:
        if self._status.state is State.PAUSED:
            self._hint = "Let it go on: davit machine resume"
            raise _NotTried("the machine is paused")

    async def _gate(self) -> str:
        self._require_awake()
        with _timed() as clock, contextlib.closing(await self._gate_way().connect()):
            return f"both sides proved their key in {clock():.0f} ms"

    async def _ping(self) -> str:
        with _timed() as clock:
            await engine_api.ping(self._gate_way())
            return f"answers in {clock():.0f} ms"

    async def _endpoint(self) -> str:
        address = self._host.docker_host(self._paths)
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(reader)
        with _timed() as clock:
            transport = await connect(address, lambda: protocol)
            assert isinstance(transport, asyncio.WriteTransport)
            writer = asyncio.StreamWriter(transport, protocol, reader, loop)
            try:
                writer.write(b"GET /_ping HTTP/1.0\r\nHost: davit\r\n\r\n")
                answer = await reader.readline()
            finally:
                writer.close()
            if b" 200 " not in answer:
                raise MachineError("", f"{address} answers {answer[:60]!r}", _RESTART)
            return f"{address} answers in {clock():.0f} ms"

    async def _ssh(self) -> str:
        self._require_awake()
        saved = self._saved()
        if not saved.ssh_port:
            raise _NotTried("the start has not come so far")
        # A session keeps trying, as a guest that boots deserves; here a closed port says enough.
        await _reach("127.0.0.1", saved.ssh_port, f"127.0.0.1:{saved.ssh_port}")
        self._session = Session(
            ("127.0.0.1", saved.ssh_port),
            client_key=self._paths.ssh_key,
            host_key=self._paths.host_key,
        )
        with _timed() as clock:
            await self._in_guest("true")
            return f"answers in {clock():.0f} ms, with the key that it was given"

    async def _clock(self) -> str:
        before = time.time()
        guest = float((await self._in_guest("date +%s")).strip())
        after = time.time()
        # Whole seconds, and nobody knows when between question and answer they were read.
        offset = max(before - (guest + 1), guest - after, 0.0)
        if offset > _CLOCK_LIMIT:
            raise MachineError(
                "", f"the guest's clock is {offset:.0f} s off", "Restart it: davit machine restart"
            )
        return "right"

    async def _dns(self) -> str:
        with _timed() as clock:
            try:
                await self._in_guest(f'python3 -c "{_DNS}"')
            except MachineError as error:
                raise MachineError(
                    "",
                    "the guest gets no answer from this computer's resolver",
                    "Can this computer resolve names itself? After a change of network: "
                    "davit machine restart",
                    error.details,
                ) from error
            return f"answers in {clock():.0f} ms"

    async def _guest_room(self) -> str:
        output = await self._in_guest("/usr/lib/davit/guest usage")
        try:
            usage = msgspec.json.decode(output, type=dict[str, int])
            size, free = usage["disk_size"], usage["disk_free"]
        except (msgspec.MsgspecError, KeyError) as error:
            raise MachineError("", f"the guest said {output[:80]!r}") from error
        if size and free < size * _LEAST_GUEST_ROOM:
            raise MachineError(
                "",
                f"only {free // MIB} MiB of {size // MIB} MiB are free",
                "Remove what is not needed (davit system prune), or let it grow: "
                "davit machine set --disk 128G",
            )
        return f"{free // MIB} MiB of {size // MIB} MiB free"

    async def _mounts(self) -> str:
        shares = self._status.shares
        if problem := next((share for share in shares if share.problem), None):
            raise MachineError("", f"{problem.path}: {problem.problem}", _RESTART)
        if not shares:
            raise _NotTried("no folder is shared")
        found = (await self._in_guest("grep -c ' /host' /proc/mounts || true")).strip()
        if found == "0":
            raise MachineError("", "none of them is mounted in the guest", _RESTART)
        return f"{len(shares)} through {shares[0].transport}"

    async def _forwards(self) -> str:
        forwards = self._status.forwards
        for forward in forwards:
            shown = f"{forward.host_ip}:{forward.host_port}/{forward.protocol}"
            if forward.problem:
                raise MachineError("", f"{shown}: {forward.problem}", _RESTART)
            if forward.protocol == "tcp":
                await _reach(forward.host_ip, forward.host_port, shown)
        return f"{len(forwards)} open" if forwards else "none"

    # ---- how to ask

    def _known(self) -> MachineConfig:
        assert self._config is not None, "checks that need the settings come after them"
        return self._config

    def _live_qemu(self) -> ProcessIdentity | None:
        saved = saved_state.load(self._paths.state)
        process = saved.qemu if saved else None
        return process if process is not None and self._host.alive(process) else None

    def _saved(self) -> SavedState:
        saved = saved_state.load(self._paths.state)
        if saved is None:
            raise MachineError("", f"{self._paths.state} cannot be read", _RESTART)
        return saved

    def _gate_way(self) -> Gate:
        port = self._saved().gate_port
        if not port:
            raise _NotTried("the start has not come so far")
        gate = Gate(seed.gate_key(self._paths), warm=0)
        gate.lead_to(("127.0.0.1", port))
        return gate

    async def _in_guest(self, command: str) -> str:
        assert self._session is not None
        result = await self._session.run(command, timeout=_PATIENCE)
        if result.status != 0:
            said = result.stderr.decode(errors="replace").strip()
            raise MachineError("", said or f"the guest answered with status {result.status}")
        output: str = result.stdout.decode(errors="replace")
        return output


def _require_private(path: Path, most: int) -> None:
    found = path.stat()
    mode = stat.S_IMODE(found.st_mode)
    if found.st_uid != os.getuid():
        raise MachineError("", f"{path} belongs to another user", "Give it back: chown")
    if mode & ~most:
        raise MachineError(
            "", f"{path} is open to others ({mode:04o})", f"Close it: chmod {most:o} {path}"
        )


async def _reach(address: str, port: int, shown: str) -> None:
    address = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)
    try:
        _, writer = await asyncio.open_connection(address, port)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise MachineError("", f"{shown}: {why}", _RESTART) from error
    writer.close()


@contextlib.contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    """Milliseconds since the block was entered."""
    began = time.monotonic()
    yield lambda: (time.monotonic() - began) * 1000
