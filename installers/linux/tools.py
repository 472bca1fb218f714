"""Packages from PyPI that the builds use, of the versions and hashes that lock.sh chose."""

import hashlib
import os
import re
import sys
import venv
from pathlib import Path

from release import CACHE, BuildError, run

HERE = Path(__file__).parent
LOCK = HERE / "requirements.lock"
TOOLS = HERE / "tools.lock"


def wheel(name: str) -> Path:
    """The wheel of a package that the lock names and that fits any computer."""
    stem = re.sub(r"[-_.]+", "-", name).lower()
    version, hashes = _locked(stem)
    folder = CACHE / "wheels" / f"{stem}-{version}"
    if not list(folder.glob("*.whl")):
        folder.mkdir(parents=True, exist_ok=True)
        requirement = folder / "requirement"
        requirement.write_text(f"{stem}=={version} {hashes}\n")
        _pip(_bare(), "download", "--no-deps", "--only-binary=:all:", "--require-hashes",
             "-r", requirement, "-d", folder)  # fmt: skip
    (found,) = folder.glob("*.whl")
    return found


def environment() -> Path:
    """A folder with Davit's packages and the tools, as a virtual environment; made once."""
    key = hashlib.sha256(LOCK.read_bytes() + TOOLS.read_bytes() + sys.version.encode())
    folder = CACHE / f"frozen-{key.hexdigest()[:12]}"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        for lock in (LOCK, TOOLS):
            _pip(folder, "install", "--only-binary=:all:", "--require-hashes", "-r", lock)
        (folder / "complete").touch()
    return folder


def _locked(stem: str) -> tuple[str, str]:
    """Version and hashes of a package."""
    text = LOCK.read_text().replace("\\\n", " ")
    match = re.search(rf"^{re.escape(stem)}==(\S+)(.*)$", text, re.MULTILINE)
    if match is None:
        raise BuildError(f"{LOCK.name} does not list {stem}; choose anew with lock.sh")
    return match[1], match[2].partition(";")[0] or match[2]


def _pip(folder: Path, *words: str | Path) -> None:
    run([folder / "bin/python", "-m", "pip", "--disable-pip-version-check", "-q", *words],
        environment={**os.environ, "PIP_NO_INPUT": "1"})  # fmt: skip


def _bare() -> Path:
    """An environment with pip; the system's Python may have none."""
    folder = CACHE / "python"
    if not (folder / "bin/pip").exists():
        venv.create(folder, with_pip=True)
    return folder
