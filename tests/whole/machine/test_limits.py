"""Limits and figures on cgroup v2, which the machine's kernel has whatever the host has."""

import json

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for
from fixtures.machine import MachineEngine, document

pytestmark = [pytest.mark.root, pytest.mark.qemu]


def test_the_engine_says_that_it_is_on_cgroup_v2(cli: Cli) -> None:
    info = json.loads(cli("info", "--format", "{{json .}}").stdout)
    assert info["CgroupVersion"] == "2"
    assert info["Driver"] == "erofs"
    assert not any("CVE" in warning for warning in info["Warnings"] or [])


def test_too_much_memory_ends_a_container_and_says_so(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    done = cli(
        "run", "--name", "greedy", "-m", "32m", "--memory-swap", "32m", busybox,
        "sh", "-c", "tail /dev/zero", check=False,
    )  # fmt: skip
    assert done.returncode == 137
    assert document(cli("inspect", "greedy").stdout)["State"]["OOMKilled"] is True


def test_the_limits_stand_in_the_cgroup(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    limited = ("-m", "64m", "--cpus", "0.5", "--pids-limit", "50", "--cpu-shares", "512")
    script = "cd /sys/fs/cgroup; cat memory.max cpu.max pids.max cpu.weight"
    told = cli.lines("run", "--rm", *limited, busybox, "sh", "-c", script)
    assert told[:3] == [str(64 * 1024**2), "50000 100000", "50"]
    assert 15 <= int(told[3]) <= 60


def test_devices_are_refused_but_for_the_usual_ones(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    script = "mknod /tmp/vda b 254 0 && dd if=/tmp/vda of=/dev/null count=1; echo $?"
    told = cli("run", "--rm", busybox, "sh", "-c", script)
    assert told.stdout.split()[-1] != "0"
    assert "not permitted" in told.stderr.lower()
    cli("run", "--rm", busybox, "sh", "-c", "head -c 1 /dev/urandom > /dev/null")


def test_statistics_of_a_busy_container(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "busy", "-m", "64m", busybox, "sh", "-c", "while :; do :; done")

    def busy() -> bool:
        line = cli("stats", "--no-stream", "--format", "{{json .}}", "busy").stdout
        figures = json.loads(line)
        return float(figures["CPUPerc"].rstrip("%")) > 20 and "64MiB" in figures["MemUsage"]

    wait_for(busy, 60, "no processor time is shown")
    cli("update", "--cpus", "0.2", "busy")
    assert cli("exec", "busy", "cat", "/sys/fs/cgroup/cpu.max").stdout == "20000 100000\n"
    cli("pause", "busy")
    assert "(Paused)" in cli("ps").stdout
    cli("unpause", "busy")
    cli("rm", "-f", "busy")


def test_containers_survive_the_death_of_the_engine_inside(
    cli: Cli, machine: MachineEngine
) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "tough", busybox, "sh", "-c", "while sleep 1; do echo on; done")
    before = document(cli("inspect", "tough").stdout)["State"]["Pid"]
    old = machine.guest("cat", "/run/davit/engine.pid").strip()
    machine.guest("kill", "-9", old)
    wait_for(
        lambda: (
            machine.guest("cat", "/run/davit/engine.pid", check=False).strip() != old
            and cli("version", check=False).returncode == 0
        ),
        90,
        "the engine did not come back",
        machine.log_tail,
    )
    assert document(cli("inspect", "tough").stdout)["State"]["Pid"] == before
    cli("rm", "-f", "tough")
