"""Find in a text: a field, how many hits there are, on and back, hits marked in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from davit_desktop.translation import tr
from davit_desktop.views.icons import IconButton
from davit_desktop.views.json_text import JsonText
from davit_desktop.views.messages import plain_label
from davit_desktop.views.theme import tokens

_MOST = 500


class FindBar(QWidget):
    """Searches one text. Its keys work in `area`, which holds the bar and the text."""

    def __init__(self, text: QPlainTextEdit, area: QWidget, words: str) -> None:
        super().__init__(area)
        self._text = text
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setMinimumWidth(200)
        self.field.setMaximumWidth(280)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self.search())
        self.field.returnPressed.connect(lambda: self.step(1))
        self.count = plain_label("", "muted")
        back = IconButton("chevron-up", tr("Previous hit (Shift+F3)"))
        back.clicked.connect(lambda: self.step(-1))
        forward = IconButton("chevron-down", tr("Next hit (F3)"))
        forward.clicked.connect(lambda: self.step(1))
        for keys, by in (("F3", 1), ("Shift+F3", -1), ("Shift+Return", -1)):
            shortcut = QShortcut(QKeySequence(keys), area)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(back)
        layout.addWidget(forward)
        layout.addWidget(self.count)

    def focus(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()
        self.field.selectAll()

    def search(self) -> None:
        """Search again, after the words or the text have changed."""
        wanted = self.field.text()
        self._hits, self._hit = [], -1
        if wanted:
            cursor = QTextCursor(self._text.document())
            while len(self._hits) < _MOST:
                cursor = self._text.document().find(wanted, cursor)
                if cursor.isNull():
                    break
                self._hits.append(QTextCursor(cursor))
        mark = QTextCharFormat()
        mark.setBackground(QColor(tokens(self._text.palette()).mark))
        mark.setForeground(QColor(tokens(self._text.palette()).text))
        selections = []
        for hit in self._hits:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = hit
            selection.format = mark
            selections.append(selection)
        self._text.setExtraSelections(selections)
        self.step(1)

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before."""
        total = len(self._hits)
        if not total:
            self.count.setText("0 / 0" if self.field.text() else "")
            return
        self._hit = (self._hit + by) % total
        self.count.setText(f"{self._hit + 1} / {total}{'+' if total == _MOST else ''}")
        hit = self._hits[self._hit]
        if isinstance(self._text, JsonText):
            self._text.show_cursor(hit)
        else:
            self._text.setTextCursor(hit)
