"""Work that only the interface's own thread can do, cut into slices between which it answers."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_SLICE = 0.01  # seconds
_LETTERS = 16_384  # of a text that are put in before the clock is looked at


class Slices(QObject):
    """Goes through one iterator, each step of which takes a few milliseconds at most.

    What takes no longer than a slice is done when `begin` returns.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def at_work(self) -> bool:
        return self._timer.isActive()

    def begin(self, steps: Iterator[object]) -> None:
        """Do this, and no longer what was being done."""
        self._steps = steps
        self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._steps = iter(())
        self._timer.stop()

    def _go_on(self) -> None:
        self._timer.stop()
        steps = self._steps
        until = time.perf_counter() + _SLICE
        for _ in steps:
            if steps is not self._steps:  # something in it began another work, or stopped this
                return
            if time.perf_counter() > until:
                self._timer.start()
                return


def put_text(field: QPlainTextEdit, text: str) -> Iterator[None]:
    """Put a text into a field part by part, in place of what is there; it cannot be undone."""
    document = field.document()
    at = _cut(text, 0)
    field.setPlainText(text[:at])
    document.setUndoRedoEnabled(False)
    while at < len(text):
        yield
        end = _cut(text, at)
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[at:end])
        at = end
    document.setUndoRedoEnabled(True)


def _cut(text: str, at: int) -> int:
    """Where a part of the text ends that begins at a place: after a line, when one ends there."""
    if len(text) - at <= _LETTERS:
        return len(text)
    line = text.rfind("\n", at, at + _LETTERS)
    return line + 1 if line >= at else at + _LETTERS
