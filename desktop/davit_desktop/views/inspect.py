"""An inspect document: sections to read and the raw JSON, both searchable."""

import json
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
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
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.client.types import Json
from davit_desktop.state import inspect as reading
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import monospace, tokens

_VALUE = Qt.ItemDataRole.UserRole


class InspectView(QWidget):
    """Shows one document; secrets stay covered until the reveal button is pressed."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        sections: Callable[[Json], list[reading.Section]] = reading.sections,
    ) -> None:
        super().__init__(parent)
        self._sections = sections
        self._document: Json = {}
        self._hits: list[QModelIndex] = []
        self._hit = -1
        self._cursors: list[QTextCursor] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._build_bar())
        self._stack = QStackedWidget()
        self.tree = QTreeView()
        self.tree.setAccessibleName("Inspect, as sections")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setAlternatingRowColors(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.model = QStandardItemModel(0, 2, self)
        self.model.setHorizontalHeaderLabels(["Name", "Value"])
        self.tree.setModel(self.model)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.tree.setColumnWidth(0, 260)
        self.raw = QPlainTextEdit()
        self.raw.setReadOnly(True)
        self.raw.setAccessibleName("Inspect, as JSON")
        self.raw.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.raw.setFont(monospace(self.font().pointSizeF()))
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.raw)
        layout.addWidget(self._stack, 1)

    def show_document(self, document: Json) -> None:
        """Show a document; unfolded sections, search and place stay when it is the same thing."""
        if document == self._document:
            return
        place = self.tree.verticalScrollBar().value(), self.raw.verticalScrollBar().value()
        same = document.get("Id") == self._document.get("Id")
        self._document = document
        self._fill()
        if same:
            self.tree.verticalScrollBar().setValue(place[0])
            self.raw.verticalScrollBar().setValue(place[1])
        else:
            self.reveal.setChecked(False)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        group = QButtonGroup(self)
        self.readable, self.as_json = QPushButton("Readable"), QPushButton("JSON")
        for place, button in enumerate((self.readable, self.as_json)):
            button.setCheckable(True)
            button.setProperty("look", "segment")
            group.addButton(button)
            button.clicked.connect(lambda _=False, place=place: self._show(place))
            bar.addWidget(button)
        self.readable.setChecked(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search  (Ctrl+F)")
        self.search.setAccessibleName("Search the inspect document")
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._step(1))
        self.count = plain_label("", "muted")
        back = IconButton("chevron-up", "Previous hit (Shift+F3)")
        back.clicked.connect(lambda: self._step(-1))
        forward = IconButton("chevron-down", "Next hit (F3)")
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
        self.reveal = TextButton("Reveal secrets", "eye")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._on_reveal)
        copy = TextButton("Copy JSON", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._json()))
        bar.addWidget(self.reveal)
        bar.addWidget(copy)
        return bar

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._find()

    def _on_reveal(self, revealed: bool) -> None:
        self.reveal.setText("Cover secrets" if revealed else "Reveal secrets")
        self.reveal.set_icon("eye-off" if revealed else "eye")
        self._fill()

    def _json(self) -> str:
        document = self._document if self.reveal.isChecked() else reading.covered(self._document)
        return json.dumps(document, indent=2, ensure_ascii=False)

    def _fill(self) -> None:
        self.model.removeRows(0, self.model.rowCount())
        revealed = self.reveal.isChecked()
        sections = self._sections(self._document)
        secrets = any(entry.secret for section in sections for entry in section.entries)
        self.reveal.setVisible(secrets)
        for section in sections:
            count = "" if section.title == "Overview" else f" ({len(section.entries)})"
            head = QStandardItem(section.title + count)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            for entry in section.entries:
                value = reading.COVER if entry.secret and not revealed else entry.value
                name_item, value_item = QStandardItem(visible(entry.name)), QStandardItem()
                value_item.setText(visible(value))
                value_item.setToolTip(tool_tip(value))
                name_item.setToolTip(tool_tip(entry.name))
                value_item.setData(value, _VALUE)
                head.appendRow([name_item, value_item])
            self.model.appendRow([head, QStandardItem()])
        self.tree.expandAll()
        for place in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(place, QModelIndex(), True)
        self.raw.setPlainText("\n".join(visible(line) for line in self._json().split("\n")))
        self._find()

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
        cursor = QTextCursor(self.raw.document())
        while len(selections) < 2000:
            cursor = self.raw.document().find(wanted, cursor)
            if cursor.isNull():
                break
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = mark
            selections.append(selection)
        self.raw.setExtraSelections(selections)
        self._cursors = [s.cursor for s in selections]
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
            self.raw.setTextCursor(self._cursors[self._hit])
        else:
            self.tree.setCurrentIndex(self._hits[self._hit])
            self.tree.scrollTo(self._hits[self._hit])

    def _on_menu(self, where: QPoint) -> None:
        index = self.tree.indexAt(where)
        if not index.isValid() or not index.parent().isValid():
            return
        value = index.siblingAtColumn(1).data(_VALUE)
        menu = QMenu(self)
        menu.addAction("Copy value").triggered.connect(
            lambda: QGuiApplication.clipboard().setText(str(value))
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.exec(self.tree.viewport().mapToGlobal(where))
