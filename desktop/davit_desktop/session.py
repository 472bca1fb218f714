"""The engine as the window knows it: connected or not, and everything it last said; no Qt.

`run` is the whole life: ask the version, list, then fold `/events` into the rows until the
connection breaks, and try again with growing pauses. Listeners are called in the event loop's
thread, at most once for a burst of news.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import aclosing
from datetime import datetime
from enum import StrEnum

import msgspec

from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError, ClientError, ConnectionLost, EngineUnreachable
from davit_desktop.client.stats import usage
from davit_desktop.client.types import Event, ImageSummary, Json
from davit_desktop.state import containers as container_rows
from davit_desktop.state import images as image_rows
from davit_desktop.state.containers import Container
from davit_desktop.state.stats import History

log = logging.getLogger(__name__)

STREAMS = 24  # statistics streams at a time, whoever asks for them
_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds between attempts to connect
_GATHER = 0.02  # seconds that news may wait for company
_LOOK_BACK = 2  # seconds of events read again after a listing, so that none falls between


class Phase(StrEnum):
    """How it stands with the engine."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """`engine` is its name and version; `reason` and `hint` say why it is not there."""

    phase: Phase
    host: str
    engine: str = ""
    reason: str = ""
    hint: str = ""


class News:
    """Plain callbacks for one subject, called once for the changes of `gather` seconds."""

    def __init__(self, gather: float = 0.0) -> None:
        self._gather = gather
        self._listeners: list[Callable[[], None]] = []
        self._scheduled = False

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change; call the result to stop."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def publish(self) -> None:
        """Tell the listeners soon. Must be called in the event loop's thread."""
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_later(self._gather, self.tell)

    def tell(self) -> None:
        """Tell the listeners now."""
        self._scheduled = False
        for listener in tuple(self._listeners):
            listener()


class Session:
    """One engine. Read the attributes, subscribe to the news, call verbs on `engine`."""

    def __init__(self, engine: EngineClient) -> None:
        self.engine = engine
        self.connection = Connection(phase=Phase.CONNECTING, host=engine.host)
        self.containers: Mapping[str, Container] = {}
        self.images: tuple[ImageSummary, ...] = ()
        self.info: Json = {}
        self.listed = False  # whether `containers` is an answer of the engine yet
        self.histories: dict[str, History] = {}
        self.connection_news = News()
        self.containers_news = News()
        self.images_news = News()
        self.stats_news = News(gather=0.5)
        self._retry = asyncio.Event()
        self._relist: set[str] = set()
        self._relist_wanted = asyncio.Event()
        self._images_wanted = asyncio.Event()
        self._watchers: dict[str, tuple[str, ...]] = {}
        self._streams: dict[str, asyncio.Task[None]] = {}
        self._resting = False
        self._group: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Keep connected until cancelled."""
        attempt = 0
        while True:
            started = time.monotonic()
            reason: ClientError = ConnectionLost("The engine ended the connection")
            try:
                await self._stay_connected()
            except* ClientError as group:
                reason = _first(group)
            if time.monotonic() - started > _PAUSES[-1]:
                attempt = 0
            self._went_offline(reason)
            pause = _PAUSES[min(attempt, len(_PAUSES) - 1)]
            attempt += 1
            try:
                async with asyncio.timeout(pause):
                    await self._retry.wait()
            except TimeoutError:
                pass
            else:
                attempt = 0
            self._retry.clear()

    def retry(self) -> None:
        """Try to connect now rather than after the pause."""
        self._retry.set()

    def refresh(self) -> None:
        """List everything again."""
        if self._group is not None:
            self._relist.update(self.containers)
            self._relist.add("")
            self._relist_wanted.set()
            self._images_wanted.set()
        else:
            self.retry()

    def watch_stats(self, watcher: str, ids: Collection[str]) -> None:
        """Stream the statistics of these running containers for this watcher, and no others."""
        self._watchers[watcher] = tuple(ids)
        self._match_streams()

    def rest(self, resting: bool) -> None:
        """Stream no statistics while nobody can see the window."""
        self._resting = resting
        self._match_streams()

    async def _stay_connected(self) -> None:
        version = await self.engine.version()
        self.info = await self.engine.info()
        since = _engine_time(self.info) - _LOOK_BACK
        summaries = await self.engine.containers(all=True)
        self.containers = container_rows.listed(summaries, time.time(), self.containers)
        self.listed = True
        self._set_connection(
            Connection(phase=Phase.ONLINE, host=self.engine.host, engine=_engine_name(version))
        )
        self.containers_news.publish()
        self._images_wanted.set()
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                group.create_task(self._follow_events(since))
                group.create_task(self._list_again())
                group.create_task(self._list_images())
                self._match_streams()
        finally:
            self._group = None
            self._streams.clear()

    async def _follow_events(self, since: float) -> None:
        async with aclosing(self.engine.events(since=f"{since:.3f}")) as events:
            async for event in events:
                self._take_in(event)
        raise ConnectionLost("The engine ended the connection")

    def _take_in(self, event: Event) -> None:
        rows, relist = container_rows.folded(self.containers, event)
        if relist:
            self._relist.add(event.actor.id)
            self._relist_wanted.set()
        if rows is not self.containers:
            self.containers = rows
            self.containers_news.publish()
            self._match_streams()
        if image_rows.changes_images(event.type, event.action):
            self._images_wanted.set()

    async def _list_again(self) -> None:
        while True:
            await self._relist_wanted.wait()
            await asyncio.sleep(_GATHER)
            self._relist_wanted.clear()
            ids, self._relist = self._relist, set()
            everything = "" in ids or len(ids) > 20
            try:
                summaries = await self.engine.containers(
                    all=True, filters=None if everything else {"id": sorted(ids)}
                )
            except ApiError as error:
                log.warning("Cannot list containers again: %s", error)
                continue
            now = time.time()
            if everything:
                self.containers = container_rows.listed(summaries, now, self.containers)
            else:
                self.containers = container_rows.refreshed(self.containers, ids, summaries, now)
            self.containers_news.publish()
            self._match_streams()

    async def _list_images(self) -> None:
        while True:
            await self._images_wanted.wait()
            await asyncio.sleep(_GATHER)
            self._images_wanted.clear()
            try:
                self.images = tuple(await self.engine.images())
            except ApiError as error:
                log.warning("Cannot list images: %s", error)
                continue
            self.images_news.publish()

    def _match_streams(self) -> None:
        """Start the streams that are wanted and end those that are not."""
        group = self._group
        if group is None:
            return
        wanted = [
            id
            for ids in self._watchers.values()
            for id in ids
            if (row := self.containers.get(id)) is not None and row.running
        ]
        wanted = [] if self._resting else list(dict.fromkeys(wanted))[:STREAMS]
        for id in [id for id in self._streams if id not in wanted]:
            self._streams.pop(id).cancel()
        for id in wanted:
            if id not in self._streams:
                self._streams[id] = group.create_task(self._stream(id))
        for id in [id for id in self.histories if id not in self.containers]:
            del self.histories[id]

    async def _stream(self, id: str) -> None:
        history = self.histories.setdefault(id, History())
        try:
            async with aclosing(self.engine.stats(id)) as samples:
                async for sample in samples:
                    history.add(time.time(), usage(sample))
                    self.stats_news.publish()
        except ApiError as error:
            log.info("No statistics of %s: %s", id[:12], error)
        except ClientError as error:
            log.info("Statistics of %s ended: %s", id[:12], error)

    def _went_offline(self, error: ClientError) -> None:
        self._set_connection(
            Connection(
                phase=Phase.OFFLINE,
                host=self.engine.host,
                reason=error.why if isinstance(error, EngineUnreachable) else str(error),
                hint=error.hint if isinstance(error, EngineUnreachable) else "",
            )
        )
        if not isinstance(error, EngineUnreachable):
            log.info("Connection to %s lost: %s", self.engine.host, error)

    def _set_connection(self, connection: Connection) -> None:
        if connection != self.connection:
            self.connection = connection
            self.connection_news.publish()


def _first(group: BaseExceptionGroup[ClientError]) -> ClientError:
    for error in group.exceptions:
        return _first(error) if isinstance(error, BaseExceptionGroup) else error
    raise AssertionError("an exception group is never empty")


def _engine_time(info: Json) -> float:
    """The engine's clock, which may not be ours; ours when it does not tell."""
    text = str(info.get("SystemTime") or "")
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return time.time()


def _engine_name(version: Json) -> str:
    number = str(version.get("Version") or "")
    platform = str((version.get("Platform") or {}).get("Name") or "")
    name = "Davit" if "davit" in platform.lower() else "Docker"
    components = [str(c.get("Name") or "") for c in version.get("Components") or ()]
    if name == "Docker" and any("davit" in c.lower() for c in components):
        name = "Davit"
    if any("podman" in c.lower() for c in components):
        name = "Podman"
    return f"{name} {number}".strip()
