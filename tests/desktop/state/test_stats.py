"""Rates between samples, and a history that does not grow for ever."""

import pytest

from davit_desktop.client.stats import Usage
from davit_desktop.state.stats import STEP, History, runs


def usage(received: int) -> Usage:
    return Usage(
        cpu_percent=1.0,
        memory_used=10,
        memory_limit=100,
        memory_percent=10.0,
        network_received=received,
        network_sent=0,
        block_read=0,
        block_written=0,
        processes=1,
    )


def test_a_rate_needs_two_samples() -> None:
    history = History()
    assert history.add(1.0, usage(1000)).network_in == 0
    assert history.add(3.0, usage(5000)).network_in == 2000


def test_a_counter_that_went_back_is_not_a_negative_rate() -> None:
    history = History()
    history.add(1.0, usage(1000))
    assert history.add(2.0, usage(10)).network_in == 0


def test_a_history_keeps_only_the_last_points() -> None:
    history = History(capacity=3)
    for second in range(10):
        history.add(float(second), usage(0))
    assert [point.time for point in history] == [7.0, 8.0, 9.0]
    assert history.latest is not None
    assert history.latest.time == 9.0


def test_a_day_is_remembered_in_averages() -> None:
    history = History(capacity=10)
    for second in range(3600):
        history.add(1_000_000.0 + second, usage(second * 100))
    closed = history.take_closed()
    assert len(closed) == 3600 // STEP - 1 + (1_000_000 % STEP > 0)
    assert history.take_closed() == []
    points = history.points(3600)
    assert 200 < len(points) < 400
    assert points[-1].time == pytest.approx(1_003_599.0)
    assert points[0].time < 1_000_060
    assert all(point.network_in == pytest.approx(100) for point in points[1:])
    assert len(history.points(5)) == 6


def test_what_an_earlier_window_saw_comes_before() -> None:
    seen = History()
    for second in range(60):
        seen.add(1000.0 + second, usage(0))
    seen.pause()
    fresh = History()
    fresh.remember(seen.take_closed())
    assert fresh.latest is None
    assert [point.time for point in fresh.points(900)]
    fresh.add(2000.0, usage(0))
    assert fresh.points(1800)[0].time < 1020
    fresh.remember([])
    assert fresh.points(120)[0].time == 2000.0


def test_no_rate_spans_a_pause() -> None:
    history = History()
    history.add(1.0, usage(1000))
    history.pause()
    assert history.add(100.0, usage(900_000)).network_in == 0


def test_what_was_not_measured_is_a_gap() -> None:
    history = History()
    for second in (1, 2, 3, 60, 61):
        history.add(float(second), usage(0))
    assert [len(part) for part in runs(list(history), 10.0)] == [3, 2]
