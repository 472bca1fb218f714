"""docker build, the classic way: the language, the cache, what fails and what is hostile."""

import gzip
import io
import json
import os
import re
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Answer, Engine, wait_for

pytestmark = pytest.mark.root

Build = Callable[..., subprocess.CompletedProcess[str]]

CLASSIC = {"DOCKER_BUILDKIT": "0"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def build(engine: Engine, busybox: str, folder: Path) -> Build:
    """Build a Dockerfile in `folder`; "busybox" in it is the image of the tests."""

    def run(dockerfile: str, *flags: str, **options: Any) -> subprocess.CompletedProcess[str]:
        text = re.sub(r"\bbusybox\b", busybox, dockerfile)
        (folder / "Dockerfile").write_text(text)
        return engine.docker("build", *flags, str(folder), env=CLASSIC, **options)

    return run


def inspect(engine: Engine, image: str) -> Any:
    return json.loads(engine.docker("image", "inspect", image).stdout)[0]


def history(engine: Engine, image: str) -> list[str]:
    shown = engine.docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", image).stdout
    return shown.splitlines()


def post(engine: Engine, archive: bytes, **query: object) -> Answer:
    headers = {"Content-Type": "application/x-tar"}
    return engine.request("POST", "/build", archive, query=query, headers=headers)


def packed(*members: tuple[str, bytes | str | None]) -> bytes:
    """A tar: bytes are a file's content, a text is a link's target, None makes a folder."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if isinstance(content, bytes):
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
            else:
                info.type = tarfile.DIRTYPE if content is None else tarfile.SYMTYPE
                info.linkname = content or ""
                archive.addfile(info)
    return out.getvalue()


def test_the_transcript_is_that_of_the_classic_builder(engine: Engine, build: Build) -> None:
    done = build(
        "FROM busybox\n"
        "MAINTAINER ada <ada@example.org>\n"
        "RUN echo updated\n"
        'CMD ["echo","system updated"]\n',
        "--no-cache",
        "-t",
        "transcript:1.0",
    )
    pattern = """\
Sending build context to Docker daemon +\\S+ *
Step 1/4 : FROM \\S+
 ---> [0-9a-f]{12}
Step 2/4 : MAINTAINER ada <ada@example.org>
 ---> Running in ([0-9a-f]{12})
Removing intermediate container \\1
 ---> [0-9a-f]{12}
Step 3/4 : RUN echo updated
 ---> Running in ([0-9a-f]{12})
updated
Removing intermediate container \\2
 ---> [0-9a-f]{12}
Step 4/4 : CMD \\["echo","system updated"\\]
 ---> Running in ([0-9a-f]{12})
Removing intermediate container \\3
 ---> ([0-9a-f]{12})
Successfully built \\4
Successfully tagged transcript:1.0
"""
    shown = done.stdout.replace("\r", "\n")
    shown = shown[shown.rindex("Sending build context") :]
    assert re.fullmatch(pattern, shown.replace("\n\n", "\n")), shown
    assert engine.docker("run", "--rm", "transcript:1.0").stdout == "system updated\n"
    assert history(engine, "transcript:1.0")[:3] == [
        '/bin/sh -c #(nop)  CMD ["echo" "system updated"]',
        "/bin/sh -c echo updated",
        "/bin/sh -c #(nop)  MAINTAINER ada <ada@example.org>",
    ]
    assert inspect(engine, "transcript:1.0")["Author"] == "ada <ada@example.org>"
    assert engine.docker("ps", "-aq").stdout == ""


def test_the_configuration(engine: Engine, build: Build) -> None:
    build(
        "FROM busybox\n"
        "ENV A=1 B='two words'\n"
        "ENV C=$B\n"
        "LABEL who=$A\n"
        "WORKDIR /app\n"
        "WORKDIR sub\n"
        "USER 33:44\n"
        "EXPOSE 80 53/udp\n"
        "VOLUME /data\n"
        "STOPSIGNAL SIGINT\n"
        "HEALTHCHECK --interval=5s --retries=2 CMD true\n"
        'SHELL ["/bin/sh", "-e", "-c"]\n'
        "CMD first\n"
        'ENTRYPOINT ["cat"]\n'
        "ONBUILD RUN touch /tmp/triggered\n",
        "--label",
        "z=1",
        "-t",
        "config",
    )
    config = inspect(engine, "config")["Config"]
    assert {"A=1", "B=two words", "C=two words"} <= set(config["Env"])
    assert config["Labels"]["who"] == "1"
    assert config["Labels"]["z"] == "1"
    assert config["WorkingDir"] == "/app/sub"
    assert config["User"] == "33:44"
    assert set(config["ExposedPorts"]) == {"80/tcp", "53/udp"}
    assert config["Volumes"] == {"/data": {}}
    assert config["StopSignal"] == "SIGINT"
    assert config["Healthcheck"]["Test"] == ["CMD-SHELL", "true"]
    assert config["Shell"] == ["/bin/sh", "-e", "-c"]
    assert config["Cmd"] == ["/bin/sh", "-e", "-c", "first"]
    assert config["Entrypoint"] == ["cat"]
    assert config["OnBuild"] == ["RUN touch /tmp/triggered"]
    done = build("FROM config\nUSER root\nRUN test -f /tmp/triggered\n")
    assert "# Executing 1 build trigger\n" in done.stdout


def test_stages_copies_and_arguments(engine: Engine, build: Build, folder: Path) -> None:
    (folder / "src/deep").mkdir(parents=True)
    (folder / "src/a.txt").write_text("a")
    (folder / "src/deep/b.txt").write_text("b")
    (folder / "src/link").symlink_to("a.txt")
    with tarfile.open(folder / "files.tgz", "w:gz") as archive:
        archive.add(folder / "src", "packed")
    done = build(
        "ARG BASE=busybox\n"
        "FROM $BASE AS unused\n"
        "RUN false\n"
        "FROM ${BASE} AS first\n"
        "ARG VERSION=1\n"
        "WORKDIR /out\n"
        "RUN echo $VERSION > version\n"
        "COPY src/ src/\n"
        "ADD files.tgz /unpacked/\n"
        "FROM scratch AS none\n"
        "COPY --from=first /out/version /\n"
        "FROM busybox\n"
        "COPY --from=first --chown=33:44 --chmod=600 /out /app\n"
        "COPY --from=none /version /only/\n"
        "COPY --from=1 /unpacked/packed/a.txt /renamed\n"
        "COPY src/*.txt src/deep /many/\n"
        "COPY <<one /etc/generated\n"
        "version ${HOME:-none}\n"
        "one\n"
        "RUN <<EOF\n"
        "set -e\n"
        "cd /app && stat -c '%a %u:%g %n' version src/a.txt\n"
        "readlink src/link && cat version /only/version /renamed /many/b.txt /etc/generated\n"
        "EOF\n",
        "--build-arg",
        "VERSION=2",
        "--build-arg",
        "NOBODY=1",
        "-q",
        "--no-cache",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    id = done.stdout.strip().splitlines()[-1]
    assert re.fullmatch("sha256:[0-9a-f]{64}", id)
    shown = build(
        f"FROM {id}\nRUN cat /app/version /only/version /renamed /many/a.txt /many/b.txt; "
        "cat /etc/generated; stat -c '%a %u:%g' /app/version; readlink /app/src/link\n",
        "--no-cache",
    ).stdout
    assert "2\n2\naabversion none\n600 33:44\na.txt\n" in shown


def test_the_cache(engine: Engine, build: Build, folder: Path) -> None:
    (folder / "file").write_text("one")
    dockerfile = (
        "FROM busybox\nARG WHO=a\nRUN echo $WHO $(cat /proc/uptime) > /when\nCOPY file /file\n"
    )
    first = build(dockerfile, "-t", "cached").stdout
    id = inspect(engine, "cached")["Id"]
    again = build(dockerfile, "-t", "cached").stdout
    assert again.count(" ---> Using cache\n") == 3
    assert "Running in" not in again
    assert inspect(engine, "cached")["Id"] == id
    engine.restart()
    assert build(dockerfile).stdout.count(" ---> Using cache\n") == 3
    (folder / "file").touch()
    assert build(dockerfile).stdout.count(" ---> Using cache\n") == 3
    (folder / "file").write_text("two")
    assert build(dockerfile).stdout.count(" ---> Using cache\n") == 2
    assert build(dockerfile, "--build-arg", "WHO=b").stdout.count("Using cache") == 1
    assert "Using cache" not in build(dockerfile, "--no-cache").stdout
    assert "Using cache" not in first
    rows = engine.request("GET", "/v1.45/system/df", query={"type": "build-cache"}).json()
    assert any(row["Description"].endswith("ARG WHO=a") for row in rows["BuildCache"])
    pruned = engine.docker("builder", "prune", "-f", "-a").stdout
    assert "Deleted build cache objects:" in pruned
    assert engine.request("GET", "/system/df").json()["BuildCache"] == []
    assert "Using cache" not in build(dockerfile).stdout


def test_steps_of_another_image(engine: Engine, build: Build, folder: Path) -> None:
    (folder / "file").write_text("one")
    dockerfile = "FROM busybox\nRUN cat /proc/uptime > /when\nENV A=1\nCOPY file /file\n"
    build(dockerfile, "-t", "source")
    when = engine.docker("run", "--rm", "source", "cat", "/when").stdout
    archive = folder.parent / f"{folder.name}.tar"
    engine.docker("save", "-o", str(archive), "source")
    engine.docker("rmi", "-f", "source")
    engine.docker("builder", "prune", "-af")
    engine.docker("load", "-i", str(archive))
    shown = build(dockerfile, "--cache-from", "source", "--cache-from", "nobody", "-t", "x").stdout
    assert shown.count(" ---> Using cache\n") == 3
    assert engine.docker("run", "--rm", "x", "cat", "/when").stdout == when
    assert engine.docker("run", "--rm", "x", "cat", "/file").stdout == "one"


def test_steps_that_change_nothing_add_no_layer(engine: Engine, build: Build) -> None:
    build("FROM busybox\nRUN true\n", "--no-cache", "-t", "nothing")
    build("FROM busybox\n", "-t", "base")
    assert inspect(engine, "nothing")["RootFS"] == inspect(engine, "base")["RootFS"]


def test_a_heredoc_may_name_its_interpreter(build: Build) -> None:
    shown = build("FROM busybox\nRUN <<EOF\n#!/bin/cat\nshown\nEOF\n", "--no-cache").stdout
    assert "#!/bin/cat\nshown\n" in shown


def test_the_same_layer_twice(engine: Engine, build: Build) -> None:
    # Times of layers are whole seconds: what the same step makes is the same layer.
    put = "RUN echo x > /d/f && touch -d @1000000000 /d/f /d\n"
    build(f"FROM busybox\nRUN mkdir /d\n{put}RUN rm /d/f\n{put}RUN cat /d/f\n", "-t", "twice")
    layers = inspect(engine, "twice")["RootFS"]["Layers"]
    assert len(set(layers)) < len(layers)
    assert engine.docker("run", "--rm", "twice", "cat", "/d/f").stdout == "x\n"


def test_independent_stages_are_built_side_by_side(build: Build) -> None:
    meet = (
        "RUN --mount=type=cache,target=/m touch /m/{0}; for i in $(seq 200); do test -e /m/{1} && "
        "rm /m/{1} && echo {0} met && exit; sleep 0.1; done; exit 9\n"
    )
    done = build(
        "FROM busybox AS a\n"
        + meet.format("one", "two")
        + "FROM busybox AS b\n"
        + meet.format("two", "one")
        + "FROM busybox\nCOPY --from=a /etc /a\nCOPY --from=b /etc /b\n",
        "--no-cache",
    )
    places = [done.stdout.index(words) for words in ("one met", "Step 3/7", "two met")]
    assert places == sorted(places)


def test_a_dockerfile_is_checked_without_being_built(engine: Engine) -> None:
    answer = engine.request("POST", "/davit/v1/build/check", b"FROM a as b\n")
    rules = [found["Rule"] for found in answer.json()["Warnings"]]
    assert (answer.status, answer.json()["Error"], rules) == (200, None, ["FromAsCasing"])
    wrong = engine.request("POST", "/davit/v1/build/check", b"FROM a\nRUNN b\n").json()
    assert wrong["Error"]["Line"] == 2


def test_a_command_that_fails(engine: Engine, build: Build) -> None:
    done = build("FROM busybox\nRUN echo before; exit 3\n", "--force-rm", check=False)
    assert done.returncode == 3
    assert "before\n" in done.stdout
    assert "The command '/bin/sh -c echo before; exit 3' returned a non-zero code: 3" in done.stderr
    assert engine.docker("ps", "-aq").stdout == ""


@pytest.mark.parametrize(
    ("dockerfile", "words"),
    [
        ("FROM busybox\nRUNN x\n", "on line 2: unknown instruction: RUNN (did you mean RUN?)"),
        ("FROM busybox\nCOPY nothing /\n", "COPY failed: file not found in build context"),
        ("FROM busybox\nCOPY ../x /\n", "forbidden path outside the build context: ../x"),
        ("FROM busybox\nRUN --mount=type=secret,id=a,required true\n", "secret a not found"),
        ("FROM busybox\nADD git://-x/y.git /\n", "is not fetched"),
        ("FROM scratch\nRUN true\n", "FROM scratch has no files"),
        ("FROM busybox AS a\nCOPY --from=5 /a /\n", "no stage of that number"),
        ("FROM scratch\n", "No image was generated"),
    ],
)
def test_what_is_refused(build: Build, dockerfile: str, words: str) -> None:
    done = build(dockerfile, check=False)
    assert done.returncode != 0
    assert words in done.stderr + done.stdout


def test_links_of_a_context_lead_nowhere_else(engine: Engine, busybox: str) -> None:
    archive = packed(
        ("Dockerfile", f"FROM {busybox}\nCOPY x /stolen\n".encode()), ("x", "/etc/shadow")
    )
    answer = post(engine, archive)
    assert b"file not found in build context" in answer.body
    inside = packed(
        ("Dockerfile", f"FROM {busybox}\nCOPY x /mine\nRUN cat /mine\n".encode()),
        ("etc", None),
        ("etc/shadow", b"of the context\n"),
        ("x", "/etc/shadow"),
    )
    assert b"of the context" in post(engine, inside).body


@pytest.mark.parametrize(
    "members",
    [
        [("../out", b"x")],
        [("a", "/etc"), ("a/b", b"x"), ("Dockerfile", "../../../../etc/passwd")],
        [("Dockerfile", "/proc/self/environ")],
    ],
)
def test_a_hostile_context_is_refused(
    engine: Engine, members: list[tuple[str, bytes | str | None]]
) -> None:
    assert post(engine, packed(*members)).status == 400


def test_the_ignore_file_of_a_dockerfile_wins(engine: Engine, busybox: str) -> None:
    members: list[tuple[str, bytes | str | None]] = [
        ("D", f"FROM {busybox}\nCOPY . /c\nRUN cd /c && find . | sort\n".encode()),
        ("D.dockerignore", b"*.log\n**/deep\n!sub/deep/kept\nD*\n"),
        (".dockerignore", b"other\n"),
        ("other", b""),
        ("a.log", b""),
        ("sub", None),
        ("sub/deep", None),
        ("sub/deep/kept", b""),
        ("sub/deep/gone", b""),
        ("more", None),
        ("more/deep", None),
        ("more/deep/x", b""),
        ("out", "/etc"),
    ]
    said = b"".join(
        json.loads(line).get("stream", "").encode()
        for line in post(engine, packed(*members), dockerfile="D").body.splitlines()
    )
    found = {line.decode() for line in said.splitlines() if line.startswith(b"./")}
    assert found == {
        "./.dockerignore",
        "./more",
        "./other",
        "./out",
        "./sub",
        "./sub/deep",
        "./sub/deep/kept",
    }


def test_mounts_of_a_step(engine: Engine, build: Build, folder: Path) -> None:
    (folder / "given").write_text("given\n")
    dockerfile = (
        "FROM busybox AS other\n"
        "RUN echo other > /other\n"
        "FROM busybox\n"
        "RUN --mount=type=cache,target=/kept --mount=type=tmpfs,target=/scratch "
        "--mount=type=bind,target=/context --mount=type=bind,from=other,target=/stage "
        "cat /context/given /stage/other; echo x >> /kept/log; echo y > /scratch/y; "
        "wc -l < /kept/log; touch /context/no || echo read-only\n"
    )
    shown = build(dockerfile, "--no-cache", "-t", "mounts").stdout
    assert "given\nother\n1\n" in shown
    assert "read-only" in shown
    assert "\n2\n" in build(dockerfile, "--no-cache", "-t", "mounts").stdout
    listed = engine.docker("run", "--rm", "mounts", "ls", "-A", "/").stdout.split()
    assert not {"kept", "scratch", "context", "stage"} & set(listed)


def test_cache_mounts_are_listed_and_pruned(engine: Engine, build: Build) -> None:
    dockerfile = "FROM busybox\nRUN --mount=type=cache,target=/kept,id=of-{0} date > /kept/{0}\n"
    build(dockerfile.format("one"), "--no-cache")
    build(dockerfile.format("two"), "--no-cache")

    def mounts() -> dict[str, str]:
        rows = engine.request("GET", "/system/df", query={"type": "build-cache"}).json()
        return {
            row["Description"].split()[2]: row["ID"]
            for row in rows["BuildCache"]
            if row["Type"] == "exec.cachemount"
        }

    def prune(*flags: str) -> str:
        return engine.docker("builder", "prune", "-f", *flags).stdout

    assert {"of-one", "of-two"} <= mounts().keys()
    assert "exec.cachemount" in engine.docker("system", "df", "-v").stdout
    one = mounts()["of-one"]
    assert prune("--filter", "until=1h") == "Total reclaimed space: 0B\n"
    assert prune("--keep-storage", "10gb") == "Total reclaimed space: 0B\n"
    assert one in prune("--filter", "type=exec.cachemount", "--filter", f"id={one}")
    assert "of-one" not in mounts()
    assert "of-two" in mounts()
    prune()
    assert mounts() == {}


def test_a_cache_mount_may_begin_with_files_of_a_stage(build: Build) -> None:
    dockerfile = (
        "FROM busybox AS first\nRUN mkdir /s && echo seeded > /s/f && ln -s f /s/l\n"
        "FROM busybox\n"
        "RUN --mount=type=cache,id=seeded,target=/c,from=first,source=/s,uid=33 "
        "cat /c/l; stat -c %u /c; echo more >> /c/f\n"
    )
    assert "seeded\n33\n" in build(dockerfile, "--no-cache").stdout
    assert "seeded\nmore\n33\n" in build(dockerfile, "--no-cache").stdout


def test_steps_that_lock_several_cache_mounts_do_not_wait_for_ever(build: Build) -> None:
    locked = "--mount=type=cache,sharing=locked,id={0},target=/{0}{1} "
    one, two = locked.format("k1", ""), locked.format("k2", "")
    dockerfile = (
        f"FROM busybox AS a\nRUN {one}{two}{locked.format('k1', 'again')} sleep 0.3\n"
        f"FROM busybox AS b\nRUN {two}{one} sleep 0.3\n"
        "FROM busybox\nCOPY --from=a /etc /a\nCOPY --from=b /etc /b\n"
    )
    build(dockerfile, "--no-cache", timeout=60)


def test_what_a_step_writes_into_a_bind_is_lost(build: Build, folder: Path) -> None:
    (folder / "src").mkdir()
    (folder / "src/a").write_text("a\n")
    dockerfile = (
        "FROM busybox AS other\nRUN mkdir /o && echo o > /o/f\n"
        "FROM busybox\n"
        "RUN --mount=source=src,target=/src,rw --mount=from=other,source=/o,target=/o,rw "
        "--mount=source=src/a,target=/one,rw "
        "cd /src && rm a && mkdir b && echo b > b/c && ls /src && echo p >> /o/f && cat /o/f && "
        "echo q >> /one && cat /one\n"
        "COPY src /copied\nCOPY --from=other /o /copied/\n"
        "RUN cat /copied/a /copied/f; ls -A / | grep -x 'src\\|o\\|one'; true\n"
    )
    shown = build(dockerfile, "--no-cache").stdout
    assert "b\no\np\na\nq\n" in shown
    assert "a\no\nRemoving" in shown


def test_limits_and_networks_reach_what_runs(build: Build) -> None:
    dockerfile = (
        "FROM busybox\nRUN ip link; ulimit -n; grep 10.9.8.7 /etc/hosts; df /dev/shm | tail -1\n"
    )
    flags = ("--no-cache", "--network", "none", "--ulimit", "nofile=77", "--shm-size", "32m")
    shown = build(dockerfile, *flags, "--add-host", "there:10.9.8.7").stdout
    assert "eth0" not in shown
    assert "\n77\n" in shown
    assert "10.9.8.7\tthere" in shown
    assert " 32768 " in shown


def test_limits_of_control_groups_reach_what_runs(engine: Engine, build: Build) -> None:
    found = "for f in {0} {1}; do test -e $f && cat $f; done; true"
    memory = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
    cpus = ("/sys/fs/cgroup/cpuset.cpus", "/sys/fs/cgroup/cpuset/cpuset.cpus")
    shown = build(
        f"FROM busybox\nRUN {found.format(*memory)}\nRUN echo cpus $({found.format(*cpus)})\n",
        *("--no-cache", "--memory", "64m", "--cpuset-cpus", "0"),
    ).stdout
    assert "\n67108864\n" in shown
    assert "\ncpus 0\n" in shown


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"squash": 1}, "squash is only supported with experimental mode"),
        ({"outputs": "[]"}, "outputs are only supported by BuildKit"),
        ({"isolation": "hyperv"}, "Unsupported isolation"),
        ({"version": 2}, "has no BuildKit of its own"),
        ({"buildargs": "x"}, "error reading build args"),
        ({"t": "UPPER"}, "must be lowercase"),
    ],
)
def test_what_is_not_offered_is_refused(
    engine: Engine, query: dict[str, object], words: str
) -> None:
    answer = post(engine, packed(("Dockerfile", b"FROM scratch\n")), **query)
    assert (answer.status, words in answer.message) == (400, True)


def test_a_client_that_goes_away_ends_its_build(engine: Engine, build: Build) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        build("FROM busybox\nRUN echo started; sleep 600\n", "--no-cache", timeout=3)
    wait_for(lambda: engine.docker("ps", "-aq").stdout == "", 20, "the container is still there")


def test_a_time_for_the_image_makes_builds_repeatable(
    engine: Engine, build: Build, folder: Path
) -> None:
    (folder / "new").write_text("new")
    (folder / "old").write_text("old")
    os.utime(folder / "old", (1_000_000_000, 1_000_000_000))
    dockerfile = (
        "FROM scratch AS tree\nCOPY new old /t/\n"
        "FROM busybox\n"
        "RUN for f in b a c; do echo $f > /$f; done; ln /a /z; rm -rf /var/spool; mkdir -p /q/r\n"
        "WORKDIR /made\n"
        "COPY new old /copied/\n"
        "COPY --from=tree /t /from\n"
        "COPY <<x /heredoc\nhi\nx\n"
        "ENV A=1\n"
    )
    flags = ("--no-cache", "--build-arg", "SOURCE_DATE_EPOCH=1500000000")
    ids = set()
    for _ in range(2):
        build(dockerfile, *flags, "-t", "repeated")
        ids.add(inspect(engine, "repeated")["Id"])
        engine.docker("rmi", "-f", "repeated")
        os.utime(folder / "new")
    assert len(ids) == 1
    done = build(dockerfile, *flags, "-t", "repeated")
    assert "consumed" not in done.stdout
    shown = inspect(engine, "repeated")
    assert shown["Created"] == "2017-07-14T02:40:00Z"
    created = engine.docker(
        "history", "--human=false", "--format", "{{.CreatedAt}}", "repeated"
    ).stdout.split()
    assert created[:6] == ["2017-07-14T02:40:00Z"] * 6
    times = engine.docker(
        "run",
        "--rm",
        "repeated",
        "stat",
        "-c",
        "%Y",
        "/a",
        "/q",
        "/made",
        "/copied/new",
    ).stdout.split()
    assert times == ["1500000000"] * 4
    old = engine.docker("run", "--rm", "repeated", "stat", "-c", "%Y", "/copied/old").stdout
    assert old == "1000000000\n"
    assert "Using cache" not in build(dockerfile).stdout.partition("WORKDIR")[2]
    wrong = build(dockerfile, "--build-arg", "SOURCE_DATE_EPOCH=tomorrow", check=False)
    assert "invalid SOURCE_DATE_EPOCH: 'tomorrow'" in wrong.stderr


def test_platforms(engine: Engine, build: Build, folder: Path) -> None:
    build(
        "FROM --platform=$BUILDPLATFORM busybox AS tools\n"
        "ARG TARGETPLATFORM\nARG TARGETARCH\nARG BUILDARCH\n"
        "RUN echo for $TARGETPLATFORM $TARGETARCH > /told\n"
        "FROM scratch\n"
        "COPY --from=tools /told /told\n",
        *("--platform", "linux/s390x", "-t", "foreign"),
    )
    assert inspect(engine, "foreign")["Architecture"] == "s390x"
    files = folder.parent / f"{folder.name}.tar"
    engine.docker("save", "-o", str(files), "foreign")
    with tarfile.open(files) as archive:
        blobs = [archive.extractfile(member) for member in archive if member.isfile()]
        contents = [blob.read() for blob in blobs if blob is not None]
    layers = [raw for raw in contents if raw.startswith(b"\x1f\x8b") or b"ustar" in raw[:512]]
    said = b"".join(gzip.decompress(raw) if raw[:1] == b"\x1f" else raw for raw in layers)
    assert b"for linux/s390x s390x\n" in said
    dockerfile = "FROM busybox\nRUN echo ran\nFROM --platform=mips64le scratch\nRUN x\n"
    refused = build(dockerfile, check=False)
    assert refused.returncode
    assert "no emulator for mips64le is registered" in refused.stderr
    assert "Step 1" not in refused.stdout
    chosen = ("--platform", "linux/mips64le")
    build("FROM scratch\nCOPY Dockerfile /\n", *chosen, "-t", "foreign")
    created = engine.docker("create", *chosen, "foreign", "x")
    assert "WARNING: The container cannot run on this machine" in created.stderr
    assert "no emulator for mips64le is registered" in created.stderr
