"""Manifests and indexes, OCI and Docker schema 2, and the choice of a platform (pure).

Everything here comes from a registry or an archive and may be hostile: sizes are capped, digests
are checked before anything is named after them, and a document that can be read in two ways is
refused. Formats: OCI image-spec manifest.md and image-index.md, Docker distribution manifest v2.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from typing_extensions import override

from davit_engine.errors import InvalidParameter, NotFound, Unsupported
from davit_engine.images.reference import parse_sha256

MANIFEST_MAX: Final = 4 * 1024 * 1024
"""Bytes, as containerd."""
LAYERS_MAX: Final = 4096
INDEX_DEPTH_MAX: Final = 3
_SIZE_MAX: Final = 1 << 53

OCI_INDEX: Final = "application/vnd.oci.image.index.v1+json"
OCI_MANIFEST: Final = "application/vnd.oci.image.manifest.v1+json"
OCI_CONFIG: Final = "application/vnd.oci.image.config.v1+json"
OCI_LAYER: Final = "application/vnd.oci.image.layer.v1.tar"
OCI_LAYER_GZIP: Final = "application/vnd.oci.image.layer.v1.tar+gzip"
OCI_LAYER_ZSTD: Final = "application/vnd.oci.image.layer.v1.tar+zstd"
DOCKER_LIST: Final = "application/vnd.docker.distribution.manifest.list.v2+json"
DOCKER_MANIFEST: Final = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_CONFIG: Final = "application/vnd.docker.container.image.v1+json"
DOCKER_LAYER: Final = "application/vnd.docker.image.rootfs.diff.tar"
DOCKER_LAYER_GZIP: Final = "application/vnd.docker.image.rootfs.diff.tar.gzip"
DOCKER_LAYER_ZSTD: Final = "application/vnd.docker.image.rootfs.diff.tar.zstd"

INDEXES: Final = frozenset({OCI_INDEX, DOCKER_LIST})
MANIFESTS: Final = frozenset({OCI_MANIFEST, DOCKER_MANIFEST})
ACCEPTED: Final = (OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST)
"""What the engine asks a registry for."""
LAYERS: Final = frozenset(
    {
        OCI_LAYER,
        OCI_LAYER_GZIP,
        OCI_LAYER_ZSTD,
        DOCKER_LAYER,
        DOCKER_LAYER_GZIP,
        DOCKER_LAYER_ZSTD,
    }
)
# Images pushed before 2016 name their configuration this way.
_CONFIGS: Final = frozenset({OCI_CONFIG, DOCKER_CONFIG, "application/octet-stream"})
_SCHEMA1: Final = "application/vnd.docker.distribution.manifest.v1"


class Platform(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    architecture: str = ""
    os: str = ""
    variant: str = ""

    @override
    def __str__(self) -> str:
        return "/".join(part for part in (self.os, self.architecture, self.variant) if part)

    @property
    def normal(self) -> "Platform":
        """Architecture and variant in the one spelling that is compared."""
        architecture = _ARCHITECTURES.get(self.architecture.lower(), self.architecture.lower())
        variant = self.variant.lower()
        if self.architecture.lower() == "armhf":
            variant = "v7"
        elif self.architecture.lower() == "armel":
            variant = "v6"
        if variant in ("5", "6", "7", "8"):
            variant = f"v{variant}"
        if architecture == "arm64" and variant in ("", "v8"):
            variant = "v8"
        elif architecture == "arm" and not variant:
            variant = "v7"
        elif architecture == "amd64" and variant == "v1":
            variant = ""
        return Platform(architecture=architecture, os=self.os.lower() or "linux", variant=variant)


_ARCHITECTURES: Final = {
    "x86_64": "amd64",
    "x86-64": "amd64",
    "aarch64": "arm64",
    "armhf": "arm",
    "armel": "arm",
    "armv6l": "arm",
    "armv7l": "arm",
    "i386": "386",
    "i686": "386",
}


_LEVELS: Final = {f"v{level}": level for level in range(2, 10)}


class Descriptor(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """Names a blob: what it is, its digest and its length in bytes."""

    media_type: str = ""
    digest: str
    size: int
    platform: Platform | None = None
    urls: list[str] = msgspec.field(default_factory=list)
    annotations: dict[str, str] = msgspec.field(default_factory=dict)


class Manifest(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One image for one platform."""

    schema_version: int = 2
    media_type: str = ""
    config: Descriptor
    layers: tuple[Descriptor, ...]


class Index(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Manifests, or further indexes, of one image for several platforms."""

    schema_version: int = 2
    media_type: str = ""
    manifests: tuple[Descriptor, ...]


class _Shape(msgspec.Struct, rename="camel"):
    """Just enough to tell one kind of document from another."""

    schema_version: int = 0
    media_type: str = ""
    manifests: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    layers: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    config: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    fs_layers: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    artifact_type: str = ""


def parse_manifest(raw: bytes, content_type: str = "") -> Manifest | Index:
    """A manifest or index whose every digest is well-formed.

    `content_type` is what the carrier called it, or empty. Raises InvalidParameter, and
    Unsupported for a document that is sound but not an image.
    """
    if len(raw) > MANIFEST_MAX:
        raise InvalidParameter(f"the manifest is longer than {MANIFEST_MAX} bytes")
    try:
        shape = msgspec.json.decode(raw, type=_Shape)
        kind = _kind(shape, content_type.partition(";")[0].strip().lower())
        if kind in INDEXES:
            index = msgspec.json.decode(raw, type=Index)
            _check_all(index.manifests)
            return msgspec.structs.replace(index, media_type=kind)
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise InvalidParameter(f"invalid manifest: {error}") from error
    _check_manifest(manifest)
    return msgspec.structs.replace(manifest, media_type=kind)


def render_manifest(
    config: str, size: int, layers: Iterable[Descriptor], *, oci: bool
) -> tuple[bytes, str]:
    """The manifest of an image by the digest and size of its configuration; and its media type.

    Layers of either family are named in the words of the one that is asked for: the bytes are the
    same, and tools refuse a manifest that mixes both.
    """
    media_type = OCI_MANIFEST if oci else DOCKER_MANIFEST
    manifest = Manifest(
        media_type=media_type,
        config=Descriptor(
            media_type=OCI_CONFIG if oci else DOCKER_CONFIG, digest=config, size=size
        ),
        layers=tuple(
            msgspec.structs.replace(
                layer, media_type=_layer_types(layer.media_type)[0 if oci else 1]
            )
            for layer in layers
        ),
    )
    return msgspec.json.encode(manifest), media_type


def _layer_types(media_type: str) -> tuple[str, str]:
    """A layer's type in OCI's and in Docker's words."""
    if media_type.endswith("gzip"):
        return OCI_LAYER_GZIP, DOCKER_LAYER_GZIP
    if media_type.endswith("zstd"):
        return OCI_LAYER_ZSTD, DOCKER_LAYER_ZSTD
    return OCI_LAYER, DOCKER_LAYER


def _kind(shape: _Shape, content_type: str) -> str:
    if content_type.startswith(_SCHEMA1) or shape.fs_layers is not msgspec.UNSET:
        raise Unsupported(
            "the image has a Docker schema 1 manifest, a format withdrawn in 2019; push it again "
            "with a current tool"
        )
    is_index = shape.manifests is not msgspec.UNSET
    is_manifest = shape.layers is not msgspec.UNSET or shape.config is not msgspec.UNSET
    if is_index and is_manifest:
        raise InvalidParameter("invalid manifest: it is both an index and an image manifest")
    known = INDEXES | MANIFESTS
    if shape.media_type and content_type in known and shape.media_type != content_type:
        raise InvalidParameter(
            f"invalid manifest: it was sent as {content_type} and calls itself {shape.media_type}"
        )
    kind = shape.media_type or (content_type if content_type in known else "")
    if not kind:
        kind = OCI_INDEX if is_index else OCI_MANIFEST
    if kind not in known:
        raise Unsupported(f"unsupported manifest media type {kind[:128]}")
    if (kind in INDEXES) != is_index or (kind in MANIFESTS) != is_manifest:
        raise InvalidParameter(f"invalid manifest: its content does not fit its type {kind}")
    if shape.schema_version != 2:
        raise InvalidParameter(f"invalid manifest: schema version {shape.schema_version}, not 2")
    return kind


def _check_manifest(manifest: Manifest) -> None:
    _check_all((manifest.config, *manifest.layers))
    if manifest.config.media_type not in _CONFIGS:
        raise Unsupported(
            f"this is not a container image: its configuration is of type "
            f"{manifest.config.media_type[:128] or 'unknown'}"
        )
    for layer in manifest.layers:
        if "foreign" in layer.media_type or "nondistributable" in layer.media_type or layer.urls:
            raise Unsupported(
                f"layer {layer.digest} is kept outside the registry (a foreign layer); such "
                "layers are not fetched"
            )
        if layer.media_type not in LAYERS:
            raise Unsupported(
                f"unsupported layer media type {layer.media_type[:128] or 'unknown'}: a layer "
                "must be a tar archive, plain or compressed with gzip or zstd"
            )


def _check_all(descriptors: Sequence[Descriptor]) -> None:
    if len(descriptors) > LAYERS_MAX + 1:
        raise InvalidParameter(f"invalid manifest: more than {LAYERS_MAX} entries")
    for descriptor in descriptors:
        parse_sha256(descriptor.digest)
        if not 0 <= descriptor.size < _SIZE_MAX:
            raise InvalidParameter(
                f"invalid manifest: {descriptor.digest} has the size {descriptor.size}"
            )


def parse_platform(text: str) -> Platform:
    """`linux/arm64/v8`, `linux/amd64`, `arm64` or `linux`. Raises InvalidParameter."""
    parts = text.lower().split("/")
    if len(parts) > 3 or not all(
        re.fullmatch(r"[a-z0-9][a-z0-9_.-]{0,63}", part) for part in parts
    ):
        raise InvalidParameter(
            f'"{text[:128]}" is an invalid platform: use OS/ARCHITECTURE, for example linux/amd64'
        )
    if len(parts) == 1:
        if parts[0] in ("linux", "windows", "darwin", "freebsd"):
            return Platform(os=parts[0])
        return Platform(os="linux", architecture=parts[0]).normal
    return Platform(
        os=parts[0], architecture=parts[1], variant=parts[2] if len(parts) == 3 else ""
    ).normal


def host_platform(machine: str) -> Platform:
    """The platform of a Linux host by its machine name, as uname gives it."""
    variant = "v6" if machine.startswith("armv6") else ""
    return Platform(os="linux", architecture=machine, variant=variant).normal


def runnable(wanted: Platform) -> list[Platform]:
    """What serves where `wanted` is asked for, best first."""
    wanted = wanted.normal
    variants = [wanted.variant]
    level = _LEVELS.get(wanted.variant, 0)
    if wanted.architecture == "amd64" and level:
        variants = [*(f"v{lower}" for lower in range(level, 1, -1)), ""]
    elif wanted.architecture == "arm" and level:
        variants = [f"v{lower}" for lower in range(level, 4, -1)]
    choices = [msgspec.structs.replace(wanted, variant=variant) for variant in variants]
    if wanted.architecture == "amd64":
        choices.append(Platform(os=wanted.os, architecture="386"))
    return choices


def serves(actual: Platform, wanted: Platform) -> bool:
    """Whether an image for `actual` is what `wanted` asks for; a variant may be left out."""
    actual, wanted = actual.normal, wanted.normal
    if (actual.os, actual.architecture) != (wanted.os, wanted.architecture):
        return False
    return not actual.variant or not wanted.variant or actual.variant == wanted.variant


def wanted_platform(text: str | None, host: Platform) -> Platform:
    """What `--platform` asks for; the host's where it says nothing. Raises InvalidParameter."""
    wanted = parse_platform(text) if text else host
    if not wanted.architecture:
        return msgspec.structs.replace(host, os=wanted.os)
    return wanted


def is_attestation(entry: Descriptor) -> bool:
    """Whether an index's entry tells of an image (its provenance) and is none itself."""
    return "vnd.docker.reference.type" in entry.annotations or (
        entry.platform is not None and entry.platform.os == "unknown"
    )


def choose(index: Index, wanted: Platform) -> Descriptor:
    """The entry for a platform. Raises NotFound in Docker's words, and names what there is."""
    offered = [
        (entry.platform.normal, entry)
        for entry in index.manifests
        if entry.platform is not None
        and entry.media_type in INDEXES | MANIFESTS
        and not is_attestation(entry)
    ]
    for candidate in runnable(wanted):
        for platform, entry in offered:
            if platform == candidate:
                return entry
    nested = [
        entry
        for entry in index.manifests
        if entry.platform is None and entry.media_type in INDEXES | MANIFESTS
    ]
    if len(nested) == 1:
        return nested[0]
    there = sorted({str(platform) for platform, _ in offered})
    hint = f": it offers {', '.join(there[:12])}" if there else ""
    raise NotFound(f"no matching manifest for {wanted} in the manifest list entries{hint}")
