"""Paints the list of containers; where things are painted is where clicks find them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import mark, tr
from davit_desktop.views import chips, icons, text
from davit_desktop.views.container_list import (
    BUTTON,
    ContainerList,
    Index,
    first_cell,
    plain_index,
)
from davit_desktop.views.container_rows import KEYS, ContainerRow, state_look, uptime
from davit_desktop.views.container_verbs import can_resume, can_stop
from davit_desktop.views.theme import tokens

_ICON = 16
_PIN = 12
_BUTTON_WORDS = {
    "start": mark("Start (Space)"),
    "stop": mark("Stop (Space)"),
    "resume": mark("Resume (Space)"),
    "start all": mark("Start all of the project"),
    "stop all": mark("Stop all of the project"),
    "menu": mark("More…"),
    "delete": mark("Delete (Del)"),
    "ports": mark("All ports"),
}


class ContainerDelegate(QStyledItemDelegate):
    """Paints the cells of the list. Positions come from the same functions that find clicks."""

    def __init__(self, view: ContainerList) -> None:
        super().__init__(view)
        self._view = view
        view.find_part = self.hit

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._view.fontMetrics().height()
        return QSize(64, max(48, 2 * line + 16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not self._view.dirty.intersects(option.rect):
            return  # Qt asks for whole rows when one cell has changed
        painter.save()
        t = tokens(self._view.palette())
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = self._view.hovered_row == first_cell(index)
        background = t.selection if selected else t.hover if hovered else t.surface
        painter.fillRect(area, QColor(background))
        painter.setPen(QColor(t.border))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex().siblingAtColumn(0) == first_cell(index)
        if current and self._view.hasFocus() and index.column() == 0:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(t.accent))
        row = self._view.row(index)
        if row is None:
            self._paint_group(painter, area, index)
        else:
            self._paint_cell(painter, area, index, row, selected=selected)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        what = self.hit(
            index, QRectF(self._view.visualRect(plain_index(index))), QPointF(event.pos())
        )
        row = self._view.row(index)
        if what is None or what == "fold":
            return super().helpEvent(event, view, option, index)
        if isinstance(what, PortMapping):
            words = chips.tip(what, bool(row and row.container.running))
        else:
            words = tr(_BUTTON_WORDS[what])
        QToolTip.showText(event.globalPos(), text.tool_tip(words), view)
        return True

    def hit(self, index: Index, area: QRectF, where: QPointF) -> str | PortMapping | None:
        """The chip or button under a point of the cell."""
        row = self._view.row(index)
        column = KEYS[index.column()]
        if column == "actions":
            for name, _, place in self._buttons(index, area):
                if place.contains(where):
                    return name
        if column == "name" and row is None:
            return "fold" if where.x() < area.left() + 36 else None
        if column == "ports" and row is not None:
            for port, _, place in self._chips(row, area):
                if place.contains(where):
                    return port if port is not None else "ports"
        return None

    def _chips(
        self, row: ContainerRow, area: QRectF
    ) -> list[tuple[PortMapping | None, str, QRectF]]:
        return chips.layout_chips(
            [port for port in row.container.ports if port.published],
            area.adjusted(4, 3, -8, -3),
            self._view.fontMetrics(),
        )

    def _buttons(self, index: Index, area: QRectF) -> list[tuple[str, str, QRectF]]:
        """Name, icon and place of the row's buttons; Delete stands apart from the others."""
        row = self._view.row(index)
        top = area.center().y() - BUTTON / 2
        left = area.left() + 4

        def at(offset: float) -> QRectF:
            return QRectF(left + offset, top, BUTTON, BUTTON)

        if row is None:
            running = self._runs(index)
            name, icon = ("stop all", "stop") if running else ("start all", "play")
            return [(name, icon, at(0)), ("menu", "more", at(BUTTON))]
        container = row.container
        first = ("start", "play")
        if can_resume(container):
            first = ("resume", "play")
        elif can_stop(container):
            first = ("stop", "stop")
        return [
            (*first, at(0)),
            ("menu", "more", at(BUTTON)),
            ("delete", "trash", at(2 * BUTTON + 12)),
        ]

    def _runs(self, group: Index) -> bool:
        """Whether anything of a group runs."""
        model = self._view.model()
        parent = first_cell(group)
        rows = (
            self._view.row(model.index(place, 0, parent)) for place in range(model.rowCount(parent))
        )
        return any(row is not None and can_stop(row.container) for row in rows)

    def _paint_cell(
        self,
        painter: QPainter,
        area: QRectF,
        index: Index,
        row: ContainerRow,
        *,
        selected: bool,
    ) -> None:
        t = tokens(self._view.palette())
        container = row.container
        narrow = self._view.narrow()
        match KEYS[index.column()]:
            case "name":
                indent = 36 if index.parent().isValid() else 16
                second = container.image if narrow else container.short_id
                name = container.service if index.parent().isValid() else ""
                left = Qt.TextElideMode.ElideLeft if narrow else Qt.TextElideMode.ElideRight
                lines = area.adjusted(indent, 0, -8, 0)
                if row.pinned:
                    pin = QRectF(lines.left() - _PIN - 2, area.center().y() - _PIN - 2, _PIN, _PIN)
                    icons.paint(painter, "pin", pin, t.accent, t.surface)
                self._two_lines(painter, lines, name or container.name, second, left)
            case "state":
                self._paint_state(painter, area, row, narrow=narrow)
            case "ports":
                for port, words, place in self._chips(row, area):
                    under = self._view.pointer is not None and place.contains(self._view.pointer)
                    chips.paint_chip(
                        painter,
                        self._view.palette(),
                        port,
                        words,
                        place,
                        running=container.running,
                        hovered=under,
                        selected=selected,
                    )
            case "actions":
                self._paint_buttons(painter, index, area, enabled=not row.busy)
            case column:
                words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
                right = column in ("cpu", "memory")
                image = column == "image"
                painter.setPen(QColor(t.text if image else t.muted))
                # The end of an image's name says more than the registry before it.
                elide = Qt.TextElideMode.ElideLeft if image else Qt.TextElideMode.ElideRight
                self._line(painter, area.adjusted(8, 0, -8, 0), words, right=right, elide=elide)

    def _paint_state(
        self, painter: QPainter, area: QRectF, row: ContainerRow, *, narrow: bool
    ) -> None:
        t = tokens(self._view.palette())
        told = state_look(row)
        second = row.failed or (uptime(row) if narrow else "")
        middle = area.center().y() - (self._view.fontMetrics().height() / 2 if second else 0)
        place = QRectF(area.left() + 8, middle - _ICON / 2, _ICON, _ICON)
        icons.paint(painter, told.icon, place, t.color(told.tone).name(), t.surface)
        painter.setPen(t.color(told.tone))
        words = area.adjusted(8 + _ICON + 6, 0, -4, 0)
        if not second:
            self._line(painter, words, told.word)
            return
        half = QRectF(words)
        half.setBottom(area.center().y())
        self._line(painter, half, told.word, vertical=Qt.AlignmentFlag.AlignBottom)
        painter.setPen(QColor(t.red if row.failed else t.muted))
        half = QRectF(words)
        half.setTop(area.center().y() + 1)
        self._line(painter, half, text.visible(second), vertical=Qt.AlignmentFlag.AlignTop)

    def _paint_buttons(
        self, painter: QPainter, index: Index, area: QRectF, *, enabled: bool
    ) -> None:
        t = tokens(self._view.palette())
        for name, icon, place in self._buttons(index, area):
            under = self._view.pointer is not None and place.contains(self._view.pointer)
            if under and enabled:
                painter.setPen(QColor(t.control))
                painter.setBrush(QColor(t.surface))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5)
            color = t.muted if enabled else t.border
            if under and enabled:
                color = t.red if name == "delete" else t.accent
            inner = QRectF(place.center().x() - 8, place.center().y() - 8, 16, 16)
            icons.paint(painter, icon, inner, color, t.surface)

    def _paint_group(self, painter: QPainter, area: QRectF, index: Index) -> None:
        t = tokens(self._view.palette())
        column = KEYS[index.column()]
        said = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        match column:
            case "name":
                arrow = (
                    "chevron-down" if self._view.isExpanded(plain_index(index)) else "chevron-right"
                )
                place = QRectF(area.left() + 12, area.center().y() - 7, 14, 14)
                icons.paint(painter, arrow, place, t.muted)
                kind = tr("Compose") if self._view.narrow() else tr("Compose project")
                self._two_lines(painter, area.adjusted(36, 0, -8, 0), said, kind)
            case "state":
                running = self._runs(index)
                tone = t.green if running else t.grey
                icon = "state-running" if running else "state-exited"
                place = QRectF(area.left() + 8, area.center().y() - _ICON / 2, _ICON, _ICON)
                icons.paint(painter, icon, place, tone, t.surface)
                painter.setPen(QColor(tone))
                self._line(painter, area.adjusted(8 + _ICON + 6, 0, -4, 0), said)
            case "cpu" | "memory":
                painter.setPen(QColor(t.muted))
                self._line(painter, area.adjusted(8, 0, -8, 0), said, right=True)
            case "actions":
                self._paint_buttons(painter, index, area, enabled=True)

    def _two_lines(
        self,
        painter: QPainter,
        area: QRectF,
        first: str,
        second: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        t = tokens(self._view.palette())
        strong = QFont(self._view.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(t.text))
        half = QRectF(area)
        half.setBottom(area.center().y())
        self._line(painter, half, text.visible(first), vertical=Qt.AlignmentFlag.AlignBottom)
        painter.setFont(self._view.font())
        painter.setPen(QColor(t.muted))
        half = QRectF(area)
        half.setTop(area.center().y() + 1)
        top = Qt.AlignmentFlag.AlignTop
        self._line(painter, half, text.visible(second), vertical=top, elide=elide)

    def _line(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        *,
        right: bool = False,
        vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, elide, int(area.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | vertical | Qt.TextFlag.TextSingleLine, shown)
