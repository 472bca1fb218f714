"""Find QEMU and see what it can do."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec
from typing_extensions import override

from davit_vm.config import Architecture
from davit_vm.errors import QemuMissing, QemuTooOld
from davit_vm.host.host import Host

QEMU_VARIABLE: Final = "DAVIT_QEMU"
LEAST_VERSION: Final = (7, 2)
"""Where Unix sockets work on every system."""
_VERSION: Final = re.compile(r"version (\d+)\.(\d+)(?:\.(\d+))?")
_PATIENCE: Final = 30.0
"""Seconds for `--version`; the first run after an installation may be scanned for viruses."""

Version = tuple[int, int, int]


class Qemu(msgspec.Struct, frozen=True, kw_only=True):
    """A QEMU that can run a machine."""

    program: Path
    image_tool: Path
    """qemu-img"""
    version: Version
    version_text: str
    """ "7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)" """
    accelerators: tuple[str, ...]
    """Those that it was built with; whether they work here is another question."""
    has_9p: bool

    @override
    def __str__(self) -> str:
        return f"{self.program} {self.version_text}"


async def find_qemu(host: Host, setting: str, architecture: Architecture) -> Qemu:
    """The QEMU that was chosen, that of the bundle, or the first on PATH.

    `setting` is a program or the folder with it; empty looks for one. Raises QemuMissing and
    QemuTooOld.
    """
    program = _locate(host, setting, architecture)
    image_tool = _image_tool(host, program)
    answer = await _ask(program, "--version")
    version, text = parse_version(answer)
    if version < LEAST_VERSION:
        raise QemuTooOld(
            "Cannot start the machine",
            f"{program} is QEMU {text}, and a machine needs {LEAST_VERSION[0]}.{LEAST_VERSION[1]}",
            host.qemu_advice(architecture),
        )
    accelerators = parse_accelerators(await _ask(program, "-accel", "help"))
    devices = await _ask(program, "-device", "help")
    return Qemu(
        program=program,
        image_tool=image_tool,
        version=version,
        version_text=text,
        accelerators=accelerators,
        has_9p='"virtio-9p-pci"' in devices,
    )


def parse_version(answer: str) -> tuple[Version, str]:
    """From "QEMU emulator version 7.2.22 (Debian …)". Raises QemuMissing for anything else."""
    first = answer.partition("\n")[0]
    match = _VERSION.search(first)
    if match is None:
        raise QemuMissing(
            "Cannot start the machine", f"what was found is not QEMU; it says {first!r}"
        )
    version = (int(match[1]), int(match[2]), int(match[3] or 0))
    return version, first[match.start() + len("version ") :].strip()


def parse_accelerators(answer: str) -> tuple[str, ...]:
    """The lines after the heading of `-accel help`."""
    _, _, rest = answer.partition("Accelerators supported")
    return tuple(line.strip() for line in rest.splitlines()[1:] if line.strip().isidentifier())


def _locate(host: Host, setting: str, architecture: Architecture) -> Path:
    name = f"qemu-system-{architecture}{host.executable_suffix}"
    for chosen in (setting, os.environ.get(QEMU_VARIABLE, "")):
        if chosen:
            path = Path(chosen)
            program = path / name if path.is_dir() else path
            if os.access(program, os.X_OK) and program.is_file():
                return program.absolute()
            raise QemuMissing(
                "Cannot find QEMU",
                f"the settings name {program}, which is not a program",
                "Let Davit find it: davit machine set --qemu ''",
            )
    bundle = Path(sys.executable).resolve().parent
    for folder in (bundle / "qemu", bundle.parent / "Resources" / "qemu" / "bin"):
        if (folder / name).is_file():
            return folder / name
    found = shutil.which(name)
    if found:
        return Path(found)
    for folder in host.qemu_folders():
        if (folder / name).is_file():
            return folder / name
    raise QemuMissing(
        "Cannot find QEMU",
        f"there is no {name} on this computer",
        host.qemu_advice(architecture),
    )


def _image_tool(host: Host, program: Path) -> Path:
    beside = program.with_name(f"qemu-img{host.executable_suffix}")
    if beside.is_file():
        return beside
    found = shutil.which(beside.name)
    if found:
        return Path(found)
    raise QemuMissing(
        "Cannot find qemu-img",
        f"it is neither beside {program} nor on PATH",
        "Install it: sudo apt install qemu-utils"
        if host.system == "linux"
        else host.qemu_advice(host.facts().architecture),
    )


async def _ask(program: Path, *arguments: str) -> str:
    """Standard output of a question; modules that are not installed complain on the other one."""
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            *arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise _broken(program, "Cannot find QEMU", f"does not start: {error.strerror}") from error
    try:
        async with asyncio.timeout(_PATIENCE):
            output, complaint = await process.communicate()
    except BaseException as error:
        if process.returncode is None:
            process.kill()
            await process.wait()
        if isinstance(error, TimeoutError):
            why = f"{' '.join(arguments)} does not end"
            raise _broken(program, "Cannot use QEMU", why) from error
        raise
    if process.returncode != 0:
        details = complaint.decode(errors="replace")
        raise _broken(program, "Cannot use QEMU", f"{' '.join(arguments)} failed", details)
    return output.decode(errors="replace")


def _broken(program: Path, what: str, how: str, details: str = "") -> QemuMissing:
    error = QemuMissing(what, f"{program} {how}", details=details)
    error.program = str(program)
    return error
