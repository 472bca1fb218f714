"""What can be done to several rows at once, and to how many."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from davit_desktop.translation import tr
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label

_ICONS = {"start": "play", "stop": "stop", "restart": "restart"}
_MORE = ("pause", "resume", "kill", "logs", "copy_id")


class BulkBar(QWidget):
    """Buttons for the verbs of the selection; Delete stands apart from the others."""

    def __init__(self, verbs: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._words = plain_label("", "strong")
        layout.addWidget(self._words)
        self.clear = IconButton("close", tr("Select nothing (Esc)"))
        layout.addWidget(self.clear)
        layout.addStretch(1)
        self.buttons: dict[str, TextButton] = {}
        for key, icon in _ICONS.items():
            self._add(layout, key, TextButton(verbs[key].text(), icon))
        self.more = IconButton("more", tr("More for the selected"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions([verbs[key] for key in _MORE])
        self.more.setMenu(menu)
        layout.addWidget(self.more)
        layout.addSpacing(16)
        self._add(layout, "delete", TextButton("", "trash", look="danger", token="red"))

    def _add(self, layout: QHBoxLayout, key: str, button: TextButton) -> None:
        self.buttons[key] = button
        button.clicked.connect(self._verbs[key].trigger)
        layout.addWidget(button)

    def say(self, count: int) -> None:
        """Tell how many are selected, and enable what can be done to them."""
        self._words.setText(tr("%n selected", "", count))
        delete = tr("Delete %n container(s)", "", count)
        self.buttons["delete"].setText(tr("Delete {count}").format(count=count))
        self.buttons["delete"].setAccessibleName(delete)
        self.buttons["delete"].setToolTip(delete)
        for key, button in self.buttons.items():
            button.setEnabled(self._verbs[key].isEnabled())
