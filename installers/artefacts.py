"""What each file of a release is, by its name (pure)."""

import re
from typing import Final, NamedTuple


class Artefact(NamedTuple):
    """A file that installed Davits can be offered."""

    kind: str
    """installer or guest."""
    system: str
    """windows, macos, linux or any."""
    architecture: str
    """x86_64, aarch64 or any."""
    packaging: str = ""
    """Of an installer: setup, dmg, deb, rpm, appimage."""


_PATTERNS: Final = (
    (r"davit-{version}-setup\.exe", Artefact("installer", "windows", "x86_64", "setup")),
    (r"davit-{version}-macos-arm64\.dmg", Artefact("installer", "macos", "aarch64", "dmg")),
    (r"davit-{version}-macos-x86_64\.dmg", Artefact("installer", "macos", "x86_64", "dmg")),
    (r"davit-bundle_{version}_amd64\.deb", Artefact("installer", "linux", "x86_64", "deb")),
    (r"davit-bundle-{version}-1\.x86_64\.rpm", Artefact("installer", "linux", "x86_64", "rpm")),
    (r"Davit-{version}-x86_64\.AppImage", Artefact("installer", "linux", "x86_64", "appimage")),
    (r"davit-guest-{version}-x86_64\.tar\.xz", Artefact("guest", "any", "x86_64")),
    (r"davit-guest-{version}-aarch64\.tar\.xz", Artefact("guest", "any", "aarch64")),
)


def describe(name: str, version: str) -> Artefact | None:
    """None for what is not offered: sums, lists of parts, sources, packages of a system's own."""
    for pattern, artefact in _PATTERNS:
        if re.fullmatch(pattern.format(version=re.escape(version)), name):
            return artefact
    return None
