"""Sizes and durations in docker's spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.units import (
    format_bytes,
    format_duration,
    human_duration,
    human_memory,
    human_size,
    human_size_3,
    parse_bytes,
    parse_duration,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("32", 32), ("32b", 32), ("1k", 1024), ("1.5g", 1610612736), ("5 MB", 5242880),
     ("1GiB", 1073741824), ("2T", 2 * 1024**4)],
)  # fmt: skip
def test_sizes_are_powers_of_1024(text: str, value: int) -> None:
    assert parse_bytes(text) == value


@pytest.mark.parametrize("text", ["", "g", "-1", "1x", "1 2", "0x10", "1.2.3", "9999999p"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"invalid size: '"):
        parse_bytes(text)


@given(st.integers(min_value=0, max_value=2**53))
def test_a_written_size_reads_back(value: int) -> None:
    assert parse_bytes(format_bytes(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("5s", 5_000_000_000), ("1m30s", 90_000_000_000), ("1.5h", 5_400_000_000_000),
     ("0.5ms", 500_000), ("-2s", -2_000_000_000), (".5s", 500_000_000), ("3us", 3_000)],
)  # fmt: skip
def test_durations(text: str, value: int) -> None:
    assert parse_duration(text) == value


@pytest.mark.parametrize(
    ("text", "why"),
    [("1", "missing unit"), ("", "invalid"), ("x", "invalid"), ("1s2", "missing unit"),
     ("s", "invalid"), ("1d", "invalid"), ("-", "invalid"), ("999999999h", "invalid")],
)  # fmt: skip
def test_what_is_no_duration_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"time: {why}"):
        parse_duration(text)


@given(st.integers(min_value=-(2**62), max_value=2**62))
def test_a_written_duration_reads_back(value: int) -> None:
    assert parse_duration(format_duration(value)) == value


@pytest.mark.parametrize(
    ("value", "size", "size3", "memory"),
    [(0, "0B", "0B", "0B"), (999, "999B", "999B", "999B"), (2027836, "2.028MB", "2.03MB",
      "1.934MiB"), (385967053, "386MB", "386MB", "368.1MiB"), (100000, "100kB", "100kB",
      "97.66KiB")],
)  # fmt: skip
def test_human_sizes(value: int, size: str, size3: str, memory: str) -> None:
    assert (human_size(value), human_size_3(value), human_memory(value)) == (size, size3, memory)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "Less than a second"), (1, "1 second"), (59, "59 seconds"), (60, "About a minute"),
     (125, "2 minutes"), (3599, "59 minutes"), (3700, "About an hour"), (7300, "2 hours"),
     (47 * 3600, "47 hours"), (49 * 3600, "2 days"), (20 * 86400, "2 weeks"),
     (70 * 86400, "2 months"), (800 * 86400, "2 years")],
)  # fmt: skip
def test_human_durations(seconds: float, words: str) -> None:
    assert human_duration(seconds) == words
