"""A real image: built twice to the same bytes, and booted."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from davit_image.boot import booted

from fixtures import guest_image

BOOT_LIMIT = 300.0


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return guest_image.build(tmp_path_factory.mktemp("image") / "one")


def test_two_builds_are_the_same(image: Path, tmp_path: Path) -> None:
    again = guest_image.build(tmp_path / "two")

    for name in ("kernel", "initrd", "root.erofs", "data.qcow2", "image.json"):
        assert (again / name).read_bytes() == (image / name).read_bytes(), name


def test_the_manifest_tells_what_lies_beside_it(image: Path) -> None:
    manifest = json.loads((image / "image.json").read_text())

    for name, told in manifest["files"].items():
        content = (image / name).read_bytes()
        assert told == {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    assert manifest["packages"]["crun"] >= "1.28"


def test_the_data_disk_is_small_and_already_formatted(image: Path, tmp_path: Path) -> None:
    raw = tmp_path / "data.raw"
    subprocess.run(["qemu-img", "convert", image / "data.qcow2", raw], check=True, timeout=60)
    with raw.open("rb") as file:
        file.seek(1024)
        superblock = file.read(1024)

    assert (image / "data.qcow2").stat().st_size < 2_000_000
    # Documentation/filesystems/ext4: s_magic and s_volume_name
    assert superblock[56:58] == b"\x53\xef"
    assert superblock[120:136].rstrip(b"\0") == b"davit-data"


@pytest.mark.qemu
def test_a_foreign_disk_is_left_alone(image: Path, tmp_path: Path) -> None:
    foreign, raw = tmp_path / "foreign.qcow2", tmp_path / "foreign.raw"
    with raw.open("wb") as file:
        file.seek(3 << 20)
        file.write(b"somebody's data")
        file.truncate(1 << 30)
    subprocess.run(
        ["qemu-img", "convert", "-f", "raw", "-O", "qcow2", raw, foreign], check=True, timeout=60
    )
    before = hashlib.sha256(foreign.read_bytes()).hexdigest()

    assert _told(image, tmp_path, foreign)[-1].startswith("failed data the data disk is not blank")
    assert hashlib.sha256(foreign.read_bytes()).hexdigest() == before


@pytest.mark.qemu
def test_a_blank_disk_is_formatted(image: Path, tmp_path: Path) -> None:
    blank = tmp_path / "blank.qcow2"
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", blank, "2G"], check=True, timeout=60)

    assert "data formatted" in _told(image, tmp_path, blank, until="data")


@pytest.mark.qemu
def test_a_rescue_touches_no_disk(image: Path, tmp_path: Path) -> None:
    disk = tmp_path / "data.qcow2"
    shutil.copyfile(image / "data.qcow2", disk)

    told = _told(image, tmp_path, disk, facts={"settings": "RESCUE=1\n"})

    assert told[-2:] == ["network", "failed data rescue"]
    assert disk.read_bytes() == (image / "data.qcow2").read_bytes()


def _told(
    image: Path, folder: Path, data: Path, *, until: str = "ready",
    facts: dict[str, str] | None = None,
) -> list[str]:  # fmt: skip
    """The guest's beacons up to the one named `until`, or its failure; then it is ended."""
    told: list[str] = []
    (folder / "guest").mkdir()
    with booted(image, folder / "guest", data=data, facts=facts) as guest:
        for words, _ in guest.beacons(BOOT_LIMIT):
            told.append(words)
            if words.split(" ")[0] == until:
                break
    return told
