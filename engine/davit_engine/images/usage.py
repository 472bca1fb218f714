"""What images take on the disk: unpacked layers, and the blobs they came as (pure)."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

import msgspec

from davit_engine.images.records import Image

_PartsOf = Callable[[Image], dict[str, int]]


class Footprint(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of one image; `shared` is the part of `size` that another image has too."""

    size: int
    shared: int


def footprints(images: Sequence[Image]) -> dict[str, Footprint]:
    """Per image what it takes of the disk, blobs included.

    All `size - shared` and every shared part once add up to the whole.
    """
    return _weighed(images, _parts)


def reclaimed(images: Sequence[Image], going: Collection[str], held: Collection[str] = ()) -> int:
    """Bytes that come free when these images go; layers of the `held` diff ids stay."""
    kept = {f"layer {diff_id}" for diff_id in held}
    free: dict[str, int] = {}
    for image in images:
        if image.id in going:
            free |= _parts(image)
        else:
            kept |= _parts(image).keys()
    return sum(size for key, size in free.items() if key not in kept)


def shared_sizes(images: Sequence[Image]) -> dict[str, int]:
    """Per image the unpacked bytes of the layers that another image has too."""
    return {id: footprint.shared for id, footprint in _weighed(images, _layers).items()}


def _weighed(images: Sequence[Image], parts_of: _PartsOf) -> dict[str, Footprint]:
    parts = {image.id: parts_of(image) for image in images}
    holders = Counter(key for held in parts.values() for key in held)
    return {
        id: Footprint(
            size=sum(held.values()),
            shared=sum(size for key, size in held.items() if holders[key] > 1),
        )
        for id, held in parts.items()
    }


def _layers(image: Image) -> dict[str, int]:
    """By diff id: that is how the snapshotter keeps them."""
    return {layer.diff_id: layer.size for layer in image.layers}


def _parts(image: Image) -> dict[str, int]:
    blobs = (image.manifest, *(layer.blob for layer in image.layers))
    return {
        f"config {image.id}": len(image.raw_config),
        **{f"layer {diff_id}": size for diff_id, size in _layers(image).items()},
        **{f"blob {blob.digest}": blob.size for blob in blobs},
    }
