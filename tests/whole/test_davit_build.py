"""`davit build` as people type it: contexts, output, failures, and `davit builder`."""

import io
import json
import os
import re
import signal
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root

Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def build(engine: Engine, busybox: str, folder: Path) -> Build:
    """Build a Dockerfile in `folder`; "busybox" in it is the image of the tests."""

    def run(dockerfile: str, *flags: str, **options: Any) -> subprocess.CompletedProcess[str]:
        (folder / "Dockerfile").write_text(named(dockerfile, busybox))
        return engine.davit("build", *flags, str(folder), **options)

    return run


def named(dockerfile: str, busybox: str) -> str:
    return re.sub(r"\bbusybox\b", busybox, dockerfile)


def said(engine: Engine, image: str) -> str:
    return engine.docker("run", "--rm", image).stdout


def records(engine: Engine) -> list[Any]:
    found: list[Any] = engine.request("GET", "/davit/v1/builds").json()
    return found


def test_steps_are_told_and_the_second_time_cached(engine: Engine, build: Build) -> None:
    text = (
        "FROM busybox AS made\nARG WORD=none\nRUN echo word $WORD | tee /said\n"
        'FROM busybox\nCOPY --from=made /said /\nCMD ["cat", "/said"]\n'
    )
    first = build(text, "-t", "told:1", "--build-arg", "WORD", env={"WORD": "love"})
    lines = first.stderr.splitlines()
    assert any(re.fullmatch(r"#\d+ \[made 3/3\] RUN echo word \$WORD \| tee /said", x)
               for x in lines)  # fmt: skip
    assert any(re.fullmatch(r"#\d+ \d+\.\d{3} word love", line) for line in lines)
    assert lines[-1] == "Successfully tagged told:1"
    assert first.stdout == ""
    assert said(engine, "told:1") == "word love\n"
    again = build(text, "--build-arg=WORD=love").stderr
    assert re.search(r"^#\d+ CACHED$", again, re.M)
    assert "word love" not in again
    fresh = build(text, "--no-cache", "--target", "made", "--progress", "rawjson").stderr
    events = [json.loads(line) for line in fresh.splitlines()]
    assert [event["kind"] for event in (events[0], events[-1])] == ["build", "result"]
    assert events[-1]["cached"] == 0


def test_a_live_list_of_steps(build: Build) -> None:
    text = "FROM busybox\nRUN echo one; echo two\n"
    shown = build(text, "--no-cache", "--progress=tty", env={"COLUMNS": "60"}).stderr
    last = shown.split("\x1b[J")[-2]
    lines = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", last).strip().split("\n")
    assert re.fullmatch(r"\[\+\] Building \d+\.\ds \(2/2\)", lines[0])
    assert re.fullmatch(r" => \[2/2\] RUN echo one; echo two +\d+\.\ds", lines[2])
    assert max(map(len, lines)) <= 61


def test_a_failure_shows_its_output_and_its_lines(engine: Engine, build: Build) -> None:
    text = (
        "FROM busybox\nRUN true\nRUN echo before && \\\n    exit 7\nRUN never\nRUN x\nRUN y\nEND\n"
    )
    bad = build(text.replace("END", "CMD x"), check=False)
    assert bad.returncode == 1
    shown = bad.stderr
    assert "------\n > [3/7] RUN echo before && exit 7:\nbefore\n------\n" in shown
    assert "Dockerfile:3\n--------------------\n   1 |     FROM" in shown
    marked = "   3 | >>> RUN echo before && \\\n   4 | >>>     exit 7\n   5 |     RUN never\n"
    assert marked in shown
    assert shown.rstrip().endswith("exit code 7")
    quiet = engine.davit("build", "-q", "/nowhere", check=False)
    assert (quiet.returncode, quiet.stdout) == (1, "")
    assert "Cannot build from /nowhere: No such file or directory" in quiet.stderr
    wrong = build("FROM busybox\nNONSENSE\n", check=False)
    assert "\n   2 | >>> NONSENSE\n" in wrong.stderr


def test_only_what_is_not_ignored_is_sent(
    engine: Engine, build: Build, folder: Path, busybox: str
) -> None:
    (folder / "big").mkdir()
    with (folder / "big/file").open("wb") as file:
        file.truncate(1 << 30)
    (folder / "small").write_bytes(os.urandom(1 << 20))
    (folder / ".dockerignore").write_text("big\n")
    text = "FROM busybox\nCOPY . /all\nCMD ls -A /all\n"
    shown = build(text, "-t", "sent:1", "--progress=rawjson").stderr
    events = [json.loads(line) for line in shown.splitlines()]
    sent = max(e["current"] for e in events if e.get("what") == "context")
    assert 1 << 20 < sent < (1 << 20) + 20_000
    assert said(engine, "sent:1").split() == [".dockerignore", "Dockerfile", "small"]


def test_dockerfiles_from_elsewhere(engine: Engine, busybox: str, folder: Path) -> None:
    text = named("FROM busybox\nCOPY . /all\nCMD ls -A /all\n", busybox)
    context = folder / "context"
    context.mkdir()
    (context / "file").write_text("")
    elsewhere = folder / "My.Dockerfile"
    elsewhere.write_text(text)
    engine.davit("build", "-t", "else:1", "-f", str(elsewhere), str(context))
    assert said(engine, "else:1") == "file\n"
    engine.davit("build", "-t", "else:2", "-f", "-", str(context), stdin=text)
    assert said(engine, "else:2") == "file\n"
    alone = named("FROM busybox\nCMD echo alone\n", busybox)
    engine.davit("build", "-t", "else:3", "-", stdin=alone)
    assert said(engine, "else:3") == "alone\n"
    both = engine.davit("build", "-f", "-", "-", stdin=alone, check=False)
    assert "can't use stdin for both" in both.stderr


def test_an_archive_on_stdin(engine: Engine, busybox: str, folder: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in (("Dockerfile.x", f"FROM {busybox}\nCOPY a /\nCMD cat /a\n"),
                           ("a", "in it\n")):  # fmt: skip
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    done = subprocess.run(
        [str(engine.program("davit")), "build", "-q", "-f", "Dockerfile.x", "-"],
        input=out.getvalue(), env=engine.env, capture_output=True, check=True,
    )  # fmt: skip
    id = done.stdout.decode().strip()
    assert id.startswith("sha256:")
    assert said(engine, id) == "in it\n"


def test_flags_reach_the_engine(engine: Engine, build: Build, folder: Path) -> None:
    text = "FROM busybox\nRUN cat /etc/hosts; ulimit -n; ip -o link | wc -l\n"
    iid = folder / "iid"
    shown = build(
        text, "--no-cache", "--add-host", "shop:10.1.2.3", "--ulimit", "nofile=77", "--network",
        "none", "--label", "who=ada", "--iidfile", str(iid), "--memory", "64m",
    ).stderr  # fmt: skip
    assert "10.1.2.3\tshop" in shown
    assert re.search(r"^#\d+ [\d.]+ 77$", shown, re.M)
    assert re.search(r"^#\d+ [\d.]+ 1$", shown, re.M)
    labels = engine.docker("inspect", "-f", "{{json .Config.Labels}}", iid.read_text()).stdout
    assert json.loads(labels)["who"] == "ada"


def test_a_secret_is_seen_by_its_step_and_by_nobody_else(
    engine: Engine, build: Build, folder: Path
) -> None:
    (folder / "key").write_text("hush hush")
    (folder / ".dockerignore").write_text("key\n")
    text = "FROM busybox\nRUN --mount=type=secret,id=k wc -c < /run/secrets/k; cat /run/secrets/k\n"
    done = build(text, "--no-cache", "--secret", f"id=k,src={folder}/key", "-t", "secret:1")
    assert re.search(r"^#\d+ [\d.]+ 9$", done.stderr, re.M)
    assert "hush" not in done.stderr
    look = ("sh", "-c", "cat /run/secrets/k 2>&- || echo nothing")
    assert engine.docker("run", "--rm", "secret:1", *look).stdout == "nothing\n"


def test_an_interrupted_build_is_cancelled(engine: Engine, busybox: str, folder: Path) -> None:
    (folder / "Dockerfile").write_text(f"FROM {busybox}\nRUN echo begun; sleep 600\n")
    process = subprocess.Popen(
        [str(engine.program("davit")), "build", str(folder)],
        env=engine.env, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    for line in process.stderr:
        if line.endswith("begun\n"):
            break
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert "the build was cancelled" in process.stderr.read()
    process.stderr.close()
    wait_for(lambda: records(engine)[0]["state"] == "cancelled", 30, "it goes on")
    wait_for(lambda: not engine.docker("ps", "-q").stdout, 30, "its container goes on")


def test_a_dockerfile_is_checked_and_nothing_built(engine: Engine, build: Build) -> None:
    before = len(records(engine))
    fine = build('FROM busybox\nCMD ["x"]\n', "--check")
    assert fine.stdout == "Check complete, no warnings found.\n"
    odd = build("FROM busybox as X\nCMD x\n", "--check", check=False)
    assert odd.returncode == 1
    assert "2 warnings have been found!" in odd.stdout or "3 warnings have" in odd.stdout
    assert re.search(r"^WARNING: \w+\n.+\nDockerfile:1\n-+\n   1 \| >>> FROM", odd.stdout, re.M)
    wrong = build("FROM busybox\nRUN <<EOF\n", "--check", check=False)
    assert "ERROR: " in wrong.stderr
    assert len(records(engine)) == before


def test_builds_are_listed_told_again_and_forgotten(engine: Engine, build: Build) -> None:
    build("FROM busybox\nRUN echo once more\n", "-t", "kept:1", "--no-cache")
    newest = records(engine)[0]
    listed = engine.davit("builder", "history", "--format", "{{.ID}} {{.Name}} {{.Status}}")
    assert listed.stdout.splitlines()[0] == f"{newest['id'][:12]} kept:1 done"
    told = engine.davit("builder", "logs", newest["id"][:12])
    assert "once more" in told.stderr
    engine.davit("builder", "rm", newest["id"])
    assert newest["id"] not in [record["id"] for record in records(engine)]
    missing = engine.davit("builder", "rm", newest["id"], check=False)
    assert "no such build" in missing.stderr
    pruned = engine.davit("builder", "prune", "-af")
    assert "Total reclaimed space: " in pruned.stdout


def test_what_is_not_offered_is_refused_before_anything_is_sent(build: Build) -> None:
    done = build("FROM busybox\n", "--output", "type=local,dest=x", check=False)
    assert done.returncode == 125
    assert "--output is not supported" in done.stderr
