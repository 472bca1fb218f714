"""A moment is read in the ways in which people write one."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.moments import BadMoment, moment

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
NS = 1_000_000_000


def ns(when: datetime) -> int:
    return int(when.timestamp()) * NS


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("10m", NOW - timedelta(minutes=10)),
        ("1h30m", NOW - timedelta(hours=1, minutes=30)),
        ("2 days ago", NOW - timedelta(days=2)),
        ("45 s", NOW - timedelta(seconds=45)),
        ("13:30", NOW.replace(hour=13, minute=30)),
        ("14:30", NOW.replace(hour=14, minute=30) - timedelta(days=1)),
        ("2026-11-20", NOW.replace(day=20, hour=0)),
        ("2026-11-20 08:15", NOW.replace(day=20, hour=8, minute=15)),
        ("2026-11-20T08:15:00+02:00", NOW.replace(day=20, hour=6, minute=15)),
        ("1700000000", datetime.fromtimestamp(1_700_000_000, UTC)),
    ],
)
def test_a_moment_is_understood(text: str, when: datetime) -> None:
    assert moment(text, ns(NOW), UTC) == ns(when)


def test_a_time_of_day_is_of_the_zone() -> None:
    zone = timezone(timedelta(hours=2))
    assert moment("15:30", ns(NOW), zone) == ns(NOW.replace(hour=13, minute=30))


def test_nothing_is_no_limit() -> None:
    assert moment("  ", ns(NOW)) == 0


@pytest.mark.parametrize("text", ["soon", "10x", "25:00", "2026-13-01", "-", "m"])
def test_what_is_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadMoment, match="14:30"):
        moment(text, ns(NOW), UTC)


@given(st.text(max_size=20))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(BadMoment):
        assert moment(text, ns(NOW), UTC) >= 0
