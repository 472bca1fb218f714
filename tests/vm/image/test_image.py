"""A real image: built twice to the same bytes, and booted."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from davit_image.boot import booted

CHECKOUT = Path(__file__).parents[3]
CACHE = Path("/var/cache/davit-tests/guest-image")
BOOT_LIMIT = 300.0


def _build(output: Path) -> Path:
    subprocess.run(
        [sys.executable, CHECKOUT / "vm/image/build.py", "--cache", CACHE, "--output", output],
        check=True, timeout=600, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return output


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("image") / "one")


def test_two_builds_are_the_same(image: Path, tmp_path: Path) -> None:
    again = _build(tmp_path / "two")

    for name in ("kernel", "initrd", "root.erofs", "image.json"):
        assert (again / name).read_bytes() == (image / name).read_bytes(), name


def test_the_manifest_tells_what_lies_beside_it(image: Path) -> None:
    manifest = json.loads((image / "image.json").read_text())

    for name, told in manifest["files"].items():
        content = (image / name).read_bytes()
        assert told == {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    assert manifest["packages"]["crun"] >= "1.28"


@pytest.mark.qemu
def test_a_blank_disk_is_formatted_and_one_of_another_owner_is_left_alone(
    image: Path, tmp_path: Path
) -> None:
    with booted(image, tmp_path) as guest:
        told = [words for words, _ in guest.beacons(BOOT_LIMIT)]
        guest.power_down(BOOT_LIMIT)

    first, second = ([name for name in told if name.startswith(part)] for part in ("data", "ready"))
    assert (first, second) == (["data formatted"], ["ready"])

    foreign = tmp_path / "foreign.qcow2"
    raw = tmp_path / "foreign.raw"
    with raw.open("wb") as file:
        file.seek(3 << 20)
        file.write(b"somebody's data")
        file.truncate(1 << 30)
    subprocess.run(
        ["qemu-img", "convert", "-f", "raw", "-O", "qcow2", raw, foreign], check=True, timeout=60
    )
    before = hashlib.sha256(foreign.read_bytes()).hexdigest()
    (tmp_path / "again").mkdir()
    with booted(image, tmp_path / "again", data=foreign) as guest:
        told = [words for words, _ in guest.beacons(BOOT_LIMIT)]
        guest.power_down(BOOT_LIMIT)

    assert told[-1].startswith("failed data the data disk is not blank")
    assert hashlib.sha256(foreign.read_bytes()).hexdigest() == before
