"""What the image service hands out and takes in: frozen records (pure)."""

import msgspec

from davit_engine.images.document import Document
from davit_engine.images.manifest import Descriptor, Platform
from davit_engine.snapshots.snapshotter import chain_keys


class ImageRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the store keeps of an image, under its id."""

    id: str
    """`sha256:<hex>` of the configuration document."""
    parent: str = ""
    config: str
    """The configuration document, byte for byte."""
    manifest: Descriptor
    layers: tuple["Layer", ...]
    """Lowest first."""
    index: str = ""
    """Digest of the index through which it was last pulled; empty without one."""
    tagged_ns: int = 0

    @property
    def blobs(self) -> tuple[str, ...]:
        """The digests of everything that it needs in the content store."""
        return (self.id, self.manifest.digest, *(layer.blob.digest for layer in self.layers))

    @property
    def layer_keys(self) -> set[str]:
        """The keys, of either kind, under which the snapshotter may have its layers."""
        return chain_keys([layer.diff_id for layer in self.layers])


class TagRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the store keeps of a reference, under its normal form."""

    image: str


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """One image as it is now; a later tag makes a new record."""

    id: str
    """`sha256:<hex>` of the configuration document."""
    parent: str = ""
    """Id of the local image it was made from by commit or build; empty when pulled."""
    raw_config: bytes
    """The configuration document, byte for byte: its digest is the id."""
    document: Document
    """The same, parsed."""
    manifest: Descriptor
    """The manifest that names its blobs; itself a blob of the content store."""
    layers: tuple["Layer", ...]
    """Lowest first."""
    tags: tuple[str, ...] = ()
    """Familiar references, `ubuntu:latest`, sorted."""
    digests: tuple[str, ...] = ()
    """Familiar `ubuntu@sha256:…`, sorted."""
    tagged_ns: int = 0
    """When it was last tagged or pulled here; nanoseconds since the epoch."""

    @property
    def chain(self) -> tuple[str, ...]:
        """Diff ids, lowest first, as the snapshotter takes them."""
        return tuple(layer.diff_id for layer in self.layers)

    @property
    def size(self) -> int:
        """Bytes of the unpacked layers' files."""
        return sum(layer.size for layer in self.layers)

    @property
    def created_ns(self) -> int:
        return self.document.created_ns

    @property
    def platform(self) -> Platform:
        return self.document.platform

    @property
    def dangling(self) -> bool:
        return not self.tags


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One layer of one image: what it is unpacked and the blob that it came from."""

    diff_id: str
    blob: Descriptor
    size: int
    """Bytes of its files' content, unpacked."""


class ImageUse(msgspec.Struct, frozen=True, kw_only=True):
    """A container that needs an image or its layers; told by the container service."""

    container: str
    image: str
    layers: tuple[str, ...]
    """Diff ids, lowest first."""
    running: bool


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a pull, push or load, in Docker's words."""

    status: str
    id: str = ""
    """Short layer id or tag; empty for a line of its own."""
    current: int | None = None
    """Bytes done; None where the line has no progress bar."""
    total: int | None = None
    stream: bool = False
    """The text belongs into `stream` instead of `status` (load)."""
    aux: dict[str, str | int] | None = None
    """Docker's `aux` object; such a line has no status."""


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `docker rmi`: exactly one of the two is set."""

    untagged: str = ""
    """Familiar reference."""
    deleted: str = ""
    """Image id, or chain id of a layer."""


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One step of `docker history`, newest first."""

    id: str
    """Image id, or "<missing>"."""
    created_ns: int
    created_by: str
    tags: tuple[str, ...]
    size: int
    comment: str


class Distribution(msgspec.Struct, frozen=True, kw_only=True):
    """What a registry holds under a reference."""

    descriptor: Descriptor
    platforms: tuple[Platform, ...]


class LoginResult(msgspec.Struct, frozen=True, kw_only=True):
    status: str
    """Docker's words: Login Succeeded."""
    identity_token: str = ""


class ContentUsage(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes for `docker system df`."""

    layers: int
    """Bytes of all unpacked layers, each counted once."""
    blobs: int
    """Bytes of all compressed blobs."""
