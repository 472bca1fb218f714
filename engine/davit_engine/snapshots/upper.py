"""What a writable folder of overlayfs holds: its changes, its size, and itself as a layer.

A container may be writing there meanwhile. Nothing is followed, what vanishes is left out, and a
file that shrinks or grows while it is read keeps the size that its header already told.
"""

import errno
import os
import stat
from collections.abc import Collection, Generator, Iterator

from davit_engine.archive.apply import OPAQUE_XATTR
from davit_engine.archive.entry import OPAQUE, WHITEOUT, Entry, Kind
from davit_engine.archive.pack import clamped, joined, make_entry, pack_member
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


def changes(upper_fd: int, image_fd: int, hollow: Collection[bytes] = frozenset()) -> list[Change]:
    """What the upper folder changes in the image below it, which is mounted alone at `image_fd`.

    `hollow` are paths, without a slash at the front, that are left out while they are empty.
    """
    found: dict[bytes, Change] = {}
    touched: set[bytes] = set()
    passed_over: set[bytes] = set()

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
        elif before is None and _is_hollow(upper_fd, node, hollow):
            passed_over.add(node.path.rpartition(b"/")[0])
        elif before is None:
            tell(node.path, "added")
        elif not node.is_directory or not stat.S_ISDIR(before.st_mode):
            tell(node.path, "modified")
        else:
            if not _same_owner(node.status, before):
                tell(node.path, "modified")
            elif node.status.st_mtime_ns != before.st_mtime_ns:
                touched.add(node.path)
            if _is_opaque(node):
                for name in _hidden(upper_fd, image_fd, node.path):
                    tell(node.path + b"/" + name, "deleted")
    # What is left out changed its folder's time when it was made.
    for path in touched - passed_over:
        tell(path, "modified")
    return [found[path] for path in sorted(found)]


def diff(
    upper_fd: int,
    hollow: Collection[bytes] = frozenset(),
    left_out: Collection[bytes] = frozenset(),
    newest_ns: int | None = None,
) -> Generator[bytes, None, None]:
    """The upper folder as an uncompressed layer archive, in pieces of some 256 KiB.

    `hollow` as for `changes`; `left_out` are folders of which only what they hold counts; what is
    younger than `newest_ns` is told as of that time.
    """
    return joined(_archive(upper_fd, hollow, left_out, newest_ns))


def holders(upper_fd: int, hollow: Collection[bytes]) -> list[bytes]:
    """The folders that hold nothing but hollow places, and what holds only those; deepest first."""
    above = {path[:at] for path in hollow for at, byte in enumerate(path) if byte == ord("/")}
    found: list[bytes] = []
    for path in sorted(above - set(hollow), key=lambda path: -path.count(b"/")):
        try:
            folder = open_beneath(upper_fd, path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            continue
        try:
            if all(
                path + b"/" + name in found
                or _is_hollow(
                    upper_fd,
                    Node(
                        folder,
                        name,
                        path + b"/" + name,
                        os.stat(name, dir_fd=folder, follow_symlinks=False),
                    ),
                    hollow,
                )
                for name in names_in(folder)
            ):
                found.append(path)
        except FileNotFoundError:
            continue
        finally:
            os.close(folder)
    return found


def untouched(upper_fd: int, image_fd: int, folders: Collection[bytes]) -> frozenset[bytes]:
    """Those of the holders that are in the image as well, with the same owner and mode.

    And those that are not, where they are as the runtime makes them for what it mounts inside.
    """
    left_out: set[bytes] = set()
    for path in folders:
        before, now = _status(image_fd, path), _status(upper_fd, path)
        if before is None and now is not None:
            if (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (0, 0, 0o755):
                left_out.add(path)
        elif before and now and stat.S_ISDIR(before.st_mode) and _same_owner(now, before):
            left_out.add(path)
    kept = [path for path in folders if path not in left_out]
    return frozenset(
        path for path in left_out if not any(one.startswith(path + b"/") for one in kept)
    )


def _archive(
    upper_fd: int,
    hollow: Collection[bytes],
    left_out: Collection[bytes],
    newest_ns: int | None,
) -> Iterator[bytes]:
    linked: dict[tuple[int, int], bytes] = {}
    for node in walk(upper_fd, ordered=True):
        if node.path in left_out and node.is_directory and not _is_opaque(node):
            continue
        if _is_hollow(upper_fd, node, hollow):
            continue
        status = node.status
        if node.is_whiteout:
            folder = node.path[: len(node.path) - len(node.name)]
            yield header(_marker(folder + WHITEOUT + node.name, status, newest_ns))
            continue
        if status.st_nlink > 1 and not node.is_directory:
            first = linked.setdefault((status.st_dev, status.st_ino), node.path)
            if first != node.path:
                entry = make_entry(
                    node.path, status, kind=Kind.HARDLINK, link=first, newest_ns=newest_ns
                )
                yield header(entry)
                continue
        yield from pack_member(node.parent_fd, node.name, node.path, status, newest_ns=newest_ns)
        if node.is_directory and _is_opaque(node):
            yield header(_marker(node.path + b"/" + OPAQUE, status, newest_ns))
    yield END


def _marker(path: bytes, status: os.stat_result, newest_ns: int | None) -> Entry:
    time_ns = clamped(status.st_mtime_ns, newest_ns)
    return Entry(path=path, kind=Kind.FILE, mode=0, mtime_ns=time_ns)


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


def _same_owner(now: os.stat_result, before: os.stat_result) -> bool:
    return (now.st_mode, now.st_uid, now.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def _is_hollow(upper_fd: int, node: Node, hollow: Collection[bytes]) -> bool:
    """Whether a node is one of the named places and holds nothing but such."""
    if node.path not in hollow:
        return False
    if stat.S_ISREG(node.status.st_mode):
        return node.status.st_size == 0
    return node.is_directory and _holds_nothing(upper_fd, node.path, hollow)


def _holds_nothing(upper_fd: int, path: bytes, hollow: Collection[bytes]) -> bool:
    try:
        folder = open_beneath(upper_fd, path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        inside = [path + b"/" + name for name in names_in(folder)]
        for inner in inside:
            if inner not in hollow:
                return False
            status = os.stat(inner.rpartition(b"/")[2], dir_fd=folder, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                if not _holds_nothing(upper_fd, inner, hollow):
                    return False
            elif not stat.S_ISREG(status.st_mode) or status.st_size:
                return False
    except FileNotFoundError:
        return False
    finally:
        os.close(folder)
    return True


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
