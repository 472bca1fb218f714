"""A line that leads somewhere, shortened in the middle when it does not fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from davit_desktop.views.text import tool_tip, visible

_PADDING = 12


class ElidedLink(QPushButton):
    """Says all of it in its tool tip and to those who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("look", "link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, *, link: bool) -> None:
        """Show this text; without a `link` it cannot be used."""
        self._whole = visible(text)
        self.setEnabled(link)
        self.setAccessibleName(self._whole)
        self.setToolTip(tool_tip(text))
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self._whole) + _PADDING,
            super().sizeHint().height(),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _PADDING, 0)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))
