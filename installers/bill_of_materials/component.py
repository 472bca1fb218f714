"""One part of an artefact that others wrote, and the words for its licence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Component:
    """A part with a version and a licence of its own."""

    name: str
    version: str
    licence: str = ""
    """An SPDX expression; empty where only the texts say it."""
    supplier: str = ""
    """Who made or packaged it; empty where unknown."""
    purl: str = ""
    """Package URL: pkg:pypi/click@8.1.8."""
    download: str = ""
    """Where this very file comes from."""
    home: str = ""
    sha256: str = ""
    """Of the file as it was downloaded."""
    sources: tuple[tuple[str, str], ...] = ()
    """Names and versions of the Debian source packages that it is built from."""
    texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Licences and notices in full, by the name of their file."""
    extracted: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the LicenseRef- words of `licence` stand for."""
