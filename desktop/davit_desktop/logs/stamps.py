"""The time before a line, in the four ways a person may want it (pure)."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from davit_desktop.translation import mark, tr

_SECOND = 1_000_000_000
_AGO = (
    (86400, mark("{n} d")),
    (3600, mark("{n} h")),
    (60, mark("{n} min")),
    (1, mark("{n} s")),
)


class StampStyle(StrEnum):
    OFF = "off"
    TIME = "time"
    ISO = "iso"
    RELATIVE = "relative"


WIDTH = {StampStyle.OFF: 0, StampStyle.TIME: 12, StampStyle.ISO: 30, StampStyle.RELATIVE: 9}
"""Characters of the widest stamp of each style."""


def stamp(time_ns: int, style: StampStyle, now_ns: int, zone: tzinfo | None = None) -> str:
    """`time_ns` as text; empty when it is unknown. `zone` None is the computer's own."""
    if not time_ns:
        return ""
    match style:
        case StampStyle.OFF:
            return ""
        case StampStyle.TIME:
            moment = datetime.fromtimestamp(time_ns // _SECOND, zone or _local(time_ns))
            return f"{moment:%H:%M:%S}.{time_ns // 1_000_000 % 1000:03}"
        case StampStyle.ISO:
            return iso(time_ns)
        case StampStyle.RELATIVE:
            return _ago((now_ns - time_ns) // _SECOND)


def iso(time_ns: int) -> str:
    """As the engine writes it: UTC with nine digits."""
    moment = datetime.fromtimestamp(time_ns // _SECOND, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{time_ns % _SECOND:09}Z"


def dated(time_ns: int, zone: tzinfo | None = None) -> str:
    """Date and time to the second, for separators."""
    return (
        f"{datetime.fromtimestamp(time_ns // _SECOND, zone or _local(time_ns)):%Y-%m-%d %H:%M:%S}"
    )


def parse_iso(text: str) -> int:
    """Nanoseconds of a stamp of inspect or the log; 0 for Docker's zero time and for nonsense."""
    head, _, fraction = text.rstrip("Z").partition(".")
    digits = fraction[:9].ljust(9, "0") if fraction[:1].isdigit() else "0"
    try:
        seconds = int(datetime.fromisoformat(head).replace(tzinfo=UTC).timestamp())
        return max(0, seconds * _SECOND + int(digits))
    except (ValueError, OverflowError):
        return 0


def _local(time_ns: int) -> tzinfo | None:
    return datetime.fromtimestamp(time_ns // _SECOND, UTC).astimezone().tzinfo


def _ago(seconds: int) -> str:
    if seconds < 1:
        return tr("now")
    length, words = next(unit for unit in _AGO if seconds >= unit[0])
    return tr(words, "how long ago, in a narrow column").format(n=seconds // length)
