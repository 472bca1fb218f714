"""The import dialog: what an archive of files is to be called as an image, and what it runs."""

import json
import shlex
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.translation import tr
from davit_desktop.views.form_dialog import FormDialog
from davit_desktop.views.text import visible


class ImportImageDialog(FormDialog):
    """Asks for a name; `taken` are the names that images have, which would lose them."""

    def __init__(
        self, file: Path, taken: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Import as image"),
            tr("The files in {file} become an image with one layer.").format(
                file=visible(file.name)
            ),
            tr("Import image"),
            parent,
            icon="upload",
        )
        self._taken = frozenset(taken)
        self.name = QLineEdit(proposed_name(file))
        self.name.setPlaceholderText(tr("name:tag"))
        self.command = QLineEdit()
        self.command.setPlaceholderText("sh")
        self.add(tr("Image"), self.name)
        self.add(tr("Command"), self.command, tr("What its containers run. It may stay empty."))
        self.name.textChanged.connect(self._check)
        self.command.textChanged.connect(self._check)
        self.name.selectAll()
        self._check()

    @property
    def reference(self) -> str:
        """The name, with its tag."""
        return parse_reference(self.name.text().strip()).tagged().familiar()

    @property
    def changes(self) -> tuple[str, ...]:
        """What the image says beside its files, as lines of a Dockerfile."""
        words = shlex.split(self.command.text())
        return (f"CMD {json.dumps(words)}",) if words else ()

    def _check(self) -> None:
        wrong = ""
        name = self.name.text().strip()
        try:
            if name and parse_reference(name).digest:
                wrong = tr("A name has no digest")
            elif name and self.reference in self._taken:
                wrong = tr("Another image has this name and would lose it")
        except InvalidReference:
            wrong = tr("Not a name of an image")
        try:
            shlex.split(self.command.text())
        except ValueError:
            wrong = wrong or tr("A quote in the command is not closed")
        self.complain(wrong, ready=bool(name))


def proposed_name(file: Path) -> str:
    """A name from the file's: root-fs.tar.gz becomes root-fs:latest."""
    stem = file.name.lower()
    for end in (".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst"):
        stem = stem.removesuffix(end)
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in stem)
    kept = "-".join(filter(None, kept.split("-")))[:100]
    return f"{kept or 'imported'}:latest"
