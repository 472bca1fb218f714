"""Apply an archive's entries to a folder, never touching anything outside of it.

Every path is resolved by the kernel below the folder's descriptor, see `kernel.paths`. Later
entries replace earlier ones; a folder over a folder merges, as containerd and Docker do.
"""

import errno
import logging
import os
import stat
from collections.abc import Iterable
from enum import Enum
from typing import Final

import msgspec

from davit_engine.archive.entry import IGNORED, Entry, Kind, show, whiteout
from davit_engine.archive.tar import TarReader
from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.id_ranges import IdRange
from davit_engine.kernel import file_capabilities
from davit_engine.kernel.paths import fd_path, mkdirs_in_root, open_beneath, open_in_root
from davit_engine.kernel.trees import names_in, remove_tree, walk

log = logging.getLogger(__name__)

OPAQUE_XATTR: Final = "trusted.overlay.opaque"
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_CACHED_FOLDERS: Final = 64
_DISK_ERRORS: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM}
)


class Whiteouts(Enum):
    """What `.wh.` names mean."""

    OVERLAY = "overlay"
    """Become what overlayfs understands: character device 0:0, opaque folders."""
    DELETE = "delete"
    """Delete what was in the folder before, but nothing that this archive put there."""
    ORDINARY = "ordinary"
    """Are names like any other."""


class NeedsParents(Exception):
    """The archive means something else depending on what lies beneath the folder."""


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """What `apply` did."""

    size: int
    """Bytes of files' content."""
    entries: int
    root: Entry | None
    """The archive's entry for the folder itself, if it had one."""
    opaque: bool
    """Whether the archive hides all that lies beneath the folder."""
    dependent: bool
    """Whether another folder beneath could have changed the outcome."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to apply."""

    whiteouts: Whiteouts = Whiteouts.OVERLAY
    standalone: bool = False
    """Raise NeedsParents rather than make a missing folder or follow a link."""
    owners: bool = True
    """Set the archive's owners; otherwise what is made belongs to `owner`."""
    owner: tuple[int, int] = (0, 0)
    ids: IdRange | None = None
    """The container's own: all owners are those inside, and set as they are on this machine."""
    keep_kinds: bool = False
    """Refuse to replace a folder by something else, or something else by a folder."""


def apply(reader: TarReader, root_fd: int, options: Options) -> Applied:
    """Apply all entries below `root_fd`, a folder opened for reading.

    Raises InvalidParameter naming the entry, SystemFailure when the disk refuses, NeedsParents.
    What was applied until then stays.
    """
    target = _Target(root_fd, options)
    try:
        for entry in reader:
            try:
                target.put(entry, reader.content())
            except OSError as error:
                raise _translated(error, entry) from error
        target.finish()
    finally:
        target.close()
    return Applied(
        size=target.size,
        entries=target.entries,
        root=target.root,
        opaque=target.opaque,
        dependent=target.dependent,
    )


class _Target:
    def __init__(self, root_fd: int, options: Options) -> None:
        self._root_fd = root_fd
        self._options = options
        self._folders: dict[bytes, int] = {}
        self._folder_times: dict[bytes, int] = {}
        self._written: set[bytes] = set()
        self._above: set[bytes] = set()
        self._hidden: set[bytes] = set()
        self._track = options.whiteouts is Whiteouts.DELETE
        self.size = 0
        self.entries = 0
        self.root: Entry | None = None
        self.opaque = False
        self.dependent = False

    def put(self, entry: Entry, content: Iterable[memoryview]) -> None:
        self.entries += 1
        if self._options.whiteouts is not Whiteouts.ORDINARY:
            marker = whiteout(entry.path)
            if marker is IGNORED:
                return
            if marker is not None:
                self._hide(marker.folder, marker.name)
                return
            if entry.is_whiteout_device:
                folder, _, name = entry.path.rpartition(b"/")
                self._hide(folder, name)
                return
        elif entry.is_whiteout_device:
            raise InvalidParameter(f"{show(entry.path)}: device 0:0 does not exist")
        if not entry.path:
            self.root = entry
            self._attributes(self._root_fd, entry)
            self._folder_times[b""] = entry.mtime_ns
            return
        parent_path, _, name = entry.path.rpartition(b"/")
        parent = self._parent(parent_path)
        if self._track:
            self._remember(_real(parent, name))
        if entry.kind is Kind.DIRECTORY:
            self._directory(parent, name, entry)
        elif entry.kind is Kind.FILE:
            self._file(parent, name, entry, content)
        elif entry.kind is Kind.HARDLINK:
            self._hardlink(parent, name, entry)
        else:
            self._special(parent, name, entry)

    def finish(self) -> None:
        """Folder times come last: whatever is made inside changes them."""
        for path, mtime_ns in self._folder_times.items():
            try:
                folder = open_in_root(self._root_fd, path or b".", _FOLDER | os.O_NOFOLLOW)
            except OSError as error:
                if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                    continue  # replaced by a later entry
                raise
            try:
                os.utime(folder, ns=(mtime_ns, mtime_ns))
            finally:
                os.close(folder)

    def close(self) -> None:
        for folder in self._folders.values():
            os.close(folder)
        self._folders.clear()

    def _open(self, path: bytes) -> int:
        """A folder by its path; links are followed inside the root unless standalone."""
        try:
            return open_beneath(self._root_fd, path or b".", _FOLDER)
        except OSError as error:
            if error.errno == errno.ENOTDIR and self._options.standalone:
                raise NeedsParents from None  # a whiteout, perhaps, above which a folder follows
            if error.errno != errno.ELOOP:
                raise
        if self._options.standalone:
            raise NeedsParents
        self.dependent = True
        return open_in_root(self._root_fd, path, _FOLDER)

    def _parent(self, path: bytes) -> int:
        """A folder that entries go into, made when missing. The descriptor stays ours."""
        found = self._folders.get(path)
        if found is not None:
            return found
        try:
            folder = self._open(path)
        except FileNotFoundError:
            if self._options.standalone:
                raise NeedsParents from None
            self.dependent = True
            ids = self._options.ids
            made = mkdirs_in_root(self._root_fd, path, owner=ids.start if ids else 0)
            try:
                folder = os.open(b".", _FOLDER, dir_fd=made)
            finally:
                os.close(made)
        if len(self._folders) >= _CACHED_FOLDERS:
            os.close(self._folders.pop(next(iter(self._folders))))
        self._folders[path] = folder
        return folder

    def _forget_folders(self) -> None:
        """A folder is about to go: what was open may not be what its path means afterwards."""
        self.close()

    def _make_room(self, parent: int, parent_path: bytes, name: bytes) -> int:
        """Delete what is in the way; the parent's descriptor, which may be another one now."""
        status = os.stat(name, dir_fd=parent, follow_symlinks=False)
        is_folder = stat.S_ISDIR(status.st_mode)
        if is_folder and self._options.keep_kinds:
            raise InvalidParameter(f"cannot overwrite directory {show(name)} with non-directory")
        if is_folder:
            self._forget_folders()
            parent = self._parent(parent_path)
        remove_tree(parent, name)
        return parent

    def _directory(self, parent: int, name: bytes, entry: Entry) -> None:
        hidden = False
        try:
            os.mkdir(name, 0o700, dir_fd=parent)
        except FileExistsError:
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            if not stat.S_ISDIR(status.st_mode):
                if self._options.keep_kinds:
                    raise InvalidParameter(
                        f"cannot overwrite non-directory {show(entry.path)} with directory"
                    ) from None
                # What was put there before hid a folder of lower layers, and it stays hidden.
                hidden = self._options.whiteouts is Whiteouts.OVERLAY
                os.unlink(name, dir_fd=parent)
                os.mkdir(name, 0o700, dir_fd=parent)
        folder = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=parent)
        try:
            self._attributes(folder, entry)
            if hidden or entry.path in self._hidden:
                os.setxattr(folder, OPAQUE_XATTR, b"y")
        finally:
            os.close(folder)
        self._folder_times[entry.path] = entry.mtime_ns

    def _file(self, parent: int, name: bytes, entry: Entry, content: Iterable[memoryview]) -> None:
        try:
            file = os.open(name, _CREATE, 0o600, dir_fd=parent)
        except FileExistsError:
            parent = self._make_room(parent, entry.path.rpartition(b"/")[0], name)
            file = os.open(name, _CREATE, 0o600, dir_fd=parent)
        try:
            for piece in content:
                written = os.write(file, piece)
                while written < len(piece):
                    written += os.write(file, piece[written:])
            self._attributes(file, entry)
            os.utime(file, ns=(entry.mtime_ns, entry.mtime_ns))
        finally:
            os.close(file)
        self.size += entry.size

    def _attributes(self, fd: int, entry: Entry) -> None:
        os.fchown(fd, *self._owner(entry))
        os.fchmod(fd, entry.mode)  # after the owner, which clears set-user-id
        for name, value in entry.xattrs.items():
            try:
                os.setxattr(fd, name, file_capabilities.outside(name, value, self._options.ids))
            except OSError as error:
                if error.errno != errno.ENOTSUP:
                    raise
                log.warning("%s: the disk cannot hold %s", show(entry.path), name)

    def _owner(self, entry: Entry) -> tuple[int, int]:
        uid, gid = (entry.uid, entry.gid) if self._options.owners else self._options.owner
        ids = self._options.ids
        return (ids.outside(uid), ids.outside(gid)) if ids else (uid, gid)

    def _hardlink(self, parent: int, name: bytes, entry: Entry) -> None:
        folder_path, _, target = entry.link.rpartition(b"/")
        if not target:
            raise InvalidParameter(f"{show(entry.path)}: a hard link to the root")
        try:
            folder = self._open(folder_path)
        except FileNotFoundError:
            raise self._no_target(entry) from None
        try:
            try:
                status = os.stat(target, dir_fd=folder, follow_symlinks=False)
            except FileNotFoundError:
                raise self._no_target(entry) from None
            if stat.S_ISDIR(status.st_mode):
                raise InvalidParameter(f"{show(entry.path)}: a hard link to a folder")
            if _is_whiteout(status):
                raise self._no_target(entry)
            try:
                os.link(target, name, src_dir_fd=folder, dst_dir_fd=parent, follow_symlinks=False)
            except FileExistsError:
                there = os.stat(name, dir_fd=parent, follow_symlinks=False)
                if (there.st_dev, there.st_ino) == (status.st_dev, status.st_ino):
                    if entry.link == entry.path:
                        raise InvalidParameter(
                            f"{show(entry.path)}: a hard link to itself"
                        ) from None
                    return
                parent = self._make_room(parent, entry.path.rpartition(b"/")[0], name)
                os.link(target, name, src_dir_fd=folder, dst_dir_fd=parent, follow_symlinks=False)
        finally:
            os.close(folder)

    def _no_target(self, entry: Entry) -> Exception:
        if self._options.standalone:
            return NeedsParents()
        return InvalidParameter(
            f"{show(entry.path)}: a hard link to {show(entry.link)}, which is not there"
        )

    def _special(self, parent: int, name: bytes, entry: Entry) -> None:
        try:
            self._make_special(parent, name, entry)
        except FileExistsError:
            parent = self._make_room(parent, entry.path.rpartition(b"/")[0], name)
            self._make_special(parent, name, entry)
        # A descriptor of what is there, in case somebody swaps the name for a link meanwhile.
        handle = os.open(name, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
        try:
            os.chown(fd_path(handle), *self._owner(entry))
            if not stat.S_ISLNK(os.fstat(handle).st_mode):
                os.chmod(fd_path(handle), entry.mode)  # noqa: PTH101 - an open file
        finally:
            os.close(handle)
        times = (entry.mtime_ns, entry.mtime_ns)
        os.utime(name, ns=times, dir_fd=parent, follow_symlinks=False)

    def _make_special(self, parent: int, name: bytes, entry: Entry) -> None:
        if entry.kind is Kind.SYMLINK:
            os.symlink(entry.link, name, dir_fd=parent)
        elif entry.kind is Kind.FIFO:
            os.mkfifo(name, 0o600, dir_fd=parent)
        else:
            kind = stat.S_IFCHR if entry.kind is Kind.CHARACTER else stat.S_IFBLK
            os.mknod(name, kind | 0o600, os.makedev(entry.major, entry.minor), dir_fd=parent)

    def _hide(self, folder_path: bytes, name: bytes) -> None:
        """A whiteout: of one name, or with an empty name of all that lies beneath the folder."""
        if self._track:
            self.dependent = True
        if not folder_path and not name:
            self.opaque = True
            if not self._track:
                return
        parent = self._parent(folder_path)
        if self._track:
            self._delete(parent, name)
        elif not name:
            os.setxattr(parent, OPAQUE_XATTR, b"y")
            self._hidden.add(folder_path)
        else:
            path = folder_path + b"/" + name if folder_path else name
            self._hidden.add(path)
            try:
                status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            except FileNotFoundError:
                os.mknod(name, stat.S_IFCHR, os.makedev(0, 0), dir_fd=parent)
                return
            # A marker never hides what its own layer brings, only what lies beneath.
            if stat.S_ISDIR(status.st_mode):
                folder = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=parent)
                try:
                    os.setxattr(folder, OPAQUE_XATTR, b"y")
                finally:
                    os.close(folder)

    def _remember(self, path: bytes) -> None:
        self._written.add(path)
        above = path.rpartition(b"/")[0]
        while above and above not in self._above:
            self._above.add(above)
            above = above.rpartition(b"/")[0]

    def _delete(self, parent: int, name: bytes) -> None:
        """Delete what this archive did not write: the name, or all in the folder."""
        names = [name] if name else names_in(parent)
        for found in names:
            path = _real(parent, found)
            if path in self._written or path in self._above:
                self._delete_rest(parent, found, path)
            else:
                self._folders_may_go(parent)
                remove_tree(parent, found)

    def _delete_rest(self, parent: int, name: bytes, base: bytes) -> None:
        """Of a folder that this archive wrote into, delete what it did not write."""
        try:
            folder = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=parent)
        except NotADirectoryError:
            return
        except OSError as error:
            if error.errno == errno.ELOOP:
                return
            raise
        try:
            doomed: set[bytes] = set()
            for node in walk(folder):
                path = base + b"/" + node.path
                kept = path in self._written or path in self._above
                if not kept and node.path.rpartition(b"/")[0] not in doomed:
                    doomed.add(node.path)
            for path in doomed:
                inner_parent, _, last = path.rpartition(b"/")
                holder = open_beneath(folder, inner_parent or b".", _FOLDER)
                try:
                    remove_tree(holder, last)
                finally:
                    os.close(holder)
        finally:
            os.close(folder)

    def _folders_may_go(self, parent: int) -> None:
        """Keep only the descriptor in use when a folder that others may lie in is deleted."""
        for path, folder in list(self._folders.items()):
            if folder != parent:
                os.close(folder)
                del self._folders[path]


def _is_whiteout(status: os.stat_result) -> bool:
    return stat.S_ISCHR(status.st_mode) and status.st_rdev == 0


def _real(parent: int, name: bytes) -> bytes:
    return os.readlink(fd_path(parent)) + b"/" + name  # noqa: PTH115 - bytes


def _translated(error: OSError, entry: Entry) -> Exception:
    if error.errno in _DISK_ERRORS:
        return SystemFailure(f"cannot unpack {show(entry.path)}: {error.strerror}")
    return InvalidParameter(f"{show(entry.path)}: {error.strerror}")
