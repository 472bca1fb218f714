"""Progress of pull, push and load as docker prints it: plain lines, or lines that are redrawn."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable
from typing import TextIO

from davit_desktop.client.types import Progress
from davit_desktop.client.units import human_size

_BAR = 50


class ProgressText:
    """Turns each line of progress into the text to write. One for one operation."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal
        self._rows: dict[str, int] = {}

    def text(self, line: Progress) -> str:
        """May be empty: without a terminal the bars are left out."""
        bar = progress_bar(line)
        if not self._terminal:
            return "" if bar and not line.stream else _sentence(line, "")
        if not (line.id and (line.is_tracked or line.progress)):
            self._rows.clear()  # a new section: what is above stays as it is
            return _sentence(line, "")
        before = ""
        if line.id not in self._rows:
            self._rows[line.id] = len(self._rows)
            before = "\n"
        up = len(self._rows) - self._rows[line.id]
        shown = f"{line.id}: {line.status}{' ' if bar else ''}{bar}"
        return f"{before}\x1b[{up}A\x1b[2K\r{shown}\r\x1b[{up}B"


def _sentence(line: Progress, bar: str) -> str:
    if line.stream:
        return line.stream
    if not (line.status or line.id):
        return ""
    head = f"{line.id}: " if line.id else ""
    return f"{head}{line.status}{bar}\n"


def progress_bar(line: Progress) -> str:
    """The bar the engine drew, or one drawn from its numbers; empty when there are none."""
    if line.progress:
        return line.progress
    done, total = line.detail.current, line.detail.total
    if done <= 0 and total <= 0:
        return ""
    if total <= 0:
        return f"{human_size(done):>8}"
    filled = min(done * _BAR // total, _BAR)
    arrow = ">" if filled < _BAR else ""
    bar = f"{'=' * filled}{arrow}{' ' * (_BAR - filled - len(arrow))}"
    return f"[{bar}]  {human_size(min(done, total)):>6}/{human_size(total)}"


async def show(
    lines: AsyncIterable[Progress], out: TextIO | None = None, *, quiet: bool = False
) -> list[Progress]:
    """Writes progress as it comes; gives the lines that carried a result (`aux`)."""
    out = out or sys.stdout
    drawn = ProgressText(terminal=out.isatty())
    results: list[Progress] = []
    async for line in lines:
        if line.aux is not None:
            results.append(line)
            continue
        if not quiet and (text := drawn.text(line)):
            out.write(text)
            out.flush()
    return results
