"""Times before lines."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.stamps import WIDTH, StampStyle, dated, iso, parse_iso, stamp

NS = 1_700_000_000_123_456_789


@given(st.integers(1, 4_000_000_000_000_000_000))
def test_a_stamp_reads_back(time_ns: int) -> None:
    assert parse_iso(iso(time_ns)) == time_ns


@given(st.integers(1, 4_000_000_000_000_000_000), st.sampled_from(StampStyle))
def test_no_stamp_is_wider_than_its_column(time_ns: int, style: StampStyle) -> None:
    assert len(stamp(time_ns, style, NS, UTC)) <= WIDTH[style]


def test_each_style() -> None:
    assert stamp(NS, StampStyle.OFF, NS, UTC) == ""
    assert stamp(NS, StampStyle.TIME, NS, UTC) == "22:13:20.123"
    assert stamp(NS, StampStyle.ISO, NS, UTC) == "2023-11-14T22:13:20.123456789Z"
    assert dated(NS, UTC) == "2023-11-14 22:13:20"
    assert stamp(0, StampStyle.ISO, NS) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "now"), (0, "now"), (59, "59 s"), (60, "1 min"), (7200, "2 h"), (200_000, "2 d")],
)
def test_how_long_ago(seconds: int, words: str) -> None:
    assert stamp(NS, StampStyle.RELATIVE, NS + seconds * 10**9) == words


@pytest.mark.parametrize("text", ["", "0001-01-01T00:00:00Z", "never", "2023-11-14"])
def test_dockers_zero_time_and_nonsense_are_unknown(text: str) -> None:
    assert parse_iso(text) in (0, 1_699_920_000_000_000_000)
