"""Start conmon, read its pipes and exit files, and speak over its attach socket and control fifo.

What is used of conmon (its README and conmon(8)): it forks once it has read a byte from the start
pipe, runs `crun create`, writes one JSON line with the container's pid (or -1 and a message) to the
sync pipe, and from then on owns the container's streams. When the container ends it writes the exit
status as text into EXIT_DIR/ID and exits itself.
"""

import asyncio
import contextlib
import os
import re
import socket
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.errors import SystemFailure
from davit_engine.kernel import processes
from davit_engine.runtime.crun import Crun, plain
from davit_engine.runtime.runtime import CreateRequest, Process

PACKET: Final = 8192 + 1
"""The largest packet conmon sends: one byte that names the stream, then its read buffer."""

CREATE_SECONDS: Final = 60.0
"""How long the runtime may take to create a container."""

STREAMS: Final = {2: 1, 3: 2}
"""conmon's names of the output streams to Docker's: 1 standard output, 2 standard error."""


class _Answer(msgspec.Struct):
    data: int | None = None
    pid: int | None = None
    message: str = ""


class Conmon:
    """Starts shims and knows what they leave behind."""

    def __init__(self, program: str, exits: Path) -> None:
        self.program = processes.Program(
            program,
            "It monitors the containers: install it (on Debian and Ubuntu: apt install conmon) or "
            "name its path with the setting 'conmon'.",
        )
        self.exits = exits

    async def create(self, request: CreateRequest, runtime: Crun) -> Process:
        """Start a shim whose container is created and waits. Raises SystemFailure in its words."""
        pid_file = request.bundle / "conmon.pid"
        argv = [
            self.program.path,
            *("--api-version", "1"),
            *("--cid", request.id),
            *("--cuuid", request.id),
            *("--name", request.name),
            *("--runtime", runtime.program.path),
            *(f"--runtime-arg={argument}" for argument in runtime.global_arguments),
            *("--bundle", str(request.bundle)),
            *("--container-pidfile", str(request.bundle / "container.pid")),
            *("--conmon-pidfile", str(pid_file)),
            *("--exit-dir", str(self.exits)),
            *("--log-level", "error"),
            "--full-attach",
        ]
        if request.log is not None:
            argv += ["--log-path", f"k8s-file:{request.log}"]
        else:
            argv += ["--log-path", "off"]
        if request.journal:
            argv += ["--log-path", "journald:"]
        if not request.sync_log:
            argv.append("--no-sync-log")
        if request.terminal:
            argv.append("--terminal")
        if request.stdin:
            argv.append("--stdin")
        if request.leave_stdin_open:
            argv.append("--leave-stdin-open")
        return await self._launch(argv, pid_file)

    async def _launch(self, argv: list[str], pid_file: Path) -> Process:
        sync_read, sync_write = os.pipe2(os.O_CLOEXEC)
        start_read, start_write = os.pipe2(os.O_CLOEXEC)
        output = os.memfd_create("conmon")
        try:
            environment = {
                **processes.CLEAN_ENVIRONMENT,
                "_OCI_SYNCPIPE": str(sync_write),
                "_OCI_STARTPIPE": str(start_read),
            }
            starter = processes.spawn_openly(
                argv,
                stdout=output,
                stderr=output,
                keep=(sync_write, start_read),
                environment=environment,
                new_session=True,
            )
            os.close(sync_write)
            os.close(start_read)
            sync_write = start_read = -1
            # One that refuses its arguments has ended already, and says why below.
            with contextlib.suppress(BrokenPipeError):
                os.write(start_write, b"\0")
            try:
                async with asyncio.timeout(CREATE_SECONDS):
                    line = await _read_line(sync_read)
            except TimeoutError as error:
                raise SystemFailure(
                    f"the OCI runtime did not create the container within {CREATE_SECONDS:.0f} s; "
                    "something in its image or on this machine makes it wait"
                ) from error
            finally:
                # It ends once it has forked, long before its child answers.
                code = await processes.reap(starter)
            said = os.pread(output, processes.OUTPUT_LIMIT, 0).decode(errors="replace").strip()
        finally:
            for descriptor in (sync_read, sync_write, start_read, start_write, output):
                if descriptor >= 0:
                    os.close(descriptor)
        if not line:
            raise SystemFailure(f"conmon ended with status {code}: {said or 'it said nothing'}")
        answer = msgspec.json.decode(line, type=_Answer)
        pid = answer.data if answer.data is not None else answer.pid
        if pid is None or pid <= 0:
            raise SystemFailure(runtime_message(answer.message or said))
        return Process(pid=pid, shim_pid=int(pid_file.read_text()))

    def exit_code(self, id: str) -> int | None:
        """The exit status conmon wrote for a container, None when it has written none."""
        try:
            text = (self.exits / id).read_text().strip()
        except FileNotFoundError:
            return None
        return int(text) if re.fullmatch(r"-?\d{1,4}", text) else None

    def forget(self, id: str) -> None:
        (self.exits / id).unlink(missing_ok=True)


def runtime_message(text: str) -> str:
    """What the runtime complained about, freed of log prefixes and JSON escapes."""
    return plain(text.replace("\\n", "\n")) or "the OCI runtime gave no reason"


async def _read_line(descriptor: int) -> bytes:
    loop = asyncio.get_running_loop()
    os.set_blocking(descriptor, False)
    received = bytearray()
    while not received.endswith(b"\n"):
        readable = loop.create_future()
        loop.add_reader(descriptor, processes.resolve, readable)
        try:
            await readable
        finally:
            loop.remove_reader(descriptor)
        chunk = os.read(descriptor, 65536)
        if not chunk:
            break
        received += chunk
    return bytes(received)


class AttachSocket:
    """One client of a container's streams. Every client sees all output from its connect on."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    @classmethod
    def connect(cls, bundle: Path) -> "AttachSocket":
        """Raises OSError when the shim does not listen any more."""
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)
        folder = os.open(bundle, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            connection.setblocking(False)
            # Through the descriptor the path fits into sun_path however long the bundle's is.
            connection.connect(f"/proc/self/fd/{folder}/attach")
        except BaseException:
            connection.close()
            raise
        finally:
            os.close(folder)
        return cls(connection)

    async def receive(self) -> tuple[int, bytes] | None:
        """The next output as (1 or 2, bytes); None when the container has ended."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                packet = await loop.sock_recv(self._socket, PACKET)
            except (ConnectionResetError, BrokenPipeError):
                return None
            if not packet:
                return None
            stream = STREAMS.get(packet[0])
            if stream is not None:
                return stream, packet[1:]

    async def send(self, data: bytes) -> None:
        """Write to standard input. Output's end makes this a no-op, as on a closed pipe."""
        loop = asyncio.get_running_loop()
        for start in range(0, len(data), PACKET - 1):
            try:
                await loop.sock_sendall(self._socket, data[start : start + PACKET - 1])
            except (ConnectionResetError, BrokenPipeError):
                return

    def close_stdin(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self._socket.close()


def resize(bundle: Path, height: int, width: int) -> None:
    """Tell conmon the terminal's new size. Raises OSError when it is gone."""
    descriptor = os.open(bundle / "ctl", os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        os.write(descriptor, b"1 %d %d\n" % (height, width))
    finally:
        os.close(descriptor)


def reopen_log(bundle: Path) -> None:
    """Make conmon write to a new file at the log's path. Raises OSError when it is gone."""
    descriptor = os.open(bundle / "ctl", os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        os.write(descriptor, b"2 0 0\n")
    finally:
        os.close(descriptor)
