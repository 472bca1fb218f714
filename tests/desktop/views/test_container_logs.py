"""The Logs tab lets a machine sleep, and goes on when it is awake."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Session
from davit_desktop.views.container_logs import ContainerLogs
from davit_desktop.views.logs import LogPanel
from davit_vm.status import State
from fakes.log_engine import LogEngine
from fakes.machine import FakeMachine


@pytest.fixture
async def followed(tmp_path: Path, until: Any) -> AsyncIterator[tuple[FakeMachine, MachineSession]]:
    machine = FakeMachine(tmp_path, State.READY)
    session = MachineSession(machine)
    task = asyncio.create_task(session.run())
    await until(lambda: session.ready and machine.listeners)
    yield machine, session
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_log_of_a_machine_that_stops_is_not_asked_for(
    qtbot: QtBot, tmp_path: Path, followed: tuple[FakeMachine, MachineSession], until: Any
) -> None:
    machine, machine_session = followed
    engine = LogEngine()
    engine.write(b"one", b"two")
    session = Session(EngineClient(machine.endpoint), machine_session)
    actions = Actions()
    panel = LogPanel(connect=lambda _: engine.client(), folder=tmp_path)
    tab = ContainerLogs(session, actions, panel)
    actions.setParent(tab)
    qtbot.addWidget(tab)
    tab.resize(700, 400)
    tab.show()
    tab.show_container("writer")
    await until(lambda: "two" in "".join(panel.view.shown_text()))
    assert tab.currentWidget() is panel

    machine.tell(state=State.STOPPING)
    await until(lambda: panel.source is None)
    machine.tell(state=State.ASLEEP)
    await until(lambda: "asleep" in tab.offline.title)
    assert tab.currentWidget() is tab.offline
    assert tab.offline.button.text() == "Wake the machine"
    tab.show_container("writer")
    assert panel.source is None, "a log that is opened would wake it too"

    machine.tell(state=State.READY)
    await until(lambda: "two" in "".join(panel.view.shown_text()))
    assert tab.currentWidget() is panel
    tab.leave()
    machine.tell(state=State.STOPPING)
    machine.tell(state=State.READY)
    await until(lambda: machine_session.ready)
    assert panel.source is None
    await actions.close()
    await session.engine.aclose()
