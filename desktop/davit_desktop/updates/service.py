"""Updates of this installation, for the window and the command line: look, download, put in.

Nothing happens by itself: each step is a call that a person caused, or allowed once a day.
"""

import asyncio
import contextlib
import logging
import time
from pathlib import Path
from typing import Final

import msgspec

from davit_desktop.client.errors import UpdateFailed
from davit_desktop.translation import tr
from davit_desktop.updates import early, install, trial
from davit_desktop.updates.download import Progress, download, forget
from davit_desktop.updates.install import Plan
from davit_desktop.updates.offers import Found, Here, Offer, find
from davit_desktop.updates.release import (
    Packaging,
    Release,
    check_url,
    shipped,
    this_architecture,
    this_os,
)
from davit_desktop.updates.trial import Trial, Verdict

log = logging.getLogger(__name__)

DAY: Final = 24 * 3600.0
_NOTES: Final = "notes.json"


class _Notes(msgspec.Struct, frozen=True, kw_only=True):
    checked: float = 0.0
    """Seconds since the epoch of the last look that was answered."""
    skipped: tuple[str, ...] = ()
    """Paths of targets that are not wanted."""


def this_installation(address: str = "") -> "Updates | None":
    """None where no release put anything in: then there is nothing to ask for."""
    release = shipped()
    if release is None or not early.own_version():
        return None
    return Updates(release, early.folder(), early.own_version(), address=address)


class Updates:
    """`address` is of a mirror of the repository; what it gives is verified all the same."""

    def __init__(self, release: Release, folder: Path, version: str, *, address: str = "") -> None:
        self.release = release
        self.version = version
        self.folder = folder
        self.address = address
        self._downloads = folder / "downloads"

    @property
    def asks(self) -> bool:
        """Whether there is a repository to ask; otherwise the system brings new versions."""
        return self.release.packaging is not Packaging.SYSTEM

    @property
    def url(self) -> str:
        """Raises UpdateFailed for a mirror that cannot be."""
        if not self.address:
            return self.release.url
        try:
            check_url(self.address)
        except ValueError as error:
            raise UpdateFailed(
                tr("Cannot ask {address} for updates").format(address=self.address),
                tr("Its address must begin with https://"),
                str(error),
            ) from error
        return self.address.rstrip("/")

    @property
    def checked(self) -> float:
        return self._read().checked

    def due(self, now: float) -> float:
        """Seconds until the next look may be made without being asked for."""
        passed = now - self.checked
        return max(DAY - passed, 0.0) if passed >= 0 else 0.0

    async def check(self, image: str = "") -> Found:
        """Look what there is; `image` is the guest in use. Raises UpdateFailed."""
        from davit_desktop.updates import metadata  # tuf takes its time to load

        targets = await metadata.targets(self.url, self.release.root, self.folder / "metadata")
        here = Here(
            version=self.version,
            os=this_os(),
            architecture=this_architecture(),
            packaging=self.release.packaging.value,
            image=image,
        )
        notes = self._read()
        self._write(msgspec.structs.replace(notes, checked=time.time()))
        return find(targets, here, notes.skipped)

    def skip(self, offer: Offer) -> None:
        """Offer this one no more."""
        notes = self._read()
        self._write(
            msgspec.structs.replace(
                notes, skipped=tuple(dict.fromkeys((*notes.skipped, offer.path)))[-100:]
            )
        )

    async def download(self, offer: Offer, progress: Progress) -> Path:
        """The verified file. Raises UpdateFailed; what has come so far is kept."""
        return await download(self.url, offer, self._downloads, progress)

    async def install(
        self, offer: Offer, source: Path, own: Offer | None, progress: Progress
    ) -> Plan:
        """Put a new Davit in; with a plan that `restarts` the caller ends, and calls `start_over`.

        The way back is prepared first: with an installer, the one of this very version has to be
        at hand. Raises UpdateFailed, and then this version goes on.
        """
        packaging = self.release.packaging
        plan = install.plan(packaging, source, install.this_place(packaging))
        kept = plan.kept
        if kept is None and own is not None:
            with contextlib.suppress(UpdateFailed):  # then there is no way back by itself
                kept = await self.download(own, progress)
        tried = Trial(
            version=offer.version,
            previous=self.version,
            packaging=packaging.value,
            kept=str(kept or ""),
            target=str(plan.target or ""),
            path=offer.path,
            told=not plan.restarts,
        )
        try:
            await asyncio.to_thread(trial.begin, self.folder, tried)
        except OSError as error:
            raise UpdateFailed(
                tr("Cannot write to {folder}").format(folder=self.folder), error.strerror or ""
            ) from error
        try:
            if plan.restarts:
                await asyncio.to_thread(install.carry_out, plan)
        except BaseException:
            trial.drop(self.folder)
            raise
        await asyncio.to_thread(self._forget_others, source, kept)
        return plan

    async def reinstall(self, offer: Offer, source: Path) -> Plan:
        """Put the version that runs in once more, over what is broken. Raises UpdateFailed."""
        packaging = self.release.packaging
        plan = install.plan(packaging, source, install.this_place(packaging))
        if plan.restarts:
            await asyncio.to_thread(install.carry_out, plan)
        return plan

    def tell(self) -> tuple[Verdict, Trial | None]:
        """What this start found out, once; a version that failed is offered no more."""
        verdict, tried = early.taken()
        if verdict is Verdict.CAME_BACK and tried is not None and tried.path:
            notes = self._read()
            self._write(msgspec.structs.replace(notes, skipped=(*notes.skipped, tried.path)))
        return verdict, tried

    def _forget_others(self, *keep: Path | None) -> None:
        forget(self._downloads, {path for path in keep if path is not None})

    def _read(self) -> _Notes:
        try:
            return msgspec.json.decode((self.folder / _NOTES).read_bytes(), type=_Notes)
        except (OSError, ValueError):
            return _Notes()

    def _write(self, notes: _Notes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh = self.folder / f"{_NOTES}.new"
            fresh.write_bytes(msgspec.json.encode(notes))
            fresh.replace(self.folder / _NOTES)
        except OSError as error:
            log.warning("Cannot remember what was asked of updates: %s", error)
