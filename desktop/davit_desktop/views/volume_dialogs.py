"""The forms that make, copy, import and prune volumes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.state import volumes as state
from davit_desktop.state.volumes import User, VolumeRow, Wish
from davit_desktop.translation import tr
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.fold import Fold
from davit_desktop.views.form_dialog import FormDialog
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import size, visible
from davit_desktop.volume_transfers import Contents

_LINES = 72  # points of a field of several lines
_NAMED = 5
_LISTED = 10  # volumes that a question shows without scrolling


def named(users: Sequence[User]) -> str:
    """Containers by name, not more than can be read."""
    names = ", ".join(visible(user.name) for user in users[:_NAMED])
    rest = len(users) - _NAMED
    return tr("{names} and %n more", "", rest).format(names=names) if rest > 0 else names


def name_words(row: VolumeRow) -> str:
    """The name; an anonymous volume says that it is one."""
    if row.anonymous:
        return tr("{name} (anonymous)").format(name=row.name[:12])
    return row.short_name


def size_words(row: VolumeRow) -> str:
    """The size, or that it is not known yet."""
    return "…" if row.size is None else size(row.size)


def total_words(rows: Sequence[VolumeRow]) -> str:
    """The sizes of volumes together, as far as they are known."""
    counted, whole = state.total(rows)
    return size(counted) if whole else tr("{size} or more").format(size=size(counted))


class CreateVolumeDialog(FormDialog):
    """A name, and what few need: driver, options, labels."""

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Create volume"),
            tr("A volume keeps files when the containers that use it are deleted."),
            tr("Create volume"),
            parent,
        )
        self._known = known
        self.name = QLineEdit()
        self.add(tr("Name"), self.name)
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.driver = QLineEdit()
        self.driver.setPlaceholderText("local")
        self.options, self.labels = QPlainTextEdit(), QPlainTextEdit()
        self.options.setPlaceholderText("type=tmpfs\ndevice=tmpfs\no=size=100m")
        self.labels.setPlaceholderText("owner=me")
        rows: tuple[tuple[str, QLineEdit | QPlainTextEdit], ...] = (
            (tr("Driver"), self.driver),
            (tr("Driver options"), self.options),
            (tr("Labels"), self.labels),
        )
        for words, field in rows:
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.textChanged.connect(lambda *_: self._check())
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(_LINES)
                field.setTabChangesFocus(True)
            form.addRow(label, field)
        self.more = Fold(tr("Driver and labels"), body)
        self._form.addRow(self.more)
        self.more.button.toggled.connect(lambda _: self._grow())
        self.name.textChanged.connect(lambda _: self._check())
        self._check()

    def _grow(self) -> None:
        if (layout := self.layout()) is not None:
            layout.activate()
        self.resize(self.width(), self.sizeHint().height())

    @property
    def wish(self) -> Wish:
        """What is filled in."""
        return Wish(
            name=self.name.text(),
            driver=self.driver.text(),
            options=self.options.toPlainText(),
            labels=self.labels.toPlainText(),
        )

    def _check(self) -> None:
        wish = self.wish
        self.complain(state.wrong(wish, self._known), ready=bool(wish.name.strip()))


class _PauseBox(CheckBox):
    """Offers to pause the containers that may write meanwhile; hidden when there are none."""

    def __init__(self) -> None:
        super().__init__("")
        self.note = plain_label("", "amber")
        self.note.setWordWrap(True)
        self._users: tuple[User, ...] = ()

    @property
    def users(self) -> tuple[User, ...]:
        """Whom to pause."""
        return self._users if self.isChecked() else ()

    def ask(self, users: tuple[User, ...], warning: str) -> None:
        """Warn of these containers, or of none."""
        self._users = users
        self.note.setText(warning.format(names=named(users)))
        words = tr("Pause them meanwhile", "", len(users))
        self.setText(words)
        self.setAccessibleName(words)
        for widget in (self, self.note):
            widget.setVisible(bool(users))
        self.setChecked(bool(users))


class ExportDialog(FormDialog):
    """Warns before files are copied that may change meanwhile."""

    def __init__(self, row: VolumeRow, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Export volume"),
            tr("All files of {name} are written to an archive.").format(
                name=visible(row.short_name)
            ),
            tr("Export volume"),
            parent,
            "download",
        )
        self.pause = _PauseBox()
        self._form.addRow(self.pause.note)
        self._form.addRow(self.pause)
        self.pause.ask(
            row.running,
            tr("{names} may write to it meanwhile; the archive could hold half-written files."),
        )
        self.complain("")


class CloneDialog(FormDialog):
    """The name of the copy."""

    def __init__(self, row: VolumeRow, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Clone volume"),
            tr("All files of {name} are copied into a new volume.").format(
                name=visible(row.short_name)
            ),
            tr("Clone volume"),
            parent,
            "clone",
        )
        self._known = known
        self.name = QLineEdit(state.free_name(f"{row.short_name}-copy", known))
        self.name.selectAll()
        self.add(tr("Name of the copy"), self.name)
        self.pause = _PauseBox()
        self._form.addRow(self.pause.note)
        self._form.addRow(self.pause)
        self.pause.ask(
            row.running,
            tr("{names} may write to it meanwhile; the copy could hold half-written files."),
        )
        self.name.textChanged.connect(lambda _: self._check())
        self._check()

    def _check(self) -> None:
        name = self.name.text().strip()
        self.complain(state.wrong_name(name, self._known), ready=bool(name))


class ImportDialog(FormDialog):
    """Where an archive goes: into a new volume or over one that is there."""

    compare_wanted = Signal(str)  # the volume, whose files may be replaced

    def __init__(
        self,
        file: Path,
        contents: Contents,
        rows: Sequence[VolumeRow],
        target: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`target` is the volume chosen at first; empty for a new one."""
        super().__init__(
            tr("Import volume"),
            tr("{file} holds %n file(s) and folder(s), {size}.", "", contents.entries).format(
                file=visible(file.name), size=size(contents.size)
            ),
            tr("Import volume"),
            parent,
            "upload",
        )
        self.file = file
        self.contents = contents
        self._rows = sorted(rows, key=lambda row: row.name)
        self.target = Choice()
        self.target.addItem(tr("A new volume"))
        for row in self._rows:
            self.target.addItem(visible(row.short_name))
        self.name = QLineEdit(state.free_name(_stem(file), [row.name for row in rows]))
        self.add(tr("Into"), self.target)
        self.add(tr("Name"), self.name)
        self.replaces = plain_label("", "amber")
        self.replaces.setWordWrap(True)
        self._form.addRow(self.replaces)
        self.pause = _PauseBox()
        self._form.addRow(self.pause.note)
        self._form.addRow(self.pause)
        self.name.textChanged.connect(lambda _: self._check())
        self.target.currentIndexChanged.connect(lambda _: self._turn())
        names = [row.name for row in self._rows]
        self.target.setCurrentIndex(names.index(target) + 1 if target in names else 0)
        self._turn()

    @property
    def chosen(self) -> VolumeRow | None:
        """The volume that is there; None for a new one."""
        place = self.target.currentIndex()
        return self._rows[place - 1] if place > 0 else None

    def say_replaced(self, volume: str, names: Sequence[str]) -> None:
        """Which names at the top of a volume the archive has too."""
        if self.chosen is None or self.chosen.name != volume:
            return
        if names:
            shown = ", ".join(visible(name) for name in names[:_NAMED])
            rest = len(names) - _NAMED
            if rest > 0:
                shown = tr("{names} and %n more", "", rest).format(names=shown)
            words = tr(
                "Already there: {names}. Files of the same name are replaced, others stay."
            ).format(names=shown)
        else:
            words = tr("Nothing at its top has the same name. What is there stays.")
        self.replaces.setText(words)
        self.replaces.show()

    def _turn(self) -> None:
        row = self.chosen
        self._form.setRowVisible(self.name, row is None)
        self.replaces.hide()
        self.pause.ask(
            row.running if row is not None else (),
            tr("{names} may read or write there meanwhile."),
        )
        if row is not None:
            self.compare_wanted.emit(row.name)
        self._check()

    def _check(self) -> None:
        if self.chosen is not None:
            self.complain("")
            return
        name = self.name.text().strip()
        self.complain(state.wrong_name(name, [row.name for row in self._rows]), ready=bool(name))


class DeletionDialog(QDialog):
    """Names volumes whose data will be gone, with their bytes; Cancel is the default.

    With two offers the person chooses between them.
    """

    def __init__(
        self,
        title: str,
        question: str,
        offers: Sequence[tuple[str, Sequence[VolumeRow]]],
        parent: QWidget | None = None,
        *,
        note: str = "",
        verb: str = "",
    ) -> None:
        """Each offer is what it is called and its volumes; `verb` is what happens to them."""
        super().__init__(parent)
        self._verb = verb
        self._offers = list(offers)
        self._place = next((i for i, offer in enumerate(self._offers) if offer[1]), 0)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.question = plain_label(question, "strong")
        self.question.setWordWrap(True)
        layout.addWidget(self.question)
        self.choices: list[QPushButton] = []
        if len(self._offers) > 1:
            layout.addLayout(self._build_choices())
        self.items = QListWidget()
        self.items.setAccessibleName(verb or tr("Volumes to delete"))
        self.items.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setWordWrap(False)
        most = max(len(rows) for _, rows in self._offers)
        line = self.fontMetrics().height() + 8
        self.items.setMinimumHeight(line * min(max(most, 2), _LISTED) + 8)
        self.items.setMaximumHeight(line * max(most, 2) + 16)
        layout.addWidget(self.items, 1)
        self._note = plain_label(note, "muted")
        self._note.setWordWrap(True)
        self._note.setVisible(bool(note))
        layout.addWidget(self._note)
        warning = plain_label(tr("Their files are gone for good. This cannot be undone."))
        warning.setWordWrap(True)
        layout.addWidget(warning)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.cancel = TextButton(tr("Cancel"))
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.button = TextButton("", "trash", look="danger", token="red")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.accept)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)
        self._show(self._place)
        self.cancel.setFocus()

    @property
    def chosen(self) -> Sequence[VolumeRow]:
        """What would be deleted."""
        return self._offers[self._place][1]

    def take_sizes(self, known: Callable[[str], VolumeRow | None]) -> None:
        """Show sizes that have been counted since."""
        self._offers = [
            (words, [known(row.name) or row for row in rows]) for words, rows in self._offers
        ]
        self._show(self._place)

    def _build_choices(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        group = QButtonGroup(self)
        for place, (words, rows) in enumerate(self._offers):
            button = QPushButton(f"{words} ({len(rows)})")
            button.setCheckable(True)
            button.setChecked(place == self._place)
            button.setAutoDefault(False)
            button.setProperty("look", "segment")
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _=False, place=place: self._show(place))
            group.addButton(button)
            self.choices.append(button)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _show(self, place: int) -> None:
        self._place = place
        rows = self.chosen
        self.items.clear()
        self.items.addItems(list(map(_item, rows)))
        words = tr("Delete volume") if len(rows) == 1 else tr("Delete %n volume(s)", "", len(rows))
        words = self._verb or words
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setEnabled(bool(rows))
        if len(self._offers) > 1:
            self.question.setText(
                tr("{size} come free on the disk").format(size=total_words(rows))
                if rows
                else tr("There is nothing to delete")
            )


def _item(row: VolumeRow) -> str:
    told = tr("not counted yet") if row.size is None else size(row.size)
    return f"{visible(name_words(row))}, {told}"


def _stem(file: Path) -> str:
    name = file.name
    for end in (".gz", ".tgz", ".tar", ".bz2", ".xz"):
        name = name.removesuffix(end)
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "_.-") else "-" for c in name)
    return kept.lstrip("_.-") or "imported"
