"""Copy a folder's content with owners, modes, times, links and extended attributes.

Both folders are given as descriptors and walked without following any link, so that whoever owns
the source cannot lead the copy elsewhere, not even while it runs.
"""

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Final

from davit_engine.id_ranges import IdRange
from davit_engine.kernel import file_capabilities
from davit_engine.kernel.paths import fd_path

_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_CHUNK: Final = 1 << 24

Made = dict[tuple[int, int], tuple[int, bytes]]
"""Per (device, inode) of the source with several names: the folder (fd) and name of the copy."""


def copy_content(source: int, target: int, ids: IdRange | None = None) -> None:
    """Everything in the folder `source` into the folder `target`, whose own attributes follow too.

    With `ids`, what belongs to one of them belongs to its counterpart inside the range afterwards.
    Sockets are left out. Raises OSError; what is copied by then stays.
    """
    with contextlib.ExitStack() as opened:
        _Copy(ids, opened).folder(source, target)


class _Copy:
    """One copy, with what it has made so far."""

    def __init__(self, ids: IdRange | None, opened: contextlib.ExitStack) -> None:
        self._ids = ids
        self._opened = opened
        self._made: Made = {}

    def folder(self, source: int, target: int) -> None:
        with os.scandir(source) as entries:
            names = [os.fsencode(entry.name) for entry in entries]
        for name in names:
            try:
                status = os.stat(name, dir_fd=source, follow_symlinks=False)
            except FileNotFoundError:
                continue  # Gone since it was listed.
            if stat.S_ISDIR(status.st_mode):
                self._subfolder(source, target, name)
            else:
                self._entry(source, target, name, status)
        self._adopt_attributes(source, target, os.fstat(source))

    def _subfolder(self, source: int, target: int, name: bytes) -> None:
        inner = os.open(name, _FOLDER, dir_fd=source)
        try:
            os.mkdir(name, 0o700, dir_fd=target)
            copy = os.open(name, _FOLDER, dir_fd=target)
            try:
                self.folder(inner, copy)
            finally:
                os.close(copy)
        finally:
            os.close(inner)

    def _entry(self, source: int, target: int, name: bytes, status: os.stat_result) -> None:
        identity = (status.st_dev, status.st_ino)
        if identity in self._made:
            folder, first = self._made[identity]
            os.link(first, name, src_dir_fd=folder, dst_dir_fd=target, follow_symlinks=False)
            return
        if stat.S_ISLNK(status.st_mode):
            os.symlink(os.readlink(name, dir_fd=source), name, dir_fd=target)
            os.chown(name, *self._owners(status), dir_fd=target, follow_symlinks=False)
            _set_times(name, target, status)
        elif stat.S_ISREG(status.st_mode):
            self._file(source, target, name)
        elif stat.S_ISSOCK(status.st_mode):
            return
        else:
            os.mknod(name, status.st_mode, status.st_rdev, dir_fd=target)
            os.chown(name, *self._owners(status), dir_fd=target, follow_symlinks=False)
            Path(os.fsdecode(fd_path(target, name))).chmod(stat.S_IMODE(status.st_mode))
            _set_times(name, target, status)
        if status.st_nlink > 1:
            keeper = os.dup(target)
            self._opened.callback(os.close, keeper)
            self._made[identity] = (keeper, name)

    def _file(self, source: int, target: int, name: bytes) -> None:
        # NONBLOCK, because a FIFO may have taken the file's place meanwhile.
        inner = os.open(
            name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=source
        )
        try:
            status = os.fstat(inner)
            if not stat.S_ISREG(status.st_mode):
                return
            copy = os.open(
                name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=target
            )
            try:
                _copy_bytes(inner, copy, status.st_size)
                self._adopt_attributes(inner, copy, status)
            finally:
                os.close(copy)
        finally:
            os.close(inner)

    def _adopt_attributes(self, source: int, target: int, status: os.stat_result) -> None:
        # The owner first: chown clears the set-user-id bits and capabilities.
        os.chown(target, *self._owners(status))
        os.chmod(target, stat.S_IMODE(status.st_mode))
        for attribute in os.listxattr(source):
            try:
                value = os.getxattr(source, attribute)
                os.setxattr(
                    target, attribute, file_capabilities.inside(attribute, value, self._ids)
                )
            except OSError as error:
                if error.errno not in (errno.ENOTSUP, errno.ENODATA, errno.EPERM):
                    raise
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))

    def _owners(self, status: os.stat_result) -> tuple[int, int]:
        if self._ids is None:
            return status.st_uid, status.st_gid
        return self._ids.inside(status.st_uid), self._ids.inside(status.st_gid)


def _copy_bytes(source: int, target: int, size: int) -> None:
    """Only the parts that hold data: holes stay holes."""
    position = 0
    while position < size:
        try:
            start = os.lseek(source, position, os.SEEK_DATA)
            end = os.lseek(source, start, os.SEEK_HOLE)
        except OSError as error:
            if error.errno == errno.ENXIO:
                break
            raise
        os.lseek(source, start, os.SEEK_SET)
        os.lseek(target, start, os.SEEK_SET)
        while start < end:
            sent = os.sendfile(target, source, None, min(end - start, _CHUNK))
            if sent == 0:
                break
            start += sent
        position = end
    os.ftruncate(target, size)


def _set_times(name: bytes, folder: int, status: os.stat_result) -> None:
    os.utime(
        name,
        ns=(status.st_atime_ns, status.st_mtime_ns),
        dir_fd=folder,
        follow_symlinks=False,
    )
