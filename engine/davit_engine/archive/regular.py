"""Pass on an archive that holds no surprises, normalised, for a program that is no validator."""

from collections.abc import Callable
from typing import Final

from davit_engine.archive.apply import Applied
from davit_engine.archive.entry import IGNORED, OPAQUE, WHITEOUT, Entry, Kind, whiteout
from davit_engine.archive.tar import TarReader
from davit_engine.archive.write import END, header, padding

_JOINED: Final = 256 << 10


class Irregular(Exception):
    """What the archive means depends on the order of its entries or on what lies beneath it."""


def regular(
    reader: TarReader, write: Callable[[bytes], object], *, lowest: bool = False
) -> Applied:
    """Write the archive again: every name once, below folders that it brings, after them.

    Whiteouts are written as they came, a device 0:0 as one; an opaque root is left out and told.
    The `lowest` layer of a chain must not have any. Raises Irregular, InvalidParameter, and what
    `write` raises.
    """
    folders = {b""}
    others: set[bytes] = set()
    hidden: set[bytes] = set()
    root: Entry | None = None
    opaque = False
    size = entries = waiting = 0
    pieces: list[bytes] = []
    for entry in reader:
        entries += 1
        marker = whiteout(entry.path)
        if marker is IGNORED:
            continue
        if marker is None and entry.is_whiteout_device:
            parent, _, name = entry.path.rpartition(b"/")
        elif marker is not None:
            parent, name = marker.folder, marker.name
        elif entry.path:
            parent, name = entry.path.rpartition(b"/")[0], b""
        else:
            if root is not None:
                raise Irregular
            root = entry
            pieces.append(header(entry))
            continue
        hides = marker is not None or entry.is_whiteout_device
        if parent not in folders or (hides and lowest):
            raise Irregular
        if hides:
            path = parent + b"/" + name if parent and name else parent or name
            if name:
                if path in folders or path in others or path in hidden:
                    raise Irregular
                hidden.add(path)
                place = path[: len(path) - len(name)] + WHITEOUT + name
            elif not parent:
                opaque = True
                continue
            else:
                place = parent + b"/" + OPAQUE
            pieces.append(header(Entry(path=place, kind=Kind.FILE, mode=0)))
            continue
        path = entry.path
        if path in folders or path in others or path in hidden:
            raise Irregular
        if entry.kind is Kind.DIRECTORY:
            folders.add(path)
        else:
            if entry.kind is Kind.HARDLINK and entry.link not in others:
                raise Irregular
            others.add(path)
        pieces.append(header(entry))
        waiting += 512
        if entry.size:
            pieces += [bytes(piece) for piece in reader.content()] if entry.size < _JOINED else []
            if entry.size >= _JOINED:
                write(b"".join(pieces))
                pieces.clear()
                waiting = 0
                for piece in reader.content():
                    write(bytes(piece))
            else:
                waiting += entry.size
            pieces.append(padding(entry.size))
            size += entry.size
        if waiting >= _JOINED:
            write(b"".join(pieces))
            pieces.clear()
            waiting = 0
    pieces.append(END)
    write(b"".join(pieces))
    return Applied(size=size, entries=entries, root=root, opaque=opaque, dependent=False)
