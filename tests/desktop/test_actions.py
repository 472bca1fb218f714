"""Actions end in exactly one way, say so, and do not outlive the window."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Action, Actions, Phase
from davit_desktop.client.errors import Conflict
from davit_desktop.state.problem import Problem


@pytest.fixture
async def actions(qtbot: QtBot) -> AsyncIterator[Actions]:
    made = Actions()
    yield made
    await made.close()


async def finished(action: Action) -> None:
    done = asyncio.Event()
    if action.running:
        action.changed.connect(lambda: None if action.running else done.set())
        async with asyncio.timeout(5):
            await done.wait()


async def test_a_result_reaches_the_caller(actions: Actions) -> None:
    results: list[int] = []

    async def work(action: Action) -> int:
        action.progress(1, 2, "half")
        return 7

    action = actions.start("Adding", work, failure="Cannot add", done=results.append)
    await finished(action)
    assert (results, action.phase, action.status) == ([7], Phase.DONE, "half")


async def test_a_failure_becomes_words_once(actions: Actions) -> None:
    problems: list[Problem] = []

    async def work(action: Action) -> None:
        raise Conflict(409, "it is busy")

    action = actions.start("Stopping web", work, failure="Cannot stop web", failed=problems.append)
    await finished(action)
    assert [p.title for p in problems] == ["Cannot stop web"]
    assert action.problem is problems[0]
    assert action.phase is Phase.FAILED


async def test_an_action_cancelled_before_its_first_step_has_ended(actions: Actions) -> None:
    async def work(action: Action) -> None:
        raise AssertionError("it was cancelled")

    action = actions.start("Waiting", work, failure="Cannot wait")
    action.cancel()
    await finished(action)
    assert action.phase is Phase.CANCELLED


async def test_a_cancelled_action_calls_nobody(actions: Actions) -> None:
    calls: list[object] = []
    cleaned: list[int] = []

    async def work(action: Action) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.append(1)

    action = actions.start("Waiting", work, failure="x", done=calls.append, failed=calls.append)
    await asyncio.sleep(0)
    action.cancel()
    await finished(action)
    assert (calls, cleaned, action.phase) == ([], [1], Phase.CANCELLED)


async def test_closing_waits_for_everything(actions: Actions) -> None:
    ended: list[int] = []

    async def work(action: Action) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            ended.append(1)
            raise

    for _ in range(3):
        actions.start("Waiting", work, failure="x")
    await asyncio.sleep(0)
    await actions.close()
    assert ended == [1, 1, 1]
    assert actions.running == []


async def test_progress_is_told_at_most_every_so_often(actions: Actions, until: Any) -> None:
    told: list[int] = []
    go = asyncio.Event()

    async def work(action: Action) -> None:
        for number in range(1000):
            action.progress(number, 1000)
        await go.wait()

    action = actions.start("Pulling", work, failure="x")
    action.changed.connect(lambda: told.append(action.current))
    await until(lambda: told)
    assert told == [999]
    go.set()
    await finished(action)


async def test_progress_that_comes_late_is_not_told_after_the_end(
    actions: Actions, until: Any
) -> None:
    told: list[Phase] = []

    async def work(action: Action) -> None:
        action.progress(1, 2)

    action = actions.start("Pulling", work, failure="x")
    action.changed.connect(lambda: told.append(action.phase))
    await finished(action)
    await until(lambda: not action._announced)
    assert told == [Phase.DONE]


async def test_the_history_is_bounded(actions: Actions) -> None:
    async def work(action: Action) -> None:
        return

    for number in range(130):
        await finished(actions.start(str(number), work, failure="x"))
    assert len(actions.history) <= 101


async def test_a_quiet_look_leaves_no_trace(actions: Actions, until: Any) -> None:
    results: list[int] = []

    async def fails(action: Action) -> int:
        raise Conflict(409, "no")

    async def works(action: Action) -> int:
        return 1

    actions.start_quiet(fails, done=results.append)
    actions.start_quiet(works, done=results.append)
    await until(lambda: results)
    assert (results, list(actions.history)) == ([1], [])
