"""Give back to the host what the guest does not use: blocks of the disk, pages of memory."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from davit_vm import engine_api
from davit_vm.endpoint.gate import Gate
from davit_vm.errors import MachineError, Unreachable
from davit_vm.guest import LiveGuest
from davit_vm.qemu.disk import inspect
from davit_vm.status import Reclaimed

log = logging.getLogger(__name__)

DAILY: Final = 24 * 3600.0
_QUIET: Final = 10.0
"""Seconds without another deletion before the disk is trimmed."""
_LATEST: Final = 120.0
_RETRY: Final = 2.0
_REPORTING: Final = 4.0
"""Seconds in which the guest tells QEMU of its free pages; the kernel does so after two."""
_DELETIONS: Final = frozenset({"delete", "destroy", "prune", "remove"})
_TRIM_LIMIT: Final = 900.0


def frees_disk(kind: str, action: str) -> bool:
    """Whether this event of the engine means that blocks of the data disk may be free now."""
    return action in _DELETIONS and kind in ("image", "container", "volume", "builder")


async def trim(guest: LiveGuest, disk: Path) -> int:
    """Give free blocks back; how many bytes the file got smaller. Raises MachineError."""
    before = inspect(disk).on_host
    if guest.session is not None:
        # Blocks of deleted files are only free once the journal has been written.
        await guest.session.run("sync", timeout=60.0)
    await guest.ask("trim", limit=_TRIM_LIMIT)
    return max(0, before - inspect(disk).on_host)


async def reclaim(guest: LiveGuest, disk: Path) -> Reclaimed:
    """Give back blocks, and the memory that the guest only uses as cache. Raises MachineError."""
    before = guest.process.usage()
    freed = await trim(guest, disk)
    if guest.session is not None:
        # Page cache only: what containers hold stays.
        await guest.session.run("echo 3 > /proc/sys/vm/drop_caches", timeout=60.0)
    await asyncio.sleep(_REPORTING)
    after = guest.process.usage()
    memory = before[0] - after[0] if before and after else 0
    return Reclaimed(disk=freed, memory=max(0, memory))


async def watch(
    gate: Gate,
    guest: Callable[[], LiveGuest | None],
    trimmed_at: Callable[[], float],
    do: Callable[[LiveGuest], Awaitable[None]],
) -> None:
    """For ever: trim after deletions, when they have paused, and once a day."""
    while True:
        running = guest()
        if running is None:
            await asyncio.sleep(_RETRY)
            continue
        deleted = asyncio.Event()
        follower = asyncio.create_task(_follow(gate, deleted), name="engine events")
        try:
            await _trim_while(running, guest, deleted, follower, trimmed_at, do)
        finally:
            follower.cancel()
            await asyncio.gather(follower, return_exceptions=True)
        await asyncio.sleep(_RETRY)


async def _trim_while(
    running: LiveGuest,
    guest: Callable[[], LiveGuest | None],
    deleted: asyncio.Event,
    follower: "asyncio.Task[None]",
    trimmed_at: Callable[[], float],
    do: Callable[[LiveGuest], Awaitable[None]],
) -> None:
    """As long as this guest runs and its events can be followed."""
    while guest() is running and not follower.done():
        try:
            await asyncio.wait_for(deleted.wait(), _RETRY)
        except TimeoutError:
            if time.time() - trimmed_at() < DAILY:
                continue
        await _until_quiet(deleted)
        if guest() is running:
            try:
                await do(running)
            except MachineError as error:
                log.info("cannot trim the disk: %s", error)


async def _until_quiet(deleted: asyncio.Event) -> None:
    deadline = time.monotonic() + _LATEST
    while deleted.is_set() and time.monotonic() < deadline:
        deleted.clear()
        try:
            await asyncio.wait_for(deleted.wait(), _QUIET)
        except TimeoutError:
            return


async def _follow(gate: Gate, deleted: asyncio.Event) -> None:
    try:
        async for kind, action in engine_api.events(gate):
            if frees_disk(kind, action):
                deleted.set()
    except Unreachable as error:
        log.info("cannot follow the engine: %s", error)
