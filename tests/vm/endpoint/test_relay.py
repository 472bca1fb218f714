"""The endpoint between real clients and a gate: bytes, half-close, back-pressure, waking."""

import asyncio
import hashlib
import json
import secrets
import socket
from pathlib import Path

import pytest

from davit_vm.endpoint.gate import Gate
from davit_vm.endpoint.relay import Endpoint
from davit_vm.errors import AlreadyRunning, BootFailed, UnsafeFolder
from fakes.waiting import until


async def awake() -> None:
    pass


@pytest.fixture
async def endpoint(engine, key: bytes, socket_path: Path):
    async with Gate(key) as gate:
        gate.lead_to(engine.address)
        async with Endpoint(f"unix://{socket_path}", gate, awake) as endpoint:
            yield endpoint


async def test_bytes_go_both_ways(endpoint: Endpoint, socket_path: Path) -> None:
    reader, writer = await asyncio.open_unix_connection(socket_path)
    for size in (1, 1000, 300_000):
        sent = secrets.token_bytes(size)
        writer.write(sent)
        assert await reader.readexactly(size) == sent
    assert endpoint.open_streams == 1
    writer.close()
    await until(lambda: endpoint.open_streams == 0)


async def test_the_client_may_end_its_input_and_still_read(
    endpoint: Endpoint, socket_path: Path
) -> None:
    reader, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"all of it")
    writer.write_eof()
    assert await reader.read() == b"all of it"
    writer.close()


async def test_the_engine_may_end_its_output_and_still_read(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    heard = asyncio.get_running_loop().create_future()

    async def speak_first(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1)
        writer.write(b"done")
        writer.write_eof()
        heard.set_result(await reader.read())

    engine.serve = speak_first
    reader, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"?")
    assert await reader.read() == b"done"
    writer.write(b"still talking")
    writer.write_eof()
    assert await heard == b"still talking"
    writer.close()


async def test_a_reader_that_does_not_read_stops_the_writer(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    written = 0

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal written
        await reader.readexactly(1)
        for _ in range(1000):
            writer.write(bytes(100_000))
            await writer.drain()
            written += 100_000

    engine.serve = pour
    client = socket.socket(socket.AF_UNIX)
    client.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(client, str(socket_path))
    await loop.sock_sendall(client, b"?")
    before = -1
    while written != before:
        before = written
        for _ in range(50):
            await asyncio.sleep(0.002)
    assert written < 30_000_000
    total = 0
    while piece := await loop.sock_recv(client, 2**20):
        total += len(piece)
    assert total == 100_000_000
    client.close()


async def test_two_hundred_streams_lose_no_byte(endpoint: Endpoint, socket_path: Path) -> None:
    async def talk(number: int) -> None:
        reader, writer = await asyncio.open_unix_connection(socket_path)
        seed = number.to_bytes(4, "big")
        sent = b"".join(hashlib.sha256(seed + bytes([i])).digest() * 100 for i in range(30))

        async def send() -> None:
            for start in range(0, len(sent), 7001):
                writer.write(sent[start : start + 7001])
                await writer.drain()
            writer.write_eof()

        async with asyncio.TaskGroup() as group:
            group.create_task(send())
            assert await reader.read() == sent
        writer.close()

    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for number in range(200):
            group.create_task(talk(number))
    await until(lambda: endpoint.open_streams == 0)


async def test_a_client_that_breaks_off_resets_the_engine_side(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    failed = asyncio.get_running_loop().create_future()

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1)
        try:
            while True:
                writer.write(bytes(100_000))
                await writer.drain()
        except ConnectionError as error:
            failed.set_result(error)

    engine.serve = pour
    _, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"?")
    writer.transport.abort()
    assert isinstance(await asyncio.wait_for(failed, 10), ConnectionError)


async def test_a_client_that_vanishes_after_its_input_ended_is_noticed(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    ended = asyncio.Event()
    reset = asyncio.get_running_loop().create_future()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.read() == b"attach"
        ended.set()
        try:
            while True:
                writer.write(b"")
                await writer.drain()
                if writer.transport.is_closing():
                    break
                await asyncio.sleep(0.01)
        finally:
            reset.set_result(True)

    engine.serve = silent
    _, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"attach")
    writer.write_eof()
    await ended.wait()
    assert endpoint.open_streams == 1
    writer.transport.abort()
    await until(lambda: endpoint.open_streams == 0)


async def test_what_the_engine_said_before_it_broke_still_arrives(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    async def last_words(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1)
        writer.write(b"last words")
        await writer.drain()
        await reader.readexactly(1)
        linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()

    engine.serve = last_words
    reader, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"?")
    await until(lambda: endpoint.busy_streams == 0)
    writer.write(b"!")
    assert await reader.read() == b"last words"
    writer.close()


async def test_busy_until_the_engine_has_answered(
    endpoint: Endpoint, socket_path: Path, engine
) -> None:
    answer = asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1)
        await answer.wait()
        writer.write(b"answer")
        await reader.read()

    engine.serve = slow
    before = endpoint.moved_at
    reader, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(b"?")
    await until(lambda: endpoint.busy_streams == 1)
    answer.set()
    assert await reader.readexactly(6) == b"answer"
    assert (endpoint.open_streams, endpoint.busy_streams) == (1, 0)
    assert endpoint.moved_at > before
    writer.close()
    await until(lambda: endpoint.open_streams == 0)
    assert endpoint.moved_at > before


async def test_the_first_byte_wakes_the_machine_and_waits(
    engine, key: bytes, socket_path: Path
) -> None:
    asked = asyncio.Event()
    ready = asyncio.Event()

    async def wake() -> None:
        asked.set()
        await ready.wait()
        gate.lead_to(engine.address)

    async with Gate(key) as gate, Endpoint(f"unix://{socket_path}", gate, wake):
        reader, writer = await asyncio.open_unix_connection(socket_path)
        await asyncio.sleep(0.05)
        assert not asked.is_set()
        sent = secrets.token_bytes(400_000)
        writer.write(sent)
        await asked.wait()
        ready.set()
        assert await reader.readexactly(len(sent)) == sent
        writer.close()


async def _answer(socket_path: Path, request: bytes) -> tuple[bytes, bytes]:
    reader, writer = await asyncio.open_unix_connection(socket_path)
    writer.write(request)
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, body


async def test_a_machine_that_cannot_be_woken_answers_in_words(
    key: bytes, socket_path: Path
) -> None:
    async def wake() -> None:
        raise BootFailed("The machine did not start", "no space left on the disk", "Free some.")

    async with Gate(key) as gate, Endpoint(f"unix://{socket_path}", gate, wake) as endpoint:
        head, body = await _answer(socket_path, b"GET /info HTTP/1.1\r\nHost: d\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 503 ")
        assert json.loads(body) == {
            "message": "The machine did not start: no space left on the disk. Free some."
        }
        head, body = await _answer(socket_path, b"HEAD /_ping HTTP/1.1\r\nHost: d\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 503 ")
        assert body == b""
        # A long upload is read to its end, or the client would see a broken pipe and no answer.
        head, body = await _answer(
            socket_path, b"POST /build HTTP/1.1\r\nHost: d\r\n\r\n" + bytes(3_000_000)
        )
        assert b"no space left" in body
        await until(lambda: endpoint.open_streams == 0)


async def test_waking_has_a_limit(key: bytes, socket_path: Path) -> None:
    async def wake() -> None:
        await asyncio.Event().wait()

    async with (
        Gate(key) as gate,
        Endpoint(f"unix://{socket_path}", gate, wake, wake_limit=0.1),
    ):
        head, body = await _answer(socket_path, b"GET /info HTTP/1.1\r\nHost: d\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 503 ")
        assert b"not ready" in body


async def test_closing_breaks_streams_and_waiting_clients(
    engine, key: bytes, socket_path: Path
) -> None:
    blocked = False

    async def wake() -> None:
        if blocked:
            await asyncio.Event().wait()

    async with Gate(key) as gate:
        gate.lead_to(engine.address)
        async with Endpoint(f"unix://{socket_path}", gate, wake) as endpoint:
            reader, writer = await asyncio.open_unix_connection(socket_path)
            writer.write(b"x")
            assert await reader.readexactly(1) == b"x"
            blocked = True
            other_reader, other_writer = await asyncio.open_unix_connection(socket_path)
            other_writer.write(b"x")
            await until(lambda: endpoint.busy_streams == 1)
            _, late = await asyncio.open_unix_connection(socket_path)
        assert await reader.read() == b""
        assert await other_reader.read() == b""
        assert endpoint.open_streams == 0
        for each in (writer, other_writer, late):
            each.close()
    assert not socket_path.exists()


async def test_descriptors_are_given_back(endpoint: Endpoint, socket_path: Path, engine) -> None:
    before = None
    for _ in range(40):
        reader, writer = await asyncio.open_unix_connection(socket_path)
        writer.write(b"x")
        assert await reader.readexactly(1) == b"x"
        writer.close()
        await writer.wait_closed()
        await until(lambda: endpoint.open_streams == 0)
        if before is None:
            await until(lambda: engine.proven >= 5)
            before = len(list(Path("/proc/self/fd").iterdir()))
    await until(lambda: len(list(Path("/proc/self/fd").iterdir())) <= before + 4)


async def test_the_socket_is_the_users_alone(endpoint: Endpoint, socket_path: Path) -> None:
    assert socket_path.stat().st_mode & 0o777 == 0o600


async def test_a_dead_socket_is_replaced_and_a_living_one_is_not(
    engine, key: bytes, socket_path: Path
) -> None:
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(socket_path))
    dead.close()
    async with Gate(key) as gate:
        gate.lead_to(engine.address)
        async with Endpoint(f"unix://{socket_path}", gate, awake):
            with pytest.raises(AlreadyRunning, match="another program listens"):
                await Endpoint(f"unix://{socket_path}", gate, awake).__aenter__()
            reader, writer = await asyncio.open_unix_connection(socket_path)
            writer.write(b"x")
            assert await reader.readexactly(1) == b"x"
            writer.close()


async def test_a_folder_that_others_may_enter_is_refused(key: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o755)
    async with Gate(key) as gate:
        with pytest.raises(UnsafeFolder, match="other users may enter"):
            await Endpoint(f"unix://{folder}/docker.sock", gate, awake).__aenter__()
