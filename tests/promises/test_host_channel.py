"""Both ends of the host channel mean the same: the engine's in the guest, the machine's outside.

`davit_engine.host_channel` and `davit_vm.channel` know nothing of each other; what one writes, the
other reads here, first line by line and then over a wire that either side may leave.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from davit_engine import host_channel as inside
from davit_engine.clock import Clock
from davit_engine.errors import Forbidden
from davit_engine.events import EventBus
from davit_engine.folders import HostFolders, Place
from davit_engine.networks.forwarded_ports import ForwardedPorts
from davit_engine.networks.network import PortRequest
from davit_engine.networks.ports import PortTaken, in_words
from davit_vm import channel as outside
from davit_vm.errors import MachineError, NotShared
from davit_vm.errors import PortTaken as HostPortTaken
from davit_vm.status import Forward
from fakes.waiting import until

REQUESTS: list[tuple[str, msgspec.Struct, Any]] = [
    (
        "publish",
        inside.Publish(
            protocol="udp", host_ip="::1", host_port=0, guest_port=65535, container="web"
        ),
        outside.PortParams,
    ),
    (
        "unpublish",
        inside.Unpublish(protocol="tcp", host_ip="127.0.0.1", host_port=1),
        outside.UnpublishParams,
    ),
    (
        "republish",
        inside.Republish(
            ports=(
                inside.Publish(
                    protocol="tcp", host_ip="0.0.0.0", host_port=80, guest_port=9, container="ü"
                ),
            ),
            more=True,
        ),
        outside.RepublishParams,
    ),
    ("republish", inside.Republish(ports=()), outside.RepublishParams),
    (
        "share",
        inside.Share(path="C:\\Users\\me\n\"'", read_only=True, create=True),
        outside.ShareParams,
    ),
]


@pytest.mark.parametrize(("method", "params", "kind"), REQUESTS, ids=lambda value: str(value)[:24])
def test_a_request_is_read_as_it_was_meant(method: str, params: Any, kind: Any) -> None:
    line = msgspec.json.encode(inside.Request(id=7, method=method, params=params))
    request = outside.parse_request(line)
    assert (request.id, request.method) == (7, method)
    read = msgspec.json.decode(request.params, type=kind, strict=True)
    assert msgspec.to_builtins(read) == {
        **msgspec.to_builtins(kind(**_defaults(kind))),
        **msgspec.to_builtins(params),
    }
    assert set(kind.__struct_fields__) == set(params.__struct_fields__)


def _defaults(kind: Any) -> dict[str, Any]:
    """Something for every field without a default; all are overwritten."""
    samples: dict[str, Any] = {"protocol": "tcp", "path": "", "host_ip": ""}
    return {
        field.name: samples.get(field.name, 0)
        for field in msgspec.structs.fields(kind)
        if field.required
    }


def test_an_answer_is_read_as_it_was_meant() -> None:
    answers: list[tuple[dict[str, Any], Any, Any]] = [
        (
            {"host_ip": "::1", "host_port": 8080},
            inside.Opened,
            inside.Opened(host_ip="::1", host_port=8080),
        ),
        ({}, inside.Nothing, inside.Nothing()),
        (
            {"guest_path": "/host/x", "read_only": True},
            inside.Shared,
            inside.Shared(guest_path="/host/x", read_only=True),
        ),
        ({"unix_ns": 1 << 62}, inside.Time, inside.Time(unix_ns=1 << 62)),
        (
            {
                "ports": [
                    {"host_ip": "1.2.3.4", "host_port": 5},
                    {"error": {"kind": "taken", "message": "words"}},
                ]
            },
            inside.Republished,
            inside.Republished(
                ports=(
                    inside.Restored(host_ip="1.2.3.4", host_port=5),
                    inside.Restored(error=inside.Failure(kind="taken", message="words")),
                )
            ),
        ),
    ]
    for result, kind, expected in answers:
        message = inside.parse(outside.result_line(3, result).rstrip(b"\n"))
        assert message.id == 3
        assert isinstance(message.result, msgspec.Raw)
        assert msgspec.json.decode(message.result, type=kind) == expected


def test_an_error_and_an_event_are_read_as_they_were_meant() -> None:
    failure = inside.parse(outside.error_line(4, "not-shared", "a \u2028 word\n"))
    assert (failure.id, failure.error) == (
        4,
        inside.Failure(kind="not-shared", message="a \u2028 word\n"),
    )
    hello = inside.parse(outside.event_line("hello", version=outside.VERSION))
    assert (hello.event, hello.id) == ("hello", None)
    assert inside.parse(outside.event_line("clock", unix_ns=9)).unix_ns == 9


def test_both_ends_mean_the_same_longest_line() -> None:
    assert inside.LONGEST_LINE == outside.LONGEST_LINE


# Over a wire


class Wire:
    """Two sockets whose clients hear each other, as QEMU joins its chardev and the guest's port."""

    def __init__(self, folder: Path) -> None:
        self.inside, self.outside = folder / "inside", folder / "outside"
        self._ends: dict[str, asyncio.StreamWriter] = {}
        self._servers: list[asyncio.Server] = []

    async def open(self) -> None:
        for mine, other in (("inside", "outside"), ("outside", "inside")):
            path = getattr(self, mine)
            self._servers.append(await asyncio.start_unix_server(self._end(mine, other), str(path)))

    def _end(self, mine: str, other: str) -> Any:
        async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._ends[mine] = writer
            while data := await reader.read(4096):
                await until(lambda: other in self._ends)
                self._ends[other].write(data)
            self._ends.pop(mine, None)
            writer.close()

        return carry

    def cut(self, end: str) -> None:
        """Hang up on one side, as when that program ends."""
        self._ends.pop(end).transport.abort()

    async def close(self) -> None:
        for server in self._servers:
            server.close()
        for writer in self._ends.values():
            writer.close()


class Host:
    """Opens Unix sockets for the outer end."""

    async def open_stream(
        self, path: Path, *, limit: int = 1 << 16
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_unix_connection(str(path), limit=limit)


class HostPorts:
    """Ports of the host, in memory."""

    def __init__(self) -> None:
        self.open_now: dict[tuple[str, str, int], Forward] = {}
        self.taken: set[int] = set()

    async def open(self, forward: Forward) -> Forward:
        if forward.host_port in self.taken:
            raise HostPortTaken(
                f"Cannot open {forward.host_ip}:{forward.host_port}",
                "it is in use by nginx (pid 9)",
            )
        forward = msgspec.structs.replace(forward, host_port=forward.host_port or 49152)
        self.open_now[forward.protocol, forward.host_ip, forward.host_port] = forward
        return forward

    async def close(self, protocol: str, host_ip: str, host_port: int) -> None:
        self.open_now.pop((protocol, host_ip, host_port), None)

    async def reconcile(self, wanted: Sequence[Forward]) -> list[Forward | MachineError]:
        self.open_now.clear()
        outcomes: list[Forward | MachineError] = []
        for forward in wanted:
            try:
                outcomes.append(await self.open(forward))
            except MachineError as error:
                outcomes.append(error)
        return outcomes


class HostFoldersOutside:
    """One shared folder."""

    async def place(self, path: str, *, read_only: bool, create: bool) -> tuple[str, bool]:
        if path != "/home/me":
            raise NotShared(f"{path} is not shared with the machine", "", "Share it")
        return "/host/home/me", False


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dvp-") as name:
        yield Path(name)


@pytest.fixture
async def wire(folder: Path) -> AsyncIterator[Wire]:
    joined = Wire(folder)
    await joined.open()
    yield joined
    await joined.close()


@pytest.fixture
def ports_outside() -> HostPorts:
    return HostPorts()


@pytest.fixture
async def host(wire: Wire, ports_outside: HostPorts) -> AsyncIterator[outside.HostChannel]:
    serving = outside.HostChannel(Host(), wire.outside, ports_outside, HostFoldersOutside())
    task = asyncio.create_task(serving.run())
    yield serving
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def channel(wire: Wire) -> AsyncIterator[inside.HostChannel]:
    asking = inside.HostChannel(wire.inside)
    asking.start()
    yield asking
    await asking.aclose()


@pytest.fixture
async def ports(channel: inside.HostChannel) -> AsyncIterator[ForwardedPorts]:
    opened = ForwardedPorts(channel, EventBus(), gateway="10.0.2.2", own_ip="127.0.0.1")
    opened.start()
    yield opened
    await opened.aclose()
    for reservation in tuple(opened._reserved):
        await reservation.close()


WEB = PortRequest(container_port=80, protocol="tcp", host_ip="", host_ports=(8080,))


async def test_ports_are_opened_closed_and_told_again(
    wire: Wire, host: outside.HostChannel, ports: ForwardedPorts, ports_outside: HostPorts
) -> None:
    reservation = await ports.open(WEB, "127.0.0.1", "id", "web")
    before = dict(ports_outside.open_now)
    assert list(before) == [("tcp", "127.0.0.1", 8080)]
    for end in ("outside", "inside"):
        ports_outside.open_now.clear()
        wire.cut(end)
        await until(lambda: ports_outside.open_now == before)
    await reservation.close()
    assert ports_outside.open_now == {}


async def test_a_taken_port_is_told_in_words(
    host: outside.HostChannel, ports: ForwardedPorts, ports_outside: HostPorts
) -> None:
    ports_outside.taken.add(8080)
    with pytest.raises(PortTaken) as raised:
        await ports.open(WEB, "127.0.0.1", "id", "web")
    words = in_words(raised.value, None, "")
    assert words.startswith("failed to bind host port for 127.0.0.1:8080: address already in use")
    assert "nginx (pid 9)" in words


async def test_more_ports_than_a_line_holds_are_all_told(
    wire: Wire, host: outside.HostChannel, ports: ForwardedPorts, ports_outside: HostPorts
) -> None:
    for number in range(1, 301):
        request = PortRequest(
            container_port=number, protocol="udp", host_ip="", host_ports=(10_000 + number,)
        )
        await ports.open(request, "127.0.0.1", "id", "n" * 100)
    before = dict(ports_outside.open_now)
    assert len(before) == 300
    ports_outside.open_now["tcp", "127.0.0.1", 9] = Forward(
        protocol="tcp", host_ip="127.0.0.1", host_port=9, guest_port=9
    )
    wire.cut("outside")
    await until(lambda: ports_outside.open_now == before)


async def test_folders_are_found_or_refused(
    host: outside.HostChannel, channel: inside.HostChannel
) -> None:
    folders = HostFolders(channel, [], "/run/docker.sock")
    assert await folders.locate("/home/me") == Place("/host/home/me")
    with pytest.raises(Forbidden, match="/elsewhere is not shared"):
        await folders.locate("/elsewhere")


async def test_the_clock_is_told(host: outside.HostChannel, channel: inside.HostChannel) -> None:
    written: list[int] = []
    clock = Clock(channel, read=lambda: 0, write=written.append)
    clock.start()
    await until(lambda: written)
    assert abs(written[-1] - time.time_ns()) < 10 * 10**9
    await clock.aclose()
