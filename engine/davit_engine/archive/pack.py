"""Write folders and files into a tar stream, straight from the file system.

A process may be writing there meanwhile. Nothing is followed, what vanishes is left out, and a file
that shrinks or grows while it is read keeps the size that its header already told.
"""

import errno
import logging
import os
import stat
from collections.abc import Generator, Iterator
from typing import Final

from davit_engine.archive.entry import ALLOWED_XATTRS, Entry, Kind
from davit_engine.archive.write import END, header, padding
from davit_engine.id_ranges import IdRange
from davit_engine.kernel import file_capabilities
from davit_engine.kernel.paths import fd_path
from davit_engine.kernel.trees import walk

log = logging.getLogger(__name__)

_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_PIECE: Final = 1 << 20
_JOINED: Final = 256 << 10

_KINDS: Final = {
    stat.S_IFREG: Kind.FILE,
    stat.S_IFDIR: Kind.DIRECTORY,
    stat.S_IFLNK: Kind.SYMLINK,
    stat.S_IFCHR: Kind.CHARACTER,
    stat.S_IFBLK: Kind.BLOCK,
    stat.S_IFIFO: Kind.FIFO,
}


def pack_folder(folder_fd: int, prefix: bytes, ids: IdRange | None = None) -> Iterator[bytes]:
    """A folder with all below it; `prefix` is its name in the archive, empty for the root.

    Here and below, what belongs to one of `ids` belongs to its counterpart inside in the archive.
    """
    attributes = xattrs(fd_path(folder_fd), ids=ids)
    yield header(make_entry(prefix, os.fstat(folder_fd), xattrs=attributes, ids=ids))
    linked: dict[tuple[int, int], bytes] = {}
    for node in walk(folder_fd, ordered=True):
        path = prefix + b"/" + node.path if prefix else node.path
        status = node.status
        if status.st_nlink > 1 and not node.is_directory:
            first = linked.setdefault((status.st_dev, status.st_ino), path)
            if first != path:
                yield header(make_entry(path, status, kind=Kind.HARDLINK, link=first, ids=ids))
                continue
        yield from pack_member(node.parent_fd, node.name, path, status, ids)
    yield END


def pack_one(
    parent_fd: int, name: bytes, path: bytes, ids: IdRange | None = None
) -> Iterator[bytes]:
    """A single file, link or device as a whole archive."""
    status = os.stat(name, dir_fd=parent_fd, follow_symlinks=False)
    yield from pack_member(parent_fd, name, path, status, ids)
    yield END


def pack_member(
    parent_fd: int,
    name: bytes,
    path: bytes,
    status: os.stat_result,
    ids: IdRange | None = None,
    newest_ns: int | None = None,
) -> Iterator[bytes]:
    """One entry with its content; nothing for a socket and for what has vanished.

    What is younger than `newest_ns` is told as of that time.
    """
    if stat.S_ISREG(status.st_mode):
        yield from _file(parent_fd, name, path, ids, newest_ns)
    elif stat.S_ISLNK(status.st_mode):
        try:
            link = os.readlink(name, dir_fd=parent_fd)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINVAL):
                return
            raise
        yield header(make_entry(path, status, link=link, ids=ids, newest_ns=newest_ns))
    elif not stat.S_ISSOCK(status.st_mode):
        folder = stat.S_ISDIR(status.st_mode)
        yield header(
            make_entry(
                path,
                status,
                xattrs=xattrs(fd_path(parent_fd, name), follow=False, ids=ids) if folder else {},
                ids=ids,
                newest_ns=newest_ns,
            )
        )


def joined(pieces: Iterator[bytes]) -> Generator[bytes, None, None]:
    """The same bytes in pieces of some 256 KiB."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _JOINED:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    yield b"".join(waiting)


def _file(
    parent_fd: int, name: bytes, path: bytes, ids: IdRange | None, newest_ns: int | None
) -> Iterator[bytes]:
    try:
        file = os.open(name, _READ, dir_fd=parent_fd)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ELOOP, errno.ENXIO):
            return
        raise
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            return
        attributes = xattrs(fd_path(file), ids=ids)
        yield header(make_entry(path, status, xattrs=attributes, ids=ids, newest_ns=newest_ns))
        left = status.st_size
        while left:
            piece = os.read(file, min(left, _PIECE))
            if not piece:
                log.warning("%r shrank while it was read; filled up with zeros", path)
                while left:
                    yield bytes(min(left, _PIECE))
                    left -= min(left, _PIECE)
                break
            left -= len(piece)
            yield piece
        yield padding(status.st_size)
    finally:
        os.close(file)


def make_entry(
    path: bytes,
    status: os.stat_result,
    *,
    kind: Kind | None = None,
    link: bytes = b"",
    xattrs: dict[str, bytes] | None = None,
    ids: IdRange | None = None,
    newest_ns: int | None = None,
) -> Entry:
    """The archive entry for a file of that status."""
    kind = kind or _KINDS[stat.S_IFMT(status.st_mode)]
    is_device = kind in (Kind.CHARACTER, Kind.BLOCK)
    return Entry(
        path=path,
        kind=kind,
        mode=stat.S_IMODE(status.st_mode),
        uid=ids.inside(status.st_uid) if ids else status.st_uid,
        gid=ids.inside(status.st_gid) if ids else status.st_gid,
        size=status.st_size if kind is Kind.FILE else 0,
        mtime_ns=clamped(status.st_mtime_ns, newest_ns),
        link=link,
        major=os.major(status.st_rdev) if is_device else 0,
        minor=os.minor(status.st_rdev) if is_device else 0,
        xattrs=xattrs or {},
    )


def clamped(time_ns: int, newest_ns: int | None) -> int:
    return time_ns if newest_ns is None else min(time_ns, newest_ns)


def xattrs(path: bytes, *, follow: bool = True, ids: IdRange | None = None) -> dict[str, bytes]:
    """The extended attributes that belong into an archive; overlayfs's own never do.

    `follow` is for the path of a descriptor; a name may have become a link meanwhile.
    """
    found = {}
    try:
        for name in os.listxattr(path, follow_symlinks=follow):
            if name in ALLOWED_XATTRS or (
                name.startswith("user.") and not name.startswith("user.overlay.")
            ):
                value = os.getxattr(path, name, follow_symlinks=follow)
                found[name] = file_capabilities.inside(name, value, ids)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENODATA, errno.ENOTSUP):
            raise
    return found
