"""What QEMU is built from: named completely, and nothing else is taken in its place."""

import hashlib
import re
from pathlib import Path

import pytest

from qemu_bundle import pinned
from release import BuildError
from source_file import SourceFile


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pinned, "CACHE", tmp_path / "cache")
    return tmp_path / "cache"


def test_every_part_is_named_with_hashes_a_licence_and_its_sources() -> None:
    pins = pinned.read()
    assert {"qemu", "glib", "libslirp", "dtc", "seabios", "option-roms"} <= pins.keys()
    for name, pin in pins.items():
        assert pin.licence, name
        assert pin.texts or pin.copyright, name
        for file in (*pin.files(), *pin.corresponding_sources()):
            assert re.fullmatch(r"[0-9a-f]{64}", file.sha256), file.name
            assert file.uri.startswith("https://"), file.name


def test_ready_made_firmware_goes_with_sources_that_are_its_own() -> None:
    pins = pinned.read()
    qemu = {file.name for file in pins["qemu"].corresponding_sources()}
    assert pins["option-roms"].source == pins["qemu"].source
    assert qemu, "the option ROMs are built from QEMU's sources"
    assert list(pins["seabios"].corresponding_sources())


def test_a_file_is_fetched_once(tmp_path: Path) -> None:
    origin = tmp_path / "x.tar"
    origin.write_bytes(b"source")
    file = SourceFile("x.tar", hashlib.sha256(b"source").hexdigest(), origin.as_uri())
    first = pinned.fetch(file)
    origin.unlink()
    assert pinned.fetch(file) == first
    assert first.read_bytes() == b"source"


def test_another_file_under_the_name_is_refused_and_not_kept(tmp_path: Path, cache: Path) -> None:
    origin = tmp_path / "x.tar"
    origin.write_bytes(b"something else")
    file = SourceFile("x.tar", hashlib.sha256(b"source").hexdigest(), origin.as_uri())
    with pytest.raises(BuildError, match=r"has SHA-256 .* wants"):
        pinned.fetch(file)
    assert list((cache / "sources").iterdir()) == []


def test_what_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"cannot fetch file://.*gone\.tar"):
        pinned.fetch(SourceFile("gone.tar", "0" * 64, (tmp_path / "gone.tar").as_uri()))
