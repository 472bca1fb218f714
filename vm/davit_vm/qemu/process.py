"""Start QEMU, keep its output, notice its end, stop it politely and then not.

QEMU is started in a session of its own, so that it survives whoever started it; the record of its
pid and start time lets the next supervisor recognise it, and nothing else, as its own.
"""

import asyncio
import contextlib
import shlex
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import psutil

from davit_vm.config import write_durably
from davit_vm.errors import MachineError, QemuFailed, QemuMissing, Unreachable
from davit_vm.host.host import Host, ProcessIdentity
from davit_vm.paths import Paths
from davit_vm.qemu.last_words import meaning

_START_LIMIT: Final = 30.0
"""Seconds from the start of the program to the first answer of its monitor."""
_LOOK_AGAIN: Final = 0.02
_LOG_LIMIT: Final = 256 * 1024
_TAIL: Final = 4096


class QemuProcess:
    """A running, or just ended, QEMU of one machine."""

    def __init__(
        self,
        host: Host,
        paths: Paths,
        identity: ProcessIdentity,
        *,
        child: subprocess.Popen[bytes] | None = None,
        log_start: int = 0,
    ) -> None:
        self._host = host
        self._paths = paths
        self._child = child
        self._log_start = log_start
        self.identity = identity

    @classmethod
    async def start(cls, host: Host, paths: Paths, command: Sequence[str]) -> "QemuProcess":
        """Return when the monitor answers.

        Raises QemuFailed, or what its last words mean (see `explain`), when it does not come to
        that. Cancelled, it leaves no QEMU behind.
        """
        rotate(paths.qemu_log, _LOG_LIMIT)
        rotate(paths.console_log, 0)
        for socket in (paths.qmp_socket, paths.serial_socket, paths.channel_socket):
            socket.unlink(missing_ok=True)
        log_start = _introduce(paths.qemu_log, command)
        try:
            child = host.spawn(command, log=paths.qemu_log, folder=paths.home)
        except OSError as error:
            raise QemuMissing(
                "Cannot start QEMU", f"{command[0]}: {error.strerror}", "Install it again."
            ) from error
        identity = host.identity(child.pid)
        if identity is None:
            # It ended before one could look; its output says why.
            identity = ProcessIdentity(pid=child.pid, started=0.0)
        process = cls(host, paths, identity, child=child, log_start=log_start)
        try:
            write_durably(paths.qemu_identity, msgspec.json.encode(identity))
            await process._until_serving()
        except BaseException:
            with contextlib.suppress(psutil.Error):
                child.kill()
            child.wait()
            _sweep(paths)
            raise
        return process

    @classmethod
    def adopt(cls, host: Host, paths: Paths) -> "QemuProcess | None":
        """The QEMU of this machine that another supervisor has started and left.

        None when there is none; what a dead one has left is swept away.
        """
        identity = _recorded(paths)
        if identity is None or not host.alive(identity):
            identity = _unrecorded(host, paths)
        if identity is None:
            _sweep(paths)
            return None
        log_start = paths.qemu_log.stat().st_size if paths.qemu_log.exists() else 0
        return cls(host, paths, identity, log_start=log_start)

    @property
    def alive(self) -> bool:
        if self._child is not None and self._child.poll() is not None:
            return False
        return self._host.alive(self.identity)

    async def wait(self) -> int | None:
        """Return when it has ended, with its exit status, negative for a signal.

        None for the status of one that another process has started.
        """
        await self._host.wait_gone(self.identity)
        if self._child is not None:
            # It is dead already: this only collects it.
            self._child.wait()
        _sweep(self._paths)
        return self._child.returncode if self._child is not None else None

    async def end(self, grace: float = 5.0) -> None:
        """Ask it to end, and end it after `grace` seconds. The guest is not asked.

        An ended one is no error. Cancelled, it may still run.
        """
        for action in (psutil.Process.terminate, psutil.Process.kill):
            if not self.alive:
                break
            with contextlib.suppress(psutil.NoSuchProcess):
                action(psutil.Process(self.identity.pid))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(grace):
                    await self.wait()
                return
        await self.wait()

    def output(self) -> str:
        """The end of what this QEMU has printed."""
        try:
            with self._paths.qemu_log.open("rb") as log:
                log.seek(self._log_start)
                return log.read()[-_TAIL:].decode(errors="replace").strip()
        except OSError:
            return ""

    def explain(self) -> MachineError:
        """Why it is gone, or does not come, in words."""
        status = self._child.returncode if self._child is not None else None
        return explain_exit(status, self.output())

    def usage(self) -> tuple[int, float] | None:
        """Resident memory in bytes and processor seconds; None when it is gone."""
        try:
            process = psutil.Process(self.identity.pid)
            with process.oneshot():
                times = process.cpu_times()
                return process.memory_info().rss, times.user + times.system
        except psutil.Error:
            return None

    async def _until_serving(self) -> None:
        """Raise `explain()` when it ends instead."""
        serving = asyncio.create_task(self._first_answer())
        death = asyncio.create_task(self._host.wait_gone(self.identity))
        try:
            done, _ = await asyncio.wait(
                (serving, death), timeout=_START_LIMIT, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            serving.cancel()
            death.cancel()
            await asyncio.gather(serving, death, return_exceptions=True)
        if serving in done:
            return
        if death in done:
            assert self._child is not None
            self._child.wait()
            raise self.explain()
        raise QemuFailed(
            "Cannot start QEMU",
            f"its monitor did not answer within {_START_LIMIT:.0f} s",
            "Try again; the computer may be very busy.",
            self.output(),
        )

    async def _first_answer(self) -> None:
        """QEMU greets from a thread of its own, but answers only when all devices are made."""
        while True:
            with contextlib.suppress(Unreachable, OSError):
                reader, writer = await self._host.open_stream(self._paths.qmp_socket)
                try:
                    writer.write(b'{"execute": "qmp_capabilities"}\n')
                    while line := await reader.readline():
                        if b'"return"' in line:
                            return
                finally:
                    writer.close()
                    with contextlib.suppress(OSError):
                        await writer.wait_closed()
            await asyncio.sleep(_LOOK_AGAIN)


def explain_exit(status: int | None, output: str) -> MachineError:
    """What QEMU's exit status and last words mean (pure).

    `status` is negative for a signal and None when nobody could see it.
    """
    what = "QEMU stopped" if status in (0, None) else "QEMU failed"
    known = meaning(what, output)
    if known is not None:
        return known
    if status is not None and status < 0:
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        killed = name == "SIGKILL"
        return QemuFailed(
            what,
            f"it was ended by {name}",
            "The system may have run out of memory: give the machine less." if killed else "",
            output,
        )
    lines = [line for line in output.splitlines() if line.strip()]
    reason = lines[-1].strip() if lines else ""
    if status:
        why = reason or f"it ended with status {status} and said nothing"
        return QemuFailed(what, why, "See the whole output: davit machine diagnose", output)
    return QemuFailed(what, reason or "it ended without being asked", "", output)


def rotate(log: Path, limit: int) -> None:
    """Keep one older file beside a log that has more than `limit` bytes."""
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size > limit:
            log.replace(log.with_name(log.name + ".1"))


def _introduce(log: Path, command: Sequence[str]) -> int:
    """Write the command line into the log; returns where the output begins."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    with log.open("ab") as file:
        file.write(f"\n{moment} {shlex.join(command)}\n".encode())
        file.flush()
        return file.tell()


def _recorded(paths: Paths) -> ProcessIdentity | None:
    try:
        return msgspec.json.decode(paths.qemu_identity.read_bytes(), type=ProcessIdentity)
    except (OSError, ValueError):
        return None


def _unrecorded(host: Host, paths: Paths) -> ProcessIdentity | None:
    """One whose supervisor died before it had noted it: known by the pid file on its command."""
    try:
        pid = int(paths.pid_file.read_text())
        command = psutil.Process(pid).cmdline()
    except (OSError, ValueError, psutil.Error):
        return None
    return host.identity(pid) if str(paths.pid_file) in command else None


def _sweep(paths: Paths) -> None:
    for left in (
        paths.qemu_identity,
        paths.pid_file,
        paths.qmp_socket,
        paths.serial_socket,
        paths.channel_socket,
    ):
        # Another user's process cannot be here; a file that Windows still holds goes next time.
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)
