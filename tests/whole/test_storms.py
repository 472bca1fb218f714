"""Many clients at once on the same few containers, and a daemon that dies in the middle of it."""

import contextlib
import http.client
import json
import os
import random
import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

NAMES = ("s0", "s1", "s2", "s3")
COUNT = "i=0; while true; do i=$((i+1)); echo line $i; usleep 5000; done"
LIVE = ["sh", "-c", f"trap 'exit 0' TERM; {COUNT}"]
HOST_CONFIGS: tuple[dict[str, object], ...] = (
    {},
    {"AutoRemove": True},
    {"PortBindings": {"80/tcp": [{"HostPort": ""}]}},
    {"RestartPolicy": {"Name": "always"}},
)
PLAIN = (
    ("POST", "start"),
    ("POST", "start"),
    ("POST", "stop?t=0"),
    ("POST", "restart?t=0"),
    ("POST", "kill"),
    ("POST", "pause"),
    ("POST", "unpause"),
    ("POST", "wait?condition=removed"),
    ("POST", "attach?stream=1&stdout=1&stdin=1&logs=1"),
    ("GET", "json?size=1"),
    ("GET", "top"),
    ("GET", "stats?stream=0&one-shot=1"),
    ("GET", "changes"),
    ("GET", "archive?path=/etc"),
    ("GET", "logs?follow=1&stdout=1"),
)
ENDLESS = ("wait", "attach", "logs")
"""Asked for only by clients that go away."""


class Storm:
    """Random requests from several threads, half of them by clients that do not wait."""

    def __init__(self, engine: Engine, image: str, seed: int) -> None:
        self._engine = engine
        self._image = image
        self._seed = seed
        self._over = threading.Event()
        self.wrong: list[str] = []
        self.done = 0

    @contextlib.contextmanager
    def blowing(self, threads: int = 6) -> Iterator[None]:
        workers = [
            threading.Thread(target=self._work, args=(random.Random(self._seed + number),))
            for number in range(threads)
        ]
        for worker in workers:
            worker.start()
        try:
            yield
        finally:
            self._over.set()
            for worker in workers:
                worker.join()

    def _work(self, dice: random.Random) -> None:
        while not self._over.is_set():
            # A daemon that was just killed refuses connections or breaks them.
            with contextlib.suppress(OSError, http.client.HTTPException):
                self._once(dice)
                self.done += 1

    def _once(self, dice: random.Random) -> None:
        name = dice.choice(NAMES)
        what = dice.randrange(8)
        body: object = None
        if what == 0:
            method, path = "POST", f"/containers/create?name={name}"
            body = {"Image": self._image, "Cmd": LIVE, "HostConfig": dice.choice(HOST_CONFIGS)}
        elif what == 1:
            method, path = "DELETE", f"/containers/{name}?force=1&v=1"
        elif what == 2:
            method, path = "POST", f"/containers/{name}/rename?name={dice.choice(NAMES)}"
        elif what == 3:
            self._exec(name, dice)
            return
        else:
            method, verb = dice.choice(PLAIN)
            path = f"/containers/{name}/{verb}"
        if dice.random() < 0.4 or any(f"/{verb}?" in path for verb in ENDLESS):
            self._vanish(method, path, body, dice.random() * 0.1)
        else:
            self._ask(method, path, body)

    def _exec(self, name: str, dice: random.Random) -> None:
        wanted = {"Cmd": ["echo", "x"], "AttachStdout": True, "Tty": dice.random() < 0.5}
        answer = self._ask("POST", f"/containers/{name}/exec", wanted)
        if answer is not None:
            self._ask("POST", f"/exec/{answer['Id']}/start", {"Detach": dice.random() < 0.5})

    def _ask(self, method: str, path: str, body: object) -> dict[str, str] | None:
        answer = self._engine.request(method, path, body)
        if answer.status >= 500:
            self.wrong.append(f"{method} {path}: {answer.status} {answer.body!r}")
        return answer.json() if answer.status == 201 else None

    def _vanish(self, method: str, path: str, body: object, patience: float) -> None:
        data = b"" if body is None else json.dumps(body).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(data)}\r\n\r\n"
        )
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(patience + 0.001)
            client.connect(str(self._engine.socket))
            client.sendall(head.encode() + data)
            with contextlib.suppress(TimeoutError):
                client.recv(1)


def _nothing_is_left(engine: Engine) -> None:
    """Once every container is removed: no file, mount, interface, group or shim of one."""
    wait_for(lambda: not _left(engine), 10, "something is left", lambda: "\n".join(_left(engine)))


def _left(engine: Engine) -> list[str]:
    folders = (
        engine.data_root / "containers",
        engine.data_root / "snapshots",
        *(engine.exec_root / name for name in ("bundles", "runtime", "exits", "netns")),
    )
    left = [str(entry) for folder in folders for entry in folder.iterdir() if entry.name[0] != "."]
    left += [str(entry) for entry in engine.exec_root.glob("tty-*")]
    mounts = Path(f"/proc/{engine.pid}/mountinfo").read_text().splitlines()
    left += [line for line in mounts if re.search(rf"{engine.base}/.*[0-9a-f]{{64}}", line)]
    for group, names, _ in os.walk("/sys/fs/cgroup"):
        if engine.instance in group:
            left += [f"{group}/{name}" for name in names if len(name) == 64]
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            with contextlib.suppress(OSError):
                if f"--bundle\0{engine.exec_root}".encode() in (process / "cmdline").read_bytes():
                    left.append(f"process {process.name}")
    return left


def _descriptors(engine: Engine) -> int:
    return len(list(Path(f"/proc/{engine.pid}/fd").iterdir()))


@pytest.fixture
def busybox(fresh_engine: Engine, registry: Registry) -> str:
    image = registry.image("busybox:latest")
    fresh_engine.docker("pull", "-q", image)
    return image


def test_a_storm_on_a_few_containers_leaves_nothing(fresh_engine: Engine, busybox: str) -> None:
    engine = fresh_engine
    before = _descriptors(engine)
    storm = Storm(engine, busybox, seed=1)
    with storm.blowing():
        wait_for(lambda: storm.done > 5000, 40, "the storm is slow")
    engine.remove_everything()
    _nothing_is_left(engine)
    # The daemon's own few: database files, threads' pipes, prepared network namespaces.
    wait_for(lambda: _descriptors(engine) <= before + 4, 5, "descriptors are left open")
    assert storm.wrong == []
    assert "Traceback" not in engine.log.read_text()


def test_a_daemon_killed_in_a_storm_comes_back_each_time(
    fresh_engine: Engine, busybox: str
) -> None:
    engine = fresh_engine
    engine.docker("run", "-d", "--name", "survivor", busybox, "sh", "-c", COUNT)
    dice = random.Random(2)
    storm = Storm(engine, busybox, seed=3)
    with storm.blowing():
        for _ in range(6):
            target = storm.done + dice.randrange(10, 80)
            wait_for(lambda target=target: storm.done > target, 20, "the storm is slow")
            engine.kill9()
            engine.start()
    lines = engine.docker("logs", "survivor").stdout.splitlines()
    assert lines == [f"line {number}" for number in range(1, len(lines) + 1)]
    for container in engine.request("GET", "/containers/json").json():
        state = engine.request("GET", f"/containers/{container['Id']}/json").json()["State"]
        assert Path(f"/proc/{state['Pid']}").exists(), state
    engine.remove_everything()
    _nothing_is_left(engine)
    assert "Traceback" not in engine.log.read_text()


def test_thirty_at_once_each_give_their_own_answer(fresh_engine: Engine, busybox: str) -> None:
    def run(number: int) -> tuple[str, int]:
        ended = fresh_engine.docker(
            "run", "--rm", busybox, "sh", "-c", f"echo {number}; exit {number}", check=False
        )
        return ended.stdout, ended.returncode

    with ThreadPoolExecutor(30) as pool:
        assert list(pool.map(run, range(30))) == [(f"{number}\n", number) for number in range(30)]
    _nothing_is_left(fresh_engine)


def test_a_brief_exec_with_a_terminal_loses_nothing(fresh_engine: Engine, busybox: str) -> None:
    engine = fresh_engine
    engine.docker("run", "-d", "--name", "calm", busybox, "sleep", "600")

    def say(number: int) -> bytes:
        wanted = {"Cmd": ["echo", str(number)], "AttachStdout": True, "Tty": True}
        created = engine.request("POST", "/containers/calm/exec", wanted).json()
        return engine.request("POST", f"/exec/{created['Id']}/start", {"Tty": True}).body

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(say, range(80))) == [b"%d\r\n" % number for number in range(80)]
