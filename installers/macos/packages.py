"""What Davit on a Mac takes from PyPI, by the hashes of one lock for each processor.

cryptography has had no wheels for Intel Macs since 49.
"""

import hashlib
import shutil
from pathlib import Path
from typing import Final

from macos.property_lists import OLDEST
from release import CACHE
from windows.packages import pip

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = CACHE / "macos"


def install(target: Path, architecture: str) -> None:
    """The wheels for one processor, unpacked. Raises BuildError."""
    lock = HERE / f"requirements.{architecture}.lock"
    key = hashlib.sha256(lock.read_bytes() + bytes(OLDEST)).hexdigest()[:12]
    wheels = FOLDER / f"wheels-{architecture}-{key}"
    platform = f"macosx_{OLDEST[0]}_{OLDEST[1]}_{architecture}"
    choice = ("--only-binary", ":all:", "--platform", platform, "--python-version", "3.13",
              "--implementation", "cp", "--no-deps", "--require-hashes",
              "--requirement", lock)  # fmt: skip
    if not wheels.exists():
        part = wheels.with_suffix(".part")
        pip("download", "--quiet", "--dest", part, *choice)
        part.rename(wheels)
    pip("install", "--quiet", "--no-compile", "--target", target,
        "--no-index", "--find-links", wheels, *choice)  # fmt: skip
    shutil.rmtree(target / "bin", ignore_errors=True)
