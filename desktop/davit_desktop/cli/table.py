"""Tables as docker prints them: columns as wide as their content, three spaces apart."""

from __future__ import annotations

from collections.abc import Sequence

_PADDING = 3
_NARROWEST = 10


def render(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The lines of a table, each ended by a newline. No cell is cut; the last is not padded."""
    lines = [list(header), *(list(row) for row in rows)]
    columns = max(len(line) for line in lines)
    widths = [
        max(max(len(line[i]) + _PADDING for line in lines if i < len(line)), _NARROWEST)
        for i in range(columns)
    ]
    return "".join(
        "".join(cell.ljust(widths[i]) for i, cell in enumerate(line[:-1])) + line[-1] + "\n"
        for line in lines
    )


def shortened(text: str, width: int) -> str:
    """At most `width` characters, ending in an ellipsis when something was cut."""
    return text if len(text) <= width else text[: width - 1] + "…"
