"""Decompression in a thread: kinds, members, damage and bombs."""

import bz2
import gzip
import hashlib
import io
import lzma
import resource
import threading

import pytest
import zstandard
from backports import zstd

from davit_engine.archive import zstd as chosen
from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Limits
from davit_engine.errors import InvalidParameter, SystemFailure

DATA = b"".join(b"%d\n" % number for number in range(400_000))


def unpack(blob: bytes, limits: Limits | None = None) -> bytes:
    with Decompressed(io.BytesIO(blob), limits=limits) as stream:
        pieces = []
        while piece := stream.chunk():
            pieces.append(piece)
        assert stream.diff_id == "sha256:" + hashlib.sha256(b"".join(pieces)).hexdigest()
    return b"".join(pieces)


@pytest.fixture(params=["library", "binding"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to decompress zstd: a library like Python's own, and python-zstandard."""
    if request.param == "binding":
        monkeypatch.setattr(chosen, "decompressor", lambda: chosen.Sliced(zstandard))
        monkeypatch.setattr(chosen, "ZstdError", zstandard.ZstdError)


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(
    "compress",
    [gzip.compress, zstd.compress, bz2.compress, lzma.compress, bytes],
    ids=["gzip", "zstd", "bzip2", "xz", "none"],
)
def test_every_kind_is_recognised(compress: type[bytes]) -> None:
    assert unpack(compress(DATA)) == DATA
    assert unpack(compress(b"")) == b""


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress], ids=["gzip", "zstd"])
def test_members_are_joined(compress: type[bytes]) -> None:
    assert unpack(compress(DATA) + compress(b"") + compress(DATA)) == DATA + DATA


def test_zeros_after_the_last_member_are_padding() -> None:
    assert unpack(gzip.compress(DATA) + bytes(10_000)) == DATA
    assert unpack(gzip.compress(DATA) + bytes(9000) + gzip.compress(b"x")) == DATA + b"x"


def test_countless_tiny_members_take_little_time() -> None:
    assert unpack(gzip.compress(b"") * 50_000 + gzip.compress(b"x")) == b"x"


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress], ids=["gzip", "zstd"])
def test_damage_is_refused(compress: type[bytes]) -> None:
    blob = bytearray(compress(DATA))
    with pytest.raises(InvalidParameter, match="damaged"):
        unpack(bytes(blob[: len(blob) // 2]))
    with pytest.raises(InvalidParameter, match="damaged"):
        unpack(bytes(blob) + b"garbage that is no member")
    blob[len(blob) // 2] ^= 0x10
    blob[-1] ^= 0x10
    with pytest.raises(InvalidParameter, match="damaged"):
        unpack(bytes(blob))


@pytest.mark.usefixtures("either")
def test_frames_without_content_are_skipped() -> None:
    skippable = b"\x50\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"later"
    assert unpack(skippable + zstd.compress(DATA) + skippable) == DATA


@pytest.mark.usefixtures("either")
def test_a_bomb_ends_at_the_ratio() -> None:
    frame = zstd.compress(bytes(64 << 20))
    with pytest.raises(InvalidParameter, match="bomb"):
        unpack(frame * 20, Limits(ratio=1200))


def test_a_bomb_ends_at_the_size() -> None:
    with pytest.raises(InvalidParameter, match="more than 1000000 bytes"):
        unpack(gzip.compress(bytes(10 << 20)), Limits(size=1_000_000))


@pytest.mark.usefixtures("either")
def test_a_window_larger_than_128_megabytes_is_refused() -> None:
    compressor = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 28})
    blob = compressor.compress(DATA) + compressor.flush()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InvalidParameter, match="damaged"):
        unpack(blob)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256 << 10


def test_leaving_early_ends_the_thread_and_closes_the_stream() -> None:
    blob = io.BytesIO(gzip.compress(DATA * 30))
    with Decompressed(blob) as stream:
        stream.chunk()
    assert blob.closed
    assert not any(thread.name == "decompress" for thread in threading.enumerate())


def test_a_stream_that_cannot_be_read_is_no_damage() -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with (
        Decompressed(Broken()) as stream,
        pytest.raises(SystemFailure, match="Input/output error"),
    ):
        stream.chunk()


def test_progress_counts_the_compressed_bytes() -> None:
    counts: list[int] = []
    blob = gzip.compress(DATA)
    with Decompressed(io.BytesIO(blob), progress=counts.append) as stream:
        while stream.chunk():
            pass
    assert counts == sorted(counts)
    assert counts[-1] == len(blob)
