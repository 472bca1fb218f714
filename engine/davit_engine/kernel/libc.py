"""The C library, and system calls it has no name for; every failure becomes an OSError."""

import ctypes
import os
from typing import Final

libc: Final = ctypes.CDLL(None, use_errno=True)

Name = str | bytes | os.PathLike[str]
"""A path as callers hold it: text, the kernel's bytes, or a path object."""


def check(result: int, *names: Name) -> int:
    """The result of a call, or its errno as OSError that names what it was about."""
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), *(os.fsdecode(name) for name in names[:1]))
    return result


def syscall(number: int, *arguments: object) -> int:
    """A system call by number, with what `syscall(2)` returns (-1 sets errno)."""
    return int(libc.syscall(ctypes.c_long(number), *arguments))
