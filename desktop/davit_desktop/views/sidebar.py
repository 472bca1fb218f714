"""The sidebar: pages with their counts, foldable to icons."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.icons import IconButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.theme import tokens

_WIDE = 192
_NARROW = 56


class SidebarEntry(QAbstractButton):
    """One page: icon, name, count."""

    def __init__(self, name: str, icon: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = ""
        self._narrow = False
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self._shortcut_text = shortcut
        self.setToolTip(f"{name} ({shortcut})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int | None) -> None:
        """How many things the page holds; None while it is not known."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self.text()}, {count}" if count is not None else self.text())
        self.setToolTip(
            f"{self.text()}{f': {count}' if count is not None else ''} ({self._shortcut_text})"
        )
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROW - 16, max(36, self.fontMetrics().height() + 16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.selection if self.isChecked() else t.hover))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setPen(QColor(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        color = t.accent if self.isChecked() else t.muted
        middle = area.center().y()
        left = (self.width() - 20) / 2 if self._narrow else 10
        icons.paint(painter, self._icon, QRectF(left, middle - 10, 20, 20), color, t.sidebar)
        if self._narrow:
            return
        font = self.font()
        font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        right = area.right() - 10
        words = QRectF(40, 0, right - 40, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(t.muted))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count
        )


class Sidebar(QFrame):
    """The column of pages."""

    page_chosen = Signal(str)
    fold_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self._entries: dict[str, SidebarEntry] = {}
        self._folded = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 12, 8, 8)
        self._layout.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 8)
        self._logo = _Logo()
        self._name = plain_label("Davit", "strong")
        head.addWidget(self._logo)
        head.addSpacing(4)
        head.addWidget(self._name, 1)
        self._layout.addLayout(head)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self._layout.addLayout(self._places, 1)
        self._groups: list[QVBoxLayout] = []
        self._fold = IconButton("sidebar", tr("Fold the sidebar (Ctrl+B)"))
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold.clicked.connect(lambda: self.set_folded(not self._folded))
        self._layout.addWidget(self._fold)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._set_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_fold"):
            self._set_width()

    def _set_width(self) -> None:
        metrics = self.fontMetrics()
        longest = max(
            (metrics.horizontalAdvance(e.text()) for e in self._entries.values()), default=0
        )
        wide = max(_WIDE, longest + 112)
        self.setFixedWidth(_NARROW if self._folded else wide)

    @property
    def folded(self) -> bool:
        return self._folded

    def add_page(self, key: str, name: str, icon: str, shortcut: str, group: int = 0) -> None:
        """Put a page at the end of its group; groups stand apart."""
        entry = SidebarEntry(name, icon, shortcut)
        entry.set_narrow(self._folded)
        entry.clicked.connect(lambda: self.page_chosen.emit(key))
        self._entries[key] = entry
        self._group.addButton(entry)
        while len(self._groups) <= group:
            self._groups.append(self._new_group())
        self._groups[group].addWidget(entry)

    def _new_group(self) -> QVBoxLayout:
        if self._groups:
            self._places.addSpacing(12)
        group = QVBoxLayout()
        group.setSpacing(4)
        self._places.addLayout(group)
        return group

    def end_groups(self) -> None:
        """Put the last group at the foot of the column."""
        self._places.insertStretch(self._places.count() - 1, 1)
        self._set_width()

    def choose(self, key: str) -> None:
        """Mark a page as the one shown."""
        self._entries[key].setChecked(True)

    def set_present(self, key: str, *, present: bool) -> None:
        """Show the entry of a page, or leave it out."""
        if key in self._entries:
            self._entries[key].setVisible(present)

    def set_count(self, key: str, count: int | None) -> None:
        """How many things a page holds."""
        if key in self._entries:
            self._entries[key].set_count(count)

    def set_folded(self, folded: bool) -> None:
        """Show icons alone, or icons with names."""
        if folded == self._folded:
            return
        self._folded = folded
        self._set_width()
        self._name.setVisible(not folded)
        for entry in self._entries.values():
            entry.set_narrow(folded)
        self._fold.set_icon(
            "sidebar",
            tr("Unfold the sidebar (Ctrl+B)") if folded else tr("Fold the sidebar (Ctrl+B)"),
        )
        self.fold_changed.emit(folded)


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(28, 28)
        self.setAccessibleName("Davit")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens(self.palette())
        icons.paint(QPainter(self), "davit", QRectF(2, 2, 24, 24), t.accent, t.sidebar)
