"""Attaching over a WebSocket: raw bytes both ways, as dockerd does it."""

import asyncio

import aiohttp
import pytest
from aiohttp import WSMsgType

from davit_engine.containers.model import Config
from fakes.api import Api, eventually

ALL = "stream=1&stdin=1&stdout=1&stderr=1"


async def connect(api: Api, id: str, query: str = ALL) -> aiohttp.ClientWebSocketResponse:
    return await api.session.ws_connect(f"/containers/{id}/attach/ws?{query}")


async def test_both_outputs_come_raw_in_one_stream_and_it_ends_with_the_process(api: Api) -> None:
    container = api.containers.add()
    socket = await connect(api, container.id)
    await api.containers.process.say(b"out\xff\0\n")
    await api.containers.process.say(b"err\n", 2)
    await api.containers.process.end()
    messages = [message async for message in socket]
    assert [(m.type, m.data) for m in messages] == [
        (WSMsgType.BINARY, b"out\xff\0\n"),
        (WSMsgType.BINARY, b"err\n"),
    ]
    assert socket.close_code == 1000
    await asyncio.wait_for(api.containers.process.closed.wait(), 5)


async def test_clients_before_1_28_are_sent_text_frames(api: Api) -> None:
    container = api.containers.add()
    socket = await api.session.ws_connect(f"/v1.27/containers/{container.id}/attach/ws?{ALL}")
    await api.containers.process.say(b"text\n")
    message = await socket.receive(5)
    assert (message.type, message.data) == (WSMsgType.TEXT, "text\n")
    await socket.close()


async def test_text_and_binary_go_to_standard_input_which_ends_with_the_client(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    socket = await connect(api, container.id)
    await socket.send_str("grüße\n")
    await socket.send_bytes(b"\xff\0")
    await socket.close()
    await asyncio.wait_for(process.closed.wait(), 5)
    assert process.received == "grüße\n".encode() + b"\xff\0"
    assert process.stdin_closed.is_set()


async def test_without_stdin_nothing_is_written_and_the_options_are_passed_on(api: Api) -> None:
    container = api.containers.add()
    socket = await connect(api, container.id, "stream=1&stdout=1&logs=1")
    await socket.send_str("ignored")
    await api.containers.process.say(b"x")
    await socket.receive(5)
    assert api.containers.process.received == b""
    name, id, options = api.containers.called[-1]
    assert (name, id) == ("attach", container.id)
    wanted = {"stdin": False, "stdout": True, "stderr": False, "stream": True, "logs": True}
    assert options == wanted
    await socket.close()


async def test_the_detach_keys_close_the_socket_and_not_the_process(api: Api) -> None:
    container = api.containers.add(config=Config(image="x", tty=True))
    socket = await connect(api, container.id, f"{ALL}&detachKeys=ctrl-x")
    await socket.send_bytes(b"ls\x18more")
    message = await socket.receive(5)
    assert message.type is WSMsgType.CLOSE
    await asyncio.wait_for(api.containers.process.closed.wait(), 5)
    assert api.containers.process.received == b"ls"
    assert not api.containers.process.stdin_closed.is_set()


@pytest.mark.parametrize("headers", [{}, {"Connection": "Upgrade", "Upgrade": "tcp"}])
async def test_what_is_no_handshake_is_refused(api: Api, headers: dict[str, str]) -> None:
    container = api.containers.add()
    reply = await api.get(f"/containers/{container.id}/attach/ws?{ALL}", headers=headers)
    assert reply.status == 400
    assert "no handshake" in reply.message
    assert api.containers.called == []


async def test_an_unknown_container_is_not_found(api: Api) -> None:
    reply = await api.get("/containers/nobody/attach/ws")
    assert (reply.status, reply.message) == (404, "No such container: nobody")


async def test_clients_that_vanish_leave_no_task(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    before = len(asyncio.all_tasks())
    for _ in range(5):
        process.closed.clear()
        socket = await connect(api, container.id)
        socket._response.close()  # type: ignore[union-attr]
        await asyncio.wait_for(process.closed.wait(), 5)
    await eventually(lambda: len(asyncio.all_tasks()) <= before)
