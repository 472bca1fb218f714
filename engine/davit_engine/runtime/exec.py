"""One more process in a running container: `crun exec`, its pipes or its terminal.

The runtime stays in front of the process until it ends and passes its exit code on. Without a
terminal the process holds pipes of ours; with one, the runtime sends us the terminal's master side
over a socket (SCM_RIGHTS), as the console socket of the OCI runtime command line.
"""

import asyncio
import contextlib
import errno
import fcntl
import os
import resource
import secrets
import signal
import socket
import struct
import termios
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.errors import SystemFailure
from davit_engine.kernel import processes
from davit_engine.kernel.processes import resolve
from davit_engine.runtime.crun import Crun, plain
from davit_engine.runtime.runtime import ExecRequest

READ_SIZE: Final = 65536

QUEUE: Final = 4
"""How many pieces of output wait for a client that is slow; the process waits with them."""

TERMINAL_SOCKET: Final = "tty-"
"""How the name of a socket in the exec root begins that lives while an exec gets its terminal."""

FILES: Final = 64
"""The lowest limit of open files with which the runtime starts a process."""

LOOK: Final = 0.002
"""Seconds between two looks whether a process runs its program yet."""

NOT_STARTED: Final = (255, 1)
"""crun's own status when the process could not be run at all, 1 that of newer ones. What they
complain of tells it from a program's own."""


class PipeProcess:
    """A process started by `crun exec`; fulfils the port's ExecProcess."""

    def __init__(
        self,
        starter: int,
        pid_file: Path,
        complaints: int,
        readers: dict[int, int],
        writer: int | None,
        terminal: int | None,
        *,
        carries: bool = False,
    ) -> None:
        """`carries`: the terminal is the runtime's, which carries bytes to the container's own."""
        self._starter = starter
        self._carries = carries
        self._pid_file = pid_file
        self._complaints = complaints
        self._readers = readers
        self._writer = writer
        self._terminal = terminal
        self._queue: asyncio.Queue[tuple[int, bytes] | None] = asyncio.Queue(maxsize=QUEUE)
        self._unheard = False
        self._pump = asyncio.create_task(self._read_all())
        self._end = asyncio.create_task(self._ending(starter))
        self._pid = 0
        self._refusal = ""

    @property
    def refusal(self) -> str:
        return self._refusal

    @property
    def pid(self) -> int:
        """As the host sees it; 0 until the runtime has told it."""
        if not self._pid:
            with contextlib.suppress(FileNotFoundError, ValueError):
                self._pid = int(self._pid_file.read_text())
        return self._pid

    async def receive(self) -> tuple[int, bytes] | None:
        return await self._queue.get()

    async def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view and self._writer is not None:
            try:
                view = view[os.write(self._writer, view) :]
            except BlockingIOError:
                await _ready(self._writer, asyncio.get_running_loop().add_writer)
            except (BrokenPipeError, OSError):
                return

    def close_stdin(self) -> None:
        if self._writer is not None and self._writer != self._terminal:
            os.close(self._writer)
            self._writer = None

    def resize(self, height: int, width: int) -> None:
        if self._terminal is None:
            return
        set_size(self._terminal, height, width)
        if self._carries and not self._end.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._starter, signal.SIGWINCH)

    async def wait(self) -> int:
        """The exit code; that of the runtime when the program could not be run."""
        return await asyncio.shield(self._end)

    async def narrow(self, files: tuple[int, int]) -> None:
        """Set its limits of open files, soft and hard, once the runtime is done with it.

        In its first moments the program may still open more.
        """
        while not self._end.done():
            if self.pid:
                with contextlib.suppress(ProcessLookupError):
                    resource.prlimit(self.pid, resource.RLIMIT_NOFILE, files)
                return
            await asyncio.wait({self._end}, timeout=LOOK)

    async def begun(self) -> None:
        """Return once the program runs, or the process has ended without."""
        while not self._end.done() and not self._runs_its_program():
            await asyncio.wait({self._end}, timeout=LOOK)

    def _runs_its_program(self) -> bool:
        # The runtime tells the pid just before its copy in there turns into the program.
        try:
            there, ours = (Path(f"/proc/{pid}/exe").stat() for pid in (self.pid, self._starter))
        except OSError:
            return False
        return not os.path.samestat(there, ours)

    async def _ending(self, starter: int) -> int:
        try:
            code = await processes.reap(starter)
            limit = processes.OUTPUT_LIMIT
            complaint = os.pread(self._complaints, limit, 0).decode(errors="replace")
            # The file goes with the process; whoever asks later is told from memory.
            self._pid = self.pid
        finally:
            os.close(self._complaints)
            self._pid_file.unlink(missing_ok=True)
        if code in NOT_STARTED and complaint:
            self._refusal = plain(complaint)
            return code
        return code if code >= 0 else 128 - code

    def kill(self) -> None:
        # The runtime, our child, is not reaped before this task is done: its pid is still its own.
        if self._end.done():
            return
        with contextlib.suppress(ProcessLookupError):
            if not self.pid:
                os.kill(self._starter, signal.SIGKILL)
                return
            # The runtime gives every process a session of its own, once it has got that far.
            group = os.getpgid(self.pid)
            os.kill(self.pid, signal.SIGKILL)
            if group != os.getpgid(0):
                os.killpg(group, signal.SIGKILL)

    def close(self) -> None:
        # It is read on, or its next word would be its last.
        self._unheard = True
        self.close_stdin()
        while not self._queue.empty():
            self._queue.get_nowait()

    async def _read_all(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for descriptor, stream in self._readers.items():
                    group.create_task(self._read(descriptor, stream))
        finally:
            for descriptor in self._readers:
                os.close(descriptor)
            if self._writer == self._terminal:
                self._writer = None
            self._terminal = None
            self._readers = {}
        await self._queue.put(None)

    async def _read(self, descriptor: int, stream: int) -> None:
        add_reader = asyncio.get_running_loop().add_reader
        while True:
            try:
                data = os.read(descriptor, READ_SIZE)
            except BlockingIOError:
                await _ready(descriptor, add_reader)
                continue
            except OSError as error:
                # A terminal's master side says EIO once the last process has closed it.
                if error.errno == errno.EIO:
                    return
                raise
            if not data:
                return
            if self._unheard:
                await asyncio.sleep(0)
            else:
                await self._queue.put((stream, data))


async def start(crun: Crun, folder: Path, request: ExecRequest) -> PipeProcess:
    """Run the request's process. Raises SystemFailure when the runtime does not get that far."""
    process = await _start(crun, folder, request)
    files = _few_files(request.process)
    if files is not None:
        try:
            await process.narrow(files)
        except BaseException:
            process.kill()
            process.close()
            raise
    return process


async def _start(crun: Crun, folder: Path, request: ExecRequest) -> PipeProcess:
    pid_file = folder / f"exec-{request.id[:12]}.pid"
    process = os.memfd_create("process")
    complaints = os.memfd_create("complaints")
    opened: list[int] = [process]
    try:
        os.write(process, msgspec.json.encode(_with_room(request.process)))
        argv = [
            crun.program.path,
            crun.log_to(f"/proc/self/fd/{complaints}"),
            *crun.global_arguments,
            "exec",
            *("--process", f"/proc/self/fd/{process}"),
            *("--pid-file", str(pid_file)),
        ]
        keep = (process, complaints)
        if request.terminal and not crun.is_crun:
            return _with_carried_terminal(argv, keep, complaints, pid_file, request)
        if request.terminal:
            return await _with_terminal(crun, argv, keep, complaints, pid_file, request)
        stdin_read, stdin_write = _pipe(opened) if request.stdin else (None, None)
        if request.detach:
            starter = processes.spawn([*argv, request.container_id], keep=keep)
            return PipeProcess(starter, pid_file, complaints, {}, None, None)
        out_read, out_write = _pipe(opened)
        err_read, err_write = _pipe(opened)
        for descriptor in opened[1:]:
            # Else /dev/stdout could not be opened by users whom the runtime has no name for.
            os.fchown(descriptor, request.owner, request.owner)
        starter = processes.spawn(
            [*argv, request.container_id],
            stdin=stdin_read,
            stdout=out_write,
            stderr=err_write,
            keep=keep,
        )
        ours = [out_read, err_read] + ([stdin_write] if stdin_write is not None else [])
        for descriptor in ours:
            os.set_blocking(descriptor, False)
            opened.remove(descriptor)
        return PipeProcess(
            starter, pid_file, complaints, {out_read: 1, err_read: 2}, stdin_write, None
        )
    except OSError as error:
        os.close(complaints)
        raise SystemFailure(f"cannot run a process in the container: {error}") from error
    except BaseException:
        os.close(complaints)
        raise
    finally:
        for descriptor in opened:
            os.close(descriptor)


def _few_files(process: Mapping[str, object]) -> tuple[int, int] | None:
    """The asked-for limits of open files where they are too low for the runtime itself."""
    limits = process.get("rlimits")
    for limit in limits if isinstance(limits, list) else ():
        if limit["type"] == "RLIMIT_NOFILE" and 0 <= min(limit["soft"], limit["hard"]) < FILES:
            return limit["soft"], limit["hard"]
    return None


def _with_room(process: Mapping[str, object]) -> Mapping[str, object]:
    """The process with no fewer open files than crun itself needs before it runs the program."""
    limits = process.get("rlimits")
    if not isinstance(limits, list):
        return process
    raised = [
        {**limit, "soft": max(limit["soft"], FILES), "hard": max(limit["hard"], FILES)}
        if limit["type"] == "RLIMIT_NOFILE" and min(limit["soft"], limit["hard"]) >= 0
        else limit
        for limit in limits
    ]
    return {**process, "rlimits": raised}


async def _with_terminal(
    crun: Crun,
    argv: list[str],
    keep: tuple[int, ...],
    complaints: int,
    pid_file: Path,
    request: ExecRequest,
) -> PipeProcess:
    # The name must fit into sun_path, so it is short and lies beside the bundles.
    path = pid_file.parent.parent.parent / f"{TERMINAL_SOCKET}{secrets.token_hex(4)}"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.setblocking(False)
        listener.bind(str(path))
        listener.listen(1)
        starter = processes.spawn(
            [*argv, "--tty", "--console-socket", str(path), request.container_id], keep=keep
        )
        master = await _receive_terminal(listener, starter, complaints)
    finally:
        listener.close()
        path.unlink(missing_ok=True)
    os.set_blocking(master, False)
    return PipeProcess(starter, pid_file, complaints, {master: 1}, master, master)


def _with_carried_terminal(
    argv: list[str], keep: tuple[int, ...], complaints: int, pid_file: Path, request: ExecRequest
) -> PipeProcess:
    """For runc, which sends a terminal away only when it does not wait for the process."""
    master, slave = os.openpty()
    try:
        size = request.process.get("consoleSize")
        if isinstance(size, Mapping):
            set_size(master, size["height"], size["width"])
        starter = processes.spawn(
            [*argv, "--tty", request.container_id],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            keep=keep,
            new_session=True,
        )
    except BaseException:
        os.close(master)
        raise
    finally:
        os.close(slave)
    os.set_blocking(master, False)
    return PipeProcess(starter, pid_file, complaints, {master: 1}, master, master, carries=True)


async def _receive_terminal(listener: socket.socket, starter: int, complaints: int) -> int:
    """The terminal's master side. Raises SystemFailure when the runtime ends without sending it."""
    pidfd = os.pidfd_open(starter)
    add_reader = asyncio.get_running_loop().add_reader
    calling = asyncio.create_task(_ready(listener.fileno(), add_reader))
    ending = asyncio.create_task(processes.ended(pidfd))
    try:
        await asyncio.wait({calling, ending}, return_when=asyncio.FIRST_COMPLETED)
        # A brief program may be over before its terminal is fetched; what was sent is still there.
        with contextlib.suppress(BlockingIOError, SystemFailure):
            return await _receive_descriptor(listener.accept()[0])
        await processes.reap(starter)
        said = os.pread(complaints, processes.OUTPUT_LIMIT, 0).decode(errors="replace")
        raise SystemFailure(plain(said) or "the OCI runtime gave no terminal and no reason")
    finally:
        calling.cancel()
        ending.cancel()
        # They watch descriptors, whose numbers may not be used anew before they let go of them.
        await asyncio.wait({calling, ending})
        os.close(pidfd)


async def _receive_descriptor(connection: socket.socket) -> int:
    with connection:
        await _ready(connection.fileno(), asyncio.get_running_loop().add_reader)
        connection.setblocking(True)
        _, descriptors, _, _ = socket.recv_fds(connection, 4096, 1)
    if not descriptors:
        raise SystemFailure("the OCI runtime sent no terminal")
    return descriptors[0]


def set_size(terminal: int, height: int, width: int) -> None:
    with contextlib.suppress(OSError):
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))


def _pipe(opened: list[int]) -> tuple[int, int]:
    ends = os.pipe2(os.O_CLOEXEC)
    opened += ends
    return ends


async def _ready(descriptor: int, watch: Callable[..., None]) -> None:
    """Wait until a descriptor is readable or writable, as `watch` (the loop's add_…) says."""
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    watch(descriptor, resolve, ready)
    try:
        await ready
    finally:
        if watch == loop.add_reader:
            loop.remove_reader(descriptor)
        else:
            loop.remove_writer(descriptor)
