"""The folder that becomes an AppImage, as far as it can be seen without appimagetool."""

import os
import subprocess
from pathlib import Path

import pytest

from linux import appimage
from release import BuildError, Release


def program(path: Path) -> None:
    path.write_text('#!/bin/sh\necho "${0##*/} $*"\n')
    path.chmod(0o755)


@pytest.fixture
def application(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    tree.mkdir()
    program(tree / "davit")
    notices = tmp_path / "notices"
    notices.write_text("notices")
    folder = tmp_path / "Davit.AppDir"
    appimage.lay_out(tree, folder, notices)
    return folder


@pytest.mark.parametrize(
    ("called", "starts"),
    [
        ("./davit-0.1.0-x86_64.AppImage", "davit-desktop"),
        ("/home/me/bin/davit", "davit"),
        ("davit-machine", "davit-machine"),
        ("davit-engine", "davit-desktop"),
    ],
)
def test_the_name_it_is_called_by_chooses_the_program(
    application: Path, called: str, starts: str
) -> None:
    done = subprocess.run(
        [application / "AppRun", "a", "b c"],
        env={**os.environ, "ARGV0": called}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == f"{starts} a b c\n"


def test_it_has_what_desktops_look_for(application: Path) -> None:
    entry = (application / "org.davit.Davit.desktop").read_text()
    assert "Icon=davit\n" in entry
    assert (application / ".DirIcon").read_text().startswith("<svg")
    assert (application / "NOTICES.txt").read_text() == "notices"


def test_without_the_tool_it_says_what_to_fetch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("APPIMAGETOOL", raising=False)
    with pytest.raises(BuildError, match="APPIMAGETOOL names no file; fetch appimagetool"):
        appimage.build(Release(version="1", epoch=0, output=tmp_path))
