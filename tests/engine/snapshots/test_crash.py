"""A daemon killed at any step of unpacking leaves whole layers or none."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from davit_engine.config import Paths
from davit_engine.kernel.mounts import mounts_below

sys.path.insert(0, str(Path(__file__).parent))
import dying_unpack

pytestmark = pytest.mark.root


@contextmanager
def victims(paths: Paths, mkfs: str) -> Iterator[Callable[[int], bool]]:
    """Unpacks until a step; whether it was killed there."""
    with subprocess.Popen(
        [sys.executable, dying_unpack.__file__, str(paths.data), mkfs],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None

        def run(step: int) -> bool:
            print(step, file=server.stdin, flush=True)
            status = int(server.stdout.readline())
            assert status in (0, -9)
            return status == -9

        yield run
        server.stdin.close()


@pytest.mark.parametrize("form", ["directory", "erofs"])
async def test_no_half_layer_is_ever_seen(
    form: str, paths: Paths, request: pytest.FixtureRequest
) -> None:
    mkfs = "-" if form == "directory" else request.getfixturevalue("mkfs_erofs")
    with victims(paths, mkfs) as run:
        await check(paths, mkfs, run)


async def check(paths: Paths, mkfs: str, run: Callable[[int], bool]) -> None:
    chain = dying_unpack.chain()
    seen: set[int] = set()
    step = 0
    while run(step):
        snapshots = dying_unpack.snapshotter(paths.data, mkfs)
        await snapshots.recover()
        assert mounts_below(paths.data) == []
        found = [depth for depth in (1, 2) if await snapshots.has(chain[:depth])]
        seen.add(len(found))
        for depth in found:
            view = await snapshots.view(chain[:depth])
            names = sorted(path.name for path in (view / "usr/lib").iterdir())
            assert names == ["a", "b"][:depth]
            assert (view / "usr/lib/a").read_bytes() == b"x" * 3000
            await snapshots.unmount(view.name)
        if step % 3 == 0:  # what was left is no hindrance
            await dying_unpack.unpack(snapshots)
            assert await snapshots.has(chain)
        for key in await snapshots.layers():
            await snapshots.remove_layer(key)
        await snapshots.close()
        step += 1
    assert step > 20
    assert seen == {0, 1, 2}
