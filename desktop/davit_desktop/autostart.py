"""Starting the window, out of sight, when the person logs in: each system's own way.

Sources: XDG Desktop Application Autostart 0.5; launchd.plist(5); the Windows registry's Run key.
"""

import os
import platform
import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import platformdirs

from davit_desktop.translation import tr

NAME = "davit-desktop"
HIDDEN = "--hidden"
_LABEL = "io.davit.desktop"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """Whether the window starts with the session. All raise OSError."""

    def enabled(self) -> bool: ...
    def enable(self) -> None: ...
    def disable(self) -> None: ...


def command() -> list[str]:
    """How this program is started out of sight: the installed one, or this very interpreter."""
    program = shutil.which(NAME)
    if getattr(sys, "frozen", False):
        program = str(Path(sys.executable).with_name(NAME + Path(sys.executable).suffix))
    return [program, HIDDEN] if program else [sys.executable, "-m", "davit_desktop", HIDDEN]


def this_system() -> Autostart:
    """The way of the system that this runs on."""
    if os.name == "nt":
        return RunKey(command())
    if platform.system() == "Darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command())
    return DesktopEntry(platformdirs.user_config_path() / "autostart", command())


class DesktopEntry:
    """A desktop entry in the autostart folder of the freedesktop.org systems."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._file = folder / f"{NAME}.desktop"
        self._command = command

    def enabled(self) -> bool:
        """A desktop that shows its own switch turns the entry off by `Hidden`."""
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return False
        lines = {line.replace(" ", "").lower() for line in text.splitlines()}
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def enable(self) -> None:
        """Write the entry."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Davit",
            f"Exec={' '.join(_desktop_word(word) for word in self._command)}",
            "Icon=davit-desktop",
            "X-GNOME-Autostart-enabled=true",
        )
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def disable(self) -> None:
        """Take the entry away."""
        self._file.unlink(missing_ok=True)


def _desktop_word(word: str) -> str:
    """A word of an Exec line (Desktop Entry Specification 1.5, "The Exec key")."""
    word = word.replace("%", "%%")
    if shlex.quote(word) == word:
        return word
    for character in ("\\", '"', "`", "$"):
        word = word.replace(character, "\\" + character)
    # The value is a string first, in which a backslash is written twice.
    return '"' + word.replace("\\", "\\\\") + '"'


class LaunchAgent:
    """A property list for launchd."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._file = folder / f"{_LABEL}.plist"
        self._command = command

    def enabled(self) -> bool:
        return self._file.exists()

    def enable(self) -> None:
        """Write the list; it counts from the next login."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("wb") as file:
            plistlib.dump(
                {
                    "Label": _LABEL,
                    "ProgramArguments": self._command,
                    "RunAtLoad": True,
                    "ProcessType": "Interactive",
                    "LimitLoadToSessionType": "Aqua",
                },
                file,
            )

    def disable(self) -> None:
        """Take the list away."""
        self._file.unlink(missing_ok=True)


class RunKey:
    """A value below the Run key of the user's registry."""

    def __init__(self, command: list[str]) -> None:
        self._command = command

    def enabled(self) -> bool:
        return bool(_reg("query", "/v", NAME))

    def enable(self) -> None:
        """Set the value."""
        line = subprocess.list2cmdline(self._command)
        if not _reg("add", "/v", NAME, "/t", "REG_SZ", "/d", line, "/f"):
            raise OSError(tr("The registry refused {key}").format(key=_RUN))

    def disable(self) -> None:
        """Delete the value."""
        if self.enabled() and not _reg("delete", "/v", NAME, "/f"):
            raise OSError(tr("The registry refused {key}").format(key=_RUN))


def _reg(verb: str, *words: str) -> bool:
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "reg.exe"
    done = subprocess.run(
        [str(program), verb, rf"HKCU\{_RUN}", *words], capture_output=True, check=False
    )
    return done.returncode == 0
