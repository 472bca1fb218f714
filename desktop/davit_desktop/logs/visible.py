"""Text as cells of a fixed-pitch row: nothing invisible, nothing that moves other text (pure).

Control characters become their pictures (␀), bytes that are not UTF-8 become `\\xff`, characters
that reorder or hide text become `<U+202E>`, tabs become spaces. Each character keeps its place from
left to right, whatever its script, so that a line cannot show itself in another order.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

TAB = 8

# C0, DEL and C1 controls; soft hyphen; bidi and invisible format characters; line and paragraph
# separators; byte-order mark; interlinear annotation; tags; lone surrogates.
_SPECIAL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


class Cells:
    """What is drawn for a text, and where each of the text's characters went.

    `shown` is the drawn text. `source[i]` is the index in the text of drawn character `i`, and
    `column[i]` the cell it is drawn in; both have one more entry for the end.
    """

    __slots__ = ("column", "length", "shown", "source")

    def __init__(
        self, shown: str, source: Sequence[int], column: Sequence[int], length: int
    ) -> None:
        self.shown = shown
        self.source = source
        self.column = column
        self.length = length

    @property
    def width(self) -> int:
        """In cells."""
        return self.column[-1]

    def index_at(self, column: int) -> int:
        """The drawn character that covers a cell, or the end."""
        if isinstance(self.column, range):
            return max(0, min(column, len(self.shown)))
        return max(0, min(bisect_right(self.column, column) - 1, len(self.shown)))

    def source_at(self, column: float) -> int:
        """The place between characters of the text that is nearest to a column."""
        at = self.index_at(int(column))
        if at >= len(self.shown):
            return self.length
        start = self.source[at]
        after = at + 1
        while after < len(self.shown) and self.source[after] == start:
            after += 1
        first = at
        while first > 0 and self.source[first - 1] == start:
            first -= 1
        middle = (self.column[first] + self.column[after]) / 2
        return start if column < middle else self.source[after]

    def shown_index(self, source: int) -> int:
        """The first drawn character of the text's character `source`."""
        if isinstance(self.source, range):
            return min(source, len(self.shown))
        low, high = 0, len(self.shown)
        while low < high:
            middle = (low + high) // 2
            if self.source[middle] < source:
                low = middle + 1
            else:
                high = middle
        return low


def cells(text: str) -> Cells:
    """How `text`, a line without escape sequences, is drawn; a newline takes no room."""
    if text.isascii() and text.isprintable():
        count = range(len(text) + 1)
        return Cells(text, count, count, len(text))
    shown: list[str] = []
    source: list[int] = []
    column: list[int] = []
    at = 0
    for index, char in enumerate(text):
        if char == "\n":
            continue  # where a spread line goes on in a row of its own; `breaks` tells
        if char == "\t":
            drawn = " " * (TAB - at % TAB)
        elif _SPECIAL.match(char):
            drawn = picture(char)
        else:
            shown.append(char)
            source.append(index)
            column.append(at)
            at += _width(char)
            continue
        for part in drawn:
            shown.append(part)
            source.append(index)
            column.append(at)
            at += 1
    source.append(len(text))
    column.append(at)
    return Cells("".join(shown), source, column, len(text))


def picture(char: str) -> str:
    """The visible form of a character that is invisible, reorders text or is no character."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code < 0xA0:
        return f"\\x{code:02x}"
    return f"<U+{code:04X}>"


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
