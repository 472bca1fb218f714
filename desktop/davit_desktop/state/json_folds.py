"""Where indented JSON can be folded, and what its words are (pure)."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

_MOST = 20_000  # characters of a line that are coloured
_WORDS = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*")(?P<colon>\s*:)?'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<word>true|false|null)"
)


class Kind(StrEnum):
    """What a piece of a line is."""

    NAME = "name"
    STRING = "string"
    NUMBER = "number"
    WORD = "word"


def folds(lines: Sequence[str]) -> dict[int, int]:
    """The lines that open an object or a list, each with the line that closes it."""
    found: dict[int, int] = {}
    open_lines: list[int] = []
    for number, line in enumerate(lines):
        stripped = line.strip()
        if stripped[:1] in ("}", "]") and open_lines:
            found[open_lines.pop()] = number
        if stripped[-1:] in ("{", "["):
            open_lines.append(number)
    return {begin: end for begin, end in found.items() if end > begin + 1}


def spans(line: str) -> Iterator[tuple[int, int, Kind]]:
    """Start, length and kind of what a line holds."""
    for match in _WORDS.finditer(line[:_MOST]):
        if match["string"] is not None:
            kind = Kind.NAME if match["colon"] else Kind.STRING
            yield match.start("string"), len(match["string"]), kind
        elif match["number"] is not None:
            yield match.start(), len(match["number"]), Kind.NUMBER
        else:
            yield match.start(), len(match["word"]), Kind.WORD
