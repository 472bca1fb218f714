"""What QEMU is built from, as pins.toml names it: files with their hashes."""

import hashlib
import shutil
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bill_of_materials.component import Component
from release import CACHE, BuildError
from source_file import SourceFile

PINS = Path(__file__).parent / "pins.toml"
_MIRROR = "https://deb.debian.org/debian"
_PATIENCE = 60.0
"""Seconds without a byte."""


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """A file of a mirror."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One part of QEMU."""

    version: str
    """Of Debian's source package."""
    licence: str
    """SPDX."""
    home: str
    path: str
    """Folder below a mirror of Debian."""
    archive: PinnedFile
    """Its source, or the package with its firmware."""
    patches: PinnedFile | None
    sources: tuple[PinnedFile, ...]
    """Of firmware, which is taken ready-made."""
    texts: tuple[str, ...]
    """Licences, below the source's folder."""
    firmware: tuple[str, ...]
    copyright: str
    """Licence of the firmware, below the package's root."""

    @property
    def source(self) -> tuple[str, str]:
        """Name and version of Debian's source package."""
        return self.path.rpartition("/")[2], self.version

    def component(self, name: str) -> Component:
        """Without its licence's text."""
        return Component(
            name=name,
            version=self.version,
            licence=self.licence,
            home=self.home,
            download=self._locate(self.archive).uri,
            sha256=self.archive.sha256,
            sources=(self.source,),
        )

    def files(self) -> Iterator[SourceFile]:
        """What building this part takes."""
        for one in (self.archive, self.patches):
            if one is not None:
                yield self._locate(one)

    def corresponding_sources(self) -> Iterator[SourceFile]:
        """What whoever gets the program may ask for."""
        if self.firmware:
            yield from map(self._locate, self.sources)
        else:
            yield from self.files()

    def _locate(self, one: PinnedFile) -> SourceFile:
        return SourceFile(one.name, one.sha256, f"{_MIRROR}/{self.path}/{one.name}")


def read() -> dict[str, Pin]:
    """By name."""
    return {name: _parse(entry) for name, entry in tomllib.loads(PINS.read_text()).items()}


def _parse(entry: dict[str, Any]) -> Pin:
    patches = entry.get("patches")
    return Pin(
        version=entry["version"],
        licence=entry["licence"],
        home=entry["home"],
        path=entry["path"],
        archive=PinnedFile(**entry["archive"]),
        patches=PinnedFile(**patches) if patches else None,
        sources=tuple(PinnedFile(**one) for one in entry.get("sources", ())),
        texts=tuple(entry.get("texts", ())),
        firmware=tuple(entry.get("firmware", ())),
        copyright=entry.get("copyright", ""),
    )


def fetch(file: SourceFile) -> Path:
    """Where the file lies, downloaded if need be. Raises BuildError.

    Without apt, which a Mac does not have; the hash is what makes the file the right one.
    """
    target = CACHE / "sources" / file.sha256
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    try:
        with (
            urllib.request.urlopen(file.uri, timeout=_PATIENCE) as answer,
            partial.open("wb") as written,
        ):
            shutil.copyfileobj(answer, written)
    except (OSError, urllib.error.URLError) as error:
        raise BuildError(f"cannot fetch {file.uri}: {error}") from error
    with partial.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != file.sha256:
        partial.unlink()
        raise BuildError(f"{file.uri} has SHA-256 {found}, and {PINS.name} wants {file.sha256}")
    partial.rename(target)
    return target
