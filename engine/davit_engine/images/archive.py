"""Images as one tar: written for `save`, read for `load`.

What is written is an OCI image layout (index.json, blobs/) that also holds Docker's manifest.json
and repositories, as dockerd writes since version 25. Either half alone is enough to be read. A
member is only ever looked up by its exact name and read by its offset; no path is made from one.
"""

import io
import posixpath
import tarfile
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import msgspec
from typing_extensions import Buffer, override

from davit_engine.archive.compression import detect
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.compress import BLOCK, StoredLayer, plain_blocks, store_layer
from davit_engine.images.content import Content
from davit_engine.images.document import DOCUMENT_MAX, decode_tolerant, parse_document
from davit_engine.images.manifest import (
    DOCKER_MANIFEST,
    INDEX_DEPTH_MAX,
    MANIFEST_MAX,
    OCI_INDEX,
    Descriptor,
    Index,
    Manifest,
    Platform,
    choose,
    is_attestation,
    parse_manifest,
    render_manifest,
)
from davit_engine.images.records import Image
from davit_engine.images.reference import Reference, parse_reference
from davit_engine.images.repository import Found, sha256

T = TypeVar("T")

_MEMBERS_MAX: Final = 100_000
_LINKS_MAX: Final = 8
_HEADER_MAX: Final = 1024 * 1024
"""Bytes of one extended tar header."""
_LAYOUT: Final = b'{"imageLayoutVersion":"1.0.0"}'
_CONTAINERD_NAME: Final = "io.containerd.image.name"
_OCI_NAME: Final = "org.opencontainers.image.ref.name"


class LoadedImage(msgspec.Struct, frozen=True, kw_only=True):
    """One image of an archive; its layers are still in there."""

    config: bytes
    names: tuple[Reference, ...]
    members: tuple[str, ...]
    """Names of the archive's members that are its layers, lowest first."""
    found: Found | None = None
    """Its OCI manifest, where the archive has one that fits and names compressed layers."""
    blobs: tuple[Descriptor, ...] = ()
    """The layers as that manifest names them; empty without it."""


class _Entry(msgspec.Struct, rename="pascal"):
    config: str
    repo_tags: list[str] = msgspec.field(default_factory=list)
    layers: list[str] = msgspec.field(default_factory=list)


class Archive:
    """An archive on disk, opened for reading. Blocking; `close` when done."""

    def __init__(self, content: Content, path: Path, platform: Platform) -> None:
        self._content = content
        self._platform = platform
        self._scratch: Path | None = None
        self._file = path.open("rb")
        try:
            self._plain = self._unpacked(self._file)
            self._members = _members(self._plain)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._file.close()
        if self._scratch is not None:
            self._plain.close()
            self._scratch.unlink(missing_ok=True)

    def images(self) -> list[LoadedImage]:
        """Raises InvalidParameter naming what is missing or wrong."""
        by_config = self._manifests() if "index.json" in self._members else {}
        if "manifest.json" in self._members:
            raw = self._read("manifest.json", MANIFEST_MAX)
            entries = decode_tolerant(raw, list[_Entry], "manifest.json")
            return [self._docker_image(entry, by_config) for entry in entries]
        if "index.json" in self._members:
            return [self._oci_image(found, names) for found, names in by_config.values()]
        if "repositories" in self._members:
            raise InvalidParameter(
                "the archive has the layout of Docker before 1.10, without a manifest.json, which "
                "is not read; load it with Docker 1.10 to 27 and save it again"
            )
        raise InvalidParameter(
            "the archive holds no image: it has neither manifest.json nor index.json. A root "
            "file system is taken in with docker import"
        )

    def layer_size(self, image: LoadedImage, depth: int) -> int:
        """Bytes that a layer takes in the archive."""
        return self._member(image.members[depth]).size

    def store_layer(self, image: LoadedImage, depth: int) -> StoredLayer:
        """Bring a layer into the content store; the caller compares its diff id."""
        stored = store_layer(self._content, self._open(image.members[depth]))
        if not image.blobs:
            return stored
        blob = image.blobs[depth]
        if (stored.blob.digest, stored.blob.size) != (blob.digest, blob.size):
            raise InvalidParameter(f"the archive's blob {blob.digest} is damaged")
        return msgspec.structs.replace(stored, blob=blob)

    def _unpacked(self, file: BinaryIO) -> BinaryIO:
        """The archive itself, or a scratch copy of it without compression."""
        compressed = detect(file.read(8)) is not None
        file.seek(0)
        if not compressed:
            return file
        self._scratch = self._content.spool()
        with self._scratch.open("xb") as plain:
            for block in plain_blocks(file):
                plain.write(block)
        return self._scratch.open("rb")

    def _docker_image(
        self, entry: _Entry, by_config: dict[str, tuple[Found, tuple[Reference, ...]]]
    ) -> LoadedImage:
        config = self._read(_plain_name(entry.config), DOCUMENT_MAX)
        members = tuple(_plain_name(name) for name in entry.layers)
        names = tuple(parse_reference(name).tagged for name in entry.repo_tags)
        if any(name.digest for name in names):
            raise InvalidParameter("manifest.json: a name in RepoTags has a digest")
        expected = len(parse_document(config).rootfs.diff_ids)
        if expected != len(members):
            raise InvalidParameter(
                f"invalid manifest, layers length mismatch: expected {expected}, got {len(members)}"
            )
        for name in members:
            self._member(name)
        found, _ = by_config.get(sha256(config), (None, ()))
        image = LoadedImage(config=config, names=names, members=members)
        return self._with_manifest(image, found) if found else image

    def _with_manifest(self, image: LoadedImage, found: Found) -> LoadedImage:
        """The image by its OCI manifest, provided that the archive holds those blobs."""
        manifest = parse_manifest(found.raw, found.media_type)
        assert isinstance(manifest, Manifest)
        members = tuple(_blob_name(layer.digest) for layer in manifest.layers)
        whole = len(members) == len(image.members) and all(
            name in self._members and self._members[name].size == layer.size
            for name, layer in zip(members, manifest.layers, strict=True)
        )
        if not whole or not _compressed(manifest):
            return image
        return msgspec.structs.replace(image, members=members, found=found, blobs=manifest.layers)

    def _oci_image(self, found: Found, names: tuple[Reference, ...]) -> LoadedImage:
        manifest = parse_manifest(found.raw, found.media_type)
        assert isinstance(manifest, Manifest)
        config = self._read(_blob_name(manifest.config.digest), DOCUMENT_MAX)
        if sha256(config) != manifest.config.digest:
            raise InvalidParameter(f"the archive's blob {manifest.config.digest} is damaged")
        members = tuple(_blob_name(layer.digest) for layer in manifest.layers)
        if len(parse_document(config).rootfs.diff_ids) != len(members):
            raise InvalidParameter("invalid manifest, layers length mismatch")
        for name in members:
            self._member(name)
        image = LoadedImage(config=config, names=names, members=members)
        if not _compressed(manifest):
            return image
        return msgspec.structs.replace(image, found=found, blobs=manifest.layers)

    def _manifests(self) -> dict[str, tuple[Found, tuple[Reference, ...]]]:
        """The OCI manifests for this platform with their names, by the digest of the config."""
        top = parse_manifest(self._read("index.json", MANIFEST_MAX), OCI_INDEX)
        if not isinstance(top, Index):
            raise InvalidParameter("index.json of the archive is not an image index")
        manifests: dict[str, tuple[Found, tuple[Reference, ...]]] = {}
        for descriptor in self._of_one_platform(top.manifests):
            found = self._resolve(descriptor)
            if found is None:
                continue
            manifest = parse_manifest(found.raw, found.media_type)
            assert isinstance(manifest, Manifest)
            digest = manifest.config.digest
            _, names = manifests.get(digest, (found, ()))
            manifests[digest] = found, (*names, *_names(descriptor))
        return manifests

    def _of_one_platform(self, descriptors: Sequence[Descriptor]) -> list[Descriptor]:
        """Of several platforms under one name the one for this machine, as a pull would choose."""
        groups: dict[tuple[Reference, ...], list[Descriptor]] = {}
        for descriptor in descriptors:
            if not is_attestation(descriptor):
                groups.setdefault(_names(descriptor), []).append(descriptor)
        chosen = []
        for names, group in groups.items():
            best = self._best(group) if names else None
            chosen += [best] if best else group
        return chosen

    def _best(self, descriptors: Sequence[Descriptor]) -> Descriptor | None:
        """The one for this machine; else any that the archive holds."""
        held = [
            entry
            for entry in descriptors
            if _blob_name(entry.digest) in self._members and not is_attestation(entry)
        ]
        try:
            return choose(Index(manifests=tuple(held)), self._platform)
        except NotFound:
            return held[0] if held else None

    def _resolve(self, descriptor: Descriptor) -> Found | None:
        """Follow a descriptor to an image manifest; None for what is none of ours."""
        for _ in range(INDEX_DEPTH_MAX):
            name = _blob_name(descriptor.digest)
            if name not in self._members:
                return None
            raw = self._read(name, MANIFEST_MAX)
            if sha256(raw) != descriptor.digest:
                raise InvalidParameter(f"the archive's blob {descriptor.digest} is damaged")
            parsed = parse_manifest(raw, descriptor.media_type)
            if isinstance(parsed, Manifest):
                return Found(raw=raw, media_type=parsed.media_type, digest=descriptor.digest)
            best = self._best(parsed.manifests)
            if best is None:
                return None
            descriptor = best
        raise InvalidParameter(f"invalid archive: indexes nested deeper than {INDEX_DEPTH_MAX}")

    def _member(self, name: str) -> tarfile.TarInfo:
        """A regular file of the archive; Docker before version 25 linked layers that are shared."""
        member = self._members.get(name)
        for _ in range(_LINKS_MAX):
            if member is None or not (member.issym() or member.islnk()):
                break
            folder = posixpath.dirname(member.name) if member.issym() else ""
            target = posixpath.normpath(posixpath.join(folder, member.linkname))
            member = self._members.get(target)
        if member is None:
            raise InvalidParameter(f"the archive names {name[:200]!r} and does not hold it")
        if not member.isreg() or member.issparse():
            raise InvalidParameter(f"the archive's member {name[:200]!r} is not a regular file")
        return member

    def _open(self, name: str) -> BinaryIO:
        member = self._member(name)
        return io.BufferedReader(_Section(self._plain, member.offset_data, member.size), BLOCK)

    def _read(self, name: str, limit: int) -> bytes:
        size = self._member(name).size
        if size > limit:
            raise InvalidParameter(
                f"{name[:200]!r} is {size} bytes long; at most {limit} are taken"
            )
        with self._open(name) as file:
            data = file.read(size)
        if len(data) != size:
            raise InvalidParameter(f"the archive ends within {name[:200]!r}")
        return data


async def spool(content: Content, source: AsyncIterator[bytes]) -> Path:
    """Write a stream to a scratch file; the caller deletes it."""
    path = content.spool()
    try:
        file = await content.run(path.open, "xb")
        try:
            async for block in source:
                await content.run(file.write, block)
        finally:
            await content.run(file.close)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


async def image_archive(
    content: Content, images: Sequence[tuple[Image, Sequence[Reference]]]
) -> AsyncIterator[bytes]:
    """The tar, block by block. The blobs must stay until the end."""
    yield _header("blobs/", 0, folder=True)
    yield _header("blobs/sha256/", 0, folder=True)
    digests = {
        digest
        for image, _ in images
        for digest in (image.id, *(layer.blob.digest for layer in image.layers))
    }
    manifests = {image.id: await _oci_manifest(content, image) for image, _ in images}
    for raw, descriptor in manifests.values():
        yield _member_of(_blob_name(descriptor.digest), raw)
    for digest in sorted(digests):
        with content.open(digest) as file:
            size = content.size(digest) or 0
            yield _header(_blob_name(digest), size)
            while block := await content.run(file.read, BLOCK):
                yield block
            yield bytes(-size % tarfile.BLOCKSIZE)
    for name, data in (
        ("index.json", _index(images, manifests)),
        ("manifest.json", _docker_manifest(images)),
        ("oci-layout", _LAYOUT),
        ("repositories", _repositories(images)),
    ):
        yield _member_of(name, data)
    yield bytes(2 * tarfile.BLOCKSIZE)


async def _oci_manifest(content: Content, image: Image) -> tuple[bytes, Descriptor]:
    """An image's manifest as an OCI layout may hold it: one of Docker's type is put into OCI's."""
    if image.manifest.media_type != DOCKER_MANIFEST:
        raw = await content.read(image.manifest.digest, image.manifest.size)
        return raw, image.manifest
    blobs = [layer.blob for layer in image.layers]
    raw, media_type = render_manifest(image.id, len(image.raw_config), blobs, oci=True)
    return raw, Descriptor(media_type=media_type, digest=sha256(raw), size=len(raw))


def _index(
    images: Sequence[tuple[Image, Sequence[Reference]]],
    manifests: Mapping[str, tuple[bytes, Descriptor]],
) -> bytes:
    entries = []
    for image, names in images:
        _, descriptor = manifests[image.id]
        bare = msgspec.structs.replace(descriptor, platform=image.platform, annotations={})
        entries += [
            msgspec.structs.replace(
                bare, annotations={_CONTAINERD_NAME: str(name), _OCI_NAME: name.tag}
            )
            for name in names
        ] or [bare]
    return msgspec.json.encode(Index(media_type=OCI_INDEX, manifests=tuple(entries)))


def _docker_manifest(images: Sequence[tuple[Image, Sequence[Reference]]]) -> bytes:
    return msgspec.json.encode(
        [
            _Entry(
                config=_blob_name(image.id),
                repo_tags=[name.familiar for name in names],
                layers=[_blob_name(layer.blob.digest) for layer in image.layers],
            )
            for image, names in images
        ]
    )


def _repositories(images: Sequence[tuple[Image, Sequence[Reference]]]) -> bytes:
    repositories: dict[str, dict[str, str]] = {}
    for image, names in images:
        for name in names:
            top = image.layers[-1].diff_id if image.layers else image.id
            repositories.setdefault(name.familiar_name, {})[name.tag] = top.partition(":")[2]
    return msgspec.json.encode(repositories)


def _member_of(name: str, data: bytes) -> bytes:
    """A small file as it stands in the tar."""
    return _header(name, len(data)) + data + bytes(-len(data) % tarfile.BLOCKSIZE)


def _header(name: str, size: int, *, folder: bool = False) -> bytes:
    member = tarfile.TarInfo(name)
    member.size = size
    member.mode = 0o755 if folder else 0o644
    member.type = tarfile.DIRTYPE if folder else tarfile.REGTYPE
    return member.tobuf(tarfile.GNU_FORMAT)


def _members(file: BinaryIO) -> dict[str, tarfile.TarInfo]:
    """The archive's table of contents; of two members of one name the last counts."""
    members = {}
    try:
        with tarfile.open(fileobj=_Bounded(file), mode="r:") as archive:
            for count, member in enumerate(archive):
                if count >= _MEMBERS_MAX:
                    raise InvalidParameter(f"the archive has more than {_MEMBERS_MAX} members")
                members[member.name.removeprefix("./")] = member
    except (tarfile.TarError, ValueError, EOFError, OverflowError, RecursionError) as error:
        raise InvalidParameter(f"the archive is not a valid tar file: {error}") from error
    return members


class _Bounded(io.RawIOBase):
    """A file for tarfile's eyes; a header that claims to be huge is refused before it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @override
    def read(self, size: int = -1, /) -> bytes:
        if not 0 <= size <= _HEADER_MAX:
            raise InvalidParameter(f"the archive has a header longer than {_HEADER_MAX} bytes")
        return self._file.read(size)

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    @override
    def tell(self) -> int:
        return self._file.tell()

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True


class _Section(io.RawIOBase):
    """A part of a file as a file of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._position = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = base + offset
        return self._position

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        length = min(memoryview(buffer).nbytes, max(self._size - self._position, 0))
        self._file.seek(self._start + self._position)
        data = self._file.read(length)
        memoryview(buffer)[: len(data)] = data
        self._position += len(data)
        return len(data)


def _compressed(manifest: Manifest) -> bool:
    """Whether the layers can be kept as they are; plain ones are compressed on their way in."""
    return all(layer.media_type.endswith(("gzip", "zstd")) for layer in manifest.layers)


def _blob_name(digest: str) -> str:
    return "blobs/" + digest.replace(":", "/", 1)


def _plain_name(name: str) -> str:
    """A member's name as manifest.json spells it. Raises InvalidParameter for a climbing path."""
    name = name.removeprefix("./")
    if name.startswith("/") or ".." in name.split("/") or "\0" in name:
        raise InvalidParameter(f"invalid path in manifest.json: {name[:200]!r}")
    return name


def _names(descriptor: Descriptor) -> tuple[Reference, ...]:
    """The names that annotations give an image; a bare tag is no name."""
    full = descriptor.annotations.get(_CONTAINERD_NAME, "")
    if not full:
        candidate = descriptor.annotations.get(_OCI_NAME, "")
        full = candidate if ":" in candidate or "/" in candidate else ""
    return (parse_reference(full).tagged,) if full else ()
