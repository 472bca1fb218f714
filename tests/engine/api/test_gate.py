"""Who comes in through the gate, and what the connection carries then."""

import asyncio
import contextlib
import secrets
import socket
import stat
import struct
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from davit_engine.api import gate
from davit_engine.api.engine import Engine
from davit_engine.api.gate import GREETING, client_proof, read_key, server_proof
from davit_engine.api.server import GateAddress, make_app, serve
from davit_engine.errors import InvalidParameter, SystemFailure
from fakes.api import Api, eventually

KEY = bytes(range(32))
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Gated:
    """An API behind a gate, and clients that knock."""

    def __init__(self, api: Api, port: int) -> None:
        self.api = api
        self.port = port
        self.writers: list[asyncio.StreamWriter] = []

    async def connect(self) -> Streams:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writers.append(writer)
        return reader, writer

    async def aclose(self) -> None:
        for writer in self.writers:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
        await self.api.session.close()

    async def knock(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, bytes]:
        """A connection that has been greeted, and the server's random bytes."""
        reader, writer = await self.connect()
        greeting = await reader.readexactly(len(GREETING) + 32)
        assert greeting.startswith(GREETING)
        return reader, writer, greeting[len(GREETING) :]

    async def enter(self, key: bytes = KEY) -> Streams:
        reader, writer, server_nonce = await self.knock()
        client_nonce = secrets.token_bytes(32)
        writer.write(client_nonce + client_proof(key, server_nonce, client_nonce))
        assert await reader.readexactly(32) == server_proof(key, server_nonce, client_nonce)
        return reader, writer


@pytest.fixture
async def gated(faked: Engine, short_path: Path) -> AsyncIterator[Gated]:
    path = short_path / "engine.sock"
    listening = await serve(
        make_app(faked), [f"unix://{path}"], "no-such-group", GateAddress("127.0.0.1:0", KEY)
    )
    api = Api(path, listening, faked)
    entrance = Gated(api, int(listening.addresses[-1].rpartition(":")[2]))
    yield entrance
    await entrance.aclose()
    await listening.aclose()


async def closed(reader: asyncio.StreamReader) -> bool:
    """Whether the server closes without another byte."""
    try:
        return await asyncio.wait_for(reader.read(), 5) == b""
    except ConnectionResetError:
        return True


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> bytes:
    writer.write(f"GET {path} HTTP/1.0\r\nHost: davit.internal\r\n\r\n".encode())
    return (await reader.read()).partition(b"\r\n\r\n")[2]


async def test_who_proves_the_key_speaks_to_the_engine(gated: Gated) -> None:
    assert await ask(*await gated.enter(), "/_ping") == b"OK"


async def test_one_connection_carries_many_requests(gated: Gated) -> None:
    reader, writer = await gated.enter()
    for _ in range(3):
        writer.write(b"GET /_ping HTTP/1.1\r\nHost: x\r\n\r\n")
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        assert await reader.readexactly(2) == b"OK"


async def test_another_key_is_turned_away_without_a_word(gated: Gated) -> None:
    reader, writer, server_nonce = await gated.knock()
    nonce = secrets.token_bytes(32)
    writer.write(nonce + client_proof(bytes(32), server_nonce, nonce))
    assert await closed(reader)


async def test_a_proof_that_was_overheard_opens_nothing(gated: Gated) -> None:
    reader, writer, server_nonce = await gated.knock()
    nonce = secrets.token_bytes(32)
    overheard = nonce + client_proof(KEY, server_nonce, nonce)
    writer.write(overheard)
    await reader.readexactly(32)
    reader, again, _ = await gated.knock()
    again.write(overheard)
    assert await closed(reader)


async def test_the_servers_own_proof_is_no_clients(gated: Gated) -> None:
    reader, writer, server_nonce = await gated.knock()
    nonce = secrets.token_bytes(32)
    writer.write(nonce + server_proof(KEY, server_nonce, nonce))
    assert await closed(reader)


@pytest.mark.parametrize("said", [b"GET /_ping HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2, bytes(64)])
async def test_garbage_is_turned_away(gated: Gated, said: bytes) -> None:
    reader, writer, _ = await gated.knock()
    writer.write(said)
    assert await closed(reader)


async def test_who_speaks_before_it_knows_the_server_is_turned_away(gated: Gated) -> None:
    reader, writer, server_nonce = await gated.knock()
    nonce = secrets.token_bytes(32)
    writer.write(nonce + client_proof(KEY, server_nonce, nonce) + b"GET /_ping HTTP/1.1\r\n")
    assert await closed(reader)


async def test_a_slow_client_is_turned_away(gated: Gated, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PROOF_SECONDS", 0.05)
    reader, writer, _ = await gated.knock()
    writer.write(b"half")
    assert await closed(reader)


async def test_a_client_that_ends_its_side_before_the_proof_is_turned_away(gated: Gated) -> None:
    reader, writer, _ = await gated.knock()
    writer.write_eof()
    assert await closed(reader)


async def test_a_crowd_before_the_gate_does_not_grow(gated: Gated) -> None:
    crowd = [await gated.knock() for _ in range(gate.MOST_UNPROVEN)]
    reader, _ = await gated.connect()
    assert await closed(reader)
    crowd.pop()[1].close()

    async def comes_in() -> bool:
        try:
            return await ask(*await gated.enter(), "/_ping") == b"OK"
        except (ConnectionError, asyncio.IncompleteReadError):
            return False

    async with asyncio.timeout(5):
        while not await comes_in():  # noqa: ASYNC110 - nothing tells of the free place
            await asyncio.sleep(0.01)


async def test_ending_the_input_does_not_end_the_output(gated: Gated) -> None:
    containers = gated.api.containers
    container = containers.add()
    reader, writer = await gated.enter()
    writer.write(
        f"POST /v1.45/containers/{container.id}/attach?stream=1&stdin=1&stdout=1 HTTP/1.1\r\n"
        "Host: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n".encode()
    )
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101")
    writer.write(b"question")
    writer.write_eof()
    await asyncio.wait_for(containers.process.stdin_closed.wait(), 5)
    assert containers.process.received == b"question"
    await containers.process.say(b"answer")
    await containers.process.end()
    assert await reader.read() == struct.pack(">BxxxL", 1, 6) + b"answer"


async def test_a_client_that_resets_its_connection_is_gone(gated: Gated) -> None:
    containers = gated.api.containers
    container = containers.add()
    reader, writer = await gated.enter()
    writer.write(
        f"POST /v1.45/containers/{container.id}/attach?stream=1&stdin=1&stdout=1 HTTP/1.1\r\n"
        "Host: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n".encode()
    )
    await reader.readuntil(b"\r\n\r\n")
    # Closing now says "reset", which is how it looks when the client behind it has vanished.
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    await asyncio.wait_for(containers.process.closed.wait(), 5)


async def test_a_proven_connection_may_wait_for_its_first_request(
    gated: Gated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davit_engine.api.server.HEAD_SECONDS", 0.02)
    proven = await gated.enter()
    await asyncio.sleep(0.2)
    assert await ask(*proven, "/_ping") == b"OK"


async def test_the_unix_socket_serves_on_beside_the_gate(gated: Gated) -> None:
    assert (await gated.api.get("/_ping")).body == b"OK"


async def test_a_closed_gate_lets_nobody_in(faked: Engine, short_path: Path) -> None:
    listening = await serve(make_app(faked), [], "no-such-group", GateAddress("127.0.0.1:0", KEY))
    gated = Gated(Api(short_path / "x", listening, faked), int(listening.addresses[-1][-5:]))
    reader, _, _ = await gated.knock()
    await listening.aclose()
    assert await closed(reader)
    with pytest.raises(ConnectionRefusedError):
        await gated.knock()
    await gated.aclose()


async def test_a_machine_is_idle_unless_something_runs_or_waits(gated: Gated) -> None:
    async def idle() -> object:
        return (await gated.api.get("/davit/v1/idle")).json()

    nothing = {"idle": True, "running": 0, "busy": 0, "watching": 0}
    assert await idle() == nothing
    async with gated.api.session.get("/events"):
        assert await idle() == {**nothing, "watching": 1}
    container = gated.api.containers.add()
    async with gated.api.session.post(f"/containers/{container.id}/wait"):
        assert await idle() == {**nothing, "idle": False, "busy": 1, "watching": 0}
    await eventually(lambda: gated.api.containers.waiters[0].cancelled())


# The key


def key_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "key"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_the_key_is_read_with_or_without_a_line_end(tmp_path: Path) -> None:
    assert read_key(key_file(tmp_path, KEY.hex())) == KEY
    assert read_key(key_file(tmp_path, KEY.hex().upper() + "\n")) == KEY


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_key_that_others_reach_is_refused(tmp_path: Path, mode: int) -> None:
    path = key_file(tmp_path, KEY.hex(), mode)
    with pytest.raises(InvalidParameter, match="others may read or change it"):
        read_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("text", ["", "ab", "g" * 64, KEY.hex() + "00", "\0" * 64])
def test_a_key_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidParameter, match="64 hexadecimal digits") as raised:
        read_key(key_file(tmp_path, text))
    assert not text or text not in str(raised.value)


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameter, match="absent"):
        read_key(tmp_path / "absent")


@pytest.mark.parametrize("address", ["", "2375", "localhost:2375", "10.0.2.15:70000", "::1:x"])
def test_a_gate_needs_an_address_and_a_port(address: str) -> None:
    with pytest.raises(InvalidParameter, match="ADDRESS:PORT"):
        gate.bind(address)


def test_a_gate_that_cannot_be_opened_says_where() -> None:
    with gate.bind("127.0.0.1:0") as first:
        first.listen()
        address = f"127.0.0.1:{first.getsockname()[1]}"
        with pytest.raises(SystemFailure, match=address):
            gate.bind(address)
