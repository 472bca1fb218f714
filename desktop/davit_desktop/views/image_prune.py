"""The prune dialog: what would be deleted, and how many bytes come free. Cancel is the default."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.state.images import Image
from davit_desktop.translation import tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import size, visible


class Prunable(msgspec.Struct, frozen=True, kw_only=True):
    """Images that a prune would delete, and the bytes that come free.

    `exact` says whether shared layers are taken into account.
    """

    images: tuple[Image, ...]
    size: int
    exact: bool = True


class PruneDialog(QDialog):
    """Two choices: what has no name, or all that no container uses."""

    requested = Signal(bool, object)  # whether all unused, the images shown

    def __init__(self, dangling: Prunable, unused: Prunable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = {False: dangling, True: unused}
        self.setWindowTitle(tr("Prune unused images"))
        self.setMinimumSize(520, 380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        self._group = QButtonGroup(self)
        self.choices: dict[bool, QPushButton] = {}
        for all_unused, words in (
            (False, tr("Dangling only ({count})").format(count=len(dangling.images))),
            (True, tr("All unused ({count})").format(count=len(unused.images))),
        ):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("look", "segment")
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, which=all_unused: self._show(which))
            self._group.addButton(button)
            self.choices[all_unused] = button
            choices.addWidget(button)
        choices.addStretch(1)
        layout.addLayout(choices)
        self.summary = plain_label("", "strong")
        layout.addWidget(self.summary)
        self._note = wrapped()
        layout.addWidget(self._note)
        self.items = QListWidget()
        self.items.setAccessibleName(tr("Images to delete"))
        layout.addWidget(self.items, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        cancel = TextButton(tr("Cancel"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.button = TextButton("", "trash", look="danger", token="red")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._accept)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)
        self._all = not dangling.images
        self.choices[self._all].setChecked(True)
        self._show(self._all)
        cancel.setFocus()

    @property
    def offer(self) -> Prunable:
        return self._offers[self._all]

    def _show(self, all_unused: bool) -> None:
        self._all = all_unused
        offer = self.offer
        bytes_ = size(offer.size)
        if not offer.images:
            self.summary.setText(tr("There is nothing to delete"))
        elif offer.exact:
            self.summary.setText(tr("{bytes} come free on the disk").format(bytes=bytes_))
        else:
            self.summary.setText(tr("Up to {bytes} come free on the disk").format(bytes=bytes_))
        self._note.setText(
            tr("No container uses them. What they share with images that stay is kept.")
            if all_unused
            else tr("No name leads to them and no container uses them.")
        )
        self.items.clear()
        self.items.addItems(list(map(_item, offer.images)))
        words = tr("Delete %n image(s)", "", len(offer.images))
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setEnabled(bool(offer.images))

    def _accept(self) -> None:
        self.requested.emit(self._all, self.offer.images)
        self.accept()


def _item(image: Image) -> str:
    names = visible(", ".join(image.references) or image.reference)
    return f"{names}  ({image.short_id}), {size(image.size)}"


def guess(images: Sequence[Image], wanted: Callable[[Image], bool]) -> Prunable:
    """What an engine would delete that cannot be asked."""
    going = tuple(image for image in images if not image.users and wanted(image))
    return Prunable(images=going, size=sum(image.size for image in going), exact=False)
