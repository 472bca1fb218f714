"""Half-close on pipes of messages, decided without Windows: when the empty message is sent."""

import asyncio

import pytest

from davit_vm.endpoint.listeners import pipe_path, serve
from davit_vm.endpoint.named_pipe import PipeEnd, security_descriptor
from davit_vm.errors import BadSetting
from davit_vm.streams import End, join


class Pipe(asyncio.Transport):
    """A proactor's pipe transport: writes wait until `drain`; no EOF of its own."""

    def __init__(self, end: End) -> None:
        super().__init__()
        self.messages: list[bytes] = []
        self.waiting = b""
        self.limit = 0
        self.end = end
        self.reading = True
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.waiting += bytes(data)
        if len(self.waiting) > self.limit:
            self.end.pause_writing()

    def drain(self) -> None:
        if self.waiting:
            self.messages.append(self.waiting)
        self.waiting = b""
        self.end.resume_writing()

    def write_eof(self) -> None:
        raise NotImplementedError

    def get_write_buffer_size(self) -> int:
        return len(self.waiting)

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self.limit = high or 0

    def is_closing(self) -> bool:
        return self.closed

    def pause_reading(self) -> None:
        self.reading = False

    def resume_reading(self) -> None:
        self.reading = True

    def close(self) -> None:
        self.closed = True

    def say(self, message: bytes) -> None:
        """What the client writes; nothing is the end."""
        if message:
            self.end.get_buffer(-1)[: len(message)] = message
            self.end.buffer_updated(len(message))
        else:
            assert self.end.eof_received()


class RecordingPipeEnd(PipeEnd):
    def _say_last_word(self) -> None:
        assert isinstance(self.transport, Pipe)
        self.transport.messages.append(b"")


def _ends() -> tuple[Pipe, Pipe]:
    client = RecordingPipeEnd(
        accepted=lambda end: None, began=lambda end: None, ended=lambda end: None
    )
    other = RecordingPipeEnd(
        accepted=lambda end: None, began=lambda end: None, ended=lambda end: None
    )
    pipes = Pipe(client), Pipe(other)
    for pipe in pipes:
        pipe.end.connection_made(pipe)
    join(client, other)
    return pipes


async def test_an_empty_message_ends_one_direction_only() -> None:
    client, engine = _ends()
    client.say(b"input")
    client.say(b"")
    assert engine.waiting == b"input"
    assert engine.messages == []
    engine.drain()
    assert engine.messages == [b"input", b""]
    engine.say(b"output")
    client.drain()
    assert client.messages == [b"output"]
    assert not client.closed
    engine.say(b"")
    assert client.messages == [b"output", b""]
    assert client.closed
    assert engine.closed


async def test_the_empty_message_is_said_at_once_when_nothing_waits() -> None:
    client, engine = _ends()
    client.say(b"")
    assert engine.messages == [b""]


async def test_a_pipe_that_is_not_read_stops_the_other_side() -> None:
    client, engine = _ends()
    client.say(b"more than fits")
    assert not client.reading
    engine.drain()
    assert client.reading


def test_only_the_user_is_named_in_the_security_descriptor() -> None:
    assert security_descriptor("S-1-5-21-1-2-3-1001") == (
        "O:S-1-5-21-1-2-3-1001D:P(A;;GA;;;S-1-5-21-1-2-3-1001)"
    )


def test_the_name_of_the_pipe_for_windows() -> None:
    assert pipe_path("npipe:////./pipe/davit") == r"\\.\pipe\davit"


async def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(BadSetting):
        await serve("tcp://0.0.0.0:2375", asyncio.Protocol)
