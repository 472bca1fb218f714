"""What the Windows setup program leaves to us: the search path, and docker's context.

A setup program's strings are too short for a long search path, which it would cut off.
"""

import contextlib
import ctypes
import importlib
import sys
from pathlib import Path
from typing import Any

from davit_desktop.client import docker_config, docker_context
from davit_desktop.client.docker_config import ConfigFailed

_OF_USER = ("HKEY_CURRENT_USER", "Environment")
_OF_COMPUTER = (
    "HKEY_LOCAL_MACHINE",
    r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment",
)
_BROADCAST = 0xFFFF
_SETTING_CHANGED = 0x1A
_ABORT_IF_HUNG = 0x2
_HEARD_WITHIN = 2000  # milliseconds for each window


def register(endpoint: str, *, everybody: bool) -> None:
    """Let `davit` be found in every new terminal, and by docker as a context. Raises OSError.

    A context belongs to a user; where Davit is installed for everybody, each makes their own.
    """
    _change_path(everybody, present=True)
    if not everybody:
        # A context of that name that somebody else made stays theirs.
        with contextlib.suppress(ConfigFailed):
            docker_context.register(docker_context.NAME, endpoint)


def unregister(*, everybody: bool) -> None:
    """Take both back. Raises OSError."""
    _change_path(everybody, present=False)
    with contextlib.suppress(ConfigFailed):
        docker_context.remove(docker_context.NAME, force=True)
    contexts = docker_config.folder() / "contexts"
    for folder in (contexts / "meta", contexts, contexts.parent):
        with contextlib.suppress(OSError):
            folder.rmdir()  # refused unless it is empty


def path_with(path: str, folder: str) -> str:
    """The search path with the folder at its end, once."""
    kept = path_without(path, folder).rstrip(";")
    return f"{kept};{folder}" if kept else folder


def path_without(path: str, folder: str) -> str:
    """The search path with every other entry exactly as it was."""
    return ";".join(entry for entry in path.split(";") if _plain(entry) != _plain(folder))


def _plain(entry: str) -> str:
    return entry.strip().strip('"').rstrip("\\").casefold()


def _change_path(everybody: bool, *, present: bool) -> None:
    registry: Any = importlib.import_module("winreg")
    root, name = _OF_COMPUTER if everybody else _OF_USER
    access = registry.KEY_READ | registry.KEY_WRITE
    folder = str(Path(sys.executable).parent)
    with registry.CreateKeyEx(getattr(registry, root), name, 0, access) as key:
        try:
            before, kind = registry.QueryValueEx(key, "Path")
        except FileNotFoundError:
            before, kind = "", registry.REG_EXPAND_SZ
        after = path_with(before, folder) if present else path_without(before, folder)
        if after == before:
            return
        if after:
            registry.SetValueEx(key, "Path", 0, kind, after)
        else:
            registry.DeleteValue(key, "Path")
    # Explorer, and what it starts, reads the new environment.
    vars(ctypes)["windll"].user32.SendMessageTimeoutW(
        _BROADCAST, _SETTING_CHANGED, 0, "Environment", _ABORT_IF_HUNG, _HEARD_WITHIN, None
    )
