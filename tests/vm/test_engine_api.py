"""What the supervisor asks the engine, and answers that are none."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from davit_vm import engine_api
from davit_vm.errors import Unreachable
from fakes.gate import FakeEngine, GateTo


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    async with FakeEngine(b"k" * 32).listening() as engine:
        yield engine


@pytest.fixture
async def gate(engine: FakeEngine) -> AsyncIterator[GateTo]:
    async with GateTo(engine) as gate:
        gate.lead_to(engine.address)
        yield gate


async def test_an_engine_that_answers(engine: FakeEngine, gate: GateTo) -> None:
    await engine_api.ping(gate)
    assert await engine_api.version(gate) == "0.1.0"
    assert await engine_api.idle(gate) is True
    assert engine.asked == ["/_ping", "/version", "/davit/v1/idle"]


async def test_an_engine_that_does_not_say_is_not_idle(engine: FakeEngine, gate: GateTo) -> None:
    engine.answers["/davit/v1/idle"] = b"{}"
    assert await engine_api.idle(gate) is False


@pytest.mark.parametrize("answer", [b"", b"[]", b"nonsense", b'{"idle":"yes"}'])
async def test_an_answer_that_makes_no_sense_is_an_error(
    engine: FakeEngine, gate: GateTo, answer: bytes
) -> None:
    engine.answers["/davit/v1/idle"] = answer
    with pytest.raises(Unreachable):
        await engine_api.idle(gate)


async def test_a_refusal_is_an_error(engine: FakeEngine, gate: GateTo) -> None:
    del engine.answers["/_ping"]
    with pytest.raises(Unreachable, match="404"):
        await engine_api.ping(gate)


async def test_without_a_guest_nothing_answers(gate: GateTo) -> None:
    gate.lead_to(None)
    with pytest.raises(Unreachable):
        await engine_api.ping(gate)


async def test_events_arrive_as_type_and_action(engine: FakeEngine, gate: GateTo) -> None:
    engine.events.put_nowait({"Type": "image", "Action": "delete"})
    engine.events.put_nowait({"status": "odd"})
    async with contextlib.aclosing(engine_api.events(gate)) as events:
        assert await asyncio.wait_for(anext(events), 5) == ("image", "delete")
        assert await asyncio.wait_for(anext(events), 5) == ("", "")
