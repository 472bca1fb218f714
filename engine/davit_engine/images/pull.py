"""Fetch and unpack the layers of an image, all at the same time, lowest first.

Downloads run in parallel. A layer is unpacked while it still comes in: its reader follows the
growing file. A blob that several pulls want is fetched once; the work ends with the last of them.
"""

import asyncio
import math
import threading
import time
from collections.abc import Callable, Sequence
from typing import BinaryIO, Final
from weakref import WeakValueDictionary

from davit_engine.images.content import Content, DigestMismatch, Ingest
from davit_engine.images.manifest import Descriptor
from davit_engine.images.records import Layer, Progress
from davit_engine.images.refusal import Interrupted
from davit_engine.images.registry import Patience, Truncated
from davit_engine.images.repository import Repository
from davit_engine.lookup import short
from davit_engine.snapshots.snapshotter import LayerInfo, Snapshotter, chain_ids

Report = Callable[[Progress], None]

REPORT_INTERVAL: Final = 0.1
"""Seconds between two lines about the same bar."""
_FAILURES_MAX: Final = 100
"""However small the progress between them was."""


class Puller:
    """The downloads and unpacks of one daemon."""

    def __init__(
        self, content: Content, snapshotter: Snapshotter, patience: Patience, concurrency: int
    ) -> None:
        self._content = content
        self._snapshotter = snapshotter
        self._patience = patience
        self._slots = asyncio.Semaphore(max(concurrency, 1))
        self._downloads: dict[str, _Download] = {}
        self._unpacking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def layers(
        self,
        repository: Repository,
        blobs: Sequence[Descriptor],
        diff_ids: Sequence[str],
        report: Report,
    ) -> tuple[Layer, ...]:
        """Bring every layer here; durable when it returns.

        Raises DigestMismatch, Interrupted and what the snapshotter raises. On failure and
        cancellation nothing runs on, unless another pull needs it too.
        """
        chains = [tuple(diff_ids[: depth + 1]) for depth in range(len(diff_ids))]
        here = [await self._present(chain, blob) for chain, blob in zip(chains, blobs, strict=True)]
        bars = [_Bar(blob, report) for blob in blobs]
        for bar, present in zip(bars, here, strict=True):
            bar.say("Already exists" if present else "Pulling fs layer")
        joined = [
            None if present else self._join(repository, bar)
            for bar, present in zip(bars, here, strict=True)
        ]
        layers = []
        try:
            async with asyncio.TaskGroup() as group:
                for download in joined:
                    if download is not None:
                        group.create_task(_outcome(download))
                for chain, bar, download, present in zip(chains, bars, joined, here, strict=True):
                    unpacked = present
                    if download is not None:
                        unpacked = await self._unpack(chain, bar, download)
                        bar.say("Pull complete")
                    assert unpacked is not None
                    layers.append(Layer(diff_id=chain[-1], blob=bar.blob, size=unpacked.size))
        except BaseExceptionGroup as failures:
            raise _reason(failures) from failures
        finally:
            await self._leave(zip(bars, joined, strict=True))
        return tuple(layers)

    async def unpack(
        self, chain: Sequence[str], blob: Descriptor, open_blob: Callable[[], BinaryIO]
    ) -> LayerInfo:
        """Unpack a blob that is in the content store already."""
        async with self._lock(chain):
            return await self._snapshotter.unpack(
                chain, open_blob, blob.media_type, lambda done: None
            )

    async def _present(self, chain: Sequence[str], blob: Descriptor) -> LayerInfo | None:
        """The layer, when neither download nor unpack is needed."""
        if self._content.size(blob.digest) != blob.size or not await self._snapshotter.has(chain):
            return None
        return await self._snapshotter.layer(chain)

    def _lock(self, chain: Sequence[str]) -> asyncio.Lock:
        """Held by whoever unpacks this chain."""
        return self._unpacking.setdefault(chain_ids(chain)[-1], asyncio.Lock())

    def _join(self, repository: Repository, bar: "_Bar") -> "_Download":
        """Take part in the download of a blob; it begins when nobody has it under way."""
        download = self._downloads.get(bar.blob.digest)
        if download is None or download.task.done():
            download = _Download(bar.blob)
            download.task = asyncio.create_task(self._download(repository, download))
            self._downloads[bar.blob.digest] = download
        download.bars.append(bar)
        return download

    async def _leave(self, joined: "zip[tuple[_Bar, _Download | None]]") -> None:
        """Stop taking part; what nobody wants any longer is cancelled."""
        unwanted = []
        for bar, download in joined:
            if download is None:
                continue
            download.bars.remove(bar)
            if not download.bars:
                if self._downloads.get(bar.blob.digest) is download:
                    del self._downloads[bar.blob.digest]
                if not download.task.done():
                    download.task.cancel()
                    unwanted.append(download.task)
        if unwanted:
            await asyncio.wait(unwanted)

    async def _download(self, repository: Repository, download: "_Download") -> None:
        blob = download.blob
        if self._content.size(blob.digest) == blob.size:
            download.opened.set()
            download.say("Download complete")
            return
        if self._slots.locked():
            download.say("Waiting")
        async with self._slots:
            ingest = await self._content.ingest(blob.digest, blob.size)
            try:
                download.ingest = ingest
                download.opened.set()
                await self._receive(repository, download, ingest)
                download.say("Verifying Checksum")
                await ingest.commit()
            finally:
                ingest.suspend()
        download.say("Download complete")

    async def _receive(self, repository: Repository, download: "_Download", ingest: Ingest) -> None:
        """Fill the ingest, going on where a broken connection stopped."""
        failures = fruitless = 0
        while ingest.size < ingest.expected:
            before = ingest.size
            try:
                async with repository.blob(ingest.digest, before) as stream:
                    async for chunk in stream.chunks:
                        await ingest.write(chunk)
                        download.say("Downloading", ingest.size)
                if ingest.size < ingest.expected:
                    raise Truncated(f"the registry ended {ingest.digest} too early")
            except Interrupted as error:
                failures += 1
                fruitless = 1 if ingest.size > before else fruitless + 1
                if fruitless >= self._patience.attempts or failures >= _FAILURES_MAX:
                    if isinstance(error, Truncated):
                        raise ingest.mismatch(
                            f"the registry ends it after {ingest.size} of {ingest.expected} bytes"
                        ) from error
                    raise
                wait = self._patience.wait(fruitless, error)
                seconds = math.ceil(wait)
                download.say(f"Retrying in {seconds} second{'s' * (seconds != 1)}")
                await asyncio.sleep(wait)

    async def _unpack(self, chain: Sequence[str], bar: "_Bar", download: "_Download") -> LayerInfo:
        """Unpack a layer that may still be coming in."""
        await download.ready()
        stopped = threading.Event()
        loop = asyncio.get_running_loop()

        def open_blob() -> BinaryIO:
            if download.ingest is not None:
                return download.ingest.reader(stopped)
            return self._content.open(download.blob.digest)

        def progress(done: int) -> None:
            # The download's own bar is shown until it is full.
            if download.task.done():
                loop.call_soon_threadsafe(bar.say, "Extracting", done)

        async with self._lock(chain):
            work = asyncio.create_task(
                self._snapshotter.unpack(chain, open_blob, download.blob.media_type, progress)
            )
            try:
                info = await asyncio.shield(work)
            except BaseException as error:
                stopped.set()
                if download.ingest is not None:
                    download.ingest.wake()
                work.cancel()
                await asyncio.wait([work])
                if isinstance(error, asyncio.CancelledError):
                    raise
                if download.ingest is not None and download.ingest.failed:
                    # What the unpack stumbled over is only the echo of the download's failure.
                    await asyncio.shield(download.task)
                raise
        await asyncio.shield(download.task)
        bar.say("Extracting", bar.blob.size)
        return info


class _Download:
    """One blob under way, and the bars of everyone who waits for it."""

    task: asyncio.Task[None]

    def __init__(self, blob: Descriptor) -> None:
        self.blob = blob
        self.bars: list[_Bar] = []
        self.ingest: Ingest | None = None
        self.opened = asyncio.Event()

    def say(self, status: str, current: int | None = None) -> None:
        for bar in self.bars:
            bar.say(status, current)

    async def ready(self) -> None:
        """Wait until the blob can be read, if only its beginning."""
        opened = asyncio.create_task(self.opened.wait())
        try:
            await asyncio.wait([opened, self.task], return_when=asyncio.FIRST_COMPLETED)
        finally:
            opened.cancel()
        if self.task.done():
            self.task.result()


class _Bar:
    """The progress lines of one layer for one client."""

    def __init__(self, blob: Descriptor, report: Report) -> None:
        self.blob = blob
        self._report = report
        self._shown = ""
        self._next = 0.0

    def say(self, status: str, current: int | None = None) -> None:
        """Report, but the same bar no more often than anyone can see; its end always."""
        now = time.monotonic()
        moving = current is not None and status == self._shown and current < self.blob.size
        if (moving and now < self._next) or (current is None and status == self._shown):
            return
        self._shown, self._next = status, now + REPORT_INTERVAL
        total = self.blob.size if current is not None else None
        self._report(
            Progress(id=short(self.blob.digest), status=status, current=current, total=total)
        )


async def _outcome(download: _Download) -> None:
    await asyncio.shield(download.task)


def _reason(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The one failure to tell: a wrong digest before whatever followed from it."""
    leaves: list[BaseException] = []
    pending: list[BaseException] = [failures]
    while pending:
        failure = pending.pop(0)
        if isinstance(failure, BaseExceptionGroup):
            pending += failure.exceptions
        else:
            leaves.append(failure)
    return next((leaf for leaf in leaves if isinstance(leaf, DigestMismatch)), leaves[0])
