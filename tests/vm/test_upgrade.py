"""An upgrade is wholly done or wholly undone, wherever it is interrupted."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from davit_vm import provision, upgrade
from davit_vm.config import MIB
from davit_vm.errors import ImageDamaged
from davit_vm.paths import Paths
from davit_vm.qemu.disk import DataDisk
from davit_vm.qemu.guest_image import GuestImage
from fakes.tiny_image import make_image


class World:
    """A machine at version `old` whose data disk says what was last written to it."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths(home=folder / "m", runtime=folder / "m" / "run")
        self.paths.home.mkdir()
        tool = shutil.which("qemu-img")
        assert tool is not None
        self.disk = DataDisk(Path(tool), self.paths.data_disk)
        self.old = provision.lay_out(make_image(folder / "old", "old"), self.paths)
        provision.use(self.old, self.paths)
        self.new = provision.lay_out(make_image(folder / "new", "new"), self.paths)

    def current(self) -> str:
        image = provision.current_image(self.paths)
        assert image is not None
        return image.version


@pytest.fixture
async def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    await world.disk.create(64 * MIB)
    return world


async def test_a_confirmed_upgrade_stays(world: World) -> None:
    await upgrade.begin(world.paths, world.disk, world.old, world.new)
    assert world.current() == "new"
    upgrade.confirm(world.paths)
    assert await upgrade.settle(world.paths, world.disk) is None
    assert world.current() == "new"
    await upgrade.tidy(world.paths, world.disk)
    assert await world.disk.snapshots() == ()


async def test_an_upgrade_that_is_not_confirmed_is_put_back_with_the_data(world: World) -> None:
    await upgrade.begin(world.paths, world.disk, world.old, world.new)
    await world.disk.grow(96 * MIB)
    back = await upgrade.settle(world.paths, world.disk)
    assert back is not None
    assert back.version == world.current() == "old"
    assert world.disk.info().size == 64 * MIB
    assert await world.disk.snapshots() == ()
    assert not upgrade.goes_on(world.paths)


async def test_settling_twice_is_not_an_error(world: World) -> None:
    await upgrade.begin(world.paths, world.disk, world.old, world.new)
    await upgrade.settle(world.paths, world.disk)
    assert await upgrade.settle(world.paths, world.disk) is None


Step = Callable[[World], Awaitable[None]]


async def _no_snapshot(world: World) -> None:
    await world.disk.delete_snapshot("before-upgrade")
    provision.use(world.old, world.paths)


async def _old_image_still(world: World) -> None:
    provision.use(world.old, world.paths)


async def _reverted(world: World) -> None:
    await world.disk.revert("before-upgrade")


async def _reverted_and_back(world: World) -> None:
    await _reverted(world)
    await _no_snapshot(world)


@pytest.mark.parametrize(
    "cut", [_no_snapshot, _old_image_still, _reverted, _reverted_and_back], ids=lambda f: f.__name__
)
async def test_a_cut_anywhere_leads_back_to_the_old_image(world: World, cut: Step) -> None:
    await upgrade.begin(world.paths, world.disk, world.old, world.new)
    await cut(world)
    await upgrade.settle(world.paths, world.disk)
    assert world.current() == "old"
    assert await world.disk.snapshots() == ()


async def test_the_next_upgrade_does_not_trip_over_the_last_ones_snapshot(world: World) -> None:
    await upgrade.begin(world.paths, world.disk, world.old, world.new)
    upgrade.confirm(world.paths)
    await upgrade.begin(world.paths, world.disk, world.new, world.old)
    assert await world.disk.snapshots() == ("before-upgrade",)
    await upgrade.settle(world.paths, world.disk)
    assert world.current() == "new"


def test_confirming_nothing_is_not_an_error(tmp_path: Path) -> None:
    upgrade.confirm(Paths(home=tmp_path, runtime=tmp_path))


def test_an_image_that_is_not_what_its_manifest_says_is_not_laid_out(tmp_path: Path) -> None:
    paths = Paths(home=tmp_path / "m", runtime=tmp_path / "m" / "run")
    paths.home.mkdir()
    source = make_image(tmp_path / "image", "v1")
    (source / "kernel").write_bytes(b"kernel of w1")
    with pytest.raises(ImageDamaged):
        provision.lay_out(source, paths)
    assert list(paths.images.iterdir()) == []


def test_laying_out_again_finds_what_is_there(tmp_path: Path) -> None:
    paths = Paths(home=tmp_path / "m", runtime=tmp_path / "m" / "run")
    paths.home.mkdir()
    source = make_image(tmp_path / "image", "v1")
    first = provision.lay_out(source, paths)
    (paths.images / ".v1.new").mkdir()
    assert isinstance(provision.lay_out(source, paths), GuestImage)
    provision.use(first, paths)
    provision.forget_images(paths, {"v1"})
    assert sorted(path.name for path in paths.images.iterdir()) == ["current", "v1"]
