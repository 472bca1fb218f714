"""Take Davit off this computer where no installer does: what it left behind, and itself.

What is to go is gathered first, for the person to see; data goes only when asked for.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec
import platformdirs
import psutil

from davit_desktop import autostart
from davit_desktop.client import docker_context
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.updates import install
from davit_desktop.updates.release import Packaging, Release

_LINKS: Final = ("~/.local/bin", "/usr/local/bin", "/opt/homebrew/bin")
_PROGRAMS: Final = ("davit", "davit-desktop", "davit-machine")
_ENDS_WITHIN: Final = 20.0  # seconds for windows to close in good order


class Belongings(msgspec.Struct, frozen=True, kw_only=True):
    """What would go."""

    windows: tuple[int, ...] = ()
    """Processes of windows that are open."""
    autostart: bool = False
    context: bool = False
    """Docker's context of our making."""
    links: tuple[Path, ...] = ()
    programs: tuple[Path, ...] = ()
    """The application itself, where it is a file or a folder of this user's."""
    data: tuple[Path, ...] = ()
    """Folders with settings, containers, images and volumes."""
    rest: str = ""
    """What the person has to do besides."""


def gather(release: Release | None, machine_home: Path) -> Belongings:
    """Look; nothing is changed."""
    packaging = release.packaging if release is not None else None
    target = install.this_place(packaging).target if packaging is not None else None
    programs = tuple(path for path in _programs(target) if path.exists())
    rest = {
        Packaging.DEB: "sudo apt remove davit",
        Packaging.RPM: "sudo dnf remove davit",
        Packaging.SYSTEM: "sudo apt remove davit davit-engine",
    }
    return Belongings(
        windows=tuple(process.pid for process in _windows()),
        autostart=_starts_with_login(),
        context=_our_context(),
        links=tuple(_links(target)) if target is not None else (),
        programs=programs,
        data=tuple(path for path in _data(machine_home) if path.exists()),
        rest=rest.get(packaging, "") if packaging is not None else "",
    )


def remove(belongings: Belongings, *, purge: bool, say: Callable[[str], None]) -> None:
    """The machine has been stopped. What cannot be removed is said, and the rest still goes."""
    _end(belongings.windows)
    if belongings.autostart:
        with _told(say, "the entry that starts Davit at login"):
            autostart.this_system().disable()
    if belongings.context:
        with _told(say, "docker's context"):
            docker_context.remove(docker_context.NAME, force=True)
    for path in (*belongings.links, *belongings.programs, *(belongings.data if purge else ())):
        with _told(say, str(path)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _programs(target: Path | None) -> Iterator[Path]:
    if target is not None:
        yield target
        yield target.with_name(f".{target.stem}.previous{target.suffix}")


def _links(target: Path) -> Iterator[Path]:
    """Links on the search path that lead into the application."""
    for folder in _LINKS:
        for name in _PROGRAMS:
            link = Path(folder).expanduser() / name
            if link.is_symlink():
                leads = Path(os.path.realpath(link))
                if leads == target or target in leads.parents:
                    yield link


def _data(machine_home: Path) -> Iterator[Path]:
    folders = (
        machine_home,
        platformdirs.user_data_path("davit", appauthor=False),
        platformdirs.user_config_path("davit", appauthor=False),
        platformdirs.user_cache_path("davit", appauthor=False),
        platformdirs.user_state_path("davit", appauthor=False),
    )
    yield from dict.fromkeys(folders)


def _starts_with_login() -> bool:
    try:
        return autostart.this_system().enabled()
    except OSError:
        return False


def _our_context() -> bool:
    try:
        found = docker_context.find(docker_context.NAME)
    except ConfigFailed:
        return False
    return found is not None and found.ours


def _windows() -> Iterator[psutil.Process]:
    """The windows of this user, by the files that they leave."""
    for file in sorted(
        (platformdirs.user_state_path("davit", appauthor=False) / "windows").glob("*")
    ):
        with contextlib.suppress(OSError, ValueError, psutil.Error):
            process = psutil.Process(int(file.read_text(encoding="ascii")))
            # The number may be another program's by now.
            if process.create_time() <= file.stat().st_mtime + 1:
                yield process


def _end(windows: tuple[int, ...]) -> None:
    asked: list[psutil.Process] = []
    for pid in windows:
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(pid)
            process.terminate()  # which it takes as a wish to close
            asked.append(process)
    psutil.wait_procs(asked, timeout=_ENDS_WITHIN)


@contextlib.contextmanager
def _told(say: Callable[[str], None], what: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ConfigFailed) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        say(f"Cannot remove {what}: {reason}")
    else:
        say(f"Removed {what}")
