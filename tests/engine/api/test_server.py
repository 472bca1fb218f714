"""Listening, versions, routing, errors to statuses, and who may ask at all."""

import asyncio
import dataclasses
import io
import json
import socket
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import msgspec
import pytest

from davit_engine import errors
from davit_engine.api import server
from davit_engine.api.engine import Engine
from davit_engine.api.foreign import foreign
from davit_engine.api.server import (
    make_app,
    parse_version,
    serve,
    split_version,
    status_of,
)
from davit_engine.containers.model import State
from davit_engine.networks.network import PortInUse
from fakes.api import Api, eventually


@pytest.mark.parametrize("prefix", ["", "/v1.24", "/v1.41", "/v1.45"])
async def test_every_version_from_1_24_to_1_45_is_served(api: Api, prefix: str) -> None:
    reply = await api.get(f"{prefix}/_ping")
    assert (reply.status, reply.body) == (200, b"OK")


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("1.99", "client version 1.99 is too new. Maximum supported API version is 1.45"),
        ("1.45.1", "client version 1.45.1 is too new. Maximum supported API version is 1.45"),
        ("2.0", "client version 2.0 is too new. Maximum supported API version is 1.45"),
        (
            "1.10",
            "client version 1.10 is too old. Minimum supported API version is 1.24, please "
            "upgrade your client to a newer version",
        ),
    ],
)
async def test_other_versions_are_refused_in_dockers_words(
    api: Api, version: str, words: str
) -> None:
    reply = await api.get(f"/v{version}/info")
    assert (reply.status, reply.message) == (400, words)


@pytest.mark.parametrize("version", ["1.", "1.4x", "....", "9" * 40, "1.24.0", ".", "1.-3"])
def test_odd_versions_never_break(version: str) -> None:
    text, _ = split_version(f"/v{version}/info")
    try:
        parse_version(text)
    except errors.InvalidParameter:
        return


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/nosuch"),
        ("GET", "/v1.99/nosuch"),
        ("GET", "/vfoo/info"),
        ("POST", "/v1.45/info"),
        ("GET", "/containers/create"),
        ("GET", "/"),
        ("GET", "/containers//json"),
        ("POST", "/session"),
        ("POST", "/grpc"),
    ],
)
async def test_what_is_not_there_is_not_found_in_json(api: Api, method: str, path: str) -> None:
    reply = await api.request(method, path)
    assert reply.status == 404
    assert reply.body == b'{"message":"page not found"}\n'
    assert "Api-Version" not in reply.headers


async def test_every_routed_answer_carries_dockers_headers(api: Api) -> None:
    for path in ("/version", "/containers/json", "/containers/nosuch/json"):
        reply = await api.get(path)
        assert reply.headers["Api-Version"] == "1.45"
        assert reply.headers["Docker-Experimental"] == "false"
        assert reply.headers["Ostype"] == "linux"
        assert reply.headers["Server"] == "Davit/0.1.0 (linux)"
        assert reply.headers["Content-Type"] == "application/json"
        assert reply.body.endswith(b"\n")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.InvalidParameter("x"), 400),
        (errors.Unauthorized("x"), 401),
        (errors.Forbidden("x"), 403),
        (errors.NotFound("x"), 404),
        (errors.Conflict("x"), 409),
        (errors.AlreadyExists("x"), 409),
        (errors.NotModified("x"), 304),
        (errors.Unavailable("x"), 503),
        (errors.Unsupported("x"), 501),
        (errors.SystemFailure("x"), 500),
        (errors.EngineError("x"), 500),
        (PortInUse("x"), 500),
    ],
)
async def test_each_error_has_its_status_and_its_sentence(
    api: Api, error: errors.EngineError, status: int
) -> None:
    container = api.containers.add()
    api.containers.failure = error
    reply = await api.post(f"/containers/{container.id}/start")
    assert reply.status == status == status_of(error)
    assert reply.body == (b"" if status == 304 else b'{"message":"x"}\n')


async def test_what_nobody_foresaw_is_a_sentence_and_is_logged_once(
    api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    container = api.containers.add()
    api.containers.failure = ZeroDivisionError("secret")
    reply = await api.post(f"/containers/{container.id}/start")
    assert reply.status == 500
    assert "ZeroDivisionError" in reply.message
    assert b"secret" not in reply.body
    assert b"Traceback" not in reply.body
    assert [record.exc_info is not None for record in caplog.records if record.exc_info] == [True]


async def test_starting_twice_is_not_modified_and_has_no_body(api: Api) -> None:
    container = api.containers.add(state=State(status="running"))
    reply = await api.post(f"/containers/{container.id}/start")
    assert (reply.status, reply.body) == (304, b"")


# Bodies


async def test_a_body_of_another_content_type_is_refused(api: Api) -> None:
    reply = await api.post(
        "/containers/create", data=b'{"Image":"x"}', headers={"Content-Type": "text/plain"}
    )
    assert reply.status == 400
    assert reply.message == (
        "unsupported Content-Type header (text/plain): must be 'application/json'"
    )
    assert api.containers.records == {}


async def test_a_body_without_a_content_type_is_refused(api: Api) -> None:
    body = '{"Image":"x"}'
    reader, writer = await api.raw(
        f"POST /containers/create HTTP/1.1\nHost: x\nContent-Length: {len(body)}\n\n{body}"
    )
    assert (await reader.readline()) == b"HTTP/1.1 400 Bad Request\r\n"
    writer.close()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "invalid JSON: unexpected EOF"),
        (b"", "invalid JSON: got EOF while reading request body"),
        (b"{}", "config cannot be empty in order to create a container"),
        (b"null", "config cannot be empty in order to create a container"),
        (b'{"Image":5}', "invalid JSON: Image: Expected `str`, got `int`"),
    ],
)
async def test_bad_bodies_are_refused_and_nothing_is_made(
    api: Api, body: bytes, words: str
) -> None:
    reply = await api.post(
        "/containers/create", data=body, headers={"Content-Type": "application/json"}
    )
    assert (reply.status, reply.message) == (400, words)
    assert api.containers.records == {}


async def test_a_huge_body_is_refused(api: Api) -> None:
    body = b'{"Image":"' + b"x" * (5 * 1024 * 1024) + b'"}'
    reply = await api.post(
        "/containers/create", data=io.BytesIO(body), headers={"Content-Type": "application/json"}
    )
    assert reply.status == 400
    assert "larger than 4 MiB" in reply.message


async def test_huge_headers_are_refused_and_others_are_served(api: Api) -> None:
    reader, writer = await api.raw(f"GET /info HTTP/1.1\nHost: x\nX-Big: {'x' * 100_000}\n\n")
    assert (await reader.readline()).startswith(b"HTTP/1.")
    writer.close()
    assert (await api.get("/_ping")).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/containers/json?limit=abc",
        "/containers/json?filters=xx",
        "/containers/json?filters=[]",
        '/containers/json?filters={"foo":["x"]}',
        '/events?until=1&filters={"foo":["x"]}',
        "/events?since=abc",
        '/images/json?filters={"foo":["x"]}',
        "/system/df?type=foo",
    ],
)
async def test_bad_query_parameters_are_400_and_never_500(api: Api, path: str) -> None:
    reply = await api.get(path)
    assert reply.status == 400
    assert reply.message


@pytest.mark.parametrize(
    "path", ["resize", "resize?h=1", "resize?h=a&w=1", "resize?h=-1&w=5", "resize?h=70000&w=1"]
)
async def test_bad_terminal_sizes_are_refused(api: Api, path: str) -> None:
    container = api.containers.add()
    assert (await api.post(f"/containers/{container.id}/{path}")).status == 400


async def test_unknown_ids_are_not_found_on_every_route(api: Api) -> None:
    for method, path, body in [
        ("GET", "json", None),
        ("GET", "top", None),
        ("GET", "stats", None),
        ("GET", "changes", None),
        ("GET", "export", None),
        ("GET", "logs?stdout=1", None),
        ("GET", "archive?path=/", None),
        ("PUT", "archive?path=/", None),
        ("HEAD", "archive?path=/", None),
        ("POST", "start", None),
        ("POST", "stop", None),
        ("POST", "restart", None),
        ("POST", "kill", None),
        ("POST", "pause", None),
        ("POST", "unpause", None),
        ("POST", "rename?name=x", None),
        ("POST", "update", {}),
        ("POST", "wait", None),
        ("POST", "attach", None),
        ("POST", "resize?h=1&w=1", None),
        ("POST", "exec", {"Cmd": ["ls"]}),
    ]:
        reply = await api.request(method, f"/containers/nosuch/{path}", json=body)
        assert reply.status == 404, path
        if method != "HEAD":
            assert reply.message.endswith("No such container: nosuch"), path
    reply = await api.request("DELETE", "/containers/nosuch")
    assert (reply.status, reply.message) == (404, "No such container: nosuch")


async def test_an_ambiguous_prefix_is_refused(api: Api) -> None:
    api.containers.add("a", id="ab" + "0" * 62)
    api.containers.add("b", id="ab" + "1" * 62)
    reply = await api.get("/containers/ab/json")
    assert (reply.status, reply.message) == (
        400,
        "multiple IDs found with provided prefix: ab",
    )


async def test_a_name_with_a_slash_before_it_is_found(api: Api) -> None:
    container = api.containers.add("web")
    reply = await api.get("/containers/%2Fweb/json")
    assert reply.json()["Id"] == container.id


# Clients that go away, servers that close


async def test_a_change_is_finished_though_its_client_went_away(api: Api) -> None:
    container = api.containers.add()
    api.containers.gate.clear()
    _, writer = await api.raw(f"POST /containers/{container.id}/start HTTP/1.1\nHost: x\n\n")
    await eventually(lambda: ("start", container.id) in api.containers.called)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    api.containers.gate.set()
    await eventually(lambda: api.containers.finished == ["start"])


async def test_closing_ends_streams_and_finishes_changes(faked: Engine, short_path: Path) -> None:
    path = short_path / "s.sock"
    listening = await serve(make_app(faked), [f"unix://{path}"], "")
    client = Api(path, listening, faked)
    container = client.containers.add()
    client.containers.gate.clear()
    events = await client.session.get("/events")
    _, writer = await client.raw(f"POST /containers/{container.id}/start HTTP/1.1\nHost: x\n\n")
    await eventually(lambda: ("start", container.id) in client.containers.called)
    closing = asyncio.create_task(listening.aclose())
    await eventually(lambda: not path.exists())
    assert not closing.done()
    client.containers.gate.set()
    await asyncio.wait_for(closing, 10)
    assert client.containers.finished == ["start"]
    events.close()
    writer.close()
    await client.session.close()


async def test_closing_does_not_wait_for_ever(faked: Engine, short_path: Path) -> None:
    path = short_path / "s.sock"
    config = msgspec.structs.replace(faked.config, shutdown_timeout=0)
    listening = await serve(
        make_app(dataclasses.replace(faked, config=config)), [f"unix://{path}"], ""
    )
    client = Api(path, listening, faked)
    container = client.containers.add()
    client.containers.gate.clear()
    _, writer = await client.raw(f"POST /containers/{container.id}/start HTTP/1.1\nHost: x\n\n")
    await eventually(lambda: ("start", container.id) in client.containers.called)
    await asyncio.wait_for(listening.aclose(), 5)
    assert client.containers.finished == []
    writer.close()
    await client.session.close()


async def test_a_connection_that_never_asks_is_closed_and_others_go_on(
    faked: Engine, short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.2)
    path = short_path / "s.sock"
    listening = await serve(make_app(faked), [f"unix://{path}"], "")
    client = Api(path, listening, faked)
    async with client.session.get("/events") as events:
        reader, writer = await client.raw("GET /info HTTP/1.1\nHost: x\nX-Slow: ")
        assert await asyncio.wait_for(reader.read(), 5) == b""
        faked.events.publish("image", "pull", "x")
        assert b"pull" in await asyncio.wait_for(events.content.readline(), 5)
    writer.close()
    await client.session.close()
    await listening.aclose()


# Sockets


async def test_the_socket_is_for_its_owner_and_group_only(api: Api) -> None:
    assert stat.S_IMODE(api.socket.stat().st_mode) == 0o660


async def test_a_stale_socket_is_replaced(faked: Engine, short_path: Path) -> None:
    path = short_path / "s.sock"
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(path))
    listening = await serve(make_app(faked), [f"unix://{path}"], "")
    await listening.aclose()
    assert not path.exists()


async def test_a_socket_that_answers_is_left_alone(api: Api, faked: Engine) -> None:
    with pytest.raises(errors.SystemFailure, match="another program answers there"):
        await serve(make_app(faked), [f"unix://{api.socket}"], "")
    assert (await api.get("/_ping")).status == 200


async def test_a_file_in_the_way_is_left_alone(faked: Engine, short_path: Path) -> None:
    path = short_path / "s.sock"
    path.write_text("mine")
    with pytest.raises(errors.SystemFailure, match="not a socket"):
        await serve(make_app(faked), [f"unix://{path}"], "")
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "host", ["tcp://0.0.0.0:2375", "tcp://[::]:2375", "tcp://192.0.2.1:1", "tcp://:2375"]
)
async def test_only_loopback_is_offered_over_tcp(
    faked: Engine, short_path: Path, host: str
) -> None:
    path = short_path / "s.sock"
    with pytest.raises(errors.InvalidParameter, match=r"refusing to listen|cannot listen"):
        await serve(make_app(faked), [f"unix://{path}", host], "")
    assert not path.exists()


@pytest.mark.parametrize("host", ["unix://relative", "http://x", "fd://", "", "tcp://localhost:x"])
async def test_addresses_that_mean_nothing_are_refused(faked: Engine, host: str) -> None:
    with pytest.raises(errors.InvalidParameter, match="cannot listen"):
        await serve(make_app(faked), [host], "")


@pytest.fixture
async def tcp(faked: Engine) -> AsyncIterator[str]:
    listening = await serve(make_app(faked), ["tcp://127.0.0.1:0"], "")
    yield listening.addresses[0].replace("tcp://", "http://")
    await listening.aclose()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:2375"}, 200),
        ({"Host": "[::1]:2375"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Host": ""}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Host": "localhost:2375", "Origin": "http://localhost:2375"}, 200),
        ({"Host": "localhost:2375", "Origin": "http://localhost:2376"}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
    ],
)
async def test_over_tcp_web_pages_are_kept_out(
    tcp: str, headers: dict[str, str], status: int
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{tcp}/v1.45/containers/prune", headers=headers) as reply,
    ):
        assert reply.status == status
        assert json.loads(await reply.read())


async def test_the_unix_socket_takes_any_host_name(api: Api) -> None:
    reply = await api.get("/_ping", headers={"Host": "docker"})
    assert reply.status == 200


@pytest.mark.parametrize("host", ["[", "a b", "@", "localhost@evil", "127.0.0.1@evil.example"])
def test_odd_host_names_are_foreign(host: str) -> None:
    assert foreign({"Host": host})
