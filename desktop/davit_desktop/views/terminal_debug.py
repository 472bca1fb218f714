"""Choose the image of a debug shell, and the program and user of a terminal."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.translation import tr
from davit_desktop.views.fields import Choice
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible

_LIKELY = ("busybox", "alpine", "debian", "ubuntu", "nicolaka/netshoot")
_WIDTH = 440


class DebugDialog(QDialog):
    """Which local image the debug shell comes from."""

    chosen = Signal(str)

    def __init__(self, images: Sequence[str], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Debug shell"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        about = plain_label(
            tr(
                "A helper container runs a shell from another image beside {name}. It sees the "
                "same processes and network, and the files at /proc/1/root. It is deleted when "
                "its terminal is closed."
            ).format(name=visible(name))
        )
        about.setWordWrap(True)
        about.setMinimumWidth(_WIDTH)
        layout.addWidget(about)
        form = QGridLayout()
        form.setSpacing(8)
        self.image = Choice()
        self.image.setAccessibleName(tr("Image"))
        for image in sorted(images, key=_likelihood):
            self.image.addItem(visible(image), image)
        form.addWidget(plain_label(tr("Image")), 0, 0)
        form.addWidget(self.image, 0, 1)
        form.setColumnStretch(1, 1)
        layout.addLayout(form)
        buttons = _finish(self, layout, tr("Open debug shell"))
        if not images:
            about.setText(tr("There is no image to take a shell from. Pull one, such as busybox."))
            self.image.setEnabled(False)
            buttons.buttons()[0].setEnabled(False)
        self.accepted.connect(lambda: self.chosen.emit(str(self.image.currentData())))


class ProgramDialog(QDialog):
    """Which program to run in a terminal, and as whom."""

    chosen = Signal(list, str)  # words of the command, user

    def __init__(self, shell: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New terminal"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        form = QGridLayout()
        form.setSpacing(8)
        self.program = QLineEdit(shell)
        self.program.setAccessibleName(tr("Command"))
        self.program.setMinimumWidth(_WIDTH - 120)
        self.user = QLineEdit()
        self.user.setAccessibleName(tr("User"))
        self.user.setPlaceholderText(tr("as the container's own"))
        for row, (words, field) in enumerate(
            ((tr("Command"), self.program), (tr("User"), self.user))
        ):
            form.addWidget(plain_label(words), row, 0)
            form.addWidget(field, row, 1)
        layout.addLayout(form)
        self._problem = plain_label("", "red")
        self._problem.setWordWrap(True)
        layout.addWidget(self._problem)
        self._buttons = _finish(self, layout, tr("Open terminal"))
        self.program.textChanged.connect(self._check)
        self.program.selectAll()
        self._check()
        self.accepted.connect(lambda: self.chosen.emit(self._words(), self.user.text().strip()))

    def _words(self) -> list[str]:
        try:
            return shlex.split(self.program.text())
        except ValueError:
            return []

    def _check(self) -> None:
        usable = bool(self._words())
        self._buttons.buttons()[0].setEnabled(usable)
        empty = not self.program.text().strip()
        self._problem.setVisible(not usable)
        self._problem.setText(
            "" if usable else tr("Enter a command.") if empty else tr("A quote is not closed.")
        )


def _finish(dialog: QDialog, layout: QVBoxLayout, words: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox()
    go = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    go.setProperty("look", "primary")
    go.setDefault(True)
    buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    for button in buttons.buttons():
        button.setAccessibleName(button.text())
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    return buttons


def _likelihood(image: str) -> tuple[int, str]:
    """Small images with many tools first."""
    name = image.partition(":")[0]
    place = _LIKELY.index(name) if name in _LIKELY else len(_LIKELY)
    return (place, image)
