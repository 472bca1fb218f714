"""The channel to a virtual machine's host: either side may go away, and neither is believed."""

import asyncio
import contextlib
import json
import os
import pty
import secrets
import tempfile
import termios
import tty
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine import host_channel
from davit_engine.host_channel import (
    LONGEST_LINE,
    HostAway,
    HostChannel,
    HostRefused,
    Lines,
    Nothing,
    Share,
    Shared,
    Time,
    parse,
)
from fakes.machine_host import Json, MachineHost
from fakes.waiting import until


@pytest.fixture
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dvh-") as folder:
        yield Path(folder) / "channel"


@pytest.fixture
async def host(path: Path) -> AsyncIterator[MachineHost]:
    playing = MachineHost(path)
    await playing.start()
    yield playing
    await playing.stop()


@pytest.fixture
async def channel(path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[HostChannel]:
    monkeypatch.setattr(host_channel, "AWAY", 0.01)
    opened = HostChannel(path)
    opened.start()
    yield opened
    await opened.aclose()


SHARE = Share(path="/src", read_only=False, create=True)


async def test_a_request_is_answered(host: MachineHost, channel: HostChannel) -> None:
    host.folders["/src"] = "/host/src"
    assert await channel.request("share", SHARE, Shared) == Shared(guest_path="/host/src")
    (asked,) = host.asked
    assert asked["params"] == {"path": "/src", "read_only": False, "create": True}


async def test_a_refusal_has_the_hosts_kind_and_words(
    host: MachineHost, channel: HostChannel
) -> None:
    with pytest.raises(HostRefused, match="/src is not shared") as raised:
        await channel.request("share", SHARE, Shared)
    assert raised.value.kind == "not-shared"


async def test_answers_may_come_in_any_order(host: MachineHost, channel: HostChannel) -> None:
    host.silent = True
    first = asyncio.create_task(channel.request("clock", Nothing(), Time))
    await until(lambda: len(host.asked) == 1)
    second = asyncio.create_task(channel.request("clock", Nothing(), Time))
    await until(lambda: len(host.asked) == 2)
    one, two = (request["id"] for request in host.asked)
    host.tell(id=two, result={"unix_ns": 2})
    host.tell(id=one, result={"unix_ns": 1})
    assert (await first, await second) == (Time(unix_ns=1), Time(unix_ns=2))


async def test_a_request_waits_for_a_host_that_comes(path: Path, channel: HostChannel) -> None:
    asked = asyncio.create_task(channel.request("clock", Nothing(), Time))
    await asyncio.sleep(0.05)
    assert not asked.done()
    host = MachineHost(path)
    await host.start()
    assert (await asyncio.wait_for(asked, 5)).unix_ns > 0
    await host.stop()


async def test_a_request_fails_with_words_when_no_host_comes(channel: HostChannel) -> None:
    with pytest.raises(HostAway, match="davit machine status"):
        await channel.request("clock", Nothing(), Time, patience=0.05)


async def test_a_request_fails_with_words_when_the_host_says_nothing(
    host: MachineHost, channel: HostChannel
) -> None:
    host.silent = True
    with pytest.raises(HostAway, match="does not answer"):
        await channel.request("clock", Nothing(), Time, patience=0.1)
    host.silent = False
    assert await channel.request("clock", Nothing(), Time)


async def test_a_request_fails_at_once_when_the_host_leaves(
    host: MachineHost, channel: HostChannel
) -> None:
    host.silent = True
    asked = asyncio.create_task(channel.request("clock", Nothing(), Time))
    await until(lambda: host.asked)
    await host.stop()
    with pytest.raises(HostAway):
        await asyncio.wait_for(asked, 5)
    assert not channel.connected


async def test_each_return_of_the_host_is_heard(host: MachineHost, channel: HostChannel) -> None:
    heard: list[str] = []
    channel.on_hello.append(lambda: heard.append("hello"))
    await until(lambda: heard)
    for _ in range(2):
        await host.stop()
        await until(lambda: not channel.connected)
        heard.clear()
        await host.start()
        await until(lambda: heard)


async def test_a_host_that_says_hello_again_is_heard(
    host: MachineHost, channel: HostChannel
) -> None:
    heard: list[str] = []
    await until(lambda: channel.connected and host.connected)
    await channel.request("clock", Nothing(), Time)
    channel.on_hello.append(lambda: heard.append("hello"))
    host.tell(event="hello", version=1)
    await until(lambda: heard == ["hello"])


async def test_the_hosts_clock_is_heard(host: MachineHost, channel: HostChannel) -> None:
    heard: list[int] = []
    channel.on_clock.append(heard.append)
    await until(lambda: host.connected)
    host.tell(event="clock", unix_ns=7)
    host.tell(event="clock")
    host.tell(event="clock", unix_ns=-1)
    host.tell(event="clock", unix_ns=9)
    await until(lambda: heard == [7, 9])


async def test_nonsense_is_passed_over(host: MachineHost, channel: HostChannel) -> None:
    await until(lambda: host.connected)
    for line in (
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"id": "x"}',
        b'{"id": 1, "error": {"kind": 5}}',
        b'{"event": "unheard of"}',
        b'{"id": 99999999999, "result": {}}',
        b"x" * (LONGEST_LINE * 3),
    ):
        host.say(line + b"\n")
    assert (await channel.request("clock", Nothing(), Time)).unix_ns > 0


@pytest.mark.parametrize("result", [{"unix_ns": "now"}, {}, [], None, {"unix_ns": 1 << 70}])
async def test_an_answer_of_another_form_is_no_answer(
    host: MachineHost, channel: HostChannel, result: object
) -> None:
    host.answers = lambda request: {"result": result}
    with pytest.raises(HostAway, match="not understood"):
        await channel.request("clock", Nothing(), Time)


async def test_a_host_that_never_reads_blocks_nothing(path: Path, channel: HostChannel) -> None:
    async def ignore(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        await stop.wait()
        writer.close()

    stop = asyncio.Event()
    server = await asyncio.start_unix_server(ignore, str(path))
    big = Share(path="/" + "x" * 60_000, read_only=False, create=False)
    asked = [
        asyncio.create_task(channel.request("share", big, Shared, patience=0.5)) for _ in range(60)
    ]
    outcomes = await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), 5)
    assert {type(outcome) for outcome in outcomes} == {HostAway}
    stop.set()
    server.close()
    await channel.aclose()
    await asyncio.sleep(0.05)


async def test_a_line_left_half_by_an_earlier_engine_is_ended_first(
    host: MachineHost, channel: HostChannel
) -> None:
    # The fake host fails on a line that is no JSON; the first one it gets is empty.
    assert await channel.request("clock", Nothing(), Time)
    await channel.aclose()


async def test_closing_twice_is_not_an_error(channel: HostChannel) -> None:
    await channel.aclose()
    await channel.aclose()


class Port:
    """A pseudo terminal in place of a virtio-serial port."""

    def __init__(self) -> None:
        self.host, self._guest = pty.openpty()
        tty.setraw(self._guest, termios.TCSANOW)
        self.path = Path(os.ttyname(self._guest))

    def close(self) -> None:
        os.close(self.host)
        os.close(self._guest)


async def test_a_character_device_serves_as_well() -> None:
    port = Port()
    channel = HostChannel(port.path)
    channel.start()
    try:
        asked = asyncio.create_task(channel.request("clock", Nothing(), Time))
        loop = asyncio.get_running_loop()
        line = b""
        while not line.strip():
            line = await loop.run_in_executor(None, os.read, port.host, 4096)
        request: Json = json.loads(line)
        os.write(port.host, json.dumps({"id": request["id"], "result": {"unix_ns": 5}}).encode())
        os.write(port.host, b"\n")
        assert await asked == Time(unix_ns=5)
    finally:
        await channel.aclose()
        port.close()


# Lines


@given(st.lists(st.binary(max_size=200).filter(lambda line: b"\n" not in line)), st.data())
def test_lines_are_found_over_any_split(lines: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(line + b"\n" for line in lines)
    cutter = Lines()
    found: list[bytes] = []
    while whole:
        size = data.draw(st.integers(1, len(whole)))
        found += cutter.feed(whole[:size])
        whole = whole[size:]
    assert found == [line for line in lines if line]


def test_a_line_that_is_too_long_is_left_out_whole() -> None:
    cutter = Lines()
    huge = secrets.token_bytes(LONGEST_LINE).replace(b"\n", b" ")
    found = [line for piece in (huge, huge, b"end\nnext\n") for line in cutter.feed(piece)]
    assert found == [b"next"]


@given(st.binary())
def test_a_line_is_a_message_or_refused(line: bytes) -> None:
    with contextlib.suppress(msgspec.DecodeError):
        parse(line)
