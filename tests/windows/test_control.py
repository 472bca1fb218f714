"""The control protocol through a named pipe."""

from typing import Any

import pytest

from davit_vm.control import Client, Server
from davit_vm.errors import MachineError
from davit_vm.events import Events
from davit_vm.status import Event


def _now() -> Event:
    return Event(time=1.0, kind="note", text="This is how things stand.")


async def test_calls_errors_and_events_pass(address: str) -> None:
    async def repeat(params: dict[str, Any]) -> dict[str, Any]:
        return params

    async def refuse(params: dict[str, Any]) -> None:
        raise MachineError("Cannot do it", "it is a test", "Do not.")

    events = Events(_now)
    server = Server({"repeat": repeat, "refuse": refuse}, events)
    await server.start(address)
    async with Client(address) as client, Client(address) as listener:
        text = "ü" * 1_000_000
        assert await client.call("repeat", dict, text=text) == {"text": text}
        with pytest.raises(MachineError, match="Cannot do it"):
            await client.call("refuse")
        stream = listener.events()
        assert (await anext(stream)).kind == "note"
        await server.aclose()
        assert [event async for event in stream] == []


async def test_nobody_listening_is_told(address: str) -> None:
    with pytest.raises(FileNotFoundError):
        await Client(address).__aenter__()
