"""Snapshots on overlayfs: one writable folder for each container, one mount above its layers.

    snapshots/<key>/snapshot.json        its chain
    snapshots/<key>/{upper,work,merged}  what overlayfs wants; `merged` is the mount point
    snapshots/<key>/mapped               there while it is being mounted with owners mapped
    snapshots/<key>.<random>.tmp         one that is being prepared
    snapshots/view-<random>              a chain alone, mounted for reading
    snapshots/.trash                     ones that are being deleted

How a layer is kept is the business of a `LayerForm`; everything else is here.
"""

import asyncio
import contextlib
import logging
import os
import re
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, TypeVarTuple
from weakref import WeakValueDictionary

import msgspec

from davit_engine.archive.entry import Limits
from davit_engine.config import Paths
from davit_engine.errors import AlreadyExists, InvalidParameter, NotFound, SystemFailure
from davit_engine.kernel.idmap import mapped_folders
from davit_engine.kernel.mounts import (
    MS_NODEV,
    MS_RDONLY,
    is_mounted,
    mount,
    mounts_below,
    unmount,
)
from davit_engine.kernel.overlayfs import mount_overlay
from davit_engine.snapshots import upper
from davit_engine.snapshots.layer import (
    MEDIA_TYPES,
    LayerForm,
    Layers,
    check_digest,
)
from davit_engine.snapshots.snapshotter import Chain, Change, LayerInfo, Usage, chain_ids
from davit_engine.snapshots.trash import Trash
from davit_engine.snapshots.unpacking import Unpacking

log = logging.getLogger(__name__)

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_KEY: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_-]{0,127}")
_VIEW: Final = "view-"
_UNPACKING: Final = 4
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class SnapshotRecord(msgspec.Struct, frozen=True, kw_only=True):
    """snapshots/<key>/snapshot.json: enough to mount it without the database."""

    chain: tuple[str, ...]


class OverlaySnapshotter:
    """Fulfils `Snapshotter` with layers of one form."""

    def __init__(
        self, paths: Paths, form: Callable[[Layers], LayerForm], limits: Limits | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._layers = Layers(paths.layers.resolve())
        self._form = form(self._layers)
        self.name = self._form.name
        self._folder = paths.snapshots.resolve()
        self._trash = Trash(self._folder / ".trash")
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        # Unpacking takes seconds, mounting a millisecond: neither may wait for the other's threads.
        self._slow = ThreadPoolExecutor(_UNPACKING, thread_name_prefix="unpack")
        self._quick = ThreadPoolExecutor(2, thread_name_prefix="mount")

    async def close(self) -> None:
        await asyncio.to_thread(self._close)

    async def recover(self) -> None:
        await self._run(self._slow, "recover the snapshots", self._recover)

    async def has(self, chain: Chain) -> bool:
        return not chain or self._layers.find(chain) is not None

    async def unpack(
        self,
        chain: Chain,
        open_blob: Callable[[], BinaryIO],
        media_type: str,
        progress: Callable[[int], None],
    ) -> LayerInfo:
        if not chain:
            raise InvalidParameter("a chain of no layers has nothing to unpack")
        for diff_id in chain:
            check_digest(diff_id)
        if media_type and media_type not in MEDIA_TYPES:
            raise InvalidParameter(f"layers of type {media_type[:100]!r} are not accepted")
        async with contextlib.AsyncExitStack() as stack:
            for name in dict.fromkeys((chain[-1], chain_ids(chain)[-1])):
                await stack.enter_async_context(self._lock(name))
            key = self._layers.find(chain)
            if key is not None:
                return self._layers.record(key).info
            run = Unpacking(open_blob, progress, self._limits)
            what = f"unpack layer {chain[-1]}"
            record = await self._run(
                self._slow, what, self._form.make, tuple(chain), run, stop=run.stop
            )
            return record.info

    async def layer(self, chain: Chain) -> LayerInfo | None:
        key = self._layers.find(chain)
        return self._layers.record(key).info if key else None

    async def layers(self) -> list[str]:
        return self._layers.keys()

    async def remove_layer(self, key: str) -> int:
        check_digest(key)
        async with self._lock(key):
            return await self._run(self._slow, f"remove layer {key}", self._remove_layer, key)

    async def snapshots(self) -> list[str]:
        return await self._run(self._quick, "list the snapshots", self._snapshot_keys)

    async def prepare(self, key: str, chain: Chain) -> None:
        _check_key(key)
        async with self._lock(key):
            what = f"prepare the files of container {key}"
            await self._run(self._quick, what, self._prepare, key, tuple(chain))

    async def mount(
        self, key: str, chain: Chain, *, read_only: bool = False, mapping: Path | None = None
    ) -> Path:
        _check_key(key)
        async with self._lock(key):
            what = f"mount the files of container {key}"
            arguments = (key, tuple(chain), read_only, mapping)
            return await self._run(self._quick, what, self._mount, *arguments)

    async def unmount(self, key: str) -> None:
        _check_key(key)
        async with self._lock(key):
            await self._run(self._quick, f"unmount {key}", self._unmount, key)

    async def view(self, chain: Chain) -> Path:
        return await self._run(self._quick, "mount an image", self._view, tuple(chain))

    async def changes(
        self, key: str, chain: Chain, hollow: Collection[str] = frozenset()
    ) -> list[Change]:
        _check_key(key)
        what = f"compare the files of container {key}"
        return await self._run(self._slow, what, self._changes, key, tuple(chain), hollow)

    async def diff(
        self,
        key: str,
        chain: Chain,
        hollow: Collection[str] = frozenset(),
        *,
        newest_ns: int | None = None,
    ) -> AsyncGenerator[bytes, None]:
        _check_key(key)
        what = f"read the files of container {key}"
        folder = self._upper_fd(key)
        places = _relative(hollow)
        pieces = None
        try:
            left_out = await self._run(
                self._slow, what, self._left_out, folder, tuple(chain), places
            )
            pieces = upper.diff(folder, places, left_out, newest_ns)
            while (piece := await self._run(self._slow, what, next, pieces, b"")) != b"":
                yield piece
        finally:
            if pieces is not None:
                pieces.close()
            os.close(folder)

    async def usage(self, key: str) -> Usage:
        _check_key(key)
        what = f"measure the files of container {key}"
        return await self._run(self._slow, what, self._usage, key)

    async def remove(self, key: str) -> None:
        _check_key(key)
        async with self._lock(key):
            what = f"remove the files of container {key}"
            await self._run(self._quick, what, self._unmount, key)
            await self._run(self._slow, what, self._remove, key)

    # Everything below runs in a thread.

    def _close(self) -> None:
        self._quick.shutdown()
        self._slow.shutdown()
        self._trash.close()
        self._layers.trash.close()

    def _recover(self) -> None:
        layers = self._layers.folder
        for point in mounts_below(layers):
            if point.relative_to(layers).parts[0].endswith(".tmp"):
                unmount(point, detach=True)
        self._layers.prepare()
        self._folder.mkdir(mode=0o711, parents=True, exist_ok=True)
        for entry in self._folder.iterdir():
            if entry.name.startswith(_VIEW):
                unmount(entry, detach=True)
                entry.rmdir()
            elif entry.name.endswith(".tmp"):
                self._trash.discard(entry)
        self._trash.sweep()
        mounted = [
            key for key in self._snapshot_keys() if is_mounted(self._folder / key / "merged")
        ]
        self._form.recover({key: self._chain(key) for key in mounted})

    def _remove_layer(self, key: str) -> int:
        if key not in self._layers:
            return 0
        size = self._form.size_on_disk(key)
        self._form.forget(key)
        self._layers.remove(key)
        return size

    def _snapshot_keys(self) -> list[str]:
        return [
            entry.name
            for entry in self._folder.iterdir()
            if _KEY.fullmatch(entry.name) and not entry.name.startswith(_VIEW)
        ]

    def _chain(self, key: str) -> tuple[str, ...]:
        """The chain that a snapshot was prepared for; empty when its record is damaged."""
        path = self._folder / key / "snapshot.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=SnapshotRecord).chain
        except (OSError, msgspec.DecodeError) as error:
            log.warning("cannot tell which layers %s uses: %s", key, error)
            return ()

    def _prepare(self, key: str, chain: tuple[str, ...]) -> None:
        place = self._folder / key
        if place.exists():
            raise AlreadyExists(f"there is a snapshot {key} already")
        made = self._folder / f"{key}.{secrets.token_hex(4)}.tmp"
        made.mkdir(mode=0o710)
        try:
            for name in ("upper", "work", "merged"):
                (made / name).mkdir(mode=0o755)
            self._layers.root(chain).give(made / "upper")
            record = msgspec.json.encode(SnapshotRecord(chain=chain))
            (made / "snapshot.json").write_bytes(record)
            made.rename(place)
        except BaseException:
            self._trash.discard(made)
            raise

    def _mount(
        self, key: str, chain: tuple[str, ...], read_only: bool, mapping: Path | None
    ) -> Path:
        place = self._folder / key
        merged = place / "merged"
        if is_mounted(merged):
            if bool(os.statvfs(merged).f_flag & os.ST_RDONLY) == read_only:
                return merged
            unmount(merged)
        if not place.exists():
            raise NotFound(f"No such snapshot: {key}")
        lowers = self._form.acquire(key, chain)
        try:
            with contextlib.ExitStack() as stack:
                writable = place
                if mapping is not None:
                    stage = place / "mapped"
                    _clear(stage)
                    stage.mkdir(mode=0o700)
                    stack.callback(stage.rmdir)
                    folders = mapped_folders([place, *lowers], mapping, stage)
                    writable, *lowers = stack.enter_context(folders)
                upper, work = writable / "upper", writable / "work"
                mount_overlay(merged, lowers, upper=upper, work=work, read_only=read_only)
        except BaseException:
            self._form.release(key)
            raise
        return merged

    def _unmount(self, key: str) -> None:
        if key.startswith(_VIEW):
            place = self._folder / key
            unmount(place, detach=True)
            with contextlib.suppress(FileNotFoundError):
                place.rmdir()
        else:
            unmount(self._folder / key / "merged", detach=True)
            _clear(self._folder / key / "mapped")
        self._form.release(key)

    def _view(self, chain: tuple[str, ...]) -> Path:
        place = self._folder / f"{_VIEW}{secrets.token_hex(8)}"
        place.mkdir(mode=0o755)
        try:
            lowers = self._form.acquire(place.name, chain)
            if lowers == [self._layers.empty]:
                mount("none", place, "tmpfs", MS_RDONLY | MS_NODEV, "mode=755,size=4k")
            else:
                # overlayfs wants two folders where none is writable.
                lowers = lowers if len(lowers) > 1 else [*lowers, self._layers.empty]
                mount_overlay(place, lowers, read_only=True)
        except BaseException:
            self._unmount(place.name)
            raise
        return place

    def _changes(self, key: str, chain: tuple[str, ...], hollow: Collection[str]) -> list[Change]:
        folder = self._upper_fd(key)
        try:
            image = self._view(chain)
            try:
                image_fd = os.open(image, _FOLDER)
                try:
                    return upper.changes(folder, image_fd, _relative(hollow))
                finally:
                    os.close(image_fd)
            finally:
                self._unmount(image.name)
        finally:
            os.close(folder)

    def _left_out(
        self, folder: int, chain: tuple[str, ...], hollow: Collection[bytes]
    ) -> frozenset[bytes]:
        """Folders that changed only in that something was mounted in them."""
        holders = upper.holders(folder, hollow)
        if not holders:
            return frozenset()
        image = self._view(chain)
        try:
            image_fd = os.open(image, _FOLDER)
            try:
                return upper.untouched(folder, image_fd, holders)
            finally:
                os.close(image_fd)
        finally:
            self._unmount(image.name)

    def _usage(self, key: str) -> Usage:
        folder = self._upper_fd(key)
        try:
            return upper.usage(folder)
        finally:
            os.close(folder)

    def _remove(self, key: str) -> None:
        place = self._folder / key
        if place.exists():
            self._trash.discard(place)

    def _upper_fd(self, key: str) -> int:
        try:
            return os.open(self._folder / key / "upper", _FOLDER | os.O_NOFOLLOW)
        except FileNotFoundError:
            raise NotFound(f"No such snapshot: {key}") from None

    @asynccontextmanager
    async def _lock(self, key: str) -> AsyncIterator[None]:
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        async with lock:
            yield

    async def _run(
        self,
        pool: ThreadPoolExecutor,
        what: str,
        work: Callable[[*Ts], T],
        *arguments: *Ts,
        stop: Callable[[], None] = lambda: None,
    ) -> T:
        """Run in a thread. Cancelled, `stop` it and wait for its end, so that locks stay true."""
        future = asyncio.get_running_loop().run_in_executor(pool, work, *arguments)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            stop()
            while not future.done():
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.wait([future])
            if not future.cancelled() and (error := future.exception()):
                log.debug("cannot %s, which was cancelled: %s", what, error)
            raise
        except OSError as error:
            raise SystemFailure(f"cannot {what}: {error}") from error


def _clear(stage: Path) -> None:
    """Remove the folder that a crash left in the middle of a mapped mount."""
    while unmount(stage, detach=True):
        pass
    with contextlib.suppress(FileNotFoundError):
        stage.rmdir()


def _check_key(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise InvalidParameter(f"{key[:100]!r} cannot name a snapshot")


def _relative(paths: Collection[str]) -> frozenset[bytes]:
    return frozenset(os.fsencode(path.strip("/")) for path in paths)
