"""Where docker leads is found as docker itself would find it."""

import shutil
import socket
from pathlib import Path

import pytest

from davit_desktop.client import docker_context
from davit_desktop.native_facts import docker_command
from davit_desktop.state.native_checks import DockerCommand


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of something that listens; docker is installed and not configured."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return f"unix://{tmp_path}/e.sock"


def test_the_environment_comes_before_the_context(engine: str) -> None:
    docker_context.register("davit", engine)
    docker_context.use("davit")
    found = docker_command(engine, {})
    assert (found.by, found.host, found.here) == ("davit", engine, True)
    found = docker_command(engine, {"DOCKER_HOST": "tcp://far:2376"})
    assert (found.by, found.here, found.answers) == ("DOCKER_HOST", False, True)
    assert docker_command(engine, {"DOCKER_CONTEXT": "nosuch"}).host == ""


def test_a_link_to_the_socket_leads_here(engine: str, tmp_path: Path) -> None:
    path = Path(engine.removeprefix("unix://"))
    (tmp_path / "docker.sock").symlink_to(path)
    environ = {"DOCKER_HOST": f"unix://{tmp_path}/docker.sock"}
    assert not docker_command(engine, environ).answers
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen(1)
        found = docker_command(engine, environ)
    assert found.here
    assert found.answers


def test_without_docker_there_is_nothing_to_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert docker_command("unix:///run/davit/engine.sock", {}) == DockerCommand()
