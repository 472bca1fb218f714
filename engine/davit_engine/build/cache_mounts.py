"""What RUN --mount=type=cache keeps between builds: a folder for each id."""

import asyncio
import contextlib
import hashlib
import os
import shutil
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.build.mounts import RunMount
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.copytree import copy_content
from davit_engine.kernel.trees import walk

_NAME: Final = "id"
_FILES: Final = "files"


class CacheMount(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    id: str
    size: int
    """Bytes of its files."""
    created_ns: int
    used_ns: int
    in_use: bool


class CacheMounts:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._users: dict[str, int] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._making = threading.Lock()

    @contextlib.asynccontextmanager
    async def taken(self, id: str, mount: RunMount, seed: int | None = None) -> AsyncIterator[Path]:
        """The folder to mount; a new one begins with what is in the folder `seed`.

        `locked` waits for others, `private` takes a folder that nobody uses, `shared` any.
        """
        async with contextlib.AsyncExitStack() as stack:
            key = _key(id)
            if mount.sharing == "locked":
                lock = self._locks.setdefault(key, asyncio.Lock())
                await stack.enter_async_context(lock)
            if mount.sharing == "private":
                count = 0
                while self._users.get(key):
                    count += 1
                    key = _key(f"{id}\0{count}")
            self._users[key] = self._users.get(key, 0) + 1
            try:
                yield await finished(None, self._made, key, id, mount, seed)
            finally:
                self._users[key] -= 1
                if not self._users[key]:
                    del self._users[key]

    def _made(self, key: str, id: str, mount: RunMount, seed: int | None) -> Path:
        with self._making:
            return self._make(key, id, mount, seed)

    def _make(self, key: str, id: str, mount: RunMount, seed: int | None) -> Path:
        folder = self._folder / key
        files = folder / _FILES
        if not files.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            (folder / _NAME).write_text(id)
            new = folder / f"{_FILES}.new"
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            if seed is not None:
                target = os.open(new, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                try:
                    copy_content(seed, target)
                finally:
                    os.close(target)
            os.chown(new, mount.uid, mount.gid)
            new.chmod(0o755 if mount.mode is None else mount.mode)
            new.rename(files)
        os.utime(folder / _NAME)
        return files

    async def mounts(self) -> list[CacheMount]:
        return await finished(None, self._list)

    def _list(self) -> list[CacheMount]:
        found = []
        for folder in sorted(self._folder.iterdir()):
            with contextlib.suppress(FileNotFoundError):
                root = os.open(folder / _FILES, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                try:
                    size = sum(node.status.st_size for node in walk(root) if not node.is_directory)
                finally:
                    os.close(root)
                found.append(
                    CacheMount(
                        key=folder.name,
                        id=(folder / _NAME).read_text(),
                        size=size,
                        created_ns=folder.stat().st_mtime_ns,
                        used_ns=(folder / _NAME).stat().st_mtime_ns,
                        in_use=folder.name in self._users,
                    )
                )
        return found

    async def remove(self, key: str) -> None:
        """Delete one that no step uses now."""
        if key not in self._users:
            await finished(None, shutil.rmtree, self._folder / key, ignore_errors=True)


def _key(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:25]
