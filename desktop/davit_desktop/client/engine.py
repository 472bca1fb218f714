"""The client of any Docker engine: one typed coroutine for each call of the API.

    client = EngineClient()                      # $DAVIT_HOST, $DOCKER_HOST or Davit's socket
    for container in await client.containers(all=True):
        print(container.name, container.status)
    async for progress in client.pull("redis:7"):
        print(progress.id, progress.status)
    await client.aclose()

How the calls behave:

- Records come back from `types`; what the engine only passes on (inspect, info, version, df) is
  `Json`, the decoded document as it is.
- Every failure is a `ClientError`; `str(error)` is fit to be shown.
- Streams (`logs`, `stats`, `events`, `pull`, `push`, `load`, `save`, `export`) are async
  generators. Nothing is asked before the first item is; ending the loop early closes the
  connection, at once if the generator is wrapped in `contextlib.aclosing`.
- `attach` and `exec_start` give a `HijackedStream`, `wait` a `PendingExit`; both are async
  context managers and both return once the engine has answered the head, so that
  `docker run`'s order (attach, wait, start) loses nothing.
- There is no time limit on verbs (a stop may take as long as its grace period); inquiries give up
  after a minute of silence. Use `asyncio.timeout` for less.
- One client serves any number of concurrent calls of one event loop.
"""

from __future__ import annotations

import base64
import os
from collections.abc import AsyncGenerator, AsyncIterable, Mapping, Sequence
from contextlib import aclosing
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import quote

import msgspec

from davit_desktop.client import transport
from davit_desktop.client.errors import ApiError, ConnectionLost, ProgressFailed, UnexpectedAnswer
from davit_desktop.client.file_tree import FileTree
from davit_desktop.client.streams import Frame, FrameDecoder, LinesDecoder, RawDecoder
from davit_desktop.client.types import (
    Change,
    ContainerSummary,
    CreatedContainer,
    CreatedId,
    DeletedImage,
    Distribution,
    Event,
    ExitStatus,
    HistoryLayer,
    ImageSummary,
    Json,
    LayerLine,
    Listener,
    LoginAnswer,
    Network,
    Progress,
    Pruned,
    Reclaimable,
    StatsSample,
    Tags,
    Top,
    Volume,
    decode,
)
from davit_desktop.translation import tr

if TYPE_CHECKING:
    from davit_desktop.client.builds import Builds

T = TypeVar("T")

Filters = Mapping[str, Sequence[str]]

NEWEST_API = (1, 45)
DEFAULT_HOST = "unix:///run/davit/engine.sock"

_INQUIRY = 60.0  # seconds of silence before a plain question is given up
_MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
_RAW = "application/vnd.docker.raw-stream"


class Auth(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """Credentials for one registry: a name and password, or an identity token."""

    username: str = ""
    password: str = ""
    identitytoken: str = ""
    serveraddress: str = ""

    def header(self) -> str:
        """The value of X-Registry-Auth."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode()


class HijackedStream:
    """Two-way stream of a container or an exec: frames out, bytes in."""

    def __init__(self, connection: transport.Hijacked, *, multiplexed: bool) -> None:
        self._connection = connection
        self.multiplexed = multiplexed

    async def frames(self) -> AsyncGenerator[Frame]:
        """Output as (stream, bytes) until the other side ends it.

        Raises ConnectionLost when the end cuts a frame.
        """
        decoder = FrameDecoder() if self.multiplexed else RawDecoder()
        while chunk := await self._connection.read():
            for frame in decoder.feed(chunk):
                yield frame
        if decoder.mid_frame:
            raise ConnectionLost(tr("The engine ended the output in the middle of a message."))

    async def write(self, data: bytes) -> None:
        """Raises ConnectionLost when the other side has gone."""
        await self._connection.write(data)

    def close_write(self) -> None:
        """End stdin; output goes on."""
        self._connection.close_write()

    async def aclose(self) -> None:
        await self._connection.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


class PendingExit:
    """A wait that the engine has accepted; `status()` gives the outcome when there is one."""

    def __init__(self, reply: transport.Reply) -> None:
        self._reply = reply

    async def status(self) -> ExitStatus:
        """Waits for the end. Raises ConnectionLost when the engine goes away first."""
        body = b"".join([chunk async for chunk in self._reply.chunks()])
        if not body.strip():
            raise ConnectionLost(tr("The engine went away before the container ended."))
        return decode(body, ExitStatus)

    async def aclose(self) -> None:
        await self._reply.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


class EngineClient:
    """One engine. Cheap to make: nothing is asked before the first call."""

    def __init__(self, host: str | None = None, *, certificates: str = "") -> None:
        """`certificates` is a folder as DOCKER_CERT_PATH names it; without a host, it is that one.

        Raises InvalidHost for an address that cannot be understood.
        """
        self.host = host or self.default_host()
        if not host:
            certificates = transport.certificates_from_environment()
        address = transport.parse_host(self.host, certificates=certificates)
        self._transport = transport.Transport(address)
        self._version: tuple[int, int] | None = None

    @staticmethod
    def default_host() -> str:
        """$DAVIT_HOST, else $DOCKER_HOST, else Davit's own socket."""
        return os.environ.get("DAVIT_HOST") or os.environ.get("DOCKER_HOST") or DEFAULT_HOST

    async def aclose(self) -> None:
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    # The engine

    async def ping(self, timeout: float = 5.0) -> Mapping[str, str]:
        """The headers of the answer: Api-Version, Server, Ostype and others."""
        return (await self._transport.request("GET", "/_ping", timeout=timeout)).headers

    async def api_version(self) -> str:
        """The version both sides speak, such as "1.45"."""
        major, minor = await self._negotiated()
        return f"{major}.{minor}"

    async def version(self) -> Json:
        return await self._get("/version", Json)

    async def info(self) -> Json:
        return await self._get("/info", Json)

    async def df(self, types: Sequence[str] = ()) -> Json:
        """Disk usage; `types` limits it to "container", "image", "volume", "build-cache"."""
        return await self._get("/system/df", Json, {"type": list(types)}, timeout=None)

    async def auth(self, auth: Auth) -> LoginAnswer:
        """Asks the registry of `auth.serveraddress`; raises Unauthorized when it refuses."""
        return await self._post("/auth", LoginAnswer, body=auth)

    def events(
        self, since: str = "", until: str = "", filters: Filters | None = None
    ) -> AsyncGenerator[Event]:
        """News until `until`, or without end. Times are Unix seconds ("1700000000.5")."""
        query = _query(since=since, until=until, filters=filters)
        return self._lines("GET", "/events", Event, query)

    # Containers

    async def containers(
        self, all: bool = False, filters: Filters | None = None, size: bool = False, limit: int = 0
    ) -> list[ContainerSummary]:
        """Running containers, or all of them, newest first."""
        query = _query(all=all, filters=filters, size=size, limit=limit or "")
        return await self._get("/containers/json", list[ContainerSummary], query)

    async def inspect_container(self, id: str, size: bool = False) -> Json:
        return await self._get(f"/containers/{_part(id)}/json", Json, _query(size=size))

    async def create_container(
        self, body: Json, name: str = "", platform: str = ""
    ) -> CreatedContainer:
        """Raises NotFound when the image is not there: pull it and ask again."""
        query = _query(name=name, platform=platform)
        return await self._post("/containers/create", CreatedContainer, query, body=body)

    async def start(self, id: str, detach_keys: str = "") -> None:
        """Starting a running container is not an error."""
        await self._do("POST", f"/containers/{_part(id)}/start", _query(detachKeys=detach_keys))

    async def stop(self, id: str, timeout: int | None = None, signal: str = "") -> None:
        """Asks with `signal` and kills after `timeout` seconds; None means the container's own.

        Stopping a stopped container is not an error.
        """
        query = _query(t="" if timeout is None else timeout, signal=signal)
        await self._do("POST", f"/containers/{_part(id)}/stop", query)

    async def restart(self, id: str, timeout: int | None = None, signal: str = "") -> None:
        query = _query(t="" if timeout is None else timeout, signal=signal)
        await self._do("POST", f"/containers/{_part(id)}/restart", query)

    async def kill(self, id: str, signal: str = "") -> None:
        """Raises Conflict when the container is not running."""
        await self._do("POST", f"/containers/{_part(id)}/kill", _query(signal=signal))

    async def pause(self, id: str) -> None:
        await self._do("POST", f"/containers/{_part(id)}/pause")

    async def unpause(self, id: str) -> None:
        await self._do("POST", f"/containers/{_part(id)}/unpause")

    async def rename(self, id: str, name: str) -> None:
        await self._do("POST", f"/containers/{_part(id)}/rename", _query(name=name))

    async def update(self, id: str, body: Json) -> list[str]:
        """Changes limits and the restart policy; gives the engine's warnings."""
        answer = await self._post(f"/containers/{_part(id)}/update", Json, body=body)
        return list(answer.get("Warnings") or [])

    async def remove_container(
        self, id: str, force: bool = False, volumes: bool = False, link: bool = False
    ) -> None:
        """`volumes` removes its anonymous volumes too. Raises Conflict while it runs, unless
        forced."""
        query = _query(force=force, v=volumes, link=link)
        await self._do("DELETE", f"/containers/{_part(id)}", query)

    async def wait(self, id: str, condition: str = "not-running") -> PendingExit:
        """Returns when the engine has begun to wait; the outcome comes from the result.

        `condition` is "not-running", "next-exit" (ask before start) or "removed".
        """
        path = await self._path(f"/containers/{_part(id)}/wait")
        return PendingExit(
            await self._transport.open("POST", path, params=_query(condition=condition))
        )

    async def logs(
        self,
        id: str,
        follow: bool = False,
        stdout: bool = True,
        stderr: bool = True,
        since: str = "",
        until: str = "",
        timestamps: bool = False,
        tail: str = "all",
        tty: bool = False,
        details: bool = False,
    ) -> AsyncGenerator[Frame]:
        """The log as (stream, bytes); times are Unix seconds, `tail` a number of lines or "all".

        `tty` says whether the container has a terminal; engines since API 1.42 say so themselves.
        """
        query = _query(
            follow=follow,
            stdout=stdout,
            stderr=stderr,
            since=since,
            until=until,
            timestamps=timestamps,
            tail=tail,
            details=details,
        )
        path = await self._path(f"/containers/{_part(id)}/logs")
        async with self._transport.stream("GET", path, params=query) as reply:
            multiplexed = self._is_multiplexed(reply.headers, tty)
            decoder = FrameDecoder() if multiplexed else RawDecoder()
            async with aclosing(reply.chunks()) as chunks:
                async for chunk in chunks:
                    for frame in decoder.feed(chunk):
                        yield frame
            if decoder.mid_frame:
                raise ConnectionLost(tr("The engine ended the log in the middle of a message."))

    def stats(
        self, id: str, stream: bool = True, one_shot: bool = False
    ) -> AsyncGenerator[StatsSample]:
        """A sample a second, or a single one. `one_shot` does not wait for a second measurement,
        so that its `precpu_stats` are empty."""
        query = _query(stream="true" if stream else "false", **{"one-shot": one_shot})
        path = f"/containers/{_part(id)}/stats"
        return self._lines("GET", path, StatsSample, query)

    async def top(self, id: str, ps_args: str = "") -> Top:
        return await self._get(f"/containers/{_part(id)}/top", Top, _query(ps_args=ps_args))

    async def attach(
        self,
        id: str,
        stdin: bool = False,
        stdout: bool = True,
        stderr: bool = True,
        logs: bool = False,
        detach_keys: str = "",
        tty: bool = False,
    ) -> HijackedStream:
        """Joins the container's streams; `logs` replays what it wrote before."""
        query = _query(
            stream=True,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            logs=logs,
            detachKeys=detach_keys,
        )
        path = await self._path(f"/containers/{_part(id)}/attach")
        connection = await self._transport.hijack(path, params=query)
        return HijackedStream(connection, multiplexed=self._is_multiplexed(connection.headers, tty))

    async def resize(self, id: str, height: int, width: int) -> None:
        """The size of its terminal in rows and columns."""
        await self._do("POST", f"/containers/{_part(id)}/resize", _query(h=height, w=width))

    async def changes(self, id: str) -> list[Change]:
        return await self._get(f"/containers/{_part(id)}/changes", list[Change], timeout=None)

    def export(self, id: str) -> AsyncGenerator[bytes]:
        """The container's files as one tar."""
        return self._bytes("GET", f"/containers/{_part(id)}/export")

    async def commit(
        self,
        id: str,
        repo: str = "",
        tag: str = "",
        comment: str = "",
        author: str = "",
        pause: bool = True,
        changes: Sequence[str] = (),
    ) -> str:
        """Makes an image of the container; gives its id. `changes` are Dockerfile lines."""
        query = _query(
            container=id,
            repo=repo,
            tag=tag,
            comment=comment,
            author=author,
            pause="true" if pause else "false",
            changes=list(changes),
        )
        return (await self._post("/commit", CreatedId, query, body={})).id

    async def prune_containers(self, filters: Filters | None = None) -> Pruned:
        return await self._post("/containers/prune", Pruned, _query(filters=filters))

    # Files

    def files_of_container(self, id: str) -> FileTree:
        """The files of a container, running or not."""
        part = _part(id)
        return FileTree(
            self._transport,
            self._path,
            files=f"/davit/v1/containers/{part}/files",
            archive=f"/containers/{part}/archive",
        )

    def files_of_volume(self, name: str) -> FileTree:
        """The files of a volume; the archives too are Davit's own call."""
        call = f"/davit/v1/volumes/{_part(name)}"
        return FileTree(
            self._transport, self._path, files=f"{call}/files", archive=f"{call}/archive"
        )

    @property
    def builds(self) -> Builds:
        from davit_desktop.client.builds import Builds

        return Builds(self._transport, self._path)

    # Processes in containers

    async def exec_create(self, id: str, body: Json) -> str:
        """`body` is Docker's ExecConfig: Cmd, Tty, AttachStdin, Env and so on. Gives the id."""
        return (await self._post(f"/containers/{_part(id)}/exec", CreatedId, body=body)).id

    async def exec_start(
        self, id: str, tty: bool = False, console_size: tuple[int, int] | None = None
    ) -> HijackedStream:
        """Runs it and joins its streams; `console_size` is rows and columns."""
        body: Json = {"Detach": False, "Tty": tty}
        if console_size is not None:
            body["ConsoleSize"] = list(console_size)
        path = await self._path(f"/exec/{_part(id)}/start")
        connection = await self._transport.hijack(path, content=msgspec.json.encode(body))
        return HijackedStream(connection, multiplexed=self._is_multiplexed(connection.headers, tty))

    async def exec_start_detached(self, id: str, tty: bool = False) -> None:
        await self._do("POST", f"/exec/{_part(id)}/start", body={"Detach": True, "Tty": tty})

    async def exec_inspect(self, id: str) -> Json:
        return await self._get(f"/exec/{_part(id)}/json", Json)

    async def exec_resize(self, id: str, height: int, width: int) -> None:
        await self._do("POST", f"/exec/{_part(id)}/resize", _query(h=height, w=width))

    # Images

    async def images(
        self, all: bool = False, filters: Filters | None = None, shared_size: bool = False
    ) -> list[ImageSummary]:
        """`shared_size` has the engine count what images have in common."""
        query = _query(all=all, filters=filters, **{"shared-size": shared_size})
        return await self._get("/images/json", list[ImageSummary], query)

    async def inspect_image(self, name: str) -> Json:
        return await self._get(f"/images/{_part(name)}/json", Json)

    async def history(self, name: str) -> list[HistoryLayer]:
        return await self._get(f"/images/{_part(name)}/history", list[HistoryLayer])

    def pull(
        self,
        ref: str,
        platform: str = "",
        auth: Auth | None = None,
        all_tags: bool = False,
    ) -> AsyncGenerator[Progress]:
        """Fetches an image ("latest" when `ref` names no tag). Raises ProgressFailed when the
        engine reports a failure after it has begun."""
        name, tag = _split_tag(ref)
        query = _query(fromImage=name, tag=tag or ("" if all_tags else "latest"), platform=platform)
        return self._progress("POST", "/images/create", query, auth)

    def push(
        self, ref: str, auth: Auth | None = None, platform: str = "", all_tags: bool = False
    ) -> AsyncGenerator[Progress]:
        """Sends an image to the registry that its name names."""
        name, tag = _split_tag(ref)
        query = _query(tag=tag or ("" if all_tags else "latest"))
        # The engine insists on the header, even when there is nothing to say.
        return self._progress("POST", f"/images/{_part(name)}/push", query, auth or Auth())

    def import_image(
        self,
        content: bytes | AsyncIterable[bytes] | None,
        source: str = "-",
        repo: str = "",
        tag: str = "",
        message: str = "",
        changes: Sequence[str] = (),
        platform: str = "",
    ) -> AsyncGenerator[Progress]:
        """Makes an image of a tar of files; `source` is "-" for `content`, else a URL."""
        query = _query(
            fromSrc=source,
            repo=repo,
            tag=tag,
            message=message,
            changes=list(changes),
            platform=platform,
        )
        return self._progress("POST", "/images/create", query, content=content)

    async def tag(self, name: str, repo: str, tag: str = "") -> None:
        await self._do("POST", f"/images/{_part(name)}/tag", _query(repo=repo, tag=tag))

    async def remove_image(
        self, name: str, force: bool = False, prune: bool = True
    ) -> list[DeletedImage]:
        """`prune` removes untagged parents too. Raises Conflict while a container uses it."""
        query = _query(force=force, noprune=not prune)
        answer = await self._send("DELETE", f"/images/{_part(name)}", query)
        return decode(answer.body, list[DeletedImage])

    def save(self, names: Sequence[str]) -> AsyncGenerator[bytes]:
        """Images with their names as one tar."""
        return self._bytes("GET", "/images/get", {"names": list(names)})

    def load(
        self, content: bytes | AsyncIterable[bytes], quiet: bool = False
    ) -> AsyncGenerator[Progress]:
        """Takes in what `save` gave."""
        query = _query(quiet="1" if quiet else "0")
        return self._progress("POST", "/images/load", query, content=content)

    async def search_images(
        self, term: str, limit: int = 25, auth: Auth | None = None
    ) -> list[Json]:
        """Images of that name in the registry that the engine searches."""
        query = _query(term=term, limit=limit)
        answer = await self._send("GET", "/images/search", query, auth=auth, timeout=_INQUIRY)
        return _whole(answer.body, list[Json])

    async def distribution(self, name: str, auth: Auth | None = None) -> Distribution:
        """What a registry holds under a name, without fetching it."""
        answer = await self._send(
            "GET", f"/distribution/{_part(name)}/json", auth=auth, timeout=_INQUIRY
        )
        return decode(answer.body, Distribution)

    # What Docker's API has no words for; engines other than Davit's answer NotFound

    async def image_tags(self, name: str, auth: Auth | None = None) -> Tags:
        """The tags that a registry has of a repository."""
        answer = await self._send(
            "GET", "/davit/v1/images/tags", _query(name=name), auth=auth, timeout=_INQUIRY
        )
        return decode(answer.body, Tags)

    def image_files(self, name: str) -> AsyncGenerator[LayerLine]:
        """What each layer adds, changes, removes and wastes, lowest layer first."""
        return self._lines("GET", f"/davit/v1/images/{_part(name)}/files", LayerLine)

    async def reclaimable_images(self, all: bool = False) -> Reclaimable:
        """What `prune_images` would delete; `all` also what has names."""
        return await self._get("/davit/v1/images/reclaimable", Reclaimable, _query(all=all))

    async def prune_images(self, filters: Filters | None = None) -> Pruned:
        """Untagged ones; with filters={"dangling": ["false"]} all that no container uses."""
        return await self._post("/images/prune", Pruned, _query(filters=filters))

    async def prune_builds(self, all: bool = False, filters: Filters | None = None) -> Pruned:
        return await self._post("/build/prune", Pruned, _query(all=all, filters=filters))

    # Volumes

    async def volumes(self, filters: Filters | None = None) -> list[Volume]:
        answer = await self._get("/volumes", _VolumeList, _query(filters=filters))
        return list(answer.volumes)

    async def inspect_volume(self, name: str) -> Json:
        return await self._get(f"/volumes/{_part(name)}", Json)

    async def create_volume(
        self,
        name: str = "",
        driver: str = "",
        options: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> Volume:
        body = {
            "Name": name,
            "Driver": driver or "local",
            "DriverOpts": dict(options or {}),
            "Labels": dict(labels or {}),
        }
        return await self._post("/volumes/create", Volume, body=body)

    async def remove_volume(self, name: str, force: bool = False) -> None:
        """Raises Conflict while a container uses it."""
        await self._do("DELETE", f"/volumes/{_part(name)}", _query(force=force))

    async def prune_volumes(self, filters: Filters | None = None) -> Pruned:
        """Unused anonymous ones; with filters={"all": ["true"]} named ones too."""
        return await self._post("/volumes/prune", Pruned, _query(filters=filters))

    # Networks

    async def networks(self, filters: Filters | None = None) -> list[Network]:
        return await self._get("/networks", list[Network], _query(filters=filters))

    async def inspect_network(self, id: str, verbose: bool = False) -> Json:
        return await self._get(f"/networks/{_part(id)}", Json, _query(verbose=verbose))

    async def create_network(self, body: Json) -> CreatedId:
        """`body` is Docker's NetworkCreateRequest; only Name is required."""
        return await self._post("/networks/create", CreatedId, body=body)

    async def remove_network(self, id: str) -> None:
        await self._do("DELETE", f"/networks/{_part(id)}")

    async def connect(self, network: str, container: str, endpoint: Json | None = None) -> None:
        body = {"Container": container, "EndpointConfig": endpoint or {}}
        await self._do("POST", f"/networks/{_part(network)}/connect", body=body)

    async def disconnect(self, network: str, container: str, force: bool = False) -> None:
        body = {"Container": container, "Force": force}
        await self._do("POST", f"/networks/{_part(network)}/disconnect", body=body)

    async def prune_networks(self, filters: Filters | None = None) -> Pruned:
        return await self._post("/networks/prune", Pruned, _query(filters=filters))

    # Davit's own, which other engines answer with NotFound

    async def listeners(self, id: str) -> list[Listener]:
        """What waits for connections in a running container. Raises Conflict when it stands."""
        answer = await self._get(f"/davit/v1/containers/{_part(id)}/listeners", _Listeners)
        return list(answer.listeners)

    # How calls are made

    async def _negotiated(self) -> tuple[int, int]:
        if self._version is None:
            served = (await self.ping(timeout=_INQUIRY)).get("Api-Version", "")
            self._version = min(NEWEST_API, _parse_version(served))
        return self._version

    async def _path(self, path: str) -> str:
        major, minor = await self._negotiated()
        return f"/v{major}.{minor}{path}"

    async def _send(
        self,
        method: str,
        path: str,
        params: transport.Params | None = None,
        body: object = None,
        timeout: float | None = None,
        auth: Auth | None = None,
    ) -> transport.Answer:
        headers = {} if body is None else {"Content-Type": "application/json"}
        if auth is not None:
            headers["X-Registry-Auth"] = auth.header()
        return await self._transport.request(
            method,
            await self._path(path),
            params=params,
            headers=headers,
            content=None if body is None else msgspec.json.encode(body),
            timeout=timeout,
        )

    async def _get(
        self,
        path: str,
        record: type[T],
        params: transport.Params | None = None,
        timeout: float | None = _INQUIRY,
    ) -> T:
        answer = await self._send("GET", path, params, timeout=timeout)
        return _whole(answer.body, record)

    async def _post(
        self,
        path: str,
        record: type[T],
        params: transport.Params | None = None,
        body: object = None,
    ) -> T:
        return _whole((await self._send("POST", path, params, body)).body, record)

    async def _do(
        self, method: str, path: str, params: transport.Params | None = None, body: object = None
    ) -> None:
        await self._send(method, path, params, body)

    async def _bytes(
        self, method: str, path: str, params: transport.Params | None = None
    ) -> AsyncGenerator[bytes]:
        where = await self._path(path)
        stream = self._transport.stream(method, where, params=params)
        async with stream as reply, aclosing(reply.chunks()) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _lines(
        self,
        method: str,
        path: str,
        record: type[T],
        params: transport.Params | None = None,
        headers: Mapping[str, str] | None = None,
        content: transport.Body = None,
    ) -> AsyncGenerator[T]:
        decoder = LinesDecoder(record)
        where = await self._path(path)
        async with self._transport.stream(
            method, where, params=params, headers=headers, content=content
        ) as reply:
            async with aclosing(reply.chunks()) as chunks:
                async for chunk in chunks:
                    for item in decoder.feed(chunk):
                        yield item
            for item in decoder.finish():
                yield item

    async def _progress(
        self,
        method: str,
        path: str,
        params: transport.Params,
        auth: Auth | None = None,
        content: transport.Body = None,
    ) -> AsyncGenerator[Progress]:
        headers: dict[str, str] = {}
        if auth is not None:
            headers["X-Registry-Auth"] = auth.header()
        if content is not None:
            headers["Content-Type"] = "application/x-tar"
        async with aclosing(self._lines(method, path, Progress, params, headers, content)) as lines:
            async for line in lines:
                if line.error or line.error_detail.message:
                    raise ProgressFailed(line.error_detail.message or line.error)
                yield line

    def _is_multiplexed(self, headers: Mapping[str, str], tty: bool) -> bool:
        """The engine's word for it, which only engines since API 1.42 give."""
        kind = headers.get("Content-Type", "")
        if kind == _MULTIPLEXED:
            return True
        if kind == _RAW and self._version is not None and self._version >= (1, 42):
            return False
        return not tty


class _Listeners(msgspec.Struct, frozen=True, rename="pascal"):
    listeners: tuple[Listener, ...] = ()


class _VolumeList(msgspec.Struct, frozen=True, rename="pascal"):
    volumes: tuple[Volume, ...] = ()


def _whole(body: bytes, record: type[T]) -> T:
    if record is Json:
        # Passed on as it is: null members are part of what inspect shows.
        try:
            value: T = msgspec.json.decode(body, type=record)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UnexpectedAnswer(
                tr("The engine's answer could not be understood: {error}").format(error=error)
            ) from error
        return value
    return decode(body, record)


def _part(text: str) -> str:
    """A name as one step of a path; the slashes of image names stay."""
    return quote(text, safe="/:@")


def _query(**values: object) -> dict[str, str | list[str]]:
    """Query values as Docker spells them; empty ones are left out."""
    query: dict[str, str | list[str]] = {}
    for key, value in values.items():
        if value is True:
            query[key] = "1"
        elif isinstance(value, Mapping):
            if value:
                query[key] = msgspec.json.encode({k: list(v) for k, v in value.items()}).decode()
        elif isinstance(value, list):
            if value:
                query[key] = [str(item) for item in value]
        elif value is not None and value is not False and value != "":
            query[key] = str(value)
    return query


def _split_tag(ref: str) -> tuple[str, str]:
    """Name and tag (or digest) as the pull and push calls want them apart."""
    name, at, digest = ref.partition("@")
    if at:
        return name, digest
    head, colon, tag = ref.rpartition(":")
    if colon and "/" not in tag:
        return head, tag
    return ref, ""


def _parse_version(text: str) -> tuple[int, int]:
    """Engines older than the header speak 1.24."""
    major, _, minor = text.partition(".")
    if major.isdecimal() and minor.isdecimal():
        return int(major), int(minor)
    return (1, 24)


__all__ = ["ApiError", "Auth", "EngineClient", "Filters", "HijackedStream", "PendingExit"]
