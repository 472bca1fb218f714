"""Volumes on the real file system."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
import pytest

from davit_engine.config import Config
from davit_engine.errors import Conflict, InvalidParameter, NotFound, SystemFailure
from davit_engine.events import EventBus
from davit_engine.kernel import mounts
from davit_engine.lookup import Filters
from davit_engine.store import Delete, Store
from davit_engine.volumes import ANONYMOUS, Volumes


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "data").mkdir()
    return Config(data_root=tmp_path / "data", exec_root=tmp_path / "exec")


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    opened = Store(config.paths.database)
    yield opened
    opened.close()


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
async def volumes(config: Config, store: Store, events: EventBus) -> AsyncIterator[Volumes]:
    made = Volumes(config, store, events)
    await made.start()
    yield made
    assert mounts.mounts_below(config.paths.volumes) == []


async def restarted(config: Config, store: Store) -> Volumes:
    made = Volumes(config, store, EventBus())
    await made.start()
    return made


async def test_creating_twice_gives_the_same_volume(volumes: Volumes, events: EventBus) -> None:
    first = await volumes.create("data", labels={"a": "b"})
    second = await volumes.create("data", labels={"c": "d"})
    assert first == second == volumes.get("data")
    assert volumes.path("data").is_dir()
    assert [(e.action, e.id) for e in events.since(0)] == [("create", "data")]


async def test_creating_at_once_gives_the_same_volume(volumes: Volumes) -> None:
    made = await asyncio.gather(*(volumes.create("data") for _ in range(5)))
    assert len({volume.created_ns for volume in made}) == 1


async def test_an_empty_name_makes_an_anonymous_volume(volumes: Volumes) -> None:
    volume = await volumes.create("")
    assert len(volume.name) == 64
    assert volume.anonymous
    assert volume.labels == {ANONYMOUS: ""}


@pytest.mark.parametrize("name", ["a", "../x", "a/b", ".trash", "-x", "a b", "a\0b", "x" * 300])
async def test_bad_names_are_refused(volumes: Volumes, name: str, config: Config) -> None:
    with pytest.raises(InvalidParameter):
        await volumes.create(name)
    assert [entry.name for entry in config.paths.volumes.iterdir()] == [".trash"]


@pytest.mark.parametrize(
    ("driver", "options", "error"),
    [
        ("nfs4ever", {}, NotFound),
        ("local", {"colour": "red"}, InvalidParameter),
        ("local", {"type": "tmpfs"}, InvalidParameter),
        ("local", {"type": "tmpfs", "device": "tmpfs", "size": "1m"}, InvalidParameter),
    ],
)
async def test_bad_drivers_and_options_are_refused(
    volumes: Volumes, driver: str, options: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await volumes.create("data", driver, options)


async def test_a_volume_in_use_is_not_removed(volumes: Volumes) -> None:
    await volumes.create("data")
    volumes.containers_using = lambda name: ["c1", "c2"] if name == "data" else []
    with pytest.raises(Conflict, match=r"remove data: volume is in use - \[c1, c2\]"):
        await volumes.remove("data")
    volumes.containers_using = lambda name: []
    await volumes.remove("data")
    with pytest.raises(NotFound, match="get data: no such volume"):
        volumes.get("data")
    with pytest.raises(NotFound):
        await volumes.remove("data")
    await volumes.remove("data", force=True)


async def test_a_removed_volume_leaves_no_files(volumes: Volumes, config: Config) -> None:
    await volumes.create("data")
    (volumes.path("data") / "deep/er").mkdir(parents=True)
    (volumes.path("data") / "deep/er/file").write_text("x")
    await volumes.remove("data")
    assert [entry.name for entry in config.paths.volumes.iterdir()] == [".trash"]
    assert list((config.paths.volumes / ".trash").iterdir()) == []
    await volumes.create("data")
    assert list(volumes.path("data").iterdir()) == []


async def test_volumes_survive_a_restart(volumes: Volumes, config: Config, store: Store) -> None:
    volume = await volumes.create("data", labels={"a": "b"})
    assert (await restarted(config, store)).get("data") == volume


async def test_a_removal_that_was_cut_short_is_finished(
    volumes: Volumes, config: Config, store: Store
) -> None:
    await volumes.create("data")
    root = config.paths.volumes
    (root / "data").rename(root / ".trash" / "data@0011223344556677")
    again = await restarted(config, store)
    with pytest.raises(NotFound):
        again.get("data")
    assert list((root / ".trash").iterdir()) == []


async def test_a_volume_that_the_database_lost_is_taken_back(
    volumes: Volumes, config: Config, store: Store
) -> None:
    volume = await volumes.create("data")
    (volumes.path("data") / "file").write_text("precious")
    await store.commit([Delete("volumes", "data")])
    again = await restarted(config, store)
    assert again.get("data") == volume
    assert (again.path("data") / "file").read_text() == "precious"


async def test_files_that_are_no_volumes_are_left_alone(config: Config, store: Store) -> None:
    root = config.paths.volumes
    (root / "strange").mkdir(parents=True)
    (root / "strange/volume.json").write_text("{")
    (root / "renamed").mkdir()
    (root / "renamed/volume.json").write_bytes(msgspec.json.encode({"name": "x", "created_ns": 1}))
    again = await restarted(config, store)
    assert again.list(Filters()) == []
    assert (root / "strange").is_dir()


async def test_list_filters(volumes: Volumes) -> None:
    await volumes.create("one", labels={"a": "b"})
    await volumes.create("two")
    volumes.containers_using = lambda name: ["c"] if name == "two" else []

    def names(**terms: str) -> list[str]:
        filters = Filters({key: (value,) for key, value in terms.items()})
        return [volume.name for volume in volumes.list(filters)]

    assert names() == ["one", "two"]
    assert names(label="a=b") == ["one"]
    assert names(name="tw") == ["two"]
    assert names(dangling="true") == ["one"]
    assert names(dangling="false") == ["two"]
    assert names(driver="other") == []


async def test_prune_takes_anonymous_volumes_unless_told_all(volumes: Volumes) -> None:
    anonymous = await volumes.create("")
    (volumes.path(anonymous.name) / "file").write_bytes(b"x" * 1000)
    await volumes.create("named")
    await volumes.create("used")
    await volumes.create("kept", labels={"keep": "yes"})
    volumes.containers_using = lambda name: ["c"] if name == "used" else []
    assert await volumes.prune(Filters()) == ([anonymous.name], 1000)
    names, _ = await volumes.prune(Filters({"label!": ("keep",)}), all=True)
    assert names == ["named"]


async def test_usage_counts_each_file_once(volumes: Volumes) -> None:
    await volumes.create("data")
    path = volumes.path("data")
    (path / "folder").mkdir()
    (path / "folder/file").write_bytes(b"x" * 500)
    (path / "again").hardlink_to(path / "folder/file")
    assert await volumes.usage("data") == 500


# Copy-up


@pytest.fixture
def rootfs(tmp_path: Path) -> Path:
    """An image with a folder of every kind of file."""
    root = tmp_path / "rootfs"
    folder = root / "var/lib/app"
    folder.mkdir(parents=True)
    (folder / "file").write_text("content")
    (folder / "same").hardlink_to(folder / "file")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "deep").mkdir()
    (folder / "deep/tool").write_text("#!")
    with (folder / "sparse").open("wb") as file:
        file.truncate(1 << 30)
        file.write(b"start")
    return root


@pytest.mark.root
async def test_an_empty_volume_takes_the_files_of_the_image(volumes: Volumes, rootfs: Path) -> None:
    source = rootfs / "var/lib/app"
    os.chown(source, 70, 71)
    source.chmod(0o1770)
    os.chown(source / "deep/tool", 33, 34)
    (source / "deep/tool").chmod(0o4755)
    os.setxattr(source / "file", "user.note", b"kept")
    os.lchown(source / "link", 5, 6)
    os.mkfifo(source / "pipe", 0o620)
    os.mknod(source / "null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
    os.utime(source / "deep", ns=(1_000_000_001, 2_000_000_002))
    await volumes.create("data")
    await volumes.copy_up(rootfs, "/var/lib/app", "data")
    copy = volumes.path("data")

    def facts(path: Path) -> tuple[int, ...]:
        s = path.lstat()
        return (s.st_mode, s.st_uid, s.st_gid, s.st_mtime_ns, s.st_rdev, s.st_nlink)

    names = sorted(str(path.relative_to(source)) for path in source.rglob("*"))
    assert sorted(str(path.relative_to(copy)) for path in copy.rglob("*")) == names
    for name in [".", *names]:
        assert facts(copy / name) == facts(source / name), name
    assert (copy / "file").read_text() == "content"
    assert os.getxattr(copy / "file", "user.note") == b"kept"
    assert (copy / "link").readlink() == Path("/etc/passwd")
    assert (copy / "file").samefile(copy / "same")
    assert (copy / "sparse").stat().st_blocks < 100
    assert not (copy.parent / "filling").exists()


async def test_a_volume_that_holds_something_is_left_as_it_is(
    volumes: Volumes, rootfs: Path
) -> None:
    await volumes.create("data")
    (volumes.path("data") / "mine").touch()
    await volumes.copy_up(rootfs, "/var/lib/app", "data")
    assert [entry.name for entry in volumes.path("data").iterdir()] == ["mine"]


@pytest.mark.root
async def test_a_volume_that_others_have_mounted_is_filled_in_place(
    volumes: Volumes, rootfs: Path
) -> None:
    await volumes.create("data")
    volumes.containers_using = lambda name: ["this", "other"]
    before = volumes.path("data").stat().st_ino
    await volumes.copy_up(rootfs, "/var/lib/app", "data")
    assert volumes.path("data").stat().st_ino == before
    assert (volumes.path("data") / "file").exists()


async def test_what_the_image_does_not_have_is_not_copied(volumes: Volumes, rootfs: Path) -> None:
    await volumes.create("data")
    for source in ("/nowhere", "/var/lib/app/file"):
        await volumes.copy_up(rootfs, source, "data")
    assert list(volumes.path("data").iterdir()) == []


@pytest.mark.root
async def test_links_lead_nowhere_outside_the_image(
    volumes: Volumes, rootfs: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("x")
    (rootfs / "absolute").symlink_to(secret)
    (rootfs / "climbing").symlink_to("../" * 20 + str(secret).lstrip("/"))
    (rootfs / "magic").symlink_to("/proc/self/root")
    await volumes.create("data")
    for source in ("/absolute", "/climbing", "/magic", "/../../../" + str(secret)):
        await volumes.copy_up(rootfs, source, "data")
        assert list(volumes.path("data").iterdir()) == []
    (rootfs / "inside").symlink_to("/var/lib")
    await volumes.copy_up(rootfs, "/inside/app", "data")
    assert (volumes.path("data") / "file").exists()


# Options


@pytest.mark.root
async def test_a_tmpfs_volume_is_mounted_while_containers_use_it(
    volumes: Volumes, events: EventBus
) -> None:
    options = {"type": "tmpfs", "device": "tmpfs", "o": "size=1m,nosuid"}
    await volumes.create("data", "local", options)
    path = await volumes.mount("data", "c1", "/x", True)
    assert await volumes.mount("data", "c2", "/y", False) == path
    (path / "file").touch()
    await volumes.unmount("data", "c1")
    assert (path / "file").exists()
    await volumes.unmount("data", "c2")
    assert not (path / "file").exists()
    actions = [event.action for event in events.since(0)]
    assert actions == ["create", "mount", "mount", "unmount", "unmount"]


@pytest.mark.root
async def test_a_folder_of_the_host_as_volume_outlives_it(volumes: Volumes, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "file").write_text("precious")
    options = {"type": "none", "device": str(folder), "o": "bind"}
    await volumes.create("data", "local", options)
    path = await volumes.mount("data", "c1", "/x", True)
    assert (path / "file").read_text() == "precious"
    await volumes.remove("data")
    assert (folder / "file").read_text() == "precious"


@pytest.mark.root
async def test_a_device_that_cannot_be_mounted_is_named(volumes: Volumes, tmp_path: Path) -> None:
    options = {"type": "none", "device": str(tmp_path / "gone"), "o": "bind"}
    await volumes.create("data", "local", options)
    with pytest.raises(SystemFailure, match=r"failed to mount local volume.*no such file"):
        await volumes.mount("data", "c1", "/x", True)
    await volumes.create("odd", "local", {"type": "nofs", "device": "x"})
    with pytest.raises(SystemFailure, match="failed to mount local volume"):
        await volumes.mount("odd", "c1", "/x", True)


async def test_what_is_being_copied_is_not_deleted(volumes: Volumes) -> None:
    await volumes.create("data")
    async with volumes.opened("data", copying=True) as folder:
        assert folder == volumes.path("data")
        with pytest.raises(Conflict, match="being copied"):
            await volumes.remove("data")
        assert await volumes.prune(Filters(), all=True) == ([], 0)
    async with volumes.opened("data"):
        await volumes.remove("data")
    with pytest.raises(NotFound):
        async with volumes.opened("data"):
            pass


async def test_a_look_tells_nobody(volumes: Volumes, events: EventBus) -> None:
    await volumes.create("data")
    async with volumes.opened("data"):
        pass
    assert [event.action for event in events.since(0)] == ["create"]
