"""What Tab offers after `davit`, and that real shells can ask for it."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from davit_desktop.cli.completion import candidates
from davit_desktop.cli.main import root

DAVIT = Path(sys.executable).with_name("davit")
HAS = {"CONTAINER": ["web", "db"], "IMAGE": ["nginx:latest"], "VOLUME": ["data"]}


def offered(*words: str) -> list[str]:
    def names(kind: str, host: str | None) -> Sequence[str]:
        return [f"{name}@{host}" if host else name for name in HAS.get(kind, [])]

    return [item.value for item in candidates(root, words[:-1], words[-1], names)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["vers"], ["version"]),
        (["container", "pru"], ["prune"]),
        (["--hos"], ["--host"]),
        (["container", "kill", "--sig"], ["--signal"]),
        (["logs", ""], ["web", "db"]),
        (["logs", "--tail", "5", "w"], ["web"]),
        (["logs", "--tail", ""], []),
        (["logs", "--tail=5", "d"], ["db"]),
        (["rename", "web", ""], []),
        (["kill", "web", ""], ["web", "db"]),
        (["rmi", ""], ["nginx:latest"]),
        (["volume", "rm", "d"], ["data"]),
        (["--host", "tcp://127.0.0.1:1", "kill", ""],
         ["web@tcp://127.0.0.1:1", "db@tcp://127.0.0.1:1"]),
        (["no-such-command", ""], []),
        (["version", ""], []),
    ],
)  # fmt: skip
def test_what_is_offered(words: list[str], expected: list[str]) -> None:
    assert offered(*words) == expected


def test_every_command_has_its_flags() -> None:
    assert "--help" in offered("run", "--")
    assert "--publish" in offered("run", "--")
    assert set(offered("")) >= {"run", "ps", "machine", "volume"}


def test_bash_asks_and_is_answered(tmp_path: Path) -> None:
    script = """
        source <(_DAVIT_COMPLETE=bash_source davit)
        COMP_WORDS=(davit container pru); COMP_CWORD=2
        _davit_completion davit
        echo "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={"PATH": f"{DAVIT.parent}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("prune\n", "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_a_script(shell: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(DAVIT)],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "_DAVIT_COMPLETE": f"{shell}_source"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "_DAVIT_COMPLETE" in done.stdout
    assert done.returncode == 0


def test_an_engine_that_is_not_there_offers_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(DAVIT)],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "_DAVIT_COMPLETE": "bash_complete",
             "COMP_WORDS": "davit logs ", "COMP_CWORD": "2",
             "DOCKER_HOST": f"unix://{tmp_path}/none"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
