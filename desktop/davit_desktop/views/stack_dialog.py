"""The question before a stack goes with the data in its volumes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from davit_desktop.state.stacks import Stack
from davit_desktop.translation import tr
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.stack_verbs import Belongings
from davit_desktop.views.text import size, visible


class DeleteWithVolumes(QDialog):
    """Names every volume and its bytes. Cancel is the default."""

    requested = Signal()

    def __init__(self, stack: Stack, held: Belongings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = [volume.name for volume in held.volumes]
        self.setWindowTitle(tr("Delete stack and its volumes"))
        self.setMinimumSize(480, 320)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        known = [count for count in held.sizes.values() if count >= 0]
        words = tr(
            "%n container(s) of {name} and the data in these volumes are deleted.",
            "",
            len(stack.containers),
        )
        title = plain_label(words.format(name=visible(stack.name)), "strong")
        title.setWordWrap(True)
        layout.addWidget(title)
        items = QListWidget()
        items.setAccessibleName(tr("Volumes to delete"))
        for volume in held.volumes:
            count = held.sizes.get(volume.name, -1)
            told = size(count) if count >= 0 else tr("size not known")
            items.addItem(f"{visible(volume.name)}  ({told})")
        layout.addWidget(items, 1)
        total = tr("{size} in all. This cannot be undone.").format(size=size(sum(known)))
        layout.addWidget(plain_label(total, "muted"))
        cancel = TextButton(tr("Cancel"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.button = TextButton(
            tr("Delete stack and volumes"), "trash", look="danger", token="red"
        )
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.requested)
        self.button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addSpacing(16)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)
        cancel.setFocus()
