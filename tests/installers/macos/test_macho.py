"""Reading Mach-O files."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macos import macho
from macos.macho import FileType, Processor
from release import BuildError

Make = Callable[..., bytes]


def test_a_library_says_what_it_loads_and_for_which_macos(macho_file: Make) -> None:
    content = macho_file(
        loads=("@rpath/QtCore.framework/Versions/A/QtCore", "/usr/lib/libSystem.B.dylib"),
        rpaths=("@loader_path/Qt/lib",),
        name="@rpath/QtGui.framework/Versions/A/QtGui",
        oldest=(14, 4),
    )
    (one,) = macho.parse(content)
    assert one.processor == Processor.ARM64
    assert one.kind == FileType.DYLIB
    assert one.loads == (
        "@rpath/QtCore.framework/Versions/A/QtCore",
        "/usr/lib/libSystem.B.dylib",
    )
    assert one.rpaths == ("@loader_path/Qt/lib",)
    assert one.name == "@rpath/QtGui.framework/Versions/A/QtGui"
    assert one.oldest == (14, 4)
    assert not one.signed


@pytest.mark.parametrize("wide", [False, True])
def test_thinning_leaves_one_slice_as_it_was(
    macho_file: Make, fat: Make, tmp_path: Path, wide: bool
) -> None:
    arm, intel = macho_file(), macho_file(Processor.X86_64, oldest=(10, 13))
    path = tmp_path / "library.dylib"
    path.write_bytes(fat(intel, arm, wide=wide))
    assert macho.is_macho(path)
    assert [one.oldest for one in macho.read(path)] == [(10, 13), (11, 0)]
    macho.thin(path, Processor.ARM64)
    assert path.read_bytes() == arm
    macho.thin(path, Processor.ARM64)
    assert path.read_bytes() == arm


def test_a_file_without_the_processor_is_refused(macho_file: Make, tmp_path: Path) -> None:
    path = tmp_path / "library.dylib"
    path.write_bytes(macho_file(Processor.X86_64))
    with pytest.raises(BuildError, match=r"library\.dylib has no code for arm64"):
        macho.thin(path, Processor.ARM64)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xca\xfe\xba\xbe\0\0\0\x34class", b"#!/bin/sh\n", b"\xca\xfe\xba\xbe\0\0"],
)
def test_other_files_are_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert not macho.is_macho(tmp_path / "file")


def test_a_file_cut_short_is_named(macho_file: Make, fat: Make, tmp_path: Path) -> None:
    path = tmp_path / "library.dylib"
    for whole in (macho_file(loads=("/usr/lib/libz.dylib",)), fat(macho_file(), macho_file())):
        path.write_bytes(whole[:60])
        with pytest.raises(BuildError, match=r"library\.dylib is no whole Mach-O file"):
            macho.read(path)
    path.write_bytes(fat(macho_file(), macho_file())[:-2])
    with pytest.raises(BuildError, match="a slice ends outside of the file"):
        macho.read(path)


@given(st.data())
def test_no_damage_does_anything_but_raise(data: st.DataObject) -> None:
    body = data.draw(st.binary(max_size=120))
    magic = data.draw(
        st.sampled_from([b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf"])
    )
    try:
        found = macho.parse(magic + body)
    except (ValueError, struct.error):
        return
    assert all(len(one.content) <= len(body) + 4 for one in found)
