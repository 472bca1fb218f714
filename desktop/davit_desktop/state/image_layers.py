"""The files of an image's layers as trees, and what the layers hold for nothing (pure)."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from davit_desktop.client.types import LayerLine
from davit_desktop.state.image_document import instruction


class Change(StrEnum):
    """What a layer does to a path; a folder that only leads to something does nothing."""

    NONE = ""
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class File:
    """A path in one layer. `size` and `hidden` of a folder are those of all below it.

    `hidden` are bytes of lower layers that this hides, `wasted` those of this layer that a higher
    one hides; `count` is how many paths below it the layer speaks of.
    """

    __slots__ = (
        "change", "children", "count", "hidden", "kind", "link", "mode", "name", "parent", "size",
        "wasted",
    )  # fmt: skip

    def __init__(self, name: str, parent: "File | None") -> None:
        self.name = name
        self.parent = parent
        self.change = Change.NONE
        self.kind = "folder"
        self.mode = 0
        self.link = ""
        self.size = 0
        self.hidden = 0
        self.wasted = 0
        self.count = 0
        self.children: dict[str, File] = {}

    @property
    def path(self) -> str:
        parts: list[str] = []
        file: File | None = self
        while file is not None and file.parent is not None:
            parts.append(file.name)
            file = file.parent
        return "/" + "/".join(reversed(parts))

    def walk(self) -> Iterator["File"]:
        """All below it."""
        stack = list(self.children.values())
        while stack:
            file = stack.pop()
            yield file
            stack.extend(file.children.values())


class LayerRow(msgspec.Struct, frozen=True, kw_only=True):
    """One layer, the lowest is 1. Bytes of its files, and those of them that nobody sees."""

    number: int
    instruction: str
    diff_id: str
    size: int
    wasted: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0


class WastedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that layer `by` replaced or deleted, and that layer `layer` still holds."""

    path: str
    layer: int
    by: int
    deleted: bool
    size: int

    @property
    def key(self) -> str:
        return f"{self.layer} {self.path}"


class ImageFiles(msgspec.Struct, frozen=True, kw_only=True):
    """What the layers of one image hold; `roots` has a tree for each layer, lowest first.

    `left_out` are lines that the engine kept back because there are too many.
    """

    layers: tuple[LayerRow, ...]
    roots: tuple[File, ...]
    wasted: tuple[WastedFile, ...]
    size: int
    wasted_size: int
    left_out: int = 0

    @property
    def efficiency(self) -> float:
        """The part of what the layers hold that a container sees, 0 to 1."""
        return 1.0 - self.wasted_size / self.size if self.size else 1.0


def files(lines: Iterable[LayerLine]) -> ImageFiles | None:
    """The layers of an image; None when the lines do not reach their end."""
    heads: list[LayerLine] = []
    roots: list[File] = []
    wasted: list[LayerLine] = []
    end: LayerLine | None = None
    for line in lines:
        match line.type:
            case "layer":
                heads.append(line)
                roots.append(File("", None))
            case "file" if roots:
                _put(roots[-1], line)
            case "wasted" if 0 <= line.layer < len(roots):
                wasted.append(line)
            case "end":
                end = line
    if end is None:
        return None
    lost: list[WastedFile] = []
    for line in wasted:
        _mark_wasted(roots[line.layer], line)
        by = roots[line.by] if 0 <= line.by < len(roots) else None
        lost.append(
            WastedFile(
                path=line.path,
                layer=line.layer + 1,
                by=line.by + 1,
                deleted=by is not None and _is_deleted(by, line.path),
                size=line.size,
            )
        )
    counts = [_counted(root) for root in roots]
    return ImageFiles(
        layers=tuple(
            LayerRow(
                number=number + 1,
                instruction=instruction(head.created_by),
                diff_id=head.diff_id,
                size=head.size,
                wasted=end.wasted_in[number] if number < len(end.wasted_in) else 0,
                added=counts[number][Change.ADDED],
                changed=counts[number][Change.CHANGED],
                removed=counts[number][Change.REMOVED],
            )
            for number, head in enumerate(heads)
        ),
        roots=tuple(roots),
        wasted=tuple(sorted(lost, key=lambda file: -file.size)),
        size=end.size,
        wasted_size=end.wasted,
        left_out=end.left_out,
    )


def matching(root: File, words: str, change: Change | None = None) -> dict[File, bool]:
    """The files whose path holds the words and that the layer treats so, with all that leads
    there; only for what matches itself the value is true."""
    words = words.lower()
    found: dict[File, bool] = {}
    stack = [(root, "")]
    while stack:
        file, path = stack.pop()
        for child in file.children.values():
            here = f"{path}/{child.name}"
            if child.children:
                stack.append((child, here))
            wanted = child.change is change if change is not None else bool(child.change)
            if wanted and words in here.lower():
                found[child] = True
                above = child.parent
                while above is not None and above not in found:
                    found[above] = False
                    above = above.parent
    return found


def _put(root: File, line: LayerLine) -> None:
    file = root
    for name in line.path.strip("/").split("/"):
        child = file.children.get(name)
        if child is None:
            child = file.children[name] = File(name, file)
        file = child
    file.change = _CHANGES.get(line.change, Change.NONE)
    file.kind, file.mode, file.link = line.kind, line.mode, line.link
    above: File | None = file
    while above is not None:
        above.size += line.size
        above.hidden += line.hidden
        above.count += 1
        above = above.parent


_CHANGES = {change.value: change for change in Change}


def _mark_wasted(root: File, line: LayerLine) -> None:
    file: File | None = _found(root, line.path)
    while file is not None:
        file.wasted += line.size
        file = file.parent


def _found(root: File, path: str) -> File | None:
    file: File | None = root
    for name in path.strip("/").split("/"):
        file = file.children.get(name) if file is not None else None
    return file


def _is_deleted(root: File, path: str) -> bool:
    """Whether a layer takes the path away without putting something in its place."""
    file: File | None = root
    for name in path.strip("/").split("/"):
        file = file.children.get(name) if file is not None else None
        if file is None or file.change is Change.REMOVED:
            break
    return file is None or file.change is Change.REMOVED


def _counted(root: File) -> dict[Change, int]:
    counts = dict.fromkeys(Change, 0)
    for file in root.walk():
        counts[file.change] += 1
    return counts
