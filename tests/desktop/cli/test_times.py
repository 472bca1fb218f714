"""--since and --until, and the stamps docker prints."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.times import iso_local, iso_utc, local_stamp, unix_time

NOW = datetime(2026, 1, 2, 3, 4, 5, 600000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "unix"),
    [
        ("", ""),
        ("1700000000", "1700000000"),
        ("1700000000.25", "1700000000.25"),
        ("5s", str(int(NOW.timestamp() - 5))),
        ("1m30s", str(int(NOW.timestamp() - 90))),
        ("2026-01-02T03:04:05Z", "1767323045.000000000"),
        ("2026-01-02T03:04:05.5+01:00", "1767319445.500000000"),
        ("2026-01-02", "1767312000.000000000"),
        ("2026-01-02T03:04", "1767323040.000000000"),
    ],
)
def test_times_in_unix_seconds(text: str, unix: str) -> None:
    assert unix_time(text, NOW, "since") == unix


def test_a_time_without_a_zone_is_local() -> None:
    east = NOW.astimezone(timezone(timedelta(hours=2)))
    assert unix_time("2026-01-02T02:00", east, "since") == "1767312000.000000000"


@pytest.mark.parametrize("text", ["foo", "5", "5 s", "2026-13-01", "2026-01-02 03:04", "1.2.3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    if text == "5":
        assert unix_time(text, NOW, "since") == "5"
        return
    with pytest.raises(CommandFailed, match='invalid value for "since"'):
        unix_time(text, NOW, "since")


def test_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert local_stamp(1767323045) == "2026-01-02 03:04:05 +0000 UTC"
    assert iso_local(1767323045_000000007) == "2026-01-02T03:04:05.000000007Z"
    assert iso_utc(1767323045) == "2026-01-02T03:04:05Z"
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    assert iso_local(1767323045_000000007) == "2026-01-02T04:04:05.000000007+01:00"
    monkeypatch.delenv("TZ")
    time.tzset()
