"""What a release brings along for updates: where they lie, whom to trust, how it was installed.

A folder `release` beside the program, made by `installers/updates/repository.py ship`: `root.json`
of the update repository and `release.json`. A checkout has none, and then nobody is asked.
"""

import logging
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec

from davit_desktop import this_computer

log = logging.getLogger(__name__)

VARIABLE: Final = "DAVIT_RELEASE"
_DESCRIPTION: Final = "release.json"
_ROOT: Final = "root.json"
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


class Packaging(StrEnum):
    """In what form this Davit was installed, and the next one comes."""

    SETUP = "setup"
    """The Windows installer."""
    DMG = "dmg"
    DEB = "deb"
    """A package that was downloaded, not one of a repository."""
    RPM = "rpm"
    APPIMAGE = "appimage"
    SYSTEM = "system"
    """The system's own repositories, or an administrator, bring new versions."""


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """The channel of this installation."""

    packaging: Packaging
    url: str = ""
    """Of the repository, with the folders metadata and targets below it; empty with SYSTEM."""
    root: bytes = b""
    command: str = ""
    """With SYSTEM: what brings the new version, for a person to type."""


class _Description(msgspec.Struct, frozen=True, kw_only=True):
    packaging: Packaging
    url: str = ""
    command: str = ""


def shipped(folders: Sequence[Path] | None = None) -> Release | None:
    """The first that is there and whole; None, and a line in the log, when there is none."""
    for folder in _usual_folders() if folders is None else folders:
        if not (folder / _DESCRIPTION).is_file():
            continue
        try:
            return read(folder)
        except (OSError, ValueError) as error:
            log.warning("No updates: %s: %s", folder, error)
            return None
    return None


def read(folder: Path) -> Release:
    """Raises OSError, and ValueError for what is no release."""
    found = msgspec.json.decode((folder / _DESCRIPTION).read_bytes(), type=_Description)
    if found.packaging is Packaging.SYSTEM:
        return Release(packaging=found.packaging, command=found.command)
    check_url(found.url)
    root = (folder / _ROOT).read_bytes()
    return Release(packaging=found.packaging, url=found.url.rstrip("/"), root=root)


def check_url(url: str) -> None:
    """Raises ValueError unless it is https, or http on this very computer."""
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or local):
        raise ValueError(f"{url!r} is no https address")


def this_os() -> str:
    """windows, macos or linux."""
    return {"windows": "windows", "darwin": "macos"}.get(this_computer.system(), "linux")


def this_architecture() -> str:
    """x86_64 or aarch64."""
    return "aarch64" if this_computer.machine() == "aarch64" else "x86_64"


def _usual_folders() -> tuple[Path, ...]:
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return (Path(chosen),)
    program = Path(sys.executable).resolve().parent
    if getattr(sys, "frozen", False) or os.name == "nt":
        # Of a Mac application: Contents/MacOS beside Contents/Resources.
        return (program / "release", program.parent / "Resources" / "release")
    return (program.parent / "Resources" / "release", Path("/usr/share/davit/release"))
