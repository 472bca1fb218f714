"""Mach-O files made by hand, for want of a Mac."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from macos.macho import FileType, Processor


def command(number: int, body: bytes) -> bytes:
    body += b"\0" * (-len(body) % 8)
    return struct.pack("<II", number, 8 + len(body)) + body


def named(number: int, text: str, *, before: bytes = b"") -> bytes:
    """A command with an lc_str after `before`."""
    start = 12 + len(before)
    return command(number, struct.pack("<I", start) + before + text.encode() + b"\0")


@pytest.fixture
def macho_file() -> Callable[..., bytes]:
    def make(
        processor: int = Processor.ARM64,
        *,
        loads: tuple[str, ...] = (),
        rpaths: tuple[str, ...] = (),
        name: str = "",
        oldest: tuple[int, int] = (11, 0),
        kind: int = FileType.DYLIB,
    ) -> bytes:
        commands = [named(0xC, text, before=bytes(12)) for text in loads]
        commands += [named(0x8000001C, text) for text in rpaths]
        if name:
            commands.append(named(0xD, name, before=bytes(12)))
        packed = oldest[0] << 16 | oldest[1] << 8
        commands.append(command(0x32, struct.pack("<IIII", 1, packed, packed, 0)))
        table = b"".join(commands)
        head = struct.pack(
            "<IiiIIIII", 0xFEEDFACF, processor, 0, kind, len(commands), len(table), 0, 0
        )
        return head + table + b"code"

    return make


@pytest.fixture
def fat() -> Callable[..., bytes]:
    def make(*slices: bytes, wide: bool = False) -> bytes:
        layout = ">iiQQII" if wide else ">iiIII"
        offset = 8 + len(slices) * struct.calcsize(layout)
        head = struct.pack(">II", 0xCAFEBABF if wide else 0xCAFEBABE, len(slices))
        for one in slices:
            (processor,) = struct.unpack_from("<i", one, 4)
            entry = (processor, 0, offset, len(one), 0)
            head += struct.pack(layout, *entry, *((0,) if wide else ()))
            offset += len(one)
        return head + b"".join(slices)

    return make


@pytest.fixture
def bare_app(tmp_path: Path) -> Path:
    """An application with nothing in it but its lists and its icon."""
    import plistlib

    from macos import icon, property_lists
    from release import Release

    app = tmp_path / "Davit.app"
    resources = app / "Contents" / "Resources"
    resources.mkdir(parents=True)
    release = Release(version="1.2.3", epoch=0, output=tmp_path)
    about = property_lists.info(release, "arm64")
    (app / "Contents" / "Info.plist").write_bytes(plistlib.dumps(about))
    picture = b"\x89PNG\r\n\x1a\n" + bytes(8)
    pictures = {kind: picture + struct.pack(">II", size, size) for kind, size in icon.SIZES.items()}
    (resources / property_lists.ICON).write_bytes(icon.pack(pictures))
    return app
