"""The files of one container or one volume: whole trees as archives, and single files.

The calls for single files are Davit's own: another engine answers NotFound, "page not found".
"""

from __future__ import annotations

import base64
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Mapping,
)
from contextlib import asynccontextmanager

from davit_desktop.client import files, transport
from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.client.files import FileListing, Written
from davit_desktop.client.types import PathStat, decode
from davit_desktop.translation import tr

_INQUIRY = 60.0  # seconds of silence before a plain question is given up


class FileTree:
    """Made by `EngineClient.files_of_container` and `files_of_volume`. Paths begin at its top."""

    def __init__(
        self,
        sender: transport.Transport,
        versioned: Callable[[str], Awaitable[str]],
        *,
        files: str,
        archive: str,
    ) -> None:
        """`files` and `archive` are the paths of the calls, to which `versioned` puts a version."""
        self._transport = sender
        self._versioned = versioned
        self._files = files
        self._archive = archive

    # Archives

    async def stat(self, path: str) -> PathStat:
        """Raises NotFound when the container or volume, or the path, does not exist."""
        answer = await self._transport.request(
            "HEAD", await self._at(self._archive, path=path), timeout=_INQUIRY
        )
        return _path_stat(answer.headers)

    @asynccontextmanager
    async def archive(self, path: str) -> AsyncIterator[tuple[PathStat, AsyncGenerator[bytes]]]:
        """What `path` is, and a tar of it."""
        where = await self._at(self._archive, path=path)
        async with self._transport.stream("GET", where) as reply:
            yield _path_stat(reply.headers), reply.chunks()

    async def unpack(
        self,
        path: str,
        content: bytes | AsyncIterable[bytes],
        no_overwrite_dir_non_dir: bool = False,
        copy_uid_gid: bool = False,
    ) -> None:
        """Unpacks a tar into the directory `path`."""
        where = await self._at(
            self._archive,
            path=path,
            noOverwriteDirNonDir=no_overwrite_dir_non_dir,
            copyUIDGID=copy_uid_gid,
        )
        headers = {"Content-Type": "application/x-tar"}
        await self._transport.request("PUT", where, headers=headers, content=content)

    # Single files

    async def entries(self, path: str, after: str = "", limit: int = 1000) -> FileListing:
        """Names of a folder behind `after`, running or not."""
        where = await self._at(self._files, path=path, after=after, limit=limit)
        answer = await self._transport.request("GET", where, timeout=_INQUIRY)
        return decode(answer.body, FileListing)

    async def write(
        self,
        path: str,
        content: bytes,
        *,
        size: int | None = None,
        mtime_ns: int | None = None,
    ) -> Written:
        """Replace the content of a regular file of at most 1 MiB, which keeps owner and mode.

        Raises Conflict when it is not of this size and time any more.
        """
        where = await self._at(self._files, path=path, mtime=mtime_ns)
        if size is not None:
            where += f"&size={size}"
        answer = await self._transport.request("PUT", where, content=content)
        return decode(answer.body, Written)

    async def rename(self, path: str, name: str) -> None:
        """A new name in the same folder. Raises Conflict when it is taken."""
        where = await self._at(self._files, path=path, name=name)
        await self._transport.request("POST", where)

    async def delete(self, path: str) -> None:
        """A file, or a folder with all it holds. Raises Conflict for what is mounted."""
        await self._transport.request("DELETE", await self._at(self._files, path=path))

    async def _at(self, call: str, **values: object) -> str:
        return await self._versioned(f"{call}?{files.query(**values)}")


def _path_stat(headers: Mapping[str, str]) -> PathStat:
    try:
        raw = base64.b64decode(headers.get("X-Docker-Container-Path-Stat", ""), validate=True)
    except ValueError as error:
        raise UnexpectedAnswer(tr("The engine did not say what the path is.")) from error
    return decode(raw, PathStat)
