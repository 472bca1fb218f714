"""davit.exe and its two companions: compiled by mingw-w64, with icon, manifest and version."""

import shutil
import struct
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from release import CHECKOUT, Release, run

SOURCES: Final = Path(__file__).resolve().parent / "launcher"
ICON: Final = CHECKOUT / "desktop/davit_desktop/views/icons/davit.svg"
_COLOUR: Final = "#0f5fae"
_BANNER: Final = "164x314"
"""Pixels of the picture beside the first and the last page."""
_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
_TOOL: Final = "x86_64-w64-mingw32-"


class Program(NamedTuple):
    """One launcher."""

    name: str
    entry: str
    """The module whose main() it calls."""
    windowed: bool
    says: str
    """What the Task Manager shows."""


PROGRAMS: Final = (
    Program("davit", "davit_desktop.cli.main", windowed=False, says="Davit command line"),
    Program("davit-desktop", "davit_desktop.__main__", windowed=True, says="Davit"),
    Program("davit-machine", "davit_vm.__main__", windowed=False, says="Davit machine"),
)


def build(target: Path, release: Release) -> None:
    """Write the programs and davit.ico into `target`. Raises BuildError."""
    write_icon(target / "davit.ico")
    numbers = ",".join((*release.version.split("."), "0", "0", "0")[:4])
    compiler = shutil.which(f"{_TOOL}gcc-win32") or f"{_TOOL}gcc"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for file in (target / "davit.ico", SOURCES / "davit.manifest", SOURCES / "davit.rc"):
            shutil.copy(file, scratch)
        for program in PROGRAMS:
            run([f"{_TOOL}windres", "--codepage=65001", f"-DNUMBERS={numbers}",
                 f'-DPROGRAM=\\"{program.name}\\"', f'-DSAYS=\\"{program.says}\\"',
                 f'-DVERSION=\\"{release.version}\\"', "davit.rc", "davit.o"],
                folder=scratch)  # fmt: skip
            run([compiler, "-std=c17", "-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-s",
                 "-static", f'-DENTRY="{program.entry}"',
                 *(["-mwindows", "-DWINDOWED"] if program.windowed else ["-mconsole"]),
                 "-Wl,--nxcompat,--dynamicbase,--high-entropy-va,--no-insert-timestamp",
                 SOURCES / "davit.c", "davit.o", "-o", target / f"{program.name}.exe"],
                folder=scratch)  # fmt: skip


def write_icon(target: Path) -> None:
    """Our drawing as an .ico of several sizes, each a PNG (Windows reads them since Vista)."""
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "icon.svg"
        drawing.write_text(ICON.read_text(encoding="utf-8").replace("currentColor", _COLOUR))
        pictures = []
        for size in _SIZES:
            picture = Path(folder) / f"{size}.png"
            run(["rsvg-convert", "-w", str(size), "-h", str(size), drawing, "-o", picture])
            pictures.append(picture.read_bytes())
    # ICONDIR, then one ICONDIRENTRY for each picture; a size of 256 is written as 0.
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in zip(_SIZES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    target.write_bytes(head + b"".join(pictures))


def write_banner(target: Path) -> None:
    """Our drawing in white on our colour, as the .bmp that NSIS shows."""
    with tempfile.TemporaryDirectory() as folder:
        drawing, picture = Path(folder) / "logo.svg", Path(folder) / "logo.png"
        drawing.write_text(ICON.read_text(encoding="utf-8").replace("currentColor", "white"))
        run(["rsvg-convert", "-w", "96", "-h", "96", drawing, "-o", picture])
        run(["convert", "-size", _BANNER, f"xc:{_COLOUR}", picture, "-gravity", "north",
             "-geometry", "+0+40", "-composite", "-alpha", "off", "-strip",
             f"BMP3:{target}"])  # fmt: skip
