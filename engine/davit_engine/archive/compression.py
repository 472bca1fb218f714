"""Decompress on the way, in a thread of its own: gzip, zstd, bzip2, xz or none, with limits.

The kind is read off the first bytes, as Docker does. A stream may hold many members (frames).
"""

import bz2
import hashlib
import lzma
import queue
import threading
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol, cast

from isal import igzip_lib

from davit_engine.archive import zstd
from davit_engine.archive.entry import Limits
from davit_engine.errors import EngineError, InvalidParameter, SystemFailure

_CHUNK: Final = 1 << 20
_FIRST_FEED: Final = 1 << 12
_RATIO_FROM: Final = 64 << 20
_XZ_MEMORY: Final = 128 << 20
_QUEUED: Final = 4
_FRAME_MAGIC: Final = (
    b"\x28\xb5\x2f\xfd",
    *(bytes([0x50 + n, 0x2A, 0x4D, 0x18]) for n in range(16)),
)


_IsalError: Final = cast("type[Exception]", igzip_lib.error)


class _Decompressor(Protocol):
    """What the libraries have in common; `decompress` never gives more than `max_length`."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def _gzip() -> _Decompressor:
    decompressor: _Decompressor = igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_GZIP)
    return decompressor


def _zstd() -> _Decompressor:
    decompressor: _Decompressor = zstd.decompressor()
    return decompressor


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


def detect(start: bytes) -> Callable[[], _Decompressor] | None:
    """What decompresses a stream that begins like this; None when it is not compressed."""
    if start.startswith(b"\x1f\x8b"):
        return _gzip
    if start.startswith(_FRAME_MAGIC):
        return _zstd
    if start.startswith(b"BZh"):
        return bz2.BZ2Decompressor
    if start.startswith(b"\xfd7zXZ\0"):
        return _xz
    return None


class Decompressed:
    """The uncompressed bytes of a stream, made ahead in a thread; `chunk` gives them.

    Use as a context manager: leaving it ends the thread and closes the stream, early or not.
    `diff_id` is known once `chunk` gave the empty end, unless no digest is wanted. Errors of the
    stream are raised by `chunk`: InvalidParameter for what is damaged or too large, SystemFailure
    for what cannot be read.
    """

    def __init__(
        self,
        stream: BinaryIO,
        *,
        limits: Limits | None = None,
        progress: Callable[[int], None] = lambda _count: None,
        digest: bool = True,
    ) -> None:
        self._stream = stream
        self._digest = digest
        self._limits = limits or Limits()
        self._progress = progress
        self._sha256 = hashlib.sha256()
        self._consumed = 0
        self._produced = 0
        self._queue: queue.Queue[bytes | BaseException] = queue.Queue(_QUEUED)
        self._stopping = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="decompress", daemon=True)

    def __enter__(self) -> "Decompressed":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stopping.set()
        while self._thread.is_alive():
            try:
                self._queue.get(timeout=0.05)
            except queue.Empty:
                continue
        self._stream.close()

    @property
    def diff_id(self) -> str:
        return f"sha256:{self._sha256.hexdigest()}"

    @property
    def size(self) -> int:
        """Uncompressed bytes so far."""
        return self._produced

    def chunk(self) -> bytes:
        if self._ended:
            return b""
        item = self._queue.get()
        if isinstance(item, bytes):
            self._ended = not item
            return item
        self._ended = True
        raise item

    def _run(self) -> None:
        try:
            self._produce()
            self._put(b"")
        except EngineError as error:
            self._put(error)
        except OSError as error:
            if error.errno is None:  # the decompressors' own complaints
                self._put(_damaged(error))
            else:
                self._put(SystemFailure(f"cannot read the archive: {error}"))
        except (EOFError, lzma.LZMAError, zstd.ZstdError, _IsalError) as error:
            self._put(_damaged(error))
        except BaseException as error:  # noqa: BLE001 - raised again by `chunk`, in the caller's thread
            self._put(error)

    def _produce(self) -> None:
        pending = self._read()
        while 0 < len(pending) < 8:
            more = self._read()
            if not more:
                break
            pending += more
        make = detect(pending)
        if make is None:
            while pending and not self._stopping.is_set():
                self._emit(pending)
                pending = self._read()
            return
        at = 0
        while not self._stopping.is_set():
            # One member. Feeding little at first keeps a stream of countless tiny members cheap:
            # the library copies all that follows a member.
            decompressor, feed = make(), _FIRST_FEED
            while not decompressor.eof and not self._stopping.is_set():
                piece = b""
                if decompressor.needs_input:
                    if at == len(pending):
                        pending, at = self._read(), 0
                        if not pending:
                            raise EOFError("it ends too early")
                    piece = pending[at : at + feed]
                    at += len(piece)
                    feed = min(feed * 2, _CHUNK)
                self._emit(decompressor.decompress(piece, _CHUNK))
            at -= len(decompressor.unused_data)
            while True:  # padding with zeros is usual on tapes and block devices
                if at == len(pending):
                    pending, at = self._read(), 0
                    if not pending:
                        return
                stripped = pending[at : at + _FIRST_FEED].lstrip(b"\0")
                if stripped:
                    at += min(_FIRST_FEED, len(pending) - at) - len(stripped)
                    break
                at = min(at + _FIRST_FEED, len(pending))

    def _read(self) -> bytes:
        data = self._stream.read(_CHUNK)
        self._consumed += len(data)
        if data:
            self._progress(self._consumed)
        return data

    def _emit(self, data: bytes) -> None:
        if not data:
            return
        self._produced += len(data)
        if self._produced > self._limits.size:
            raise InvalidParameter(
                f"the archive unpacks to more than {self._limits.size} bytes, which is not accepted"
            )
        beyond = self._produced - _RATIO_FROM
        if beyond > 0 and beyond > self._consumed * self._limits.ratio:
            raise InvalidParameter(
                f"the archive unpacks to more than {self._limits.ratio} times its size; "
                "it looks like a decompression bomb"
            )
        if self._digest:
            self._sha256.update(data)
        self._put(data)

    def _put(self, item: bytes | BaseException) -> None:
        while not self._stopping.is_set():
            try:
                self._queue.put(item, timeout=0.2)
            except queue.Full:
                continue
            return


def _damaged(error: Exception) -> InvalidParameter:
    return InvalidParameter(f"the compressed archive is damaged: {error}")
