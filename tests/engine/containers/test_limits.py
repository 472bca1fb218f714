"""Limits: refused in words, discarded with a warning, changed by an update."""

import pytest

from davit_engine.containers import limits
from davit_engine.containers.model import (
    HostConfig,
    RestartPolicy,
    ThrottleDevice,
    Ulimit,
    WeightDevice,
)
from davit_engine.containers.spec import Host
from davit_engine.errors import Conflict, EngineError, InvalidParameter
from davit_engine.kernel.abilities import Abilities

MIB = 1 << 20
HOST = Host(machine="x86_64", cgroup_version=1, capabilities=frozenset(), cpus=2)
POOR = Host(
    machine="x86_64",
    cgroup_version=2,
    capabilities=frozenset(),
    cpus=2,
    abilities=Abilities(
        swap=False,
        swappiness=False,
        oom_kill_disable=False,
        kernel_memory_tcp=False,
        cpu_realtime=False,
        block_weight=False,
        block_weight_device=False,
        block_throttle=False,
    ),
)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (HostConfig(memory=1024), "Minimum memory limit allowed is 6MB"),
        (HostConfig(memory=-1), "cannot be negative"),
        (HostConfig(memory_swap=1 << 30), "should always set the Memory limit"),
        (HostConfig(memory_swap=-2), "invalid memory and swap limit"),
        (HostConfig(memory=64 * MIB, memory_swap=32 * MIB), "larger than memory limit"),
        (HostConfig(memory=64 * MIB, memory_reservation=128 * MIB), "less than memory reservation"),
        (HostConfig(memory_reservation=1024), "Minimum memory reservation allowed is 6MB"),
        (HostConfig(memory_swappiness=101), "valid memory swappiness range is 0-100"),
        (HostConfig(nano_cpus=3 * 10**9), "only 2 CPUs available"),
        (HostConfig(nano_cpus=10**9, cpu_quota=5000), "Nano CPUs and CPU Quota cannot both"),
        (HostConfig(nano_cpus=10**9, cpu_period=5000), "Nano CPUs and CPU Period cannot both"),
        (HostConfig(cpu_period=10), "CPU cfs period can not be less than 1ms"),
        (HostConfig(cpu_quota=10), "CPU cfs quota can not be less than 1ms"),
        (HostConfig(cpu_shares=-1), "value must be a positive integer"),
        (HostConfig(cpuset_cpus="0-7"), "Requested CPUs are not available - requested 0-7"),
        (HostConfig(cpuset_cpus="a"), "Invalid value a for cpuset cpus"),
        (HostConfig(cpuset_cpus="0-99999999"), "Invalid value"),
        (HostConfig(cpuset_mems="1"), "Requested memory nodes are not available"),
        (HostConfig(blkio_weight=5), "Range of blkio weight is from 10 to 1000"),
        (
            HostConfig(blkio_weight_device=[WeightDevice(path="/dev/x", weight=1)]),
            "Range of blkio weight",
        ),
        (HostConfig(io_maximum_i_ops=1), "Invalid QoS settings"),
        (HostConfig(cpu_realtime_period=5, cpu_realtime_runtime=6), "cannot be higher"),
        (HostConfig(pids_limit=-2), "invalid PIDs limit"),
    ],
)
def test_a_limit_that_no_container_can_have_is_refused(wanted: HostConfig, words: str) -> None:
    with pytest.raises(InvalidParameter, match=words):
        limits.check(wanted, HOST)


def test_a_realtime_limit_needs_a_kernel_that_has_it() -> None:
    with pytest.raises(InvalidParameter, match="kernel does not support CPU real-time scheduler"):
        limits.check(HostConfig(cpu_realtime_runtime=1000), POOR)


def test_what_the_kernel_cannot_limit_is_discarded_and_said() -> None:
    rate = [ThrottleDevice(path="/dev/x", rate=1)]
    wanted = HostConfig(
        memory=64 * MIB,
        memory_swappiness=5,
        oom_kill_disable=True,
        kernel_memory_tcp=MIB,
        blkio_weight=300,
        blkio_weight_device=[WeightDevice(path="/dev/x", weight=10)],
        blkio_device_read_bps=rate,
        blkio_device_write_bps=rate,
        blkio_device_read_i_ops=rate,
        blkio_device_write_i_ops=rate,
    )
    kept, warnings = limits.check(wanted, POOR)
    assert len(warnings) == 10
    assert all(said.startswith("Your kernel does not support ") for said in warnings)
    assert kept == HostConfig(memory=64 * MIB, memory_swap=-1)
    assert limits.check(wanted, HOST)[1] == []


def test_what_only_windows_knows_is_discarded_and_said() -> None:
    kept, warnings = limits.check(HostConfig(cpu_count=1, cpu_percent=5, kernel_memory=9), HOST)
    assert kept == HostConfig()
    assert len(warnings) == 3


def test_swap_is_as_much_as_memory_unless_it_is_said() -> None:
    assert limits.check(HostConfig(memory=64 * MIB), HOST)[0].memory_swap == 128 * MIB


def test_never_killing_without_a_limit_is_warned_of() -> None:
    assert "no memory limit is set" in limits.check(HostConfig(oom_kill_disable=True), HOST)[1][0]


def test_an_update_changes_what_it_names() -> None:
    present, _ = limits.check(HostConfig(memory=64 * MIB, cpu_shares=5, pids_limit=9), HOST)
    changed, _ = limits.update(present, HostConfig(cpu_shares=7, pids_limit=-1), HOST)
    assert (changed.memory, changed.memory_swap) == (64 * MIB, 128 * MIB)
    assert (changed.cpu_shares, changed.pids_limit) == (7, -1)
    assert changed.restart_policy == present.restart_policy


@pytest.mark.parametrize(
    ("present", "wanted", "words"),
    [
        (HostConfig(cpu_period=5000), HostConfig(nano_cpus=1), "Nano CPUs cannot be updated"),
        (HostConfig(cpu_quota=5000), HostConfig(nano_cpus=1), "as CPU Quota has already been set"),
        (HostConfig(nano_cpus=1), HostConfig(cpu_period=1), "CPU Period cannot be updated"),
        (HostConfig(nano_cpus=1), HostConfig(cpu_quota=1), "CPU Quota cannot be updated"),
        (
            HostConfig(memory=8 * MIB, memory_swap=16 * MIB),
            HostConfig(memory=32 * MIB),
            "already set memoryswap limit",
        ),
        (
            HostConfig(auto_remove=True),
            HostConfig(restart_policy=RestartPolicy(name="always")),
            "AutoRemove is enabled",
        ),
    ],
)
def test_an_update_that_contradicts_is_a_conflict(
    present: HostConfig, wanted: HostConfig, words: str
) -> None:
    with pytest.raises(Conflict, match=words):
        limits.update(present, wanted, HOST)


def test_an_update_refuses_every_field_that_it_cannot_change() -> None:
    for wanted in (HostConfig(ulimits=[Ulimit(name="core")]), HostConfig(privileged=True)):
        with pytest.raises(InvalidParameter, match="cannot be changed by an update"):
            limits.update(HostConfig(), wanted, HOST)


def test_an_unlimited_swap_stays_when_memory_grows() -> None:
    present = HostConfig(memory=8 * MIB, memory_swap=-1)
    try:
        changed, _ = limits.update(present, HostConfig(memory=32 * MIB), HOST)
    except EngineError as error:
        pytest.fail(str(error))
    assert changed.memory_swap == -1
