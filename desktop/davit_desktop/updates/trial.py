"""Whether a new version starts well, and the way back when it does not.

Before a version is put in, a note says what came before and where it is kept. Each start of the new
version counts itself before anything of the window is loaded, and takes the count back once its
window was seen and knows how it stands with the engine. One that finds that the starts before it
did not come so far goes back. Deciding is pure; the note is one small file.
"""

import contextlib
import logging
import os
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

import msgspec

log = logging.getLogger(__name__)

MOST_STARTS: Final = 2
"""That may fail before the version before comes back."""
_NOTE: Final = "trial.json"


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """One change of versions."""

    version: str
    """The new one."""
    previous: str
    packaging: str
    kept: str = ""
    """The installer, application or image of the previous version; empty when there is none."""
    target: str = ""
    """What it replaces, where it is not an installer."""
    path: str = ""
    """Of the new version in the repository, to be skipped once it has failed."""
    told: bool = False
    """Whether the person puts it in, with a command, whenever they like."""
    starts: int = 0
    state: Literal["trying", "good", "back"] = "trying"


class Verdict(StrEnum):
    """What a start has to do."""

    NOTHING = "nothing"
    GO_BACK = "go back"
    """This version did not start well often enough."""
    CAME_BACK = "came back"
    """The previous version runs again; the person is to be told."""
    NOT_PUT_IN = "not put in"
    """The installation never happened; the person is to be told."""


def decide(trial: Trial | None, version: str) -> tuple[Trial | None, Verdict]:
    """The note after this start of `version`, and what to do."""
    if trial is None or version not in (trial.version, trial.previous):
        return None, Verdict.NOTHING
    if version == trial.previous:
        tried = trial.state == "back" or trial.starts > 0
        gone = trial.state == "good"
        if gone:  # somebody installed the old one again
            return None, Verdict.NOTHING
        if trial.told and not tried:
            return trial, Verdict.NOTHING
        return None, Verdict.CAME_BACK if tried else Verdict.NOT_PUT_IN
    if trial.state == "good":
        return trial, Verdict.NOTHING
    if trial.state == "back":  # going back has not worked; one try is enough
        return trial, Verdict.NOTHING
    if trial.starts >= MOST_STARTS:
        return msgspec.structs.replace(trial, state="back"), Verdict.GO_BACK
    return msgspec.structs.replace(trial, starts=trial.starts + 1), Verdict.NOTHING


def begin(folder: Path, trial: Trial) -> None:
    """Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, trial)


def drop(folder: Path) -> None:
    """Nothing was put in after all."""
    with contextlib.suppress(OSError):
        _write(folder, None)


def starting(folder: Path, version: str) -> tuple[Trial | None, Verdict]:
    """Count a start. The trial is the one from before, for whoever goes back or tells of it."""
    before = read(folder)
    after, verdict = decide(before, version)
    if after != before:
        try:
            _write(folder, after)
        except OSError as error:
            log.warning("Cannot write %s: %s", folder / _NOTE, error)
            return before, Verdict.NOTHING if verdict is Verdict.GO_BACK else verdict
    return before, verdict


def went_well(folder: Path, version: str) -> None:
    """The window is there and has heard of its engine: this version stays."""
    trial = read(folder)
    if trial is not None and trial.version == version and trial.state != "good":
        with contextlib.suppress(OSError):
            _write(folder, msgspec.structs.replace(trial, starts=0, state="good"))


def not_counted(folder: Path, version: str) -> None:
    """The person left before it was known: this start says nothing."""
    trial = read(folder)
    if trial is not None and trial.version == version and trial.state == "trying" and trial.starts:
        with contextlib.suppress(OSError):
            _write(folder, msgspec.structs.replace(trial, starts=trial.starts - 1))


def read(folder: Path) -> Trial | None:
    """None when nothing is tried, or nobody can tell."""
    try:
        return msgspec.json.decode((folder / _NOTE).read_bytes(), type=Trial)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("Cannot read %s: %s", folder / _NOTE, error)
        return None


def _write(folder: Path, trial: Trial | None) -> None:
    note = folder / _NOTE
    if trial is None:
        note.unlink(missing_ok=True)
        return
    fresh = note.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(msgspec.json.encode(trial))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(note)
