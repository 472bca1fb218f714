"""What the API needs of the engine behind it: the services' promises, and facts about the host."""

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from davit_engine.config import Config as Settings
from davit_engine.containers.attachment import Attachment
from davit_engine.containers.execs import ExecConfig, ExecState
from davit_engine.containers.logs import LogOptions
from davit_engine.containers.model import (
    Config,
    Container,
    EndpointConfig,
    HostConfig,
    RestartPolicy,
)
from davit_engine.containers.stats import StatsSample
from davit_engine.events import EventBus
from davit_engine.images.service import Images
from davit_engine.lookup import Filters
from davit_engine.networks.service import Networks
from davit_engine.snapshots.snapshotter import Change
from davit_engine.volumes import Volumes


class PathStat(Protocol):
    """One path inside a container."""

    name: str
    size: int
    mode: int
    """Bits of Go's os.FileMode."""
    mtime_ns: int
    link_target: str


class Containers(Protocol):
    """`id` may be an id, a name or a unique prefix everywhere."""

    def get(self, id: str) -> Container: ...

    def list(self, *, all: bool, limit: int | None, filters: Filters) -> Sequence[Container]:
        """Newest first."""
        ...

    async def create(
        self,
        name: str | None,
        config: Config,
        host_config: HostConfig,
        networking: dict[str, EndpointConfig],
        platform: str | None,
    ) -> tuple[str, Sequence[str]]: ...

    async def start(self, id: str) -> None: ...

    async def stop(self, id: str, timeout: int | None, signal: str | None) -> None: ...

    async def restart(self, id: str, timeout: int | None, signal: str | None) -> None: ...

    async def kill(self, id: str, signal: str) -> None: ...

    async def pause(self, id: str) -> None: ...

    async def unpause(self, id: str) -> None: ...

    async def rename(self, id: str, name: str) -> None: ...

    async def remove(self, id: str, *, force: bool, volumes: bool, link: bool = False) -> None: ...

    async def update(
        self, id: str, resources: HostConfig, restart_policy: RestartPolicy
    ) -> Sequence[str]: ...

    async def prune(self, filters: Filters) -> tuple[Sequence[str], int]: ...

    def waiter(self, id: str, condition: str) -> Awaitable[int]: ...

    async def attach(
        self, id: str, *, stdin: bool, stdout: bool, stderr: bool, stream: bool, logs: bool
    ) -> Attachment: ...

    async def resize(self, id: str, height: int, width: int) -> None: ...

    def logs(self, id: str, options: LogOptions) -> AsyncIterator[Sequence[tuple[int, bytes]]]:
        """Batches of (1 or 2, bytes)."""
        ...

    async def top(self, id: str, ps_args: str) -> tuple[Sequence[str], Sequence[Sequence[str]]]: ...

    async def stats(self, id: str) -> StatsSample: ...

    async def usage(self, id: str) -> tuple[int, int]:
        """Bytes of the writable layer, and of the whole root file system."""
        ...

    async def changes(self, id: str) -> Sequence[Change]: ...

    def export(self, id: str) -> AsyncIterator[bytes]: ...

    async def archive_stat(self, id: str, path: str) -> PathStat: ...

    def archive_get(self, id: str, path: str) -> AsyncIterator[bytes]: ...

    async def archive_put(
        self,
        id: str,
        path: str,
        stream: AsyncIterator[bytes],
        *,
        no_overwrite: bool,
        copy_uid_gid: bool,
    ) -> None: ...

    async def commit(
        self,
        id: str,
        *,
        reference: str,
        comment: str,
        author: str,
        pause: bool,
        changes: Sequence[str],
        config: Config | None,
    ) -> str: ...

    async def connect(self, id: str, network: str, config: EndpointConfig) -> None: ...

    async def disconnect(self, id: str, network: str, *, force: bool) -> None: ...

    async def exec_create(self, id: str, config: ExecConfig) -> str: ...

    async def exec_start(
        self, exec_id: str, *, detach: bool, tty: bool, console_size: tuple[int, int] | None
    ) -> Attachment | None: ...

    async def exec_finished(self, exec_id: str) -> int | None:
        """The exit code, once the process has ended and `exec_inspect` tells it."""
        ...

    def exec_inspect(self, exec_id: str) -> ExecState: ...

    def exec_ids(self, id: str) -> Sequence[str]:
        """Execs of the container that have not been forgotten yet."""
        ...

    def log_path(self, id: str) -> Path:
        """Where its log is."""
        ...

    async def exec_resize(self, exec_id: str, height: int, width: int) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the daemon found out about itself and its host at start."""

    id: str = ""
    """Lasting id of this engine; a UUID."""
    version: str = "0.1.0"
    git_commit: str = ""
    build_time: str = ""
    storage_driver: str = "erofs"
    driver_status: Sequence[tuple[str, str]] = ()
    cgroup_driver: str = "cgroupfs"
    cgroup_version: str = "2"
    runtime: str = "crun"
    runtime_versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of the programs used, by name: crun, conmon …"""
    security_options: Sequence[str] = ("name=seccomp,profile=builtin",)
    warnings: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Engine:
    """Everything behind the API."""

    config: Settings
    events: EventBus
    containers: Containers
    images: Images
    networks: Networks
    volumes: Volumes
    facts: Facts = Facts()
