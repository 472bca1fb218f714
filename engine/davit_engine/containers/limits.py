"""Limits a client asks for: refused, discarded with a warning, or filled in (pure).

Refusals and warnings are in the words of dockerd, which clients show and some match on. What this
kernel cannot limit is taken out of the configuration, so that `inspect` does not promise it.
"""

from collections.abc import Callable
from typing import Final

import msgspec

from davit_engine.containers.model import HostConfig
from davit_engine.containers.spec import Host
from davit_engine.errors import Conflict, InvalidParameter
from davit_engine.kernel import abilities

MINIMUM_MEMORY: Final = 6 << 20
"""Bytes; Docker's smallest memory limit."""

UPDATABLE: Final = (
    "blkio_weight",
    "cpu_shares",
    "nano_cpus",
    "cpu_period",
    "cpu_quota",
    "cpuset_cpus",
    "cpuset_mems",
    "memory",
    "memory_swap",
    "memory_reservation",
    "cpu_realtime_period",
    "cpu_realtime_runtime",
    "pids_limit",
    "restart_policy",
)
"""The fields that `docker update` may change."""


def check(host_config: HostConfig, host: Host) -> tuple[HostConfig, list[str]]:
    """The configuration with what is in force, and warnings. Raises InvalidParameter."""
    warnings: list[str] = []
    for part in (_memory, _kernel_memory, _cpu, _cpuset, _block_io, _elsewhere):
        host_config, said = part(host_config, host)
        warnings += said
    if host_config.pids_limit is not None and host_config.pids_limit < -1:
        raise InvalidParameter(
            f"invalid PIDs limit {host_config.pids_limit}: use a number above 0, or -1 for no limit"
        )
    return host_config, warnings


Checked = tuple[HostConfig, list[str]]


def _memory(wanted: HostConfig, host: Host) -> Checked:
    warnings: list[str] = []
    can = host.abilities
    changes: dict[str, object] = {}
    memory, swap, reservation = wanted.memory, wanted.memory_swap, wanted.memory_reservation
    if memory < 0:
        raise InvalidParameter("Memory limit cannot be negative")
    if 0 < memory < MINIMUM_MEMORY:
        raise InvalidParameter("Minimum memory limit allowed is 6MB")
    if memory > 0 and swap != -1 and not can.swap:
        warnings.append(
            "Your kernel does not support swap limit capabilities or the cgroup is not mounted. "
            "Memory limited without swap."
        )
        swap = -1
    if memory > 0 and 0 < swap < memory:
        raise InvalidParameter(
            "Minimum memoryswap limit should be larger than memory limit, see usage"
        )
    if memory == 0 and swap > 0:
        raise InvalidParameter(
            "You should always set the Memory limit when using Memoryswap limit, see usage"
        )
    if swap < -1:
        raise InvalidParameter(f"invalid memory and swap limit {swap}: use bytes, or -1")
    swappiness = wanted.memory_swappiness
    if swappiness == -1:
        swappiness = None
    if swappiness is not None and not can.swappiness:
        warnings.append(
            "Your kernel does not support memory swappiness capabilities or the cgroup is not "
            "mounted. Memory swappiness discarded."
        )
        swappiness = None
    if swappiness is not None and not 0 <= swappiness <= 100:
        raise InvalidParameter(
            f"Invalid value: {swappiness}, valid memory swappiness range is 0-100"
        )
    if reservation < 0 or 0 < reservation < MINIMUM_MEMORY:
        raise InvalidParameter("Minimum memory reservation allowed is 6MB")
    if 0 < memory < reservation:
        raise InvalidParameter(
            "Minimum memory limit can not be less than memory reservation limit, see usage"
        )
    no_oom = wanted.oom_kill_disable
    if no_oom is not None and not can.oom_kill_disable:
        if no_oom:
            warnings.append(
                "Your kernel does not support OomKillDisable. OomKillDisable discarded."
            )
        no_oom = None
    if no_oom and memory == 0:
        warnings.append(
            "OOM killer is disabled for the container, but no memory limit is set, this can "
            "result in the system running out of resources."
        )
    changes = {
        "memory_swap": swap or 2 * memory,
        "memory_swappiness": swappiness,
        "oom_kill_disable": no_oom,
    }
    return msgspec.structs.replace(wanted, **changes), warnings


def _kernel_memory(wanted: HostConfig, host: Host) -> Checked:
    warnings = []
    buffers = wanted.kernel_memory_tcp or None
    if wanted.kernel_memory:
        warnings.append(
            "Specifying a kernel memory limit is deprecated and has no effect any more. Kernel "
            "memory limit discarded."
        )
    if buffers and not host.abilities.kernel_memory_tcp:
        warnings.append(
            "Your kernel does not support kernel memory TCP limit capabilities or the cgroup is "
            "not mounted. Limitation discarded."
        )
        buffers = None
    kept = msgspec.structs.replace(wanted, kernel_memory=None, kernel_memory_tcp=buffers)
    return kept, warnings


def _elsewhere(wanted: HostConfig, host: Host) -> Checked:
    """What only Windows knows."""
    warnings = [
        f"linux does not support CPU {what}. {what.capitalize()} discarded."
        for what, given in (("count", wanted.cpu_count), ("percent", wanted.cpu_percent))
        if given
    ]
    return msgspec.structs.replace(wanted, cpu_count=0, cpu_percent=0), warnings


def _cpu(wanted: HostConfig, host: Host) -> Checked:
    if wanted.nano_cpus > 0 and wanted.cpu_period > 0:
        raise InvalidParameter("Conflicting options: Nano CPUs and CPU Period cannot both be set")
    if wanted.nano_cpus > 0 and wanted.cpu_quota > 0:
        raise InvalidParameter("Conflicting options: Nano CPUs and CPU Quota cannot both be set")
    if wanted.nano_cpus < 0 or wanted.nano_cpus > host.cpus * 10**9:
        raise InvalidParameter(
            f"range of CPUs is from 0.01 to {host.cpus}.00, as there are only {host.cpus} CPUs "
            "available"
        )
    if wanted.cpu_shares < 0:
        raise InvalidParameter(
            f"invalid CPU shares ({wanted.cpu_shares}): value must be a positive integer"
        )
    if wanted.cpu_period and not 1000 <= wanted.cpu_period <= 1_000_000:
        raise InvalidParameter(
            "CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)"
        )
    if 0 < wanted.cpu_quota < 1000:
        raise InvalidParameter("CPU cfs quota can not be less than 1ms (i.e. 1000)")
    period, runtime = wanted.cpu_realtime_period, wanted.cpu_realtime_runtime
    if (period or runtime) and not host.abilities.cpu_realtime:
        raise InvalidParameter("kernel does not support CPU real-time scheduler")
    if period < 0 or runtime < 0 or (period and runtime > period):
        raise InvalidParameter("cpu real-time runtime cannot be higher than cpu real-time period")
    return wanted, []


def _cpuset(wanted: HostConfig, host: Host) -> Checked:
    for label, kind, text, available in (
        ("cpus", "CPUs", wanted.cpuset_cpus, frozenset(range(host.cpus))),
        ("mems", "memory nodes", wanted.cpuset_mems, host.abilities.memory_nodes),
    ):
        try:
            asked = abilities.numbers(text)
        except ValueError as error:
            raise InvalidParameter(f"Invalid value {text} for cpuset {label}") from error
        if not asked <= available:
            raise InvalidParameter(
                f"Requested {kind} are not available - requested {text}, "
                f"available: {_span(available)}"
            )
    return wanted, []


def _span(numbers: frozenset[int]) -> str:
    listed = sorted(numbers)
    if len(listed) > 1 and listed == list(range(listed[0], listed[-1] + 1)):
        return f"{listed[0]}-{listed[-1]}"
    return ",".join(map(str, listed))


def _block_io(wanted: HostConfig, host: Host) -> Checked:
    can = host.abilities
    warnings: list[str] = []
    changes: dict[str, object] = {}
    if wanted.io_maximum_bandwidth or wanted.io_maximum_i_ops:
        raise InvalidParameter(
            "Invalid QoS settings: linux does not support Maximum IO Bandwidth or Maximum IO IOps"
        )
    if wanted.blkio_weight and not can.block_weight:
        warnings.append(
            "Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight "
            "discarded."
        )
        changes["blkio_weight"] = 0
    elif wanted.blkio_weight and not 10 <= wanted.blkio_weight <= 1000:
        raise InvalidParameter("Range of blkio weight is from 10 to 1000")
    for entry in wanted.blkio_weight_device:
        if not 10 <= entry.weight <= 1000:
            raise InvalidParameter(f"Range of blkio weight is from 10 to 1000: {entry.path}")
    for field, present, words in (
        (
            "blkio_weight_device",
            can.block_weight_device,
            "Block I/O weight_device or the cgroup is not mounted. Weight-device discarded.",
        ),
        (
            "blkio_device_read_bps",
            can.block_throttle,
            "BPS Block I/O read limit or the cgroup is not mounted. Block I/O BPS read limit "
            "discarded.",
        ),
        (
            "blkio_device_write_bps",
            can.block_throttle,
            "BPS Block I/O write limit or the cgroup is not mounted. Block I/O BPS write limit "
            "discarded.",
        ),
        (
            "blkio_device_read_i_ops",
            can.block_throttle,
            "IOPS Block read limit or the cgroup is not mounted. Block I/O IOPS read limit "
            "discarded.",
        ),
        (
            "blkio_device_write_i_ops",
            can.block_throttle,
            "IOPS Block write limit or the cgroup is not mounted. Block I/O IOPS write limit "
            "discarded.",
        ),
    ):
        if getattr(wanted, field) and not present:
            warnings.append(f"Your kernel does not support {words}")
            changes[field] = []
    return msgspec.structs.replace(wanted, **changes), warnings


def update(present: HostConfig, wanted: HostConfig, host: Host) -> tuple[HostConfig, list[str]]:
    """What `docker update` makes of a configuration; zero and empty values leave it as it is.

    And warnings. Raises Conflict, InvalidParameter.
    """
    for name in HostConfig.__struct_fields__:
        given = getattr(wanted, name) != getattr(_UNSAID, name)
        if given and name not in UPDATABLE:
            raise InvalidParameter(
                f"{name.replace('_', ' ')} cannot be changed by an update: make a new container"
            )
    _clashes(present, wanted)
    if present.auto_remove and wanted.restart_policy.name not in ("", "no"):
        raise Conflict(
            "Restart policy cannot be updated because AutoRemove is enabled for the container"
        )
    changes = {name: getattr(wanted, name) for name in UPDATABLE if getattr(wanted, name)}
    if not wanted.restart_policy.name:
        del changes["restart_policy"]
    return check(msgspec.structs.replace(present, **changes), host)


_UNSAID: Final = HostConfig()


def _clashes(present: HostConfig, wanted: HostConfig) -> None:
    """Raises Conflict where a change contradicts what is in force."""
    pairs: tuple[tuple[Callable[[HostConfig], int], Callable[[HostConfig], int], str], ...] = (
        (lambda c: c.nano_cpus, lambda c: c.cpu_period, "Nano CPUs|CPU Period"),
        (lambda c: c.nano_cpus, lambda c: c.cpu_quota, "Nano CPUs|CPU Quota"),
        (lambda c: c.cpu_period, lambda c: c.nano_cpus, "CPU Period|NanoCPUs"),
        (lambda c: c.cpu_quota, lambda c: c.nano_cpus, "CPU Quota|NanoCPUs"),
    )
    for new, old, names in pairs:
        if new(wanted) > 0 and old(present) > 0:
            first, _, second = names.partition("|")
            raise Conflict(
                f"Conflicting options: {first} cannot be updated as {second} has already been set"
            )
    if wanted.memory_swap == 0 and present.memory_swap != -1 < present.memory_swap < wanted.memory:
        raise Conflict(
            "Memory limit should be smaller than already set memoryswap limit, update the "
            "memoryswap at the same time"
        )
