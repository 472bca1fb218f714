"""The tag dialog: another name for an image."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.state.images import Image
from davit_desktop.translation import tr
from davit_desktop.views.fields import mark_wrong
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible


class TagDialog(QDialog):
    """Asks for a name; `taken` are the names of other images, which would lose them."""

    requested = Signal(str)

    def __init__(
        self, image: Image, taken: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._image = image
        self._taken = taken
        self.setWindowTitle(tr("Tag an image"))
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        label = plain_label(
            tr("Another name for {name} ({id})").format(
                name=visible(image.reference), id=image.short_id
            )
        )
        label.setWordWrap(True)
        self.field = QLineEdit("" if image.dangling else image.reference)
        self.field.setPlaceholderText(tr("name:tag, or registry.example.com/name:tag"))
        self.field.setAccessibleName(tr("New name"))
        self.field.textChanged.connect(self._check)
        self.note = plain_label()
        self.note.setWordWrap(True)
        cancel = TextButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = TextButton(tr("Tag image"), "tag", look="primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.note, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        for widget in (label, self.field):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.field.selectAll()
        self._check()

    def _check(self) -> None:
        name = self.field.text().strip()
        words, wrong = "", False
        full = ""
        if name:
            try:
                reference = parse_reference(name)
                full = reference.tagged().familiar()
                if reference.digest:
                    words, wrong = tr("A name has no digest"), True
                elif full in self._taken:
                    words = tr("Another image has this name and would lose it")
            except InvalidReference:
                words, wrong = tr("Not a name of an image"), True
        mark_wrong(self.field, wrong=wrong)
        self.note.setText(words)
        self.note.setProperty("look", "red" if wrong else "muted")
        self.note.style().polish(self.note)
        known = full in self._image.references
        self.button.setEnabled(bool(name) and not wrong and not known)

    def _accept(self) -> None:
        self.requested.emit(self.field.text().strip())
        self.accept()
