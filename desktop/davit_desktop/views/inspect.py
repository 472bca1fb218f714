"""An inspect document: sections to read and the raw JSON, both searchable."""

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.client.types import Json
from davit_desktop.state import inspect as reading
from davit_desktop.state.inspect import Entry
from davit_desktop.translation import mark, tr
from davit_desktop.views.branch_tree import BranchTree
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.json_text import JsonText
from davit_desktop.views.messages import plain_label
from davit_desktop.views.slices import Slices
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import tokens

_ENTRY = Qt.ItemDataRole.UserRole
_SECTION = Qt.ItemDataRole.UserRole + 1
_SHOWN = 2_000
"""Characters of a value in the list and its tool tip; copied it is whole."""

_LINK_WORDS = {
    "image": mark("Show the image"),
    "network": mark("Show the network"),
    "volume": mark("Show the volume"),
    "files": mark("Browse the files"),
}


_BATCH = 100
_PIECES = 500
_ENCODER = json.JSONEncoder(indent=2, ensure_ascii=False)


class Prepared(NamedTuple):
    """What a document tells a person, and the document with its secrets covered."""

    sections: list[reading.Section]
    covered: Json


class InspectView(QWidget):
    """Shows one document; secrets stay covered until they are revealed, one or all."""

    linked = Signal(str, str)  # image, network, volume or files; and which

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        sections: Callable[[Json], list[reading.Section]] = reading.sections,
    ) -> None:
        super().__init__(parent)
        self._sections = sections
        self._slices = Slices(self)
        self._document: Json = {}
        self._prepared = Prepared([], {})
        self._hits: list[QModelIndex] = []
        self._hit = -1
        self._cursors: list[QTextCursor] = []
        self._revealed: set[tuple[str, str]] = set()  # section and name
        self.leads: Callable[[str], bool] = lambda kind: False
        """Whether the window has a place for a kind of link."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._build_bar())
        self._stack = QStackedWidget()
        self.tree = BranchTree()
        self.tree.setAccessibleName(tr("Inspect, as sections"))
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setAlternatingRowColors(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.activated.connect(self._on_activated)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.tree)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(lambda: self._copy(self.tree.currentIndex()))
        self.model = QStandardItemModel(0, 2, self)
        self.model.setHorizontalHeaderLabels([tr("Name"), tr("Value")])
        self.tree.setModel(self.model)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.tree.setColumnWidth(0, 260)
        self.raw = JsonText()
        self.raw.setAccessibleName(tr("Inspect, as JSON"))
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.raw)
        layout.addWidget(self._stack, 1)

    def prepare(self, document: Json) -> Prepared:
        """What is read out of a document; for a thread, as a document may be megabytes long."""
        return Prepared(self._sections(document), reading.covered(document))

    def show_document(self, document: Json, prepared: Prepared | None = None) -> None:
        """Show a document; unfolded sections, search and place stay when it is the same thing."""
        if document == self._document:
            return
        self._prepared = prepared or self.prepare(document)
        place = self.tree.verticalScrollBar().value(), self.raw.verticalScrollBar().value()
        same = document.get("Id") == self._document.get("Id")
        self._document = document
        if not same:
            self._revealed.clear()
        if not same and self.reveal.isChecked():
            self.reveal.setChecked(False)  # fills it in
        else:
            self._fill(place if same else (0, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "raw"):
            self._fill()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        group = QButtonGroup(self)
        self.readable, self.as_json = QPushButton(tr("Readable")), QPushButton("JSON")
        for place, button in enumerate((self.readable, self.as_json)):
            button.setCheckable(True)
            button.setProperty("look", "segment")
            group.addButton(button)
            button.clicked.connect(lambda _=False, place=place: self._show(place))
            bar.addWidget(button)
        self.readable.setChecked(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search  (Ctrl+F)"))
        self.search.setAccessibleName(tr("Search the inspect document"))
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._step(1))
        self.count = plain_label("", "muted")
        back = IconButton("chevron-up", tr("Previous hit (Shift+F3)"))
        back.clicked.connect(lambda: self._step(-1))
        forward = IconButton("chevron-down", tr("Next hit (F3)"))
        forward.clicked.connect(lambda: self._step(1))
        for keys, step in (("F3", 1), ("Shift+F3", -1), ("Shift+Return", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))
        bar.addWidget(self.search, 1)
        bar.addWidget(back)
        bar.addWidget(forward)
        bar.addWidget(self.count)
        bar.addStretch(1)
        self.fold = IconButton("chevron-right", tr("Fold all"))
        self.fold.clicked.connect(lambda: self.raw.fold_all(True))
        self.unfold = IconButton("chevron-down", tr("Unfold all"))
        self.unfold.clicked.connect(lambda: self.raw.fold_all(False))
        for folding in (self.fold, self.unfold):
            folding.hide()
            bar.addWidget(folding)
        self.reveal = TextButton(tr("Reveal secrets"), "eye")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._on_reveal)
        copy = IconButton("copy", tr("Copy JSON"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._json()))
        bar.addWidget(self.reveal)
        bar.addWidget(copy)
        return bar

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.fold.setVisible(place == 1)
        self.unfold.setVisible(place == 1)
        self._find()

    def _on_reveal(self, revealed: bool) -> None:
        self.reveal.setText(tr("Cover secrets") if revealed else tr("Reveal secrets"))
        self.reveal.set_icon("eye-off" if revealed else "eye")
        self._revealed.clear()
        self._fill()

    def _json(self) -> str:
        return _ENCODER.encode(self._shown_document())

    def _shown_document(self) -> Json:
        return self._document if self.reveal.isChecked() else self._prepared.covered

    def _fill(self, place: tuple[int, int] = (0, 0)) -> None:
        """`place` is how far the sections and the text are scrolled then."""
        self.model.removeRows(0, self.model.rowCount())
        self.raw.clear()
        self._slices.begin(self._fill_in_steps(*place))

    def _fill_in_steps(self, tree_at: int, raw_at: int) -> Iterator[None]:
        sections = self._prepared.sections
        secrets = any(entry.secret for section in sections for entry in section.entries)
        self.reveal.setVisible(secrets)
        for place, section in enumerate(sections):
            count = f" ({len(section.entries)})" if section.listed else ""
            head = QStandardItem(section.title + count)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self.model.appendRow([head, QStandardItem()])
            self.tree.setFirstColumnSpanned(place, QModelIndex(), True)
            for at in range(0, len(section.entries), _BATCH):
                for entry in section.entries[at : at + _BATCH]:
                    head.appendRow(self._items(section, entry))
                self.tree.expand(head.index())
                yield
        pieces: list[str] = []
        for piece in _ENCODER.iterencode(self._shown_document()):
            pieces.append(piece)
            if len(pieces) % _PIECES == 0:
                yield
        written = "".join(pieces).split("\n")
        lines: list[str] = []
        for at in range(0, len(written), _PIECES):
            lines += map(visible, written[at : at + _PIECES])
            yield
        yield from self.raw.show_lines(lines)
        self._find()
        if tree_at:
            self.tree.verticalScrollBar().setValue(tree_at)
        if raw_at:
            self.raw.verticalScrollBar().setValue(raw_at)

    def _items(self, section: reading.Section, entry: Entry) -> list[QStandardItem]:
        shown = self.reveal.isChecked() or (section.title, entry.name) in self._revealed
        value = entry.value if shown or not entry.secret else reading.COVER
        name_item = QStandardItem(visible(entry.name[:_SHOWN]))
        name_item.setToolTip(tool_tip(entry.name[:_SHOWN]))
        value_item = QStandardItem(visible(value[:_SHOWN]))
        value_item.setToolTip(tool_tip(value[:_SHOWN]))
        value_item.setData(entry, _ENTRY)
        value_item.setData(section.title, _SECTION)
        if links := self._links(entry):
            value_item.setForeground(QColor(tokens(self.palette()).accent))
            value_item.setToolTip(tool_tip(f"{tr(_LINK_WORDS[links[0][0]])}\n{value}"))
        return [name_item, value_item]

    def _find(self) -> None:
        wanted = self.search.text()
        self._hits, self._hit = [], -1
        self.raw.setExtraSelections([])
        if not wanted:
            self.count.setText("")
            return
        if self._stack.currentIndex() == 1:
            self._find_in_json(wanted)
            return
        for top in range(self.model.rowCount()):
            parent = self.model.index(top, 0)
            for row in range(self.model.rowCount(parent)):
                texts = (
                    str(self.model.index(row, column, parent).data() or "") for column in (0, 1)
                )
                if any(wanted.casefold() in text.casefold() for text in texts):
                    self._hits.append(self.model.index(row, 0, parent))
        self._step(1)

    def _find_in_json(self, wanted: str) -> None:
        mark = QTextCharFormat()
        mark.setBackground(QColor(tokens(self.palette()).mark))
        selections: list[QTextEdit.ExtraSelection] = []
        hits: list[QTextCursor] = []
        cursor = QTextCursor(self.raw.document())
        while len(selections) < 2000:
            cursor = self.raw.document().find(wanted, cursor)
            if cursor.isNull():
                break
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = mark
            selections.append(selection)
            # A copy: the selection's own cursor goes away with it.
            hits.append(QTextCursor(cursor))
        self.raw.setExtraSelections(selections)
        self._cursors = hits
        self._step(1)

    def _step(self, by: int) -> None:
        if self._stack.currentIndex() == 1:
            total = len(self.raw.extraSelections())
        else:
            total = len(self._hits)
        if not total:
            self.count.setText("0 / 0" if self.search.text() else "")
            return
        self._hit = (self._hit + by) % total
        self.count.setText(f"{self._hit + 1} / {total}")
        if self._stack.currentIndex() == 1:
            self.raw.show_cursor(self._cursors[self._hit])
        else:
            self.tree.setCurrentIndex(self._hits[self._hit])
            self.tree.scrollTo(self._hits[self._hit])

    def _entry(self, index: QModelIndex) -> Entry | None:
        found = index.siblingAtColumn(1).data(_ENTRY) if index.isValid() else None
        return found if isinstance(found, Entry) else None

    def _copy(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        if entry is not None:
            QGuiApplication.clipboard().setText(entry.value)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 1:
            self._on_activated(index)

    def _on_activated(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        if entry is not None and (links := self._links(entry)):
            self.linked.emit(*links[0])

    def _links(self, entry: Entry) -> list[tuple[str, str]]:
        """Where an entry leads in this window, the best first."""
        found = [entry.link, ("files", entry.folder)]
        return [(kind, which) for kind, which in found if which and self.leads(kind)]

    def _reveal(self, index: QModelIndex, entry: Entry) -> None:
        key = (str(index.siblingAtColumn(1).data(_SECTION)), entry.name)
        self._revealed ^= {key}
        item = self.model.itemFromIndex(index.siblingAtColumn(1))
        value = entry.value if key in self._revealed else reading.COVER
        item.setText(visible(value[:_SHOWN]))
        item.setToolTip(tool_tip(value[:_SHOWN]))

    def _on_menu(self, where: QPoint) -> None:
        index = self.tree.indexAt(where)
        entry = self._entry(index)
        if entry is None:
            return
        copies = [(tr("Copy value"), entry.value), (tr("Copy name"), entry.name)]
        if index.siblingAtColumn(1).data(_SECTION) in (tr("Environment"), tr("Labels")):
            copies.append((tr("Copy name and value"), f"{entry.name}={entry.value}"))
        menu = QMenu(self)
        for kind, which in self._links(entry):
            menu.addAction(tr(_LINK_WORDS[kind])).triggered.connect(
                lambda _=False, kind=kind, which=which: self.linked.emit(kind, which)
            )
        if entry.secret and not self.reveal.isChecked():
            menu.addAction(tr("Reveal or cover")).triggered.connect(
                lambda: self._reveal(index, entry)
            )
        for words, value in copies:
            menu.addAction(words).triggered.connect(
                lambda _=False, value=value: QGuiApplication.clipboard().setText(value)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tree.viewport().mapToGlobal(where))
