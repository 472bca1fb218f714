"""QEMU for the Mac that this runs on; signing it for the hypervisor is the bundle's work."""

import shutil
from pathlib import Path

from qemu_bundle import recipe
from qemu_bundle.toolchain import MACOS
from release import BuildError, Release

_NEEDED = {
    "cc": "Xcode's command line tools",
    "autoreconf": "autoconf, automake and libtool",
    "pkg-config": "pkgconf",
}


def build(release: Release) -> list[Path]:
    """Write build/macos-qemu, which the app takes in. It is no artefact itself."""
    missing = [what for tool, what in _NEEDED.items() if shutil.which(tool) is None]
    if missing:
        raise BuildError(f"QEMU for macOS needs {', '.join(missing)} (brew install …)")
    print(recipe.build(MACOS, release))
    return []
