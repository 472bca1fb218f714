"""Write a log to a text file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from davit_desktop.logs import ansi, stamps
from davit_desktop.logs.entries import Kind
from davit_desktop.logs.rows import Rows, continues
from davit_desktop.logs.spool import LogLine


def save(
    rows: Rows,
    path: Path,
    *,
    with_stamps: bool,
    with_ansi: bool,
    names: Sequence[str] = (),
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write every row there is now; the number of lines written. Raises OSError.

    The file takes its name only when it is whole. `names` of containers, if given, go before the
    lines. Without stamps and names and with ANSI it is byte for byte what the containers wrote.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as file:
            count = _write(rows, file, with_stamps, with_ansi, names, stop)
        if stop():
            return 0
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _write(
    rows: Rows,
    file: BinaryIO,
    with_stamps: bool,
    with_ansi: bool,
    names: Sequence[str],
    stop: Callable[[], bool],
) -> int:
    written = 0
    row = 0
    last = rows.end
    before: LogLine | None = None
    while not stop() and (lines := rows.fetch(row, 1000, 1 << 21)):
        row = rows.row_of(lines[-1].number + 1)
        for line in lines:
            if line.number >= last:
                break
            if line.kind > Kind.PIECE:
                continue
            goes_on = before is not None and continues(before, line)
            if before is not None and not goes_on:
                file.write(b"\n")
            if names and not goes_on:
                file.write(names[line.source].encode("utf-8", "surrogateescape") + b" | ")
            if with_stamps and not goes_on and line.time_ns:
                file.write(stamps.iso(line.time_ns).encode("ascii") + b" ")
            file.write(line.data if with_ansi else _without_ansi(line))
            written += not goes_on
            before = line
    if before is not None:
        file.write(b"\n")
    return written


def _without_ansi(line: LogLine) -> bytes:
    if b"\x1b" not in line.data:
        return line.data
    text = line.data.decode("utf-8", "surrogateescape")
    return ansi.strip(text).encode("utf-8", "surrogateescape")
