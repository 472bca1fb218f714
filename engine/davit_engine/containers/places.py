"""A path below a root that somebody else controls: what is told of it, a tar out of it or into it.

Every path is resolved below the root by the kernel, so no link leads out of it.
"""

import asyncio
import contextlib
import errno
import fcntl
import os
import posixpath
import stat
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.archive import pack
from davit_engine.archive.apply import Options, apply
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Limits
from davit_engine.archive.tar import TarReader
from davit_engine.containers.rootfs import Root
from davit_engine.errors import Conflict, InvalidParameter, NotFound
from davit_engine.id_ranges import IdRange
from davit_engine.kernel.blocking import finished

PIPE_SIZE: Final = 1 << 20
"""Bytes between the connection and the disk (fcntl(2), F_SETPIPE_SZ)."""

_GO_BITS: Final = (
    (stat.S_ISUID, 1 << 23),
    (stat.S_ISGID, 1 << 22),
    (stat.S_ISVTX, 1 << 20),
)
_GO_KINDS: Final = {
    stat.S_IFDIR: 1 << 31,
    stat.S_IFLNK: 1 << 27,
    stat.S_IFBLK: 1 << 26,
    stat.S_IFIFO: 1 << 25,
    stat.S_IFSOCK: 1 << 24,
    stat.S_IFCHR: 1 << 26 | 1 << 21,
}


class PathStat(msgspec.Struct, frozen=True, kw_only=True):
    """One path, as Docker's clients are told of it."""

    name: str
    size: int
    mode: int
    """Bits of Go's os.FileMode."""
    mtime_ns: int
    link_target: str


class Place:
    """A path to work on: the root it lies in, and its spelling there."""

    def __init__(
        self,
        whose: str,
        asked: str,
        root: Root,
        path: str,
        ids: IdRange | None = None,
        process: int | str = "self",
    ) -> None:
        """`whose` ("container web") and `asked` are for what is said of it.

        `ids` are the container's own where the root shows owners as they are outside.
        """
        self._whose = whose
        self._asked = asked
        self.root = root
        self.path = path
        self.ids = ids
        self.process = process
        """One that sees the root's mounts."""
        self.prefix = ""
        """Where the root stands in the container: at the top, or where a volume is mounted."""
        self.image: Path | None = None
        """The container's own root, when `root` is a volume's."""

    @contextlib.contextmanager
    def names(self) -> Iterator[Root]:
        """The root that holds the container's own /etc/passwd."""
        if self.image is None:
            yield self.root
        else:
            with Root(self.image) as root:
                yield root

    @contextlib.asynccontextmanager
    async def last(self) -> AsyncIterator[tuple[int, str]]:
        """A descriptor of the folder and the name of the last component, which is not followed."""
        path = self.path
        folder, name = posixpath.split(path.rstrip("/"))
        if path.endswith(("/", "/.")) or name in ("", ".", ".."):
            folder, name = path, "."
        try:
            with self.root.open(folder or "/", os.O_PATH | os.O_DIRECTORY) as parent:
                os.stat(name, dir_fd=parent, follow_symlinks=False)
                yield parent, name
        except (FileNotFoundError, NotADirectoryError) as error:
            raise self.missing() from error

    async def stat(self) -> PathStat:
        """What is there. Raises NotFound."""
        async with self.last() as (parent, name):
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            target = ""
            if stat.S_ISLNK(status.st_mode):
                link = os.readlink(name, dir_fd=parent)
                folder = posixpath.dirname(self._asked) or "/"
                target = posixpath.normpath(posixpath.join(folder, link))
            return PathStat(
                name=posixpath.basename(posixpath.normpath(self._asked)) or "/",
                size=status.st_size,
                mode=_go_mode(status.st_mode),
                mtime_ns=status.st_mtime_ns,
                link_target=target,
            )

    async def packed(self) -> AsyncGenerator[bytes]:
        """A tar of it; a folder with all it holds. Raises NotFound before the first byte."""
        # Clients put their own name in the place of the asked one: "." as well, but not "/".
        prefix = os.fsencode(posixpath.basename(self._asked.rstrip("/")))
        async with self.last() as (parent, name):
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                folder = os.open(
                    name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent
                )
                try:
                    whole = pack.joined(pack.pack_folder(folder, prefix, self.ids))
                    async with contextlib.aclosing(in_thread(whole)) as pieces:
                        async for piece in pieces:
                            yield piece
                finally:
                    os.close(folder)
            else:
                one = pack.joined(pack.pack_one(parent, os.fsencode(name), prefix, self.ids))
                async with contextlib.aclosing(in_thread(one)) as pieces:
                    async for piece in pieces:
                        yield piece

    async def unpack(self, stream: AsyncIterator[bytes], options: Options) -> None:
        """Apply a tar to the folder. Raises NotFound, InvalidParameter naming the entry."""
        try:
            with self.root.open(self.path, os.O_RDONLY | os.O_DIRECTORY) as folder:
                await unpack(stream, folder, options)
        except NotADirectoryError as error:
            raise InvalidParameter("extraction point is not a directory") from error
        except FileNotFoundError as error:
            raise self.missing() from error

    def missing(self) -> NotFound:
        return NotFound(f"Could not find the file {self._shown} in {self._whose}")

    @property
    def _shown(self) -> str:
        return os.fsencode(self._asked).decode(errors="replace")

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """What the kernel refuses, in words."""
        try:
            yield
        except FileNotFoundError as error:
            raise self.missing() from error
        except NotADirectoryError as error:
            raise InvalidParameter(f"{self._shown} is not a folder") from error
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENAMETOOLONG, errno.EXDEV, errno.EINVAL):
                raise InvalidParameter(f"{self._shown}: {error.strerror}") from error
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise Conflict(f"{self._shown}: {error.strerror}") from error


def _go_mode(mode: int) -> int:
    bits = mode & 0o777 | _GO_KINDS.get(stat.S_IFMT(mode), 0)
    for ours, theirs in _GO_BITS:
        if mode & ours:
            bits |= theirs
    return bits


async def in_thread(pieces: Generator[bytes, None, None]) -> AsyncGenerator[bytes]:
    """Iterate over a generator that blocks, a step at a time in a thread."""
    try:
        while (piece := await finished(None, next, pieces, b"")) != b"":
            yield piece
    finally:
        pieces.close()


async def unpack(
    stream: AsyncIterator[bytes], folder: int, options: Options, limits: Limits | None = None
) -> None:
    """Apply an archive that arrives in pieces; the disk works in a thread of its own."""
    reading, writing = os.pipe2(os.O_CLOEXEC)
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
    work = asyncio.create_task(asyncio.to_thread(_apply, reading, folder, options, limits))
    try:
        try:
            async for chunk in stream:
                if work.done() or not await asyncio.to_thread(_write_all, writing, chunk):
                    break
        finally:
            os.close(writing)
    finally:
        # Without a reader's end of file the thread would wait for ever; with it, it ends soon.
        await work


def _write_all(descriptor: int, data: bytes) -> bool:
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(descriptor, view) :]
        except BrokenPipeError:
            return False
    return True


def _apply(reading: int, folder: int, options: Options, limits: Limits | None) -> None:
    with Decompressed(os.fdopen(reading, "rb"), limits=limits, digest=False) as stream:
        apply(TarReader(stream.chunk, limits), folder, options)
