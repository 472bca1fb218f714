"""Windows programs on Linux: to compile Python files with their own Python, and in tests."""

import atexit
import functools
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

from release import BuildError

LOADER: Final = Path("/usr/lib/wine/wine64")
SERVER: Final = Path("/usr/lib/wine/wineserver")
_STARTED_WITHIN: Final = 180.0


def environment(prefix: Path) -> dict[str, str]:
    """For LOADER and SERVER; nothing of the person's home is linked into the drive."""
    return {
        **os.environ,
        "HOME": str(prefix),
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # No .NET, no browser, no menus in the person's desktop.
        "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
    }


@functools.cache
def drive() -> Path:
    """A Windows drive as new, for this process; it goes when the process ends.

    Raises BuildError where Wine is not installed.
    """
    if not LOADER.exists():
        raise BuildError("this needs Wine: apt-get install wine64")
    # Its several hundred megabytes are no matter for memory.
    prefix = Path(tempfile.mkdtemp(prefix="davit-wine-", dir="/var/tmp"))
    atexit.register(shutil.rmtree, prefix, ignore_errors=True)
    # PySide6 and we ask for Windows 10.
    for words in (["wineboot", "--init"], ["winecfg", "-v", "win10"]):
        run(prefix, *words, timeout=_STARTED_WITHIN)
    wait(prefix)
    return prefix


def run(
    prefix: Path, *words: str | Path, timeout: float, **more: str
) -> subprocess.CompletedProcess[str]:
    """A Windows program's end and what it said until then.

    Through a pipe, since Wine gives programs files badly; and not until the pipe's end, which
    services that Wine happens to start keep open. Raises subprocess.TimeoutExpired.
    """
    command = [str(LOADER), *map(str, words)]
    said = b""
    deadline = time.monotonic() + timeout
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**environment(prefix), **more},
    ) as process:
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        while True:
            ended = process.poll() is not None
            select.select([process.stdout], [], [], 0 if ended else 0.05)
            piece = process.stdout.read()
            said += piece or b""
            if ended and not piece:
                break
            if piece == b"" and not ended:
                time.sleep(0.05)  # it closed its output and goes on
            if time.monotonic() > deadline:
                process.kill()
                raise subprocess.TimeoutExpired(command, timeout, said)
    return subprocess.CompletedProcess(
        command, process.returncode, said.decode("utf-8", "replace"), ""
    )


def wait(prefix: Path) -> None:
    """Until every program of that drive has ended, and its registry is written."""
    subprocess.run([str(SERVER), "--wait"], env=environment(prefix), check=True)
