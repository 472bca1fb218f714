"""The setup program: the payload packed by NSIS, signed where there is a certificate."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from release import Release, run
from windows import launchers, signing

SCRIPT: Final = Path(__file__).resolve().parent / "setup" / "davit.nsi"
_STORED: Final = ("image",)
"""Folders that are compressed already."""


def build(payload: Path, target: Path, release: Release, *, compressor: str = "lzma") -> None:
    """Write the setup program. Raises BuildError."""
    numbers = ".".join((*release.version.split("."), "0", "0", "0")[:4])
    size = sum(file.stat().st_size for file in payload.rglob("*") if file.is_file())
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files.nsh"
        files.write_text("".join(file_lines(payload)), encoding="utf-8")
        banner = Path(folder) / "banner.bmp"
        launchers.write_banner(banner)
        defined = {
            "VERSION": release.version,
            "NUMBERS": numbers,
            "PAYLOAD": payload,
            "FILES": files,
            "BANNER": banner,
            "OUTPUT": target,
            "COMPRESSOR": compressor,
            "SIZE": size // 1024,
        }
        if signing.wanted():
            # Both programs pass through it, the uninstaller before it is packed.
            defined["SIGN"] = f"{sys.executable} {Path(signing.__file__)}"
        run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8",
             *(f"-D{name}={value}" for name, value in defined.items()), SCRIPT],
            environment={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)})  # fmt: skip


def file_lines(payload: Path) -> Iterator[str]:
    """NSIS instructions that unpack every file, always in the same order."""
    folders = sorted({payload, *(path.parent for path in payload.rglob("*") if path.is_file())})
    compressed = True
    for folder in folders:
        below = folder.relative_to(payload)
        wanted = below.parts[:1] not in [(name,) for name in _STORED]
        if wanted != compressed:
            yield f"SetCompress {'auto' if wanted else 'off'}\n"
            compressed = wanted
        yield f'SetOutPath "{_escaped("$INSTDIR", below)}"\n'
        for file in sorted(folder.iterdir()):
            if file.is_file():
                yield f'File "{file}"\n'
    if not compressed:
        yield "SetCompress auto\n"


def _escaped(root: str, below: Path) -> str:
    return "\\".join((root, *(part.replace("$", "$$") for part in below.parts)))
