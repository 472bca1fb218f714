"""Format, lint, types, layers and shell scripts as tests."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VENV = Path(sys.executable).parent
CHECKS = {
    "format": [VENV / "ruff", "format", "--check", "--diff", "."],
    "lint": [VENV / "ruff", "check", "."],
    "types": [VENV / "mypy"],
    "layers": [VENV / "lint-imports", "--no-logo"],
    "scripts": ["shellcheck", "-x", ".ci/run", *sorted(ROOT.glob("installers/**/*.sh"))],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_passes(check: str) -> None:
    command = CHECKS[check]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{done.stdout}", pytrace=False)
