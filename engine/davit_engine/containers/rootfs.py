"""Paths inside a container's root, from outside it.

Every look-up goes through openat2(2) with RESOLVE_IN_ROOT, so whatever links a hostile image or a
running process puts in the way, nothing outside the root is reached.
"""

import contextlib
import errno
import os
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from davit_engine.containers.model import ProcessIdentity
from davit_engine.errors import InvalidParameter
from davit_engine.kernel import paths, processes

TEXT_LIMIT: Final = 1 << 20
"""Bytes of a configuration file that are read."""

LINKS: Final = 40
"""Symbolic links that are followed one after the other, as path_resolution(7)."""


class Root:
    """An open root folder. Close it, or use it as a context."""

    def __init__(self, folder: Path | str | int) -> None:
        """`folder` is a path, or an O_PATH descriptor that is taken over."""
        if isinstance(folder, int):
            self.descriptor = folder
        else:
            self.descriptor = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)

    @classmethod
    def of_process(cls, process: ProcessIdentity) -> "Root":
        """The root as a process sees it, mounts included. Raises ProcessLookupError."""
        return cls(processes.open_entry(process.pid, process.start_time, "root"))

    def __enter__(self) -> "Root":
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self.descriptor)

    @contextlib.contextmanager
    def open(self, path: str, flags: int) -> Iterator[int]:
        """A descriptor of a path inside. Raises OSError."""
        descriptor = paths.open_in_root(self.descriptor, path, flags)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def read_text(self, path: str) -> str:
        """A regular file of moderate size; "" for anything else, a fifo or endless file too."""
        try:
            return paths.read_in_root(self.descriptor, path, TEXT_LIMIT).decode(errors="replace")
        except OSError:
            return ""

    def is_folder(self, path: str) -> bool:
        try:
            with self.open(path, os.O_PATH | os.O_DIRECTORY):
                return True
        except OSError:
            return False

    def exists(self, path: str) -> bool:
        try:
            with self.open(path, os.O_PATH):
                return True
        except OSError:
            return False

    def real(self, path: str) -> str:
        """Where links lead from a path, as seen inside, with a slash at the end; "" to nowhere."""
        try:
            with self.open(path, os.O_PATH) as descriptor:
                top, place = (
                    str(Path(f"/proc/self/fd/{fd}").readlink())
                    for fd in (self.descriptor, descriptor)
                )
        except OSError:
            return ""
        return f"{place.removeprefix(top)}/"

    def leads(self, path: str) -> str:
        """Where a path leads whether something is there or not. Raises OSError for a bad link."""
        for _ in range(LINKS):
            folder, _, name = path.rpartition("/")
            path = f"{self.real(folder or '/') or f'{folder}/'}{name}"
            try:
                with self.open(path, os.O_PATH | os.O_NOFOLLOW) as descriptor:
                    link = os.readlink("", dir_fd=descriptor)
            except FileNotFoundError:
                return path
            except OSError as error:
                if error.errno == errno.EINVAL:
                    return path
                raise
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)

    def replace_link(self, path: str, owner: int = 0) -> None:
        """Make an empty file where a link is. `owner` as below."""
        folder, _, name = path.rpartition("/")
        with self.open(folder or "/", os.O_PATH | os.O_DIRECTORY) as descriptor:
            os.unlink(name, dir_fd=descriptor)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            file = os.open(name, flags, 0o644, dir_fd=descriptor)
        try:
            os.fchmod(file, 0o644)
            os.fchown(file, owner, owner)
        finally:
            os.close(file)

    def make_working_dir(self, path: str, owner: int = 0) -> None:
        """Make the folder and its parents. Raises InvalidParameter when it cannot be.

        `owner` is the id on this machine of the container's root, user and group.
        """
        if not path or path == "/" or self.is_folder(path):
            return
        try:
            os.close(paths.mkdirs_in_root(self.descriptor, path, owner=owner))
        except NotADirectoryError as error:
            raise InvalidParameter(f"Cannot mkdir: {path} is not a directory") from error
        except OSError as error:
            raise InvalidParameter(
                f"cannot make the working directory {path}: {error.strerror}"
            ) from error
