"""Where shared folders lie in the guest, and how they get there (pure).

Below /host the guest has the host's own paths: /home/me is /host/home/me, C:\\Users\\me is
/host/c/Users/me, and \\\\server\\share is /host/unc/server/share.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final

import msgspec

from davit_vm.config import SharedFolder
from davit_vm.errors import BadSetting

GUEST_ROOT: Final = "/host"
_DRIVE_AS_FOLDER: Final = re.compile(r"/([A-Za-z])(/.*)?")


class Mount(msgspec.Struct, frozen=True, kw_only=True):
    """One shared folder, named for both sides."""

    tag: str
    """Of the 9p file system."""
    host_path: str
    guest_path: str
    read_only: bool = False


def host_path(text: str, *, windows: bool) -> PurePath:
    """A path as a person or a docker CLI of the host writes it; raises BadSetting.

    On Windows /c/Users/me means C:\\Users\\me, as in Git's shell.
    """
    if "\0" in text or not text:
        raise BadSetting(f"Cannot use the path {text!r}", "it is not a path")
    path: PurePath
    if windows:
        folder = _DRIVE_AS_FOLDER.fullmatch(text)
        if folder is not None:
            text = f"{folder[1]}:{folder[2] or '/'}"
        path = PureWindowsPath(text)
    else:
        path = PurePosixPath(text)
    if not path.is_absolute():
        raise BadSetting(f"Cannot use the path {text!r}", "it does not begin at the root")
    return path


def guest_path(path: PurePath) -> str:
    """Where a host's absolute path lies in the guest; `..` must have been resolved before."""
    if isinstance(path, PureWindowsPath):
        drive = path.drive
        if drive.endswith(":"):
            top = [drive[0].lower()]
        else:
            top = ["unc", *(part for part in drive.replace("/", "\\").split("\\") if part)]
        return "/".join((GUEST_ROOT, *top, *path.parts[1:]))
    return "/".join((GUEST_ROOT, *path.parts[1:]))


def mounts(shares: Iterable[SharedFolder], *, windows: bool) -> tuple[Mount, ...]:
    """The shares in the order in which they are mounted: a folder before what lies in it.

    A share inside of another that differs in nothing is left out. Raises BadSetting.
    """
    chosen: dict[PurePath, bool] = {}
    for share in shares:
        path = host_path(share.path, windows=windows)
        if ".." in path.parts:
            raise BadSetting(f"Cannot share {share.path}", "the path goes up by '..'")
        # Named twice, the stricter counts.
        chosen[path] = chosen.get(path, False) or share.read_only
    kept = [
        (path, read_only)
        for path, read_only in sorted(
            chosen.items(), key=lambda item: (len(item[0].parts), str(item[0]))
        )
        if (above := _nearest(path, chosen)) is None or chosen[above] != read_only
    ]
    return tuple(
        Mount(
            tag=f"davit-share-{number}",
            host_path=str(path),
            guest_path=guest_path(path),
            read_only=read_only,
        )
        for number, (path, read_only) in enumerate(kept)
    )


def _nearest(path: PurePath, chosen: dict[PurePath, bool]) -> PurePath | None:
    return next((parent for parent in path.parents if parent in chosen), None)


def seed_lines(wanted: Sequence[Mount]) -> str:
    """opt/org.davit/shares: what the guest mounts by 9p when it boots."""
    return "".join(
        f"{mount.tag}\t{'ro' if mount.read_only else 'rw'}\t{mount.guest_path}\n"
        for mount in wanted
    )
