"""Choices, numbers and check boxes in the window's own drawing, which a style sheet cannot tint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from typing_extensions import override

from davit_desktop.views import icons
from davit_desktop.views.theme import tokens

_ARROW = 14
_TICK = 14
_STEP = 12


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Give a field the look of one that is filled in wrongly, or take it away."""
    if bool(field.property("invalid")) != wrong:
        field.setProperty("invalid", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


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


class Number(QSpinBox):
    """A whole number between limits; the wheel scrolls the form around it."""

    def __init__(
        self, name: str, least: int, most: int, step: int = 1, suffix: str = "", width: int = 176
    ) -> None:
        super().__init__()
        self.setRange(least, max(least, most))
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setGroupSeparatorShown(True)
        self.setAccessibleName(name)
        self.setMinimumWidth(width)
        self.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding ends at the border

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = tokens(self.palette())
        left, half = self.width() - _STEP - 8, self.height() / 2
        painter = QPainter(self)
        for name, top, flag in (
            ("chevron-up", half - _STEP, QAbstractSpinBox.StepEnabledFlag.StepUpEnabled),
            ("chevron-down", half, QAbstractSpinBox.StepEnabledFlag.StepDownEnabled),
        ):
            usable = self.isEnabled() and self.stepEnabled() & flag
            color = t.text if usable else t.border
            icons.paint(painter, name, QRectF(left, top, _STEP, _STEP), color)
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
