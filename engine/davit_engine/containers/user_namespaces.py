"""Containers with users of their own: `--userns=auto`.

Such a container has a range of ids to itself for as long as it exists, and a user namespace of its
own whenever it runs; the network namespace and all the others belong to that one. Its files keep
the owners on disk that they would have anyway: what it sees, its root folder, volumes and binds,
is mounted as its user namespace maps owners, so that nothing has to be changed for a start, a copy
or a commit.
"""

import asyncio
import contextlib
import errno
import os
import re
import resource
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.containers.model import Container, HostConfig
from davit_engine.containers.users import User
from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.id_ranges import (
    DEFAULT_SIZE,
    LEAST_SIZE,
    MOST_SIZE,
    IdRange,
    allocate,
    parse_pool,
)
from davit_engine.kernel import idmap
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.mounts import mounts_below, unmount

AUTO: Final = "auto"


def range_size(host_config: HostConfig, default: str) -> int | None:
    """How many ids the container gets to itself; None in the host's user namespace.

    `default` is what an empty mode means. Raises InvalidParameter for a mode that is not known, and
    for what goes with the host's user namespace only.
    """
    mode = host_config.userns_mode or default
    if mode in ("", "host"):
        return None
    match = re.fullmatch(rf"{AUTO}(?::size=(\d{{1,10}}))?", mode)
    if not match:
        raise InvalidParameter(
            f"invalid user namespace mode {mode!r}: use auto (or auto:size=N) for users of the "
            "container's own, or host"
        )
    size = int(match[1]) if match[1] else DEFAULT_SIZE
    if not LEAST_SIZE <= size <= MOST_SIZE:
        raise InvalidParameter(
            f"invalid user namespace mode {mode!r}: a size from {LEAST_SIZE} to {MOST_SIZE} is "
            "possible"
        )
    _check_company(host_config)
    return size


def _check_company(host_config: HostConfig) -> None:
    if host_config.privileged:
        raise InvalidParameter(
            "privileged mode is incompatible with user namespaces.  You must run the container in "
            "the host namespace when running privileged mode"
        )
    for name, mode in (
        ("network", host_config.network_mode),
        ("PID", host_config.pid_mode),
        ("IPC", host_config.ipc_mode),
    ):
        if mode == "host":
            owner = "the host's" if name == "network" else "the host"
            raise InvalidParameter(
                f"cannot share {owner} {name} namespace when user namespaces are enabled"
            )
        if mode.startswith("container:"):
            raise InvalidParameter(
                f"cannot share the {name} namespace of another container when user namespaces are "
                "enabled: it belongs to other users; run the container with --userns=host"
            )


def own_cgroup_namespace(host_config: HostConfig, cgroup_version: int) -> HostConfig:
    """What a container with users of its own has where the default is the host's.

    Raises InvalidParameter where it asks for the host's, which its root could not mount.
    """
    if cgroup_version != 1:
        return host_config
    if host_config.cgroupns_mode == "host":
        raise InvalidParameter(
            "cannot share the host's cgroup namespace when user namespaces are enabled: the "
            "cgroups of this machine are of version 1"
        )
    return msgspec.structs.replace(host_config, cgroupns_mode="private")


class IdRanges:
    """Which container has which ids."""

    def __init__(self, pool: str, containers: Iterable[Container]) -> None:
        """`containers` are all there are, whenever it is iterated over."""
        self._pool = parse_pool(pool)
        self._containers = containers
        self._promised: dict[str, IdRange] = {}

    def take(self, id: str, size: int) -> IdRange:
        """Promise a free range to a container that is being made. Raises Unavailable."""
        held = [container.ids for container in self._containers if container.ids is not None]
        self._promised[id] = allocate(self._pool, [*held, *self._promised.values()], size)
        return self._promised[id]

    def settle(self, id: str) -> None:
        """The container is there, or never will be: its record alone counts. Idempotent."""
        self._promised.pop(id, None)


class _User(msgspec.Struct, frozen=True):
    uid: int


class _Process(msgspec.Struct, frozen=True):
    user: _User


class OwnUsers:
    """The user namespace of one start, and what is mounted as it maps owners.

    Needed until the runtime has created the container; what uses it keeps it afterwards.
    """

    def __init__(self, ids: IdRange, stage: Path) -> None:
        self.ids = ids
        self._stage = stage
        self._opened = contextlib.ExitStack()

    @classmethod
    async def make(cls, ids: IdRange, stage: Path) -> "OwnUsers":
        """`stage` is a folder to make, for mounts to be found at. Raises SystemFailure."""
        users = cls(ids, stage)
        try:
            await finished(None, users._open)
        except BaseException:
            await users.aclose()
            raise
        return users

    def _open(self) -> None:
        lived_in = self._opened.enter_context(idmap.make_user_namespace(self.ids, network=True))
        mounted_by = self._opened.enter_context(idmap.make_mount_mapping(self.ids))
        self.user = lived_in.user
        """The namespace that the container's processes live in."""
        self.network = lived_in.network
        """A new network namespace that belongs to it."""
        self.mapping = mounted_by.user
        """The namespace to mount by."""

    async def show_root(self, root: Path) -> Path:
        """The root folder, mounted as it is already, where the container's root gets to it."""
        return await finished(None, self._show_root, root)

    def _show_root(self, root: Path) -> Path:
        for folder in (self._stage.parent.parent, *self._stage.parent.parent.parents):
            if not folder.stat().st_mode & 0o001:
                raise SystemFailure(
                    f"a container with users of its own cannot pass through {folder} to its files "
                    f"below {self._stage.parent}: chmod o+x {folder}, choose another --exec-root, "
                    "or run the container with --userns=host"
                )
        self._make_stage()
        point = self._stage / "root"
        point.mkdir(mode=0o700)
        mount = idmap.clone(root)
        try:
            idmap.attach(mount, point)
        finally:
            os.close(mount)
        return point

    def _make_stage(self) -> None:
        for folder in (self._stage.parent, self._stage):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o711)

    async def show(self, paths: Mapping[str, str], flat: Iterable[str] = ()) -> dict[str, str]:
        """Target to path, each path mounted as the container is to see its owners.

        What is mounted below a path comes along, but for the targets in `flat`. Raises
        SystemFailure naming a path that cannot be shown so.
        """
        return await finished(None, self._show, paths, frozenset(flat))

    def _show(self, paths: Mapping[str, str], flat: frozenset[str]) -> dict[str, str]:
        self._make_stage()
        shown = {}
        users = os.open(self.mapping, os.O_RDONLY | os.O_CLOEXEC)
        try:
            for target, path in paths.items():
                point = self._stage / str(len(list(self._stage.iterdir())))
                self._show_one(Path(path), users, point, recursive=target not in flat)
                shown[target] = str(point)
        finally:
            os.close(users)
        return shown

    @staticmethod
    def _show_one(path: Path, users: int, point: Path, *, recursive: bool) -> None:
        try:
            mount = idmap.clone_mapped(path, users, recursive=recursive)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.EPERM):
                raise SystemFailure(f"cannot mount {path}: {error.strerror}") from error
            raise InvalidParameter(
                f"cannot show {path} to a container with users of its own: its file system, or one "
                "mounted below it, has no idmapped mounts. Use a named volume, mount it with "
                "bind-recursive=disabled, or run the container with --userns=host"
            ) from error
        try:
            if path.is_dir():
                point.mkdir(mode=0o700)
            else:
                point.touch(mode=0o600)
            idmap.attach(mount, point)
        except OSError as error:
            raise SystemFailure(f"cannot mount {path}: {error}") from error
        finally:
            os.close(mount)

    async def aclose(self) -> None:
        """Idempotent."""
        await finished(None, self._close)

    def _close(self) -> None:
        self._opened.close()
        clear_stage(self._stage)


def require_known(who: User, ids: IdRange | None) -> None:
    """Raises InvalidParameter for a user or group that the container's namespace does not have."""
    highest = max(who.uid, who.gid, *who.groups)
    if ids is not None and highest >= ids.size:
        raise InvalidParameter(
            f"the container has user and group ids up to {ids.size - 1}, and {highest} is none of "
            f"them; create it with --userns=auto:size={highest + 1}"
        )


def set_from_outside(pid: int, container: Container, specification: Mapping[str, object]) -> None:
    """What the runtime cannot do from inside, for a process that waits to be started.

    Only this machine's root may raise limits and lower the score; and the pipes it made for the
    standard streams belong to nobody inside, so that /dev/stdout could not be opened. Raises
    SystemFailure.
    """
    assert container.ids is not None
    host_config = container.host_config
    try:
        for limit in host_config.ulimits or ():
            number = getattr(resource, f"RLIMIT_{limit.name.upper()}")
            resource.prlimit(pid, number, (limit.soft, limit.hard))
        Path(f"/proc/{pid}/oom_score_adj").write_text(str(host_config.oom_score_adj))
    except (FileNotFoundError, ProcessLookupError):
        return  # Whoever starts it finds out.
    except (OSError, ValueError, AttributeError) as error:
        raise SystemFailure(
            f"cannot set the limits of the container; the engine itself may not: {error}"
        ) from error
    user = msgspec.convert(specification["process"], _Process).user
    owner = container.ids.outside(user.uid)
    for number in range(3):
        stream = Path(f"/proc/{pid}/fd/{number}")
        with contextlib.suppress(OSError):
            if stream.is_fifo():
                os.chown(stream, owner, owner)


def clear_stage(stage: Path) -> None:
    """Remove the stage of a start, mounts and all. Idempotent."""
    if not stage.is_dir():
        return
    for point in mounts_below(stage):
        unmount(point, detach=True)
    for entry in stage.iterdir():
        # Never more than the empty mount points: what is mounted belongs to others.
        entry.rmdir() if entry.is_dir() else entry.unlink()
    stage.rmdir()


async def clear_stages(folder: Path) -> None:
    """What starts left that an earlier daemon was in the middle of."""
    if folder.is_dir():
        for stage in folder.iterdir():
            await asyncio.to_thread(clear_stage, stage)
