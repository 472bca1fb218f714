"""The data disk with the real qemu-img; hostile headers; failures half-way."""

import asyncio
import contextlib
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.config import GIB, MIB
from davit_vm.errors import (
    AlreadyRunning,
    BadSetting,
    DataDiskUnreadable,
    HostDiskFull,
    QemuFailed,
    QemuMissing,
)
from davit_vm.qemu.disk import DataDisk, DiskInfo, _parse_header, inspect


@pytest.fixture
def tool() -> Path:
    found = shutil.which("qemu-img")
    assert found
    return Path(found)


@pytest.fixture
def disk(tool: Path, tmp_path: Path) -> DataDisk:
    return DataDisk(tool, tmp_path / "data, qcow2")


def image(path: Path, *options: str, size: str = "1G", form: str = "qcow2") -> Path:
    subprocess.run(
        ["qemu-img", "create", "-q", "-f", form, *options, path, size], check=True, timeout=30
    )
    return path


def write(disk: DataDisk, data: str = "0x5a 0 1M") -> None:
    subprocess.run(
        ["qemu-io", "-f", "qcow2", "-c", f"write -P {data}", disk.path],
        check=True,
        timeout=30,
        stdout=subprocess.DEVNULL,
    )


@contextlib.contextmanager
def holding(path: Path) -> Iterator[None]:
    """Another process that has the disk open for writing."""
    holder = subprocess.Popen(
        ["qemu-io", "-f", "qcow2", path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    try:
        assert os.read(holder.stdout.fileno(), 8) == b"qemu-io>"
        yield
    finally:
        holder.communicate(timeout=20)


def reads(path: Path, pattern: str = "0x5a 0 1M") -> bool:
    result = subprocess.run(
        ["qemu-io", "-r", "-f", "qcow2", "-c", f"read -P {pattern}", path],
        check=False,
        timeout=30,
        capture_output=True,
        text=True,
    )
    return "verification failed" not in result.stdout and result.returncode == 0


async def test_a_new_disk_takes_next_to_nothing_and_is_the_users_own(disk: DataDisk) -> None:
    await disk.create(64 * GIB)
    info = disk.info()
    assert info.size == 64 * GIB
    assert info.on_host < MIB
    assert disk.path.stat().st_mode & 0o777 == 0o600
    assert await disk.check() == "The data disk is in order."


async def test_a_template_is_copied_and_grown(disk: DataDisk, tool: Path, tmp_path: Path) -> None:
    template = DataDisk(tool, tmp_path / "template")
    await template.create(GIB)
    write(template)
    await disk.create(2 * GIB, template.path)
    assert disk.info().size == 2 * GIB
    assert reads(disk.path)


async def test_a_template_that_is_larger_is_not_cut_off(disk: DataDisk, tmp_path: Path) -> None:
    await disk.create(GIB, image(tmp_path / "template", size="2G"))
    assert disk.info().size == GIB


async def test_an_existing_disk_is_never_overwritten(disk: DataDisk) -> None:
    disk.path.write_bytes(b"precious")
    with pytest.raises(QemuFailed, match="exists"):
        await disk.create(GIB)
    assert disk.path.read_bytes() == b"precious"


async def test_a_disk_grows_and_keeps_its_content(disk: DataDisk) -> None:
    await disk.create(GIB)
    write(disk)
    await disk.grow(3 * GIB)
    await disk.grow(3 * GIB)
    assert disk.info().size == 3 * GIB
    assert reads(disk.path)
    with pytest.raises(BadSetting, match="shrink"):
        await disk.grow(GIB)


async def test_blocks_on_the_host_are_told(disk: DataDisk) -> None:
    await disk.create(GIB)
    before = disk.info().on_host
    write(disk, "0x5a 0 16M")
    assert disk.info().on_host - before >= 16 * MIB


async def test_a_snapshot_brings_back_content_and_size(disk: DataDisk) -> None:
    await disk.create(GIB)
    write(disk)
    await disk.snapshot("before-upgrade")
    assert await disk.snapshots() == ("before-upgrade",)
    write(disk, "0x77 0 1M")
    await disk.grow(2 * GIB)
    await disk.revert("before-upgrade")
    assert reads(disk.path)
    assert disk.info().size == GIB
    await disk.delete_snapshot("before-upgrade")
    assert await disk.snapshots() == ()
    with pytest.raises(QemuFailed):
        await disk.revert("before-upgrade")


async def test_an_export_is_whole_and_smaller(disk: DataDisk, tool: Path, tmp_path: Path) -> None:
    await disk.create(GIB)
    write(disk, "0x5a 0 32M")
    seen: list[float] = []
    await disk.export(tmp_path / "export.qcow2", seen.append)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
    assert inspect(tmp_path / "export.qcow2").on_host < 8 * MIB
    other = DataDisk(tool, tmp_path / "other")
    await other.import_(tmp_path / "export.qcow2")
    assert reads(other.path)


async def test_an_import_that_fails_leaves_the_old_disk(disk: DataDisk, tmp_path: Path) -> None:
    await disk.create(GIB)
    write(disk)
    bad = image(tmp_path / "bad")
    with bad.open("rb+") as file:
        file.seek(40)
        file.write(struct.pack(">Q", 0xFFFF_FFFF_FFFF_0000))
    with pytest.raises((DataDiskUnreadable, QemuFailed)):
        await disk.import_(bad)
    assert reads(disk.path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad", disk.path.name]


async def test_a_cancelled_export_leaves_nothing(disk: DataDisk, tmp_path: Path) -> None:
    await disk.create(GIB)
    write(disk, "0x5a 0 64M")
    begun = asyncio.Event()
    exporting = asyncio.create_task(disk.export(tmp_path / "out", lambda _: begun.set()))
    async with asyncio.timeout(20):
        await begun.wait()
    exporting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await exporting
    assert sorted(path.name for path in tmp_path.iterdir()) == [disk.path.name]


async def test_leaked_clusters_are_given_back(disk: DataDisk) -> None:
    """As QEMU leaves them when it is killed: counted as used, used by nobody."""
    await disk.create(GIB)
    write(disk)
    _count_a_cluster_too_many(disk.path)
    assert "Gave back 64KiB" in await disk.check()
    assert await disk.check() == "The data disk is in order."
    assert reads(disk.path)


async def test_damage_is_told_and_repaired_only_on_request(disk: DataDisk) -> None:
    await disk.create(GIB)
    write(disk)
    _forget_all_counts(disk.path)
    with pytest.raises(DataDiskUnreadable) as caught:
        await disk.check()
    assert "export" in caught.value.hint
    assert "Repaired" in await disk.check(repair=True)
    assert reads(disk.path)
    assert await disk.check() == "The data disk is in order."


async def test_a_disk_that_another_process_holds_is_told(disk: DataDisk) -> None:
    await disk.create(GIB)
    with holding(disk.path), pytest.raises(AlreadyRunning, match="another process"):
        await disk.grow(2 * GIB)


async def test_a_full_disk_of_the_host_is_told_and_leaves_nothing(
    tool: Path, tmp_path: Path
) -> None:
    """/dev/full refuses every write, as a full disk does."""
    stub = tmp_path / "qemu-img"
    stub.write_text("#!/bin/sh\nexec head -c 1 /dev/zero > /dev/full\n")
    stub.chmod(0o755)
    full = tmp_path / "full"
    full.mkdir()
    with pytest.raises(HostDiskFull):
        await DataDisk(stub, full / "data.qcow2").create(GIB)
    assert list(full.iterdir()) == []


async def test_a_missing_tool_is_told(tmp_path: Path) -> None:
    with pytest.raises(QemuMissing):
        await DataDisk(Path("/no/qemu-img"), tmp_path / "data.qcow2").create(GIB)


def test_a_disk_that_rests_on_another_file_is_never_opened(tmp_path: Path) -> None:
    base = image(tmp_path / "base")
    hostile = image(tmp_path / "hostile", "-b", str(base), "-F", "qcow2")
    with pytest.raises(DataDiskUnreadable, match="rests on another file"):
        inspect(hostile)


def test_a_disk_whose_data_lies_elsewhere_is_never_opened(tmp_path: Path) -> None:
    hostile = image(tmp_path / "hostile", "-o", f"data_file={tmp_path / 'raw'}")
    with pytest.raises(DataDiskUnreadable, match="in another file"):
        inspect(hostile)


def test_an_encrypted_disk_is_refused(tmp_path: Path) -> None:
    disk = image(tmp_path / "disk")
    with disk.open("rb+") as file:
        file.seek(32)
        file.write(struct.pack(">I", 2))
    with pytest.raises(DataDiskUnreadable, match="encrypted"):
        inspect(disk)


def test_a_raw_image_is_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(DataDiskUnreadable, match="not in qcow2 format"):
        inspect(image(tmp_path / "disk", form="raw"))


def test_a_missing_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataDiskUnreadable, match="no such file"):
        inspect(tmp_path / "none")


@pytest.mark.parametrize("size", [2**63, 2**64 - 512, 17 * 1024 * GIB])
def test_a_claim_of_a_huge_disk_is_refused(tmp_path: Path, size: int) -> None:
    disk = image(tmp_path / "disk")
    with disk.open("rb+") as file:
        file.seek(24)
        file.write(struct.pack(">Q", size))
    with pytest.raises(DataDiskUnreadable, match="claims to hold"):
        inspect(disk)


@pytest.mark.parametrize("length", [0, 3, 4, 47, 48, 71, 79])
def test_a_header_that_is_cut_off_is_refused(tmp_path: Path, length: int) -> None:
    disk = image(tmp_path / "disk")
    disk.write_bytes(disk.read_bytes()[:length])
    with pytest.raises(DataDiskUnreadable):
        inspect(disk)


@given(st.binary(max_size=120).map(lambda tail: b"QFI\xfb" + tail))
def test_any_header_is_either_read_or_refused(header: bytes) -> None:
    with contextlib.suppress(DataDiskUnreadable):
        assert isinstance(_parse_header("x", header, 0), DiskInfo)


@pytest.mark.parametrize(("bit", "name"), [(1, "dirty"), (2, "corrupt")])
def test_marks_in_the_header_are_told(tmp_path: Path, bit: int, name: str) -> None:
    disk = image(tmp_path / "disk")
    with disk.open("rb+") as file:
        file.seek(72)
        file.write(struct.pack(">Q", bit))
    assert getattr(inspect(disk), name) is True


def _refcount_block(path: Path) -> int:
    with path.open("rb") as file:
        header = file.read(56)
        (table,) = struct.unpack_from(">Q", header, 48)
        file.seek(table)
        (block,) = struct.unpack(">Q", file.read(8))
    return int(block)


def _count_a_cluster_too_many(path: Path) -> None:
    block = _refcount_block(path)
    clusters = path.stat().st_size // 65536
    with path.open("rb+") as file:
        file.truncate((clusters + 1) * 65536)
        file.seek(block + 2 * clusters)
        file.write(struct.pack(">H", 1))


def _forget_all_counts(path: Path) -> None:
    block = _refcount_block(path)
    with path.open("rb+") as file:
        file.seek(block)
        file.write(bytes(2 * 8))
