"""The command palette: type a few letters of any command, page, container or image; Enter does it.

What it offers is asked for each time it opens, so that it is never out of date.
"""

from collections.abc import Callable, Iterable
from itertools import islice

import msgspec
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.state.matching import fit
from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.messages import plain_label
from davit_desktop.views.table_model import Index
from davit_desktop.views.text import visible
from davit_desktop.views.theme import tokens

_WIDTH = 620
_HEIGHT = 420
_TOP = 72  # points below the top of the window
_MOST = 60  # entries shown
_NOWHERE = QModelIndex()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `kind` says what sort of thing it is: Page, Container …"""

    words: str
    kind: str
    icon: str
    run: Callable[[], object]
    keys: str = ""


class _Model(QAbstractListModel):
    """What fits, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(entry.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (visible(entry.words), entry.kind, entry.keys)))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, max(36, self._view.fontMetrics().height() + 16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entries[index.row()]
        painter.save()
        t = tokens(self._view.palette())
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = t.selection if selected else t.surface
        painter.fillRect(area, QColor(ground))
        middle = area.center().y()
        icons.paint(painter, entry.icon, QRectF(12, middle - 8, 16, 16), t.muted, ground)
        metrics = QFontMetrics(self._view.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        aside = "   ".join(filter(None, (entry.kind, entry.keys)))
        room = metrics.horizontalAdvance(aside) + 24
        painter.setPen(QColor(t.muted))
        painter.drawText(area.adjusted(0, 0, -12, 0), flags | Qt.AlignmentFlag.AlignRight, aside)
        painter.setPen(QColor(t.text))
        place = area.adjusted(40, 0, -room, 0)
        words = metrics.elidedText(
            visible(entry.words), Qt.TextElideMode.ElideMiddle, int(place.width())
        )
        painter.drawText(place, flags, words)
        painter.restore()


class Palette(QDialog):
    """Opens over the upper middle of its window; Esc or a click elsewhere closes it."""

    def __init__(self, offers: Callable[[], Iterable[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self._offers = offers
        self._over = parent
        self._entries: list[Entry] | None = None  # all of them, once a letter was typed
        self.setWindowTitle(tr("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setProperty("look", "palette")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command, a page, a container or an image"))
        self.field.setAccessibleName(tr("Command"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        layout.addWidget(self.field)
        self._model = _Model(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self._model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it and moves the row
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        layout.addWidget(self.list, 1)
        self._none = plain_label(tr("Nothing fits these letters."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._none, 1)

    def popup(self) -> None:
        """Open with everything that can be done now."""
        window = self._over
        width = min(_WIDTH, window.width() - 64)
        self.resize(width, min(_HEIGHT, window.height() - 2 * _TOP))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + _TOP)
        self._entries = None
        self.field.clear()
        self._search("")
        self.show()
        self.field.setFocus()

    def refresh(self) -> None:
        """While it is open: offer what can be done now, and keep what is typed and chosen."""
        if self.isVisible():
            row = self.list.currentIndex().row()
            self._entries = None
            self._search(self.field.text())
            self._choose(row)

    @property
    def shown(self) -> list[Entry]:
        """What fits, best first."""
        return self._model.entries

    def _search(self, wanted: str) -> None:
        fitting = self._fitting(wanted)
        self._model.show(fitting)
        self.list.setVisible(bool(fitting))
        self._none.setVisible(not fitting)
        self._choose(0)

    def _fitting(self, wanted: str) -> list[Entry]:
        """The entries that fit best; before a letter is typed the first, and no more are made."""
        if not wanted and self._entries is None:
            return list(islice(self._offers(), _MOST))
        if self._entries is None:
            self._entries = list(self._offers())
        found = [(fit(wanted, f"{e.words} {e.kind}"), e) for e in self._entries]
        fitting = [(score, e) for score, e in found if score is not None]
        fitting.sort(key=lambda pair: -pair[0])
        return [entry for _, entry in fitting[:_MOST]]

    def _choose(self, row: int) -> None:
        index = self._model.index(min(max(row, 0), self._model.rowCount() - 1))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._model.entries):
            entry = self._model.entries[row]
            self.close()
            entry.run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        row = self.list.currentIndex().row()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._choose(row + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        else:
            return False
        return True
