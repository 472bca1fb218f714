"""Calls, errors and events over the control socket."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from davit_vm.control import Client, Handler, Server, SupervisorGoneError
from davit_vm.errors import BootFailed, MachineError
from davit_vm.events import Events
from davit_vm.status import Event, Reclaimed, State, Status
from fakes.waiting import until


def news(text: str = "") -> Event:
    status = Status(state=State.READY, home="/m")
    return Event(time=1.0, kind="state", text=text, status=status)


async def echo(params: dict[str, Any]) -> dict[str, Any]:
    return params


async def refuse(_: dict[str, Any]) -> None:
    raise BootFailed("no root", "the disk is gone", "upgrade", "the console")


async def stumble(_: dict[str, Any]) -> None:
    raise ZeroDivisionError("oops")


async def give_back(_: dict[str, Any]) -> Reclaimed:
    return Reclaimed(disk=5, memory=7)


async def for_ever(_: dict[str, Any]) -> None:
    await asyncio.Event().wait()


HANDLERS: dict[str, Handler] = {
    "echo": echo,
    "refuse": refuse,
    "stumble": stumble,
    "reclaim": give_back,
    "for_ever": for_ever,
}


class World:
    def __init__(self, folder: Path) -> None:
        self.address = f"unix://{folder}/control.sock"
        self.socket = folder / "control.sock"
        self.events = Events(lambda: news("now"))
        self.server = Server(HANDLERS, self.events)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    tmp_path.chmod(0o700)
    world = World(tmp_path)
    await world.server.start(world.address)
    yield world
    await world.server.aclose()


async def test_a_call_gets_its_answer(world: World) -> None:
    async with Client(world.address) as client:
        assert await client.call("echo", dict[str, Any], a=1, b="ü\n") == {"a": 1, "b": "ü\n"}
        assert await client.call("reclaim", Reclaimed) == Reclaimed(disk=5, memory=7)


async def test_the_socket_is_the_users_own(world: World) -> None:
    assert world.socket.stat().st_mode & 0o777 == 0o600


async def test_an_error_arrives_as_its_own_class_with_all_its_words(world: World) -> None:
    async with Client(world.address) as client:
        with pytest.raises(BootFailed) as failure:
            await client.call("refuse")
        error = failure.value
        assert (error.what, error.why, error.hint, error.details) == (
            "no root", "the disk is gone", "upgrade", "the console"
        )  # fmt: skip
        assert await client.call("echo", dict[str, Any]) == {}


async def test_a_bug_is_an_answer_too(world: World, caplog: pytest.LogCaptureFixture) -> None:
    async with Client(world.address) as client:
        with pytest.raises(MachineError, match="oops"):
            await client.call("stumble")
    assert "stumble failed" in caplog.text


async def test_an_unknown_call_hints_at_another_version(world: World) -> None:
    async with Client(world.address) as client:
        with pytest.raises(MachineError, match="teapot") as failure:
            await client.call("teapot")
        assert "restart" in failure.value.hint


async def test_junk_ends_the_connection_and_nothing_else(world: World) -> None:
    reader, writer = await asyncio.open_unix_connection(world.socket)
    writer.write(b"\xff\x00 not json\n")
    assert await reader.read() == b""
    writer.close()
    async with Client(world.address) as client:
        assert await client.call("echo", dict[str, Any]) == {}


async def test_events_begin_with_the_status_and_follow(world: World) -> None:
    async with Client(world.address) as client, contextlib.aclosing(client.events()) as events:
        assert (await anext(events)).text == "now"
        world.events.tell(news("later"))
        event = await anext(events)
        assert event.text == "later"
        assert event.status is not None
        assert event.status.state is State.READY


async def test_events_end_when_the_supervisor_ends(world: World) -> None:
    async with Client(world.address) as client, contextlib.aclosing(client.events()) as events:
        await anext(events)
        await world.server.aclose()
        assert [event async for event in events] == []


async def test_a_reader_that_leaves_is_forgotten(world: World) -> None:
    async with Client(world.address) as client, contextlib.aclosing(client.events()) as events:
        await anext(events)
        assert world.events.readers == 1
    await until(lambda: world.events.readers == 0 and world.server.clients == 0)


async def test_a_supervisor_that_ends_in_a_call_is_told_apart_from_one_that_is_not_there(
    world: World,
) -> None:
    async with Client(world.address) as client:
        call = asyncio.create_task(client.call("for_ever"))
        await until(lambda: world.server.clients)
        await world.server.aclose()
        with pytest.raises(SupervisorGoneError):
            await call
    with pytest.raises(OSError, match=r"sock|refused|No such"):
        await Client(world.address).__aenter__()


async def test_a_reader_that_does_not_read_delays_nobody(world: World) -> None:
    _, stuck = await asyncio.open_unix_connection(world.socket)
    stuck.write(b'{"id":1,"method":"events"}\n')
    await until(lambda: world.events.readers == 1)
    async with Client(world.address) as client, contextlib.aclosing(client.events()) as events:
        await anext(events)
        for number in range(3000):
            world.events.tell(news(f"{number} " + "x" * 300))
            await asyncio.wait_for(anext(events), 5)
    stuck.close()
