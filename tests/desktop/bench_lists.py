"""Measure the window with many containers: listing, a change, memory, and rest.

    python tests/desktop/bench_lists.py

A process of its own plays the engine on a Unix socket, with all containers running and statistics
once a second; the window of each measurement has a process of its own too. Set
QT_QPA_PLATFORM to measure on a real screen. On a busy computer a stall is longer than the longest
work, the processor time between two turns of the event loop.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "vm")]
CHANGES = 40
REST_SECONDS = 20.0
_BASE = 1_700_000_000


# The engine


def summary(number: int, state: str) -> dict[str, Any]:
    project = f"project{number // 5}"
    labels = {
        "com.docker.compose.project": project,
        "com.docker.compose.service": f"service{number}",
        "com.docker.compose.project.working_dir": f"/home/ann/{project}",
    }
    return {
        "Id": f"{number:064x}",
        "Names": [f"/container-{number}"],
        "Image": "registry.example/team/image:1.2.3",
        "ImageID": "sha256:" + "1" * 64,
        "Command": "/usr/bin/serve --port 80",
        "Created": _BASE,
        "State": state,
        "Status": "Up 2 hours" if state == "running" else "Exited (0) 2 hours ago",
        "Ports": [
            {
                "IP": "127.0.0.1",
                "PrivatePort": 80,
                "PublicPort": 10_000 + number,
                "Type": "tcp",
            }
        ],
        "Labels": labels if number % 10 < 5 else {"team": "front"},
        "HostConfig": {"NetworkMode": "bridge"},
        "NetworkSettings": {"Networks": {"bridge": {"IPAddress": "172.17.0.2"}}},
        "Mounts": [],
    }


def sample(tick: int) -> bytes:
    cpu = {"cpu_usage": {"total_usage": tick * 10**7}, "system_cpu_usage": tick * 10**9}
    before = {
        "cpu_usage": {"total_usage": (tick - 1) * 10**7},
        "system_cpu_usage": (tick - 1) * 10**9,
    }
    zeros = {f"counter{number}": 0 for number in range(40)}
    document = {
        "read": datetime.now(UTC).isoformat(),
        "cpu_stats": {**cpu, "online_cpus": 2},
        "precpu_stats": {**before, "online_cpus": 2},
        "memory_stats": {"usage": 50_000_000 + tick * 4096, "limit": 1 << 34, "stats": zeros},
        "pids_stats": {"current": 3},
        "networks": {"eth0": {"rx_bytes": tick * 100, "tx_bytes": tick * 100}},
    }
    return json.dumps(document).encode() + b"\n"


async def serve(path: str, count: int) -> None:
    states = ["running"] * count
    listeners: list[asyncio.StreamWriter] = []

    def change(number: int) -> None:
        started = states[number] != "running"
        states[number] = "running" if started else "exited"
        event = {
            "Type": "container",
            "Action": "start" if started else "die",
            "Actor": {"ID": f"{number:064x}", "Attributes": {"exitCode": "0"}},
            "timeNano": _BASE * 10**9,
        }
        for writer in listeners:
            writer.write(json.dumps(event).encode() + b"\n")

    def listing(target: str) -> bytes:
        wanted = [
            number
            for number in range(count)
            if "filters" not in target or f"{number:064x}" in target
        ]
        return json.dumps([summary(number, states[number]) for number in wanted]).encode()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            target = (await reader.readuntil(b"\r\n\r\n")).decode().split(" ")[1]
            writer.write(b"HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nConnection: close\r\n")
            writer.write(b"Content-Type: application/json\r\n\r\n")
            if "/events" in target:
                listeners.append(writer)
                await writer.drain()
                await asyncio.sleep(3600)
            elif "/stats" in target:
                for tick in range(1, 10_000):
                    writer.write(sample(tick))
                    await writer.drain()
                    await asyncio.sleep(1)
            elif "/change/" in target:
                change(int(target.rpartition("/")[2]))
            elif "/containers/json" in target:
                writer.write(listing(target))
            elif "/images/json" in target or "/networks" in target:
                writer.write(b"[]")
            else:
                writer.write(b'{"ApiVersion":"1.45","Version":"1","LayersSize":0}')
            await writer.drain()
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass

    server = await asyncio.start_unix_server(answer, path)
    async with server:
        await server.serve_forever()


# The window


def memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure(path: str, count: int) -> dict[str, float]:
    from PySide6.QtCore import QEvent, QObject
    from typing_extensions import override

    from davit_desktop import garbage
    from davit_desktop.actions import Actions
    from davit_desktop.client.engine import EngineClient
    from davit_desktop.session import Session
    from davit_desktop.settings import Settings
    from davit_desktop.usage import UsageMeter
    from davit_desktop.views.main_window import MainWindow

    painted = asyncio.Event()

    class Painted(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                asyncio.get_running_loop().call_soon(painted.set)
            return False

    stalls: list[float] = [0.0]
    works: list[float] = [0.0]

    async def watch() -> None:
        while True:
            before, used = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0.002)
            stalls.append(time.perf_counter() - before - 0.002)
            works.append(time.thread_time() - used)

    client = EngineClient(f"unix://{path}")
    session, actions = Session(client), Actions()
    window = MainWindow(session, actions, Settings(ask_before_quit=False), UsageMeter(client.host))
    window.resize(1280, 800)
    window.show()
    eye = Painted(window)
    window.containers.list.viewport().installEventFilter(eye)
    garbage.leave_out_what_there_is()
    window.complete.connect(garbage.leave_out_what_there_is)
    await asyncio.sleep(2.0)  # until every page is made
    await client.version()  # the first call of a process reads tables of its own
    found: dict[str, float] = {}
    async with asyncio.TaskGroup() as group:
        watching = group.create_task(watch())
        stalls.clear()
        works.clear()
        started = time.perf_counter()
        life = group.create_task(session.run())
        news = News(session)
        used = time.process_time()
        while window.containers.proxy.shown() < count:
            painted.clear()
            await painted.wait()
        painted.clear()
        window.containers.list.viewport().update()
        await painted.wait()
        found["listed"] = time.perf_counter() - started
        found["used for it"] = time.process_time() - used
        await asyncio.sleep(1.0)
        found["stall while listing"] = max(stalls)
        found["work while listing"] = max(works)
        found.update(await changes(path, window, news, painted))
        await asyncio.sleep(3.0)
        watching.cancel()
        found["memory"] = memory()
        for name in ("seen", "hidden"):
            if name == "hidden":
                window.hide()
                await asyncio.sleep(2.0)
            before = time.process_time()
            await asyncio.sleep(REST_SECONDS)
            found[name] = (time.process_time() - before) / REST_SECONDS * 100
        window.quit()
        life.cancel()
        await asyncio.wait([life])
    await actions.close()
    await client.aclose()
    return found


class News:
    """Waits for a change of the containers, when every listener has been told."""

    def __init__(self, session: Any) -> None:
        self._told = asyncio.Event()
        session.containers_news.subscribe(self._told.set)

    async def until(self, condition: Callable[[], object]) -> None:
        while not condition():
            self._told.clear()
            await self._told.wait()


async def changes(path: str, window: Any, news: News, painted: asyncio.Event) -> dict[str, float]:
    """How long from the engine's change of a container in sight until its row is painted."""
    took: list[float] = []
    id = f"{0:064x}"
    model = window.containers.model
    for turn in range(CHANGES):
        before = model.row(id).container.state
        reader, writer = await asyncio.open_unix_connection(path)
        began = time.perf_counter()
        writer.write(b"POST /change/0 HTTP/1.1\r\nHost: x\r\n\r\n")
        await news.until(lambda before=before: model.row(id).container.state is not before)
        painted.clear()
        await painted.wait()
        took.append(time.perf_counter() - began)
        await reader.read()
        writer.close()
        await asyncio.sleep(0.05 + turn % 7 * 0.01)
    took.sort()
    return {"change": took[len(took) // 2], "slowest change": took[-1]}


def window(path: str, count: int) -> None:
    import qasync
    from PySide6.QtWidgets import QApplication

    from davit_desktop.settings import Scheme
    from davit_desktop.views.theme import Appearance

    sys.setswitchinterval(0.001)
    application = QApplication(["bench"])
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    appearance = Appearance(application)
    appearance.apply(Scheme.LIGHT, 0)
    with qasync.QEventLoop(application) as loop:
        print(json.dumps(loop.run_until_complete(measure(path, count))))


def run(count: int) -> dict[str, float]:
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/e.sock"
        me = [sys.executable, __file__]
        engine = subprocess.Popen([*me, "serve", path, str(count)])
        try:
            while not Path(path).exists():
                time.sleep(0.05)
            done = subprocess.run(
                [*me, "window", path, str(count)],
                env=env,
                check=True,
                stdout=subprocess.PIPE,
                timeout=180,
            )
        finally:
            engine.kill()
            engine.wait()
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def tell(what: str, measured: float, budget: float, unit: str) -> None:
    verdict = "" if measured <= budget else "   over budget"
    print(f"{what:<58} {measured:8.1f} {unit:<3} (budget {budget:g} {unit}){verdict}")


def report() -> None:
    many, usual = run(500), run(100)
    tell("500 containers listed and painted", many["listed"] * 1e3, 200, "ms")
    tell("processor time for it", many["used for it"] * 1e3, 200, "ms")
    tell(
        "longest stall of the event loop while they are",
        many["stall while listing"] * 1e3,
        50,
        "ms",
    )
    tell("longest work of one turn", many["work while listing"] * 1e3, 50, "ms")
    tell("a change reaches its row among 500, median", many["change"] * 1e3, 100, "ms")
    tell("the slowest of them", many["slowest change"] * 1e3, 100, "ms")
    tell("a change among 100, median", usual["change"] * 1e3, 100, "ms")
    tell("memory with 100 containers", usual["memory"], 200, "MB")
    tell("memory with 500 containers", many["memory"], 250, "MB")
    tell("CPU at rest, window seen, 100 containers", usual["seen"], 0.5, "%")
    tell("CPU at rest, window hidden", usual["hidden"], 0.1, "%")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", path, count]:
            asyncio.run(serve(path, int(count)))
        case ["window", path, count]:
            window(path, int(count))
        case _:
            report()
