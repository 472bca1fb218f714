"""The one entry point of the builds."""

import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "installers" / "build.py"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BUILD), *words], capture_output=True, text=True, check=False
    )


def test_the_targets_are_listed() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "sources" in done.stdout


def test_a_wrong_target_is_named() -> None:
    done = run("atari")
    assert done.returncode == 2
    assert "'atari'" in done.stderr
