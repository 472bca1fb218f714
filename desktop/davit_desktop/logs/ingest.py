"""Fetch and follow one container's log in a thread of its own, into a spool.

The end of the log comes first, so that it can be shown at once; earlier lines are fetched when they
are asked for. A stream that breaks is taken up again where it was; whether something may be missing
is found out and marked. Each run of the container begins with a mark.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from davit_desktop.client.errors import ApiError, ClientError, NotFound
from davit_desktop.client.types import Event
from davit_desktop.logs.assembler import LineAssembler
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.resume import Rejoin, Seen
from davit_desktop.logs.spool import LogSpool
from davit_desktop.logs.stamps import parse_iso

TAIL = 2000
"""Lines that are fetched before anything else."""

_RESUME_TAIL = "20000"
_BATCH = 1000
_FLUSH_SECONDS = 0.02
_SILENT_START_SECONDS = 0.5  # a start without output by then gets its mark all the same
_RETRY_SECONDS = (0.2, 0.5, 1.0, 2.0, 5.0)


class LogClient(Protocol):
    """The part of the engine's client that a log needs."""

    def logs(
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
    ) -> AsyncGenerator[tuple[Any, bytes]]: ...

    def events(
        self,
        since: str = "",
        until: str = "",
        filters: Mapping[str, Sequence[str]] | None = None,
    ) -> AsyncGenerator[Event]: ...

    async def inspect_container(self, id: str, size: bool = False) -> dict[str, Any]: ...

    async def aclose(self) -> None: ...


class Phase(StrEnum):
    """What the source is doing."""

    OPENING = "opening"
    FOLLOWING = "following"
    ENDED = "ended"  # the container does not run
    BROKEN = "broken"  # trying to reach the engine again
    GONE = "gone"  # no such container any more
    FAILED = "failed"  # it cannot go on; `problem` says why


class History(StrEnum):
    """Whether the lines before the ones fetched first are there."""

    UNKNOWN = "unknown"
    MORE = "more"
    LOADING = "loading"
    WHOLE = "whole"


class LogSource:
    """Owns a thread, the spool and a client of its own; `close` ends all three.

    `connect` makes the client and is called in the thread, because a client belongs to one event
    loop. `changed` is called from the thread whenever something is new.
    """

    def __init__(
        self,
        connect: Callable[[], LogClient],
        container: str,
        folder: Path,
        changed: Callable[[], None],
        *,
        tail: int = TAIL,
        spool: LogSpool | None = None,
    ) -> None:
        self.spool = spool or LogSpool(folder)
        self.phase = Phase.OPENING
        self.history = History.UNKNOWN
        self.problem = ""
        self.earlier_loaded = 0
        self.unended: tuple[Entry, ...] = ()
        self._connect = connect
        self._container = container
        self._folder = folder
        self._changed = changed
        self._tail = tail
        self._seen = Seen()
        self._tty = False
        self._started_ns = 0
        self._between_runs_ns = 0  # later lines belong to the run that began at `_started_ns`
        self._marked_ns = 0
        self._last_ns = 0
        self._closed = threading.Event()
        self._wanted_history = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._main: asyncio.Task[None] | None = None
        self._news = asyncio.Event()  # the container was started
        self._ask_history = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="log source", daemon=True)
        self._thread.start()

    # Called from other threads

    def load_history(self) -> None:
        """Fetch the lines before the first one; asking again changes nothing."""
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
                f"Cannot keep the log in {self._folder}: {_first(errors)}. Free some disk space."
            )
        except* ClientError as errors:
            self._fail(str(_first(errors)))

    def _fail(self, problem: str) -> None:
        if not self._closed.is_set():
            self.problem = problem
            self.phase = Phase.FAILED
            self._changed()

    def _enter(self, phase: Phase, problem: str = "") -> None:
        self.phase = phase
        self.problem = problem
        self._changed()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._main = asyncio.current_task()
        if self._closed.is_set():
            return
        if self._wanted_history:
            self._ask_history.set()
        client = self._connect()
        try:
            await self._first_look(client)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._follow(client))
                tasks.create_task(self._watch_starts(client))
                tasks.create_task(self._history(client))
        finally:
            await client.aclose()

    async def _first_look(self, client: LogClient) -> None:
        """The container's facts and the end of its log, tried until the engine answers."""
        attempt = 0
        while True:
            try:
                running = await self._inspect(client)
                count = await self._fetch_tail(client, running=running)
            except NotFound as error:
                self._enter(Phase.GONE, str(error))
                raise
            except ApiError:
                raise
            except ClientError as error:
                self._enter(Phase.BROKEN, str(error))
                attempt = await _pause(attempt)
            else:
                self.history = History.WHOLE if count < self._tail else History.MORE
                self._changed()
                return

    async def _inspect(self, client: LogClient) -> bool:
        """Whether the container runs."""
        facts = await client.inspect_container(self._container)
        state = facts.get("State") or {}
        self._tty = bool((facts.get("Config") or {}).get("Tty"))
        self._note_start(
            parse_iso(str(state.get("StartedAt") or "")),
            parse_iso(str(state.get("FinishedAt") or "")),
        )
        return bool(state.get("Running"))

    async def _fetch_tail(self, client: LogClient, *, running: bool) -> int:
        lines = LineAssembler()
        entries: list[Entry] = []
        stream = client.logs(self._container, timestamps=True, tail=str(self._tail), tty=self._tty)
        async with aclosing(stream):
            async for name, data in stream:
                entries += lines.feed(_stream(name), data)
        if len(entries) >= self._tail:
            self._seen.begin_at(entries[0].time_ns)
        if running:
            self.unended = tuple(lines.unended())
        else:
            entries += lines.finish()
        self._store(entries)
        return len(entries)

    async def _follow(self, client: LogClient) -> None:
        attempt = 0
        while True:
            self._news.clear()
            try:
                running = await self._inspect(client)
                self._enter(Phase.FOLLOWING if running else Phase.ENDED)
                stored = await self._read_on(client)
                attempt = 0 if stored else attempt
                running = await self._inspect(client)
            except NotFound as error:
                self._enter(Phase.GONE, str(error))
                return
            except ApiError as error:
                self._enter(Phase.FAILED, str(error))
                return
            except ClientError as error:
                self._enter(Phase.BROKEN, str(error))
                attempt = await _pause(attempt)
                continue
            if running:
                # A restart ends the stream; anything else would end it again at once.
                attempt = await _pause(attempt)
                continue
            self._enter(Phase.ENDED)
            await self._news.wait()

    async def _read_on(self, client: LogClient) -> bool:
        """Follow from where the spool ends; whether there was anything new."""
        before = self.spool.end
        if not await self._read(client, tail=_RESUME_TAIL):
            await self._read(client, tail="all")
        return self.spool.end > before

    async def _read(self, client: LogClient, tail: str) -> bool:
        """Follow the last `tail` lines; False when the spool's end was not among them.

        Engines find a time by reading the log from its start, a number of lines by reading from
        its end; so the number comes first.
        """
        lines = LineAssembler()
        rejoin: Rejoin | None
        rejoin = overlap = self._seen.rejoin(self.unended)
        since = overlap.since_ns
        stream = client.logs(
            self._container,
            follow=True,
            timestamps=True,
            since=f"{since // 10**9}.{since % 10**9:09}" if since else "",
            tail=tail,
            tty=self._tty,
        )
        loop = asyncio.get_running_loop()
        batch: list[Entry] = []
        timer: asyncio.TimerHandle | None = None
        missed = False

        def flush() -> None:
            nonlocal timer, rejoin, missed
            if timer is not None:
                timer.cancel()
                timer = None
            new = batch[:]
            batch.clear()
            if rejoin is not None and new:
                latest = new[-1].time_ns
                new = rejoin.fresh(new)
                if new and rejoin.gap:
                    if tail != "all":
                        missed = True
                        return
                    self._mark(Kind.GAP, new[0].time_ns)
                    rejoin = None
                elif rejoin.settled(latest):
                    rejoin = None
            self._store(new)
            self.unended = tuple(lines.unended())
            self._changed()

        try:
            async with aclosing(stream):
                async for name, data in stream:
                    batch += lines.feed(_stream(name), data)
                    if batch and rejoin is not None and rejoin.gap:
                        flush()  # the first line tells whether the stream joins
                    elif len(batch) >= _BATCH:
                        flush()
                        _let_others_run()
                    elif timer is None:
                        timer = loop.call_later(_FLUSH_SECONDS, flush)
                    if missed:
                        return False
            batch += lines.finish()
        finally:
            # A line that was cut off by a break comes again when the stream is taken up.
            if not missed:
                flush()
        return not missed

    async def _watch_starts(self, client: LogClient) -> None:
        filters = {"type": ["container"], "container": [self._container], "event": ["start"]}
        loop = asyncio.get_running_loop()
        attempt = 0
        while True:
            try:
                async with aclosing(client.events(filters=filters)) as events:
                    async for event in events:
                        if event.action != "start":
                            continue
                        attempt = 0
                        await self._inspect(client)
                        self._news.set()
                        loop.call_later(_SILENT_START_SECONDS, self._mark_start)
            except ApiError:
                return  # an engine that cannot tell; a restart then shows when the page is opened
            except ClientError:
                pass
            attempt = await _pause(attempt)
            self._news.set()  # a start may have been missed

    async def _history(self, client: LogClient) -> None:
        if self.history is History.WHOLE:
            return
        await self._ask_history.wait()
        if self.spool.dropped:
            self.history = History.WHOLE  # there is no room for more
            self._changed()
            return
        self.history = History.LOADING
        self._changed()
        try:
            await self._load_earlier(client)
        except ClientError as error:
            self.problem = f"Earlier lines could not be fetched: {error}"
            self.history = History.MORE
        else:
            self.history = History.WHOLE
        self._changed()

    async def _load_earlier(self, client: LogClient) -> None:
        anchor, repeats = self._oldest()
        earlier = LogSpool(self._folder)
        found = False
        run = 0  # equal to the anchor, and the newest lines of `earlier`
        lines = LineAssembler()
        batch: list[Entry] = []

        def take() -> None:
            nonlocal found, run
            for at, entry in enumerate(batch):
                if entry.time_ns == anchor[1] and entry[:3] == anchor:
                    run += 1
                elif run >= repeats:
                    found = True
                    del batch[at:]
                    break
                else:
                    run = 0
            for part in self._parted_at_start(batch):
                earlier.append(part)
            batch.clear()
            self.earlier_loaded = earlier.end
            self._changed()

        stream = client.logs(self._container, timestamps=True, tty=self._tty)
        try:
            async with aclosing(stream):
                async for name, data in stream:
                    batch += lines.feed(_stream(name), data)
                    if len(batch) >= _BATCH:
                        take()
                        if found:
                            break
                        _let_others_run()
            take()
            if found or run >= repeats:
                self.spool.put_before(earlier, earlier.end - earlier.first - repeats)
            else:
                # The engine has let go of our first line meanwhile, and of some before it.
                self.spool.put_before(earlier, _count_before(earlier, anchor[1]))
        finally:
            earlier.close()

    def _oldest(self) -> tuple[tuple[Stream, int, bytes], int]:
        """The first line that is kept, and how many equal ones follow each other there."""
        lines = [
            line
            for line in self.spool.lines(self.spool.first, 1000, 1 << 20)
            if line.kind <= Kind.PIECE
        ]
        first = lines[0]
        anchor = (first.stream, first.time_ns, first.data)
        repeats = 0
        for line in lines:
            if (line.stream, line.time_ns, line.data) != anchor:
                break
            repeats += 1
        return anchor, repeats

    def _store(self, entries: list[Entry]) -> None:
        self._seen.note(entries)
        for part in self._parted_at_start(entries):
            self.spool.append(part)
        if entries:
            self._last_ns = entries[-1].time_ns

    def _note_start(self, started_ns: int, finished_ns: int) -> None:
        # The engine notes a start a little after the first lines, an end a little before the last.
        if 0 < finished_ns < started_ns:
            self._started_ns = started_ns
            self._between_runs_ns = (finished_ns + started_ns) // 2

    def _parted_at_start(self, entries: list[Entry]) -> list[list[Entry]]:
        """`entries` with a mark where the container's latest start lies between two lines."""
        start, between = self._started_ns, self._between_runs_ns
        if start <= self._marked_ns or not entries or entries[-1].time_ns < between:
            return [entries]
        at = next(i for i, entry in enumerate(entries) if entry.time_ns >= between)
        if at == 0 and not 0 < self._last_ns < between:
            return [entries]
        self._marked_ns = start
        return [entries[:at], [Entry(Stream.OUT, start, b"", Kind.STARTED)], entries[at:]]

    def _mark_start(self) -> None:
        if self._started_ns > self._marked_ns and self._last_ns:
            self._marked_ns = self._started_ns
            self._mark(Kind.STARTED, self._started_ns)
            self._changed()

    def _mark(self, kind: Kind, time_ns: int) -> None:
        self.spool.append([Entry(Stream.OUT, time_ns, b"", kind)])


def _let_others_run() -> None:
    # Threads share one interpreter; a busy one that never waits makes the window stutter.
    time.sleep(0.0005)


def _count_before(spool: LogSpool, time_ns: int) -> int:
    """How many of the lines are older than a time; lines are in the order they were stored."""
    count = spool.end - spool.first
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if spool.lines(spool.first + middle, 1, 0)[0].time_ns < time_ns:
            low = middle + 1
        else:
            high = middle
    return low


def _stream(name: object) -> Stream:
    return Stream.ERR if name in ("stderr", 2) else Stream.OUT


async def _pause(attempt: int) -> int:
    await asyncio.sleep(_RETRY_SECONDS[min(attempt, len(_RETRY_SECONDS) - 1)])
    return attempt + 1


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
