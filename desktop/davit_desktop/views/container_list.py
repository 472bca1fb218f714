"""The list of containers: knows which chip or button is under the pointer, and its columns' widths.

Columns are known by their keys. Those that the person dragged keep their width; the others share
what is left, the name first.
"""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget
from typing_extensions import override

from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr
from davit_desktop.views.container_rows import CHOSEN_AT_FIRST, KEYS, ContainerRow
from davit_desktop.views.rows_view import RowsView
from davit_desktop.views.table_model import RowsProxy

Index = QModelIndex | QPersistentModelIndex
Hit = Callable[[Index, QRectF, QPointF], str | PortMapping | None]

BUTTON = 26
_NARROW = 860  # points of list width under which image and uptime move to second lines
_LEAST = 48  # points of a column that is dragged


def plain_index(index: Index) -> QModelIndex:
    """A plain index for one that may be persistent."""
    if isinstance(index, QModelIndex):
        return index
    if not index.isValid():
        return QModelIndex()
    return index.model().index(index.row(), index.column(), index.parent())


def first_cell(index: Index) -> QModelIndex:
    """The first cell of an index's row."""
    return plain_index(index).siblingAtColumn(0)


class ContainerList(RowsView):
    """The list itself: paints whole rows, knows which chip or button is under the pointer."""

    activated_row = Signal(object)  # Container
    activated_group = Signal(str)
    button_pressed = Signal(str, object, QPoint)  # what, Container or group title, where
    port_clicked = Signal(object, bool)  # PortMapping, running
    width_changed = Signal()
    columns_changed = Signal()
    menu_requested = Signal(QModelIndex, QPoint)  # row, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = QPersistentModelIndex()
        self.pointer: QPointF | None = None
        self.dirty = QRegion()  # what the paint event under way is about
        self.find_part: Hit = lambda index, area, where: None  # what is under a point of a cell
        self._chosen = set(CHOSEN_AT_FIRST)
        self._widths: dict[str, int] = {}
        self._placing = False
        self._narrow = False
        self.setAccessibleName(tr("Containers"))
        self.setProperty("look", "rows")  # the current row shows the focus
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(True)
        self.setAllColumnsShowFocus(False)  # the delegate marks the current row
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(24)
        header.sectionResized.connect(self._dragged)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda where: self.columns_menu().exec(header.mapToGlobal(where))
        )
        self.doubleClicked.connect(self._activate)

    def row(self, index: Index) -> ContainerRow | None:
        """The row under an index; None for a group."""
        model = self.model()
        found: ContainerRow | None = model.row_at(index) if isinstance(model, RowsProxy) else None
        return found

    def group(self, index: Index) -> str:
        """The title of the group under an index; empty for a row."""
        model = self.model()
        return model.group_at(index) if isinstance(model, RowsProxy) else ""

    def fold(self, index: QModelIndex) -> None:
        """Fold a group, or unfold it."""
        title = index.siblingAtColumn(0)
        self.setExpanded(title, not self.isExpanded(title))

    def narrow(self) -> bool:
        """Whether rows show image and uptime in second lines rather than in columns."""
        return self._narrow

    def choose_columns(self, chosen: Collection[str], widths: Mapping[str, int]) -> None:
        """Show these of the columns that can be hidden, those of `widths` as wide as that."""
        self._chosen = {key for key in KEYS if key in chosen}
        self._widths = {key: width for key, width in widths.items() if key in KEYS}
        self.place_columns()

    @property
    def chosen_columns(self) -> tuple[str, ...]:
        return tuple(key for key in KEYS if key in self._chosen)

    @property
    def widths(self) -> dict[str, int]:
        """The widths that the person has dragged columns to."""
        return dict(self._widths)

    def place_columns(self) -> None:
        """Give every column its width, so that nothing is cut and nothing scrolls sideways."""
        if self.model() is None:
            return
        metrics = self.fontMetrics()
        unit = metrics.horizontalAdvance("0")
        age = metrics.horizontalAdvance(tr("{duration} ago").format(duration="99 days")) + 20
        fixed = {
            "state": metrics.horizontalAdvance(
                tr("{running} running of {total}").format(running=10, total=10)
            )
            + 36,
            "cpu": max(metrics.horizontalAdvance("100.0 %"), unit * 6) + 20,
            "memory": metrics.horizontalAdvance("999.9 MB") + 20,
            "uptime": age,
            "created": age,
            "actions": 3 * BUTTON + 28,
        }
        for place, key in enumerate(KEYS):
            if key in fixed and key != "actions":
                title = str(self.model().headerData(place, Qt.Orientation.Horizontal) or "")
                fixed[key] = max(
                    fixed[key], self.header().fontMetrics().horizontalAdvance(title) + 20
                )
        total = self.viewport().width()
        fixed.update({k: w for k, w in self._widths.items() if k not in ("name", "actions")})
        shown = {"name", "actions"} | self._chosen
        least = (24 if "ports" in shown else 16) * unit

        def full() -> bool:
            return total - sum(width for key, width in fixed.items() if key in shown) < least

        for key in ("command", "created"):
            if full():
                shown.discard(key)
        # Image and uptime have a place in second lines; then names matter more than figures.
        narrow = self._narrow = total < _NARROW or full()
        if narrow:
            shown -= {"image", "uptime"}
        for key in ("memory", "cpu"):
            if full():
                shown.discard(key)
        fixed = {key: width for key, width in fixed.items() if key in shown}
        shares = {"name": 32, "image": 30, "command": 25, "ports": 38}
        if narrow:
            shares |= {"name": 45, "ports": 55}
        shares = {key: share for key, share in shares.items() if key in shown - fixed.keys()}
        left = total - sum(fixed.values())
        whole = sum(shares.values())
        widths = fixed | {key: left * share // whole for key, share in shares.items()}
        widths["name"] += total - sum(widths.values())
        self._placing = True
        for place, key in enumerate(KEYS):
            self.setColumnHidden(place, key not in shown)
            if key in shown and self.columnWidth(place) != widths[key]:
                self.setColumnWidth(place, max(widths[key], 24))
        self._placing = False

    def columns_menu(self) -> QMenu:
        """The columns to choose from."""
        menu = QMenu(self)
        titles = {column.key: column.title for column in self._rows_model().columns}
        for key in KEYS:
            if key in ("name", "actions"):
                continue
            action = menu.addAction(titles[key])
            action.setCheckable(True)
            action.setChecked(key in self._chosen)
            action.toggled.connect(lambda on, key=key: self._choose(key, on))
        menu.addSeparator()
        reset = menu.addAction(tr("Columns as at first"))
        reset.triggered.connect(lambda: self._choose_all(CHOSEN_AT_FIRST, {}))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose(self, key: str, on: bool) -> None:
        chosen = self._chosen | {key} if on else self._chosen - {key}
        self._choose_all(chosen, self._widths)

    def _choose_all(self, chosen: Collection[str], widths: Mapping[str, int]) -> None:
        self.choose_columns(chosen, widths)
        self.columns_changed.emit()

    def _dragged(self, place: int, _: int, width: int) -> None:
        key = KEYS[place]
        if self._placing or key in ("name", "actions"):
            return
        self._widths[key] = max(width, _LEAST)
        self.place_columns()
        self.columns_changed.emit()

    def _rows_model(self) -> RowsProxy[ContainerRow]:
        model = self.model()
        assert isinstance(model, RowsProxy)
        return model

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for key in ("name", "actions"):  # they take what the others leave
                mode = QHeaderView.ResizeMode.Fixed
                self.header().setSectionResizeMode(KEYS.index(key), mode)
            self.place_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_columns()
        self.width_changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.place_columns()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.dirty = event.region()
        super().paintEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(event.position())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hit(event.position()) is not None:
            return  # a chip or button: acts on release, selects nothing
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or hit is None:
            super().mouseReleaseEvent(event)
            return
        index, what = hit
        if isinstance(what, PortMapping):
            row = self.row(index)
            self.port_clicked.emit(what, bool(row and row.container.running))
        elif what == "fold":
            self.fold(index)
        else:
            row = self.row(index)
            target = row.container if row else self.group(index)
            self.button_pressed.emit(what, target, event.globalPosition().toPoint())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, where = self.indexAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.menu_requested.emit(index, where)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        return  # groups draw their own arrow

    def _activate(self, index: QModelIndex) -> None:
        row = self.row(index)
        if row is not None:
            self.activated_row.emit(row.container)
        elif title := self.group(index):
            self.activated_group.emit(title)

    def _hit(self, where: QPointF) -> "tuple[QModelIndex, str | PortMapping] | None":
        index = self.indexAt(where.toPoint())
        if not index.isValid():
            return None
        what = self.find_part(index, QRectF(self.visualRect(index)), where)
        return None if what is None else (index, what)

    def _point(self, where: QPointF | None) -> None:
        self.pointer = where
        index = self.indexAt(where.toPoint()) if where is not None else QModelIndex()
        before = self.hovered_row
        self.hovered_row = QPersistentModelIndex(index.siblingAtColumn(0))
        hit = self._hit(where) if where is not None else None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        )
        for changed in (plain_index(before), plain_index(self.hovered_row)):
            self._repaint_row(changed)

    def _repaint_row(self, index: QModelIndex) -> None:
        if index.isValid():
            area = self.visualRect(index)
            self.viewport().update(0, area.top(), self.viewport().width(), area.height())
