"""Read the guest's console log while QEMU writes it."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import BinaryIO

CHUNK = 65_536


async def read_log(path: Path, *, follow: bool, every: float = 0.1) -> AsyncGenerator[bytes, None]:
    """Its bytes from the start; with `follow` also what comes, across new boots, for ever.

    Nothing that all systems have tells of a file's growth, so it is looked
    at `every` so many seconds.
    """
    file: BinaryIO | None = None
    try:
        while True:
            if file is None or _replaced(path, file):
                if file is not None:
                    file.close()
                file = _open(path)
            chunk = await asyncio.to_thread(file.read, CHUNK) if file is not None else b""
            if chunk:
                yield chunk
            elif not follow:
                return
            else:
                await asyncio.sleep(every)
    finally:
        if file is not None:
            file.close()


def bound(path: Path, limit: int = 8 * 1024 * 1024) -> None:
    """Put a log that has grown too long aside, in the place of the one before.

    QEMU appends to the file wherever it ends, so it can be emptied under it.
    """
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size > limit:
            shutil.copyfile(path, path.with_name(path.name + ".1"))
            os.truncate(path, 0)


def _open(path: Path) -> BinaryIO | None:
    try:
        return path.open("rb")
    except FileNotFoundError:
        return None


def _replaced(path: Path, file: BinaryIO) -> bool:
    """Whether another boot has begun: another file, or the same one emptied."""
    try:
        now = path.stat()
    except FileNotFoundError:
        return False
    mine = os.fstat(file.fileno())
    return (now.st_dev, now.st_ino) != (mine.st_dev, mine.st_ino) or now.st_size < file.tell()
