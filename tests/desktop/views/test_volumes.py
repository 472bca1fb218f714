"""The volumes page on an engine that is not Davit's, and on one that tells hostile names."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.usage import UsageMeter
from davit_desktop.views.main_window import MainWindow

HOSTILE = "<b>x</b>\u202e\x1b[31m" + "y" * 100_000


@pytest.fixture
async def window(
    qtbot: QtBot, session: Session, tiny_engine: Any, make_summary: Any, until: Any
) -> AsyncIterator[MainWindow]:
    mounts = [{"Type": "volume", "Name": "data"}]
    tiny_engine.containers = [make_summary("a", "web", Mounts=mounts)]
    tiny_engine.volumes = [
        {"Name": "data", "Driver": "local"},
        {"Name": HOSTILE, "Driver": HOSTILE, "Labels": {HOSTILE: HOSTILE}},
    ]
    tiny_engine.usage = {"Volumes": [{"Name": "data", "UsageData": {"Size": 4096}}]}
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(session.engine.host))
    qtbot.addWidget(window)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.connection.phase is Phase.ONLINE)
    yield window
    window.hide()
    window.shown.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()


async def test_nothing_is_asked_before_somebody_looks(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    await until(lambda: window.session.listed)
    assert "GET /volumes" not in tiny_engine.calls
    window.go("volumes")
    await until(lambda: len(window.volumes.model.rows()) == 2)
    assert [row.size for row in window.volumes.model.rows()] == [None, None]
    await until(lambda: (row := window.volumes.model.row("data")) and row.size == 4096)
    window.go("containers")
    asked = tiny_engine.calls.count("GET /volumes")
    news = []
    window.session.volumes_news.subscribe(lambda: news.append(1))
    tiny_engine.say("volume", "create", "other")
    await until(lambda: news)
    assert tiny_engine.calls.count("GET /volumes") == asked
    window.go("volumes")
    await until(lambda: tiny_engine.calls.count("GET /volumes") > asked)


async def test_another_engine_is_offered_what_it_can(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    tiny_engine.refusals["GET /davit/v1"] = (404, "page not found")
    window.go("volumes")
    await until(lambda: window.volumes.model.rows())
    page = window.volumes
    assert not page.import_button.isVisible()
    assert not page.verbs["export"].isVisible()
    assert page.verbs["delete"].isVisible()
    window.go("volume", "data")
    assert not window.volume.export_button.isVisible()
    assert window.volume.tabs.currentWidget() is window.volume.inspect


async def test_hostile_names_are_shown_as_text(window: MainWindow, until: Any) -> None:
    window.go("volumes")
    await until(lambda: window.volumes.model.row(HOSTILE))
    row = window.volumes.model.row(HOSTILE)
    assert row is not None
    window.volumes.grab()
    window.go("volume", HOSTILE, "inspect")
    window.volume.grab()
    window.volume_verbs.delete([row])
    dialog = window.volume_verbs.dialog
    assert dialog is not None
    dialog.grab()
    dialog.close()
    assert window.shown is window.volume
