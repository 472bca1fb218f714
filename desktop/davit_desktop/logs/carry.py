"""The colours in which a line begins: those that the lines before it left on (pure).

A colour reaches over a bounded number of lines, so that a program that never resets one does not
colour its whole log, and so that a line looks the same however it was scrolled to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from davit_desktop.logs import ansi
from davit_desktop.logs.ansi import PLAIN, Style
from davit_desktop.logs.entries import Kind
from davit_desktop.logs.rows import text_of
from davit_desktop.logs.spool import LogLine

REACH = 40  # lines
HEAD = 4096  # bytes looked at of each
_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


def style_after(before: Sequence[LogLine], stream: int, source: int = 0) -> Style:
    """How the stream's next line begins; `before` are at most REACH lines, the oldest first."""
    colored: list[LogLine] = []
    for line in reversed(before):
        if line.source != source:
            continue
        if line.kind > Kind.PIECE:
            break  # a gap, or another run of the container
        if line.stream != stream or b"\x1b[" not in line.data:
            continue
        changes = _SGR.findall(line.data)
        if changes and changes[-1].strip(b"0") == b"":
            break
        colored.append(line)
    style = PLAIN
    for line in reversed(colored):
        style = ansi.parse(text_of(line), style).after
    return style
