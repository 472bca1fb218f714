"""Named volumes: folders that outlive containers.

A volume is a folder `<name>/` below the volumes' root with the data in `_data` and, written once,
its record in `volume.json`, from which a lost database is rebuilt. Removal renames the folder into
`.trash` (from then on the volume is gone, whatever happens), deletes the record, and unlinks last.
"""

import asyncio
import contextlib
import errno
import logging
import os
import secrets
import shutil
import stat
import time
import weakref
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final, Literal

import msgspec

from davit_engine.config import Config
from davit_engine.errors import Conflict, InvalidParameter, NotFound, SystemFailure
from davit_engine.events import EventBus
from davit_engine.id_ranges import IdRange
from davit_engine.kernel import mounts
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.copytree import copy_content
from davit_engine.kernel.paths import open_in_root
from davit_engine.lookup import NAME, Filters, new_id
from davit_engine.store import Delete, Put, Store
from davit_engine.volume_options import check_options, is_bind, missing_device, mount_volume

ANONYMOUS: Final = "com.docker.volume.anonymous"
"""Label of volumes that nobody named."""

_TRASH: Final = ".trash"
_RECORD: Final = "volume.json"
_log = logging.getLogger(__name__)


class Volume(msgspec.Struct, frozen=True, kw_only=True):
    """One named volume. Written once; only deleted."""

    name: str
    driver: str = "local"
    created_ns: int
    labels: dict[str, str] = {}
    options: dict[str, str] = {}
    anonymous: bool = False
    scope: Literal["local"] = "local"


Listed = list[Volume]
Names = list[str]


class Volumes:
    """All volumes of the engine. `containers_using` gives ids of the containers that name one."""

    containers_using: Callable[[str], Names]

    def __init__(
        self,
        config: Config,
        store: Store,
        events: EventBus,
        locate: Callable[[str], Awaitable[str]] | None = None,
    ) -> None:
        """`locate` finds on this machine the folder that a volume is told to bind."""
        self._root = config.paths.volumes
        self._locate = locate
        self._store = store
        self._events = events
        self._volumes: dict[str, Volume] = {}
        self._users: dict[str, set[str]] = {}
        self._copies: Counter[str] = Counter()
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()
        self.containers_using = lambda name: []

    async def start(self) -> None:
        """Load the records and finish removals that were cut short."""
        self._volumes = self._store.load("volumes", Volume)
        removed, found = await finished(None, _inspect, self._root, set(self._volumes))
        for name in removed:
            del self._volumes[name]
        self._volumes |= found
        operations = [Delete("volumes", name) for name in removed]
        await self._store.commit(
            [*operations, *(Put("volumes", v.name, v) for v in found.values())]
        )
        for volume in found.values():
            _log.warning("the volume %s was not in the database; taken back", volume.name)
        await finished(None, _empty_trash, self._root)

    def get(self, name: str) -> Volume:
        """Raises NotFound "get NAME: no such volume"."""
        try:
            return self._volumes[name]
        except KeyError:
            raise NotFound(f"get {name}: no such volume") from None

    async def create(
        self,
        name: str,
        driver: str = "",
        options: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
        *,
        anonymous: bool = False,
    ) -> Volume:
        """The existing one when it is there; an empty name makes an anonymous one.

        Raises InvalidParameter, NotFound (driver) and SystemFailure.
        """
        anonymous = anonymous or not name
        volume = Volume(
            name=name or new_id(),
            created_ns=time.time_ns(),
            labels={**(labels or {}), **({ANONYMOUS: ""} if anonymous else {})},
            options=dict(options or {}),
            anonymous=anonymous,
        )
        _check(volume, driver)
        async with self._locks.setdefault(volume.name, asyncio.Lock()):
            present = self._volumes.get(volume.name)
            if present is not None:
                return present
            await finished(None, _make, self._root, volume)
            self._volumes[volume.name] = volume
            try:
                await self._store.commit([Put("volumes", volume.name, volume)])
            except BaseException:
                del self._volumes[volume.name]
                raise
        self._events.publish("volume", "create", volume.name, {"driver": volume.driver})
        return volume

    async def remove(self, name: str, force: bool = False) -> None:
        """Raises NotFound (not with force) and Conflict while a container names it."""
        if name not in self._volumes and force:
            return
        volume = self.get(name)
        users = self.containers_using(name)
        if users:
            raise Conflict(f"remove {name}: volume is in use - [{', '.join(users)}]")
        if self._copies[name]:
            raise Conflict(f"remove {name}: its files are being copied")
        # From here on nobody finds it; a create under the same name waits for the lock.
        del self._volumes[name]
        async with self._locks.setdefault(name, asyncio.Lock()):
            try:
                discarded = await finished(None, _discard, self._root, name)
            except OSError as error:
                self._volumes[name] = volume
                raise SystemFailure(f"remove {name}: {error}") from error
            await self._store.commit([Delete("volumes", name)])
        self._users.pop(name, None)
        self._events.publish("volume", "destroy", name, {"driver": volume.driver})
        if discarded is not None:
            await finished(None, _unlink, discarded)

    async def prune(self, filters: Filters, all: bool = False) -> tuple[Names, int]:
        """Remove unused anonymous (`all`: and named) volumes; their names and freed bytes."""
        removed: Names = []
        freed = 0
        for volume in [*self._volumes.values()]:
            if not (all or volume.anonymous) or not filters.matches_labels(volume.labels):
                continue
            if self.containers_using(volume.name):
                continue
            try:
                size = await self.usage(volume.name)
                await self.remove(volume.name)
            except (Conflict, NotFound):
                continue  # Taken into use or removed meanwhile.
            removed.append(volume.name)
            freed += size
        self._events.publish("volume", "prune", "", {"reclaimed": str(freed)})
        return removed, freed

    def path(self, name: str) -> Path:
        """The folder that is mounted into containers. Raises NotFound."""
        return self._root / self.get(name).name / "_data"

    async def mount(self, name: str, container_id: str, destination: str, read_write: bool) -> Path:
        """Make the volume ready for a container (options such as type=tmpfs) and tell of it.

        Raises NotFound and SystemFailure, which names the device.
        """
        volume = self.get(name)
        path = await self._take(volume, container_id)
        self._events.publish(
            "volume",
            "mount",
            name,
            {
                "container": container_id,
                "destination": destination,
                "driver": volume.driver,
                "propagation": "",
                "read/write": str(read_write).lower(),
            },
        )
        return path

    async def unmount(self, name: str, container_id: str) -> None:
        """The container ended. Idempotent."""
        known = container_id in self._users.get(name, ())
        volume = self._volumes.get(name)
        await self._let_go(name, container_id)
        if known and volume is not None:
            attributes = {"container": container_id, "driver": volume.driver}
            self._events.publish("volume", "unmount", name, attributes)

    @contextlib.asynccontextmanager
    async def opened(self, name: str, *, copying: bool = False) -> AsyncIterator[Path]:
        """The volume's folder, ready as for a container. It is not deleted while `copying`.

        Raises NotFound and SystemFailure, which names the device.
        """
        volume = self.get(name)
        user = f"files-{secrets.token_hex(8)}"
        self._copies[name] += copying
        try:
            path = await self._take(volume, user)
            try:
                yield path
            finally:
                await self._let_go(name, user)
        finally:
            self._copies[name] -= copying
            if not self._copies[name]:
                del self._copies[name]

    async def _take(self, volume: Volume, user: str) -> Path:
        name, path = volume.name, self.path(volume.name)
        async with self._locks.setdefault(name, asyncio.Lock()):
            self.get(name)
            if volume.options.get("device") and not _is_mounted(path):
                device = volume.options["device"]
                if is_bind(volume.options) and self._locate is not None:
                    try:
                        device = await self._locate(device)
                    except InvalidParameter as error:
                        raise missing_device(volume.options, device, path) from error
                await finished(None, mount_volume, name, volume.options, device, path)
            self._users.setdefault(name, set()).add(user)
        return path

    async def _let_go(self, name: str, user: str) -> None:
        users = self._users.get(name, set())
        users.discard(user)
        volume = self._volumes.get(name)
        if volume is None:
            return
        if not users and volume.options.get("device"):
            async with self._locks.setdefault(name, asyncio.Lock()):
                if not self._users.get(name) and _is_mounted(self.path(name)):
                    await finished(None, mounts.unmount, self.path(name), detach=True)

    async def usage(self, name: str) -> int:
        """Bytes in its files, each counted once."""
        return await finished(None, _size, self.path(name))

    async def copy_up(
        self, rootfs: Path, source: str, name: str, ids: IdRange | None = None
    ) -> None:
        """Fill the empty volume from `source` (a path inside the container) below `rootfs`.

        `ids` are the container's own: what is theirs below `rootfs` is theirs inside.

        Does nothing when the volume holds anything, or when the image has no such folder. The
        volume is filled as a whole or not at all, unless other containers have it already.
        """
        path = self.path(name)
        shared = len(self.containers_using(name)) > 1 or bool(self.get(name).options)
        async with self._locks.setdefault(name, asyncio.Lock()):
            try:
                await finished(None, _copy_up, rootfs, source, path, ids, in_place=shared)
            except OSError as error:
                raise SystemFailure(
                    f"cannot copy {source} of the image into the volume {name}: {error}"
                ) from error

    # Last, because its name hides the built-in one in the rest of the class.

    def list(self, filters: Filters) -> Listed:
        """Filters: dangling, driver, label, name."""
        dangling = filters.boolean("dangling")
        return [
            volume
            for volume in self._volumes.values()
            if filters.matches_labels(volume.labels)
            and filters.matches_pattern("name", [volume.name])
            and ("driver" not in filters or volume.driver in filters.values("driver"))
            and (dangling is None or dangling != bool(self.containers_using(volume.name)))
        ]


def _check(volume: Volume, driver: str) -> None:
    name = volume.name
    if len(name) < 2:
        raise InvalidParameter(
            f"create {name}: volume name is too short, names should be at least two alphanumeric "
            "characters"
        )
    if not NAME.fullmatch(name) or len(name) > 255:
        raise InvalidParameter(
            f'create {name}: "{name}" includes invalid characters for a local volume name, only '
            '"[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, '
            "use absolute path"
        )
    if driver not in ("", "local"):
        raise NotFound(f"create {name}: plugin {driver!r} not found: only the driver local is here")
    check_options(name, volume.options)


def _make(root: Path, volume: Volume) -> None:
    """The folder with its record, or nothing."""
    final = root / volume.name
    staging = root / _TRASH / f"new-{secrets.token_hex(8)}"
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o701)
        (staging / "_data").mkdir(parents=True)
        (staging / "_data").chmod(0o755)
        staging.chmod(0o701)
        (staging / _RECORD).write_bytes(msgspec.json.encode(volume))
        # Not synced: after a power cut the row is enough to make an empty volume again.
        staging.rename(final)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise SystemFailure(f"create {volume.name}: {error}") from error


def _inspect(root: Path, known: set[str]) -> tuple[Names, dict[str, Volume]]:
    """Volumes whose removal had begun, and volumes that only the disk knows."""
    root.mkdir(parents=True, exist_ok=True, mode=0o701)
    trash = root / _TRASH
    trash.mkdir(exist_ok=True, mode=0o700)
    thrown = {entry.name.partition("@")[0] for entry in trash.iterdir()}
    removed = []
    for name in known:
        data = root / name / "_data"
        if not data.is_dir():
            if name in thrown:
                removed.append(name)
            else:
                _log.error("the data of volume %s is gone; it starts empty", name)
                data.mkdir(parents=True)
    found = {}
    for entry in root.iterdir():
        if entry.name == _TRASH or entry.name in known:
            continue
        try:
            volume = msgspec.json.decode((entry / _RECORD).read_bytes(), type=Volume)
        except (OSError, msgspec.DecodeError):
            continue  # Not a volume of ours; left alone.
        if volume.name == entry.name:
            found[entry.name] = volume
    return removed, found


def _discard(root: Path, name: str) -> Path | None:
    """Move the folder out of sight; where it is now. None when there was none."""
    while mounts.unmount(root / name / "_data", detach=True):
        pass
    if mounts.mounts_below(root / name):
        raise OSError(errno.EBUSY, "something is mounted in the volume", str(root / name))
    trash = root / _TRASH
    trash.mkdir(exist_ok=True, mode=0o700)
    target = trash / f"{name}@{secrets.token_hex(8)}"
    try:
        (root / name).rename(target)
    except FileNotFoundError:
        return None
    # Before the row goes: or else a power cut could bring the volume back.
    _sync_folder(root)
    return target


def _unlink(folder: Path) -> None:
    def report(function: object, path: str, failure: object) -> None:
        _log.warning("cannot delete %s: %s", path, failure)

    shutil.rmtree(folder, onerror=report)


def _empty_trash(root: Path) -> None:
    for entry in (root / _TRASH).iterdir():
        _unlink(entry)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _size(folder: Path) -> int:
    total = 0
    seen: set[tuple[int, int]] = set()
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISDIR(status.st_mode):
                        waiting.append(entry.path)
                    elif (status.st_dev, status.st_ino) not in seen:
                        if status.st_nlink > 1:
                            seen.add((status.st_dev, status.st_ino))
                        total += status.st_size
        except FileNotFoundError:
            continue  # Gone since it was listed.
    return total


def _is_mounted(path: Path) -> bool:
    # Also a bind of the same file system, whose device number tells nothing.
    return path in mounts.mounts_below(path)


def _copy_up(
    rootfs: Path, source: str, volume: Path, ids: IdRange | None, *, in_place: bool
) -> None:
    with contextlib.ExitStack() as stack:
        root = os.open(rootfs, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        stack.callback(os.close, root)
        try:
            folder = open_in_root(root, source, os.O_RDONLY | os.O_DIRECTORY)
        except (FileNotFoundError, NotADirectoryError):
            return
        stack.callback(os.close, folder)
        if any(volume.iterdir()):
            return
        if in_place:
            _copy_into(folder, volume, ids)
            return
        staging = volume.parent / "filling"
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(mode=0o700)
        try:
            _copy_into(folder, staging, ids)
            staging.rename(volume)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise


def _copy_into(folder: int, target: Path, ids: IdRange | None) -> None:
    descriptor = os.open(target, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        copy_content(folder, descriptor, ids)
    finally:
        os.close(descriptor)
