"""The list of images: names, who uses them, sizes, and a mark where a registry has a newer one."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from davit_desktop.state.images import Image
from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.rows_view import RowsView
from davit_desktop.views.table_model import Column, Index, RowsProxy
from davit_desktop.views.text import duration, size, visible
from davit_desktop.views.theme import Tokens, tokens

_ROW = 36
_CHIP = 20
_PIN = 12
_WIDE = 860  # points from which there is room for the platform
_ROOMY = 700  # points from which there is room for the id


def name(image: Image) -> str:
    """All names in one line, and what the registry has; for screen readers and sorting too."""
    if image.dangling:
        return image.reference
    words = ", ".join(image.references)
    if image.pinned:
        words = tr("{name}, pinned").format(name=words)
    return tr("{names}, update available").format(names=words) if image.updates else words


def names_tip(image: Image) -> str:
    """Every name on a line of its own, and what there is to know beside."""
    lines = list(image.references) or [tr("Dangling: no name leads to this image")]
    lines += [tr("{name}: update available").format(name=each) for each in image.updates]
    if image.update_problem:
        lines.append(tr("No answer about updates: {why}").format(why=image.update_problem))
    if image.platform:
        lines.append(image.platform)
    return "\n".join(lines)


def age(image: Image) -> str:
    """How long ago it was made; images may carry a date of long ago, or none."""
    if image.created <= 0:
        return ""
    ago = duration(max(0.0, time.time() - image.created))
    return tr("{time} ago", "a length of time").format(time=ago)


def use(image: Image) -> str:
    """By whom it is used."""
    if len(image.users) == 1:
        return image.users[0].name
    return tr("%n container(s)", "", len(image.users)) if image.users else ""


def unique(image: Image) -> str:
    return size(image.unique) if image.unique >= 0 else ""


def unique_tip(image: Image) -> str:
    if image.unique < 0:
        return ""
    if image.shared == 0:
        return tr("nothing shared with other images")
    return tr("{unique} of its own, {shared} shared with other images").format(
        unique=size(image.unique), shared=size(image.shared)
    )


def columns() -> tuple[Column[Image], ...]:
    """The columns, in the person's language."""
    return (
        Column[Image](
            key="name", title=tr("Name"), text=name, tip=names_tip, sort=lambda i: i.reference
        ),
        Column[Image](key="id", title=tr("ID"), text=lambda i: i.short_id, tip=lambda i: i.id),
        Column[Image](
            key="use",
            title=tr("Used by"),
            text=use,
            tip=lambda i: "\n".join(i.used_by),
            sort=lambda i: len(i.users),
        ),
        Column[Image](key="platform", title=tr("Platform"), text=lambda i: i.platform),
        Column[Image](key="created", title=tr("Created"), text=age, sort=lambda i: -i.created),
        Column[Image](
            key="unique",
            title=tr("Unique"),
            text=unique,
            tip=unique_tip,
            sort=lambda i: i.unique,
            right=True,
        ),
        Column[Image](
            key="size",
            title=tr("Size"),
            text=lambda i: size(i.size),
            tip=unique_tip,
            sort=lambda i: i.size,
            right=True,
        ),
    )


_KEYS = ("name", "id", "use", "platform", "created", "unique", "size")


class _RowDelegate(QStyledItemDelegate):
    """Plain cells on whole-row backgrounds; the first name is bold, what is in use has a mark."""

    def __init__(self, view: ImageList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, max(_ROW, self._view.fontMetrics().height() + 20))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        image = self._view.image(index)
        if image is None:
            return
        painter.save()
        t = tokens(self._view.palette())
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            area, QColor(t.selection if selected else t.hover if hovered else t.surface)
        )
        painter.setPen(QColor(t.border))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        current = self._view.currentIndex().row() == index.row()
        if current and self._view.hasFocus() and index.column() == 0:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(t.accent))
        key = _KEYS[index.column()]
        text = area.adjusted(16 if key == "name" else 8, 0, -8, 0)
        if key == "name":
            self._paint_name(painter, text, image, t)
        else:
            self._paint_cell(painter, text, key, str(index.data() or ""), image, t)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRectF, image: Image, t: Tokens) -> None:
        chip = self._view.update_chip(image, area)
        if chip is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(t.accent))
            painter.setBrush(QColor(t.selection))
            painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), _CHIP / 2, _CHIP / 2)
            mark = QRectF(chip.left() + 8, chip.center().y() - 7, 14, 14)
            icons.paint(painter, "download", mark, t.accent, t.surface)
            painter.setPen(QColor(t.text))
            painter.setFont(self._view.font())
            painter.drawText(chip.adjusted(26, 0, 0, 0), _LEFT, update_words())
            area.setRight(chip.left() - 8)
        if image.pinned:
            place = QRectF(area.left() - _PIN - 2, area.center().y() - _PIN / 2, _PIN, _PIN)
            icons.paint(painter, "pin", place, t.accent, t.surface)
        font = QFont(self._view.font())
        if not image.dangling:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(t.muted if image.dangling else t.text))
        metrics = QFontMetrics(font)
        first = visible(image.reference)
        rest = visible(tr("also {names}").format(names=", ".join(image.others)))
        room = area.width()
        if image.others:  # what is beside has a third at least
            room = max(room * 0.66, room - metrics.horizontalAdvance(rest) - 12)
        shown = metrics.elidedText(first, Qt.TextElideMode.ElideMiddle, int(room))
        painter.drawText(area, _LEFT, shown)
        if image.others:
            area.setLeft(area.left() + metrics.horizontalAdvance(shown) + 12)
            painter.setFont(self._view.font())
            painter.setPen(QColor(t.muted))
            rest = self._view.fontMetrics().elidedText(
                rest, Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.drawText(area, _LEFT, rest)

    def _paint_cell(
        self, painter: QPainter, area: QRectF, key: str, words: str, image: Image, t: Tokens
    ) -> None:
        if key == "use" and image.users:
            place = QRectF(area.left(), area.center().y() - 7, 14, 14)
            icons.paint(painter, "containers", place, t.green, t.surface)
            area.setLeft(area.left() + 20)
        painter.setPen(QColor(t.accent if key == "use" else t.muted))
        side = _RIGHT if key in ("size", "unique") else _LEFT
        mode = Qt.TextElideMode.ElideMiddle if key == "use" else Qt.TextElideMode.ElideRight
        shown = self._view.fontMetrics().elidedText(words, mode, int(area.width()))
        painter.drawText(area, side, shown)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def update_words() -> str:
    return tr("Update", "a newer image is there: click to pull it")


class ImageList(RowsView):
    """The list itself. A click on the mark of an update, or on a user, says so."""

    update_clicked = Signal(object)  # Image
    users_clicked = Signal(object)  # Image

    def __init__(self, proxy: RowsProxy[Image], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self.setModel(proxy)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(tr("Images"))
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

    def image(self, index: Index) -> Image | None:
        """The row under an index."""
        return self._proxy.row_at(index)

    def update_chip(self, image: Image, cell: QRectF) -> QRectF | None:
        """Where the mark of an update stands in the name's cell; None without one."""
        if not image.updates:
            return None
        width = self.fontMetrics().horizontalAdvance(update_words()) + 36
        height = max(_CHIP, self.fontMetrics().height() + 2)
        return QRectF(cell.right() - width, cell.center().y() - height / 2, width, height)

    def place_columns(self) -> None:
        """Give every column its width, so that nothing scrolls sideways."""
        metrics = self.fontMetrics()
        room = self.viewport().width()
        self.setColumnHidden(1, room < _ROOMY)
        self.setColumnHidden(3, room < _WIDE)
        fixed = {
            1: metrics.horizontalAdvance("0" * 12) + 24,
            3: metrics.horizontalAdvance("linux/arm64/v8") + 24,
            4: metrics.horizontalAdvance("99 h 59 min ago") + 24,
            5: metrics.horizontalAdvance("999.9 MB") + 28,
            6: metrics.horizontalAdvance("999.9 MB") + 28,
        }
        taken = sum(width for column, width in fixed.items() if not self.isColumnHidden(column))
        left = max(100, room - taken)
        used_by = max(
            int(left * 0.24), min(left // 2, metrics.horizontalAdvance("99 containers") + 48)
        )
        for column, width in {**fixed, 0: left - used_by, 2: used_by}.items():
            if not self.isColumnHidden(column) and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            image, key = self._hit(event.position())
            if image is not None and key == "update":
                self.update_clicked.emit(image)
            elif image is not None and key == "use":
                self.users_clicked.emit(image)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hand = self._hit(event.position())[1] != ""
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _hit(self, where: QPointF) -> tuple[Image | None, str]:
        """What a click at this place means beside selecting: `update` or `use`."""
        index = self.indexAt(where.toPoint())
        image = self.image(index)
        if image is None:
            return None, ""
        cell: QRect = self.visualRect(index)
        key = _KEYS[index.column()]
        if key == "name":
            chip = self.update_chip(image, QRectF(cell).adjusted(16, 0, -8, 0))
            return image, "update" if chip is not None and chip.contains(where) else ""
        return image, "use" if key == "use" and image.users else ""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.place_columns()
