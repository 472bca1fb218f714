"""Read the files of an image's layers from the blobs that the layers came as.

The blobs are kept for the next push, whatever the snapshotter made of them, so nothing is mounted.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable
from functools import partial
from typing import BinaryIO, Final

import msgspec

from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Entry, Limits
from davit_engine.archive.tar import TarReader
from davit_engine.errors import Unavailable
from davit_engine.images.image_store import ImageStore
from davit_engine.images.layer_files import Difference, Pile
from davit_engine.images.records import Image, Layer

_LIMITS: Final = Limits(entries=500_000)
"""What is held in memory at a time is one layer's entries and the names of them all."""


class LayerFiles(msgspec.Struct, frozen=True, kw_only=True):
    """One layer and what it does to those below it."""

    layer: Layer
    created_by: str
    """The step of the image's history that made it; empty when the history does not tell."""
    differences: list[Difference]


async def read_layers(
    store: ImageStore, image: Image, pile: Pile
) -> AsyncGenerator[LayerFiles, None]:
    """The layers from the bottom up, laid on `pile`, which knows the sums once all are read.

    Raises InvalidParameter for a layer of more entries than is accepted. Close it when leaving
    early; reading ends at once then.
    """
    steps = [step.created_by for step in image.document.history if not step.empty_layer]
    async with store.lease("look into", image):
        for number, layer in enumerate(image.layers):
            differences = await _in_thread(store, partial(_lay, store, layer, pile))
            yield LayerFiles(
                layer=layer,
                created_by=steps[number] if number < len(steps) else "",
                differences=differences,
            )


async def _in_thread(
    store: ImageStore, work: Callable[[threading.Event], list[Difference]]
) -> list[Difference]:
    stopped = threading.Event()
    task = asyncio.create_task(store.content.run(work, stopped))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        stopped.set()
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()
        raise


def _lay(store: ImageStore, layer: Layer, pile: Pile, stopped: threading.Event) -> list[Difference]:
    return pile.lay(_entries(store.content.open(layer.blob.digest), stopped))


def _entries(blob: BinaryIO, stopped: threading.Event) -> list[Entry]:
    with Decompressed(blob, limits=_LIMITS, digest=False) as stream:

        def chunk() -> bytes:
            if stopped.is_set():
                raise Unavailable("reading the layer was cancelled")
            return stream.chunk()

        return list(TarReader(chunk, _LIMITS))
