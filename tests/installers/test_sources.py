"""The sources of what is under the GPL: found by exact version, checked, packed."""

import hashlib
import tarfile
from pathlib import Path

import pytest

import sources
from bill_of_materials import Component
from release import BuildError, Release
from source_file import SourceFile


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setattr(sources, "CACHE", tmp_path / "cache")
    return Release(version="1.2.3", epoch=1_790_000_000, output=tmp_path)


def served(folder: Path, name: str, content: bytes) -> SourceFile:
    place = folder / "debian/pool/main" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return SourceFile(name, hashlib.sha256(content).hexdigest(), place.as_uri())


def test_apts_words_are_read() -> None:
    told = (
        "Need to get 1 B of source archives.\n"
        f"'http://mirror/debian/pool/b/x_1%2b2.dsc' x_1%2b2.dsc 5 SHA256:{'a' * 64}\n"
    )
    found = sources.parse_uris(told)
    assert found == [SourceFile("x_1+2.dsc", "a" * 64, "http://mirror/debian/pool/b/x_1%2b2.dsc")]


def test_a_weak_sum_is_refused() -> None:
    with pytest.raises(BuildError, match=r"MD5Sum sum for x\.dsc; SHA256 is needed"):
        sources.parse_uris("'http://mirror/x.dsc' x.dsc 5 MD5Sum:abc")


def test_what_is_nowhere_or_another_file_is_named(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_SNAPSHOT", (tmp_path / "snapshot").as_uri())
    good = served(tmp_path, "good.dsc", b"good")
    forged = served(tmp_path, "forged.dsc", b"as signed")
    (tmp_path / "debian/pool/main/forged.dsc").write_bytes(b"another")
    gone = served(tmp_path, "gone.dsc", b"gone")
    (tmp_path / "debian/pool/main/gone.dsc").unlink()
    with pytest.raises(BuildError, match=r"has forged\.dsc, gone\.dsc; "):
        sources.fetch([good, forged, gone], release)
    assert [path.name for path in (tmp_path / "cache/sources").iterdir()] == [good.sha256]


def test_the_snapshots_have_what_the_mirror_dropped(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_SNAPSHOT", (tmp_path / "snapshot").as_uri())
    file = served(tmp_path, "old.dsc", b"old")
    kept = tmp_path / "snapshot/debian/20260921T141320Z/pool/main/old.dsc"
    kept.parent.mkdir(parents=True)
    (tmp_path / "debian/pool/main/old.dsc").rename(kept)
    sources.fetch([file], release)
    assert (tmp_path / "cache/sources" / file.sha256).read_bytes() == b"old"


def test_the_archive_is_the_same_each_time_and_says_what_is_in_it(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = served(tmp_path, "busybox_1.dsc", b"source")
    part = Component(name="busybox-static", version="1", licence="GPL-2.0-only",
                     sources=(("busybox", "1"),))  # fmt: skip
    monkeypatch.setattr(sources, "copyleft_parts", lambda: [part])
    monkeypatch.setattr(sources.pinned, "read", dict)
    monkeypatch.setattr(sources, "find", lambda wanted, release: {("busybox", "1"): [file]})
    (archive,) = sources.build(release)
    content = archive.read_bytes()
    with tarfile.open(archive) as tar:
        names = tar.getnames()
        listed = tar.extractfile("davit-sources-1.2.3/SOURCES.txt")
        assert listed is not None
        assert listed.read().decode() == (
            f"busybox 1\n  in Davit as: busybox-static 1\n  {file.sha256}  busybox_1.dsc\n"
        )
    assert names == [
        f"davit-sources-1.2.3/{name}" for name in ("OFFER.txt", "SOURCES.txt", "busybox_1.dsc")
    ]
    sources.build(release)
    assert archive.read_bytes() == content


def test_a_source_is_found_by_its_exact_version(release: Release) -> None:
    asked = ("busybox", "1:1.37.0-6")
    files = sources.find([asked], release)[asked]
    assert [file.name for file in files] == [
        "busybox_1.37.0-6.debian.tar.xz",
        "busybox_1.37.0-6.dsc",
        "busybox_1.37.0.orig.tar.bz2",
    ]
    assert {len(file.sha256) for file in files} == {64}
