"""The first thing that a start of the window does: go back where the new version does not start.

Nothing of Qt is loaded yet, for that may be what fails.
"""

import logging
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from davit_desktop.client.errors import UpdateFailed
from davit_desktop.updates import trial
from davit_desktop.updates.trial import Trial, Verdict

log = logging.getLogger(__name__)

_found: tuple[Verdict, Trial | None] = (Verdict.NOTHING, None)


def folder() -> Path:
    """Where updates keep what they know and what they downloaded."""
    return platformdirs.user_data_path("davit", appauthor=False) / "updates"


def own_version() -> str:
    """Empty for a program that was not installed."""
    try:
        return version("davit-desktop")
    except PackageNotFoundError:
        return ""


def look_back() -> bool:
    """Count this start; whether it ends here, the version before having been put back."""
    global _found
    if trial.read(folder()) is None:  # as nearly always; and the own version takes its time
        return False
    tried, verdict = trial.starting(folder(), own_version())
    _found = (verdict, tried)
    return verdict is Verdict.GO_BACK and tried is not None and go_back(tried)


def taken() -> tuple[Verdict, Trial | None]:
    """What this start found, for the window to tell; nothing from then on."""
    global _found
    found, _found = _found, (Verdict.NOTHING, None)
    return found


def went_well() -> None:
    """The window is there and knows how it stands with its engine."""
    if trial.read(folder()) is not None:
        trial.went_well(folder(), own_version())


def not_counted() -> None:
    """The person left before that."""
    if trial.read(folder()) is not None:
        trial.not_counted(folder(), own_version())


def go_back(tried: Trial) -> bool:
    """Put the version before in again; False, and words on the terminal, when that fails."""
    from davit_desktop.updates import install
    from davit_desktop.updates.install import Way
    from davit_desktop.updates.release import Packaging

    def say(words: str) -> None:
        log.warning(words)
        if sys.stderr is not None:  # which a program without a terminal has not on Windows
            print(f"davit-desktop: {words}", file=sys.stderr)

    # In English as all of the command line: the window's words are not loaded yet.
    say(f"Davit {tried.version} did not start. Going back to {tried.previous}.")
    place = install.this_place(Packaging(tried.packaging))
    plan = install.way_back(tried, place)
    if plan is None or not plan.source.exists():
        say(f"Nothing of {tried.previous} was kept. Install it again.")
        return False
    if plan.way is Way.TELL:
        say(f"Type: {plan.command}")
        return False
    try:
        install.carry_out(plan)
        install.start_over(plan)
    except UpdateFailed as error:
        say(f"{error} {error.hint}".strip())
        return False
    except OSError as error:
        say(str(error))
        return False
    return True
