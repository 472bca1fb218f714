"""What every part of the Run form is: fields with labels, filled from a spec and read into one."""

from __future__ import annotations

import shlex
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from davit_desktop.client.run_spec import RunSpec, Surroundings
from davit_desktop.host_ports import Published
from davit_desktop.state.image_facts import ImageFacts
from davit_desktop.translation import tr
from davit_desktop.views.fields import CheckBox, mark_wrong
from davit_desktop.views.messages import plain_label
from davit_desktop.views.run_rows import Line, Lines, TextLine
from davit_desktop.views.text import visible


class Surrounds(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine holds, for completion and checks."""

    images: Sequence[str] = ()  # references
    names: Sequence[str] = ()  # of containers, taken
    volumes: Sequence[str] = ()
    networks: Sequence[str] = ()
    published: Sequence[Published] = ()
    surroundings: Surroundings = Surroundings()  # for a pasted command
    local: bool = True  # the engine publishes ports on this computer


class Problems:
    """Reasons why it cannot be run, first things first."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def add(self, text: str) -> None:
        if text:
            self.texts.append(text)


class Section(QWidget):
    """`changed` says that something was typed or chosen."""

    changed = Signal()

    def __init__(self, around: Surrounds) -> None:
        super().__init__()
        self.around = around
        self.labels: list[QLabel] = []
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    # What each section does in its own way

    @abstractmethod
    def fill(self, spec: RunSpec) -> None:
        """Show a spec as far as there are fields for it."""

    @abstractmethod
    def read(self, problems: Problems) -> dict[str, Any]:
        """The fields of a spec that the section stands for."""

    def show_facts(self, facts: ImageFacts | None) -> None:
        """Show what the image says by itself, as far as it is known."""

    # Building

    def row(self, words: str, field: QWidget, note: QLabel | None = None) -> None:
        """A field under the others; its label stands beside the field's first line."""
        label = QLabel(words)
        label.setBuddy(field)
        self.form.addRow(label, _with_note(field, note) if note is not None else field)
        if words:
            self.labels.append(label)

    def line_edit(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(self.changed)
        return field

    def box(self, words: str) -> CheckBox:
        box = CheckBox(words)
        box.setAccessibleName(words)
        box.toggled.connect(self.changed)
        return box

    def lines(self, words: str, make: Callable[[], Line]) -> Lines:
        lines = Lines(words, make)
        lines.changed.connect(self.changed)
        return lines

    def note(self, look: str = "muted") -> QLabel:
        label = plain_label("", look)
        label.setWordWrap(True)
        label.hide()
        return label


def tell(note: QLabel, words: str) -> None:
    """Show a note, or hide it where there is nothing to say."""
    note.setText(visible(words))
    note.setVisible(bool(words))


def read_lines(lines: Lines, read: Callable[[Any], str], problems: Problems) -> tuple[str, ...]:
    """The values of the lines that can be read."""
    values = []
    for line in lines.lines:
        value = read(line)
        if line.problem:
            problems.add(line.problem)
        else:
            values.append(value)
    return tuple(values)


def fill_texts(lines: Lines, values: Sequence[str]) -> None:
    lines.clear()
    for value in values:
        line = lines.add()
        assert isinstance(line, TextLine)
        line.fill(value)


def read_words(field: QLineEdit, what: str, problems: Problems) -> tuple[str, ...]:
    """A field's text as a shell would split it."""
    try:
        words = shlex.split(field.text())
    except ValueError:
        mark_wrong(field, wrong=True)
        problems.add(tr("{field}: a quote is not closed").format(field=what))
        return ()
    mark_wrong(field, wrong=False)
    return tuple(words)


def _with_note(field: QWidget, note: QLabel) -> QWidget:
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(field)
    layout.addWidget(note)
    both.setFocusProxy(field)
    return both
