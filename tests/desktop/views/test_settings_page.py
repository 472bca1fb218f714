"""Preferences are changed as they are touched, found by their words, saved and loaded."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop import settings as preferences
from davit_desktop.settings import Scheme, Settings
from davit_desktop.views.fields import CheckBox, Choice, Number
from davit_desktop.views.settings_page import SettingsPage


class Login:
    """What starts at login, kept in memory; `broken` refuses every change."""

    def __init__(self) -> None:
        self.on = False
        self.broken = False

    def enabled(self) -> bool:
        return self.on

    def enable(self) -> None:
        self._set(on=True)

    def disable(self) -> None:
        self._set(on=False)

    def _set(self, *, on: bool) -> None:
        if self.broken:
            raise PermissionError(13, "Permission denied", "/etc/xdg")
        self.on = on


@pytest.fixture
def login() -> Login:
    return Login()


@pytest.fixture
def page(qtbot: QtBot, login: Login) -> SettingsPage:
    page = SettingsPage(Settings(), login, tray=True)
    qtbot.addWidget(page)
    page.show()
    return page


def test_each_control_changes_its_preference(page: SettingsPage) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    colours, size, tray = (page.controls[key] for key in ("scheme", "text_size", "keep_in_tray"))
    assert isinstance(colours, Choice)
    assert isinstance(size, Number)
    assert isinstance(tray, CheckBox)
    colours.setCurrentIndex(2)
    size.setValue(3)
    tray.click()
    assert told[-1] == Settings(scheme=Scheme.DARK, text_size=3, keep_in_tray=True)


def test_a_change_made_elsewhere_is_followed_and_not_told_again(page: SettingsPage) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    page.show_settings(Settings(scheme=Scheme.LIGHT, ask_before_quit=False))
    asks = page.controls["ask_before_quit"]
    assert isinstance(asks, CheckBox)
    assert not asks.isChecked()
    assert told == []


def test_words_find_a_setting(page: SettingsPage) -> None:
    page.filter.setText("LOG IN")
    assert page.controls["autostart"].isVisible()
    assert not page.controls["scheme"].isVisible()
    page.filter.setText("zzz")
    assert page._none.isVisible()
    page._none.button.click()
    assert page.controls["scheme"].isVisible()


def test_what_is_exported_is_imported(page: SettingsPage, tmp_path: Path) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    kept = Settings(text_size=2, notify=False)
    preferences.save(kept, tmp_path / "kept.toml")
    page.import_from(tmp_path / "kept.toml")
    assert told == [kept]
    page.show_settings(kept)
    page.export_to(tmp_path / "again.toml")
    assert preferences.read(tmp_path / "again.toml") == kept


def test_a_file_that_cannot_be_read_changes_nothing(page: SettingsPage, tmp_path: Path) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    (tmp_path / "bad.toml").write_text("no [ toml")
    for name in ("bad.toml", "none.toml"):
        page.import_from(tmp_path / name)
    assert told == []
    assert {p.title.split("/")[-1] for p in page.problems.problems} == {"bad.toml", "none.toml"}


def test_login_is_switched_and_a_refusal_is_told(page: SettingsPage, login: Login) -> None:
    control = page.controls["autostart"]
    assert isinstance(control, CheckBox)
    control.click()
    assert login.on
    login.broken = True
    control.click()
    assert control.isChecked()
    assert [p.reason for p in page.problems.problems] == ["Permission denied"]


def test_without_a_tray_nothing_is_said_of_it(qtbot: QtBot, login: Login) -> None:
    page = SettingsPage(Settings(), login, tray=False)
    qtbot.addWidget(page)
    assert not {"keep_in_tray", "notify"} & set(page.controls)
