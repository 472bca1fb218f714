"""Our drawing as an .icns: pictures of several sizes, each a PNG (macOS 10.7 and later)."""

import struct
import tempfile
from pathlib import Path
from typing import Final

from release import CHECKOUT, BuildError, run

DRAWING: Final = CHECKOUT / "desktop/davit_desktop/views/icons/davit.svg"
# The grid of macOS: a square of 824 in 1024, its corners rounded by 185.
_PLATE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">
<rect x="100" y="100" width="824" height="824" rx="185" fill="#0f5fae"/>
<g transform="translate(236 232) scale(23)" fill="none" stroke="#fff" stroke-width="1.8"
stroke-linecap="round" stroke-linejoin="round">{drawing}</g></svg>
"""
SIZES: Final = {
    "icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256,
    "ic14": 512, "ic09": 512, "ic10": 1024,
}  # fmt: skip
"""Pixels a side, by the type of an entry; ic11 to ic14 and ic10 are for dense screens."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def write(target: Path) -> None:
    """Raises BuildError."""
    shapes = DRAWING.read_text(encoding="utf-8").partition(">")[2].rpartition("</svg>")[0]
    pictures = {}
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "icon.svg"
        drawing.write_text(_PLATE.format(drawing=shapes), encoding="utf-8")
        for size in sorted(set(SIZES.values())):
            picture = Path(folder) / f"{size}.png"
            run(["rsvg-convert", "-w", str(size), "-h", str(size), drawing, "-o", picture])
            pictures[size] = picture.read_bytes()
    target.write_bytes(pack({kind: pictures[size] for kind, size in SIZES.items()}))


def pack(pictures: dict[str, bytes]) -> bytes:
    """A head with the length of all, then each type with its length and its picture."""
    entries = b"".join(
        struct.pack(">4sI", kind.encode(), 8 + len(content)) + content
        for kind, content in pictures.items()
    )
    return struct.pack(">4sI", b"icns", 8 + len(entries)) + entries


def unpack(content: bytes) -> dict[str, int]:
    """Pixels a side of each picture, by type. Raises BuildError for what is no whole icon."""
    if len(content) < 8 or struct.unpack_from(">4sI", content) != (b"icns", len(content)):
        raise BuildError("the icon does not begin as one, or has another length than it says")
    found, offset = {}, 8
    while offset < len(content):
        if offset + 8 > len(content):
            raise BuildError("the icon ends within an entry")
        kind, length = struct.unpack_from(">4sI", content, offset)
        picture = content[offset + 8 : offset + length]
        if length < 8 + 24 or len(picture) != length - 8 or not picture.startswith(_PNG):
            raise BuildError(f"the icon's entry {kind!r} is no whole picture")
        width, height = struct.unpack_from(">II", picture, 16)
        if width != height:
            raise BuildError(f"the icon's entry {kind!r} is not square")
        found[kind.decode("ascii", "replace")] = width
        offset += length
    return found
