"""What was built for Windows, and a computer to put it on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.windows_computer import SECONDS, Computer
from release import current
from windows import payload, setup, wine
from windows.payload import Parts

STUBS = Path(__file__).parent / "stubs"
"""Of Windows 10, and not yet of this Wine; they are never shipped."""


@pytest.fixture(scope="session")
def computer() -> Iterator[Computer]:
    """Windows, with what Wine lacks of it."""
    prefix = wine.drive()
    system = prefix / "drive_c/windows/system32"
    for source in STUBS.glob("*.c"):
        library = system / f"{source.stem}.dll"
        library.unlink(missing_ok=True)
        subprocess.run(
            ["x86_64-w64-mingw32-gcc-win32", "-shared", "-nostdlib", "-e", "0", "-o", library,
             source, "-ladvapi32"],
            check=True, timeout=SECONDS,
        )  # fmt: skip
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "no display"
    yield Computer(prefix=prefix, display=f":{number}")
    subprocess.run([str(wine.SERVER), "--kill"], env=wine.environment(prefix), check=False)
    screen.terminate()
    screen.wait()


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is packed, without QEMU and the guest, which do not come from here."""
    folder = tmp_path_factory.mktemp("payload")
    release = current(tmp_path_factory.mktemp("dist"))
    payload.assemble(folder, release, Parts(qemu=None, guest=None))
    return folder


@pytest.fixture(scope="session")
def setup_program(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    release = current(tmp_path_factory.mktemp("dist"))
    program = release.output / "davit-setup.exe"
    setup.build(tree, program, release, compressor="zlib")
    return program
