"""Finding, reading and verifying the guest image."""

import json
from pathlib import Path

import msgspec
import pytest

from davit_vm.config import default_config
from davit_vm.errors import ImageDamaged, ImageMissing
from davit_vm.host.detect import detect_host
from davit_vm.qemu.guest_image import find_image, load_image, verify_image

CONFIG = default_config(detect_host().facts())


def edit(folder: Path, **changes: object) -> None:
    manifest = json.loads((folder / "image.json").read_text())
    (folder / "image.json").write_text(json.dumps(manifest | changes))


def test_an_image_names_its_files(image_folder: Path) -> None:
    image = load_image(image_folder)
    assert image.version == "0123456789ab"
    for file in (image.kernel, image.initrd, image.root, image.data_template):
        assert file.is_file()
    verify_image(image)


def test_the_chosen_image_wins_over_the_environment(
    image_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DAVIT_GUEST_IMAGE", str(image_folder))
    assert find_image(CONFIG, "x86_64") == image_folder
    chosen = msgspec.structs.replace(CONFIG, image=str(tmp_path))
    with pytest.raises(ImageMissing, match=r"no image\.json"):
        find_image(chosen, "x86_64")


def test_a_missing_image_is_told_with_the_places_and_the_way_to_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DAVIT_GUEST_IMAGE", raising=False)
    monkeypatch.setattr("davit_vm.qemu.guest_image._usual_folders", lambda _: (Path("/nowhere"),))
    with pytest.raises(ImageMissing, match="/nowhere") as caught:
        find_image(CONFIG, "x86_64")
    assert "build" in caught.value.hint


@pytest.mark.parametrize("name", ["kernel", "initrd", "root.erofs", "data.qcow2", "image.json"])
def test_a_missing_file_is_named(image_folder: Path, name: str) -> None:
    (image_folder / name).unlink()
    with pytest.raises(ImageMissing, match=name):
        load_image(image_folder)


def test_a_cut_off_file_is_named(image_folder: Path) -> None:
    (image_folder / "root.erofs").write_bytes(b"short")
    with pytest.raises(ImageDamaged, match=r"root\.erofs has 5 bytes, not 1000"):
        load_image(image_folder)


def test_a_changed_file_is_found_by_its_hash(image_folder: Path) -> None:
    image = load_image(image_folder)
    content = bytearray((image_folder / "kernel").read_bytes())
    content[100] ^= 1
    (image_folder / "kernel").write_bytes(content)
    with pytest.raises(ImageDamaged, match="kernel is not the file"):
        verify_image(image)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 1}'])
def test_a_spoilt_manifest_is_damage(image_folder: Path, content: str) -> None:
    (image_folder / "image.json").write_text(content)
    with pytest.raises(ImageDamaged, match=r"image\.json"):
        load_image(image_folder)


def test_a_manifest_may_not_lead_out_of_its_folder(image_folder: Path) -> None:
    manifest = json.loads((image_folder / "image.json").read_text())
    file = {"sha256": "0", "size": 1}
    edit(image_folder, files=manifest["files"] | {"../../etc/passwd": file})
    with pytest.raises(ImageDamaged, match="passwd"):
        load_image(image_folder)


def test_a_manifest_that_forgets_the_kernel_is_damage(image_folder: Path) -> None:
    manifest = json.loads((image_folder / "image.json").read_text())
    del manifest["files"]["kernel"]
    edit(image_folder, files=manifest["files"])
    with pytest.raises(ImageDamaged, match="does not list kernel"):
        load_image(image_folder)
