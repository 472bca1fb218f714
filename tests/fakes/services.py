"""Stand-ins for the engine's services: records in memory, processes made of queues."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from davit_engine import lookup
from davit_engine.build.cache import CacheEntry
from davit_engine.build.cache_mounts import CacheMount
from davit_engine.containers.execs import ExecConfig, ExecState
from davit_engine.containers.logs import LogOptions
from davit_engine.containers.model import Config, Container, EndpointConfig, HostConfig, State
from davit_engine.containers.stats import StatsSample
from davit_engine.errors import Conflict, NotFound, NotModified
from davit_engine.images.document import Document, RunConfig
from davit_engine.images.manifest import Descriptor
from davit_engine.images.records import ContentUsage, Image, Layer, Progress
from davit_engine.lookup import Filters
from davit_engine.snapshots.snapshotter import Change

IMAGE_ID = "sha256:" + "ab" * 32


class Process:
    """Both ends of one attached process: what the API sees, and what a test plays."""

    def __init__(self, *, terminal: bool = False) -> None:
        self.terminal = terminal
        self.received = bytearray()
        self.stdin_closed = asyncio.Event()
        self.closed = asyncio.Event()
        self.reading = asyncio.Event()
        self.reading.set()
        self._output: asyncio.Queue[tuple[int, bytes] | None] = asyncio.Queue(maxsize=4)

    async def say(self, data: bytes, stream: int = 1) -> None:
        await self._output.put((stream, data))

    async def end(self) -> None:
        await self._output.put(None)

    async def __aiter__(self) -> AsyncIterator[tuple[int, bytes]]:
        while (item := await self._output.get()) is not None:
            yield item

    async def write(self, data: bytes) -> None:
        await self.reading.wait()
        self.received += data

    def close_stdin(self) -> None:
        self.stdin_closed.set()

    async def aclose(self) -> None:
        self.closed.set()


class Containers:
    def __init__(self) -> None:
        self.records: dict[str, Container] = {}
        self.process = Process()
        self.execs: dict[str, ExecState] = {}
        self.log: list[tuple[int, bytes]] = [(1, b"out\n"), (2, b"err\n")]
        self.log_options: LogOptions | None = None
        self.waiters: list[asyncio.Future[int]] = []
        self.called: list[tuple[Any, ...]] = []
        self.uploaded = b""
        self.failure: BaseException | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.finished: list[str] = []

    def add(self, name: str = "web", **changes: Any) -> Container:
        config = changes.pop("config", Config(image="busybox:latest", cmd=["sh"]))
        container = Container(
            id=changes.pop("id", lookup.new_id()),
            name=name,
            created_ns=time.time_ns(),
            image_id=IMAGE_ID,
            layers=(),
            path="sh",
            args=(),
            config=config,
            host_config=HostConfig(),
            **changes,
        )
        self.records[container.id] = container
        return container

    def _did(self, *what: Any) -> None:
        self.called.append(what)
        if self.failure is not None:
            raise self.failure

    def get(self, id: str) -> Container:
        names = {key: container.name for key, container in self.records.items()}
        return self.records[lookup.find(names, id, "container")]

    def list(self, *, all: bool, limit: int | None, filters: Filters) -> list[Container]:
        self._did("list", all, limit, filters)
        return [c for c in self.records.values() if all or c.state.status == "running"]

    async def create(
        self,
        name: str | None,
        config: Config,
        host_config: HostConfig,
        networking: dict[str, EndpointConfig],
        platform: str | None,
    ) -> tuple[str, Sequence[str]]:
        self._did("create", name, config, host_config, networking, platform)
        await self.gate.wait()
        container = self.add(name or "made_up", config=config)
        self.finished.append("create")
        return container.id, []

    async def start(self, id: str) -> None:
        container = self.get(id)
        self._did("start", id)
        if container.state.status == "running":
            raise NotModified("container is running")
        await self.gate.wait()
        self.records[container.id] = msgspec.structs.replace(
            container, state=State(status="running", started_ns=time.time_ns())
        )
        self.finished.append("start")

    async def stop(self, id: str, timeout: int | None, signal: str | None) -> None:
        container = self.get(id)
        self._did("stop", id, timeout, signal)
        if container.state.status != "running":
            raise NotModified("container is not running")

    async def restart(self, id: str, timeout: int | None, signal: str | None) -> None:
        self._did("restart", self.get(id).id, timeout, signal)

    async def kill(self, id: str, signal: str) -> None:
        container = self.get(id)
        self._did("kill", container.id, signal)
        if container.state.status != "running":
            raise Conflict(f"cannot kill container: {id}: container {container.id} is not running")

    async def pause(self, id: str) -> None:
        self._did("pause", self.get(id).id)

    async def unpause(self, id: str) -> None:
        self._did("unpause", self.get(id).id)

    async def rename(self, id: str, name: str) -> None:
        self._did("rename", self.get(id).id, name)

    async def update(self, id: str, resources: HostConfig, restart_policy: Any) -> Sequence[str]:
        self._did("update", self.get(id).id, resources, restart_policy)
        return []

    async def remove(self, id: str, *, force: bool, volumes: bool, link: bool = False) -> None:
        container = self.get(id)
        self._did("remove", container.id, force, volumes)
        del self.records[container.id]

    async def prune(self, filters: Filters) -> tuple[Sequence[str], int]:
        self._did("prune", filters)
        return [], 0

    def waiter(self, id: str, condition: str) -> asyncio.Future[int]:
        self._did("wait", self.get(id).id, condition)
        self.waiters.append(asyncio.get_running_loop().create_future())
        return self.waiters[-1]

    async def attach(self, id: str, **options: bool) -> Process:
        self._did("attach", self.get(id).id, options)
        return self.process

    async def resize(self, id: str, height: int, width: int) -> None:
        self._did("resize", self.get(id).id, height, width)

    async def logs(
        self, id: str, options: LogOptions
    ) -> AsyncIterator[Sequence[tuple[int, bytes]]]:
        self.log_options = options
        yield self.log
        if options.follow:
            await asyncio.get_running_loop().create_future()

    def log_path(self, id: str) -> Path:
        return Path("/logs") / id

    async def top(self, id: str, ps_args: str) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        self._did("top", self.get(id).id, ps_args)
        return ["PID", "CMD"], [["1", "sh"]]

    async def stats(self, id: str) -> StatsSample:
        container = self.get(id)
        return StatsSample(
            id=container.id,
            name=container.name,
            read_ns=time.time_ns(),
            group=None,
            system_cpu_ns=1,
            online_cpus=2,
            machine_memory=1 << 30,
            network="",
            cgroup_version=2,
        )

    async def usage(self, id: str) -> tuple[int, int]:
        self.get(id)
        return 3, 10

    async def changes(self, id: str) -> Sequence[Change]:
        self.get(id)
        return [Change(path="/a", kind="added"), Change(path="/b", kind="deleted")]

    async def export(self, id: str) -> AsyncIterator[bytes]:
        self._did("export", id)
        for _ in range(3):
            yield b"x" * 1000

    async def archive_stat(self, id: str, path: str) -> Any:
        container = self.get(id)
        if path == "/missing":
            raise NotFound(f"Could not find the file {path} in container {container.name}")
        return PathStat(name="tmp", size=4096, mode=2147484141, mtime_ns=0, link_target="")

    async def archive_get(self, id: str, path: str) -> AsyncIterator[bytes]:
        yield b"tar"

    async def archive_put(self, id: str, path: str, stream: Any, **options: bool) -> None:
        self._did("archive_put", self.get(id).id, path, options)
        async for chunk in stream:
            self.uploaded += chunk

    async def commit(self, id: str, **options: Any) -> str:
        self._did("commit", self.get(id).id, options)
        return IMAGE_ID

    async def connect(self, id: str, network: str, config: EndpointConfig) -> None:
        self._did("connect", self.get(id).id, network, config)

    async def disconnect(self, id: str, network: str, *, force: bool) -> None:
        self._did("disconnect", self.get(id).id, network, force)

    async def exec_create(self, id: str, config: ExecConfig) -> str:
        container = self.get(id)
        self._did("exec_create", container.id, config)
        state = ExecState(
            id=lookup.new_id(),
            container_id=container.id,
            config=config,
            command=tuple(config.cmd or ()),
        )
        self.execs[state.id] = state
        return state.id

    def exec_check(self, exec_id: str) -> None:
        self.exec_inspect(exec_id)

    async def exec_start(self, exec_id: str, *, detach: bool, **options: Any) -> Process | None:
        state = self.exec_inspect(exec_id)
        self._did("exec_start", exec_id, detach)
        if state.started:
            raise Conflict(f"Error: Exec command {exec_id} has already run")
        state.started = state.running = True
        return None if detach else self.process

    async def exec_finished(self, exec_id: str) -> str:
        state = self.execs[exec_id]
        state.running, state.exit_code = False, 4
        return str(state.refusal or "")

    def exec_inspect(self, exec_id: str) -> ExecState:
        if exec_id not in self.execs:
            raise NotFound(f"No such exec instance: {exec_id}")
        return self.execs[exec_id]

    def exec_ids(self, id: str) -> Sequence[str]:
        return [state.id for state in self.execs.values() if state.container_id == id]

    async def exec_resize(self, exec_id: str, height: int, width: int) -> None:
        self._did("exec_resize", self.exec_inspect(exec_id).id, height, width)


class PathStat(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    size: int
    mode: int
    mtime_ns: int
    link_target: str


class Images:
    """One image, busybox:latest; what a pull, a push or a load does is a script."""

    def __init__(self) -> None:
        self.image = Image(
            id=IMAGE_ID,
            raw_config=b"{}",
            document=Document(architecture="amd64", os="linux", config=RunConfig(cmd=["sh"])),
            manifest=Descriptor(media_type="", digest="", size=0),
            layers=(
                Layer(
                    diff_id="sha256:" + "cd" * 32,
                    blob=Descriptor(media_type="", digest="", size=0),
                    size=1000,
                ),
            ),
            tags=("busybox:latest",),
        )
        self.script: Callable[[Callable[[Progress], None]], Any] | None = None
        self.asked: list[Any] = []
        self.uploaded = b""

    def __len__(self) -> int:
        return 1

    def get(self, name: str, platform: str | None = None) -> Image:
        if name in ("busybox", "busybox:latest", IMAGE_ID):
            return self.image
        raise NotFound(f"No such image: {name}")

    def list(self, filters: Filters, *, all: bool = False) -> Sequence[Image]:
        return [self.image]

    def usage(self) -> ContentUsage:
        return ContentUsage(layers=1000, blobs=500)

    async def pull(self, reference: str, auth: Any, report: Any, **options: Any) -> Image:
        self.asked.append((reference, auth, options))
        if self.script is not None:
            await self.script(report)
        return self.image

    async def push(self, reference: str, auth: Any, report: Any) -> None:
        self.asked.append((reference, auth))
        if self.script is not None:
            await self.script(report)

    async def load(self, source: Any, report: Any, *, quiet: bool = False) -> Sequence[str]:
        async for chunk in source:
            self.uploaded += chunk
        report(Progress(status="Loaded image: busybox:latest\n", stream=True))
        return ["busybox:latest"]

    async def import_(self, source: Any, report: Any, **options: Any) -> Image:
        self.asked.append(options)
        if isinstance(source, str):
            options["source"] = source
            return self.image
        async for chunk in source:
            self.uploaded += chunk
        return self.image

    def save(self, names: Sequence[str]) -> AsyncIterator[bytes]:
        for name in names:
            self.get(name)
        return _bytes(b"tar")


class Volumes:
    """None at all."""

    def path(self, name: str) -> Path:
        return Path("/volumes") / name / "_data"

    def list(self, filters: Filters) -> Sequence[Any]:
        return []


async def _bytes(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


class Builder:
    """Builds nothing, and keeps nothing for later."""

    def cached(self) -> list[CacheEntry]:
        return []

    async def cache_mounts(self) -> list[CacheMount]:
        return []

    async def prune(
        self, filters: Filters, *, all: bool, keep_bytes: int = 0
    ) -> tuple[list[str], int]:
        return [], 0
