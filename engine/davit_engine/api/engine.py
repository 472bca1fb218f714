"""Everything behind the API: the services, and facts about the host."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from davit_engine.build.service import Builder
from davit_engine.config import Config
from davit_engine.containers.service import Containers
from davit_engine.events import EventBus
from davit_engine.images.service import Images
from davit_engine.networks.service import Networks
from davit_engine.volumes import Volumes


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
    runtimes: Mapping[str, str] = field(default_factory=lambda: {"crun": "crun"})
    """Programs by the names that `--runtime` may choose."""
    runtime_versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of the programs used, by name: crun, conmon …"""
    security_options: Sequence[str] = ("name=seccomp,profile=builtin",)
    warnings: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Engine:
    """Everything behind the API."""

    config: Config
    events: EventBus
    containers: Containers
    images: Images
    networks: Networks
    volumes: Volumes
    builder: Builder
    facts: Facts = Facts()
