"""Records of Davit's own calls for single files, and how a path is put into a URL.

A path or a name is text as `os.fsdecode` spells it on Linux: bytes that are not UTF-8 are lone
surrogates, which only `query` here and `readable` know to take.
"""

from __future__ import annotations

import base64
import binascii
from urllib.parse import quote, quote_from_bytes

import msgspec


class FileEntry(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """One name of a folder. `kind` is file, folder, link, fifo, socket, block or char."""

    name: str
    raw: str = ""
    kind: str = "file"
    size: int = 0
    mode: int = 0
    uid: int = 0
    gid: int = 0
    user: str = ""
    group: str = ""
    mtime_ns: int = 0
    target: str = ""
    leads_to: str = ""
    leads_to_kind: str = ""

    @property
    def exact_name(self) -> str:
        """The name as it is, to go on with; `name` is for reading."""
        try:
            return exact(base64.b64decode(self.raw, validate=True)) if self.raw else self.name
        except binascii.Error:
            return self.name


class FileListing(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """Some names of a folder; `more` follow after the last one."""

    entries: tuple[FileEntry, ...] = ()
    more: bool = False


class Written(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """A file after its content was replaced."""

    size: int = 0
    mtime_ns: int = 0


def exact(name: bytes) -> str:
    """Bytes of a path as text that can be turned back."""
    return name.decode("utf-8", "surrogateescape")


def raw(path: str) -> bytes:
    """The bytes of a path."""
    return path.encode("utf-8", "surrogateescape")


def readable(path: str) -> str:
    """A path for people: what is not UTF-8 is U+FFFD."""
    return raw(path).decode("utf-8", "replace")


def query(**values: object) -> str:
    """A query string; paths are sent as the bytes they are, None and "" are left out."""
    parts = []
    for key, value in values.items():
        if value is None or value == "" or value is False:
            continue
        text = "1" if value is True else str(value)
        parts.append(f"{quote(key)}={quote_from_bytes(raw(text), safe='/')}")
    return "&".join(parts)
