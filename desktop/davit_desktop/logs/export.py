"""Write a log to a text file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from davit_desktop.logs import ansi, stamps
from davit_desktop.logs.entries import Kind
from davit_desktop.logs.rows import Rows
from davit_desktop.logs.spool import LogLine


def save(
    rows: Rows,
    path: Path,
    *,
    with_stamps: bool,
    with_ansi: bool,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write every row there is now; the number of lines written. Raises OSError.

    The file takes its name only when it is whole. Without stamps and with ANSI it is byte for byte
    what the container wrote.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as file:
            count = _write(rows, file, with_stamps=with_stamps, with_ansi=with_ansi, stop=stop)
        if stop():
            return 0
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _write(
    rows: Rows, file: BinaryIO, *, with_stamps: bool, with_ansi: bool, stop: Callable[[], bool]
) -> int:
    written = 0
    row = 0
    last = rows.end
    continues = False
    while not stop() and (lines := rows.fetch(row, 1000, 1 << 21)):
        row = rows.row_of(lines[-1].number + 1)
        for line in lines:
            if line.number >= last:
                return written
            if line.kind > Kind.PIECE:
                continue
            if with_stamps and not continues and line.time_ns:
                file.write(stamps.iso(line.time_ns).encode("ascii") + b" ")
            file.write(line.data if with_ansi else _without_ansi(line))
            continues = line.kind is Kind.PIECE
            if not continues:
                file.write(b"\n")
                written += 1
    return written


def _without_ansi(line: LogLine) -> bytes:
    if b"\x1b" not in line.data:
        return line.data
    text = line.data.decode("utf-8", "surrogateescape")
    return ansi.strip(text).encode("utf-8", "surrogateescape")
