"""How grave a line says it is, in the shapes that programs commonly write (pure)."""

from __future__ import annotations

import re

from davit_desktop.logs.entries import Level, Stream

RECORD_NS = 1_000_000_000
"""A line without a level belongs to the record before it when it follows within this time."""

_HEAD = 160  # bytes of a line in which a level is looked for
_JSON_HEAD = 4096
_COLOR = re.compile(rb"\x1b\[[0-9;]*m")
_JSON = re.compile(
    rb'"(?:level|severity|lvl|loglevel|log\.level|levelname|log_level|@l)"\s*:\s*'
    rb'(?:"([A-Za-z]+)|(\d\d)\b)',
    re.IGNORECASE,
)
_LOGFMT = re.compile(rb'(?:level|severity|lvl)=["\']?([A-Za-z]+)')
# Every branch begins with a letter of its own, which is what makes the search quick; what stands
# around the word is looked at afterwards.
_WORD = re.compile(
    rb"TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRIT(?:ICAL)?|PANIC|SEVERE|EMERG|ALERT"
)
_ENCLOSED = re.compile(
    rb"[\[<(|]\s*(trace|debug|info|notice|warn|warning|error|err|crit|critical|fatal|emerg|alert"
    rb"|panic|severe|wrn|inf|dbg|trc|ftl)\s*[\]>)|]",
    re.IGNORECASE,
)
_FIRST = re.compile(rb"(trace|debug|info|notice|warn|warning|error|fatal|panic):", re.IGNORECASE)
_KLOG = re.compile(rb"([IWEF])\d{4} \d\d:\d\d:\d\d")
_WORDS = {
    **dict.fromkeys((b"trace", b"trc", b"verbose"), Level.TRACE),
    **dict.fromkeys((b"debug", b"dbg", b"fine"), Level.DEBUG),
    **dict.fromkeys((b"info", b"inf", b"notice", b"information", b"informational"), Level.INFO),
    **dict.fromkeys((b"warn", b"wrn", b"warning"), Level.WARN),
    **dict.fromkeys(
        (b"error", b"err", b"eror", b"fatal", b"ftl", b"crit", b"critical", b"panic"), Level.ERROR
    ),
    **dict.fromkeys(
        (b"severe", b"emerg", b"emergency", b"alert", b"dpanic"),
        Level.ERROR,
    ),
}
_KLOG_WORDS = {b"I": Level.INFO, b"W": Level.WARN, b"E": Level.ERROR, b"F": Level.ERROR}


def level_of(line: bytes) -> Level:
    """The level that a line names, NONE when it names none."""
    if line[:1] == b"{":
        return _of_json(line[:_JSON_HEAD])
    head = line[:_HEAD]
    if b"\x1b" in head:
        head = _COLOR.sub(b"", head)
    if b"l=" in head or b"y=" in head:
        found = _LOGFMT.search(head)
        if found is not None and (level := _WORDS.get(found[1].lower())):
            return level
    found = _WORD.search(head)
    if found is not None and _stands_alone(head, *found.span()):
        return _WORDS[found[0].lower()]
    found = _FIRST.match(head) or _ENCLOSED.search(head)
    if found is not None:
        return _WORDS[found[1].lower()]
    found = _KLOG.match(head) if head[:1] in b"IWEF" else None
    return _KLOG_WORDS[found[1]] if found is not None else Level.NONE


def _of_json(head: bytes) -> Level:
    found = _JSON.search(head)
    if found is None:
        return Level.NONE
    if found[1] is not None:
        return _WORDS.get(found[1].lower(), Level.NONE)
    number = int(found[2])  # as bunyan and pino count
    return Level(min(max(number // 10, 1), 5)) if 10 <= number < 70 else Level.NONE


def _stands_alone(head: bytes, start: int, end: int) -> bool:
    before, after = head[start - 1 : start], head[end : end + 1]
    return not (before.isalnum() or before == b"_" or after.isalnum() or after == b"_")


class Levels:
    """Levels of the lines of one container, in order."""

    def __init__(self) -> None:
        self._last: dict[Stream, tuple[Level, int]] = {}

    def of(self, stream: Stream, time_ns: int, line: bytes) -> Level:
        """What the line names, else the level of the record that it goes on with."""
        level = level_of(line)
        if level is Level.NONE:
            before, then = self._last.get(stream, (Level.NONE, 0))
            if before is Level.NONE or time_ns - then > RECORD_NS:
                return Level.NONE
            level = before
        self._last[stream] = (level, time_ns)
        return level
