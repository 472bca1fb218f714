"""The first run over a machine: checks, start, first container; and the window around it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.usage import UsageMeter
from davit_desktop.views.main_window import MainWindow
from davit_vm.errors import ImageMissing, RemedyFailed
from davit_vm.status import Check, Remedy, State
from fakes.machine import FIGURES, TCG_NOTE, FakeMachine


@pytest.fixture
async def machine(tmp_path: Path) -> FakeMachine:
    machine = FakeMachine(tmp_path, State.ABSENT)
    machine.checks = (
        Check(name="Accelerator", ok=True, detail="KVM"),
        Check(name="Guest", ok=None, detail="not there"),
    )
    return machine


@pytest.fixture
async def window(
    qtbot: QtBot, tiny_engine: Any, machine: FakeMachine, until: Any
) -> AsyncIterator[MainWindow]:
    client = EngineClient(f"unix://{tiny_engine.path}")
    machine.endpoint = client.host
    session = Session(client, MachineSession(machine))
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(client.host))
    qtbot.addWidget(window)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.machine and session.machine.status)
    yield window
    window.hide()
    window.detail.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()
    await client.aclose()
    window.settings = Settings(ask_before_quit=False)


def online(window: MainWindow) -> bool:
    return window.session.connection.phase is Phase.ONLINE


async def test_a_new_computer_is_welcomed_and_led_to_its_first_container(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, tiny_engine: Any, until: Any
) -> None:
    page = window.welcome
    assert page is not None
    await until(lambda: window.pages.currentWidget() is page)
    await until(lambda: [c.name for c in page.checks.checks] == ["Accelerator"])
    assert not page.run_button.isEnabled()
    assert page.start_button.text() == "Set up and start"
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    await until(lambda: page.run_button.isEnabled())
    assert [c for c in machine.calls if c not in ("status", "diagnose")] == ["create", "start"]
    assert page.stages.words[0] == "Start QEMU done 0.1 s"
    qtbot.mouseClick(page.run_button, Qt.MouseButton.LeftButton)
    await until(lambda: window.pages.currentWidget() is window.detail)
    assert f"POST /containers/{'f' * 64}/start" in tiny_engine.calls


async def test_a_start_that_fails_is_explained_on_the_same_screen(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    page = window.welcome
    assert page is not None
    machine.refusals["create"] = ImageMissing("There is no guest image", "no folder", "Install it.")
    await until(lambda: window.pages.currentWidget() is page)
    qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    await until(lambda: page.problems.problems)
    assert page.problems.problems[0].advice == "Install it."
    assert page.start_button.isEnabled()


async def test_other_pages_offer_the_way_on_in_every_state(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    window.go("images")
    off = window.images.offline
    await until(off.isVisible)
    assert off.title == "Davit is not set up yet"
    qtbot.mouseClick(off.button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.welcome
    window.go("images")
    machine.tell(state=State.STOPPED)
    await until(lambda: off.title == "The engine is stopped")
    machine.hold.clear()
    qtbot.mouseClick(off.button, Qt.MouseButton.LeftButton)
    await until(lambda: off.title == "The machine is starting")
    assert off._stages.isVisible()
    assert not off.button.isVisible()
    machine.hold.set()
    await until(lambda: online(window))
    await until(window.images.nothing.isVisible)
    machine.tell(state=State.ASLEEP)
    await until(lambda: off.isVisible() and off.title == "The machine is asleep")
    machine.tell(state=State.FAILED, problem=ImageMissing("No image", "gone").problem)
    await until(lambda: off.button.text() == "See what happened")
    qtbot.mouseClick(off.button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.machine


async def test_containers_of_a_machine_that_stopped_are_not_shown_as_running(
    window: MainWindow, machine: FakeMachine, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    machine.tell(state=State.READY)
    await until(lambda: online(window) and window.session.containers)
    window.go("containers")
    await until(window.containers.list.isVisible)
    machine.tell(state=State.STOPPED)
    await until(window.containers.offline.isVisible)
    assert window.session.containers == {}
    assert not window.banner.isVisible()


async def test_a_paused_machine_is_told_above_the_list(
    qtbot: QtBot,
    window: MainWindow,
    machine: FakeMachine,
    tiny_engine: Any,
    make_summary: Any,
    until: Any,
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    machine.tell(state=State.READY)
    await until(lambda: online(window) and window.session.containers)
    machine.tell(state=State.PAUSED)
    await until(window.banner.isVisible)
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    await until(lambda: not window.banner.isVisible())
    assert machine.current.state is State.READY


async def test_the_status_bar_tells_of_the_machine_and_its_disk(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    bar = window.status
    await until(lambda: bar._engine.text() == "Machine: not set up")
    machine.tell(state=State.READY, accelerator="tcg", accelerator_note=TCG_NOTE, resources=FIGURES)
    await until(lambda: bar._engine.text().startswith("Machine: running · Docker 27.0"))
    await until(lambda: "Disk 2.1 GB" in bar._usage.text())
    assert bar.slow.isVisible()
    window.go("images")
    qtbot.mouseClick(bar.slow, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.machine


async def test_quitting_says_that_the_machine_goes_on_and_can_stop_it(
    qtbot: QtBot,
    window: MainWindow,
    machine: FakeMachine,
    tiny_engine: Any,
    make_summary: Any,
    until: Any,
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    machine.tell(state=State.READY, resources=FIGURES)
    await until(lambda: online(window) and window.session.containers)
    closed: list[int] = []
    window.closed.connect(lambda: closed.append(1))
    window.close()
    (box,) = window.findChildren(QMessageBox)
    assert "The machine goes on without the window" in box.informativeText()
    assert "620 MiB" in box.informativeText()
    buttons = {b.text(): b for b in box.findChildren(QPushButton)}
    assert box.defaultButton() is buttons["Cancel"]
    qtbot.mouseClick(buttons["Stop machine and quit"], Qt.MouseButton.LeftButton)
    await until(lambda: closed == [1])
    assert "stop" in machine.calls


async def test_a_crash_that_mends_itself_leaves_no_banner(
    window: MainWindow,
    machine: FakeMachine,
    tiny_engine: Any,
    make_summary: Any,
    until: Any,
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    machine.tell(state=State.READY)
    await until(lambda: online(window) and tiny_engine.listeners)
    await tiny_engine.stop()
    await until(window.banner.isVisible)
    machine.tell(state=State.STARTING)
    await until(lambda: not window.banner.isVisible())


async def test_settings_act_on_the_lists_at_once_and_lead_to_the_machine(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY, pending_restart=("engine",))
    window.go("settings")
    page = window.settings_page
    page.changed.emit(
        Settings(
            images_sort="size", images_descending=True, images_show="unused", containers_sort="cpu"
        )
    )
    assert (window.images.sort_key, window.images.descending) == ("size", True)
    assert window.images.shown_use == "unused"
    assert window.containers.sort_key == "cpu"
    assert window.settings.images_show == "unused", "the lists do not tell it again otherwise"
    assert page.engine is not None
    await until(page.engine.restart_button.isEnabled)
    qtbot.mouseClick(page.engine.restart_button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.machine
    await until(lambda: "restart" in machine.calls)


def _button(page: QWidget, words: str) -> QPushButton | None:
    found = (b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible())
    return next(found, None)


async def test_what_is_missing_is_mended_with_one_button(
    qtbot: QtBot, window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    page = window.welcome
    remedy = Remedy(
        kind="turn on", subject="Windows Hypervisor Platform", command=("dism",), after="restart"
    )
    note = "tcg. It runs without hardware acceleration."
    machine.checks = (
        Check(name="accelerator", ok=True, detail=note, hint="…", remedy=remedy),
        Check(name="QEMU", ok=False, detail="", remedy=Remedy(kind="reinstall", subject="Davit")),
    )
    page._checks_card.check()
    await until(lambda: _button(page, "Turn on"))
    assert _button(page, "Repair") is None  # nobody here could
    machine.checks = ()
    button = _button(page, "Turn on")
    assert button is not None
    button.click()
    await until(lambda: machine.mended == [remedy])
    await until(lambda: any("Restart this computer" in w.text() for w in page.findChildren(QLabel)))
    await until(lambda: _button(page, "Turn on") is None)


async def test_a_remedy_that_fails_is_told_and_can_be_tried_again(
    window: MainWindow, machine: FakeMachine, until: Any
) -> None:
    page = window.welcome
    remedy = Remedy(kind="install", subject="QEMU", command=("apt-get", "install", "q"))
    machine.checks = (Check(name="QEMU", ok=False, detail="none", remedy=remedy),)
    machine.refusals["mend"] = RemedyFailed("Cannot run apt-get", "E: no such package")
    page._checks_card.check()
    await until(lambda: _button(page, "Install QEMU"))
    button = _button(page, "Install QEMU")
    assert button is not None
    button.click()
    await until(lambda: page.problems.problems)
    assert page.problems.problems[0].title == "This did not work: Install QEMU"
    assert "no such package" in page.problems.problems[0].reason
    assert _button(page, "Install QEMU") is not None
