"""Pull, push, list, tag, remove, save, load and make images.

Order of every change: blobs and layers are durable first, under a lease; one commit of the store
then makes the image visible under its names; what nothing needs any longer is deleted last. A
crash between any two steps leaves content that no image names, and the next start sweeps it.
"""

import asyncio
import builtins
import os
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.config import Config
from davit_engine.errors import EngineError, InvalidParameter, NotFound, Unavailable
from davit_engine.events import EventBus
from davit_engine.images.archive import Archive, LoadedImage, image_archive, spool
from davit_engine.images.catalogue import Catalogue, Operation, Removal
from davit_engine.images.changes import apply_changes
from davit_engine.images.compress import LayerWriter, StoredLayer, store_file
from davit_engine.images.content import Content, DigestMismatch
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import (
    DOCUMENT_MAX,
    Document,
    History,
    RootFS,
    RunConfig,
    parse_document,
    render_document,
)
from davit_engine.images.leases import Leases
from davit_engine.images.manifest import (
    DOCKER_CONFIG,
    DOCKER_MANIFEST,
    INDEX_DEPTH_MAX,
    OCI_CONFIG,
    OCI_MANIFEST,
    Descriptor,
    Index,
    Manifest,
    Platform,
    choose,
    host_platform,
    parse_manifest,
    parse_platform,
)
from davit_engine.images.pull import Puller
from davit_engine.images.push import Pusher
from davit_engine.images.records import (
    ContentUsage,
    Distribution,
    HistoryEntry,
    Image,
    ImageRow,
    ImageUse,
    Layer,
    LoginResult,
    Progress,
    Removed,
    TagRow,
)
from davit_engine.images.reference import DEFAULT_DOMAIN, Reference, parse_reference
from davit_engine.images.refusal import Interrupted
from davit_engine.images.registry import Found, Registry, Repository, sha256
from davit_engine.lookup import Filters, short
from davit_engine.snapshots.snapshotter import Snapshotter, chain_ids, chain_keys
from davit_engine.store import Put, Store

Report = Callable[[Progress], None]

STARTERS: Final = "davit/"
"""How the names of the images begin that travel inside the product."""
_HUB_ADDRESSES: Final = frozenset({"", DEFAULT_DOMAIN, "index.docker.io", "registry-1.docker.io"})


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
        self.containers_using: Callable[[], Iterable[ImageUse]] = tuple
        """All containers and what they need; set by the container service."""
        self.arriving: asyncio.Task[None] | None = None
        """Loads the images that travel inside the product; set by the daemon."""
        self.platform = host_platform(os.uname().machine)
        self._store = store
        self._events = events
        self._content = content
        self._snapshotter = snapshotter
        self._registry = registry
        self._leases = Leases(store)
        self._catalogue = Catalogue({}, {})
        self._puller = Puller(
            content, snapshotter, registry.patience, config.max_concurrent_downloads
        )
        self._pusher = Pusher(content, config.max_concurrent_uploads)
        self._collecting = asyncio.Lock()

    async def start(self) -> None:
        """Load what there is; the snapshotter has recovered. `sweep` when containers are known."""
        self._content.start()
        self._catalogue = Catalogue(
            self._store.load("images", ImageRow), self._store.load("tags", TagRow)
        )
        await self._leases.start()

    async def sweep(self) -> None:
        """Delete content that neither an image nor a container nor a lease needs."""
        there = [digest for digest, _ in self._content.digests()]
        await self._collect(there, await self._snapshotter.layers())

    async def close(self) -> None:
        await self._registry.close()
        self._content.close()

    def __len__(self) -> int:
        return len(self._catalogue)

    def get(self, name: str, platform: str | None = None) -> Image:
        """By reference, id or unique prefix. Raises NotFound, also for another platform."""
        image = self._catalogue.find(name)
        if platform:
            wanted = self._wanted(platform)
            if not _serves(image.platform, wanted):
                raise NotFound(
                    f"image with reference {name} was found but does not match the specified "
                    f"platform: wanted {wanted}, actual: {image.platform.normal}"
                )
        return image

    async def find(self, name: str, platform: str | None = None) -> Image:
        """As `get`, but an image of the product is waited for while it is still being loaded."""
        if self.arriving is not None and name.startswith(STARTERS):
            await asyncio.wait({self.arriving})
        return self.get(name, platform)

    def history(self, name: str) -> Sequence[HistoryEntry]:
        """Newest first."""
        return self._catalogue.history(name)

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
        named = parse_reference(reference)
        wanted = self._wanted(platform)
        if not all_tags:
            return await self._pull(named.tagged, auth, report, wanted, explicit=bool(platform))
        if named.target:
            raise InvalidParameter("tag can't be used with --all-tags/-a")
        image = None
        for tag in await self._registry.repository(named, auth).tags():
            image = await self._pull(
                named.with_tag(tag), auth, report, wanted, explicit=bool(platform)
            )
        if image is None:
            raise NotFound(f"repository {named.familiar_name} has no tags")
        return image

    async def push(self, reference: str, auth: Credentials, report: Report) -> None:
        """Send an image to the registry of its name; without a tag, all tags of that name."""
        named = parse_reference(reference)
        if named.digest:
            raise InvalidParameter("cannot push a digest reference")
        tags = [named] if named.tag else self._catalogue.of_repository(named)
        held = [(tag, self._catalogue.holder(tag)) for tag in tags]
        if not held or any(id is None for _, id in held):
            raise NotFound(f"An image does not exist locally with the tag: {named.familiar_name}")
        report(Progress(status=f"The push refers to repository [{named.name}]"))
        for tag, id in held:
            if id is not None:
                await self._push(tag, self._catalogue.image(id), auth, report)

    async def tag(self, source: str, target: str) -> None:
        """Give an image a further name, taking it from another image if need be."""
        image = self._catalogue.find(source)
        reference = parse_reference(target).tagged
        if reference.digest:
            raise InvalidParameter("refusing to create a tag with a digest reference")
        await self._commit(
            [
                *self._naming(image.id, reference),
                Put("images", image.id, _touched(self._catalogue.row(image.id))),
            ]
        )
        self._publish("tag", image, reference.familiar)

    async def remove(
        self, name: str, *, force: bool = False, prune: bool = True
    ) -> Sequence[Removed]:
        """Take a name away, and with the last one the image. Raises Conflict as Docker does."""
        uses = tuple(self.containers_using())
        removal = self._catalogue.remove(name, uses, force=force, prune=prune)
        image = self._catalogue.find(name)
        await self._remove(removal, image)
        return removal.records

    async def prune(self, filters: Filters) -> tuple[Sequence[Removed], int]:
        """Remove images that no container uses; the records and the bytes given back.

        Only nameless ones, unless the filter says dangling=false.
        """
        records: builtins.list[Removed] = []
        freed = 0
        # Children are younger than their parents, so newest first lets both go.
        for image in self._catalogue.list(Filters(), 0, all=True):
            uses = tuple(self.containers_using())
            if image.id not in self._catalogue or any(use.image == image.id for use in uses):
                continue
            if not self._catalogue.prunable(image, filters, time.time_ns()):
                continue
            if self._catalogue.children(image.id):
                continue
            removal = self._catalogue.remove_whole(image.id, uses)
            freed += await self._remove(removal, image)
            records += removal.records
        await self.sweep()
        self._events.publish("image", "prune", "", {"reclaimed": str(freed)})
        return records, freed

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
    ) -> Image:
        """Make an image above another one (commit, or a step of a build).

        `layer` is the difference as an uncompressed tar; None adds only to the history. `changes`
        are Dockerfile instructions that alter the configuration.
        """
        base = self._catalogue.find(parent)
        name = parse_reference(reference).tagged if reference else None
        config = apply_changes(config, changes)
        async with self._lease("create", base) as lease:
            layers = base.layers
            if layer is not None:
                layers = (*layers, await self._add_layer(base.chain, layer, lease))
            now = _now()
            step = History(
                created=now,
                created_by=created_by,
                author=author,
                comment=comment,
                empty_layer=layer is None,
            )
            document = Document(
                architecture=base.document.architecture,
                variant=base.document.variant,
                os=base.document.os,
                os_version=base.document.os_version,
                created=now,
                author=author or base.document.author,
                comment=comment,
                container=container,
                config=config,
                rootfs=RootFS(diff_ids=tuple(layer.diff_id for layer in layers)),
                history=(*base.document.history, step),
            )
            image = await self._store_image(
                render_document(document), layers, lease, [name] if name else [], parent=base.id
            )
        self._publish("create", image, name.familiar if name else image.id)
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
        target = self._wanted(platform)
        async with self._lease("import") as lease:
            layer = await self._add_layer((), stream, lease, packed=True)
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
            image = await self._store_image(
                render_document(document), (layer,), lease, [name] if name else []
            )
        self._publish("import", image, image.id)
        return image

    def save(self, names: Sequence[str]) -> AsyncIterator[bytes]:
        """The images as one tar, in Docker's and in OCI's layout at once.

        A name without a tag means all its tags. Raises NotFound before the first byte.
        """
        chosen: dict[str, builtins.list[Reference]] = {}
        for name in names:
            for id, references in self._catalogue.find_any(name):
                held = chosen.setdefault(id, [])
                held += [reference for reference in references if reference not in held]
        images = [(self._catalogue.image(id), references) for id, references in chosen.items()]
        for image, _ in images:
            self._publish("save", image, image.id)
        return self._save(images)

    async def load(
        self, source: AsyncIterator[bytes], report: Report, *, quiet: bool = False
    ) -> Sequence[str]:
        """Take in what `save` or another tool wrote; the names, or ids of what has none."""
        path = await spool(self._content, source)
        try:
            return await self.load_file(path, report, quiet=quiet)
        finally:
            path.unlink(missing_ok=True)

    async def load_file(
        self, path: Path, report: Report = lambda progress: None, *, quiet: bool = True
    ) -> Sequence[str]:
        """As `load`, from an archive on disk."""
        loaded: builtins.list[str] = []
        async with self._lease("load") as lease:
            archive = await self._content.run(Archive, self._content, path, self.platform)
            try:
                for entry in await self._content.run(archive.images):
                    loaded += await self._load(archive, entry, lease, report, quiet=quiet)
            finally:
                await self._content.run(archive.close)
        return loaded

    async def distribution(self, name: str, auth: Credentials) -> Distribution:
        """What a registry holds under a name, without fetching it."""
        reference = parse_reference(name).tagged
        repository = self._registry.repository(reference, auth)
        found = await repository.manifest(reference.target)
        parsed = parse_manifest(found.raw, found.media_type)
        descriptor = Descriptor(
            media_type=parsed.media_type, digest=found.digest, size=len(found.raw)
        )
        if isinstance(parsed, Index):
            platforms = tuple(entry.platform for entry in parsed.manifests if entry.platform)
        else:
            raw = await repository.small_blob(parsed.config, DOCUMENT_MAX)
            platforms = (parse_document(raw).platform,)
        return Distribution(descriptor=descriptor, platforms=platforms)

    async def check_auth(self, credentials: Credentials) -> LoginResult:
        """Try to log in. Raises Unauthorized in Docker's words."""
        address = credentials.server_address.removeprefix("https://").removeprefix("http://")
        domain = address.partition("/")[0]
        if domain in _HUB_ADDRESSES:
            domain = DEFAULT_DOMAIN
        token = await self._registry.log_in(domain, credentials)
        return LoginResult(status="Login Succeeded", identity_token=token)

    def usage(self) -> ContentUsage:
        """Sizes for `system df`, each layer and blob counted once."""
        layers = {layer.diff_id: layer.size for image in self._catalogue for layer in image.layers}
        return ContentUsage(
            layers=sum(layers.values()), blobs=sum(size for _, size in self._content.digests())
        )

    def list(self, filters: Filters, *, all: bool = False) -> Sequence[Image]:
        """Newest first; `all` includes the nameless steps of builds."""
        return self._catalogue.list(filters, time.time_ns(), all=all)

    async def _pull(
        self,
        reference: Reference,
        auth: Credentials,
        report: Report,
        wanted: Platform,
        *,
        explicit: bool,
    ) -> Image:
        repository = self._registry.repository(reference, auth)
        top = await repository.manifest(reference.target)
        report(Progress(id=reference.target, status=f"Pulling from {reference.path}"))
        found, manifest = await _resolve(repository, top, wanted)
        digest_name = reference.with_digest(top.digest)
        names = [digest_name] if reference.digest else [reference, digest_name]
        known = self._catalogue.holder(reference)
        purpose = f"pull {reference}"
        lease = self._leases.take(
            purpose,
            blobs=(manifest.config.digest, found.digest, *(la.digest for la in manifest.layers)),
        )
        try:
            image = await self._fetch(
                repository, found, manifest, lease, report, wanted if explicit else None, names
            )
        except BaseException as error:
            await self._give_up(lease, keep=isinstance(error, _RESUMABLE))
            raise
        await self._leases.end([lease, *self._leases.abandoned(purpose)])
        report(Progress(status=f"Digest: {top.digest}"))
        news = "Image is up to date" if known == image.id else "Downloaded newer image"
        report(Progress(status=f"Status: {news} for {reference.familiar}"))
        self._publish("pull", image, reference.familiar, id=reference.familiar)
        return image

    async def _fetch(
        self,
        repository: Repository,
        found: Found,
        manifest: Manifest,
        lease: str,
        report: Report,
        wanted: Platform | None,
        names: Sequence[Reference],
    ) -> Image:
        """Get what is missing of an image and give it its names."""
        id = manifest.config.digest
        whole = id in self._catalogue and await self._intact(self._catalogue.image(id))
        if whole and id in self._catalogue:
            _check_platform(self._catalogue.image(id).document, wanted, names[0])
            return await self._rename(id, names)
        raw = await repository.small_blob(manifest.config, DOCUMENT_MAX)
        document = parse_document(raw)
        _check_platform(document, wanted, names[0])
        diff_ids = document.rootfs.diff_ids
        if len(diff_ids) != len(manifest.layers):
            raise InvalidParameter(
                f"invalid image: the manifest has {len(manifest.layers)} layers and the "
                f"configuration {len(diff_ids)}"
            )
        # Layers are held before anyone looks whether they are there: see _collect.
        self._leases.hold(lease, layers=chain_keys(diff_ids))
        async with self._collecting:
            pass
        layers = await self._puller.layers(repository, manifest.layers, diff_ids, report)
        return await self._store_image(raw, layers, lease, names, found=found)

    async def _rename(self, id: str, names: Sequence[Reference]) -> Image:
        """Give an image that is here the names that it was pulled by."""
        if any(self._catalogue.holder(name) != id for name in names):
            operations = [operation for name in names for operation in self._naming(id, name)]
            row = _touched(self._catalogue.row(id))
            await self._commit([*operations, Put("images", id, row)])
        return self._catalogue.image(id)

    async def _store_image(
        self,
        raw: bytes,
        layers: Sequence[Layer],
        lease: str,
        names: Sequence[Reference],
        *,
        found: Found | None = None,
        parent: str = "",
    ) -> Image:
        """The last step of every way to an image: its layers are durable, now it is seen."""
        id = sha256(raw)
        if found is None:
            body, media_type = _manifest(id, raw, layers)
        else:
            body, media_type = found.raw, parse_manifest(found.raw, found.media_type).media_type
        digest = sha256(body)
        self._leases.hold(lease, blobs=(id, digest))
        await self._content.put(raw)
        await self._content.put(body)
        replaced = self._catalogue.row(id) if id in self._catalogue else None
        row = ImageRow(
            id=id,
            parent=parent or (replaced.parent if replaced else ""),
            config=raw.decode(),
            manifest=Descriptor(media_type=media_type, digest=digest, size=len(body)),
            layers=tuple(layers),
            tagged_ns=time.time_ns(),
        )
        operations: builtins.list[Operation] = [Put("images", id, row)]
        for name in names:
            operations += self._naming(id, name)
        await self._commit(operations)
        image = self._catalogue.image(id)
        if replaced is not None:
            await self._collect(replaced.blobs, ())
        return image

    async def _add_layer(
        self,
        below: Sequence[str],
        stream: AsyncIterator[bytes],
        lease: str,
        *,
        packed: bool = False,
    ) -> Layer:
        """Store and unpack a layer that comes as a tar; `packed` if it may be compressed."""
        stored = await (self._store_packed(stream) if packed else self._store_plain(stream))
        return await self._unpack(below, stored.diff_id, stored.blob, lease)

    async def _store_packed(self, stream: AsyncIterator[bytes]) -> StoredLayer:
        path = await spool(self._content, stream)
        try:
            return await self._content.run(store_file, self._content, path)
        finally:
            path.unlink(missing_ok=True)

    async def _store_plain(self, stream: AsyncIterator[bytes]) -> StoredLayer:
        writer = await self._content.run(LayerWriter, self._content)
        try:
            async for block in stream:
                await self._content.run(writer.write, block)
            return await self._content.run(writer.commit)
        finally:
            await self._content.run(writer.close)

    async def _unpack(
        self, below: Sequence[str], diff_id: str, blob: Descriptor, lease: str
    ) -> Layer:
        chain = (*below, diff_id)
        self._leases.hold(lease, blobs=(blob.digest,), layers=(diff_id, chain_ids(chain)[-1]))
        async with self._collecting:
            pass
        if self._content.size(blob.digest) is None:
            raise Unavailable(
                f"layer {diff_id} was removed meanwhile by another command; try again"
            )
        info = await self._puller.unpack(chain, blob, lambda: self._content.open(blob.digest))
        return Layer(diff_id=diff_id, blob=blob, size=info.size)

    async def _load(
        self,
        archive: Archive,
        entry: LoadedImage,
        lease: str,
        report: Report,
        *,
        quiet: bool,
    ) -> builtins.list[str]:
        """One image of an archive; its names, or its id."""
        document = parse_document(entry.config)
        _check_platform(document, None, None)
        layers: builtins.list[Layer] = []
        for depth, diff_id in enumerate(document.rootfs.diff_ids):
            below = document.rootfs.diff_ids[:depth]
            known = self._catalogue.layer(diff_id)
            blob = known.blob if known is not None else None
            if entry.blobs and blob is not None and blob.digest != entry.blobs[depth].digest:
                blob = None
            if blob is None or self._content.size(blob.digest) != blob.size:
                if not quiet:
                    report(Progress(id=short(diff_id), status="Loading layer", current=0, total=1))
                stored = await self._content.run(archive.store_layer, entry, depth)
                blob = stored.blob
                self._leases.hold(lease, blobs=(blob.digest,))
                if stored.diff_id != diff_id:
                    raise InvalidParameter(
                        f"invalid diffID for layer {depth}: expected {diff_id!r}, got "
                        f"{stored.diff_id!r}"
                    )
            layers.append(await self._unpack(below, diff_id, blob, lease))
            if not quiet:
                size = blob.size
                report(
                    Progress(id=short(diff_id), status="Loading layer", current=size, total=size)
                )
        for name in entry.names:
            old = self._catalogue.holder(name)
            if old is not None and old != sha256(entry.config):
                moved = f"The image {name.familiar} already exists, renaming the old one with ID"
                report(Progress(status=f"{moved} {old} to empty string\n", stream=True))
        image = await self._store_image(entry.config, layers, lease, entry.names, found=entry.found)
        for name in entry.names:
            report(Progress(status=f"Loaded image: {name.familiar}\n", stream=True))
        if not entry.names:
            report(Progress(status=f"Loaded image ID: {image.id}\n", stream=True))
        self._publish("load", image, image.id)
        return [name.familiar for name in entry.names] or [image.id]

    async def _save(
        self, images: Sequence[tuple[Image, Sequence[Reference]]]
    ) -> AsyncIterator[bytes]:
        async with self._lease("save", *(image for image, _ in images)):
            async for block in image_archive(self._content, images):
                yield block

    async def _push(
        self, reference: Reference, image: Image, auth: Credentials, report: Report
    ) -> None:
        sources = self._catalogue.sources(reference, image)
        repository = self._registry.repository(
            reference,
            auth,
            push=True,
            sources=sorted({source for found in sources.values() for source in found}),
        )
        async with self._lease("push", image):
            await self._pusher.blobs(repository, image, sources, report)
            raw = await self._content.read(image.manifest.digest, image.manifest.size)
            await repository.put_manifest(reference.tag, raw, image.manifest.media_type)
        digest, size = image.manifest.digest, len(raw)
        report(Progress(status=f"{reference.tag}: digest: {digest} size: {size}"))
        report(Progress(status="", aux={"Tag": reference.tag, "Digest": digest, "Size": size}))
        pushed = reference.with_digest(digest)
        if self._catalogue.holder(pushed) != image.id and image.id in self._catalogue:
            await self._commit(self._naming(image.id, pushed))
        self._publish("push", image, reference.familiar, id=reference.familiar)

    async def _remove(self, removal: Removal, image: Image) -> int:
        """Carry a removal out; the unpacked bytes that it gave back."""
        await self._commit(removal.operations)
        for record in removal.records:
            if record.untagged:
                self._publish("untag", image, record.untagged)
        for row in removal.images:
            self._events.publish("image", "delete", row.id, {"name": row.id})
        return await self._collect(
            {digest for row in removal.images for digest in row.blobs},
            {key for row in removal.images for key in row.layer_keys},
        )

    async def _collect(self, blobs: Iterable[str], layers: Iterable[str]) -> int:
        """Delete those of the candidates that nothing needs; the layers' bytes.

        Whoever is about to need content takes a lease first and then waits for this lock once:
        either the collector saw the lease, or the content is gone before it is looked for.
        """
        freed = 0
        async with self._collecting:
            wanted = self._catalogue.layer_keys(self.containers_using())
            for key in layers:
                # The removal of one layer may take a while, and meanwhile leases are taken.
                if key not in wanted and key not in self._leases.layers():
                    freed += await self._snapshotter.remove_layer(key)
            needed = self._catalogue.blobs() | self._leases.blobs()
            _, trash = self._content.discard(digest for digest in blobs if digest not in needed)
            await self._content.purge(trash)
        return freed

    async def _give_up(self, lease: str, *, keep: bool) -> None:
        """After a failed pull: what may be resumed is kept for a day, the rest is deleted."""
        if keep:
            self._leases.abandon(lease)
            return
        blobs, layers = self._leases.held(lease)
        await self._leases.end([lease])
        self._content.drop_partial(set(blobs) - self._leases.blobs())
        await self._collect(blobs, layers)

    @asynccontextmanager
    async def _lease(self, purpose: str, *images: Image) -> AsyncIterator[str]:
        """Hold images' content, and what is added, while something works with it."""
        rows = [self._catalogue.row(image.id) for image in images]
        lease = self._leases.take(
            purpose,
            blobs=[digest for row in rows for digest in row.blobs],
            layers=[key for row in rows for key in row.layer_keys],
        )
        try:
            yield lease
        finally:
            blobs, layers = self._leases.held(lease)
            await self._leases.end([lease])
            await self._collect(blobs, layers)

    async def _intact(self, image: Image) -> bool:
        """Whether everything that an image needs is really there."""
        for depth, layer in enumerate(image.layers, start=1):
            if self._content.size(layer.blob.digest) != layer.blob.size:
                return False
            if not await self._snapshotter.has(image.chain[:depth]):
                return False
        return self._content.size(image.manifest.digest) is not None

    async def _commit(self, operations: Sequence[Operation]) -> None:
        """Change memory and disk; when the disk refuses, neither."""
        undo = self._catalogue.apply(operations)
        try:
            await self._store.commit(operations)
        except EngineError:
            self._catalogue.apply(undo)
            raise

    def _naming(self, id: str, reference: Reference) -> builtins.list[Operation]:
        return [Put("tags", str(reference.key), TagRow(image=id))]

    def _wanted(self, platform: str | None) -> Platform:
        if not platform:
            return self.platform
        wanted = parse_platform(platform)
        if not wanted.architecture:
            return msgspec.structs.replace(self.platform, os=wanted.os)
        return wanted

    def _publish(self, action: str, image: Image, name: str, *, id: str = "") -> None:
        labels = image.document.config.labels
        self._events.publish("image", action, id or image.id, {**labels, "name": name})


_RESUMABLE: Final = (asyncio.CancelledError, Interrupted)


async def _resolve(repository: Repository, top: Found, wanted: Platform) -> tuple[Found, Manifest]:
    """Follow indexes down to the manifest for a platform."""
    found = top
    parsed = parse_manifest(found.raw, found.media_type)
    for _ in range(INDEX_DEPTH_MAX):
        if isinstance(parsed, Manifest):
            break
        entry = choose(parsed, wanted)
        found = await repository.manifest(entry.digest)
        if len(found.raw) != entry.size:
            raise DigestMismatch(f"manifest verification failed for digest {entry.digest}")
        parsed = parse_manifest(found.raw, found.media_type)
    if isinstance(parsed, Index):
        raise InvalidParameter(f"invalid manifest: indexes nested deeper than {INDEX_DEPTH_MAX}")
    return found, parsed


def _check_platform(document: Document, wanted: Platform | None, name: Reference | None) -> None:
    """Raises InvalidParameter for what cannot run on Linux, NotFound for the wrong platform."""
    if document.os not in ("linux", ""):
        raise InvalidParameter(
            f'image operating system "{document.os[:32]}" cannot be used on this platform'
        )
    if wanted is not None and name is not None and not _serves(document.platform, wanted):
        raise NotFound(
            f"image with reference {name.familiar} was found but does not match the specified "
            f"platform: wanted {wanted}, actual: {document.platform.normal}"
        )


def _serves(actual: Platform, wanted: Platform) -> bool:
    actual, wanted = actual.normal, wanted.normal
    if (actual.os, actual.architecture) != (wanted.os, wanted.architecture):
        return False
    return not actual.variant or not wanted.variant or actual.variant == wanted.variant


def _manifest(id: str, raw: bytes, layers: Sequence[Layer]) -> tuple[bytes, str]:
    """A manifest for an image made here, and its media type."""
    # Docker's own type has no zstd; where a layer needs it, or is OCI's, the manifest is OCI's.
    oci = any("oci" in layer.blob.media_type or "zstd" in layer.blob.media_type for layer in layers)
    media_type = OCI_MANIFEST if oci else DOCKER_MANIFEST
    manifest = Manifest(
        media_type=media_type,
        config=Descriptor(
            media_type=OCI_CONFIG if oci else DOCKER_CONFIG, digest=id, size=len(raw)
        ),
        layers=tuple(layer.blob for layer in layers),
    )
    return msgspec.json.encode(manifest), media_type


def _touched(row: ImageRow) -> ImageRow:
    return msgspec.structs.replace(row, tagged_ns=time.time_ns())


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
