"""The file of presets and recent runs: read, changed and replaced as a whole."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import platformdirs

from davit_desktop.state.run_presets import RunMemory

log = logging.getLogger(__name__)

_LARGEST = 16 * 1024 * 1024


def memory_file() -> Path:
    """Where this user's presets live."""
    return platformdirs.user_data_path("davit", appauthor=False) / "runs.json"


def load(path: Path) -> RunMemory:
    """What cannot be read is put aside beside the file, and the log says so."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=RunMemory)
    except FileNotFoundError:
        return RunMemory()
    except OSError as error:
        log.warning("Cannot read %s: %s", path, error)
        return RunMemory()
    except msgspec.DecodeError as error:
        aside = path.with_suffix(".unreadable")
        log.warning("Cannot read %s (%s); it is kept as %s", path, error, aside)
        try:
            path.replace(aside)
        except OSError as failure:
            log.warning("Cannot rename %s: %s", path, failure)
        return RunMemory()


def change(path: Path, changed: Callable[[RunMemory], RunMemory]) -> RunMemory:
    """Read, change, replace: a crash leaves the old file or the new one. Raises OSError."""
    before = load(path)
    after = changed(before)
    if after == before:
        return after
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    # Presets tell what a person runs: nobody else is to read them.
    number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(after)))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return after
