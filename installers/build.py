#!/usr/bin/env python3
"""Build what people install: `python3 installers/build.py TARGET...` writes into dist/.

Each target is one module with `build(release) -> list[Path]`, the artefacts it wrote.
"""

import argparse
import hashlib
import importlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from release import CHECKOUT, BuildError, current


class Target(NamedTuple):
    """The module that builds, and what it makes, for --help."""

    module: str
    makes: str


TARGETS = {
    "linux-deb": Target("linux.native", "davit and davit-engine for Debian 13 and the like"),
    "linux-frozen": Target("linux.frozen", "davit-bundle as .deb and .rpm for other Linux systems"),
    "linux-appimage": Target("linux.appimage", "one file for any Linux; needs appimagetool"),
    "qemu-windows": Target("qemu_bundle.windows", "build/windows-qemu, for the installers"),
    "qemu-macos": Target("qemu_bundle.macos", "build/macos-qemu, on a Mac"),
    "windows": Target("windows.build", "the setup program for Windows, and an MSI for fleets"),
    "macos": Target("macos.build", "the application for the Mac that this runs on"),
    "macos-tree": Target("macos.tree", "build/macos, as much of it as Linux can make and check"),
    "sources": Target("sources", "the exact sources of the parts under the GPL, as one archive"),
}
SUMS = "SHA256SUMS"


def main(argv: Sequence[str] | None = None) -> int:
    """Run `build.py`; the exit status."""
    options = _parser().parse_args(argv)
    try:
        release = replace(current(options.output), without_qemu=options.without_qemu)
        for name in options.targets:
            module = importlib.import_module(TARGETS[name].module)
            for path in module.build(release):
                print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}", flush=True)
        write_sums(release.output)
    except BuildError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    made = "".join(f"\n  {name:14} {target.makes}" for name, target in TARGETS.items())
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=f"Build what people install.\n\ntargets:{made}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("targets", nargs="+", choices=TARGETS, metavar="TARGET")
    add("--without-qemu", action="store_true", help="leave QEMU out where it comes along")
    add("--output", type=Path, metavar="DIR", default=CHECKOUT / "dist", help="default: dist")
    return parser


def write_sums(folder: Path) -> None:
    """List every artefact as sha256sum does, so that `sha256sum -c SHA256SUMS` checks them."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != SUMS:
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (folder / SUMS).write_text("".join(lines))


if __name__ == "__main__":
    sys.exit(main())
