"""What every list of rows has in common: a key that moves to a row chooses it."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView
from typing_extensions import override

_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class RowsView(QTreeView):
    """Qt makes the first row current, not selected, when the list gets the keyboard; a key that
    then stays on that row selects nothing. Here it does."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        moves = event.key() in _MOVES and event.modifiers() == Qt.KeyboardModifier.NoModifier
        current = self.currentIndex()
        if moves and current.isValid() and not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(current, flags.Select | flags.Rows)
