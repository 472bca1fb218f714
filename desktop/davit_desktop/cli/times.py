"""Points in time as the command line takes them, and as docker prints them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.units import parse_duration

_RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?)?(Z|[+-]\d\d:\d\d)?"
)


def unix_time(text: str, now: datetime, flag: str) -> str:
    """A --since or --until ("5s", "2026-01-02T15:04:05Z", "1700000000.5") in Unix seconds.

    A time without a zone is in the zone of `now`. Raises CommandFailed.
    """
    if not text or re.fullmatch(r"\d+(\.\d{1,9})?", text):
        return text
    try:
        # Docker counts back in whole seconds, so that "5s" never misses what it shows.
        return str(int((now - timedelta(microseconds=parse_duration(text) / 1000)).timestamp()))
    except ValueError:
        match = _RFC3339.fullmatch(text)
        if match is None:
            raise CommandFailed(
                f'invalid value for "{flag}": failed to parse value as time or duration: "{text}"'
            ) from None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=_zone(zone, now),
        )  # fmt: skip
    except ValueError as error:
        raise CommandFailed(f'invalid value for "{flag}": {error}: "{text}"') from error
    return f"{int(moment.timestamp())}.{fraction or '':0<9}"


def _zone(text: str | None, now: datetime) -> tzinfo | None:
    if text is None:
        return now.tzinfo
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def local_stamp(seconds: float) -> str:
    """A time in the style of Go's Time.String: "2026-11-21 12:09:08 +0000 UTC"."""
    moment = datetime.fromtimestamp(seconds, UTC).astimezone()
    return moment.strftime("%Y-%m-%d %H:%M:%S %z %Z")


def iso_utc(seconds: int) -> str:
    """RFC 3339 in UTC: "2026-11-01T00:00:00Z"."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def iso_local(nanoseconds: int) -> str:
    """RFC 3339 with nanoseconds in the local zone, as `events` prints it."""
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    moment = datetime.fromtimestamp(seconds, UTC).astimezone()
    zone = moment.strftime("%z")
    zone = "Z" if zone == "+0000" and moment.tzname() == "UTC" else f"{zone[:3]}:{zone[3:]}"
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{rest:09d}{zone}"
