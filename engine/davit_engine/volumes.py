"""Named volumes."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from davit_engine.config import Config
from davit_engine.events import EventBus
from davit_engine.lookup import Filters
from davit_engine.store import Store


class Volume(msgspec.Struct, frozen=True, kw_only=True):
    """One named volume. Written once; only deleted."""

    name: str
    driver: str = "local"
    created_ns: int
    labels: dict[str, str] = {}
    options: dict[str, str] = {}
    anonymous: bool = False
    scope: Literal["local"] = "local"


class Volumes:
    """All volumes of the engine. `containers_using` gives ids of the containers that name one."""

    # The signatures below are final; the bodies follow within the hour.
    containers_using: Callable[[str], list[str]]

    def __init__(self, config: Config, store: Store, events: EventBus) -> None: ...

    async def start(self) -> None:
        """Load the records and finish removals that were cut short."""

    def get(self, name: str) -> Volume:
        """Raises NotFound "get NAME: no such volume"."""

    def list(self, filters: Filters) -> list[Volume]:
        """Filters: dangling, driver, label, name."""

    async def create(
        self,
        name: str,
        driver: str = "",
        options: dict[str, str] | None = None,
        labels: dict[str, str] | None = None,
        *,
        anonymous: bool = False,
    ) -> Volume:
        """The existing one when it is there; an empty name makes an anonymous one."""

    async def remove(self, name: str, force: bool = False) -> None:
        """Raises NotFound (not with force) and Conflict while a container names it."""

    async def prune(self, filters: Filters, all: bool = False) -> tuple[list[str], int]:
        """Remove unused anonymous (`all`: and named) volumes; their names and freed bytes."""

    def path(self, name: str) -> Path:
        """The folder that is mounted into containers."""

    async def mount(self, name: str, container_id: str, destination: str, read_write: bool) -> Path:
        """Make the volume ready for a container (options such as type=tmpfs) and tell of it."""

    async def unmount(self, name: str, container_id: str) -> None:
        """The container ended. Idempotent."""

    async def usage(self, name: str) -> int:
        """Bytes on disk."""

    async def copy_up(self, rootfs: Path, source: str, name: str) -> None:
        """Fill the empty volume from `source` (a path inside the container) below `rootfs`.

        Does nothing when the volume holds anything, or when the image has no such folder.
        """
