"""A container's files as a tree whose folders are read when they are opened."""

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPalette
from typing_extensions import override

from davit_desktop.state.files import CHANGED_WORDS, Changed, FileRow
from davit_desktop.translation import tr
from davit_desktop.views.icons import icon
from davit_desktop.views.text import size, tool_tip, visible
from davit_desktop.views.theme import tokens

Index = QModelIndex | QPersistentModelIndex

NAME, CHANGE, SIZE, MODIFIED, MODE, OWNER = range(6)

_NOWHERE = QModelIndex()
_ICONS = {"folder": "folder", "link": "link"}
_TONES = {Changed.MODIFIED: "amber", Changed.ADDED: "green", Changed.DELETED: "red"}


class _Node:
    """A name, or a note among the names: what could not be read, how many more there are."""

    __slots__ = ("after", "children", "loading", "note", "number", "parent", "place", "row")

    def __init__(self, number: int, row: FileRow | None, parent: "_Node | None") -> None:
        self.number = number
        self.row = row
        self.parent = parent
        self.place = 0
        self.note = ""
        self.after = ""  # of a note: the name behind which more follow
        self.children: list[_Node] | None = None  # None: not read yet
        self.loading = False


class FilesModel(QAbstractItemModel):
    """The tree. It asks for folders with `wanted` and is told with `set_rows` or `fail`."""

    wanted = Signal(str, str)  # folder, the name behind which to go on

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = QPalette()
        self._order = (NAME, Qt.SortOrder.AscendingOrder)
        self._clear()

    def reset(self) -> None:
        """Forget everything; the root is wanted again when a view asks."""
        self.beginResetModel()
        self._clear()
        self.endResetModel()

    def dress(self, palette: QPalette) -> None:
        """Draw icons and colours for this palette from now on."""
        self._palette = palette

    @property
    def read_folders(self) -> list[str]:
        """Every folder that has been read, outer ones first."""
        return [path for path, node in self._paths.items() if node.children is not None]

    def set_rows(self, folder: str, rows: Sequence[FileRow], after: str) -> None:
        """The folder's rows; `after` is the last name when more follow. Keeps what stays open."""
        node = self._paths.get(folder)
        if node is None:
            return
        node.loading = False
        fresh = {row.path: row for row in rows}
        if node.children is None:
            node.children = []
        for place in reversed(range(len(node.children))):
            child = node.children[place]
            if child.row is None or child.row.path not in fresh:
                self._take_out(node, place)
        for child in node.children:
            assert child.row is not None
            row = fresh.pop(child.row.path)
            if row != child.row:
                if row.is_folder != child.row.is_folder and child.children is not None:
                    self._drop_children(child)
                child.row = row
                self.dataChanged.emit(self._index(child, NAME), self._index(child, OWNER))
        self._append(node, list(fresh.values()), after)

    def add_rows(self, folder: str, rows: Sequence[FileRow], after: str) -> None:
        """More of a folder that came in part."""
        node = self._paths.get(folder)
        if node is None or node.children is None:
            return
        node.loading = False
        if node.children and node.children[-1].row is None:
            self._take_out(node, len(node.children) - 1)
        known = {child.row.path for child in node.children if child.row is not None}
        self._append(node, [row for row in rows if row.path not in known], after)

    def fail(self, folder: str, words: str) -> None:
        """Say in the folder's place why it could not be read."""
        node = self._paths.get(folder)
        if node is None:
            return
        node.loading = False
        if node.children is None:
            node.children = []
            self._append(node, [], "", words)

    def row_at(self, index: Index) -> FileRow | None:
        """The row under an index; None for a note."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.row if node else None

    def is_note(self, index: Index) -> bool:
        return index.isValid() and self.row_at(index) is None

    def go_on(self, index: Index) -> None:
        """Ask for what follows behind a note that says there is more."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        if node is None or node.row is not None or not node.after or node.parent is None:
            return
        if not node.parent.loading:
            node.parent.loading = True
            self.wanted.emit(self._path(node.parent), node.after)

    def index_of(self, path: str, column: int = NAME) -> QModelIndex:
        """Where a path stands, if it has been read."""
        node = self._paths.get(path)
        return self._index(node, column) if node and node is not self._root else QModelIndex()

    def rows_of(self, folder: str) -> list[FileRow]:
        """What has been read of a folder."""
        node = self._paths.get(folder)
        return [c.row for c in (node.children if node else None) or () if c.row is not None]

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        node = self._node(parent)
        if parent.isValid() and parent.column() != NAME:
            return False
        if node is self._root:
            return True
        if node.row is None or not node.row.is_folder:
            return False
        return node.children is None or bool(node.children)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        node = self._node(parent)
        folder = node is self._root or (node.row is not None and node.row.is_folder)
        return folder and node.children is None and not node.loading

    @override
    def fetchMore(self, parent: Index) -> None:
        node = self._node(parent)
        if self.canFetchMore(parent):
            node.loading = True
            self.wanted.emit(self._path(node), "")

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() and parent.column() != NAME:
            return 0
        return len(self._node(parent).children or ())

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 6

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._node(parent).children or ()
        if not (0 <= row < len(children) and 0 <= column < 6):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    @override
    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self._nodes.get(child.internalId()) if child.isValid() else None
        if node is None or node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self._index(node.parent, NAME)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                tr("Name"),
                tr("Change"),
                tr("Size"),
                tr("Modified"),
                tr("Mode"),
                tr("Owner"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == SIZE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        if node is None:
            return None
        t = tokens(self._palette)
        column = index.column()
        if node.row is None:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return visible(node.note) if column == NAME else ""
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(t.accent if node.after else t.muted)
            return None
        row = node.row
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible(_text(row, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return visible(_spoken(row) if column == NAME else _text(row, column))
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(_tip(row))
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column == SIZE else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.DecorationRole if column == NAME:
                name = "volumes" if row.mount else _ICONS.get(row.kind, "file")
                return icon(name, self._palette, "muted", 16)
            case Qt.ItemDataRole.ForegroundRole:
                if column == CHANGE and row.changed is not None:
                    return t.color(_TONES[row.changed])
                return QColor(t.text if column == NAME and not row.deleted else t.muted)
            case Qt.ItemDataRole.FontRole if column == NAME and row.deleted:
                font = QFont()
                font.setStrikeOut(True)
                return font
            case _:
                return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order every folder by a column; folders stay first and notes last."""
        if column < 0 or (column, order) == self._order:
            return
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        for node in list(self._nodes.values()):
            if node.children:
                self._arrange(node.children)
        before = self.persistentIndexList()
        nodes = [self._nodes.get(index.internalId()) for index in before]
        after = [
            self.createIndex(node.place, index.column(), node.number) if node else QModelIndex()
            for node, index in zip(nodes, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self, children: list[_Node]) -> None:
        """Sort in place. Python's own sort asks for each key once; a proxy would for every pair."""
        column, order = self._order
        children.sort(key=_name_key)
        if column != NAME or order is Qt.SortOrder.DescendingOrder:
            children.sort(
                key=lambda node: _value_key(node, column),
                reverse=order is Qt.SortOrder.DescendingOrder,
            )
        children.sort(key=_rank)
        for place, node in enumerate(children):
            node.place = place

    def _clear(self) -> None:
        self._root = _Node(0, None, None)
        self._nodes: dict[int, _Node] = {0: self._root}
        self._paths: dict[str, _Node] = {"/": self._root}
        self._numbers = 0

    def _append(self, node: _Node, rows: Sequence[FileRow], after: str, words: str = "") -> None:
        assert node.children is not None
        notes: list[tuple[str, str]] = []
        if after:
            notes.append((tr("Show more of this folder…"), after))
        elif words:
            notes.append((words, ""))
        elif not rows and not node.children and node is not self._root:
            notes.append((tr("Empty folder"), ""))
        count = len(rows) + len(notes)
        if not count:
            return
        start = len(node.children)
        self.beginInsertRows(self._index(node, NAME), start, start + count - 1)
        for row in rows:
            child = self._new(row, node)
            self._paths[row.path] = child
        for note, name in notes:
            child = self._new(None, node)
            child.note, child.after = note, name
        self.endInsertRows()
        order, self._order = self._order, (-1, Qt.SortOrder.AscendingOrder)
        self.sort(*order)

    def _new(self, row: FileRow | None, parent: _Node) -> _Node:
        assert parent.children is not None
        self._numbers += 1
        child = _Node(self._numbers, row, parent)
        child.place = len(parent.children)
        parent.children.append(child)
        self._nodes[child.number] = child
        return child

    def _take_out(self, node: _Node, place: int) -> None:
        assert node.children is not None
        self.beginRemoveRows(self._index(node, NAME), place, place)
        self._forget(node.children.pop(place))
        for later in range(place, len(node.children)):
            node.children[later].place = later
        self.endRemoveRows()

    def _drop_children(self, node: _Node) -> None:
        if node.children:
            self.beginRemoveRows(self._index(node, NAME), 0, len(node.children) - 1)
            gone, node.children = node.children, None
            for child in gone:
                self._forget(child)
            self.endRemoveRows()
        node.children = None

    def _forget(self, node: _Node) -> None:
        pending = [node]
        while pending:
            gone = pending.pop()
            self._nodes.pop(gone.number, None)
            if gone.row is not None and self._paths.get(gone.row.path) is gone:
                del self._paths[gone.row.path]
            pending += gone.children or ()

    def _path(self, node: _Node) -> str:
        return node.row.path if node.row is not None else "/"

    def _node(self, index: Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: _Node, column: int) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.place, column, node.number)


class FilesProxy(QSortFilterProxyModel):
    """A filter by name over what has been read; the order is the model's."""

    def __init__(self, model: FilesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = ""
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)

    def set_filter(self, words: str) -> None:
        """Show the names that hold this, and the folders on the way to them."""
        self._filter = words.casefold()
        self.invalidate()

    def row_at(self, index: Index) -> FileRow | None:
        """The row under an index of this proxy."""
        return self._model.row_at(self.mapToSource(index))

    def index_of(self, path: str) -> QModelIndex:
        """Where a path stands here."""
        return self.mapFromSource(self._model.index_of(path))

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return self._model.hasChildren(self.mapToSource(parent))

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._filter:
            return True
        row = self._model.row_at(self._model.index(source_row, NAME, source_parent))
        return row is not None and self._filter in row.name.casefold()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._model.sort(column, order)


def _rank(node: _Node) -> int:
    if node.row is None:
        return 2
    return 0 if node.row.is_folder else 1


def _name_key(node: _Node) -> str:
    return node.row.name.casefold() if node.row is not None else ""


def _value_key(node: _Node, column: int) -> Any:
    row = node.row
    match column:
        case 1:
            return -1 if row is None or row.changed is None else int(row.changed)
        case 2:
            return row.size if row is not None else 0
        case 3:
            return row.mtime_ns if row is not None else 0
        case 4:
            return row.mode_words if row is not None else ""
        case 5:
            return row.owner if row is not None else ""
        case _:
            return _name_key(node)


def _text(row: FileRow, column: int) -> str:
    match column:
        case 0:
            shown = f"{row.name} → {row.target}" if row.target else row.name
            return f"{shown}  ·  {_mount_words(row)}" if row.mount else shown
        case 1:
            return tr(CHANGED_WORDS[row.changed]) if row.changed is not None else ""
        case 2:
            return size(row.size) if row.kind == "file" and not row.deleted else ""
        case 3:
            if not row.mtime_ns:
                return ""
            return time.strftime("%Y-%m-%d %H:%M", time.localtime(_bearable(row.mtime_ns / 1e9)))
        case 4:
            return row.mode_words
        case _:
            return row.owner


def _bearable(seconds: float) -> float:
    """A time that every C library can tell."""
    return min(max(seconds, 0.0), 253_402_300_000.0)


def _mount_words(row: FileRow) -> str:
    mount = row.mount
    if mount is None:
        return ""
    match mount.kind:
        case "volume":
            words = tr("Volume {name}").format(name=mount.source)
        case "bind":
            words = tr("Folder of the host: {path}").format(path=mount.source)
        case "tmpfs":
            words = tr("In memory (tmpfs)")
        case _:
            words = tr("Mount of kind {kind}").format(kind=mount.kind)
    return tr("{mount}, read-only").format(mount=words) if mount.read_only else words


def _spoken(row: FileRow) -> str:
    parts = [_text(row, NAME), tr("folder") if row.is_folder else ""]
    return ", ".join(part for part in parts if part)


def _tip(row: FileRow) -> str:
    exact = tr("Deleted since the image") if row.deleted else ""
    facts = "  ".join(part for part in (row.mode_words, row.owner) if part)
    return "\n".join(part for part in (row.path_words, facts, _mount_words(row), exact) if part)
