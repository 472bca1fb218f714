"""The list for programs and the notices for people."""

from pathlib import Path

from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

import bill_of_materials
from bill_of_materials import Component, format_notices
from release import Release

RELEASE = Release(version="1.2.3", epoch=1_790_000_000, output=Path())
PARTS = [
    Component(
        name="thing",
        version="1.0",
        licence="MIT",
        purl="pkg:pypi/thing@1.0",
        home="https://example.org/",
        sha256="a" * 64,
        texts={"LICENSE": "the licence of both\n"},
    ),
    Component(
        name="libc6",
        version="2.41+deb13",
        licence="GPL-2.0-or-later AND LicenseRef-libc6-odd",
        supplier="Some Team",
        sources=(("glibc", "2.41"),),
        texts={"copyright": "See /usr/share/common-licenses/GPL-2."},
        extracted={"LicenseRef-libc6-odd": "on Fridays"},
    ),
    Component(name="thing", version="1.0", licence="", texts={"COPYING": "the licence of both"}),
]


def written(folder: Path, parts: list[Component]) -> tuple[Path, str]:
    release = Release(version="1.2.3", epoch=RELEASE.epoch, output=folder)
    bill, notices = bill_of_materials.write(release, "davit.deb", parts)
    return bill, notices.read_text()


def test_the_bill_is_valid_spdx(tmp_path: Path) -> None:
    bill, _ = written(tmp_path, PARTS)
    document = parse_file(str(bill))
    assert validate_full_spdx_document(document) == []
    assert [package.name for package in document.packages] == ["davit", "libc6", "thing", "thing"]
    assert len({package.spdx_id for package in document.packages}) == 4
    kinds = [one.relationship_type.name for one in document.relationships]
    assert kinds == ["DESCRIBES", "CONTAINS", "CONTAINS", "CONTAINS"]


def test_the_order_of_the_parts_does_not_matter(tmp_path: Path) -> None:
    first, notices = written(tmp_path, PARTS)
    content = first.read_bytes()
    second, again = written(tmp_path, PARTS[::-1])
    assert second.read_bytes() == content
    assert again == notices


def test_the_notices_hold_every_text_once() -> None:
    text = format_notices(RELEASE, PARTS)
    assert text.count("the licence of both") == 1
    assert "The same as [" in text
    assert text.count("END OF TERMS AND CONDITIONS") == 1, "what a copyright file points to"
    assert "source: Debian's glibc 2.41" in text


def test_the_offer_of_sources_comes_with_what_needs_it() -> None:
    assert "davit-sources-1.2.3.tar" in " ".join(format_notices(RELEASE, PARTS).split())
    assert "three years" not in format_notices(RELEASE, PARTS[:1])


def test_qt_may_be_replaced() -> None:
    qt = Component(name="PySide6_Essentials", version="6.8", licence="LGPL-3.0-only")
    assert "you may replace them" in " ".join(format_notices(RELEASE, [qt]).split())
