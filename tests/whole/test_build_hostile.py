"""Builds that mean harm or end badly: what they must neither take, reach nor leave behind."""

import http.server
import io
import json
import os
import subprocess
import tarfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, UnixConnection, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

METADATA = "169.254.169.254"
"""Where clouds tell a machine its secrets."""


def packed(dockerfile: str, files: dict[str, bytes] | None = None, mtime: int = 0) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in {"Dockerfile": dockerfile.encode(), **(files or {})}.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(content), mtime
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def built(engine: Engine, archive: bytes, **query: object) -> tuple[str, Any]:
    """What the steps said, and the last event."""
    answer = engine.request("POST", "/davit/v1/build", archive, query=query)
    assert answer.status == 200, answer.body
    events = [json.loads(line) for line in answer.body.splitlines()]
    said = "".join(event["text"] for event in events if event["kind"] == "output")
    return said, events[-1]


class Begun:
    """A build whose only step says `here` and goes on for ever."""

    def __init__(self, engine: Engine, dockerfile: str, **files: bytes) -> None:
        self._connection = UnixConnection(engine.socket, 60)
        body = packed(dockerfile, files)
        self._connection.request("POST", "/davit/v1/build?nocache=1", body)
        stream = self._connection.getresponse()
        line = b""
        while b'"text":"here' not in line:
            line = stream.readline()
            assert line, engine.log_tail()

    def vanish(self) -> None:
        self._connection.close()


def traces(engine: Engine) -> list[str]:
    """Everything of a build: containers, mounts, snapshots, layers and temporary files."""
    inside = Path(f"/proc/{engine.pid}/root")
    found = engine.docker("ps", "-aq", "--no-trunc").stdout.split()
    for part in ("snapshots", "builds", "layers", "tmp", "blobs"):
        root = Path(f"{inside}{engine.data_root}", part)
        for parent, folders, files in os.walk(root):  # which passes over what goes meanwhile
            place = Path(parent).relative_to(inside)
            found += sorted(str(place / name) for name in (*folders, *files))
    mounts = Path(f"/proc/{engine.pid}/mountinfo").read_text().splitlines()
    found += sorted(line.split()[4] for line in mounts if str(engine.base) in line)
    return found


# What the cache must tell apart


@pytest.mark.parametrize(
    ("change", "cached"),
    [
        ({}, 2),
        ({"mtime": 1_000_000_000}, 2),
        ({"content": b"evil"}, 1),
        ({"base": "RUN echo evil > /marked"}, 0),
        ({"base": "ENV PATH=/evil:/bin"}, 0),
        ({"platform": "linux/s390x"}, 0),
    ],
    ids=["nothing", "time", "content", "base", "configuration", "platform"],
)
def test_what_an_earlier_build_made_is_taken_for_the_same_only(
    engine: Engine, busybox: str, change: dict[str, Any], cached: int
) -> None:
    dockerfile = "FROM base\nRUN echo ran > /ran\nCOPY file /file\n"
    if "platform" in change:
        dockerfile = "FROM scratch\nCOPY file /ran\nCOPY file /file\n"

    def build(mtime: int = 1, content: bytes = b"good", base: str = "", platform: str = "") -> Any:
        told, end = built(engine, packed(f"FROM {busybox}\n{base}\n"), t="base")
        assert end["kind"] == "result", told
        archive = packed(dockerfile, {"file": content}, mtime)
        return built(engine, archive, t="outcome", platform=platform)[1]

    build()
    outcome = build(**change)
    assert (outcome["kind"], outcome.get("cached")) == ("result", cached), outcome


@pytest.mark.parametrize(
    ("first", "second", "cached"),
    [
        ("COPY a /d/", "COPY a /d/", 1),
        ("COPY a /d/", "COPY b /d/", 0),
        ("COPY a /etc", "COPY b /etc", 0),
        ("RUN --mount=target=/c,source=a cat /c", "RUN --mount=target=/c,source=b cat /c", 0),
        ("ARG TOKEN=1\nRUN echo $TOKEN", "ARG TOKEN=2\nRUN echo $TOKEN", 1),
    ],
    ids=["nothing", "names", "folders", "mounts", "masked"],
)
def test_steps_of_another_image_are_taken_for_the_same_only(
    engine: Engine, busybox: str, first: str, second: str, cached: int
) -> None:
    files = {"a": b"same", "b": b"same"} if "COPY" in first else {"a": b"one", "b": b"two"}
    archive = packed(f"FROM {busybox}\n{first}\n", files)
    assert built(engine, archive, t="source")[1]["kind"] == "result"
    archive = packed(f"FROM {busybox}\n{second}\n", files)
    _, end = built(engine, archive, t="other", cachefrom='["source"]')
    assert (end["kind"], end["cached"]) == ("result", cached)


# What a Dockerfile must not reach


def test_a_frontend_is_neither_fetched_nor_run(
    engine: Engine, busybox: str, registry: Registry
) -> None:
    frontend = registry.image("nginx:latest")
    for name in ("docker/dockerfile:1", frontend, "evil.example/$(touch /tmp/x):1", "../../x"):
        _, end = built(engine, packed(f"# syntax={name}\nFROM {busybox}\nRUN echo ours\n"))
        assert end["kind"] == "result", end
    assert engine.docker("image", "inspect", frontend, check=False).returncode
    names = engine.docker("images", "--format", "{{.Repository}}").stdout
    assert "docker/dockerfile" not in names


class _Moved(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", f"http://{METADATA}/latest/meta-data")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def moved() -> Iterator[str]:
    """A page that leads to what clouds tell their machines."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Moved) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/page"
        server.shutdown()
        thread.join()


def test_nothing_is_added_from_the_metadata_of_a_cloud(engine: Engine, moved: str) -> None:
    dockerfile = "FROM scratch\nADD {0} /got\n"
    hosts = (METADATA, "2852039166", "0xa9.0xfe.43518", f"[::ffff:{METADATA}]", "[fe80::1]")
    for address in (*(f"http://{host}/latest/meta-data" for host in hosts), moved):
        _, end = built(engine, packed(dockerfile.format(address)))
        assert end["kind"] == "error", address
        assert "addresses of the local link are never followed" in end["text"], end


def test_links_that_steps_lay_lead_nowhere(engine: Engine, busybox: str, tmp_path: Path) -> None:
    """CVE-2024-23651 and CVE-2024-23652, by cache mounts and where mounts are taken away."""
    canary = tmp_path / "canary"
    (canary / "here").mkdir(parents=True)
    (canary / "empty").touch()
    (canary / "whole").write_text("secret")

    def step(run: str, *stages: str) -> tuple[str, str]:
        dockerfile = "\n".join((*stages, f"FROM {busybox}", f"RUN {run}\n"))
        said, end = built(engine, packed(dockerfile, {"file": b"evil"}))
        return said, str(end.get("text", end["kind"]))

    cache = "--mount=type=cache,id=trap,target=/c"
    assert step(f"{cache} ln -s {canary} /c/a; ln -s {canary}/empty /c/b")[1] == "result"
    over = "--mount=type=tmpfs,target=/c/a --mount=source=file,target=/c/b,rw"
    step(f"{cache} {over} echo evil > /c/a/whole; echo evil > /c/b")
    under = "--mount=type=cache,id=trap,target=/c/a/under"
    step(f"{under} touch /c/a/under/evil")
    assert "whole" not in step(f"{cache} ls -RL /c")[0]
    mounts = "--mount=type=tmpfs,target=/made/here --mount=source=file,target=/made/empty"
    assert step(f"{mounts} mv /made /old && ln -s {canary} /made")[1] == "result"
    seeded = "--mount=type=cache,id=new,from=seed,source=/s,target=/n"
    _, end = step(f"{seeded} ls /n", f"FROM {busybox} AS seed", f"RUN ln -s {canary} /s")
    assert "there is no folder 's' in seed" in end
    assert engine.request("GET", "/system/df").status == 200
    engine.docker("builder", "prune", "-af")
    assert sorted(path.name for path in canary.iterdir()) == ["empty", "here", "whole"]
    assert (canary / "empty").read_text() + (canary / "whole").read_text() == "secret"


# What a build that ended badly must not leave


RUN_FOR_EVER = "FROM {0}\nRUN dd if=/dev/zero of=/big bs=1M count=4 2>&-; echo here; sleep 600\n"


def test_a_client_that_vanishes_leaves_nothing(engine: Engine, busybox: str) -> None:
    before = traces(engine)
    Begun(engine, RUN_FOR_EVER.format(busybox)).vanish()
    wait_for(lambda: traces(engine) == before, 30, "something is left", lambda: str(traces(engine)))
    connection = UnixConnection(engine.socket, 60)
    connection.putrequest("POST", "/build")
    connection.putheader("Content-Length", "10000000")
    connection.endheaders(packed("FROM scratch\n", {"file": bytes(100_000)})[:90_000])
    wait_for(lambda: traces(engine) != before, 30, "it has not begun")
    connection.close()
    wait_for(lambda: traces(engine) == before, 30, "something is left", lambda: str(traces(engine)))


def test_a_daemon_that_is_killed_leaves_nothing_of_a_build(engine: Engine, busybox: str) -> None:
    def used() -> Any:
        rows = engine.request("GET", "/system/df").json()
        return rows["LayersSize"], len(rows["Images"]), rows["Containers"]

    before, size = traces(engine), used()
    begun = Begun(engine, RUN_FOR_EVER.format(busybox))
    assert traces(engine) != before
    engine.kill9()
    begun.vanish()
    engine.start()
    wait_for(lambda: traces(engine) == before, 30, "something is left", lambda: str(traces(engine)))
    assert used() == size


@pytest.fixture
def small(make_engine: Callable[..., Engine], tmp_path: Path, busybox: str) -> Iterator[Engine]:
    """An engine with 64 MB for all that it keeps."""
    engine = make_engine()
    engine.data_root = tmp_path / "small"
    engine.data_root.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "small", engine.data_root], check=True
    )
    try:
        engine.start()
        engine.docker("pull", "-q", busybox)
        yield engine
        engine.close()
    finally:
        subprocess.run(["umount", engine.data_root], check=True)


def test_a_full_disk_is_told_and_survived(small: Engine, busybox: str) -> None:
    fill = "RUN dd if=/dev/urandom of=/big bs=1M count={0} || echo full\n"
    # Full while the step runs; and while what it wrote is made a layer.
    said, _ = built(small, packed(f"FROM {busybox}\n{fill.format(80)}"))
    assert "No space left on device" in said
    _, end = built(small, packed(f"FROM {busybox}\n{fill.format(40)}"))
    assert end["kind"] == "error"
    assert "no space left on device" in end["text"].lower(), end
    _, end = built(small, packed(f"FROM {busybox}\nRUN echo enough > /small\n"), t="after")
    assert end["kind"] == "result", end
    assert small.docker("run", "--rm", "after", "cat", "/small").stdout == "enough\n"
