"""Libraries that programs name are found in their ELF headers."""

import sys
from pathlib import Path

from davit_image.libraries import missing, needed
from davit_image.tree import File


def test_a_real_program_names_its_libraries() -> None:
    assert "libc.so.6" in needed(Path(sys.executable).resolve().read_bytes())


def test_other_files_name_none() -> None:
    assert needed(b"#!/bin/sh\n" + bytes(100)) == ()


def test_a_library_that_is_not_held_is_told_with_who_needs_it() -> None:
    program = File(Path(sys.executable).resolve())
    names = needed(program.read())
    held = {f"usr/lib/{name}": File(b"") for name in names if name != "libc.so.6"}

    assert missing({"usr/bin/python": program, **held}) == {"libc.so.6": ["usr/bin/python"]}
    assert missing({"usr/bin/python": program, **held, "lib/libc.so.6": File(b"")}) == {}
