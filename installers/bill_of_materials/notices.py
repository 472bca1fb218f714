"""The notices of third parties, as one text for people."""

import hashlib
import textwrap
import time

from bill_of_materials import licences
from bill_of_materials.component import Component
from release import Release

_LINE = "=" * 79
_QT = """\
Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3. They lie
beside the program as ordinary shared libraries: you may replace them with versions of your own,
built from the sources at https://download.qt.io/official_releases/QtForPython/, and you may take
this program apart as far as finding faults in such versions needs it."""
_OFFER = """\
The parts under the GNU General Public License, the GNU Lesser General Public License and the
Mozilla Public License come with their sources: davit-sources-{version}.tar, at the place where
this release is published, holds exactly what they were built from, with a list. For three years
from the day of the release, and for as long as support for it is offered, the publisher of this
release also gives anybody who asks a copy of it for no more than the cost of sending it."""


def format_notices(release: Release, parts: list[Component]) -> str:
    """Every part with its licences in full; a text that several share is printed once."""
    built = time.strftime("%Y-%m-%d", time.gmtime(release.epoch))
    chunks = [
        f"Third-party notices of Davit {release.version}, {built}",
        "Davit itself is under the Apache License 2.0. It contains the parts below, which keep "
        "the licences of those who made them.",
    ]
    if any(part.name.startswith("PySide6") for part in parts):
        chunks.append(_unwrap(_QT))
    if any(map(_needs_source, parts)):
        chunks.append(_unwrap(_OFFER.format(version=release.version)))
    chunks = ["\n".join(textwrap.wrap(chunk, 79, break_on_hyphens=False)) for chunk in chunks]
    shown: dict[str, str] = {}
    for part in sorted(parts):
        chunks.append("\n".join([_LINE, *_head(part)]))
        for name, text in part.texts.items():
            chunks.append(_text(shown, f"{part.name}: {name}", text))
    pointed = licences.common_texts(text for part in parts for text in part.texts.values())
    for name, text in pointed.items():
        chunks.append(f"{_LINE}\nThe text that the above calls /usr/share/common-licenses/{name}")
        chunks.append(_text(shown, name, text))
    return "\n\n".join(chunks) + "\n"


def _needs_source(part: Component) -> bool:
    return licences.is_copyleft(part.licence + "".join(part.texts.values()))


def _head(part: Component) -> list[str]:
    lines = [f"{part.name} {part.version}"]
    if part.supplier:
        lines.append(f"by {part.supplier}")
    if part.licence:
        lines += textwrap.wrap(f"licence: {part.licence}", 79, break_on_hyphens=False)
    lines += [f"source: Debian's {name} {version}" for name, version in part.sources]
    return [*lines, part.home or part.download]


def _text(shown: dict[str, str], name: str, text: str) -> str:
    cleaned = "\n".join(line.rstrip() for line in text.strip("\n\f").splitlines())
    digest = hashlib.sha256(cleaned.encode()).hexdigest()
    first = shown.setdefault(digest, name)
    return f"[{name}]\n\n{cleaned}" if first == name else f"[{name}]\n\nThe same as [{first}]."


def _unwrap(text: str) -> str:
    return " ".join(text.split())
