"""The Machine page: what it says in each state, what its buttons do, what its tabs change."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client import docker_context
from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Session
from davit_desktop.state.machine import GIB
from davit_desktop.views.machine import MachinePage
from davit_desktop.views.machine_console import Lines
from davit_vm.config import SharedFolder
from davit_vm.errors import BadSetting, BootFailed
from davit_vm.status import Boot, Check, Reclaimed, Share, StageTime, State
from fakes.machine import DATA_PROBLEM, FIGURES, TCG_NOTE, FakeMachine


@pytest.fixture
async def machine(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


@pytest.fixture
async def page(qtbot: QtBot, machine: FakeMachine, until: Any) -> AsyncIterator[MachinePage]:
    followed = MachineSession(machine)
    session = Session(EngineClient(machine.endpoint), followed)
    actions = Actions()
    page = MachinePage(session, followed, actions)
    actions.setParent(page)
    qtbot.addWidget(page)
    page.resize(708, 560)
    page.show()
    task = asyncio.create_task(followed.run())
    await until(lambda: followed.config is not None and machine.listeners)
    yield page
    page.hide()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()
    await session.engine.aclose()


def buttons(page: MachinePage) -> set[str]:
    head = (
        page.repair_button,
        page.start_button,
        page.resume_button,
        page.stop_button,
        page.restart_button,
    )
    return {button.text() for button in head if button.isVisible()}


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        (State.ABSENT, {"Set up and start"}),
        (State.STOPPED, {"Start"}),
        (State.STARTING, {"Cancel start"}),
        (State.READY, {"Stop", "Restart"}),
        (State.PAUSED, {"Resume", "Stop"}),
        (State.ASLEEP, {"Wake", "Stop"}),
        (State.STOPPING, set()),
        (State.FAILED, {"Start"}),
    ],
)
async def test_the_header_offers_what_the_state_allows(
    page: MachinePage, machine: FakeMachine, until: Any, state: State, wanted: set[str]
) -> None:
    machine.tell(state=state)
    await until(lambda: buttons(page) == wanted)


async def test_a_start_ticks_stage_by_stage(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.hold.clear()
    click(qtbot, page.start_button)
    await until(lambda: len(machine.current.stages) == 7 and page.start_button.isHidden())
    now = (StageTime(name="qemu", seconds=0.4), StageTime(name="kernel"))
    machine.tell(stages=now, started_at=time.time() - 3.4)
    await until(lambda: page.overview.stages.words[:1] == ["Start QEMU done 0.4 s"])
    await until(lambda: page.overview.stages.words[1].startswith("Boot the kernel running 3."))
    first = page.overview.stages.words[1]
    await until(lambda: page.overview.stages.words[1] != first)
    assert page.overview.stages.words[2] == "Mount the system waiting"
    machine.hold.set()
    await until(lambda: buttons(page) == {"Stop", "Restart"})


async def test_a_failed_start_says_what_why_and_what_to_do_once(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.refusals["start"] = BootFailed("QEMU ended", "no space", "Free some.", "raw text")
    click(qtbot, page.start_button)
    await until(lambda: page.problems.problems)
    await until(lambda: not page._actions.running)
    (problem,) = page.problems.problems
    assert (problem.title, problem.reason, problem.advice, problem.details) == (
        "QEMU ended",
        "no space",
        "Free some.",
        "raw text",
    )
    machine.refusals.clear()
    click(qtbot, page.start_button)
    await until(lambda: machine.current.state is State.READY)
    await until(lambda: not page.problems.problems)


async def test_a_failed_stage_is_marked(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    stages = (StageTime(name="qemu", seconds=0.4), StageTime(name="kernel"))
    machine.tell(state=State.FAILED, stages=stages, problem=DATA_PROBLEM)
    await until(lambda: "Boot the kernel failed failed" in page.overview.stages.words)


async def test_a_damaged_disk_offers_repair_and_asks_before(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.FAILED, qemu_pid=7, problem=DATA_PROBLEM)
    await until(page.repair_button.isVisible)
    click(qtbot, page.repair_button)
    assert page.dialog is not None
    answer(qtbot, page, "Repair data disk")
    await until(lambda: "repair" in machine.calls)


async def test_slow_emulation_is_told_calmly(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY, accelerator="tcg", accelerator_note=TCG_NOTE)
    await until(lambda: page.note.isVisible())
    assert page.note.words == TCG_NOTE
    assert not page.problems.problems
    machine.tell(accelerator="kvm", accelerator_note="")
    await until(lambda: not page.note.isVisible())


def answer(qtbot: QtBot, page: MachinePage, words: str) -> None:
    assert page.dialog is not None
    found = {b.text(): b for b in page.dialog.findChildren(QPushButton)}
    qtbot.mouseClick(found[words], Qt.MouseButton.LeftButton)


async def test_stopping_asks_only_while_containers_run(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any, make_container: Any
) -> None:
    machine.tell(state=State.READY)
    await until(lambda: buttons(page) == {"Stop", "Restart"})
    page._session.containers = {"a" * 64: make_container("a", "web")}
    click(qtbot, page.stop_button)
    assert page.dialog is not None
    assert "web" in page.dialog.text()
    assert page.dialog.defaultButton().text() == "Cancel"
    answer(qtbot, page, "Cancel")
    assert "stop" not in machine.calls
    page._session.containers = {}
    click(qtbot, page.stop_button)
    await until(lambda: buttons(page) == {"Start"})


async def test_reset_names_what_goes_and_cancel_is_the_default(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any, make_container: Any
) -> None:
    machine.tell(state=State.READY, resources=FIGURES)
    await until(lambda: page._machine.status and page._machine.status.resources == FIGURES)
    page._session.listed = True
    page._session.containers = {"a" * 64: make_container("a", "web")}
    page.menu.aboutToShow.emit()
    entries = {action.text(): action for action in page.menu.actions()}
    entries["Reset…"].trigger()
    assert page.dialog is not None
    assert "1 container, 0 images" in page.dialog.text()
    assert "2 GiB" in page.dialog.text()
    assert page.dialog.defaultButton().text() == "Cancel"
    assert not next(
        b for b in page.dialog.findChildren(QPushButton) if b.text() == "Reset machine"
    ).autoDefault()
    qtbot.keyClick(page.dialog, Qt.Key.Key_Return)
    await asyncio.sleep(0)
    assert "reset" not in machine.calls, "Enter means Cancel"
    entries = {action.text(): action for action in page.menu.actions()}
    entries["Reset…"].trigger()
    answer(qtbot, page, "Reset machine")
    await until(lambda: buttons(page) == {"Set up and start"})


async def test_pause_is_in_the_menu_and_resume_in_the_header(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY)
    await until(lambda: page._machine.ready)
    page.menu.aboutToShow.emit()
    next(a for a in page.menu.actions() if a.text() == "Pause").trigger()
    await until(page.resume_button.isVisible)
    click(qtbot, page.resume_button)
    await until(lambda: machine.current.state is State.READY)


async def test_giving_back_reports_what_was_measured(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.given = Reclaimed(disk=3 * GIB, memory=1 << 28)
    machine.tell(state=State.READY, resources=FIGURES)
    await until(page.overview.reclaim_button.isEnabled)
    click(qtbot, page.overview.reclaim_button)
    await until(lambda: "3 GiB of disk" in page.overview._given.text())
    assert "256 MiB of memory" in page.overview._given.text()


async def test_disk_and_memory_are_told_as_they_are(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY, resources=FIGURES, memory=2 * GIB, qemu_pid=1)
    await until(lambda: page.overview._disk_host.text() == "2 GiB really taken on this computer")
    assert page.overview._disk_inside.text() == "The machine sees 64 GiB, of which it uses 1 GiB"
    assert page.overview._memory.text() == "620 MiB of 2 GiB that it may take"


async def test_the_address_is_copied_as_docker_host(
    page: MachinePage, machine: FakeMachine
) -> None:
    page.overview._copy_address()
    assert QGuiApplication.clipboard().text() == f"DOCKER_HOST={machine.endpoint}"


async def test_a_docker_context_is_registered(
    qtbot: QtBot,
    page: MachinePage,
    machine: FakeMachine,
    until: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    click(qtbot, page.overview.context_button)
    await until(lambda: (found := docker_context.find("davit")) and found.host == machine.endpoint)


async def test_apply_sends_what_differs_and_says_what_waits(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY)
    await until(lambda: page._machine.ready)
    page.open_tab("resources")
    form, said = page.resources, list[str]()
    page.said.connect(lambda words, tip: said.append(words))
    assert not form.apply_button.isEnabled()
    form.memory.setValue(1024)
    form.disk.setValue(72)
    assert form._effect.text() == "At once: disk size. With the next start: memory."
    click(qtbot, form.apply_button)
    await until(lambda: said)
    assert (machine.settings.memory, machine.settings.disk) == (GIB, 72 * GIB)
    assert said == ["Changed disk size. Memory will change with the next start"]
    await until(lambda: page.pending.words == "Waiting for the next start: memory.")
    assert not form.apply_button.isEnabled()
    click(qtbot, page.pending.button)
    await until(lambda: not page.pending.isVisible())
    assert "restart" in machine.calls


async def test_a_disk_never_shrinks_and_revert_takes_back(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine
) -> None:
    page.open_tab("resources")
    form = page.resources
    form.disk.setValue(10)
    assert form.disk.value() == 64
    form.disk.setValue(80)
    click(qtbot, form.revert_button)
    assert form.disk.value() == 64


async def test_a_refused_setting_is_told_and_the_form_stays(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.refusals["configure"] = BadSetting("Cannot give that", "too much", "Choose less.")
    page.open_tab("resources")
    page.resources.memory.setValue(4096)
    click(qtbot, page.resources.apply_button)
    await until(lambda: page.problems.problems)
    assert page.problems.problems[0].advice == "Choose less."
    assert page.resources.memory.value() == 4096
    assert page.resources.apply_button.isEnabled()


async def test_what_is_being_typed_survives_news(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    page.open_tab("resources")
    page.resources.memory.setValue(4096)
    machine.settings = msgspec.structs.replace(machine.settings, idle_stop=60)
    await page._machine.read_config()
    await until(lambda: page.resources._shown == machine.settings)
    assert page.resources.memory.value() == 4096


async def test_folders_are_shared_and_taken_back(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    page.open_tab("sharing")
    view = page.sharing
    view.add("/srv/data")
    await until(lambda: len(view.lines) == 2 and view.lines[1].isVisible())
    click(qtbot, view.lines[1].read_only)
    wanted = (SharedFolder(path="/home/me"), SharedFolder(path="/srv/data", read_only=True))
    await until(lambda: machine.settings.shares == wanted)
    view._remove("/home/me")
    await until(lambda: machine.settings.shares == wanted[1:])


async def test_a_share_that_failed_says_why(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    page.open_tab("sharing")
    machine.tell(shares=(Share(path="/home/me", problem="The folder does not exist"),))
    from PySide6.QtWidgets import QLabel

    await until(
        lambda: any(
            label.text() == "The folder does not exist"
            for label in page.sharing.lines[0].findChildren(QLabel)
        )
    )


async def test_a_refused_folder_leaves_the_list_as_it_was(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.refusals["configure"] = BadSetting("Cannot share", "not there")
    page.open_tab("sharing")
    click(qtbot, page.sharing.lines[0].read_only)
    await until(lambda: page.problems.problems)
    assert not page.sharing.lines[0].read_only.isChecked()


async def test_ports_are_checked_as_typed(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    page.open_tab("sharing")
    view = page.sharing
    view.ports.setText("5432, web")
    assert view._ports_problem.text().startswith("web is not a port")
    assert not view.ports_button.isEnabled()
    view.ports.setText("8000 5432")
    qtbot.keyClick(view.ports, Qt.Key.Key_Return)
    await until(lambda: machine.settings.host_ports == (5432, 8000))
    await until(lambda: view.ports.text() == "5432, 8000")


async def test_the_console_follows_while_it_is_seen_only(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.printed = b"one\r\ntwo\r\n"
    page.open_tab("console")
    await until(lambda: page.console.text.toPlainText() == "one\ntwo")
    machine.printed += b"".join(b"line %d\n" % n for n in range(200))
    await until(lambda: page.console.text.toPlainText().endswith("line 199"))
    bar = page.console.text.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    assert not page.console.follow.isChecked()
    machine.printed += b"more\n"
    await until(lambda: page.console.text.toPlainText().endswith("more"))
    assert bar.value() == 0
    page.open_tab("overview")
    assert page.console._reading is None


def test_console_lines_are_whole_and_harmless() -> None:
    lines = Lines()
    assert lines.feed(b"\x1b[1mbo") == []
    assert lines.feed(b"ld\x1b[0m\r\n\xff\tx\n") == ["bold", "\\xff    x"]
    assert lines.feed("\u202eevil\x07\n".encode()) == ["\ufffdevil\u2407"]
    (cut,) = lines.feed(b"a" * 5_000)
    assert len(cut) == 5_000, "a line without end does not grow for ever"


async def test_history_shows_the_steps_of_the_chosen_start(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    stages = (StageTime(name="qemu", seconds=0.5), StageTime(name="kernel"))
    machine.boots = [
        Boot(started_at=1e9, accelerator="kvm", image="a", outcome="ready", seconds=2.0),
        Boot(
            started_at=2e9,
            accelerator="tcg",
            image="a",
            outcome="failed",
            seconds=9.0,
            stages=stages,
            problem=DATA_PROBLEM,
        ),
    ]
    page.open_tab("history")
    view = page.history
    await until(lambda: view.proxy.rowCount() == 2)
    assert view.proxy.index(0, 3).data() == "Failed", "the newest is the first, and chosen"
    assert view.stages.words[:2] == ["Start QEMU done 0.5 s", "Boot the kernel failed failed"]
    assert view._card is not None
    assert view._card.problem.title == "Cannot use the data disk"
    view.list.setCurrentIndex(view.proxy.index(1, 0))
    assert view._card is None
    assert view._told.text() == "Ready after 2.0 s on KVM. Still running. Guest image a."


async def test_checks_run_when_seen_and_say_what_to_do(
    qtbot: QtBot, page: MachinePage, machine: FakeMachine, until: Any, tmp_path: Path
) -> None:
    machine.checks = (
        Check(name="Accelerator", ok=False, detail="KVM is closed", hint="Join the group kvm."),
        Check(name="Guest", ok=None, detail="not running", hint="Start it."),
    )
    page.open_tab("checks")
    await until(lambda: page.checks.list.checks == machine.checks)
    assert page.checks.summary.text() == "1 of 2 checks needs attention, 1 could not be tried."
    page.checks._copy()
    assert "[Needs attention] Accelerator: KVM is closed\n    Join" in (
        QGuiApplication.clipboard().text()
    )
    said = list[str]()
    page.said.connect(lambda words, tip: said.append(words))
    page.checks.write_bundle(tmp_path / "b.zip")
    await until(lambda: said == ["Saved b.zip"])
    assert (tmp_path / "b.zip").exists()


async def test_figures_are_asked_for_only_while_the_page_is_seen(
    page: MachinePage, machine: FakeMachine, until: Any
) -> None:
    machine.tell(state=State.READY, supervisor_pid=1)
    await until(lambda: page._machine.ready)
    page._timer.setInterval(20)
    asked = machine.calls.count("status")
    await until(lambda: machine.calls.count("status") > asked + 1)
    page.hide()
    assert not page._timer.isActive()


async def test_everything_that_can_be_pressed_has_a_name(page: MachinePage) -> None:
    for button in page.findChildren(QAbstractButton):
        never_seen = button.isHidden() and not button.text()
        assert never_seen or button.accessibleName() or button.text(), button
