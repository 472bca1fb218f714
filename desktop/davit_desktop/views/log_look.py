"""How one log line looks: its cells, colours, links and search hits, cut into visual rows."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QColor

from davit_desktop.logs import ansi, json_lines, links, visible
from davit_desktop.logs.ansi import PLAIN, Run, Style
from davit_desktop.logs.entries import Kind
from davit_desktop.logs.query import Matcher, Places
from davit_desktop.logs.rows import text_of
from davit_desktop.logs.spool import LogLine
from davit_desktop.views.theme import Tokens, contrast

_LIGHT = (
    "#17202a", "#b3202a", "#166c35", "#7d5100", "#0f5fae", "#8a2a9b", "#0a6b78", "#52606d",
    "#5c6773", "#c62833", "#1d7d3f", "#8a5a00", "#1a6dc2", "#9c35ae", "#0f7785", "#3b4754",
)  # fmt: skip
_DARK = (
    "#8f9ba8", "#ff8a8a", "#5ecb83", "#e3b341", "#6cb4ff", "#d99bea", "#5fd0de", "#c9d2db",
    "#a6b2be", "#ffa3a3", "#7fdc9e", "#f0c75e", "#8cc5ff", "#e6b5f3", "#86dfea", "#ffffff",
)  # fmt: skip
_LEAST_CONTRAST = 4.5
_SOURCES = (4, 2, 5, 6, 3, 12, 10, 13, 14, 11)
"""Of the named colours: those of the containers' names. Red is left to errors."""


class Look:
    """A line ready to be painted. Places in it are indexes of `text`, or of drawn characters."""

    __slots__ = ("cells", "hits", "json", "line", "links", "rows", "runs", "spread", "text")

    def __init__(
        self,
        line: LogLine,
        matcher: Matcher | None,
        columns: int,
        style: Style = PLAIN,
        *,
        spread: bool = False,
    ) -> None:
        styled = ansi.parse(text_of(line), style)
        text, runs = styled.text, styled.runs
        whole = len(line.data) == line.size and line.kind is Kind.LINE
        self.json = whole and json_lines.begins_at(text) is not None
        self.spread = False
        if self.json and spread and (rows := json_lines.spread(text)) is not None:
            self.spread = True
            text, runs = rows, tuple(json_lines.colors(rows))
        self.line = line
        self.text = text
        self.cells = visible.cells(text)
        self.runs = [self._drawn(run) for run in runs]
        self.links: Places = links.find_links(text) if "://" in text else []
        self.hits: Places = matcher.places(text) if matcher is not None else []
        self.rows = _cut(self.cells, columns, self._breaks())

    def _breaks(self) -> list[int]:
        """The drawn characters before which a spread line begins a row."""
        if not self.spread:
            return []
        return [self.cells.shown_index(found.end()) for found in re.finditer("\n", self.text)]

    def _drawn(self, run: Run) -> Run:
        cells = self.cells
        return Run(cells.shown_index(run.start), cells.shown_index(run.end), run.style)

    def drawn(self, places: Places) -> Places:
        """Places in the text as places in what is drawn."""
        shown = self.cells.shown_index
        return [(shown(start), shown(end)) for start, end in places]

    def row_of(self, place: int) -> int:
        """The visual row in which a place of the text is drawn."""
        at = self.cells.shown_index(place)
        for row, (_, end) in enumerate(self.rows):
            if at < end:
                return row
        return len(self.rows) - 1

    def word(self, place: int) -> tuple[int, int]:
        """The run of letters, or of anything else but spaces, around a place of the text."""
        text = self.text
        if not text:
            return (0, 0)
        place = min(place, len(text) - 1)

        def sort(char: str) -> int:
            return 0 if char.isspace() else 1 if char.isalnum() or char in "_-./:" else 2

        start = end = place
        while start > 0 and sort(text[start - 1]) == sort(text[place]):
            start -= 1
        while end < len(text) and sort(text[end]) == sort(text[place]):
            end += 1
        return (start, end)


def _cut(cells: visible.Cells, columns: int, breaks: list[int]) -> list[tuple[int, int]]:
    """Start and end of each visual row in drawn characters; `columns` 0 does not wrap."""
    rows: list[tuple[int, int]] = []
    edges = [0, *breaks, len(cells.shown)]
    for start, end in pairwise(edges):
        rows += _wrapped(cells, columns, start, end)
    return rows


def _wrapped(cells: visible.Cells, columns: int, start: int, stop: int) -> list[tuple[int, int]]:
    if columns <= 0 or cells.column[stop] - cells.column[start] <= columns:
        return [(start, stop)]
    if isinstance(cells.column, range):
        return [(at, min(at + columns, stop)) for at in range(start, stop, columns)]
    rows = []
    while start < stop:
        end = min(max(cells.index_at(cells.column[start] + columns), start + 1), stop)
        while end < stop and cells.column[end + 1] - cells.column[start] <= columns:
            end += 1
        rows.append((start, end))
        start = end
    return rows


class Inks:
    """The colours of a style on the theme's paper, always readable."""

    def __init__(self, t: Tokens) -> None:
        self.tokens = t
        self._named = _DARK if t.dark else _LIGHT
        self.on = lru_cache(maxsize=1024)(self._on)

    def _on(self, style: Style, paper: str) -> tuple[QColor, QColor | None]:
        """Ink and paper of a style; `paper` covers the style's own unless it is empty. The paper
        is None where it is the view's."""
        ink = self._plain(style.foreground) if style.foreground is not None else self.tokens.text
        own = self._plain(style.background) if style.background is not None else ""
        if style.inverse:
            ink, own = own or self.tokens.surface, ink
        if paper and own:
            ink = own  # the colour that was meant to be seen
        behind = paper or own
        ink = readable(ink, behind or self.tokens.surface)
        if style.faint:
            ink = readable(
                _mixed(ink, behind or self.tokens.surface, 0.35), behind or self.tokens.surface
            )
        return QColor(ink), QColor(behind) if behind else None

    def of_source(self, source: int) -> QColor:
        """The colour of a container's name; the text of the name tells them apart, too."""
        color = self._named[_SOURCES[source % len(_SOURCES)]]
        return QColor(readable(color, self.tokens.surface))

    def _plain(self, color: ansi.Color) -> str:
        values = ansi.rgb(color)
        if values is None:
            assert isinstance(color, int)
            return self._named[color]
        return "#{:02x}{:02x}{:02x}".format(*values)


@lru_cache(maxsize=2048)
def readable(ink: str, paper: str) -> str:
    """`ink`, moved towards black or white as far as it must be to stand out from `paper`."""
    if contrast(ink, paper) >= _LEAST_CONTRAST:
        return ink
    goal = max(("#000000", "#ffffff"), key=lambda color: contrast(color, paper))
    for step in range(1, 11):
        moved = _mixed(ink, goal, step / 10)
        if contrast(moved, paper) >= _LEAST_CONTRAST:
            return moved
    return goal


def _mixed(first: str, second: str, share: float) -> str:
    def part(at: int) -> int:
        a, b = int(first[at : at + 2], 16), int(second[at : at + 2], 16)
        return round(a + (b - a) * share)

    return f"#{part(1):02x}{part(3):02x}{part(5):02x}"
