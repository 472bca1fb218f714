"""Rates between samples, and a history that does not grow for ever."""

from davit_desktop.client.stats import Usage
from davit_desktop.state.stats import History


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
