"""Health checks: when a container is probed, and what a probe's result makes of its health (pure).

As Docker does it: the first probe runs one interval after the start, the next one interval after
the end of the last; a success makes a container healthy at once, `retries` failures in a row
unhealthy. While a container that was never healthy is within its start period, failures do not
count and the start interval is used.
"""

from typing import Final

import msgspec

from davit_engine.containers.model import Config, Health, HealthConfig, HealthLog

INTERVAL: Final = 30 * 10**9
TIMEOUT: Final = 30 * 10**9
START_INTERVAL: Final = 5 * 10**9
"""Nanoseconds, as all times of a check."""
RETRIES: Final = 3

OUTPUT_LIMIT: Final = 4096
"""Bytes kept of what a probe says."""
RESULTS: Final = 5
"""How many results are kept."""

FAILED_TO_RUN: Final = -1
"""Exit code in the log of a probe that could not be run or took too long."""

SHELL: Final = ("/bin/sh", "-c")


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What is run in a container, and when; Docker's defaults are filled in."""

    command: tuple[str, ...]
    interval: int
    timeout: int
    start_period: int
    start_interval: int
    retries: int


def check(config: Config) -> Check | None:
    """The check of a merged configuration, None when there is none."""
    wanted = config.healthcheck or HealthConfig()
    kind, *words = wanted.test or [""]
    if kind not in ("CMD", "CMD-SHELL"):
        return None
    shell = (config.shell or SHELL) if kind == "CMD-SHELL" else ()
    return Check(
        command=(*shell, *words),
        interval=wanted.interval or INTERVAL,
        timeout=wanted.timeout or TIMEOUT,
        start_period=wanted.start_period,
        start_interval=wanted.start_interval or START_INTERVAL,
        retries=wanted.retries or RETRIES,
    )


def begun(config: Config, before: Health | None) -> Health | None:
    """The health of a container that starts; earlier results stay to be seen."""
    if check(config) is None:
        return None
    return Health(log=before.log if before else ())


def unwatched(health: Health | None) -> Health | None:
    """The health of a container that is not probed, as it is stopped or paused."""
    if health is None:
        return None
    return msgspec.structs.replace(health, status="unhealthy")


def pause_before_probe(check: Check, health: Health, *, started_ns: int, now_ns: int) -> int:
    """Nanoseconds from the end of the last probe, or from the start, to the next."""
    starting = health.status == "starting" and now_ns - started_ns < check.start_period
    return check.start_interval if starting else check.interval


def after_probe(check: Check, health: Health, result: HealthLog, *, started_ns: int) -> Health:
    """The health once a probe has ended."""
    log = (*health.log, result)[-RESULTS:]
    if result.exit_code == 0:
        return Health(status="healthy", log=log)
    excused = health.status == "starting" and result.start_ns - started_ns < check.start_period
    streak = health.failing_streak + (0 if excused else 1)
    failed = not excused and streak >= check.retries
    return Health(status="unhealthy" if failed else health.status, failing_streak=streak, log=log)


class Output:
    """The first bytes of what a probe says."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._cut = False

    def add(self, data: bytes) -> None:
        room = OUTPUT_LIMIT - len(self._kept)
        self._kept += data[:room]
        self._cut = self._cut or len(data) > room

    def text(self) -> str:
        return self._kept.decode(errors="replace") + ("..." if self._cut else "")


def too_slow(check: Check, output: str) -> str:
    """What the log says of a probe that was killed."""
    text = f"Health check exceeded timeout ({go_duration(check.timeout)})"
    return f"{text}: {output}" if output else text


def go_duration(ns: int) -> str:
    """A positive duration as Go prints it: 500ms, 1.5s, 1m0s, 2h0m0s (package time, String)."""
    for unit, size in (("ns", 1), ("µs", 10**3), ("ms", 10**6)):
        if ns < 1000 * size:
            return f"{_decimal(ns, size)}{unit}"
    minutes, rest = divmod(ns, 60 * 10**9)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}h" if hours else ""
    text += f"{minutes}m" if text or minutes else ""
    return f"{text}{_decimal(rest, 10**9)}s"


def _decimal(value: int, unit: int) -> str:
    whole, rest = divmod(value, unit)
    if not rest:
        return str(whole)
    return f"{whole}.{rest:0{len(str(unit)) - 1}d}".rstrip("0")
