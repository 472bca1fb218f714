"""Take layers into the content store: plain tars are compressed, compressed ones kept as they are.

Blocking functions for worker threads. What comes in is hostile; `Decompressed` holds its limits.
"""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
from isal import isal_zlib

from davit_engine.archive.compression import Decompressed
from davit_engine.images.content import Content
from davit_engine.images.manifest import DOCKER_LAYER_GZIP, OCI_LAYER_ZSTD, Descriptor

BLOCK: Final = 1024 * 1024
"""Bytes handled at a time."""
_KEPT: Final = {b"\x1f\x8b": DOCKER_LAYER_GZIP, b"\x28\xb5\x2f\xfd": OCI_LAYER_ZSTD}
"""Media types of layers that registries take as they are, by the first bytes."""


class StoredLayer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer whose blob is in the content store."""

    diff_id: str
    blob: Descriptor


class LayerWriter:
    """Stores an uncompressed tar as a gzip layer. `close` in any case."""

    def __init__(self, content: Content) -> None:
        self._diff = hashlib.sha256()
        # Window bits above 15 ask for a gzip header; it then holds neither name nor time.
        self._compressor = isal_zlib.compressobj(level=1, wbits=31)
        self._stack = ExitStack()
        self._writer = self._stack.enter_context(content.writer())

    def write(self, block: bytes) -> None:
        self._diff.update(block)
        packed = self._compressor.compress(block)
        if packed:
            self._writer.write(packed)

    def commit(self) -> StoredLayer:
        """Make it durable."""
        self._writer.write(self._compressor.flush())
        digest = self._writer.commit()
        blob = Descriptor(media_type=DOCKER_LAYER_GZIP, digest=digest, size=self._writer.size)
        return StoredLayer(diff_id=f"sha256:{self._diff.hexdigest()}", blob=blob)

    def close(self) -> None:
        """Leave nothing behind unless it was committed."""
        self._stack.close()


def store_layer(content: Content, file: BinaryIO) -> StoredLayer:
    """Store a layer: gzip and zstd byte for byte, anything else as gzip. Closes `file`.

    Raises InvalidParameter for damaged compression.
    """
    head = file.read(4)
    file.seek(0)
    media_type = next((kept for magic, kept in _KEPT.items() if head.startswith(magic)), "")
    if media_type:
        return _store_packed(content, file, media_type)
    return store_tar(content, file)


def store_tar(content: Content, file: BinaryIO) -> StoredLayer:
    """Store a tar as a gzip layer, whatever it is compressed with. Closes `file`."""
    writer = LayerWriter(content)
    try:
        for block in plain_blocks(file):
            writer.write(block)
        return writer.commit()
    finally:
        writer.close()


def store_file(content: Content, path: Path) -> StoredLayer:
    return store_tar(content, path.open("rb"))


def plain_blocks(file: BinaryIO) -> Iterator[bytes]:
    """The uncompressed bytes of a file; closes it. Raises InvalidParameter for damage and bombs."""
    with Decompressed(file) as stream:
        while block := stream.chunk():
            yield block


def _store_packed(content: Content, file: BinaryIO, media_type: str) -> StoredLayer:
    with file, content.writer() as writer:
        while block := file.read(BLOCK):
            writer.write(block)
        blob = Descriptor(media_type=media_type, digest=writer.commit(), size=writer.size)
    with Decompressed(content.open(blob.digest)) as stream:
        while stream.chunk():
            pass
        return StoredLayer(diff_id=stream.diff_id, blob=blob)
