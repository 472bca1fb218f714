"""mount(2), umount2(2), loop devices and what is mounted, as short typed calls."""

import ctypes
import errno
import fcntl
import os
import re
import struct
from pathlib import Path
from typing import Final

from davit_engine.kernel.libc import Name, check, libc

MS_RDONLY: Final = 0x1
MS_NOSUID: Final = 0x2
MS_NODEV: Final = 0x4
MS_NOEXEC: Final = 0x8
MS_REMOUNT: Final = 0x20
MS_NOATIME: Final = 0x400
MS_BIND: Final = 0x1000
MS_REC: Final = 0x4000
MS_PRIVATE: Final = 1 << 18
MS_SLAVE: Final = 1 << 19
MNT_DETACH: Final = 2
UMOUNT_NOFOLLOW: Final = 8

MAX_OPTIONS: Final = 4095
"""Bytes that mount(2) takes as options of a file system."""

_LOOP_CTL_GET_FREE: Final = 0x4C82
_LOOP_CONFIGURE: Final = 0x4C0A
_LOOP_CONFIG_SIZE: Final = 304
_LOOP_FLAGS_OFFSET: Final = 60
_LO_READ_ONLY: Final = 1
_LO_AUTOCLEAR: Final = 4


def mount(source: Name, target: Name, kind: str = "", flags: int = 0, options: Name = b"") -> None:
    """Raises OSError naming the target. `kind` is the file system's name, as in mount -t."""
    data = os.fsencode(options)
    if len(data) > MAX_OPTIONS:
        raise OSError(errno.E2BIG, "too many mount options", os.fsdecode(target))
    check(
        libc.mount(
            os.fsencode(source),
            os.fsencode(target),
            kind.encode() or None,
            ctypes.c_ulong(flags),
            data or None,
        ),
        target,
    )


def unmount(target: Name, *, detach: bool = False) -> bool:
    """Whether there was something to unmount. `detach` lets those who use it keep it (lazy)."""
    flags = UMOUNT_NOFOLLOW | (MNT_DETACH if detach else 0)
    try:
        check(libc.umount2(os.fsencode(target), ctypes.c_int(flags)), target)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOENT):
            return False
        raise
    return True


def syncfs(fd: int, name: Name) -> None:
    """Wait until everything written to the file system of `fd` is on disk."""
    check(libc.syncfs(ctypes.c_int(fd)), name)


def is_mounted(path: Path) -> bool:
    """Whether another file system begins at `path`; a bind mount does not count."""
    try:
        return path.lstat().st_dev != path.parent.lstat().st_dev
    except FileNotFoundError:
        return False


def mounts_below(folder: Path, process: int | str = "self") -> list[Path]:
    """Every mount point at or below a folder, deepest and latest first: the order to unmount in."""
    prefix = f"{folder}/"
    points = [
        point
        for line in Path(f"/proc/{process}/mountinfo")
        .read_text(errors="surrogateescape")
        .splitlines()
        if (point := _unescape(line.split(" ", 5)[4])) == str(folder) or point.startswith(prefix)
    ]
    return [Path(point) for point in reversed(points)]


def attach_loop(image: Path) -> tuple[Path, int]:
    """A read-only loop device over a file, and its open descriptor.

    The device goes away by itself once neither the descriptor nor a mount holds it.
    """
    backing = os.open(image, os.O_RDONLY | os.O_CLOEXEC)
    try:
        control = os.open("/dev/loop-control", os.O_RDWR | os.O_CLOEXEC)
        try:
            while True:
                number = fcntl.ioctl(control, _LOOP_CTL_GET_FREE)
                device = Path(f"/dev/loop{number}")
                loop = os.open(device, os.O_RDONLY | os.O_CLOEXEC)
                config = bytearray(_LOOP_CONFIG_SIZE)
                struct.pack_into("=I", config, 0, backing)
                struct.pack_into("=I", config, _LOOP_FLAGS_OFFSET, _LO_READ_ONLY | _LO_AUTOCLEAR)
                try:
                    fcntl.ioctl(loop, _LOOP_CONFIGURE, bytes(config))
                except OSError as error:
                    os.close(loop)
                    if error.errno != errno.EBUSY:  # taken between asking and configuring
                        raise
                else:
                    return device, loop
        finally:
            os.close(control)
    finally:
        os.close(backing)


def knows_filesystem(name: str) -> bool:
    """Whether the kernel has the file system built in or already loaded."""
    return any(
        line.split()[-1] == name for line in Path("/proc/filesystems").read_text().splitlines()
    )


def _unescape(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)
