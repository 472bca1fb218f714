"""Target `macos-tree`: the application as far as Linux can make it, for both processors, checked.

CPython for macOS and the three programs are missing: only a Mac can fetch and compile them.
"""

import shutil
from pathlib import Path

import bill_of_materials
from macos import bundle, checks, macho
from macos.bundle import Parts
from macos.property_lists import format_version
from release import CHECKOUT, BuildError, Release

FOLDER = CHECKOUT / "build" / "macos"


def build(release: Release) -> list[Path]:
    """Write build/macos/ARCHITECTURE/Davit.app, and lists of parts. Raises BuildError."""
    written: list[Path] = []
    for architecture in bundle.GUESTS:
        guest = CHECKOUT / "vm" / "image" / "out" / bundle.GUESTS[architecture]
        parts = Parts(architecture=architecture, guest=guest if guest.is_dir() else None)
        app = FOLDER / architecture / "Davit.app"
        shutil.rmtree(app, ignore_errors=True)
        written += make(app, release, parts)
    return written


def make(app: Path, release: Release, parts: Parts) -> list[Path]:
    """One application, checked; the lists of its parts. Raises BuildError naming what is wrong."""
    bundle.assemble(app, release, parts)
    found = bundle.components(app, parts)
    written = bill_of_materials.write(release, f"davit-macos-{parts.architecture}", found)
    bundle.finish(app, release, written)
    if wrong := checks.problems(app, macho.PROCESSORS[parts.architecture]):
        raise BuildError(f"{app} does not hold together:\n  " + "\n  ".join(wrong))
    counted = ", ".join(
        f"{count} for {format_version(version)}"
        for version, count in sorted(checks.oldest(app).items())
    )
    print(f"{app}: {len(bundle.code(app))} pieces of code, built for macOS: {counted}", flush=True)
    return written
