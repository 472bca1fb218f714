"""The host's side of the host channel, before a guest that may be hostile."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.channel import (
    LONGEST_LINE,
    HostChannel,
    Malformed,
    Request,
    parse_request,
)
from davit_vm.errors import MachineError, NotShared, PortTaken
from davit_vm.host.detect import detect_host
from davit_vm.status import Forward
from fakes.waiting import until


class Ports:
    """Remembers what was asked; port 80 is taken."""

    def __init__(self) -> None:
        self.open_now: dict[tuple[str, str, int], Forward] = {}
        self.reconciled: list[list[Forward]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.most_at_once = 0
        self._now = 0

    async def open(self, forward: Forward) -> Forward:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            await self.gate.wait()
        finally:
            self._now -= 1
        if forward.host_port == 80:
            raise PortTaken(
                "Cannot open 127.0.0.1:80/tcp", "it is in use by nginx (pid 7)", "Stop it."
            )
        chosen = Forward(
            protocol=forward.protocol,
            host_ip=forward.host_ip,
            host_port=forward.host_port or 49_000 + len(self.open_now),
            guest_port=forward.guest_port,
            container=forward.container,
        )
        self.open_now[(chosen.protocol, chosen.host_ip, chosen.host_port)] = chosen
        return chosen

    async def close(self, protocol: str, host_ip: str, host_port: int) -> None:
        self.open_now.pop((protocol, host_ip, host_port), None)

    async def reconcile(self, wanted: Sequence[Forward]) -> list[Forward | MachineError]:
        self.reconciled.append(list(wanted))
        self.open_now.clear()
        outcomes: list[Forward | MachineError] = []
        for forward in wanted:
            try:
                outcomes.append(await self.open(forward))
            except MachineError as error:
                outcomes.append(error)
        return outcomes


class Shares:
    async def place(self, path: str, *, read_only: bool, create: bool) -> tuple[str, bool]:
        if not path.startswith("/home"):
            raise NotShared(f"{path} is not shared", hint=f"davit machine set --share {path}")
        return f"/host{path}", read_only


class Guest:
    """QEMU's socket with a guest behind it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connections: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.events: list[dict[str, Any]] = []
        self.ports = Ports()
        self.notes: list[str] = []
        self._server: asyncio.Server | None = None
        self.channel = HostChannel(
            detect_host(), path, self.ports, Shares(), note=self.notes.append
        )

    async def start(self) -> None:
        self._server = await asyncio.start_unix_server(self._accept, self.path, limit=2**20)

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for _, writer in self.connections:
            writer.transport.abort()
        self.connections.clear()
        self.path.unlink(missing_ok=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections.append((reader, writer))

    async def connected(self) -> None:
        await until(lambda: self.connections)
        assert await self.read() == {"event": "hello", "version": 1}
        clock = await self.read()
        assert clock["event"] == "clock"
        assert clock["unix_ns"] > 1_700_000_000_000_000_000

    def write(self, *lines: bytes) -> None:
        self.connections[-1][1].write(b"".join(lines))

    async def read(self) -> Any:
        while True:
            line = await asyncio.wait_for(self.connections[-1][0].readline(), 10)
            if line.strip() or not line:
                return json.loads(line)

    async def ask(self, method: str, **params: object) -> Any:
        self.write(json.dumps({"id": 7, "method": method, "params": params}).encode() + b"\n")
        answer = await self.read()
        assert answer.pop("id") == 7
        return answer


@pytest.fixture
async def guest(tmp_path: Path) -> AsyncIterator[Guest]:
    guest = Guest(tmp_path / "channel.sock")
    await guest.start()
    running = asyncio.create_task(guest.channel.run())
    await guest.connected()
    yield guest
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    await guest.stop()


async def test_a_port_is_opened_and_closed(guest: Guest) -> None:
    port = {"protocol": "tcp", "host_ip": "127.0.0.1", "host_port": 8080}
    answer = await guest.ask("publish", **port, guest_port=40001, container="web")
    assert answer == {"result": {"host_ip": "127.0.0.1", "host_port": 8080}}
    assert guest.ports.open_now[("tcp", "127.0.0.1", 8080)].container == "web"
    assert await guest.ask("unpublish", **port) == {"result": {}}
    assert await guest.ask("unpublish", **port) == {"result": {}}
    assert guest.ports.open_now == {}


async def test_a_taken_port_is_an_error_in_words(guest: Guest) -> None:
    answer = await guest.ask("publish", protocol="tcp", host_port=80, guest_port=1, container="")
    assert answer == {
        "error": {
            "kind": "taken",
            "message": "Cannot open 127.0.0.1:80/tcp: it is in use by nginx (pid 7). Stop it.",
        }
    }


async def test_the_whole_list_is_reconciled_with_an_outcome_for_each(guest: Guest) -> None:
    ports = [
        {"protocol": "tcp", "host_ip": "127.0.0.1", "host_port": 81, "guest_port": 1},
        {"protocol": "tcp", "host_ip": "127.0.0.1", "host_port": 80, "guest_port": 2},
    ]
    answer = await guest.ask("republish", ports=ports)
    assert answer["result"]["ports"][0] == {"host_ip": "127.0.0.1", "host_port": 81}
    assert answer["result"]["ports"][1]["error"]["kind"] == "taken"


async def test_a_list_over_several_lines_counts_as_one(guest: Guest) -> None:
    first = {"protocol": "udp", "host_ip": "127.0.0.1", "host_port": 0, "guest_port": 1}
    second = {"protocol": "tcp", "host_ip": "127.0.0.1", "host_port": 82, "guest_port": 2}
    early = await guest.ask("republish", ports=[first], more=True)
    chosen = early["result"]["ports"][0]["host_port"]
    assert chosen
    late = await guest.ask("republish", ports=[second])
    assert late["result"]["ports"] == [{"host_ip": "127.0.0.1", "host_port": 82}]
    assert [forward.host_port for forward in guest.ports.reconciled[-1]] == [chosen, 82]
    await guest.ask("republish", ports=[])
    assert guest.ports.reconciled[-1] == []


async def test_folders(guest: Guest) -> None:
    answer = await guest.ask("share", path="/home/me", read_only=True, create=False)
    assert answer == {"result": {"guest_path": "/host/home/me", "read_only": True}}
    answer = await guest.ask("share", path="/etc")
    assert answer["error"]["kind"] == "not-shared"
    assert answer["error"]["message"].endswith("davit machine set --share /etc")


async def test_the_clock_is_told_when_asked_and_unasked(guest: Guest) -> None:
    assert (await guest.ask("clock"))["result"]["unix_ns"] > 1_700_000_000_000_000_000
    await guest.channel.send_clock()
    assert (await guest.read())["event"] == "clock"


@pytest.mark.parametrize(
    ("params", "method"),
    [
        ({"protocol": "sctp", "guest_port": 1}, "publish"),
        ({"protocol": "tcp", "guest_port": "1"}, "publish"),
        ({}, "publish"),
        ({"path": 5}, "share"),
        ({"ports": {}}, "republish"),
    ],
)
async def test_wrong_parameters_are_named(
    guest: Guest, params: dict[str, object], method: str
) -> None:
    answer = await guest.ask(method, **params)
    assert answer["error"]["kind"] == "invalid"


async def test_an_unknown_method_is_refused(guest: Guest) -> None:
    answer = await guest.ask("format_the_hosts_disk")
    assert answer["error"]["kind"] == "failed"


async def test_lines_that_are_no_requests_are_skipped(guest: Guest) -> None:
    guest.write(
        b"\n  \n",
        b"\xff\xfe\n",
        b"[" * 60_000 + b"\n",
        b'{"id": 1, "method": "publish", "params": ' + b"[" * 50_000 + b"\n",
        b"null\n",
        b'{"id": "x", "method": "clock"}\n',
        b"x" * (3 * LONGEST_LINE) + b"\n",
    )
    assert (await guest.ask("clock"))["result"]
    assert 5 <= len(guest.notes) <= 8


async def test_a_flood_of_nonsense_does_not_flood_the_log(guest: Guest) -> None:
    guest.write(b"nonsense\n" * 5000)
    assert (await guest.ask("clock"))["result"]
    assert len(guest.notes) == 10


async def test_a_flood_of_requests_is_worked_on_a_few_at_a_time(guest: Guest) -> None:
    guest.ports.gate.clear()
    line = json.dumps(
        {"id": 7, "method": "publish", "params": {"protocol": "tcp", "guest_port": 1}}
    )
    guest.write(line.encode() + b"\n")
    for _ in range(499):
        guest.write(line.encode() + b"\n")
    await until(lambda: guest.ports.most_at_once == 32)
    guest.ports.gate.set()
    for _ in range(500):
        assert (await guest.read())["result"]
    assert guest.ports.most_at_once == 32


async def test_hello_is_said_again_after_qemu_was_restarted(guest: Guest) -> None:
    await guest.stop()
    await until(lambda: not guest.channel.connected)
    await guest.start()
    await guest.connected()
    assert (await guest.ask("clock"))["result"]


async def test_telling_the_clock_to_nobody_is_not_an_error(tmp_path: Path) -> None:
    channel = HostChannel(detect_host(), tmp_path / "none", Ports(), Shares())
    await channel.send_clock()


@given(st.binary(max_size=300))
def test_any_line_is_a_request_or_malformed(line: bytes) -> None:
    with contextlib.suppress(Malformed):
        assert isinstance(parse_request(line), Request)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
        max_leaves=12,
    )
)
def test_any_json_is_a_request_or_malformed(value: object) -> None:
    for whole in (value, {"id": 1, "method": "publish", "params": value}):
        with contextlib.suppress(Malformed):
            assert isinstance(parse_request(json.dumps(whole).encode()), Request)
