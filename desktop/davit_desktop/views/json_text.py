"""JSON as text: coloured, and folded at its objects and lists."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from davit_desktop.state.json_folds import Kind, folds, spans
from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.slices import put_text
from davit_desktop.views.theme import monospace, tokens

_GUTTER = 24
_ARROW = 14
_TONES = {
    Kind.NAME: "accent",
    Kind.STRING: "green",
    Kind.NUMBER: "orange",
    Kind.WORD: "blue",
}


class JsonText(QPlainTextEdit):
    """Shows a document that is indented by lines. A fold is opened by the arrow at the left, and
    by Alt+Return where the cursor stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folds: dict[int, int] = {}  # line that opens -> line that closes
        self._folded: set[int] = set()
        self._lines: list[str] = []
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(monospace(self.font().pointSizeF()))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._colors = _Colors(self)
        self._gutter = _Gutter(self)
        self.setViewportMargins(_GUTTER, 0, 0, 0)
        self.updateRequest.connect(lambda rect, dy: self._gutter.update())
        toggle = QShortcut(QKeySequence("Alt+Return"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetShortcut)
        toggle.activated.connect(lambda: self.toggle(self._opening(self.textCursor().block())))

    def show_lines(self, lines: list[str]) -> Iterator[None]:
        """Show another document, in steps; folds that it has as well stay folded."""
        kept = {self._lines[line] for line in self._folded}
        self._folds, self._folded, self._lines = {}, set(), lines
        yield from put_text(self, "\n".join(lines))
        self._folds = folds(lines)
        self._folded = {line for line in self._folds if lines[line] in kept}
        if self._folded:
            self._apply()
        self._gutter.update()

    @property
    def folded(self) -> set[int]:
        """The lines that stand for what they hold."""
        return set(self._folded)

    def toggle(self, line: int) -> None:
        """Fold or unfold what begins in a line."""
        if line in self._folds:
            self._folded ^= {line}
            self._apply()

    def fold_all(self, folded: bool) -> None:
        """Fold all but the document itself, or nothing."""
        self._folded = {line for line in self._folds if line} if folded else set()
        self._apply()

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Go to a place, unfolding what hides it."""
        line = cursor.blockNumber()
        self._folded -= {begin for begin in self._folded if begin < line <= self._folds[begin]}
        self._apply()
        self.setTextCursor(cursor)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colors"):
            self._colors.rehighlight()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), _GUTTER, inside.height()))

    def paint_gutter(self, painter: QPainter) -> None:
        """The arrows of the lines that are seen."""
        t = tokens(self.palette())
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > self.viewport().height():
                return
            if block.isVisible() and block.blockNumber() in self._folds:
                name = "chevron-right" if block.blockNumber() in self._folded else "chevron-down"
                box = QRectF(0, 0, _ARROW, _ARROW)
                box.moveCenter(QRectF(0, place.top(), _GUTTER, place.height()).center())
                icons.paint(painter, name, box, t.muted)
            block = block.next()

    def toggle_at(self, y: float) -> None:
        """Fold or unfold the line at a height."""
        self.toggle(self.cursorForPosition(QRectF(0, y, 1, 1).toRect().topLeft()).blockNumber())

    def _opening(self, block: QTextBlock) -> int:
        """The line of a block, or else the one around it, that can be folded."""
        line = block.blockNumber()
        around = [begin for begin, end in self._folds.items() if begin <= line <= end]
        return max(around, default=-1)

    def _apply(self) -> None:
        hidden = 0
        block = self.document().begin()
        while block.isValid():
            line = block.blockNumber()
            block.setVisible(line > hidden or line == 0)
            if block.isVisible() and line in self._folded:
                hidden = self._folds[line] - 1
            block = block.next()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()
        self._gutter.update()


class _Gutter(QWidget):
    def __init__(self, text: JsonText) -> None:
        super().__init__(text)
        self._text = text
        self.setToolTip(tr("Fold or unfold (Alt+Return)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_GUTTER, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._text.paint_gutter(painter)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._text.toggle_at(event.position().y())


class _Colors(QSyntaxHighlighter):
    """Colours by the palette of the text."""

    def __init__(self, text: JsonText) -> None:
        super().__init__(text.document())
        self._text = text

    @override
    def highlightBlock(self, text: str) -> None:
        t = tokens(self._text.palette())
        for start, length, kind in spans(text):
            look = QTextCharFormat()
            look.setForeground(QColor(t.color(_TONES[kind])))
            self.setFormat(start, length, look)
