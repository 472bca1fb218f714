"""Finds a text in what a terminal shows and in what has scrolled away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from davit_desktop.terminal.selection import Selection
from davit_desktop.translation import tr
from davit_desktop.views.icons import IconButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.terminal_view import TerminalView

_WIDTH = 280


class FindBar(QWidget):
    """A field, how many there are, and the way from one to the next; hidden until it is wanted."""

    def __init__(self, view: TerminalView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found: list[Selection] = []
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the terminal"))
        self.field.setAccessibleName(tr("Find in the terminal"))
        self.field.setMaximumWidth(_WIDTH)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.count = plain_label("", "muted")
        before = IconButton("chevron-up", tr("Previous (Enter, Shift+F3)"))
        before.clicked.connect(lambda: self.step(-1))
        after = IconButton("chevron-down", tr("Next (Shift+Enter, F3)"))
        after.clicked.connect(lambda: self.step(1))
        close = IconButton("close", tr("Close the search (Esc)"))
        close.clicked.connect(self.leave)
        row.addWidget(self.field, 1)
        for widget in (before, after):
            row.addWidget(widget)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(close)
        self.hide()

    def enter(self) -> None:
        """Show the field and take the keyboard."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def leave(self) -> None:
        """Give the keyboard back to the program."""
        self.hide()
        self._view.show_selection(None)
        self._view.setFocus()

    def step(self, by: int) -> None:
        """Go to the place before or after, around the ends; the newest is the first shown."""
        here = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._found = self._view.matches(self.field.text())
        if not self._found:
            self._at = -1
        elif here in self._found:
            self._at = (self._found.index(here) + by) % len(self._found)
        else:
            self._at = len(self._found) - 1
        self._tell()

    def _search(self) -> None:
        self._found = self._view.matches(self.field.text())
        self._at = len(self._found) - 1
        self._tell()

    def _tell(self) -> None:
        self._view.show_selection(self._found[self._at] if self._found else None)
        words = ""
        if self.field.text():
            words = f"{self._at + 1}/{len(self._found)}" if self._found else tr("Not found")
        self.count.setText(words)
        self.count.setAccessibleName(words)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            match Qt.Key(event.key()):
                case Qt.Key.Key_Escape:
                    self.leave()
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.step(1 if shift else -1)
                case Qt.Key.Key_F3:
                    self.step(-1 if shift else 1)
                case _:
                    return False
            return True
        return False
