"""Put what COPY and ADD name into the root of an image, as processes in it find their paths."""

import errno
import os
import posixpath
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from davit_engine.archive.apply import Options as ApplyOptions
from davit_engine.archive.apply import Whiteouts, apply
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.tar import TarReader
from davit_engine.build.sources import Options, Source, archive, chunks, is_folder, packed
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.paths import fd_path, mkdirs_in_root, open_in_root

_MAX_LINKS: Final = 40
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    sources: tuple[Source, ...]
    target: str
    """Absolute, without dots and without a slash at its end."""
    folder: bool
    """Whether the target is a folder to copy into, there or not."""
    options: Options
    unpack: bool = False
    """ADD: archives of the context are unpacked, and keep their owners."""
    parents: bool = False


def copy(root: int, plan: Plan) -> None:
    """Raises InvalidParameter naming the path, SystemFailure when the disk refuses."""
    archives = [source for source in plan.sources if plan.unpack and is_archive(source)]
    others = [source for source in plan.sources if source not in archives]
    if others:
        options = ApplyOptions(whiteouts=Whiteouts.ORDINARY, keep_kinds=True)
        reader = TarReader(chunks(archive(_parts(root, plan, others))))
        apply(reader, root, options)
    for source in archives:
        _unpack(root, plan, source)


def make_folder(root: int, path: str) -> None:
    """Raises InvalidParameter when something else is in the way."""
    try:
        os.close(mkdirs_in_root(root, path))
    except OSError as error:
        raise InvalidParameter(f"cannot mkdir: {path}: {error.strerror}") from error


def _parts(root: int, plan: Plan, sources: Sequence[Source]) -> Iterator[Iterator[bytes]]:
    for source in sources:
        folder = is_folder(source)
        place = _place(root, plan, source, folder=folder)
        inside = place if folder else posixpath.dirname(place)
        _make_missing(root, inside, plan.options.owner or (0, 0))
        yield packed(source, os.fsencode(place), plan.options)


def _place(root: int, plan: Plan, source: Source, *, folder: bool) -> str:
    """Where a source comes to lie, relative to the root."""
    target = plan.target.strip("/")
    if plan.parents:
        kept = source.path.split("/")[source.pivot :]
        return posixpath.join(target, *kept)
    if folder:
        return target
    if plan.folder or not target or _kind(root, target) == os.O_DIRECTORY:
        return posixpath.join(target, source.name)
    return _led(root, target, plan.options.owner or (0, 0))


def _led(root: int, path: str, owner: tuple[int, int]) -> str:
    """Where links at the end of a path lead, also to what is not there; the folders are made."""
    for _ in range(_MAX_LINKS):
        folder, _, name = path.rpartition("/")
        _make_missing(root, folder, owner)
        parent = open_in_root(root, folder or ".", os.O_PATH | os.O_DIRECTORY)
        try:
            link = os.readlink(name, dir_fd=parent)
            here = posixpath.relpath(_real_path(parent), _real_path(root))
        except OSError:
            return path  # nothing there, or no link
        finally:
            os.close(parent)
        path = posixpath.normpath("/" + posixpath.join(here, link)).strip("/")
    raise InvalidParameter(f"cannot copy to /{path}: too many links")


def _real_path(folder: int) -> str:
    return str(Path(os.fsdecode(fd_path(folder))).readlink())


def _kind(root: int, path: str) -> int | None:
    """O_DIRECTORY for a folder, 0 for anything else, None for nothing."""
    try:
        os.close(open_in_root(root, path or ".", os.O_PATH | os.O_DIRECTORY))
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP):
            return 0
        raise
    return os.O_DIRECTORY


def _make_missing(root: int, path: str, owner: tuple[int, int]) -> None:
    """The folders of a path that are not there; dangling links lead to new ones."""
    try:
        os.close(mkdirs_in_root(root, path, owner=owner[0], group=owner[1]))
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP):
            raise InvalidParameter(f"cannot copy to non-directory: /{path}") from error
        raise


def is_archive(source: Source) -> bool:
    """Whether a file is a tar, compressed or not."""
    if source.content is not None or source.remote or is_folder(source):
        return False
    try:
        with Decompressed(_opened(source), digest=False) as stream:
            return TarReader(stream.chunk).next() is not None
    except InvalidParameter:
        return False


def _unpack(root: int, plan: Plan, source: Source) -> None:
    place = plan.target.strip("/")
    _make_missing(root, place, (0, 0))
    options = ApplyOptions(whiteouts=Whiteouts.ORDINARY)
    folder = open_in_root(root, place or ".", _FOLDER)
    try:
        with Decompressed(_opened(source), digest=False) as stream:
            apply(TarReader(stream.chunk), folder, options)
    finally:
        os.close(folder)


def _opened(source: Source) -> BinaryIO:
    handle = open_in_root(source.root, source.path, os.O_PATH)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise InvalidParameter(f"{source.path} is not a regular file")
        return Path(os.fsdecode(fd_path(handle))).open("rb")
    finally:
        os.close(handle)
