"""QEMU for Windows on x86-64, built by the mingw-w64 cross compilers of Debian."""

import shutil
from pathlib import Path

from qemu_bundle import recipe
from qemu_bundle.toolchain import WINDOWS
from release import BuildError, Release

_NEEDED = {
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-g++": "g++-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "cc": "gcc",
    "autoreconf": "autoconf automake libtool libltdl-dev",
    "make": "make",
    "patch": "patch",
    "pkg-config": "pkg-config",
    "flex": "flex",
    "bison": "bison",
    "xz": "xz-utils",
}
"""Programs and the packages that bring them."""


def build(release: Release) -> list[Path]:
    """Write build/windows-qemu, which the Windows installers take in. It is no artefact itself."""
    missing = [package for tool, package in _NEEDED.items() if shutil.which(tool) is None]
    if missing:
        raise BuildError(f"QEMU for Windows needs: apt-get install {' '.join(missing)}")
    print(recipe.build(WINDOWS, release))
    return []
