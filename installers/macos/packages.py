"""What Davit on a Mac takes from PyPI, by the hashes of one lock for each processor.

cryptography has had no wheels for Intel Macs since 49.
"""

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from macos.property_lists import OLDEST
from release import CACHE, BuildError
from windows.packages import pip

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = CACHE / "macos"


def install(target: Path, architecture: str, wanted: Callable[[str], bool]) -> None:
    """Unpack the files that are wanted of the wheels for one processor. Raises BuildError."""
    lock = HERE / f"requirements.{architecture}.lock"
    hashes = lock.read_text(encoding="utf-8")
    key = hashlib.sha256(hashes.encode() + bytes(OLDEST)).hexdigest()[:12]
    wheels = FOLDER / f"wheels-{architecture}-{key}"
    if not wheels.exists():
        _download(wheels, lock, architecture)
    for wheel in sorted(wheels.iterdir()):
        with wheel.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if f"--hash=sha256:{found}" not in hashes:
            raise BuildError(f"{wheel} is not the file that {lock.name} names; delete it")
        _unpack(wheel, target, wanted)


def _download(target: Path, lock: Path, architecture: str) -> None:
    part = target.with_suffix(f".{os.getpid()}")
    platform = f"macosx_{OLDEST[0]}_{OLDEST[1]}_{architecture}"
    pip("download", "--quiet", "--dest", part, "--only-binary", ":all:", "--platform", platform,
        "--python-version", "3.13", "--implementation", "cp", "--no-deps", "--require-hashes",
        "--requirement", lock)  # fmt: skip
    part.rename(target)


def _unpack(wheel: Path, target: Path, wanted: Callable[[str], bool]) -> None:
    with zipfile.ZipFile(wheel) as files:
        for name in files.namelist():
            folder = name.partition("/")[0]
            if folder.endswith(".data"):
                raise BuildError(f"{wheel.name} has {name}, which belongs elsewhere")
            if not name.endswith("/") and wanted(name):
                files.extract(name, target)
