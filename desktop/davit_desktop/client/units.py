"""Sizes and durations as docker spells them, read and written.

Reading follows go-units' RAMInBytes and Go's time.ParseDuration; writing follows go-units'
HumanSize (powers of 1000), BytesSize (powers of 1024) and HumanDuration.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?", re.IGNORECASE)
_POWER = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5}
_DURATION_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)")
_NANOSECONDS = {
    "ns": 1,
    "us": 1_000,
    "µs": 1_000,
    "μs": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
}
_LARGEST = 2**63 - 1


def parse_bytes(text: str) -> int:
    """ "1.5g" as 1610612736. Raises ValueError in docker's words."""
    match = _SIZE.fullmatch(text)
    if match is None:
        raise ValueError(f"invalid size: '{text}'")
    value = int(Decimal(match[1]) * 1024 ** _POWER[match[2].lower()])
    if value > _LARGEST:
        raise ValueError(f"invalid size: '{text}'")
    return value


def format_bytes(value: int) -> str:
    """The shortest spelling that `parse_bytes` reads back as the same number."""
    for suffix, power in (("g", 3), ("m", 2), ("k", 1)):
        if value and value % 1024**power == 0:
            return f"{value // 1024**power}{suffix}"
    return f"{value}b"


def human_size(value: float) -> str:
    """Bytes with four digits in powers of 1000: "386MB"."""
    return _scaled(value, 1000.0, ("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"), 4)


def human_size_3(value: float) -> str:
    """Bytes with three digits in powers of 1000, as lists of images show them: "2.03MB"."""
    return _scaled(value, 1000.0, ("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"), 3)


def human_memory(value: float) -> str:
    """Bytes with four digits in powers of 1024: "1.944GiB"."""
    return _scaled(value, 1024.0, ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"), 4)


def _scaled(value: float, base: float, units: tuple[str, ...], digits: int) -> str:
    step = 0
    while value >= base and step < len(units) - 1:
        value /= base
        step += 1
    return f"{value:.{digits}g}{units[step]}" if value < 10**digits else f"{value:.0f}{units[step]}"


def parse_duration(text: str) -> int:
    """ "1m30s" as nanoseconds. Raises ValueError in Go's words."""
    sign, rest = 1, text
    if rest[:1] in ("+", "-"):
        sign, rest = (-1 if rest[0] == "-" else 1), rest[1:]
    if rest == "0":
        return 0
    total, at = Decimal(0), 0
    while at < len(rest):
        match = _DURATION_PART.match(rest, at)
        if match is None:
            if re.fullmatch(r"[\d.]*\d[\d.]*", rest[at:]):
                raise ValueError(f'time: missing unit in duration "{text}"')
            raise ValueError(f'time: invalid duration "{text}"')
        try:
            total += Decimal(match[1]) * _NANOSECONDS[match[2]]
        except InvalidOperation as error:
            raise ValueError(f'time: invalid duration "{text}"') from error
        at = match.end()
    if not rest or total > _LARGEST:
        raise ValueError(f'time: invalid duration "{text}"')
    return sign * int(total)


def format_duration(nanoseconds: int) -> str:
    """The spelling that `parse_duration` reads back as the same number: "1m30s"."""
    if nanoseconds == 0:
        return "0s"
    sign = "-" if nanoseconds < 0 else ""
    rest = abs(nanoseconds)
    parts = []
    for unit in ("h", "m", "s", "ms", "us", "ns"):
        count, rest = divmod(rest, _NANOSECONDS[unit])
        if count:
            parts.append(f"{count}{unit}")
    return sign + "".join(parts)


def human_duration(seconds: float) -> str:
    """How long, roughly, in words: "About an hour", "3 weeks"."""
    whole = int(seconds)
    minutes = int(seconds / 60)
    hours = int(seconds / 3600 + 0.5)
    if whole < 1:
        return "Less than a second"
    if whole == 1:
        return "1 second"
    if whole < 60:
        return f"{whole} seconds"
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
    return f"{int(seconds / 3600) // 24 // 365} years"
