"""Save images as one tar and load them from one."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from davit_engine.errors import InvalidParameter
from davit_engine.images.archive import Archive, LoadedImage, image_archive, spool
from davit_engine.images.document import check_platform, parse_document
from davit_engine.images.image_store import ImageStore
from davit_engine.images.records import Image, Layer, Progress
from davit_engine.images.reference import Reference
from davit_engine.images.repository import sha256
from davit_engine.lookup import short

Report = Callable[[Progress], None]


class Archives:
    """The ways between the image store and files."""

    def __init__(self, store: ImageStore) -> None:
        self._store = store

    def save(self, names: Sequence[str]) -> AsyncIterator[bytes]:
        """The images as one tar, in Docker's and in OCI's layout at once.

        A name without a tag means all its tags. Raises NotFound before the first byte.
        """
        chosen: dict[str, list[Reference]] = {}
        for name in names:
            for id, references in self._store.catalogue.find_any(name):
                held = chosen.setdefault(id, [])
                held += [reference for reference in references if reference not in held]
        images = [
            (self._store.catalogue.image(id), references) for id, references in chosen.items()
        ]
        for image, _ in images:
            self._store.publish("save", image, image.id)
        return self._save(images)

    async def load(
        self, source: AsyncIterator[bytes], report: Report, *, quiet: bool = False
    ) -> Sequence[str]:
        """Take in what `save` or another tool wrote; the names, or ids of what has none."""
        path = await spool(self._store.content, source)
        try:
            return await self.load_file(path, report, quiet=quiet)
        finally:
            path.unlink(missing_ok=True)

    async def load_file(
        self, path: Path, report: Report = lambda progress: None, *, quiet: bool = True
    ) -> Sequence[str]:
        """As `load`, from an archive on disk."""
        loaded: list[str] = []
        async with self._store.lease("load") as lease:
            archive = await self._store.content.run(
                Archive, self._store.content, path, self._store.platform
            )
            try:
                for entry in await self._store.content.run(archive.images):
                    loaded += await self._load(archive, entry, lease, report, quiet=quiet)
            finally:
                await self._store.content.run(archive.close)
        return loaded

    async def _load(
        self,
        archive: Archive,
        entry: LoadedImage,
        lease: str,
        report: Report,
        *,
        quiet: bool,
    ) -> list[str]:
        """One image of an archive; its names, or its id."""
        document = parse_document(entry.config)
        check_platform(document)
        layers: list[Layer] = []
        for depth, diff_id in enumerate(document.rootfs.diff_ids):
            below = document.rootfs.diff_ids[:depth]
            known = self._store.catalogue.layer(diff_id)
            blob = known.blob if known is not None else None
            if entry.blobs and blob is not None and blob.digest != entry.blobs[depth].digest:
                blob = None
            if blob is None or self._store.content.size(blob.digest) != blob.size:
                if not quiet:
                    size = archive.layer_size(entry, depth)
                    report(
                        Progress(id=short(diff_id), status="Loading layer", current=0, total=size)
                    )
                stored = await self._store.content.run(archive.store_layer, entry, depth)
                blob = stored.blob
                self._store.leases.hold(lease, blobs=(blob.digest,))
                if stored.diff_id != diff_id:
                    raise InvalidParameter(
                        f"invalid diffID for layer {depth}: expected {diff_id!r}, got "
                        f"{stored.diff_id!r}"
                    )
            layers.append(await self._store.unpack(below, diff_id, blob, lease))
            if not quiet:
                size = blob.size
                report(
                    Progress(id=short(diff_id), status="Loading layer", current=size, total=size)
                )
        for name in entry.names:
            old = self._store.catalogue.holder(name)
            if old is not None and old != sha256(entry.config):
                moved = f"The image {name.familiar} already exists, renaming the old one with ID"
                report(Progress(status=f"{moved} {old} to empty string\n", stream=True))
        image = await self._store.store_image(
            entry.config, layers, lease, entry.names, found=entry.found
        )
        for name in entry.names:
            report(Progress(status=f"Loaded image: {name.familiar}\n", stream=True))
        if not entry.names:
            report(Progress(status=f"Loaded image ID: {image.id}\n", stream=True))
        self._store.publish("load", image, image.id)
        return [name.familiar for name in entry.names] or [image.id]

    async def _save(
        self, images: Sequence[tuple[Image, Sequence[Reference]]]
    ) -> AsyncIterator[bytes]:
        async with self._store.lease("save", *(image for image, _ in images)):
            async for block in image_archive(self._store.content, images):
                yield block
