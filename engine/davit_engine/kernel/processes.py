"""Run, watch and name processes.

Programs are started with posix_spawn(3), which costs a millisecond whatever the daemon's size;
their output goes to memory files, so nothing has to be read while they run; their end is told by a
pidfd (pidfd_open(2)) on the event loop. Every command line is logged once, at debug level.
"""

import asyncio
import ctypes
import errno
import logging
import os
import select
import signal
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_engine.errors import Unavailable
from davit_engine.kernel.libc import check, libc

log = logging.getLogger(__name__)

CLEAN_ENVIRONMENT: Final[Mapping[str, str]] = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
}
"""What every helper sees, and nothing else: no variable of a client or an image reaches one."""

OUTPUT_LIMIT: Final = 1 << 20
"""Bytes of a helper's output that are read back."""


_PF_EXITING: Final = 0x4
"""Of the flags in proc(5), stat field 9 (linux/sched.h)."""


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """How a program ended."""

    code: int
    """Exit status, or minus the signal that ended it."""
    output: bytes
    """Standard output and standard error together."""

    @property
    def text(self) -> str:
        return self.output.decode(errors="replace").strip()


def find_program(name: str) -> str | None:
    """The absolute path of a program in the clean environment's PATH, or None."""
    if "/" in name:
        return name if os.access(name, os.X_OK) else None
    for folder in CLEAN_ENVIRONMENT["PATH"].split(":"):
        candidate = Path(folder, name)
        if os.access(candidate, os.X_OK):
            return str(candidate)
    return None


class Program:
    """A program of the machine, looked for when it is first needed and until it is found."""

    def __init__(self, name: str, advice: str) -> None:
        self.name = name
        self._advice = advice
        self._path: str | None = None

    @property
    def path(self) -> str:
        """Its absolute path. Raises Unavailable with the advice when it is not installed."""
        self._path = self._path or find_program(self.name)
        if self._path is None:
            raise Unavailable(f"{self.name!r} is not installed. {self._advice}")
        return self._path

    async def version(self) -> str:
        """The last word of the first line that `--version` prints."""
        ended = await run([self.path, "--version"])
        first = ended.text.splitlines()[0] if ended.text else ""
        return first.rpartition(" ")[2]


def spawn(
    argv: Sequence[str],
    *,
    stdin: int | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
    keep: Sequence[int] = (),
    environment: Mapping[str, str] | None = None,
    new_session: bool = False,
) -> int:
    """Start a program and return its pid. None stands for /dev/null; `keep` stays open as it is."""
    log.debug("run %s", " ".join(argv))
    actions: list[tuple[int, ...] | tuple[int, int, str, int, int]] = []
    for target, source in enumerate((stdin, stdout, stderr)):
        if source is None:
            actions.append((os.POSIX_SPAWN_OPEN, target, os.devnull, os.O_RDWR, 0))
        else:
            actions.append((os.POSIX_SPAWN_DUP2, source, target))
    # dup2 of a descriptor onto itself clears its close-on-exec flag (posix_spawn(3)).
    actions += [(os.POSIX_SPAWN_DUP2, fd, fd) for fd in keep]
    return os.posix_spawn(
        argv[0],
        list(argv),
        dict(environment or CLEAN_ENVIRONMENT),
        file_actions=actions,
        setsid=new_session,
        setsigmask=(),
        setsigdef=(signal.SIGPIPE, signal.SIGINT, signal.SIGTERM, signal.SIGCHLD),
    )


def spawn_openly(argv: Sequence[str], **how: Any) -> int:
    """`spawn` for a program that makes folders which other users pass through (umask 022).

    The umask belongs to a thread that shares it with no other, so nobody else's changes meanwhile.
    """
    return _openly.submit(spawn, argv, **how).result()


def _own_umask() -> None:
    check(libc.unshare(ctypes.c_int(_CLONE_FS)))
    os.umask(0o022)


_CLONE_FS: Final = 0x200
_openly: Final = ThreadPoolExecutor(1, thread_name_prefix="spawn", initializer=_own_umask)


def resolve(future: "asyncio.Future[None]") -> None:
    """Set a future that may be set or cancelled already; the callback of a descriptor watch."""
    if not future.done():
        future.set_result(None)


async def ended(pidfd: int) -> None:
    """Wait until the process behind a pidfd has ended. Cancelling changes nothing."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    loop.add_reader(pidfd, resolve, done)
    try:
        await done
    finally:
        loop.remove_reader(pidfd)


async def reap(pid: int) -> int:
    """Wait for a child of this process; its exit status, or minus the signal that ended it."""
    pidfd = os.pidfd_open(pid)
    try:
        await ended(pidfd)
    except BaseException:
        # Nobody waits for it any more, yet it must not stay a zombie.
        signal_process(pidfd, signal.SIGKILL)
        os.waitpid(pid, 0)  # noqa: ASYNC222 - SIGKILL ends it within moments
        raise
    finally:
        os.close(pidfd)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])  # noqa: ASYNC222 - has ended


async def run(
    argv: Sequence[str],
    *,
    stdin: int | None = None,
    keep: Sequence[int] = (),
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program to its end. Raises OSError when it cannot be started."""
    output = os.memfd_create("output")
    try:
        pid = spawn(
            argv, stdin=stdin, stdout=output, stderr=output, keep=keep, environment=environment
        )
        code = await reap(pid)
        return Ended(code=code, output=os.pread(output, OUTPUT_LIMIT, 0))
    finally:
        os.close(output)


def signal_process(pidfd: int, number: int) -> bool:
    """Send a signal through a pidfd; whether there still was a process."""
    try:
        signal.pidfd_send_signal(pidfd, number)
    except ProcessLookupError:
        return False
    return True


def start_time(pid: int) -> int | None:
    """When a process started, in clock ticks since boot (proc(5), stat field 22), or None."""
    fields = _stat(pid)
    return int(fields[19]) if fields else None


def _stat(pid: int) -> list[bytes]:
    """The fields of proc(5)'s stat from the third on; none when there is no such process."""
    try:
        text = Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return []
    # The second field is a name in brackets that may hold anything; count behind its end.
    return text[text.rindex(b")") + 2 :].split()


def open_identified(pid: int, started: int) -> int | None:
    """A pidfd of exactly that process, or None when it is gone or the pid was used again."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return None
    except OSError as error:
        if error.errno == errno.EINVAL:
            return None
        raise
    if start_time(pid) != started:
        os.close(pidfd)
        return None
    return pidfd


def open_entry(pid: int, started: int, entry: str) -> int:
    """An O_PATH descriptor of /proc/PID/ENTRY of exactly that process.

    Raises ProcessLookupError when it is gone or the pid was used again.
    """
    gone = ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH), f"process {pid}")
    try:
        descriptor = os.open(f"/proc/{pid}/{entry}", os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise gone from error
    # Asked after opening: if it still is the process now, it was when the entry was opened.
    if start_time(pid) != started:
        os.close(descriptor)
        raise gone
    return descriptor


def pids() -> list[int]:
    """Every process there is."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


async def end(pid: int) -> None:
    """Kill a process, and wait until it is dead."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        if signal_process(pidfd, signal.SIGKILL):
            await ended(pidfd)
    finally:
        os.close(pidfd)


def has_ended(pidfd: int) -> bool:
    """Whether the process behind a pidfd has ended, reaped or not."""
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    return bool(poll.poll(0))


def is_ending(pidfd: int) -> bool:
    """Whether a process has ended or begun to: the first of a namespace waits for all others.

    Those it waits for are zombies when their parents are slow to collect them
    (pid_namespaces(7)), so that this may take long.
    """
    if has_ended(pidfd):
        return True
    lines = Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines()
    pid = next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))
    fields = _stat(pid)
    return not fields or bool(int(fields[6]) & _PF_EXITING)


def boot_id() -> str:
    """Names this boot of the kernel (random(4))."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
