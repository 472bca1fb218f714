"""The Dockerfile of a build with numbers at its lines, and what is said about some of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import monospace, tokens

_MOST_LINES = 10_000
_LONGEST = 2_000  # characters of a line
_ICON = 14
_PAD = 8


class BuildSource(QPlainTextEdit):
    """Text to read. Return and a click on a line's number choose it."""

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failed: frozenset[int] = frozenset()
        self._warned: frozenset[int] = frozenset()
        self._told: dict[int, str] = {}
        self.setReadOnly(True)
        self.setAccessibleName(tr("Dockerfile"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(monospace(self.font().pointSizeF()))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._gutter = _Gutter(self)
        self.updateRequest.connect(lambda rect, dy: self._gutter.update())
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a Dockerfile, as far as anybody would read it."""
        lines = text.split("\n")
        if lines and not lines[-1]:
            lines.pop()
        shown = [
            visible(line.removesuffix("\r")[:_LONGEST].replace("\t", "    "))
            + ("…" if len(line) > _LONGEST else "")
            for line in lines[:_MOST_LINES]
        ]
        self.setPlainText("\n".join(shown))
        self._fit()
        self._mark()

    def show_findings(
        self, failed: Sequence[int], warned: Sequence[int], told: Mapping[int, str]
    ) -> None:
        """Mark lines; `told` says what is wrong with them."""
        marks = frozenset(failed), frozenset(warned), dict(told)
        if marks != (self._failed, self._warned, self._told):
            self._failed, self._warned, self._told = marks
            self._mark()

    def go_to(self, line: int) -> None:
        """Bring a line into sight."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = self.textCursor()
            cursor.setPosition(block.position())
            self.setTextCursor(cursor)
            self.centerCursor()

    @property
    def line(self) -> int:
        """The line that the cursor is in."""
        return self.textCursor().blockNumber() + 1

    def _mark(self) -> None:
        t = tokens(self.palette())
        marks = []
        for lines, color in ((self._warned - self._failed, t.amber_soft),
                             (self._failed, t.red_soft)):  # fmt: skip
            for line in sorted(lines):
                block = self.document().findBlockByNumber(line - 1)
                if not block.isValid():
                    continue
                mark = QTextEdit.ExtraSelection()
                cursor = self.textCursor()
                cursor.setPosition(block.position())
                mark.cursor = cursor
                mark.format.setBackground(QColor(color))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                marks.append(mark)
        self.setExtraSelections(marks)
        self._gutter.update()

    # The gutter

    @property
    def _gutter_width(self) -> int:
        digits = len(str(max(99, self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0") * digits + _ICON + 3 * _PAD

    def _fit(self) -> None:
        self.setViewportMargins(self._gutter_width, 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(
            QRect(inside.left(), inside.top(), self._gutter_width, inside.height())
        )

    def paint_gutter(self, painter: QPainter) -> None:
        """The numbers of the lines that are seen, and an icon at those that are marked."""
        t = tokens(self.palette())
        painter.setFont(self.font())
        block: QTextBlock = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > self.viewport().height():
                return
            line = block.blockNumber() + 1
            width = self._gutter_width
            if line in self._failed or line in self._warned:
                failed = line in self._failed
                box = QRectF(_PAD, place.top() + (place.height() - _ICON) / 2, _ICON, _ICON)
                name, color = ("state-failed", t.red) if failed else ("warning", t.amber)
                icons.paint(painter, name, box, color, t.surface)
            painter.setPen(QColor(t.muted))
            words = QRectF(0, place.top(), width - _PAD, place.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, right, str(line))
            block = block.next()

    def line_at(self, y: float) -> int:
        """The line at a height of the view; 0 below the last."""
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() <= y < place.bottom():
                return block.blockNumber() + 1
            block = block.next()
        return 0

    def words_of(self, line: int) -> str:
        return self._told.get(line, "")

    # Events

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_gutter"):
            self._mark()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self.textCursor().hasSelection():
            line = self.line_at(event.position().y())
            if line:
                self.line_chosen.emit(line)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tip(event.pos().y(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def show_tip(self, y: float, where: QPoint) -> None:
        """What is said about the line at a height."""
        QToolTip.showText(where, tool_tip(self.words_of(self.line_at(y))), self.viewport())


class _Gutter(QWidget):
    def __init__(self, source: BuildSource) -> None:
        super().__init__(source)
        self._source = source
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._source.paint_gutter(QPainter(self))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._source.line_at(event.position().y())
        if line:
            self._source.go_to(line)
            self._source.line_chosen.emit(line)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._source.show_tip(event.pos().y(), event.globalPos())
            return True
        return super().event(event)
