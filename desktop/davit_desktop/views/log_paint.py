"""Paint the rows of a log: gutter, text with its colours, hits, selection and links, marks."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from davit_desktop.logs.ansi import PLAIN, Style
from davit_desktop.logs.entries import Kind, Stream
from davit_desktop.logs.query import Places
from davit_desktop.logs.rows import Place
from davit_desktop.logs.spool import LogLine
from davit_desktop.logs.stamps import WIDTH, StampStyle, dated, stamp
from davit_desktop.translation import tr
from davit_desktop.views.log_layout import MARGIN, Extra, LogLayout
from davit_desktop.views.log_look import Inks, Look
from davit_desktop.views.theme import Tokens


class LogPainter:
    """Paints what a layout shows. `left` is how many cells the text is scrolled sideways."""

    def __init__(self, layout: LogLayout, t: Tokens) -> None:
        self._layout = layout
        self._inks = Inks(t)
        self._font = QFont()
        self._baseline = 0
        self._left = 0

    def set_font(self, font: QFont, baseline: int) -> None:
        self._font = font
        self._baseline = baseline

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        t: Tokens,
        *,
        left: int,
        current: int | None,
        selection: tuple[Place, Place] | None,
    ) -> None:
        """Paint the rows that touch `area`; `current` is the line of the hit one is at."""
        if t is not self._inks.tokens:
            self._inks = Inks(t)
        self._left = left
        layout = self._layout
        painter.fillRect(area, QColor(t.surface))
        painter.setFont(self._font)
        now = time.time_ns()
        for look, part, y in layout.visible():
            if y + layout.line_height < area.top() or y > area.bottom():
                continue
            extra = layout.extra_at(look, part)
            if extra is Extra.GAP:
                self._paint_rule(painter, layout.words(look, extra), t.muted, y)
                continue
            if look.line.kind > Kind.PIECE:
                self._paint_mark(painter, look.line, y)
                continue
            if look.line.number == current:
                light = QColor(t.selection)
                light.setAlphaF(0.55)
                painter.fillRect(QRectF(0, y, layout.width, layout.line_height), light)
            self._paint_gutter(painter, look, part, y, now)
            if extra is Extra.FOLD:
                self._paint_fold(painter, layout.words(look, extra), y)
            else:
                self._paint_text(
                    painter, look, part, y, selection, here=look.line.number == current
                )

    def _paint_gutter(self, painter: QPainter, look: Look, part: int, y: float, now: int) -> None:
        t, layout, line = self._inks.tokens, self._layout, look.line
        if line.stream is Stream.ERR:
            painter.fillRect(QRectF(3, y, 3, layout.line_height), QColor(t.orange))
        if part:
            return
        base = y + self._baseline
        text = stamp(line.time_ns, layout.stamps, now)
        if text:
            painter.setPen(QColor(t.muted))
            if layout.stamps is StampStyle.RELATIVE:
                text = text.rjust(WIDTH[layout.stamps])
            painter.drawText(QPointF(MARGIN, base), text)
        if width := layout.name_width:
            painter.setPen(self._inks.of_source(line.source))
            painter.drawText(QPointF(layout.name_left, base), self._name(line.source, width))
        if look.json:
            self._paint_marker(painter, y, open=look.spread)

    def _name(self, source: int, width: int) -> str:
        names = self._layout.names
        name = names[source] if source < len(names) else ""
        return name if len(name) <= width else name[: width - 1] + "…"

    def _paint_marker(self, painter: QPainter, y: float, *, open: bool) -> None:
        """A triangle: the line holds JSON, which is spread or not."""
        left = self._layout.marker_left
        middle = y + round(self._layout.line_height / 2)
        points = [(0, -2), (8, -2), (4, 3)] if open else [(2, -4), (7, 0), (2, 4)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._inks.tokens.muted))
        painter.setBrush(QColor(self._inks.tokens.muted))
        painter.drawPolygon(QPolygonF([QPointF(left + x, middle + dy) for x, dy in points]))
        painter.restore()

    def _paint_mark(self, painter: QPainter, line: LogLine, y: float) -> None:
        t = self._inks.tokens
        color = {Kind.GAP: t.amber, Kind.STARTED: t.accent}.get(line.kind, t.muted)
        if line.kind is Kind.STOPPED and line.code:
            color = t.red
        self._paint_rule(painter, self.mark_words(line), color, y)

    def mark_words(self, line: LogLine) -> str:
        """What a mark between lines says."""
        names = self._layout.names
        name = names[line.source] if len(names) > line.source and len(names) > 1 else ""
        when = dated(line.time_ns)
        if line.kind is Kind.GAP:
            if name:
                return tr("Lines of {name} may be missing here").format(name=name)
            return tr("Lines may be missing here")
        if line.kind is Kind.STARTED:
            if name:
                return tr("{name} started {when}").format(name=name, when=when)
            return tr("Started {when}").format(when=when)
        if name and line.code is not None:
            return tr("{name} ended {when} with exit code {code}").format(
                name=name, when=when, code=line.code
            )
        if name:
            return tr("{name} ended {when}").format(name=name, when=when)
        if line.code is not None:
            return tr("Ended {when} with exit code {code}").format(when=when, code=line.code)
        return tr("Ended {when}").format(when=when)

    def _paint_rule(self, painter: QPainter, words: str, color: str, y: float) -> None:
        metrics = QFontMetricsF(self._font)
        width = metrics.horizontalAdvance(words)
        right = self._layout.width
        middle = right / 2
        painter.setPen(QPen(QColor(color), 1))
        line_y = y + round(self._layout.line_height / 2) + 0.5
        if middle - width / 2 - 12 > MARGIN:
            start, end = QPointF(MARGIN, line_y), QPointF(right - MARGIN, line_y)
            painter.drawLine(start, QPointF(middle - width / 2 - 12, line_y))
            painter.drawLine(QPointF(middle + width / 2 + 12, line_y), end)
        left = max(MARGIN, middle - width / 2)
        painter.drawText(QPointF(left, y + self._baseline), words)

    def _paint_fold(self, painter: QPainter, words: str, y: float) -> None:
        font = QFont(self._font)
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(self._inks.tokens.accent))
        painter.drawText(QPointF(self._layout.gutter, y + self._baseline), words)
        painter.setFont(self._font)

    def _paint_text(
        self,
        painter: QPainter,
        look: Look,
        part: int,
        y: float,
        selection: tuple[Place, Place] | None,
        *,
        here: bool,
    ) -> None:
        cells = look.cells
        cell, height = self._layout.cell, self._layout.line_height
        start, end = look.rows[part]
        shift = self._left
        origin = self._layout.gutter - shift * cell - cells.column[start] * cell
        if not self._layout.wrap:
            start = max(start, cells.index_at(shift))
            end = min(end, cells.index_at(shift + self._layout.columns + 1) + 1)
        painter.save()
        room = self._layout.width - self._layout.gutter
        painter.setClipRect(QRectF(self._layout.gutter, y, room, height))

        def box(first: int, last: int) -> QRectF:
            left = origin + cells.column[first] * cell
            return QRectF(
                left,
                y,
                (cells.column[last] - cells.column[first]) * cell,
                height,
            )

        t = self._inks.tokens
        hits = look.drawn(look.hits)
        chosen = self._selected_part(look, selection)
        over = [(first, last, t.mark) for first, last in hits]
        if chosen is not None:
            over.append((chosen[0], chosen[1], t.selection))
        for first, last, style, paper in self._pieces(look, start, end, over):
            ink, behind = self._inks.on(style, paper)
            if behind is not None:
                painter.fillRect(box(first, last), behind)
            self._paint_run(painter, look, first, last, style, ink, origin, y)
        if here:
            painter.setPen(QPen(QColor(t.text), 1))
            for first, last in _within(hits, start, end):
                painter.drawRect(box(first, last).adjusted(0.5, 0.5, -0.5, -0.5))
        for first, last in _within(look.drawn(look.links), start, end):
            painter.setPen(QPen(QColor(t.accent), 1))
            where = box(first, last)
            under = y + self._baseline + 2.5
            painter.drawLine(QPointF(where.left(), under), QPointF(where.right(), under))
        if chosen is not None and chosen[2] and end == len(cells.shown):
            newline = QRectF(box(end, end).left(), y, cell / 2, height)
            painter.fillRect(newline, QColor(t.selection))
        painter.restore()

    def _pieces(
        self, look: Look, start: int, end: int, over: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, Style, str]]:
        """Runs of one style on one paper; later ones of `over` cover earlier ones, "" is none."""
        styles = self._styles(look, start, end)
        over = [
            (max(f, start), min(e, end), paper) for f, e, paper in over if f < end and e > start
        ]
        if not over:
            return [(first, last, style, "") for first, last, style in styles]
        edges = sorted({edge for first, last, _ in over for edge in (first, last)})
        pieces = []
        for first, last, style in styles:
            cuts = [first, *edges[bisect_right(edges, first) : bisect_left(edges, last)], last]
            for begin, stop in pairwise(cuts):
                papers = [paper for f, e, paper in over if f <= begin and stop <= e]
                pieces.append((begin, stop, style, papers[-1] if papers else ""))
        return pieces

    @staticmethod
    def _styles(look: Look, start: int, end: int) -> list[tuple[int, int, Style]]:
        parts: list[tuple[int, int, Style]] = []
        at = start
        for run in look.runs:
            first, last = max(run.start, start), min(run.end, end)
            if first >= last:
                continue
            if at < first:
                parts.append((at, first, PLAIN))
            parts.append((first, last, run.style))
            at = last
        if at < end:
            parts.append((at, end, PLAIN))
        return parts

    def _paint_run(
        self,
        painter: QPainter,
        look: Look,
        first: int,
        last: int,
        style: Style,
        ink: QColor,
        origin: float,
        y: float,
    ) -> None:
        painter.setPen(ink)
        plain = not (style.bold or style.italic or style.underline or style.strike)
        if not plain:
            font = QFont(self._font)
            font.setBold(style.bold)
            font.setItalic(style.italic)
            font.setUnderline(style.underline)
            font.setStrikeOut(style.strike)
            painter.setFont(font)
        cells = look.cells
        base = y + self._baseline
        if isinstance(cells.column, range):
            at = QPointF(origin + first * self._layout.cell, base)
            painter.drawText(at, cells.shown[first:last])
        else:
            # Each character stands in its own cell, so that no script reorders or shifts others.
            shown, column = cells.shown, cells.column
            begin = first
            while begin < last:
                stop = begin + 1
                if shown[begin].isascii():
                    while stop < last and shown[stop].isascii():
                        stop += 1
                while stop < last and column[stop] == column[stop + 1]:
                    stop += 1  # a mark that stands on the character before it
                x = origin + column[begin] * self._layout.cell
                if "\u2400" <= shown[begin] <= "\u2421":
                    self._paint_control(painter, shown[begin], x, y)
                else:
                    painter.drawText(QPointF(x, base), shown[begin:stop])
                begin = stop
        if not plain:
            painter.setFont(self._font)

    def _paint_control(self, painter: QPainter, char: str, x: float, y: float) -> None:
        """A control character as the letter one types with Ctrl, on a tile; fonts that have the
        Unicode pictures are rare."""
        t = self._inks.tokens
        letter = "?" if char == "\u2421" else chr(ord(char) - 0x2400 + 0x40)
        tile = QRectF(x, y + 1, self._layout.cell, self._layout.line_height - 2).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        painter.fillRect(tile, QColor(t.muted))
        pen = painter.pen()
        painter.setPen(QColor(t.surface))
        painter.drawText(QPointF(x, y + self._baseline), letter)
        painter.setPen(pen)

    @staticmethod
    def _selected_part(
        look: Look, selection: tuple[Place, Place] | None
    ) -> tuple[int, int, bool] | None:
        """Drawn characters of a line that are selected, and whether its end is, too."""
        if selection is None:
            return None
        start, end = selection
        number = look.line.number
        if not start[0] <= number <= end[0]:
            return None
        first = look.cells.shown_index(start[1]) if number == start[0] else 0
        last = look.cells.shown_index(end[1]) if number == end[0] else len(look.cells.shown)
        return first, last, number < end[0]


def _within(places: Places, start: int, end: int) -> Places:
    """The parts of `places` between `start` and `end`."""
    parts = [(max(first, start), min(last, end)) for first, last in places]
    return [(first, last) for first, last in parts if first < last]
