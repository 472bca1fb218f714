"""Which limits this kernel can set on a control group."""

import contextlib
from pathlib import Path
from typing import Final

import msgspec

_ROOT: Final = Path("/sys/fs/cgroup")
_NODES: Final = Path("/sys/devices/system/node/online")


class Abilities(msgspec.Struct, frozen=True, kw_only=True):
    """What may be limited, counted or confined here; all of it unless found otherwise."""

    swap: bool = True
    swappiness: bool = True
    oom_kill_disable: bool = True
    kernel_memory_tcp: bool = True
    cpu_realtime: bool = True
    block_weight: bool = True
    block_weight_device: bool = True
    block_throttle: bool = True
    apparmor: bool = True
    selinux: bool = True
    memory_nodes: frozenset[int] = frozenset((0,))


def find(version: int, root: Path = _ROOT) -> Abilities:
    """Look at the control groups of layout `version` (1 or 2)."""
    common = _common()
    if version == 1:
        blocks = root / "blkio"
        return msgspec.structs.replace(
            common,
            swap=(root / "memory/memory.memsw.limit_in_bytes").exists(),
            swappiness=(root / "memory/memory.swappiness").exists(),
            oom_kill_disable=(root / "memory/memory.oom_control").exists(),
            kernel_memory_tcp=(root / "memory/memory.kmem.tcp.limit_in_bytes").exists(),
            cpu_realtime=(root / "cpu/cpu.rt_runtime_us").exists(),
            block_weight=_any(blocks, "blkio.weight", "blkio.bfq.weight"),
            block_weight_device=_any(blocks, "blkio.weight_device", "blkio.bfq.weight_device"),
            block_throttle=(blocks / "blkio.throttle.read_bps_device").exists(),
        )
    controllers = _text(root / "cgroup.controllers").split()
    weight = any(_any(group, "io.weight", "io.bfq.weight") for group in _groups(root))
    return msgspec.structs.replace(
        common,
        swap="memory" in controllers,
        # Neither is part of the newer layout.
        swappiness=False,
        oom_kill_disable=False,
        kernel_memory_tcp=False,
        cpu_realtime=False,
        block_weight=weight,
        block_weight_device=weight,
        block_throttle="io" in controllers,
    )


def _common() -> Abilities:
    return Abilities(
        apparmor=_text(Path("/sys/module/apparmor/parameters/enabled")).startswith("Y"),
        selinux=Path("/sys/fs/selinux/enforce").exists(),
        memory_nodes=numbers(_text(_NODES)) or frozenset((0,)),
    )


def numbers(text: str) -> frozenset[int]:
    """A kernel list as 0-3,7. Raises ValueError."""
    found: set[int] = set()
    for part in text.strip().split(","):
        if part:
            first, _, last = part.partition("-")
            if not (first.isdecimal() and (last or first).isdecimal()):
                raise ValueError(text)
            # A list names processors or nodes; nothing has more than a few thousand.
            if int(last or first) > 1 << 16:
                raise ValueError(text)
            found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def _groups(root: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [entry for entry in root.iterdir() if entry.is_dir()]
    return []


def _any(folder: Path, *names: str) -> bool:
    return any((folder / name).exists() for name in names)


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
