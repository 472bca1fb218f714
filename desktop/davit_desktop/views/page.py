"""A page of the window: what the window may ask of every one, and what each may ask of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from davit_desktop.views.messages import ProblemList


class Page(QWidget):
    """A list, or the detail of one subject (a container, an image …). It puts `problems` into its
    layout itself."""

    went = Signal(str, str, str)  # page, subject and tab to go to
    left = Signal()  # a detail whose subject has gone, or whose way back was taken
    said = Signal(str, str)  # a toast: its words and its tool tip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems = ProblemList()

    def enter(self, subject: str, tab: str) -> None:
        """Called when the page comes into sight: show the subject and its tab (empty: as the page
        was left), and take the keyboard."""

    def leave(self) -> None:
        """Called when another page is shown instead."""

    def focus_search(self) -> None:
        """Ctrl+F: take the keyboard into the field that finds or filters, where there is one."""

    def holds(self, subject: str) -> bool:
        """Whether there is such a subject still; the way back leaves out what has gone."""
        return True
