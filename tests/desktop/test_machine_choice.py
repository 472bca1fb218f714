"""Which engine is used: the rule, and the things it is made of."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_desktop import machine
from davit_desktop.client import docker_context
from davit_desktop.client.errors import InvalidHost
from davit_desktop.machine import (
    Choice,
    Kind,
    Native,
    NoEngine,
    choose,
    decide,
    named_engine,
    native_state,
    wake,
)

MACHINE = "unix:///home/me/run/docker.sock"


@pytest.mark.parametrize(
    ("native", "endpoint", "kind", "host"),
    [
        (Native.USABLE, "", Kind.NATIVE, "unix:///run/davit/engine.sock"),
        (Native.USABLE, MACHINE, Kind.NATIVE, "unix:///run/davit/engine.sock"),
        (Native.FORBIDDEN, MACHINE, Kind.MACHINE, MACHINE),
        (Native.SILENT, MACHINE, Kind.MACHINE, MACHINE),
        (Native.MISSING, MACHINE, Kind.MACHINE, MACHINE),
    ],
)
def test_the_systems_own_engine_goes_before_the_machine(
    native: Native, endpoint: str, kind: Kind, host: str
) -> None:
    choice = decide(None, native, endpoint)
    assert (choice.kind, choice.host) == (kind, host)


@pytest.mark.parametrize(
    ("native", "words"),
    [
        (Native.FORBIDDEN, "usermod -aG davit"),
        (Native.SILENT, "systemctl start davit-engine"),
        (Native.MISSING, "no engine on this computer yet"),
    ],
)
def test_without_any_the_sentence_says_what_to_do(native: Native, words: str) -> None:
    choice = decide(None, native, "")
    assert choice.kind is Kind.NONE
    assert words in f"{choice.why} {choice.hint}"
    assert "davit machine start" in choice.hint


def test_what_was_named_is_used_whatever_there_is() -> None:
    named = Choice(kind=Kind.NAMED, host="tcp://h:1")
    for native in Native:
        assert decide(named, native, MACHINE) is named


@pytest.fixture
def docker_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    return tmp_path / "docker"


@pytest.mark.parametrize(
    ("flag", "environ", "host"),
    [
        ("tcp://a", {"DAVIT_HOST": "tcp://b", "DOCKER_HOST": "tcp://c"}, "tcp://a"),
        (None, {"DAVIT_HOST": "tcp://b", "DOCKER_HOST": "tcp://c"}, "tcp://b"),
        (None, {"DOCKER_HOST": "tcp://c", "DOCKER_CONTEXT": "mine"}, "tcp://c"),
        (None, {"DOCKER_CONTEXT": "mine"}, "tcp://d"),
        (None, {"DOCKER_CONTEXT": "default"}, None),
        (None, {"DOCKER_HOST": "", "DOCKER_CONTEXT": ""}, None),
        (None, {}, None),
    ],
)
def test_engines_are_named_in_dockers_order(
    docker_folder: Path, flag: str | None, environ: dict[str, str], host: str | None
) -> None:
    docker_context.register("mine", "tcp://d")
    named = named_engine(flag, environ)
    assert (named.host if named else None) == host


def test_a_context_brings_its_certificates(docker_folder: Path) -> None:
    docker_context.register("mine", "tcp://d")
    meta = next((docker_folder / "contexts" / "meta").iterdir())
    secrets = docker_folder / "contexts" / "tls" / meta.name / "docker"
    secrets.mkdir(parents=True)
    for name in ("ca.pem", "cert.pem", "key.pem"):
        (secrets / name).touch()
    named = named_engine(None, {"DOCKER_CONTEXT": "mine"})
    assert named is not None
    assert named.certificates == str(secrets)


def test_a_context_that_is_not_there_is_named(docker_folder: Path) -> None:
    with pytest.raises(InvalidHost, match=r'"gone", which DOCKER_CONTEXT asks for, does not exist'):
        named_engine(None, {"DOCKER_CONTEXT": "gone"})


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        yield server


def test_a_socket_that_listens_is_usable(listener: socket.socket, tmp_path: Path) -> None:
    assert native_state(tmp_path / "s") is Native.SILENT
    listener.listen(1)
    assert native_state(tmp_path / "s") is Native.USABLE
    assert native_state(tmp_path / "none") is Native.MISSING


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without an engine of its own, and a machine's folder that is empty."""
    folder = tmp_path / "machine"
    monkeypatch.setenv("DAVIT_MACHINE_HOME", str(folder))
    monkeypatch.setattr(machine, "native_state", lambda: Native.MISSING)
    return folder


async def test_a_machine_that_exists_is_the_engine(home: Path) -> None:
    assert (await choose(None, {})).kind is Kind.NONE
    home.mkdir()
    (home / "machine.json").write_text(json.dumps({}))
    choice = await choose(None, {})
    assert (choice.kind, choice.host) == (Kind.MACHINE, f"unix://{home}/run/docker.sock")


async def test_one_of_the_two_can_be_left_out(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    (home / "machine.json").write_text(json.dumps({}))
    assert (await choose(None, {"DAVIT_ENGINE": "native"})).kind is Kind.NONE
    monkeypatch.setattr(machine, "native_state", lambda: Native.USABLE)
    assert (await choose(None, {})).kind is Kind.NATIVE
    assert (await choose(None, {"DAVIT_ENGINE": "machine"})).kind is Kind.MACHINE


async def test_where_nothing_is_nothing_is_started(home: Path) -> None:
    with pytest.raises(NoEngine, match="davit machine start"):
        await wake(await choose(None, {}), print)
    assert not home.exists()


async def test_what_was_named_wakes_no_machine(home: Path) -> None:
    said: list[str] = []
    await wake(await choose("tcp://h:1", os.environ), said.append)
    assert said == []


def test_choosing_needs_no_part_of_the_machine_where_there_is_a_native_engine() -> None:
    import subprocess
    import sys

    program = (
        "import asyncio, sys\n"
        "from davit_desktop import machine\n"
        "machine.native_state = lambda: machine.Native.USABLE\n"
        "asyncio.run(machine.choose(None, {}))\n"
        "print([name for name in sys.modules if name.startswith('davit_vm')])\n"
    )
    source = [str(Path(machine.__file__).parents[1])]
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PYTHONPATH": os.pathsep.join(source), "PATH": os.environ["PATH"]},
    )
    assert done.stdout == "[]\n"
