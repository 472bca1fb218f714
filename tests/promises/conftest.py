"""Places and programs for the suites of promises."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.kernel.mounts import mounts_below, unmount
from images.build import DEFAULT_CACHE
from images.erofs_utils import mkfs_erofs as find_mkfs_erofs


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder on a real disk, on which overlayfs can write; nothing may stay mounted in it."""
    with tempfile.TemporaryDirectory(prefix="davit-promises-", dir="/var/tmp") as name:
        folder = Path(name)
        yield folder
        left = mounts_below(folder)
        for point in left:
            unmount(point, detach=True)
        assert left == []


@pytest.fixture(scope="session")
def mkfs_erofs() -> str:
    cache = Path(os.environ.get("DAVIT_TEST_CACHE", DEFAULT_CACHE))
    return str(find_mkfs_erofs(cache))
