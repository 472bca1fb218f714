"""`davit desktop`: becomes the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from davit_desktop.cli.command import command


@command("desktop", "", "Open the window", words=(0, None), interspersed=False, connects=False)
def desktop(words: list[str]) -> None:
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        program = [str(own.with_name(f"davit-desktop{own.suffix}"))]
    else:
        program = [sys.executable, "-m", "davit_desktop"]
    if os.name == "nt":
        # Windows knows no exec; a window outlives the terminal that it was started from.
        subprocess.Popen([*program, *words])
        return
    os.execv(program[0], [*program, *words])
