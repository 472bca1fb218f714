"""From the request to a started container, and from the dialog to the request."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
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

    def __init__(self, qtbot: QtBot, session: Session, folder: Path) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.actions = Actions(self.window)
        self.flow = RunFlow(session, self.actions, self.window, folder / "runs.json")
        self.created: list[str] = []
        self.problems: list[Problem] = []
        self.flow.created.connect(self.created.append)
        self.flow.problem.connect(self.problems.append)


@pytest.fixture
async def flow(
    qtbot: QtBot, session: Session, tiny_engine: Any, until: Callable[..., Any], tmp_path: Path
) -> AsyncIterator[Flow]:
    tiny_engine.images = [{"Id": "sha256:" + "1" * 64, "RepoTags": ["nginx:1"]}]
    made = Flow(qtbot, session, tmp_path)
    task = asyncio.create_task(session.run())
    await until(lambda: session.images)
    yield made
    if made.flow.dialog is not None:
        made.flow.dialog.reject()
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


async def test_what_the_engine_refuses_can_be_mended_in_the_dialog(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    tiny_engine.refusals["POST /containers/create"] = (409, 'The name "web" is already in use')
    flow.flow.open()
    await until(lambda: flow.flow.dialog)
    dialog = flow.flow.dialog
    assert dialog is not None
    dialog.fill(SPEC)
    dialog.run_button.click()
    assert not dialog.area.isEnabled()
    await until(lambda: dialog.problems.problems)
    assert dialog.problems.problems[0].title == "Cannot run web"
    assert dialog.area.isEnabled()
    assert flow.problems == []
    del tiny_engine.refusals["POST /containers/create"]
    dialog.run_button.click()
    await until(lambda: flow.created)
    assert flow.flow.dialog is None


async def test_a_run_is_cancelled_and_the_form_is_there_again(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    held = tiny_engine.held["POST /containers/create"] = asyncio.Event()
    flow.flow.open()
    await until(lambda: flow.flow.dialog)
    dialog = flow.flow.dialog
    assert dialog is not None
    dialog.fill(SPEC)
    dialog.run_button.click()
    await until(lambda: "POST /containers/create" in tiny_engine.calls)
    dialog.cancel_button.click()
    await until(dialog.area.isEnabled)
    assert dialog.isVisible()
    assert flow.created == []
    held.set()


async def test_closing_the_dialog_lets_a_run_go_on(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    held = tiny_engine.held["POST /containers/create"] = asyncio.Event()
    flow.flow.open()
    await until(lambda: flow.flow.dialog)
    dialog = flow.flow.dialog
    assert dialog is not None
    dialog.fill(SPEC)
    dialog.run_button.click()
    dialog.reject()
    await until(lambda: "POST /containers/create" in tiny_engine.calls)
    held.set()
    await until(lambda: flow.created)


async def test_a_form_that_was_closed_by_mistake_is_offered_again(
    flow: Flow, until: Callable[..., Any]
) -> None:
    flow.flow.open("nginx:1")
    await until(lambda: flow.flow.dialog)
    first = flow.flow.dialog
    assert first is not None
    await until(lambda: first.basics._facts_of == "nginx:1")
    assert first.left is None
    first.fill(SPEC)
    first.reject()
    flow.flow.open()
    await until(lambda: flow.flow.dialog)
    again = flow.flow.dialog
    assert again is not None
    again.start_bar._back_button.click()
    assert again.spec == SPEC


async def test_names_that_are_taken_while_the_dialog_is_open_are_told(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any], make_summary: Callable[..., Any]
) -> None:
    flow.flow.open()
    await until(lambda: flow.flow.dialog)
    dialog = flow.flow.dialog
    assert dialog is not None
    dialog.fill(SPEC)
    assert dialog.reason == ""
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.say("container", "create", "a" * 64, name="web")
    await until(lambda: dialog.reason == "There is a container named web")


async def test_registries_are_searched_and_silence_is_told(
    flow: Flow, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    tiny_engine.refusals["GET /images/search"] = (500, "no such host")
    flow.flow.open("redis")
    await until(lambda: flow.flow.dialog)
    dialog = flow.flow.dialog
    assert dialog is not None
    dialog.basics.search.click()
    await until(lambda: "no such host" in dialog.basics._image_note.text().lower())


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
