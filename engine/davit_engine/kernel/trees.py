"""Walk and delete folder trees of any depth, by descriptors and without recursion.

A tree that a container fills can be deeper than Python's stack, longer than any path, and change
while it is read. Nothing here follows a symbolic link.
"""

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

_FLAGS: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FLAT_DEPTH: Final = 100
MAX_DEPTH: Final = 2047
"""Deeper folders have no path that fits into one call."""


class Node(NamedTuple):
    """One entry of a tree. `parent_fd` is only valid until the walk goes on."""

    parent_fd: int
    name: bytes
    path: bytes
    """Relative to the tree's root."""
    status: os.stat_result

    @property
    def is_directory(self) -> bool:
        return stat.S_ISDIR(self.status.st_mode)

    @property
    def is_whiteout(self) -> bool:
        return stat.S_ISCHR(self.status.st_mode) and self.status.st_rdev == 0


def walk(root_fd: int, *, ordered: bool = False) -> Iterator[Node]:
    """Everything below a folder, each folder before what it holds; `ordered` sorts the names.

    What vanishes meanwhile is left out. Raises OSError ENAMETOOLONG below `MAX_DEPTH` folders.
    """
    stack: list[tuple[int, bytes, list[bytes]]] = []
    try:
        top = os.open(b".", _FLAGS, dir_fd=root_fd)
        stack.append((top, b"", _names(top, ordered)))
        while stack:
            fd, prefix, names = stack[-1]
            if not names:
                os.close(fd)
                stack.pop()
                continue
            name = names.pop()
            try:
                status = os.stat(name, dir_fd=fd, follow_symlinks=False)
            except FileNotFoundError:
                continue
            path = prefix + name
            yield Node(fd, name, path, status)
            if stat.S_ISDIR(status.st_mode):
                if len(stack) > MAX_DEPTH:
                    raise OSError(
                        errno.ENAMETOOLONG, "folders nested too deeply", os.fsdecode(path[:200])
                    )
                try:
                    child = os.open(name, _FLAGS, dir_fd=fd)
                except (FileNotFoundError, NotADirectoryError):
                    continue  # gone or replaced since
                except OSError as error:
                    if error.errno == errno.ELOOP:
                        continue
                    raise
                stack.append((child, path + b"/", _names(child, ordered)))
    finally:
        for fd, _prefix, _names_left in stack:
            os.close(fd)


def remove_tree(parent_fd: int, name: bytes, *, go_on: Callable[[], bool] = lambda: True) -> None:
    """Delete a name and all below it; not an error when it is gone. Nobody else may work in it.

    Ends early, leaving the rest, once `go_on` says no.
    """
    try:
        os.unlink(name, dir_fd=parent_fd)
    except FileNotFoundError:
        return
    except IsADirectoryError:
        pass
    else:
        return
    pending = [name]
    while pending:
        top = pending.pop()
        fd = os.open(top, _FLAGS, dir_fd=parent_fd)
        stack = [(fd, top, _unlink_files(fd))]
        try:
            while stack:
                if not go_on():
                    return
                fd, own, folders = stack[-1]
                if not folders:
                    os.close(fd)
                    stack.pop()
                    os.rmdir(own, dir_fd=stack[-1][0] if stack else parent_fd)
                    continue
                inner = folders.pop()
                if len(stack) < _FLAT_DEPTH:
                    child = os.open(inner, _FLAGS, dir_fd=fd)
                    stack.append((child, inner, _unlink_files(child)))
                else:
                    # Too deep to hold a descriptor for each level: bring it up and go on there.
                    raised = b".davit-" + secrets.token_hex(16).encode()
                    os.rename(inner, raised, src_dir_fd=fd, dst_dir_fd=parent_fd)
                    pending.append(raised)
        finally:
            for fd, _own, _folders in stack:
                os.close(fd)


def _unlink_files(fd: int) -> list[bytes]:
    """Unlink what is not a folder; the names of the folders that remain."""
    with os.scandir(fd) as entries:
        found = [
            (os.fsencode(entry.name), entry.is_dir(follow_symlinks=False)) for entry in entries
        ]
    for name, is_folder in found:
        if not is_folder:
            os.unlink(name, dir_fd=fd)
    return [name for name, is_folder in found if is_folder]


def names_in(fd: int) -> list[bytes]:
    """What an open folder holds, in no order."""
    return [os.fsencode(name) for name in os.listdir(fd)]


def _names(fd: int, ordered: bool) -> list[bytes]:
    names = names_in(fd)
    if ordered:
        names.sort(reverse=True)
    return names
