"""Images at registries: pull and push them, look them up, log in."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Final

from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.content import DigestMismatch
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import DOCUMENT_MAX, check_platform, parse_document
from davit_engine.images.download import download
from davit_engine.images.image_store import ImageStore
from davit_engine.images.manifest import (
    INDEX_DEPTH_MAX,
    Descriptor,
    Index,
    Manifest,
    Platform,
    choose,
    parse_manifest,
    wanted_platform,
)
from davit_engine.images.push import Pusher
from davit_engine.images.records import Distribution, Image, LoginResult, Progress
from davit_engine.images.reference import DEFAULT_DOMAIN, Reference, parse_reference
from davit_engine.images.refusal import Interrupted
from davit_engine.images.registry import Registry
from davit_engine.images.repository import Found as FoundManifest
from davit_engine.images.repository import Repository
from davit_engine.images.search import Found, Wanted, search
from davit_engine.snapshots.snapshotter import chain_keys

Report = Callable[[Progress], None]

_HUB_ADDRESSES: Final = frozenset({"", DEFAULT_DOMAIN, "index.docker.io", "registry-1.docker.io"})
_RESUMABLE: Final = (asyncio.CancelledError, Interrupted)


class Remote:
    """The ways between the image store and registries."""

    def __init__(self, store: ImageStore, registry: Registry, uploads: int) -> None:
        """At most `uploads` layers are sent at the same time."""
        self._store = store
        self._registry = registry
        self._pusher = Pusher(store.content, uploads)

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
        wanted = wanted_platform(platform, self._store.platform)
        if not all_tags:
            return await self._pull(named.tagged, auth, report, wanted, explicit=bool(platform))
        if named.target:
            raise InvalidParameter("tag can't be used with --all-tags/-a")
        image = None
        for tag in await Repository(self._registry, named, auth).tags():
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
        tags = [named] if named.tag else self._store.catalogue.of_repository(named)
        held = [(tag, self._store.catalogue.holder(tag)) for tag in tags]
        if not held or any(id is None for _, id in held):
            raise NotFound(f"An image does not exist locally with the tag: {named.familiar_name}")
        report(Progress(status=f"The push refers to repository [{named.name}]"))
        for tag, id in held:
            if id is not None:
                await self._push(tag, self._store.catalogue.image(id), auth, report)

    async def _pull(
        self,
        reference: Reference,
        auth: Credentials,
        report: Report,
        wanted: Platform,
        *,
        explicit: bool,
    ) -> Image:
        repository = Repository(self._registry, reference, auth)
        top = await repository.manifest(reference.target)
        report(Progress(id=reference.target, status=f"Pulling from {reference.path}"))
        found, manifest = await _resolve(repository, top, wanted)
        index = top.digest if found.digest != top.digest else ""
        digest_name = reference.with_digest(top.digest)
        names = [digest_name] if reference.digest else [reference, digest_name]
        known = self._store.catalogue.holder(reference)
        purpose = f"pull {reference}"
        lease = self._store.leases.take(
            purpose,
            blobs=(manifest.config.digest, found.digest, *(la.digest for la in manifest.layers)),
        )
        try:
            image = await self._fetch(
                repository,
                found,
                manifest,
                lease,
                report,
                wanted if explicit else None,
                names,
                index,
            )
        except BaseException as error:
            await self._store.give_up(lease, keep=isinstance(error, _RESUMABLE))
            raise
        await self._store.leases.end([lease, *self._store.leases.abandoned(purpose)])
        report(Progress(status=f"Digest: {top.digest}"))
        news = "Image is up to date" if known == image.id else "Downloaded newer image"
        report(Progress(status=f"Status: {news} for {reference.familiar}"))
        self._store.publish("pull", image, reference.familiar, id=reference.familiar)
        return image

    async def _fetch(
        self,
        repository: Repository,
        found: FoundManifest,
        manifest: Manifest,
        lease: str,
        report: Report,
        wanted: Platform | None,
        names: Sequence[Reference],
        index: str,
    ) -> Image:
        """Get what is missing of an image and give it its names."""
        id = manifest.config.digest
        whole = id in self._store.catalogue and await self._store.intact(
            self._store.catalogue.image(id)
        )
        if whole and id in self._store.catalogue:
            check_platform(self._store.catalogue.image(id).document, wanted, names[0].familiar)
            if any(self._store.catalogue.holder(name) != id for name in names):
                return await self._store.rename(id, names, index=index)
            return self._store.catalogue.image(id)
        raw = await repository.small_blob(manifest.config, DOCUMENT_MAX)
        document = parse_document(raw)
        check_platform(document, wanted, names[0].familiar)
        diff_ids = document.rootfs.diff_ids
        if len(diff_ids) != len(manifest.layers):
            raise InvalidParameter(
                f"invalid image: the manifest has {len(manifest.layers)} layers and the "
                f"configuration {len(diff_ids)}"
            )
        # Layers are held before anyone looks whether they are there: see _collect.
        self._store.leases.hold(lease, layers=chain_keys(diff_ids))
        await self._store.settled()
        layers = await self._store.puller.layers(repository, manifest.layers, diff_ids, report)
        return await self._store.store_image(raw, layers, lease, names, found=found, index=index)

    async def _push(
        self, reference: Reference, image: Image, auth: Credentials, report: Report
    ) -> None:
        sources = self._store.catalogue.sources(reference, image)
        repository = Repository(
            self._registry,
            reference,
            auth,
            push=True,
            sources=sorted({source for found in sources.values() for source in found}),
        )
        async with self._store.lease("push", image):
            await self._pusher.blobs(repository, image, sources, report)
            raw = await self._store.content.read(image.manifest.digest, image.manifest.size)
            await repository.put_manifest(reference.tag, raw, image.manifest.media_type)
        digest, size = image.manifest.digest, len(raw)
        report(Progress(status=f"{reference.tag}: digest: {digest} size: {size}"))
        report(Progress(status="", aux={"Tag": reference.tag, "Digest": digest, "Size": size}))
        pushed = reference.with_digest(digest)
        if self._store.catalogue.holder(pushed) != image.id and image.id in self._store.catalogue:
            await self._store.commit(self._store.naming(image.id, [pushed]))
        self._store.publish("push", image, reference.familiar, id=reference.familiar)

    async def distribution(self, name: str, auth: Credentials) -> Distribution:
        """What a registry holds under a name, without fetching it."""
        reference = parse_reference(name).tagged
        repository = Repository(self._registry, reference, auth)
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

    async def tags(self, name: str, auth: Credentials) -> tuple[str, Sequence[str]]:
        """The familiar name of a repository, and the tags that its registry has of it."""
        bare = parse_reference(name).bare
        return bare.familiar_name, await Repository(self._registry, bare, auth).tags()

    async def search(self, wanted: Wanted, auth: Credentials) -> Sequence[Found]:
        """What the index of a registry finds."""
        return await search(self._registry, wanted, auth)

    def download(
        self, address: str, report: Report
    ) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """A file from the web."""
        return download(self._registry, address, report)

    async def check_auth(self, credentials: Credentials) -> LoginResult:
        """Try to log in. Raises Unauthorized in Docker's words."""
        address = credentials.server_address.removeprefix("https://").removeprefix("http://")
        domain = address.partition("/")[0]
        if domain in _HUB_ADDRESSES:
            domain = DEFAULT_DOMAIN
        token = await self._registry.log_in(domain, credentials)
        return LoginResult(status="Login Succeeded", identity_token=token)


async def _resolve(
    repository: Repository, top: FoundManifest, wanted: Platform
) -> tuple[FoundManifest, Manifest]:
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
