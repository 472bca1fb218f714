"""Make images here: of a container's changes, of a build's step, of a root file system's tar."""

import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

from davit_engine.errors import InvalidParameter
from davit_engine.images.changes import apply_changes
from davit_engine.images.document import Document, History, RootFS, RunConfig, render_document
from davit_engine.images.image_store import EMPTY_TARS, ImageStore
from davit_engine.images.manifest import Platform, wanted_platform
from davit_engine.images.records import Image, Layer
from davit_engine.images.reference import parse_reference


class Making:
    """The ways to images that neither a registry nor an archive has."""

    def __init__(self, store: ImageStore) -> None:
        self._store = store

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

        `layer` is the difference as an uncompressed tar; None adds only to the history. `changes`
        are Dockerfile instructions that alter the configuration. Instead of bringing a layer, it
        may be that of another image that stands on the same layers. `created_ns` is told instead
        of the present time.
        """
        base = self._store.catalogue.find(parent) if parent else None
        below = base.document if base else _blank(platform or self._store.platform)
        name = parse_reference(reference).tagged if reference else None
        if name is not None and name.digest:
            raise InvalidParameter("refusing to create a tag with a digest reference")
        config = apply_changes(config, changes)
        async with self._store.lease("create", *(one for one in (base, layer_of) if one)) as lease:
            below_layers = base.layers if base else ()
            if layer_of is None:
                added = await self._added(base.chain if base else (), layer, lease)
            else:
                added = layer_of.layers[len(below_layers) : len(below_layers) + 1]
            layers = (*below_layers, *added)
            now = _now() if created_ns is None else _rfc3339(created_ns)
            step = History(
                created=now,
                created_by=created_by,
                author=author,
                comment=comment,
                empty_layer=not added,
            )
            document = Document(
                architecture=below.architecture,
                variant=below.variant,
                os=below.os,
                os_version=below.os_version,
                created=now,
                author=author,
                comment=comment,
                container=container,
                config=config,
                rootfs=RootFS(diff_ids=tuple(layer.diff_id for layer in layers)),
                history=(*below.history, step),
            )
            image = await self._store.store_image(
                render_document(document),
                layers,
                lease,
                [name] if name else [],
                parent=base.id if base else "",
            )
        self._store.publish("create", image, name.familiar if name else image.id)
        return image

    async def import_(
        self,
        stream: AsyncIterator[bytes],
        *,
        reference: str = "",
        message: str = "",
        changes: Sequence[str] = (),
        platform: str | None = None,
    ) -> Image:
        """Make an image of one layer from a root file system as a tar, compressed or not."""
        name = parse_reference(reference).tagged if reference else None
        if name is not None and name.digest:
            raise InvalidParameter("cannot import digest reference")
        config = apply_changes(RunConfig(), changes)
        target = wanted_platform(platform, self._store.platform)
        async with self._store.lease("import") as lease:
            stored = await self._store.take_in(stream, lease, packed=True)
            layer = await self._store.unpack((), stored.diff_id, stored.blob, lease)
            now = _now()
            document = Document(
                architecture=target.architecture,
                variant=target.variant if platform else "",
                os=target.os,
                created=now,
                comment=message,
                config=config,
                rootfs=RootFS(diff_ids=(layer.diff_id,)),
                history=(History(created=now, comment=message),),
            )
            image = await self._store.store_image(
                render_document(document), (layer,), lease, [name] if name else []
            )
        self._store.publish("import", image, image.id)
        return image

    async def _added(
        self, below: Sequence[str], layer: AsyncIterator[bytes] | None, lease: str
    ) -> Sequence[Layer]:
        """The one layer of a step, or by Docker's rule none where nothing has changed."""
        if layer is None:
            return ()
        stored = await self._store.take_in(layer, lease)
        if stored.diff_id in EMPTY_TARS:
            return ()
        return (await self._store.unpack(below, stored.diff_id, stored.blob, lease),)


def _blank(platform: Platform) -> Document:
    return Document(architecture=platform.architecture, os=platform.os, variant=platform.variant)


def _now() -> str:
    return _rfc3339(time.time_ns())


def _rfc3339(time_ns: int) -> str:
    moment = datetime.fromtimestamp(time_ns // 1_000_000_000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{time_ns % 1_000_000_000 // 1000:06d}Z"
