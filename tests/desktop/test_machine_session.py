"""The machine as the window follows it: news, verbs, and silence while nobody looks."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession, host_facts
from davit_desktop.session import Phase, Session
from davit_vm.errors import BootFailed, MachineError
from davit_vm.status import State
from fakes.machine import FakeMachine


@pytest.fixture
async def machine(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


@pytest.fixture
async def followed(machine: FakeMachine) -> AsyncIterator[MachineSession]:
    session = MachineSession(machine)
    task = asyncio.create_task(session.run())
    yield session
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert not machine.listeners, "nothing follows the machine any more"


async def test_an_event_is_news(machine: FakeMachine, followed: MachineSession, until: Any) -> None:
    told: list[object] = []
    followed.news.subscribe(lambda: told.append(followed.status))
    await until(lambda: followed.status)
    machine.tell("It starts", state=State.STARTING)
    await until(lambda: told and told[-1].state is State.STARTING)  # type: ignore[attr-defined]
    machine.tell("The disk grows", kind="note")
    await until(lambda: followed.note == "The disk grows")


async def test_starting_an_absent_machine_makes_it_first(
    machine: FakeMachine, followed: MachineSession, until: Any
) -> None:
    machine.tell(state=State.ABSENT)
    await followed.start()
    assert [c for c in machine.calls if c != "status"] == ["create", "start"]
    await until(lambda: followed.ready)
    assert followed.config == machine.settings


async def test_what_a_verb_raises_reaches_the_caller(
    machine: FakeMachine, followed: MachineSession, until: Any
) -> None:
    machine.refusals["start"] = BootFailed("Cannot boot", "no kernel")
    with pytest.raises(MachineError, match="Cannot boot: no kernel"):
        await followed.start()
    await until(lambda: followed.status and followed.status.state is State.FAILED)


async def test_events_that_end_are_asked_for_again(
    machine: FakeMachine, followed: MachineSession, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await until(lambda: machine.listeners)

    async def short() -> AsyncIterator[Any]:
        raise MachineError("The supervisor ended")
        yield

    real, asked = machine.events, 0

    def events() -> AsyncIterator[Any]:
        nonlocal asked
        asked += 1
        return short() if asked < 3 else real()

    monkeypatch.setattr(machine, "events", events)
    task = asyncio.create_task(MachineSession(machine).run())
    await until(lambda: asked == 3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_nothing_is_asked_while_nobody_looks_and_no_supervisor_tells(
    machine: FakeMachine, followed: MachineSession, until: Any
) -> None:
    await until(lambda: machine.listeners and followed.status)
    followed.rest(True)
    await until(lambda: not machine.listeners)
    machine.tell(state=State.READY, supervisor_pid=1)
    followed.rest(False)
    await until(lambda: followed.ready)
    followed.rest(True)
    machine.tell(state=State.STOPPED)
    await until(lambda: not followed.ready)
    assert machine.listeners, "a supervisor tells by itself, seen or not"


async def test_a_verb_is_followed_even_when_nobody_looks(
    machine: FakeMachine, followed: MachineSession, until: Any
) -> None:
    await until(lambda: followed.status)
    followed.rest(True)
    await until(lambda: not machine.listeners)
    machine.hold.clear()
    start = asyncio.create_task(followed.start())
    await until(lambda: followed.status and followed.status.state is State.STARTING)
    machine.hold.set()
    await start
    await until(lambda: followed.ready)


async def test_changed_settings_are_read_back(
    machine: FakeMachine, followed: MachineSession, until: Any
) -> None:
    machine.tell(state=State.READY)
    await until(lambda: followed.ready)
    assert await followed.configure(cpus=1, idle_stop=60) == ("cpus",)
    assert followed.config is not None
    assert (followed.config.cpus, followed.config.idle_stop) == (1, 60)


async def test_history_is_newest_first(machine: FakeMachine, followed: MachineSession) -> None:
    await followed.start()
    await followed.restart()
    await followed.read_history()
    first, second = followed.history
    assert first.started_at >= second.started_at


def test_the_host_is_measured_below_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    facts = host_facts(tmp_path / "not" / "yet")
    assert facts.cpus >= 1
    assert facts.memory > 0
    assert facts.disk_free > 0


async def test_the_engine_is_called_only_while_the_machine_is_ready(
    tiny_engine: Any, make_summary: Any, machine: FakeMachine, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    client = EngineClient(f"unix://{tiny_engine.path}")
    session = Session(client, MachineSession(machine))
    task = asyncio.create_task(session.run())
    try:
        await until(lambda: session.connection.phase is Phase.OFFLINE)
        assert session.connection.reason == "the machine is stopped"
        machine.tell(state=State.ASLEEP)
        await until(lambda: "asleep" in session.connection.reason)
        assert tiny_engine.calls == [], "a call would wake a machine that sleeps"
        machine.tell(state=State.READY)
        await until(lambda: session.connection.phase is Phase.ONLINE and tiny_engine.listeners)
        assert len(session.containers) == 1
        machine.tell(state=State.PAUSED)
        await asyncio.sleep(0)
        assert session.connection.phase is Phase.ONLINE, "what stands still is still there"
        machine.tell(state=State.ASLEEP)
        await until(lambda: session.connection.phase is Phase.OFFLINE)
        tiny_engine.say("container", "die", "a" * 64)
        await until(lambda: not tiny_engine.listeners)
        assert (session.containers, session.listed) == ({}, False)
        calls = len(tiny_engine.calls)
        session.retry()
        session.refresh()
        await asyncio.sleep(0.05)
        assert len(tiny_engine.calls) == calls
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await client.aclose()
