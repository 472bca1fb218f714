"""The images, layers and names of the daemon: every change of them goes through here.

Order of every change: blobs and layers are durable first, under a lease; one commit of the store
then makes the image visible under its names; what nothing needs any longer is deleted last. A
crash between any two steps leaves content that no image names, and the next start sweeps it.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Final

import msgspec

from davit_engine.errors import EngineError, Unavailable
from davit_engine.events import EventBus
from davit_engine.images.archive import spool
from davit_engine.images.catalogue import Catalogue, Operation, Removal
from davit_engine.images.compress import LayerWriter, StoredLayer, store_file
from davit_engine.images.content import Content
from davit_engine.images.leases import Leases
from davit_engine.images.manifest import (
    Descriptor,
    Platform,
    parse_manifest,
    render_manifest,
)
from davit_engine.images.pull import Puller
from davit_engine.images.records import Image, ImageRow, ImageUse, Layer, TagRow
from davit_engine.images.reference import Reference
from davit_engine.images.repository import Found, sha256
from davit_engine.snapshots.snapshotter import Snapshotter, chain_ids
from davit_engine.store import Put, Store

EMPTY_TARS: Final = frozenset(
    f"sha256:{hashlib.sha256(bytes(size)).hexdigest()}" for size in (1024, 10240)
)
"""Diff ids of tars without an entry: the end mark alone, and padded to a record."""


class ImageStore:
    """What there is. The works in this package change it, each in its own way."""

    def __init__(
        self,
        store: Store,
        events: EventBus,
        content: Content,
        snapshotter: Snapshotter,
        puller: Puller,
        platform: Platform,
    ) -> None:
        self.containers_using: Callable[[], Iterable[ImageUse]] = tuple
        self.platform = platform
        """The host's."""
        self.content = content
        self.puller = puller
        self.leases = Leases(store)
        self.catalogue = Catalogue({}, {})
        self._store = store
        self._events = events
        self._snapshotter = snapshotter
        self._collecting = asyncio.Lock()

    async def start(self) -> None:
        """Load what there is; the snapshotter has recovered. `sweep` when containers are known."""
        self.content.start()
        self.catalogue = Catalogue(
            self._store.load("images", ImageRow), self._store.load("tags", TagRow)
        )
        await self.leases.start()

    async def sweep(self) -> None:
        """Delete content that neither an image nor a container nor a lease needs."""
        there = [digest for digest, _ in self.content.digests()]
        await self.collect(there, await self._snapshotter.layers())

    async def rename(self, id: str, names: Iterable[Reference], *, index: str = "") -> Image:
        """Give an image that is here further names; `index` as in `ImageRow`."""
        row = self.catalogue.row(id)
        row = msgspec.structs.replace(row, tagged_ns=time.time_ns(), index=index or row.index)
        await self.commit([*self.naming(id, names), Put("images", id, row)])
        return self.catalogue.image(id)

    async def store_image(
        self,
        raw: bytes,
        layers: Sequence[Layer],
        lease: str,
        names: Sequence[Reference],
        *,
        found: Found | None = None,
        index: str = "",
        parent: str = "",
    ) -> Image:
        """The last step of every way to an image: its layers are durable, now it is seen."""
        id = sha256(raw)
        if found is None:
            blobs = [layer.blob for layer in layers]
            # Docker's own type has no zstd; otherwise it is what Docker pushes.
            oci = any(blob.media_type.endswith("zstd") for blob in blobs)
            body, media_type = render_manifest(id, len(raw), blobs, oci=oci)
        else:
            body, media_type = found.raw, parse_manifest(found.raw, found.media_type).media_type
        digest = sha256(body)
        self.leases.hold(lease, blobs=(id, digest))
        await self.content.put(raw)
        await self.content.put(body)
        replaced = self.catalogue.row(id) if id in self.catalogue else None
        row = ImageRow(
            id=id,
            parent=parent or (replaced.parent if replaced else ""),
            config=raw.decode(),
            manifest=Descriptor(media_type=media_type, digest=digest, size=len(body)),
            layers=tuple(layers),
            index=index or (replaced.index if replaced else ""),
            tagged_ns=time.time_ns(),
        )
        await self.commit([Put("images", id, row), *self.naming(id, names)])
        image = self.catalogue.image(id)
        if replaced is not None:
            await self.collect(replaced.blobs, ())
        return image

    async def take_in(
        self, stream: AsyncIterator[bytes], lease: str, *, packed: bool = False
    ) -> StoredLayer:
        """Store the blob of a layer that comes as a tar; `packed` if it may be compressed."""
        stored = await (self._store_packed(stream) if packed else self._store_plain(stream))
        self.leases.hold(lease, blobs=(stored.blob.digest,))
        return stored

    async def _store_packed(self, stream: AsyncIterator[bytes]) -> StoredLayer:
        path = await spool(self.content, stream)
        try:
            return await self.content.run(store_file, self.content, path)
        finally:
            path.unlink(missing_ok=True)

    async def _store_plain(self, stream: AsyncIterator[bytes]) -> StoredLayer:
        writer = await self.content.run(LayerWriter, self.content)
        try:
            async for block in stream:
                await self.content.run(writer.write, block)
            return await self.content.run(writer.commit)
        finally:
            await self.content.run(writer.close)

    async def unpack(
        self, below: Sequence[str], diff_id: str, blob: Descriptor, lease: str
    ) -> Layer:
        """Unpack a blob that is in the content store above the layers `below`."""
        chain = (*below, diff_id)
        self.leases.hold(lease, blobs=(blob.digest,), layers=(diff_id, chain_ids(chain)[-1]))
        await self.settled()
        if self.content.size(blob.digest) is None:
            raise Unavailable(
                f"layer {diff_id} was removed meanwhile by another command; try again"
            )
        info = await self.puller.unpack(chain, blob, lambda: self.content.open(blob.digest))
        return Layer(diff_id=diff_id, blob=blob, size=info.size)

    async def remove(self, removal: Removal, image: Image) -> int:
        """Carry a removal out; the bytes of layers and blobs that it gave back."""
        await self.commit(removal.operations)
        for record in removal.records:
            if record.untagged:
                self.publish("untag", image, record.untagged)
        for row in removal.images:
            self._events.publish("image", "delete", row.id, {"name": row.id})
        return await self.collect(
            {digest for row in removal.images for digest in row.blobs},
            {key for row in removal.images for key in row.layer_keys},
        )

    async def collect(self, blobs: Iterable[str], layers: Iterable[str]) -> int:
        """Delete those of the candidates that nothing needs; the bytes given back.

        Whoever is about to need content takes a lease first and then waits for this lock once:
        either the collector saw the lease, or the content is gone before it is looked for.
        """
        freed = 0
        async with self._collecting:
            wanted = self.catalogue.layer_keys(self.containers_using())
            for key in layers:
                # The removal of one layer may take a while, and meanwhile leases are taken.
                if key not in wanted and key not in self.leases.layers():
                    freed += await self._snapshotter.remove_layer(key)
            needed = self.catalogue.blobs() | self.leases.blobs()
            size, trash = self.content.discard(digest for digest in blobs if digest not in needed)
            freed += size
            await self.content.purge(trash)
        return freed

    async def settled(self) -> None:
        """Wait until the collector has seen the leases taken so far: see `collect`."""
        async with self._collecting:
            pass

    async def give_up(self, lease: str, *, keep: bool) -> None:
        """After a failed pull: what may be resumed is kept for a day, the rest is deleted."""
        if keep:
            self.leases.abandon(lease)
            return
        blobs, layers = self.leases.held(lease)
        await self.leases.end([lease])
        self.content.drop_partial(set(blobs) - self.leases.blobs())
        await self.collect(blobs, layers)

    @asynccontextmanager
    async def lease(self, purpose: str, *images: Image) -> AsyncIterator[str]:
        """Hold images' content, and what is added, while something works with it."""
        rows = [self.catalogue.row(image.id) for image in images]
        lease = self.leases.take(
            purpose,
            blobs=[digest for row in rows for digest in row.blobs],
            layers=[key for row in rows for key in row.layer_keys],
        )
        try:
            yield lease
        finally:
            blobs, layers = self.leases.held(lease)
            await self.leases.end([lease])
            await self.collect(blobs, layers)

    async def intact(self, image: Image) -> bool:
        """Whether everything that an image needs is really there."""
        for depth, layer in enumerate(image.layers, start=1):
            if self.content.size(layer.blob.digest) != layer.blob.size:
                return False
            if not await self._snapshotter.has(image.chain[:depth]):
                return False
        return self.content.size(image.manifest.digest) is not None

    async def commit(self, operations: Sequence[Operation]) -> None:
        """Change memory and disk; when the disk refuses, neither."""
        undo = self.catalogue.apply(operations)
        try:
            await self._store.commit(operations)
        except EngineError:
            self.catalogue.apply(undo)
            raise

    def naming(self, id: str, names: Iterable[Reference]) -> list[Operation]:
        """What gives an image its names.

        An image of another platform that an index's digest meant until now goes on under the
        digest of its own manifest.
        """
        operations: list[Operation] = []
        for name in names:
            other = self.catalogue.holder(name)
            if name.digest and other not in (None, id):
                row = self.catalogue.row(other)
                own = name.with_digest(row.manifest.digest)
                if own.digest != name.digest and self.catalogue.holder(own) is None:
                    operations.append(Put("tags", str(own.key), TagRow(image=other)))
            operations.append(Put("tags", str(name.key), TagRow(image=id)))
        return operations

    def publish(self, action: str, image: Image, name: str, *, id: str = "") -> None:
        labels = image.document.config.labels
        self._events.publish("image", action, id or image.id, {**labels, "name": name})
