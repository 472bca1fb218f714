"""The window over a real machine: it knows nothing of it but on the page that is the machine's."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from davit_desktop.logs.rows import plain
from davit_desktop.session import Phase
from davit_desktop.state import log_scope
from davit_desktop.state.containers import State as ContainerState
from davit_desktop.state.networks import NetworkRow
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.network_dialogs import ConnectDialog
from davit_vm import State
from fixtures.machine import MachineEngine
from fixtures.window import Browser, an_image_becomes_a_page, click, until, use_window

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


def test_each_page_works_as_without_a_machine(machine: MachineEngine, qapp: QApplication) -> None:
    stack = ("--label", "com.docker.compose.project=shop", "-p", "127.0.0.1:0:7000")
    goods = ("-v", "goods:/goods")
    run = ("run", "-d", *stack, "--entrypoint", "sh")
    web, shy = "httpd -f -p 7000", "echo shy is here; httpd -f -p 127.0.0.1:7000"
    machine.docker(*run, *goods, "--name", "shop-web", "davit/welcome", "-c", web)
    machine.docker(*run, "--name", "shop-shy", "davit/welcome", "-c", shy)
    machine.docker("network", "create", "shop")
    use_window(qapp, machine.machine.endpoint, _use_each_page, machine=machine.machine)
    assert machine.docker("exec", "shop-web", "cat", "/note").stdout == "142\n"


async def _use_each_page(window: MainWindow) -> None:
    """Once each: what a person does with a container, its ports, logs and networks, and images."""
    await until(lambda: len(window.session.containers) == 2, "the containers are not listed")
    ids = {container.name: container.id for container in window.session.containers.values()}

    window.go("ports")

    def finding(name: str) -> str:
        rows = window.ports.model.rows()
        return next((row.finding.text for row in rows if row.container.name == name), "")

    await until(lambda: "Answers in" in finding("shop-web"), "the port does not answer")
    await until(lambda: "Listens on 127.0.0.1 inside" in finding("shop-shy"), "nothing was found")

    window.go("container", ids["shop-web"], "terminal")
    group = window.detail.terminal.group
    assert group is not None
    await until(lambda: group.current is not None, "no terminal was opened")
    pane = group.current
    assert pane is not None
    screen = pane.terminal.emulator.screen

    def lines() -> list[str]:
        return [line.text.strip() for line in screen.lines(0, screen.count)]

    await until(lambda: any(line.endswith("#") for line in lines()), "there is no prompt")
    QTest.keyClicks(
        pane.view, "echo typed: $((6*7)) >/proc/1/fd/1; echo $((6*7)) >/note; cp /note /goods"
    )
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    QTest.keyClicks(pane.view, "cat /note")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    await until(lambda: "42" in lines(), "what was typed was not answered")

    window.go("container", ids["shop-web"], "files")
    files = window.detail.files
    await until(lambda: any(row.path == "/note" for row in files.model.rows_of("/")))
    files.path.setText("/note")
    QTest.keyClick(files.path, Qt.Key.Key_Return)
    await until(lambda: [row.path for row in files.selected()] == ["/note"])
    QTest.keyClick(files.tree, Qt.Key.Key_Return)
    await until(lambda: files.viewer.text.toPlainText() == "42\n", "the file was not shown")
    click(files.viewer, "Edit")
    QTest.keyClicks(files.viewer.text, "1")
    click(files.viewer, "Save")
    await until(lambda: not files.viewer.changed, "the file was not saved")

    window.go("container", ids["shop-web"], "stats")
    histories = window.session.histories
    await until(lambda: (told := histories.get(ids["shop-web"])) and told.latest, "no figure came")
    await until(lambda: window.detail.stats.processes.model().rowCount(), "no process is listed")

    window.go("stacks")
    await until(lambda: [row.stack.name for row in window.stacks.model.rows()] == ["shop"])
    window.go("logs", log_scope.of_stack("shop").subject)
    panel = window.logs.logs

    def logged() -> list[str]:
        rows = panel.rows
        return [plain(line) for line in rows.fetch(0, rows.count, 4096)] if rows else []

    await until(lambda: {"typed: 42", "shy is here"} <= set(logged()), "the log is not merged")

    window.go("networks")
    networks = window.networks

    def network() -> NetworkRow | None:
        return next((row for row in networks.model.rows() if row.name == "shop"), None)

    await until(network, "the network is not listed")
    shop = network()
    assert shop is not None
    networks.connect_container(shop)
    dialog = networks.dialog
    assert isinstance(dialog, ConnectDialog)
    dialog.button.click()
    await until(lambda: (row := network()) and row.members, "nobody joined")

    window.go("volumes")
    await until(lambda: window.volumes.model.row("goods"), "the volume is not listed")
    window.go("volume", "goods")
    names = window.volume.files.model
    await until(lambda: [r.path for r in names.rows_of("/")] == ["/note"], "it is not looked into")

    window.go("images")
    await until(lambda: window.images.model.rows())
    image = window.images.model.rows()[0]
    window.go("image", image.key)
    layers = window.image.layers
    await until(lambda: layers.files, "the layers were not read")
