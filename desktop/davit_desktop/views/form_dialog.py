"""A small form over the window: fields, what is wrong with them, Cancel and one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.translation import tr
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label

_WIDTH = 480


class FormDialog(QDialog):
    """Add rows with `add`; call `complain` with what is wrong, or nothing, whenever it changes."""

    def __init__(
        self, title: str, words: str, button: str, parent: QWidget | None = None, icon: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        told = plain_label(words)
        told.setWordWrap(True)
        told.setVisible(bool(words))
        layout.addWidget(told)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.addLayout(self._form)
        self._note = plain_label("", "red")
        self._note.setWordWrap(True)
        layout.addWidget(self._note)
        layout.addStretch(1)
        self._fields: list[QWidget] = []
        self._cancel = TextButton(tr("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self.button = TextButton(button, icon or None, look="primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)

    def add(self, label: str, field: QWidget, note: str = "") -> None:
        """Add a field; what it is called is its accessible name too."""
        words = QLabel(label)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setBuddy(field)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        words.setMinimumHeight(field.sizeHint().height())
        field.setAccessibleName(label)
        self._form.addRow(words, field)
        if note:
            small = plain_label(note, "muted")
            small.setWordWrap(True)
            small.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self._form.addRow("", small)
        if self._fields:
            self.setTabOrder(self._fields[-1], field)
        else:
            field.setFocus()
        self.setTabOrder(field, self._cancel)
        self.setTabOrder(self._cancel, self.button)
        self._fields.append(field)

    def complain(self, words: str, *, ready: bool = True) -> None:
        """Say what is wrong; the button works when nothing is and the form is `ready`."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.button.setEnabled(ready and not words)
