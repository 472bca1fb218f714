"""The daemon's mount namespace: what the host mounts appears in it, and nothing leaks out."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.root

SCRIPT = """
import os, subprocess, sys
from pathlib import Path
from davit_engine.kernel import mounts, surroundings
from davit_engine.kernel.libc import check, libc
place = Path(sys.argv[1])
PRIVATE, SHARED = 1 << 18, 1 << 20  # sys/mount.h
check(libc.unshare(surroundings.CLONE_NEWNS), "a world of its own for this test")
mounts.mount("none", "/", flags=mounts.MS_REC | PRIVATE)
mounts.mount("none", "/", flags=mounts.MS_REC | SHARED)
outside = os.open("/proc/self/ns/mnt", os.O_RDONLY)
surroundings.enter_mount_namespace([])
os.set_inheritable(outside, True)
enter = ["nsenter", f"--mount=/proc/self/fd/{outside}"]
subprocess.run([*enter, "mount", "-t", "tmpfs", "later", f"{place}/a"], check=True,
               pass_fds=[outside])
print(mounts.is_mounted(place / "a"))
mounts.mount("none", place / "b", "tmpfs", 0, "size=4k")
seen = subprocess.run([*enter, "cat", "/proc/self/mounts"], check=True, pass_fds=[outside],
                      capture_output=True, text=True).stdout
print(f"{place}/b" in seen)
"""


def test_what_is_mounted_later_appears_and_nothing_goes_back(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["True", "False"]
