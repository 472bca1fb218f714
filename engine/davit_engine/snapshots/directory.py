"""Layers as folders, snapshots on overlayfs: works on every Linux that has overlayfs.

A layer is unpacked in a folder that nobody sees, written to disk as a whole (syncfs), and only then
renamed to its key. One whose entries depend on the layers beneath is applied through an overlay of
these, and kept under its chain id.
"""

import asyncio
import contextlib
import logging
import os
import re
import secrets
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, TypeVarTuple
from weakref import WeakValueDictionary

import msgspec

from davit_engine.archive.apply import Applied, NeedsParents, Options, Whiteouts, apply
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Limits
from davit_engine.archive.tar import TarReader
from davit_engine.config import Paths
from davit_engine.errors import AlreadyExists, InvalidParameter, NotFound, SystemFailure
from davit_engine.kernel.mounts import is_mounted, mounts_below, syncfs, unmount
from davit_engine.kernel.trees import remove_tree
from davit_engine.snapshots import upper
from davit_engine.snapshots.layer import (
    MEDIA_TYPES,
    LayerRecord,
    Layers,
    Root,
    Trash,
    chain_id,
    check_digest,
)
from davit_engine.snapshots.overlay import mount_overlay
from davit_engine.snapshots.snapshotter import Chain, Change, LayerInfo, Snapshotter, Usage

log = logging.getLogger(__name__)

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_KEY: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_-]{0,127}")
_VIEW: Final = "view-"
_CHECK_SPACE_EVERY: Final = 64 << 20
_UNPACKING: Final = 4
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class SnapshotRecord(msgspec.Struct, frozen=True, kw_only=True):
    """snapshots/<key>/snapshot.json: enough to mount it without the database."""

    chain: tuple[str, ...]


class Unpacking:
    """One run of `unpack`, as its thread sees it."""

    def __init__(
        self, open_blob: Callable[[], BinaryIO], progress: Callable[[int], None], limits: Limits
    ) -> None:
        self._open_blob = open_blob
        self._progress = progress
        self._limits = limits
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    @contextmanager
    def tar(self, diff_id: str, folder: Path) -> Iterator[TarReader]:
        """The blob as a tar; leaving without an error means that it matched the diff id.

        Raises SystemFailure before the disk of `folder` is full.
        """
        stream = Decompressed(self._open_blob(), limits=self._limits, progress=self._progress)
        checked = 0

        def chunk() -> bytes:
            nonlocal checked
            if self._stopped.is_set():
                raise SystemFailure("unpacking was cancelled")
            if stream.size - checked > _CHECK_SPACE_EVERY:
                checked = stream.size
                _check_space(folder)
            return stream.chunk()

        with stream:
            reader = TarReader(chunk, self._limits)
            yield reader
            reader.drain()
            if stream.diff_id != diff_id:
                raise InvalidParameter(
                    f"the layer's content is {stream.diff_id}, but the image names {diff_id}; "
                    "it was damaged or tampered with"
                )
            for name, count in reader.dropped_xattrs.items():
                log.info("layer %s: left out %s of %d entries", diff_id, name, count)


class DirectorySnapshotter(Snapshotter):
    """Fulfils the port with one folder for each layer."""

    name = "directory"

    def __init__(self, paths: Paths, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._layers = Layers(paths.layers.resolve())
        self._folder = paths.snapshots.resolve()
        self._trash = Trash(self._folder / ".trash")
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        # Unpacking takes seconds, mounting a millisecond: neither may wait for the other's threads.
        self._slow = ThreadPoolExecutor(_UNPACKING, thread_name_prefix="unpack")
        self._quick = ThreadPoolExecutor(2, thread_name_prefix="mount")

    async def close(self) -> None:
        """End the threads. Mounts stay."""
        self._slow.shutdown(wait=False)
        self._quick.shutdown(wait=False)

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
            for name in dict.fromkeys((chain[-1], chain_id(chain))):
                await stack.enter_async_context(self._lock(name))
            key = self._layers.find(chain)
            if key is not None:
                return self._layers.record(key).info
            run = Unpacking(open_blob, progress, self._limits)
            what = f"unpack layer {chain[-1]}"
            record = await self._run(self._slow, what, self._make, tuple(chain), run, stop=run.stop)
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

    async def mount(self, key: str, chain: Chain, *, read_only: bool = False) -> Path:
        _check_key(key)
        async with self._lock(key):
            what = f"mount the files of container {key}"
            return await self._run(self._quick, what, self._mount, key, tuple(chain), read_only)

    async def unmount(self, key: str) -> None:
        _check_key(key)
        async with self._lock(key):
            await self._run(self._quick, f"unmount {key}", self._unmount, key)

    async def view(self, chain: Chain) -> Path:
        return await self._run(self._quick, "mount an image", self._view, tuple(chain))

    async def changes(self, key: str, chain: Chain) -> list[Change]:
        _check_key(key)
        what = f"compare the files of container {key}"
        return await self._run(self._slow, what, self._changes, key, tuple(chain))

    async def diff(self, key: str, chain: Chain) -> AsyncIterator[bytes]:
        _check_key(key)
        what = f"read the files of container {key}"
        folder = self._upper_fd(key)
        pieces = upper.diff(folder)
        try:
            while (piece := await self._run(self._slow, what, next, pieces, b"")) != b"":
                yield piece
        finally:
            pieces.close()
            os.close(folder)

    async def usage(self, key: str) -> Usage:
        _check_key(key)
        return await self._run(
            self._slow, f"measure the files of container {key}", self._usage, key
        )

    async def remove(self, key: str) -> None:
        _check_key(key)
        async with self._lock(key):
            what = f"remove the files of container {key}"
            await self._run(self._quick, what, self._unmount, key)
            await self._run(self._slow, what, self._remove, key)

    # Everything below runs in a thread.

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
        self._trash.empty()

    def _make(self, chain: tuple[str, ...], run: Unpacking) -> LayerRecord:
        try:
            return self._unpack_alone(chain, run)
        except NeedsParents:
            return self._unpack_above(chain, run)

    def _unpack_alone(self, chain: tuple[str, ...], run: Unpacking) -> LayerRecord:
        diff_id = chain[-1]
        options = Options(whiteouts=Whiteouts.OVERLAY, standalone=len(chain) > 1)
        with self._layers.making(diff_id) as made:
            files = made / "fs"
            files.mkdir(mode=0o755)
            applied = self._apply(files, diff_id, run, options)
            return self._layers.publish(diff_id, made, _record(diff_id, applied))

    def _unpack_above(self, chain: tuple[str, ...], run: Unpacking) -> LayerRecord:
        diff_id, key = chain[-1], chain_id(chain)
        with self._layers.making(key) as made:
            files, work, merged = made / "fs", made / "work", made / "merged"
            for folder in (files, work, merged):
                folder.mkdir(mode=0o755)
            with self._lowers(str(made), chain[:-1]) as lowers:
                self._root(chain[:-1]).give(files)
                mount_overlay(merged, lowers, upper=files, work=work)
                try:
                    applied = self._apply(merged, diff_id, run, Options(whiteouts=Whiteouts.DELETE))
                finally:
                    unmount(merged)
            handle = os.open(made, _FOLDER)
            try:
                remove_tree(handle, b"work")
                remove_tree(handle, b"merged")
            finally:
                os.close(handle)
            record = _record(diff_id, applied, above=Root.of(files))
            return self._layers.publish(key, made, record)

    def _apply(self, folder: Path, diff_id: str, run: Unpacking, options: Options) -> Applied:
        root = os.open(folder, _FOLDER)
        try:
            with run.tar(diff_id, folder) as reader:
                applied = apply(reader, root, options)
            syncfs(root, folder)
        finally:
            os.close(root)
        return applied

    def _remove_layer(self, key: str) -> int:
        if key not in self._layers.keys():
            return 0
        size = self._layer_bytes(key)
        self._layers.remove(key)
        return size

    def _layer_bytes(self, key: str) -> int:
        root = os.open(self._layers.files(key), _FOLDER)
        try:
            return upper.usage(root).size
        finally:
            os.close(root)

    @contextmanager
    def _lowers(self, user: str, chain: Sequence[str]) -> Iterator[list[Path]]:
        """The folders of a chain, topmost first and never none, for as long as the block runs."""
        folders = self._acquire(user, chain)
        try:
            yield folders
        finally:
            self._release(user)

    def _acquire(self, user: str, chain: Sequence[str]) -> list[Path]:
        """The folders of a chain, topmost first and never none, kept for `user`. Idempotent."""
        folders = [self._layers.files(key) for key in reversed(self._layers.resolve(chain))]
        return folders or [self._layers.empty]

    def _release(self, user: str) -> None:
        """`user` needs its layers no more. Idempotent."""

    def _snapshot_keys(self) -> list[str]:
        return [
            entry.name
            for entry in self._folder.iterdir()
            if _KEY.fullmatch(entry.name) and not entry.name.startswith(_VIEW)
        ]

    def _prepare(self, key: str, chain: tuple[str, ...]) -> None:
        place = self._folder / key
        if place.exists():
            raise AlreadyExists(f"there is a snapshot {key} already")
        made = self._folder / f"{key}.{secrets.token_hex(4)}.tmp"
        made.mkdir(mode=0o710)
        try:
            for name in ("upper", "work", "merged"):
                (made / name).mkdir(mode=0o755)
            self._root(chain).give(made / "upper")
            record = msgspec.json.encode(SnapshotRecord(chain=chain))
            (made / "snapshot.json").write_bytes(record)
            made.rename(place)
        except BaseException:
            self._trash.discard(made)()
            raise

    def _root(self, chain: Sequence[str]) -> Root:
        """What the root folder of a chain looks like: the topmost layer that says so decides."""
        for key in reversed(self._layers.resolve(chain)):
            root = self._layers.record(key).root
            if root is not None:
                return root
        return Root(mode=0o755, uid=0, gid=0)

    def _mount(self, key: str, chain: tuple[str, ...], read_only: bool) -> Path:
        place = self._folder / key
        merged = place / "merged"
        if is_mounted(merged):
            if bool(os.statvfs(merged).f_flag & os.ST_RDONLY) == read_only:
                return merged
            unmount(merged)
        if not place.exists():
            raise NotFound(f"No such snapshot: {key}")
        lowers = self._acquire(key, chain)
        try:
            mount_overlay(
                merged,
                lowers,
                upper=place / "upper",
                work=place / "work",
                read_only=read_only,
            )
        except BaseException:
            self._release(key)
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
        self._release(key)

    def _view(self, chain: tuple[str, ...]) -> Path:
        place = self._folder / f"{_VIEW}{secrets.token_hex(8)}"
        place.mkdir(mode=0o755)
        try:
            lowers = self._acquire(place.name, chain)
            if len(lowers) == 1:
                lowers = [*lowers, self._layers.empty]
            if lowers[0] == self._layers.empty:
                lowers = [self._layers.empty, self._layers.empty]
            mount_overlay(place, lowers, read_only=True)
        except BaseException:
            self._unmount(place.name)
            raise
        return place

    def _changes(self, key: str, chain: tuple[str, ...]) -> list[Change]:
        folder = self._upper_fd(key)
        try:
            image = self._view(chain)
            try:
                image_fd = os.open(image, _FOLDER)
                try:
                    return upper.changes(folder, image_fd)
                finally:
                    os.close(image_fd)
            finally:
                self._unmount(image.name)
        finally:
            os.close(folder)

    def _usage(self, key: str) -> Usage:
        folder = self._upper_fd(key)
        try:
            return upper.usage(folder)
        finally:
            os.close(folder)

    def _remove(self, key: str) -> None:
        place = self._folder / key
        if place.exists():
            self._trash.discard(place)()

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


def _record(diff_id: str, applied: Applied, *, above: Root | None = None) -> LayerRecord:
    """`above` is the root of a layer that was made above its parents."""
    root = above
    if root is None and applied.root is not None:
        entry = applied.root
        root = Root(mode=entry.mode, uid=entry.uid, gid=entry.gid, xattrs=entry.xattrs)
    return LayerRecord(
        diff_id=diff_id,
        size=applied.size,
        kind="directory",
        root=root,
        opaque=applied.opaque and above is None,
        dependent=applied.dependent,
        above=above is not None,
    )


def _check_key(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise InvalidParameter(f"{key[:100]!r} cannot name a snapshot")


def _check_space(folder: Path) -> None:
    """Leave room for the database and the logs of others. Raises SystemFailure."""
    disk = os.statvfs(folder)
    free, total = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    if free < min(1 << 30, total // 20):
        raise SystemFailure(
            f"no space left to unpack the layer: {free >> 20} MB are free on the disk of {folder}. "
            "Remove images or containers that are not needed, or enlarge the disk"
        )
