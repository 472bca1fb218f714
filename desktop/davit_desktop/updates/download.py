"""One file of the repository: resumed where it was cut, bounded, and verified before it is used."""

import asyncio
import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from davit_desktop.client import transport
from davit_desktop.client.errors import DownloadBroke, UpdateFailed, UpdateRefused
from davit_desktop.client.units import human_size
from davit_desktop.translation import tr
from davit_desktop.updates.offers import Offer

_CHUNK: Final = 1024 * 1024
_SPARE: Final = 64 * 1024 * 1024
"""Bytes that stay free on the disk."""

Progress = Callable[[int, int], None]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """When to give up."""

    patience: float = 30.0
    """Seconds of silence."""
    window: float = 60.0
    """Seconds over which it must bring `least` bytes a second."""
    least: int = 1024
    attempts: int = 5
    """That brought nothing, one after the other."""
    pause: float = 1.0
    """Seconds before the next attempt, for each that has brought nothing."""


async def download(
    url: str, offer: Offer, folder: Path, progress: Progress, limits: Limits | None = None
) -> Path:
    """The verified file in `folder`; what came before a cut or a cancellation is used again.

    Raises UpdateRefused when what came is not what was signed, UpdateFailed when it did not come.
    """
    limits = limits or Limits()
    whole = folder / f"{offer.sha256[:16]}-{offer.name}"
    part = folder / f"{offer.sha256}.part"
    what = tr("Cannot keep the download in {folder}").format(folder=folder)
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        if await asyncio.to_thread(_is, whole, offer):
            progress(offer.size, offer.size)
            return whole
        resumed = await asyncio.to_thread(_usable, part, offer.size)
        _require_room(folder, offer.size - resumed)
        await _complete(_address(url, offer), offer, part, progress, limits)
        if resumed and not await asyncio.to_thread(_is, part, offer):
            # What lay there was not the beginning of this file; once more from nothing.
            part.unlink()
            await _complete(_address(url, offer), offer, part, progress, limits)
        if not await asyncio.to_thread(_is, part, offer):
            part.unlink()
            raise UpdateRefused(
                tr("{name} is not the file that was signed").format(name=offer.name),
                tr("It was damaged or changed on the way, and has been deleted. Try again."),
            )
        await asyncio.to_thread(_keep, part, whole)
    except OSError as error:
        raise UpdateFailed(what, error.strerror or str(error)) from error
    return whole


def forget(folder: Path, keep: set[Path]) -> None:
    """Delete all downloads but these."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if file not in keep:
                file.unlink(missing_ok=True)


def _address(url: str, offer: Offer) -> str:
    """As a repository with consistent snapshots names its files."""
    folder, slash, name = offer.path.rpartition("/")
    return f"{url}/targets/{folder}{slash}{offer.sha256}.{name}"


async def _complete(
    address: str, offer: Offer, part: Path, progress: Progress, limits: Limits
) -> None:
    """Ask again where it broke off, as long as something comes."""
    failures = 0
    while (have := _size(part)) < offer.size:
        try:
            await _attempt(address, offer, part, progress, limits)
        except DownloadBroke as error:
            failures = 1 if _size(part) > have else failures + 1
            if failures >= limits.attempts:
                raise UpdateFailed(
                    tr("The download of {name} broke off").format(name=offer.name),
                    tr("What has come is kept. Check the network, then try again."),
                    str(error),
                ) from error
            await asyncio.sleep(limits.pause * failures)


async def _attempt(
    address: str, offer: Offer, part: Path, progress: Progress, limits: Limits
) -> None:
    """Raises DownloadBroke when it ended early."""
    start = _size(part)
    async with transport.fetch(address, start=start, patience=limits.patience) as reply:
        if reply.status == 200:
            start = 0  # the server cannot begin in the middle
        elif reply.status != 206 or not _begins_at(reply.headers.get("Content-Range", ""), start):
            if reply.status >= 500 or reply.status in (408, 429):
                raise DownloadBroke(tr("status {status}").format(status=reply.status))
            raise UpdateFailed(
                tr("The server does not give {name} (status {status})").format(
                    name=offer.name, status=reply.status
                ),
                tr("Try again later."),
            )
        pace = _Pace(limits)
        buffer = bytearray()
        with part.open("r+b" if start else "wb") as file:
            file.seek(start)
            have = start
            try:
                async with contextlib.aclosing(reply.chunks()) as chunks:
                    async for chunk in chunks:
                        have += len(chunk)
                        if have > offer.size:
                            raise UpdateRefused(
                                tr("{name} is longer than the file that was signed").format(
                                    name=offer.name
                                ),
                                tr("The server is not to be trusted. Nothing was installed."),
                            )
                        buffer += chunk
                        pace.came(len(chunk))
                        progress(have, offer.size)
                        if len(buffer) >= _CHUNK:
                            await asyncio.to_thread(file.write, bytes(buffer))
                            buffer.clear()
            except UpdateRefused:
                buffer.clear()
                file.truncate(0)
                raise
            finally:
                file.write(buffer)
    if have < offer.size:
        raise DownloadBroke(tr("it ended after {size}").format(size=human_size(have)))


class _Pace:
    """Raises UpdateFailed for a server that keeps the line open and brings next to nothing."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._since = time.monotonic()
        self._came = 0

    def came(self, size: int) -> None:
        self._came += size
        passed = time.monotonic() - self._since
        if passed < self._limits.window:
            return
        if self._came < self._limits.least * passed:
            raise UpdateFailed(
                tr("The server of the updates is too slow"),
                tr("What has come is kept. Try again later."),
            )
        self._since, self._came = time.monotonic(), 0


def _begins_at(content_range: str, start: int) -> bool:
    return content_range.startswith(f"bytes {start}-")


def _usable(part: Path, most: int) -> int:
    """Bytes of an earlier attempt; one that is longer than the whole is no beginning of it."""
    if _size(part) > most:
        part.unlink()
    return _size(part)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _is(path: Path, offer: Offer) -> bool:
    if _size(path) != offer.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == offer.sha256


def _keep(part: Path, whole: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(whole)


def _require_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if size + _SPARE > free:
        raise UpdateFailed(
            tr("There is no room for the download in {folder}").format(folder=folder),
            tr("It needs {size}, and {free} are free. Delete files to make room.").format(
                size=human_size(size), free=human_size(free)
            ),
        )
