"""A file system as a table of entries, and as an archive that is the same on every day."""

import io
import os
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

EPOCH = 1735689600
"""Every file's time: the first second of 2025."""


@dataclass(frozen=True)
class File:
    """A file's content, or where it is."""

    content: bytes | Path
    mode: int = 0o644

    def read(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()

    @property
    def size(self) -> int:
        if isinstance(self.content, bytes):
            return len(self.content)
        return self.content.stat().st_size


@dataclass(frozen=True)
class Folder:
    mode: int = 0o755


@dataclass(frozen=True)
class Link:
    target: str


Entry = File | Folder | Link
Tree = dict[str, Entry]
"""Path without a leading slash to what is there."""


def scan(root: Path) -> Tree:
    """What lies below `root`, with modes that do not depend on who unpacked it."""
    tree: Tree = {}
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        for name in (*folders, *files):
            path = here / name
            key = str(path.relative_to(root))
            if path.is_symlink():
                tree[key] = Link(str(path.readlink()))
            elif path.is_dir():
                tree[key] = Folder()
            else:
                tree[key] = File(path, 0o755 if path.stat().st_mode & 0o100 else 0o644)
    return tree


def add_parents(tree: Tree) -> None:
    for path in list(tree):
        for parent in Path(path).parents:
            if str(parent) != ".":
                tree.setdefault(str(parent), Folder())


def matches(path: str, patterns: Iterable[str]) -> bool:
    """`*` stands for any text, slashes too; a folder's pattern covers what is below it."""
    return any(fnmatchcase(path, one) or fnmatchcase(path, f"{one}/*") for one in patterns)


def without(tree: Tree, patterns: Iterable[str]) -> Tree:
    kept = tuple(patterns)
    return {path: entry for path, entry in tree.items() if not matches(path, kept)}


def drop_empty_folders(tree: Tree, keep: Iterable[str] = ()) -> Tree:
    used = {str(parent) for path, entry in tree.items() if not isinstance(entry, Folder)
            for parent in Path(path).parents}  # fmt: skip
    wanted = set(keep) | {str(parent) for path in keep for parent in Path(path).parents}
    return {
        path: entry
        for path, entry in tree.items()
        if not isinstance(entry, Folder) or path in used or path in wanted
    }


def write_tar(tree: Tree, target: Path) -> None:
    """Entries in the order of their names, all owned by root."""
    with tarfile.open(target, "w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted(tree):
            entry = tree[path]
            info = tarfile.TarInfo(path)
            info.mtime = EPOCH
            match entry:
                case Folder(mode):
                    info.type, info.mode = tarfile.DIRTYPE, mode
                    archive.addfile(info)
                case Link(name):
                    info.type, info.mode, info.linkname = tarfile.SYMTYPE, 0o777, name
                    archive.addfile(info)
                case File():
                    content = entry.read()
                    info.mode, info.size = entry.mode, len(content)
                    archive.addfile(info, io.BytesIO(content))
