"""Updates in the window: asked for, shown as text, downloaded, put off, skipped, put in."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.settings import Settings
from davit_desktop.state.problem import Problem
from davit_desktop.updates import early, trial
from davit_desktop.updates.release import Packaging, Release, shipped
from davit_desktop.updates.service import DAY, Updates
from davit_desktop.updates.trial import Trial, Verdict
from davit_desktop.usage import UsageMeter
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.icons import TextButton
from davit_desktop.views.main_window import MainWindow
from fakes.waiting import until
from fixtures.releases import Releases, Site

HOSTILE = "<img src='http://evil'/>\x1b[31mred\u202egnp.exe\n<b>bold</b>"


@pytest.fixture
async def window(qtbot: QtBot, session: Session, updates: Updates) -> AsyncIterator[MainWindow]:
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter("unix:///x"), updates=updates)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.quit()
    await actions.close()


def button(window: MainWindow, words: str) -> TextButton:
    section = window.settings_page.updates
    assert section is not None
    return next(
        b
        for b in section.section.card.findChildren(TextButton)
        if b.text().startswith(words) and b.isVisibleTo(section.section.card)
    )


def shown(window: MainWindow, words: str) -> bool:
    try:
        return bool(button(window, words))
    except StopIteration:
        return False


async def look(window: MainWindow) -> None:
    button(window, "Check now").click()
    watch = window.updates
    assert watch is not None
    await until(lambda: not watch.looking, 30)


async def test_nothing_is_asked_until_somebody_says_so(window: MainWindow, site: Site) -> None:
    window.go("settings")
    assert site.asked == []
    assert isinstance(window.settings_page.controls["updates_check"], CheckBox)
    assert not window.settings.updates_check
    await look(window)
    assert site.asked


async def test_without_a_release_there_is_nothing_of_updates(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    assert shipped([tmp_path]) is None
    window = MainWindow(session, Actions(), Settings(), UsageMeter("unix:///x"))
    qtbot.addWidget(window)
    assert window.settings_page.updates is None
    assert not [b for b in window.welcome.findChildren(CheckBox) if "version" in b.text()]


async def test_the_welcome_asks_and_the_settings_follow(window: MainWindow) -> None:
    switch = window.welcome.updates_switch
    assert not switch.isChecked()
    switch.click()
    assert window.settings.updates_check
    control = window.settings_page.controls["updates_check"]
    assert isinstance(control, CheckBox)
    assert control.isChecked()
    watch = window.updates
    assert watch is not None
    assert watch._timer.isActive()
    control.click()
    assert not watch._timer.isActive()


async def test_a_version_is_shown_downloaded_and_put_in(
    window: MainWindow,
    releases: Releases,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    appimage = tmp_path / "Davit.AppImage"
    appimage.write_text("old")
    monkeypatch.setenv("APPIMAGE", str(appimage))
    releases.add("1.1", b"new version", notes=HOSTILE)
    window.go("settings")
    await look(window)
    notes = window.settings_page.findChild(QPlainTextEdit)
    assert notes is not None
    assert notes.toPlainText() == "<img src='http://evil'/>␛[31mred\ufffdgnp.exe\n<b>bold</b>"
    button(window, "Download").click()
    await until(lambda: shown(window, "Install and restart"), 30)
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    button(window, "Install and restart").click()
    await until(lambda: closed, 30)
    assert appimage.read_bytes() == b"new version"
    watch = window.updates
    assert watch is not None
    assert watch.taking_over is not None
    assert watch.taking_over.target == appimage
    noted = trial.read(watch.updates.folder)
    assert noted is not None
    assert (noted.version, noted.previous, noted.state) == ("1.1", "1.0", "trying")


async def test_a_refused_file_changes_nothing_and_is_told(
    window: MainWindow, releases: Releases, site: Site
) -> None:
    releases.add("1.1", b"new version")
    site.instead["targets/"] = b"bad version"
    window.go("settings")
    await look(window)
    button(window, "Download").click()
    problems = window.settings_page.problems
    await until(lambda: problems.problems, 30)
    assert [p.title for p in problems.problems] == ["Cannot download Davit 1.1"]
    assert shown(window, "Download")
    assert not shown(window, "Install")


async def test_later_hides_it_until_the_next_look_and_skip_for_good(
    window: MainWindow, releases: Releases
) -> None:
    releases.add("1.1")
    window.go("settings")
    await look(window)
    button(window, "Later").click()
    assert not shown(window, "Download")
    await look(window)
    button(window, "Skip").click()
    await look(window)
    assert not shown(window, "Download")
    releases.add("1.2")
    await look(window)
    assert shown(window, "Download")


async def test_what_the_system_brings_is_only_said(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    release = Release(packaging=Packaging.SYSTEM, command="sudo apt upgrade davit")
    updates = Updates(release, tmp_path, "1.0")
    window = MainWindow(
        session, Actions(), Settings(updates_check=True), UsageMeter("unix:///x"), updates=updates
    )
    qtbot.addWidget(window)
    assert "updates_check" not in window.settings_page.controls
    assert window.updates is not None
    assert not window.updates._timer.isActive()


async def test_a_version_that_came_back_is_told_and_offered_no_more(
    updates: Updates, releases: Releases, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = releases.add("1.1")
    tried = Trial(version="1.1", previous="1.0", packaging="appimage", path=name)
    monkeypatch.setattr(early, "_found", (Verdict.CAME_BACK, tried))
    assert updates.tell() == (Verdict.CAME_BACK, tried)
    assert not (await updates.check()).any


async def test_a_look_is_due_once_a_day(updates: Updates) -> None:
    await updates.check()
    assert 0 < updates.due(updates.checked + 1) < DAY
    assert updates.due(updates.checked + DAY + 1) == 0
    assert updates.due(updates.checked - 5) == 0  # the clock was put back


async def test_a_mirror_without_tls_is_refused(updates: Updates) -> None:
    updates.address = "http://mirror.example"
    with pytest.raises(Exception, match="Cannot ask http"):
        await updates.check()


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b'{"packaging": "setup", "url": "http://evil.example"}',
     b'{"packaging": "what", "url": "https://x"}', b'{"packaging": "dmg", "url": "https://x"}'],
)  # fmt: skip
def test_a_release_that_is_not_whole_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "release.json").write_bytes(content)
    if b"dmg" not in content:
        (tmp_path / "root.json").write_bytes(b"{}")
    assert shipped([tmp_path]) is None


def test_problems_of_updates_say_what_to_do() -> None:
    from davit_desktop.client.errors import UpdateRefused
    from davit_desktop.state.problem import problem

    told = problem("Cannot look", UpdateRefused("it is old", "Try later.", "raw"))
    assert told == Problem(
        title="Cannot look", reason="It is old", advice="Try later.", details="raw"
    )
    assert msgspec.structs.asdict(told)["details"] == "raw"
