"""What a writable folder of overlayfs holds: its changes, its size, and itself as a layer.

A container may be writing there meanwhile. Nothing is followed, what vanishes is left out, and a
file that shrinks or grows while it is read keeps the size that its header already told.
"""

import errno
import os
import stat
from collections.abc import Generator, Iterator

from davit_engine.archive.apply import OPAQUE_XATTR
from davit_engine.archive.entry import OPAQUE, WHITEOUT, Entry, Kind
from davit_engine.archive.pack import joined, make_entry, pack_member
from davit_engine.archive.write import END, header
from davit_engine.kernel.paths import open_beneath
from davit_engine.kernel.trees import Node, names_in, walk
from davit_engine.snapshots.snapshotter import Change, Usage


def usage(upper_fd: int) -> Usage:
    """Bytes of content, each hard-linked file once, and the number of inodes."""
    size = inodes = 0
    linked: set[tuple[int, int]] = set()
    for node in walk(upper_fd):
        status = node.status
        if status.st_nlink > 1 and not node.is_directory:
            if (status.st_dev, status.st_ino) in linked:
                continue
            linked.add((status.st_dev, status.st_ino))
        inodes += 1
        if not node.is_directory:
            size += status.st_size
    return Usage(size=size, inodes=inodes)


def changes(upper_fd: int, image_fd: int) -> list[Change]:
    """What the upper folder changes in the image below it, which is mounted alone at `image_fd`."""
    found: dict[bytes, Change] = {}

    def tell(path: bytes, kind: str) -> None:
        text = "/" + path.decode(errors="surrogateescape")
        if kind == "added":
            found[path] = Change(path=text, kind="added")
        elif kind == "deleted":
            found[path] = Change(path=text, kind="deleted")
        else:
            found.setdefault(path, Change(path=text, kind="modified"))
        above = path.rpartition(b"/")[0]
        while above and above not in found:
            found[above] = Change(
                path="/" + above.decode(errors="surrogateescape"), kind="modified"
            )
            above = above.rpartition(b"/")[0]

    for node in walk(upper_fd, ordered=True):
        before = _status(image_fd, node.path)
        if node.is_whiteout:
            if before is not None:
                tell(node.path, "deleted")
        elif before is None:
            tell(node.path, "added")
        elif not node.is_directory or not stat.S_ISDIR(before.st_mode):
            tell(node.path, "modified")
        else:
            if not _same_folder(node.status, before):
                tell(node.path, "modified")
            if _is_opaque(node):
                for name in _hidden(upper_fd, image_fd, node.path):
                    tell(node.path + b"/" + name, "deleted")
    return [found[path] for path in sorted(found)]


def diff(upper_fd: int) -> Generator[bytes, None, None]:
    """The upper folder as an uncompressed layer archive, in pieces of some 256 KiB."""
    return joined(_archive(upper_fd))


def _archive(upper_fd: int) -> Iterator[bytes]:
    linked: dict[tuple[int, int], bytes] = {}
    for node in walk(upper_fd, ordered=True):
        status = node.status
        if node.is_whiteout:
            folder = node.path[: len(node.path) - len(node.name)]
            yield header(_marker(folder + WHITEOUT + node.name, status))
            continue
        if status.st_nlink > 1 and not node.is_directory:
            first = linked.setdefault((status.st_dev, status.st_ino), node.path)
            if first != node.path:
                yield header(make_entry(node.path, status, kind=Kind.HARDLINK, link=first))
                continue
        yield from pack_member(node.parent_fd, node.name, node.path, status)
        if node.is_directory and _is_opaque(node):
            yield header(_marker(node.path + b"/" + OPAQUE, status))
    yield END


def _marker(path: bytes, status: os.stat_result) -> Entry:
    return Entry(path=path, kind=Kind.FILE, mode=0, mtime_ns=status.st_mtime_ns)


def _is_opaque(node: Node) -> bool:
    try:
        folder = os.open(
            node.name,
            os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC,
            dir_fd=node.parent_fd,
        )
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return False
        raise
    try:
        return os.getxattr(folder, OPAQUE_XATTR) == b"y"
    except OSError as error:
        if error.errno in (errno.ENODATA, errno.ENOTSUP):
            return False
        raise
    finally:
        os.close(folder)


def _status(image_fd: int, path: bytes) -> os.stat_result | None:
    try:
        handle = open_beneath(image_fd, path, os.O_PATH | os.O_NOFOLLOW)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return _link_status(image_fd, path)
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return None
        raise
    try:
        return os.fstat(handle)
    finally:
        os.close(handle)


def _link_status(image_fd: int, path: bytes) -> os.stat_result | None:
    """For ELOOP: the link itself if it is the last component, None if it is on the way."""
    folder, _, name = path.rpartition(b"/")
    try:
        parent = open_beneath(image_fd, folder or b".", os.O_PATH | os.O_DIRECTORY)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOENT, errno.ENOTDIR):
            return None
        raise
    try:
        return os.stat(name, dir_fd=parent, follow_symlinks=False)
    except FileNotFoundError:
        return None
    finally:
        os.close(parent)


def _same_folder(now: os.stat_result, before: os.stat_result) -> bool:
    return (now.st_mode, now.st_uid, now.st_gid, now.st_mtime_ns) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
        before.st_mtime_ns,
    )


def _hidden(upper_fd: int, image_fd: int, path: bytes) -> list[bytes]:
    """Names that the image has in a folder which the upper one replaced, and did not make again."""
    flags = os.O_RDONLY | os.O_DIRECTORY
    image = open_beneath(image_fd, path, flags)
    try:
        before = set(names_in(image))
    finally:
        os.close(image)
    try:
        folder = open_beneath(upper_fd, path, flags)
    except (FileNotFoundError, NotADirectoryError):
        return []
    try:
        now = set(names_in(folder))
    finally:
        os.close(folder)
    return sorted(before - now)
