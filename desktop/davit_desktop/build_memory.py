"""The file of what was asked of the last builds, so that one can be made again."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs

from davit_desktop.client.build_spec import BuildSpec

log = logging.getLogger(__name__)

_LARGEST = 4 * 1024 * 1024
_MOST = 100


class BuildMemory:
    """By the engine's ids of builds. A file that cannot be read counts as empty."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or memory_file()
        self._specs: dict[str, BuildSpec] | None = None

    @property
    def specs(self) -> Mapping[str, BuildSpec]:
        if self._specs is None:
            self._specs = _load(self._path)
        return self._specs

    def spec(self, id: str) -> BuildSpec | None:
        return self.specs.get(id)

    @property
    def folders(self) -> list[str]:
        """Where builds were made from, the last one first."""
        return list(dict.fromkeys(spec.context for spec in reversed(list(self.specs.values()))))

    def remember(self, id: str, spec: BuildSpec) -> None:
        """Keep what was asked; a disk that is full is only logged."""
        known = {**{key: old for key, old in self.specs.items() if key != id}, id: spec}
        self._specs = dict(list(known.items())[-_MOST:])
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Build arguments are not for everybody's eyes.
            number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(msgspec.json.encode(self._specs))
            fresh.replace(self._path)
        except OSError as error:
            log.warning("Cannot write %s: %s", self._path, error)


def memory_file() -> Path:
    """Where this user's builds are remembered."""
    return platformdirs.user_data_path("davit", appauthor=False) / "builds.json"


def _load(path: Path) -> dict[str, BuildSpec]:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=dict[str, BuildSpec])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        log.warning("Cannot read %s: %s", path, error)
        return {}
