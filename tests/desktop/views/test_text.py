"""Foreign text is shown as it is, and figures read calmly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.views.text import duration, percent, size, tool_tip, visible


@given(st.text())
def test_nothing_that_hides_or_reorders_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.isprintable()


def test_ordinary_text_stays() -> None:
    for text in ("web-1", "naïve ☃ コンテナ", "a b"):
        assert visible(text) == text


def test_a_tool_tip_shows_markup_as_text() -> None:
    assert tool_tip("<img src=x>\nb") == "<qt>&lt;img src=x&gt;<br>b</qt>"
    assert tool_tip("") == ""


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (2_030_000, "2.0 MB"),
        (25_300_000_000, "25.3 GB"),
        (999_600, "1.0 MB"),
    ],
)
def test_sizes(count: int, words: str) -> None:
    assert size(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "< 1 min"),
        (60, "1 min"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
        (86400, "1 day"),
        (200000, "2 days"),
    ],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_percentages() -> None:
    assert (percent(0.04), percent(99.94), percent(123.4)) == ("0.0 %", "99.9 %", "123 %")
