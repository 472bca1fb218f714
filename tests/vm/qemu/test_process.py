"""QEMU as a process: started, adopted, ended, explained."""

import asyncio
import os
import shutil
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from davit_vm.config import GIB
from davit_vm.errors import AlreadyRunning, PortTaken, QemuFailed, QemuMissing
from davit_vm.host.linux import LinuxHost
from davit_vm.paths import Paths
from davit_vm.qemu import process as module
from davit_vm.qemu.disk import DataDisk
from davit_vm.qemu.process import QemuProcess, rotate
from fakes.qemu import install

HOST = LinuxHost()


def command(paths: Paths, *more: str) -> list[str]:
    return [
        str(install(paths.home / "bin")),
        "-pidfile",
        str(paths.pid_file),
        "-chardev",
        f"socket,id=qmp0,path={paths.qmp_socket},server=on,wait=off",
        *more,
    ]


@pytest.fixture
async def running(paths: Paths) -> AsyncIterator[QemuProcess]:
    process = await QemuProcess.start(HOST, paths, command(paths))
    yield process
    await process.end(grace=2)


def real(paths: Paths, *more: str) -> list[str]:
    program = shutil.which("qemu-system-x86_64")
    assert program
    qmp = f"socket,id=qmp0,path={paths.qmp_socket},server=on,wait=off"
    return [
        *(program, "-S", "-nodefaults", "-no-user-config", "-display", "none", "-m", "64M"),
        *("-accel", "tcg", "-chardev", qmp, "-mon", "chardev=qmp0,mode=control"),
        *("-pidfile", str(paths.pid_file), *more),
    ]


async def test_it_is_recorded_and_has_a_session_of_its_own(
    running: QemuProcess, paths: Paths
) -> None:
    assert running.alive
    assert os.getsid(running.identity.pid) == running.identity.pid
    recorded = msgspec.json.decode(paths.qemu_identity.read_bytes())
    assert recorded["pid"] == running.identity.pid
    usage = running.usage()
    assert usage is not None
    assert usage[0] > 1_000_000


async def test_the_log_has_the_command_line(running: QemuProcess, paths: Paths) -> None:
    assert "qemu-system-x86_64 -pidfile" in paths.qemu_log.read_text()


async def test_ending_twice_is_no_error(running: QemuProcess, paths: Paths) -> None:
    await running.end()
    await running.end()
    assert running.usage() is None
    assert not paths.qmp_socket.exists()


async def test_one_that_ignores_the_request_is_killed(paths: Paths) -> None:
    program = paths.home / "stubborn"
    program.write_text(f"#!/bin/sh\ntrap '' TERM\n{install(paths.home / 'bin')} \"$@\" & wait\n")
    program.chmod(0o755)
    process = await QemuProcess.start(HOST, paths, [str(program), *command(paths)[1:]])
    inner = int(paths.pid_file.read_text())
    try:
        await process.end(grace=0.3)
        assert not process.alive
    finally:
        os.kill(inner, signal.SIGKILL)


@pytest.mark.qemu
async def test_a_port_in_use_is_named_at_the_start(paths: Paths) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        netdev = f"user,id=net0,hostfwd=tcp:127.0.0.1:{port}-10.0.2.15:22"
        with pytest.raises(PortTaken, match=str(port)):
            await QemuProcess.start(HOST, paths, real(paths, "-netdev", netdev))
    assert not paths.qemu_identity.exists()


@pytest.mark.qemu
async def test_a_disk_that_another_qemu_holds_is_told(paths: Paths) -> None:
    tool = shutil.which("qemu-img")
    assert tool
    await DataDisk(Path(tool), paths.data_disk).create(GIB)
    file = f"file.driver=file,file.filename={paths.data_disk}"
    disk = ("-blockdev", f"driver=qcow2,node-name=d,{file}", "-device", "virtio-blk,drive=d")
    first = await QemuProcess.start(HOST, paths, real(paths, *disk))
    other = Paths(home=paths.home, runtime=paths.home / "r2")
    HOST.make_private_folder(other.runtime)
    try:
        with pytest.raises(AlreadyRunning, match="disk"):
            await QemuProcess.start(HOST, other, real(other, *disk))
    finally:
        await first.end()


@pytest.mark.qemu
async def test_an_option_that_qemu_does_not_know_is_passed_on_in_its_words(paths: Paths) -> None:
    with pytest.raises(QemuFailed, match="-moon") as caught:
        await QemuProcess.start(HOST, paths, real(paths, "-moon"))
    assert "invalid option" in caught.value.details


@pytest.mark.qemu
async def test_the_sandbox_lets_qemu_start(paths: Paths) -> None:
    rules = "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"
    share = ("-fsdev", f"local,id=f,path={paths.home},security_model=none,multidevs=remap")
    device = ("-device", "virtio-9p-pci,fsdev=f,mount_tag=t")
    command = real(paths, "-machine", "q35", *share, *device, "-sandbox", rules)
    process = await QemuProcess.start(HOST, paths, command)
    await process.end()


async def test_a_missing_program_is_told(paths: Paths) -> None:
    with pytest.raises(QemuMissing, match="/no/such/qemu"):
        await QemuProcess.start(HOST, paths, ["/no/such/qemu"])


async def test_one_that_never_answers_is_given_up_and_ended(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_START_LIMIT", 0.3)
    pid = paths.home / "pid"
    with pytest.raises(QemuFailed, match="did not answer"):
        await QemuProcess.start(HOST, paths, ["sh", "-c", f"echo $$ > {pid}; exec sleep 60"])
    assert HOST.identity(int(pid.read_text())) is None
    assert QemuProcess.adopt(HOST, paths) is None


async def test_a_cancelled_start_leaves_no_qemu(paths: Paths) -> None:
    pid = paths.home / "pid"
    starting = asyncio.create_task(
        QemuProcess.start(HOST, paths, ["sh", "-c", f"echo $$ > {pid}; exec sleep 60"])
    )
    async with asyncio.timeout(10):
        while not (pid.exists() and pid.read_text()):  # noqa: ASYNC110 - nothing signals it
            await asyncio.sleep(0.01)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert HOST.identity(int(pid.read_text())) is None
    assert not paths.qemu_identity.exists()


async def test_adopting_recognises_one_whose_record_was_never_written(
    running: QemuProcess, paths: Paths
) -> None:
    paths.qemu_identity.unlink()
    adopted = QemuProcess.adopt(HOST, paths)
    assert adopted is not None
    assert adopted.identity.pid == running.identity.pid


async def test_a_stranger_with_the_recorded_pid_is_left_alone(paths: Paths) -> None:
    """After a restart of the computer pids are given anew."""
    mine = HOST.identity(os.getpid())
    assert mine is not None
    stale = msgspec.structs.replace(mine, started=mine.started - 1000)
    paths.qemu_identity.write_bytes(msgspec.json.encode(stale))
    paths.pid_file.write_text(f"{os.getpid()}\n")
    paths.qmp_socket.touch()
    assert QemuProcess.adopt(HOST, paths) is None
    assert not paths.qemu_identity.exists()
    assert not paths.pid_file.exists()
    assert not paths.qmp_socket.exists()


@pytest.mark.parametrize("content", [b"", b"{", b'{"pid": "x"}', b"[1]"])
def test_a_spoilt_record_is_swept_away(paths: Paths, content: bytes) -> None:
    paths.qemu_identity.write_bytes(content)
    assert QemuProcess.adopt(HOST, paths) is None
    assert not paths.qemu_identity.exists()


async def test_the_death_of_an_adopted_one_is_noticed(running: QemuProcess, paths: Paths) -> None:
    adopted = QemuProcess.adopt(HOST, paths)
    assert adopted is not None
    waiting = asyncio.create_task(adopted.wait())
    await asyncio.sleep(0)
    os.kill(adopted.identity.pid, signal.SIGKILL)
    async with asyncio.timeout(5):
        assert await waiting is None
        assert await running.wait() == -signal.SIGKILL


async def test_the_console_of_the_last_run_is_kept_beside(paths: Paths) -> None:
    paths.console_log.write_text("before")
    process = await QemuProcess.start(HOST, paths, command(paths))
    await process.end()
    assert not paths.console_log.exists()
    assert paths.console_log.with_name("console.log.1").read_text() == "before"


def test_a_log_is_put_aside_when_it_is_large(tmp_path: Path) -> None:
    log = tmp_path / "qemu.log"
    rotate(log, 10)
    log.write_text("x" * 10)
    rotate(log, 10)
    assert log.exists()
    log.write_text("y" * 11)
    rotate(log, 10)
    assert not log.exists()
    assert (tmp_path / "qemu.log.1").read_text() == "y" * 11
