"""Measure each thing that comes into sight for the first time, when there is very much of it.

    python tests/desktop/bench_pages.py [--only WORDS] [--profile]

What is measured is the longest work of one turn of the event loop: the processor time between two
of its turns, which other work of the computer makes hardly longer. --only leaves out what does not
hold these words; --profile tells where the longest of each was.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import io
import json
import os
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench_lists import ROOT, sample, summary, tell

sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "vm")]
CONTAINERS, IMAGES, VOLUMES, NETWORKS, LAYER_FILES = 500, 2_000, 1_000, 300, 20_000
MERGED = 20
BUDGET = 50
_MIB = 1 << 20


# The engine


def image(number: int) -> dict[str, Any]:
    return {
        "Id": f"sha256:{number:064x}",
        "RepoTags": [f"registry.example/team{number % 40}/image-{number}:1.2.3"],
        "RepoDigests": [],
        "Created": 1_700_000_000 - number * 1_000,
        "Size": 10_000_000 + number * 12_345,
        "SharedSize": 5_000_000,
        "Containers": 0,
        "Labels": {},
    }


def volume(number: int) -> dict[str, Any]:
    return {
        "Name": f"volume-{number}",
        "Driver": "local",
        "Mountpoint": f"/var/lib/volumes/volume-{number}/_data",
        "CreatedAt": "2024-01-01T00:00:00Z",
        "Scope": "local",
        "Labels": {"com.docker.compose.project": f"project{number // 5}"},
    }


def network(number: int) -> dict[str, Any]:
    return {
        "Id": f"{number:064x}",
        "Name": f"network-{number}",
        "Driver": "bridge",
        "Scope": "local",
        "Created": "2024-01-01T00:00:00Z",
        "IPAM": {"Config": [{"Subnet": f"10.{number // 250}.{number % 250}.0/24"}]},
        "Containers": {},
        "Labels": {},
    }


def document(id: str) -> dict[str, Any]:
    """What inspect tells of a container, two megabytes long."""
    return {
        "Id": id,
        "Name": "/container-0",
        "State": {"Status": "running", "Running": True},
        "Config": {
            "Tty": False,
            "Image": "registry.example/team/image:1.2.3",
            "Env": [f"VARIABLE_{n}=value number {n}" for n in range(10_000)],
            "Labels": {f"label.example.{n}": f"what stands there {n}" for n in range(20_000)},
        },
        "HostConfig": {"NetworkMode": "bridge", "Binds": [f"/a/{n}:/b/{n}" for n in range(5_000)]},
        "Mounts": [],
        "NetworkSettings": {"Networks": {}},
    }


def layer_lines() -> bytes:
    lines: list[dict[str, Any]] = []
    for layer in range(4):
        lines.append({"Type": "layer", "Layer": layer, "DiffID": f"sha256:{layer}", "Size": 10**8})
        lines += [
            {
                "Type": "file",
                "Path": f"/usr/lib/{'' if layer == 3 else f'folder{n // 50}/'}file-{n}.so",
                "Change": "added" if layer == 0 else "changed",
                "Kind": "file",
                "Mode": 0o644,
                "Size": n * 7,
            }
            for n in range(LAYER_FILES // 4)
        ]
    lines += [
        {"Type": "wasted", "Path": f"/usr/lib/file-{n}.so", "Layer": 0, "By": 3, "Size": n * 7}
        for n in range(3_000)
    ]
    lines.append({"Type": "end", "Size": 4 * 10**8, "Wasted": 10**6, "WastedIn": [1, 2, 3, 4]})
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


CONTENTS: dict[str, Callable[[], bytes]] = {
    "lines.txt": lambda: b"".join(b"line %d of a file of text\n" % n for n in range(30_000)),
    "one-line.txt": lambda: b"words of a long line " * (_MIB // 21),
}


def archive(name: str) -> bytes:
    content = CONTENTS[name]()
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
    return file.getvalue()


def log_lines(container: str) -> bytes:
    lines = []
    for number in range(3_000):
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(1_700_000_000 + number))
        data = f"{stamp}.{number:09}Z {container} says line {number}\n".encode()
        lines.append(struct.pack(">BxxxI", 1, len(data)) + data)
    return b"".join(lines)


async def serve(path: str) -> None:
    answers: dict[str, Callable[[], bytes]] = {
        "/containers/json": lambda: _json([summary(n, "running") for n in range(CONTAINERS)]),
        "/images/json": lambda: _json([image(n) for n in range(IMAGES)]),
        "/volumes": lambda: _json({"Volumes": [volume(n) for n in range(VOLUMES)]}),
        "/networks": lambda: _json([network(n) for n in range(NETWORKS)]),
        "/system/df": lambda: _json({"LayersSize": 10**9}),
    }
    made = {target: make() for target, make in answers.items()}
    layers = layer_lines()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            target = (await reader.readuntil(b"\r\n\r\n")).decode().split(" ")[1]
            if target.startswith("/v1"):
                target = "/" + target.split("/", 2)[2]
            await say(target, writer)
            await writer.drain()
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass

    async def say(target: str, writer: asyncio.StreamWriter) -> None:
        bare, _, query = target.partition("?")
        head = b"HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nConnection: close\r\nContent-Type: "
        parts = bare.split("/")
        if bare.endswith("/archive"):
            name = query.rpartition("%2F")[2] if "%2F" in query else query.rpartition("/")[2]
            stat = {"name": name, "size": 1, "mode": 0o644, "mtime": "2024-01-01T00:00:00Z"}
            coded = base64.b64encode(json.dumps(stat).encode())
            writer.write(head + b"application/x-tar\r\nX-Docker-Container-Path-Stat: " + coded)
            writer.write(b"\r\n\r\n" + await asyncio.to_thread(archive, name))
            return
        if bare.endswith("/logs"):
            writer.write(head + b"application/vnd.docker.multiplexed-stream\r\n\r\n")
            writer.write(log_lines(parts[2]))
            await writer.drain()
            if "follow=1" in query or "follow=true" in query:
                await asyncio.sleep(3600)
            return
        writer.write(head + b"application/json\r\n\r\n")
        if bare in made:
            writer.write(made[bare])
        elif bare == "/events":
            await writer.drain()
            await asyncio.sleep(3600)
        elif bare.endswith("/stats"):
            for tick in range(1, 10_000):
                writer.write(sample(tick))
                await writer.drain()
                await asyncio.sleep(1)
        elif parts[1] == "containers" and bare.endswith("/json"):
            writer.write(_json(document(parts[2])))
        elif bare.endswith("/history"):
            writer.write(b"[]")
        elif bare.startswith("/davit/v1/images/") and bare.endswith("/files"):
            writer.write(layers)
        elif bare.endswith("/changes"):
            writer.write(b"[]")
        else:
            writer.write(b'{"ApiVersion":"1.45","Version":"1","LayersSize":0}')

    server = await asyncio.start_unix_server(answer, path)
    async with server:
        await server.serve_forever()


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


# The window


class Turns:
    """The processor time of the event loop's turns since the last `begin`, in milliseconds."""

    def __init__(self) -> None:
        self.worst = 0.0
        self.total = 0.0

    async def watch(self) -> None:
        while True:
            used = time.thread_time()
            await asyncio.sleep(0.001)
            work = (time.thread_time() - used) * 1e3
            self.worst = max(self.worst, work)
            self.total += work

    def begin(self) -> None:
        self.worst = self.total = 0.0


async def measure(path: str, only: str, profiled: bool) -> None:
    import cProfile
    import pstats

    from davit_desktop import garbage
    from davit_desktop.actions import Actions
    from davit_desktop.client.engine import EngineClient
    from davit_desktop.file_source import ContainerFiles
    from davit_desktop.session import Session
    from davit_desktop.settings import Settings
    from davit_desktop.state import log_scope
    from davit_desktop.state.files import FileRow
    from davit_desktop.usage import UsageMeter
    from davit_desktop.views.main_window import MainWindow

    turns = Turns()
    client = EngineClient(f"unix://{path}")
    session, actions = Session(client), Actions()
    window = MainWindow(
        session,
        actions,
        Settings(ask_before_quit=False, welcomed=True),
        UsageMeter(client.host),
    )
    complete = asyncio.Event()
    window.complete.connect(complete.set)
    window.complete.connect(garbage.leave_out_what_there_is)
    window.resize(1280, 800)

    async def step(
        what: str, do: Callable[[], object], done: Callable[[], object], rest: float = 0.6
    ) -> None:
        """`done` tells that it is there; what comes after it within `rest` counts as well."""
        told = bool(only) and only not in what
        profile = cProfile.Profile()
        await asyncio.sleep(0.3)
        turns.begin()
        if profiled and not told:
            profile.enable()
        began = time.perf_counter()
        do()
        while not done():
            assert time.perf_counter() < began + 60, f"{what} did not come"
            await asyncio.sleep(0.01)
        await asyncio.sleep(rest)
        profile.disable()
        if told:
            return
        tell(what, turns.worst, BUDGET, "ms")
        if profiled:
            pstats.Stats(profile).sort_stats("tottime").print_stats(14)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(32)

    id = f"{0:064x}"
    async with asyncio.TaskGroup() as group:
        watching = group.create_task(turns.watch())
        garbage.leave_out_what_there_is()
        window.show()
        await asyncio.sleep(0.3)
        await step("large pages made later", lambda: None, complete.is_set)
        await client.version()
        lives: list[asyncio.Task[None]] = []
        await step(
            f"{CONTAINERS} containers and {IMAGES} images come",
            lambda: lives.append(group.create_task(session.run())),
            lambda: session.images and window.containers.proxy.shown() == CONTAINERS,
            1.5,
        )
        await step("images page", lambda: window.go("images"), lambda: True, 1.0)
        for key, count in (("stacks", 50), ("volumes", VOLUMES), ("networks", NETWORKS)):
            page: Any = getattr(window, key)
            await step(
                f"{key} page, {count:,} rows",
                lambda key=key: window.go(key),
                lambda page=page, count=count: page.proxy.shown() >= count,
                1.0,
            )
        await step("ports page", lambda: window.go("ports"), lambda: True, 1.5)
        await step("activity page", lambda: window.go("activity"), lambda: True)
        await step("settings page", lambda: window.go("settings"), lambda: True)
        await step("welcome page", lambda: window.go("welcome"), lambda: True)
        ids = [f"{n:064x}" for n in range(MERGED)]
        scope = log_scope.of_containers(ids).subject
        await step(
            f"logs page, {MERGED} containers merged",
            lambda: window.go("logs", scope),
            lambda: len(window.logs.logs.view.shown_text()) > 10,
            3.0,
        )
        await step("stack page", lambda: window.go("stack", "project0"), lambda: True)
        await step("volume page", lambda: window.go("volume", "volume-1"), lambda: True)
        await step("container page", lambda: window.go("container", id, "logs"), lambda: True, 1.0)
        detail = window.detail
        for tab in ("terminal", "files", "stats", "ports"):
            await step(
                f"container page, {tab}",
                lambda tab=tab: window.go("container", id, tab),
                lambda: True,
            )
        await step(
            "inspect of 2 MB",
            lambda: window.go("container", id, "inspect"),
            lambda: detail.inspect.model.rowCount() and not detail.inspect._slices.at_work,
            1.0,
        )
        await step("inspect as JSON", lambda: detail.inspect._show(1), lambda: True, 2.0)
        window.go("container", id, "files")
        viewer = detail.files.viewer
        detail.files._source = ContainerFiles(session, id)
        for name, content in CONTENTS.items():
            row = FileRow(name=name, path=f"/{name}", kind="file", size=len(content()))
            await step(
                f"file viewer, {name}",
                lambda row=row: detail.files._open(row),
                lambda: (
                    viewer.text.document().characterCount() > 1_000 and not viewer._slices.at_work
                ),
            )
        await step(
            f"image page, layers with {LAYER_FILES:,} files",
            lambda: window.go("image", f"sha256:{1:064x}"),
            lambda: window.image.layers.files is not None,
            1.0,
        )
        layers = window.image.layers
        await step("layers, another", lambda: layers.select_layer(1), lambda: True)
        await step("layers, wasted", lambda: layers.filter_files("wasted"), lambda: True)
        await step(
            "layers, found",
            lambda: (layers.filter_files("all"), layers.search.setText("file")),
            lambda: True,
            2.0,
        )
        await step("palette", window.open_palette, lambda: True)
        palette = window.palette_dialog
        assert palette is not None
        await step("palette, a letter", lambda: palette.field.setText("c"), lambda: True)
        palette.close()
        await step("run dialog", lambda: window.run_flow.open(), lambda: True)
        watching.cancel()
        window.quit()
        for life in lives:
            life.cancel()
    await actions.close()
    await client.aclose()


def window(path: str, only: str, profiled: bool) -> None:
    import qasync
    from PySide6.QtWidgets import QApplication

    from davit_desktop import garbage
    from davit_desktop.settings import Scheme
    from davit_desktop.views.theme import Appearance

    sys.setswitchinterval(0.001)
    garbage.put_off()
    application = QApplication(["bench"])
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    appearance = Appearance(application)
    appearance.apply(Scheme.LIGHT, 0)
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(measure(path, only, profiled))


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--only", default="")
    reader.add_argument("--profile", action="store_true")
    asked, _ = reader.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/e.sock"
        variables = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        variables["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        me = [sys.executable, __file__]
        sources = [str(ROOT / "desktop"), str(ROOT / "vm")]
        compile_all = [sys.executable, "-m", "compileall", "-q", *sources]
        subprocess.run(compile_all, env=variables, check=True)
        engine = subprocess.Popen([*me, "serve", path])
        try:
            while not Path(path).exists():
                time.sleep(0.05)
            profiled = "profiled" if asked.profile else ""
            subprocess.run(
                [*me, "window", path, asked.only, profiled],
                env=variables,
                check=True,
                timeout=600,
            )
        finally:
            engine.kill()
            engine.wait()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", path]:
            asyncio.run(serve(path))
        case ["window", path, only, profiled]:
            window(path, only, bool(profiled))
        case _:
            main()
