"""/containers and /exec: what a request becomes at the service, and what its answer looks like."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from davit_engine.containers.model import Config, HostConfig, State
from davit_engine.errors import AlreadyExists
from davit_engine.lookup import Filters
from fakes.api import Api
from fakes.services import IMAGE_ID

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text())


async def test_creating_hands_the_whole_request_to_the_service(api: Api) -> None:
    reply = await api.post(
        "/containers/create?name=web&platform=linux/amd64",
        {
            "Image": "busybox",
            "Cmd": ["ls"],
            "HostConfig": {"Memory": 5},
            "NetworkingConfig": {"EndpointsConfig": {"net": {"Aliases": ["a"]}}},
        },
    )
    assert reply.status == 201
    assert list(reply.json()) == ["Id", "Warnings"]
    _, name, config, host_config, networking, platform = api.containers.called[0]
    assert (name, platform) == ("web", "linux/amd64")
    assert config == Config(image="busybox", cmd=["ls"])
    assert host_config == HostConfig(memory=5)
    assert networking["net"].aliases == ["a"]


async def test_a_taken_name_is_a_conflict(api: Api) -> None:
    words = 'Conflict. The container name "/web" is already in use by container "x".'
    api.containers.failure = AlreadyExists(words)
    reply = await api.post("/containers/create?name=web", {"Image": "x"})
    assert (reply.status, reply.message) == (409, words)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", (False, None, {})),
        ("all=1&limit=5", (True, 5, {})),
        ("all=true&limit=-1", (True, None, {})),
        ('filters={"name":["a"]}', (False, None, {"name": ("a",)})),
        ('filters={"name":{"a":true,"b":false}}', (False, None, {"name": ("a",)})),
        ("filters=", (False, None, {})),
    ],
)
async def test_listing_hands_over_what_was_asked(
    api: Api, query: str, expected: tuple[bool, int | None, dict[str, tuple[str, ...]]]
) -> None:
    reply = await api.get(f"/containers/json?{query}")
    assert (reply.status, reply.body) == (200, b"[]\n")
    _, everything, limit, filters = api.containers.called[0]
    assert (everything, limit) == expected[:2]
    assert filters == Filters(expected[2])


async def test_a_list_names_the_image_as_long_as_the_name_means_it(api: Api) -> None:
    api.containers.add("a", state=State(status="running"))
    api.containers.add("b", state=State(status="running"), config=Config(image="moved:1"))
    api.containers.add("c", state=State(status="running"), config=Config(image="busybox"))
    rows = (await api.get("/containers/json?size=1")).json()
    assert [row["Image"] for row in rows] == ["busybox:latest", IMAGE_ID, "busybox"]
    assert [row["SizeRootFs"] for row in rows] == [10, 10, 10]


@pytest.mark.parametrize(
    ("verb", "query", "call"),
    [
        ("stop", "?t=5&signal=SIGINT", ("stop", "web", 5, "SIGINT")),
        ("stop", "?t=-1", ("stop", "web", -1, None)),
    ],
)
async def test_stopping_passes_time_and_signal_on(
    api: Api, verb: str, query: str, call: tuple[Any, ...]
) -> None:
    api.containers.add("web", state=State(status="running"))
    reply = await api.post(f"/containers/web/{verb}{query}")
    assert (reply.status, reply.body) == (204, b"")
    assert api.containers.called[0] == call


async def test_changes_answer_without_a_body(api: Api) -> None:
    container = api.containers.add("web", state=State(status="running"))
    for path in ("restart?t=1", "kill?signal=HUP", "pause", "unpause", "rename?name=other"):
        reply = await api.post(f"/containers/web/{path}")
        assert (reply.status, reply.body) == (204, b""), path
    reply = await api.request("DELETE", "/containers/web?force=1&v=1")
    assert (reply.status, reply.body) == (204, b"")
    assert api.containers.called == [
        ("restart", container.id, 1, None),
        ("kill", container.id, "HUP"),
        ("pause", container.id),
        ("unpause", container.id),
        ("rename", container.id, "other"),
        ("remove", container.id, True, True),
    ]


async def test_a_rename_needs_a_name(api: Api) -> None:
    api.containers.add("web")
    reply = await api.post("/containers/web/rename")
    assert (reply.status, reply.message) == (400, "Neither old nor new names may be empty")


async def test_a_start_with_a_body_is_refused(api: Api) -> None:
    api.containers.add("web")
    reply = await api.post("/containers/web/start", {"Binds": []})
    assert reply.status == 400
    assert "non-empty request body" in reply.message
    assert api.containers.called == []


async def test_an_update_takes_resources_and_policy(api: Api) -> None:
    api.containers.add("web")
    reply = await api.post(
        "/containers/web/update", {"Memory": 7, "RestartPolicy": {"Name": "always"}}
    )
    assert reply.body == b'{"Warnings":null}\n'
    _, _, resources, policy = api.containers.called[0]
    assert (resources.memory, policy.name) == (7, "always")


async def test_top_and_changes_read_as_dockers(api: Api) -> None:
    api.containers.add("web")
    assert (await api.get("/containers/web/top")).body == (
        b'{"Processes":[["1","sh"]],"Titles":["PID","CMD"]}\n'
    )
    assert api.containers.called[0][2] == "-ef"
    assert (await api.get("/containers/web/changes")).body == (
        b'[{"Path":"/a","Kind":1},{"Path":"/b","Kind":2}]\n'
    )


async def test_statistics_of_a_stopped_container_come_at_once(api: Api) -> None:
    container = api.containers.add("web")
    shown = (await api.get("/containers/web/stats?stream=0")).json()
    assert shown["id"] == container.id
    assert shown["name"] == "/web"
    assert shown["read"] == "0001-01-01T00:00:00Z"
    assert shown["pids_stats"] == {}


async def test_streamed_statistics_end_when_the_container_is_gone(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davit_engine.api.containers.STATS_SECONDS", 0.01)
    container = api.containers.add("web")
    async with api.session.get("/containers/web/stats") as reply:
        assert json.loads(await reply.content.readline())["id"] == container.id
        del api.containers.records[container.id]
        while await reply.content.readline():
            pass


async def test_a_path_is_told_in_a_header(api: Api) -> None:
    api.containers.add("web")
    for method in ("HEAD", "GET"):
        reply = await api.request(method, "/containers/web/archive?path=/tmp")
        stat = json.loads(base64.b64decode(reply.headers["X-Docker-Container-Path-Stat"]))
        assert stat == {
            "name": "tmp",
            "size": 4096,
            "mode": 2147484141,
            "mtime": "0001-01-01T00:00:00Z",
            "linkTarget": "",
        }
    assert reply.body == b"tar"
    assert reply.headers["Content-Type"] == "application/x-tar"


async def test_a_missing_path_is_not_found_without_and_with_a_body(api: Api) -> None:
    api.containers.add("web")
    assert (await api.request("HEAD", "/containers/web/archive?path=/missing")).status == 404
    reply = await api.get("/containers/web/archive?path=/missing")
    assert (reply.status, reply.message) == (
        404,
        "Could not find the file /missing in container web",
    )


async def test_files_are_put_with_their_options(api: Api) -> None:
    container = api.containers.add("web")
    reply = await api.request(
        "PUT", "/containers/web/archive?path=/x&noOverwriteDirNonDir=1", data=b"tar"
    )
    assert reply.status == 200
    assert api.containers.uploaded == b"tar"
    assert api.containers.called[0] == (
        "archive_put",
        container.id,
        "/x",
        {"no_overwrite": True, "copy_uid_gid": False},
    )


async def test_an_export_streams(api: Api) -> None:
    api.containers.add("web")
    reply = await api.get("/containers/web/export")
    assert reply.headers["Content-Type"] == "application/octet-stream"
    assert reply.body == b"x" * 3000


async def test_a_commit_names_the_image(api: Api) -> None:
    api.containers.add("web")
    query = "container=web&repo=x&tag=1&comment=c&author=a&changes=CMD+a&changes=ENV+b&pause=0"
    reply = await api.post(f"/commit?{query}")
    assert (reply.status, reply.json()) == (201, {"Id": IMAGE_ID})
    assert api.containers.called[0][2] == {
        "reference": "x:1",
        "comment": "c",
        "author": "a",
        "pause": False,
        "changes": ["CMD a", "ENV b"],
        "config": None,
    }


async def test_a_prune_tells_what_it_removed(api: Api) -> None:
    reply = await api.post("/containers/prune")
    assert reply.body == b'{"ContainersDeleted":null,"SpaceReclaimed":0}\n'


async def test_an_exec_is_inspected_field_for_field_as_dockerd_does(api: Api) -> None:
    expected = golden("exec")
    container = api.containers.add("web", state=State(status="running"))
    command = ["sh", "-c", "echo a;echo b >&2;exit 4"]
    body = {"Cmd": command, "AttachStdout": True, "AttachStderr": True, "User": "0"}
    id = (await api.post("/containers/web/exec", body)).json()["Id"]
    shown = (await api.get(f"/exec/{id}/json")).json()
    expected |= {"ID": id, "ContainerID": container.id}
    assert shown == expected
    assert list(shown) == list(expected)


async def test_an_unknown_exec_is_not_found(api: Api) -> None:
    for method, path in [("GET", "json"), ("POST", "start"), ("POST", "resize?h=1&w=1")]:
        reply = await api.request(method, f"/exec/nosuch/{path}")
        assert (reply.status, reply.message) == (404, "No such exec instance: nosuch")
