"""`davit desktop`: becomes the window."""

from __future__ import annotations

import os
import sys

from davit_desktop.cli.command import command


@command("desktop", "", "Open the window", words=(0, None), interspersed=False, connects=False)
def desktop(words: list[str]) -> None:
    os.execv(sys.executable, [sys.executable, "-m", "davit_desktop", *words])
