"""Programs of other architectures that the kernel hands to an emulator: binfmt_misc.

Format: Documentation/admin-guide/binfmt-misc.rst of the kernel; machines: elf(5).
"""

import contextlib
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.kernel.mounts import MS_NODEV, MS_NOEXEC, MS_NOSUID, mount

FOLDER: Final = Path("/proc/sys/fs/binfmt_misc")

_MACHINES: Final = {
    (62, 2, "<"): "amd64",
    (3, 1, "<"): "386",
    (183, 2, "<"): "arm64",
    (40, 1, "<"): "arm",
    (243, 2, "<"): "riscv64",
    (21, 2, "<"): "ppc64le",
    (22, 2, ">"): "s390x",
    (258, 2, "<"): "loong64",
    (8, 2, "<"): "mips64le",
}
"""As Go calls it, by ELF's e_machine, class and byte order."""

_SIBLINGS: Final = {"amd64": ("386",), "arm64": ("arm",)}
"""What a processor runs beside its own."""


class Emulator(msgspec.Struct, frozen=True, kw_only=True):
    architecture: str
    interpreter: str
    everywhere: bool
    """Whether it was opened when it was registered (flag F), so that containers have it, too."""


def emulators(folder: Path = FOLDER) -> list[Emulator]:
    """Those that are registered and enabled."""
    if folder == FOLDER and not (FOLDER / "status").exists():
        # There is one of it for all; who mounts it only sees what others registered.
        with contextlib.suppress(OSError):
            mount("binfmt_misc", FOLDER, "binfmt_misc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    found = []
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    for file in files:
        if file.name in ("register", "status"):
            continue
        try:
            emulator = parse(file.read_text())
        except OSError:
            continue
        if emulator is not None:
            found.append(emulator)
    return found


def parse(text: str) -> Emulator | None:
    """What one of the kernel's files says; None for what is no emulator of an architecture."""
    lines = text.splitlines()
    if not lines or lines[0] != "enabled":
        return None
    values = dict(line.partition(" ")[::2] for line in lines[1:])
    magic = values.get("magic", "")
    if not re.fullmatch(r"(?:[0-9a-f]{2}){20,}", magic):
        return None
    raw = bytes.fromhex(magic)
    if raw[:4] != b"\x7fELF":
        return None
    order = "<" if raw[5] == 1 else ">"
    (machine,) = struct.unpack_from(f"{order}H", raw, 18)
    architecture = _MACHINES.get((machine, raw[4], order))
    if architecture is None:
        return None
    return Emulator(
        architecture=architecture,
        interpreter=values.get("interpreter", ""),
        everywhere="F" in values.get("flags:", ""),
    )


def obstacle(architecture: str, own: str, known: Sequence[Emulator]) -> str:
    """Why programs of an architecture cannot run on a machine, and what to do; or empty."""
    if architecture in ("", own, *_SIBLINGS.get(own, ())):
        return ""
    emulator = next((one for one in known if one.architecture == architecture), None)
    if emulator is None:
        names = ", ".join(sorted(one.architecture for one in known)) or "none"
        return (
            f"no emulator for {architecture} is registered with the kernel (registered: {names}); "
            "install one, as Debian's qemu-user-static with binfmt-support, or use a machine of "
            "that architecture"
        )
    if emulator.everywhere:
        return ""
    return (
        f"its emulator {emulator.interpreter} is registered without the flag F, so that "
        "containers do not see it; register it with F"
    )
