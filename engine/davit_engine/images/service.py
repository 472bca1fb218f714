"""The images of the daemon, for everyone outside of this package."""

import asyncio
import builtins
import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

from davit_engine.config import Config
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.events import EventBus
from davit_engine.images.archives import Archives
from davit_engine.images.catalogue import Operation, Removal
from davit_engine.images.content import Content
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import RunConfig
from davit_engine.images.image_store import ImageStore
from davit_engine.images.layer_files import Pile
from davit_engine.images.layer_reading import LayerFiles, read_layers
from davit_engine.images.making import Making
from davit_engine.images.manifest import Platform, host_platform, serves, wanted_platform
from davit_engine.images.pull import Puller
from davit_engine.images.records import (
    ContentUsage,
    Distribution,
    HistoryEntry,
    Image,
    ImageUse,
    LoginResult,
    Progress,
    Removed,
)
from davit_engine.images.reference import parse_reference
from davit_engine.images.registry import Registry
from davit_engine.images.remote import Remote
from davit_engine.images.search import Found, Wanted
from davit_engine.images.usage import reclaimed
from davit_engine.lookup import Filters
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.store import Store

Report = Callable[[Progress], None]

STARTERS: Final = "davit/"
"""How the names of the images begin that travel inside the product."""


class Images:
    """All images of the daemon."""

    def __init__(
        self,
        config: Config,
        store: Store,
        events: EventBus,
        content: Content,
        snapshotter: Snapshotter,
        registry: Registry,
    ) -> None:
        self.arriving: asyncio.Task[None] | None = None
        """Loads the images that travel inside the product; set by the daemon."""
        self.platform = host_platform(os.uname().machine)
        puller = Puller(content, snapshotter, registry.patience, config.max_concurrent_downloads)
        self._events = events
        self._registry = registry
        self._store = ImageStore(store, events, content, snapshotter, puller, self.platform)
        self._remote = Remote(self._store, registry, config.max_concurrent_uploads)
        self._making = Making(self._store)
        self._archives = Archives(self._store)

    @property
    def containers_using(self) -> Callable[[], Iterable[ImageUse]]:
        """All containers and what they need; set by the container service."""
        return self._store.containers_using

    @containers_using.setter
    def containers_using(self, uses: Callable[[], Iterable[ImageUse]]) -> None:
        self._store.containers_using = uses

    async def start(self) -> None:
        """Load what there is; the snapshotter has recovered. `sweep` when containers are known."""
        await self._store.start()

    async def sweep(self) -> None:
        """Delete content that neither an image nor a container nor a lease needs."""
        await self._store.sweep()

    async def close(self) -> None:
        await self._registry.close()
        self._store.content.close()

    def __len__(self) -> int:
        return len(self._store.catalogue)

    # Looking

    def get(self, name: str, platform: str | None = None) -> Image:
        """By reference, id or unique prefix. Raises NotFound, also for another platform.

        Of several platforms that were pulled through one index, the one that is asked for.
        """
        image = self._store.catalogue.find(name)
        if not platform:
            return image
        wanted = wanted_platform(platform, self.platform)
        if serves(image.platform, wanted):
            return image
        sibling = self._store.catalogue.sibling(image, wanted) if _is_name(image, name) else None
        if sibling is None:
            raise NotFound(
                f"image with reference {name} was found but does not match the specified "
                f"platform: wanted {wanted}, actual: {image.platform.normal}"
            )
        return sibling

    async def find(self, name: str, platform: str | None = None) -> Image:
        """As `get`, but an image of the product is waited for while it is still being loaded."""
        if self.arriving is not None and name.startswith(STARTERS):
            await asyncio.wait({self.arriving})
        return self.get(name, platform)

    def foreign(self, image: Image, platform: str | None) -> str:
        """Docker's warning of an image for another machine that nobody asked for; or empty."""
        if platform or serves(image.platform, self.platform):
            return ""
        return (
            f"The requested image's platform ({image.platform.normal}) does not match the detected "
            f"host platform ({self.platform}) and no specific platform was requested"
        )

    def history(self, name: str) -> Sequence[HistoryEntry]:
        """Newest first."""
        return self._store.catalogue.history(name)

    def layers(self, image: Image, pile: Pile) -> AsyncGenerator[LayerFiles, None]:
        """The files of each layer from the bottom up, laid on `pile`; see `layer_reading`."""
        return read_layers(self._store, image, pile)

    def usage(self) -> ContentUsage:
        """Sizes for `system df`, each layer and blob counted once."""
        layers = {
            layer.diff_id: layer.size for image in self._store.catalogue for layer in image.layers
        }
        return ContentUsage(
            layers=sum(layers.values()),
            blobs=sum(size for _, size in self._store.content.digests()),
        )

    def list(self, filters: Filters, *, all: bool = False) -> Sequence[Image]:
        """Newest first; `all` includes the nameless steps of builds."""
        return self._store.catalogue.list(filters, time.time_ns(), all=all)

    # Registries

    async def pull(
        self,
        reference: str,
        auth: Credentials,
        report: Report,
        *,
        platform: str | None = None,
        all_tags: bool = False,
    ) -> Image:
        """Bring an image here under its name, in Docker's progress lines.

        A name without tag and digest means `latest`, or with `all_tags` every tag there is; the
        last of them is returned. A pull that fails or is cancelled changes no image.
        """
        return await self._remote.pull(
            reference, auth, report, platform=platform, all_tags=all_tags
        )

    async def push(self, reference: str, auth: Credentials, report: Report) -> None:
        """Send an image to the registry of its name; without a tag, all tags of that name."""
        await self._remote.push(reference, auth, report)

    async def distribution(self, name: str, auth: Credentials) -> Distribution:
        """What a registry holds under a name, without fetching it."""
        return await self._remote.distribution(name, auth)

    async def tags(self, name: str, auth: Credentials) -> tuple[str, Sequence[str]]:
        """The familiar name of a repository, and the tags that its registry has of it."""
        return await self._remote.tags(name, auth)

    async def search(self, wanted: Wanted, auth: Credentials) -> Sequence[Found]:
        """What the index of a registry finds."""
        return await self._remote.search(wanted, auth)

    async def check_auth(self, credentials: Credentials) -> LoginResult:
        """Try to log in. Raises Unauthorized in Docker's words."""
        return await self._remote.check_auth(credentials)

    # Names and removal

    async def tag(self, source: str, target: str) -> None:
        """Give an image a further name, taking it from another image if need be."""
        image = self._store.catalogue.find(source)
        reference = parse_reference(target).tagged
        if reference.digest:
            raise InvalidParameter("refusing to create a tag with a digest reference")
        await self._store.rename(image.id, [reference])
        self._store.publish("tag", image, reference.familiar)

    async def remove(
        self, name: str, *, force: bool = False, prune: bool = True
    ) -> Sequence[Removed]:
        """Take a name away, and with the last one the image. Raises Conflict as Docker does."""
        uses = tuple(self.containers_using())
        removal = self._store.catalogue.remove(name, uses, force=force, prune=prune)
        image = self._store.catalogue.find(name)
        await self._store.remove(removal, image)
        return removal.records

    def reclaimable(self, filters: Filters) -> tuple[Sequence[Image], int]:
        """What `prune` would remove now, newest first, and the bytes of it that come free."""
        catalogue = self._store.catalogue
        before = {image.id: image for image in catalogue}
        going: builtins.list[str] = []
        undo: builtins.list[Operation] = []
        # Nothing else runs meanwhile, so nobody sees the catalogue without them.
        for removal, _ in self._prunings(filters):
            undo[:0] = catalogue.apply(removal.operations)
            going += [row.id for row in removal.images]
        catalogue.apply(undo)
        held = {diff_id for use in self.containers_using() for diff_id in use.layers}
        freed = reclaimed(tuple(before.values()), going, held)
        return [before[id] for id in going], freed

    async def prune(self, filters: Filters) -> tuple[Sequence[Removed], int]:
        """Remove images that no container uses; the records and the bytes given back.

        Only nameless ones, unless the filter says dangling=false.
        """
        records: builtins.list[Removed] = []
        freed = 0
        for removal, image in self._prunings(filters):
            freed += await self._store.remove(removal, image)
            records += removal.records
        await self.sweep()
        self._events.publish("image", "prune", "", {"reclaimed": str(freed)})
        return records, freed

    def _prunings(self, filters: Filters) -> Iterator[tuple[Removal, Image]]:
        """One removal after the other, each to be done before the next is asked for."""
        catalogue = self._store.catalogue
        meant = catalogue.prunable(filters, time.time_ns())
        # Children are younger than their parents, so newest first lets both go.
        for image in catalogue.list(Filters(), 0, all=True):
            uses = tuple(self.containers_using())
            if image.id not in catalogue or any(use.image == image.id for use in uses):
                continue
            if meant(image) and not catalogue.children(image.id):
                yield catalogue.remove_whole(image.id, uses), image

    # Making

    async def create(
        self,
        parent: str,
        layer: AsyncIterator[bytes] | None,
        config: RunConfig,
        *,
        reference: str = "",
        comment: str = "",
        author: str = "",
        created_by: str = "",
        container: str = "",
        changes: Sequence[str] = (),
        platform: Platform | None = None,
        layer_of: Image | None = None,
        created_ns: int | None = None,
    ) -> Image:
        """Make an image above another one (commit, or a step of a build), "" for above nothing.

        `layer` is the difference as an uncompressed tar; None adds only to the history, and so
        does a tar without entries. `changes` are Dockerfile instructions that alter `config`.
        """
        return await self._making.create(
            parent,
            layer,
            config,
            reference=reference,
            comment=comment,
            author=author,
            created_by=created_by,
            container=container,
            changes=changes,
            platform=platform,
            layer_of=layer_of,
            created_ns=created_ns,
        )

    async def import_(
        self,
        source: AsyncIterator[bytes] | str,
        report: Report = lambda progress: None,
        *,
        reference: str = "",
        message: str = "",
        changes: Sequence[str] = (),
        platform: str | None = None,
    ) -> Image:
        """Make an image of one layer from a root file system as a tar, compressed or not.

        `source` is the tar itself, or the address on the web where it lies.
        """
        if not isinstance(source, str):
            return await self._making.import_(
                source, reference=reference, message=message, changes=changes, platform=platform
            )
        async with self._remote.download(source, report) as chunks:
            return await self._making.import_(
                chunks, reference=reference, message=message, changes=changes, platform=platform
            )

    def download(
        self, address: str, report: Report = lambda progress: None
    ) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """A file from the web, for who builds."""
        return self._remote.download(address, report)

    # Archives

    def save(self, names: Sequence[str]) -> AsyncIterator[bytes]:
        """The images as one tar, in Docker's and in OCI's layout at once.

        A name without a tag means all its tags. Raises NotFound before the first byte.
        """
        return self._archives.save(names)

    async def load(
        self, source: AsyncIterator[bytes], report: Report, *, quiet: bool = False
    ) -> Sequence[str]:
        """Take in what `save` or another tool wrote; the names, or ids of what has none."""
        return await self._archives.load(source, report, quiet=quiet)

    async def load_file(
        self, path: Path, report: Report = lambda progress: None, *, quiet: bool = True
    ) -> Sequence[str]:
        """As `load`, from an archive on disk."""
        return await self._archives.load_file(path, report, quiet=quiet)


def _is_name(image: Image, name: str) -> bool:
    """Whether an image was found by a name, not by its id."""
    digits = name.removeprefix("sha256:")
    return name in image.tags or not image.id.removeprefix("sha256:").startswith(digits)
