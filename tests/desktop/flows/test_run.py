"""Containers as a person runs them by the Run dialog, in the window on a real engine."""

import json
import os
import shlex
import socket
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from davit_desktop.client.run_spec import RunSpec
from davit_desktop.run_memory import load, memory_file
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.run_dialog import RunDialog
from davit_desktop.views.run_rows import PortLine, VariableLine, VolumeLine
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import Use, click, fetch, listed, shown, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True),
]


@pytest.fixture(scope="module")
def busybox(engine: Engine, registry: Registry) -> str:
    """An image that is here, under a name that is known to want a password too."""
    reference = registry.image("busybox:latest")
    for words in (
        ("pull", "-q", reference),
        ("tag", reference, "busybox"),
        ("tag", reference, "postgres:16"),
    ):
        engine.docker(*words)
    return "busybox"


@pytest.fixture
def docker(engine: Engine, busybox: str) -> Iterator[Callable[..., str]]:
    def run(*words: str) -> str:
        done: subprocess.CompletedProcess[str] = engine.docker(*words)
        return done.stdout.strip()

    memory_file().unlink(missing_ok=True)
    yield run
    engine.remove_everything()


@pytest.fixture
def in_window(qapp: QApplication, engine: Engine) -> Callable[[Use], None]:
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


Docker = Callable[..., str]
InWindow = Callable[[Use], None]


async def opened(window: MainWindow, *, by_key: bool = False) -> RunDialog:
    """The dialog."""
    if by_key:
        window.activateWindow()  # there is no window manager to do it
        await until(window.isActiveWindow, "the window is not active")
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    else:
        window.run_flow.open()
    await until(lambda: window.run_flow.dialog is not None, "the Run dialog did not open")
    dialog = window.run_flow.dialog
    assert dialog is not None
    return dialog


async def fill_image(dialog: RunDialog, image: str) -> None:
    """Type the image and wait for what is proposed for it."""
    dialog.basics.image.setText(image)
    await until(lambda: dialog.basics._facts_of == image, "the image's facts did not come")


async def run(window: MainWindow, dialog: RunDialog) -> str:
    """Press Run, and give the id of the container whose page opens on its log."""
    assert dialog.reason == ""
    click(dialog, "Run container")
    await until(lambda: window.run_flow.dialog is None, "the dialog stayed")
    await until(lambda: window.pages.currentWidget() is window.detail)
    assert window.detail.logs.isVisible()
    await until(lambda: window.detail.container is not None)
    return shown(window).id


def inspected(docker: Docker, name: str) -> dict[str, Any]:
    (document,) = json.loads(docker("inspect", name))
    return dict(document)


def test_run_with_a_port_a_variable_and_a_volume(in_window: InWindow, docker: Docker) -> None:
    docker("volume", "create", "pages")

    async def use(window: MainWindow) -> None:
        dialog = await opened(window, by_key=True)
        await fill_image(dialog, "busybox")
        assert dialog.basics.name.text() == "busybox"
        click(dialog, "Add port")
        port = dialog.basics.ports.lines[0]
        assert isinstance(port, PortLine)
        port.container.setText("80")
        with socket.create_server(("127.0.0.1", 0)) as free:
            number = free.getsockname()[1]
        port.host.setText(str(number))
        click(dialog, "Add variable")
        variable = dialog.basics.variables.lines[0]
        assert isinstance(variable, VariableLine)
        QTest.keyClicks(variable.name, "GREETING")
        QTest.keyClicks(variable.value, "good day")
        click(dialog, "Add volume or folder")
        volume = dialog.basics.volumes.lines[0]
        assert isinstance(volume, VolumeLine)
        volume.source.setText("pages")
        volume.target.setText("/www")
        dialog.basics.command.setText(
            "sh -c 'echo \"$GREETING\" > /www/index.html; exec httpd -f -h /www'"
        )
        await run(window, dialog)
        assert (await fetch(f"http://127.0.0.1:{number}/")).strip() == "good day"

    in_window(use)
    document = inspected(docker, "busybox")
    assert document["Mounts"][0]["Name"] == "pages"
    assert document["NetworkSettings"]["Ports"]["80/tcp"][0]["HostIp"] == "127.0.0.1"


def test_a_name_that_is_taken_is_told_and_mended(in_window: InWindow, docker: Docker) -> None:
    docker("create", "--name", "web", "busybox")

    async def use(window: MainWindow) -> None:
        await until(lambda: window.session.containers)
        dialog = await opened(window)
        await fill_image(dialog, "busybox")
        dialog.basics.name.setText("web")
        assert dialog.reason == "There is a container named web"
        assert not dialog.run_button.isEnabled()
        click(dialog, "Use web-2")
        await run(window, dialog)
        assert shown(window).name == "web-2"

    in_window(use)


def test_a_port_that_is_taken_is_told_with_its_holder(in_window: InWindow, docker: Docker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        with socket.create_server(("127.0.0.1", 0)) as other:
            published = other.getsockname()[1]
        docker("run", "-d", "--name", "holder", "-p", f"{published}:80", "busybox", "sleep", "1h")

        async def use(window: MainWindow) -> None:
            await until(lambda: window.session.containers)
            dialog = await opened(window)
            await fill_image(dialog, "busybox")
            click(dialog, "Add port")
            port = dialog.basics.ports.lines[0]
            assert isinstance(port, PortLine)
            port.container.setText("80")
            port.host.setText(str(taken))
            await until(lambda: f"(pid {os.getpid()})" in dialog.reason, "the holder is not named")
            port.host.setText(str(published))
            assert dialog.reason == f"Port {published} is in use by container holder"
            port.fix_button.click()
            dialog.basics.command.setText("sleep 1h")
            await run(window, dialog)
            await until(lambda: shown(window).running)

        in_window(use)


def test_a_pasted_command_makes_what_docker_would_make(in_window: InWindow, docker: Docker) -> None:
    words = (
        "-l owner=me -e A='b c' --hostname h1 --user 65534 --workdir /tmp --cap-drop ALL "
        "--read-only --tmpfs /run --memory 64m --cpus 0.5 --ulimit nofile=64:128 "
        "--restart on-failure:2 --init --stop-signal INT busybox sleep 1h"
    )
    docker(*shlex.split(f"create --name byhand {words}"))

    async def use(window: MainWindow) -> None:
        dialog = await opened(window)
        click(dialog, "Paste docker run…")
        dialog.start_bar.text.setPlainText(
            f"$ sudo docker container run --name pasted \\\n -d {words}"
        )
        await run(window, dialog)

    in_window(use)
    by_hand, pasted = inspected(docker, "byhand"), inspected(docker, "pasted")
    assert pasted["HostConfig"] == by_hand["HostConfig"]
    for attached in ("AttachStdout", "AttachStderr"):  # docker create attaches, run -d does not
        by_hand["Config"][attached] = pasted["Config"][attached]
    assert pasted["Config"] == by_hand["Config"]


def test_a_preset_is_there_after_a_restart_and_asks_for_its_secret(
    in_window: InWindow, docker: Docker
) -> None:
    made: list[RunSpec] = []

    async def save(window: MainWindow) -> None:
        dialog = await opened(window)
        await fill_image(dialog, "postgres:16")
        password = dialog.basics.variables.lines[0]
        assert isinstance(password, VariableLine)
        assert password.name.text() == "POSTGRES_PASSWORD"
        dialog.basics.command.setText("sleep 1h")
        made.append(dialog.spec or RunSpec(image=""))
        click(dialog, "Save as preset…")
        QTest.keyClicks(dialog.start_bar.title, "test db")
        click(dialog, "Save preset")
        await run(window, dialog)

    async def use_it(window: MainWindow) -> None:
        await until(lambda: window.session.containers)
        dialog = await opened(window)
        dialog.start_bar.menu.aboutToShow.emit()
        preset, recent = (
            entry
            for entry in dialog.start_bar.menu.actions()
            if not entry.isSeparator() and entry.menu() is None and entry.isEnabled()
        )
        assert preset.text().startswith("test db")
        assert "ago" in recent.text()
        preset.trigger()
        assert dialog.reason.startswith("POSTGRES_PASSWORD is a secret")
        password = dialog.basics.variables.lines[0]
        assert isinstance(password, VariableLine)
        password.generate.click()
        await run(window, dialog)
        assert shown(window).name == "postgres-2"

    in_window(save)
    secret = next(text for text in made[0].env if text.startswith("POSTGRES_PASSWORD="))
    assert secret.partition("=")[2] not in memory_file().read_text()
    assert memory_file().stat().st_mode & 0o077 == 0
    assert [preset.title for preset in load(memory_file()).presets] == ["test db"]
    in_window(use_it)
    assert inspected(docker, "postgres-2")["Config"]["Cmd"] == ["sleep", "1h"]


def test_an_image_is_pulled_on_the_way_and_a_missing_one_is_told(
    in_window: InWindow, docker: Docker, registry: Registry
) -> None:
    reference = registry.image("busybox:latest", "library/fresh")

    async def use(window: MainWindow) -> None:
        dialog = await opened(window)
        dialog.basics.image.setText(reference.replace("fresh", "nowhere"))
        click(dialog, "Run container")
        await until(lambda: dialog.problems.problems, "no problem was shown")
        assert dialog.area.isEnabled()
        dialog.basics.image.setText(reference)
        dialog.basics.command.setText("sleep 1h")
        await run(window, dialog)
        assert shown(window).image == reference

    in_window(use)


def test_a_container_is_run_again_with_changes(in_window: InWindow, docker: Docker) -> None:
    docker(
        *("run", "-d", "--name", "first", "-e", "TOKEN=abc", "-m", "64m", "--network", "host"),
        *("--ulimit", "nofile=64:128", "--pids-limit", "50", "--shm-size", "1m", "--tmpfs", "/run"),
        *("--device", "/dev/null:/dev/n:r", "--stop-signal", "INT", "--group-add", "5"),
        *("busybox", "sleep", "1h"),
    )

    async def use(window: MainWindow) -> None:
        await until(lambda: window.session.containers)
        (first,) = window.session.containers.values()
        window.run_flow.run_again(first)
        await until(lambda: window.run_flow.dialog is not None)
        dialog = window.run_flow.dialog
        assert dialog is not None
        assert dialog.basics.name.text() == "first-2"
        dialog.basics.command.setText("sleep 2h")
        id = await run(window, dialog)
        await until(lambda: (row := listed(window, id)) is not None and row.running)

    in_window(use)
    again = inspected(docker, "first-2")
    assert again["Config"]["Cmd"] == ["sleep", "2h"]
    assert "TOKEN=abc" in again["Config"]["Env"]
    assert again["HostConfig"] == inspected(docker, "first")["HostConfig"]
    assert again["Config"]["StopSignal"] == "INT"
