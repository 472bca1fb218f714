"""Which system and processor this is.

`platform` asks Windows' management service for both, and waits for it, however long it takes.
"""

import os
import platform
import sysconfig


def system() -> str:
    """windows, darwin or linux."""
    return "windows" if os.name == "nt" else os.uname().sysname.lower()


def machine() -> str:
    """x86_64 or aarch64, or what the system says of another."""
    if os.name == "nt":
        word = sysconfig.get_platform().removeprefix("win-")
    else:
        word = platform.machine().lower()
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(word, word)
