"""The application as Linux makes it, of the real packages."""

import json
import os
import plistlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from davit_desktop.autostart import LaunchAgent
from macos import bundle, checks, property_lists, signing, tree
from macos.bundle import Parts
from macos.macho import Processor
from release import Release, current


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return replace(current(tmp_path_factory.mktemp("dist")), epoch=1_700_000_000)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, release: Release) -> Path:
    app = tmp_path_factory.mktemp("macos") / "Davit.app"
    tree.make(app, release, Parts(architecture="arm64"))
    return app


def test_it_holds_together(app: Path) -> None:
    assert checks.problems(app, Processor.ARM64) == []
    assert max(checks.oldest(app)) == property_lists.OLDEST
    about = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    assert about["LSMinimumSystemVersion"] == "15.0"
    assert about["CFBundleIdentifier"] == "org.davit.Davit"


def test_a_library_that_is_missed_is_found_missing(app: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Davit.app"
    shutil.copytree(app, copy, symlinks=True)
    shutil.rmtree(next(copy.rglob("QtDBus.framework")))
    found = checks.problems(copy, Processor.ARM64)
    assert any("QtGui" in line and "QtDBus.framework" in line for line in found)


def test_every_framework_is_signed_as_a_whole(app: Path) -> None:
    code = [path.relative_to(app) for path in bundle.code(app)]
    steps = [step.path for step in signing.order(code)]
    frameworks = {str(path) for path in steps if path.parent.name == "Versions"}
    assert {name.split("/")[-3] for name in frameworks} == {
        f"Qt{name}.framework" for name in ("Core", "DBus", "Gui", "Network", "Svg", "Widgets")
    }
    assert len(steps) == len(code) + 1
    core = next(app.rglob("QtCore.framework"))
    assert (core / "QtCore").resolve() == core / "Versions" / "A" / "QtCore"
    assert (core / "Resources" / "Info.plist").is_file()


def test_it_says_what_it_is_made_of(app: Path, release: Release) -> None:
    licences = app / "Contents" / "Resources" / "licences"
    bill = json.loads((release.output / "davit-macos-arm64.spdx.json").read_text())
    names = {package["name"].lower().replace("-", "_") for package in bill["packages"]}
    assert {"pyside6_essentials", "shiboken6", "paramiko", "cryptography"} <= names
    assert "GNU LESSER" in (licences / "davit-macos-arm64.notices.txt").read_text()
    assert (licences / "LICENSE.txt").is_file()


def test_modes_and_dates_do_not_depend_on_the_day(app: Path, release: Release) -> None:
    for path in app.rglob("*"):
        if not path.is_symlink():
            assert path.stat().st_mtime == release.epoch
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_the_launch_agent_starts_a_program_of_the_application(tmp_path: Path) -> None:
    program = f"/Applications/Davit.app/Contents/MacOS/{property_lists.WINDOW.name}"
    agent = LaunchAgent(tmp_path / "LaunchAgents", [program, "--hidden"])
    agent.enable()
    (written,) = (tmp_path / "LaunchAgents").iterdir()
    about = plistlib.loads(written.read_bytes())
    assert written.name == f"{about['Label']}.plist"
    assert about["ProgramArguments"] == [program, "--hidden"]
    assert about["RunAtLoad"] is True
    assert os.access(written, os.R_OK)
