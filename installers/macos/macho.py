"""Mach-O files as a bundle needs to know them: slices, what they load, the oldest macOS they name.

Layouts are those of <mach-o/fat.h> and <mach-o/loader.h>. Files are read strictly: a size or an
offset that points outside of the file is an error, never a shorter answer.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

from release import BuildError

_FAT: Final = 0xCAFEBABE
_FAT_64: Final = 0xCAFEBABF
_THIN_64: Final = b"\xcf\xfa\xed\xfe"
_MAGICS: Final = (_FAT.to_bytes(4), _FAT_64.to_bytes(4), _THIN_64, b"\xce\xfa\xed\xfe")
_MOST_SLICES: Final = 16
"""Java's class files begin as fat files do; what stands here is a version of 45 or more."""
_MACOS: Final = 1
_VERSION_MIN: Final = 0x24
_BUILD_VERSION: Final = 0x32
_ID: Final = 0xD
_RPATH: Final = 0x8000001C
_SIGNATURE: Final = 0x1D
_LOADS: Final = frozenset({0xC, 0x80000018, 0x8000001F, 0x20, 0x80000023})
"""LC_LOAD_DYLIB, LC_LOAD_WEAK_DYLIB, LC_REEXPORT_DYLIB, LC_LAZY_LOAD_DYLIB, LC_LOAD_UPWARD_DYLIB"""


class Processor(IntEnum):
    """cputype, as <mach/machine.h> has it."""

    X86_64 = 0x01000007
    ARM64 = 0x0100000C


PROCESSORS: Final = {"x86_64": Processor.X86_64, "arm64": Processor.ARM64}


class FileType(IntEnum):
    """filetype of what lies in bundles."""

    OBJECT = 1
    EXECUTE = 2
    DYLIB = 6
    BUNDLE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The code for one processor."""

    processor: int
    kind: int
    content: bytes
    loads: tuple[str, ...] = ()
    """Install names of the libraries it wants."""
    rpaths: tuple[str, ...] = ()
    name: str = ""
    """Its own install name, of a library."""
    oldest: tuple[int, int] | None = None
    """The macOS that it was built for, (14, 4); None where it does not say."""
    signed: bool = False


def is_macho(path: Path) -> bool:
    """Whether a file is one, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(8)
    if head[:4] in (_FAT.to_bytes(4), _FAT_64.to_bytes(4)):
        return len(head) == 8 and 0 < int.from_bytes(head[4:]) <= _MOST_SLICES
    return head[:4] in _MAGICS


def read(path: Path) -> tuple[Slice, ...]:
    """Every slice of a file. Raises BuildError naming the file when it is damaged."""
    try:
        return parse(path.read_bytes())
    except (struct.error, ValueError) as error:
        raise BuildError(f"{path} is no whole Mach-O file: {error}") from error


def parse(content: bytes) -> tuple[Slice, ...]:
    """Raises ValueError or struct.error for what is no whole Mach-O file."""
    return tuple(_parse_thin(part) for part in _parts(content))


def thin(path: Path, processor: Processor) -> None:
    """Leave the slice for this processor only. Raises BuildError when there is none."""
    found = [one for one in read(path) if one.processor == processor]
    if len(found) != 1:
        raise BuildError(f"{path} has no code for {processor.name.lower()}")
    if len(found[0].content) != path.stat().st_size:
        path.write_bytes(found[0].content)


def _parts(content: bytes) -> list[bytes]:
    (magic,) = struct.unpack_from(">I", content)
    if magic not in (_FAT, _FAT_64):
        return [content]
    (count,) = struct.unpack_from(">I", content, 4)
    if not 0 < count <= _MOST_SLICES:
        raise ValueError(f"{count} slices")
    layout = ">iiQQII" if magic == _FAT_64 else ">iiIII"
    parts = []
    for index in range(count):
        entry = struct.unpack_from(layout, content, 8 + index * struct.calcsize(layout))
        offset, size = entry[2], entry[3]
        if offset + size > len(content):
            raise ValueError("a slice ends outside of the file")
        parts.append(content[offset : offset + size])
    return parts


def _parse_thin(content: bytes) -> Slice:
    if content[:4] != _THIN_64:
        raise ValueError("not 64-bit code for a Mac")
    _, processor, _, kind, count, size, _, _ = struct.unpack_from("<IiiIIIII", content)
    end = 32 + size
    if end > len(content):
        raise ValueError("its commands end outside of the file")
    loads, rpaths, name = [], [], ""
    oldest: tuple[int, int] | None = None
    signed = False
    offset = 32
    for _ in range(count):
        command, length = struct.unpack_from("<II", content, offset)
        if length < 8 or offset + length > end:
            raise ValueError("a command ends outside of its table")
        body = content[offset : offset + length]
        if command in _LOADS:
            loads.append(_string(body))
        elif command == _RPATH:
            rpaths.append(_string(body))
        elif command == _ID:
            name = _string(body)
        elif command == _BUILD_VERSION:
            platform, packed = struct.unpack_from("<II", body, 8)
            oldest = _version(packed) if platform == _MACOS else oldest
        elif command == _VERSION_MIN:
            oldest = _version(struct.unpack_from("<I", body, 8)[0])
        elif command == _SIGNATURE:
            signed = True
        offset += length
    return Slice(
        processor=processor, kind=kind, content=content, loads=tuple(loads),
        rpaths=tuple(rpaths), name=name, oldest=oldest, signed=signed,
    )  # fmt: skip


def _string(command: bytes) -> str:
    """An lc_str: an offset from the start of the command, and bytes up to a NUL."""
    (start,) = struct.unpack_from("<I", command, 8)
    if not 12 <= start < len(command):
        raise ValueError("a name lies outside of its command")
    return command[start:].partition(b"\0")[0].decode()


def _version(packed: int) -> tuple[int, int]:
    """xxxx.yy.zz in nibbles."""
    return packed >> 16, packed >> 8 & 0xFF
