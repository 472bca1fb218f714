"""The davit command as people run it: a process, its output, its exit code."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import pty
import signal
import struct
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from davit_desktop.cli.main import (
    CONTAINER_GROUP,
    CONTEXT_GROUP,
    IMAGE_GROUP,
    MACHINE_GROUP,
    NETWORK_GROUP,
    ROOT,
    SYSTEM_GROUP,
    VOLUME_GROUP,
    root,
)
from davit_desktop.client.streams import Stream, encode_frame
from desktop.cli.conftest import Davit
from desktop.client.fake_engine import Asked, FakeEngine

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
RAW = "application/vnd.docker.raw-stream"
ID = "ab" * 32


def upgrade(
    kind: str, talk: Callable[[Asked], Awaitable[None]]
) -> Callable[[Asked], Awaitable[None]]:
    """Takes a connection over and talks on it."""

    async def handler(asked: Asked) -> None:
        await asked.begin(101, Connection="Upgrade", Upgrade="tcp", Content_Type=kind)
        await talk(asked)
        asked.writer.close()

    return handler


def a_container(engine: FakeEngine, talk: Callable[[Asked], Awaitable[None]], code: int) -> None:
    """An engine in which `run` finds its image and the container says what `talk` says."""
    started = asyncio.Event()

    async def wait(asked: Asked) -> None:
        await asked.begin(200, Transfer_Encoding="chunked")
        await started.wait()
        await asked.chunk(json.dumps({"StatusCode": code}).encode())
        await asked.chunk(b"")

    async def attach(asked: Asked) -> None:
        await started.wait()
        await talk(asked)

    async def start(asked: Asked) -> None:
        started.set()
        await asked.answer(204, b"")

    engine.on("POST /containers/create", 201, {"Id": ID, "Warnings": ["a warning"]})
    engine.handlers[f"POST /containers/{ID}/attach"] = upgrade(MULTIPLEXED, attach)
    engine.handlers[f"POST /containers/{ID}/wait"] = wait
    engine.handlers[f"POST /containers/{ID}/start"] = start


@pytest.mark.parametrize(
    "entries",
    [
        ROOT,
        CONTAINER_GROUP,
        IMAGE_GROUP,
        MACHINE_GROUP,
        VOLUME_GROUP,
        NETWORK_GROUP,
        SYSTEM_GROUP,
        CONTEXT_GROUP,
    ],
)
def test_every_command_that_is_listed_exists(entries: dict[str, tuple[str, str, str]]) -> None:
    import importlib

    for module, name, _ in entries.values():
        assert hasattr(importlib.import_module(f"davit_desktop.cli.{module}"), name)


async def test_ps_is_a_table(davit: Davit, engine: FakeEngine) -> None:
    engine.on(
        "GET /containers/json",
        200,
        [{"Id": ID, "Names": ["/web"], "Image": "nginx", "Command": "sh", "Status": "Up 1 second"}],
    )
    outcome = await davit("ps", "-a", "--filter", "name=web")
    lines = outcome.out.splitlines()
    assert " ".join(lines[0].split()) == ("CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAMES")
    assert lines[1].startswith('abababababab   nginx     "sh"      ')
    assert lines[1].endswith("Up 1 second             web")
    assert json.loads(engine.asked[-1].query["filters"][0]) == {"name": ["web"]}
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["foo"], 1, "davit: unknown command: davit foo"),
        (["container", "foo"], 1, "davit: unknown command: davit container foo"),
        (["ps", "--foo"], 125, "unknown flag: --foo"),
        (["ps", "x"], 1, "davit: 'davit ps' accepts no arguments"),
        (["rm"], 1, "davit: 'davit rm' requires at least 1 argument"),
        (["rename", "a"], 1, "davit: 'davit rename' requires 2 arguments"),
        (["ps", "-n", "x"], 125, 'invalid argument "x" for "-n, --last" flag'),
        (["ps", "--format", "{{"], 1, "failed to parse template"),
        (["run", "--rm", "--restart", "always", "x"], 125, "davit: conflicting options"),
        (["run", "-m", "x", "y"], 125, 'invalid argument "x" for "-m, --memory" flag'),
        (["run", "-it", "x"], 1, "the input device is not a TTY"),
        (["logs", "--since", "foo", "here"], 1, 'invalid value for "since"'),
        (["start", "nope"], 1, "Error: failed to start containers: nope"),
        (["inspect", "nope"], 1, "Error: No such object: nope"),
        (["cp", "a", "b"], 1, "must specify at least one container source"),
        (["pull", "A"], 1, "invalid reference format: repository name must be lowercase"),
        (["tag", "a", "b@c"], 1, "is not a valid repository/tag"),
        (["login"], 1, "Cannot perform an interactive login from a non TTY device"),
    ],
)
async def test_mistakes_have_dockers_words_and_codes(
    davit: Davit, engine: FakeEngine, words: list[str], code: int, message: str
) -> None:
    engine.on("GET /containers/json", 200, [])
    engine.on("GET /containers/here/json", 200, {"Id": ID, "Config": {}})
    outcome = await davit(*words)
    assert (outcome.code, message in outcome.err) == (code, True), outcome
    assert "Traceback" not in outcome.err


async def test_an_engine_that_is_not_there_is_named(davit: Davit) -> None:
    outcome = await davit("-H", "unix:///nope", "ps")
    assert outcome.code == 1
    assert outcome.err.startswith("Cannot connect to the engine at unix:///nope: ")


async def test_run_shows_both_streams_and_ends_with_the_containers_code(
    davit: Davit, engine: FakeEngine
) -> None:
    async def talk(asked: Asked) -> None:
        await asked.say(
            encode_frame(Stream.STDOUT, b"out\n") + encode_frame(Stream.STDERR, b"err\n")
        )

    a_container(engine, talk, 7)
    outcome = await davit("run", "-e", "A=1", "busybox", "sh")
    assert (outcome.code, outcome.out, outcome.err) == (7, "out\n", "WARNING: a warning\nerr\n")
    order = [asked.path.rpartition("/")[2] for asked in engine.asked]
    assert order == ["_ping", "create", "attach", "wait", "start"]
    assert engine.asked[1].json()["Env"] == ["A=1"]  # type: ignore[index]


async def test_run_passes_stdin_on_and_its_end(davit: Davit, engine: FakeEngine) -> None:
    async def talk(asked: Asked) -> None:
        await asked.say(encode_frame(Stream.STDOUT, await asked.reader.read()))

    a_container(engine, talk, 0)
    data = b"x" * 300_000
    outcome = await davit("run", "-i", "busybox", "cat", stdin=data)
    assert (outcome.code, outcome.out) == (0, data.decode())


async def test_run_detached_prints_the_id(davit: Davit, engine: FakeEngine) -> None:
    engine.on("POST /containers/create", 201, {"Id": ID})
    engine.on(f"POST /containers/{ID}/start", 204, b"")
    outcome = await davit("run", "-d", "--cidfile", "cid", "busybox")
    assert (outcome.code, outcome.out) == (0, f"{ID}\n")
    assert (davit.home / "cid").read_text() == ID
    again = await davit("run", "-d", "--cidfile", "cid", "busybox")
    assert (again.code, "container ID file found" in again.err) == (125, True)


async def test_an_image_that_is_missing_is_pulled(davit: Davit, engine: FakeEngine) -> None:
    creations: list[Asked] = []

    async def create(asked: Asked) -> None:
        creations.append(asked)
        if len(creations) == 1:
            await asked.answer(404, {"message": "No such image: busybox:latest"})
        else:
            await asked.answer(201, {"Id": ID})

    pulled = b"".join(
        json.dumps(line).encode() + b"\r\n"
        for line in (
            {"status": "Pulling from library/busybox", "id": "latest"},
            {"status": "Pulling fs layer", "progressDetail": {}, "id": "abc"},
            {
                "status": "Downloading",
                "progressDetail": {"current": 1, "total": 2},
                "progress": "[=> ] 1B/2B",
                "id": "abc",
            },
            {"status": "Pull complete", "progressDetail": {}, "id": "abc"},
            {"status": "Digest: sha256:1"},
            {"status": "Status: Downloaded newer image for busybox:latest"},
        )
    )
    engine.handlers["POST /containers/create"] = create
    engine.on("POST /images/create", 200, pulled)
    engine.on(f"POST /containers/{ID}/start", 204, b"")
    outcome = await davit("run", "-d", "busybox")
    assert outcome.err.splitlines() == [
        "Unable to find image 'busybox:latest' locally",
        "latest: Pulling from library/busybox",
        "abc: Pulling fs layer",
        "abc: Pull complete",
        "Digest: sha256:1",
        "Status: Downloaded newer image for busybox:latest",
    ]
    assert (outcome.code, outcome.out) == (0, f"{ID}\n")
    assert engine.asked[2].query == {"fromImage": ["busybox"], "tag": ["latest"]}


async def test_a_command_that_cannot_start_has_the_shells_code(
    davit: Davit, engine: FakeEngine
) -> None:
    engine.on("POST /containers/create", 201, {"Id": ID})
    message = 'exec: "nope": executable file not found in $PATH'
    engine.on(f"POST /containers/{ID}/start", 400, {"message": message})
    outcome = await davit("run", "-d", "busybox", "nope")
    assert outcome.code == 127
    assert outcome.err == (
        f"davit: Error response from daemon: {message}\n\n"
        "Run 'davit run --help' for more information\n"
    )


async def test_signals_reach_the_container(davit: Davit, engine: FakeEngine) -> None:
    killed = asyncio.Event()
    shown = asyncio.Event()

    async def talk(asked: Asked) -> None:
        await asked.say(encode_frame(Stream.STDOUT, b"ready\n"))
        await killed.wait()

    async def kill(asked: Asked) -> None:
        killed.set()
        await asked.answer(204, b"")

    a_container(engine, talk, 143)
    engine.handlers[f"POST /containers/{ID}/kill"] = kill
    process = await asyncio.create_subprocess_exec(
        *davit.argv("run", "busybox"),
        stdout=asyncio.subprocess.PIPE,
        env=davit.environment(),
    )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        assert await process.stdout.readline() == b"ready\n"
        shown.set()
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 143
    assert engine.asked[-1].query == {"signal": ["TERM"]}


class Terminal:
    """A terminal of its own for a command, typed into and read as a person would."""

    def __init__(self, master: int) -> None:
        self._master = master
        self._seen = b""

    async def see(self, text: bytes) -> None:
        """Waits until the command has shown `text` after what was seen before."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(30):
            while text not in self._seen:
                ready = loop.create_future()
                loop.add_reader(self._master, ready.set_result, None)
                try:
                    await ready
                finally:
                    loop.remove_reader(self._master)
                self._seen += os.read(self._master, 4096)
        self._seen = self._seen.partition(text)[2]

    def type(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def resize(self, rows: int, columns: int) -> None:
        import fcntl
        import termios

        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)


async def test_a_terminal_is_raw_follows_its_size_and_can_be_left(
    davit: Davit, engine: FakeEngine
) -> None:
    sizes: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    typed: asyncio.Queue[bytes] = asyncio.Queue()

    async def talk(asked: Asked) -> None:
        await asked.say(b"$ ")
        while data := await asked.reader.read(100):
            typed.put_nowait(data)
            await asked.say(b"<" + data + b">")

    async def resize(asked: Asked) -> None:
        sizes.put_nowait((asked.query["h"][0], asked.query["w"][0]))
        await asked.answer(200, b"")

    a_container(engine, talk, 0)
    engine.handlers[f"POST /containers/{ID}/attach"] = upgrade(RAW, talk)
    engine.handlers[f"POST /containers/{ID}/resize"] = resize
    master, slave = pty.openpty()
    terminal = Terminal(master)
    terminal.resize(30, 100)
    process = await asyncio.create_subprocess_exec(
        *davit.argv("run", "-it", "busybox"),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=davit.environment(),
        start_new_session=True,
    )
    try:
        await terminal.see(b"$ ")
        async with asyncio.timeout(30):
            assert await sizes.get() == ("30", "100")
        # Each key by itself, control characters too: a raw terminal passes all of them on.
        for key in (b"l", b"\x03", b"\x1b[A", b"\r", b"\x10x"):
            terminal.type(key)
            await terminal.see(b"<" + key + b">")
        terminal.resize(44, 99)
        process.send_signal(signal.SIGWINCH)
        async with asyncio.timeout(30):
            assert await sizes.get() == ("44", "99")
        terminal.type(b"\x10\x11")
        async with asyncio.timeout(30):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        os.close(slave)
        os.close(master)


async def test_logs_go_to_their_own_streams(davit: Davit, engine: FakeEngine) -> None:
    async def say(asked: Asked) -> None:
        body = encode_frame(Stream.STDOUT, b"o\n") + encode_frame(Stream.STDERR, b"e\n")
        await asked.answer(200, body, **{"Content-Type": MULTIPLEXED})

    engine.on("GET /containers/web/json", 200, {"Id": ID, "Config": {"Tty": False}})
    engine.handlers[f"GET /containers/{ID}/logs"] = say
    outcome = await davit("logs", "--tail", "5", "-t", "--since", "1700000000", "web")
    assert (outcome.code, outcome.out, outcome.err) == (0, "o\n", "e\n")
    query = engine.asked[-1].query
    assert (query["tail"], query["since"], query["timestamps"]) == (["5"], ["1700000000"], ["1"])


async def test_exec_gives_the_processs_code(davit: Davit, engine: FakeEngine) -> None:
    async def talk(asked: Asked) -> None:
        await asked.say(encode_frame(Stream.STDOUT, b"hi\n"))

    engine.on("GET /containers/web/json", 200, {"Id": ID})
    engine.on("POST /containers/web/exec", 201, {"Id": "e1"})
    engine.handlers["POST /exec/e1/start"] = upgrade(MULTIPLEXED, talk)
    engine.on("GET /exec/e1/json", 200, {"ExitCode": 4})
    outcome = await davit("exec", "-w", "/tmp", "-e", "A=1", "web", "sh", "-c", "exit 4")
    assert (outcome.code, outcome.out) == (4, "hi\n")
    asked = next(a for a in engine.asked if a.path.endswith("/containers/web/exec"))
    body = asked.json()
    assert isinstance(body, dict)
    assert (body["Cmd"], body["WorkingDir"], body["Env"]) == (
        ["sh", "-c", "exit 4"],
        "/tmp",
        ["A=1"],
    )


async def test_inspect_prints_indented_json_and_fills_templates(
    davit: Davit, engine: FakeEngine
) -> None:
    engine.on("GET /containers/web/json", 200, {"Id": ID, "State": {"Running": True}, "Args": []})
    outcome = await davit("inspect", "web", "nope")
    assert outcome.out.startswith('[\n    {\n        "Id": "abab')
    assert json.loads(outcome.out)[0]["Args"] == []
    assert (outcome.code, outcome.err) == (1, "Error: No such object: nope\n")
    outcome = await davit("inspect", "-f", "{{.State.Running}} {{json .Args}}", "web")
    assert (outcome.code, outcome.out) == (0, "true []\n")


async def test_rmi_tells_each_step(davit: Davit, engine: FakeEngine) -> None:
    engine.on("DELETE /images/a:1", 200, [{"Untagged": "a:1"}, {"Deleted": "sha256:1"}])
    outcome = await davit("rmi", "-f", "a:1", "gone")
    assert outcome.out == "Untagged: a:1\nDeleted: sha256:1\n"
    assert outcome.code == 0  # forced: what is not there is no failure
    assert "page not found" in outcome.err
    assert engine.asked[1].query == {"force": ["1"]}


async def test_prune_asks_first(davit: Davit, engine: FakeEngine) -> None:
    pruned = {"ContainersDeleted": [ID], "SpaceReclaimed": 2000}
    engine.on("POST /containers/prune", 200, pruned)
    refused = await davit("container", "prune", stdin=b"n\n")
    assert refused.out.endswith("[y/N] ")
    assert not engine.asked
    agreed = await davit("container", "prune", stdin=b"y\n")
    assert agreed.out.endswith(f"Deleted Containers:\n{ID}\n\nTotal reclaimed space: 2kB\n")
    forced = await davit("container", "prune", "-f")
    assert forced.out.startswith("Deleted Containers:\n")


async def test_a_context_is_registered_as_docker_keeps_them(
    davit: Davit, engine: FakeEngine
) -> None:
    outcome = await davit("context", "create")
    assert outcome.code == 0
    found = list((davit.home / ".docker" / "contexts" / "meta").glob("*/meta.json"))
    assert [path.parent.name for path in found] == [hashlib.sha256(b"davit").hexdigest()]
    document = json.loads(found[0].read_text())
    assert (document["Name"], document["Endpoints"]["docker"]["Host"]) == ("davit", engine.host)
    renewed = await davit("context", "create", "--host", "tcp://h:1", "--use")
    assert (renewed.code, renewed.out) == (0, "davit\n")
    shown = await davit("context", "show", "--json")
    assert json.loads(shown.out) == {
        "name": "davit",
        "host": "tcp://h:1",
        "davit": True,
        "in_use": True,
    }
    assert (await davit("context", "show", "--docker-host")).out == "export DOCKER_HOST=tcp://h:1\n"
    assert (await davit("context", "rm")).code == 1
    assert (await davit("context", "use", "default")).code == 0
    assert (await davit("context", "rm")).code == 0
    assert not found[0].exists()
    assert (await davit("context", "use")).err == 'context "davit": context not found\n'


async def test_copying_out_and_in(davit: Davit, engine: FakeEngine) -> None:
    import base64
    import io
    import tarfile

    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        info = tarfile.TarInfo("hosts")
        info.size = 5
        tar.addfile(info, io.BytesIO(b"hello"))
    stat = base64.b64encode(
        json.dumps({"name": "hosts", "size": 5, "mode": 0o644}).encode()
    ).decode()
    folder = base64.b64encode(json.dumps({"name": "tmp", "mode": 0x80000000}).encode()).decode()

    async def get(asked: Asked) -> None:
        await asked.answer(200, file.getvalue(), **{"X-Docker-Container-Path-Stat": stat})

    async def head(asked: Asked) -> None:
        await asked.begin(200, **{"X-Docker-Container-Path-Stat": folder, "Content-Length": "0"})

    engine.handlers["GET /containers/web/archive"] = get
    engine.handlers["HEAD /containers/web/archive"] = head
    engine.on("PUT /containers/web/archive", 200, b"")
    assert (await davit("cp", "web:/etc/hosts", "copy")).code == 0
    assert (davit.home / "copy").read_text() == "hello"
    assert (await davit("cp", "copy", "web:/tmp")).code == 0
    with tarfile.open(fileobj=io.BytesIO(engine.asked[-1].body)) as tar:
        assert tar.getnames() == ["copy"]


async def test_an_engine_that_goes_away_under_stats_is_no_traceback(
    davit: Davit, engine: FakeEngine
) -> None:
    async def hang_up(asked: Asked) -> None:
        asked.writer.close()

    engine.on("GET /containers/web/json", 200, {"Id": ID})
    engine.handlers["GET /containers/web/stats"] = hang_up
    outcome = await davit("stats", "web")
    assert (outcome.code, "Traceback" in outcome.err) == (1, False)
    assert "ended the connection early" in outcome.err


async def test_a_reader_that_goes_away_is_not_a_traceback(davit: Davit, engine: FakeEngine) -> None:
    rows = [{"Id": f"{n:064x}", "Names": [f"/c{n}"]} for n in range(3000)]
    engine.on("GET /containers/json", 200, rows)
    process = await asyncio.create_subprocess_exec(
        *davit.argv("ps"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=davit.environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    await process.stdout.readline()
    process._transport.close()  # type: ignore[attr-defined]
    async with asyncio.timeout(30):
        assert b"Traceback" not in await process.stderr.read()
        await process.wait()


def test_asking_for_help_needs_no_engine_and_no_heavy_module() -> None:
    import subprocess

    program = (
        "import sys\n"
        "from davit_desktop.cli.main import run\n"
        "code = run(sys.argv[1:])\n"
        "heavy = ['rich', 'pygments', 'PySide6', 'httpx._main', 'trio']\n"
        "print([name for name in heavy if name in sys.modules], code)\n"
    )
    source = str(Path(__file__).resolve().parents[3] / "desktop")
    for words in (["--help"], ["ps", "--help"], ["-H", "unix:///nope", "version"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": source, "PATH": os.environ["PATH"]},
        )
        assert done.stdout.splitlines()[-1].startswith("[] ")


def test_help_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    from davit_desktop.cli.main import run

    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Usage:  davit [OPTIONS] COMMAND [ARG...]\n")
    assert "  run         Create and run a new container from an image\n" in text
    assert run(["run", "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Usage:  davit run [OPTIONS] IMAGE [COMMAND] [ARG...]\n")
    assert "  -p, --publish list " in text
    assert root.name == "davit"
