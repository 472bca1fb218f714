"""The build context: an archive of a client, unpacked into a private folder of the build.

Nothing in it is trusted: it is unpacked by the strict reader, and every path is looked up by the
kernel inside of its folder, whatever links a client put there.
"""

import contextlib
import errno
import os
import posixpath
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

from davit_engine.archive.apply import Options, Whiteouts, apply
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Limits
from davit_engine.archive.tar import TarReader
from davit_engine.build.dockerfile import SIZE_MAX
from davit_engine.build.ignore import Pattern, excluded, parse_ignore
from davit_engine.containers.places import unpack
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.paths import open_in_root, read_in_root
from davit_engine.kernel.trees import remove_tree, walk

LIMITS: Final = Limits(size=64 << 30, entries=1_000_000)
"""Of an unpacked context. Docker has none, and fills the disk."""

IGNORE: Final = ".dockerignore"

IGNORE_SECONDS: Final = 10.0
"""How long its patterns may be looked for in a context."""


async def receive(stream: AsyncIterator[bytes], folder: Path) -> None:
    """Unpack the context's archive, plain or compressed. Raises InvalidParameter."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        # Owners of the client's computer mean nothing here.
        options = Options(whiteouts=Whiteouts.ORDINARY, owners=False)
        await unpack(stream, descriptor, options, LIMITS)
    finally:
        os.close(descriptor)


async def take_file(archive: Path, folder: Path) -> str | None:
    """Unpack a file that is an archive; of one that is none the text. Raises InvalidParameter."""
    return await finished(None, _take_file, archive, folder)


def _take_file(archive: Path, folder: Path) -> str | None:
    with Decompressed(archive.open("rb"), limits=LIMITS, digest=False) as stream:
        try:
            is_archive = TarReader(stream.chunk, LIMITS).next() is not None
        except InvalidParameter:
            is_archive = False
    if not is_archive:
        if archive.stat().st_size > SIZE_MAX:
            raise InvalidParameter("what was fetched is neither an archive nor a Dockerfile")
        return archive.read_text(errors="replace")
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        options = Options(whiteouts=Whiteouts.ORDINARY, owners=False)
        with Decompressed(archive.open("rb"), limits=LIMITS, digest=False) as stream:
            apply(TarReader(stream.chunk, LIMITS), descriptor, options)
    finally:
        os.close(descriptor)
    return None


async def read_dockerfile(root_fd: int, name: str) -> str:
    """The text of the Dockerfile at that path of the context. Raises InvalidParameter."""
    return await finished(None, _read_dockerfile, root_fd, name)


def _read_dockerfile(root_fd: int, name: str) -> str:
    path = posixpath.normpath(name or "Dockerfile")
    if path == ".." or path.startswith("../"):
        raise InvalidParameter(f"Forbidden path outside the build context: {name} ()")
    candidates = [path]
    if path == "Dockerfile":
        candidates.append("dockerfile")
    for candidate in candidates:
        try:
            raw = read_in_root(root_fd, candidate, SIZE_MAX)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                continue
            raise InvalidParameter(f"cannot read the Dockerfile {name}: {error.strerror}") from None
        if not raw.strip():
            raise InvalidParameter(f"the Dockerfile ({name}) cannot be empty")
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            raise InvalidParameter(f"the Dockerfile ({name}) is not UTF-8: {error}") from error
    raise InvalidParameter(f"Cannot locate specified Dockerfile: {name}")


async def leave_out(root_fd: int, dockerfile: str) -> None:
    """Delete what the Dockerfile's own ignore file excludes, which clients know nothing of.

    Where there is none, .dockerignore counts, and that is the client's to heed: only the two files
    that it must send all the same are deleted. Raises InvalidParameter for malformed patterns.
    """
    await finished(None, _leave_out, root_fd, dockerfile)


def _leave_out(root_fd: int, dockerfile: str) -> None:
    path = posixpath.normpath(dockerfile).lstrip("/")
    own = _patterns(root_fd, f"{path}{IGNORE}")
    if own is not None:
        _delete_excluded(root_fd, own)
        return
    patterns = _patterns(root_fd, IGNORE) or []
    for name in (IGNORE, path):
        if excluded(name, patterns):
            _delete(root_fd, name)


def _patterns(root_fd: int, name: str) -> Sequence[Pattern] | None:
    try:
        text = read_in_root(root_fd, name, SIZE_MAX).decode(errors="replace")
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise InvalidParameter(f"{name} is longer than {SIZE_MAX} bytes") from error
        return None
    return parse_ignore(text)


def _delete_excluded(root_fd: int, patterns: Sequence[Pattern]) -> None:
    deadline = time.monotonic() + IGNORE_SECONDS
    exceptions = any(pattern.exception for pattern in patterns)
    folders: list[bytes] = []
    for node in walk(root_fd):
        if time.monotonic() > deadline:
            raise InvalidParameter(
                f"{IGNORE}: {len(patterns)} patterns took longer than {IGNORE_SECONDS:g} s; "
                "send a smaller context, or use fewer patterns"
            )
        if not excluded(os.fsdecode(node.path), patterns):
            continue
        if not node.is_directory:
            os.unlink(node.name, dir_fd=node.parent_fd)
        elif exceptions:
            folders.append(node.path)
        else:
            remove_tree(node.parent_fd, node.name)
    for folder in reversed(folders):
        # One with something in it is there for an exception.
        _delete(root_fd, os.fsdecode(folder), folder=True)


def _delete(root_fd: int, path: str, *, folder: bool = False) -> None:
    """Of what is not there, or not that kind of thing, nothing."""
    above, _, name = path.rpartition("/")
    with contextlib.suppress(OSError):
        parent = open_in_root(root_fd, above or ".", os.O_PATH | os.O_DIRECTORY)
        try:
            (os.rmdir if folder else os.unlink)(name, dir_fd=parent)
        finally:
            os.close(parent)
