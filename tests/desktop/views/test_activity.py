"""The activity page lists what runs and what was done, and gives it away as a script."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import Conflict
from davit_desktop.journal import Journal
from davit_desktop.views.activity import ActivityPage


@pytest.fixture
async def actions(qtbot: QtBot) -> AsyncIterator[Actions]:
    made = Actions()
    yield made
    await made.close()


@pytest.fixture
def page(qtbot: QtBot, actions: Actions, tmp_path: Path) -> ActivityPage:
    page = ActivityPage(actions, Journal(tmp_path / "activity.jsonl"))
    qtbot.addWidget(page)
    page.show()
    return page


def _cells(page: ActivityPage, key: str) -> list[str]:
    place = [column.key for column in page.model.columns].index(key)
    return [str(page.proxy.index(row, place).data()) for row in range(page.proxy.rowCount())]


async def _ended(action: Action) -> None:
    done = asyncio.Event()
    if action.running:
        action.changed.connect(lambda: None if action.running else done.set())
        async with asyncio.timeout(5):
            await done.wait()


async def _do(actions: Actions, title: str, command: str, fails: bool = False) -> None:
    async def work(_: Action) -> None:
        if fails:
            raise Conflict(409, "it is <b>in use</b>")

    await _ended(actions.start(title, work, failure=f"Cannot: {title}", command=command))


async def test_what_runs_is_seen_and_what_ended_stays(page: ActivityPage, actions: Actions) -> None:
    go = asyncio.Event()

    async def work(_: Action) -> None:
        await go.wait()

    assert page.nothing.isVisible()
    action = actions.start("Pulling nginx", work, failure="no", command="docker pull nginx")
    assert _cells(page, "result") == ["Running"]
    go.set()
    await _ended(action)
    await _do(actions, "Deleting db", "docker rm db", fails=True)
    assert _cells(page, "title") == ["Deleting db", "Pulling nginx"]
    assert _cells(page, "result") == ["Failed", "Done"]
    assert _cells(page, "command") == ["docker rm db", "docker pull nginx"]


async def test_the_reason_of_a_failure_is_shown_as_text(
    page: ActivityPage, actions: Actions
) -> None:
    await _do(actions, "Deleting db", "docker rm db", fails=True)
    page.select("1")
    assert page.details.isVisible()
    assert "It is <b>in use</b>" in page.details.toPlainText()
    page.verbs["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "docker rm db"


async def test_it_filters_and_exports(page: ActivityPage, actions: Actions, tmp_path: Path) -> None:
    await _do(actions, "Starting web", "docker start web")
    await _do(actions, "Stopping db", "docker stop db")
    page.filter.setText("web")
    page.apply_filter()
    assert _cells(page, "title") == ["Starting web"]
    saved = tmp_path / "again.sh"
    page.write_script(saved, list(page.model.rows()))
    assert saved.read_text().splitlines()[-1] == "docker stop db"
    page.write_script(tmp_path / "no" / "again.sh", [])
    assert [problem.reason for problem in page.problems.problems] == ["No such file or directory"]


async def test_it_is_cleared_only_when_told_twice(page: ActivityPage, actions: Actions) -> None:
    await _do(actions, "Starting web", "docker start web")
    for words, left in (("Cancel", ["Starting web"]), ("Clear activity", [])):
        page.clear()
        assert isinstance(page.dialog, QMessageBox)
        button = next(b for b in page.dialog.buttons() if b.text() == words)
        button.click()
        assert _cells(page, "title") == left
