"""Layers as EROFS images: the sandbox, the way back to folders, the mounts."""

import asyncio
import functools
import gzip
import hashlib
import io
import json
import logging
import os
import stat
from pathlib import Path

import pytest

from davit_engine.config import Config, Paths
from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.kernel import mounts
from davit_engine.snapshots import erofs
from davit_engine.snapshots.choose import choose, missing_for_erofs
from davit_engine.snapshots.erofs import ErofsLayers, utils_version
from davit_engine.snapshots.overlay import OverlaySnapshotter
from fixtures.hostile import archive, folder, member

pytestmark = pytest.mark.root

PLAIN = archive(folder("etc"), member("etc/hosts", b"localhost"))


def snapshotter(paths: Paths, mkfs: str) -> OverlaySnapshotter:
    return OverlaySnapshotter(paths, functools.partial(ErofsLayers, mkfs=mkfs))


async def unpack(snapshots: OverlaySnapshotter, data: bytes) -> tuple[str]:
    chain = (f"sha256:{hashlib.sha256(data).hexdigest()}",)
    await snapshots.unpack(chain, lambda: io.BytesIO(gzip.compress(data)), "", lambda _count: None)
    return chain


def image_of(paths: Paths, chain: tuple[str]) -> Path:
    return paths.layers / chain[0].removeprefix("sha256:") / "layer.erofs"


@pytest.fixture
def program(paths: Paths) -> Path:
    """Where a test puts its own mkfs.erofs, reachable for nobody."""
    paths.data.parent.chmod(0o755)
    return paths.data.parent / "mkfs.erofs"


def write_program(program: Path, script: str) -> str:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


async def test_an_ordinary_layer_becomes_one_read_only_file(paths: Paths, mkfs_erofs: str) -> None:
    snapshots = snapshotter(paths, mkfs_erofs)
    await snapshots.recover()
    chain = await unpack(snapshots, PLAIN)
    image = image_of(paths, chain)
    assert sorted(path.name for path in image.parent.iterdir()) == [
        "fs",
        "layer.erofs",
        "layer.json",
    ]
    status = image.stat()
    assert (status.st_uid, stat.S_IMODE(status.st_mode)) == (0, 0o400)
    assert list((image.parent / "fs").iterdir()) == []
    await snapshots.close()


async def test_a_layer_is_mounted_once_and_only_while_it_is_used(
    paths: Paths, mkfs_erofs: str
) -> None:
    snapshots = snapshotter(paths, mkfs_erofs)
    await snapshots.recover()
    chain = await unpack(snapshots, PLAIN)
    files = image_of(paths, chain).parent / "fs"
    for key in ("c1", "c2"):
        await snapshots.prepare(key, chain)
        await snapshots.mount(key, chain)
    assert mounts.mounts_below(paths.layers) == [files]
    await snapshots.unmount("c1")
    assert mounts.is_mounted(files)
    await snapshots.unmount("c2")
    assert not mounts.is_mounted(files)
    await snapshots.close()


async def test_the_next_daemon_unmounts_what_nobody_uses(paths: Paths, mkfs_erofs: str) -> None:
    first = snapshotter(paths, mkfs_erofs)
    await first.recover()
    chain = await unpack(first, PLAIN)
    files = image_of(paths, chain).parent / "fs"
    await first.view(chain)
    await first.close()
    second = snapshotter(paths, mkfs_erofs)
    await second.recover()
    assert not mounts.is_mounted(files)
    await second.close()


async def test_a_kernel_that_wants_a_block_device_gets_one(
    paths: Paths, mkfs_erofs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_files(source: object, target: object, kind: str = "", flags: int = 0) -> None:
        if not str(source).startswith("/dev/"):
            raise OSError(15, "Block device required")
        mounts.mount(str(source), str(target), kind, flags)

    monkeypatch.setattr(erofs, "mount", refuse_files)
    snapshots = snapshotter(paths, mkfs_erofs)
    await snapshots.recover()
    chain = await unpack(snapshots, PLAIN)
    view = await snapshots.view(chain)
    assert (view / "etc/hosts").read_text() == "localhost"
    await snapshots.unmount(view.name)
    backing = [
        path.read_text().strip() for path in Path("/sys/block").glob("loop*/loop/backing_file")
    ]
    assert str(image_of(paths, chain)) not in backing
    await snapshots.close()


async def test_mkfs_runs_as_nobody_without_network_or_means(paths: Paths, program: Path) -> None:
    report = paths.data.parent / "report"
    report.touch()
    report.chmod(0o666)
    mkfs = write_program(
        program,
        f"""{{
        id -u; id -G; grep CapBnd /proc/self/status; grep NoNewPrivs /proc/self/status
        tail -n +3 /proc/net/dev | cut -d: -f1
        echo env $(env | cut -d= -f1 | sort)
        for fd in /proc/$$/fd/*; do echo fd $(readlink $fd); done
        touch $TMPDIR/scratch && echo scratch works
        ls {paths.data.parent}/data/layers/.trash && echo trash seen
        }} > {report} 2>/dev/null
        cat > /dev/null; exit 1""",
    )
    snapshots = snapshotter(paths, mkfs)
    await snapshots.recover()
    await unpack(snapshots, PLAIN)
    text = report.read_text()
    assert text.startswith("65534\n65534\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n    lo\n")
    environment = next(line for line in text.splitlines() if line.startswith("env")).split()
    assert set(environment[1:]) <= {"PATH", "PWD", "TMPDIR", "OLDPWD", "SHLVL", "_"}
    held = [line.removeprefix("fd ") for line in text.splitlines() if line.startswith("fd ")]
    known = ("pipe:", "/dev/null", "/memfd:mkfs.erofs", str(report), str(program))
    layers = paths.layers.resolve()
    for target in held:
        assert target.startswith(known) or (
            target.startswith(str(layers)) and target.endswith(("/layer.erofs", "/scratch"))
        )
    assert "scratch works" in text
    assert "trash seen" not in text
    await snapshots.close()


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "kill -SEGV $$",
        "cat > /dev/null; echo 'it broke' >&2; exit 2",
        "head -c 100 > /dev/null; exit 3",
    ],
)
async def test_an_archive_that_mkfs_cannot_digest_is_kept_as_a_folder(
    script: str, paths: Paths, program: Path, caplog: pytest.LogCaptureFixture
) -> None:
    snapshots = snapshotter(paths, write_program(program, script))
    await snapshots.recover()
    data = archive(folder("etc"), member("etc/big", bytes(4 << 20)))
    with caplog.at_level(logging.WARNING):
        chain = await unpack(snapshots, data)
    assert "kept as a folder" in caplog.text
    assert not image_of(paths, chain).exists()
    view = await snapshots.view(chain)
    assert (view / "etc/big").stat().st_size == 4 << 20
    await snapshots.unmount(view.name)
    await snapshots.close()


async def test_a_refused_archive_ends_mkfs(paths: Paths, program: Path) -> None:
    place = paths.data.parent / "pid"
    place.touch()
    place.chmod(0o666)
    mkfs = write_program(program, f"echo $$ > {place}; exec cat > /dev/null")
    snapshots = snapshotter(paths, mkfs)
    await snapshots.recover()
    with pytest.raises(InvalidParameter):
        await unpack(snapshots, archive(member("a", os.urandom(1 << 20)), member("../x")))
    pid = place.read_text().strip()
    assert not pid or not Path(f"/proc/{pid}").exists()
    await snapshots.close()


async def test_cancelling_ends_an_mkfs_that_hangs(paths: Paths, program: Path) -> None:
    snapshots = snapshotter(paths, write_program(program, "exec sleep 1000"))
    await snapshots.recover()
    started = asyncio.Event()
    loop = asyncio.get_running_loop()
    data = archive(member("big", bytes(4 << 20)))
    chain = (f"sha256:{hashlib.sha256(data).hexdigest()}",)
    task = asyncio.create_task(
        snapshots.unpack(
            chain,
            lambda: io.BytesIO(data),
            "",
            lambda _count: loop.call_soon_threadsafe(started.set),
        )
    )
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not await snapshots.has(chain)
    await snapshots.close()


async def test_the_record_beside_an_image_describes_it(paths: Paths, mkfs_erofs: str) -> None:
    snapshots = snapshotter(paths, mkfs_erofs)
    await snapshots.recover()
    chain = await unpack(snapshots, PLAIN)
    record = json.loads((image_of(paths, chain).parent / "layer.json").read_bytes())
    assert (record["diff_id"], record["size"], record["kind"]) == (chain[0], 9, "erofs")
    await snapshots.close()


def test_versions_are_read_as_the_program_prints_them() -> None:
    assert utils_version("mkfs.erofs (erofs-utils) 1.8.6\navailable compressors") == (1, 8)
    assert utils_version("mkfs.erofs 1.5") == (1, 5)
    assert utils_version("sh: not found") == (0, 0)


async def test_auto_takes_erofs_where_it_works_and_folders_elsewhere(
    paths: Paths, mkfs_erofs: str, program: Path
) -> None:
    config = Config(data_root=paths.data, exec_root=paths.exec, mkfs_erofs=mkfs_erofs)
    chosen = await choose(config)
    assert chosen.name == "erofs"
    await chosen.close()
    old = write_program(program, "echo mkfs.erofs 1.5")
    chosen = await choose(Config(data_root=paths.data, exec_root=paths.exec, mkfs_erofs=old))
    assert chosen.name == "directory"
    await chosen.close()
    assert "1.5" in await missing_for_erofs(old)
    assert "not installed" in await missing_for_erofs("/nowhere/mkfs.erofs")


async def test_images_are_still_shown_when_no_more_can_be_made(
    paths: Paths, mkfs_erofs: str
) -> None:
    before = snapshotter(paths, mkfs_erofs)
    await before.recover()
    chain = await unpack(before, PLAIN)
    await before.close()
    config = Config(data_root=paths.data, exec_root=paths.exec, snapshotter="directory")
    after = await choose(config)
    assert after.name == "directory"
    await after.recover()
    assert await after.has(chain)
    view = await after.view(chain)
    assert (view / "etc/hosts").read_text() == "localhost"
    await after.unmount(view.name)
    await after.close()


async def test_asking_for_what_cannot_work_says_why(paths: Paths) -> None:
    config = Config(
        data_root=paths.data,
        exec_root=paths.exec,
        snapshotter="erofs",
        mkfs_erofs="/nowhere/mkfs.erofs",
    )
    with pytest.raises(Unavailable, match="not installed"):
        await choose(config)
    with pytest.raises(InvalidParameter, match="zfs"):
        await choose(Config(data_root=paths.data, exec_root=paths.exec, snapshotter="zfs"))
