"""Copy files into and out of a container, running or not.

A running container is seen through its own root, so its mounts are seen as well; a stopped one is
mounted for the while, and a path inside one of its volumes is looked up in that volume. Every path
is resolved below the root by the kernel, so no link leads out of it.
"""

import asyncio
import contextlib
import errno
import fcntl
import functools
import os
import posixpath
import stat
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.archive import pack
from davit_engine.archive.apply import Options, Whiteouts, apply
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.tar import TarReader
from davit_engine.containers import browsing, lifecycle, users
from davit_engine.containers.model import Container
from davit_engine.containers.records import Records
from davit_engine.containers.rootfs import Root
from davit_engine.errors import Conflict, Forbidden, InvalidParameter, NotFound
from davit_engine.folders import Folders
from davit_engine.id_ranges import IdRange
from davit_engine.kernel.blocking import finished
from davit_engine.snapshots.snapshotter import Snapshotter

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
    """One path inside a container."""

    name: str
    size: int
    mode: int
    """Bits of Go's os.FileMode."""
    mtime_ns: int
    link_target: str


class Archives:
    """Archives of containers' files."""

    def __init__(
        self,
        records: Records,
        snapshotter: Snapshotter,
        volume: Callable[[str], Path],
        folders: Folders,
    ) -> None:
        self._records = records
        self._snapshotter = snapshotter
        self._volume = volume
        self._folders = folders

    async def stat(self, container: Container, path: str) -> PathStat:
        """Raises NotFound."""
        async with self._place(container, path) as place, place.last() as (parent, name):
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            target = ""
            if stat.S_ISLNK(status.st_mode):
                link = os.readlink(name, dir_fd=parent)
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path) or "/", link))
            return PathStat(
                name=posixpath.basename(posixpath.normpath(path)) or "/",
                size=status.st_size,
                mode=_go_mode(status.st_mode),
                mtime_ns=status.st_mtime_ns,
                link_target=target,
            )

    async def get(self, container: Container, path: str) -> AsyncIterator[bytes]:
        """A tar of the path; a folder with all it holds. Raises NotFound before the first byte."""
        # Clients put their own name in the place of the asked one: "." as well, but not "/".
        prefix = os.fsencode(posixpath.basename(path.rstrip("/")))
        async with self._place(container, path) as place, place.last() as (parent, name):
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                folder = os.open(
                    name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent
                )
                try:
                    async for piece in in_thread(
                        pack.joined(pack.pack_folder(folder, prefix, place.ids))
                    ):
                        yield piece
                finally:
                    os.close(folder)
            else:
                pieces = pack.joined(pack.pack_one(parent, os.fsencode(name), prefix, place.ids))
                async for piece in in_thread(pieces):
                    yield piece

    async def put(
        self,
        container: Container,
        path: str,
        stream: AsyncIterator[bytes],
        *,
        no_overwrite: bool,
        as_user: bool,
    ) -> None:
        """Unpack a tar (plain or compressed) into an existing folder.

        With `as_user` everything belongs to the container's own user, whatever the tar says.
        Raises NotFound, InvalidParameter naming the entry, Forbidden for a read-only root.
        """
        async with self._place(container, path) as place:
            _check_writable(container, path)
            try:
                with place.root.open(place.path, os.O_RDONLY | os.O_DIRECTORY) as folder:
                    owner = _owner(container, place.root) if as_user else None
                    options = Options(
                        whiteouts=Whiteouts.ORDINARY,
                        keep_kinds=no_overwrite,
                        owners=owner is None,
                        owner=owner or (0, 0),
                        ids=place.ids,
                    )
                    await _unpack(stream, folder, options)
            except NotADirectoryError as error:
                raise InvalidParameter("extraction point is not a directory") from error
            except FileNotFoundError as error:
                raise _missing(container, path) from error

    async def export(self, container: Container) -> AsyncIterator[bytes]:
        """The whole root file system as a tar, without what is mounted into it."""
        async with self._place(container, "/", mounts=False) as place:
            with place.root.open("/", os.O_RDONLY | os.O_DIRECTORY) as folder:
                async for piece in in_thread(pack.joined(pack.pack_folder(folder, b"", place.ids))):
                    yield piece

    async def entries(
        self, container: Container, path: str, *, after: bytes, limit: int
    ) -> browsing.Listing:
        """The names of a folder. Raises NotFound, InvalidParameter for what is no folder."""
        async with self._place(container, path) as place:
            prefix = place.prefix
            with _told(container, path), place.names() as names:
                return await finished(
                    None,
                    functools.partial(
                        browsing.listing,
                        place.root,
                        place.path,
                        names,
                        after=after,
                        limit=limit,
                        prefix=prefix,
                        ids=place.ids,
                    ),
                )

    async def remove(self, container: Container, path: str) -> None:
        """Delete a file, or a folder with all it holds. Raises NotFound, Conflict, Forbidden."""
        async with self._place(container, path) as place:
            _check_writable(container, path)
            with _told(container, path):
                await finished(None, browsing.remove, place.root, place.path, place.process)

    async def rename(self, container: Container, path: str, new: bytes) -> None:
        """Rename within the folder. Raises NotFound, AlreadyExists, Conflict, Forbidden."""
        async with self._place(container, path) as place:
            _check_writable(container, path)
            with _told(container, path):
                await finished(None, browsing.rename, place.root, place.path, new)

    async def write(
        self,
        container: Container,
        path: str,
        content: bytes,
        *,
        size: int | None,
        mtime_ns: int | None,
    ) -> int:
        """Replace a regular file's content; see `browsing.write`. Raises NotFound, Conflict."""
        async with self._place(container, path) as place:
            _check_writable(container, path)
            with _told(container, path):
                return await finished(
                    None,
                    functools.partial(
                        browsing.write,
                        place.root,
                        place.path,
                        content,
                        size=size,
                        mtime_ns=mtime_ns,
                    ),
                )

    @contextlib.asynccontextmanager
    async def _place(
        self, container: Container, path: str, *, mounts: bool = True
    ) -> AsyncIterator["_Place"]:
        if "\0" in path:
            raise InvalidParameter("a NUL character is not allowed in a path")
        live = _live_root(container) if mounts else None
        if live is not None:
            assert container.state.process is not None
            with live as root:
                yield _Place(
                    container, path, root, path, container.ids, container.state.process.pid
                )
            return
        async with self._records.lock(container.id):
            was_mounted = lifecycle.alive(self._records.get(container.id))
            folder = await self._snapshotter.mount(container.id, container.layers)
            try:
                inside = await self._inside_volume(container, path) if mounts else None
                with Root(inside[0] if inside else folder) as root:
                    ids = container.ids if was_mounted and not inside else None
                    place = _Place(container, path, root, inside[1] if inside else path, ids)
                    if inside:
                        place.prefix, place.image = inside[2], folder
                    yield place
            finally:
                if not was_mounted:
                    await self._snapshotter.unmount(container.id)

    async def _inside_volume(self, container: Container, path: str) -> tuple[Path, str, str] | None:
        """The mount of a stopped container that a path lies in, the path in it, its target."""
        clean = posixpath.normpath("/" + path.lstrip("/"))
        best = None
        for mount in container.mounts:
            below = clean == mount.target or clean.startswith(mount.target + "/")
            if (
                below
                and mount.type != "tmpfs"
                and (best is None or len(mount.target) > len(best.target))
            ):
                best = mount
        if best is None:
            return None
        if best.type == "bind":
            place = await self._folders.locate(best.source, read_only=not best.read_write)
            source = Path(place.path)
        else:
            source = self._volume(best.name)
        rest = clean.removeprefix(best.target) or "/"
        return source, rest + ("/." if path.endswith("/.") else ""), best.target


class _Place:
    """A path to work on: the root it lies in, and its spelling there."""

    def __init__(
        self,
        container: Container,
        asked: str,
        root: Root,
        path: str,
        ids: IdRange | None,
        process: int | str = "self",
    ) -> None:
        """`ids` are the container's own where the root shows owners as they are outside."""
        self._container = container
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
            raise _missing(self._container, self._asked) from error


def _live_root(container: Container) -> Root | None:
    """What the container's process sees; None when there is none, or not any more."""
    process = container.state.process
    if not lifecycle.alive(container) or process is None:
        return None
    try:
        return Root.of_process(process)
    except ProcessLookupError:
        return None


def _owner(container: Container, root: Root) -> tuple[int, int] | None:
    """The container's user; None when it is not set."""
    if not container.config.user:
        return None
    passwd, group = root.read_text("etc/passwd"), root.read_text("etc/group")
    who = users.resolve(container.config.user, (), passwd, group)
    return who.uid, who.gid


def _missing(container: Container, path: str) -> NotFound:
    shown = os.fsencode(path).decode(errors="replace")
    return NotFound(f"Could not find the file {shown} in container {container.name}")


@contextlib.contextmanager
def _told(container: Container, path: str) -> Iterator[None]:
    """What the kernel refuses, in words."""
    shown = os.fsencode(path).decode(errors="replace")
    try:
        yield
    except FileNotFoundError as error:
        raise _missing(container, path) from error
    except NotADirectoryError as error:
        raise InvalidParameter(f"{shown} is not a folder") from error
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENAMETOOLONG, errno.EXDEV, errno.EINVAL):
            raise InvalidParameter(f"{shown}: {error.strerror}") from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise Conflict(f"{shown}: {error.strerror}") from error


def _check_writable(container: Container, path: str) -> None:
    if container.host_config.readonly_rootfs and not _in_writable_mount(container, path):
        raise Forbidden("container rootfs is marked read-only")
    if _in_mount(container, path) and not _in_writable_mount(container, path):
        raise Forbidden("the mount at this path is marked read-only")


def _in_mount(container: Container, path: str) -> bool:
    clean = posixpath.normpath("/" + path.lstrip("/"))
    return any(clean == m.target or clean.startswith(m.target + "/") for m in container.mounts)


def _in_writable_mount(container: Container, path: str) -> bool:
    clean = posixpath.normpath("/" + path.lstrip("/"))
    return any(
        mount.read_write and (clean == mount.target or clean.startswith(mount.target + "/"))
        for mount in container.mounts
    )


def _go_mode(mode: int) -> int:
    bits = mode & 0o777 | _GO_KINDS.get(stat.S_IFMT(mode), 0)
    for ours, theirs in _GO_BITS:
        if mode & ours:
            bits |= theirs
    return bits


async def in_thread(pieces: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    """Iterate over a generator that blocks, a step at a time in a thread."""
    try:
        while (piece := await finished(None, next, pieces, b"")) != b"":
            yield piece
    finally:
        pieces.close()


async def _unpack(stream: AsyncIterator[bytes], folder: int, options: Options) -> None:
    """Apply an archive that arrives in pieces; the disk works in a thread of its own."""
    reading, writing = os.pipe2(os.O_CLOEXEC)
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE_SIZE)
    work = asyncio.create_task(asyncio.to_thread(_apply, reading, folder, options))
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


def _apply(reading: int, folder: int, options: Options) -> None:
    with Decompressed(os.fdopen(reading, "rb"), digest=False) as stream:
        apply(TarReader(stream.chunk), folder, options)
