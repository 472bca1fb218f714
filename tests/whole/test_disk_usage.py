"""`docker system df` and what prune gives back, against what lies on the disk."""

import os
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root


@pytest.fixture(scope="module")
def image(engine: Engine, registry: Registry) -> str:
    reference = registry.image("busybox:latest")
    engine.docker("pull", "-q", reference)
    return reference


def on_disk(*folders: Path) -> int:
    """As `du --apparent-size` without the folders themselves, each file once."""
    sizes: dict[tuple[int, int], int] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                status = os.lstat(Path(parent, name))
                sizes[status.st_dev, status.st_ino] = status.st_size
    return sum(sizes.values())


def ran(engine: Engine, image: str, script: str, *options: str) -> str:
    """The id of a container that has run a script to its end."""
    id = engine.docker("create", *options, image, "sh", "-c", script).stdout.strip()
    engine.docker("start", "-a", id)
    return id


def usage(engine: Engine) -> Any:
    return engine.request("GET", "/system/df").json()


def stored(engine: Engine) -> int:
    return on_disk(engine.data_root / "layers", engine.data_root / "blobs")


def test_images_sum_to_what_lies_on_the_disk(engine: Engine, image: str) -> None:
    container = ran(engine, image, "head -c 300000 /dev/urandom > /big")
    engine.docker("commit", container, "grown:1")
    told = usage(engine)
    # Besides, du counts the records of the layers and what fills their blocks.
    assert 0 <= stored(engine) - told["LayersSize"] < 0.06 * told["LayersSize"]
    rows = told["Images"]
    shared = max(row["SharedSize"] for row in rows)
    own = sum(row["Size"] - row["SharedSize"] for row in rows)
    assert own + shared <= told["LayersSize"]
    grown = next(row for row in rows if row["RepoTags"] == ["grown:1"])
    assert grown["Size"] - grown["SharedSize"] > 600_000
    assert engine.docker("system", "df").stdout.startswith("TYPE")
    before = stored(engine)
    engine.docker("rm", container)
    engine.docker("rmi", "grown:1")
    assert before - stored(engine) == pytest.approx(600_000, rel=0.05)


def test_prune_gives_back_what_it_says(engine: Engine, image: str) -> None:
    container = ran(engine, image, "head -c 300000 /dev/urandom > /big")
    engine.docker("commit", container)
    engine.docker("rm", container)
    before = stored(engine)
    given_back = engine.request("POST", "/images/prune").json()["SpaceReclaimed"]
    assert given_back > 600_000
    assert before - stored(engine) == pytest.approx(given_back, rel=0.05)


def test_containers_and_volumes_are_counted_to_the_byte(engine: Engine, image: str) -> None:
    script = (
        "head -c 5000 /dev/zero > /own; ln /own /same; head -c 70000 /dev/zero > /data/a;"
        "mkdir /data/deep; ln /data/a /data/deep/b; ln -s a /data/link"
    )
    container = ran(engine, image, script, "-v", "counted:/data")
    told = usage(engine)
    (row,) = told["Containers"]
    (volume,) = told["Volumes"]
    assert row["SizeRw"] == 5000
    assert row["SizeRootFs"] > 5000
    assert volume["UsageData"] == {
        "RefCount": 1,
        "Size": on_disk(engine.data_root / "volumes/counted/_data"),
    }
    only = engine.request("GET", "/system/df?type=volume&type=container").json()
    assert only["Images"] is None
    assert (len(only["Volumes"]), len(only["Containers"])) == (1, 1)
    engine.docker("rm", "-v", container)
