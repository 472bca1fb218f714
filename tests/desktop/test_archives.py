"""What a container hands out is hostile; what is copied out stays where it belongs."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from davit_desktop.archives import UnpackError, pack, unpack


def entry(name: str, **fields: object) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mode = 0o644
    for key, value in fields.items():
        setattr(info, key, value)
    return info


def archive(*entries: tuple[tarfile.TarInfo, bytes]) -> io.BytesIO:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for info, data in entries:
            info.size = len(data) if info.isreg() else 0
            tar.addfile(info, io.BytesIO(data))
    file.seek(0)
    return file


def folder(name: str, mode: int = 0o755) -> tuple[tarfile.TarInfo, bytes]:
    return entry(name, type=tarfile.DIRTYPE, mode=mode), b""


def test_a_tree_is_unpacked_under_its_new_name(tmp_path: Path) -> None:
    tar = archive(
        folder("etc", 0o555),
        (entry("etc/passwd", mode=0o640, mtime=5), b"root"),
        (entry("etc/link", type=tarfile.SYMTYPE, linkname="/etc/shadow"), b""),
        (entry("etc/hard", type=tarfile.LNKTYPE, linkname="etc/passwd"), b""),
    )
    unpack(tar, tmp_path, "etc", "copy")
    made = tmp_path / "copy"
    assert (made / "passwd").read_bytes() == b"root"
    assert (made / "passwd").stat().st_mode & 0o777 == 0o640
    assert (made / "passwd").stat().st_mtime == 5
    assert (made / "hard").samefile(made / "passwd")
    assert str((made / "link").readlink()) == "/etc/shadow"
    assert made.stat().st_mode & 0o777 == 0o555


def test_contents_alone_go_straight_into_the_folder(tmp_path: Path) -> None:
    unpack(archive(folder("etc"), (entry("etc/a"), b"x")), tmp_path, "etc", "")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_replaces_a_link_and_is_not_written_through_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("kept")
    target = tmp_path / "in"
    target.mkdir()
    (target / "a").symlink_to(outside)
    unpack(archive((entry("a"), b"new")), target, "a", "a")
    assert outside.read_text() == "kept"
    assert (target / "a").read_text() == "new"
    assert not (target / "a").is_symlink()


@pytest.mark.parametrize(
    "make",
    [
        lambda: archive((entry("../evil"), b"x")),
        lambda: archive((entry("/evil"), b"x")),
        lambda: archive((entry("a/../../evil"), b"x")),
        lambda: archive(
            (entry("a", type=tarfile.SYMTYPE, linkname=".."), b""), (entry("a/evil"), b"x")
        ),
        lambda: archive((entry("h", type=tarfile.LNKTYPE, linkname="../secret"), b"")),
        lambda: archive((entry("h", type=tarfile.LNKTYPE, linkname="h"), b"")),
        lambda: archive((entry("dev", type=tarfile.CHRTYPE, devmajor=1, devminor=3), b"")),
        lambda: archive((entry("pipe", type=tarfile.FIFOTYPE), b"")),
        lambda: archive(folder("d"), (entry("d"), b"file over folder")),
        lambda: io.BytesIO(b"not a tar" * 200),
    ],
)
def test_what_leads_out_or_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[], io.BytesIO]
) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret").write_text("s")
    with pytest.raises(UnpackError):
        unpack(make(), inside, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "secret"]


def test_set_id_bits_do_not_come_along(tmp_path: Path) -> None:
    unpack(archive((entry("a", mode=0o6755), b"x")), tmp_path, "a", "a")
    assert (tmp_path / "a").stat().st_mode & 0o7777 == 0o755


def test_packing_and_unpacking_gives_the_same_tree(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "sub").mkdir(parents=True)
    (source / "sub" / "file").write_bytes(b"data")
    (source / "link").symlink_to("sub/file")
    file = io.BytesIO()
    pack(file, source, "tree", follow_link=False)
    file.seek(0)
    unpack(file, tmp_path, "tree", "again")
    again = tmp_path / "again"
    assert (again / "sub" / "file").read_bytes() == b"data"
    assert str((again / "link").readlink()) == "sub/file"


def test_packing_contents_leaves_the_folder_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    file = io.BytesIO()
    pack(file, tmp_path, "", follow_link=False)
    file.seek(0)
    with tarfile.open(fileobj=file) as tar:
        assert tar.getnames() == ["a"]
