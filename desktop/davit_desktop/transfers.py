"""Files between this computer and a container or volume, as archives that stream; no Qt.

Neither side is trusted with the other: what a container hands out is unpacked as `archives` does,
beside its place and put there whole; what goes in belongs to root, as with `docker cp`.
"""

import asyncio
import io
import os
import re
import secrets
import shutil
import tarfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from davit_desktop.archives import UnpackError, unpack
from davit_desktop.client.errors import TransferFailed, UnexpectedAnswer
from davit_desktop.client.file_tree import FileTree
from davit_desktop.client.files import raw
from davit_desktop.translation import tr

Progress = Callable[[int, int], None]
"""Bytes so far, and of how many; 0 when nobody knows."""

_CHUNK = 256 * 1024
_HEADERS = 64 * 1024  # bytes before the content of the first member, its long names included


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The beginning of a file; `size` is all of it."""

    data: bytes
    size: int
    mtime_ns: int | None = None

    @property
    def whole(self) -> bool:
        return len(self.data) == self.size


async def read_file(tree: FileTree, path: str, limit: int) -> Content:
    """At most the first `limit` bytes of a regular file. Raises ClientError."""
    begun = bytearray()
    async with tree.archive(path) as (stat, chunks):
        async for chunk in chunks:
            begun += chunk
            if len(begun) >= limit + _HEADERS:
                break
    try:
        with tarfile.open(fileobj=io.BytesIO(begun), mode="r:") as archive:
            member = archive.next()
    except tarfile.TarError as error:
        raise UnexpectedAnswer(
            tr("The engine's archive could not be read: {error}").format(error=error)
        ) from error
    if member is None or not member.isreg():
        raise TransferFailed(tr("It is not a regular file"))
    data = bytes(begun[member.offset_data : member.offset_data + min(member.size, limit)])
    return Content(data=data, size=member.size, mtime_ns=_nanoseconds(stat.mtime))


async def download(tree: FileTree, path: str, target: Path, progress: Progress) -> None:
    """A file, or a folder with all it holds, as `target`, whole or not at all.

    A file that is there is replaced. Raises ClientError.
    """
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        await asyncio.to_thread(part.mkdir, mode=0o700)
        async with tree.archive(path) as (stat, chunks):
            total = 0 if stat.is_dir else stat.size
            await _unpacked(chunks, part, stat.name, target.name, total, progress)
        await asyncio.to_thread(_put_in_place, part / target.name, target)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        await asyncio.to_thread(shutil.rmtree, part, ignore_errors=True)


async def download_tar(tree: FileTree, path: str, target: Path, progress: Progress) -> None:
    """What is there as one archive, with owners, modes and devices. Raises ClientError."""
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            async with tree.archive(path) as (_, chunks):
                async for chunk in chunks:
                    await asyncio.to_thread(file.write, chunk)
                    progress(file.tell(), 0)
        part.replace(target)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


async def upload(tree: FileTree, folder: str, origins: Sequence[Path], progress: Progress) -> None:
    """Files and folders of this computer into a folder of the other side. Raises ClientError."""
    total = await asyncio.to_thread(_size, origins)
    async with aclosing(_packed(origins, total, progress)) as content:
        await tree.unpack(folder, content)


async def make(tree: FileTree, folder: str, name: str, *, is_folder: bool) -> None:
    """A new empty file or folder of root's. Raises ClientError."""
    info = tarfile.TarInfo(raw(name).decode("utf-8", "surrogateescape"))
    info.type = tarfile.DIRTYPE if is_folder else tarfile.REGTYPE
    info.mode = 0o755 if is_folder else 0o644
    info.mtime = int(time.time())
    archive = info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape") + bytes(1024)
    await tree.unpack(folder, archive, no_overwrite_dir_non_dir=True)


def free_name(folder: Path, name: str) -> Path:
    """A path in the folder that nothing has yet: name, name (2), name (3) …"""
    target = folder / name
    number = 1
    while target.exists() or target.is_symlink():
        number += 1
        target = folder / f"{name} ({number})"
    return target


def local_name(name: str) -> str:
    """A name of a container as one that this computer takes."""
    kept = "".join("_" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in name)
    return kept.strip(" .")[:150] or "download"


async def _unpacked(
    chunks: AsyncGenerator[bytes],
    folder: Path,
    root: str,
    name: str,
    total: int,
    progress: Progress,
) -> None:
    reading, writing = os.pipe()
    source, sink = os.fdopen(reading, "rb"), os.fdopen(writing, "wb", buffering=0)
    work = asyncio.create_task(asyncio.to_thread(_unpack, source, folder, root, name))
    done = 0
    try:
        async for chunk in chunks:
            try:
                await asyncio.to_thread(_write_all, sink, chunk)
            except OSError:
                break  # the thread has given up; it tells why
            done += len(chunk)
            progress(min(done, total) if total else done, total)
    finally:
        with suppress(OSError):
            sink.close()
        await asyncio.wait([work])
    try:
        work.result()
    except UnpackError as error:
        raise TransferFailed(f"{str(error)[:1].upper()}{str(error)[1:]}") from error


def _unpack(source: IO[bytes], folder: Path, root: str, name: str) -> None:
    with source:
        unpack(source, folder, root, name)
        while source.read(_CHUNK):
            pass


def _write_all(sink: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[sink.write(view) :]


def _put_in_place(part: Path, target: Path) -> None:
    if not part.exists() and not part.is_symlink():
        part.mkdir()  # an empty folder has no members that would make it
    part.replace(target)


async def _packed(
    origins: Sequence[Path], total: int, progress: Progress
) -> AsyncGenerator[bytes, None]:
    reading, writing = os.pipe()
    source, sink = os.fdopen(reading, "rb", buffering=0), os.fdopen(writing, "wb")
    work = asyncio.create_task(asyncio.to_thread(_pack, sink, origins))
    done = 0
    try:
        while chunk := await asyncio.to_thread(source.read, _CHUNK):
            yield chunk
            done += len(chunk)
            progress(min(done, total), total)
        try:
            await work
        except OSError as error:
            raise _failed(Path(str(error.filename or origins[0])), error) from error
    finally:
        source.close()
        await asyncio.wait([work])
        if not work.cancelled():
            work.exception()


def _pack(sink: IO[bytes], origins: Sequence[Path]) -> None:
    def of_root(info: tarfile.TarInfo) -> tarfile.TarInfo | None:
        if not (info.isfile() or info.isdir() or info.issym() or info.islnk()):
            return None
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        return info

    with sink, tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for origin in origins:
            archive.add(origin, arcname=origin.name, filter=of_root)


def _size(origins: Sequence[Path]) -> int:
    total = 0
    for origin in origins:
        if origin.is_dir() and not origin.is_symlink():
            for folder, _, names in os.walk(origin):
                for name in names:
                    with suppress(OSError):
                        total += (Path(folder) / name).lstat().st_size
        else:
            with suppress(OSError):
                total += origin.lstat().st_size
    return total


def _failed(path: Path, error: OSError) -> TransferFailed:
    return TransferFailed(f"{path}: {error.strerror or error}")


def _nanoseconds(stamp: str) -> int | None:
    """A time of RFC 3339 to the last digit, which datetime would round."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-].+)", stamp)
    if not found:
        return None
    try:
        seconds = datetime.fromisoformat(found[1] + found[3].replace("Z", "+00:00")).timestamp()
    except ValueError:
        return None
    return int(seconds) * 10**9 + int((found[2] or "").ljust(9, "0"))
