"""davit upgrade: what is new, in words and as JSON; nothing is installed without consent."""

import asyncio
import json
from pathlib import Path

import pytest

from davit_desktop.cli.main import run
from davit_desktop.updates import early, trial
from davit_desktop.updates.trial import Trial
from fixtures.releases import Releases, Site, release_script


@pytest.fixture
def installed(
    releases: Releases, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Version 1.0 as an AppImage that a release put here; the AppImage."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    folder = tmp_path / "release"
    releases.at().ship(folder, site.url, "appimage", "")
    monkeypatch.setenv("DAVIT_RELEASE", str(folder))
    monkeypatch.setenv("DAVIT_MACHINE_HOME", str(tmp_path / "machine"))
    program = tmp_path / "Davit.AppImage"
    program.write_bytes(b"old")
    monkeypatch.setenv("APPIMAGE", str(program))
    monkeypatch.setattr(early, "own_version", lambda: "1.0")
    return program


async def davit(*words: str) -> int:
    return await asyncio.to_thread(run, list(words))


async def test_what_is_new_is_told(
    installed: Path, releases: Releases, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await davit("upgrade", "check") == 0
    assert capsys.readouterr().out == "Davit 1.0 is the newest version.\n"
    releases.add("1.1", b"x" * 5000, notes="Faster.\x1b[2J")
    assert await davit("upgrade", "check") == 0
    out = capsys.readouterr().out
    assert out.startswith("New: Davit 1.1 (5kB)\n    Faster.")
    assert "\x1b" not in out
    assert await davit("upgrade", "check", "--json") == 0
    assert json.loads(capsys.readouterr().out)["davit"]["version"] == "1.1"


async def test_a_version_is_put_in_and_taken_back(
    installed: Path, releases: Releases, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    releases.add("1.1", b"#!/bin/sh\n")
    assert await davit("upgrade", "install") != 0  # nobody could be asked
    assert installed.read_bytes() == b"old"
    assert "--force" in capsys.readouterr().err
    assert await davit("upgrade", "install", "--force") == 0
    assert installed.read_bytes() == b"#!/bin/sh\n"
    monkeypatch.setattr(early, "own_version", lambda: "1.1")
    monkeypatch.setattr("davit_desktop.updates.install.start_over", lambda _: None)
    assert await davit("upgrade", "back", "--force") == 0
    assert installed.read_bytes() == b"old"
    assert await davit("upgrade", "back", "--force") != 0 or installed.read_bytes() == b"old"


async def test_a_refused_list_is_told_with_what_to_do(
    installed: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.instead["timestamp.json"] = b"{}"
    assert await davit("upgrade", "check") != 0
    said = capsys.readouterr().err
    assert "cannot be understood. Somebody on the way may have changed it" in said


async def test_the_systems_packages_are_left_to_the_system(
    installed: Path, releases: Releases, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    releases.at().ship(tmp_path / "release", "", "system", "sudo apt upgrade davit")
    assert await davit("upgrade", "check") != 0
    assert "sudo apt upgrade davit" in capsys.readouterr().err


async def test_without_a_release_there_is_nothing_to_look_for(
    installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAVIT_RELEASE", "/nowhere")
    assert await davit("upgrade", "check") != 0
    assert "not installed by a release" in capsys.readouterr().err
    assert await davit("upgrade", "back") != 0


async def test_uninstalling_removes_the_program_after_consent(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await davit("uninstall") != 0
    assert f"delete {installed}" in capsys.readouterr().err
    assert installed.exists()
    trial.begin(early.folder(), Trial(version="2", previous="1", packaging="appimage"))
    assert await davit("uninstall", "--force") == 0
    assert not installed.exists()
    assert early.folder().exists()
    assert await davit("uninstall", "--purge", "--force") == 0
    assert not early.folder().exists()


def test_the_script_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = release_script.main
    assert main(["init", str(tmp_path / "r"), "--keys", str(tmp_path)]) == 1
    assert "There is no key for root" in capsys.readouterr().err
    assert main(["publish", str(tmp_path / "none")]) == 1
    assert "run init first" in capsys.readouterr().err


def test_a_repository_is_laid_out_by_commands_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main = release_script.main
    keys, repository, file = tmp_path / "keys", tmp_path / "repository", tmp_path / "setup.exe"
    file.write_bytes(b"MZ")
    words = ["--kind", "installer", "--version", "1.2", "--os", "windows", "--packaging", "setup"]
    assert main(["keys", str(keys)]) == 0
    assert main(["init", str(repository), "--keys", str(keys)]) == 0
    assert main(["add", str(repository), str(file), *words]) == 0
    assert capsys.readouterr().out == "1.2/setup.exe\n"
    # In a release's job the keys come from the environment.
    for role in ("targets", "snapshot", "timestamp"):
        pem = (keys / f"{role}-1.pem").read_text()
        monkeypatch.setenv(f"DAVIT_KEY_{role.upper()}_1", pem)
    assert main(["publish", str(repository)]) == 0
    assert main(["refresh", str(repository)]) == 0
    assert [p.name[65:] for p in (repository / "targets/1.2").iterdir()] == ["setup.exe"]
    assert main(["remove", str(repository), "1.2/setup.exe"]) == 0
    assert main(["publish", str(repository)]) == 0
    assert not list((repository / "targets/1.2").iterdir())
