"""A report on the machine for those who help with it: one local archive, its secrets taken out.

What is not needed is not in it: no key, no disk, nothing of docker's own configuration. What is in
it has passed `redaction`, file by file. Nothing is sent anywhere.
"""

import asyncio
import contextlib
import io
import os
import sys
import tarfile
import time
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_vm.errors import MachineError
from davit_vm.host.detect import detect_host
from davit_vm.paths import Paths, machine_paths
from davit_vm.redaction import redact, redact_document
from davit_vm.status import Check, Status

_LOG_TAIL: Final = 512 * 1024
"""Bytes of the end of each log; the last start lies well within."""
_DOCUMENT: Final = 4 * 1024 * 1024
_SHOWN: Final = ("DAVIT_", "DOCKER_", "XDG_", "LANG", "LC_", "HTTP_PROXY", "HTTPS_PROXY",
                 "NO_PROXY", "ALL_PROXY", "PATH", "WAYLAND_DISPLAY", "DISPLAY")  # fmt: skip
_PACKAGES: Final = (
    "davit-desktop",
    "msgspec",
    "paramiko",
    "qemu.qmp",
    "psutil",
    "PySide6-Essentials",
)
_SHORTEST_SECRET: Final = 8
"""Shorter lines of a key file would take harmless words with them."""


async def write(home: Path, status: Status, checks: Sequence[Check], path: Path) -> None:
    """Write the archive, for this user's eyes. Raises MachineError when it cannot be written."""
    await asyncio.to_thread(_write, machine_paths(home), status, checks, path, os.environ)


def _write(
    paths: Paths,
    status: Status,
    checks: Sequence[Check],
    target: Path,
    environment: Mapping[str, str],
) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        part.touch(mode=0o600)
        with (
            part.open("wb") as file,
            tarfile.open(fileobj=file, mode="w:gz", format=tarfile.PAX_FORMAT) as archive,
        ):
            for name, content in contents(paths, status, checks, environment).items():
                member = tarfile.TarInfo(f"davit-diagnosis/{name}")
                member.size = len(content)
                member.mtime = int(time.time())
                member.mode = 0o600
                archive.addfile(member, io.BytesIO(content))
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise MachineError(
            f"Cannot write the report {target}",
            error.strerror or str(error),
            "Choose another file: davit machine diagnose --bundle FILE",
        ) from error


def contents(
    paths: Paths, status: Status, checks: Sequence[Check], environment: Mapping[str, str]
) -> dict[str, bytes]:
    """The files of the report by name, ready to be shown to others."""
    known = _own_secrets(paths)
    files: dict[str, bytes] = {
        "versions.json": _document(_versions(), known),
        "environment.json": _document(
            {name: text for name, text in environment.items() if name.upper().startswith(_SHOWN)},
            known,
        ),
        "status.json": _document(msgspec.to_builtins(status), known),
        "checks.json": _document(msgspec.to_builtins(tuple(checks)), known),
    }
    image = paths.images / status.image / "image.json" if status.image else None
    for name, file in (
        ("config.json", paths.settings),
        ("state.json", paths.state),
        ("history.json", paths.history),
        ("accelerators.json", paths.accelerators),
        ("image.json", image),
    ):
        if file is not None and (found := _read(file, _DOCUMENT)) is not None:
            files[name] = _redacted_file(found, known)
    for file in (paths.supervisor_log, paths.qemu_log, paths.console_log):
        for log in (file, file.with_name(f"{file.name}.1")):
            if (found := _read(log, _LOG_TAIL)) is not None:
                files[log.name] = redact(found.decode(errors="replace"), known).encode()
    files["folder.txt"] = redact(_listing(paths), known).encode()
    return files


def _own_secrets(paths: Paths) -> list[str]:
    """The keys' content line by line: a line of a key is as secret as the whole."""
    secrets: list[str] = []
    for file in (paths.ssh_key, paths.host_key, paths.gate_key):
        for line in (_read(file, _DOCUMENT) or b"").decode(errors="replace").splitlines():
            line = line.strip()
            if len(line) >= _SHORTEST_SECRET and not line.startswith("-----"):
                secrets.append(line)
    return secrets


def _document(document: Any, known: Sequence[str]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(redact_document(document, known)), indent=2)


def _redacted_file(content: bytes, known: Sequence[str]) -> bytes:
    """A JSON file by its structure; one that is damaged as the text it is."""
    try:
        return _document(msgspec.json.decode(content), known)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return redact(content.decode(errors="replace"), known).encode()


def _read(path: Path, most: int) -> bytes | None:
    """The end of a regular file; None when there is none that this user can read."""
    try:
        with path.open("rb") as file:
            file.seek(max(os.fstat(file.fileno()).st_size - most, 0))
            return file.read(most)
    except OSError:
        return None


def _listing(paths: Paths) -> str:
    lines = []
    for folder in dict.fromkeys((paths.home, paths.runtime)):
        with contextlib.suppress(OSError):
            for file in sorted(folder.rglob("*")):
                found = file.lstat()
                taken = getattr(found, "st_blocks", 0) * 512
                lines.append(f"{found.st_mode:07o} {found.st_size:>14} {taken:>14} {file}")
    return "\n".join(["   mode           size          taken name", *lines, ""])


def _versions() -> dict[str, Any]:
    # Not `platform`, which waits for Windows' management service.
    facts = detect_host().facts()
    packages: dict[str, str | None] = {}
    for name in _PACKAGES:
        try:
            packages[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            packages[name] = None
    return {
        "written": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "system": f"{facts.system} {facts.system_version}",
        "architecture": facts.architecture,
        "python": sys.version,
        "packages": packages,
    }
