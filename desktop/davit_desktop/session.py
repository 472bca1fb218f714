"""The engine as the window knows it: connected or not, and everything it last said; no Qt.

`run` is the whole life: ask the version, list, then fold `/events` into the rows until the
connection breaks, and try again with growing pauses. Listeners are called in the event loop's
thread, at most once for a burst of news. An engine in a machine is called only while the machine is
ready, since a call would wake one that sleeps.
"""

import asyncio
import logging
import time
from collections.abc import Collection, Coroutine, Mapping
from contextlib import aclosing
from datetime import datetime
from enum import StrEnum

import msgspec

from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError, ClientError, ConnectionLost, EngineUnreachable
from davit_desktop.client.stats import taken_at, usage
from davit_desktop.client.types import Event, ImageSummary, Json
from davit_desktop.machine_session import MachineSession
from davit_desktop.news import News
from davit_desktop.state import containers as container_rows
from davit_desktop.state import images as image_rows
from davit_desktop.state import machine as machine_words
from davit_desktop.state.containers import Container
from davit_desktop.state.stats import History, Pace
from davit_desktop.stats_history import StatsHistory
from davit_desktop.translation import tr

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


class Session:
    """One engine. Read the attributes, subscribe to the news, call verbs on `engine`.

    `machine` is what the engine runs in, None for an engine of this computer or another.
    """

    def __init__(
        self,
        engine: EngineClient,
        machine: MachineSession | None = None,
        stats_history: StatsHistory | None = None,
    ) -> None:
        self.engine = engine
        self.machine = machine
        self._stats_history = stats_history
        self.connection = Connection(phase=Phase.CONNECTING, host=engine.host)
        self.containers: Mapping[str, Container] = {}
        self.images: tuple[ImageSummary, ...] = ()
        self.info: Json = {}
        self.listed = False  # whether `containers` is an answer of the engine yet
        self.histories: dict[str, History] = {}
        self.connection_news = News()
        self.containers_news = News()
        self.images_news = News()
        self.networks_news = News()
        self.volumes_news = News()
        self.stats_news = News(gather=0.5)
        self._retry = asyncio.Event()
        self._relist: set[str] = set()
        self._relist_wanted = asyncio.Event()
        self._destroyed: set[str] = set()  # while a listing is under way, which may hold them yet
        self._images_wanted = asyncio.Event()
        self._watchers: dict[str, tuple[tuple[str, ...], float]] = {}
        self._streams: dict[str, asyncio.Task[None]] = {}
        self._resting = False
        self._group: asyncio.TaskGroup | None = None
        self._closing = False
        self._machine_changed = asyncio.Event()
        if machine is not None:
            machine.news.subscribe(self._machine_changed.set)

    async def run(self) -> None:
        """Keep connected until cancelled, and follow the machine."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_connected())
            if self._stats_history is not None:
                group.create_task(asyncio.to_thread(self._stats_history.sweep))
            if self.machine is not None:
                group.create_task(self.machine.run())
            self._closing = False
            try:
                await asyncio.Event().wait()
            finally:
                self._closing = True

    async def _keep_connected(self) -> None:
        attempt = 0
        while True:
            await self._machine_is_ready()
            started = time.monotonic()
            reason: ClientError = ConnectionLost(tr("The engine ended the connection"))
            try:
                await self._stay_connected()
            except* ClientError as group:
                reason = _first(group)
            if self._closing:
                # A task group that ends with an error swallows a cancellation of that moment.
                return
            if time.monotonic() - started > _PAUSES[-1]:
                attempt = 0
            self._went_offline(reason)
            if self.machine is not None and self.machine.gone:
                attempt = 0
                continue
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

    def watch_stats(self, watcher: str, ids: Collection[str], every: float = 3.0) -> None:
        """Stream the statistics of these running containers for this watcher, and no others.

        It hears of them `every` so many seconds; the histories hold each second all the same.
        """
        self._watchers[watcher] = (tuple(ids), every)
        self._match_streams()

    def rest(self, resting: bool) -> None:
        """Stream no statistics while nobody can see the window."""
        self._resting = resting
        if self.machine is not None:
            self.machine.rest(resting)
        self._match_streams()

    async def _machine_is_ready(self) -> None:
        """Wait for the machine; what an engine held that is no more is no longer shown."""
        while self.machine is not None and not self.machine.ready:
            self._machine_changed.clear()
            if self.machine.gone and self.machine.status is not None:
                reason = machine_words.reason(self.machine.status)
                self._forget()
                self._set_connection(
                    Connection(
                        phase=Phase.OFFLINE,
                        host=self.engine.host,
                        reason=reason,
                    )
                )
            await self._machine_changed.wait()

    async def _watch_machine(self) -> None:
        """End the connection with the machine: one that sleeps must not be called."""
        while self.machine is not None and not self.machine.gone:
            self._machine_changed.clear()
            await self._machine_changed.wait()
        raise ConnectionLost(tr("The machine ended"))

    def _forget(self) -> None:
        self.containers, self.images, self.listed = {}, (), False
        self.histories.clear()
        self.containers_news.publish()
        self.images_news.publish()

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
                group.create_task(self._first_to_end(self._follow_events(since)))
                group.create_task(self._first_to_end(self._list_again()))
                group.create_task(self._first_to_end(self._list_images()))
                if self.machine is not None:
                    group.create_task(self._first_to_end(self._watch_machine()))
                self._match_streams()
        finally:
            self._group = None
            self._streams.clear()

    async def _first_to_end(self, work: Coroutine[None, None, None]) -> None:
        """Let nobody add a stream to a group that this ends."""
        try:
            await work
        finally:
            self._group = None

    async def _follow_events(self, since: float) -> None:
        async with aclosing(self.engine.events(since=f"{since:.3f}")) as events:
            async for event in events:
                self._take_in(event)
        raise ConnectionLost(tr("The engine ended the connection"))

    def _take_in(self, event: Event) -> None:
        log.info("Heard of %s %r", event.type, event.action)
        rows, relist = container_rows.folded(self.containers, event)
        if event.type == "container" and event.action == "destroy":
            self._relist.discard(event.actor.id)
            self._destroyed.add(event.actor.id)
        if relist:
            self._relist.add(event.actor.id)
            self._relist_wanted.set()
        if rows is not self.containers:
            self.containers = rows
            self.containers_news.publish()
            self._match_streams()
        if event.type == "network":
            self.networks_news.publish()
        elif event.type == "volume":
            self.volumes_news.publish()
        if image_rows.changes_images(event.type, event.action):
            self._images_wanted.set()

    async def _list_again(self) -> None:
        while True:
            await self._relist_wanted.wait()
            await asyncio.sleep(_GATHER)
            self._relist_wanted.clear()
            ids, self._relist = self._relist, set()
            if not ids:
                continue
            self._destroyed.clear()
            everything = "" in ids or len(ids) > 20
            try:
                summaries = await self.engine.containers(
                    all=True, filters=None if everything else {"id": sorted(ids)}
                )
            except ApiError as error:
                log.warning("Cannot list containers again: %s", error)
                continue
            now = time.time()
            summaries = [s for s in summaries if s.id not in self._destroyed]
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
                self.images = tuple(await self.engine.images(shared_size=True))
            except ApiError as error:
                log.warning("Cannot list images: %s", error)
                continue
            log.info("Listed %d images", len(self.images))
            self.images_news.publish()

    def _match_streams(self) -> None:
        """Start the streams that are wanted and end those that are not."""
        group = self._group
        if group is None:
            return
        wanted = [
            id
            for ids, _ in self._watchers.values()
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
        history = await self.recalled(id)
        pace = Pace()
        try:
            async with aclosing(self.engine.stats(id)) as samples:
                asked = time.time()
                async for sample in samples:
                    now = time.time()
                    taken = pace.taken(taken_at(sample), now, waited=now - asked)
                    history.add(taken, usage(sample))
                    self.stats_news.publish()
                    await self._keep_stats(id, history)
                    if pause := pace.pause(taken, time.time(), self._wanted_every(id)):
                        await asyncio.sleep(pause)
                    asked = time.time()
        except ApiError as error:
            log.info("No statistics of %s: %s", id[:12], error)
        except ClientError as error:
            log.info("Statistics of %s ended: %s", id[:12], error)
        finally:
            history.pause()
            # Not in a thread: a cancelled task may wait for nothing more, and it is a few bytes.
            if self._stats_history is not None:
                self._stats_history.append(id, history.take_closed())

    def _wanted_every(self, id: str) -> float:
        return min((every for ids, every in self._watchers.values() if id in ids), default=0.0)

    async def recalled(self, id: str) -> History:
        """The history of a container, with what earlier windows have seen of it."""
        history = self.histories.get(id)
        if history is None:
            history = self.histories.setdefault(id, History())
            if self._stats_history is not None:
                history.remember(await asyncio.to_thread(self._stats_history.load, id))
                self.stats_news.publish()
        return history

    async def _keep_stats(self, id: str, history: History) -> None:
        closed = history.take_closed()
        if closed and self._stats_history is not None:
            await asyncio.to_thread(self._stats_history.append, id, closed)

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
