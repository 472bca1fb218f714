"""Change the guest image: the new one serves when it has reached ready, else the old one is back.

The data disk is protected by an internal snapshot from before the first boot of the new image until
that boot is ready. A note beside the images says that an upgrade goes on. While it is there the
upgrade is not confirmed, and whoever finds it after an interruption goes back; renaming it is the
one step that confirms. So at every moment the machine is wholly at the old or at the new image.
"""

import asyncio
import logging
from pathlib import Path
from typing import Final

import msgspec

from davit_vm import provision
from davit_vm.config import write_durably
from davit_vm.paths import Paths
from davit_vm.qemu.disk import DataDisk
from davit_vm.qemu.guest_image import GuestImage, load_image

log = logging.getLogger(__name__)

_NOTE: Final = "upgrade.json"
_DONE: Final = "upgraded.json"
"""The note of a confirmed upgrade: its snapshot is still to be deleted, which needs a stop."""
_SNAPSHOT: Final = "before-upgrade"


class _Note(msgspec.Struct, frozen=True, kw_only=True):
    """What to go back to."""

    old: str
    new: str


async def begin(paths: Paths, disk: DataDisk, old: GuestImage, new: GuestImage) -> None:
    """Protect the data disk and let the next start take the new image. The machine is stopped."""
    await tidy(paths, disk)
    await _forget_snapshot(disk)
    note = msgspec.json.encode(_Note(old=old.version, new=new.version))
    await asyncio.to_thread(write_durably, paths.images / _NOTE, note)
    await disk.snapshot(_SNAPSHOT)
    await asyncio.to_thread(provision.use, new, paths)


def goes_on(paths: Paths) -> bool:
    """Whether an upgrade has begun and is not confirmed."""
    return (paths.images / _NOTE).exists()


def confirm(paths: Paths) -> None:
    """The new image has reached ready: from here on there is no way back by itself."""
    if goes_on(paths):
        (paths.images / _NOTE).replace(paths.images / _DONE)


async def tidy(paths: Paths, disk: DataDisk) -> None:
    """Delete what protected the data during the last upgrade; the machine is stopped."""
    if (paths.images / _DONE).exists():
        await _forget_snapshot(disk)
        (paths.images / _DONE).unlink()


async def settle(paths: Paths, disk: DataDisk) -> GuestImage | None:
    """Put an upgrade that was not confirmed back; the machine is stopped.

    The image that serves again, or None when there was nothing to put back.
    """
    note = await asyncio.to_thread(_read, paths.images / _NOTE)
    if note is None:
        return None
    if _SNAPSHOT in await disk.snapshots():
        await disk.revert(_SNAPSHOT)
    old = load_image(paths.images / note.old)
    await asyncio.to_thread(provision.use, old, paths)
    await _forget_snapshot(disk)
    (paths.images / _NOTE).unlink()
    log.info("the upgrade to %s was put back; %s serves again", note.new, note.old)
    return old


async def _forget_snapshot(disk: DataDisk) -> None:
    if _SNAPSHOT in await disk.snapshots():
        await disk.delete_snapshot(_SNAPSHOT)


def _read(path: Path) -> _Note | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Note)
    except FileNotFoundError:
        return None
