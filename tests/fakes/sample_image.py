"""Small images made in memory, for registries and archives."""

import gzip
import hashlib
import io
import json
import random
import tarfile
from dataclasses import dataclass, field

DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json"
OCI_INDEX = "application/vnd.oci.image.index.v1+json"


def digest_of(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def tar(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def noise(size: int, seed: int = 0) -> bytes:
    """Bytes that do not compress, the same for the same seed."""
    return random.Random(seed).randbytes(size)


@dataclass
class SampleImage:
    """An image and all its blobs by digest."""

    layers: list[bytes]
    """Uncompressed tars, lowest first."""
    config: dict[str, object] = field(default_factory=dict)
    architecture: str = "amd64"
    oci: bool = False
    compression: str = "gzip"
    blobs: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.diff_ids = [digest_of(layer) for layer in self.layers]
        packed = [self._packed(layer) for layer in self.layers]
        self.layer_digests = [digest_of(layer) for layer in packed]
        self.raw_config = json.dumps(
            {
                "architecture": self.architecture,
                "os": "linux",
                "created": "2026-01-02T03:04:05.678901234Z",
                "config": {"Cmd": ["/hello"], "Env": None, "Labels": {"made": "here"}}
                | self.config,
                "rootfs": {"type": "layers", "diff_ids": self.diff_ids},
                "history": [
                    {"created": "2026-01-02T03:04:05Z", "created_by": f"step {number}"}
                    for number, _ in enumerate(self.layers)
                ],
            }
        ).encode()
        self.id = digest_of(self.raw_config)
        kind = "vnd.oci.image" if self.oci else "vnd.docker"
        layer_type = (
            f"application/vnd.oci.image.layer.v1.tar+{self.compression}"
            if self.oci
            else "application/vnd.docker.image.rootfs.diff.tar.gzip"
        )
        self.media_type = OCI_MANIFEST if self.oci else DOCKER_MANIFEST
        self.manifest = json.dumps(
            {
                "schemaVersion": 2,
                "mediaType": self.media_type,
                "config": {
                    "mediaType": f"application/{kind}.config.v1+json"
                    if self.oci
                    else "application/vnd.docker.container.image.v1+json",
                    "digest": self.id,
                    "size": len(self.raw_config),
                },
                "layers": [
                    {"mediaType": layer_type, "digest": digest_of(layer), "size": len(layer)}
                    for layer in packed
                ],
            }
        ).encode()
        self.digest = digest_of(self.manifest)
        self.blobs |= {digest_of(blob): blob for blob in (self.raw_config, *packed)}

    def _packed(self, layer: bytes) -> bytes:
        if self.compression == "zstd":
            from backports import zstd

            return zstd.compress(layer)
        return gzip.compress(layer, mtime=0)


def index_of(images: list[SampleImage]) -> bytes:
    return json.dumps(
        {
            "schemaVersion": 2,
            "mediaType": DOCKER_LIST,
            "manifests": [
                {
                    "mediaType": image.media_type,
                    "digest": image.digest,
                    "size": len(image.manifest),
                    "platform": {"os": "linux", "architecture": image.architecture},
                }
                for image in images
            ],
        }
    ).encode()


def sample(*, layers: int = 2, size: int = 2000, seed: int = 0, **options: object) -> SampleImage:
    tars = [
        tar({f"file{number}": noise(size, seed * 1000 + number), "hello": b"hi"})
        for number in range(layers)
    ]
    return SampleImage(tars, **options)  # type: ignore[arg-type]
