"""Which shared folder a path of the host lies in, and what it is called in the guest."""

import asyncio
import os
import stat
from collections.abc import Sequence
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

import msgspec

from davit_vm.config import SharedFolder
from davit_vm.errors import BadSetting, MachineError, NotShared, ShareFailed, ShareMissing
from davit_vm.shares.folders import Mount, host_path, mounts
from davit_vm.shares.tree import tree_of
from davit_vm.status import Share

_FOLDER_MODE: Final = 0o755


class Shares:
    """The folders that are shared with the running machine."""

    def __init__(self, folders: Sequence[SharedFolder] = (), *, windows: bool = os.name == "nt"):
        self._windows = windows
        self._transport = ""
        self._problems: dict[str, str] = {}
        self._folders: tuple[SharedFolder, ...] = tuple(folders)
        self.mounts = mounts(folders, windows=windows)

    def use(self, folders: Sequence[SharedFolder], transport: str) -> None:
        """Before a start: what the guest will have, and over 9p or sftp. Raises BadSetting."""
        named = mounts(folders, windows=self._windows)
        self._folders = tuple(folders)
        self._transport = transport
        # QEMU does not start with a folder that is not there.
        self.mounts = tuple(mount for mount in named if Path(mount.host_path).is_dir())
        self._problems = {
            mount.host_path: f"{mount.host_path} is not a folder"
            for mount in named
            if mount not in self.mounts
        }

    def stopped(self) -> None:
        """The machine does not run, so nothing is carried."""
        self._transport = ""
        self._problems = {}

    def tell(self, mount: Mount, problem: str) -> None:
        """What is wrong with carrying a folder; empty when it works."""
        self._problems[mount.host_path] = problem

    @property
    def states(self) -> tuple[Share, ...]:
        return tuple(
            Share(
                path=share.path,
                read_only=share.read_only,
                transport=self._transport,
                problem=self._problems.get(str(host_path(share.path, windows=self._windows)), ""),
            )
            for share in self._folders
        )

    async def place(self, path: str, *, read_only: bool, create: bool) -> tuple[str, bool]:
        """The path in the guest, and whether it can only be read there.

        With `create` a missing folder is made first, as docker's -v does. Raises NotShared,
        ShareMissing and ShareFailed.
        """
        try:
            wanted = host_path(path, windows=self._windows)
        except BadSetting as error:
            raise ShareFailed(error.what, error.why) from error
        return await asyncio.to_thread(self._place, wanted, read_only, create)

    def _place(self, wanted: PurePath, read_only: bool, create: bool) -> tuple[str, bool]:
        try:
            found = locate(wanted, self.mounts)
            if found is None:
                raise _not_shared(wanted)
            if problem := self._problems.get(found.mount.host_path):
                raise ShareFailed(f"Cannot bring {wanted} into the machine", problem)
            if found.missing:
                _make(wanted, found, create)
        except OSError as error:
            raise ShareFailed(
                f"Cannot bring {wanted} into the machine", (error.strerror or str(error)).lower()
            ) from error
        inside = "/".join((found.mount.guest_path, *found.parts, *found.missing))
        return inside, read_only or found.mount.read_only


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A path seen from the shared folder that it lies in."""

    mount: Mount
    parts: tuple[str, ...]
    """From the shared folder to the last component that exists."""
    missing: tuple[str, ...]
    """What would have to be made."""


def locate(wanted: PurePath, shared: Sequence[Mount]) -> Located | None:
    """The innermost share that holds a path, with links resolved; None when there is none.

    A share is recognised by being the same folder (device and inode) as one on the path's way up,
    never by the letters of its name: /src does not hold /src-secret, and names that differ only
    in case or in Unicode form are the same where the file system says so. Raises OSError.
    """
    real = Path(os.path.realpath(wanted))
    missing: list[str] = []
    while (there := _stat(real)) is None:
        missing.insert(0, real.name)
        if real.parent == real:
            return None
        real = real.parent
    if missing and not stat.S_ISDIR(there.st_mode):
        raise NotADirectoryError(0, f"{real} is not a folder")
    roots = [(mount, found) for mount in shared if (found := _stat(Path(mount.host_path)))]
    for folder in (real, *real.parents):
        here = os.stat(folder)  # noqa: PTH116
        for mount, root in roots:
            if os.path.samestat(here, root):
                return Located(
                    mount=mount,
                    parts=real.relative_to(folder).parts,
                    missing=tuple(missing),
                )
    return None


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _make(wanted: PurePath, found: Located, create: bool) -> None:
    what = f"Cannot bring {wanted} into the machine"
    if not create:
        raise ShareMissing(what, "there is no such file or folder on this computer")
    if found.mount.read_only:
        raise ShareMissing(
            what, f"it does not exist, and {found.mount.host_path} is shared read-only"
        )
    tree = tree_of(Path(found.mount.host_path))
    try:
        for count in range(1, len(found.missing) + 1):
            tree.make_folder("/".join((*found.parts, *found.missing[:count])), _FOLDER_MODE)
    finally:
        tree.close()


def _not_shared(wanted: PurePath) -> MachineError:
    quoted = f'"{wanted}"' if " " in str(wanted) or isinstance(wanted, PureWindowsPath) else wanted
    return NotShared(
        f"{wanted} is not shared with the machine",
        hint=f"Share it: davit machine set --share {quoted}",
    )
