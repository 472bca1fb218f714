"""Frames with a title, and a page that scrolls when they need more room than there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from davit_desktop.views.messages import plain_label


class Card(QFrame):
    """A frame with a title; what it holds goes into `body`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self.title = plain_label(title, "strong")
        self.body.addWidget(self.title)


def scrolled(inner: QWidget) -> QScrollArea:
    """`inner` as wide as there is room, scrolled when it is higher."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def wrapped(words: str = "", look: str = "muted") -> QLabel:
    """A label of as many lines as it takes."""
    label = plain_label(words, look)
    label.setWordWrap(True)
    return label
