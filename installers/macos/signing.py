"""Code signatures, from the inside out: what lies deeper is signed first (Apple's TN3126).

    signing.py APP [--identity NAME]     without an identity, ad hoc: for this Mac only

One call for all, `codesign --deep`, would give every program the rights of the application.
"""

import argparse
import plistlib
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from macos import bundle, property_lists
from macos.launchers import PROGRAMS, WINDOW
from release import BuildError, run


class Step(NamedTuple):
    """One signature."""

    path: PurePosixPath
    """Below the application; `.` is the application itself, with its main program."""
    rights: Mapping[str, bool] | None
    """Of a program; None for a library."""


def order(code: Iterable[PurePosixPath]) -> list[Step]:
    """What to sign, in this order, so that nothing changes within what is signed already (pure).

    `code` are the Mach-O files of an application, relative to it.
    """
    programs = {f"Contents/MacOS/{one.name}" for one in PROGRAMS}
    main = f"Contents/MacOS/{WINDOW.name}"
    libraries: set[PurePosixPath] = set()
    started: list[Step] = []
    for path in sorted(code):
        if str(path) == main:
            continue
        if str(path) in programs or path.name == "qemu-img":
            started.append(Step(path, property_lists.PROGRAM))
        elif path.name.startswith("qemu-system-"):
            started.append(Step(path, property_lists.EMULATOR))
        else:
            libraries.add(_signed_as(path))
    deepest = sorted(libraries, key=lambda path: (-len(path.parts), path))
    last = Step(PurePosixPath(), property_lists.PROGRAM)
    return [*(Step(path, None) for path in deepest), *started, last]


def _signed_as(path: PurePosixPath) -> PurePosixPath:
    """The version of a framework for its own library, whose resources are signed along with it."""
    version = path.parent
    framework = version.parent.parent
    if version.parent.name == "Versions" and framework.name == f"{path.name}.framework":
        return version
    return path


def sign(app: Path, identity: str) -> None:
    """Sign everything and have codesign look at it. Raises BuildError."""
    code = [PurePosixPath(path.relative_to(app).as_posix()) for path in bundle.code(app)]
    with tempfile.TemporaryDirectory() as folder:
        for number, step in enumerate(order(code)):
            rights = Path(folder) / f"{number}.plist"
            options: list[str | Path] = []
            if step.rights is not None:
                given = property_lists.entitlements(dict(step.rights), identity=identity)
                rights.write_bytes(plistlib.dumps(given))
                options = ["--entitlements", rights]
            stamp = "--timestamp=none" if identity == "-" else "--timestamp"
            run(["codesign", "--force", "--sign", identity, stamp, "--options", "runtime",
                 "--prefix", "org.davit.", *options, app / step.path])  # fmt: skip
    run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", app])


def main(argv: Sequence[str] | None = None) -> int:
    """Run `signing.py`; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("app", type=Path)
    parser.add_argument("--identity", default="-", help="of the keychain (default: ad hoc)")
    options = parser.parse_args(argv)
    try:
        sign(options.app, options.identity)
    except (BuildError, FileNotFoundError) as error:
        print(f"signing.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
