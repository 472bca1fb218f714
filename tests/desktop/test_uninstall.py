"""What Davit made on a computer goes with it; what others made, and data, stay."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import psutil
import pytest

from davit_desktop import autostart, uninstall
from davit_desktop.client import docker_context
from davit_desktop.updates.release import Packaging, Release

APPIMAGE = Release(packaging=Packaging.APPIMAGE, url="https://x", root=b"")


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with an AppImage, its previous version, links, autostart, context and data."""
    home = tmp_path / "home"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower() if name != "HOME" else home))
    monkeypatch.setenv("DOCKER_CONFIG", str(home / ".docker"))
    program = home / "Apps/Davit.AppImage"
    program.parent.mkdir(parents=True)
    for path in (program, program.with_name(".Davit.previous.AppImage")):
        path.write_bytes(b"x")
    monkeypatch.setenv("APPIMAGE", str(program))
    links = home / ".local/bin"
    links.mkdir(parents=True)
    (links / "davit").symlink_to(program)
    (links / "davit-desktop").symlink_to("/usr/bin/true")  # somebody else's
    autostart.this_system().enable()
    docker_context.register(docker_context.NAME, "unix:///x")
    for folder in (home / "machine", platformdirs.user_config_path("davit", appauthor=False)):
        folder.mkdir(parents=True)
        (folder / "file").write_text("precious")
    return home


def test_the_program_goes_and_data_stays(computer: Path) -> None:
    found = uninstall.gather(APPIMAGE, computer / "machine")
    said: list[str] = []
    uninstall.remove(found, purge=False, say=said.append)
    assert not list((computer / "Apps").iterdir())
    assert [p.name for p in (computer / ".local/bin").iterdir()] == ["davit-desktop"]
    assert not autostart.this_system().enabled()
    assert docker_context.find(docker_context.NAME) is None
    assert (computer / "machine/file").read_text() == "precious"
    assert len(said) == 5
    again = uninstall.gather(APPIMAGE, computer / "machine")
    assert again.programs == again.links == ()
    assert not again.autostart
    assert not again.context


def test_purging_leaves_nothing(computer: Path) -> None:
    uninstall.remove(
        uninstall.gather(APPIMAGE, computer / "machine"), purge=True, say=lambda _: None
    )
    assert not (computer / "machine").exists()
    left = {p.name for p in computer.rglob("*") if p.is_file() or p.is_symlink()}
    assert left <= {"davit-desktop", "config.json"}


def test_what_cannot_be_removed_is_said_and_the_rest_goes(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(uninstall.shutil, "rmtree", refused)
    said: list[str] = []
    found = uninstall.gather(APPIMAGE, computer / "machine")
    uninstall.remove(found, purge=True, say=said.append)
    assert f"Cannot remove {computer / 'machine'}: Permission denied" in said
    assert not list((computer / "Apps").iterdir())


def test_a_context_of_somebody_elses_stays(computer: Path) -> None:
    docker_context.remove(docker_context.NAME, force=True)
    assert not uninstall.gather(APPIMAGE, computer / "machine").context


@pytest.mark.parametrize(
    ("packaging", "rest"),
    [(Packaging.DEB, "sudo apt remove davit"), (Packaging.RPM, "sudo dnf remove davit")],
)
def test_packages_are_left_to_the_system(computer: Path, packaging: Packaging, rest: str) -> None:
    found = uninstall.gather(Release(packaging=packaging, url="https://x"), computer / "machine")
    assert found.rest == rest
    assert found.programs == ()
    assert found.links == ()


def test_an_open_window_is_asked_to_close(computer: Path) -> None:
    window = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
    try:
        folder = platformdirs.user_state_path("davit", appauthor=False) / "windows"
        folder.mkdir(parents=True)
        (folder / "davit-desktop-0-abc").write_text(str(window.pid))
        stranger = folder / "davit-desktop-0-old"  # left by a crash; the number is ours now
        stranger.write_text(str(os.getpid()))
        os.utime(stranger, (1, 1))
        found = uninstall.gather(APPIMAGE, computer / "machine")
        assert found.windows == (window.pid,)
        uninstall.remove(found, purge=False, say=lambda _: None)
        assert not psutil.pid_exists(window.pid)
    finally:
        window.kill()
        window.wait()
