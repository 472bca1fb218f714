"""The logs of one container or several, fetched and followed in a thread, in one spool by time.

The end of the logs comes first, so that it can be shown at once; earlier lines are fetched when
they are asked for. What is shown of several containers is complete from its first line on: older
lines of a container that writes little wait until those of the others are there, too.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import aclosing, suppress
from enum import StrEnum
from pathlib import Path

from davit_desktop.client.errors import ApiError, ClientError
from davit_desktop.client.types import Event
from davit_desktop.logs.container_log import (
    BATCH,
    ContainerLog,
    LogClient,
    Phase,
    let_others_run,
    pause,
)
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.merging import Order, lines_of, merged
from davit_desktop.logs.spool import LogSpool
from davit_desktop.translation import tr

__all__ = ["TAIL", "History", "LogClient", "LogSource", "Phase"]

TAIL = 2000
"""Lines that are fetched before anything else, of all containers together."""

_LEAST_TAIL = 50
_LEAST_PART = 20_000  # lines up to which the first part of the earlier ones reaches back,
_GROWTH = 10  # and how many times farther each next one does
_GATHER_SECONDS = 0.06  # that lines of several containers wait for each other
_PAST_SECONDS = 0.3  # that remembered starts and ends may take; they come beside other answers
_OPEN_AT_ONCE = 8
_RUNS = {"type": ["container"], "event": ["start", "die"]}


class History(StrEnum):
    """Whether the lines before the ones fetched first are there."""

    UNKNOWN = "unknown"
    MORE = "more"
    LOADING = "loading"
    WHOLE = "whole"


class LogSource:
    """Owns a thread, the spool and a client of its own; `close` ends all three.

    The containers are numbered in the order in which they are named. `connect` makes the client and
    is called in the thread, because a client belongs to one event loop. `changed` is called from
    the thread whenever something is new.
    """

    def __init__(
        self,
        connect: Callable[[], LogClient],
        containers: Sequence[str],
        folder: Path,
        changed: Callable[[], None],
        *,
        tail: int = TAIL,
        spool: LogSpool | None = None,
    ) -> None:
        self.spool = spool or LogSpool(folder)
        self.history = History.UNKNOWN
        self._connect = connect
        self._containers = list(containers)
        self._folder = folder
        self._changed = changed
        self._tail = max(tail // max(1, len(containers)), min(tail, _LEAST_TAIL))
        self._joining: deque[str] = deque()
        self._logs: list[ContainerLog] = []
        self._failure = ""
        self._history_problem = ""
        self._held: list[list[Entry]] = []  # of each log: fetched, but older than what is shown
        self._order = Order()
        self._waiting: list[Entry] = []
        self._gather: asyncio.TimerHandle | None = None
        self._closed = threading.Event()
        self._wanted_history = False
        self._whole_wanted = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._main: asyncio.Task[None] | None = None
        self._tasks: asyncio.TaskGroup | None = None
        self._client: LogClient | None = None
        self._ask_history = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="log source", daemon=True)
        self._thread.start()

    # Called from other threads

    @property
    def phase(self) -> Phase:
        """Of all logs: what a person should know first."""
        if self._failure:
            return Phase.FAILED
        if not self._containers:
            return Phase.ENDED
        phases = {log.phase for log in list(self._logs)} or {Phase.OPENING}
        if phases == {Phase.GONE}:
            return Phase.GONE
        order = (Phase.BROKEN, Phase.OPENING, Phase.FOLLOWING, Phase.FAILED, Phase.ENDED)
        return next((phase for phase in order if phase in phases), Phase.ENDED)

    @property
    def problem(self) -> str:
        """Why lines do not come; empty while they do."""
        if self._failure or self._history_problem:
            return self._failure or self._history_problem
        logs = list(self._logs)
        if all(log.phase is Phase.GONE for log in logs):
            return next((log.problem for log in logs), "")
        phase = self.phase
        troubled = [log for log in logs if log.problem and log.phase is not Phase.GONE]
        return next((log.problem for log in troubled if log.phase is phase or len(logs) > 1), "")

    @property
    def unended(self) -> tuple[Entry, ...]:
        """Lines whose end has not come, such as a prompt."""
        return tuple(entry for log in list(self._logs) for entry in log.unended)

    @property
    def earlier_loaded(self) -> int:
        return sum(log.earlier_loaded for log in list(self._logs))

    def add(self, container: str) -> None:
        """Follow one more container, numbered after the others."""
        self._joining.append(container)
        self._call(self._admit)

    def load_history(self, *, whole: bool = True) -> None:
        """Fetch the lines before the first one, or at least some of them."""
        self._whole_wanted = self._whole_wanted or whole
        self._wanted_history = True
        self._call(self._ask_history.set)

    def close(self) -> None:
        """Stop, and give the disk space back. Does not wait for the thread."""
        self._closed.set()
        self._call(self._cancel)
        self.spool.close()

    def join(self, timeout: float) -> None:
        self._thread.join(timeout)

    def _call(self, callback: Callable[[], object]) -> None:
        loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(callback)
            except RuntimeError:
                return  # the loop has ended already

    def _cancel(self) -> None:
        if self._main is not None:
            self._main.cancel()

    # Everything below runs in the thread

    def _run(self) -> None:
        try:
            with suppress(asyncio.CancelledError):
                asyncio.run(self._serve())
        except* OSError as errors:
            self._fail(
                tr("Cannot keep the log in {folder}: {reason}. Free some disk space.").format(
                    folder=self._folder, reason=_first(errors)
                )
            )
        except* ClientError as errors:
            self._fail(str(_first(errors)))

    def _fail(self, problem: str) -> None:
        if not self._closed.is_set():
            self._failure = problem
            self._changed()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._main = asyncio.current_task()
        if self._closed.is_set():
            return
        if self._wanted_history:
            self._ask_history.set()
        client = self._client = self._connect()
        try:
            opened = [self._log(*numbered) for numbered in enumerate(self._containers)]
            self._logs[:] = opened
            await self._open(client, opened)
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                tasks.create_task(self._watch_events(client))
                tasks.create_task(self._history(client))
                for log in self._logs:
                    if log.phase not in (Phase.GONE, Phase.FAILED):
                        tasks.create_task(log.follow(client))
                self._admit()
                await asyncio.Event().wait()
        finally:
            self._tasks = None
            await client.aclose()

    def _log(self, number: int, container: str) -> ContainerLog:
        return ContainerLog(container, number, self._tail, self._take, self._changed)

    def _admit(self) -> None:
        """Let containers join, once the first ones are shown."""
        while self._joining and self._tasks is not None and self._client is not None:
            container = self._joining.popleft()
            self._containers.append(container)
            self._tasks.create_task(self._join_late(self._client, container))

    async def _open(self, client: LogClient, logs: Sequence[ContainerLog]) -> None:
        """Fetch the ends of the logs and store what is complete of them."""
        few = asyncio.Semaphore(_OPEN_AT_ONCE)
        remembered = asyncio.create_task(self._remembered(client))

        async def past(container: str) -> Sequence[Event]:
            return (await asyncio.shield(remembered)).get(container, ())

        async def fetch(log: ContainerLog) -> list[Entry]:
            async with few:
                try:
                    return await log.open(client, past)
                except ApiError:
                    if len(logs) == 1:
                        raise
                    return []

        try:
            ends = await asyncio.gather(*(fetch(log) for log in logs))
        finally:
            remembered.cancel()
            await asyncio.gather(remembered, return_exceptions=True)
        if len(logs) == 1:
            self._held = [[]]
            self.spool.append(ends[0])
        else:
            # Before this time lines of one of them may be missing.
            floor = max((log.first_ns for log in logs if log.has_earlier), default=0)
            self._held = [[e for e in entries if e.time_ns < floor] for entries in ends]
            shown = merged([entries[len(held) :] for entries, held in zip(ends, self._held,
                                                                         strict=True)])  # fmt: skip
            self.spool.append(self._order.sorted(shown))
        more = any(log.has_earlier for log in logs)
        self.history = History.MORE if more else History.WHOLE
        self._changed()

    async def _join_late(self, client: LogClient, container: str) -> None:
        """Show the log of a container that came when others were shown already."""
        log = self._log(len(self._logs), container)
        self._logs.append(log)
        self._held.append([])
        try:
            entries = await log.open(client, _nothing_past)
        except ApiError:
            return
        if log.has_earlier:
            first = entries[0]
            entries.insert(0, Entry(Stream.OUT, first.time_ns, b"", Kind.GAP, log.source))
        self._take(entries)
        self._changed()
        await log.follow(client)

    def _take(self, entries: list[Entry]) -> None:
        if len(self._logs) == 1:
            self.spool.append(entries)
            return
        self._waiting += entries
        if len(self._waiting) >= 4 * BATCH:
            self._gathered()
        elif self._gather is None and self._loop is not None:
            self._gather = self._loop.call_later(_GATHER_SECONDS, self._gathered)

    def _gathered(self) -> None:
        if self._gather is not None:
            self._gather.cancel()
            self._gather = None
        entries, self._waiting = self._waiting, []
        self.spool.place(self._order.sorted(entries))
        self._changed()

    async def _remembered(self, client: LogClient) -> dict[str, list[Event]]:
        """The starts and ends that the engine can still tell, as far as it does so at once."""
        past: dict[str, list[Event]] = {}
        filters = {**_RUNS}
        if len(self._containers) == 1:
            filters["container"] = list(self._containers)
        try:
            async with asyncio.timeout(_PAST_SECONDS):
                events = client.events(since="1", until=f"{time.time():.3f}", filters=filters)
                async with aclosing(events):
                    async for event in events:
                        past.setdefault(event.actor.id, []).append(event)
        except (TimeoutError, ClientError):
            pass  # marks of earlier runs are a help, no more
        return past

    async def _watch_events(self, client: LogClient) -> None:
        attempt = 0
        while True:
            try:
                async with aclosing(client.events(filters=_RUNS)) as events:
                    async for event in events:
                        attempt = 0
                        for log in self._logs:
                            if log.container == event.actor.id:
                                await log.on_event(client, event)
            except ApiError:
                return  # an engine that cannot tell; a restart then shows when the page is opened
            except ClientError:
                pass
            attempt = await pause(attempt)
            for log in self._logs:
                log.look_again()

    async def _history(self, client: LogClient) -> None:
        while self.history is not History.WHOLE:
            await self._ask_history.wait()
            self._ask_history.clear()
            if self.spool.dropped:
                self.history = History.WHOLE  # there is no room for more
                self._changed()
                return
            self.history = History.LOADING
            self._history_problem = ""
            self._changed()
            try:
                self.history = await self._load_earlier(client)
            except ClientError as error:
                self._history_problem = tr("Earlier lines could not be fetched: {reason}").format(
                    reason=error
                )
                self.history = History.MORE
            if self._whole_wanted and not self._history_problem:
                self._ask_history.set()
            self._changed()

    async def _load_earlier(self, client: LogClient) -> History:
        """Fetch earlier lines: of one container in growing parts, of several all at once."""
        if len(self._logs) > 1:
            await self._merge_earlier(client, list(zip(self._logs, self._held, strict=True)))
            self._held = [[] for _ in self._logs]
            return History.WHOLE
        (log,) = self._logs
        part = max(_LEAST_PART, _GROWTH * (self.spool.end - self.spool.first))
        earlier = await log.earlier(client, self._folder, tail=0 if self._whole_wanted else part)
        self.spool.put_before(earlier, earlier.end - earlier.first)
        return History.MORE if log.has_earlier else History.WHOLE

    async def _merge_earlier(
        self, client: LogClient, logs: list[tuple[ContainerLog, list[Entry]]]
    ) -> None:
        loaded: list[LogSpool] = []
        try:
            for log, _ in logs:
                if log.has_earlier:
                    spool = await log.earlier(client, self._folder, share=len(logs))
                else:
                    spool = LogSpool(self._folder)
                loaded.append(spool)
            earlier = LogSpool(self._folder)
            loaded.append(earlier)
            parts = [
                [lines_of(spool), iter(held)]
                for spool, (_, held) in zip(loaded, logs, strict=False)
            ]
            batch: list[Entry] = []
            for entry in merged([(entry for half in part for entry in half) for part in parts]):
                batch.append(entry)
                if len(batch) >= BATCH:
                    earlier.append(batch)
                    batch = []
                    let_others_run()
                    await asyncio.sleep(0)
            earlier.append(batch)
            self.spool.put_before(earlier, earlier.end - earlier.first)
        finally:
            for spool in loaded:
                spool.close()


async def _nothing_past(container: str) -> Sequence[Event]:
    return ()


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
