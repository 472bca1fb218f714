"""What each layer of an image adds, changes and removes, and what it holds for nothing (pure).

Layers are laid over one another, lowest first. Content is wasted once no name of it is seen any
more: a higher layer replaced or deleted the file. All that the layers hold, less what is wasted,
is exactly what a container sees.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

import msgspec

from davit_engine.archive.entry import IGNORED, Entry, Kind, Whiteout, whiteout

_LINKS_MAX: Final = 40
"""Symbolic links on the way to one name, as Linux follows."""


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Difference(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One path that a layer speaks of."""

    path: bytes
    """Where it lies, links of lower layers followed; relative to the root."""
    change: Change
    kind: Kind
    mode: int = 0
    link: bytes = b""
    size: int = 0
    """Bytes that the layer holds under this name."""
    hidden: int = 0
    """Bytes of lower layers that nobody sees any more because of it."""


class Wasted(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A file's content that no container sees."""

    path: bytes
    layer: int
    """Which holds it."""
    by: int
    """The layer that replaced or deleted it."""
    size: int


class _Content:
    """Bytes of one file, which may go by several names."""

    __slots__ = ("layer", "names", "size")

    def __init__(self, layer: int, size: int) -> None:
        self.layer = layer
        self.size = size
        self.names = 1


class _Node:
    __slots__ = ("children", "content", "entry", "layer")

    def __init__(self, layer: int, entry: Entry, content: _Content | None = None) -> None:
        self.layer = layer
        self.entry = entry
        self.content = content
        self.children: dict[bytes, _Node] = {}

    @property
    def is_folder(self) -> bool:
        return self.entry.kind is Kind.DIRECTORY


def _folder(layer: int, path: bytes) -> _Node:
    return _Node(layer, Entry(path=path, kind=Kind.DIRECTORY, mode=0o755))


class Pile:
    """Layers over one another; `lay` puts the next one on top."""

    def __init__(self) -> None:
        self.held: list[int] = []
        """Bytes of files in each layer, lowest first."""
        self.wasted: list[Wasted] = []
        self._root = _folder(0, b"")
        self._differences: dict[bytes, Difference] = {}

    def lay(self, entries: Iterable[Entry]) -> list[Difference]:
        """Put a layer on top; what it does, by path as it comes in the archive.

        A name that the layer itself writes again counts once. Raises InvalidParameter for a
        whiteout that means nothing.
        """
        self._differences = {}
        self.held.append(0)
        ordinary: list[Entry] = []
        for entry in entries:
            marker = whiteout(entry.path)
            if marker is None:
                ordinary.append(entry)
            elif marker != IGNORED:
                self._hide(marker)
        for entry in ordinary:
            if entry.path:
                self._put(entry)
        return list(self._differences.values())

    @property
    def _layer(self) -> int:
        return len(self.held) - 1

    def visible(self) -> Iterator[tuple[bytes, Entry]]:
        """Every name that a container sees, folders included."""
        stack = list(self._root.children.items())
        while stack:
            path, node = stack.pop()
            yield path, node.entry
            stack += [(_join(path, name), child) for name, child in node.children.items()]

    def _hide(self, marker: Whiteout) -> None:
        found = self._find(marker.folder)
        if found is None:
            return
        path, folder = found
        names = [marker.name] if marker.name else list(folder.children)
        for name in names:
            node = folder.children.pop(name, None)
            if node is not None:
                where = _join(path, name)
                self._differences[where] = Difference(
                    path=where,
                    change=Change.REMOVED,
                    kind=node.entry.kind,
                    mode=node.entry.mode,
                    hidden=self._drop(node, where),
                )

    def _put(self, entry: Entry) -> None:
        parent, _, name = entry.path.rpartition(b"/")
        where, folder = self._way(parent)
        path = _join(where, name)
        there = folder.children.get(name)
        if there is not None and there.is_folder and entry.kind is Kind.DIRECTORY:
            before = there.entry
            there.entry = entry
            if (before.mode, before.uid, before.gid) != (entry.mode, entry.uid, entry.gid):
                self._note(path, entry, 0, 0, there)
            return
        # Before anything goes, because a link may name what it replaces.
        content = self._content(entry)
        hidden = 0
        if there is not None:
            del folder.children[name]
            hidden = self._drop(there, path)
        folder.children[name] = _Node(self._layer, entry, content)
        own = content is not None and entry.kind is Kind.FILE
        self._note(path, entry, content.size if own and content else 0, hidden, there)

    def _content(self, entry: Entry) -> _Content | None:
        if entry.kind is Kind.FILE:
            self.held[self._layer] += entry.size
            return _Content(self._layer, entry.size)
        if entry.kind is not Kind.HARDLINK:
            return None
        folder, _, name = entry.link.rpartition(b"/")
        found = self._find(folder)
        target = found[1].children.get(name) if found else None
        if target is None or target.content is None:
            return None
        if target.content.layer == self._layer:
            target.content.names += 1
            return target.content
        # A name for a lower layer's file brings that file up into this layer.
        self.held[self._layer] += target.content.size
        return _Content(self._layer, target.content.size)

    def _note(self, path: bytes, entry: Entry, size: int, hidden: int, there: _Node | None) -> None:
        earlier = self._differences.pop(path, None)
        change = Change.ADDED
        if earlier is not None:
            hidden += earlier.hidden
            if earlier.change is not Change.ADDED:
                change = Change.CHANGED
        elif there is not None:
            change = Change.CHANGED
        self._differences[path] = Difference(
            path=path,
            change=change,
            kind=entry.kind,
            mode=entry.mode,
            link=entry.link,
            size=size,
            hidden=hidden,
        )

    def _drop(self, node: _Node, path: bytes) -> int:
        """Take a name and all below it out of sight; the bytes of lower layers that hides."""
        hidden = 0
        stack = [(path, node)]
        while stack:
            where, gone = stack.pop()
            content = gone.content
            if content is not None:
                content.names -= 1
                if content.names == 0 and content.layer == self._layer:
                    self.held[self._layer] -= content.size  # written twice, kept once
                elif content.names == 0 and content.size:
                    hidden += content.size
                    self.wasted.append(
                        Wasted(path=where, layer=content.layer, by=self._layer, size=content.size)
                    )
            if gone.layer == self._layer and where != path:
                self._differences.pop(where, None)
            stack += [(_join(where, name), child) for name, child in gone.children.items()]
        return hidden

    def _find(self, path: bytes) -> tuple[bytes, _Node] | None:
        """A folder that is there, links followed inside the root."""
        return self._walk(path, make=False)

    def _way(self, path: bytes) -> tuple[bytes, _Node]:
        """A folder, made with those above it when it is missing."""
        found = self._walk(path, make=True)
        return found if found is not None else (b"", self._root)

    def _walk(self, path: bytes, *, make: bool) -> tuple[bytes, _Node] | None:
        rest = [part for part in reversed(path.split(b"/")) if part]
        way: list[tuple[bytes, _Node]] = [(b"", self._root)]
        links = 0
        while rest:
            name = rest.pop()
            where, folder = way[-1]
            if name == b".":
                continue
            if name == b"..":
                way = way[:-1] or way
                continue
            child = folder.children.get(name)
            here = _join(where, name)
            if child is not None and child.entry.kind is Kind.SYMLINK and links < _LINKS_MAX:
                links += 1
                target = child.entry.link
                if target.startswith(b"/"):
                    way = way[:1]
                rest += [part for part in reversed(target.split(b"/")) if part]
                continue
            if child is None or not child.is_folder:
                if not make:
                    return None
                made = _folder(self._layer, here)
                hidden = self._drop(child, here) if child is not None else 0
                folder.children[name] = made
                self._note(here, made.entry, 0, hidden, child)
                child = made
            way.append((here, child))
        return way[-1]


def _join(folder: bytes, name: bytes) -> bytes:
    return folder + b"/" + name if folder else name
