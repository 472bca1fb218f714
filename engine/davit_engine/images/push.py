"""Send an image to a registry: what is there already is mounted or left, the rest uploaded."""

import asyncio
from collections.abc import Callable, Sequence

from davit_engine.errors import EngineError
from davit_engine.images.content import Content
from davit_engine.images.manifest import Descriptor
from davit_engine.images.pull import REPORT_INTERVAL
from davit_engine.images.records import Image, Layer, Progress
from davit_engine.images.repository import Repository
from davit_engine.lookup import short

Report = Callable[[Progress], None]


class Pusher:
    """The uploads of one daemon."""

    def __init__(self, content: Content, concurrency: int) -> None:
        self._content = content
        self._slots = asyncio.Semaphore(max(concurrency, 1))

    async def blobs(
        self,
        repository: Repository,
        image: Image,
        sources: dict[str, Sequence[str]],
        report: Report,
    ) -> None:
        """Make the registry hold all blobs of an image.

        `sources` gives, per blob digest, repositories of the same registry that have held it.
        """
        # Docker lists the topmost layer first.
        layers = {layer.diff_id: layer for layer in reversed(image.layers)}.values()
        for layer in layers:
            report(Progress(id=short(layer.diff_id), status="Preparing"))
        try:
            async with asyncio.TaskGroup() as group:
                for layer in layers:
                    sent = self._layer(
                        repository, layer, sources.get(layer.blob.digest, ()), report
                    )
                    group.create_task(sent)
        except BaseExceptionGroup as failures:
            raise next(
                (error for error in failures.exceptions if isinstance(error, EngineError)),
                failures.exceptions[0],
            ) from failures
        config = Descriptor(digest=image.id, size=len(image.raw_config))
        if not await repository.has_blob(config):
            await self._upload(repository, config, lambda done: None)

    async def _layer(
        self, repository: Repository, layer: Layer, sources: Sequence[str], report: Report
    ) -> None:
        id = short(layer.diff_id)
        blob = layer.blob
        if self._slots.locked():
            report(Progress(id=id, status="Waiting"))
        async with self._slots:
            if await repository.has_blob(blob):
                report(Progress(id=id, status="Layer already exists"))
                return
            location = None
            for source in sources:
                location = await repository.mount(blob.digest, source)
                if location is None:
                    report(Progress(id=id, status=f"Mounted from {source}"))
                    return
            shown = 0.0
            loop = asyncio.get_running_loop()

            def progress(done: int) -> None:
                nonlocal shown
                if loop.time() >= shown or done == blob.size:
                    shown = loop.time() + REPORT_INTERVAL
                    report(Progress(id=id, status="Pushing", current=done, total=blob.size))

            progress(0)
            await repository.upload(
                blob, lambda: self._content.open(blob.digest), self._content.run, progress, location
            )
            report(Progress(id=id, status="Pushed"))

    async def _upload(
        self, repository: Repository, blob: Descriptor, progress: Callable[[int], None]
    ) -> None:
        await repository.upload(
            blob, lambda: self._content.open(blob.digest), self._content.run, progress
        )
