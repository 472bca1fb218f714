"""Rates between samples, and a history that does not grow for ever."""

import pytest

from davit_desktop.client.stats import Usage
from davit_desktop.state.stats import STEP, History, Pace, runs


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


def test_samples_are_left_to_pile_up_and_read_at_once() -> None:
    pace, clock, read_at = Pace(), 100.0, []
    for number in range(12):
        arrives = 100.0 + number + 0.05
        waited = max(0.0, arrives - clock)
        clock += waited
        taken = pace.taken(number - 5000.0, clock, waited=waited)
        assert taken == pytest.approx(arrives), "by our clock, whenever it was read"
        pause = pace.pause(taken, clock, 3.0)
        clock += pause
        if pause:
            read_at.append(number)
    assert read_at == [1, 4, 7, 10]


def test_whoever_wants_each_sample_waits_for_none() -> None:
    pace = Pace()
    for number in range(5):
        taken = pace.taken(float(number), 100.0 + number, waited=1.0)
        assert pace.pause(taken, 100.0 + number, 1.0) == 0


def test_an_engine_without_a_clock_is_read_as_it_speaks() -> None:
    pace = Pace()
    for number in range(5):
        assert pace.taken(None, float(number), waited=1.0) == number
        assert pace.pause(number, number, 3.0) == 0


def test_an_engine_whose_clock_stood_still_is_believed_again() -> None:
    pace = Pace()
    pace.taken(0.0, 100.0, waited=1.0)
    pace.taken(1.0, 101.0, waited=1.0)
    assert pace.taken(2.0, 5000.0, waited=1.0) == 5000.0
