"""Paths inside a root that somebody else controls, resolved by the kernel: openat2(2).

A path is followed inside `root_fd` as if that were `/`: absolute links and `..` stay within, and
nobody can win a race by swapping a component. `open_in_root` follows links, `open_beneath` refuses
them. Both refuse the magic links of /proc, through which a path could leave.

Descriptors that are returned belong to the caller and are closed on exec.
"""

import ctypes
import errno
import os
import stat
from pathlib import Path
from typing import Final

from davit_engine.kernel.libc import Name, check, libc, syscall

_OPENAT2: Final = 437
_NO_MAGICLINKS: Final = 0x02
_NO_SYMLINKS: Final = 0x04
_BENEATH: Final = 0x08
_IN_ROOT: Final = 0x10

_RENAME_NOREPLACE: Final = 1

MAX_PATH: Final = 4095
"""Bytes of the longest path that Linux takes in one call."""
MAX_NAME: Final = 255
"""Bytes of the longest name in a folder."""
_MAX_LINKS: Final = 40


class _OpenHow(ctypes.Structure):
    _fields_ = (
        ("flags", ctypes.c_uint64),
        ("mode", ctypes.c_uint64),
        ("resolve", ctypes.c_uint64),
    )


def open_in_root(root_fd: int, path: Name, flags: int, mode: int = 0) -> int:
    """Open a path as a process whose root is `root_fd` would; links are followed inside."""
    return _openat2(root_fd, path, flags, mode, _IN_ROOT | _NO_MAGICLINKS)


def open_beneath(root_fd: int, path: Name, flags: int, mode: int = 0) -> int:
    """Open a relative path that must not pass through any link (ELOOP) or above (EXDEV)."""
    return _openat2(root_fd, path, flags, mode, _BENEATH | _NO_SYMLINKS | _NO_MAGICLINKS)


def mkdirs_in_root(
    root_fd: int, path: Name, mode: int = 0o755, owner: int = 0, group: int | None = None
) -> int:
    """Make a folder and what is missing above it; a descriptor (O_PATH) of the folder.

    A dangling link on the way is followed and its target made. Raises OSError: ENOTDIR where
    something else is in the way, ELOOP for links that lead nowhere. Without a group that of the
    owner's number.
    """
    owners = owner, owner if group is None else group
    pending = _components(path)[::-1]
    done: list[bytes] = []
    links = 0
    here = open_in_root(root_fd, b".", os.O_PATH | os.O_DIRECTORY)
    try:
        while pending:
            name = pending.pop()
            if name == b"..":
                done = done[:-1]
            else:
                following = b"/".join([*done, name])
                try:
                    done = _step(root_fd, following, done, name, here, mode, owners)
                except FileNotFoundError:
                    links += 1
                    if links > _MAX_LINKS:
                        raise OSError(
                            errno.ELOOP, os.strerror(errno.ELOOP), os.fsdecode(path)
                        ) from None
                    target = os.readlink(name, dir_fd=here)
                    if target.startswith(b"/"):
                        done = []
                    pending += _components(target)[::-1]
            os.close(here)
            here = -1
            here = open_in_root(root_fd, b"/".join(done) or b".", os.O_PATH | os.O_DIRECTORY)
    except BaseException:
        if here >= 0:
            os.close(here)
        raise
    return here


def _step(
    root_fd: int,
    following: bytes,
    done: list[bytes],
    name: bytes,
    here: int,
    mode: int,
    owners: tuple[int, int],
) -> list[bytes]:
    """Enter or make one component. FileNotFoundError means that it is a dangling link."""
    try:
        os.close(open_in_root(root_fd, following, os.O_PATH | os.O_DIRECTORY))
    except FileNotFoundError:
        try:
            os.mkdir(name, mode, dir_fd=here)
            _adopt(name, here, mode, owners)
        except FileExistsError:
            if not stat.S_ISLNK(os.stat(name, dir_fd=here, follow_symlinks=False).st_mode):
                return [*done, name]  # somebody else was faster
            raise FileNotFoundError(
                errno.ENOENT, "dangling symbolic link", os.fsdecode(following)
            ) from None
    return [*done, name]


def _adopt(name: bytes, here: int, mode: int, owners: tuple[int, int]) -> None:
    """Give a new folder its owner and its mode, whatever our umask left of it."""
    # A descriptor of what is there, in case somebody swaps the name for a link meanwhile.
    made = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
    try:
        if any(owners):
            os.chown(fd_path(made), *owners)
        os.chmod(fd_path(made), mode)  # noqa: PTH101 - an open folder
    finally:
        os.close(made)


def read_in_root(root_fd: int, path: Name, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes, never waiting for a FIFO or device.

    Raises OSError: ENOENT, EFBIG when longer, EINVAL when it is not a regular file.
    """
    # Looked at before it is opened: opening a device alone can do something.
    handle = open_in_root(root_fd, path, os.O_PATH)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", os.fsdecode(path))
        with Path(os.fsdecode(fd_path(handle))).open("rb") as file:
            content = file.read(limit + 1)
    finally:
        os.close(handle)
    if len(content) > limit:
        raise OSError(errno.EFBIG, f"longer than {limit} bytes", os.fsdecode(path))
    return content


def rename_new(from_fd: int, name: bytes, to_fd: int, new: bytes) -> None:
    """Rename within open folders, never over what is there (FileExistsError)."""
    result = libc.renameat2(from_fd, name, to_fd, new, ctypes.c_uint(_RENAME_NOREPLACE))
    check(result, new)


def fd_path(fd: int, name: bytes = b"") -> bytes:
    """A path that leads to (a name in) an open file, for calls that take no descriptor."""
    return b"/proc/self/fd/%d/%b" % (fd, name) if name else b"/proc/self/fd/%d" % fd


def _components(path: Name) -> list[bytes]:
    return [part for part in os.fsencode(path).split(b"/") if part not in (b"", b".")]


def _openat2(root_fd: int, path: Name, flags: int, mode: int, resolve: int) -> int:
    how = _OpenHow(flags | os.O_CLOEXEC, mode, resolve)
    name = os.fsencode(path)
    if b"\0" in name:
        raise ValueError("embedded null byte in a path")
    while True:
        result = syscall(
            _OPENAT2, root_fd, name, ctypes.byref(how), ctypes.c_size_t(ctypes.sizeof(how))
        )
        # The kernel answers EAGAIN when a rename elsewhere made it unsure about `..`.
        if result == -1 and ctypes.get_errno() in (errno.EAGAIN, errno.EINTR):
            continue
        return check(result, name)
