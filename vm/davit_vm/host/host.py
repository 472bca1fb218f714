"""Port: what the machine wants from the computer it runs on, whichever system that is.

Three adapters fulfil it. Their facts are plain values, so that a command line for another system
can be made and looked at on this one; their actions touch only the computer they run on.
"""

import abc
import asyncio
import contextlib
import ipaddress
import os
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

import msgspec
import psutil

from davit_vm.config import Architecture, HostFacts
from davit_vm.errors import AlreadyRunning, RemedyFailed, Unreachable
from davit_vm.paths import Paths
from davit_vm.status import Remedy

System = Literal["linux", "macos", "windows"]
Transport = Literal["9p", "sftp"]
Protocol = Literal["tcp", "udp"]
_EVERYWHERE: Final = ("", "0.0.0.0", "::")

_INHERITED: Final = frozenset(
    {"HOME", "PATH", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "USER", "LOGNAME"}
    | {"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"}
    | {"SYSTEMROOT", "SYSTEMDRIVE", "PROGRAMDATA", "PROGRAMFILES", "COMSPEC", "PATHEXT"}
    | {"USERPROFILE", "APPDATA", "LOCALAPPDATA", "USERNAME", "USERDOMAIN"}
)


class Accelerator(StrEnum):
    """How QEMU runs guest code; the words are those of its -accel."""

    KVM = "kvm"
    HVF = "hvf"
    WHPX = "whpx"
    TCG = "tcg"
    """Emulation: works everywhere, several times slower."""


class ProcessIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """A process that cannot be mistaken for a later one with the same pid."""

    pid: int
    started: float
    """Seconds since the epoch, as the system keeps it."""


class Lock(abc.ABC):
    """Held by one process at a time; the system releases it when that process dies."""

    @abc.abstractmethod
    def release(self) -> None: ...


class Host(abc.ABC):
    """One computer."""

    system: System
    accelerator: Accelerator
    """The native one; TCG is there as well."""
    transports: tuple[Transport, ...]
    """How folders can be shared, the best first."""
    sandbox: bool
    """Whether QEMU can give up system calls after its start."""
    executable_suffix: str = ""

    # ---- facts

    @abc.abstractmethod
    def facts(self) -> HostFacts: ...

    def accelerators(self, architecture: Architecture) -> tuple[Accelerator, ...]:
        """Worth trying for a guest of an architecture, the fastest first."""
        if architecture == self.facts().architecture:
            return (self.accelerator, Accelerator.TCG)
        return (Accelerator.TCG,)

    @abc.abstractmethod
    def docker_host(self, paths: Paths) -> str:
        """The endpoint as DOCKER_HOST wants it: unix:///… or npipe:////./pipe/…"""

    @abc.abstractmethod
    def qemu_advice(self, architecture: Architecture) -> str:
        """What to install when there is no QEMU."""

    @abc.abstractmethod
    def qemu_folders(self) -> tuple[Path, ...]:
        """Where QEMU lies on this system without being on PATH."""

    @abc.abstractmethod
    def low_port_rule(self, port: int) -> str:
        """Why this user may not listen on a port, and what to do; empty when nothing forbids it."""

    @abc.abstractmethod
    def accelerator_advice(self, reason: str) -> str:
        """What would make the native accelerator work, given why it does not."""

    # ---- remedies

    def qemu_remedy(self, architecture: Architecture) -> Remedy | None:
        """One step that brings a QEMU where there is none; None when there is no such step."""
        return None

    def program_remedy(self, program: Path) -> Remedy | None:
        """One step that lets a QEMU start that is there and does not."""
        return None

    def accelerator_remedy(self, program: Path) -> Remedy | None:
        """One step that would make the native accelerator work for this QEMU, as far as known."""
        return None

    def group_remedy(self, group: str) -> Remedy | None:
        """One step that lets this user into a group."""
        return None

    @abc.abstractmethod
    async def carry_out(self, remedy: Remedy) -> None:
        """Do it, with the system's own question for consent. Raises RemedyFailed."""

    # ---- what may change

    def accelerator_access(self) -> str:
        """Whether this user may use the native one, in a word; a change makes old verdicts void."""
        return ""

    # ---- files

    @abc.abstractmethod
    def make_private_folder(self, folder: Path) -> None:
        """Create it, with its parents, for this user alone; one that is there must be so already.

        Raises UnsafeFolder when it belongs to somebody else, is a link, or others may enter and
        that cannot be changed.
        """

    @abc.abstractmethod
    def lock(self, path: Path) -> Lock | None:
        """Take the lock without waiting; None when somebody else holds it."""

    @contextlib.contextmanager
    def alone(self, paths: Paths, refusal: AlreadyRunning) -> Iterator[None]:
        """Make the machine's folder and hold its lock: no supervisor works there, or comes.

        Raises `refusal` when one does, and UnsafeFolder.
        """
        self.make_private_folder(paths.home)
        self.make_private_folder(paths.runtime)
        lock = self.lock(paths.lock)
        if lock is None:
            raise refusal
        try:
            yield
        finally:
            lock.release()

    # ---- processes

    @abc.abstractmethod
    def spawn(
        self,
        command: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a program that outlives this one and its terminal; output is appended to `log`.

        Its files and sockets are the user's own (umask 077). Raises OSError.
        """

    def identity(self, pid: int) -> ProcessIdentity | None:
        """None when there is no such process, or it is dead and only waits to be reaped."""
        try:
            process = psutil.Process(pid)
            if process.status() == psutil.STATUS_ZOMBIE:
                return None
            return ProcessIdentity(pid=pid, started=process.create_time())
        except (psutil.Error, ValueError):
            return None

    def alive(self, process: ProcessIdentity) -> bool:
        found = self.identity(process.pid)
        # Linux computes the start from boot time, which a change of the clock moves a little.
        return found is not None and abs(found.started - process.started) < 1.0

    @abc.abstractmethod
    async def wait_gone(self, process: ProcessIdentity) -> None:
        """Return as soon as the process has ended, whoever started it."""

    def port_holder(self, protocol: Protocol, address: str, port: int) -> str:
        """ "nginx (pid 123)", or empty when the system does not tell this user."""
        wanted = _plain(address)
        for held, number, pid in _listeners(protocol):
            if number != port:
                continue
            if wanted == held or wanted in _EVERYWHERE or held in _EVERYWHERE:
                with contextlib.suppress(psutil.Error):
                    return f"{psutil.Process(pid).name()} (pid {pid})"
        return ""

    # ---- sockets of QEMU

    @abc.abstractmethod
    async def connect(self, path: Path) -> socket.socket:
        """A connected, non-blocking stream socket to a Unix socket. Raises OSError."""

    async def open_stream(
        self, path: Path, *, limit: int = 2**16
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A stream to a character device of QEMU: console, channel or QMP. Raises Unreachable."""
        try:
            connection = await self.connect(path)
        except OSError as error:
            raise Unreachable(
                f"Cannot reach QEMU at {path}",
                (error.strerror or str(error)).lower(),
                "See the state: davit machine status",
            ) from error
        try:
            return await asyncio.open_connection(sock=connection, limit=limit)
        except BaseException:
            connection.close()
            raise


async def run_remedy(command: Sequence[str], what: str) -> None:
    """A program to its end. Raises RemedyFailed with what it said last."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        raise RemedyFailed(what, f"{command[0]}: {error.strerror}") from error
    try:
        output, _ = await process.communicate()
    except BaseException:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            process.terminate()
            await process.communicate()
        raise
    if process.returncode:
        said = output.decode(errors="replace").strip()
        last = said.splitlines()[-1] if said else f"it ended with status {process.returncode}"
        raise RemedyFailed(what, last, details=said)


def reap(process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
    """Collect a child as soon as it ends, so that it is never a zombie; it may outlive this one."""
    threading.Thread(target=process.wait, name=f"reap {process.pid}", daemon=True).start()
    return process


def clean_environment() -> dict[str, str]:
    """What a background program inherits; nothing that a caller's shell set for other purposes."""
    return {
        name: text
        for name, text in os.environ.items()
        if name.upper() in _INHERITED or name.startswith(("DAVIT_", "XDG_", "LC_"))
    }


def machine_word(machine: str) -> Architecture:
    """QEMU's word for what platform.machine() says."""
    return "aarch64" if machine.lower() in ("arm64", "aarch64", "armv8l") else "x86_64"


def _listeners(protocol: Protocol) -> Iterator[tuple[str, int, int]]:
    """Address, port and pid of those that listen, as far as the system shows this user."""
    try:
        for found in psutil.net_connections(protocol):
            if found.pid is not None and found.laddr and _listens(protocol, found.status):
                yield _plain(found.laddr.ip), found.laddr.port, found.pid
    except psutil.AccessDenied:
        # macOS shows all of them to root only, and to others those of their own processes.
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                for own in process.net_connections(protocol):
                    if own.laddr and _listens(protocol, own.status):
                        yield _plain(own.laddr.ip), own.laddr.port, process.pid
    except (psutil.Error, OSError):
        return


def _listens(protocol: Protocol, status: str) -> bool:
    return protocol == "udp" or status == psutil.CONN_LISTEN


def _plain(address: str) -> str:
    """An address in one spelling; IPv4 that is written as IPv6 is the same listener."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(parsed)
