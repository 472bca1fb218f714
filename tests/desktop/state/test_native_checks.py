"""What was found on this computer becomes checks, each that fails with what to do."""

from typing import Any

import msgspec
import pytest

from davit_desktop.state.native_checks import DockerCommand, Facts, native_checks
from davit_vm.status import Check

GOOD = Facts(
    host="unix:///run/davit/engine.sock",
    engine="Davit 1.0",
    root="/var/lib/davit",
    disk_free=80 * 10**9,
    memory=16 * 10**9,
    docker=DockerCommand(installed=True, here=True, answers=True),
)


def checks(**changes: Any) -> dict[str, Check]:
    found = native_checks(msgspec.structs.replace(GOOD, **changes))
    return {check.name: check for check in found}


def test_a_computer_that_is_fit_passes_all() -> None:
    found = checks()
    assert list(found) == [
        "Engine",
        "Permission",
        "Disk",
        "Memory",
        "Warnings of the engine",
        "Docker command",
    ]
    assert all(check.ok and not check.hint for check in found.values())


@pytest.mark.parametrize(
    ("changes", "failing", "advice"),
    [
        ({"engine": "", "reason": "nothing listens"}, ["Engine"], "systemctl start"),
        ({"engine": "", "hint": "Do it."}, ["Engine"], "Do it."),
        ({"disk_free": 10**9}, ["Disk"], "data-root"),
        ({"memory": 5 * 10**8}, ["Memory"], "limit their memory"),
        ({"warnings": ("No swap limit support",)}, ["Warnings of the engine"], "all the same"),
        (
            {"docker": DockerCommand(installed=True, host="unix:///no", by="old")},
            ["Docker command"],
            "button below",
        ),
        (
            {"docker": DockerCommand(installed=True, host="tcp://no", by="DOCKER_HOST")},
            ["Docker command"],
            "Unset it",
        ),
    ],
)
def test_what_is_wrong_has_its_fix(changes: Any, failing: list[str], advice: str) -> None:
    found = checks(**changes)
    assert [name for name, check in found.items() if check.ok is False] == failing
    assert advice in found[failing[0]].hint


def test_a_socket_that_is_not_for_this_user_says_how_to_join() -> None:
    found = checks(engine="", reason="permission denied", forbidden=True)
    assert "usermod -aG davit" in found["Permission"].hint


def test_another_engine_that_docker_uses_is_not_a_fault() -> None:
    docker = DockerCommand(installed=True, host="unix:///var/run/docker.sock", answers=True)
    assert checks(docker=docker)["Docker command"].ok
    assert checks(docker=DockerCommand())["Docker command"].ok


def test_of_a_far_engine_nothing_is_said_of_this_computer() -> None:
    found = checks(host="tcp://far:2376", local=False, disk_free=None, memory=None)
    assert list(found) == ["Engine", "Warnings of the engine", "Docker command"]
