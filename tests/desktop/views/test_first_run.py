"""One click runs the bundled page and opens it; where it is not bundled, words say so."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.views.first_run import FirstRun


@pytest.fixture
async def page(qtbot: QtBot, session: Session) -> AsyncIterator[FirstRun]:
    actions = Actions()
    page = FirstRun(session, actions)
    actions.setParent(page)
    qtbot.addWidget(page)
    page.show()
    yield page
    await actions.close()


async def test_one_click_ends_at_the_page(
    qtbot: QtBot, page: FirstRun, tiny_engine: Any, until: Any
) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tiny_engine.inspects["f" * 64] = {
        "NetworkSettings": {"Ports": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": str(port)}]}}
    }
    opened: list[Any] = []
    started: list[str] = []
    page.opened.connect(opened.append)
    page.started.connect(started.append)
    async with server:
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
        assert not page.button.isEnabled(), "a second click would run a second one"
        await until(lambda: opened)
    assert opened[0].url(tls=False) == f"http://localhost:{port}/"
    assert started == ["f" * 64]
    assert page.button.isEnabled()
    assert f"POST /containers/{'f' * 64}/start" in tiny_engine.calls


async def test_an_engine_without_the_image_is_explained(
    qtbot: QtBot, page: FirstRun, tiny_engine: Any, until: Any
) -> None:
    tiny_engine.refusals["GET /images/davit/welcome/json"] = (404, "No such image: davit/welcome")
    problems: list[Any] = []
    page.problem.connect(problems.append)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    await until(lambda: problems)
    assert problems[0].title == "Cannot run your first container"
    assert "davit/welcome" in problems[0].reason
    assert page.button.isEnabled()
