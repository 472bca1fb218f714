"""Credentials in docker's own configuration file and its helpers."""

from __future__ import annotations

import base64
import json
import stat
from pathlib import Path

import pytest

from davit_desktop.client import docker_context
from davit_desktop.client.credentials import (
    HUB,
    CredentialsFailed,
    erase,
    find,
    server_of,
    store,
)
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import Auth

HELPER = """#!/bin/sh
echo "$1 $(cat)" >> "{log}"
case "$1" in
get) {answer} ;;
esac
"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    return tmp_path / "docker" / "config.json"


def write(config: Path, document: object) -> None:
    config.parent.mkdir(exist_ok=True)
    config.write_text(json.dumps(document))


def install_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> Path:
    log = tmp_path / "log"
    program = tmp_path / "docker-credential-test"
    program.write_text(HELPER.format(log=log, answer=answer))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return log


def test_without_a_file_there_are_none(config: Path) -> None:
    assert find("docker.io") is None
    assert docker_context.current() == ""


def test_the_hub_has_a_name_of_its_own() -> None:
    assert server_of("docker.io") == server_of("") == HUB
    assert server_of("ghcr.io") == "ghcr.io"


def test_what_is_stored_is_found_and_can_be_erased(config: Path) -> None:
    write(config, {"currentContext": "x", "auths": {"other": {"auth": "eDp5"}}})
    auth = Auth(username="me", password="a:b", serveraddress="ghcr.io")
    assert store("ghcr.io", auth) == config
    assert find("ghcr.io") == auth
    written = json.loads(config.read_text())
    assert written["auths"]["ghcr.io"] == {"auth": base64.b64encode(b"me:a:b").decode()}
    assert written["auths"]["other"] == {"auth": "eDp5"}
    assert docker_context.current() == "x"
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    assert erase("ghcr.io")
    assert find("ghcr.io") is None
    assert not erase("ghcr.io")


def test_docker_hub_is_found_under_its_old_address(config: Path) -> None:
    write(config, {"auths": {HUB: {"auth": base64.b64encode(b"u:p").decode()}}})
    found = find("docker.io")
    assert found is not None
    assert (found.username, found.password) == ("u", "p")


def test_an_identity_token_stands_for_a_password(config: Path) -> None:
    write(config, {"auths": {"r": {"auth": "dTo=", "identitytoken": "tok"}}})
    assert find("r") == Auth(identitytoken="tok", serveraddress="r")


def test_a_helper_is_asked_and_given(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = """echo '{"ServerURL":"r","Username":"u","Secret":"s"}'"""
    log = install_helper(tmp_path, monkeypatch, answer)
    write(config, {"credsStore": "test"})
    assert find("r") == Auth(username="u", password="s", serveraddress="r")
    assert store("r", Auth(username="u", password="s")) is None
    assert json.loads(config.read_text())["auths"] == {"r": {}}
    erase("r")
    lines = log.read_text().splitlines()
    assert lines[0] == "get r"
    assert json.loads(lines[1].removeprefix("store ")) == {
        "ServerURL": "r",
        "Username": "u",
        "Secret": "s",
    }
    assert lines[2] == "erase r"


def test_a_helper_that_knows_nothing_is_no_failure(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = "echo 'credentials not found in native keychain'; exit 1"
    install_helper(tmp_path, monkeypatch, answer)
    write(config, {"credHelpers": {"r": "test"}})
    assert find("r") is None


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"credsStore": "missing"}, "docker-credential-missing is not installed"),
        ({"credsStore": "../x"}, "not the name of a credential helper"),
        ({"auths": {"r": {"auth": "%%%"}}}, "are damaged"),
        ([], "is not a JSON object"),
    ],
)
def test_trouble_is_named(config: Path, document: object, message: str) -> None:
    write(config, document)
    with pytest.raises(ConfigFailed, match=message):
        find("r")


def test_a_helper_that_fails_is_quoted(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_helper(tmp_path, monkeypatch, "echo 'the chain is locked'; exit 2")
    write(config, {"credsStore": "test"})
    with pytest.raises(CredentialsFailed, match="get failed: the chain is locked"):
        find("r")
