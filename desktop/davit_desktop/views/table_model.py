"""Any list of rows as a Qt table, changed row by row, in groups when the rows have some.

A view keeps selection, scroll position and open editors because an update removes, inserts and
changes only the rows that differ. Without a grouping function the model is flat. The model itself
keeps its rows in order: a proxy that sorts asks Python twenty thousand times for two thousand rows.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from davit_desktop.views.text import tool_tip, visible

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

SORT = Qt.ItemDataRole.UserRole

_NOWHERE = QModelIndex()
_RUNS = 20  # places at which rows are put in one by one; for more, all are put in order anew


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column: what it says, how it sorts and looks. `text` is shown as plain text.

    It is as wide as `sample` in the list's font; without one it gets `share` of what is left.
    `mark` gives an icon and its colour's token before the text.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], str | float] | None = None
    tip: Callable[[Row], str] | None = None
    right: bool = False
    sample: str = ""
    share: int = 1
    look: Literal["", "strong", "muted", "code"] = ""
    mark: Callable[[Row], tuple[str, str] | None] | None = None


@dataclass(slots=True, eq=False)
class _Node(Generic[Row]):
    number: int
    key: str
    row: Row | None
    parent: "_Node[Row] | None"
    place: int = 0
    children: list["_Node[Row]"] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)  # what a group says in columns, once asked


class TableModel(QAbstractItemModel, Generic[Row]):
    """Rows identified by a key; `set_rows` brings the table to a new list."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        group: Callable[[Row], str] | None = None,
        group_text: Callable[[str, Sequence[Row]], str] | None = None,
        first: Callable[[Row], bool] | None = None,
    ) -> None:
        """`group_text` is given a column's key and a group's rows; the first says the title.

        Rows that are `first` stand at the top in any order, and so do groups that hold one.
        """
        super().__init__(parent)
        self.columns = tuple(columns)
        self._group_text = group_text or (lambda column, rows: "")
        self._first = first or (lambda row: False)
        self._key = key
        self._group = group or (lambda row: "")
        self._root: _Node[Row] = _Node(0, "", None, None)
        self._nodes: dict[int, _Node[Row]] = {0: self._root}
        self._leaves: dict[str, _Node[Row]] = {}
        self._groups: dict[str, _Node[Row]] = {}
        self._numbers = 0
        self._sort: tuple[int, bool] | None = None  # column, and whether the highest comes first
        self._keep_sorted = True

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows: takes out, changes and puts in only what differs."""
        wanted = {self._key(row): row for row in rows}
        gone = [
            node
            for key, node in self._leaves.items()
            if key not in wanted or self._group_key(wanted[key]) != self._parent_key(node)
        ]
        touched = {id(node.parent) for node in gone}
        self._take_out(gone)
        fresh: dict[str, list[Row]] = {}
        changed: list[_Node[Row]] = []
        for key, row in wanted.items():
            node = self._leaves.get(key)
            if node is None:
                fresh.setdefault(self._group_key(row), []).append(row)
            elif node.row != row:
                node.row = row
                changed.append(node)
        for parent, places in _by_parent(changed):
            touched.add(id(parent))
            for first, last in _runs(places):
                self._say_changed(parent.children[first], parent.children[last])
        self._put_in_order([parent for parent, _ in _by_parent(changed)])
        top: list[_Node[Row]] = []
        for title, members in fresh.items():
            if title in self._groups:
                group = self._groups[title]
                self._put_in(group, self._new_leaves(group, members))
                touched.add(id(group))
            elif title:
                top.append(self._new_group(title, members))
            else:
                top += self._new_leaves(self._root, members)
        self._put_in(self._root, top)
        self._drop_empty_groups()
        for group in self._groups.values():
            if id(group) in touched:
                group.said.clear()
                self._say_changed(group)
        if any(id(group) in touched for group in self._groups.values()):
            self._put_in_order([self._root])  # a group may hold one that is first now

    def set_row(self, row: Row) -> None:
        """Change one row that is already shown, telling only the cells that read differently."""
        node = self._leaves.get(self._key(row))
        if node is None or node.row is None or node.row == row:
            return
        before, node.row = node.row, row
        group = node.parent
        for place, column in enumerate(self.columns):
            if column.text(before) != column.text(row):
                index = self._index(node, place)
                self.dataChanged.emit(index, index)
                if group is not None and group is not self._root:
                    group.said.pop(column.key, None)
                    index = self._index(group, place)
                    self.dataChanged.emit(index, index)
        if group is not None:
            self._put_in_order([group])

    def order_by(self, column: int, *, descending: bool) -> None:
        """Put the rows in this order, and keep them so; groups are above in any order."""
        self._sort = (column, descending) if 0 <= column < len(self.columns) else None
        self._put_in_order((self._root, *self._groups.values()), always=True)

    def keep_sorted(self, keep: bool) -> None:
        """Let a changed row stay where it is for a while, or have all in order again."""
        if self._keep_sorted != keep:
            self._keep_sorted = keep
            self._put_in_order((self._root, *self._groups.values()))

    def row(self, key: str) -> Row | None:
        """The row with this key, if it is shown."""
        node = self._leaves.get(key)
        return node.row if node else None

    def rows(self) -> list[Row]:
        """Every row, in no particular order."""
        return [node.row for node in self._leaves.values() if node.row is not None]

    def row_at(self, index: Index) -> Row | None:
        """The row under an index of this model; None for a group or nothing."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.row if node else None

    def group_at(self, index: Index) -> str:
        """The title of the group under an index of this model; empty for a row or nothing."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.key if node and node.row is None else ""

    def sort_value(self, index: Index) -> str | float:
        """What the row under an index sorts by in that column."""
        row = self.row_at(index)
        if row is None:
            return ""
        column = self.columns[index.column()]
        return (column.sort or column.text)(row)

    @property
    def groups(self) -> tuple[str, ...]:
        """Titles of all groups."""
        return tuple(self._groups)

    def index_of_group(self, title: str) -> QModelIndex:
        """Where a group stands; an invalid index when there is none of that title."""
        group = self._groups.get(title)
        return self._index(group, 0) if group else QModelIndex()

    def group_rows(self, title: str) -> list[Row]:
        """The rows of a group."""
        group = self._groups.get(title)
        return [node.row for node in group.children if node.row is not None] if group else []

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Where a row stands; an invalid index when it is not there."""
        node = self._leaves.get(key)
        return self._index(node, column) if node else QModelIndex()

    def refresh_column(self, key: str) -> None:
        """Say that a column's texts changed although the rows did not, as times do."""
        place = next(i for i, column in enumerate(self.columns) if column.key == key)
        for parent in (self._root, *self._groups.values()):
            if parent.children:
                first, last = parent.children[0], parent.children[-1]
                self.dataChanged.emit(self._index(first, place), self._index(last, place))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self._node(parent).children)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.columns)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._node(parent).children
        if not (0 <= row < len(children) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    @override
    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid():
            return QModelIndex()
        node = self._nodes.get(child.internalId())
        if node is None or node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self._index(node.parent, 0)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._nodes.get(index.internalId())
        if node is None:
            return None
        column = self.columns[index.column()]
        if node.row is None:
            return self._group_data(node, index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return visible(column.text(node.row))
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip((column.tip or column.text)(node.row))
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ if role == SORT:
                return self.sort_value(index)
            case _:
                return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _group_data(self, node: _Node[Row], column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return visible(node.key) if column == 0 else self._said(node, column)
        if role == SORT:
            return node.key
        return None

    def _said(self, group: _Node[Row], column: int) -> str:
        key = self.columns[column].key
        if key not in group.said:
            rows = [node.row for node in group.children if node.row is not None]
            group.said[key] = visible(self._group_text(key, rows))
        return group.said[key]

    def _node(self, index: Index) -> _Node[Row]:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node[Row], column: int) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.place, column, node.number)

    def _group_key(self, row: Row) -> str:
        return self._group(row)

    def _parent_key(self, node: _Node[Row]) -> str:
        return node.parent.key if node.parent else ""

    def _new_node(self, key: str, row: Row | None, parent: _Node[Row]) -> _Node[Row]:
        self._numbers += 1
        node = _Node(self._numbers, key, row, parent)
        self._nodes[node.number] = node
        return node

    def _new_leaves(self, parent: _Node[Row], rows: Iterable[Row]) -> list[_Node[Row]]:
        nodes = [self._new_node(self._key(row), row, parent) for row in rows]
        self._leaves.update({node.key: node for node in nodes})
        return nodes

    def _new_group(self, title: str, rows: Iterable[Row]) -> _Node[Row]:
        """A group with its rows, which is not in the table yet."""
        group = self._groups[title] = self._new_node(title, None, self._root)
        group.children = self._in_order(self._new_leaves(group, rows))
        _number(group.children)
        return group

    def _put_in(self, parent: _Node[Row], nodes: list[_Node[Row]]) -> None:
        ordered = self._keep_sorted and self._sort is not None
        if not nodes:
            return
        before = parent.children
        after = self._in_order(before + nodes) if ordered else before + nodes
        fresh = {node.number for node in nodes}
        runs = _runs([place for place, node in enumerate(after) if node.number in fresh])
        scattered = len(runs) > _RUNS
        if scattered:
            after, runs = before + nodes, [(len(before), len(before) + len(nodes) - 1)]
        for first, last in runs:
            self.beginInsertRows(self._index(parent, 0), first, last)
            parent.children[first:first] = after[first : last + 1]
            _number(parent.children, first)
            self.endInsertRows()
        if scattered:
            self._put_in_order([parent])

    def _in_order(self, nodes: list[_Node[Row]]) -> list[_Node[Row]]:
        if self._sort is None:
            return nodes
        column, descending = self._sort
        sort = self.columns[column].sort or self.columns[column].text

        def key(node: _Node[Row]) -> tuple[bool, str | float]:
            value = "" if node.row is None else sort(node.row)
            return (True, value.casefold()) if isinstance(value, str) else (False, value)

        groups = [node for node in nodes if node.row is None]
        groups.sort(key=lambda node: node.key.casefold())
        leaves = [node for node in nodes if node.row is not None]
        leaves.sort(key=key, reverse=descending)
        return sorted(groups + leaves, key=lambda node: not self._is_first(node))

    def _is_first(self, node: _Node[Row]) -> bool:
        if node.row is not None:
            return self._first(node.row)
        return any(child.row is not None and self._first(child.row) for child in node.children)

    def _put_in_order(self, parents: Iterable[_Node[Row]], *, always: bool = False) -> None:
        """`always`: even while changed rows stay where they are."""
        if self._sort is None or not (self._keep_sorted or always):
            return
        orders = [(parent, self._in_order(parent.children)) for parent in parents]
        orders = [
            (parent, order)
            for parent, order in orders
            if any(one is not other for one, other in zip(parent.children, order, strict=True))
        ]
        if not orders:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._nodes[index.internalId()]) for index in self.persistentIndexList()]
        for parent, order in orders:
            parent.children = order
            _number(order)
        self.changePersistentIndexList(
            [index for index, _ in kept],
            [self._index(node, index.column()) for index, node in kept],
        )
        self.layoutChanged.emit()

    def _take_out(self, nodes: list[_Node[Row]]) -> None:
        for parent, places in _by_parent(nodes):
            for first, last in reversed(_runs(places)):
                self.beginRemoveRows(self._index(parent, 0), first, last)
                for node in parent.children[first : last + 1]:
                    del self._nodes[node.number]
                    self._leaves.pop(node.key, None)
                del parent.children[first : last + 1]
                _number(parent.children, first)
                self.endRemoveRows()

    def _drop_empty_groups(self) -> None:
        for title in [title for title, group in self._groups.items() if not group.children]:
            group = self._groups.pop(title)
            place = group.place
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._nodes[group.number]
            del self._root.children[place]
            _number(self._root.children, place)
            self.endRemoveRows()

    def _say_changed(self, first: _Node[Row], last: _Node[Row] | None = None) -> None:
        end = self._index(last or first, len(self.columns) - 1)
        self.dataChanged.emit(self._index(first, 0), end)


def _number(nodes: list[_Node[Row]], first: int = 0) -> None:
    for place in range(first, len(nodes)):
        nodes[place].place = place


def _by_parent(nodes: list[_Node[Row]]) -> list[tuple[_Node[Row], list[int]]]:
    places: dict[int, tuple[_Node[Row], list[int]]] = {}
    for node in nodes:
        if node.parent is not None:
            places.setdefault(node.parent.number, (node.parent, []))[1].append(node.place)
    return list(places.values())


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Numbers as first–last pairs of neighbours, ascending."""
    ordered = sorted(places)
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(ordered):
        # In a run, number minus position is constant.
        base = ordered[start] - start
        end = bisect_left(range(len(ordered)), True, start, key=lambda i: ordered[i] - i > base)
        runs.append((ordered[start], ordered[end - 1]))
        start = end
    return runs


class RowsProxy(QSortFilterProxyModel, Generic[Row]):
    """Sorts its model by the columns' sort values and hides the rows a predicate refuses.

    Groups stay above single rows, by title, whatever the order; a group shows while any of its
    rows does.
    """

    def __init__(self, model: TableModel[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accepts: Callable[[Row], bool] | None = None
        self._model = model
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns of the model."""
        return self._model.columns

    def set_predicate(self, accepts: Callable[[Row], bool] | None) -> None:
        """Show only the rows this accepts; None shows all."""
        self._accepts = accepts
        self.invalidate()

    def row_at(self, index: Index) -> Row | None:
        """The row under an index of this proxy; None for a group or nothing."""
        # Not through data(): PySide6 6.12.0 gives back a None without owning it, which ends
        # Python 3.11 after some thousand times.
        return self._model.row_at(self.mapToSource(index))

    def group_at(self, index: Index) -> str:
        """The title of the group under an index of this proxy; empty for a row or nothing."""
        return self._model.group_at(self.mapToSource(index))

    def shown(self) -> int:
        """How many rows are shown, groups not counted."""
        total = 0
        for place in range(self.rowCount()):
            index = self.index(place, 0)
            total += self.rowCount(index) if self.group_at(index) else 1
        return total

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == self.sortColumn():
            # The arrow stands at the right, where it would cover the title.
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._accepts is None:
            return True
        row = self._model.row_at(self._model.index(source_row, 0, source_parent))
        return row is not None and self._accepts(row)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self._model.order_by(column, descending=order == Qt.SortOrder.DescendingOrder)

    @override
    def sortColumn(self) -> int:
        return self._sorted[0]

    @override
    def sortOrder(self) -> Qt.SortOrder:
        return self._sorted[1]
