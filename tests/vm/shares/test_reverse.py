"""Folders over SFTP are mounted, kept mounted, and told about when they are not.

The guest is a script that runs an SFTP client where sshfs would be.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from davit_vm.shares import reverse
from davit_vm.shares.folders import Mount
from davit_vm.shares.reverse import ReverseShares
from davit_vm.ssh.session import Result, SshError
from fakes.waiting import until

SSHFS = """
import os, sys, time
sys.path[:0] = {path!r}
import paramiko

class Standard:
    recv = staticmethod(lambda size: os.read(0, size))
    send = staticmethod(lambda data: os.write(1, data))
    get_name = staticmethod(lambda: "sshfs")

client = paramiko.SFTPClient(Standard())
with client.open("/from the guest", "wb") as file:
    file.write(b"hello")
open({mounted!r}, "w").close()
while not os.path.exists({leave!r}):
    client.stat("/")
    time.sleep(0.02)
os.unlink({mounted!r})
"""


class Channel:
    """A process as the other end of a paramiko channel."""

    def __init__(self, process: asyncio.subprocess.Process, loop: asyncio.AbstractEventLoop):
        self._process, self._loop = process, loop

    def recv(self, size: int) -> bytes:
        assert self._process.stdout
        return self._wait(self._process.stdout.read(size))

    def send(self, data: bytes) -> int:
        assert self._process.stdin
        self._process.stdin.write(data)
        self._wait(self._process.stdin.drain())
        return len(data)

    def recv_stderr_ready(self) -> bool:
        return True

    def recv_stderr(self, size: int) -> bytes:
        return b"sshfs: it hurts\n"

    def close(self) -> None:
        if self._process.returncode is None:
            self._process.kill()

    def get_transport(self) -> "Channel":
        return self

    def get_log_channel(self) -> str:
        return "test"

    def get_hexdump(self) -> bool:
        return False

    def get_name(self) -> str:
        return "test"

    def _wait(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)


class Session:
    """Runs what the guest would run."""

    def __init__(self, folder: Path) -> None:
        self.mounted, self.leave = folder / "mounted", folder / "leave"
        self.program = SSHFS.format(path=sys.path, mounted=str(self.mounted), leave=str(self.leave))
        self.commands: list[str] = []
        self.processes: list[asyncio.subprocess.Process] = []

    async def run(self, command: str, *, timeout: float | None = None) -> Result:
        self.commands.append(command)
        ok = self.mounted.exists() or not command.startswith("mountpoint")
        return Result(status=0 if ok else 1, stdout=b"", stderr=b"")

    async def open_channel(self, command: str) -> Channel:
        self.commands.append(command)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", self.program,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self.processes.append(process)
        return Channel(process, asyncio.get_running_loop())


class Told:
    def __init__(self) -> None:
        self.problems: list[str] = []

    def __call__(self, mount: Mount, problem: str) -> None:
        self.problems.append(problem)


@pytest.fixture
async def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Session]:
    monkeypatch.setattr(reverse, "_LOOK_EVERY", 0.02)
    monkeypatch.setattr(reverse, "_FIRST_PAUSE", 0.05)
    session = Session(tmp_path)
    yield session
    for process in session.processes:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.fixture
def share(tmp_path: Path) -> Mount:
    folder = tmp_path / "my src"
    folder.mkdir()
    return Mount(tag="t", host_path=str(folder), guest_path="/host/my src")


async def _while_running(shares: ReverseShares, check: Callable[[], object]) -> None:
    running = asyncio.create_task(shares.run())
    try:
        async with asyncio.timeout(20):
            await shares.settled()
            await until(check, 20)
    finally:
        running.cancel()
        await asyncio.wait([running])


async def test_a_folder_is_mounted_and_served(session: Session, share: Mount) -> None:
    told = Told()
    shares = ReverseShares(session, [share], told)  # type: ignore[arg-type]
    await _while_running(shares, lambda: told.problems[-1:] == [""])
    assert told.problems[0] == "it is not mounted yet"
    assert (Path(share.host_path) / "from the guest").read_bytes() == b"hello"
    assert f"{reverse.GUEST_COMMAND} mount-sftp '/host/my src'" in session.commands


async def test_a_mount_that_ended_is_made_again(session: Session, share: Mount) -> None:
    told = Told()
    shares = ReverseShares(session, [share], told)  # type: ignore[arg-type]

    def mounted_twice() -> bool:
        if told.problems[-1:] == [""] and len(session.processes) == 1:
            session.leave.touch()
        elif session.leave.exists() and not session.mounted.exists():
            session.leave.unlink()
        return len(session.processes) == 2 and told.problems[-1] == ""

    await _while_running(shares, mounted_twice)
    assert "the connection to the machine ended" in told.problems


async def test_what_sshfs_says_is_told(session: Session, share: Mount) -> None:
    session.program = "import sys; sys.exit(1)"
    told = Told()
    shares = ReverseShares(session, [share], told)  # type: ignore[arg-type]
    await _while_running(shares, lambda: "it hurts" in told.problems[-1])


async def test_a_folder_that_is_gone_is_told(session: Session, share: Mount) -> None:
    Path(share.host_path).rmdir()
    told = Told()
    shares = ReverseShares(session, [share], told)  # type: ignore[arg-type]
    await _while_running(shares, lambda: told.problems[-1] == "no such file or directory")


async def test_a_machine_that_does_not_answer_is_told(session: Session, share: Mount) -> None:
    async def refuse(command: str, *, timeout: float | None = None) -> Result:
        raise SshError("Cannot reach the machine by SSH", "it sleeps")

    session.run = refuse  # type: ignore[method-assign]
    told = Told()
    shares = ReverseShares(session, [share], told)  # type: ignore[arg-type]
    await _while_running(shares, lambda: "it sleeps" in told.problems[-1])
