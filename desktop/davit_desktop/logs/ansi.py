"""Escape sequences in one line of text: colours are kept, everything else is removed (pure).

Only whole sequences are removed. A broken one stays in the text, where it is shown, so that no
text can hide behind it. No sequence is ever answered.
ECMA-48; https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import re
from typing import NamedTuple

Color = int | tuple[int, int, int]
"""0–15 the named colours, 16–255 the xterm palette, or red, green and blue of 0–255 each."""

_SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[([0-?]*)([ -/]*[@-~])"  # CSI
    r"|\][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # OSC: titles, links, clipboard
    r"|[PX^_][^\x1b\n]*\x1b\\"  # DCS, SOS, PM, APC
    r"|[ -/]*[0-OQ-WYZ\\`-~]"  # character sets, cursor save, reset
    r")"
)
_COLORS = re.compile(r"\x1b\[[0-9;:]*m")
_SGR_PARAMETERS = re.compile(r"[0-9;:]*", re.ASCII)
_MOST_PARAMETERS = 64


class Style(NamedTuple):
    """How text looks; None is the colour of ordinary text or of the paper."""

    foreground: Color | None = None
    background: Color | None = None
    bold: bool = False
    faint: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    inverse: bool = False


PLAIN = Style()


class Run(NamedTuple):
    """Characters `start` to `end` of the plain text look like `style`."""

    start: int
    end: int
    style: Style


class Styled(NamedTuple):
    """Text without sequences; `runs` name what is not plain; `after` holds at the end."""

    text: str
    runs: tuple[Run, ...] = ()
    after: Style = PLAIN


def strip(text: str) -> str:
    """`text` without escape sequences; newlines are kept."""
    if "\x1b" not in text:
        return text
    plain = _COLORS.sub("", text)  # mostly there is nothing else, and this is quicker
    return plain if "\x1b" not in plain else _SEQUENCE.sub("", text)


def parse(text: str, style: Style = PLAIN) -> Styled:
    """One line, which begins in `style`."""
    if "\x1b" not in text and style is PLAIN:
        return Styled(text)
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    at = 0
    for found in _SEQUENCE.finditer(text):
        length = _extend(parts, runs, length, text[at : found.start()], style)
        at = found.end()
        if found[2] == "m" and _SGR_PARAMETERS.fullmatch(found[1]):
            style = restyled(style, found[1])
    _extend(parts, runs, length, text[at:], style)
    return Styled("".join(parts), tuple(runs), style)


def _extend(parts: list[str], runs: list[Run], length: int, piece: str, style: Style) -> int:
    if not piece:
        return length
    parts.append(piece)
    end = length + len(piece)
    if style != PLAIN:
        if runs and runs[-1].end == length and runs[-1].style == style:
            runs[-1] = Run(runs[-1].start, end, style)
        else:
            runs.append(Run(length, end, style))
    return end


def restyled(style: Style, parameters: str) -> Style:
    """`style` after the parameters of a "select graphic rendition" sequence."""
    # Each parameter with its colon-separated sub-parameters; an empty one is 0.
    fields = [
        [int(sub or 0) if len(sub) < 6 else 0 for sub in field.split(":")]
        for field in parameters.split(";")[:_MOST_PARAMETERS]
    ]
    at = 0
    while at < len(fields):
        field = fields[at]
        at += 1
        code = field[0]
        if code in (38, 48):
            if len(field) > 1:
                color = _color([field[1], *field[-3:]] if field[1] == 2 else field[1:])
            else:
                color = _color([f[0] for f in fields[at : at + 4]])
                kind = fields[at][0] if at < len(fields) else 0
                at += {5: 2, 2: 4}.get(kind, 1)
            if color is not None:
                style = (
                    style._replace(foreground=color)
                    if code == 38
                    else style._replace(background=color)
                )
        else:
            style = _simple(style, code, field)
    return style


def _simple(style: Style, code: int, field: list[int]) -> Style:
    match code:
        case 0:
            return PLAIN
        case 1:
            return style._replace(bold=True)
        case 2:
            return style._replace(faint=True)
        case 3:
            return style._replace(italic=True)
        case 4:
            return style._replace(underline=field[1:2] != [0])
        case 7:
            return style._replace(inverse=True)
        case 9:
            return style._replace(strike=True)
        case 21:
            return style._replace(underline=True)
        case 22:
            return style._replace(bold=False, faint=False)
        case 23:
            return style._replace(italic=False)
        case 24:
            return style._replace(underline=False)
        case 27:
            return style._replace(inverse=False)
        case 29:
            return style._replace(strike=False)
        case 39:
            return style._replace(foreground=None)
        case 49:
            return style._replace(background=None)
        case _ if 30 <= code <= 37:
            return style._replace(foreground=code - 30)
        case _ if 90 <= code <= 97:
            return style._replace(foreground=code - 82)
        case _ if 40 <= code <= 47:
            return style._replace(background=code - 40)
        case _ if 100 <= code <= 107:
            return style._replace(background=code - 92)
    return style  # blink, conceal and fonts: text is neither moved nor hidden


def _color(fields: list[int]) -> Color | None:
    match fields:
        case [5, number, *_] if number < 256:
            return number
        case [2, red, green, blue] if max(red, green, blue) < 256:
            return (red, green, blue)
    return None


def rgb(color: Color) -> tuple[int, int, int] | None:
    """Red, green and blue; None for the 16 named colours, which belong to the theme."""
    if isinstance(color, tuple):
        return color
    if color < 16:
        return None
    if color >= 232:
        level = 8 + (color - 232) * 10
        return (level, level, level)
    steps = (0, 95, 135, 175, 215, 255)
    cube = color - 16
    return (steps[cube // 36], steps[cube // 6 % 6], steps[cube % 6])
