"""Engines of containers that only write: their logs, events and state, Docker's way."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from davit_desktop.client.errors import ConnectionLost, NotFound
from davit_desktop.client.types import Event, decode
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.stamps import iso

EPOCH = 1_700_000_000_000_000_000


class LogEngine:
    """One container. Everything may be called from any thread. `client()` makes a client of it."""

    def __init__(self, name: str = "writer") -> None:
        self.name = name
        self.exit_code = 0
        self.entries: list[Entry] = []
        self.running = True
        self.reachable = True
        self.exists = True
        self.started_ns = EPOCH
        self.finished_ns = 0
        self.requests: list[dict[str, str]] = []
        self._now = EPOCH
        self._wake: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._events: list[tuple[str, int, int]] = []  # action, time, exit code
        self._lock = threading.Lock()
        self._streams = 0  # grows when all open streams are broken

    def advance_to(self, time_ns: int) -> None:
        """The next line is written a little after this time, unless it is later already."""
        self._now = max(self._now, time_ns)

    def write(self, *lines: bytes, stream: Stream = Stream.OUT, step_ns: int = 1_000_000) -> None:
        with self._lock:
            for line in lines:
                self._now += step_ns
                self.entries.append(Entry(stream, self._now, line))
        self._changed()

    def write_unended(self, data: bytes) -> None:
        """Bytes without a newline, such as a prompt; the next `write` continues the line."""
        with self._lock:
            self._now += 1_000_000
            self.entries.append(Entry(Stream.OUT, self._now, data, Kind.PIECE))
        self._changed()

    def stop(self) -> None:
        self._now += 1_000_000
        self.finished_ns = self._now
        self.running = False
        self._events.append(("die", self._now, self.exit_code))
        self._changed()

    def start(self, *, seconds: float = 5) -> None:
        """Start again, so long after the end."""
        self._now += int(seconds * 1e9)
        self.started_ns = self._now
        self.running = True
        self._events.append(("start", self._now, 0))
        self._changed()

    def forget(self, count: int) -> None:
        """Rotate: the oldest lines are gone."""
        with self._lock:
            del self.entries[:count]

    def break_streams(self, *, reachable: bool = False) -> None:
        self.reachable = reachable
        self._streams += 1
        self._changed()

    def come_back(self) -> None:
        self.reachable = True

    def client(self) -> LogEngineClient:
        return LogEngineClient({self.name: self})

    @property
    def text(self) -> bytes:
        return b"".join(entry.data + b"\n" for entry in self.entries)

    def _changed(self) -> None:
        for loop, event in list(self._wake):
            try:
                loop.call_soon_threadsafe(event.set)
            except RuntimeError:
                self._wake.remove((loop, event))

    def snapshot(self) -> list[Entry]:
        with self._lock:
            return list(self.entries)


class LogEngineClient:
    """The part of the client that the log panel uses, for one container or several."""

    host = "unix:///nowhere/log-engine.sock"

    def __init__(self, engines: Mapping[str, LogEngine]) -> None:
        self._engines = engines

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
    ) -> AsyncGenerator[tuple[str, bytes]]:
        engine = self._reached(id)
        engine.requests.append({"since": since, "tail": tail, "follow": str(follow)})
        streams = engine._streams
        wake = asyncio.Event()
        engine._wake.append((asyncio.get_running_loop(), wake))
        seconds, _, fraction = since.partition(".")
        since_ns = int(seconds or 0) * 10**9 + int((fraction or "0").ljust(9, "0"))
        entries = engine.snapshot()
        at = 0 if tail == "all" else max(0, len(entries) - int(tail))
        while True:
            wake.clear()
            running = engine.running
            entries = engine.snapshot()
            for index in range(at, len(entries)):
                entry = entries[index]
                if entry.time_ns < since_ns:
                    continue
                goes_on = index > 0 and entries[index - 1].kind is Kind.PIECE
                stamp = b"" if goes_on else iso(entry.time_ns).encode() + b" "
                newline = b"" if entry.kind is Kind.PIECE else b"\n"
                name = "stderr" if entry.stream is Stream.ERR else "stdout"
                yield name, stamp + entry.data + newline
            at = len(entries)
            if streams != engine._streams:
                raise ConnectionLost("The connection to the engine broke.")
            if not follow or not running:
                return
            await wake.wait()

    async def events(
        self,
        since: str = "",
        until: str = "",
        filters: Mapping[str, Sequence[str]] | None = None,
    ) -> AsyncGenerator[Event]:
        engines = [self._reached(name) for name in self._engines]
        streams = [engine._streams for engine in engines]
        wake = asyncio.Event()
        for engine in engines:
            engine._wake.append((asyncio.get_running_loop(), wake))
        seen = [0 if since else len(engine._events) for engine in engines]
        while True:
            wake.clear()
            for place, engine in enumerate(engines):
                for action, time_ns, code in engine._events[seen[place] :]:
                    actor = {"ID": engine.name, "Attributes": {"exitCode": str(code)}}
                    news = {"Type": "container", "Action": action, "timeNano": time_ns}
                    yield decode(json.dumps({**news, "Actor": actor}).encode(), Event)
                seen[place] = len(engine._events)
            if until:
                return
            if streams != [engine._streams for engine in engines]:
                raise ConnectionLost("The connection to the engine broke.")
            await wake.wait()

    async def inspect_container(self, id: str, size: bool = False) -> dict[str, Any]:
        engine = self._reached(id)
        return {
            "State": {
                "Running": engine.running,
                "ExitCode": engine.exit_code,
                "StartedAt": iso(engine.started_ns),
                "FinishedAt": iso(engine.finished_ns)
                if engine.finished_ns
                else "0001-01-01T00:00:00Z",
            },
            "Config": {"Tty": False},
        }

    async def aclose(self) -> None:
        pass

    def _reached(self, id: str) -> LogEngine:
        engine = self._engines[id]
        if not engine.reachable:
            raise ConnectionLost("The engine cannot be reached.")
        if not engine.exists:
            raise NotFound(404, f"No such container: {id}")
        return engine
