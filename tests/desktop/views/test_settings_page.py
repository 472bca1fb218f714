"""Preferences are changed as they are touched, found by their words, saved and loaded."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from davit_desktop import settings as preferences
from davit_desktop.actions import Actions
from davit_desktop.client import docker_context
from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Connection, Phase, Session
from davit_desktop.settings import Scheme, Settings
from davit_desktop.state.engine_settings import CERTIFICATES, INSECURE, MIRRORS
from davit_desktop.views.engine_settings import Field
from davit_desktop.views.fields import CheckBox, Choice, Number
from davit_desktop.views.icons import TextButton
from davit_desktop.views.machine_move import MoveSection
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.settings_page import SettingsPage
from davit_vm.errors import BadSetting, MachineError
from davit_vm.status import State
from fakes.machine import FakeMachine


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


@pytest.fixture
async def actions() -> AsyncIterator[Actions]:
    actions = Actions()
    yield actions
    await actions.close()


@pytest.fixture
async def machine(tmp_path: Path) -> MachineSession:
    machine = FakeMachine(tmp_path, State.READY)
    session = MachineSession(machine)
    await session.refresh()
    return session


@pytest.fixture
async def over_machine(
    qtbot: QtBot, login: Login, actions: Actions, machine: MachineSession
) -> AsyncIterator[SettingsPage]:
    client = EngineClient(machine.machine.endpoint)
    session = Session(client, machine)
    page = SettingsPage(Settings(), login, tray=True, session=session, actions=actions)
    qtbot.addWidget(page)
    page.show()
    yield page
    await client.aclose()


def write(page: SettingsPage, key: str, words: str) -> Field:
    field = page.controls[key]
    assert isinstance(field, Field)
    field.line.clear()
    QTest.keyClicks(field.line, words)
    field.line.editingFinished.emit()
    return field


async def test_settings_of_the_engine_reach_the_machine(
    over_machine: SettingsPage, machine: MachineSession, actions: Actions, until: Any
) -> None:
    engine = over_machine.engine
    assert engine is not None
    assert not engine.restart_button.isEnabled()
    write(over_machine, "http_proxy", "http://me:secret@proxy:3128")
    await until(lambda: machine.config and machine.config.http_proxy)
    assert "secret" not in actions.history[-1].command
    write(over_machine, MIRRORS, "https://one, https://two")
    await until(lambda: machine.config and machine.config.engine)
    write(over_machine, INSECURE, "lab:5000 10.0.0.0/8")
    await until(lambda: machine.config and INSECURE in machine.config.engine)
    assert machine.config is not None
    assert machine.config.engine == {
        MIRRORS: ["https://one", "https://two"],
        INSECURE: ["lab:5000", "10.0.0.0/8"],
    }
    shared = machine.config.shares[0].path
    field = write(over_machine, CERTIFICATES, f"{shared}/certs.d")
    await until(lambda: machine.config and CERTIFICATES in machine.config.engine)
    assert machine.config.engine[CERTIFICATES] == f"/host{shared}/certs.d"
    assert field.line.text() == f"{shared}/certs.d"
    await machine.refresh()
    await until(engine.restart_button.isEnabled)
    asked: list[str] = []
    over_machine.restart_wanted.connect(lambda: asked.append("restart"))
    over_machine.went.connect(lambda *place: asked.append("/".join(place)))
    engine.restart_button.click()
    resources = over_machine.controls["resources"]
    assert isinstance(resources, TextButton)
    resources.click()
    assert asked == ["restart", "machine//resources"]


async def test_what_cannot_be_is_said_beside_its_field_and_not_sent(
    over_machine: SettingsPage, machine: MachineSession, actions: Actions
) -> None:
    field = write(over_machine, MIRRORS, "mirror.example.com")
    assert field.wrong.isVisible()
    assert "mirror.example.com" in field.wrong.text()
    assert not actions.history
    write(over_machine, MIRRORS, "")
    assert not field.wrong.isVisible()
    assert not actions.history


async def test_a_machine_that_refuses_is_told_on_the_page(
    over_machine: SettingsPage, machine: MachineSession, until: Any
) -> None:
    fake = machine.machine
    assert isinstance(fake, FakeMachine)
    fake.refusals["configure"] = BadSetting("Cannot use it", "it is bad", "Write another.")
    field = write(over_machine, "no_proxy", "localhost")
    await until(lambda: over_machine.problems.problems)
    assert field.line.text() == "", "what is not set is not shown as if it were"


async def test_an_engine_without_machine_tells_its_settings(
    qtbot: QtBot, login: Login, actions: Actions, tmp_path: Path, until: Any, monkeypatch: Any
) -> None:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    session = Session(EngineClient("unix:///run/davit/engine.sock"))
    page = SettingsPage(Settings(), login, tray=True, session=session, actions=actions)
    qtbot.addWidget(page)
    page.show()
    root = page.controls["root"]
    assert isinstance(root, ElidedLabel)
    assert root.accessibleName() == "The engine does not answer"
    session.info = {"DockerRootDir": "/var/lib/<b>davit"}
    session.connection = Connection(phase=Phase.ONLINE, host="", engine="Davit 1")
    session.connection_news.publish()
    await until(lambda: root.accessibleName() == "/var/lib/<b>davit")
    page.filter.setText("mirrors")
    assert page.controls["mirrors"].isVisible()
    assert not page.controls["root"].isVisible()
    button = page.controls["context"]
    assert isinstance(button, TextButton)
    button.click()
    await until(lambda: docker_context.find("davit"))
    context = docker_context.find("davit")
    assert context is not None
    assert context.host == "unix:///run/davit/engine.sock"


def move_section(page: SettingsPage) -> tuple[MoveSection, FakeMachine]:
    assert page.move_section is not None
    fake = page.move_section._machine.machine
    assert isinstance(fake, FakeMachine)
    return page.move_section, fake


async def test_everything_is_exported_with_the_machine_stopped_and_started_again(
    over_machine: SettingsPage, machine: MachineSession, tmp_path: Path, until: Any
) -> None:
    await machine.refresh()
    section, fake = move_section(over_machine)
    said: list[str] = []
    over_machine.said.connect(lambda words, _: said.append(words))
    section.export_button.click()
    assert isinstance(section.dialog, QFileDialog)
    section.dialog.close()
    section.export_to(tmp_path / "all.davit")
    await until(lambda: said == ["Exported to all.davit"])
    assert [c for c in fake.calls if c in ("stop", "export", "start")] == [
        "stop",
        "export",
        "start",
    ]


async def test_an_export_that_fails_starts_the_machine_again_and_says_why(
    over_machine: SettingsPage, machine: MachineSession, tmp_path: Path, until: Any
) -> None:
    await machine.refresh()
    section, fake = move_section(over_machine)
    fake.refusals["export"] = MachineError("Cannot export to x", "no space is left")
    section.export_to(tmp_path / "all.davit")
    await until(lambda: over_machine.problems.problems)
    assert over_machine.problems.problems[0].title == "Cannot export the machine"
    assert fake.calls[-1] in ("start", "status")
    assert "start" in fake.calls


async def test_an_import_asks_before_anything_is_lost(
    over_machine: SettingsPage, machine: MachineSession, tmp_path: Path, until: Any
) -> None:
    await machine.refresh()
    section, fake = move_section(over_machine)
    section.import_from(tmp_path / "all.davit")
    box = section.dialog
    assert isinstance(box, QMessageBox)
    assert "deleted for good" in box.text()
    box.defaultButton().click()
    assert section.dialog is None
    assert "import" not in fake.calls
    section.import_from(tmp_path / "all.davit")
    box = section.dialog
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == "Replace everything").click()
    await until(lambda: "import" in fake.calls)
    await until(lambda: fake.calls.index("stop") < fake.calls.index("import"))
