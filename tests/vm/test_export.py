"""Export and import with the real qemu-img; archives that somebody else made."""

import asyncio
import hashlib
import json
import os
import shutil
import stat
import struct
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_vm import config as settings_file
from davit_vm import export, provision
from davit_vm.config import GIB, MIB
from davit_vm.errors import AlreadyRunning, DataDiskUnreadable, MachineError, NotCreated
from davit_vm.host.detect import detect_host
from davit_vm.paths import Paths, machine_paths
from davit_vm.qemu.disk import inspect

CONTENT = os.urandom(256 * 1024)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A guest image that nobody boots; it is never written to."""
    folder = tmp_path_factory.mktemp("image")
    _make_image(folder)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAVIT_GUEST_IMAGE", str(folder))
        yield folder


def _make_image(folder: Path) -> None:
    for name in ("kernel", "initrd", "root.erofs"):
        (folder / name).write_bytes(name.encode())
    qemu_img("create", "-q", "-f", "qcow2", folder / "data.qcow2", "64M")
    files = {
        file.name: {
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "size": file.stat().st_size,
        }
        for file in folder.iterdir()
    }
    document = {
        "version": "abcabcabcabc",
        "architecture": detect_host().facts().architecture,
        "engine": "0.1.0",
        "command_line": "quiet",
        "files": files,
    }
    (folder / "image.json").write_text(json.dumps(document))


@pytest.fixture
def machine(tmp_path: Path, template: Path) -> Paths:
    """A machine with something on its disk."""
    return machine_paths(shutil.copytree(template, tmp_path / "machine"))


@pytest.fixture(scope="module")
def template(image: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("template") / "machine"
    asyncio.run(_make_machine(machine_paths(home)))
    return home


async def _make_machine(paths: Paths) -> None:
    host = detect_host()
    config = settings_file.default_config(host.facts())
    changes = {"disk": 2 * GIB, "memory": 768 * MIB, "idle_stop": 900, "shares": ()}
    await provision.create(paths, provision.changed_settings(config, changes, host.facts()))
    write(paths.data_disk, CONTENT)


def qemu_img(*words: object) -> None:
    subprocess.run(["qemu-img", *map(str, words)], check=True, timeout=60)


def write(disk: Path, content: bytes) -> None:
    """Puts bytes at the start of a disk."""
    raw = disk.with_name("raw")
    raw.write_bytes(content)
    command = f"write -s {raw} 0 {len(content)}"
    subprocess.run(["qemu-io", "-f", "qcow2", "-c", command, disk], check=True, timeout=60)
    raw.unlink()


def read(disk: Path, size: int) -> bytes:
    raw = disk.with_name("raw")
    start = (f"if={disk}", f"of={raw}", f"bs={size}", "count=1")
    qemu_img("dd", "-f", "qcow2", "-O", "raw", *start)
    content = raw.read_bytes()
    raw.unlink()
    return content


def listing(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_what_was_exported_comes_back_in_another_machine(
    machine: Paths, tmp_path: Path
) -> None:
    before = listing(machine.home)
    target = tmp_path / "machine.tar"
    await export.export(machine.home, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.stat().st_nlink == 1
    assert listing(machine.home) == before
    with tarfile.open(target) as archive:  # any tar can read it
        assert archive.getnames() == ["davit-machine.json", "settings.json", "data.qcow2"]

    other = machine_paths(tmp_path / "other")
    await export.import_(other.home, target)
    assert read(other.data_disk, len(CONTENT)) == CONTENT
    assert inspect(other.data_disk).size == 2 * GIB
    assert stat.S_IMODE(other.data_disk.stat().st_mode) == 0o600
    config = settings_file.load(other.settings)
    assert (config.memory, config.idle_stop, config.disk) == (768 * MIB, 900, 2 * GIB)
    assert not [name for name in listing(other.home) if name.startswith(".davit-")]
    assert other.gate_key.read_bytes() != machine.gate_key.read_bytes()


async def test_importing_over_a_machine_keeps_its_settings_and_grows_to_them(
    machine: Paths, tmp_path: Path
) -> None:
    target = tmp_path / "machine.tar"
    await export.export(machine.home, target)
    host = detect_host()
    config = provision.changed_settings(
        settings_file.load(machine.settings), {"disk": 3 * GIB, "memory": GIB}, host.facts()
    )
    settings_file.save(config, machine.settings)
    write(machine.data_disk, bytes(len(CONTENT)))
    await export.import_(machine.home, target)
    assert read(machine.data_disk, len(CONTENT)) == CONTENT
    assert settings_file.load(machine.settings) == config
    assert inspect(machine.data_disk).size == 3 * GIB


async def test_a_file_that_exists_is_not_overwritten(machine: Paths, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_text("mine")
    with pytest.raises(MachineError, match="exists already"):
        await export.export(machine.home, target)
    assert target.read_text() == "mine"


async def test_a_machine_with_a_supervisor_is_left_alone(machine: Paths, tmp_path: Path) -> None:
    await export.export(machine.home, tmp_path / "first")
    lock = detect_host().lock(machine.lock)
    assert lock is not None
    try:
        with pytest.raises(AlreadyRunning):
            await export.export(machine.home, tmp_path / "second")
        with pytest.raises(AlreadyRunning):
            await export.import_(machine.home, tmp_path / "first")
    finally:
        lock.release()
    assert not (tmp_path / "second").exists()


async def test_without_a_machine_there_is_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(NotCreated):
        await export.export(tmp_path / "none", tmp_path / "file")


async def test_a_cancelled_export_leaves_nothing(machine: Paths, tmp_path: Path) -> None:
    before = listing(tmp_path)
    task = asyncio.create_task(export.export(machine.home, tmp_path / "file"))
    async with asyncio.timeout(30):
        while listing(tmp_path) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert listing(tmp_path) == before


def member(name: str, content: bytes, **changes: object) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for key, value in changes.items():
        setattr(info, key, value)
    return info.tobuf(tarfile.GNU_FORMAT) + content + bytes(-len(content) % 512)


def archive(
    disk: bytes,
    settings: bytes = b"{}",
    *,
    manifest: dict[str, object] | None = None,
    first: str = "davit-machine.json",
    last: bytes = b"",
    **changes: object,
) -> bytes:
    """An export as a stranger would make it, well-formed unless told otherwise."""
    files = {
        "settings.json": {"sha256": hashlib.sha256(settings).hexdigest(), "size": len(settings)},
        "data.qcow2": {"sha256": hashlib.sha256(disk).hexdigest(), "size": len(disk)},
    }
    head = json.dumps({"format": 1, "files": files, **(manifest or {})}).encode()
    return (
        member(first, head)
        + member("settings.json", settings)
        + member("data.qcow2", disk, **changes)
        + last
        + bytes(1024)
    )


@pytest.fixture
def disk(tmp_path: Path) -> bytes:
    qemu_img("create", "-q", "-f", "qcow2", tmp_path / "d", "1G")
    return (tmp_path / "d").read_bytes()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"manifest": {"format": 2}}, "it has format 2"),
        ({"manifest": {"files": {}}}, "lists other files"),
        ({"manifest": {"format": "x"}}, "manifest cannot be read"),
        ({"settings": b"no json"}, "settings cannot be read"),
        ({"settings": b"[]"}, "settings cannot be read"),
        ({"first": "../davit-machine.json"}, "is not where it has to be"),
        ({"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}, "is not where it has to be"),
        ({"type": tarfile.GNUTYPE_SPARSE}, "is not where it has to be"),
        ({"size": 1 << 60}, "claims to have"),
        ({"last": member("more", b"x")}, "holds more"),
    ],
)
async def test_an_archive_that_is_not_an_export_is_refused(
    machine: Paths, tmp_path: Path, disk: bytes, changes: dict[str, object], why: str
) -> None:
    await refused(machine, tmp_path, archive(disk, **changes), why)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cut off"),
        (b"hello", "cut off"),
        (bytes(2048), "not an export"),
        (os.urandom(2048), "not an export"),
    ],
)
async def test_any_other_file_is_refused(
    machine: Paths, tmp_path: Path, content: bytes, why: str
) -> None:
    await refused(machine, tmp_path, content, why)


async def test_a_changed_byte_or_a_missing_end_is_noticed(
    machine: Paths, tmp_path: Path, disk: bytes
) -> None:
    whole = archive(disk)
    changed = bytearray(whole)
    changed[-2000] ^= 1
    await refused(machine, tmp_path, bytes(changed), "is damaged")
    await refused(machine, tmp_path, whole[:-1024], "cut off")
    await refused(machine, tmp_path, whole[: len(whole) // 2], "cut off")


async def test_a_disk_that_rests_on_a_file_of_the_host_is_refused(
    machine: Paths, tmp_path: Path, disk: bytes
) -> None:
    backed = bytearray(disk)
    backed[8:20] = struct.pack(">QI", 600, 11)
    backed[600:611] = b"/etc/passwd"
    await refused(machine, tmp_path, archive(bytes(backed)), "rests on another file")
    external = bytearray(disk)
    external[79] |= 4
    await refused(machine, tmp_path, archive(bytes(external)), "data in another file")
    await refused(machine, tmp_path, archive(b"raw" * 1000), "not in qcow2 format")


async def test_a_program_of_a_strangers_settings_is_never_taken_over(
    tmp_path: Path, image: Path, disk: bytes
) -> None:
    settings = json.dumps(
        {
            "qemu": "/tmp/evil",
            "image": "/tmp/evil",
            "shares": [{"path": "/"}],
            "host_ports": "all",
            "http_proxy": "http://evil",
            "engine": {"a": 1},
            "cpus": 10_000,
            "memory": "lots",
            "idle_stop": 60,
        }
    ).encode()
    (tmp_path / "file").write_bytes(archive(disk, settings))
    paths = machine_paths(tmp_path / "other")
    await export.import_(paths.home, tmp_path / "file")
    found = settings_file.load(paths.settings)
    default = settings_file.default_config(detect_host().facts())
    assert found.idle_stop == 60
    for name in ("qemu", "image", "shares", "host_ports", "http_proxy", "engine", "cpus", "memory"):
        assert getattr(found, name) == getattr(default, name)


async def refused(machine: Paths, tmp_path: Path, content: bytes, why: str) -> None:
    """Nothing of the machine may have changed, and nothing new may lie about."""
    source = tmp_path / "file"
    source.write_bytes(content)
    before = (listing(machine.home), machine.data_disk.read_bytes(), machine.settings.read_bytes())
    with pytest.raises((MachineError, DataDiskUnreadable), match=why):
        await export.import_(machine.home, source)
    after = (listing(machine.home), machine.data_disk.read_bytes(), machine.settings.read_bytes())
    assert after == before


async def test_progress_goes_from_nothing_to_all(machine: Paths, tmp_path: Path) -> None:
    out: list[float] = []
    back: list[float] = []
    await export.export(machine.home, tmp_path / "file", out.append)
    await export.import_(tmp_path / "second", tmp_path / "file", back.append)
    for told in (out, back):
        assert told == sorted(told)
        assert told[-1] == pytest.approx(1.0)


async def test_an_export_of_other_processors_is_refused(
    machine: Paths, tmp_path: Path, disk: bytes
) -> None:
    content = archive(disk, manifest={"architecture": "riscv64"})
    await refused(machine, tmp_path, content, "a computer with riscv64 processors")


@pytest.mark.parametrize(("engine", "fits"), [("0.1.1", False), ("9", False), ("0.1.0", True),
                                              ("0.0.9", True), ("strange", True)])  # fmt: skip
async def test_an_export_of_a_newer_engine_is_refused(
    machine: Paths, tmp_path: Path, disk: bytes, engine: str, fits: bool
) -> None:
    content = archive(disk, manifest={"engine": engine})
    if not fits:
        await refused(machine, tmp_path, content, f"written by engine {engine}")
        return
    (tmp_path / "file").write_bytes(content)
    await export.import_(machine.home, tmp_path / "file")


async def test_a_cancelled_import_leaves_the_old_disk(machine: Paths, tmp_path: Path) -> None:
    await export.export(machine.home, tmp_path / "file")
    before, names = machine.data_disk.read_bytes(), listing(tmp_path)
    for tries in range(3):
        task = asyncio.create_task(export.import_(machine.home, tmp_path / "file"))
        for _ in range(tries * 3):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert machine.data_disk.read_bytes() == before
        assert listing(tmp_path) == names


async def test_a_cancellation_waits_until_the_thread_has_ended() -> None:
    began, ended = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def work(stop: threading.Event) -> None:
        loop.call_soon_threadsafe(began.set)
        assert stop.wait(30)
        ended.set()

    task = asyncio.create_task(export._in_thread(work))
    await asyncio.wait_for(began.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()
