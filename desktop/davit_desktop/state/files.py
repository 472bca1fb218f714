"""Rows of a container's folder: what stands there, what changed, what is mounted (pure)."""

import posixpath
import stat
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

import msgspec

from davit_desktop.client.files import FileEntry, readable
from davit_desktop.client.types import Change, Json
from davit_desktop.translation import mark


class Changed(IntEnum):
    """How a path differs from the image; the engine's numbers."""

    MODIFIED = 0
    ADDED = 1
    DELETED = 2


CHANGED_WORDS = {
    Changed.MODIFIED: mark("Modified"),
    Changed.ADDED: mark("Added"),
    Changed.DELETED: mark("Deleted"),
}

_TYPES = {
    "file": stat.S_IFREG,
    "folder": stat.S_IFDIR,
    "link": stat.S_IFLNK,
    "fifo": stat.S_IFIFO,
    "socket": stat.S_IFSOCK,
    "block": stat.S_IFBLK,
    "char": stat.S_IFCHR,
}

Changes = Mapping[str, Mapping[str, Changed]]
"""By folder and name, both as they read."""


class MountMark(msgspec.Struct, frozen=True, kw_only=True):
    """What is mounted at a path: a volume by its name, or a folder of the host."""

    target: str
    kind: str
    source: str
    read_only: bool = False


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    """One name. `path` is exact, to be asked for; a deleted file has nothing but its name."""

    path: str
    name: str
    kind: str = "file"
    size: int = 0
    mode: int = 0
    owner: str = ""
    mtime_ns: int = 0
    target: str = ""
    leads_to: str = ""
    leads_to_kind: str = ""
    changed: Changed | None = None
    mount: MountMark | None = None

    @property
    def deleted(self) -> bool:
        return self.changed is Changed.DELETED

    @property
    def is_folder(self) -> bool:
        """Whether it can be looked into, through a link too."""
        return not self.deleted and "folder" in (self.kind, self.leads_to_kind)

    @property
    def is_file(self) -> bool:
        """Whether it has content to read, through a link too."""
        return not self.deleted and "file" in (self.kind, self.leads_to_kind)

    @property
    def content_path(self) -> str:
        """Where its content stands: where a link leads to."""
        return self.leads_to if self.kind == "link" and self.leads_to else self.path

    @property
    def path_words(self) -> str:
        """The path for people."""
        return readable(self.path)

    @property
    def mode_words(self) -> str:
        """As `ls -l` tells it."""
        if self.deleted or not self.owner:
            return ""
        return stat.filemode(_TYPES.get(self.kind, stat.S_IFREG) | self.mode)


def rows(
    folder: str, entries: Iterable[FileEntry], changes: Changes, mounts: Sequence[MountMark]
) -> list[FileRow]:
    """The rows of (a part of) a folder, without those that are no more."""
    changed = changes.get(readable(folder), {})
    marks = {posixpath.normpath(mount.target): mount for mount in mounts}
    found = []
    for entry in entries:
        path = posixpath.join(folder, entry.exact_name)
        found.append(
            FileRow(
                path=path,
                name=entry.name,
                kind=entry.kind,
                size=entry.size,
                mode=entry.mode,
                owner=_owner(entry),
                mtime_ns=entry.mtime_ns,
                target=entry.target,
                leads_to=entry.leads_to,
                leads_to_kind=entry.leads_to_kind,
                changed=changed.get(entry.name),
                mount=marks.get(path),
            )
        )
    return found


def absent(
    folder: str, present: Iterable[str], changes: Changes, mounts: Sequence[MountMark]
) -> list[FileRow]:
    """What a whole folder does not hold: deleted files, and mounts while nothing is mounted.

    A stopped container has no folder yet where something will be mounted for the first time.
    """
    here = set(present)
    found = [
        FileRow(path=posixpath.join(folder, name), name=name, changed=kind)
        for name, kind in changes.get(readable(folder), {}).items()
        if kind is Changed.DELETED and name not in here
    ]
    prefix = folder.rstrip("/") + "/"
    added: dict[str, FileRow] = {}
    for mount in mounts:
        target = posixpath.normpath(mount.target)
        if not target.startswith(prefix) or target == prefix:
            continue
        name, _, below = target.removeprefix(prefix).partition("/")
        if name in here:
            continue
        if not below or name not in added:
            added[name] = FileRow(
                path=prefix + name, name=name, kind="folder", mount=None if below else mount
            )
    return [*found, *added.values()]


def indexed(changes: Iterable[Change]) -> Changes:
    """The engine's list of changes by folder and name."""
    found: dict[str, dict[str, Changed]] = {}
    for change in changes:
        folder, name = posixpath.split(change.path)
        if name and change.kind in (0, 1, 2):
            found.setdefault(folder, {})[name] = Changed(change.kind)
    return found


def mount_marks(document: Json) -> tuple[MountMark, ...]:
    """The mounts of an inspect document."""
    found = []
    for mount in document.get("Mounts") or ():
        target = str(mount.get("Destination") or "")
        if target.startswith("/") and target != "/":
            found.append(
                MountMark(
                    target=target,
                    kind=str(mount.get("Type") or ""),
                    source=str(mount.get("Name") or mount.get("Source") or ""),
                    read_only=not mount.get("RW", True),
                )
            )
    return tuple(found)


def ancestors(path: str) -> list[str]:
    """The folders on the way to a path, the root first, the path itself last."""
    clean = posixpath.normpath("/" + path.strip().lstrip("/"))
    found = ["/"]
    for part in clean.split("/"):
        if part:
            found.append(posixpath.join(found[-1], part))
    return found


def _owner(entry: FileEntry) -> str:
    user, group = entry.user or str(entry.uid), entry.group or str(entry.gid)
    return user if user == group else f"{user}:{group}"
