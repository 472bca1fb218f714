"""Look into a folder that somebody else controls, and change single names in it.

Everything is reached through a root and resolved there by the kernel, so no link leads out. What is
in the way of a look (a name that vanishes, a device, a folder of a million names) is no surprise.
"""

import errno
import heapq
import os
import posixpath
import stat
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.containers.rootfs import Root
from davit_engine.errors import AlreadyExists, Conflict, InvalidParameter
from davit_engine.id_ranges import IdRange
from davit_engine.kernel import mounts, paths, trees

MOST_ENTRIES: Final = 5000
"""Names in one answer, whatever is asked for."""
LARGEST_TEXT: Final = 1 << 20
"""Bytes of content that are written in place."""
_LONGEST_LINK: Final = 4096


class Kind(StrEnum):
    """What stands under a name."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    FIFO = "fifo"
    SOCKET = "socket"
    BLOCK = "block"
    CHARACTER = "char"


_KINDS: Final = {
    stat.S_IFREG: Kind.FILE,
    stat.S_IFDIR: Kind.FOLDER,
    stat.S_IFLNK: Kind.LINK,
    stat.S_IFIFO: Kind.FIFO,
    stat.S_IFSOCK: Kind.SOCKET,
    stat.S_IFBLK: Kind.BLOCK,
    stat.S_IFCHR: Kind.CHARACTER,
}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One name of a folder, as the container sees it."""

    name: bytes
    kind: Kind
    size: int
    mode: int
    """The twelve bits of chmod(2)."""
    uid: int
    gid: int
    user: str
    """Empty for an id that the container has no name for."""
    group: str
    mtime_ns: int
    target: bytes = b""
    """Of a link: its text."""
    leads_to: bytes = b""
    """Of a link: where it ends up, a path of the container; empty for nowhere."""
    leads_to_kind: str = ""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """Some of a folder's names in the order of their bytes; `more` follow after the last."""

    entries: tuple[Entry, ...]
    more: bool


def listing(
    root: Root,
    path: str,
    names: Root | None,
    *,
    after: bytes,
    limit: int,
    prefix: str,
    ids: IdRange | None,
) -> Listing:
    """The folder's names behind `after`. Raises OSError.

    `names` is the root that holds /etc/passwd, if any has it; `prefix` is where `root` stands in
    the container.
    """
    limit = max(1, min(limit, MOST_ENTRIES))
    users, groups = _names_of(names, "etc/passwd"), _names_of(names, "etc/group")
    with root.open(path, os.O_RDONLY | os.O_DIRECTORY) as folder:
        wanted = (name for name in _scan(folder) if name > after)
        # The folder may hold millions: no more names are kept than are told.
        chosen = heapq.nsmallest(limit + 1, wanted)
        entries = [
            _entry(root, folder, path, name, users, groups, prefix, ids) for name in chosen[:limit]
        ]
    return Listing(entries=tuple(e for e in entries if e is not None), more=len(chosen) > limit)


def remove(root: Root, path: str, process: int | str) -> None:
    """Delete a name and all below it. Raises OSError, Conflict where something is mounted.

    `process` is one in whose mount namespace the root lies.
    """
    with _last(root, path) as (folder, name):
        os.stat(name, dir_fd=folder, follow_symlinks=False)
        place = Path(os.fsdecode(_place(folder))) / os.fsdecode(name)
        for mount in mounts.mounts_below(place, process):
            words = "is a mount" if mount == place else "holds a mount"
            raise Conflict(f"cannot delete {_shown(path)}: it {words}")
        try:
            trees.remove_tree(folder, name)
        except OSError as error:
            raise _refused("delete", path, error) from error


def rename(root: Root, path: str, new: bytes) -> None:
    """Give a name another one in the same folder. Raises OSError, AlreadyExists."""
    if not new or new in (b".", b"..") or b"/" in new or b"\0" in new or len(new) > paths.MAX_NAME:
        raise InvalidParameter("a new name must be a single name without a slash")
    with _last(root, path) as (folder, name):
        try:
            paths.rename_new(folder, name, folder, new)
        except FileExistsError as error:
            raise AlreadyExists(f"{_shown(new)} already exists in this folder") from error
        except OSError as error:
            raise _refused("rename", path, error) from error


def write(root: Root, path: str, content: bytes, *, size: int | None, mtime_ns: int | None) -> int:
    """Replace what a regular file holds; it stays the same file. Its new time (ns).

    `size` and `mtime_ns` are what the writer has seen: raises Conflict when they are others by now.
    Nothing is lost for want of space: it is claimed before a byte changes. Raises OSError.
    """
    handle = paths.open_in_root(root.descriptor, path, os.O_PATH)
    try:
        status = os.fstat(handle)
        # Looked at before it is opened: opening a fifo waits, opening a device does something.
        if not stat.S_ISREG(status.st_mode):
            raise Conflict(f"{_shown(path)} is not a regular file")
        unseen = (size is not None and size != status.st_size) or (
            mtime_ns is not None and mtime_ns != status.st_mtime_ns
        )
        if unseen:
            raise Conflict(f"{_shown(path)} has changed since it was read")
        file = os.open(paths.fd_path(handle), os.O_WRONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    finally:
        os.close(handle)
    try:
        if len(content) > status.st_size:
            os.posix_fallocate(file, 0, len(content))
        view = memoryview(content)
        at = 0
        while at < len(content):
            at += os.pwrite(file, view[at:], at)
        os.ftruncate(file, len(content))
        os.fsync(file)
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)


def _scan(folder: int) -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        for entry in entries:
            yield os.fsencode(entry.name)


def _entry(
    root: Root,
    folder: int,
    path: str,
    name: bytes,
    users: dict[int, str],
    groups: dict[int, str],
    prefix: str,
    ids: IdRange | None,
) -> Entry | None:
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return None  # gone meanwhile
    kind = _KINDS.get(stat.S_IFMT(status.st_mode), Kind.FILE)
    uid, gid = status.st_uid, status.st_gid
    if ids is not None:
        uid, gid = ids.inside(uid), ids.inside(gid)
    target = leads_to = b""
    leads_to_kind = ""
    if kind is Kind.LINK:
        try:
            target = os.readlink(name, dir_fd=folder)[:_LONGEST_LINK]
        except OSError:
            return None
        leads_to, leads_to_kind = _followed(root, os.fsencode(path), name, prefix)
    return Entry(
        name=name,
        kind=kind,
        size=status.st_size,
        mode=stat.S_IMODE(status.st_mode),
        uid=uid,
        gid=gid,
        user=users.get(uid, ""),
        group=groups.get(gid, ""),
        mtime_ns=status.st_mtime_ns,
        target=target,
        leads_to=leads_to,
        leads_to_kind=leads_to_kind,
    )


def _followed(root: Root, path: bytes, name: bytes, prefix: str) -> tuple[bytes, str]:
    try:
        handle = paths.open_in_root(root.descriptor, path.rstrip(b"/") + b"/" + name, os.O_PATH)
    except (OSError, ValueError):
        return b"", ""
    try:
        kind = _KINDS.get(stat.S_IFMT(os.fstat(handle).st_mode), Kind.FILE)
        top, place = (_place(fd) for fd in (root.descriptor, handle))
    except OSError:
        return b"", ""
    finally:
        os.close(handle)
    inside = place if top == b"/" else place.removeprefix(top)
    return os.fsencode(prefix.rstrip("/")) + (inside or b"/"), kind


def _place(fd: int) -> bytes:
    return os.readlink(paths.fd_path(fd))  # noqa: PTH115 - bytes


class _last:
    """The open folder and the last name of a path, which is not followed. Raises OSError."""

    def __init__(self, root: Root, path: str) -> None:
        head, name = posixpath.split(posixpath.normpath(path))
        if not name or name == "..":
            raise InvalidParameter("the root folder itself cannot be changed")
        self._name = os.fsencode(name)
        self._folder = paths.open_in_root(
            root.descriptor, head or "/", os.O_RDONLY | os.O_DIRECTORY
        )

    def __enter__(self) -> tuple[int, bytes]:
        return self._folder, self._name

    def __exit__(self, *error: object) -> None:
        os.close(self._folder)


def _names_of(root: Root | None, file: str) -> dict[int, str]:
    """Names by id from passwd(5) or group(5); the first one of an id counts."""
    found: dict[int, str] = {}
    if root is None:
        return found
    for line in root.read_text(file).splitlines()[:10_000]:
        fields = line.split(":", 3)
        if len(fields) > 2 and fields[0] and fields[2].isascii() and fields[2].isdigit():
            number = int(fields[2][:10])
            found.setdefault(number, fields[0][:64])
    return found


def _refused(verb: str, path: str, error: OSError) -> Conflict | OSError:
    if error.errno in (errno.EROFS, errno.EBUSY, errno.EPERM, errno.EACCES, errno.ENOTEMPTY):
        return Conflict(f"cannot {verb} {_shown(path)}: {error.strerror}")
    return error


def _shown(path: str | bytes) -> str:
    return os.fsencode(path).decode(errors="replace")
