"""Deletions that can be taken back: hidden at once, done when the time is over or the end comes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import ClientError
from davit_desktop.pending_deletes import Doomed, PendingDeletes, Step
from davit_desktop.state.problem import Problem

LONG = 3600.0


class Shelf:
    """What is done to the things, in order, and what is shown of it."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.problems: list[Problem] = []
        self.refused: set[str] = set()
        self.held: dict[str, asyncio.Event] = {}

    def step(self, verb: str, name: str) -> Step:
        async def work(action: Action) -> None:
            words = f"{verb} {name}"
            if words in self.held:
                await self.held[words].wait()
            if words in self.refused:
                raise ClientError("It is nailed down")
            self.done.append(words)

        return Step(
            title=f"{verb} {name}",
            failure=f"Cannot {verb} {name}",
            command=f"docker {verb} {name}",
            work=work,
        )

    def doomed(self, name: str, *, runs: bool = False) -> Doomed:
        return Doomed(
            key=f"key of {name}",
            name=name,
            delete=self.step("rm", name),
            prepare=self.step("stop", name) if runs else None,
            restore=self.step("start", name) if runs else None,
            failed=self.problems.append,
        )


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def actions(qapp: Any) -> AsyncIterator[Actions]:
    actions = Actions()
    yield actions
    await actions.close()


@pytest.fixture
async def deletes(actions: Actions) -> PendingDeletes:
    return PendingDeletes(actions, actions, seconds=LONG)


async def test_it_is_hidden_at_once_and_deleted_when_the_time_is_over(
    actions: Actions, shelf: Shelf, until: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davit_desktop.pending_deletes._GRACE", 0.0)
    deletes = PendingDeletes(actions, actions, seconds=0.05)
    deletes.put([shelf.doomed("web")], "Deleted web")
    assert deletes.holds("key of web")
    assert shelf.done == []
    await until(lambda: shelf.done == ["rm web"])
    assert [a.command for a in actions.history] == ["docker rm web"]
    assert deletes.pending == ()
    await deletes.finish()


async def test_a_deleted_thing_stays_hidden_until_listings_have_noticed(
    deletes: PendingDeletes,
    shelf: Shelf,
    until: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("davit_desktop.pending_deletes._LINGER", 0.02)
    deletes.put([shelf.doomed("web")], "Deleted web")
    await deletes.finish(["key of web"])
    assert shelf.done == ["rm web"]
    await until(lambda: not deletes.holds("key of web"))


async def test_undo_brings_it_back_and_nothing_is_deleted(
    deletes: PendingDeletes, shelf: Shelf
) -> None:
    said: list[Any] = []
    deletes.said.connect(lambda *words: said.append(words))
    deletes.put([shelf.doomed("web"), shelf.doomed("db")], "Deleted 2 containers")
    ((words, tip, undo),) = said
    assert (words, tip) == ("Deleted 2 containers", "web, db")
    assert [one.name for one in deletes.pending] == ["web", "db"]
    undo()
    assert not deletes.holds("key of web")
    assert not deletes.holds("key of db")
    await deletes.finish()
    assert shelf.done == []


async def test_undo_last_takes_back_what_went_together(
    deletes: PendingDeletes, shelf: Shelf
) -> None:
    deletes.put([shelf.doomed("web")], "")
    deletes.put([shelf.doomed("a"), shelf.doomed("b")], "")
    deletes.undo_last()
    assert [one.name for one in deletes.pending] == ["web"]
    await deletes.finish()
    assert shelf.done == ["rm web"]


async def test_what_ran_is_stopped_at_once_and_started_again_by_undo(
    deletes: PendingDeletes, shelf: Shelf
) -> None:
    shelf.held["stop web"] = asyncio.Event()
    deletes.put([shelf.doomed("web", runs=True)], "")
    await asyncio.sleep(0)
    deletes.undo(["key of web"])
    assert not deletes.holds("key of web")
    assert shelf.done == []
    shelf.held["stop web"].set()
    await deletes.finish()
    assert shelf.done == ["stop web", "start web"]


async def test_the_end_waits_for_what_comes_before_the_deletion(
    deletes: PendingDeletes, shelf: Shelf
) -> None:
    shelf.held["stop web"] = asyncio.Event()
    deletes.put([shelf.doomed("web", runs=True)], "")
    async with asyncio.TaskGroup() as group:
        ending = group.create_task(deletes.finish())
        await asyncio.sleep(0)
        assert not ending.done()
        shelf.held["stop web"].set()
    assert shelf.done == ["stop web", "rm web"]


@pytest.mark.parametrize("refused", ["stop web", "rm web"])
async def test_what_cannot_be_deleted_comes_back_with_a_problem(
    deletes: PendingDeletes, shelf: Shelf, refused: str
) -> None:
    shelf.refused.add(refused)
    deletes.put([shelf.doomed("web", runs=True)], "")
    await deletes.finish()
    assert not deletes.holds("key of web")
    assert [problem.reason for problem in shelf.problems] == ["It is nailed down"]


async def test_a_cancelled_step_brings_it_back(
    actions: Actions, deletes: PendingDeletes, shelf: Shelf
) -> None:
    shelf.held["rm web"] = asyncio.Event()
    deletes.put([shelf.doomed("web")], "")
    async with asyncio.TaskGroup() as group:
        group.create_task(deletes.finish())
        await asyncio.sleep(0.01)
        actions.running[0].cancel()
    assert not deletes.holds("key of web")
    assert shelf.problems == []


async def test_a_name_that_is_wanted_is_freed(deletes: PendingDeletes, shelf: Shelf) -> None:
    deletes.put([shelf.doomed("web"), shelf.doomed("db")], "")
    await deletes.free("web")
    assert shelf.done == ["rm web"]
    assert [one.name for one in deletes.pending] == ["db"]
    await deletes.finish()


async def test_it_can_be_deleted_again_after_undo(deletes: PendingDeletes, shelf: Shelf) -> None:
    deletes.put([shelf.doomed("web")], "")
    deletes.put([shelf.doomed("web")], "again, which changes nothing")
    deletes.undo_last()
    deletes.put([shelf.doomed("web")], "")
    await deletes.finish()
    assert shelf.done == ["rm web"]
