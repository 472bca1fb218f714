"""Whole volumes between the engine, archives on this computer and other volumes; no Qt.

What is made here is there whole or not at all: an archive is written beside its place first, and a
new volume is deleted again when it could not be filled. Only an import into a volume that was there
before leaves what it had unpacked.
"""

import asyncio
import secrets
import tarfile
import threading
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path, PurePosixPath

import msgspec

from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError, NotFound, TransferFailed
from davit_desktop.client.files import readable
from davit_desktop.state.volumes import User, zipped
from davit_desktop.translation import tr

Progress = Callable[[int], None]
"""Bytes of the archive so far."""

_CHUNK = 1 << 20
_GZIP = 16 + zlib.MAX_WBITS
_MOST_TOPS = 2000


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds. `tops` are names at its top, not more than are worth comparing."""

    entries: int = 0
    size: int = 0
    tops: tuple[str, ...] = ()


async def supported(client: EngineClient) -> bool:
    """Whether this engine lets look into volumes; other engines than Davit's do not."""
    try:
        await client.files_of_volume("davit..probe").entries("/", limit=1)
    except NotFound as error:
        return "page not found" not in error.message
    except ClientError:
        return False
    return True


async def export(client: EngineClient, name: str, target: Path, progress: Progress) -> None:
    """A volume as an archive, compressed when the file's name says so. Raises ClientError."""
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    press = zlib.compressobj(6, zlib.DEFLATED, _GZIP) if zipped(target.name) else None
    read = 0
    try:
        with await asyncio.to_thread(part.open, "xb") as file:
            async with (
                client.files_of_volume(name).archive("/") as (_, chunks),
                aclosing(chunks),
                aclosing(_gathered(chunks)) as blocks,
            ):
                async for block in blocks:
                    data = block
                    if press is not None:
                        data = await asyncio.to_thread(press.compress, block)
                    await asyncio.to_thread(file.write, data)
                    read += len(block)
                    progress(read)
            if press is not None:
                await asyncio.to_thread(file.write, press.flush())
        await asyncio.to_thread(part.replace, target)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


async def look(file: Path) -> Contents:
    """Read an archive through without unpacking it. Raises TransferFailed for what is none."""
    leave = threading.Event()
    try:
        return await asyncio.to_thread(_look, file, leave)
    except asyncio.CancelledError:
        leave.set()
        raise
    except (tarfile.TarError, EOFError, zlib.error) as error:
        words = tr("{file} is not a whole tar archive: {reason}")
        raise TransferFailed(words.format(file=file.name, reason=error)) from error
    except OSError as error:
        raise _failed(file, error) from error


async def length(file: Path) -> int:
    """The bytes of a file. Raises TransferFailed."""
    try:
        return (await asyncio.to_thread(file.stat)).st_size
    except OSError as error:
        raise _failed(file, error) from error


async def replaced(client: EngineClient, name: str, tops: Iterable[str]) -> list[str]:
    """Which of these names the volume has at its top already. Raises ClientError."""
    wanted = set(tops)
    listing = await client.files_of_volume(name).entries("/", limit=5000)
    return sorted(entry.name for entry in listing.entries if entry.name in wanted)


async def fill(client: EngineClient, name: str, source: Path, progress: Progress) -> None:
    """Unpack an archive of this computer into a volume. Raises ClientError."""
    async with aclosing(_read(source, progress)) as content:
        await client.files_of_volume(name).unpack("/", content)


async def copy(client: EngineClient, source: str, target: str, progress: Progress) -> None:
    """The files of one volume into another, with owners, modes and links. Raises ClientError."""

    async def counted(chunks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        done = 0
        async for chunk in chunks:
            yield chunk
            done += len(chunk)
            progress(done)

    async with (
        client.files_of_volume(source).archive("/") as (_, chunks),
        aclosing(chunks),
        aclosing(counted(chunks)) as content,
    ):
        await client.files_of_volume(target).unpack("/", content)


async def empty(client: EngineClient, name: str) -> None:
    """Delete every file of a volume, which stays. Raises ClientError, some files being gone."""
    tree = client.files_of_volume(name)
    while entries := (await tree.entries("/")).entries:
        for entry in entries:
            with suppress(NotFound):  # which a container has just deleted
                await tree.delete(f"/{entry.exact_name}")


@asynccontextmanager
async def fresh(
    client: EngineClient, name: str, labels: Mapping[str, str] | None = None
) -> AsyncIterator[None]:
    """A new volume, which goes again when the block does not end well. Raises ClientError."""
    with suppress(NotFound):
        await client.inspect_volume(name)
        raise TransferFailed(tr("There is a volume {name} already").format(name=name))
    await client.create_volume(name, labels=labels)
    try:
        yield
    except BaseException:
        with suppress(ClientError):
            await asyncio.shield(_remove(client, name))
        raise


@asynccontextmanager
async def paused(client: EngineClient, users: Sequence[User]) -> AsyncIterator[None]:
    """These containers stand still as long as this is open. Raises ClientError."""
    still: list[str] = []
    try:
        for user in users:
            await client.pause(user.id)
            still.append(user.id)
        yield
    finally:
        if still:
            await asyncio.shield(_resume(client, still))


async def _remove(client: EngineClient, name: str) -> None:
    """The engine may still be at work with what was called off."""
    for pause in (0.1, 0.4, 1.5, 3.0, 0.0):
        try:
            await client.remove_volume(name)
        except ClientError:
            if not pause:
                raise
            await asyncio.sleep(pause)
        else:
            return


async def _resume(client: EngineClient, ids: Sequence[str]) -> None:
    for id in ids:
        with suppress(ClientError):  # it was resumed, or ended, by somebody else
            await client.unpause(id)


async def _gathered(chunks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    held = bytearray()
    async for chunk in chunks:
        held += chunk
        if len(held) >= _CHUNK:
            yield bytes(held)
            held.clear()
    yield bytes(held)


async def _read(source: Path, progress: Progress) -> AsyncGenerator[bytes]:
    done = 0
    try:
        with await asyncio.to_thread(source.open, "rb") as file:
            while block := await asyncio.to_thread(file.read, _CHUNK):
                yield block
                done += len(block)
                progress(done)
    except OSError as error:
        raise _failed(source, error) from error


def _look(file: Path, leave: threading.Event) -> Contents:
    entries = size = 0
    tops: dict[str, None] = {}
    with tarfile.open(file, mode="r|*") as archive:
        for member in archive:
            archive.members.clear()  # type: ignore[attr-defined]  # a million would fill memory
            if leave.is_set():
                break
            steps = [step for step in PurePosixPath(member.name).parts if step not in ("/", ".")]
            if not steps:
                continue
            entries += 1
            size += member.size if member.isreg() else 0
            if len(tops) < _MOST_TOPS:
                tops[readable(steps[0])] = None
    return Contents(entries=entries, size=size, tops=tuple(tops))


def _failed(path: Path, error: OSError) -> TransferFailed:
    return TransferFailed(f"{path}: {error.strerror or error}")
