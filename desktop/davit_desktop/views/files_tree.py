"""The tree of a container's files, as a view."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views.branch_tree import BranchTree


class FilesTree(BranchTree):
    """Takes files that are dropped, and keys that the window would take otherwise."""

    asked = Signal(str)  # delete, rename, refresh or copy
    dropped = Signal(QModelIndex, list)  # on what, invalid for nothing; paths of this computer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = (
            (QKeySequence("Del"), "delete"),
            (QKeySequence("F2"), "rename"),
            (QKeySequence("F5"), "refresh"),
            (QKeySequence(QKeySequence.StandardKey.Copy), "copy"),
        )
        self.setAccessibleName(tr("Files"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event)
        if deed:
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and bool(self._deed(event))

    def _deed(self, event: QKeyEvent) -> str:
        pressed = QKeySequence(event.keyCombination())
        return next((deed for keys, deed in self._keys if keys == pressed), "")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local(event):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _local(event):
            index = self.indexAt(event.position().toPoint())
            self.setCurrentIndex(index if index.isValid() else QModelIndex())
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        origins = _local(event)
        if not origins:
            return
        event.acceptProposedAction()
        index = self.indexAt(event.position().toPoint())
        self.dropped.emit(index, origins)


def _local(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
