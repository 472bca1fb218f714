"""RUN --mount=type=bind,rw: files that a step may change, and nobody keeps what it did."""

import contextlib
import os
import shutil
import stat
from collections.abc import AsyncIterator
from pathlib import Path

from davit_engine import lookup
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.mounts import unmount
from davit_engine.kernel.overlayfs import mount_overlay


@contextlib.asynccontextmanager
async def changeable(source: Path, folder: Path) -> AsyncIterator[Path]:
    """The same with changes of its own, as long as the step runs; `folder` is the build's."""
    place = folder / lookup.new_id()
    path = await finished(None, _made, source, place)
    try:
        yield path
    finally:
        await finished(None, unmount, path, detach=True)


def _made(source: Path, place: Path) -> Path:
    status = source.stat()
    place.mkdir(mode=0o700)
    if not stat.S_ISDIR(status.st_mode):
        copy = place / "file"
        shutil.copy2(source, copy)
        os.chown(copy, status.st_uid, status.st_gid)
        return copy
    upper, work, merged = (place / name for name in ("upper", "work", "merged"))
    for one in (upper, work, merged):
        one.mkdir()
    # The folder itself looks as its upper part does.
    os.chown(upper, status.st_uid, status.st_gid)
    upper.chmod(stat.S_IMODE(status.st_mode))
    mount_overlay(merged, [source], upper=upper, work=work)
    return merged
