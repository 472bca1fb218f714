"""Contexts that are elsewhere: repositories, archives and Dockerfiles on the web."""

import functools
import http.server
import io
import json
import os
import socket
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root


def git(folder: Path, *arguments: str) -> str:
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))
    }
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **identity, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, busybox: str) -> Iterator[Any]:
    """Repositories behind a git daemon: their address, and the commits of `app`."""
    folder = tmp_path_factory.mktemp("git")
    library = folder / "library"
    library.mkdir()
    git(library, "init", "-q")
    (library / "part").write_text("part\n")
    git(library, "add", ".")
    git(library, "commit", "-qm", "one")
    app = folder / "app.git"
    (app / "sub").mkdir(parents=True)
    git(app, "init", "-q")
    steps = "COPY . /c\nRUN cd /c && find . | sort | grep -v '^.$'; cat /c/version; ls -l /c/run\n"
    (app / "Dockerfile").write_text(f"FROM {busybox}\n{steps}")
    (app / "sub/Dockerfile").write_text(f"FROM {busybox}\nCOPY . /\nRUN cat /only\n")
    (app / "sub/only").write_text("only of sub\n")
    (app / "version").write_text("one\n")
    (app / "run").write_text("#!/bin/sh\n")
    (app / "run").chmod(0o755)
    (app / "out").symlink_to("/etc")
    git(app, "add", ".")
    git(app, "commit", "-qm", "one")
    git(app, "tag", "v1")
    (app / "version").write_text("two\n")
    git(app, "submodule", "--quiet", "add", "../library", "lib")
    git(app, "commit", "-qam", "two")
    evil = folder / "evil.git"
    evil.mkdir()
    git(evil, "init", "-q")
    git(evil, "submodule", "--quiet", "add", str(library), "lib")
    (evil / "Dockerfile").write_text(f"FROM {busybox}\n")
    git(evil, "add", ".")
    git(evil, "commit", "-qm", "one")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    daemon = subprocess.Popen(
        [
            *("git", "daemon", "--export-all", f"--base-path={folder}"),
            *("--listen=127.0.0.1", f"--port={port}", "--reuseaddr"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"}
        | {"GIT_CONFIG_VALUE_0": "*"},
        start_new_session=True,
    )

    def answers() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for(answers, 30, "git daemon does not answer")
    yield f"git://127.0.0.1:{port}", [git(app, "rev-parse", name) for name in ("v1", "main")]
    os.killpg(daemon.pid, 15)
    daemon.wait()


def build(engine: Engine, remote: str, **query: object) -> tuple[str, Any]:
    """What the steps said, and the last event."""
    answer = engine.request(
        "POST", "/davit/v1/build", query={"remote": remote, "nocache": 1, **query}
    )
    assert answer.status == 200, answer.body
    events = [json.loads(line) for line in answer.body.splitlines()]
    said = "".join(event["text"] for event in events if event["kind"] == "output")
    return said, events[-1]


def test_a_repository_as_context(engine: Engine, served: Any) -> None:
    address, commits = served
    said, end = build(engine, f"{address}/app.git")
    assert end["kind"] == "result", end
    assert "./lib/part\n" in said
    assert "\ntwo\n-rwxr-xr-x" in said
    assert ".git\n" not in said
    for ref in ("v1", commits[0]):
        said, _ = build(engine, f"{address}/app.git#{ref}")
        assert "\none\n" in said
        assert "lib" not in said
    said, _ = build(engine, f"{address}/app.git#main:sub")
    assert said == "only of sub\n"
    arguments = json.dumps({"BUILDKIT_CONTEXT_KEEP_GIT_DIR": "1"})
    assert "./.git/HEAD\n" in build(engine, f"{address}/app.git", buildargs=arguments)[0]


@pytest.mark.parametrize(
    ("remote", "words"),
    [
        ("app.git#nothing", "does not contain ref nothing"),
        ("app.git#main:nothing", "has no folder 'nothing'"),
        ("app.git#main:out", "has no folder 'out'"),
        ("app.git#main:../..", "leads out of the repository"),
        ("app.git#--upload-pack=touch", "invalid git reference"),
        ("none.git", "cannot fetch"),
        ("evil.git", "cannot fetch the submodules"),
    ],
)
def test_what_is_refused(engine: Engine, served: Any, remote: str, words: str) -> None:
    _, end = build(engine, f"{served[0]}/{remote}")
    assert end["kind"] == "error"
    assert words in end["text"]


def test_add_takes_repositories(engine: Engine, served: Any, busybox: str) -> None:
    address, commits = served
    dockerfile = (
        f"FROM {busybox}\n"
        f"ADD {address}/app.git#v1:sub /sub\n"
        f"ADD --keep-git-dir --checksum={commits[1]} {address}/app.git /app\n"
        "RUN cat /sub/only /app/version && test -d /app/.git && test ! -e /sub/.git\n"
    )
    assert "only of sub\ntwo\n" in packed_build(engine, dockerfile)[0]
    wrong = f"FROM {busybox}\nADD --checksum={commits[0]} {address}/app.git /app\n"
    assert f"digest mismatch {commits[1]}" in packed_build(engine, wrong)[1]["text"]


def packed_build(engine: Engine, dockerfile: str) -> tuple[str, Any]:
    answer = engine.request("POST", "/davit/v1/build", packed({"Dockerfile": dockerfile}))
    events = [json.loads(line) for line in answer.body.splitlines()]
    said = "".join(event["text"] for event in events if event["kind"] == "output")
    return said, events[-1]


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content.encode()))
    return out.getvalue()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def test_archives_and_dockerfiles_on_the_web(engine: Engine, busybox: str, tmp_path: Path) -> None:
    dockerfile = f"FROM {busybox}\nRUN echo from the web\n"
    (tmp_path / "context.tar.gz").write_bytes(
        packed({"Dockerfile": f"FROM {busybox}\nCOPY f /f\nRUN cat /f\n", "f": "of the archive\n"})
    )
    (tmp_path / "Some.Dockerfile").write_text(dockerfile)
    (tmp_path / "page").write_text("<html>")
    handler = functools.partial(_Quiet, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        try:
            assert build(engine, f"{address}/context.tar.gz")[0] == "of the archive\n"
            assert build(engine, f"{address}/Some.Dockerfile")[0] == "from the web\n"
            assert "unknown instruction: <html>" in build(engine, f"{address}/page")[1]["text"]
            assert "404" in build(engine, f"{address}/none")[1]["text"]
            adding = f"FROM {busybox}\nADD --checksum=sha256:00 {address}/page /p\n"
            assert "digest mismatch" in packed_build(engine, adding)[1]["text"]
        finally:
            server.shutdown()
            thread.join()
    assert "not fetched" in build(engine, "http://169.254.169.254/x")[1]["text"]
