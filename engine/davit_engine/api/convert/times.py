"""Engine times as Docker writes them (pure)."""

from datetime import UTC, datetime
from typing import Final

ZERO_TIME: Final = "0001-01-01T00:00:00Z"
SECOND: Final = 10**9


def timestamp(ns: int) -> str:
    """RFC 3339 in UTC with nanoseconds, trailing zeros cut; 0 is Go's zero time."""
    if ns <= 0:
        return ZERO_TIME
    whole = datetime.fromtimestamp(ns // SECOND, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    fraction = f"{ns % SECOND:09d}".rstrip("0")
    return f"{whole}.{fraction}Z" if fraction else f"{whole}Z"


def timestamp_seconds(ns: int) -> str:
    """RFC 3339 in UTC, whole seconds."""
    return timestamp(ns // SECOND * SECOND)


def duration(ns: int) -> str:
    """Docker's approximate words for a span of time."""
    seconds = ns // SECOND
    minutes = seconds // 60
    hours = int(ns / (3600 * SECOND) + 0.5)
    if seconds < 1:
        return "Less than a second"
    if seconds == 1:
        return "1 second"
    if seconds < 60:
        return f"{seconds} seconds"
    if minutes == 1:
        return "About a minute"
    if minutes < 60:
        return f"{minutes} minutes"
    if hours == 1:
        return "About an hour"
    if hours < 48:
        return f"{hours} hours"
    if hours < 24 * 7 * 2:
        return f"{hours // 24} days"
    if hours < 24 * 30 * 2:
        return f"{hours // 24 // 7} weeks"
    if hours < 24 * 365 * 2:
        return f"{hours // 24 // 30} months"
    return f"{hours // 24 // 365} years"
