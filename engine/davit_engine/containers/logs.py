"""Read and follow the log files that conmon writes.

A record is one line of the k8s-file format: a time stamp of fixed width in RFC 3339 with
nanoseconds, the stream, F for a whole line or P for a part of one, and the bytes. The shims run in
UTC, so two stamps compare as text. Parts are given out without a line end of their own, so what
comes out is what the process wrote, byte for byte.

A log that has grown is renamed to PATH.1 (and that to PATH.2 …) and begun anew; reading starts with
the oldest of them.
"""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.kernel.inotify import FileWatch

Batch = Sequence[tuple[int, bytes]]
"""Consecutive entries as (1 standard output or 2 standard error, bytes)."""

BLOCK: Final = 1 << 18
"""Bytes read at a time."""

_RECORD: Final = re.compile(
    rb"(.{19})(\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) std(out|err) ([FP])[^ ]* ([^\n]*)\n"
)
_LINE_END: Final = re.compile(rb" std(?:out|err) (F)[^ ]* [^\n]*\n")


class LogOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a log is wanted."""

    stdout: bool = True
    stderr: bool = True
    follow: bool = False
    since_ns: int = 0
    """Nanoseconds since the epoch; 0 for the beginning."""
    until_ns: int = 0
    """0 for no end."""
    tail: int | None = None
    """At most so many lines from the end; None for all."""
    timestamps: bool = False


async def read(
    path: Path, options: LogOptions, ended: asyncio.Event | None
) -> AsyncIterator[Batch]:
    """The wanted entries, oldest first; with `follow`, until the container has ended.

    A file that does not exist (yet) is an empty log. `ended` is set once nothing more can come;
    None when the container does not run.
    """
    since = _stamp(options.since_ns) if options.since_ns else b""
    until = _stamp(options.until_ns) if options.until_ns else b""
    watch = None
    if options.follow:
        try:
            path.touch(mode=0o640, exist_ok=True)
            watch = FileWatch(path)
        except FileNotFoundError:
            # The folder went, and the container with it.
            return
    files = _open_tail(path, options.tail)
    if not files:
        if watch is not None:
            watch.close()
        return
    file = files.pop(0)
    try:
        rest = b""
        inside: dict[int, bool] = {}
        while True:
            # Asked before reading: what a process writes last is then never missed.
            more = ended is not None and not ended.is_set()
            data = os.read(file, BLOCK)
            if data:
                data = rest + data
                end = data.rfind(b"\n") + 1
                rest = data[end:]
                batch, over = _entries(data[:end], options, since, until, inside)
                if batch:
                    yield batch
                if over:
                    return
                await asyncio.sleep(0)
            elif files:
                os.close(file)
                file = files.pop(0)
            elif watch is None or ended is None or not more:
                return
            elif _replaced(file, path):
                os.close(file)
                file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
                watch.close()
                watch = FileWatch(path)
            else:
                await watch.changed(ended)
    finally:
        for descriptor in (file, *files):
            os.close(descriptor)
        if watch is not None:
            watch.close()


def rotated(path: Path) -> list[Path]:
    """The earlier parts of a log, oldest first."""
    found = []
    number = 1
    while (part := path.with_name(f"{path.name}.{number}")).exists():
        found.append(part)
        number += 1
    return found[::-1]


def rotate(path: Path, keep: int) -> None:
    """Make room for a new file at `path`; at most `keep` files there are in all."""
    parts = rotated(path)
    while len(parts) > max(keep - 2, 0):
        parts.pop(0).unlink(missing_ok=True)
    for number, part in zip(range(len(parts) + 1, 1, -1), parts, strict=True):
        part.rename(path.with_name(f"{path.name}.{number}"))
    if keep > 1:
        path.rename(path.with_name(f"{path.name}.1"))
    else:
        path.unlink(missing_ok=True)


def _open_tail(path: Path, tail: int | None) -> list[int]:
    """Descriptors of the parts that hold the wanted lines, in order, the first one placed."""
    opened: list[int] = []
    missing = None if tail is None else tail + 1
    for part in reversed([*rotated(path), path]):
        try:
            file = os.open(part, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        opened.insert(0, file)
        if missing is not None:
            missing = _seek_tail(file, missing)
            if missing == 0:
                break
    return opened


def _replaced(file: int, path: Path) -> bool:
    """Whether the path has become another file (rotation), read to its end in the old one."""
    try:
        return path.stat().st_ino != os.fstat(file).st_ino
    except FileNotFoundError:
        return False


def _entries(
    data: bytes,
    options: LogOptions,
    since: bytes,
    until: bytes,
    inside: dict[int, bool],
) -> tuple[list[tuple[int, bytes]], bool]:
    """Entries of whole records, and whether `until` was passed.

    `inside` says per stream whether a line has begun, so that it carries one time stamp only.
    """
    records = _RECORD.findall(data)
    wanted = {b"out": options.stdout, b"err": options.stderr}
    if not (since or until or options.timestamps) and all(wanted.values()):
        return [
            (1 if name == b"out" else 2, text + b"\n" if kind == b"F" else text)
            for _, _, name, kind, text in records
        ], False
    entries: list[tuple[int, bytes]] = []
    for seconds, fraction, name, kind, text in records:
        moment = seconds + (fraction or b".").ljust(10, b"0")
        if until and moment > until:
            return entries, True
        if not wanted[name] or moment < since:
            continue
        stream = 1 if name == b"out" else 2
        piece = text + b"\n" if kind == b"F" else text
        if options.timestamps and not inside.get(stream):
            piece = moment + b"Z " + piece
        inside[stream] = kind == b"P"
        entries.append((stream, piece))
    return entries, False


def _stamp(time_ns: int) -> bytes:
    """The fixed-width text that records of that moment begin with."""
    seconds, fraction = divmod(time_ns, 10**9)
    moment = datetime.fromtimestamp(min(max(seconds, 0), 253402300799), UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{fraction:09d}".encode()


def _seek_tail(file: int, missing: int) -> int:
    """Place the file offset behind the `missing`-th line end from the end.

    Returns how many line ends are still missing when the file holds fewer; 0 when it does not.
    """
    position, rest = os.fstat(file).st_size, b""
    while position > 0:
        start = max(0, position - BLOCK)
        data = os.pread(file, position - start, start) + rest
        cut = data.find(b"\n") + 1 if start else 0
        ends = [match.end() for match in _LINE_END.finditer(data, cut)]
        if len(ends) >= missing:
            os.lseek(file, start + ends[-missing], os.SEEK_SET)
            return 0
        missing -= len(ends)
        rest = data[:cut]
        position = start
    os.lseek(file, 0, os.SEEK_SET)
    return missing
