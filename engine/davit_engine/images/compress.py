"""Take an uncompressed layer in: hash it, compress it, store it; and undo compression.

gzip through isal, zstd through backports.zstd, the rest from the standard library. What comes in
is hostile: sizes are counted while they grow.
"""

import bz2
import hashlib
import lzma
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

import msgspec
from isal import igzip, isal_zlib

from davit_engine.errors import InvalidParameter
from davit_engine.images.content import Content
from davit_engine.images.manifest import DOCKER_LAYER_GZIP, Descriptor

LAYER_MAX: Final = 256 * 1024**3
"""Bytes of an uncompressed layer."""
_BLOCK: Final = 1024 * 1024
_MAGIC: Final = {
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
}


class StoredLayer(msgspec.Struct, frozen=True, kw_only=True):
    diff_id: str
    blob: Descriptor


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def compression(head: bytes) -> str:
    """gzip, zstd, bzip2, xz or empty, by the first bytes of a stream."""
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def decompressed(file: BinaryIO) -> Readable:
    """The plain bytes of a stream that may be compressed; `file` is at its start."""
    head = file.read(6)
    file.seek(0)
    match compression(head):
        case "gzip":
            return igzip.IGzipFile(fileobj=file, mode="rb")
        case "zstd":
            from backports import zstd

            return zstd.ZstdFile(file, "rb", options=_zstd_window())
        case "bzip2":
            return bz2.BZ2File(file)
        case "xz":
            return lzma.LZMAFile(file)
    return file


def store_layer(content: Content, blocks: Iterator[bytes]) -> StoredLayer:
    """Store the blocks of a tar archive as a gzip layer. Blocking; for a worker thread."""
    diff = hashlib.sha256()
    size = 0
    # Window bits above 15 ask for a gzip header, which then holds neither name nor time.
    compressor = isal_zlib.compressobj(level=1, wbits=31)
    with content.writer() as writer:
        for block in blocks:
            size += len(block)
            if size > LAYER_MAX:
                raise InvalidParameter(f"the layer is larger than {LAYER_MAX} bytes")
            diff.update(block)
            packed = compressor.compress(block)
            if packed:
                writer.write(packed)
        writer.write(compressor.flush())
        digest = writer.commit()
        blob = Descriptor(media_type=DOCKER_LAYER_GZIP, digest=digest, size=writer.size)
    return StoredLayer(diff_id=f"sha256:{diff.hexdigest()}", blob=blob)


def store_compressed(content: Content, file: BinaryIO, media_type: str) -> StoredLayer:
    """Store a compressed layer byte for byte; its diff id is found on the way. Blocking."""
    with content.writer() as writer:
        while block := file.read(_BLOCK):
            writer.write(block)
        blob = Descriptor(media_type=media_type, digest=writer.commit(), size=writer.size)
    diff = hashlib.sha256()
    size = 0
    with content.open(blob.digest) as stored:
        for block in blocks_of(decompressed(stored)):
            size += len(block)
            if size > LAYER_MAX:
                raise InvalidParameter(f"the layer is larger than {LAYER_MAX} bytes")
            diff.update(block)
    return StoredLayer(diff_id=f"sha256:{diff.hexdigest()}", blob=blob)


def blocks_of(stream: Readable) -> Iterator[bytes]:
    """Raises InvalidParameter for damaged compression."""
    try:
        while block := stream.read(_BLOCK):
            yield block
    except (EOFError, lzma.LZMAError, isal_zlib.error, ValueError) as error:
        raise InvalidParameter(f"the archive's compression is damaged: {error}") from error
    except OSError as error:
        if error.errno is not None:
            raise
        # Both bz2 and igzip report bad data as an OSError without a number.
        raise InvalidParameter(f"the archive's compression is damaged: {error}") from error


def _zstd_window() -> dict[int, int]:
    from backports import zstd

    # 128 MiB, what the zstd tool takes without --long; more would be the sender's memory bomb.
    return {zstd.DecompressionParameter.window_log_max: 27}
