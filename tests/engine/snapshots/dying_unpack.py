"""Unpack two layers and be killed at a chosen step: `dying_unpack.py DATA MKFS|-`.

A step is a call that changes the disk, or one that makes changes durable. Standard input tells the
steps, one a line; each is tried in a process of its own, and answered with its exit status: 0 when
there are fewer steps.
"""

import asyncio
import functools
import hashlib
import io
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from davit_engine.archive.entry import Entry, Kind
from davit_engine.archive.write import END, header, padding
from davit_engine.config import Paths
from davit_engine.snapshots.directory import DirectoryLayers
from davit_engine.snapshots.erofs import ErofsLayers
from davit_engine.snapshots.overlay import OverlaySnapshotter

STEPS = ("os.mkdir", "os.rename", "os.chown", "os.chmod", "os.remove", "os.rmdir", "os.utime")


def layers() -> list[bytes]:
    """A layer, and one that has to be applied above it."""
    content = b"x" * 3000
    file = header(Entry(path=b"usr/lib/a", kind=Kind.FILE, mode=0o644, size=3000))
    below = [
        header(Entry(path=b"usr", kind=Kind.DIRECTORY, mode=0o755)),
        header(Entry(path=b"usr/lib", kind=Kind.DIRECTORY, mode=0o755)),
        header(Entry(path=b"lib", kind=Kind.SYMLINK, mode=0o777, link=b"usr/lib")),
        file + content + padding(3000),
    ]
    above = [header(Entry(path=b"lib/b", kind=Kind.FILE, mode=0o644, size=1)) + b"b" + padding(1)]
    return [b"".join(below) + END, b"".join(above) + END]


def snapshotter(data: Path, mkfs: str) -> OverlaySnapshotter:
    form = DirectoryLayers if mkfs == "-" else functools.partial(ErofsLayers, mkfs=mkfs)
    return OverlaySnapshotter(Paths(data=data, exec=data / "exec"), form)


def chain() -> tuple[str, ...]:
    return tuple(f"sha256:{hashlib.sha256(data).hexdigest()}" for data in layers())


async def unpack(snapshots: OverlaySnapshotter) -> None:
    for depth, data in enumerate(layers(), 1):
        await snapshots.unpack(
            chain()[:depth], functools.partial(io.BytesIO, data), "", lambda _count: None
        )


def die_at(step: int) -> None:
    left = step

    def count() -> None:
        nonlocal left
        if threading.current_thread().name.startswith("trash"):
            return  # it works beside the rest, so its steps would not be the same twice
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def audited(event: str, _arguments: tuple[Any, ...]) -> None:
        if event in STEPS:
            count()

    def counted(call: Callable[[int], None]) -> Callable[[int], None]:
        def wrapper(fd: int) -> None:
            count()
            call(fd)
            count()

        return wrapper

    os.fsync = counted(os.fsync)
    sys.addaudithook(audited)


async def main(step: int) -> None:
    snapshots = snapshotter(Path(sys.argv[1]), sys.argv[2])
    await snapshots.recover()
    die_at(step)
    await unpack(snapshots)
    os._exit(0)


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(main(int(line)))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
