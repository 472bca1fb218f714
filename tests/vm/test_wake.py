"""Telling sleep from work by two clocks."""

import asyncio
import itertools

import pytest

from davit_vm import wake


@pytest.mark.parametrize(
    ("wall", "monotonic", "slept"),
    [
        (1.0, 1.0, False),
        (3.5, 3.4, False),
        (8.0, 8.0, False),
        (600.0, 1.0, True),
        (-3600.0, 1.0, True),
        (600.0, 600.0, True),
    ],
)
def test_sleep_and_a_set_clock_are_told_from_load(
    wall: float, monotonic: float, slept: bool
) -> None:
    assert wake.slept(wall, monotonic) is slept


async def test_each_sleep_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    walls = itertools.chain([0.0, 1.0, 601.0, 602.0], itertools.count(603.0))
    monkeypatch.setattr(wake.time, "time", lambda: next(walls))
    monkeypatch.setattr(wake.time, "monotonic", itertools.count(0.0).__next__)
    monkeypatch.setattr(wake, "_EVERY", 0.0)
    told = 0

    async def awake() -> None:
        nonlocal told
        told += 1

    watching = asyncio.create_task(wake.watch(awake))
    for _ in range(20):
        await asyncio.sleep(0)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    assert told == 1
