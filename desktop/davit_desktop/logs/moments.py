"""A moment as a person writes it: "10m", "14:30", "2026-11-21 14:30" (pure)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from davit_desktop.translation import tr

_SECOND = 1_000_000_000
_AGO = re.compile(r"(?:\d+(?:\.\d+)?\s*[a-zµ]+\s*)+")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-zµ]+)")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_UNIX = re.compile(r"\d{9,10}(?:\.\d{1,9})?")
_UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1.0),
    **dict.fromkeys(("m", "min", "minute", "minutes"), 60.0),
    **dict.fromkeys(("h", "hour", "hours"), 3600.0),
    **dict.fromkeys(("d", "day", "days"), 86400.0),
    **dict.fromkeys(("w", "week", "weeks"), 7 * 86400.0),
}


class BadMoment(ValueError):
    """The text is no moment; the message says what would be one."""


def moment(text: str, now_ns: int, zone: tzinfo | None = None) -> int:
    """Unix nanoseconds; 0 for no text. A time without a zone is of `zone`, None the computer's.

    Raises BadMoment.
    """
    text = text.strip()
    if not text:
        return 0
    lower = text.lower().removesuffix(" ago").removeprefix("-")
    if _AGO.fullmatch(lower):
        parts = _PART.findall(lower)
        if all(unit in _UNITS for _, unit in parts):
            seconds = sum(float(number) * _UNITS[unit] for number, unit in parts)
            return max(1, now_ns - int(seconds * _SECOND))
    now = datetime.fromtimestamp(now_ns / _SECOND, zone).astimezone(zone)
    try:
        if clock := _CLOCK.fullmatch(text):
            hour, minute, second = (int(part or 0) for part in clock.groups())
            found = now.replace(hour=hour, minute=minute, second=second, microsecond=0)
            return _ns(found if found <= now else found - timedelta(days=1))
        if _UNIX.fullmatch(text):
            whole, _, fraction = text.partition(".")
            return int(whole) * _SECOND + int(fraction.ljust(9, "0") or 0)
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            found = found.replace(tzinfo=zone) if zone is not None else found.astimezone()
        return _ns(found)
    except (ValueError, OverflowError, OSError) as error:
        raise BadMoment(
            tr("Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.", "example times")
        ) from error


def _ns(found: datetime) -> int:
    delta = found.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    seconds = delta.days * 86400 + delta.seconds
    return max(1, seconds * _SECOND + delta.microseconds * 1000)
