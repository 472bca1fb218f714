"""Rows of the settings page: a name, its control and what it means, in cards that are searched."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from davit_desktop.settings import Settings
from davit_desktop.views.cards import Card, wrapped
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.messages import plain_label

_LABELS = 200  # points of the column of names
_TICK = 26  # points from a check box's left to its words


@dataclass
class _Row:
    widget: QWidget
    words: str


class Section:
    """A card of rows. `followers` show the window's preferences in their controls."""

    def __init__(self, title: str) -> None:
        self.card = Card(title)
        self.followers: list[Callable[[Settings], None]] = []
        self.controls: dict[str, QWidget] = {}
        self._title = title
        self._rows: list[_Row] = []

    def add(
        self,
        key: str,
        name: str,
        control: QWidget,
        show: Callable[[Settings], None] | None = None,
        hint: str = "",
        *,
        wide: bool = False,
    ) -> None:
        """Append a row; a `wide` control takes the width that there is."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        if not isinstance(control, CheckBox):
            label = plain_label(name)
            label.setFixedWidth(_LABELS)
            label.setWordWrap(True)
            label.setBuddy(control)
            line.addWidget(label)
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        if wide:
            words.addWidget(control)
        else:
            words.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        if hint:
            told = wrapped(hint)
            told.setContentsMargins(_TICK if isinstance(control, CheckBox) else 0, 0, 0, 0)
            words.addWidget(told)
        line.addLayout(words, 1)
        if self._rows:
            self.card.body.addSpacing(4)
        self.card.body.addWidget(row)
        self._rows.append(_Row(row, f"{self._title} {name} {hint}".casefold()))
        self.controls[key] = control
        if show is not None:
            self.followers.append(show)

    def find(self, words: list[str]) -> bool:
        """Show the rows that have all of these words, and the card if there is one."""
        shown = False
        for row in self._rows:
            fits = all(word in row.words for word in words)
            row.widget.setVisible(fits)
            shown = shown or fits
        self.card.setVisible(shown)
        return shown
