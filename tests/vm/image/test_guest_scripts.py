"""The guest's scripts hold to the shell's rules; busybox runs them."""

import subprocess
from pathlib import Path

import pytest

IMAGE = Path(__file__).parents[3] / "vm/image"
SCRIPTS = sorted(
    path
    for folder in ("guest", "initramfs")
    for path in (IMAGE / folder).rglob("*")
    if path.is_file() and (path.suffix == ".sh" or path.read_bytes().startswith(b"#!/bin/sh"))
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_nothing(script: Path) -> None:
    done = subprocess.run(
        # dash is the nearest of the shells it knows; the sourced file has another place here.
        ["shellcheck", "--shell=dash", "--exclude=SC1091", str(script)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.stdout == ""


def test_every_script_that_is_run_may_be_run() -> None:
    assert [
        path for path in SCRIPTS if path.suffix != ".sh" and not path.stat().st_mode & 0o100
    ] == []
