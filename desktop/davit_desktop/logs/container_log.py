"""Fetch and follow one container's log: its end first, then what is new, on demand what was before.

A stream that breaks is taken up again where it was; whether something may be missing is found out
and marked. Starts and ends of the container are marked.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from davit_desktop.client.errors import ApiError, ClientError, NotFound
from davit_desktop.client.types import Event
from davit_desktop.logs.assembler import LONGEST_ENTRY, PARTIAL, LineAssembler
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.levels import Levels
from davit_desktop.logs.resume import Rejoin, Seen
from davit_desktop.logs.runs import Restart, Runs
from davit_desktop.logs.spool import LIMIT_BYTES, LogLine, LogSpool
from davit_desktop.logs.stamps import parse_iso

BATCH = 1000
_RESUME_TAIL = "20000"
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
    """What is done about a log."""

    OPENING = "opening"
    FOLLOWING = "following"
    ENDED = "ended"  # the container does not run
    BROKEN = "broken"  # trying to reach the engine again
    GONE = "gone"  # no such container any more
    FAILED = "failed"  # it cannot go on; `problem` says why


class ContainerLog:
    """The log of one container, the `source`th of a view.

    `deliver` takes lines in their order; `changed` is called when anything else is new. Everything
    belongs to one event loop.
    """

    def __init__(
        self,
        container: str,
        source: int,
        tail: int,
        deliver: Callable[[list[Entry]], None],
        changed: Callable[[], None],
    ) -> None:
        self.container = container
        self.source = source
        self.phase = Phase.OPENING
        self.problem = ""
        self.unended: tuple[Entry, ...] = ()
        self.has_earlier = False
        """Whether there may be lines before the first one that was fetched."""
        self.first_ns = 0
        self.earlier_loaded = 0
        self._tail = tail
        self._deliver = deliver
        self._changed = changed
        self._seen = Seen()
        self._levels = Levels()
        self._runs = Runs(source)
        self._tty = False
        self._finished_ns = 0
        self._exit_code: int | None = None
        self._died_with: int | None = None
        self._started_ns = 0
        self._restart: Restart | None = None  # the latest, while the container runs
        self._last_ns = 0
        self._first_lines: list[Entry] = []  # equal ones with which what was fetched begins
        self._news = asyncio.Event()  # the container was started

    async def open(
        self, client: LogClient, past: Callable[[str], Awaitable[Sequence[Event]]]
    ) -> list[Entry]:
        """The end of the log, once the engine answers. `past` gives the starts and ends of a
        container that the engine remembers, the oldest first. Raises ApiError."""
        attempt = 0
        while True:
            try:
                running = await self._look(client)
                self._note_past(await past(self.container))
                return await self._fetch_tail(client, running=running)
            except NotFound as error:
                self.enter(Phase.GONE, str(error))
                raise
            except ApiError as error:
                self.enter(Phase.FAILED, str(error))
                raise
            except ClientError as error:
                self.enter(Phase.BROKEN, str(error))
                attempt = await pause(attempt)

    def _note_past(self, events: Sequence[Event]) -> None:
        """Starts and ends that the engine remembers, the oldest first; inspect tells the latest
        start more exactly."""
        ended_ns, code = 0, None
        restarts: list[Restart] = []
        for event in events:
            if event.action == "die":
                ended_ns, code = event.time_nano, exit_code(event)
            elif ended_ns:
                restarts.append(Restart(ended_ns, code, event.time_nano))
                ended_ns = 0
        if restarts and self._restart is not None:
            self._died_with = restarts.pop().code
        elif restarts:
            restarts[-1] = restarts[-1]._replace(started_ns=self._started_ns)
        for restart in restarts:
            self._runs.note(restart)
        self._note_restart()

    def _note_restart(self) -> None:
        if self._restart is not None:
            self._runs.note(self._restart._replace(code=self._died_with))

    def enter(self, phase: Phase, problem: str = "") -> None:
        self.phase = phase
        self.problem = problem
        self._changed()

    async def _inspect(self, client: LogClient) -> bool:
        """Whether the container runs; its latest start is noted."""
        running = await self._look(client)
        self._note_restart()
        return running

    async def _look(self, client: LogClient) -> bool:
        facts = await client.inspect_container(self.container)
        state = facts.get("State") or {}
        self._tty = bool((facts.get("Config") or {}).get("Tty"))
        self._started_ns = parse_iso(str(state.get("StartedAt") or ""))
        finished = parse_iso(str(state.get("FinishedAt") or ""))
        self._finished_ns, self._exit_code, self._restart = 0, None, None
        if finished < self._started_ns:
            self._restart = Restart(finished, None, self._started_ns)
        else:  # ended, though it may be about to be started again
            code = state.get("ExitCode")
            self._finished_ns = finished
            self._exit_code = code if isinstance(code, int) else None
        return bool(state.get("Running"))

    async def _fetch_tail(self, client: LogClient, *, running: bool) -> list[Entry]:
        lines = LineAssembler(self.source, self._levels)
        entries: list[Entry] = []
        stream = client.logs(self.container, timestamps=True, tail=str(self._tail), tty=self._tty)
        async with aclosing(stream):
            async for name, data in stream:
                entries += lines.feed(_stream(name), data)
        if running:
            self.unended = tuple(lines.unended())
        else:
            entries += lines.finish()
        # An engine may count the parts of a long line.
        if sum(1 + len(entry.data) // PARTIAL for entry in entries) >= self._tail:
            self.has_earlier = True
            self._seen.begin_at(entries[0].time_ns)
        if entries:
            self.first_ns = entries[0].time_ns
            equal = next((i for i, e in enumerate(entries) if e[:3] != entries[0][:3]), None)
            self._first_lines = entries[:equal]
        self._seen.note(entries)
        marked = self._runs.marked(entries, 0)
        if entries:
            self._last_ns = entries[-1].time_ns
            if not running:
                marked = marked + self._runs.ended(self._finished_ns, self._exit_code)
        return marked

    async def follow(self, client: LogClient) -> None:
        """Deliver what is new, until the container is gone."""
        attempt = 0
        while True:
            self._news.clear()
            try:
                running = await self._inspect(client)
                self.enter(Phase.FOLLOWING if running else Phase.ENDED)
                stored = await self._read_on(client)
                attempt = 0 if stored else attempt
                running = await self._inspect(client)
            except NotFound as error:
                self.enter(Phase.GONE, str(error))
                return
            except ApiError as error:
                self.enter(Phase.FAILED, str(error))
                return
            except ClientError as error:
                self.enter(Phase.BROKEN, str(error))
                attempt = await pause(attempt)
                continue
            if running:
                # A restart ends the stream; anything else would end it again at once.
                attempt = await pause(attempt)
                continue
            if self._last_ns:
                self._mark(self._runs.ended(self._finished_ns, self._exit_code))
            self.enter(Phase.ENDED)
            await self._news.wait()

    async def _read_on(self, client: LogClient) -> bool:
        """Follow from where the lines end; whether there was anything new."""
        before = self._last_ns, self._seen.count
        if not await self._read(client, tail=_RESUME_TAIL):
            await self._read(client, tail="all")
        return (self._last_ns, self._seen.count) != before

    async def _read(self, client: LogClient, tail: str) -> bool:
        """Follow the last `tail` lines; False when the end of what is had was not among them.

        Engines find a time by reading the log from its start, a number of lines by reading from
        its end; so the number comes first.
        """
        lines = LineAssembler(self.source, self._levels)
        rejoin: Rejoin | None
        rejoin = overlap = self._seen.rejoin(self.unended)
        since = overlap.since_ns
        stream = client.logs(
            self.container,
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
                    gap = Entry(Stream.OUT, new[0].time_ns, b"", Kind.GAP, self.source)
                    self._mark([gap])
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
                    elif len(batch) >= BATCH:
                        flush()
                        let_others_run()
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

    async def on_event(self, client: LogClient, event: Event) -> None:
        """The container was started, or its process ended."""
        if event.action == "die":
            self._died_with = exit_code(event)
            return
        try:
            await self._inspect(client)
        except ApiError:
            return  # it has gone again
        self._news.set()
        asyncio.get_running_loop().call_later(_SILENT_START_SECONDS, self._mark_start)

    def look_again(self) -> None:
        """A start may have been missed."""
        self._news.set()

    async def earlier(
        self, client: LogClient, folder: Path, *, share: int = 1, tail: int = 0
    ) -> LogSpool:
        """The lines before the first one that was fetched, all or those among the last `tail`.

        The spool takes at most one of `share` parts of what may be kept. `has_earlier` tells
        afterwards whether there may be more.
        """
        found = LogSpool(folder, limit_bytes=LIMIT_BYTES // share)
        try:
            if not tail or not await self._fetch_earlier(client, found, str(tail)):
                found.cut(found.first)
                await self._fetch_earlier(client, found, "all")
        except BaseException:
            found.close()
            raise
        self.has_earlier = bool(tail) and found.end > found.first
        self._begin_with(found.lines(found.first, BATCH, LONGEST_ENTRY))
        return found

    def _begin_with(self, lines: Sequence[LogLine]) -> None:
        """Remember the first line there is now, and how often it is repeated."""
        texts = [Entry(n.stream, n.time_ns, n.data) for n in lines if n.kind <= Kind.PIECE]
        if texts:
            equal = next((i for i, e in enumerate(texts) if e[:3] != texts[0][:3]), None)
            self._first_lines = texts[:equal]
            self.first_ns = texts[0].time_ns

    async def _fetch_earlier(self, client: LogClient, kept: LogSpool, tail: str) -> bool:
        """Whether the first line was found again; of the whole log it need not be."""
        anchor, repeats = self._first_lines[0], len(self._first_lines)
        anchored = False
        run = 0  # equal to the anchor, and the newest lines of `kept`
        last_ns = 0
        lines = LineAssembler(self.source)
        batch: list[Entry] = []

        def take() -> None:
            nonlocal anchored, run, last_ns
            for at, entry in enumerate(batch):
                if entry.time_ns == anchor.time_ns and entry[:3] == anchor[:3]:
                    run += 1
                elif run >= repeats:
                    anchored = True
                    del batch[at:]
                    break
                else:
                    run = 0
            kept.append(self._runs.marked(batch, last_ns))
            last_ns = batch[-1].time_ns if batch else last_ns
            batch.clear()
            self.earlier_loaded = kept.end
            self._changed()

        stream = client.logs(self.container, timestamps=True, tail=tail, tty=self._tty)
        async with aclosing(stream):
            async for name, data in stream:
                batch += lines.feed(_stream(name), data)
                if len(batch) >= BATCH:
                    take()
                    if anchored:
                        break
                    let_others_run()
        take()
        if not anchored and run < repeats:
            if tail != "all":
                return False
            # The engine has let go of our first line meanwhile, and of some before it.
            kept.cut(kept.first + _count_before(kept, anchor.time_ns))
            kept.append([Entry(Stream.OUT, anchor.time_ns, b"", Kind.GAP, self.source)])
            return True
        kept.cut(kept.end - repeats)
        before = kept.lines(kept.end - 1, 1, 0)
        if before:
            kept.append(self._runs.marks_before(anchor.time_ns, before[0].time_ns))
        return True

    def _store(self, entries: list[Entry]) -> None:
        if entries:
            self._seen.note(entries)
            self._deliver(self._runs.marked(entries, self._last_ns))
            self._last_ns = entries[-1].time_ns

    def _mark_start(self) -> None:
        if self._last_ns:
            self._mark(self._runs.started())

    def _mark(self, marks: list[Entry]) -> None:
        if marks:
            self._deliver(marks)
            self._changed()


def let_others_run() -> None:
    """Wait for a moment: threads share one interpreter, and a busy one makes the window stutter."""
    time.sleep(0.0005)


def exit_code(event: Event) -> int | None:
    """What a `die` event tells."""
    text = event.actor.attributes.get("exitCode", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


async def pause(attempt: int) -> int:
    """Wait before another attempt; the number of the next."""
    await asyncio.sleep(_RETRY_SECONDS[min(attempt, len(_RETRY_SECONDS) - 1)])
    return attempt + 1


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
