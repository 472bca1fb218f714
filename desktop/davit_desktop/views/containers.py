"""The containers page: a live list with states, ports, usage and everything to do to a row."""

import time
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QHideEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.state.containers import Container, Look, State, look
from davit_desktop.state.ports import PortMapping
from davit_desktop.views import chips, icons, text
from davit_desktop.views.container_verbs import (
    ContainerVerbs,
    can_delete,
    can_pause,
    can_resume,
    can_start,
    can_stop,
    first_web_port,
)
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.first_run import FirstRun
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.theme import tokens

Index = QModelIndex | QPersistentModelIndex

_NARROW = 860  # points of list width under which image and uptime move to second lines
_USAGE_EVERY = 2_000  # milliseconds
_UPTIME_EVERY = 20_000  # milliseconds
_STREAMS = 20  # rows whose usage is streamed at most
_ICON = 16
_BUTTON = 26


class ContainerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A container with what the window adds: usage while it is watched, and what is being done."""

    container: Container
    cpu: float | None = None
    memory: int | None = None
    busy: str = ""
    failed: str = ""  # why the last thing asked of it did not happen


def state_look(row: ContainerRow) -> Look:
    """How the row's state is told; what is being done to it comes first."""
    if row.busy:
        return Look(f"{row.busy}…", "state-busy", "blue")
    return look(row.container)


def _plain(index: Index) -> QModelIndex:
    if isinstance(index, QModelIndex):
        return index
    if not index.isValid():
        return QModelIndex()
    return index.model().index(index.row(), index.column(), index.parent())


def _first(index: Index) -> QModelIndex:
    return _plain(index).siblingAtColumn(0)


def uptime(row: ContainerRow) -> str:
    """How long it has run, or how long ago it ended."""
    container = row.container
    if not container.since or container.state is State.CREATED:
        return ""
    length = text.duration(max(0.0, time.time() - container.since))
    return length if container.running else f"{length} ago"


_STATE_ORDER = (
    State.RUNNING,
    State.RESTARTING,
    State.PAUSED,
    State.REMOVING,
    State.DEAD,
    State.EXITED,
    State.CREATED,
    State.UNKNOWN,
)


def _columns() -> list[Column[ContainerRow]]:
    return [
        Column(
            key="name",
            title="Name",
            text=lambda r: r.container.name,
            tip=lambda r: f"{r.container.name}\n{r.container.short_id}\n{r.container.image}",
        ),
        Column(
            key="state",
            title="State",
            text=lambda r: state_look(r).word,
            sort=lambda r: float(_STATE_ORDER.index(r.container.state)),
            tip=lambda r: "\n".join(filter(None, [state_look(r).word, uptime(r), r.failed])),
        ),
        Column(
            key="image",
            title="Image",
            text=lambda r: r.container.image,
            tip=lambda r: f"{r.container.image}\n{r.container.command}",
        ),
        Column(
            key="ports",
            title="Ports",
            text=lambda r: ", ".join(p.label for p in r.container.ports if p.published),
            sort=lambda r: float(
                min((p.host_port or 1 << 17 for p in r.container.ports), default=1 << 18)
            ),
        ),
        Column(
            key="cpu",
            title="CPU",
            text=lambda r: "" if r.cpu is None else text.percent(r.cpu),
            sort=lambda r: -1.0 if r.cpu is None else r.cpu,
            right=True,
        ),
        Column(
            key="memory",
            title="Memory",
            text=lambda r: "" if r.memory is None else text.size(r.memory),
            sort=lambda r: -1.0 if r.memory is None else float(r.memory),
            right=True,
        ),
        Column(
            key="uptime",
            title="Since",
            text=uptime,
            sort=lambda r: -r.container.since,
        ),
        Column(key="actions", title="", text=lambda r: "", sort=lambda r: 0.0, tip=lambda r: ""),
    ]


def matches(container: Container, wanted: str) -> bool:
    """Whether a filter's words are all found in what the row shows."""
    haystack = " ".join(
        (
            container.name,
            container.id,
            container.image,
            container.state,
            container.project,
            *(port.label for port in container.ports),
        )
    ).casefold()
    return all(word in haystack for word in wanted.casefold().split())


class ContainerList(QTreeView):
    """The list itself: paints whole rows, knows which chip or button is under the pointer."""

    activated_row = Signal(object)  # Container
    button_pressed = Signal(str, object, QPoint)  # what, Container or group title, where
    port_clicked = Signal(object, bool)  # PortMapping, running
    width_changed = Signal()
    menu_requested = Signal(QModelIndex, QPoint)  # row, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = QPersistentModelIndex()
        self.pointer: QPointF | None = None
        self.dirty = QRegion()  # what the paint event under way is about
        self.setAccessibleName("Containers")
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
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
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

    def narrow(self) -> bool:
        """Whether rows show image and uptime in second lines rather than in columns."""
        return self.viewport().width() < _NARROW

    def place_columns(self) -> None:
        """Give every column its width, so that nothing is cut and nothing scrolls sideways."""
        model = self.model()
        metrics = self.fontMetrics()
        unit = metrics.horizontalAdvance("0")
        narrow = self.narrow()
        fixed = {
            1: metrics.horizontalAdvance("2/2 running…") + 36,
            4: max(metrics.horizontalAdvance("100.0 %"), unit * 6) + 20,
            5: metrics.horizontalAdvance("999.9 MB") + 20,
            6: 0 if narrow else metrics.horizontalAdvance("99 days ago") + 20,
            7: 3 * _BUTTON + 28,
        }
        left = self.viewport().width() - sum(fixed.values())
        hidden = {2, 6} if narrow else set()
        # With large text in a small window, names and ports matter more than figures.
        for column in (5, 4):
            if left < 30 * unit:
                hidden.add(column)
                left += fixed[column]
        shares = {0: 0.45, 3: 0.55} if narrow else {0: 0.32, 2: 0.30, 3: 0.38}
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column in hidden)
            width = fixed.get(column, int(left * shares.get(column, 0)))
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

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
            self.setExpanded(
                index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0))
            )
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
        elif self.group(index):
            self.setExpanded(
                index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0))
            )

    def _hit(self, where: QPointF) -> "tuple[QModelIndex, str | PortMapping] | None":
        index = self.indexAt(where.toPoint())
        delegate = self.itemDelegate()
        if not index.isValid() or not isinstance(delegate, ContainerDelegate):
            return None
        what = delegate.hit(index, QRectF(self.visualRect(index)), where)
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
        for changed in (_plain(before), _plain(self.hovered_row)):
            self._repaint_row(changed)

    def _repaint_row(self, index: QModelIndex) -> None:
        if index.isValid():
            area = self.visualRect(index)
            self.viewport().update(0, area.top(), self.viewport().width(), area.height())


class ContainerDelegate(QStyledItemDelegate):
    """Paints the cells of the list. Positions come from the same functions that find clicks."""

    def __init__(self, view: ContainerList) -> None:
        super().__init__(view)
        self._view = view

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
        hovered = self._view.hovered_row == _first(index)
        background = t.selection if selected else t.hover if hovered else t.surface
        painter.fillRect(area, QColor(background))
        painter.setPen(QColor(t.border))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex().siblingAtColumn(0) == _first(index)
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
        what = self.hit(index, QRectF(self._view.visualRect(_plain(index))), QPointF(event.pos()))
        row = self._view.row(index)
        if what is None or what == "fold":
            return super().helpEvent(event, view, option, index)
        if isinstance(what, PortMapping):
            words = chips.tip(what, bool(row and row.container.running))
        else:
            words = _BUTTON_WORDS.get(what, what)
        QToolTip.showText(event.globalPos(), text.tool_tip(words), view)
        return True

    def hit(self, index: Index, area: QRectF, where: QPointF) -> str | PortMapping | None:
        """The chip or button under a point of the cell."""
        row = self._view.row(index)
        if index.column() == 7:
            for name, _, place in self._buttons(index, area):
                if place.contains(where):
                    return name
        if index.column() == 0 and row is None:
            return "fold" if where.x() < area.left() + 36 else None
        if index.column() == 3 and row is not None:
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
        top = area.center().y() - _BUTTON / 2
        left = area.left() + 4

        def at(offset: float) -> QRectF:
            return QRectF(left + offset, top, _BUTTON, _BUTTON)

        if row is None:
            members = self._members(index)
            running = any(can_stop(m.container) for m in members)
            name, icon = ("stop all", "stop") if running else ("start all", "play")
            return [(name, icon, at(0)), ("menu", "more", at(_BUTTON))]
        container = row.container
        first = ("start", "play")
        if can_resume(container):
            first = ("resume", "play")
        elif can_stop(container):
            first = ("stop", "stop")
        return [
            (*first, at(0)),
            ("menu", "more", at(_BUTTON)),
            ("delete", "trash", at(2 * _BUTTON + 12)),
        ]

    def _members(self, index: Index) -> list[ContainerRow]:
        model = self._view.model()
        parent = _first(index)
        rows = (
            self._view.row(model.index(place, 0, parent)) for place in range(model.rowCount(parent))
        )
        return [row for row in rows if row is not None]

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
        match index.column():
            case 0:
                indent = 36 if index.parent().isValid() else 16
                second = container.image if narrow else container.short_id
                name = container.service if index.parent().isValid() else ""
                left = Qt.TextElideMode.ElideLeft if narrow else Qt.TextElideMode.ElideRight
                self._two_lines(
                    painter, area.adjusted(indent, 0, -8, 0), name or container.name, second, left
                )
            case 1:
                self._paint_state(painter, area, row, narrow=narrow)
            case 3:
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
            case 7:
                self._paint_buttons(painter, index, area, enabled=not row.busy)
            case column:
                words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
                right = column in (4, 5)
                painter.setPen(QColor(t.text if column == 2 else t.muted))
                # The end of an image's name says more than the registry before it.
                elide = Qt.TextElideMode.ElideLeft if column == 2 else Qt.TextElideMode.ElideRight
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
        members = self._members(index)
        if index.column() == 0:
            arrow = "chevron-down" if self._view.isExpanded(_plain(index)) else "chevron-right"
            place = QRectF(area.left() + 12, area.center().y() - 7, 14, 14)
            icons.paint(painter, arrow, place, t.muted)
            self._two_lines(
                painter,
                area.adjusted(36, 0, -8, 0),
                str(index.data(Qt.ItemDataRole.DisplayRole)),
                "Compose" if self._view.narrow() else "Compose project",
            )
        elif index.column() == 1:
            running = sum(member.container.running for member in members)
            tone = t.green if running else t.grey
            icon = "state-running" if running else "state-exited"
            place = QRectF(area.left() + 8, area.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, icon, place, tone, t.surface)
            painter.setPen(QColor(tone))
            words = f"{running}/{len(members)} running"
            self._line(painter, area.adjusted(8 + _ICON + 6, 0, -4, 0), words)
        elif index.column() == 7:
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


_BUTTON_WORDS = {
    "start": "Start (Space)",
    "stop": "Stop (Space)",
    "resume": "Resume (Space)",
    "start all": "Start all of the project",
    "stop all": "Stop all of the project",
    "menu": "More…",
    "delete": "Delete (Del)",
    "ports": "All ports",
}


class ContainersPage(Page):
    """Filter and list, with the empty states in the list's place."""

    opened = Signal(str, str)  # container id, tab
    run_requested = Signal()
    preferences_changed = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._collapsed: set[str] = set()
        self.model = TableModel(
            _columns(), lambda r: r.container.id, self, group=lambda r: r.container.project
        )
        self.proxy = RowsProxy(self.model, self)
        self.filter = QLineEdit()
        self.list = ContainerList()
        self.actions_by_name: dict[str, QAction] = {}
        self._show = "all"
        self._build()
        self._make_actions()
        self._wire()
        self._update_rows()

    @override
    def enter(self, subject: str, tab: str) -> None:
        self.list.setFocus()

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # What the window remembers

    def restore(self, sort: str, *, descending: bool, show: str, collapsed: Sequence[str]) -> None:
        """Look as at the end of the last run."""
        self._collapsed = set(collapsed)
        keys = [column.key for column in self.model.columns]
        place = keys.index(sort) if sort in keys else 0
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.list.sortByColumn(place, order)
        if show in self._segments:
            self._segments[show].setChecked(True)
            self._set_show(show)

    @property
    def sort_key(self) -> str:
        return self.model.columns[max(0, self.proxy.sortColumn())].key

    @property
    def descending(self) -> bool:
        return self.proxy.sortOrder() == Qt.SortOrder.DescendingOrder

    @property
    def shown_states(self) -> str:
        return self._show

    @property
    def collapsed_groups(self) -> tuple[str, ...]:
        return tuple(sorted(self._collapsed))

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label("Containers", "title"))
        self._summary = plain_label("", "muted")
        head.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        self.run_button = TextButton("Run…", "plus", look="primary")
        self.run_button.setToolTip("Run a new container (Ctrl+N)")
        self.run_button.clicked.connect(self.run_requested)
        head.addWidget(self.run_button)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        layout.addLayout(self._build_bar())
        self._stack = QStackedWidget()
        self.first_run = FirstRun(self._session, self._actions)
        self.offline = EngineOff(self._session, self._actions)
        self.hidden_by_filter = EmptyState("search")
        self._skeleton = Skeleton()
        for widget in (
            self.list,
            self.first_run,
            self.offline,
            self.hidden_by_filter,
            self._skeleton,
        ):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.list.setModel(self.proxy)
        self.list.setItemDelegate(ContainerDelegate(self.list))
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.list.place_columns()

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.filter.setPlaceholderText("Filter by name, image, state, port  (Ctrl+F)")
        self.filter.setAccessibleName("Filter containers")
        self.filter.setClearButtonEnabled(False)
        self.filter.setMinimumWidth(140)
        self.filter.setMaximumWidth(360)
        self._filter_icon = self.filter.addAction(
            icons.icon("search", self.palette(), "muted", 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        bar.addWidget(self.filter, 3)
        self._segments: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for key, words in (("all", "All"), ("running", "Running"), ("stopped", "Stopped")):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(f"Show {words.lower()} containers")
            button.clicked.connect(lambda _=False, key=key: self._set_show(key))
            group.addButton(button)
            self._segments[key] = button
            bar.addWidget(button)
        self._segments["all"].setChecked(True)
        bar.addStretch(1)
        self._selected = plain_label("", "muted")
        bar.addWidget(self._selected)
        self._bulk: dict[str, TextButton] = {}
        for key, words, icon in (
            ("start", "Start", "play"),
            ("stop", "Stop", "stop"),
            ("restart", "Restart", "restart"),
        ):
            self._bulk[key] = TextButton(words, icon)
            bar.addWidget(self._bulk[key])
        bar.addSpacing(16)  # Delete never stands beside Restart
        self._bulk["delete"] = TextButton("Delete", "trash", look="danger", token="red")
        bar.addWidget(self._bulk["delete"])
        return bar

    def _make_actions(self) -> None:
        entries: list[tuple[str, str, str, Callable[[], None]]] = [
            ("open", "Open", "Return", lambda: self._open("")),
            ("toggle", "Start or stop", "Space", lambda: self._verbs.toggle(self.selected())),
            ("start", "Start", "", lambda: self._verbs.start(self.selected())),
            ("stop", "Stop", "", lambda: self._verbs.stop(self.selected())),
            ("restart", "Restart", "", lambda: self._verbs.restart(self.selected())),
            ("pause", "Pause", "", lambda: self._verbs.pause(self.selected())),
            ("resume", "Resume", "", lambda: self._verbs.resume(self.selected())),
            ("kill", "Kill", "", lambda: self._verbs.kill(self.selected())),
            ("browser", "Open in browser", "B", self._open_browser),
            ("logs", "View logs", "L", lambda: self._open("logs")),
            ("copy_id", "Copy id", "", lambda: self._with_one(self._verbs.copy_id)),
            (
                "copy_command",
                "Copy as docker command",
                "",
                lambda: self._with_one(self._verbs.copy_command),
            ),
            ("delete", "Delete", "Del", lambda: self._verbs.delete(self.selected())),
        ]
        for name, words, key, slot in entries:
            action = QAction(words, self)
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.actions_by_name[name] = action
            self.list.addAction(action)
        enter = QAction(self.list)
        enter.setShortcut(QKeySequence("Enter"))
        enter.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        enter.triggered.connect(lambda: self._open(""))
        self.list.addAction(enter)

    def _wire(self) -> None:
        session, verbs = self._session, self._verbs
        self._leave = [
            session.containers_news.subscribe(self._update_rows),
            session.connection_news.subscribe(self._update_rows),
            session.stats_news.subscribe(self._on_stats),
        ]
        verbs.busy_changed.connect(self._update_rows)
        verbs.problem.connect(self.problems.show_problem)
        verbs.settled.connect(self.problems.forget)
        self.first_run.problem.connect(self.problems.show_problem)
        self.first_run.opened.connect(verbs.open_port)
        self.first_run.started.connect(lambda id: self.opened.emit(id, "logs"))
        for key in ("start", "stop", "restart", "delete"):
            self._bulk[key].clicked.connect(self.actions_by_name[key].trigger)
        escape = QShortcut(QKeySequence("Esc"), self.filter)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.filter.clear)
        escape.activated.connect(self.list.setFocus)
        down = QShortcut(QKeySequence("Down"), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)
        self._filter_timer = QTimer(self)
        self._filter_timer.setSingleShot(True)
        self._filter_timer.setInterval(60)
        self._filter_timer.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(lambda: self._filter_timer.start())
        self.list.activated_row.connect(lambda container: self.opened.emit(container.id, ""))
        self.list.button_pressed.connect(self._on_button)
        self.list.port_clicked.connect(self._on_port)
        self.list.menu_requested.connect(self._on_context_menu)
        self.list.expanded.connect(lambda index: self._remember_fold(index, folded=False))
        self.list.collapsed.connect(lambda index: self._remember_fold(index, folded=True))
        self.list.selectionModel().selectionChanged.connect(self._update_bulk)
        self.list.header().sortIndicatorChanged.connect(self.preferences_changed)
        self.list.verticalScrollBar().valueChanged.connect(self._watch_soon)
        self.list.width_changed.connect(self._watch_soon)
        self.hidden_by_filter.button.clicked.connect(self.clear_filter)
        self.offline.problem.connect(self.problems.show_problem)
        self._watch_timer = QTimer(self)
        self._watch_timer.setSingleShot(True)
        self._watch_timer.setInterval(150)
        self._watch_timer.timeout.connect(self._watch_visible)
        self._usage_timer = QTimer(self, singleShot=True, interval=_USAGE_EVERY)
        self._usage_timer.timeout.connect(self._update_usage)
        self._uptime_timer = QTimer(self)
        self._uptime_timer.setInterval(_UPTIME_EVERY)
        self._uptime_timer.timeout.connect(self._refresh_uptime)
        self._update_bulk()

    # What is selected

    def selected(self) -> list[Container]:
        """The containers meant by a verb: the selected ones, a group meaning all of its own."""
        chosen: dict[str, Container] = {}
        for index in self.list.selectionModel().selectedRows():
            row = self.list.row(index)
            rows = [row] if row else self.model.group_rows(self.list.group(index))
            chosen.update({r.container.id: r.container for r in rows})
        return list(chosen.values())

    def select(self, id: str) -> None:
        """Select one container and show it."""
        index = self.proxy.mapFromSource(self.model.index_of(id))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.list.scrollTo(index)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self._segments["all"].setChecked(True)
        self._set_show("all")

    # Rows

    def _update_rows(self) -> None:
        rows = [self._row(c) for c in self._shown()]
        before = set(self.model.groups)
        self.model.set_rows(rows)
        for title in set(self.model.groups) - before:
            self._unfold(title)
        self._update_stack()
        self._update_bulk()
        self._watch_soon()

    def _shown(self) -> list[Container]:
        hidden = self._verbs.hidden
        return [c for c in self._session.containers.values() if not hidden(c.id)]

    def _row(self, container: Container) -> ContainerRow:
        history = self._session.histories.get(container.id)
        point = history.latest if history is not None and container.running else None
        failure = self._verbs.failures.get(container.id)
        return ContainerRow(
            container=container,
            cpu=round(point.cpu_percent, 1) if point else None,
            memory=point.memory_used if point else None,
            busy=self._verbs.busy.get(container.id, ""),
            failed=failure.reason if failure is not None else "",
        )

    def _on_stats(self) -> None:
        """Show the first figures of a row at once, later ones at the pace of the eye."""
        known = self._session.histories
        running = [row for row in self.model.rows() if row.container.running]
        if any(row.cpu is None and row.container.id in known for row in running):
            self._update_usage()
        elif not self._usage_timer.isActive():
            self._usage_timer.start()

    def _update_usage(self) -> None:
        if not self.isVisible():
            return
        for id in self._session.histories:
            container = self._session.containers.get(id)
            if container is not None:
                self.model.set_row(self._row(container))

    def _unfold(self, title: str) -> None:
        index = self.proxy.mapFromSource(self.model.index_of_group(title))
        if index.isValid():
            self.list.setExpanded(index, title not in self._collapsed)

    def _remember_fold(self, index: QModelIndex, *, folded: bool) -> None:
        title = self.list.group(index)
        if title:
            (self._collapsed.add if folded else self._collapsed.discard)(title)
            self.preferences_changed.emit()
        self._watch_soon()

    def _set_show(self, key: str) -> None:
        self._show = key
        self._apply_filter()
        self.preferences_changed.emit()

    def _apply_filter(self) -> None:
        wanted, show = self.filter.text(), self._show

        def accepts(row: ContainerRow) -> bool:
            running = row.container.running
            if (show == "running" and not running) or (show == "stopped" and running):
                return False
            return matches(row.container, wanted)

        self.proxy.set_predicate(accepts if wanted or show != "all" else None)
        for title in self.model.groups:
            self._unfold(title)
        self._update_stack()
        self._update_bulk()
        self._watch_soon()

    def _update_stack(self) -> None:
        session = self._session
        shown = self._shown()
        total = len(shown)
        running = sum(c.running for c in shown)
        self._summary.setText(f"{running} running · {total} in all" if total else "")
        offline = self.offline.wanted
        if total == 0 and not session.listed and not offline:
            self._present(self._skeleton)
        elif total == 0 and offline:
            self.offline.refresh()
            self._present(self.offline)
        elif total == 0:
            self._present(self.first_run)
        elif self.proxy.shown() == 0:
            words = "1 container" if total == 1 else f"{total} containers"
            self.hidden_by_filter.say(f"The filter hides {words}", "", "Clear filter", "")
            self._present(self.hidden_by_filter)
        else:
            self._present(self.list)
        usable = self._stack.currentWidget() in (self.list, self.hidden_by_filter)
        self.filter.setVisible(usable)

    def _present(self, widget: QWidget) -> None:
        """Put the list or an empty state in the page, and the focus with it if it was there."""
        before = self._stack.currentWidget()
        if before is widget:
            return
        focus = QApplication.focusWidget()
        inside = before is not None and focus is not None and before.isAncestorOf(focus)
        had_focus = before is self._skeleton or inside
        self._stack.setCurrentWidget(widget)
        if had_focus and self.isVisible() and not isinstance(focus, QLineEdit):
            (widget.button if isinstance(widget, EmptyState) else widget).setFocus()

    # Usage is streamed for the rows on the screen only

    def _watch_soon(self) -> None:
        if not self._watch_timer.isActive():
            self._watch_timer.start()

    def _watch_visible(self) -> None:
        self._session.watch_stats("list", self.visible_running() if self.isVisible() else ())

    def visible_running(self) -> list[str]:
        """Ids of the running containers whose rows are on the screen."""
        found: list[str] = []
        if self._stack.currentWidget() is not self.list or not self.list.isVisible():
            return found
        index = self.list.indexAt(QPoint(4, 1))
        bottom = self.list.viewport().height()
        while index.isValid() and self.list.visualRect(index).top() < bottom:
            row = self.list.row(index)
            if row is not None and row.container.running:
                found.append(row.container.id)
            index = self.list.indexBelow(index)
        return found[:_STREAMS]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._uptime_timer.start()
        self._refresh_uptime()
        self._watch_soon()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._uptime_timer.stop()
        self._watch_soon()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_filter_icon"):
            self._filter_icon.setIcon(icons.icon("search", self.palette(), "muted", 16))

    def _refresh_uptime(self) -> None:
        self.model.refresh_column("uptime")
        self.model.refresh_column("state")

    # What a person does

    def _on_button(self, what: str, target: Container | str, where: QPoint) -> None:
        if isinstance(target, str):
            containers = [row.container for row in self.model.group_rows(target)]
        else:
            containers = [target]
        match what:
            case "start" | "start all":
                self._verbs.start(containers)
            case "stop" | "stop all":
                self._verbs.stop(containers)
            case "resume":
                self._verbs.resume(containers)
            case "delete":
                self._verbs.delete(containers)
            case "ports" if isinstance(target, Container):
                self._ports_menu(target).exec(where)
            case "menu":
                if isinstance(target, Container):
                    self.select(target.id)
                    self.menu().exec(where)
                else:
                    self._group_menu(containers).exec(where)

    def _on_port(self, port: PortMapping, running: bool) -> None:
        if port.browsable and running:
            self._verbs.open_port(port)
        else:
            self._verbs.copy_port(port)

    def _on_context_menu(self, index: QModelIndex, where: QPoint) -> None:
        if self.list.row(index) is None:
            rows = self.model.group_rows(self.list.group(index))
            self._group_menu([row.container for row in rows]).exec(where)
        else:
            self.menu().exec(where)

    def menu(self) -> QMenu:
        """The menu of the selected containers. Delete is the last, after a line."""
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def fill_menu(self, menu: QMenu) -> None:
        """Put the verbs that make sense for the selection into a menu."""
        self.update_actions()
        a = self.actions_by_name
        order = (
            ("open", "logs", "browser"),
            ("start", "stop", "restart", "pause", "resume", "kill"),
            ("copy_id", "copy_command"),
            ("delete",),
        )
        for block in order:
            if menu.actions():
                menu.addSeparator()
            for name in block:
                menu.addAction(a[name])

    def update_actions(self) -> None:
        """Enable what can be done to the selection."""
        chosen = self.selected()
        a = self.actions_by_name
        one = len(chosen) == 1
        a["open"].setEnabled(one)
        a["logs"].setEnabled(one)
        a["copy_id"].setEnabled(one)
        a["copy_command"].setEnabled(one)
        a["browser"].setEnabled(one and chosen[0].running and first_web_port(chosen[0]) is not None)
        a["toggle"].setEnabled(bool(chosen))
        for name, can in (
            ("start", can_start),
            ("stop", can_stop),
            ("pause", can_pause),
            ("resume", can_resume),
            ("kill", can_stop),
            ("delete", can_delete),
            ("restart", can_stop),
        ):
            a[name].setEnabled(any(can(c) for c in chosen))
        a["resume"].setVisible(any(can_resume(c) for c in chosen))
        a["pause"].setVisible(not a["resume"].isVisible())

    def _group_menu(self, containers: list[Container]) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Start all").triggered.connect(lambda: self._verbs.start(containers))
        menu.addAction("Stop all").triggered.connect(lambda: self._verbs.stop(containers))
        menu.addAction("Restart all").triggered.connect(lambda: self._verbs.restart(containers))
        menu.addSeparator()
        entry = menu.addAction(f"Delete {len(containers)} containers")
        entry.triggered.connect(lambda: self._verbs.delete(containers))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _ports_menu(self, container: Container) -> QMenu:
        menu = QMenu(self)
        for port in container.ports:
            if port.published:
                inner = menu.addMenu(port.label)
                chips.fill_port_menu(
                    inner, port, container.running, self._verbs.open_port, self._verbs.copy_port
                )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _update_bulk(self) -> None:
        chosen = self.selected()
        self.update_actions()
        several = len(chosen) > 1
        self._selected.setText(f"{len(chosen)} selected" if several else "")
        self._selected.setVisible(several)
        for segment in self._segments.values():
            segment.setVisible(not several and self.filter.isVisibleTo(self))
        for name, button in self._bulk.items():
            button.setVisible(several)
            button.setEnabled(self.actions_by_name[name].isEnabled())

    def _open(self, tab: str) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            self.opened.emit(chosen[0].id, tab)
        else:
            index = self.list.currentIndex().siblingAtColumn(0)
            if self.list.group(index):
                self.list.setExpanded(index, not self.list.isExpanded(index))

    def _open_browser(self) -> None:
        self._with_one(self._verbs.open_first_port)

    def _with_one(self, verb: Callable[[Container], None]) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            verb(chosen[0])
