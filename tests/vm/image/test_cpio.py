"""The archive that the kernel unpacks, read back by cpio's own reader."""

import subprocess
from pathlib import Path

from davit_image.cpio import write_cpio
from davit_image.tree import File, Folder, Link, Tree

TREE: Tree = {
    "init": File(b"#!/bin/sh\n", 0o755),
    "bin": Folder(),
    "bin/sh": Link("busybox"),
    "odd": File(b"12345"),
}


def test_busybox_unpacks_what_was_written(tmp_path: Path) -> None:
    subprocess.run(
        ["busybox", "cpio", "-i", "-d"], input=write_cpio(TREE), cwd=tmp_path, check=True,
        capture_output=True,
    )  # fmt: skip

    assert (tmp_path / "init").read_bytes() == b"#!/bin/sh\n"
    assert (tmp_path / "init").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "bin/sh").readlink() == Path("busybox")
    assert (tmp_path / "odd").read_bytes() == b"12345"


def test_the_order_of_making_changes_nothing() -> None:
    assert write_cpio(TREE) == write_cpio(dict(reversed(TREE.items())))


def test_every_part_begins_at_a_multiple_of_four() -> None:
    archive = write_cpio(TREE)

    assert len(archive) % 4 == 0
    assert all(found % 4 == 0 for found in _places(archive, b"070701"))


def _places(content: bytes, part: bytes) -> list[int]:
    return [n for n in range(len(content)) if content.startswith(part, n)]
