"""Contexts as the stock docker command line keeps and reads them."""

import asyncio
import json
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from davit_desktop.client import docker_config, docker_context
from davit_desktop.client.docker_config import ConfigFailed
from desktop.client.fake_engine import FakeEngine

HOST = "unix:///home/me/.local/share/davit/machine/run/docker.sock"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    return tmp_path / "docker"


def docker(*words: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("docker")
    assert program, "the docker command line is needed here"
    kept = {name: os.environ[name] for name in ("PATH", "DOCKER_CONFIG")}
    return subprocess.run(
        [program, *words], capture_output=True, text=True, check=False, timeout=60, env=kept
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_is_written_as_docker_writes_it(folder: Path) -> None:
    words = ("--docker", f"host={HOST}", "--description", "Davit")
    made = docker("context", "create", "davit", *words)
    assert made.returncode == 0, made.stderr
    dockers = files(folder)
    assert docker("context", "rm", "davit").returncode == 0
    docker_context.register("davit", HOST)
    assert files(folder) == {name: dockers[name] for name in dockers if "meta" in name}


async def test_docker_reaches_the_engine_by_its_name(engine: FakeEngine) -> None:
    engine.on("GET /version", 200, {"Version": "27.0", "ApiVersion": "1.45", "Os": "linux"})
    docker_context.register("davit", engine.host)
    docker_context.use("davit")
    done = await asyncio.to_thread(docker, "version", "--format", "{{.Server.Version}}")
    assert (done.returncode, done.stdout) == (0, "27.0\n")
    listed = await asyncio.to_thread(docker, "context", "ls", "--format", "{{json .}}")
    rows = {row["Name"]: row for row in map(json.loads, listed.stdout.splitlines())}
    assert rows["davit"]["DockerEndpoint"] == engine.host
    assert rows["davit"]["Current"]


def test_other_contexts_and_settings_stay_as_they_are(folder: Path) -> None:
    docker("context", "create", "other", "--docker", "host=tcp://other:2375")
    config = {
        "auths": {"ghcr.io": {"auth": "eDp5"}},
        "HttpHeaders": {"X": "y"},
        "plugins": {"a": {"b": "true"}},
        "currentContext": "other",
    }
    (folder / "config.json").write_text(json.dumps(config))
    before = files(folder)
    docker_context.register("davit", HOST)
    docker_context.use("davit")
    assert json.loads((folder / "config.json").read_text()) == config | {"currentContext": "davit"}
    assert stat.S_IMODE((folder / "config.json").stat().st_mode) == 0o600
    docker_context.use("other")
    docker_context.remove("davit")
    after = files(folder)
    assert json.loads(after.pop("config.json")) == json.loads(before.pop("config.json"))
    assert after == before


def test_a_context_of_somebody_else_is_neither_replaced_nor_removed(folder: Path) -> None:
    docker("context", "create", "davit", "--docker", "host=tcp://other:2375")
    before = files(folder)
    with pytest.raises(ConfigFailed, match="exists already and leads to tcp://other:2375"):
        docker_context.register("davit", HOST)
    with pytest.raises(ConfigFailed, match="is not Davit's"):
        docker_context.remove("davit", force=True)
    assert files(folder) == before


def test_registering_again_follows_the_engine() -> None:
    docker_context.register("davit", "unix:///old")
    docker_context.register("davit", HOST)
    found = docker_context.find("davit")
    assert found is not None
    assert (found.host, found.ours, found.certificates) == (HOST, True, "")


def test_one_in_use_is_kept_unless_forced(folder: Path) -> None:
    docker_context.register("davit", HOST)
    docker_context.use("davit")
    with pytest.raises(ConfigFailed, match="is in use"):
        docker_context.remove("davit")
    docker_context.remove("davit", force=True)
    assert docker_context.current() == ""
    assert docker_context.find("davit") is None
    assert not list((folder / "contexts" / "meta").iterdir())


@pytest.mark.parametrize("name", ["default", "", "a", "a/b", "../x", "-x", "a b", "ü" * 3])
def test_names_that_docker_would_not_take(name: str) -> None:
    with pytest.raises(ConfigFailed, match="cannot be the name"):
        docker_context.register(name, HOST)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"Name": 3}', b"\xff"])
def test_a_damaged_context_is_named_and_kept(folder: Path, content: bytes) -> None:
    docker_context.register("davit", HOST)
    path = next(folder.rglob("meta.json"))
    path.write_bytes(content)
    with pytest.raises(ConfigFailed, match=r'Cannot read the context "davit"'):
        docker_context.register("davit", HOST)
    assert path.read_bytes() == content


def test_a_failed_write_keeps_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docker_config.write({"currentContext": "x"})

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ConfigFailed, match="No space left on device"):
        docker_context.use(docker_context.DEFAULT)
    assert docker_config.read() == {"currentContext": "x"}


def test_a_config_that_is_a_link_stays_one(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    real = tmp_path / "real.json"
    real.write_text("{}")
    (folder / "config.json").symlink_to(real)
    docker_context.register("davit", HOST)
    docker_context.use("davit")
    assert (folder / "config.json").is_symlink()
    assert json.loads(real.read_text()) == {"currentContext": "davit"}
