"""One member of an archive, checked and normalised (pure)."""

from enum import Enum
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter

ALLOWED_XATTRS: Final = (
    "security.capability",
    "system.posix_acl_access",
    "system.posix_acl_default",
)
"""Besides these only `user.*`. The others speak to the host and its overlayfs."""

WHITEOUT: Final = b".wh."
OPAQUE: Final = b".wh..wh..opq"


class Kind(Enum):
    FILE = b"0"
    HARDLINK = b"1"
    SYMLINK = b"2"
    CHARACTER = b"3"
    BLOCK = b"4"
    DIRECTORY = b"5"
    FIFO = b"6"


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Names are bytes: what Linux stores need not be UTF-8."""

    path: bytes
    """Relative, no empty, `.` or `..` component; empty is the root of the archive."""
    kind: Kind
    mode: int
    """Permission bits with set-user-id, set-group-id and sticky."""
    uid: int = 0
    gid: int = 0
    size: int = 0
    """Bytes of content that follow; only files have any."""
    mtime_ns: int = 0
    link: bytes = b""
    """Of a symbolic link, its text as it is; of a hard link, a path like `path`."""
    major: int = 0
    minor: int = 0
    xattrs: dict[str, bytes] = {}

    @property
    def is_whiteout_device(self) -> bool:
        return self.kind is Kind.CHARACTER and self.major == 0 and self.minor == 0


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of an archive is too much."""

    size: int = 256 << 30
    """Bytes after decompression."""
    ratio: int = 1200
    """Decompressed to compressed; gzip cannot exceed 1032. Counts beyond the first 64 MiB."""
    entries: int = 2_000_000
    header: int = 1 << 20
    """Bytes of one extended header."""


class Whiteout(msgspec.Struct, frozen=True):
    """What a marker in a layer asks for."""

    folder: bytes
    name: bytes
    """What to hide in `folder`; empty hides all that lower layers have there."""


IGNORED: Final = Whiteout(b"", b".wh.")
"""Stands for a member that belongs to the bookkeeping of AUFS and means nothing."""


def whiteout(path: bytes) -> Whiteout | None:
    """What a path means in a layer: None for an ordinary one.

    Raises InvalidParameter for a marker that names nothing, `.`, `..` or lies on the way.
    """
    if WHITEOUT not in path:
        return None
    *folders, name = path.split(b"/")
    for depth, folder in enumerate(folders):
        if folder.startswith(WHITEOUT):
            if depth == 0 and folder == b".wh..wh.plnk":
                return IGNORED
            raise InvalidParameter(f"{show(path)}: a whiteout cannot have entries below it")
    if not name.startswith(WHITEOUT):
        return None
    parent = b"/".join(folders)
    if name == OPAQUE:
        return Whiteout(parent, b"")
    if name in (b".wh..wh.plnk", b".wh..wh.aufs", b".wh..wh.orph"):
        return IGNORED
    hidden = name[len(WHITEOUT) :]
    if hidden in (b"", b".", b"..") or hidden.startswith(WHITEOUT):
        raise InvalidParameter(f"{show(path)}: a whiteout that hides nothing that can exist")
    return Whiteout(parent, hidden)


def show(name: bytes) -> str:
    """A name from an archive as one harmless line for messages and logs."""
    text = name[:200].decode(errors="backslashreplace")
    safe = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
    return repr(safe + ("…" if len(name) > 200 else ""))
