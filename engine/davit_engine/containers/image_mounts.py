"""Images mounted into containers, for reading: `--mount type=image`.

Each is a snapshot beside the container's own, with a key made of the container's id. It holds on to
the image's layers for as long as the container exists.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from davit_engine.containers.model import Container, MountPoint
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.records import Image, ImageUse
from davit_engine.snapshots.snapshotter import Snapshotter

_MARK: Final = "-image"


def find(mounts: Sequence[MountPoint], get: Callable[[str], Image]) -> tuple[MountPoint, ...]:
    """The mounts with the images that they name. Raises InvalidParameter."""
    return tuple(_found(mount, get) if mount.type == "image" else mount for mount in mounts)


def _found(mount: MountPoint, get: Callable[[str], Image]) -> MountPoint:
    if mount.layers:
        return mount  # another container's, which has it mounted
    try:
        image = get(mount.source)
    except NotFound as error:
        # Not 404: a client would take that for the container's own image.
        raise InvalidParameter(f'invalid mount config for type "image": {error}') from error
    return msgspec.structs.replace(mount, image_id=image.id, layers=tuple(image.chain))


def owner(key: str) -> str:
    """The container that a snapshot belongs to."""
    return key.partition(_MARK)[0]


def uses(id: str, mounts: Sequence[MountPoint], *, running: bool) -> list[ImageUse]:
    """What may not be deleted while the container exists."""
    return [
        ImageUse(container=id, image=mount.image_id, layers=mount.layers, running=running)
        for mount in mounts
        if mount.type == "image"
    ]


def _keys(id: str, mounts: Sequence[MountPoint]) -> Iterator[tuple[str, MountPoint]]:
    for number, mount in enumerate(mounts):
        if mount.type == "image":
            yield f"{id}{_MARK}{number}", mount


async def prepare(snapshotter: Snapshotter, id: str, mounts: Sequence[MountPoint]) -> None:
    for key, mount in _keys(id, mounts):
        await snapshotter.prepare(key, mount.layers)


async def mount_all(snapshotter: Snapshotter, container: Container) -> dict[str, str]:
    """Target to folder on this machine."""
    return {
        mount.target: str(await snapshotter.mount(key, mount.layers, read_only=True))
        for key, mount in _keys(container.id, container.mounts)
    }


async def unmount_all(snapshotter: Snapshotter, container: Container) -> None:
    for key, _ in _keys(container.id, container.mounts):
        await snapshotter.unmount(key)


async def remove(snapshotter: Snapshotter, id: str, mounts: Sequence[MountPoint]) -> None:
    for key, _ in _keys(id, mounts):
        await snapshotter.remove(key)
