"""The window: where one goes, what is remembered, and how it ends."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Scheme, Settings
from davit_desktop.usage import UsageMeter
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.main_window import MainWindow, disk_held
from davit_desktop.views.page import Page


@pytest.fixture
async def window(
    qtbot: QtBot, session: Session, tiny_engine: Any, make_summary: Any, until: Any
) -> AsyncIterator[MainWindow]:
    tiny_engine.containers = [make_summary("a", "web"), make_summary("b", "db", state="exited")]
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(session.engine.host))
    qtbot.addWidget(window)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.connection.phase is Phase.ONLINE and tiny_engine.listeners)
    await until(lambda: window.containers.proxy.rowCount() == 2)
    yield window
    window.hide()
    window.detail.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()
    window.settings = Settings(ask_before_quit=False)


async def test_a_container_opens_and_back_leads_back(window: MainWindow, until: Any) -> None:
    window.containers.opened.emit("a" * 64, "inspect")
    assert window.pages.currentWidget() is window.detail
    assert window.detail.tabs.tabText(window.detail.tabs.currentIndex()) == "Inspect"
    await until(lambda: "a" * 64 in window.detail.inspect.raw.toPlainText())
    window.back()
    assert window.pages.currentWidget() is window.containers
    window.forward()
    assert window.pages.currentWidget() is window.detail


async def test_deleting_the_container_on_show_returns_to_the_list(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    window.go("container", "a" * 64)
    tiny_engine.containers = tiny_engine.containers[1:]
    tiny_engine.say("container", "destroy", "a" * 64)
    await until(lambda: window.pages.currentWidget() is window.containers)
    window.back()
    assert window.pages.currentWidget() is window.containers, "there is nothing to go back to"


async def test_only_the_open_tab_streams(window: MainWindow, tiny_engine: Any, until: Any) -> None:
    await until(lambda: tiny_engine.stats_open == 1)
    window.go("container", "a" * 64, "inspect")
    await until(lambda: tiny_engine.stats_open == 0)
    window.go("container", "a" * 64, "stats")
    await until(lambda: tiny_engine.stats_open == 1)
    await until(lambda: window.detail.stats.memory.accessibleDescription().startswith("4.1 kB"))
    await until(lambda: window.detail.stats.processes.model() is not None)
    window.hide()
    await until(lambda: tiny_engine.stats_open == 0)
    window.show()


async def test_the_engine_going_shows_a_banner_and_its_return_hides_it(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    await tiny_engine.stop()
    await until(lambda: window.banner.isVisible())
    tiny_engine.path.unlink(missing_ok=True)
    await tiny_engine.start()
    window.session.retry()
    await until(lambda: not window.banner.isVisible())


async def test_closing_while_containers_run_says_what_happens(
    qtbot: QtBot, window: MainWindow
) -> None:
    closed: list[int] = []
    window.closed.connect(lambda: closed.append(1))
    window.close()
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "1 container keeps running when Davit is closed."
    buttons = {b.text(): b for b in box.findChildren(QPushButton)}
    assert box.defaultButton() is buttons["Cancel"]
    assert not closed
    qtbot.mouseClick(buttons["Quit Davit"], Qt.MouseButton.LeftButton)
    assert closed == [1]


async def test_choices_are_told_to_be_remembered(window: MainWindow) -> None:
    told: list[Settings] = []
    window.settings_changed.connect(told.append)
    window.sidebar.set_folded(True)
    window._set(scheme=Scheme.DARK)
    assert (told[-1].sidebar_collapsed, told[-1].scheme) == (True, Scheme.DARK)


async def test_every_shortcut_is_used_once(window: MainWindow) -> None:
    from PySide6.QtGui import QAction

    seen: dict[str, str] = {}
    for action in window.findChildren(QAction):
        if action.shortcutContext() != Qt.ShortcutContext.WindowShortcut:
            continue
        for keys in action.shortcuts():
            assert keys.toString() not in seen, (keys.toString(), seen, action.text())
            seen[keys.toString()] = action.text()
    assert {"Ctrl+Q", "F5", "Ctrl+F", "Ctrl+1", "Alt+Left"} <= set(seen)


def test_disk_counts_layers_containers_and_volumes() -> None:
    answer = {
        "LayersSize": 100,
        "Containers": [{"SizeRw": 10}, {}],
        "Volumes": [{"UsageData": {"Size": 1}}, {"UsageData": {"Size": -1}}],
    }
    assert disk_held(answer) == 111


async def test_a_change_of_settings_counts_at_once_everywhere(window: MainWindow) -> None:
    window.go("settings")
    changed = msgspec.structs.replace(window.settings, scheme=Scheme.DARK, sidebar_collapsed=True)
    window.settings_page.changed.emit(changed)
    assert window.sidebar.folded
    assert window.settings == changed
    window.sidebar.set_folded(False)
    folded = window.settings_page.controls["sidebar_collapsed"]
    assert isinstance(folded, CheckBox)
    assert not folded.isChecked()


async def test_what_is_done_is_in_the_journal(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    window.go("activity")
    window.verbs.stop([window.session.containers["a" * 64]])
    await until(lambda: [e.result for e in window.activity.model.rows()] == ["done"])
    assert [e.command for e in window.activity.model.rows()] == ["docker stop web"]


async def test_the_palette_goes_and_does(window: MainWindow, qtbot: QtBot, until: Any) -> None:
    window.open_palette()
    palette = window.palette_dialog
    assert palette is not None
    qtbot.keyClicks(palette.field, "stop web")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    await until(lambda: [a.command for a in window.actions_run.history] == ["docker stop web"])
    window.open_palette()
    qtbot.keyClicks(palette.field, "activity")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.shown is window.activity


async def test_a_page_that_is_being_made_is_there_when_it_is_wanted(
    window: MainWindow, until: Any
) -> None:
    window._make_late_pages()
    window._make_late_pages()
    window.go("container", "a" * 64)
    assert window.shown is window.detail
    complete: list[bool] = []
    window.complete.connect(lambda: complete.append(True))
    await until(lambda: complete)
    assert {window.detail, window.image} < set(window.findChildren(Page))
