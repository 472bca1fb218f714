"""Mounts and loop devices."""

import errno
import os
from pathlib import Path

import pytest

from davit_engine.kernel.mounts import (
    MS_NODEV,
    MS_RDONLY,
    attach_loop,
    is_mounted,
    knows_filesystem,
    mount,
    mounts_below,
    unmount,
)
from davit_engine.kernel.overlayfs import mount_overlay

pytestmark = pytest.mark.root


def test_a_mount_is_seen_and_undone(tmp_path: Path) -> None:
    target = tmp_path / "with space\tand\\more"
    target.mkdir()
    assert not is_mounted(target)
    mount("none", target, "tmpfs", MS_NODEV | MS_RDONLY, "size=4k")
    assert is_mounted(target)
    assert mounts_below(tmp_path) == [target]
    assert os.statvfs(target).f_flag & os.ST_RDONLY
    assert unmount(target)
    assert not unmount(target)
    assert not unmount(tmp_path / "missing")
    assert mounts_below(tmp_path) == []


def test_mounts_are_listed_in_the_order_to_unmount(tmp_path: Path) -> None:
    inner = tmp_path / "a/b"
    (tmp_path / "a").mkdir()
    mount("none", tmp_path / "a", "tmpfs")
    inner.mkdir()
    mount("none", inner, "tmpfs")
    points = mounts_below(tmp_path)
    assert points == [inner, tmp_path / "a"]
    for point in points:
        unmount(point)


def test_a_busy_mount_says_so_and_can_be_detached(tmp_path: Path) -> None:
    mount("none", tmp_path, "tmpfs")
    with (tmp_path / "file").open("w"):
        with pytest.raises(OSError, match=str(tmp_path)) as caught:
            unmount(tmp_path)
        assert caught.value.errno == errno.EBUSY
        assert unmount(tmp_path, detach=True)


def test_errors_name_the_target(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=str(tmp_path)):
        mount("none", tmp_path, "no-such-filesystem")
    with pytest.raises(OSError, match="too many mount options"):
        mount("none", tmp_path, "tmpfs", 0, "x" * 5000)


def test_a_loop_device_goes_away_by_itself(tmp_path: Path) -> None:
    image = tmp_path / "image"
    image.write_bytes(b"data" * 1024)
    device, handle = attach_loop(image)
    assert Path(device).read_bytes() == b"data" * 1024
    assert Path(f"/sys/block/{device.name}/ro").read_text() == "1\n"
    os.close(handle)
    backing = Path(f"/sys/block/{device.name}/loop/backing_file")
    assert not backing.exists() or backing.read_text().strip() != str(image)


def test_the_file_systems_of_the_kernel_are_known() -> None:
    assert knows_filesystem("tmpfs")
    assert not knows_filesystem("no-such-filesystem")


@pytest.mark.parametrize("name", ["plain", "a:b,c", 'quo"te', "l" * 200])
def test_any_folder_can_be_part_of_an_overlay(name: str, tmp_path: Path) -> None:
    base = tmp_path / name
    lowers = [base / f"lower{number}" for number in range(30)]
    for path in (*lowers, base / "upper", base / "work", base / "merged"):
        path.mkdir(parents=True)
    for path in lowers:
        (path / path.name).touch()
    mount_overlay(base / "merged", lowers, upper=base / "upper", work=base / "work")
    try:
        assert len(list((base / "merged").iterdir())) == 30
        (base / "merged/new").touch()
        assert (base / "upper/new").exists()
    finally:
        unmount(base / "merged")


def test_too_many_layers_are_refused_in_words(tmp_path: Path) -> None:
    lowers = [tmp_path / f"{number}" for number in range(400)]
    for path in lowers:
        path.mkdir()
    with pytest.raises(OSError, match="400 layers are too many"):
        mount_overlay(tmp_path, lowers, upper=lowers[0], work=lowers[1])
