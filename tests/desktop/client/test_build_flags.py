"""The flags of `docker build`: read, refused by name, and written again."""

import base64
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.build_flags import FLAGS, command, spec_from, words_of
from davit_desktop.client.build_secrets import read_secrets
from davit_desktop.client.build_spec import BuildSpec, query
from davit_desktop.client.flags import FlagError, scan
from davit_desktop.client.run_spec import Ulimit


def read(*words: str, environ: dict[str, str] | None = None) -> BuildSpec:
    given, rest = scan(words, FLAGS, interspersed=True)
    return spec_from(given, rest[0], environ or {})


def test_every_flag_of_docker_build_is_known() -> None:
    docker = shutil.which("docker")
    assert docker, "no docker command line on this machine"
    told = subprocess.run(
        [docker, "build", "--help"],
        env={"DOCKER_BUILDKIT": "0", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    theirs = {word[2:] for word in told.split() if word.startswith("--")}
    assert theirs - {flag.name for flag in FLAGS} == set()
    assert "platform" in theirs


def test_what_flags_ask_for() -> None:
    spec = read(
        *("-t", "a:1", "--tag=b", "-f", "x/Dockerfile", "--build-arg", "A=1", "--build-arg", "B"),
        *("--build-arg", "C", "--label", "who=ada", "--target", "t", "--no-cache", "--pull"),
        *("--platform", "linux/arm64", "--add-host", "x:10.0.0.1", "--cache-from", "a,b"),
        *("-m", "64m", "--memory-swap", "-1", "--cpus", "1.5", "-c", "512", "--shm-size", "1m"),
        *("--ulimit", "nofile=10:20", "--network", "none", "--rm=false", "."),
        environ={"B": "two"},
    )
    assert spec.tags == ("a:1", "b")
    assert spec.args == {"A": "1", "B": "two", "C": None}
    assert (spec.memory, spec.memory_swap, spec.cpu_quota) == (64 << 20, -1, 150_000)
    asked = query(spec, dockerfile="Dockerfile", remote="")
    assert asked["t"] == ["a:1", "b"]
    assert json.loads(str(asked["buildargs"])) == {"A": "1", "B": "two", "C": None}
    assert json.loads(str(asked["ulimits"])) == [{"Name": "nofile", "Soft": 10, "Hard": 20}]
    assert (asked["rm"], asked["nocache"], asked["memswap"]) == ("0", "1", "-1")
    assert json.loads(str(asked["cachefrom"])) == ["a", "b"]
    assert "squash" not in asked


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("-o", "type=local,dest=x"), "output"),
        (("--squash",), "squash"),
        (("--push",), "push"),
        (("--isolation", "hyperv"), "isolation"),
        (("--build-context", "a=b"), "build-context"),
        (("--cache-to", "type=inline"), "cache-to"),
    ],
)
def test_what_cannot_be_is_refused_by_name(words: tuple[str, ...], name: str) -> None:
    with pytest.raises(FlagError, match=f"--{name} is not supported: ."):
        read(*words, ".")


def test_what_means_nothing_is_taken() -> None:
    spec = read("--squash=false", "--isolation", "default", "--load", "--provenance=false", ".")
    assert spec == BuildSpec(context=".")


def test_an_argument_that_has_its_value_here_is_written_without_one() -> None:
    assert words_of(BuildSpec(args={"A": None, "B": ""})) == [
        *("--build-arg", "A", "--build-arg", "B="),
        ".",
    ]


@pytest.mark.parametrize("text", ["src=x", "id=", "id=a,type=odd", "id=a,mode=1", "a"])
def test_a_secret_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(FlagError, match="secret"):
        read("--secret", text, ".")


def test_secrets_come_from_files_and_variables(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(b"\x00hush")
    texts = (f"id=a,src={file}", "id=b,env=B", "type=env,id=c", "id=c2,type=env,source=c")
    found = read_secrets(texts, {"B": "two", "c": "three"})
    assert {id: base64.b64decode(value) for id, value in found.items()} == {
        "a": b"\x00hush",
        "b": b"two",
        "c": b"three",
        "c2": b"three",
    }
    with pytest.raises(FlagError, match="secret gone: open gone: No such file"):
        read_secrets(["id=gone"], {})
    with pytest.raises(FlagError, match="NONE is not set"):
        read_secrets(["id=x,env=NONE"], {})


def test_an_argument_without_a_name_is_refused() -> None:
    with pytest.raises(FlagError, match="no name"):
        read("--build-arg", "=x", ".")


WORDS = st.text(alphabet="ab1.-_/ '\"$é", min_size=1, max_size=8)
SPECS = st.builds(
    BuildSpec,
    context=WORDS.filter(lambda text: not text.startswith("-")),
    dockerfile=WORDS,
    tags=st.lists(WORDS, max_size=3).map(tuple),
    args=st.dictionaries(st.text("AB_", min_size=1, max_size=4), WORDS, max_size=3),
    labels=st.dictionaries(st.text("ab.", min_size=1, max_size=4), WORDS, max_size=2),
    target=WORDS,
    platform=WORDS,
    no_cache=st.booleans(),
    pull=st.booleans(),
    rm=st.booleans(),
    memory=st.integers(1, 10).map(lambda n: n << 20),
    cpu_quota=st.integers(0, 10**6),
    ulimits=st.lists(st.builds(Ulimit, name=st.just("core"), soft=st.just(1), hard=st.just(2)),
                     max_size=2).map(tuple),
)  # fmt: skip


@given(SPECS)
def test_the_command_asks_for_the_same(spec: BuildSpec) -> None:
    assert read(*words_of(spec)) == spec
    assert command(spec).startswith("docker build ")
