"""Cleaning up that cannot be cut short."""

import asyncio

import pytest

from davit_vm.cleanup import cancel, finish


async def test_cleaning_up_survives_cancellations_and_then_passes_them_on() -> None:
    may_end, ended = asyncio.Event(), False

    async def work() -> None:
        nonlocal ended
        await may_end.wait()
        ended = True

    cleaning = asyncio.create_task(finish(work()))
    for _ in range(3):
        await asyncio.sleep(0)
        cleaning.cancel()
    await asyncio.sleep(0)
    assert not cleaning.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await cleaning
    assert ended


async def test_what_the_clean_up_raises_is_raised() -> None:
    async def work() -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        await finish(work())


async def test_cancelled_tasks_have_ended_whatever_they_raised() -> None:
    async def stubborn() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            raise ValueError("in the end")

    tasks = [asyncio.create_task(stubborn()), None]
    await asyncio.sleep(0)
    await cancel(*tasks)
    assert tasks[0] is not None
    assert tasks[0].done()
