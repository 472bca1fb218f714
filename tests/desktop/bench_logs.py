"""Measure the log panel: opening, reading back, following 10 000 lines a second, searching.

    python tests/desktop/bench_logs.py [lines]

A process of its own plays the engine on a Unix socket. Budgets: open 100 ms, longest stall of the
event loop 50 ms, a million lines searched in 1 s.
"""

from __future__ import annotations

import asyncio
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "desktop")]
RATE = 10_000
SECONDS = 10
BASE = 1_700_000_000


def line(number: int) -> bytes:
    seconds, part = divmod(number, RATE)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(BASE + seconds))
    text = (
        f"{stamp}.{part * 100_000:09}Z \x1b[32mINFO\x1b[0m request {number} took {number % 97} ms"
    )
    data = text.encode() + b" and a path /api/v1/items/" + str(number * 7919).encode() + b"\n"
    return struct.pack(">BxxxI", 1, len(data)) + data


async def serve(path: str, count: int) -> None:
    """The engine: `count` lines at once, then RATE lines a second for SECONDS seconds."""
    log = [line(i) for i in range(count)]
    fresh = [line(i) for i in range(count, count + RATE * SECONDS)]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            target = head.split(" ")[1]
            writer.write(b"HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nConnection: close\r\n")
            if "/logs" in target:
                kind = b"application/vnd.docker.multiplexed-stream"
                writer.write(b"Content-Type: " + kind + b"\r\n\r\n")
                await send_log(target, writer)
            else:
                writer.write(b"Content-Type: application/json\r\n\r\n")
                if "/events" in target:
                    await writer.drain()
                    await asyncio.sleep(3600)
                body = '{"ApiVersion":"1.45","State":{"Running":true},"Config":{"Tty":false}}'
                writer.write(body.encode())
            await writer.drain()
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            return

    async def send_log(target: str, writer: asyncio.StreamWriter) -> None:
        tail = target.partition("tail=")[2].partition("&")[0]
        lines = log if tail in ("", "all") else log[-int(tail) :]
        follow = "follow=1" in target or "follow=true" in target
        if follow:
            lines = lines[-2000:]
        for at in range(0, len(lines), 1000):
            writer.write(b"".join(lines[at : at + 1000]))
            await writer.drain()
        if not follow:
            return
        await asyncio.sleep(1)
        start = time.monotonic()
        sent = 0
        while sent < len(fresh):
            due = min(int((time.monotonic() - start) * RATE), len(fresh))
            writer.write(b"".join(fresh[sent:due]))
            await writer.drain()
            sent = due
            await asyncio.sleep(0.01)
        await asyncio.sleep(3600)

    server = await asyncio.start_unix_server(answer, path)
    async with server:
        print("ready", flush=True)
        await server.serve_forever()


def rss() -> float:
    """Resident memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def measure(path: str, count: int, folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from davit_desktop.client.engine import EngineClient
    from davit_desktop.logs.ingest import History
    from davit_desktop.logs.query import Query
    from davit_desktop.settings import Scheme
    from davit_desktop.views.logs import LogPanel
    from davit_desktop.views.theme import Appearance

    app = QApplication([])
    Appearance(app).apply(Scheme.LIGHT, 0)
    panel = LogPanel(folder=folder)
    panel.resize(1100, 700)
    panel.show()
    app.processEvents()
    print(f"RSS, empty panel        {rss():8.0f} MB")

    last = [time.perf_counter()]
    stalls: list[float] = []

    def beat() -> None:
        now = time.perf_counter()
        stalls.append(now - last[0])
        last[0] = now

    pulse = QTimer(interval=2)
    pulse.timeout.connect(beat)

    def run(done, what: str, limit: float = 120) -> float:
        stalls.clear()
        start = last[0] = time.perf_counter()
        pulse.start()
        while not done() and time.perf_counter() - start < limit:
            app.processEvents()
            time.sleep(0.0005)
        pulse.stop()
        took = time.perf_counter() - start
        worst = max(stalls, default=0) * 1000
        late = sum(1 for stall in stalls if stall > 0.05)
        print(f"{what:24}{took * 1000:8.0f} ms, longest stall {worst:5.1f} ms, {late} over 50 ms")
        return took

    panel.show_container(EngineClient(f"unix://{path}"), "writer", "writer")
    run(lambda: len(panel.view.shown_text()) > 10, "open at the end")
    source, view = panel.source, panel.view
    assert source is not None
    end = source.spool.end
    before = source.spool.end
    ticks = [0]

    def scroll() -> None:
        ticks[0] += 1
        view.scroll_by(-3 if ticks[0] % 60 < 40 else 6)

    wheel = QTimer(interval=16)
    wheel.timeout.connect(scroll)
    run(lambda: source.spool.end > end + RATE, "follow 1 s, at the end")
    wheel.start()
    end = source.spool.end
    took = run(lambda: source.spool.end >= before + RATE * SECONDS, "follow and scroll")
    print(f"  lines a second        {(source.spool.end - end) / took:8.0f}")
    source.load_history()
    took = run(lambda: source.history is History.WHOLE, "read all, and scroll")
    print(f"  lines a second        {count / took:8.0f}")
    wheel.stop()
    print(f"RSS, {source.spool.end - source.spool.first:>9,} lines    {rss():8.0f} MB")
    for query in (
        Query("items/7919791"),
        Query("REQUEST 12345"),
        Query("e"),
        Query(r"took 4[2-5] ms .*99$", regex=True),
    ):
        panel._field.setText(query.text)
        panel._regex.setChecked(query.regex)
        panel._search_now()
        run(lambda: panel._search is not None and panel._search.done, f"search {query.text[:16]!r}")
        print(f"  matching lines        {panel._search.count if panel._search else 0:8,}")
    panel._filter.setChecked(True)
    wheel.start()
    run(lambda: False, "filter and scroll", 2)
    print(f"RSS at the end          {rss():8.0f} MB")
    panel.close_source()
    source.join(5)


def main() -> None:
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(serve(sys.argv[2], int(sys.argv[3])))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 1_000_000
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        path = f"{folder}/engine.sock"
        server = subprocess.Popen(
            [sys.executable, __file__, "--serve", path, str(count)], stdout=subprocess.PIPE
        )
        assert server.stdout is not None
        server.stdout.readline()
        try:
            measure(path, count, Path(folder))
        finally:
            server.kill()
            server.wait()


if __name__ == "__main__":
    main()
