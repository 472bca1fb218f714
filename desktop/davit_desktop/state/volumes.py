"""Volume rows, what is asked of a person about them, and the docker commands (pure)."""

import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from davit_desktop.client.types import ContainerSummary, Json, Volume
from davit_desktop.state.containers import COMPOSE_PROJECT
from davit_desktop.state.inspect import Entry, Section, is_secret
from davit_desktop.translation import tr

ANONYMOUS = "com.docker.volume.anonymous"
"""Label of volumes that nobody named."""

_OWN_NAME = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_SHORT = 12


class User(msgspec.Struct, frozen=True, kw_only=True):
    """A container that mounts a volume."""

    id: str
    name: str
    running: bool = False
    paused: bool = False


class VolumeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One volume. `size` is None while it has not been counted; `created` is in Unix seconds."""

    name: str
    driver: str = ""
    created: float = 0.0
    size: int | None = None
    users: tuple[User, ...] = ()
    project: str = ""
    anonymous: bool = False
    labels: dict[str, str] = {}
    options: dict[str, str] = {}
    mountpoint: str = ""

    @property
    def short_name(self) -> str:
        """The name, or the first letters of one that the engine has made up."""
        return self.name[:_SHORT] if _OWN_NAME.fullmatch(self.name) else self.name

    @property
    def running(self) -> tuple[User, ...]:
        """Who may write to it now."""
        return tuple(user for user in self.users if user.running and not user.paused)


def rows(
    volumes: Iterable[Volume],
    containers: Iterable[ContainerSummary],
    sizes: Mapping[str, int],
) -> list[VolumeRow]:
    """One row for each volume, with the containers that mount it, by name."""
    users: dict[str, dict[str, User]] = {}
    for container in containers:
        user = User(
            id=container.id,
            name=container.name,
            running=container.state in ("running", "paused", "restarting"),
            paused=container.state == "paused",
        )
        for mount in container.mounts:
            if mount.type == "volume" and mount.name:
                users.setdefault(mount.name, {})[container.id] = user
    return [
        VolumeRow(
            name=volume.name,
            driver=volume.driver,
            created=_seconds(volume.created_at),
            size=size if (size := sizes.get(volume.name, -1)) >= 0 else None,
            users=tuple(sorted(users.get(volume.name, {}).values(), key=lambda u: u.name)),
            project=volume.labels.get(COMPOSE_PROJECT, ""),
            anonymous=ANONYMOUS in volume.labels,
            labels=volume.labels,
            options=volume.options,
            mountpoint=volume.mountpoint,
        )
        for volume in volumes
    ]


def sizes(usage: Json) -> dict[str, int]:
    """Bytes by name in the answer of `GET /system/df`; -1 for what was not counted."""
    return {
        str(volume.get("Name") or ""): int((volume.get("UsageData") or {}).get("Size", -1))
        for volume in usage.get("Volumes") or ()
    }


def total(chosen: Iterable[VolumeRow]) -> tuple[int, bool]:
    """Bytes of these volumes, and whether every one has been counted."""
    counted = [row.size for row in chosen]
    return sum(size or 0 for size in counted), None not in counted


def unused(known: Iterable[VolumeRow], *, named: bool) -> list[VolumeRow]:
    """What no container mounts: anonymous volumes, or with `named` all; by name."""
    found = [row for row in known if not row.users and (named or row.anonymous)]
    return sorted(found, key=lambda row: (not row.anonymous, row.name))


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a person filled in to make a volume; a line for each option and label."""

    name: str = ""
    driver: str = ""
    options: str = ""
    labels: str = ""

    @property
    def option_pairs(self) -> dict[str, str]:
        return _pairs(self.options)

    @property
    def label_pairs(self) -> dict[str, str]:
        return _pairs(self.labels)


def wrong_name(name: str, known: Iterable[str]) -> str:
    """What must be mended in the name of a new volume; empty when nothing."""
    name = name.strip()
    if name in known:
        return tr("There is a volume of this name already")
    if name and not _NAME.fullmatch(name):
        return tr("Two or more letters, digits and _ . - only, a letter or digit first")
    return ""


def wrong(wish: Wish, known: Iterable[str]) -> str:
    """What must be mended before the volume can be made; empty when nothing."""
    words = wrong_name(wish.name, known)
    for line in [*wish.options.splitlines(), *wish.labels.splitlines()]:
        if not words and line.strip() and "=" not in line.strip("= "):
            words = tr("{line}: write it as name=value").format(line=line.strip())
    return words


def create_command(wish: Wish) -> str:
    """`docker volume create` for a wish."""
    words = ["docker", "volume", "create"]
    words += ["--driver", wish.driver.strip()] if wish.driver.strip() else []
    for flag, pairs in (("--opt", wish.option_pairs), ("--label", wish.label_pairs)):
        for key, value in pairs.items():
            words += [flag, f"{key}={value}"]
    return shlex.join([*words, *filter(None, [wish.name.strip()])])


def export_command(name: str, file: str, paused: Sequence[str] = ()) -> str:
    """The volume into an archive, zipped when the file's name says so."""
    folder, _, base = file.replace("\\", "/").rpartition("/")
    flags = "-czf" if zipped(file) else "-cf"
    run = ["docker", "run", "--rm", "-v", f"{name}:/v:ro", "-v", f"{folder or '.'}:/out"]
    return _while_paused(
        shlex.join([*run, "busybox", "tar", "-C", "/v", flags, f"/out/{base}", "."]), paused
    )


def empty_command(name: str) -> str:
    """Every file of the volume, deleted."""
    delete = ["busybox", "find", "/v", "-mindepth", "1", "-delete"]
    return shlex.join(["docker", "run", "--rm", "-v", f"{name}:/v", *delete])


def import_command(name: str, file: str, *, new: bool, paused: Sequence[str] = ()) -> str:
    """An archive unpacked into a volume."""
    folder, _, base = file.replace("\\", "/").rpartition("/")
    flags = "-xzf" if zipped(file) else "-xf"
    run = ["docker", "run", "--rm", "-v", f"{name}:/v", "-v", f"{folder or '.'}:/in:ro"]
    unpack = shlex.join([*run, "busybox", "tar", "-C", "/v", flags, f"/in/{base}"])
    make = f"{shlex.join(['docker', 'volume', 'create', name])}\n" if new else ""
    return _while_paused(make + unpack, paused)


def clone_command(source: str, target: str, paused: Sequence[str] = ()) -> str:
    """The files of one volume copied into a new one."""
    run = ["docker", "run", "--rm", "-v", f"{source}:/from:ro", "-v", f"{target}:/to"]
    copy = shlex.join([*run, "busybox", "cp", "-a", "/from/.", "/to/"])
    make = shlex.join(["docker", "volume", "create", target])
    return _while_paused(f"{make}\n{copy}", paused)


def zipped(file: str) -> bool:
    """Whether a file of this name is meant to be compressed."""
    return file.lower().endswith((".gz", ".tgz"))


def free_name(wanted: str, known: Iterable[str]) -> str:
    """`wanted`, or it with the first number that makes it another than all that are known."""
    taken, name, number = set(known), wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _while_paused(command: str, names: Sequence[str]) -> str:
    if not names:
        return command
    pause, resume = (shlex.join(["docker", verb, *names]) for verb in ("pause", "unpause"))
    return f"{pause}\n{command}\n{resume}"


def _pairs(lines: str) -> dict[str, str]:
    found = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        key, _, value = line.partition("=")
        found[key.strip()] = value.strip()
    return found


def _seconds(stamp: str) -> float:
    try:
        return datetime.fromisoformat(stamp).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def sections(document: Json, *, native: bool) -> list[Section]:
    """What a volume's inspect document tells, for reading.

    Where it lies on the disk is left out unless `native`: in a machine nobody can go there.
    """
    overview = [
        (tr("Name"), document.get("Name")),
        (tr("Driver"), document.get("Driver")),
        (tr("Created"), str(document.get("CreatedAt") or "").replace("T", " ")),
        (tr("Scope"), document.get("Scope")),
        (tr("Folder on this computer"), document.get("Mountpoint") if native else ""),
    ]
    found = [
        Section(tr("Overview"), tuple(Entry(key, str(value)) for key, value in overview if value)),
        Section(tr("Driver options"), _told(document.get("Options")), listed=True),
        Section(tr("Labels"), _told(document.get("Labels")), listed=True),
    ]
    return [section for section in found if section.entries]


def _told(values: object) -> tuple[Entry, ...]:
    if not isinstance(values, dict):
        return ()
    return tuple(
        Entry(str(key), str(value), is_secret(str(key))) for key, value in sorted(values.items())
    )
