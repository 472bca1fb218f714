"""The records of conmon's log files (pure): what they say, and where the last lines begin.

A record is one line of the k8s-file format: a time stamp in RFC 3339 with nanoseconds, the stream,
F for the end of a line or P for a part of one, and the bytes. The shims run in UTC, so two stamps
compare as text. Parts are given out without a line end of their own, so what comes out is what the
process wrote, byte for byte. An F without a space after it ends a line that the process left open;
newer versions of conmon write it when the container ends.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

Batch = Sequence[tuple[int, bytes]]
"""Consecutive entries as (1 standard output or 2 standard error, bytes)."""

_TEXT: Final = rb" std(out|err) (?:F(?: ([^\n]*\n)|\n)|P ([^\n]*)\n)"
_PLAIN: Final = re.compile(_TEXT)
_STAMPED: Final = re.compile(rb"([0-9T:-]{19})(\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)" + _TEXT)
_KIND: Final = re.compile(rb" std(out|err) ([FP])(?: [^\n]*)?\n")
_STREAM: Final = {b"out": 1, b"err": 2}


class LogOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a log is wanted, and how."""

    stdout: bool = True
    stderr: bool = True
    follow: bool = False
    since_ns: int = 0
    """Nanoseconds since the epoch; 0 for the beginning."""
    until_ns: int = 0
    """0 for no end."""
    tail: int | None = None
    """At most so many lines from the end, of both streams; None for all."""
    timestamps: bool = False
    details: str | None = None
    """What is told with every line, when that is asked for; it may be empty."""


class Decoder:
    """Turns records into entries; remembers, per stream, whether a line has begun."""

    def __init__(self, options: LogOptions) -> None:
        self._wanted = frozenset(
            ({b"out"} if options.stdout else set()) | ({b"err"} if options.stderr else set())
        )
        self._timestamps = options.timestamps
        self._details = None if options.details is None else f"{options.details} ".encode()
        self._since = stamp(options.since_ns) if options.since_ns else b""
        self._until = stamp(options.until_ns) if options.until_ns else b""
        self._plain = not (
            self._since or self._until or self._timestamps or self._details is not None
        )
        self._inside = {b"out": False, b"err": False}
        self.over = False
        """Set once a record later than `until` was met."""

    def entries(self, data: bytes) -> list[tuple[int, bytes]]:
        """The wanted entries of whole records."""
        if self._plain:
            wanted, stream = self._wanted, _STREAM
            return [
                (stream[name], text)
                for name, line, part in _PLAIN.findall(data)
                if (text := line or part) and name in wanted
            ]
        if self._since and _last_stamp(data) < self._since:
            return []
        return self._selected(data)

    def _selected(self, data: bytes) -> list[tuple[int, bytes]]:
        entries: list[tuple[int, bytes]] = []
        for seconds, fraction, name, line, part in _STAMPED.findall(data):
            moment = seconds + (fraction or b".").ljust(10, b"0")
            if self._until and moment > self._until:
                self.over = True
                break
            if name not in self._wanted or moment < self._since:
                continue
            text = line or part
            if text and not self._inside[name]:
                if self._details is not None:
                    text = self._details + text
                if self._timestamps:
                    text = moment + b"Z " + text
            self._inside[name] = bool(part)
            if text:
                entries.append((_STREAM[name], text))
        return entries


class TailSearch:
    """Finds where the last lines begin, given a log's records from the end backwards."""

    def __init__(self, lines: int) -> None:
        self._missing = lines + 1
        self._seen: set[bytes] = set()
        """Streams of which there is a record behind the place reached."""

    def feed(self, data: bytes) -> int | None:
        """Where in these whole records the wanted lines begin; None when it is before them."""
        for match in reversed(list(_KIND.finditer(data))):
            stream, kind = match.groups()
            # A part that nothing follows on its stream is a line too, one without an end.
            if kind == b"F" or stream not in self._seen:
                self._missing -= 1
                if self._missing == 0:
                    return match.end()
            self._seen.add(stream)
        return None

    def lead(self, before: bytes) -> bytes:
        """The records in front of the place found that begin lines which end behind it."""
        parts: dict[bytes, list[bytes]] = {stream: [] for stream in self._seen}
        begin = 0
        for match in _KIND.finditer(before):
            stream, kind = match.groups()
            if kind == b"F":
                parts[stream] = []
            elif stream in self._seen:
                parts[stream].append(before[begin : match.end()])
            begin = match.end()
        return b"".join(b"".join(records) for records in parts.values())


def stamp(time_ns: int) -> bytes:
    """The fixed-width text that records of that moment begin with."""
    seconds, fraction = divmod(time_ns, 10**9)
    moment = datetime.fromtimestamp(min(max(seconds, 0), 253402300799), UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{fraction:09d}".encode()


def _last_stamp(data: bytes) -> bytes:
    """Of whole records, the last one's; long enough to compare."""
    begin = data.rfind(b"\n", 0, -1) + 1
    return data[begin : begin + 29]
