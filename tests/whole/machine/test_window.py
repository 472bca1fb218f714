"""The window over a real machine: it knows nothing of it but on the page that is the machine's."""

import os
import signal

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.session import Phase
from davit_desktop.state.containers import State as ContainerState
from davit_desktop.views.main_window import MainWindow
from davit_vm import State
from fixtures.machine import MachineEngine
from fixtures.window import Browser, an_image_becomes_a_page, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qemu,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]


def test_an_image_becomes_a_page_of_the_host_and_goes_again(
    machine: MachineEngine, qapp: QApplication, browser: Browser
) -> None:
    use_window(
        qapp,
        machine.machine.endpoint,
        lambda window: an_image_becomes_a_page(window, browser),
        machine=machine.machine,
    )


def test_a_dead_machine_is_told_and_its_return_is_seen(
    machine: MachineEngine, qapp: QApplication
) -> None:
    # A start by hand forgets the crashes that other tests have made.
    machine.stop()
    machine.start()
    machine.docker("run", "-d", "--restart", "always", "--name", "page", "davit/welcome")

    async def use(window: MainWindow) -> None:
        def states() -> list[ContainerState]:
            return [row.container.state for row in window.containers.model.rows()]

        await until(lambda: states() == [ContainerState.RUNNING], "the container is not shown")
        session = window.session.machine
        assert session is not None
        window.go("machine")
        assert window.machine is not None
        await until(lambda: session.status and session.status.state is State.READY)
        pid = session.status.qemu_pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        await until(lambda: session.status.state is not State.READY, "nobody noticed")
        await until(lambda: window.session.connection.phase is not Phase.ONLINE)
        assert not window.containers.list.isVisible()
        await until(lambda: session.status.state is State.READY, "it did not come back")
        await until(lambda: window.session.connection.phase is Phase.ONLINE)
        await until(lambda: states() == [ContainerState.RUNNING], "the container is not back")

    use_window(qapp, machine.machine.endpoint, use, machine=machine.machine)
