"""A tiny Docker engine on a Unix socket, told by the test what it holds and what happens to it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from davit_desktop.client.engine import EngineClient
from davit_desktop.session import Session
from davit_desktop.state.containers import Container, State
from davit_desktop.state.ports import PortMapping


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains of every window that has a least size."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(
                pytest.mark.qt_log_ignore("propagateSizeHints|does not support raise", extend=True)
            )


class TinyEngine:
    """Answers the calls a session makes. `say` sends an event; `hang_up` ends all streams."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.containers: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []
        self.volumes: list[dict[str, Any]] = []
        self.networks: list[dict[str, Any]] = []
        self.image: dict[str, Any] = {}  # what inspect tells of any
        self.history: list[dict[str, Any]] = []  # of any image
        self.top: dict[str, Any] = {"Titles": ["PID", "CMD"], "Processes": [["7", "sh"]]}
        self.files: list[dict[str, Any]] = []  # of any container or volume
        self.usage: dict[str, Any] = {}
        self.platform = "Docker Engine"
        self.builds: list[dict[str, Any]] = []
        self.build_events: dict[str, list[dict[str, Any]]] = {}
        self.dockerfiles: dict[str, str] = {}
        self.inspects: dict[str, dict[str, Any]] = {}
        self.calls: list[str] = []
        self.listings = 0
        self.refusals: dict[str, tuple[int, str]] = {}
        self.held: dict[str, asyncio.Event] = {}  # calls that wait until they are let go
        self.stats_open = 0
        self.stats_seen: list[str] = []
        self._listeners: list[asyncio.Queue[dict[str, Any] | None]] = []
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.UnixSite(self._runner, str(self.path)).start()

    async def stop(self) -> None:
        self.hang_up()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def say(self, kind: str, action: str, id: str, **attributes: str) -> None:
        event = {
            "Type": kind,
            "Action": action,
            "Actor": {"ID": id, "Attributes": attributes},
            "time": 1700000000,
            "timeNano": 1700000000 * 10**9,
        }
        for listener in self._listeners:
            listener.put_nowait(event)

    def hang_up(self) -> None:
        for listener in self._listeners:
            listener.put_nowait(None)

    @property
    def listeners(self) -> int:
        return len(self._listeners)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["path"]
        if path.startswith("/v1."):
            path = "/" + path.split("/", 2)[2]
        self.calls.append(f"{request.method} {path}")
        for prefix, (status, message) in self.refusals.items():
            if f"{request.method} {path}".startswith(prefix):
                return web.json_response({"message": message}, status=status)
        for prefix, go in self.held.items():
            if f"{request.method} {path}".startswith(prefix):
                await go.wait()
        match path.split("/")[1:]:
            case ["_ping"]:
                return web.Response(text="OK", headers={"Api-Version": "1.45"})
            case ["version"]:
                platform = {"Name": self.platform}
                return web.json_response(
                    {"Version": "27.0", "ApiVersion": "1.45", "Platform": platform}
                )
            case ["info"]:
                return web.json_response({"SystemTime": "2023-11-14T22:13:20Z"})
            case ["containers", "json"]:
                return self._list(request)
            case ["images", "json"]:
                return web.json_response(self.images)
            case ["images", *_] if request.method == "DELETE":
                return web.json_response([])
            case ["images", *name, "json"]:
                known = {"Id": "sha256:" + "1" * 64, "RepoTags": ["/".join(name)]}
                return web.json_response(known | self.image)
            case ["images", *_, "history"]:
                return web.json_response(self.history)
            case ["events"]:
                return await self._events(request)
            case ["containers", id, "stats"]:
                return await self._stats(request, id)
            case ["containers", id, "json"]:
                return web.json_response(self.inspects.get(id, {"Id": id}))
            case ["containers", _, "top"]:
                return web.json_response(self.top)
            case ["networks"]:
                return web.json_response(self.networks)
            case ["volumes"]:
                return web.json_response({"Volumes": self.volumes})
            case ["system", "df"]:
                return web.json_response({"LayersSize": 1000, **self.usage})
            case ["volumes", name] if request.method == "GET":
                return web.json_response({"Name": name, "Driver": "local"})
            case ["davit", "v1", "builds"]:
                return web.json_response(self.builds)
            case ["davit", "v1", "builds", id, "events"]:
                lines = [json.dumps(event) + "\n" for event in self.build_events.get(id, [])]
                return web.Response(text="".join(lines))
            case ["davit", "v1", "builds", id, "dockerfile"]:
                return web.Response(text=self.dockerfiles.get(id, ""))
            case ["davit", "v1", "build", "check"]:
                return web.json_response({"Error": None, "Warnings": []})
            case ["davit", "v1", "volumes" | "containers", _, "files"] if request.method == "GET":
                return web.json_response({"Entries": self.files, "More": False})
            case ["davit", "v1", "volumes", *_] if request.method == "GET":
                return web.json_response({"Entries": [], "More": False})
            case ["containers", "create"]:
                return web.json_response({"Id": "f" * 64}, status=201)
            case ["containers", id] if request.method == "DELETE":
                self.containers = [c for c in self.containers if c["Id"] != id]
                self.say("container", "destroy", id)
                return web.Response(status=204)
            case _:
                return web.Response(status=204)

    def _list(self, request: web.Request) -> web.Response:
        self.listings += 1
        filters = json.loads(request.query.get("filters", "{}"))
        ids = filters.get("id")
        ids = list(ids) if ids else None
        return web.json_response([c for c in self.containers if ids is None or c["Id"] in ids])

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._listeners.append(queue)
        try:
            while (event := await queue.get()) is not None:
                await response.write(json.dumps(event).encode() + b"\n")
        finally:
            self._listeners.remove(queue)
        return response

    async def _stats(self, request: web.Request, id: str) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        self.stats_open += 1
        self.stats_seen.append(id)
        sample = {"memory_stats": {"usage": 4096, "limit": 8192}, "pids_stats": {"current": 1}}
        try:
            while True:
                await response.write(json.dumps(sample).encode() + b"\n")
                await asyncio.sleep(0.05)
        finally:
            self.stats_open -= 1


def summary(id: str, name: str, state: str = "running", **more: Any) -> dict[str, Any]:
    """A row of the engine's listing; `id` is one character."""
    return {
        "Id": id * 64,
        "Names": [f"/{name}"],
        "Image": "busybox:1",
        "ImageID": "sha256:" + "1" * 64,
        "Command": "sh",
        "Created": 1700000000,
        "State": state,
        "Status": "Up 2 hours" if state == "running" else "Exited (0) 2 hours ago",
        **more,
    }


def container(id: str, name: str, state: State = State.RUNNING, **more: Any) -> Container:
    """A row of the window; `id` is one character."""
    return Container(id=id * 64, name=name, image="busybox:1", state=state, **more)


WEB = PortMapping(container_port=80, host_ip="127.0.0.1", host_port=8080)


@pytest.fixture
async def tiny_engine(tmp_path: Path) -> AsyncIterator[TinyEngine]:
    engine = TinyEngine(tmp_path / "e.sock")
    await engine.start()
    yield engine
    await engine.stop()


@pytest.fixture
async def session(tiny_engine: TinyEngine) -> AsyncIterator[Session]:
    """A session with the tiny engine, connected by `session.run()` of the test's own task."""
    client = EngineClient(f"unix://{tiny_engine.path}")
    yield Session(client)
    await client.aclose()


@pytest.fixture
def quiet_session() -> Session:
    """A session that nobody runs: the test says what it holds."""
    return Session(EngineClient("unix:///nowhere/engine.sock"))


@pytest.fixture
def make_summary() -> Callable[..., dict[str, Any]]:
    return summary


@pytest.fixture
def make_container() -> Callable[..., Container]:
    return container


@pytest.fixture
def web_port() -> PortMapping:
    return WEB


async def _until(condition: Callable[[], object], seconds: float = 30.0) -> None:
    from PySide6.QtCore import QCoreApplication

    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        if QCoreApplication.instance() is not None:
            QCoreApplication.processEvents()
        assert asyncio.get_running_loop().time() < deadline, "it did not come true in time"
        await asyncio.sleep(0.005)


@pytest.fixture
def until() -> Callable[..., Any]:
    """Wait, with Qt and asyncio going on, until a condition holds."""
    return _until
