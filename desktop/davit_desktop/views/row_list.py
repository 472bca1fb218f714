"""A list of rows painted from their columns: one look for every list that needs no more."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from davit_desktop.views import icons
from davit_desktop.views.rows_view import RowsView
from davit_desktop.views.table_model import Column, Index, RowsProxy
from davit_desktop.views.text import visible
from davit_desktop.views.theme import monospace, tokens

Row = TypeVar("Row")

_LEAST = 64  # points of a column that shares what is left
_ICON = 14
_PAD = 8
_FIRST = 10  # points left of the first column's text


class _Delegate(QStyledItemDelegate, Generic[Row]):
    """Plain cells on whole-row backgrounds."""

    def __init__(self, view: "RowList[Row]") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, max(36, self._view.fontMetrics().height() + 18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.row(index)
        if row is None:
            return
        painter.save()
        t = tokens(self._view.palette())
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = t.selection if selected else t.hover if hovered else t.surface
        painter.fillRect(area, QColor(ground))
        painter.setPen(QColor(t.border))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        first = index.column() == 0
        if first and self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(t.accent))
        column = self._view.columns[index.column()]
        place = area.adjusted(_FIRST if first else _PAD, 0, -_PAD, 0)
        mark = column.mark(row) if column.mark else None
        if mark is not None:
            box = QRectF(place.left(), place.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, mark[0], box, getattr(t, mark[1]), ground)
            place.setLeft(place.left() + _ICON + 6)
        painter.setFont(self._view.font_of(column))
        painter.setPen(QColor(t.muted if column.look == "muted" else t.text))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(painter.font()).elidedText(
            visible(column.text(row)), Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(
            place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
        )
        painter.restore()


class RowList(RowsView, Generic[Row]):
    """Sorted, several selectable, columns as wide as there is room, nothing scrolls sideways."""

    def __init__(
        self,
        proxy: RowsProxy[Row],
        columns: tuple[Column[Row], ...],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self.columns = columns
        self.setModel(proxy)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def row(self, index: Index) -> Row | None:
        """The row under an index of this view."""
        return self._proxy.row_at(index)

    def selected(self) -> list[Row]:
        """The rows that a verb means."""
        chosen = (self.row(index) for index in self.selectionModel().selectedRows())
        return [row for row in chosen if row is not None]

    def font_of(self, column: Column[Any]) -> QFont:
        """The font that a column's cells are painted with."""
        if column.look == "code":
            return monospace(self.font().pointSizeF())
        font = QFont(self.font())
        if column.look == "strong":
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _place_columns(self) -> None:
        widths: dict[int, int] = {}
        for place, column in enumerate(self.columns):
            if column.sample:
                title = self.header().fontMetrics().horizontalAdvance(column.title) + 28
                sample = QFontMetrics(self.font_of(column)).horizontalAdvance(column.sample)
                room = (_FIRST if place == 0 else _PAD) + _PAD + (_ICON + 6 if column.mark else 0)
                widths[place] = max(title, sample + room + 4)
        left = self.viewport().width() - sum(widths.values())
        shares = sum(column.share for column in self.columns if not column.sample)
        for place, column in enumerate(self.columns):
            if not column.sample:
                widths[place] = max(_LEAST, left * column.share // shares)
        for place, width in widths.items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_columns()
