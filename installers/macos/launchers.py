"""The three programs in Contents/MacOS, compiled on a Mac for the processor of one application."""

from pathlib import Path
from typing import Final, NamedTuple

from release import run

SOURCE: Final = Path(__file__).resolve().parent / "launcher" / "davit.c"


class Program(NamedTuple):
    """One launcher."""

    name: str
    entry: str
    """The module whose main() it calls."""


WINDOW: Final = Program("davit-desktop", "davit_desktop.__main__")
PROGRAMS: Final = (
    WINDOW,
    Program("davit", "davit_desktop.cli.main"),
    Program("davit-machine", "davit_vm.__main__"),
)


def build(target: Path, architecture: str, oldest: str) -> None:
    """Write the programs into the folder, for `oldest` macOS and later. Raises BuildError."""
    options = ["-arch", architecture, f"-mmacosx-version-min={oldest}", "-Wl,-headerpad,0x1000"]
    for program in PROGRAMS:
        compile_program(program, target / program.name, options)


def compile_program(program: Program, target: Path, options: list[str]) -> None:
    """One of them, by this computer's compiler. Raises BuildError."""
    run(["cc", "-std=gnu17", "-O2", "-Wall", "-Wextra", "-Werror", f'-DENTRY="{program.entry}"',
         *options, SOURCE, "-o", target])  # fmt: skip
