"""When the disk is trimmed: after deletions that have paused, and once a day."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest

from davit_vm import reclaim
from davit_vm.errors import MachineError
from davit_vm.guest import LiveGuest
from fakes.gate import FakeEngine, GateTo
from fakes.waiting import until

GUEST = cast(LiveGuest, object())


@pytest.mark.parametrize(
    ("kind", "action", "frees"),
    [
        ("image", "delete", True),
        ("container", "destroy", True),
        ("volume", "prune", True),
        ("builder", "prune", True),
        ("container", "start", False),
        ("network", "destroy", False),
        ("image", "pull", False),
    ],
)
def test_what_frees_disk(kind: str, action: str, frees: bool) -> None:
    assert reclaim.frees_disk(kind, action) is frees


class World:
    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.guest: LiveGuest | None = GUEST
        self.trimmed_at = time.time()
        self.trims = 0
        self.failing = False

    async def do(self, guest: LiveGuest) -> None:
        self.trims += 1
        self.trimmed_at = time.time()
        if self.failing:
            raise MachineError("The guest could not do “trim”")

    def event(self, kind: str, action: str) -> None:
        self.engine.events.put_nowait({"Type": kind, "Action": action})


@pytest.fixture
async def world(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setattr(reclaim, "_QUIET", 0.1)
    monkeypatch.setattr(reclaim, "_RETRY", 0.05)
    async with FakeEngine(b"k" * 32).listening() as engine, GateTo(engine) as gate:
        gate.lead_to(engine.address)
        world = World(engine)
        watching = asyncio.create_task(
            reclaim.watch(gate, lambda: world.guest, lambda: world.trimmed_at, world.do)
        )
        yield world
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def test_many_deletions_are_one_trim(world: World) -> None:
    for _ in range(5):
        world.event("image", "delete")
    await until(lambda: world.trims)
    world.event("container", "start")
    await until(lambda: world.engine.events.empty())
    await asyncio.sleep(0)
    assert world.trims == 1


async def test_each_pause_after_deletions_is_a_trim(world: World) -> None:
    world.event("image", "delete")
    await until(lambda: world.trims == 1)
    world.event("volume", "destroy")
    await until(lambda: world.trims == 2)


async def test_once_a_day_without_any_deletion(world: World) -> None:
    world.trimmed_at = 0.0
    await until(lambda: world.trims == 1)


async def test_a_trim_that_fails_is_tried_again_the_next_time(world: World) -> None:
    world.failing = True
    world.event("image", "delete")
    await until(lambda: world.trims == 1)
    world.event("image", "delete")
    await until(lambda: world.trims == 2)


async def test_the_next_guest_is_followed_too(world: World) -> None:
    await until(lambda: "/events" in world.engine.asked)
    world.guest = None
    asked = len(world.engine.asked)
    await asyncio.sleep(0)
    world.guest = cast(Any, object())
    await until(lambda: "/events" in world.engine.asked[asked:])
    world.event("image", "delete")
    await until(lambda: world.trims == 1)
