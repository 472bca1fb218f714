"""Private folders, locks, background processes and sockets on this computer."""

import asyncio
import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from davit_vm.errors import Unreachable, UnsafeFolder
from davit_vm.host.host import ProcessIdentity
from davit_vm.host.linux import LinuxHost
from fakes.waiting import until

HOST = LinuxHost()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Short enough for a socket."""
    return tmp_path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_private_folder_is_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    old = os.umask(0)
    try:
        HOST.make_private_folder(folder)
    finally:
        os.umask(old)
    assert mode(folder) == 0o700
    HOST.make_private_folder(folder)


def test_a_folder_that_is_open_to_others_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    HOST.make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o700


def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(UnsafeFolder, match="not a folder"):
        HOST.make_private_folder(tmp_path / "link")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnsafeFolder, match="not a folder"):
        HOST.make_private_folder(tmp_path / "file")


def test_a_folder_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(UnsafeFolder, match="another user"):
        HOST.make_private_folder(tmp_path)


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    held = HOST.lock(tmp_path / "lock")
    assert held is not None
    assert HOST.lock(tmp_path / "lock") is None
    held.release()
    held.release()
    again = HOST.lock(tmp_path / "lock")
    assert again is not None
    again.release()


def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from davit_vm.host.linux import LinuxHost;"
        "held = LinuxHost().lock(Path(sys.argv[1])); print(held is not None, flush=True);"
        "time.sleep(60)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        stdout=subprocess.PIPE,
        env=environment,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        assert HOST.lock(tmp_path / "lock") is None
        holder.kill()
        holder.wait()
    freed = HOST.lock(tmp_path / "lock")
    assert freed is not None
    freed.release()


def test_a_background_program_has_a_session_and_a_log_of_its_own(tmp_path: Path) -> None:
    log = tmp_path / "log"
    child = HOST.spawn(["sh", "-c", "umask; echo oh >&2; cat; pwd; exec sleep 60"], log=log)
    try:
        identity = HOST.identity(child.pid)
        assert identity is not None
        assert os.getsid(child.pid) == child.pid
        _wait_for_text(log, "/\n")
        assert log.read_text() == "0077\noh\n/\n"
        assert mode(log) == 0o600
    finally:
        child.kill()
        child.wait()
    assert not HOST.alive(identity)


def test_a_program_that_is_missing_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        HOST.spawn(["/no/such/program"], log=tmp_path / "log")


def test_a_reused_pid_is_another_process() -> None:
    mine = HOST.identity(os.getpid())
    assert mine is not None
    assert HOST.alive(mine)
    assert not HOST.alive(ProcessIdentity(pid=mine.pid, started=mine.started - 60))


def test_a_zombie_is_not_alive() -> None:
    child = subprocess.Popen(["true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert psutil.Process(child.pid).status() == psutil.STATUS_ZOMBIE
    assert HOST.identity(child.pid) is None
    child.wait()


async def test_a_background_program_that_nobody_waits_for_is_collected(tmp_path: Path) -> None:
    pid = HOST.spawn(["true"], log=tmp_path / "log").pid
    await until(lambda: not psutil.pid_exists(pid))


def test_a_background_program_outlives_its_starter_without_complaint(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from davit_vm.host.linux import LinuxHost;"
        "print(LinuxHost().spawn(['sleep', '60'], log=Path(sys.argv[1])).pid)"
    )
    starter = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(tmp_path / "log")],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    pid = int(starter.stdout)
    assert psutil.pid_exists(pid)
    os.kill(pid, signal.SIGKILL)
    assert starter.stderr == b""


async def test_the_end_of_a_process_is_noticed_at_once(tmp_path: Path) -> None:
    child = HOST.spawn(["sleep", "60"], log=tmp_path / "log")
    identity = HOST.identity(child.pid)
    assert identity is not None
    waiting = asyncio.create_task(HOST.wait_gone(identity))
    await asyncio.sleep(0)
    assert not waiting.done()
    os.kill(child.pid, signal.SIGKILL)
    async with asyncio.timeout(1):
        await waiting
    child.wait()


async def test_waiting_for_one_that_is_gone_returns(tmp_path: Path) -> None:
    child = HOST.spawn(["true"], log=tmp_path / "log")
    child.wait()
    await HOST.wait_gone(ProcessIdentity(pid=child.pid, started=1.0))
    await HOST.wait_gone(ProcessIdentity(pid=os.getpid(), started=1.0))


async def test_a_wait_can_be_cancelled_and_leaves_no_descriptor(tmp_path: Path) -> None:
    child = HOST.spawn(["sleep", "60"], log=tmp_path / "log")
    identity = HOST.identity(child.pid)
    assert identity is not None
    before = psutil.Process().num_fds()
    waiting = asyncio.create_task(HOST.wait_gone(identity))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert psutil.Process().num_fds() == before
    child.kill()
    child.wait()


@pytest.mark.parametrize("protocol", ["tcp", "udp"])
@pytest.mark.parametrize("bound", ["127.0.0.1", "0.0.0.0"])
@pytest.mark.parametrize("asked", ["127.0.0.1", "0.0.0.0"])
def test_the_holder_of_a_port_is_named(protocol: str, bound: str, asked: str) -> None:
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    with socket.socket(socket.AF_INET, kind) as held:
        held.bind((bound, 0))
        if protocol == "tcp":
            held.listen()
        port = held.getsockname()[1]
        word = "tcp" if protocol == "tcp" else "udp"
        holder = HOST.port_holder(word, asked, port)
        assert holder.endswith(f"(pid {os.getpid()})")
        assert HOST.port_holder("udp" if word == "tcp" else "tcp", asked, port) == ""
    assert HOST.port_holder(word, asked, port) == ""


def test_a_listener_on_ipv6_for_both_is_found_too() -> None:
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as held:
        port = held.getsockname()[1]
        assert str(os.getpid()) in HOST.port_holder("tcp", "127.0.0.1", port)


def test_a_system_that_shows_only_ones_own_processes_names_those(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def denied(kind: str) -> None:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "net_connections", denied)
    with socket.create_server(("127.0.0.1", 0)) as held:
        assert str(os.getpid()) in HOST.port_holder("tcp", "127.0.0.1", held.getsockname()[1])


def test_a_background_program_inherits_where_things_are_and_no_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "https_proxy", "DAVIT_MACHINE_HOME", "AWS_SECRET", "LD_PRELOAD"):
        monkeypatch.setenv(name, "/x")
    child = HOST.spawn(["env"], log=tmp_path / "log")
    child.wait()
    inherited = {line.partition("=")[0] for line in (tmp_path / "log").read_text().splitlines()}
    assert {"PATH", "HOME", "XDG_DATA_HOME", "https_proxy", "DAVIT_MACHINE_HOME"} <= inherited
    assert not inherited & {"AWS_SECRET", "LD_PRELOAD"}


async def test_a_stream_to_a_socket_carries_bytes_both_ways(folder: Path) -> None:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        writer.close()

    async with await asyncio.start_unix_server(echo, folder / "s"):
        reader, writer = await HOST.open_stream(folder / "s")
        writer.write(b"hello\n")
        assert await reader.read() == b"hello\n"
        writer.close()
        await writer.wait_closed()


async def test_a_missing_socket_is_told_in_words(folder: Path) -> None:
    with pytest.raises(Unreachable, match="no such file"):
        await HOST.open_stream(folder / "s")


def _wait_for_text(path: Path, end: str) -> None:
    deadline = 500
    while not path.read_text().endswith(end):
        deadline -= 1
        assert deadline, path.read_text()
        os.sched_yield()
        subprocess.run(["true"], check=True)
