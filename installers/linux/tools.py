"""Programs and wheels from PyPI that the builds use, of pinned versions and checked by hash."""

import os
import re
import venv
from pathlib import Path

from release import CACHE, BuildError, run

LOCK = Path(__file__).with_name("requirements.lock")


def wheel(name: str, version: str) -> Path:
    """A wheel that the lock names, for any computer."""
    folder = CACHE / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[-_.]+", "_", name)
    pattern = f"{stem}-{version}-*.whl"
    if not list(folder.glob(pattern)):
        line = _locked(name)
        if f"=={version} " not in line:
            raise BuildError(f"{LOCK.name} has no {name} {version}")
        partial = folder / f"{stem}.requirement"
        partial.write_text(line + "\n")
        _pip("download", "--no-deps", "--require-hashes", "-r", partial, "-d", folder)
        partial.unlink()
    (found,) = folder.glob(pattern)
    return found


def _locked(name: str) -> str:
    for line in LOCK.read_text().replace("\\\n", "").splitlines():
        if line.startswith(f"{name}=="):
            return line
    raise BuildError(f"{LOCK.name} does not list {name}")


def _pip(*words: str | Path) -> None:
    run([_python(), "-m", "pip", "--disable-pip-version-check", "-q", *words],
        environment={**os.environ, "PIP_NO_INPUT": "1"})  # fmt: skip


def _python() -> Path:
    """A Python with pip; the system's may have none."""
    folder = CACHE / "python"
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python
