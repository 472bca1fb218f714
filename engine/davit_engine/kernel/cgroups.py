"""Control groups: where a container's are, what they say, and moving a process into one.

Two hierarchies are read behind one face: cgroup v2 (cgroups(7), Documentation/admin-guide/
cgroup-v2) and the older one tree per controller. The runtime creates the groups of containers; the
engine reads them, and makes one group for the shims.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

import msgspec

ROOT: Final = Path("/sys/fs/cgroup")

UNLIMITED_V1: Final = 1 << 62
"""cgroup v1 writes "no limit" as the largest page-aligned number."""


class BlockCounter(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes or operations of one kind on one block device."""

    major: int
    minor: int
    operation: str
    """read or write."""
    value: int


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What a container's groups say at one moment."""

    cpu_ns: int = 0
    cpu_user_ns: int = 0
    cpu_kernel_ns: int = 0
    cpu_per_core_ns: tuple[int, ...] = ()
    periods: int = 0
    throttled_periods: int = 0
    throttled_ns: int = 0
    memory: int = 0
    """Bytes in use, page cache included."""
    memory_peak: int = 0
    memory_limit: int | None = None
    """Bytes; None means none."""
    memory_failures: int = 0
    memory_details: Mapping[str, int] = {}
    pids: int = 0
    pids_limit: int | None = None
    io_bytes: tuple[BlockCounter, ...] = ()
    io_operations: tuple[BlockCounter, ...] = ()
    oom_kills: int = 0


class Hierarchy(Protocol):
    """One layout of the control group file system."""

    version: int

    def sample(self, group: str) -> Sample:
        """Raises FileNotFoundError when the group is gone."""
        ...

    def oom_kills(self, group: str) -> int: ...

    def processes(self, group: str) -> list[int]: ...

    def add(self, group: str, pid: int) -> None:
        """Move a process into a group, making it when needed."""
        ...

    def show(self, group: str) -> None:
        """Let every user read the group; nothing happens when it is gone."""
        ...

    def remove(self, group: str) -> None:
        """Remove a group and those below it; nothing happens to what is gone or in use."""
        ...


def detect() -> Hierarchy:
    """The layout this kernel uses."""
    return Unified() if (ROOT / "cgroup.controllers").exists() else Legacy()


class Unified:
    """cgroup v2."""

    version = 2

    def __init__(self, root: Path = ROOT) -> None:
        self._root = root

    def sample(self, group: str) -> Sample:
        folder = _folder(self._root, group)
        cpu = _pairs(folder / "cpu.stat")
        pids = _text(folder / "pids.current")
        read_bytes, operations = _io_stat(_text(folder / "io.stat"))
        (folder / "cgroup.procs").stat()
        return Sample(
            cpu_ns=cpu.get("usage_usec", 0) * 1000,
            cpu_user_ns=cpu.get("user_usec", 0) * 1000,
            cpu_kernel_ns=cpu.get("system_usec", 0) * 1000,
            periods=cpu.get("nr_periods", 0),
            throttled_periods=cpu.get("nr_throttled", 0),
            throttled_ns=cpu.get("throttled_usec", 0) * 1000,
            memory=_number(folder / "memory.current"),
            memory_peak=_number(folder / "memory.peak"),
            memory_limit=_limit(folder / "memory.max"),
            memory_details=_pairs(folder / "memory.stat"),
            pids=int(pids or 0),
            pids_limit=_limit(folder / "pids.max"),
            io_bytes=read_bytes,
            io_operations=operations,
            oom_kills=self.oom_kills(group),
        )

    def oom_kills(self, group: str) -> int:
        return _pairs(_folder(self._root, group) / "memory.events").get("oom_kill", 0)

    def processes(self, group: str) -> list[int]:
        return _pids(_folder(self._root, group))

    def add(self, group: str, pid: int) -> None:
        _add(_folder(self._root, group), pid)

    def show(self, group: str) -> None:
        _show(_folder(self._root, group))

    def remove(self, group: str) -> None:
        _remove(_folder(self._root, group))


class Legacy:
    """cgroup v1: one tree per controller."""

    version = 1

    def __init__(self, root: Path = ROOT) -> None:
        self._root = root

    def sample(self, group: str) -> Sample:
        cpu = _folder(self._root / "cpuacct", group)
        memory = _folder(self._root / "memory", group)
        pids = _folder(self._root / "pids", group)
        throttling = _pairs(_folder(self._root / "cpu", group) / "cpu.stat")
        blocks = _folder(self._root / "blkio", group)
        (pids / "cgroup.procs").stat()
        per_core = _text(cpu / "cpuacct.usage_percpu").split()
        ticks = _pairs(cpu / "cpuacct.stat")
        limit = _number(memory / "memory.limit_in_bytes")
        return Sample(
            cpu_ns=_number(cpu / "cpuacct.usage"),
            cpu_user_ns=ticks.get("user", 0) * 10_000_000,
            cpu_kernel_ns=ticks.get("system", 0) * 10_000_000,
            cpu_per_core_ns=tuple(int(value) for value in per_core),
            periods=throttling.get("nr_periods", 0),
            throttled_periods=throttling.get("nr_throttled", 0),
            throttled_ns=throttling.get("throttled_time", 0),
            memory=_number(memory / "memory.usage_in_bytes"),
            memory_peak=_number(memory / "memory.max_usage_in_bytes"),
            memory_limit=limit if 0 < limit < UNLIMITED_V1 else None,
            memory_failures=_number(memory / "memory.failcnt"),
            memory_details=_pairs(memory / "memory.stat"),
            pids=_number(pids / "pids.current"),
            pids_limit=_limit(pids / "pids.max"),
            io_bytes=_blkio(_text(blocks / "blkio.throttle.io_service_bytes")),
            io_operations=_blkio(_text(blocks / "blkio.throttle.io_serviced")),
            oom_kills=self.oom_kills(group),
        )

    def oom_kills(self, group: str) -> int:
        return _pairs(_folder(self._root / "memory", group) / "memory.oom_control").get(
            "oom_kill", 0
        )

    def processes(self, group: str) -> list[int]:
        return _pids(_folder(self._root / "pids", group))

    def add(self, group: str, pid: int) -> None:
        for tree in self._trees():
            _add(_folder(tree, group), pid)

    def show(self, group: str) -> None:
        for tree in self._root.iterdir():
            if not tree.is_symlink():
                _show(_folder(tree, group))

    def remove(self, group: str) -> None:
        for tree in self._root.iterdir():
            if not tree.is_symlink():
                _remove(_folder(tree, group))

    def _trees(self) -> Iterator[Path]:
        """The trees that account or limit what a shim would otherwise charge to its starter."""
        for name in ("systemd", "memory", "pids"):
            if (self._root / name).is_dir():
                yield self._root / name


def _folder(root: Path, group: str) -> Path:
    return root / group.strip("/")


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except (FileNotFoundError, OSError):
        # A controller may be absent, and a group may vanish between two reads.
        return ""


def _number(path: Path) -> int:
    text = _text(path).strip()
    return int(text) if text.isdecimal() else 0


def _limit(path: Path) -> int | None:
    text = _text(path).strip()
    return int(text) if text.isdecimal() else None


def _pairs(path: Path) -> dict[str, int]:
    pairs = {}
    for line in _text(path).splitlines():
        key, _, value = line.partition(" ")
        if value.isdecimal():
            pairs[key] = int(value)
    return pairs


def _pids(folder: Path) -> list[int]:
    """Every process of a group and of the groups below it."""
    found = [int(pid) for pid in _text(folder / "cgroup.procs").split()]
    with contextlib.suppress(FileNotFoundError):
        for child in folder.iterdir():
            if child.is_dir():
                found += _pids(child)
    return sorted(found)


def _add(folder: Path, pid: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cgroup.procs").write_text(str(pid))


def _show(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.chmod(0o755)


def _remove(folder: Path) -> None:
    # A container that may write below its own group leaves groups there, and the next process of
    # a group with any cannot be placed in it.
    with contextlib.suppress(OSError):
        for path, _, _ in os.walk(folder, topdown=False):
            Path(path).rmdir()


def _io_stat(text: str) -> tuple[tuple[BlockCounter, ...], tuple[BlockCounter, ...]]:
    amounts: list[BlockCounter] = []
    operations: list[BlockCounter] = []
    for line in text.splitlines():
        device, *fields = line.split()
        major, _, minor = device.partition(":")
        values = dict(field.split("=", 1) for field in fields if "=" in field)
        for target, keys in ((amounts, ("rbytes", "wbytes")), (operations, ("rios", "wios"))):
            for operation, key in zip(("read", "write"), keys, strict=True):
                target.append(
                    BlockCounter(
                        major=int(major),
                        minor=int(minor),
                        operation=operation,
                        value=int(values.get(key, 0)),
                    )
                )
    return tuple(amounts), tuple(operations)


def _blkio(text: str) -> tuple[BlockCounter, ...]:
    counters = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) == 3 and fields[1] in ("Read", "Write"):
            major, _, minor = fields[0].partition(":")
            counters.append(
                BlockCounter(
                    major=int(major),
                    minor=int(minor),
                    operation=fields[1].lower(),
                    value=int(fields[2]),
                )
            )
    return tuple(counters)
