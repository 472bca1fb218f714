"""What the readers find in packages, made here or installed here."""

import json
import subprocess
from pathlib import Path

import pytest

from bill_of_materials import debian_packages, declared, python_packages
from release import BuildError

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2026 Somebody
License: GPL-2+ and Odd

License: GPL-2+
 See /usr/share/common-licenses/GPL-2.

License: Odd
 Do as you like
 on Fridays.
"""


def make_deb(folder: Path, name: str, extra: str = "", *, link: str = "") -> Path:
    tree = folder / name
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN/control").write_text(
        f"Package: {name}\nVersion: 1:2.0-3+b1\nArchitecture: all\nDescription: a package\n"
        f"Maintainer: Some Team <team@example.org>\n{extra}"
    )
    place = tree / "usr/share/doc" / name
    place.parent.mkdir(parents=True)
    if link:
        place.symlink_to(link)
    else:
        place.mkdir()
        (place / "copyright").write_text(COPYRIGHT)
    archive = folder / f"{name}.deb"
    subprocess.run(["dpkg-deb", "--build", "-Znone", tree, archive], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    return archive


def test_a_debian_package_says_licence_and_source(tmp_path: Path) -> None:
    (part,) = debian_packages.read([make_deb(tmp_path, "one")])
    assert (part.name, part.version, part.supplier) == ("one", "1:2.0-3+b1", "Some Team")
    assert part.licence == "GPL-2.0-or-later AND LicenseRef-one-Odd"
    assert part.extracted == {"LicenseRef-one-Odd": "Do as you like\n on Fridays."}
    assert part.purl == "pkg:deb/debian/one@1%3A2.0-3%2Bb1?arch=all"
    assert part.sources == (("one", "1:2.0-3"),), "compiled again, the source is the same"
    assert part.texts == {"/usr/share/doc/one/copyright": COPYRIGHT}


def test_sources_that_went_in_whole_are_sources_too(tmp_path: Path) -> None:
    fields = "Source: two-signed (5+1)\nBuilt-Using: linux (= 5-1), glibc (= 2.41-12)\n"
    (part,) = debian_packages.read([make_deb(tmp_path, "two", fields)])
    assert part.sources == (("two-signed", "5+1"), ("glibc", "2.41-12"), ("linux", "5-1"))


def test_a_licence_may_lie_with_another_package(tmp_path: Path) -> None:
    linked = make_deb(tmp_path, "linked", link="base")
    with pytest.raises(BuildError, match="linked has no copyright file; it is in base"):
        debian_packages.read([linked])
    base, part = debian_packages.read([linked, make_deb(tmp_path, "base")])
    assert part.name == "linked"
    assert part.licence.startswith("GPL-2.0-or-later")
    assert list(part.texts.values()) == list(base.texts.values())


def test_files_of_this_system_belong_to_packages(tmp_path: Path) -> None:
    foreign = tmp_path / "file"
    foreign.touch()
    parts = debian_packages.installed([Path("/usr/bin/dpkg"), Path("/usr/bin/tar"), foreign])
    assert [part.name for part in parts] == ["dpkg", "tar"]
    assert parts[1].sources[0][0] == "tar"


def wheel(folder: Path, metadata: str, licence: str = "") -> None:
    info = folder / "thing-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: Thing_X\n{metadata}\n")
    if licence:
        (info / "licenses/LICENSE.txt").write_text(licence)


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ("License-Expression: Apache-2.0 AND MIT", "Apache-2.0 AND MIT"),
        ("License-Expression: LGPL-2.1", "LGPL-2.1-only"),
        ("License: BSD", "BSD-3-Clause"),
        ("License: see file\nClassifier: License :: OSI Approved :: MIT License", "MIT"),
        ("License: my own words", ""),
    ],
)
def test_a_wheel_says_its_licence_in_one_of_many_ways(
    tmp_path: Path, said: str, licence: str
) -> None:
    wheel(tmp_path, f"Version: 1.0\n{said}", "the text")
    (part,) = python_packages.read(tmp_path)
    assert part.licence == licence
    assert part.purl == "pkg:pypi/thing-x@1.0"
    assert part.texts == {"licenses/LICENSE.txt": "the text"}


def test_a_wheel_without_its_gnu_licence_gets_the_text(tmp_path: Path) -> None:
    wheel(tmp_path, "Version: 1.0\nLicense: LGPL-3.0-only OR GPL-2.0-only")
    (part,) = python_packages.read(tmp_path)
    assert sorted(part.texts) == ["GPL-2", "LGPL-3"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in part.texts["LGPL-3"]


def test_parts_that_no_database_knows_are_declared(tmp_path: Path) -> None:
    (tmp_path / "COPYING").write_text("the licence")
    entry = {"name": "QEMU", "version": "10", "licence": "GPL-2.0-only", "texts": ["COPYING"],
             "sources": [["qemu", "1:10"]]}  # fmt: skip
    path = tmp_path / "components.json"
    path.write_text(json.dumps([entry]))
    (part,) = declared.read(path)
    assert (part.name, part.sources) == ("QEMU", (("qemu", "1:10"),))
    assert part.texts == {"COPYING": "the licence"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": None}, "needs name, version and licence"),
        ({"colour": "red"}, "needs name, version and licence"),
        ({"texts": ["gone"]}, "a licence of QEMU is missing"),
        ({"sources": ["qemu"]}, "not pairs"),
    ],
)
def test_a_wrong_declaration_is_told(tmp_path: Path, change: dict[str, object], words: str) -> None:
    entry: dict[str, object] = {"name": "QEMU", "version": "10", "licence": "GPL-2.0-only"}
    entry = {key: value for key, value in (entry | change).items() if value is not None}
    path = tmp_path / "components.json"
    path.write_text(json.dumps([entry]))
    with pytest.raises(BuildError, match=words):
        declared.read(path)
