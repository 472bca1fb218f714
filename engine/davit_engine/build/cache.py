"""The build cache: which image a step led to, by everything that the step depends on.

The key is a digest of the parent image, the instruction with its variables replaced, the content
and metadata of what it copies, and the platform. The images themselves are ordinary ones without a
name; a record whose image was removed counts for nothing. It survives restarts.
"""

import hashlib
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec

from davit_engine.errors import Conflict, NotFound
from davit_engine.images.records import Image
from davit_engine.images.service import Images
from davit_engine.lookup import Filters
from davit_engine.store import Delete, Put, Store

TABLE: Final = "build_cache"
ID_LENGTH: Final = 25
"""Digits of a key that are shown."""

_VERSION: Final = 1
"""Of what goes into a key."""


class CacheRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What the store keeps, under the key."""

    image: str
    parent: str = ""
    """The key of the step before; empty for the first."""
    description: str
    created_ns: int
    used_ns: int
    uses: int = 0
    result: bool = False
    """Whether it is what a build came to, and so somebody's image."""


class CacheEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `docker system df -v`."""

    id: str
    parent: str
    description: str
    in_use: bool
    shared: bool
    size: int
    """Bytes of the step's own layer."""
    created_ns: int
    used_ns: int
    uses: int


def cache_key(parent: str, platform: str, step: str, details: Mapping[str, object]) -> str:
    """The digest of all that a step depends on."""
    known = [_VERSION, parent, platform, step, sorted(details.items())]
    return hashlib.sha256(msgspec.json.encode(known)).hexdigest()


class BuildCache:
    def __init__(self, store: Store, images: Images) -> None:
        self._store = store
        self._images = images
        self._records = store.load(TABLE, CacheRecord)

    def find(self, key: str) -> Image | None:
        """The image of an earlier build that did the same."""
        record = self._records.get(key)
        image = self._image(record)
        if record is None or image is None:
            return None
        self._put(
            key,
            msgspec.structs.replace(record, used_ns=time.time_ns(), uses=record.uses + 1),
            durable=False,
        )
        return image

    def add(self, key: str, parent: str, image: Image, description: str) -> None:
        now = time.time_ns()
        record = CacheRecord(
            image=image.id, parent=parent, description=description, created_ns=now, used_ns=now
        )
        # Losing it in a power cut only means to build again.
        self._put(key, record, durable=False)

    def finished(self, image: Image) -> None:
        """An image is what a build came to."""
        for key, record in list(self._records.items()):
            if record.image == image.id and not record.result:
                self._put(key, msgspec.structs.replace(record, result=True), durable=False)

    def entries(self) -> Sequence[CacheEntry]:
        """Newest first."""
        removable = self._removable()
        entries = []
        for key, record in self._records.items():
            image = self._image(record)
            if image is None:
                continue
            own = image.document.history[-1:]
            has_layer = bool(own) and not own[0].empty_layer and bool(image.layers)
            in_use = image.id not in removable
            entries.append(
                CacheEntry(
                    id=key[:ID_LENGTH],
                    parent=record.parent[:ID_LENGTH],
                    description=record.description,
                    in_use=in_use,
                    # Its layer is counted among the images' where one of them stands on it.
                    shared=in_use,
                    size=image.layers[-1].size if has_layer else 0,
                    created_ns=record.created_ns,
                    used_ns=record.used_ns,
                    uses=record.uses,
                )
            )
        return sorted(entries, key=lambda entry: entry.created_ns, reverse=True)

    async def forget(self, ids: Collection[str]) -> int:
        """Forget steps, and delete images that only they need; the bytes that came free.

        What leads to no image any more is forgotten with them.
        """
        removable = self._removable()
        chosen = [
            key
            for key, record in self._records.items()
            if key[:ID_LENGTH] in ids or self._image(record) is None
        ]
        gone = {self._records[key].image for key in chosen}
        before = self._images.usage()
        for image in self._images.list(Filters(), all=True):
            if image.id in gone and image.id in removable:
                try:
                    await self._images.remove(image.id, prune=False)
                except (Conflict, NotFound):
                    continue
        for key in chosen:
            del self._records[key]
        await self._store.commit([Delete(TABLE, key) for key in chosen])
        after = self._images.usage()
        return max(0, before.layers + before.blobs - after.layers - after.blobs)

    def _removable(self) -> set[str]:
        """The images that only the cache needs."""
        known = {record.image for record in self._records.values() if not record.result}
        images = self._images.list(Filters(), all=True)
        parents = {image.id: image.parent for image in images}
        needed = {image.id for image in images if image.tags or image.id not in known}
        needed |= {use.image for use in self._images.containers_using()}
        waiting = list(needed)
        while waiting:
            parent = parents.get(waiting.pop(), "")
            if parent and parent not in needed:
                needed.add(parent)
                waiting.append(parent)
        return known - needed

    def _image(self, record: CacheRecord | None) -> Image | None:
        if record is None:
            return None
        try:
            return self._images.get(record.image)
        except NotFound:
            return None

    def _put(self, key: str, record: CacheRecord, *, durable: bool) -> None:
        self._records[key] = record
        self._store.submit([Put(TABLE, key, record)], durable=durable)
