"""A release is tried out as its user would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import try_out

DAVIT = """\
#!{python}
import json, os, pathlib, sys
log = pathlib.Path(__file__).with_name("log")
with log.open("a") as file:
    print(*sys.argv[1:], os.environ.get("DAVIT_HOST", ""), file=file)
match sys.argv[1:]:
    case ["machine", "status", "--json"]:
        print(json.dumps({status!r}))
    case ["run", *_]:
        print("Hello from Davit")
"""


def davit(folder: Path, **status: str) -> Path:
    program = folder / "davit"
    usual = {"state": "ready", "accelerator": "hvf", "endpoint": "unix:///nowhere.sock"}
    program.write_text(DAVIT.format(python=sys.executable, status={**usual, **status}))
    program.chmod(0o755)
    return program


def run(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, try_out.__file__, "--program", program, *words],
        capture_output=True, text=True, check=False, env={"PATH": "/nowhere"},
    )  # fmt: skip


def test_a_container_is_run_in_the_machine(tmp_path: Path) -> None:
    done = run(davit(tmp_path), "--machine", "--accelerator", "hvf")
    assert done.stdout.endswith("All is well.\n")
    assert done.returncode == 0
    log = (tmp_path / "log").read_text().splitlines()
    assert [line.strip() for line in log] == [
        "--version",
        "--help",
        "machine start",
        "machine status --json",
        "run --rm davit/hello unix:///nowhere.sock",
        "machine stop",
    ]


def test_the_wrong_accelerator_is_a_failure_and_the_machine_is_stopped(tmp_path: Path) -> None:
    program = davit(tmp_path, accelerator="tcg", accelerator_note="no entitlement")
    done = run(program, "--machine", "--accelerator", "hvf")
    assert done.returncode == 1
    assert "it runs on tcg, not on hvf: no entitlement" in done.stderr
    assert (tmp_path / "log").read_text().endswith("machine stop \n")


def test_a_machine_that_is_not_ready_is_a_failure(tmp_path: Path) -> None:
    done = run(davit(tmp_path, state="failed"), "--machine")
    assert done.returncode == 1
    assert "the machine is failed" in done.stderr


@pytest.mark.parametrize("told", ["", "[]", json.dumps({"state": "ready"})])
def test_no_status_is_a_failure(told: str) -> None:
    with pytest.raises(try_out.Failed, match="status is none"):
        try_out.parse_status(told)


def test_what_cannot_be_installed_here_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, try_out.__file__, tmp_path / "davit-1-setup.exe"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "davit-1-setup.exe is nothing to install on Linux" in done.stderr
