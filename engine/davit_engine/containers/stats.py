"""Runtime samples to Docker statistics (pure).

The field names are those of the Engine API's ContainerStats; numbers are bytes, nanoseconds and
counts since the container's start. A client computes percentages from two samples.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from davit_engine.kernel.cgroups import BlockCounter, Sample

ZERO_TIME = "0001-01-01T00:00:00Z"

_NETWORK_FIELDS = (
    ("rx_bytes", 0),
    ("rx_packets", 1),
    ("rx_errors", 2),
    ("rx_dropped", 3),
    ("tx_bytes", 8),
    ("tx_packets", 9),
    ("tx_errors", 10),
    ("tx_dropped", 11),
)
"""Docker's names and the columns of /proc/net/dev (proc(5)) they come from."""


class StatsSample(msgspec.Struct, frozen=True, kw_only=True):
    """What one container used up to one moment."""

    id: str
    name: str
    read_ns: int
    group: Sample | None
    """None when the container does not run."""
    system_cpu_ns: int
    """CPU time of the whole machine, the measure percentages refer to."""
    online_cpus: int
    machine_memory: int
    """Bytes; what a container without a limit may use."""
    network: str
    """The text of its /proc/net/dev."""
    cgroup_version: int


def document(sample: StatsSample, previous: StatsSample | None) -> dict[str, object]:
    """Docker's JSON for a sample and the one before it."""
    group = sample.group or Sample()
    running = sample.group is not None
    return {
        "read": _time(sample.read_ns) if running else ZERO_TIME,
        "preread": _time(previous.read_ns) if previous is not None and running else ZERO_TIME,
        "pids_stats": _pids(group) if running else {},
        "blkio_stats": _block_io(group, sample.cgroup_version if running else 0),
        "num_procs": 0,
        "storage_stats": {},
        "cpu_stats": _cpu(sample),
        "precpu_stats": _cpu(previous) if previous is not None else _cpu(None),
        "memory_stats": _memory(group, sample) if running else {},
        "name": f"/{sample.name}",
        "id": sample.id,
        **({"networks": networks(sample.network)} if running and sample.network else {}),
    }


def _time(time_ns: int) -> str:
    seconds, fraction = divmod(time_ns, 10**9)
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{fraction:09d}Z"


def _pids(group: Sample) -> dict[str, int]:
    return {
        "current": group.pids,
        "limit": group.pids_limit if group.pids_limit is not None else 2**64 - 1,
    }


def _cpu(sample: StatsSample | None) -> dict[str, object]:
    throttling = {"periods": 0, "throttled_periods": 0, "throttled_time": 0}
    if sample is None or sample.group is None:
        usage = {"total_usage": 0, "usage_in_kernelmode": 0, "usage_in_usermode": 0}
        return {"cpu_usage": usage, "throttling_data": throttling}
    group = sample.group
    usage_now: dict[str, object] = {
        "total_usage": group.cpu_ns,
        "usage_in_kernelmode": group.cpu_kernel_ns,
        "usage_in_usermode": group.cpu_user_ns,
    }
    if group.cpu_per_core_ns:
        usage_now["percpu_usage"] = list(group.cpu_per_core_ns)
    return {
        "cpu_usage": usage_now,
        "system_cpu_usage": sample.system_cpu_ns,
        "online_cpus": sample.online_cpus,
        "throttling_data": {
            "periods": group.periods,
            "throttled_periods": group.throttled_periods,
            "throttled_time": group.throttled_ns,
        },
    }


def _memory(group: Sample, sample: StatsSample) -> dict[str, object]:
    limit = group.memory_limit if group.memory_limit is not None else sample.machine_memory
    memory: dict[str, object] = {
        "usage": group.memory,
        "stats": dict(group.memory_details),
        "limit": limit,
    }
    if sample.cgroup_version == 1:
        memory["max_usage"] = group.memory_peak
        memory["failcnt"] = group.memory_failures
    return memory


def _block_io(group: Sample, cgroup_version: int) -> dict[str, object]:
    def entries(counters: tuple[BlockCounter, ...]) -> list[dict[str, object]]:
        return [
            {
                "major": counter.major,
                "minor": counter.minor,
                "op": counter.operation,
                "value": counter.value,
            }
            for counter in counters
        ]

    known = cgroup_version > 0
    return {
        "io_service_bytes_recursive": entries(group.io_bytes) if known else None,
        "io_serviced_recursive": entries(group.io_operations) if cgroup_version == 1 else None,
        "io_queue_recursive": None,
        "io_service_time_recursive": None,
        "io_wait_time_recursive": None,
        "io_merged_recursive": None,
        "io_time_recursive": None,
        "sectors_recursive": None,
    }


def networks(text: str) -> Mapping[str, Mapping[str, int]]:
    """Counters by interface from the text of /proc/net/dev, without the loopback."""
    found = {}
    for line in text.splitlines():
        name, colon, rest = line.partition(":")
        columns = rest.split()
        if colon and len(columns) >= 12 and name.strip() != "lo":
            found[name.strip()] = {field: int(columns[column]) for field, column in _NETWORK_FIELDS}
    return found
