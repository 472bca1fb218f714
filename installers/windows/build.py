"""Target `windows`: the setup program and the MSI, each with its list of parts and its notices."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import bill_of_materials
from bill_of_materials import Component, declared, guest, python_packages
from release import CHECKOUT, BuildError, Release, current
from windows import msi, payload, setup, signing
from windows.payload import SITE, Parts


def build(release: Release) -> list[Path]:
    """Write davit-VERSION-setup.exe and davit-VERSION.msi. Raises BuildError."""
    parts = Parts()
    return build_from(release, replace(parts, qemu=None) if release.without_qemu else parts)


def build_from(release: Release, parts: Parts, *, compressor: str = "lzma") -> list[Path]:
    """The same from other parts."""
    with tempfile.TemporaryDirectory(prefix="davit-windows-") as folder:
        tree = Path(folder) / "Davit"
        tree.mkdir()
        payload.assemble(tree, release, parts)
        for own in sorted(tree.glob("*.exe")):
            signing.sign(own)
        written = bill_of_materials.write(release, "davit-windows", _components(tree, parts))
        payload.add_licences(tree, written, release.epoch)
        program = release.output / f"davit-{release.version}-setup.exe"
        setup.build(tree, program, release, compressor=compressor)
        if parts.channel is not None:
            # An administrator put it there and brings new versions the same way.
            shutil.rmtree(tree / "release")
            (tree / "release").mkdir()
            (tree / "release" / "release.json").write_text('{"packaging": "system"}\n')
        package = release.output / f"davit-{release.version}.msi"
        msi.build(tree, package, release, Path(folder))
        signing.sign(package)
    return [program, package, *written]


def _components(tree: Path, parts: Parts) -> list[Component]:
    found = [*python_packages.read(tree / SITE), payload.python_component(tree)]
    if parts.qemu is not None:
        found += declared.read(parts.qemu / "components.json")
    if parts.guest is not None:
        found += guest.read(parts.guest)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Build with other parts than the usual ones; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    usual = Parts()
    add("--output", type=Path, metavar="DIR", default=CHECKOUT / "dist", help="default: dist")
    add("--python", type=Path, metavar="ZIP", help="python.org's embeddable Python 3.13")
    add("--qemu", type=Path, metavar="DIR", default=usual.qemu, help="QEMU for Windows")
    add("--guest", type=Path, metavar="DIR", default=usual.guest, help="system of the machine")
    add("--channel", type=Path, metavar="DIR", help="where updates come from")
    add("--without-qemu", action="store_true", help="the window then asks for one")
    add("--without-guest", action="store_true", help="likewise")
    add("--compressor", choices=("lzma", "zlib"), default="lzma", help="zlib is quick and larger")
    options = parser.parse_args(argv)
    parts = Parts(
        python=options.python,
        qemu=None if options.without_qemu else options.qemu,
        guest=None if options.without_guest else options.guest,
        channel=options.channel,
    )
    try:
        for path in build_from(current(options.output), parts, compressor=options.compressor):
            print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}", flush=True)
    except BuildError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
