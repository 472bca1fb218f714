"""Make a folder the root of this mount namespace, say `ready`, and hold it until stdin ends.

Usage, in a mount namespace of its own: hold_namespace.py FOLDER. Not even umount is needed in it.
"""

import ctypes
import os
import subprocess
import sys

_DETACH = 2
_MOUNTS = """
mount --rbind "$1" "$1" && cd "$1" &&
mount -t proc proc proc && mount --rbind /sys sys && mount --rbind /dev dev &&
mount -t tmpfs -o mode=755 tmpfs run && pivot_root . .
"""


def main() -> None:
    before = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    subprocess.run(["sh", "-c", _MOUNTS, "sh", sys.argv[1]], check=True, stdin=subprocess.DEVNULL)
    libc = ctypes.CDLL(None, use_errno=True)
    # pivot_root(2): the old root lies on top of the new one, and goes first.
    os.fchdir(before)
    if libc.umount2(b".", _DETACH):
        raise OSError(ctypes.get_errno(), "umount2")
    os.close(before)
    os.chdir("/")
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
