"""A folder of content-addressed blobs, and the manifests and indexes that tie them into images."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OCI = "application/vnd.oci.image"
OCI_MANIFEST = f"{OCI}.manifest.v1+json"
OCI_INDEX = f"{OCI}.index.v1+json"
OCI_CONFIG = f"{OCI}.config.v1+json"
OCI_LAYER = f"{OCI}.layer.v1.tar"

DOCKER = "application/vnd.docker"
DOCKER_MANIFEST = f"{DOCKER}.distribution.manifest.v2+json"
DOCKER_LIST = f"{DOCKER}.distribution.manifest.list.v2+json"
DOCKER_CONFIG = f"{DOCKER}.container.image.v1+json"
DOCKER_LAYER = f"{DOCKER}.image.rootfs.diff.tar"

CREATED = "2026-11-01T00:00:00Z"


@dataclass(frozen=True, kw_only=True)
class Descriptor:
    """What a manifest says about a blob."""

    media_type: str
    digest: str
    size: int

    def as_json(self) -> dict[str, Any]:
        return {"mediaType": self.media_type, "digest": self.digest, "size": self.size}


@dataclass(frozen=True, kw_only=True)
class Layer:
    """A compressed layer blob, and what it is when decompressed."""

    digest: str
    size: int
    diff_id: str
    compression: str
    """gzip or zstd, as OCI media types spell it."""
    created_by: str


class Layout:
    """Blobs below `root/blobs/sha256`; a blob is never half there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._blobs = root / "blobs" / "sha256"
        self._blobs.mkdir(parents=True, exist_ok=True)

    def path(self, digest: str) -> Path:
        return self._blobs / digest.removeprefix("sha256:")

    def add(self, content: bytes) -> str:
        """Store a small blob; its digest."""
        digest = "sha256:" + hashlib.sha256(content).hexdigest()
        partial = self._blobs / f".{os.getpid()}.{digest[7:]}"
        partial.write_bytes(content)
        partial.rename(self.path(digest))
        return digest

    def adopt(self, file: Path, digest: str) -> None:
        """Move a finished file of the same file system in under its digest."""
        file.rename(self.path(digest))

    def manifest(
        self,
        layers: Sequence[Layer],
        config: Mapping[str, Any],
        *,
        docker: bool = False,
        architecture: str,
    ) -> Descriptor:
        """Store the configuration and the manifest of one platform's image."""
        document = {
            "created": CREATED,
            "architecture": architecture,
            "os": "linux",
            "config": dict(config),
            "rootfs": {"type": "layers", "diff_ids": [layer.diff_id for layer in layers]},
            "history": [{"created": CREATED, "created_by": layer.created_by} for layer in layers],
        }
        raw_config = _json(document)
        config_type = DOCKER_CONFIG if docker else OCI_CONFIG
        manifest_type = DOCKER_MANIFEST if docker else OCI_MANIFEST
        manifest = {
            "schemaVersion": 2,
            "mediaType": manifest_type,
            "config": Descriptor(
                media_type=config_type, digest=self.add(raw_config), size=len(raw_config)
            ).as_json(),
            "layers": [
                Descriptor(
                    media_type=_layer_type(layer, docker), digest=layer.digest, size=layer.size
                ).as_json()
                for layer in layers
            ],
        }
        raw = _json(manifest)
        return Descriptor(media_type=manifest_type, digest=self.add(raw), size=len(raw))

    def index(self, manifests: Mapping[str, Descriptor], *, docker: bool = False) -> Descriptor:
        """Store a list of manifests by architecture."""
        media_type = DOCKER_LIST if docker else OCI_INDEX
        raw = _json(
            {
                "schemaVersion": 2,
                "mediaType": media_type,
                "manifests": [
                    one.as_json() | {"platform": {"architecture": architecture, "os": "linux"}}
                    for architecture, one in manifests.items()
                ],
            }
        )
        return Descriptor(media_type=media_type, digest=self.add(raw), size=len(raw))


def _layer_type(layer: Layer, docker: bool) -> str:
    if docker:
        return f"{DOCKER_LAYER}.{layer.compression}"
    return f"{OCI_LAYER}+{layer.compression}"


def _json(document: object) -> bytes:
    return json.dumps(document, separators=(",", ":"), sort_keys=True).encode()
