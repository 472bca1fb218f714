"""Archives from and for containers, unpacked and packed without trusting them.

What a container hands out is hostile: names may climb, links may point anywhere. Nothing is ever
written through a link, and nothing outside the folder it is meant for.
"""

from __future__ import annotations

import os
import shutil
import stat
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO


class UnpackError(Exception):
    """The archive asks for something that is refused; the message says what."""


def unpack(archive: IO[bytes], folder: Path, root: str, name: str) -> None:
    """Unpacks a tar whose members lie below `root` into `folder`, where `root` becomes `name`.

    An empty `name` puts what is below `root` straight into `folder`. Raises UnpackError, OSError.
    """
    folders: list[tuple[Path, tarfile.TarInfo]] = []
    try:
        with tarfile.open(fileobj=archive, mode="r|") as members:
            for member in members:
                target = _target(folder, _steps(member.name), root, name)
                if target is None:
                    continue
                _check_way(folder, target)
                if member.isdir():
                    _make_folder(target)
                    folders.append((target, member))
                elif member.isreg():
                    _write_file(target, members.extractfile(member), member)
                elif member.issym():
                    _clear(target)
                    target.symlink_to(member.linkname)
                elif member.islnk():
                    source = _target(folder, _steps(member.linkname), root, name)
                    if source is None or source == target:
                        raise UnpackError(f"{member.name} is a link to nothing in the archive")
                    _check_way(folder, source)
                    _clear(target)
                    os.link(source, target, follow_symlinks=False)
                else:
                    raise UnpackError(f"{member.name} is a device or a pipe, which is not copied")
    except tarfile.TarError as error:
        raise UnpackError(f"the archive is damaged: {error}") from error
    for path, member in reversed(folders):  # last, since a read-only folder takes no files
        _dress(path, member)


def pack(archive: IO[bytes], origin: Path, name: str, *, follow_link: bool) -> None:
    """Writes a tar of `origin` as `name` ("" for what is inside). Raises OSError."""
    source = origin.resolve() if follow_link else origin
    with tarfile.open(fileobj=archive, mode="w|", format=tarfile.PAX_FORMAT) as members:
        if name:
            members.add(source, arcname=name)
            return
        for child in sorted(source.iterdir()):
            members.add(child, arcname=child.name)


def _steps(name: str) -> tuple[str, ...]:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise UnpackError(f"the archive holds the name {name!r}, which leads out of it")
    return path.parts


def _target(folder: Path, steps: tuple[str, ...], root: str, name: str) -> Path | None:
    """Where a member belongs; None for the folder itself."""
    root_steps = PurePosixPath(root).parts if root not in ("/", ".", "") else ()
    below = steps[len(root_steps) :] if steps[: len(root_steps)] == root_steps else steps
    target = folder / name if name else folder
    target = target.joinpath(*below)
    return None if target == folder else target


def _check_way(folder: Path, target: Path) -> None:
    """Every step between the folder and the target must be a real folder."""
    at = folder
    for step in target.relative_to(folder).parts[:-1]:
        at /= step
        try:
            mode = at.lstat().st_mode
        except FileNotFoundError:
            at.mkdir()
            continue
        if not stat.S_ISDIR(mode):
            raise UnpackError(f"{at} is in the way: it is not a folder")


def _make_folder(target: Path) -> None:
    try:
        target.mkdir()
    except FileExistsError:
        if not stat.S_ISDIR(target.lstat().st_mode):
            raise UnpackError(f"{target} is in the way: it is not a folder") from None


def _write_file(target: Path, data: IO[bytes] | None, member: tarfile.TarInfo) -> None:
    _clear(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(target, flags, 0o600), "wb") as file:
        if data is not None:
            shutil.copyfileobj(data, file)
    _dress(target, member)


def _clear(target: Path) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise UnpackError(f"{target} is a folder and would have to be replaced by a file")
    target.unlink()


def _dress(target: Path, member: tarfile.TarInfo) -> None:
    """Mode and time. Set-id bits are dropped: the file now belongs to whoever copies."""
    target.chmod(member.mode & 0o1777)
    os.utime(target, (member.mtime, member.mtime))
