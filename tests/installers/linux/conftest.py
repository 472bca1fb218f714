"""Pristine systems to install packages in, and a screen to show their window on."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.installed import System
from linux import chroot

SCREEN = "1280x800x24"


@pytest.fixture(scope="module")
def system() -> Iterator[Callable[[list[str]], System]]:
    """Makes a pristine system that has these packages and what they depend on."""
    entered: list[System] = []
    # Sockets lie below it, so its name is short.
    scratch = Path(tempfile.mkdtemp(prefix="dv-", dir="/var/tmp"))
    opened = []

    def make(packages: list[str]) -> System:
        folder = scratch / str(len(entered))
        chroot.unpack(chroot.base(packages), folder)
        context = chroot.entered(folder)
        opened.append(context)
        made = System(context.__enter__(), scratch)
        entered.append(made)
        return made

    yield make
    for one, context in zip(reversed(entered), reversed(opened), strict=True):
        one.close()
        context.__exit__(None, None, None)
    subprocess.run(["rm", "-rf", scratch], check=True)


@pytest.fixture
def screen() -> Iterator[str]:
    """An X display of its own."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    process.terminate()
    process.wait(30)
