"""A statistics sample as the figures people read, by the docker command line's own formulas."""

from __future__ import annotations

from datetime import datetime

import msgspec

from davit_desktop.client.types import StatsSample


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """Percentages are of one CPU (so 200 means two) and of the memory limit; the rest bytes."""

    cpu_percent: float
    memory_used: int
    memory_limit: int
    memory_percent: float
    network_received: int
    network_sent: int
    block_read: int
    block_written: int
    processes: int


def usage(sample: StatsSample) -> Usage:
    """The figures of one sample; a sample of a stopped container is all zeros."""
    used = _memory_used(sample)
    limit = sample.memory_stats.limit
    read = written = 0
    for entry in sample.blkio_stats.io_service_bytes_recursive:
        match entry.op[:1].lower():
            case "r":
                read += entry.value
            case "w":
                written += entry.value
    return Usage(
        cpu_percent=_cpu_percent(sample),
        memory_used=used,
        memory_limit=limit,
        memory_percent=used / limit * 100 if limit else 0.0,
        network_received=sum(i.rx_bytes for i in sample.networks.values()),
        network_sent=sum(i.tx_bytes for i in sample.networks.values()),
        block_read=read,
        block_written=written,
        processes=sample.pids_stats.current,
    )


def taken_at(sample: StatsSample) -> float | None:
    """When the engine took the sample, by its clock; None when it does not tell."""
    try:
        when = datetime.fromisoformat(sample.read)
        return when.timestamp() if when.year > 1 else None
    except (ValueError, OverflowError, OSError):
        return None


def _cpu_percent(sample: StatsSample) -> float:
    now, before = sample.cpu_stats, sample.precpu_stats
    used = now.cpu_usage.total_usage - before.cpu_usage.total_usage
    passed = now.system_cpu_usage - before.system_cpu_usage
    cpus = now.online_cpus or len(now.cpu_usage.percpu_usage)
    return used / passed * cpus * 100 if used > 0 and passed > 0 else 0.0


def _memory_used(sample: StatsSample) -> int:
    """Usage without the page cache that the kernel can drop, on cgroup v1 and v2."""
    memory = sample.memory_stats
    for key in ("total_inactive_file", "inactive_file"):
        cache = memory.stats.get(key)
        if cache is not None and cache < memory.usage:
            return memory.usage - cache
    return memory.usage
