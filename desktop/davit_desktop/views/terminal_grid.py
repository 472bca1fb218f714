"""Draws lines of a terminal into a grid of cells."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from davit_desktop.logs.ansi import PLAIN
from davit_desktop.terminal.rows import STUB, Line, Piece, width
from davit_desktop.views.terminal_look import Inks, is_picture
from davit_desktop.views.theme import Tokens

PADDING = 8


class Grid:
    """The cells of a view: how large they are, and how they are painted."""

    def __init__(self, font: QFont, t: Tokens) -> None:
        self.inks = Inks(t)
        self._fonts: dict[tuple[bool, bool], QFont] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Draw with another font."""
        font.setKerning(False)
        for bold in (False, True):
            for italic in (False, True):
                styled = QFont(font)
                styled.setBold(bold)
                styled.setItalic(italic)
                self._fonts[bold, italic] = styled
        metrics = QFontMetricsF(font)
        self.across = metrics.horizontalAdvance("0" * 64) / 64
        self.height = math.ceil(metrics.height())
        self._ascent = metrics.ascent()

    @property
    def font(self) -> QFont:
        return self._fonts[False, False]

    def size_in(self, width: int, height: int) -> tuple[int, int]:
        """Columns and rows that fit into so many points."""
        return (
            int((width - 2 * PADDING) / self.across),
            (height - 2 * PADDING) // self.height,
        )

    def area(self, column: int, row: int, cells: int = 1) -> QRectF:
        """Where cells of a row are."""
        left = PADDING + column * self.across
        return QRectF(left, PADDING + row * self.height, cells * self.across, self.height)

    def paint_line(
        self,
        painter: QPainter,
        line: Line,
        row: int,
        columns: int,
        selected: tuple[int, int],
        *,
        reverse: bool,
    ) -> None:
        """A row of cells, those between two columns as selected, on a paper that is there."""
        first, last = selected
        y = PADDING + row * self.height
        at = 0
        for piece in line.pieces:
            end = at + len(piece.cells)
            for start, stop, chosen in (
                (at, min(end, first), False),
                (max(at, first), min(end, last), True),
                (max(at, last), end, False),
            ):
                if start < min(stop, columns):
                    cells = piece.cells[start - at : min(stop, columns) - at]
                    self._paint_piece(painter, Piece(cells, piece.style), start, y, chosen, reverse)
            at = end
        if last > max(first, at):
            begin = max(first, at)
            self._paint_piece(painter, Piece(" " * (last - begin), PLAIN), begin, y, True, reverse)

    def _paint_piece(
        self,
        painter: QPainter,
        piece: Piece,
        column: int,
        y: int,
        selected: bool,
        reverse: bool,
    ) -> None:
        across, height = self.across, self.height
        style = piece.style
        ink, paper = self.inks.on(style, reverse, selected, False)
        left = PADDING + column * across
        if paper is not None or reverse:
            right = PADDING + (column + len(piece.cells)) * across
            area = QRect(round(left), y, round(right) - round(left), height)
            painter.fillRect(area, paper or QColor(self.inks.tokens.surface))
        painter.setFont(self._fonts[style.bold, style.italic])
        painter.setPen(ink)
        base = y + self._ascent
        cells = piece.cells
        if isinstance(cells, str) and cells.isascii():
            if not cells.isspace():
                painter.drawText(QPointF(left, base), cells)
        else:
            for index, char in enumerate(cells):
                if char in (" ", STUB):
                    continue
                if is_picture(char):
                    painter.setPen(self.inks.on(style, reverse, selected, True)[0])
                    self._paint_picture(painter, char, column + index, y)
                    painter.setPen(ink)
                else:
                    painter.drawText(QPointF(left + index * across, base), char)
        if style.underline or style.strike:
            right = left + len(cells) * across
            for wanted, at in ((style.underline, base + 2), (style.strike, y + height * 0.55)):
                if wanted:
                    painter.drawLine(QPointF(left, at), QPointF(right, at))

    def _paint_picture(self, painter: QPainter, char: str, column: int, y: int) -> None:
        """Halves, eighths and quarters of a cell, which fonts do not fill to the edge."""
        across, height = self.across, self.height
        left, right = round(PADDING + column * across), round(PADDING + (column + 1) * across)
        part = _fraction(char)
        if part is None:
            painter.drawText(QPointF(left, y + self._ascent), char)
            return
        x0, y0, x1, y1 = part
        area = QRect(
            left + round((right - left) * x0),
            y + round(height * y0),
            round((right - left) * (x1 - x0)),
            round(height * y1) - round(height * y0),
        )
        painter.fillRect(area, painter.pen().color())

    def paint_over(
        self, painter: QPainter, text: str, where: QRectF, ink: str, *, bold: bool, italic: bool
    ) -> None:
        """Text from the left of an area, on whatever is there."""
        painter.setFont(self._fonts[bold, italic])
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(where.left(), where.top() + self._ascent), text)

    def paint_composing(self, painter: QPainter, text: str, where: QRectF) -> None:
        """What an input method is about to enter."""
        t = self.inks.tokens
        wide = sum(width(char) for char in text) * self.across
        area = QRectF(where.left(), where.top(), wide, where.height())
        painter.fillRect(area, QColor(t.selection))
        self.paint_over(painter, text, area, t.text, bold=False, italic=False)
        painter.drawLine(area.bottomLeft(), area.bottomRight())


_EIGHTHS = "▁▂▃▄▅▆▇█"
_LEFT_EIGHTHS = "▉▊▋▌▍▎▏"


def _fraction(char: str) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of a block in parts of its cell."""
    if (at := _EIGHTHS.find(char)) >= 0:
        return (0, 1 - (at + 1) / 8, 1, 1)
    if (at := _LEFT_EIGHTHS.find(char)) >= 0:
        return (0, 0, (7 - at) / 8, 1)
    return {"▀": (0, 0, 1, 0.5), "▐": (0.5, 0, 1, 1), "▔": (0, 0, 1, 0.125),
            "▕": (0.875, 0, 1, 1), "▖": (0, 0.5, 0.5, 1), "▗": (0.5, 0.5, 1, 1),
            "▘": (0, 0, 0.5, 0.5), "▝": (0.5, 0, 1, 0.5)}.get(char)  # fmt: skip
