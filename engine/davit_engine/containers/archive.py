"""Copy files into and out of a container, running or not.

A running container is seen through its own root, so its mounts are seen as well; a stopped one is
mounted for the while, and a path inside one of its volumes is looked up in that volume. Every path
is resolved below the root by the kernel, so no link leads out of it.
"""

import contextlib
import functools
import os
import posixpath
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from davit_engine.archive import pack
from davit_engine.archive.apply import Options, Whiteouts
from davit_engine.containers import browsing, lifecycle, users
from davit_engine.containers.model import Container
from davit_engine.containers.places import PathStat, Place, in_thread
from davit_engine.containers.records import Records
from davit_engine.containers.rootfs import Root
from davit_engine.errors import Forbidden, InvalidParameter
from davit_engine.folders import Folders
from davit_engine.kernel.blocking import finished
from davit_engine.snapshots.snapshotter import Snapshotter


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
        async with self._place(container, path) as place:
            return await place.stat()

    async def get(self, container: Container, path: str) -> AsyncIterator[bytes]:
        """A tar of the path; a folder with all it holds. Raises NotFound before the first byte."""
        async with (
            self._place(container, path) as place,
            contextlib.aclosing(place.packed()) as pieces,
        ):
            async for piece in pieces:
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
            owner = _owner(container, place.root) if as_user else None
            options = Options(
                whiteouts=Whiteouts.ORDINARY,
                keep_kinds=no_overwrite,
                owners=owner is None,
                owner=owner or (0, 0),
                ids=place.ids,
            )
            await place.unpack(stream, options)

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
            with place.told(), place.names() as names:
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
            with place.told():
                await finished(None, browsing.remove, place.root, place.path, place.process)

    async def rename(self, container: Container, path: str, new: bytes) -> None:
        """Rename within the folder. Raises NotFound, AlreadyExists, Conflict, Forbidden."""
        async with self._place(container, path) as place:
            _check_writable(container, path)
            with place.told():
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
            with place.told():
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
    ) -> AsyncIterator[Place]:
        if "\0" in path:
            raise InvalidParameter("a NUL character is not allowed in a path")
        whose = f"container {container.name}"
        live = _live_root(container) if mounts else None
        if live is not None:
            assert container.state.process is not None
            with live as root:
                process = container.state.process.pid
                yield Place(whose, path, root, path, container.ids, process)
            return
        async with self._records.lock(container.id):
            was_mounted = lifecycle.alive(self._records.get(container.id))
            folder = await self._snapshotter.mount(container.id, container.layers)
            try:
                inside = await self._inside_volume(container, path) if mounts else None
                with Root(inside[0] if inside else folder) as root:
                    ids = container.ids if was_mounted and not inside else None
                    place = Place(whose, path, root, inside[1] if inside else path, ids)
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
