"""/_ping, /version, /info, /events and fixed answers."""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest

from davit_engine.containers.model import State
from fakes.api import Api, eventually

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text())


async def test_a_ping_says_what_dockers_says(api: Api) -> None:
    reply = await api.get("/_ping")
    assert reply.body == b"OK"
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert reply.headers["Cache-Control"] == "no-cache, no-store, must-revalidate"
    assert reply.headers["Swarm"] == "inactive"
    head = await api.request("HEAD", "/v1.45/_ping")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Api-Version"] == "1.45"


async def test_the_version_has_dockers_fields(api: Api) -> None:
    shown = (await api.get("/version")).json()
    expected = golden("version")
    assert list(shown) == list(expected)
    assert (shown["ApiVersion"], shown["MinAPIVersion"]) == ("1.45", "1.24")
    assert shown["Components"][0]["Name"] == "Engine"


async def test_info_tells_the_proxies_but_no_password(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("http_proxy", "http://proxy:3128"),
        ("https_proxy", "http://me:a@secret@proxy:3128"),
        ("no_proxy", "localhost"),
    ):
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv(name, value)
    shown = (await api.get("/info")).json()
    assert shown["HttpProxy"] == "http://proxy:3128"
    assert shown["HttpsProxy"] == "http://xxxxx:xxxxx@proxy:3128"
    assert shown["NoProxy"] == "localhost"


async def test_info_has_dockers_fields(api: Api) -> None:
    api.containers.add("a")
    api.containers.add("b", state=State(status="running"))
    api.containers.add("c", state=State(status="paused"))
    shown = (await api.get("/info")).json()
    expected = golden("info")
    assert [key for key in expected if key != "KernelMemoryTCP"] == list(shown)
    for key, value in expected.items():
        if key in shown and value is not None and shown[key] is not None:
            assert type(shown[key]) is type(value), key
    counts = [shown[f"Containers{kind}"] for kind in ("", "Running", "Paused", "Stopped")]
    assert counts == [3, 1, 1, 1]
    assert shown["MemTotal"] > 0


async def lines(api: Api, path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (await api.get(path)).body.splitlines()]


async def test_events_of_the_past_end_at_once(api: Api) -> None:
    started = time.time_ns()
    api.events.publish("container", "create", "c" * 64, {"image": "x:1", "name": "web"})
    now = time.time_ns() / 1e9 + 0.001
    (event,) = await lines(api, f"/events?since={started / 1e9:.9f}&until={now:.9f}")
    assert event["Action"] == event["status"] == "create"
    assert event["from"] == "x:1"
    assert event["Actor"]["ID"] == event["id"] == "c" * 64
    assert event["time"] == event["timeNano"] // 10**9


async def test_without_since_only_later_events_come(api: Api) -> None:
    api.events.publish("container", "create", "c" * 64)
    async with api.session.get("/events") as reply:
        assert reply.headers["Content-Type"] == "application/json"
        api.events.publish("container", "start", "c" * 64)
        assert json.loads(await reply.content.readline())["Action"] == "start"


async def test_until_alone_gives_all_that_was_before(api: Api) -> None:
    api.events.publish("container", "create", "c" * 64)
    (event,) = await lines(api, f"/events?until={time.time():.9f}")
    assert event["Action"] == "create"


async def test_events_cannot_end_before_they_begin(api: Api) -> None:
    reply = await api.get("/events?since=5&until=4.5")
    assert reply.status == 400
    assert reply.message == "`since` time (5) cannot be after `until` time (4.5)"


async def test_events_end_at_a_moment_to_come(api: Api) -> None:
    until = time.time() + 0.3
    async with asyncio.timeout(5):
        assert await lines(api, f"/events?until={until:.6f}") == []


@pytest.mark.parametrize(
    ("filters", "actions"),
    [
        ({"type": ["network"]}, ["connect"]),
        ({"event": ["exec_create"]}, ["exec_create: ls"]),
        ({"event": ["start", "connect"]}, ["start", "connect"]),
        ({"container": ["web"]}, ["start", "exec_create: ls"]),
        ({"container": ["c" * 12]}, ["start", "exec_create: ls"]),
        ({"container": {"we": True, "no": False}}, ["start", "exec_create: ls"]),
        ({"image": ["x:"]}, []),
        ({"container": ["c" * 64], "event": ["start"]}, ["start"]),
        ({"image": ["x"]}, ["start", "exec_create: ls", "pull"]),
        ({"label": ["tier=front"]}, ["start"]),
        ({"label": ["tier"]}, ["start"]),
        ({"network": ["net"]}, ["connect"]),
        ({"scope": ["swarm"]}, []),
        ({"volume": ["data"]}, ["mount"]),
        ({"service": ["x"]}, []),
    ],
)
async def test_events_are_filtered_as_in_docker(
    api: Api, filters: dict[str, list[str] | dict[str, bool]], actions: list[str]
) -> None:
    web = {"image": "x:1", "name": "web"}
    api.events.publish("container", "start", "c" * 64, {**web, "tier": "front"})
    api.events.publish("container", "exec_create: ls", "c" * 64, web)
    api.events.publish("network", "connect", "d" * 64, {"name": "net"})
    api.events.publish("image", "pull", "x:1", {"name": "x"})
    api.events.publish("volume", "mount", "data", {"driver": "local"})
    query = f"/events?since=0&until={time.time():.9f}&filters={json.dumps(filters)}"
    assert [event["Action"] for event in await lines(api, query)] == actions


async def test_a_listener_that_leaves_is_forgotten(api: Api) -> None:
    before = len(asyncio.all_tasks())
    async with api.session.get("/events"):
        pass
    await eventually(lambda: len(asyncio.all_tasks()) <= before)
    assert not api.events._listeners


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("GET", "/swarm", 503, "This node is not a swarm manager."),
        ("GET", "/nodes", 503, "This node is not a swarm manager."),
        ("GET", "/services/x", 503, "This node is not a swarm manager."),
        ("POST", "/secrets/create", 503, "This node is not a swarm manager."),
        ("POST", "/swarm/leave", 503, "This node is not part of a swarm"),
        ("GET", "/plugins/x/json", 404, 'plugin "x" not found'),
    ],
)
async def test_what_is_not_offered_says_so(
    api: Api, method: str, path: str, status: int, words: str
) -> None:
    reply = await api.request(method, path)
    assert reply.status == status
    assert words in reply.message


async def test_there_are_no_plugins_and_no_build_cache(api: Api) -> None:
    assert (await api.get("/plugins")).body == b"[]\n"
    assert (await api.post("/build/prune")).json() == {"CachesDeleted": None, "SpaceReclaimed": 0}
