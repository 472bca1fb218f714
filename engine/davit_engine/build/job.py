"""One build, as its stages see it, and what builds are made with."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import msgspec

from davit_engine.build.cache import BuildCache
from davit_engine.build.cache_mounts import CacheMounts
from davit_engine.build.loans import Loan
from davit_engine.build.reporting import Reporter
from davit_engine.build.request import BuildRequest
from davit_engine.containers.service import Containers
from davit_engine.images.document import RunConfig
from davit_engine.images.manifest import Platform
from davit_engine.images.records import Image
from davit_engine.images.service import Images
from davit_engine.snapshots.snapshotter import Snapshotter


class Works(msgspec.Struct, frozen=True, kw_only=True):
    """What builds are made with."""

    images: Images
    containers: Containers
    snapshotter: Snapshotter
    cache: BuildCache
    cache_mounts: CacheMounts
    secrets_folder: Path
    """Gone by the next boot."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a stage came to."""

    image: Image | None
    """None for nothing: FROM scratch, and no step after it."""
    config: RunConfig
    used: frozenset[str]
    """The build arguments that it asked for."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One build, as its stages see it."""

    works: Works
    request: BuildRequest
    loan: Loan
    reporter: Reporter
    escape: str
    context: int
    """Descriptor of the context's folder."""
    folder: Path
    """The build's own."""
    platform: Platform
    above: Mapping[str, str | None]
    """Arguments before the first FROM, and those of the platform."""
    epoch_ns: int | None
    """SOURCE_DATE_EPOCH: nothing in the image is younger, and it was made then."""
    steps: int
    at_once: asyncio.Semaphore
    """Bounds the steps that work at the same time."""
    stage: Callable[[int], Awaitable[Outcome]]
    find_stage: Callable[[int, str], int | None]
    """Of a stage's number and a name: the earlier stage of that name."""
