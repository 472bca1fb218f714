"""Content-addressed blobs on disk: taken in, checked, made durable, read and collected.

A blob is `blobs/sha256/<hex>`, 0444, and its name is true: a file appears there only by rename,
after its bytes were hashed and synced. What is on its way lies in `ingest/`:

    <hex>            a download; what a crash leaves is resumed, or swept after a day
    new-<random>     content whose digest is not known yet; swept at start
    trash-<random>   collected blobs that wait for their unlink; swept at start

Order of a commit: fsync of the file, size and digest check, rename, fsync of the folder.
"""

import asyncio
import hashlib
import io
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from typing_extensions import Buffer, override

from davit_engine.config import Paths
from davit_engine.errors import EngineError, InvalidParameter, NotFound, SystemFailure
from davit_engine.images.reference import parse_sha256

T = TypeVar("T")

RESUME_HORIZON: Final = 24 * 3600.0
"""Seconds for which an unfinished download is kept."""
_BLOCK: Final = 1024 * 1024
"""Bytes read at a time."""


class DigestMismatch(EngineError):
    """The bytes are not those that the digest names. Nothing of them is kept."""


class IngestFailed(EngineError):
    """Whoever read along with a download lost it; the download itself says why."""


class Content:
    """The blobs. Every blocking call runs in threads of its own, never on the event loop."""

    def __init__(self, paths: Paths) -> None:
        self._blobs = paths.blobs / "sha256"
        self._ingest = paths.ingest
        # Readers of a running download wait in the shared thread pool; writers in a pool of
        # their own can never be kept from feeding them.
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="content")

    def start(self) -> None:
        """Make the folders and sweep what earlier runs left unfinished."""
        for folder in (self._blobs.parent, self._blobs, self._ingest):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        oldest = time.time() - RESUME_HORIZON
        for entry in self._ingest.iterdir():
            if not _is_hex(entry.name) or entry.stat().st_mtime < oldest:
                _remove(entry)

    def close(self) -> None:
        self._threads.shutdown(wait=True)

    def path(self, digest: str) -> Path:
        """Where a blob is or would be. Raises InvalidParameter for a malformed digest."""
        return self._blobs / parse_sha256(digest).removeprefix("sha256:")

    def size(self, digest: str) -> int | None:
        """Bytes of a blob, None when it is not here."""
        try:
            return self.path(digest).stat().st_size
        except FileNotFoundError:
            return None

    def open(self, digest: str) -> BinaryIO:
        """A blob from its start. Raises NotFound."""
        try:
            file = self.path(digest).open("rb")
        except FileNotFoundError as error:
            raise NotFound(
                f"content {digest} is missing from the store; pull or load the image again"
            ) from error
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL)
        return file

    async def read(self, digest: str, limit: int) -> bytes:
        """A small blob, checked again. Raises NotFound, and DigestMismatch when it has rotted."""
        return await self.run(self._read, digest, limit)

    async def put(self, data: bytes) -> str:
        """Store a small blob; its digest. Doing it twice is not an error."""
        return await self.run(self._put, data)

    async def ingest(self, digest: str, size: int) -> "Ingest":
        """Begin or resume taking in the blob `digest` of `size` bytes; one at a time per digest."""
        path = self._ingest / parse_sha256(digest).removeprefix("sha256:")
        return await self.run(Ingest, self, path, digest, size)

    def writer(self) -> "Writer":
        """Take in bytes whose digest is not known yet. Blocking; for a worker thread."""
        return Writer(self, self._ingest / f"new-{secrets.token_hex(8)}")

    def spool(self) -> Path:
        """A name for a scratch file that the next start sweeps if it is left behind."""
        return self._ingest / f"new-{secrets.token_hex(8)}"

    async def run(self, function: Callable[..., T], *arguments: object) -> T:
        """Call a blocking function in a thread of the content store.

        A cancelled caller still waits until the thread is done: nobody closes a file in use.
        """
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._threads, lambda: function(*arguments))
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait([future])
            if not future.cancelled():
                future.exception()
            raise

    def digests(self) -> Iterator[tuple[str, int]]:
        """Every blob there is with its size."""
        with os.scandir(self._blobs) as entries:
            for entry in entries:
                if _is_hex(entry.name):
                    yield f"sha256:{entry.name}", entry.stat().st_size

    def drop_partial(self, digests: Iterable[str]) -> None:
        """Forget the beginnings of these blobs that wait to be resumed."""
        for digest in digests:
            _remove(self._ingest / parse_sha256(digest).removeprefix("sha256:"))

    def discard(self, digests: Iterable[str]) -> tuple[int, list[Path]]:
        """Take blobs out of sight at once; their bytes, and the files to hand to `purge`.

        It only renames, so that the caller can decide and act without an await between.
        """
        freed = 0
        trash = []
        for digest in digests:
            path = self.path(digest)
            grave = self._ingest / f"trash-{secrets.token_hex(8)}"
            try:
                freed += path.stat().st_size
                path.rename(grave)
            except FileNotFoundError:
                continue
            trash.append(grave)
        return freed, trash

    async def purge(self, trash: list[Path]) -> None:
        await self.run(_remove_all, trash)

    def settle(self, partial: Path, digest: str) -> None:
        """Give a hashed and synced file its name. Blocking."""
        with _translated(f"cannot store content {digest}"):
            partial.chmod(0o444)
            partial.rename(self.path(digest))
            sync_folder(self._blobs)

    def _read(self, digest: str, limit: int) -> bytes:
        with self.open(digest) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise InvalidParameter(f"content {digest} is longer than {limit} bytes")
        if f"sha256:{hashlib.sha256(data).hexdigest()}" != digest:
            raise DigestMismatch(f"content {digest} is damaged on disk; pull the image again")
        return data

    def _put(self, data: bytes) -> str:
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if self.size(digest) == len(data):
            return digest
        with self.writer() as writer:
            writer.write(data)
            return writer.commit()


class Ingest:
    """A download of known digest and size. `size` counts the bytes that are there already.

    Other threads may read along through `reader` while it grows.
    """

    def __init__(self, content: Content, path: Path, digest: str, expected: int) -> None:
        self.digest = digest
        self.expected = expected
        self._content = content
        self._path = path
        self._hash = hashlib.sha256()
        self._grown = threading.Condition()
        self._outcome: bool | None = None
        with _translated(f"cannot store content {digest}"):
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            self.size = self._resume()
        except BaseException:
            os.close(self._file)
            raise

    async def write(self, data: bytes) -> None:
        """Append. Raises DigestMismatch when there are more bytes than the blob may have."""
        await self._content.run(self._append, data)

    async def commit(self) -> None:
        """Check and publish. Raises DigestMismatch, after which nothing is left."""
        await self._content.run(self._commit)

    def suspend(self) -> None:
        """Stop; the bytes stay for a later attempt. Idempotent, and harmless after `commit`."""
        if self._outcome is None and not self.size:
            self._path.unlink(missing_ok=True)
        self._finish(success=False)

    @property
    def failed(self) -> bool:
        return self._outcome is False

    def abandon(self) -> None:
        """Stop and leave nothing. Idempotent, and harmless after `commit`."""
        if self._outcome is None:
            self._path.unlink(missing_ok=True)
        self._finish(success=False)

    def reader(self, stopped: threading.Event) -> BinaryIO:
        """The blob from its start; reads wait for bytes that have not come yet.

        Raises IngestFailed from a read when the download ends without success, and when
        `stopped` is set (then call `wake`).
        """
        with self._grown:
            if self._outcome:
                return self._content.open(self.digest)
            if self._outcome is False:
                raise IngestFailed(f"the download of {self.digest} was given up")
            copy = os.dup(self._file)
        return io.BufferedReader(_Follower(self, copy, stopped), _BLOCK)

    def wake(self) -> None:
        """Let readers look at their `stopped` again."""
        with self._grown:
            self._grown.notify_all()

    def wait_beyond(self, position: int, stopped: threading.Event) -> int:
        """Block until there are bytes after `position` or all are there; how many there are."""
        with self._grown:
            while (
                self.size <= position
                and self.size < self.expected
                and self._outcome is None
                and not stopped.is_set()
            ):
                self._grown.wait()
            if self._outcome is False or stopped.is_set():
                raise IngestFailed(f"the download of {self.digest} was given up")
            return self.size

    def _resume(self) -> int:
        size = 0
        while block := os.pread(self._file, _BLOCK, size):
            size += len(block)
            self._hash.update(block)
        if size > self.expected:
            os.ftruncate(self._file, 0)
            self._hash = hashlib.sha256()
            return 0
        return size

    def _append(self, data: bytes) -> None:
        if self.size + len(data) > self.expected:
            raise self.mismatch(f"the registry sent more than {self.expected} bytes")
        view = memoryview(data)
        with _translated(f"cannot store content {self.digest}"):
            position = self.size
            while view:
                written = os.pwrite(self._file, view, position)
                position += written
                view = view[written:]
        self._hash.update(data)
        with self._grown:
            self.size += len(data)
            self._grown.notify_all()

    def _commit(self) -> None:
        with _translated(f"cannot store content {self.digest}"):
            os.fsync(self._file)
        if self.size != self.expected:
            raise self.mismatch(f"{self.size} of {self.expected} bytes came")
        if f"sha256:{self._hash.hexdigest()}" != self.digest:
            raise self.mismatch("the bytes are not those that were asked for")
        self._content.settle(self._path, self.digest)
        self._finish(success=True)

    def mismatch(self, reason: str) -> DigestMismatch:
        """Give up, leave nothing, and say so in Docker's words."""
        self.abandon()
        return DigestMismatch(
            f"filesystem layer verification failed for digest {self.digest}: {reason}"
        )

    def _finish(self, *, success: bool) -> None:
        with self._grown:
            if self._outcome is None:
                self._outcome = success
                os.close(self._file)
            self._grown.notify_all()


class _Follower(io.RawIOBase):
    """Reads a file that another thread still writes."""

    def __init__(self, ingest: Ingest, file: int, stopped: threading.Event) -> None:
        self._ingest = ingest
        self._file = file
        self._stopped = stopped
        self._position = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        there = self._ingest.wait_beyond(self._position, self._stopped)
        view = memoryview(buffer)[: max(there - self._position, 0)]
        count = os.preadv(self._file, [view], self._position) if view else 0
        self._position += count
        return count

    @override
    def close(self) -> None:
        if not self.closed:
            os.close(self._file)
        super().close()


class Writer:
    """Takes in bytes and names them by what they turn out to be. Blocking.

    Leaving the `with` block without `commit` leaves nothing behind.
    """

    def __init__(self, content: Content, path: Path) -> None:
        self._content = content
        self._path = path
        self._hash = hashlib.sha256()
        self.size = 0
        with _translated("cannot store content"):
            self._file = path.open("xb")

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        if not self._file.closed:
            self._file.close()
            self._path.unlink(missing_ok=True)

    def write(self, data: Buffer) -> int:
        with _translated("cannot store content"):
            self._file.write(data)
        self._hash.update(data)
        length = memoryview(data).nbytes
        self.size += length
        return length

    def commit(self) -> str:
        """Make it durable; the digest."""
        digest = f"sha256:{self._hash.hexdigest()}"
        with _translated("cannot store content"):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        if self._content.size(digest) == self.size:
            self._path.unlink()
        else:
            self._content.settle(self._path, digest)
        return digest


def sync_folder(folder: Path) -> None:
    """Make renames within a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class _translated:
    """Turn the disk's refusals into the engine's words."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: object, _: object) -> None:
        if isinstance(error, OSError):
            hint = ". Free some space, for example with docker system prune" * (error.errno == 28)
            raise SystemFailure(f"{self._what}: {error.strerror}{hint}") from error


def _is_hex(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _remove_all(paths: list[Path]) -> None:
    for path in paths:
        _remove(path)
