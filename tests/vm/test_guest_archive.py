"""An image in one file is read strictly, and leaves nothing behind."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from davit_vm.errors import HostDiskFull, ImageDamaged, ImageMissing
from davit_vm.guest_archive import unpacked

FILES = {name: name.encode() * 100 for name in ("kernel", "initrd", "root.erofs", "data.qcow2")}


def manifest(files: dict[str, bytes] = FILES) -> bytes:
    described = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in files.items()
    }
    return json.dumps(
        {
            "version": "abc",
            "architecture": "x86_64",
            "engine": "1",
            "command_line": "",
            "files": described,
        }
    ).encode()


def write(path: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    kind = "w:xz" if path.suffix == ".xz" else "w"
    with tarfile.open(path, kind) as archive:
        for member, content in members:
            member.size = member.size or len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def good() -> list[tuple[tarfile.TarInfo, bytes]]:
    named = [("image.json", manifest()), *FILES.items()]
    return [(tarfile.TarInfo(name), content) for name, content in named]


@pytest.mark.parametrize("name", ["a.tar", "a.tar.xz"])
def test_a_whole_image_is_there_for_the_block(tmp_path: Path, name: str) -> None:
    archive = write(tmp_path / name, good())
    with unpacked(archive, tmp_path) as folder:
        assert {p.name for p in folder.iterdir()} == {"image.json", *FILES}
    assert list(tmp_path.iterdir()) == [archive]


def linked(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members[1][0].type = tarfile.SYMTYPE
    members[1][0].linkname = "/etc/passwd"


def folder(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members[1][0].type = tarfile.DIRTYPE


def outside(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members.append((tarfile.TarInfo("../evil"), b"x"))


def absolute(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members.append((tarfile.TarInfo("/evil"), b"x"))


def twice(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members.append((tarfile.TarInfo("kernel"), b"other"))


def without_manifest(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    del members[0]


def changed(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members[2] = (members[2][0], b"X" + members[2][1][1:])


def nothing(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
    members.clear()


@pytest.mark.parametrize(
    "spoil", [linked, folder, outside, absolute, twice, without_manifest, changed, nothing]
)
def test_an_image_that_is_spoilt_is_refused(
    tmp_path: Path, spoil: Callable[[list[tuple[tarfile.TarInfo, bytes]]], None]
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    members = good()
    spoil(members)
    with pytest.raises(ImageDamaged), unpacked(write(tmp_path / "a.tar", members), place):
        pass
    assert not list(place.iterdir())
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("kept", [0, 100, 512, 600, 1600, 4000])
@pytest.mark.parametrize("name", ["a.tar", "a.tar.xz"])
def test_an_image_that_is_cut_off_is_refused(tmp_path: Path, kept: int, name: str) -> None:
    archive = write(tmp_path / name, good())
    if name.endswith("xz"):
        kept //= 10
    archive.write_bytes(archive.read_bytes()[:kept])
    with pytest.raises((ImageDamaged, ImageMissing)), unpacked(archive, tmp_path):
        pass
    assert list(tmp_path.iterdir()) == [archive]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = write(tmp_path / "a.tar", good())
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr("davit_vm.guest_archive.shutil.disk_usage", lambda _: usage)
    with pytest.raises(HostDiskFull, match="0 MiB are free"), unpacked(archive, tmp_path):
        pass
