"""The client against real bytes on a real Unix socket."""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import aclosing
from pathlib import Path

import pytest

from davit_desktop.client.engine import Auth, EngineClient
from davit_desktop.client.errors import (
    ApiError,
    BadRequest,
    Conflict,
    ConnectionLost,
    EngineFault,
    EngineUnreachable,
    InvalidHost,
    NotFound,
    ProgressFailed,
    UnexpectedAnswer,
)
from davit_desktop.client.streams import Stream, encode_frame
from davit_desktop.client.transport import Transport, parse_host
from desktop.client.fake_engine import Asked, FakeEngine

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
RAW = "application/vnd.docker.raw-stream"


async def until(condition: object, seconds: float = 5.0) -> None:
    """Waits for a callable to become true."""
    assert callable(condition)
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    ("served", "used"),
    [("1.45", "/v1.45/"), ("1.50", "/v1.45/"), ("1.41", "/v1.41/"), ("", "/v1.24/")],
)
async def test_the_newest_version_both_sides_speak_is_used(
    engine: FakeEngine, client: EngineClient, served: str, used: str
) -> None:
    engine.api = served
    engine.on("GET /containers/json", 200, [])
    await client.containers()
    assert engine.asked[-1].path.startswith(used)


async def test_the_version_is_asked_for_once(engine: FakeEngine, client: EngineClient) -> None:
    engine.on("GET /images/json", 200, [])
    await client.images()
    await client.images()
    assert [asked.path for asked in engine.asked].count("/_ping") == 1


async def test_containers_are_asked_for_and_read(engine: FakeEngine, client: EngineClient) -> None:
    engine.on("GET /containers/json", 200, [{"Id": "abc", "Names": ["/web"], "Ports": None}])
    found = await client.containers(all=True, filters={"label": ["a=b", "c"]})
    assert [container.name for container in found] == ["web"]
    query = engine.asked[-1].query
    assert query["all"] == ["1"]
    assert json.loads(query["filters"][0]) == {"label": ["a=b", "c"]}
    assert "size" not in query


async def test_inspect_is_passed_on_with_its_nulls(
    engine: FakeEngine, client: EngineClient
) -> None:
    engine.on("GET /containers/web/json", 200, {"Id": "abc", "Args": None})
    assert await client.inspect_container("web") == {"Id": "abc", "Args": None}


async def test_names_cannot_leave_their_place_in_the_path(
    engine: FakeEngine, client: EngineClient
) -> None:
    with pytest.raises(NotFound):
        await client.inspect_container("a?b#c d")
    assert engine.asked[-1].path == "/v1.45/containers/a%3Fb%23c%20d/json"


@pytest.mark.parametrize(
    ("status", "kind"), [(400, BadRequest), (404, NotFound), (409, Conflict), (500, EngineFault)]
)
async def test_an_error_carries_dockers_own_message(
    engine: FakeEngine, client: EngineClient, status: int, kind: type[ApiError]
) -> None:
    engine.on("POST /containers/web/start", status, {"message": "port is taken"})
    with pytest.raises(kind) as failure:
        await client.start("web")
    assert str(failure.value) == "port is taken"
    assert failure.value.status == status


@pytest.mark.parametrize("body", [b"plain words\n", b"[]", b'{"message":5}', b""])
async def test_an_error_in_another_shape_is_still_words(
    engine: FakeEngine, client: EngineClient, body: bytes
) -> None:
    engine.on("POST /containers/web/start", 502, body)
    with pytest.raises(EngineFault) as failure:
        await client.start("web")
    assert str(failure.value)


async def test_starting_twice_is_not_an_error(engine: FakeEngine, client: EngineClient) -> None:
    engine.on("POST /containers/web/start", 304, b"")
    await client.start("web")


async def test_an_answer_that_is_no_json_is_named_as_such(
    engine: FakeEngine, client: EngineClient
) -> None:
    engine.on("GET /containers/json", 200, b"<html>")
    with pytest.raises(UnexpectedAnswer):
        await client.containers()


async def test_a_socket_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    async with EngineClient(f"unix://{tmp_path}/none.sock") as client:
        with pytest.raises(EngineUnreachable, match=r"does not exist.*Is the engine running"):
            await client.info()


async def test_a_socket_nobody_listens_on_says_so(engine: FakeEngine) -> None:
    import socket

    stale = engine.path.with_name("stale.sock")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(str(stale))
    async with EngineClient(f"unix://{stale}") as client:
        with pytest.raises(EngineUnreachable, match="nothing is listening there"):
            await client.ping()


async def test_an_engine_that_hangs_up_is_a_lost_connection(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def hang_up(asked: Asked) -> None:
        asked.writer.close()

    engine.handlers["GET /info"] = hang_up
    with pytest.raises(ConnectionLost):
        await client.info()


async def test_an_answer_cut_short_is_a_lost_connection(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def cut(asked: Asked) -> None:
        await asked.begin(200, Content_Length="100")
        await asked.say(b'{"ID":')
        asked.writer.close()

    engine.handlers["GET /info"] = cut
    with pytest.raises(ConnectionLost):
        await client.info()


async def test_an_engine_that_keeps_silent_is_given_up(
    engine: FakeEngine, client: EngineClient
) -> None:
    released = asyncio.Event()

    async def silent(asked: Asked) -> None:
        await released.wait()
        asked.writer.close()

    engine.handlers["GET /info"] = silent
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await client.info()
    released.set()


async def test_attach_carries_bytes_both_ways_with_half_close(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def echo(asked: Asked) -> None:
        assert asked.headers["upgrade"] == "tcp"
        await asked.begin(101, Connection="Upgrade", Upgrade="tcp", Content_Type=MULTIPLEXED)
        typed = await asked.reader.read()  # ends only at the half-close
        for frame in (encode_frame(Stream.STDOUT, typed), encode_frame(Stream.STDERR, b"bye")):
            for byte in frame:  # each byte by itself
                await asked.say(bytes([byte]))
        asked.writer.close()

    engine.handlers["POST /containers/web/attach"] = echo
    async with asyncio.timeout(20), await client.attach("web", stdin=True) as stream:
        assert stream.multiplexed
        await stream.write(b"hello ")
        await stream.write(b"world")
        stream.close_write()
        got = [frame async for frame in stream.frames()]
    assert b"".join(data for kind, data in got if kind is Stream.STDOUT) == b"hello world"
    assert b"".join(data for kind, data in got if kind is Stream.STDERR) == b"bye"


async def test_output_sent_together_with_the_head_is_not_lost(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def eager(asked: Asked) -> None:
        head = f"HTTP/1.1 101 UPGRADED\r\nContent-Type: {RAW}\r\nConnection: Upgrade\r\n"
        await asked.say(head.encode() + b"Upgrade: tcp\r\n\r\n$ prompt")
        asked.writer.close()

    engine.handlers["POST /containers/web/attach"] = eager
    async with await client.attach("web") as stream:
        assert not stream.multiplexed
        assert [frame async for frame in stream.frames()] == [(Stream.STDOUT, b"$ prompt")]


async def test_output_cut_in_mid_frame_is_a_lost_connection(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def cut(asked: Asked) -> None:
        await asked.begin(101, Connection="Upgrade", Upgrade="tcp", Content_Type=MULTIPLEXED)
        await asked.say(encode_frame(Stream.STDOUT, b"hello")[:-2])
        asked.writer.close()

    engine.handlers["POST /containers/web/attach"] = cut
    async with await client.attach("web") as stream:
        with pytest.raises(ConnectionLost, match="in the middle"):
            assert [data async for _, data in stream.frames()] == [b"hel"]


async def test_a_refused_attach_is_an_api_error(engine: FakeEngine, client: EngineClient) -> None:
    engine.on("POST /containers/web/attach", 409, {"message": "is not running"})
    with pytest.raises(Conflict, match="is not running"):
        await client.attach("web")


async def test_an_attach_without_upgrade_is_explained(
    engine: FakeEngine, client: EngineClient
) -> None:
    engine.on("POST /containers/web/attach", 200, b"")
    with pytest.raises(UnexpectedAnswer, match="two-way stream"):
        await client.attach("web")


async def test_wait_returns_with_the_head_and_tells_the_code_later(
    engine: FakeEngine, client: EngineClient
) -> None:
    ended = asyncio.Event()

    async def wait(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        await ended.wait()
        await asked.chunk(b'{"StatusCode":137,"Error":null}')
        await asked.chunk(b"")

    engine.handlers["POST /containers/web/wait"] = wait
    async with await client.wait("web", "next-exit") as pending:
        assert engine.asked[-1].query["condition"] == ["next-exit"]
        ended.set()
        assert (await pending.status()).status_code == 137


async def test_a_wait_the_engine_abandons_is_a_lost_connection(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def wait(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        asked.writer.close()

    engine.handlers["POST /containers/web/wait"] = wait
    async with await client.wait("web") as pending:
        with pytest.raises(ConnectionLost):
            await pending.status()


async def test_logs_are_followed_and_hung_up_when_nobody_reads(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def follow(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked", Content_Type=MULTIPLEXED)
        frame = encode_frame(Stream.STDERR, b"line\n")
        await asked.chunk(frame[:3])
        await asked.chunk(frame[3:])
        await asked.reader.read()  # until the client hangs up
        asked.writer.close()

    engine.handlers["GET /containers/web/logs"] = follow
    async with aclosing(client.logs("web", follow=True, tail="5")) as frames:
        async for frame in frames:
            assert frame == (Stream.STDERR, b"line\n")
            break
    query = engine.asked[-1].query
    assert (query["follow"], query["tail"], query["stdout"]) == (["1"], ["5"], ["1"])
    await client.aclose()
    await until(lambda: engine.open == 0)


@pytest.mark.parametrize(
    ("api", "kind", "tty", "expected"),
    [
        ("1.45", RAW, False, b"plain"),
        ("1.45", MULTIPLEXED, True, None),
        ("1.41", RAW, True, b"plain"),
    ],
)
async def test_who_says_whether_output_is_multiplexed(
    engine: FakeEngine, client: EngineClient, api: str, kind: str, tty: bool, expected: bytes | None
) -> None:
    engine.api = api
    wire = b"plain" if expected else encode_frame(Stream.STDOUT, b"framed")

    async def say(asked: Asked) -> None:
        await asked.answer(200, wire, **{"Content-Type": kind})

    engine.handlers["GET /containers/web/logs"] = say
    frames = [data async for _, data in client.logs("web", tty=tty)]
    assert frames == [expected or b"framed"]


async def test_cancelling_a_stream_closes_its_connection(
    engine: FakeEngine, client: EngineClient
) -> None:
    started = asyncio.Event()

    async def events(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        await asked.chunk(b'{"Type":"container","Action":"start"}\n')
        await asked.reader.read()
        asked.writer.close()

    engine.handlers["GET /events"] = events

    async def listen() -> None:
        async with aclosing(client.events()) as news:
            async for _ in news:
                started.set()

    task = asyncio.create_task(listen())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    # The ping's connection may be kept; the stream's may not.
    await until(lambda: engine.open <= 1)
    engine.on("GET /containers/json", 200, [])
    assert await client.containers() == []


async def test_pull_sends_credentials_and_ends_with_the_engines_error(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def pull(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        await asked.chunk(b'{"status":"Pulling from x","id":"1"}\r\n{"sta')
        await asked.chunk(b'tus":"Downloading","progressDetail":{"current":1,"total":2},"id":"a"}')
        await asked.chunk(b'\r\n{"errorDetail":{"message":"unexpected EOF"},"error":"x"}\r\n')
        await asked.chunk(b"")

    engine.handlers["POST /images/create"] = pull
    lines = client.pull("reg:5000/x", auth=Auth(username="u", password="p"))
    seen = [await anext(lines), await anext(lines)]
    with pytest.raises(ProgressFailed, match=r"^unexpected EOF$"):
        await anext(lines)
    assert [(line.id, line.status, line.detail.total) for line in seen] == [
        ("1", "Pulling from x", 0),
        ("a", "Downloading", 2),
    ]
    asked = engine.asked[-1]
    assert asked.query == {"fromImage": ["reg:5000/x"], "tag": ["latest"]}
    sent = json.loads(base64.urlsafe_b64decode(asked.headers["x-registry-auth"]))
    assert sent == {"username": "u", "password": "p"}


@pytest.mark.parametrize(
    ("ref", "name", "tag"),
    [("x:1", "x", "1"), ("h:5000/x", "h:5000/x", "latest"), ("x@sha256:ab", "x", "sha256:ab")],
)
async def test_names_and_tags_go_apart(
    engine: FakeEngine, client: EngineClient, ref: str, name: str, tag: str
) -> None:
    engine.on("POST /images/create", 200, b"")
    assert [line async for line in client.pull(ref)] == []
    assert engine.asked[-1].query == {"fromImage": [name], "tag": [tag]}


async def test_exec_says_how_it_wants_to_be_run(engine: FakeEngine, client: EngineClient) -> None:
    async def start(asked: Asked) -> None:
        await asked.begin(101, Connection="Upgrade", Upgrade="tcp", Content_Type=RAW)
        await asked.say(b"$ ")
        asked.writer.close()

    engine.on("POST /containers/web/exec", 201, {"Id": "e1"})
    engine.handlers["POST /exec/e1/start"] = start
    id = await client.exec_create("web", {"Cmd": ["sh"], "Tty": True})
    async with await client.exec_start(id, tty=True, console_size=(24, 80)) as stream:
        assert [frame async for frame in stream.frames()] == [(Stream.STDOUT, b"$ ")]
    assert engine.asked[-1].json() == {"Detach": False, "Tty": True, "ConsoleSize": [24, 80]}


async def test_archives_go_both_ways(engine: FakeEngine, client: EngineClient) -> None:
    stat = {"name": "etc", "size": 4096, "mode": 0x80000000 | 0o755, "linkTarget": ""}
    header = base64.b64encode(json.dumps(stat).encode()).decode()

    async def get(asked: Asked) -> None:
        assert asked.headers["accept-encoding"] == "identity"
        await asked.answer(200, b"tar bytes", **{"X-Docker-Container-Path-Stat": header})

    engine.handlers["GET /containers/web/archive"] = get
    engine.on("PUT /containers/web/archive", 200, b"")
    async with client.files_of_container("web").archive("/etc") as (found, chunks):
        assert (found.name, found.is_dir, found.is_symlink) == ("etc", True, False)
        content = b"".join([chunk async for chunk in chunks])
    assert content == b"tar bytes"

    async def parts() -> object:
        for part in (b"one", b"two"):
            yield part

    await client.files_of_container("web").unpack("/tmp", parts(), no_overwrite_dir_non_dir=True)  # type: ignore[arg-type]
    asked = engine.asked[-1]
    assert asked.body == b"onetwo"
    assert asked.query == {"path": ["/tmp"], "noOverwriteDirNonDir": ["1"]}


async def test_a_path_without_stat_is_an_unexpected_answer(
    engine: FakeEngine, client: EngineClient
) -> None:
    engine.on("HEAD /containers/web/archive", 200, b"")
    with pytest.raises(UnexpectedAnswer):
        await client.files_of_container("web").stat("/x")


async def test_events_after_a_half_line_are_not_lost(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def events(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        await asked.chunk(b'{"Type":"image","Action":"pull","Actor":{"ID":"x"}}\n{"Type":"vol')
        await asked.chunk(b'ume","Action":"create","Actor":{"ID":"v","Attributes":null}}\n')
        await asked.chunk(b"")

    engine.handlers["GET /events"] = events
    news = [event async for event in client.events(since="5")]
    assert [(event.type, event.action) for event in news] == [
        ("image", "pull"),
        ("volume", "create"),
    ]
    assert engine.asked[-1].query == {"since": ["5"]}


async def test_many_streams_at_once_need_no_more_than_their_own_connections(
    engine: FakeEngine, client: EngineClient
) -> None:
    async def follow(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked", Content_Type=MULTIPLEXED)
        await asked.chunk(encode_frame(Stream.STDOUT, b"x"))
        await asked.reader.read()
        asked.writer.close()

    engine.handlers["GET /containers/web/logs"] = follow
    streams = [client.logs("web", follow=True) for _ in range(120)]
    async with asyncio.timeout(20):
        firsts = await asyncio.gather(*(anext(stream) for stream in streams))
    assert len(firsts) == 120
    await asyncio.gather(*(stream.aclose() for stream in streams))


def test_the_host_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAVIT_HOST", raising=False)
    monkeypatch.delenv("DOCKER_HOST", raising=False)
    assert EngineClient.default_host() == "unix:///run/davit/engine.sock"
    monkeypatch.setenv("DOCKER_HOST", "tcp://b:1")
    assert EngineClient.default_host() == "tcp://b:1"
    monkeypatch.setenv("DAVIT_HOST", "unix:///a")
    assert EngineClient.default_host() == "unix:///a"


@pytest.mark.parametrize(
    ("host", "unix", "url"),
    [
        ("unix:///run/x.sock", "/run/x.sock", "http://localhost"),
        ("/run/x.sock", "/run/x.sock", "http://localhost"),
        ("tcp://1.2.3.4", "", "http://1.2.3.4:2375"),
        ("tcp://h:99/base/", "", "http://h:99/base"),
        ("tcp://[::1]:99", "", "http://[::1]:99"),
        ("https://h", "", "https://h:2376"),
    ],
)
def test_addresses(host: str, unix: str, url: str) -> None:
    address = parse_host(host)
    assert (address.unix, address.url) == (unix, url)


def test_a_named_pipe_is_an_address() -> None:
    assert parse_host("npipe:////./pipe/x").pipe == r"\\.\pipe\x"


def test_certificates_turn_tls_on() -> None:
    assert parse_host("tcp://h", certificates="/c").url == "https://h:2376"


@pytest.mark.parametrize("host", ["", "x", "ssh://h", "tcp://h:x", "unix://"])
def test_addresses_that_cannot_be(host: str) -> None:
    with pytest.raises(InvalidHost, match=r"unix:///path|no valid port"):
        parse_host(host)


async def test_certificates_that_are_not_there_are_named(tmp_path: Path) -> None:
    address = parse_host("tcp://h", certificates=str(tmp_path))
    with pytest.raises(InvalidHost, match=r"ca\.pem"):
        Transport(address)
