"""Places and programs for the tests of snapshots."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.config import Paths
from davit_engine.kernel.mounts import mounts_below, unmount
from images.build import DEFAULT_CACHE
from images.erofs_utils import mkfs_erofs as find_mkfs_erofs


@pytest.fixture
def paths() -> Iterator[Paths]:
    """Folders on a real disk; nothing may stay mounted in them."""
    with tempfile.TemporaryDirectory(prefix="davit-snapshots-", dir="/var/tmp") as name:
        folder = Path(name)
        yield Paths(data=folder / "data", exec=folder / "exec")
        left = mounts_below(folder)
        for point in left:
            unmount(point, detach=True)
        assert left == []


@pytest.fixture(scope="session")
def mkfs_erofs() -> str:
    cache = Path(os.environ.get("DAVIT_TEST_CACHE", DEFAULT_CACHE))
    return str(find_mkfs_erofs(cache))
