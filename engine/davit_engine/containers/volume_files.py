"""Files of a volume, whether a container uses it or none."""

import contextlib
import functools
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Final

from davit_engine.archive.apply import Options, Whiteouts
from davit_engine.containers import browsing
from davit_engine.containers.places import PathStat, Place
from davit_engine.containers.rootfs import Root
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.blocking import finished
from davit_engine.volumes import Volumes

_LONGEST: Final = 64
"""Letters of a volume's name that an error tells."""


class VolumeFiles:
    """Paths begin at the volume's own top. Every call raises NotFound for what is not there."""

    def __init__(self, volumes: Volumes) -> None:
        self._volumes = volumes

    async def entries(self, name: str, path: str, *, after: bytes, limit: int) -> browsing.Listing:
        """The names of a folder. Raises InvalidParameter for what is no folder."""
        async with self._place(name, path) as place:
            with place.told():
                return await finished(
                    None,
                    functools.partial(
                        browsing.listing,
                        place.root,
                        path,
                        None,
                        after=after,
                        limit=limit,
                        prefix="",
                        ids=None,
                    ),
                )

    async def write(
        self, name: str, path: str, content: bytes, *, size: int | None, mtime_ns: int | None
    ) -> int:
        """Replace a regular file's content; see `browsing.write`. Raises Conflict."""
        async with self._place(name, path) as place:
            with place.told():
                return await finished(
                    None,
                    functools.partial(
                        browsing.write, place.root, path, content, size=size, mtime_ns=mtime_ns
                    ),
                )

    async def rename(self, name: str, path: str, new: bytes) -> None:
        """Rename within the folder. Raises AlreadyExists, Conflict."""
        async with self._place(name, path) as place:
            with place.told():
                await finished(None, browsing.rename, place.root, path, new)

    async def remove(self, name: str, path: str) -> None:
        """Delete a file, or a folder with all it holds. Raises Conflict."""
        async with self._place(name, path) as place:
            with place.told():
                await finished(None, browsing.remove, place.root, path, "self")

    async def stat(self, name: str, path: str) -> PathStat:
        async with self._place(name, path) as place:
            return await place.stat()

    async def get(self, name: str, path: str) -> AsyncGenerator[bytes]:
        """A tar of the path, with owners, modes, times and links; "/" is the whole volume."""
        async with (
            self._place(name, path, copying=True) as place,
            contextlib.aclosing(place.packed()) as pieces,
        ):
            async for piece in pieces:
                yield piece

    async def put(
        self, name: str, path: str, stream: AsyncIterator[bytes], *, no_overwrite: bool
    ) -> None:
        """Unpack a tar (plain or compressed) into an existing folder, with its owners.

        What was unpacked before a failure stays. Raises InvalidParameter naming the entry.
        """
        options = Options(whiteouts=Whiteouts.ORDINARY, keep_kinds=no_overwrite)
        async with self._place(name, path, copying=True) as place:
            await place.unpack(stream, options)

    @contextlib.asynccontextmanager
    async def _place(self, name: str, path: str, *, copying: bool = False) -> AsyncIterator[Place]:
        if "\0" in path:
            raise InvalidParameter("a NUL character is not allowed in a path")
        async with self._volumes.opened(name, copying=copying) as folder:
            with Root(folder) as root:
                yield Place(f"volume {name[:_LONGEST]}", path, root, path)
