"""What every snapshotter promises (`davit_engine.snapshots.snapshotter`), on real mounts."""

import asyncio
import functools
import gzip
import hashlib
import io
import os
import stat
import tarfile
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from davit_engine.archive.entry import Limits
from davit_engine.config import Paths
from davit_engine.errors import AlreadyExists, InvalidParameter, NotFound, SystemFailure
from davit_engine.kernel.mounts import is_mounted, mount, mounts_below, unmount
from davit_engine.snapshots.directory import DirectoryLayers
from davit_engine.snapshots.erofs import ErofsLayers
from davit_engine.snapshots.overlay import OverlaySnapshotter
from davit_engine.snapshots.snapshotter import Change, LayerInfo, Snapshotter, chain_ids, chain_keys
from fakes.snapshotter import FakeSnapshotter
from fixtures.hostile import (
    CASES,
    Case,
    archive,
    canary_is_whole,
    folder,
    hardlink,
    member,
    set_canary,
    symlink,
)

pytestmark = pytest.mark.root

GZIP = "application/vnd.oci.image.layer.v1.tar+gzip"
BASE = archive(
    folder("etc"),
    member("etc/passwd", b"root"),
    member("etc/hosts", b"localhost"),
    folder("usr"),
    folder("usr/lib"),
    member("usr/lib/a", b"a"),
    symlink("lib", "usr/lib"),
    folder("tmp", 0o1777),
    folder("data"),
    member("data/one", b"1"),
    member("data/two", b"2"),
)
Make = Callable[[], Snapshotter]


@pytest.fixture(params=["directory", "erofs"])
def make(request: pytest.FixtureRequest, disk: Path) -> Make:
    """Snapshotters over the same folders, as one daemon after the other would make them."""
    paths = Paths(data=disk / "data", exec=disk / "exec")
    if request.param == "directory":
        return lambda: OverlaySnapshotter(paths, DirectoryLayers)
    mkfs = request.getfixturevalue("mkfs_erofs")
    return lambda: OverlaySnapshotter(paths, functools.partial(ErofsLayers, mkfs=mkfs))


@pytest.fixture
async def snapshots(make: Make) -> AsyncIterator[Snapshotter]:
    snapshotter = make()
    await snapshotter.recover()
    yield snapshotter
    for key in await snapshotter.snapshots():
        await snapshotter.remove(key)
    for key in await snapshotter.layers():
        await snapshotter.remove_layer(key)
    await snapshotter.close()


@pytest.fixture(params=["real", "fake"])
async def layer_store(
    request: pytest.FixtureRequest, disk: Path
) -> AsyncIterator[Snapshotter | FakeSnapshotter]:
    """A snapshotter, or what stands in for one where only layers matter."""
    if request.param == "fake":
        yield FakeSnapshotter()
        return
    real = OverlaySnapshotter(Paths(data=disk / "data", exec=disk / "exec"), DirectoryLayers)
    await real.recover()
    yield real
    await real.close()


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


async def unpack(snapshots: Snapshotter, *layers: bytes) -> tuple[str, ...]:
    """Unpack layers one above the other; their chain."""
    chain: tuple[str, ...] = ()
    for data in layers:
        chain = (*chain, digest(data))
        await unpack_as(snapshots, chain, data)
    return chain


async def unpack_as(snapshots: Snapshotter, chain: tuple[str, ...], data: bytes) -> LayerInfo:
    blob = gzip.compress(data, 1)
    return await snapshots.unpack(chain, lambda: io.BytesIO(blob), GZIP, lambda _count: None)


async def container(snapshots: Snapshotter, key: str, *layers: bytes) -> tuple[Path, list[str]]:
    chain = await unpack(snapshots, *layers)
    await snapshots.prepare(key, chain)
    return await snapshots.mount(key, chain), list(chain)


def tree(root: Path) -> dict[str, str]:
    """Each path with its content, link or kind."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_dir():
            found[name] = "/"
        elif path.is_file():
            found[name] = path.read_text()
        else:
            found[name] = stat.filemode(path.lstat().st_mode)
    return found


async def test_a_container_sees_its_layers_from_the_top(snapshots: Snapshotter) -> None:
    root, _ = await container(
        snapshots,
        "c1",
        BASE,
        archive(folder("etc"), member("etc/hosts", b"new"), member("etc/.wh.passwd")),
        archive(folder("data"), member("data/.wh..wh..opq"), member("data/three", b"3")),
    )
    assert tree(root) == {
        "data": "/",
        "data/three": "3",
        "etc": "/",
        "etc/hosts": "new",
        "lib": "-> usr/lib",
        "tmp": "/",
        "usr": "/",
        "usr/lib": "/",
        "usr/lib/a": "a",
    }


async def test_everything_about_a_file_is_kept(snapshots: Snapshotter) -> None:
    capability = bytes.fromhex("0100000200200000000000000000000000000000")
    root, _ = await container(
        snapshots,
        "c1",
        archive(
            folder("./", 0o750),
            member("su", b"x", mode=0o4755),
            member("sg", b"x", mode=0o2751),
            folder("sticky", 0o1777),
            member("owned", b"x", uid=b"0001750\0", gid=b"0001751\0"),
            member("capable", b"x", pax=[("SCHILY.xattr.security.capability", capability)]),
            member("noted", b"x", pax=[("SCHILY.xattr.user.note", b"\0\xff")]),
            member("dated", b"x", pax=[("mtime", b"1234567890.5")]),
            member("null", kind=b"3", device=(1, 3), mode=0o666),
            member("disk", kind=b"4", device=(8, 1), mode=0o600),
            member("pipe", kind=b"6"),
            hardlink("hard", "owned"),
            member("big", b"0123456789abcdef" * 100_000),
        ),
    )
    assert stat.S_IMODE(root.stat().st_mode) == 0o750
    assert stat.S_IMODE((root / "su").stat().st_mode) == 0o4755
    assert stat.S_IMODE((root / "sg").stat().st_mode) == 0o2751
    assert stat.S_IMODE((root / "sticky").stat().st_mode) == 0o1777
    owned = (root / "owned").stat()
    assert (owned.st_uid, owned.st_gid, owned.st_nlink) == (1000, 1001, 2)
    assert (root / "hard").stat().st_ino == owned.st_ino
    assert os.getxattr(root / "capable", "security.capability") == capability
    assert os.getxattr(root / "noted", "user.note") == b"\0\xff"
    assert int((root / "dated").stat().st_mtime) == 1234567890
    assert stat.S_ISCHR((root / "null").stat().st_mode)
    assert (root / "null").stat().st_rdev == os.makedev(1, 3)
    assert stat.S_ISBLK((root / "disk").stat().st_mode)
    assert stat.S_ISFIFO((root / "pipe").stat().st_mode)
    assert (root / "big").read_bytes() == b"0123456789abcdef" * 100_000


async def test_device_nodes_of_an_image_cannot_be_opened(snapshots: Snapshotter) -> None:
    root, _ = await container(
        snapshots, "c1", archive(member("null", kind=b"3", device=(1, 3), mode=0o666))
    )
    with pytest.raises(PermissionError):
        (root / "null").open("rb")


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_hostile_archives_do_no_harm(case: Case, snapshots: Snapshotter, disk: Path) -> None:
    place = disk / "data/layers"
    set_canary(place)
    data = case.make()
    if case.refused:
        with pytest.raises(InvalidParameter):
            await unpack(snapshots, data)
        assert await snapshots.layers() == []
    else:
        root, _ = await container(snapshots, "c1", BASE, data)
        tree(root)
    assert canary_is_whole(place)


@pytest.mark.parametrize("case", [case for case in CASES if not case.refused], ids=str)
async def test_an_odd_archive_means_the_same_alone_and_above_others(
    case: Case, snapshots: Snapshotter
) -> None:
    alone, _ = await container(snapshots, "alone", case.make())
    above, _ = await container(snapshots, "above", archive(), case.make())
    assert tree(alone) == tree(above)


async def test_an_entry_may_pass_through_a_link_of_a_lower_layer(snapshots: Snapshotter) -> None:
    root, chain = await container(
        snapshots, "c1", BASE, archive(member("lib/x", b"x"), member("lib/.wh.a"))
    )
    assert (root / "usr/lib/x").read_text() == "x"
    assert (root / "lib").is_symlink()
    assert not (root / "usr/lib/a").exists()
    assert set(await snapshots.layers()) == {chain[0], chain_ids(chain)[-1]}
    assert set(await snapshots.layers()) <= chain_keys(chain)


async def test_a_folder_that_a_layer_does_not_mention_keeps_its_looks(
    snapshots: Snapshotter,
) -> None:
    root, _ = await container(snapshots, "c1", BASE, archive(member("tmp/x", b"x")))
    assert stat.S_IMODE((root / "tmp").stat().st_mode) == 0o1777


async def test_a_layer_may_link_to_a_file_of_a_lower_one(snapshots: Snapshotter) -> None:
    root, _ = await container(snapshots, "c1", BASE, archive(hardlink("etc/x", "etc/hosts")))
    assert (root / "etc/x").read_text() == "localhost"


async def test_a_layer_that_depends_on_its_parents_is_made_for_each(
    snapshots: Snapshotter,
) -> None:
    data = archive(member("lib/x", b"x"))
    alone, _ = await container(snapshots, "c1", data)
    linked, _ = await container(snapshots, "c2", BASE, data)
    plain, _ = await container(snapshots, "c3", archive(folder("lib", 0o700)), data)
    assert (alone / "lib/x").exists()
    assert (linked / "usr/lib/x").exists()
    assert stat.S_IMODE((plain / "lib").stat().st_mode) == 0o700


async def test_the_root_folder_is_what_the_topmost_layer_says(snapshots: Snapshotter) -> None:
    root, _ = await container(
        snapshots, "c1", archive(folder("./", 0o711)), archive(member("x", b"1"))
    )
    assert stat.S_IMODE(root.stat().st_mode) == 0o711


async def test_an_opaque_root_hides_all_below(snapshots: Snapshotter) -> None:
    root, _ = await container(
        snapshots, "c1", BASE, archive(member(".wh..wh..opq"), member("only", b"1"))
    )
    assert tree(root) == {"only": "1"}


async def test_a_whiteout_hides_nothing_of_its_own_layer(snapshots: Snapshotter) -> None:
    layer = archive(
        folder("etc"),
        member("etc/hosts", b"new"),
        member("etc/.wh.hosts"),
        member("etc/.wh.passwd"),
        folder("data"),
        member("data/three", b"3"),
        member(".wh.data"),
    )
    root, _ = await container(snapshots, "c1", BASE, layer)
    found = tree(root)
    assert found["etc/hosts"] == "new"
    assert "etc/passwd" not in found
    assert [name for name in found if name.startswith("data/")] == ["data/three"]


async def test_an_image_without_layers_is_an_empty_folder(snapshots: Snapshotter) -> None:
    await snapshots.prepare("c1", ())
    root = await snapshots.mount("c1", ())
    assert tree(root) == {}
    (root / "x").write_text("1")
    assert await snapshots.changes("c1", ()) == [Change(path="/x", kind="added")]


async def test_a_layer_is_there_until_it_is_removed(
    layer_store: Snapshotter | FakeSnapshotter,
) -> None:
    above = archive(folder("d"), member("d/x", b"12345"))
    chain = (digest(BASE), digest(above))
    assert not await layer_store.has(chain[:1])
    assert await layer_store.layer(chain[:1]) is None
    blob = gzip.compress(BASE)
    counts: list[int] = []
    info = await layer_store.unpack(chain[:1], lambda: io.BytesIO(blob), GZIP, counts.append)
    assert info == LayerInfo(diff_id=chain[0], size=len(b"rootlocalhosta12"))
    assert counts
    assert not await layer_store.has(chain)
    await layer_store.unpack(chain, lambda: io.BytesIO(gzip.compress(above)), GZIP, print)
    assert await layer_store.has(chain)
    assert await layer_store.layer(chain) == LayerInfo(diff_id=chain[1], size=5)
    assert set(await layer_store.layers()) == set(chain)
    assert await layer_store.remove_layer(chain[1]) > 0
    assert await layer_store.remove_layer(chain[1]) == 0
    assert await layer_store.layers() == [chain[0]]


async def test_a_layer_whose_content_is_another_is_refused(
    layer_store: Snapshotter | FakeSnapshotter,
) -> None:
    chain = (digest(b"another"),)
    with pytest.raises(InvalidParameter, match=chain[0]):
        await layer_store.unpack(chain, lambda: io.BytesIO(BASE), "", lambda _count: None)
    assert not await layer_store.has(chain)


async def test_unpacking_twice_reads_the_blob_once(snapshots: Snapshotter) -> None:
    opened: list[int] = []
    blob = gzip.compress(BASE)

    def open_blob() -> io.BytesIO:
        opened.append(1)
        return io.BytesIO(blob)

    chain = (digest(BASE),)
    counts: list[int] = []
    runs = [snapshots.unpack(chain, open_blob, GZIP, counts.append) for _ in range(3)]
    infos = await asyncio.gather(*runs)
    assert len(opened) == 1
    assert counts[-1] == len(blob)
    assert set(infos) == {LayerInfo(diff_id=chain[0], size=len(b"rootlocalhosta12"))}
    assert await snapshots.layer(chain) == infos[0]
    assert await snapshots.has(chain)


async def test_another_diff_id_than_the_content_leaves_nothing(
    snapshots: Snapshotter, disk: Path
) -> None:
    chain = (digest(b"something else"),)
    with pytest.raises(InvalidParameter, match="tampered"):
        await unpack_as(snapshots, chain, BASE)
    assert not await snapshots.has(chain)
    assert await snapshots.layer(chain) is None
    await nothing_left(disk / "data/layers")


@pytest.mark.parametrize(
    "bad",
    [
        "sha512:" + "a" * 128,
        "sha256:" + "A" * 64,
        "sha256:" + "a" * 63,
        "sha256:../../x",
        "md5:" + "a" * 32,
        "",
        "sha256:" + "a" * 64 + "\n",
    ],
)
async def test_odd_digests_never_become_paths(bad: str, snapshots: Snapshotter) -> None:
    with pytest.raises(InvalidParameter):
        await unpack_as(snapshots, (bad,), BASE)
    with pytest.raises(InvalidParameter):
        await snapshots.has((bad,))
    with pytest.raises(InvalidParameter):
        await snapshots.remove_layer(bad)


async def test_only_archives_are_taken_as_layers(snapshots: Snapshotter) -> None:
    with pytest.raises(InvalidParameter, match="erofs"):
        await snapshots.unpack(
            (digest(BASE),),
            lambda: io.BytesIO(BASE),
            "application/vnd.erofs.layer.v1",
            lambda _count: None,
        )


@pytest.mark.parametrize("bad", ["", ".", "..", "../x", "a/b", "a\n", "x" * 200, ".trash"])
async def test_odd_snapshot_keys_never_become_paths(bad: str, snapshots: Snapshotter) -> None:
    with pytest.raises(InvalidParameter):
        await snapshots.prepare(bad, ())
    with pytest.raises(InvalidParameter):
        await snapshots.remove(bad)


async def test_what_follows_the_end_of_an_archive_counts_for_its_digest(
    snapshots: Snapshotter,
) -> None:
    await unpack(snapshots, BASE + b"anything " * 1000)
    with pytest.raises(InvalidParameter, match="tampered"):
        await unpack_as(snapshots, (digest(BASE),), BASE + b"x")


async def test_an_archive_compressed_twice_is_no_archive(snapshots: Snapshotter) -> None:
    with pytest.raises(InvalidParameter, match="not a tar archive"):
        await unpack(snapshots, gzip.compress(BASE + os.urandom(2000)))


async def test_a_layer_cut_off_leaves_nothing(snapshots: Snapshotter, disk: Path) -> None:
    cut = BASE[: len(BASE) // 2]
    with pytest.raises(InvalidParameter):
        await unpack_as(snapshots, (digest(BASE),), cut)
    assert await snapshots.layers() == []
    await nothing_left(disk / "data/layers")


async def test_cancelling_an_unpack_leaves_nothing(snapshots: Snapshotter, disk: Path) -> None:
    data = archive(member("big", os.urandom(30 << 20)))
    chain = (digest(data),)
    started = asyncio.Event()
    loop = asyncio.get_running_loop()
    blob = gzip.compress(data, 1)
    task = asyncio.create_task(
        snapshots.unpack(
            chain,
            lambda: io.BytesIO(blob),
            GZIP,
            lambda _count: loop.call_soon_threadsafe(started.set),
        )
    )
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not await snapshots.has(chain)
    await nothing_left(disk / "data/layers")


async def test_mounting_twice_gives_the_same_mount(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    assert await snapshots.mount("c1", chain) == root
    assert len(mounts_below(root)) == 1
    await snapshots.unmount("c1")
    assert not is_mounted(root)
    await snapshots.unmount("c1")
    await snapshots.unmount("never-seen")


async def test_what_a_container_wrote_outlives_unmounting(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    (root / "new").write_text("kept")
    await snapshots.unmount("c1")
    root = await snapshots.mount("c1", chain, read_only=True)
    assert (root / "new").read_text() == "kept"
    with pytest.raises(OSError, match="Read-only"):
        (root / "more").write_text("x")
    root = await snapshots.mount("c1", chain)
    (root / "more").write_text("x")


async def test_two_containers_do_not_see_each_other(snapshots: Snapshotter) -> None:
    one, chain = await container(snapshots, "c1", BASE)
    await snapshots.prepare("c2", chain)
    two = await snapshots.mount("c2", chain)
    (one / "etc/hosts").write_text("mine")
    assert (two / "etc/hosts").read_text() == "localhost"
    await snapshots.unmount("c1")
    assert (two / "etc/hosts").read_text() == "localhost"


async def test_many_containers_come_and_go_at_once(snapshots: Snapshotter, disk: Path) -> None:
    chain = await unpack(snapshots, BASE, archive(member("x", b"1")))

    async def live(key: str) -> None:
        await snapshots.prepare(key, chain)
        for _ in range(3):
            root = await snapshots.mount(key, chain)
            assert (root / "etc/hosts").read_text() == "localhost"
            (root / "mine").write_text(key)
            await snapshots.unmount(key)
        await snapshots.remove(key)

    async with asyncio.TaskGroup() as group:
        for number in range(16):
            group.create_task(live(f"c{number}"))
    assert mounts_below(disk) == []


async def test_preparing_the_same_key_twice_is_refused(snapshots: Snapshotter) -> None:
    await snapshots.prepare("c1", ())
    with pytest.raises(AlreadyExists):
        await snapshots.prepare("c1", ())


async def test_mounting_what_was_never_prepared_is_refused(snapshots: Snapshotter) -> None:
    with pytest.raises(NotFound):
        await snapshots.mount("c1", ())


async def test_a_missing_layer_is_named(snapshots: Snapshotter) -> None:
    with pytest.raises(SystemFailure, match="sha256:aaaa"):
        await snapshots.prepare("c1", ("sha256:" + "a" * 64,))


async def test_changes_are_told_as_docker_tells_them(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    (root / "etc/hosts").write_text("changed")
    (root / "etc/passwd").unlink()
    (root / "new").mkdir()
    (root / "new/file").write_text("x")
    for name in ("one", "two"):
        (root / "data" / name).unlink()
    (root / "data").rmdir()
    (root / "data").mkdir()
    (root / "data/two").write_text("again")
    (root / "gone").write_text("x")
    (root / "gone").unlink()
    expected = [
        Change(path="/data", kind="modified"),
        Change(path="/data/one", kind="deleted"),
        Change(path="/data/two", kind="modified"),
        Change(path="/etc", kind="modified"),
        Change(path="/etc/hosts", kind="modified"),
        Change(path="/etc/passwd", kind="deleted"),
        Change(path="/new", kind="added"),
        Change(path="/new/file", kind="added"),
    ]
    assert await snapshots.changes("c1", chain) == expected
    await snapshots.unmount("c1")
    assert await snapshots.changes("c1", chain) == expected


async def test_a_diff_unpacked_as_a_layer_gives_the_same_files(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    (root / "etc/hosts").write_text("changed")
    (root / "etc/passwd").unlink()
    (root / ("n" * 200)).mkdir(mode=0o711)
    (root / ("n" * 200) / "ü").write_text("x" * 100_000)
    os.chown(root / ("n" * 200) / "ü", 3_000_000, 5)
    os.setxattr(root / ("n" * 200) / "ü", "user.note", b"1")
    (root / "hard").hardlink_to(root / ("n" * 200) / "ü")
    (root / "link").symlink_to("../" * 60)
    os.mkfifo(root / "pipe")
    for name in ("one", "two"):
        (root / "data" / name).unlink()
    (root / "data").rmdir()
    (root / "data").mkdir()
    (root / "data/three").write_text("3")
    data = b"".join([piece async for piece in snapshots.diff("c1", chain)])
    with tarfile.open(fileobj=io.BytesIO(data)) as members:
        names = members.getnames()
        assert names == sorted(
            names, key=lambda name: name.replace(".wh..wh..opq", "").replace(".wh.", "")
        )
        assert "etc/.wh.passwd" in names
        assert "data/.wh..wh..opq" in names
    layer = (*chain, digest(data))
    await unpack_as(snapshots, layer, data)
    await snapshots.prepare("c2", layer)
    copy = await snapshots.mount("c2", layer)
    assert tree(copy) == tree(root)
    status = (copy / "hard").stat()
    assert (status.st_uid, status.st_gid, status.st_nlink) == (3_000_000, 5, 2)
    assert os.getxattr(copy / "hard", "user.note") == b"1"
    assert await snapshots.changes("c2", layer) == []


async def test_leaving_a_diff_early_is_no_error(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    (root / "big").write_bytes(bytes(5 << 20))
    async with aclosing(snapshots.diff("c1", chain)) as pieces:
        async for _piece in pieces:
            break


async def test_a_file_that_shrinks_meanwhile_does_not_spoil_a_diff(
    snapshots: Snapshotter,
) -> None:
    root, chain = await container(snapshots, "c1", BASE)
    (root / "a-log").write_bytes(b"x" * (3 << 20))
    (root / "b").write_text("after")
    pieces = []
    async for piece in snapshots.diff("c1", chain):
        pieces.append(piece)
        os.truncate(root / "a-log", 10)
    with tarfile.open(fileobj=io.BytesIO(b"".join(pieces))) as members:
        assert members.getmember("a-log").size == 3 << 20
        assert members.extractfile("b").read() == b"after"


async def test_usage_counts_linked_files_once(snapshots: Snapshotter) -> None:
    root, _ = await container(snapshots, "c1", BASE)
    before = await snapshots.usage("c1")
    (root / "a").write_bytes(b"x" * 1000)
    (root / "b").hardlink_to(root / "a")
    after = await snapshots.usage("c1")
    assert (after.size - before.size, after.inodes - before.inodes) == (1000, 1)


async def test_a_view_is_the_image_alone(snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE, archive(member("x", b"1")))
    (root / "new").write_text("x")
    for length in (0, 1, 2):
        view = await snapshots.view(chain[:length])
        assert ("etc/hosts" in tree(view)) == (length > 0)
        assert not (view / "new").exists()
        with pytest.raises(OSError, match="Read-only"):
            (view / "x").write_text("x")
        await snapshots.unmount(str(view.name))
        assert not view.exists()


async def test_a_removed_snapshot_is_gone(snapshots: Snapshotter, disk: Path) -> None:
    root, _ = await container(snapshots, "c1", BASE)
    (root / "x").write_text("x")
    deep = root
    for _ in range(300):
        deep = deep / "d"
        deep.mkdir()
    await snapshots.remove("c1")
    await snapshots.remove("c1")
    assert await snapshots.snapshots() == []
    assert not root.exists()
    await nothing_left(disk / "data/snapshots")


async def test_a_removed_layer_gives_its_space_back(snapshots: Snapshotter, disk: Path) -> None:
    data = archive(member("big", os.urandom(1 << 20)))
    chain = await unpack(snapshots, BASE, data)
    assert await snapshots.remove_layer(chain[1]) >= 1 << 20
    assert await snapshots.remove_layer(chain[1]) == 0
    assert not await snapshots.has(chain)
    assert await snapshots.has(chain[:1])
    await unpack_as(snapshots, chain, data)
    assert await snapshots.has(chain)


async def test_the_next_daemon_finds_everything(make: Make, snapshots: Snapshotter) -> None:
    root, chain = await container(snapshots, "c1", BASE, archive(member("lib/x", b"1")))
    (root / "new").write_text("x")
    following = make()
    await following.recover()
    assert sorted(await following.layers()) == sorted(await snapshots.layers())
    assert await following.snapshots() == ["c1"]
    assert await following.mount("c1", chain) == root
    assert (root / "new").read_text() == "x"
    await following.unmount("c1")
    assert not is_mounted(root)
    root = await following.mount("c1", chain)
    assert (root / "usr/lib/x").read_text() == "1"
    await following.close()


async def test_recovery_sweeps_what_was_half_made(make: Make, disk: Path) -> None:
    layers, snapshots = disk / "data/layers", disk / "data/snapshots"
    for path in (
        layers / ("a" * 64 + ".1234.tmp/fs"),
        layers / ("b" * 64) / "fs",
        layers / ".trash/x/y",
        snapshots / "c1.1234.tmp/upper",
        snapshots / ".trash/x/y",
        snapshots / "view-1234",
    ):
        path.mkdir(parents=True)
    (layers / ("a" * 64 + ".1234.tmp/fs/file")).write_text("half")
    snapshotter = make()
    await snapshotter.recover()
    assert await snapshotter.layers() == []
    assert await snapshotter.snapshots() == []
    await nothing_left(layers)
    await nothing_left(snapshots)
    await snapshotter.close()


async def test_more_layers_than_fit_into_mount_options_can_be_mounted(
    snapshots: Snapshotter,
) -> None:
    layers = [archive(member(f"file{number}", b"x")) for number in range(125)]
    root, _ = await container(snapshots, "c1", *layers)
    assert len(tree(root)) == 125


async def test_other_users_cannot_enter_the_store(snapshots: Snapshotter, disk: Path) -> None:
    await container(snapshots, "c1", BASE)
    for path in (disk / "data/snapshots/c1", disk / "data/layers", disk / "data/snapshots"):
        assert not path.stat().st_mode & 0o006


async def test_a_bomb_leaves_nothing(disk: Path) -> None:
    paths = Paths(data=disk / "data", exec=disk / "exec")
    snapshots = OverlaySnapshotter(paths, DirectoryLayers, Limits(size=1 << 20))
    await snapshots.recover()
    data = archive(member("zeros", bytes(8 << 20)))
    with pytest.raises(InvalidParameter, match="more than"):
        await unpack(snapshots, data)
    await nothing_left(disk / "data/layers")
    await snapshots.close()


async def test_a_full_disk_is_told_and_leaves_nothing(make: Make, disk: Path) -> None:
    (disk / "data").mkdir()
    mount("none", disk / "data", "tmpfs", 0, "size=8m,mode=755")
    snapshots = make()
    try:
        await snapshots.recover()
        with pytest.raises(SystemFailure, match="o space left"):
            await unpack(snapshots, archive(member("big", os.urandom(12 << 20))))
        assert await snapshots.layers() == []
        await nothing_left(disk / "data/layers")
        await unpack(snapshots, BASE)
    finally:
        await snapshots.close()
        unmount(disk / "data")


async def nothing_left(folder: Path) -> None:
    """Wait until only the fixed parts of a folder remain, with an empty trash."""
    trash = folder / ".trash"
    async with asyncio.timeout(10):
        while any(  # noqa: ASYNC110 - the trash tells nobody when it is empty
            entry.name not in (".trash", ".empty") for entry in folder.iterdir()
        ) or (trash.exists() and any(trash.iterdir())):
            await asyncio.sleep(0.01)
