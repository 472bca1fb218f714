"""The machine's own life: crashes of each part, sleep, settings, giving back what it took."""

import json
import os
import signal
import socket
import subprocess
import time

import psutil
import pytest

from davit_vm import State
from fixtures.commands import Cli
from fixtures.daemon import wait_for
from fixtures.machine import MachineEngine, document
from fixtures.terminal import Terminal

pytestmark = [pytest.mark.root, pytest.mark.qemu]


def test_a_dead_supervisor_costs_nothing(cli: Cli, machine: MachineEngine) -> None:
    cli("run", "-d", "--name", "page", "-p", "80", "davit/welcome")
    port = int(cli.lines("port", "page", "80")[0].rpartition(":")[2])
    before = machine.status()
    assert before.supervisor_pid is not None
    os.kill(before.supervisor_pid, signal.SIGKILL)
    machine.start()
    after = machine.status()
    assert after.qemu_pid == before.qemu_pid
    assert after.supervisor_pid != before.supervisor_pid
    assert cli.lines("port", "page", "80") == [f"127.0.0.1:{port}"]
    wait_for(lambda: answers(port), 60, "the port is gone")
    cli("stop", "-t", "1", "page")
    wait_for(lambda: not listens(port), 20, "the port stays open")


def test_a_dead_qemu_comes_back_by_itself_with_containers_and_ports(
    cli: Cli, machine: MachineEngine
) -> None:
    port = free_port()
    published = ("-p", f"{port}:80")
    cli("run", "-d", "--restart", "always", "--name", "page", *published, "davit/welcome")
    machine.cut_power()
    wait_for(lambda: machine.status().qemu_pid is not None, 60, "QEMU is not restarted")
    machine.until(State.READY)
    wait_for(lambda: answers(port), 120, "the page is not back", machine.log_tail)
    last = machine.wait(machine.machine.history())[-2]
    assert last.ending == "crashed"


def test_after_sleep_the_clock_is_right_and_streams_go_on(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "clock", busybox, "sh", "-c", "while sleep 1; do date +%s; done")
    command = [str(cli.engine.program("docker")), "logs", "-f", "clock"]
    with Terminal(command, machine.env) as following:
        following.expect(r"\d{10}")
        slept = 25
        machine.wait(machine.machine.pause())
        assert machine.status().state is State.PAUSED
        # What the sleep of a laptop does to the guest: no instruction runs while time goes on.
        asleep_until = time.monotonic() + slept
        wait_for(lambda: time.monotonic() > asleep_until, slept + 5, "time stood still")
        machine.wait(machine.machine.resume())
        wait_for(lambda: abs(offset(cli)) < 5, 30, "the clock is wrong")
        woken = int(time.time())
        wait_for(
            lambda: int(following.expect(r"\d{10}").group()) >= woken, 60, "the stream is dead"
        )
    cli("rm", "-f", "clock")


def test_settings_say_what_waits_for_the_next_start(machine: MachineEngine) -> None:
    told = machine.davit("machine", "set", "--cpus", "1").stdout
    assert "next start" in told
    assert machine.status().pending_restart == ("cpus",)
    machine.davit("machine", "set", "--cpus", "2")
    assert machine.status().pending_restart == ()


def test_the_disk_grows_while_containers_run(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "stays", busybox, "sleep", "600")
    before = disk_size(machine)
    machine.davit("machine", "set", "--disk", "66G")
    assert disk_size(machine) > before + 1.5 * 1024**3
    assert document(cli("inspect", "stays").stdout)["State"]["Running"]
    refused = machine.davit("machine", "set", "--disk", "5G", check=False)
    assert refused.returncode == 1
    assert "shrink" in refused.stderr
    cli("rm", "-f", "stays")


def test_deleted_blocks_come_back_to_the_host(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    size = 200 * 1024**2
    disk = machine.machine.home / "data.qcow2"
    script = f"head -c {size} /dev/urandom > /fill; sync"
    cli("run", "--name", "filler", busybox, "sh", "-c", script)
    full = disk.stat().st_blocks * 512
    cli("rm", "filler")
    told = json.loads(machine.davit("machine", "reclaim", "--json").stdout)
    given = full - disk.stat().st_blocks * 512
    assert given > 0.8 * size
    assert told["disk"] >= 0


def test_free_memory_comes_back_to_the_host(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    pid = machine.status().qemu_pid
    assert pid is not None
    qemu = psutil.Process(pid)
    size = 300 * 1024**2
    calm = qemu.memory_info().rss
    script = f"head -c {size} /dev/urandom > /mnt/x; sleep 600"
    cli("run", "-d", "--name", "eater", "--tmpfs", "/mnt", busybox, "sh", "-c", script)
    wait_for(lambda: qemu.memory_info().rss > calm + 0.7 * size, 120, "memory was not used")
    full = qemu.memory_info().rss
    cli("rm", "-f", "eater")
    wait_for(
        lambda: qemu.memory_info().rss < full - 0.5 * size,
        120,
        "memory stays with QEMU",
        lambda: f"{full} -> {qemu.memory_info().rss}",
    )


def test_shell_and_console_and_diagnose(machine: MachineEngine) -> None:
    assert machine.guest("uname", "-s") == "Linux\n"
    assert machine.davit("machine", "shell", "sh", "-c", "exit 5", check=False).returncode == 5
    assert "davit-beacon: ready" in machine.davit("machine", "console").stdout
    bundle = machine.base / "bundle.tar.gz"
    told = machine.davit("machine", "diagnose", "--json", "--bundle", str(bundle), check=False)
    checks = json.loads(told.stdout)["checks"]
    assert [check for check in checks if check["ok"] is False] == []
    unpacked = subprocess.run(["tar", "-xzOf", str(bundle)], capture_output=True, check=True).stdout
    for name in ("id_ed25519", "host_key", "gate.key"):
        secret = (machine.machine.home / name).read_bytes().strip()
        assert secret not in unpacked
        assert secret.splitlines()[-1 if len(secret.splitlines()) < 3 else 2] not in unpacked


def test_an_idle_machine_sleeps_and_the_next_request_wakes_it(
    cli: Cli, machine: MachineEngine
) -> None:
    machine.davit("machine", "set", "--idle-stop", "5s")
    try:
        machine.until(State.ASLEEP, 120)
        assert machine.status().qemu_pid is None
        assert cli("version", "--format", "{{.Server.Version}}", timeout=240).stdout.strip()
        assert machine.status().state is State.READY
    finally:
        machine.davit("machine", "set", "--idle-stop", "0")


def test_stop_ends_containers_politely_and_everything_else(
    cli: Cli, machine: MachineEngine
) -> None:
    busybox = cli.image("busybox:latest")
    script = "trap 'echo asked; exit 4' TERM; while :; do sleep 1; done"
    cli("run", "-d", "--name", "polite", busybox, "sh", "-c", script)
    before = machine.status()
    machine.stop()
    assert machine.status().state is State.STOPPED
    for pid in (before.qemu_pid, before.supervisor_pid):
        assert pid is not None
        wait_for(lambda pid=pid: not runs(pid), 20, f"process {pid} stays")
    machine.stop()
    machine.start()
    state = document(cli("inspect", "polite").stdout)["State"]
    assert (state["Status"], state["ExitCode"]) == ("exited", 4)
    assert cli("logs", "polite").stdout == "asked\n"
    cli("rm", "polite")


def runs(pid: int) -> bool:
    """Whether the process lives; one that this program has yet to reap does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def disk_size(machine: MachineEngine) -> int:
    """Bytes of the guest's data file system."""
    return int(machine.guest("stat", "-f", "-c", "%b", "/var/lib/davit")) * 4096


def offset(cli: Cli) -> float:
    """Seconds that a container's clock is ahead of ours."""
    before = time.time()
    theirs = float(cli("exec", "clock", "date", "+%s").stdout)
    return theirs - (before + time.time()) / 2


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            return connection.recv(16).startswith(b"HTTP/")
    except OSError:
        return False
