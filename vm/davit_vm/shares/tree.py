"""One folder of the host as the only thing its user can reach: paths in it never lead out.

A path comes from the guest and may be anything. DescriptorTree walks it one component at a time
from an open descriptor of the folder, each opened relative to the one before and never through a
symbolic link; links are read and walked the same way, and `..` goes back to the descriptor before.
So no check can be overtaken by a rename or a link that is swapped meanwhile: what the walk holds
are open folders, not names. PathTree is for Windows, where folders cannot be opened relative to
another: it resolves each component and compares whole components, and its caller does one thing
at a time, so the guest cannot change a path between the look and the use.

Both raise OSError with an errno.
"""

import contextlib
import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import msgspec

_MOST_PARTS: Final = 256
_MOST_LINKS: Final = 40
_HOLD: Final = getattr(os, "O_PATH", getattr(os, "O_SEARCH", 0))
"""Open a folder to go on from there, which must not need the right to list it."""
_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_SAFE: Final = (
    _NO_FOLLOW
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_PERMISSIONS: Final = 0o777
"""What the guest may set; not setuid and its like, with which it would reach other users."""
_NOT_ON_WINDOWS: Final = re.compile(r'[\x00-\x1f<>:"\\|?*]|[. ]$')
_DEVICES: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A name in a folder."""

    name: str
    stat: os.stat_result


class Space(msgspec.Struct, frozen=True, kw_only=True):
    """Of the file system a folder is on: bytes, and inodes where there are such."""

    size: int
    free: int
    available: int
    files: int = 0
    files_free: int = 0
    name_max: int = 255


class Tree(Protocol):
    """Files below one folder; paths are as in POSIX, `/` being the folder itself."""

    def stat(self, path: str, *, follow: bool) -> os.stat_result: ...
    def entries(self, path: str) -> list[Entry]: ...
    def open(self, path: str, flags: int, mode: int | None) -> int:
        """A descriptor of a regular file; anything else is refused, and never opened."""
        ...

    def chmod(self, path: str, mode: int) -> None: ...
    def utime(self, path: str, accessed: float, modified: float) -> None: ...
    def make_folder(self, path: str, mode: int | None) -> None: ...
    def remove_folder(self, path: str) -> None: ...
    def remove(self, path: str) -> None: ...
    def rename(self, old: str, new: str, *, replace: bool) -> None: ...
    def link(self, old: str, new: str) -> None: ...
    def symlink(self, target: str, path: str) -> None: ...
    def readlink(self, path: str) -> str: ...
    def space(self, path: str) -> Space: ...
    def close(self) -> None: ...


def parts(path: str) -> list[str]:
    """The components that mean something; raises OSError where there are too many."""
    if "\0" in path:
        raise _error(errno.EINVAL, path)
    found = [part for part in path.split("/") if part not in ("", ".")]
    if len(found) > _MOST_PARTS:
        raise _error(errno.ENAMETOOLONG, path)
    return found


class DescriptorTree:
    """For systems that open files relative to an open folder: Linux and macOS."""

    def __init__(self, root: Path) -> None:
        """Raises OSError when the folder is not there."""
        self._root = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._root_parts = parts(os.path.realpath(root))

    def close(self) -> None:
        os.close(self._root)

    def stat(self, path: str, *, follow: bool) -> os.stat_result:
        with self._place(path, follow=follow) as (folder, name):
            return os.stat(name, dir_fd=folder, follow_symlinks=False)

    def entries(self, path: str) -> list[Entry]:
        with self._place(path, follow=True) as (folder, name):
            descriptor = os.open(name, os.O_RDONLY | os.O_DIRECTORY | _SAFE, dir_fd=folder)
        try:
            found = []
            with os.scandir(descriptor) as listing:
                for entry in listing:
                    # Gone again meanwhile.
                    with contextlib.suppress(FileNotFoundError):
                        found.append(Entry(name=entry.name, stat=entry.stat(follow_symlinks=False)))
            return found
        finally:
            os.close(descriptor)

    def open(self, path: str, flags: int, mode: int | None) -> int:
        exclusive = bool(flags & os.O_EXCL)
        with self._place(path, follow=not exclusive) as (folder, name):
            there = _lstat(name, folder)
            if there is not None and not stat.S_ISREG(there.st_mode):
                raise _not_a_file(there, path)
            descriptor = os.open(name, flags | _SAFE, 0o600, dir_fd=folder)
        try:
            opened = os.fstat(descriptor)
            if not stat.S_ISREG(opened.st_mode):
                raise _not_a_file(opened, path)
            if there is None and flags & os.O_CREAT:
                # The guest has applied its own umask; ours is the supervisor's.
                os.fchmod(descriptor, (0o644 if mode is None else mode) & _PERMISSIONS)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def chmod(self, path: str, mode: int) -> None:
        with self._place(path, follow=True) as (folder, name):
            if not hasattr(os, "O_PATH"):
                os.chmod(name, mode & _PERMISSIONS, dir_fd=folder, follow_symlinks=False)
                return
            held = os.open(name, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            try:
                if stat.S_ISLNK(os.fstat(held).st_mode):
                    raise _error(errno.ELOOP, path)
                # Linux has no chmod that neither follows links nor opens the file; this is it.
                os.chmod(f"/proc/self/fd/{held}", mode & _PERMISSIONS)  # noqa: PTH101
            finally:
                os.close(held)

    def utime(self, path: str, accessed: float, modified: float) -> None:
        with self._place(path, follow=True) as (folder, name):
            os.utime(name, (accessed, modified), dir_fd=folder, follow_symlinks=False)

    def make_folder(self, path: str, mode: int | None) -> None:
        with self._place(path, follow=False) as (folder, name):
            os.mkdir(name, 0o700, dir_fd=folder)
            made = os.open(name, os.O_RDONLY | os.O_DIRECTORY | _SAFE, dir_fd=folder)
            try:
                os.fchmod(made, (0o755 if mode is None else mode) & _PERMISSIONS)
            finally:
                os.close(made)

    def remove_folder(self, path: str) -> None:
        with self._place(path, follow=False) as (folder, name):
            os.rmdir(name, dir_fd=folder)

    def remove(self, path: str) -> None:
        with self._place(path, follow=False) as (folder, name):
            os.unlink(name, dir_fd=folder)

    def rename(self, old: str, new: str, *, replace: bool) -> None:
        with (
            self._place(old, follow=False) as (old_folder, old_name),
            self._place(new, follow=False) as (new_folder, new_name),
        ):
            if not replace and _lstat(new_name, new_folder) is not None:
                raise _error(errno.EEXIST, new)
            os.rename(old_name, new_name, src_dir_fd=old_folder, dst_dir_fd=new_folder)

    def link(self, old: str, new: str) -> None:
        with (
            self._place(old, follow=False) as (old_folder, old_name),
            self._place(new, follow=False) as (new_folder, new_name),
        ):
            os.link(
                old_name,
                new_name,
                src_dir_fd=old_folder,
                dst_dir_fd=new_folder,
                follow_symlinks=False,
            )

    def symlink(self, target: str, path: str) -> None:
        # Wherever it leads: it is followed in the container, or by the walk below.
        with self._place(path, follow=False) as (folder, name):
            os.symlink(target, name, dir_fd=folder)

    def readlink(self, path: str) -> str:
        with self._place(path, follow=False) as (folder, name):
            return os.readlink(name, dir_fd=folder)

    def space(self, path: str) -> Space:
        with self._place(path, follow=True) as (folder, _):
            found = os.fstatvfs(folder)
        unit = found.f_frsize
        return Space(
            size=found.f_blocks * unit,
            free=found.f_bfree * unit,
            available=found.f_bavail * unit,
            files=found.f_files,
            files_free=found.f_ffree,
            name_max=found.f_namemax,
        )

    @contextlib.contextmanager
    def _place(self, path: str, *, follow: bool) -> Iterator[tuple[int, str]]:
        """The open folder that a path ends in, and the last name; `.` for the folder itself.

        With `follow` the name was no symbolic link when it was looked at. It need not exist.
        """
        folders = [self._root]
        """From the share's folder to where the walk is; `..` goes back in it, never above."""
        ahead = parts(path)[::-1]
        links = 0
        try:
            while ahead:
                name = ahead.pop()
                if name == "..":
                    if len(folders) > 1:
                        os.close(folders.pop())
                    continue
                last = not ahead
                if last and not follow:
                    yield folders[-1], name
                    return
                if not last and (entered := _enter(name, folders[-1])) is not None:
                    folders.append(entered)
                    continue
                there = _lstat(name, folders[-1])
                if there is not None and stat.S_ISLNK(there.st_mode):
                    links += 1
                    if links > _MOST_LINKS:
                        raise _error(errno.ELOOP, path)
                    target = os.readlink(name, dir_fd=folders[-1])
                    if target.startswith("/"):
                        onward = self._inside(target, path)
                        while len(folders) > 1:
                            os.close(folders.pop())
                    else:
                        onward = parts(target)
                    self._refuse_leaving(onward, len(folders) - 1, path)
                    ahead += onward[::-1]
                    continue
                if last:
                    yield folders[-1], name
                    return
                raise _error(errno.ENOENT if there is None else errno.ENOTDIR, path)
            yield folders[-1], "."
        finally:
            for folder in folders[1:]:
                os.close(folder)

    def _inside(self, target: str, path: str) -> list[str]:
        """What an absolute link means below the share; refused where it leads elsewhere."""
        found = parts(target)
        if found[: len(self._root_parts)] != self._root_parts:
            raise _error(errno.EACCES, path)
        return found[len(self._root_parts) :]

    def _refuse_leaving(self, onward: list[str], depth: int, path: str) -> None:
        """A link that goes up beyond the share would mean another file on the host."""
        for part in onward:
            depth += -1 if part == ".." else 1
            if depth < 0:
                raise _error(errno.EACCES, path)


class PathTree:
    """For Windows, where only whole paths can be opened; one caller at a time."""

    def __init__(self, root: Path) -> None:
        """Raises OSError when the folder is not there."""
        self._root = os.path.realpath(root, strict=True)

    def close(self) -> None:
        """Nothing is held open between two calls."""

    def stat(self, path: str, *, follow: bool) -> os.stat_result:
        return os.lstat(self._place(path, follow=follow))

    def entries(self, path: str) -> list[Entry]:
        found = []
        with os.scandir(self._place(path, follow=True)) as listing:
            for entry in listing:
                with contextlib.suppress(FileNotFoundError):
                    # A full stat: the one from the listing lacks inodes on Windows.
                    found.append(Entry(name=entry.name, stat=os.lstat(entry.path)))
        return found

    def open(self, path: str, flags: int, mode: int | None) -> int:
        place = self._place(path, follow=not flags & os.O_EXCL)
        there = _lstat(place, None)
        if there is not None and not stat.S_ISREG(there.st_mode):
            raise _not_a_file(there, path)
        descriptor = os.open(place, flags | _SAFE, 0o600)
        try:
            opened = os.fstat(descriptor)
            if not stat.S_ISREG(opened.st_mode):
                raise _not_a_file(opened, path)
            if not self._contains(os.path.realpath(place)):
                raise _error(errno.EACCES, path)
            if there is None and flags & os.O_CREAT:
                os.chmod(place, (0o644 if mode is None else mode) & _PERMISSIONS)  # noqa: PTH101
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def chmod(self, path: str, mode: int) -> None:
        place = self._place(path, follow=True)
        os.chmod(place, mode & _PERMISSIONS)  # noqa: PTH101

    def utime(self, path: str, accessed: float, modified: float) -> None:
        os.utime(self._place(path, follow=True), (accessed, modified))

    def make_folder(self, path: str, mode: int | None) -> None:
        place = self._place(path, follow=False)
        os.mkdir(place)  # noqa: PTH102
        os.chmod(place, (0o755 if mode is None else mode) & _PERMISSIONS)  # noqa: PTH101

    def remove_folder(self, path: str) -> None:
        os.rmdir(self._place(path, follow=False))  # noqa: PTH106

    def remove(self, path: str) -> None:
        os.unlink(self._place(path, follow=False))  # noqa: PTH108

    def rename(self, old: str, new: str, *, replace: bool) -> None:
        source, target = self._place(old, follow=False), self._place(new, follow=False)
        if not replace and _lstat(target, None) is not None:
            raise _error(errno.EEXIST, new)
        os.replace(source, target)  # noqa: PTH105

    def link(self, old: str, new: str) -> None:
        source, target = self._place(old, follow=False), self._place(new, follow=False)
        if stat.S_ISLNK(os.lstat(source).st_mode):
            raise _error(errno.EPERM, old)
        os.link(source, target)

    def symlink(self, target: str, path: str) -> None:
        """Only what stays in the share: Windows itself follows links wherever they lead."""
        place = self._place(path, follow=False)
        depth = len(Path(os.path.relpath(place, self._root)).parts) - 1
        if target.startswith("/") or _NOT_ON_WINDOWS.search(target.replace("/", "")):
            raise _error(errno.EPERM, path)
        for part in target.split("/"):
            depth += -1 if part == ".." else part not in ("", ".")
            if depth < 0:
                raise _error(errno.EPERM, path)
        os.symlink(target.replace("/", os.sep), place)  # noqa: PTH211

    def readlink(self, path: str) -> str:
        return os.readlink(self._place(path, follow=False)).replace(os.sep, "/")  # noqa: PTH115

    def space(self, path: str) -> Space:
        found = shutil.disk_usage(self._place(path, follow=True))
        return Space(size=found.total, free=found.free, available=found.free)

    def _place(self, path: str, *, follow: bool) -> str:
        """The real path of what is meant, its last name as it is unless `follow`."""
        here = self._root
        ahead = parts(path)
        for number, name in enumerate(ahead):
            if name == "..":
                if not _same(here, self._root):
                    here = os.path.dirname(here)  # noqa: PTH120
                continue
            if _NOT_ON_WINDOWS.search(name) or _DEVICES.fullmatch(name):
                raise _error(errno.EINVAL, path)
            here = os.path.join(here, name)  # noqa: PTH118
            if number == len(ahead) - 1 and not follow:
                break
            # Resolves links of every kind that Windows has, junctions included.
            here = os.path.realpath(here)
            if not self._contains(here):
                raise _error(errno.EACCES, path)
            if number < len(ahead) - 1 and not os.path.isdir(here):  # noqa: PTH112
                there = _lstat(here, None)
                raise _error(errno.ENOENT if there is None else errno.ENOTDIR, path)
        return here

    def _contains(self, real: str) -> bool:
        try:
            return _same(os.path.commonpath((self._root, real)), self._root)
        except ValueError:
            # On another drive.
            return False


def tree_of(root: Path) -> Tree:
    """The best containment that this system offers. Raises OSError."""
    return DescriptorTree(root) if os.open in os.supports_dir_fd else PathTree(root)


def _enter(name: str, folder: int) -> int | None:
    """Open a folder that lies in another; None where it is a link or no folder."""
    try:
        return os.open(name, _HOLD | os.O_DIRECTORY | _NO_FOLLOW | os.O_CLOEXEC, dir_fd=folder)
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP, errno.EMLINK):
            return None
        raise


def _lstat(name: str, folder: int | None) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _same(one: str, other: str) -> bool:
    return os.path.normcase(one) == os.path.normcase(other)


def _not_a_file(found: os.stat_result, path: str) -> OSError:
    return _error(errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EACCES, path)


def _error(number: int, path: str) -> OSError:
    return OSError(number, os.strerror(number), path[:200])
