"""From the request to a started container, and from the dialog to the request."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.run_spec import RunSpec
from davit_desktop.session import Session
from davit_desktop.state.problem import Problem
from davit_desktop.views.run_flow import RunFlow

SPEC = RunSpec(image="nginx:1", name="web", env=("TOKEN=hidden",), detach=True)


class Flow:
    """A flow in a window, and what it told."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.actions = Actions(self.window)
        self.flow = RunFlow(session, self.actions, self.window)
        self.created: list[str] = []
        self.problems: list[Problem] = []
        self.flow.created.connect(self.created.append)
        self.flow.problem.connect(self.problems.append)


@pytest.fixture
async def flow(
    qtbot: QtBot, session: Session, tiny_engine: Any, until: Callable[..., Any]
) -> AsyncIterator[Flow]:
    tiny_engine.images = [{"Id": "sha256:" + "1" * 64, "RepoTags": ["nginx:1"]}]
    made = Flow(qtbot, session)
    task = asyncio.create_task(session.run())
    await until(lambda: session.images)
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await made.actions.close()


async def test_a_container_is_made_and_started(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    flow.flow.run(SPEC)
    id = "f" * 64
    await until(lambda: f"POST /containers/{id}/start" in tiny_engine.calls)
    assert flow.created == [id]
    await until(lambda: not flow.actions.running)
    assert flow.problems == []


async def test_secrets_are_not_in_the_remembered_command(flow: Flow) -> None:
    flow.flow.run(SPEC)
    assert "hidden" not in flow.actions.history[0].command
    assert "TOKEN" in flow.actions.history[0].command


async def test_a_missing_image_is_pulled_first(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    tiny_engine.refusals["POST /containers/create"] = (404, "No such image: nginx:1")
    flow.flow.run(SPEC)
    await until(lambda: flow.problems)
    calls = [c for c in tiny_engine.calls if c.startswith("POST")]
    assert calls[:3] == [
        "POST /containers/create",
        "POST /images/create",
        "POST /containers/create",
    ]
    assert flow.problems[0].title == "Cannot run web"


async def test_a_container_that_cannot_start_is_still_shown(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    id = "f" * 64
    tiny_engine.refusals[f"POST /containers/{id}/start"] = (
        500,
        "driver failed programming external connectivity: Bind for 127.0.0.1:80 failed: "
        "port is already allocated",
    )
    flow.flow.run(SPEC)
    await until(lambda: flow.problems)
    assert flow.created == [id]
    assert flow.problems[0].reason == "Port 80 is in use"


async def test_asking_to_run_without_an_engine_says_why_not(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    await tiny_engine.stop()
    flow.flow.open()
    await until(lambda: flow.problems)
    assert flow.flow.dialog is None
    assert flow.problems[0].title == "Cannot run a container now"
