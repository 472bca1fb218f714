"""Preferences: a frozen record, loaded and saved as TOML."""

import logging
import os
import tomllib
from enum import StrEnum
from pathlib import Path

import msgspec
import platformdirs
import tomli_w

log = logging.getLogger(__name__)


class Scheme(StrEnum):
    """Which colours the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the window remembers between two runs. Every field has a default."""

    scheme: Scheme = Scheme.SYSTEM
    text_size: int = 0  # steps of one point from the system's size, −4 … 8
    language: str = ""  # "de", "zh_CN" …; empty follows the system
    keep_in_tray: bool = False  # closing the window leaves its icon in the tray
    notify: bool = True  # tell of containers that stopped and of long work, while out of sight
    sidebar_collapsed: bool = False
    page: str = "containers"
    welcomed: bool = False  # whether the welcome has been shown, or there was no need for it
    ask_before_quit: bool = True
    window_width: int = 1180
    window_height: int = 740
    window_maximized: bool = False
    containers_sort: str = "name"
    containers_descending: bool = False
    containers_show: str = "all"  # all, running or stopped
    containers_columns: tuple[str, ...] = ("state", "image", "ports", "cpu", "memory", "uptime")
    containers_pinned: tuple[str, ...] = ()  # names; they stand above the others
    containers_widths: dict[str, int] = {}  # points of the columns that were dragged
    collapsed_groups: tuple[str, ...] = ()
    images_sort: str = "name"
    images_descending: bool = False
    images_show: str = "all"  # all, in use, unused or dangling
    images_pinned: tuple[str, ...] = ()  # names, or ids of images without one
    images_check_updates: bool = False  # asks registries once when the images are first shown
    updates_check: bool = False  # looks for a new version once a day
    updates_address: str = ""  # of a mirror of the repository of updates; empty: the release's own


def settings_file() -> Path:
    """Where this user's preferences live."""
    return platformdirs.user_config_path("davit", appauthor=False) / "desktop.toml"


def load(path: Path) -> Settings:
    """Read preferences; what cannot be read keeps its default, and the log says so."""
    try:
        return read(path)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        log.warning("Cannot read %s (%s); using the default preferences", path, error)
        return Settings()


def read(path: Path) -> Settings:
    """Read preferences that must be there. Raises OSError, and ValueError for what is no TOML."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    known: dict[str, object] = {}
    for field in msgspec.structs.fields(Settings):
        if field.name not in document:
            continue
        try:
            known[field.name] = msgspec.convert(document[field.name], field.type)
        except msgspec.ValidationError as error:
            log.warning("Ignoring %s in %s: %s", field.name, path, error)
    return msgspec.convert(known, Settings)


def save(settings: Settings, path: Path) -> None:
    """Replace the file as a whole: a crash leaves the old or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        tomli_w.dump(msgspec.to_builtins(settings), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
