"""Compress layers on their way into the content store, and undo any compression that comes.

gzip through isal, zstd through backports.zstd, the rest from the standard library, all in this
process: nothing is ever run to decompress. What comes in is hostile; it is counted as it grows.
"""

import bz2
import hashlib
import lzma
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import msgspec
from isal import igzip, isal_zlib

from davit_engine.errors import InvalidParameter
from davit_engine.images.content import Content
from davit_engine.images.manifest import DOCKER_LAYER_GZIP, Descriptor

LAYER_MAX: Final = 256 * 1024**3
"""Bytes of an uncompressed layer."""
BLOCK: Final = 1024 * 1024
"""Bytes handled at a time."""
_MAGIC: Final = {
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
}


class StoredLayer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer whose blob is in the content store."""

    diff_id: str
    blob: Descriptor


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class LayerWriter:
    """Stores an uncompressed tar as a gzip layer. Blocking; `close` in any case."""

    def __init__(self, content: Content) -> None:
        self._diff = hashlib.sha256()
        self._size = 0
        # Window bits above 15 ask for a gzip header; it then holds neither name nor time.
        self._compressor = isal_zlib.compressobj(level=1, wbits=31)
        self._stack = ExitStack()
        self._writer = self._stack.enter_context(content.writer())

    def write(self, block: bytes) -> None:
        """Raises InvalidParameter when the layer gets too large."""
        self._size = counted(self._size, block)
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
        self._stack.close()


def compression(head: bytes) -> str:
    """gzip, zstd, bzip2, xz or empty, by the first bytes of a stream."""
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def decompressed(file: BinaryIO) -> Readable:
    """The plain bytes of a seekable stream that may be compressed."""
    start = file.tell()
    head = file.read(6)
    file.seek(start)
    match compression(head):
        case "gzip":
            plain: Readable = igzip.IGzipFile(fileobj=file, mode="rb")  # type: ignore[no-untyped-call]
            return plain
        case "zstd":
            from backports import zstd

            # 128 MiB, as the zstd tool takes without --long; more is the sender's memory bomb.
            window: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 27}
            return zstd.ZstdFile(file, "r", options=window)
        case "bzip2":
            return bz2.BZ2File(file)
        case "xz":
            return lzma.LZMAFile(file)
    return file


def store_plain(content: Content, stream: Readable) -> StoredLayer:
    """Store an uncompressed tar. Blocking."""
    writer = LayerWriter(content)
    try:
        for block in blocks_of(stream):
            writer.write(block)
        return writer.commit()
    finally:
        writer.close()


def store_packed(content: Content, file: BinaryIO, media_type: str) -> StoredLayer:
    """Store a compressed layer byte for byte; its diff id is found on the way. Blocking."""
    diff, size = hashlib.sha256(), 0
    for block in blocks_of(decompressed(file)):
        size = counted(size, block)
        diff.update(block)
    file.seek(0)
    with content.writer() as writer:
        while block := file.read(BLOCK):
            writer.write(block)
        blob = Descriptor(media_type=media_type, digest=writer.commit(), size=writer.size)
    return StoredLayer(diff_id=f"sha256:{diff.hexdigest()}", blob=blob)


def store_file(content: Content, path: Path) -> StoredLayer:
    """Store the tar in a file, whatever it is compressed with. Blocking."""
    with path.open("rb") as file:
        return store_plain(content, decompressed(file))


def blocks_of(stream: Readable) -> Iterator[bytes]:
    """Raises InvalidParameter for damaged compression."""
    try:
        while block := stream.read(BLOCK):
            yield block
    except (EOFError, lzma.LZMAError, isal_zlib.error, ValueError) as error:
        raise InvalidParameter(f"the archive's compression is damaged: {error}") from error
    except OSError as error:
        if error.errno is not None:
            raise
        # bz2 and igzip report bad data as an OSError without a number.
        raise InvalidParameter(f"the archive's compression is damaged: {error}") from error


def counted(size: int, block: bytes) -> int:
    """The new size. Raises InvalidParameter when a layer gets too large."""
    size += len(block)
    if size > LAYER_MAX:
        raise InvalidParameter(f"the layer is larger than {LAYER_MAX} bytes")
    return size
