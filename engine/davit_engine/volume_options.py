"""What a volume's driver options (`-o type=… -o device=… -o o=…`) mean: checked and mounted.

The options of Docker's local driver; `o` holds the words of mount(8).
"""

import re
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.kernel import mounts

_OPTIONS: Final = ("type", "o", "device", "size")
_REQUIRED: Final = {"device": ("type",), "type": ("device",), "o": ("device", "type")}
"""Options that make no sense without the others."""
_NETWORK: Final = frozenset({"cifs", "nfs", "nfs4"})
"""File systems whose kernel side takes addresses only; mount.nfs would look them up."""

# linux/mount.h
_SYNCHRONOUS: Final = 1 << 4
_MANDLOCK: Final = 1 << 6
_DIRSYNC: Final = 1 << 7
_NODIRATIME: Final = 1 << 11
_RELATIME: Final = 1 << 21
_STRICTATIME: Final = 1 << 24

_SET: Final = {
    "ro": mounts.MS_RDONLY,
    "nosuid": mounts.MS_NOSUID,
    "nodev": mounts.MS_NODEV,
    "noexec": mounts.MS_NOEXEC,
    "noatime": mounts.MS_NOATIME,
    "bind": mounts.MS_BIND,
    "rbind": mounts.MS_BIND | mounts.MS_REC,
    "sync": _SYNCHRONOUS,
    "mand": _MANDLOCK,
    "dirsync": _DIRSYNC,
    "nodiratime": _NODIRATIME,
    "relatime": _RELATIME,
    "strictatime": _STRICTATIME,
}
_CLEARED: Final = {
    "rw": mounts.MS_RDONLY,
    "suid": mounts.MS_NOSUID,
    "dev": mounts.MS_NODEV,
    "exec": mounts.MS_NOEXEC,
    "atime": mounts.MS_NOATIME,
    "async": _SYNCHRONOUS,
    "nomand": _MANDLOCK,
    "diratime": _NODIRATIME,
    "norelatime": _RELATIME,
    "nostrictatime": _STRICTATIME,
    "defaults": 0,
}


def check_options(name: str, options: Mapping[str, str]) -> None:
    """Raises InvalidParameter in the local driver's words."""
    for key in options:
        if key not in _OPTIONS:
            raise InvalidParameter(f'create {name}: invalid option: "{key}"')
    for key, others in _REQUIRED.items():
        missing = [other for other in others if key in options and not options.get(other)]
        if missing:
            raise InvalidParameter(f'create {name}: missing required option: "{missing[0]}"')
    if "size" in options:
        raise InvalidParameter(
            f"create {name}: quota size requested but no quota support. A limit that always works "
            "is that of a tmpfs: type=tmpfs, device=tmpfs, o=size=100m"
        )


def mount_options(text: str) -> tuple[int, str]:
    """Flags of mount(2), and what is left for the file system."""
    flags = 0
    data = []
    for option in filter(None, re.split(r"\s*,\s*", text)):
        if option in _SET:
            flags |= _SET[option]
        elif option in _CLEARED:
            flags &= ~_CLEARED[option]
        else:
            data.append(option)
    return flags, ",".join(data)


def is_bind(options: Mapping[str, str]) -> bool:
    return bool(mount_options(options.get("o", ""))[0] & mounts.MS_BIND)


def mount_volume(name: str, options: Mapping[str, str], device: str, path: Path) -> None:
    """Mount `device` as the options say. Raises SystemFailure, which names it. Blocking."""
    kind = options.get("type", "")
    flags, data = mount_options(options.get("o", ""))
    bind = flags & mounts.MS_BIND
    if kind == "none" and not bind:
        raise SystemFailure(
            f"failed to mount local volume {name}: type=none needs o=bind with the device {device}"
        )
    if bind and not Path(device).exists():
        raise missing_device(options, device, path)
    if kind in _NETWORK:
        data = resolved(data)
    try:
        mounts.mount(device, path, "" if kind == "none" else kind, flags, data)
        if bind and flags & mounts.MS_RDONLY:
            mounts.mount(device, path, "", flags | mounts.MS_REMOUNT)
    except OSError as error:
        raise SystemFailure(
            f"failed to mount local volume: mount {device}:{path}, data: {_masked(data)}: "
            f"{(error.strerror or str(error)).lower()}"
        ) from error


def missing_device(options: Mapping[str, str], device: str, path: Path) -> SystemFailure:
    flags, _ = mount_options(options.get("o", ""))
    return SystemFailure(
        f"failed to mount local volume: mount {device}:{path}, flags: {flags:#x}: no such file or "
        "directory"
    )


def resolved(data: str) -> str:
    """Mount options with the server's name as an address. Raises SystemFailure. Blocking."""
    options = data.split(",")
    for position, option in enumerate(options):
        key, _, host = option.partition("=")
        if key != "addr" or not host:
            continue
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise SystemFailure(
                "failed to mount local volume: error resolving passed in network volume address "
                f"{host}: {error}"
            ) from error
        options[position] = f"addr={found[0][4][0]}"
    return ",".join(options)


def _masked(data: str) -> str:
    """Mount options as they may be shown."""
    return re.sub(r"(\bpass(?:word)?=)[^,]*", r"\1********", data)
