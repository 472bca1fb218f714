"""Measure the log panel: opening, following 10 000 lines a second while scrolling, searching.

    python tests/desktop/bench_logs.py [lines] [--stream]

As root it is the log of a container on an engine of its own; else, or with --stream, a process that
plays the engine on a Unix socket. Each figure stands beside its budget. The longest stall of an
event loop with nothing to do comes first: on a busy computer that much is not the panel's, nor is
what a stall is longer than the longest work, the processor time between two turns of the loop.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]
RATE = 10_000
SECONDS = 10
BASE = 1_700_000_000
WRITER = r"""
function put(i) {
  printf "\033[32mINFO\033[0m request %d took %d ms and a path /api/v1/items/%d\n", i, i%97, i*7919
}
BEGIN {
  for (i = 0; i < N; i++) put(i)
  fflush(); system("while [ ! -e /go ]; do sleep 0.1; done")
  for (n = 0; n < 500; n++) {
    for (k = 0; k < 200; k++) put(i++)
    fflush(); system("usleep 16000")
  }
  fflush(); system("sleep 3600")
}
"""


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
                if "/events" in target and "until" not in target:
                    await writer.drain()
                    await asyncio.sleep(3600)
                body = '{"ApiVersion":"1.45","State":{"Running":true},"Config":{"Tty":false}}'
                writer.write(b"" if "/events" in target else body.encode())
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


def measure(host: str, id: str, count: int, folder: Path, go: Callable[[], object]) -> None:
    """`go` lets the container write RATE lines a second for SECONDS seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from davit_desktop import garbage
    from davit_desktop.client.engine import EngineClient
    from davit_desktop.logs.entries import Level
    from davit_desktop.logs.ingest import History
    from davit_desktop.logs.query import Query
    from davit_desktop.settings import Scheme
    from davit_desktop.views.logs import LogPanel
    from davit_desktop.views.theme import Appearance

    qInstallMessageHandler(lambda *_: None)
    sys.setswitchinterval(0.001)  # as the window does
    app = QApplication([])
    Appearance(app).apply(Scheme.LIGHT, 0)
    panel = LogPanel(folder=folder)
    panel.resize(1100, 700)
    panel.show()
    app.processEvents()

    last = [0.0, 0.0]
    stalls: list[float] = []
    works: list[float] = []

    def beat() -> None:
        now, work = time.perf_counter(), time.thread_time()
        stalls.append(now - last[0])
        works.append(work - last[1])
        last[:] = now, work

    pulse = QTimer(interval=2)
    pulse.timeout.connect(beat)

    def run(done: Callable[[], object], what: str, budget: float, limit: float = 180) -> float:
        """`budget` in milliseconds, 0 for none."""
        stalls.clear()
        works.clear()
        start = last[0] = time.perf_counter()
        last[1] = time.thread_time()
        pulse.start()
        while not done() and time.perf_counter() - start < limit:
            app.processEvents()
            time.sleep(0.0005)
        pulse.stop()
        took = time.perf_counter() - start
        worst = max(stalls, default=0) * 1000
        late = sum(1 for stall in stalls if stall > 0.05)
        work = max(works, default=0) * 1000
        wanted = f"(budget {budget:.0f} ms)" if budget else ""
        print(
            f"{what:30}{took * 1000:8.0f} ms {wanted:18} longest stall {worst:5.0f} ms "
            f"(budget 50 ms), {late} over it; longest work {work:4.0f} ms",
            flush=True,
        )
        return took

    def memory(when: str) -> None:
        print(f"RSS {when:26}{rss():8.0f} MB (budget 200 MB)", flush=True)

    async def greet() -> None:
        client = EngineClient(host)
        await client.inspect_container(id)
        await client.aclose()

    asyncio.run(greet())  # the window has long done so when a log is opened
    garbage.leave_out_what_there_is()  # as the window does
    memory("empty panel")
    run(lambda: False, "nothing to do", 0, 2)
    panel.show_container(EngineClient(host), id, "writer")
    run(lambda: len(panel.view.shown_text()) > 10, "open at the end", 100)
    source, view = panel.source, panel.view
    assert source is not None
    run(lambda: source.phase == "following", "until it follows", 0)
    ticks = [0]

    def scroll() -> None:
        ticks[0] += 1
        view.scroll_by(-3 if ticks[0] % 60 < 40 else 6)

    wheel = QTimer(interval=16)
    wheel.timeout.connect(scroll)
    before = source.spool.end
    go()
    run(lambda: source.spool.end > before + RATE, "follow, at the end", 0)
    wheel.start()
    end = source.spool.end
    took = run(lambda: source.spool.end >= before + RATE * SECONDS, "follow and scroll", 0)
    print(f"  lines a second              {(source.spool.end - end) / took:10.0f} (wanted {RATE})")
    wheel.stop()
    source.load_history()
    took = run(lambda: source.history is History.WHOLE, "read all that was before", 0)
    print(f"  lines a second              {count / took:10.0f}")
    memory(f"with {source.spool.end - source.spool.first:,} lines")
    for query in (
        Query("items/7919791"),
        Query("REQUEST 12345"),
        Query("e"),
        Query(r"took 4[2-5] ms .*99$", regex=True),
    ):
        panel.bar.field.setText(query.text)
        panel.bar.regex.setChecked(query.regex)
        panel.finder.search_now()
        search = panel.finder.search
        assert search is not None
        run(lambda search=search: search.done, f"search {query.text[:20]!r}", 1000)
        print(f"  matching lines              {search.count:10,}")
    panel.bar.filter.setChecked(True)
    wheel.start()
    run(lambda: False, "filter and scroll", 0, 2)
    wheel.stop()
    panel.bar.field.clear()
    panel.bar._hide_levels(frozenset({Level.NONE, Level.DEBUG}))
    search = panel.finder.search
    assert search is not None
    run(lambda: search.done, "choose levels", 1000)
    memory("at the end")
    panel.close_source()
    source.join(5)


@contextmanager
def played(folder: Path, count: int) -> Iterator[tuple[str, str, Callable[[], object]]]:
    """A process that plays the engine."""
    path = f"{folder}/engine.sock"
    command = [sys.executable, __file__, "--serve", path, str(count)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert server.stdout is not None
    server.stdout.readline()
    try:
        yield f"unix://{path}", "writer", lambda: None
    finally:
        server.kill()
        server.wait()


@contextmanager
def real(folder: Path, count: int) -> Iterator[tuple[str, str, Callable[[], object]]]:
    """An engine of its own with a container that has written `count` lines."""
    import shutil

    from fixtures.daemon import Engine
    from fixtures.registry import Registry
    from images.build import Builder

    docker = shutil.which("docker")
    assert docker is not None, "no docker command line on this machine"
    registry = Registry(folder / "registry", Builder(), private=False)
    registry.start()
    engine = Engine(folder / "e", docker=Path(docker))
    try:
        engine.start()
        image = registry.image("busybox:latest")
        engine.docker("pull", "-q", image)
        options = ("--log-opt", "max-size=1g", "--name", "writer")
        engine.docker("run", "-d", *options, image, "awk", f"-vN={count}", WRITER)
        began = time.monotonic()
        while f"request {count - 1} " not in engine.docker("logs", "--tail", "1", "writer").stdout:
            assert time.monotonic() < began + 600, "the container does not write"
            time.sleep(0.5)
        print(f"the engine took {count:,} lines in {time.monotonic() - began:.0f} s", flush=True)
        yield (
            f"unix://{engine.socket}",
            engine.docker("inspect", "-f", "{{.Id}}", "writer").stdout.strip(),
            lambda: engine.docker("exec", "writer", "touch", "/go"),
        )
    finally:
        engine.docker("rm", "-f", "writer", check=False)
        engine.close()
        registry.stop()


def main() -> None:
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(serve(sys.argv[2], int(sys.argv[3])))
        return
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count = numbers[0] if numbers else 1_000_000
    engine = played if "--stream" in sys.argv or os.geteuid() else real
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="dv") as name:
        folder = Path(name)
        with engine(folder, count) as (host, id, go):
            measure(host, id, count, folder / "spool", go)


if __name__ == "__main__":
    main()
