"""`davit upgrade`: look for a new version, put it in, and go back to the one before."""

from __future__ import annotations

import sys
from collections.abc import Awaitable
from typing import TypeVar

import msgspec

from davit_desktop import settings
from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import require_consent
from davit_desktop.cli.machine_text import printable
from davit_desktop.client.errors import UpdateFailed
from davit_desktop.client.units import human_size
from davit_desktop.machine import this_machine
from davit_desktop.updates import early, trial
from davit_desktop.updates.download import Progress
from davit_desktop.updates.install import Way, start_over
from davit_desktop.updates.offers import Found, Offer
from davit_desktop.updates.service import Updates, this_installation
from davit_vm import MachineError

T = TypeVar("T")
_NAMES = {"installer": "Davit", "guest": "the guest image"}


@command("check", "[OPTIONS]", "Look for a new version of Davit and of the machine's guest",
         connects=False)  # fmt: skip
@option("json", help="Print JSON")
async def check(words: list[str], json: bool) -> None:
    updates = _updates()
    found = await _found(updates)
    if json:
        document = {"version": updates.version, "davit": found.davit, "guest": found.guest}
        print(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())
        return
    if not found.any:
        print(f"Davit {updates.version} is the newest version.")
    for offer in (found.davit, found.guest):
        if offer is not None:
            _tell(offer)
    if found.any:
        print("Install with: davit upgrade install")


@command("install", "[OPTIONS]", "Download what is new, verify it and put it in", connects=False)
@option("force", "f", help="Do not ask")
async def install(words: list[str], force: bool) -> None:
    updates = _updates()
    found = await _found(updates)
    if not found.any:
        print(f"Davit {updates.version} is the newest version.")
        return
    if found.guest is not None and _agreed(found.guest, force):
        path = await _worded(updates.download(found.guest, _progress()))
        print("Starting the machine with it…")
        try:
            await this_machine().upgrade(path)
        except MachineError as error:
            raise CommandFailed(f"{error}\n{error.hint}".rstrip()) from error
        print(f"The guest image is {found.guest.version}.")
    if found.davit is not None and _agreed(found.davit, force):
        path = await _worded(updates.download(found.davit, _progress()))
        plan = await _worded(updates.install(found.davit, path, found.own, _progress()))
        if plan.restarts:
            if plan.way is Way.SETUP:
                start_over(plan)
            print(f"Davit {found.davit.version} is put in. Open it anew: davit desktop")
        else:
            print(f"It is verified. Install it with: {plan.command}")


@command("back", "[OPTIONS]", "Go back to the version from before the last upgrade",
         connects=False)  # fmt: skip
@option("force", "f", help="Do not ask")
def back(words: list[str], force: bool) -> None:
    folder, own = early.folder(), early.own_version()
    tried = trial.read(folder)
    if tried is None or tried.version != own or not tried.kept:
        raise CommandFailed("No version from before is kept.")
    question = f"Put Davit {tried.previous} in the place of {own}?"
    require_consent(question, f"{question} To do so without being asked: --force", given=force)
    trial.begin(folder, msgspec.structs.replace(tried, state="back", starts=1))
    if not early.go_back(tried):
        trial.begin(folder, msgspec.structs.replace(tried, state="good", starts=0))
        raise CommandFailed


def _updates() -> Updates:
    updates = this_installation(settings.load(settings.settings_file()).updates_address)
    if updates is None:
        raise CommandFailed(
            "This Davit was not installed by a release, so there is nothing to look for."
        )
    if not updates.asks:
        how = updates.release.command
        raise CommandFailed(
            "Davit came with the system's packages, which bring new versions as well."
            + (f" Upgrade it with: {how}" if how else "")
        )
    return updates


async def _found(updates: Updates) -> Found:
    image = ""
    try:
        image = (await this_machine().status()).image
    except MachineError as error:
        print(f"The machine was left out: {error}", file=sys.stderr)
    return await _worded(updates.check(image))


async def _worded(work: Awaitable[T]) -> T:
    try:
        return await work
    except UpdateFailed as error:
        raise CommandFailed(f"{error}. {error.hint}".rstrip()) from error


def _tell(offer: Offer) -> None:
    print(f"New: {_NAMES[offer.kind]} {offer.version} ({human_size(offer.size)})")
    for line in printable(offer.notes).splitlines():
        print(f"    {line}")


def _agreed(offer: Offer, force: bool) -> bool:
    _tell(offer)
    name = f"{_NAMES[offer.kind]} {offer.version}"
    require_consent(
        f"Download and install {name}?",
        f"To install {name} without being asked: davit upgrade install --force",
        given=force,
    )
    return True


def _progress() -> Progress:
    """A line that counts, on a terminal."""
    shown = [-1]

    def tell(have: int, of: int) -> None:
        percent = have * 100 // of
        if sys.stderr.isatty() and percent != shown[0]:
            shown[0] = percent
            end = "\n" if have == of else ""
            print(f"\r{percent:3} % of {human_size(of)}", end=end, file=sys.stderr, flush=True)

    return tell
