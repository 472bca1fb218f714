"""A version that does not start goes back to the one before; one that does stays."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from davit_desktop import __main__ as program
from davit_desktop.client.errors import UpdateFailed
from davit_desktop.updates import early, install, trial
from davit_desktop.updates.install import Place, Plan, Way
from davit_desktop.updates.release import Packaging
from davit_desktop.updates.trial import Trial, Verdict, decide
from fakes.waiting import until

TRIED = Trial(version="1.1", previous="1.0", packaging="appimage", kept="/k", path="1.1/x")


def starts(count: int, version: str = "1.1") -> Verdict:
    """The verdict of the last of so many starts that came to nothing."""
    note: Trial | None = TRIED
    verdict = Verdict.NOTHING
    for _ in range(count):
        note, verdict = decide(note, version)
    return verdict


def test_two_failed_starts_are_borne_and_the_third_goes_back() -> None:
    assert [starts(1), starts(2), starts(3)] == [
        Verdict.NOTHING,
        Verdict.NOTHING,
        Verdict.GO_BACK,
    ]


def test_going_back_is_tried_once() -> None:
    assert starts(4) is Verdict.NOTHING


def test_the_version_before_tells_that_it_came_back() -> None:
    note, verdict = decide(msgspec.structs.replace(TRIED, state="back"), "1.0")
    assert (note, verdict) == (None, Verdict.CAME_BACK)


def test_an_installation_that_never_happened_is_told() -> None:
    assert decide(TRIED, "1.0") == (None, Verdict.NOT_PUT_IN)


def test_a_command_that_was_not_typed_yet_is_waited_for() -> None:
    told = msgspec.structs.replace(TRIED, told=True)
    assert decide(told, "1.0") == (told, Verdict.NOTHING)
    assert decide(told, "1.1")[0] == msgspec.structs.replace(told, starts=1)


@pytest.mark.parametrize("version", ["1.2", "0.9", ""])
def test_another_version_ends_the_trial(version: str) -> None:
    assert decide(TRIED, version) == (None, Verdict.NOTHING)


def test_a_version_that_went_well_is_never_doubted_again(tmp_path: Path) -> None:
    trial.begin(tmp_path, TRIED)
    trial.starting(tmp_path, "1.1")
    trial.went_well(tmp_path, "1.1")
    for _ in range(5):
        assert trial.starting(tmp_path, "1.1")[1] is Verdict.NOTHING
    assert trial.starting(tmp_path, "1.0")[1] is Verdict.NOTHING  # put in by hand


def test_leaving_early_says_nothing_about_the_version(tmp_path: Path) -> None:
    trial.begin(tmp_path, TRIED)
    for _ in range(5):
        assert trial.starting(tmp_path, "1.1")[1] is Verdict.NOTHING
        trial.not_counted(tmp_path, "1.1")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 3}', b"\xff\xfe"])
def test_a_note_that_cannot_be_read_is_no_reason_not_to_start(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "trial.json").write_bytes(content)
    assert trial.starting(tmp_path, "1.1")[1] is Verdict.NOTHING


# Putting in and taking back, for real


def script(path: Path, words: str) -> Path:
    path.write_text(f"#!/bin/sh\necho {words} >> {path.parent / 'ran'}\n")
    path.chmod(0o755)
    return path


async def said(folder: Path, words: str) -> None:
    file = folder / "ran"
    await until(lambda: file.exists() and words in file.read_text(), 30)


async def test_an_appimage_takes_the_place_of_the_old_one_and_starts(tmp_path: Path) -> None:
    old, new = script(tmp_path / "Davit.AppImage", "old"), script(tmp_path / "download", "new")
    plan = install.plan(Packaging.APPIMAGE, new, Place(program=old, target=old))
    install.carry_out(plan)
    install.start_over(plan)
    await said(tmp_path, "new")
    assert plan.kept is not None
    assert "echo old" in plan.kept.read_text()
    assert old.stat().st_mode & stat.S_IXUSR


def test_a_full_disk_leaves_the_old_appimage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = script(tmp_path / "Davit.AppImage", "old"), script(tmp_path / "download", "new")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(install.shutil, "copyfile", full)
    plan = install.plan(Packaging.APPIMAGE, new, Place(program=old, target=old))
    with pytest.raises(UpdateFailed, match="No space left"):
        install.carry_out(plan)
    assert "echo old" in old.read_text()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Davit.AppImage", "download"]


async def test_a_version_that_does_not_start_is_replaced_by_the_one_before(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The window's own start, of a new version that never comes up."""
    appimage = script(tmp_path / "Davit.AppImage", "old")
    new = script(tmp_path / "download", "new")
    plan = install.plan(Packaging.APPIMAGE, new, Place(program=appimage, target=appimage))
    install.carry_out(plan)
    folder = tmp_path / "updates"
    trial.begin(folder, msgspec.structs.replace(TRIED, kept=str(plan.kept), target=str(appimage)))
    monkeypatch.setenv("APPIMAGE", str(appimage))
    monkeypatch.setattr(early, "folder", lambda: folder)
    monkeypatch.setattr(early, "own_version", lambda: "1.1")

    def broken(*_: object, **__: object) -> int:
        raise ImportError("libQt6Core.so.6: cannot open shared object file")

    monkeypatch.setattr("davit_desktop.app.run", broken)
    for _ in range(2):
        with pytest.raises(ImportError):
            program.main([])
    assert "echo new" in appimage.read_text()
    assert program.main([]) == 0
    assert "echo old" in appimage.read_text()
    await said(tmp_path, "old")
    assert "Davit 1.1 did not start. Going back to 1.0." in capsys.readouterr().err
    monkeypatch.setattr(early, "own_version", lambda: "1.0")
    early.look_back()
    verdict, tried = early.taken()
    assert verdict is Verdict.CAME_BACK
    assert tried is not None
    assert tried.path == "1.1/x"
    assert early.taken() == (Verdict.NOTHING, None)


def test_without_what_was_kept_the_start_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(early, "folder", lambda: tmp_path)
    monkeypatch.setattr(early, "own_version", lambda: "1.1")
    trial.begin(tmp_path, msgspec.structs.replace(TRIED, starts=2, kept=""))
    assert not early.look_back()
    assert "Nothing of 1.0 was kept" in capsys.readouterr().err


TOOLS = {
    "hdiutil": 'case "$1" in attach) cp -R "$DMG/." "$5/";; esac',
    "ditto": 'cp -R "$1" "$2"',
    "codesign": "exit ${SIGNED:-0}",
    "open": ":",
}


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A Mac's tools, a disk image with a new application, and the old one installed."""
    tools, image, place = tmp_path / "tools", tmp_path / "image", tmp_path / "Applications"
    for folder in (tools, image / "Davit.app", place / "Davit.app"):
        folder.mkdir(parents=True)
    for name, words in TOOLS.items():
        (tools / name).write_text(f"#!/bin/sh\n{words}\n")
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.setenv("DMG", str(image))
    (image / "Davit.app/version").write_text("new")
    (place / "Davit.app/version").write_text("old")
    target = place / "Davit.app"
    return install.plan(Packaging.DMG, tmp_path / "d.dmg", Place(program=target, target=target))


def version_of(plan: Plan) -> str:
    assert plan.target is not None
    return (plan.target / "version").read_text()


def test_an_application_is_swapped_and_swapped_back(mac: Plan) -> None:
    install.carry_out(mac)
    assert version_of(mac) == "new"
    assert mac.target is not None
    tried = msgspec.structs.replace(TRIED, packaging="dmg", kept=str(mac.kept))
    back = install.way_back(tried, Place(program=mac.target, target=mac.target))
    assert back is not None
    install.carry_out(back)
    assert version_of(mac) == "old"
    assert [p.name for p in mac.target.parent.iterdir()] == ["Davit.app"]


def test_an_application_that_is_not_signed_is_not_put_in(
    mac: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNED", "1")
    with pytest.raises(UpdateFailed, match="codesign --verify failed"):
        install.carry_out(mac)
    assert version_of(mac) == "old"
    assert mac.target is not None
    assert [p.name for p in mac.target.parent.iterdir()] == ["Davit.app"]


@pytest.mark.parametrize(
    ("packaging", "words"),
    [
        (Packaging.DEB, "sudo apt install '/d/a b.deb'"),
        (Packaging.RPM, "sudo dnf install '/d/a b.deb'"),
    ],
)
def test_a_package_is_told_as_a_command(packaging: Packaging, words: str) -> None:
    plan = install.plan(packaging, Path("/d/a b.deb"), Place(program=Path("/usr/bin/davit")))
    assert (plan.way, plan.command, plan.restarts) == (Way.TELL, words, False)


def test_what_this_user_may_not_replace_is_told(tmp_path: Path) -> None:
    place = Place(program=tmp_path / "p", target=tmp_path / "Davit.AppImage", writable=False)
    plan = install.plan(Packaging.APPIMAGE, tmp_path / "new", place)
    assert plan.command.startswith("sudo install -m 755 ")


def test_the_windows_setup_runs_by_itself_and_starts_davit_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[str] = []
    monkeypatch.setattr(subprocess, "Popen", lambda line, **_: started.append(line))
    place = Place(program=Path(r"C:\Davit\davit-desktop.exe"))
    install.start_over(install.plan(Packaging.SETUP, Path(r"C:\d\setup.exe"), place))
    assert started == [
        r'cmd.exe /d /s /c "start "" /wait "C:\d\setup.exe" /S'
        r' & start "" "C:\Davit\davit-desktop.exe""'
    ]


def test_looking_back_loads_nothing_of_the_window() -> None:
    code = (
        "import sys; from davit_desktop.updates import early; early.look_back(); "
        "sys.exit(any(m.partition('.')[0] in ('PySide6', 'httpx', 'tuf') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
