"""What was deleted just now and can still be brought back, while it can."""

from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.translation import tr
from davit_desktop.views.icons import TextButton
from davit_desktop.views.text import visible


class BinButton(TextButton):
    """A button that is there only while something can be brought back; its menu says what."""

    def __init__(self, deletes: PendingDeletes, parent: QWidget | None = None) -> None:
        super().__init__("", "trash", parent)
        self._deletes = deletes
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setToolTip(tr("Bring back what was deleted just now (Ctrl+Z)"))
        deletes.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        count = len(self._deletes.pending)
        words = tr("%n deleted", "", count)
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(count > 0)

    def _fill(self) -> None:
        self._menu.clear()
        pending = self._deletes.pending
        for one in reversed(pending[-20:]):
            words = tr("Bring back {name}").format(name=visible(one.name).replace("&", "&&"))
            entry = self._menu.addAction(words)
            entry.triggered.connect(lambda _=False, key=one.key: self._deletes.undo([key]))
        if len(pending) > 1:
            self._menu.addSeparator()
            entry = self._menu.addAction(tr("Bring back all"))
            entry.triggered.connect(lambda: self._deletes.undo([one.key for one in pending]))

    @override
    def setVisible(self, visible: bool) -> None:
        if not visible:
            self._menu.hide()
        super().setVisible(visible)
