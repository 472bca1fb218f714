"""The daemon's own place in the kernel: its mount namespace and what it may give away."""

import contextlib
import ctypes
import os
import resource
from pathlib import Path
from typing import Final

from davit_engine.kernel import mounts
from davit_engine.kernel.libc import check, libc

CLONE_NEWNS: Final = 0x20000


def enter_mount_namespace(shims: list[int]) -> bool:
    """Give the daemon mounts of its own; must come before the first thread.

    The mounts of an earlier daemon live on in the namespace that its shims (pids) keep: it is
    joined when there is one, so that the root file systems of running containers are found
    mounted. Otherwise a new one is made, in which mounts of the host appear but from which none
    leaks out. Returns whether an old one was joined. Raises OSError.
    """
    for pid in shims:
        try:
            namespace = os.open(f"/proc/{pid}/ns/mnt", os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        try:
            check(libc.setns(ctypes.c_int(namespace), ctypes.c_int(CLONE_NEWNS)), "mount namespace")
        finally:
            os.close(namespace)
        return True
    check(libc.unshare(ctypes.c_int(CLONE_NEWNS)), "mount namespace")
    mounts.mount("none", "/", flags=mounts.MS_REC | mounts.MS_SLAVE)
    return False


def keep_descriptors() -> None:
    """Make what the daemon's starter left open invisible to every program the daemon runs."""
    for entry in Path("/proc/self/fd").iterdir():
        if int(entry.name) > 2:
            with contextlib.suppress(OSError):
                os.set_inheritable(int(entry.name), False)


def raise_descriptor_limit() -> None:
    """Take as many descriptors as the system allows: streams, and trees that are deep."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def hide_hybrid_hierarchy() -> None:
    """Unmount the second, unified control group tree of a hybrid host, in this namespace only.

    crun refuses to work while it sees both layouts with controllers in use.
    """
    unified = Path("/sys/fs/cgroup/unified")
    if not Path("/sys/fs/cgroup/cgroup.controllers").exists() and unified.is_dir():
        mounts.unmount(str(unified), detach=True)


def held_capabilities() -> int:
    """The bounding set of this process as a bit mask (proc(5), CapBnd)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapBnd:"):
            return int(line.split()[1], 16)
    return 0
