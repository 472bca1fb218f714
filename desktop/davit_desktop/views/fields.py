"""Choices and check boxes in the window's own drawing, which a style sheet cannot tint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton
from typing_extensions import override

from davit_desktop.views import icons
from davit_desktop.views.theme import tokens

_ARROW = 14
_TICK = 14


class Choice(QComboBox):
    """One of several. The wheel scrolls the form around it and never changes what is chosen."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = tokens(self.palette())
        place = QRectF(self.width() - _ARROW - 8, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        painter = QPainter(self)
        icons.paint(painter, "chevron-down", place, t.text if self.isEnabled() else t.control)
        painter.end()


class CheckBox(QCheckBox):
    """Yes or no."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(element, option, self))
        place = QRectF(0, 0, _TICK, _TICK)
        place.moveCenter(box.center())
        painter = QPainter(self)
        icons.paint(painter, "check", place, tokens(self.palette()).on_accent)
        painter.end()
