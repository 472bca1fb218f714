"""Files shown as another user's, and what the disk holds of them."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.id_ranges import IdRange
from davit_engine.kernel import file_capabilities, idmap
from davit_engine.kernel.copytree import copy_content
from davit_engine.kernel.mounts import unmount
from davit_engine.kernel.overlayfs import mount_overlay

IDS = IdRange(1_900_000_000, 65536)


@pytest.fixture
def mapping() -> Iterator[Path]:
    with idmap.make_mount_mapping(IDS) as namespace:
        yield namespace.user


@pytest.mark.root
def test_a_namespace_maps_its_range_and_ends_with_its_holder() -> None:
    with idmap.make_user_namespace(IDS, network=True) as namespace:
        process = namespace.user.parent.parent
        assert (process / "uid_map").read_text().split() == ["0", str(IDS.start), "65536"]
        assert (process / "gid_map").read_text().split() == ["0", str(IDS.start), "65536"]
        assert not os.path.samestat(namespace.network.stat(), Path("/proc/self/ns/net").stat())
    assert not process.exists()


@pytest.mark.root
def test_an_overlay_of_mapped_folders_keeps_owners_as_they_are_inside(
    mapping: Path, tmp_path: Path
) -> None:
    for name in ("lower", "place/upper", "place/work", "merged", "stage"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "lower/old").write_text("old")
    os.chown(tmp_path / "lower/old", 33, 34)
    merged = tmp_path / "merged"
    folders = [tmp_path / "place", tmp_path / "lower"]
    with idmap.mapped_folders(folders, mapping, tmp_path / "stage") as (place, lower):
        mount_overlay(merged, [lower], upper=place / "upper", work=place / "work")
    try:
        assert (merged / "old").stat().st_uid == IDS.start + 33
        with (merged / "old").open("a") as file:
            file.write("er")
        (merged / "new").write_text("new")
        os.chown(merged / "new", IDS.start + 5, IDS.start + 6)
    finally:
        unmount(merged)
    kept = {path.name: path.stat() for path in (tmp_path / "place/upper").iterdir()}
    owners = {name: (status.st_uid, status.st_gid) for name, status in kept.items()}
    assert owners == {"old": (33, 34), "new": (5, 6)}
    (tmp_path / "stage").rmdir()


@pytest.mark.root
def test_a_copy_gives_files_to_whom_they_belong_inside(tmp_path: Path) -> None:
    for name in ("from/sub", "to"):
        (tmp_path / name).mkdir(parents=True)
    for name, owner in (("a", 0), ("sub/b", 33), ("stranger", -IDS.start + 7)):
        (tmp_path / "from" / name).write_text(name)
        os.chown(tmp_path / "from" / name, IDS.start + owner, IDS.start + owner)
    subprocess.run(["setcap", "cap_net_raw+ep", tmp_path / "from/a"], check=True)
    source, target = (os.open(tmp_path / name, os.O_RDONLY) for name in ("from", "to"))
    copy_content(source, target, IDS)
    for descriptor in (source, target):
        os.close(descriptor)
    owners = [(tmp_path / "to" / name).stat().st_uid for name in ("a", "sub/b", "stranger")]
    assert owners == [0, 33, 65534]
    assert len(os.getxattr(tmp_path / "to/a", file_capabilities.NAME)) == 20


PLAIN = bytes.fromhex("0100000200200000000000000000000000000000")


def test_file_capabilities_name_the_containers_root_outside_only() -> None:
    name = file_capabilities.NAME
    named = file_capabilities.outside(name, PLAIN, IDS)
    assert named == bytes.fromhex("01000003") + PLAIN[4:] + IDS.start.to_bytes(4, "little")
    assert file_capabilities.inside(name, named, IDS) == PLAIN
    assert file_capabilities.inside(name, named, None) == named, "another root's stay another's"
    assert file_capabilities.inside(name, named[:20] + bytes(4), None) == PLAIN
    assert file_capabilities.outside(name, PLAIN, None) == PLAIN
    assert file_capabilities.outside("user.x", PLAIN, IDS) == PLAIN
