"""Statistics in files that survive a crash at any byte."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.stats import STEP, Point
from davit_desktop.stats_history import StatsHistory

ID = "a" * 64


def points(count: int, begin: float) -> list[Point]:
    return [
        Point(time=begin + n * STEP, cpu_percent=1.5, memory_used=n, memory_limit=2**40)
        for n in range(count)
    ]


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept = points(5, time.time() - 600)
    StatsHistory(tmp_path / "new").append(ID, kept[:2])
    StatsHistory(tmp_path / "new").append(ID, kept[2:])
    assert StatsHistory(tmp_path / "new").load(ID) == kept


@given(cut=st.integers(min_value=0, max_value=400))
def test_a_crash_at_any_byte_loses_at_most_the_last(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("stats")
    history = StatsHistory(folder)
    kept = points(6, time.time() - 600)
    history.append(ID, kept[:5])
    file = folder / f"{ID}.stats"
    whole = file.stat().st_size
    os.truncate(file, min(cut, whole))
    left = history.load(ID)
    assert left == kept[: len(left)]
    history.append(ID, kept[5:])
    assert history.load(ID) == [*left, kept[5]]


@given(place=st.integers(min_value=0, max_value=200), value=st.integers(0, 255))
def test_a_damaged_byte_is_no_figure(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int
) -> None:
    folder = tmp_path_factory.mktemp("stats")
    kept = points(4, time.time() - 600)
    StatsHistory(folder).append(ID, kept)
    file = folder / f"{ID}.stats"
    data = bytearray(file.read_bytes())
    data[place % len(data)] = value
    file.write_bytes(data)
    assert all(point in kept for point in StatsHistory(folder).load(ID))


def test_a_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    history = StatsHistory(tmp_path)
    begin = time.time() - 20_000 * STEP
    for part in range(4):
        history.append(ID, points(5000, begin + part * 5000 * STEP))
    assert (tmp_path / f"{ID}.stats").stat().st_size < 800_000
    assert len(history.load(ID)) > 5000


def test_what_is_old_is_forgotten(tmp_path: Path) -> None:
    history = StatsHistory(tmp_path)
    history.append(ID, points(1, time.time()))
    history.append("b" * 64, points(1, time.time()))
    long_ago = time.time() - 10 * 24 * 3600
    os.utime(tmp_path / f"{ID}.stats", (long_ago, long_ago))
    history.sweep()
    assert [file.name for file in tmp_path.iterdir()] == [f"{'b' * 64}.stats"]


def test_no_id_names_another_file(tmp_path: Path) -> None:
    history = StatsHistory(tmp_path / "stats")
    history.append("../../evil", points(1, time.time()))
    assert list(tmp_path.iterdir()) == []
    assert history.load("../../evil") == []


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    StatsHistory(tmp_path / "taken").append(ID, points(1, time.time()))
    assert StatsHistory(tmp_path / "taken").load(ID) == []
