"""A part of a form that can be folded away; folded, it still says what is set in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import ElidedLabel


class Fold(QWidget):
    """A heading to press, and the body beneath it while it is open."""

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.button = TextButton(title, "chevron-right", look="link")
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.toggled.connect(self._fold)
        self._summary = ElidedLabel("", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(row)
        self._body = body
        layout.addWidget(body)
        body.hide()

    def say(self, summary: str) -> None:
        """What is set in it, for while it is closed."""
        self._summary.set_text(summary)

    def open(self, *, on: bool = True) -> None:
        self.button.setChecked(on)

    def _fold(self, on: bool) -> None:
        self._body.setVisible(on)
        self._summary.setVisible(not on)
        self.button.set_icon("chevron-down" if on else "chevron-right")
