"""Target `macos`, on a Mac: Davit.app for its processor, signed, in a disk image.

    build.py [--qemu DIR] [--guest DIR] [--channel DIR] [--output DIR]

DAVIT_MAC_IDENTITY names the Developer ID to sign with; without it the application is signed ad hoc
and runs where its quarantine is lifted. DAVIT_NOTARY_KEY, DAVIT_NOTARY_KEY_ID and
DAVIT_NOTARY_ISSUER have it notarised.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from macos import disk_image, python, signing, tree
from macos.bundle import GUESTS, Parts
from release import CACHE, CHECKOUT, BuildError, Release, current


def build(release: Release) -> list[Path]:
    """Write davit-VERSION-macos-ARCHITECTURE.dmg with its lists of parts. Raises BuildError."""
    parts = usual_parts()
    return build_from(release, replace(parts, qemu=None) if release.without_qemu else parts)


def usual_parts() -> Parts:
    """Those of this checkout, for this Mac. Raises BuildError elsewhere."""
    if platform.system() != "Darwin":
        raise BuildError(
            "the application for macOS is built on a Mac; what Linux can make and check of it is "
            "the target macos-tree"
        )
    architecture = platform.machine()
    return Parts(
        architecture=architecture,
        qemu=CHECKOUT / "build" / "macos-qemu",
        guest=CHECKOUT / "vm" / "image" / "out" / GUESTS[architecture],
    )


def build_from(release: Release, parts: Parts) -> list[Path]:
    """The same from other parts."""
    framework = CACHE / "macos" / f"python-{release.version}" / python.FRAMEWORK
    if not framework.is_dir():
        python.fetch(framework, release)
    app = tree.FOLDER / parts.architecture / "Davit.app"
    shutil.rmtree(app, ignore_errors=True)
    written = tree.make(app, release, replace(parts, python=framework))
    identity = os.environ.get("DAVIT_MAC_IDENTITY") or "-"
    signing.sign(app, identity)
    image = release.output / f"davit-{release.version}-macos-{parts.architecture}.dmg"
    disk_image.build(app, image, identity)
    if by := disk_image.notary():
        disk_image.notarise(image, by)
    return [image, *written]


def main(argv: Sequence[str] | None = None) -> int:
    """Build with other parts than the usual ones; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--output", type=Path, metavar="DIR", default=CHECKOUT / "dist", help="default: dist")
    add("--qemu", type=Path, metavar="DIR", help="default: build/macos-qemu")
    add("--guest", type=Path, metavar="DIR", help="default: vm/image/out/ARCHITECTURE")
    add("--channel", type=Path, metavar="DIR", help="where updates come from (default: nowhere)")
    options = parser.parse_args(argv)
    try:
        parts = usual_parts()
        parts = replace(
            parts,
            qemu=options.qemu or parts.qemu,
            guest=options.guest or parts.guest,
            channel=options.channel,
        )
        for path in build_from(current(options.output), parts):
            print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}", flush=True)
    except BuildError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
