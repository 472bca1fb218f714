"""Above the list of containers: the words and states to filter by, and the columns to choose."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.container_rows import SHOW
from davit_desktop.views.icons import IconButton

_QUIET = 60  # milliseconds without a key before the filter acts


class FilterBar(QWidget):
    """`changed` says that other rows are wanted; `shown` is a key of `SHOW`."""

    changed = Signal()
    show_changed = Signal()
    left = Signal()  # the keyboard goes on in the list
    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = "all"
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by name, image, state, port, label  (Ctrl+F)"))
        self.filter.setAccessibleName(tr("Filter containers"))
        self.filter.setMinimumWidth(140)
        self.filter.setMaximumWidth(400)
        self._icon = self.filter.addAction(
            icons.icon("search", self.palette(), "muted", 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 3)
        self._segments: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for key, words in SHOW.items():
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(
                tr("Show containers: {which}").format(which=tr(words).casefold())
            )
            button.clicked.connect(lambda _=False, key=key: self._choose(key))
            group.addButton(button)
            self._segments[key] = button
            bar.addWidget(button)
        self._segments["all"].setChecked(True)
        bar.addStretch(1)
        self.columns = IconButton("columns", tr("Choose columns"))
        self.columns.clicked.connect(self.columns_wanted)
        bar.addWidget(self.columns)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self.changed)
        self.filter.textChanged.connect(lambda: self._timer.start())
        for keys in ("Esc", "Down"):
            shortcut = QShortcut(QKeySequence(keys), self.filter)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            if keys == "Esc":
                shortcut.activated.connect(self.filter.clear)
            shortcut.activated.connect(self.left)

    def set_show(self, key: str) -> None:
        """Show all, running or stopped containers; anything else changes nothing."""
        if key in self._segments:
            self._segments[key].setChecked(True)
            self.shown = key

    def clear(self) -> None:
        """Filter nothing."""
        self.filter.clear()
        self._choose("all")
        self.set_show("all")

    def _choose(self, key: str) -> None:
        self.shown = key
        self.changed.emit()
        self.show_changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._icon.setIcon(icons.icon("search", self.palette(), "muted", 16))
