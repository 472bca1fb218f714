"""Hijacked connections, frames, logs, waiting and progress lines, over a real socket."""

import asyncio
import io
import json
import socket
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.api.streams import DetachFilter, frame, parse_detach_keys
from davit_engine.containers.model import Config, State
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.records import Progress
from fakes.api import Api, eventually

MEGABYTES = 8 * 1024 * 1024


def attach_request(id: str, query: str, *, version: str = "v1.45", upgrade: bool = True) -> str:
    extra = "Connection: Upgrade\nUpgrade: tcp\n" if upgrade else ""
    return f"POST /{version}/containers/{id}/attach?{query} HTTP/1.1\nHost: x\n{extra}\n"


async def head(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    return lines[0], dict(line.split(": ", 1) for line in lines[1:] if line)


async def frames(reader: asyncio.StreamReader) -> list[tuple[int, bytes]]:
    """All frames until the connection ends."""
    found = []
    while prefix := await reader.read(8):
        if len(prefix) < 8:
            prefix += await reader.readexactly(8 - len(prefix))
        stream, length = struct.unpack(">BxxxL", prefix)
        found.append((stream, await reader.readexactly(length)))
    return found


ALL = "stream=1&stdin=1&stdout=1&stderr=1"


async def test_an_attached_client_gets_both_streams_apart(api: Api) -> None:
    container = api.containers.add(config=Config(image="x"))
    reader, writer = await api.raw(attach_request(container.id, ALL))
    status, headers = await head(reader)
    assert status == "HTTP/1.1 101 UPGRADED"
    assert headers["Content-Type"] == "application/vnd.docker.multiplexed-stream"
    assert headers["Upgrade"] == "tcp"
    assert headers["Api-Version"] == "1.45"
    await api.containers.process.say(b"out\n")
    await api.containers.process.say(b"err\n", 2)
    await api.containers.process.end()
    assert await frames(reader) == [(1, b"out\n"), (2, b"err\n")]
    writer.close()


@pytest.mark.parametrize(
    ("version", "upgrade", "tty", "status", "content_type"),
    [
        ("v1.45", False, False, "HTTP/1.1 200 OK", "raw-stream"),
        ("v1.41", True, False, "HTTP/1.1 101 UPGRADED", "raw-stream"),
        ("v1.45", True, True, "HTTP/1.1 101 UPGRADED", "raw-stream"),
        ("v1.42", True, False, "HTTP/1.1 101 UPGRADED", "multiplexed-stream"),
    ],
)
async def test_the_head_of_a_hijacked_stream_follows_version_and_terminal(
    api: Api, version: str, upgrade: bool, tty: bool, status: str, content_type: str
) -> None:
    container = api.containers.add(config=Config(image="x", tty=tty))
    reader, writer = await api.raw(
        attach_request(container.id, ALL, version=version, upgrade=upgrade)
    )
    line, headers = await head(reader)
    assert line == status
    assert headers["Content-Type"] == f"application/vnd.docker.{content_type}"
    assert "Transfer-Encoding" not in headers
    await api.containers.process.say(b"hello")
    await api.containers.process.end()
    assert await reader.read() == (b"hello" if tty else frame(1, b"hello"))
    writer.close()


async def test_ending_the_input_does_not_end_the_output(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    reader, writer = await api.raw(attach_request(container.id, ALL))
    await head(reader)
    writer.write(b"question")
    writer.write_eof()
    await asyncio.wait_for(process.stdin_closed.wait(), 5)
    assert process.received == b"question"
    await process.say(b"answer")
    await process.end()
    assert await frames(reader) == [(1, b"answer")]
    writer.close()


async def test_megabytes_pass_both_ways_at_once(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    reader, writer = await api.raw(attach_request(container.id, ALL))
    await head(reader)
    chunk = bytes(range(256)) * 256

    async def talk() -> None:
        for _ in range(MEGABYTES // len(chunk)):
            await process.say(chunk)
        await process.stdin_closed.wait()
        await process.end()

    async def send() -> None:
        for _ in range(MEGABYTES // len(chunk)):
            writer.write(chunk)
            await writer.drain()
        writer.write_eof()

    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        group.create_task(talk())
        group.create_task(send())
        received = group.create_task(frames(reader))
    assert b"".join(data for _, data in received.result()) == chunk * (MEGABYTES // len(chunk))
    assert process.received == chunk * (MEGABYTES // len(chunk))
    writer.close()


async def test_a_client_that_does_not_read_holds_the_process_back(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    reader, writer = await api.raw(attach_request(container.id, "stream=1&stdout=1"))
    await head(reader)
    said = 0

    async def talk() -> None:
        nonlocal said
        while True:
            await process.say(b"x" * 65536)
            said += 65536

    talking = asyncio.create_task(talk())
    before = -1
    while before != said:
        before = said
        await asyncio.sleep(0.1)
    assert said < MEGABYTES
    talking.cancel()
    writer.close()
    await asyncio.wait_for(process.closed.wait(), 5)


async def test_a_process_that_does_not_read_holds_the_client_back(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    process.reading.clear()
    reader, writer = await api.raw(attach_request(container.id, ALL))
    await head(reader)

    async def send() -> None:
        while True:
            writer.write(b"x" * 65536)
            await writer.drain()

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(send(), 0.5)
    process.reading.set()
    await process.end()
    writer.close()
    await asyncio.wait_for(process.closed.wait(), 5)


async def test_a_client_that_vanishes_leaves_no_task(api: Api) -> None:
    container = api.containers.add()
    process = api.containers.process
    before = len(asyncio.all_tasks())
    for _ in range(20):
        process.closed.clear()
        reader, writer = await api.raw(attach_request(container.id, ALL))
        await head(reader)
        writer.close()
        await writer.wait_closed()
        await asyncio.wait_for(process.closed.wait(), 5)
    await eventually(lambda: len(asyncio.all_tasks()) <= before)


async def test_a_client_that_ended_its_input_and_then_vanishes_is_noticed(api: Api) -> None:
    container = api.containers.add()
    reader, writer = await api.raw(attach_request(container.id, ALL))
    await head(reader)
    writer.write_eof()
    await asyncio.wait_for(api.containers.process.stdin_closed.wait(), 5)
    assert not api.containers.process.closed.is_set()
    writer.close()
    await asyncio.wait_for(api.containers.process.closed.wait(), 5)


async def test_the_detach_keys_end_the_stream_and_not_the_process(api: Api) -> None:
    container = api.containers.add(config=Config(image="x", tty=True))
    process = api.containers.process
    reader, writer = await api.raw(attach_request(container.id, f"{ALL}&detachKeys=ctrl-a,x"))
    await head(reader)
    writer.write(b"ls\x01xmore")
    assert await reader.read() == b""
    assert process.received == b"ls"
    assert not process.stdin_closed.is_set()
    writer.close()


async def test_the_detach_keys_mean_nothing_without_a_terminal(api: Api) -> None:
    container = api.containers.add()
    reader, writer = await api.raw(attach_request(container.id, ALL))
    await head(reader)
    writer.write(b"\x10\x11")
    await eventually(lambda: api.containers.process.received == b"\x10\x11")
    await api.containers.process.end()
    await reader.read()
    writer.close()


async def test_unknown_detach_keys_are_refused_before_anything_happens(api: Api) -> None:
    container = api.containers.add()
    reply = await api.post(f"/containers/{container.id}/attach?stream=1&detachKeys=foo")
    assert reply.status == 400
    assert reply.message == "Invalid detach keys (foo) provided"
    assert api.containers.called == []


async def test_attaching_to_nothing_is_a_plain_404(api: Api) -> None:
    reader, writer = await api.raw(attach_request("nosuch", ALL))
    line, headers = await head(reader)
    assert line == "HTTP/1.1 404 Not Found"
    assert json.loads(await reader.readexactly(int(headers["Content-Length"]))) == {
        "message": "No such container: nosuch"
    }
    writer.close()


@given(
    st.lists(st.binary(max_size=12), max_size=8),
    st.sampled_from([b"\x10\x11", b"a", b"aab", b"\x10\x10\x11"]),
)
def test_detach_keys_are_found_over_any_split(pieces: list[bytes], keys: bytes) -> None:
    whole = b"".join(pieces)
    sought = DetachFilter(keys)
    passed, detached = b"", False
    for piece in pieces:
        text, detached = sought.feed(piece)
        passed += text
        if detached:
            break
    if keys in whole:
        assert detached
        assert passed == whole[: whole.index(keys)]
    else:
        assert not detached
        assert whole.startswith(passed)
        assert len(whole) - len(passed) < len(keys)


@pytest.mark.parametrize(
    ("text", "keys"),
    [("", b"\x10\x11"), ("ctrl-p,ctrl-q", b"\x10\x11"), ("a", b"a"), ("ctrl-[,d", b"\x1bd")],
)
def test_detach_keys_are_spelt_as_in_docker(text: str, keys: bytes) -> None:
    assert parse_detach_keys(text) == keys


@pytest.mark.parametrize("text", ["foo", "ctrl-", "ctrl-pp", ",", "ctrl-é"])
def test_detach_keys_that_mean_nothing_are_refused(text: str) -> None:
    with pytest.raises(InvalidParameter, match="Invalid detach keys"):
        parse_detach_keys(text)


# Exec


async def exec_of(api: Api, **config: object) -> str:
    container = api.containers.add(state=State(status="running"))
    body = {"Cmd": ["sh"], "AttachStdout": True, "AttachStdin": True, **config}
    reply = await api.post(f"/containers/{container.id}/exec", body)
    assert reply.status == 201
    return str(reply.json()["Id"])


def exec_request(id: str, body: str) -> str:
    return (
        f"POST /v1.45/exec/{id}/start HTTP/1.1\nHost: x\nConnection: Upgrade\nUpgrade: tcp\n"
        f"Content-Type: application/json\nContent-Length: {len(body)}\n\n{body}"
    )


async def test_output_waits_until_the_client_has_read_the_head(api: Api) -> None:
    id = await exec_of(api)
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_UNIX) as client:
        client.setblocking(False)
        await loop.sock_connect(client, str(api.socket))
        request = exec_request(id, "{}").replace("\n", "\r\n")
        await loop.sock_sendall(client, request.encode())
        for _ in range(5):  # Four wait in the process; the server has taken one.
            await api.containers.process.say(b"more")
        assert (await loop.sock_recv(client, 65536)).endswith(b"\r\n\r\n")
        assert (await loop.sock_recv(client, 65536)).startswith(frame(1, b"more"))
        await api.containers.process.end()


async def test_why_an_exec_did_not_run_ends_its_stream(api: Api) -> None:
    id = await exec_of(api)
    api.containers.execs[id].refusal = InvalidParameter("no such program")
    reader, writer = await api.raw(exec_request(id, "{}"))
    await head(reader)
    await api.containers.process.end()
    assert await frames(reader) == [(1, b"no such program\r\n")]
    writer.close()


async def test_the_exit_code_is_known_when_the_stream_of_an_exec_ends(api: Api) -> None:
    id = await exec_of(api)
    reader, writer = await api.raw(exec_request(id, '{"Detach":false,"Tty":false}'))
    await head(reader)
    await api.containers.process.say(b"done")
    await api.containers.process.end()
    assert await frames(reader) == [(1, b"done")]
    shown = (await api.get(f"/exec/{id}/json")).json()
    assert (shown["Running"], shown["ExitCode"]) == (False, 4)
    writer.close()


async def test_an_exec_that_ran_already_says_so_in_its_stream(api: Api) -> None:
    id = await exec_of(api)
    await api.post(f"/exec/{id}/start", {"Detach": True})
    reader, writer = await api.raw(exec_request(id, "{}"))
    assert (await head(reader))[0] == "HTTP/1.1 101 UPGRADED"
    assert await frames(reader) == [(1, f"Error: Exec command {id} has already run\r\n".encode())]
    writer.close()


async def test_a_detached_exec_answers_at_once(api: Api) -> None:
    id = await exec_of(api)
    reply = await api.post(f"/exec/{id}/start", {"Detach": True})
    assert (reply.status, reply.body) == (200, b"")


async def test_an_exec_without_a_command_is_refused(api: Api) -> None:
    container = api.containers.add(state=State(status="running"))
    reply = await api.post(f"/containers/{container.id}/exec", {"Cmd": []})
    assert (reply.status, reply.message) == (400, "No exec command specified")


# Waiting


async def test_the_head_of_a_wait_comes_before_the_end(api: Api) -> None:
    container = api.containers.add()
    async with api.session.post(f"/containers/{container.id}/wait?condition=next-exit") as reply:
        assert reply.status == 200
        api.containers.waiters[0].set_result(137)
        assert await reply.read() == b'{"StatusCode":137}\n'
    assert api.containers.called[-1] == ("wait", container.id, "next-exit")


async def test_a_client_that_stops_waiting_leaves_no_task(api: Api) -> None:
    container = api.containers.add()
    before = len(asyncio.all_tasks())
    reader, writer = await api.raw(f"POST /containers/{container.id}/wait HTTP/1.1\nHost: x\n\n")
    await head(reader)
    writer.close()
    await eventually(lambda: len(asyncio.all_tasks()) <= before)
    assert api.containers.waiters[0].cancelled()


# Logs


@pytest.mark.parametrize(
    ("version", "tty", "content_type", "body"),
    [
        ("1.45", False, "multiplexed-stream", frame(1, b"out\n") + frame(2, b"err\n")),
        ("1.41", False, "raw-stream", frame(1, b"out\n") + frame(2, b"err\n")),
        ("1.45", True, "raw-stream", b"out\nerr\n"),
    ],
)
async def test_logs_are_framed_unless_there_is_a_terminal(
    api: Api, version: str, tty: bool, content_type: str, body: bytes
) -> None:
    container = api.containers.add(config=Config(image="x", tty=tty))
    reply = await api.get(f"/v{version}/containers/{container.id}/logs?stdout=1&stderr=1")
    assert reply.headers["Content-Type"] == f"application/vnd.docker.{content_type}"
    assert reply.body == body


async def test_followed_logs_come_as_they_are_written_and_end_with_the_client(api: Api) -> None:
    container = api.containers.add()
    before = len(asyncio.all_tasks())
    path = f"/containers/{container.id}/logs?stdout=1&follow=1"
    async with api.session.get(path) as reply:
        assert await reply.content.readexactly(12) == frame(1, b"out\n")
    await eventually(lambda: len(asyncio.all_tasks()) <= before)


async def test_log_options_reach_the_service(api: Api) -> None:
    container = api.containers.add()
    query = "stdout=1&tail=5&since=1.5&until=2026-11-21T00:00:00Z&timestamps=true"
    await api.get(f"/containers/{container.id}/logs?{query}")
    options = api.containers.log_options
    assert options is not None
    assert options.tail == 5
    assert options.since_ns == 1_500_000_000
    assert options.until_ns == 1795219200 * 10**9
    assert options.timestamps
    assert not options.stderr


async def test_logs_without_a_stream_are_refused(api: Api) -> None:
    container = api.containers.add()
    reply = await api.get(f"/containers/{container.id}/logs")
    assert reply.status == 400
    assert reply.message == "Bad parameters: you must choose at least one stream"


# Progress


async def test_progress_lines_come_one_by_one_each_ending_in_crlf(api: Api) -> None:
    async def script(report: object) -> None:
        report(Progress(status="Pulling from library/busybox", id="latest"))  # type: ignore[operator]
        report(Progress(status="Status: Downloaded newer image for busybox:latest"))  # type: ignore[operator]

    api.images.script = script
    reply = await api.post("/images/create?fromImage=busybox&tag=latest")
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Transfer-Encoding"] == "chunked"
    assert reply.body == (
        b'{"status":"Pulling from library/busybox","id":"latest"}\r\n'
        b'{"status":"Status: Downloaded newer image for busybox:latest"}\r\n'
    )
    reference, _, options = api.images.asked[0]
    assert reference == "busybox:latest"
    assert options == {"platform": None, "all_tags": False}


async def test_a_pull_that_fails_at_once_is_a_plain_error(api: Api) -> None:
    async def script(report: object) -> None:
        raise NotFound("manifest for x:1 not found: manifest unknown")

    api.images.script = script
    reply = await api.post("/images/create?fromImage=x&tag=1")
    assert reply.status == 404
    assert reply.message == "manifest for x:1 not found: manifest unknown"


async def test_a_pull_that_fails_later_says_so_in_its_last_line(api: Api) -> None:
    async def script(report: object) -> None:
        report(Progress(status="Pulling fs layer", id="4d6188f61e73"))  # type: ignore[operator]
        await asyncio.sleep(0)
        raise InvalidParameter("layer 4d6188f61e73 does not match its digest; pull again")

    api.images.script = script
    reply = await api.post("/images/create?fromImage=x&tag=1")
    assert reply.status == 200
    last = json.loads(reply.body.splitlines()[-1])
    words = "layer 4d6188f61e73 does not match its digest; pull again"
    assert last == {"errorDetail": {"message": words}, "error": words}


async def test_a_pull_that_breaks_unexpectedly_shows_no_traceback(
    api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    async def script(report: object) -> None:
        report(Progress(status="Pulling fs layer", id="4d6188f61e73"))  # type: ignore[operator]
        await asyncio.sleep(0)
        raise ZeroDivisionError("secret")

    api.images.script = script
    reply = await api.post("/images/create?fromImage=x&tag=1")
    assert b"secret" not in reply.body
    assert b"Traceback" not in reply.body
    assert [record.exc_info is not None for record in caplog.records] == [True]


async def test_a_client_that_leaves_cancels_its_pull(api: Api) -> None:
    cancelled = asyncio.Event()

    async def script(report: object) -> None:
        report(Progress(status="Waiting", id="4d6188f61e73"))  # type: ignore[operator]
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            cancelled.set()

    api.images.script = script
    async with api.session.post("/images/create?fromImage=x&tag=1") as reply:
        await reply.content.readline()
    await asyncio.wait_for(cancelled.wait(), 5)


async def test_a_slow_reader_gets_the_newest_count_and_not_all_of_them(api: Api) -> None:
    async def script(report: object) -> None:
        for current in range(10_001):
            report(  # type: ignore[operator]
                Progress(status="Downloading", id="4d6188f61e73", current=current, total=10_000)
            )

    api.images.script = script
    reply = await api.post("/images/create?fromImage=x&tag=1")
    lines = reply.body.splitlines()
    assert len(lines) < 10
    assert json.loads(lines[-1])["progressDetail"]["current"] == 10_000


async def test_an_import_ends_with_the_new_id(api: Api) -> None:
    reply = await api.post("/images/create?fromSrc=-&repo=x&tag=1&changes=CMD+a", data=b"tar")
    assert reply.body == b'{"status":"' + api.images.image.id.encode() + b'"}\r\n'
    assert api.images.uploaded == b"tar"
    assert api.images.asked[0]["reference"] == "x:1"
    assert api.images.asked[0]["changes"] == ["CMD a"]


async def test_a_load_takes_a_large_body_and_names_what_it_found(api: Api) -> None:
    reply = await api.post("/images/load", data=io.BytesIO(b"x" * MEGABYTES))
    assert reply.body == b'{"stream":"Loaded image: busybox:latest\\n"}\r\n'
    assert len(api.images.uploaded) == MEGABYTES
