"""MachineConfig: defaults, validation, load and save (pure but for load and save)."""

import contextlib
import logging
import os
import re
import time
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Any, Final, Literal

import msgspec

from davit_vm.errors import BadSetting, NotCreated

log = logging.getLogger(__name__)

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB

LEAST_MEMORY: Final = 512 * MIB
LEAST_DISK: Final = 1 * GIB
MOST_DISK: Final = 16 * 1024 * GIB
"""ext4 with blocks of 4 KiB ends here."""
_READERS_LIMIT: Final = 1.0
_UNIT: Final = {"": 1, "k": KIB, "m": MIB, "g": GIB, "t": 1024 * GIB}
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:([kmgt]?)(?:i?b)?|bytes?)", re.IGNORECASE)

Architecture = Literal["x86_64", "aarch64"]
AcceleratorSetting = Literal["auto", "kvm", "hvf", "whpx", "tcg"]
TransportSetting = Literal["auto", "9p", "sftp"]
HostPorts = tuple[int, ...] | Literal["all"]


class HostFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What settings are judged by: this computer."""

    system: Literal["linux", "macos", "windows"]
    system_version: str
    """Kernel release or build; a change of it makes old verdicts on accelerators void."""
    architecture: Architecture
    cpus: int
    memory: int
    """Bytes."""
    user_home: Path


class SharedFolder(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of the host that containers may mount, with everything below it."""

    path: str
    read_only: bool = False


class MachineConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What the user chose for the machine."""

    cpus: int
    memory: int
    """Bytes."""
    disk: int
    """Bytes that the guest sees; grows, never shrinks."""
    shares: tuple[SharedFolder, ...] = ()
    host_ports: HostPorts = ()
    """Ports on the host's loopback that containers reach through host.docker.internal."""
    idle_stop: int = 0
    """Seconds without containers after which the machine sleeps; 0 never."""
    accelerator: AcceleratorSetting = "auto"
    qemu: str = ""
    """Path of QEMU, or of the folder with it; empty finds one."""
    image: str = ""
    """Folder of the guest image; empty takes the one that came with the program."""
    share_transport: TransportSetting = "auto"
    http_proxy: str = ""
    """Empty follows the host, as the two below."""
    https_proxy: str = ""
    no_proxy: str = ""
    engine: dict[str, Any] = {}
    """Settings of the engine, merged over the guest's own engine.json."""


_NEEDS_RESTART: Final = frozenset(
    {
        "cpus",
        "memory",
        "shares",
        "accelerator",
        "qemu",
        "image",
        "share_transport",
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "engine",
    }
)


def default_config(facts: HostFacts) -> MachineConfig:
    """Half of a small computer, a modest part of a big one, and the user's home folder."""
    quarter = facts.memory // 4 // MIB * MIB
    return MachineConfig(
        cpus=max(1, min(facts.cpus, 4)),
        memory=min(max(quarter, GIB), 4 * GIB, facts.memory),
        disk=64 * GIB,
        shares=(SharedFolder(path=str(facts.user_home)),),
    )


def parse_size(text: str) -> int:
    """Bytes from "4G", "4GiB", "512 MiB" or "1073741824"; units are powers of 1024.

    Raises BadSetting.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise BadSetting(
            f"Cannot read the size {text!r}",
            "it is not a number with a unit",
            "Write it like 4G or 512M.",
        )
    return int(Fraction(match[1]) * _UNIT[(match[2] or "").lower()])


def format_size(size: int) -> str:
    """The shortest way to write a size that `parse_size` reads as the same."""
    for unit in ("t", "g", "m", "k"):
        if size and size % _UNIT[unit] == 0:
            return f"{size // _UNIT[unit]}{unit.upper()}iB"
    return f"{size} bytes"


def validate(config: MachineConfig, facts: HostFacts, *, disk_now: int = 0) -> None:
    """Raise BadSetting for the first setting that this computer cannot meet.

    `disk_now` is the size of the data disk that exists, in bytes; 0 when there is none yet.
    Whether shared folders exist is looked up on the disk.
    """
    _check_processor(config, facts)
    _check_memory(config, facts)
    _check_disk(config, disk_now)
    _check_shares(config.shares)
    _check_ports(config.host_ports)
    if config.idle_stop < 0:
        raise BadSetting(
            "Cannot use the idle time",
            f"{config.idle_stop} is less than nothing",
            "Choose seconds, or 0 to keep the machine running.",
        )
    for name in ("http_proxy", "https_proxy", "no_proxy"):
        _check_line(name, getattr(config, name))
    _check_accelerator(config, facts)


def restart_needed(old: MachineConfig, new: MachineConfig) -> tuple[str, ...]:
    """Names of the changed settings that a running machine takes over with its next start.

    The others, disk growth, host ports and idle time, it takes over at once.
    """
    return tuple(
        name
        for name in MachineConfig.__struct_fields__
        if name in _NEEDS_RESTART and getattr(old, name) != getattr(new, name)
    )


def load(path: Path) -> MachineConfig:
    """Read the settings, or the ones before when a crash or an editor spoilt them.

    Raises NotCreated when there are none, BadSetting when neither can be read.
    """
    try:
        return _decode(path.read_bytes())
    except FileNotFoundError:
        problem: Exception | None = None
    except (OSError, ValueError) as error:
        problem = error
    backup = _backup(path)
    try:
        config = _decode(backup.read_bytes())
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        problem = problem or error
    else:
        log.warning("Cannot read %s (%s); using the settings before it", path, problem or "missing")
        return config
    if problem is None:
        raise NotCreated(
            "There is no machine yet", f"{path} does not exist", "Create it: davit machine create"
        )
    raise BadSetting(
        "Cannot read the settings of the machine",
        f"{path}: {problem}",
        "Repair the file, or delete it and run: davit machine create. The disk is kept.",
    ) from problem


def save(config: MachineConfig, path: Path) -> None:
    """Replace the settings; a crash at any point leaves the old or the new ones.

    Keys that this version does not know stay in the file. Raises OSError.
    """
    current = _readable(path)
    document = {**_unknown(current), **msgspec.to_builtins(config)}
    if current:
        write_durably(_backup(path), path.read_bytes())
    write_durably(path, msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")


def _check_processor(config: MachineConfig, facts: HostFacts) -> None:
    if not 1 <= config.cpus <= facts.cpus:
        raise BadSetting(
            f"Cannot give the machine {config.cpus} CPUs",
            f"this computer has {facts.cpus}",
            f"Choose a number from 1 to {facts.cpus}.",
        )


def _check_memory(config: MachineConfig, facts: HostFacts) -> None:
    asked = format_size(config.memory)
    if config.memory < LEAST_MEMORY:
        raise BadSetting(
            f"Cannot give the machine {asked} of memory",
            f"it needs at least {format_size(LEAST_MEMORY)}",
            "Choose more.",
        )
    if config.memory % MIB:
        raise BadSetting(
            f"Cannot give the machine {asked} of memory",
            "memory is given in whole MiB",
            f"Choose {format_size(config.memory // MIB * MIB)}.",
        )
    if config.memory > facts.memory:
        raise BadSetting(
            f"Cannot give the machine {asked} of memory",
            f"this computer has {facts.memory // MIB} MiB",
            "Choose less.",
        )


def _check_disk(config: MachineConfig, disk_now: int) -> None:
    asked = format_size(config.disk)
    if config.disk < disk_now:
        raise BadSetting(
            f"Cannot shrink the disk to {asked}",
            f"it has {format_size(disk_now)}, and cutting off its end would destroy data",
            "Keep the size; space that is not used takes none on this computer. "
            "For a smaller one, export what you need and run: davit machine reset",
        )
    if not LEAST_DISK <= config.disk <= MOST_DISK:
        raise BadSetting(
            f"Cannot make a disk of {asked}",
            f"it can have {format_size(LEAST_DISK)} to {format_size(MOST_DISK)}",
            "Choose a size between them.",
        )
    if config.disk % MIB:
        raise BadSetting(
            f"Cannot make a disk of {asked}",
            "disks are made of whole MiB",
            f"Choose {format_size(config.disk // MIB * MIB)}.",
        )


def _check_shares(shares: tuple[SharedFolder, ...]) -> None:
    seen: list[tuple[PurePath, bool]] = []
    for share in shares:
        what = f"Cannot share {share.path!r}"
        path = Path(share.path)
        if any(character in share.path for character in "\t\n\r\0"):
            raise BadSetting(what, "its name holds a tab or a new line", "Rename the folder.")
        if not path.is_absolute():
            raise BadSetting(what, "it is not an absolute path", "Write the whole path.")
        if ".." in path.parts:
            raise BadSetting(what, "it leads through '..'", "Write the path without it.")
        if not path.is_dir():
            why = "it is not a folder" if path.exists() else "it does not exist"
            raise BadSetting(what, why, "Share a folder that exists.")
        for other, read_only in seen:
            if path == other:
                raise BadSetting(what, "it is shared already", "Name each folder once.")
            inside = path.is_relative_to(other) or other.is_relative_to(path)
            if inside and read_only == share.read_only:
                raise BadSetting(
                    what,
                    f"it and {str(other)!r} lie in each other with the same access",
                    "Share the outer folder alone, or make the inner one read-only.",
                )
        seen.append((path, share.read_only))


def _check_ports(ports: HostPorts) -> None:
    if ports == "all":
        return
    for port in ports:
        if not 1 <= int(port) <= 65_535:
            raise BadSetting(
                f"Cannot open the host's port {port} to containers",
                "ports go from 1 to 65535",
                "Choose another.",
            )


def _check_line(name: str, value: str) -> None:
    if any(character in value for character in "\n\r\0"):
        raise BadSetting(
            f"Cannot use the setting {name}", "it has more than one line", "Write one line."
        )


def _check_accelerator(config: MachineConfig, facts: HostFacts) -> None:
    native = {"linux": "kvm", "macos": "hvf", "windows": "whpx"}[facts.system]
    if config.accelerator not in ("auto", "tcg", native):
        raise BadSetting(
            f"Cannot use the accelerator {config.accelerator}",
            f"on this system there are {native} and tcg",
            "Choose auto, which takes the fastest that works.",
        )


def _decode(content: bytes) -> MachineConfig:
    """Raises ValueError (msgspec's errors are such)."""
    document = msgspec.json.decode(content, type=dict[str, Any])
    for name in _unknown(document):
        log.warning("The machine's settings hold %r, which this version does not know", name)
    return msgspec.convert(document, MachineConfig)


def _unknown(document: Mapping[str, Any]) -> dict[str, Any]:
    known = MachineConfig.__struct_fields__
    return {name: value for name, value in document.items() if name not in known}


def _readable(path: Path) -> dict[str, Any]:
    """The document as it is; empty when there is none worth keeping."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, ValueError):
        return {}


def _backup(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _replace(fresh: Path, path: Path) -> None:
    """As `Path.replace`, which Windows refuses for as long as somebody reads the old file."""
    deadline = time.monotonic() + _READERS_LIMIT
    while True:
        try:
            fresh.replace(path)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
        time.sleep(0.002)


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file so that a power cut leaves the old or the new content."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _replace(fresh, path)
    # Windows cannot open a folder; there the rename itself is written through.
    with contextlib.suppress(PermissionError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
