"""A layer's files as a Qt tree: folders with the sums of what is below them, in any order."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView
from typing_extensions import override

from davit_desktop.state.image_layers import Change, File
from davit_desktop.translation import mark, tr
from davit_desktop.views import icons
from davit_desktop.views.text import size, tool_tip, visible
from davit_desktop.views.theme import tokens

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_ARROW = 14
_TITLES = (mark("Name"), mark("Change"), mark("Size"), mark("Hides"), mark("Wasted"))
NAME, CHANGE, SIZE, HIDES, WASTED = range(5)
_WORDS = {
    Change.NONE: "",
    Change.ADDED: mark("added"),
    Change.CHANGED: mark("changed"),
    Change.REMOVED: mark("removed"),
}
_SIGNS = {Change.NONE: "", Change.ADDED: "+", Change.CHANGED: "~", Change.REMOVED: "−"}


def change_words(change: Change) -> str:
    """What a layer did to a path, as the tree tells it."""
    return f"{_SIGNS[change]} {tr(_WORDS[change])}" if change else ""


_KEYS: tuple[Callable[[File], Any], ...] = (
    lambda file: file.name.casefold(),
    lambda file: (file.change.value, file.name.casefold()),
    lambda file: file.size,
    lambda file: file.hidden,
    lambda file: file.wasted,
)


class FileTree(QAbstractItemModel):
    """Shows a tree of files; children are put in order when they are first looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = File("", None)
        self._column, self._descending = SIZE, True
        self._seen: Collection[File] | None = None  # what is left of the files, None for all
        self._numbers: dict[File, int] = {}
        self._files: list[File] = []
        self._order: dict[File, list[File]] = {}
        self._places: dict[File, int] = {}

    def show_tree(self, root: File, seen: Collection[File] | None = None) -> None:
        """Show the files below `root`, or only those of them that are `seen`."""
        self.beginResetModel()
        self._root, self._seen = root, seen
        self._forget()
        self.endResetModel()

    def file(self, index: Index) -> File | None:
        """The file under an index."""
        return self._files[index.internalId()] if index.isValid() else None

    @property
    def shown(self) -> int:
        """How many entries stand at the top."""
        return len(self._children(self._root))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.file(index)) for index in self.persistentIndexList()]
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_TITLES) - 1)
        self._order.clear()
        self._places.clear()
        for index, file in kept:
            if file is not None:
                self.changePersistentIndex(index, self._index(file, index.column()))
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._children(self.file(parent) or self._root))

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        file = self.file(parent) or self._root
        if parent.isValid() and parent.column() != 0:
            return False
        return any(self._visible(child) for child in file.children.values())

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(_TITLES)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(self.file(parent) or self._root)
        if not (0 <= row < len(children) and 0 <= column < len(_TITLES)):
            return QModelIndex()
        return self.createIndex(row, column, self._number(children[row]))

    @override
    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        file = self.file(child)
        if file is None or file.parent is None or file.parent is self._root:
            return QModelIndex()
        return self._index(file.parent, 0)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.file(index)
        if file is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(file, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(_tip(file))
            case Qt.ItemDataRole.TextAlignmentRole:
                right = index.column() in (SIZE, HIDES, WASTED)
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_TITLES):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # The arrow stands at the right, where it would cover the title.
            right = section in (SIZE, HIDES, WASTED) and section != self._column
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _forget(self) -> None:
        self._numbers.clear()
        self._files.clear()
        self._order.clear()
        self._places.clear()

    def _visible(self, file: File) -> bool:
        return self._seen is None or file in self._seen

    def _children(self, file: File) -> list[File]:
        order = self._order.get(file)
        if order is None:
            order = sorted(filter(self._visible, file.children.values()), key=_KEYS[NAME])
            if self._column != NAME or self._descending:
                order.sort(key=_KEYS[self._column], reverse=self._descending)
            self._order[file] = order
            self._places.update({child: place for place, child in enumerate(order)})
        return order

    def _number(self, file: File) -> int:
        number = self._numbers.get(file)
        if number is None:
            number = self._numbers[file] = len(self._files)
            self._files.append(file)
        return number

    def _index(self, file: File, column: int) -> QModelIndex:
        if file.parent is None:
            return QModelIndex()
        self._children(file.parent)
        return self.createIndex(self._places.get(file, 0), column, self._number(file))


class FoldingTree(QTreeView):
    """A tree whose folders have the window's own arrow, which a style sheet cannot tint."""

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        super().drawBranches(painter, rect, index)
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        side = min(_ARROW, rect.height())
        left = rect.right() - (self.indentation() + side) / 2
        place = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
        icons.paint(painter, name, place, tokens(self.palette()).muted)


def _text(file: File, column: int) -> str:
    match column:
        case 0:
            name = visible(file.name)
            if file.link:
                arrow = "→" if file.kind == "symlink" else "="
                return f"{name} {arrow} {visible(file.link)}"
            return f"{name}/" if file.kind == "folder" else name
        case 1:
            return change_words(file.change)
        case 2:
            return "" if file.change is Change.REMOVED else size(file.size)
        case 3:
            return size(file.hidden) if file.hidden else ""
        case _:
            return size(file.wasted) if file.wasted else ""


def _tip(file: File) -> str:
    lines = [file.path]
    if file.change and file.change is not Change.REMOVED:
        lines.append(f"{file.mode:04o}")
    if file.hidden:
        lines.append(tr("Hides {bytes} of lower layers").format(bytes=size(file.hidden)))
    if file.wasted:
        lines.append(
            tr("{bytes} of this layer are hidden by higher ones").format(bytes=size(file.wasted))
        )
    return "\n".join(lines)
