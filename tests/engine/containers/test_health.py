"""When a container is probed, and what the results make of its health."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.containers import health
from davit_engine.containers.model import Config, Health, HealthConfig, HealthLog
from davit_engine.lookup import parse_duration

SECOND = 10**9
STARTED = 1_000 * SECOND


def _config(*test: str, **times: int) -> Config:
    return Config(healthcheck=HealthConfig(test=list(test), **times))


def _check(**times: int) -> health.Check:
    found = health.check(_config("CMD", "true", **times))
    assert found is not None
    return found


def _result(code: int, *, after: int = 60 * SECOND) -> HealthLog:
    began = STARTED + after
    return HealthLog(start_ns=began, end_ns=began + 1, exit_code=code, output="")


def _after(check: health.Check, known: Health, *codes: int, after: int = 60 * SECOND) -> Health:
    for code in codes:
        known = health.after_probe(check, known, _result(code, after=after), started_ns=STARTED)
    return known


@pytest.mark.parametrize(
    "config", [Config(), _config(), _config("NONE"), _config("NONE", interval=SECOND)]
)
def test_no_check_is_no_health(config: Config) -> None:
    assert health.check(config) is None
    assert health.begun(config, Health(status="healthy")) is None


def test_a_check_without_times_has_the_usual_ones() -> None:
    assert health.check(_config("CMD", "probe", "-x")) == health.Check(
        command=("probe", "-x"),
        interval=30 * SECOND,
        timeout=30 * SECOND,
        start_period=0,
        start_interval=5 * SECOND,
        retries=3,
    )


def test_a_line_is_run_by_the_shell_of_the_container() -> None:
    line = _config("CMD-SHELL", "a && b")
    found = health.check(line)
    assert found is not None
    assert found.command == ("/bin/sh", "-c", "a && b")
    own = health.check(Config(healthcheck=line.healthcheck, shell=["/bin/ash", "-ec"]))  # noqa: S604
    assert own is not None
    assert own.command == ("/bin/ash", "-ec", "a && b")


def test_a_start_begins_anew_and_keeps_what_was_seen() -> None:
    before = Health(status="unhealthy", failing_streak=7, log=(_result(1),))
    assert health.begun(_config("CMD", "x"), before) == Health(status="starting", log=before.log)


def test_a_container_that_is_not_probed_is_unhealthy_as_with_docker() -> None:
    assert health.unwatched(None) is None
    stopped = health.unwatched(Health(status="healthy", log=(_result(0),)))
    assert stopped == Health(status="unhealthy", log=(_result(0),))


def test_failures_in_a_row_make_it_unhealthy_and_one_success_healthy() -> None:
    check = _check(retries=3)
    known = _after(check, Health(), 1, 1)
    assert (known.status, known.failing_streak) == ("starting", 2)
    known = _after(check, known, 1)
    assert (known.status, known.failing_streak) == ("unhealthy", 3)
    known = _after(check, known, 1)
    assert (known.status, known.failing_streak) == ("unhealthy", 4)
    known = _after(check, known, 0)
    assert (known.status, known.failing_streak) == ("healthy", 0)
    known = _after(check, known, 1, 1)
    assert (known.status, known.failing_streak) == ("healthy", 2)
    assert _after(check, known, -1).status == "unhealthy"


def test_failures_do_not_count_while_it_starts() -> None:
    check = _check(retries=1, start_period=10 * SECOND)
    known = _after(check, Health(), 1, 1, 1, after=5 * SECOND)
    assert (known.status, known.failing_streak, len(known.log)) == ("starting", 0, 3)
    assert _after(check, known, 1, after=10 * SECOND).status == "unhealthy"


def test_failures_count_once_it_was_healthy_even_in_the_start_period() -> None:
    check = _check(retries=1, start_period=10 * SECOND)
    known = _after(check, Health(), 0, 1, after=5 * SECOND)
    assert (known.status, known.failing_streak) == ("unhealthy", 1)


def test_the_last_five_results_are_kept() -> None:
    known = _after(_check(), Health(), 1, 2, 3, 4, 5, 6, 7)
    assert [entry.exit_code for entry in known.log] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("status", "age", "seconds"),
    [
        ("starting", 0, 2),
        ("starting", 9, 2),
        ("starting", 10, 20),
        ("healthy", 5, 20),
        ("unhealthy", 5, 20),
    ],
)
def test_probes_are_closer_while_it_starts(status: str, age: int, seconds: int) -> None:
    check = _check(interval=20 * SECOND, start_interval=2 * SECOND, start_period=10 * SECOND)
    pause = health.pause_before_probe(
        check, Health(status=status), started_ns=STARTED, now_ns=STARTED + age * SECOND
    )
    assert pause == seconds * SECOND


def test_output_is_cut_and_says_so() -> None:
    output = health.Output()
    for _ in range(4096):
        output.add(b"a")
    assert output.text() == "a" * 4096
    output.add(b"b")
    assert output.text() == "a" * 4096 + "..."


@given(st.lists(st.binary(max_size=3000), max_size=6))
def test_output_may_be_anything(parts: list[bytes]) -> None:
    output = health.Output()
    for part in parts:
        output.add(part)
    everything = b"".join(parts)
    cut = "..." if len(everything) > 4096 else ""
    assert output.text() == everything[:4096].decode(errors="replace") + cut


def test_a_slow_probe_is_told_with_what_it_said() -> None:
    check = _check(timeout=1_500_000_000)
    assert health.too_slow(check, "") == "Health check exceeded timeout (1.5s)"
    assert health.too_slow(check, "so far") == "Health check exceeded timeout (1.5s): so far"


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (1, "1ns"),
        (1_100, "1.1µs"),
        (1_000_000, "1ms"),
        (2_200_000, "2.2ms"),
        (999_999_999, "999.999999ms"),
        (SECOND, "1s"),
        (3_003_000_000, "3.003s"),
        (60 * SECOND, "1m0s"),
        (330 * SECOND, "5m30s"),
        (3600 * SECOND, "1h0m0s"),
        (90 * 3600 * SECOND + 1, "90h0m0.000000001s"),
    ],
)
def test_durations_are_written_as_go_does(ns: int, text: str) -> None:
    assert health.go_duration(ns) == text


@given(st.integers(min_value=1, max_value=10**18))
def test_a_written_duration_is_read_back(ns: int) -> None:
    text = health.go_duration(ns)
    assert re.fullmatch(r"(\d+h)?(\d+m)?\d+(\.\d*[1-9])?(ns|µs|ms|s)", text)
    assert abs(parse_duration(text) - ns) <= 1
