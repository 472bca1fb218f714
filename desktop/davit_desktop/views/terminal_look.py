"""The colours of a terminal's cells on the theme's paper, and what stands in a cell."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from davit_desktop.logs.ansi import Color, Style, rgb
from davit_desktop.views.log_look import readable
from davit_desktop.views.theme import Tokens

_LIGHT = (
    "#1b232c", "#b3202a", "#166c35", "#8a5a00", "#0f5fae", "#8a2a9b", "#0a6b78", "#c3ccd5",
    "#5c6773", "#d13a43", "#2a8f4c", "#b07800", "#2f7fd1", "#a946bb", "#17889a", "#ffffff",
)  # fmt: skip
_DARK = (
    "#0c1014", "#ff8a8a", "#5ecb83", "#e3b341", "#6cb4ff", "#d99bea", "#5fd0de", "#c9d2db",
    "#73808e", "#ffa3a3", "#7fdc9e", "#f0c75e", "#8cc5ff", "#e6b5f3", "#86dfea", "#ffffff",
)  # fmt: skip
_DARK_PAPERS = (
    "#0c1014", "#8f2b33", "#1c6537", "#735000", "#1c4b86", "#6d2f82", "#0d5c67", "#c9d2db",
    "#46515d", "#ad3d46", "#27804a", "#8d640a", "#2a63aa", "#85409c", "#187785", "#ffffff",
)  # fmt: skip
_FAINT = 0.4
_SELECTED = 0.35


class Inks:
    """Ink and paper of every style. Text is always readable; pictures keep their colours."""

    def __init__(self, t: Tokens) -> None:
        self.tokens = t
        self._named = _DARK if t.dark else _LIGHT
        self._papers = _DARK_PAPERS if t.dark else _LIGHT
        self.on = lru_cache(maxsize=2048)(self._on)

    def _on(
        self, style: Style, reverse: bool, selected: bool, exact: bool
    ) -> tuple[QColor, QColor | None]:
        """Ink and paper; the paper is None where it is the view's. `reverse` is a screen in
        reverse video, `exact` forbids to change the ink for the sake of contrast."""
        t = self.tokens
        front, back = style.foreground, style.background
        ink = t.text if front is None else _plain(front, self._named)
        paper = t.surface if back is None else _plain(back, self._papers)
        if style.inverse != reverse:
            ink, paper = paper, ink
        if selected:
            paper = _mixed(t.selection, t.accent, _SELECTED)
        if style.faint:
            ink = _mixed(ink, paper, _FAINT)
        if not exact or selected:
            ink = readable(ink, paper)
        return QColor(ink), None if paper == t.surface else QColor(paper)


def _plain(color: Color, named: tuple[str, ...]) -> str:
    values = rgb(color)
    if values is None:
        assert isinstance(color, int)
        return named[color]
    return "#{:02x}{:02x}{:02x}".format(*values)


def is_picture(char: str) -> bool:
    """Whether a character is a piece of a drawing rather than text."""
    return "\u2580" <= char <= "\u259f" or "\ue0b0" <= char <= "\ue0d4"


def _mixed(first: str, second: str, share: float) -> str:
    def part(at: int) -> int:
        a, b = int(first[at : at + 2], 16), int(second[at : at + 2], 16)
        return round(a + (b - a) * share)

    return f"#{part(1):02x}{part(3):02x}{part(5):02x}"
