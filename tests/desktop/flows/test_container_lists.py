"""Containers and stacks as a person manages them, in the window on a real engine."""

import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from davit_desktop.state.containers import State
from davit_desktop.views.container_dialogs import CommitDialog, RenameDialog
from davit_desktop.views.container_list import ContainerList
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.stack_dialog import DeleteWithVolumes
from fixtures.daemon import Engine
from fixtures.window import Browser, Use, click, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

IMAGE = "davit/welcome"
SHOP = "com.docker.compose.project=shop"


class Docker:
    """The docker command line on the engine of these tests."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __call__(self, *words: str) -> str:
        done = subprocess.run(
            ["docker", *words],
            env=self._engine.env,
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return done.stdout.strip()

    def names(self, *more: str) -> list[str]:
        return sorted(self("ps", "-a", "--format", "{{.Names}}", *more).split())

    def service(self, name: str, *more: str) -> str:
        """A container as docker compose makes it."""
        labels = ("--label", SHOP, "--label", f"com.docker.compose.service={name}")
        return self("run", "-d", "--name", f"shop-{name}-1", *labels, *more, IMAGE)


@pytest.fixture
def docker(engine: Engine) -> Iterator[Docker]:
    yield Docker(engine)
    engine.remove_everything()


@pytest.fixture
def in_window(qapp: QApplication, engine: Engine) -> Callable[[Use], None]:
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    """What the window opens is noted."""
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("http")


async def press(list_: ContainerList, key: Qt.Key) -> None:
    list_.window().activateWindow()  # there is no window manager to do it
    list_.setFocus()
    await until(list_.hasFocus, "the list has no focus")
    QTest.keyClick(list_, key)


async def rows(window: MainWindow, *names: str) -> None:
    """Wait until the list shows these containers and no others."""

    def shown() -> list[str]:
        return sorted(row.container.name for row in window.containers.model.rows())

    await until(lambda: shown() == sorted(names), f"{names} is not what is listed")


def state(window: MainWindow, id: str) -> State | None:
    row = window.containers.model.row(id)
    return row.container.state if row else None


def test_a_row_is_stopped_paused_renamed_and_started_by_its_verbs(
    in_window: Callable[[Use], None], docker: Docker
) -> None:
    id = docker("run", "-d", "--name", "web", IMAGE)

    async def use(window: MainWindow) -> None:
        page = window.containers
        await rows(window, "web")
        page.select(id)
        page.actions_by_name["pause"].trigger()
        await until(lambda: state(window, id) is State.PAUSED)
        await until(lambda: id not in window.verbs.busy)
        await press(page.list, Qt.Key.Key_Space)
        await until(lambda: state(window, id) is State.RUNNING)
        await until(lambda: id not in window.verbs.busy)
        await press(page.list, Qt.Key.Key_Space)
        await until(lambda: state(window, id) is State.EXITED)
        page.actions_by_name["rename"].trigger()
        dialog = window.asks.dialog
        assert isinstance(dialog, RenameDialog)
        (field,) = dialog.findChildren(QLineEdit)
        field.setText("front")
        click(dialog, "Rename container")
        await rows(window, "front")
        assert docker.names() == ["front"]
        assert [a.command for a in window.actions_run.history] == [
            "docker pause web",
            "docker unpause web",
            "docker stop web",
            "docker rename web front",
        ]

    in_window(use)


def test_files_are_exported_whole_or_not_at_all_and_an_image_is_made(
    in_window: Callable[[Use], None], docker: Docker, tmp_path: Path
) -> None:
    id = docker("create", "--name", "web", IMAGE)
    archive, nowhere = tmp_path / "web.tar", tmp_path / "no such folder" / "web.tar"

    async def use(window: MainWindow) -> None:
        await rows(window, "web")
        container = window.session.containers[id]
        for path in (archive, nowhere):
            window.asks.export(container, path)
            await until(lambda: not window.actions_run.running)
        with tarfile.open(archive) as tar:
            assert tar.getnames()
        assert list(tmp_path.iterdir()) == [archive]
        (problem,) = window.containers.problems.problems
        assert problem.title == "Cannot export web"
        assert "No such file" in problem.reason
        window.asks.ask("commit", container)
        dialog = window.asks.dialog
        assert isinstance(dialog, CommitDialog)
        dialog.findChildren(QLineEdit)[0].setText("mine/web:2")
        click(dialog, "Commit to image")
        await until(lambda: not window.actions_run.running)
        assert "mine/web:2" in docker("images", "--format", "{{.Repository}}:{{.Tag}}")
        docker("rmi", "mine/web:2")

    in_window(use)


def test_several_are_deleted_and_taken_back_together(
    in_window: Callable[[Use], None], docker: Docker
) -> None:
    running = docker("run", "-d", "--name", "first", IMAGE)
    docker("create", "--name", "second", IMAGE)
    docker("create", "--name", "third", IMAGE)

    async def use(window: MainWindow) -> None:
        page = window.containers
        await rows(window, "first", "second", "third")
        page.select(running)
        flags = QItemSelectionModel.SelectionFlag
        below = page.list.indexBelow(page.list.currentIndex())
        page.list.selectionModel().select(below, flags.Select | flags.Rows)
        assert [c.name for c in page.selected()] == ["first", "second"]
        click(page, "Delete 2 containers")
        await rows(window, "third")
        assert window.toasts.texts == ["Deleted 2 containers"]
        assert docker.names() == ["first", "second", "third"], (
            "they are there while they can be taken back"
        )
        click(window, "Undo")
        await rows(window, "first", "second", "third")
        await window.deletes.finish()
        await until(lambda: state(window, running) is State.RUNNING, "it was not started again")
        assert docker.names() == ["first", "second", "third"]
        page.list.selectAll()
        await press(page.list, Qt.Key.Key_Delete)
        await rows(window)
        await window.deletes.finish()
        assert docker.names() == []

    in_window(use)


def test_the_name_of_what_was_just_deleted_can_be_taken(
    in_window: Callable[[Use], None], docker: Docker, browser: Browser
) -> None:
    old = docker("create", "--name", "welcome", IMAGE)

    async def use(window: MainWindow) -> None:
        await rows(window, "welcome")
        window.containers.list.selectAll()
        window.containers.actions_by_name["delete"].trigger()
        await until(window.containers.first_run.button.isVisible)
        click(window.containers, "Run your first container")
        await until(lambda: browser.opened, "the new one was not run")
        assert docker.names() == ["welcome"]
        assert docker("inspect", "--format", "{{.Id}}", "welcome") != old

    in_window(use)


def test_closing_the_window_deletes_what_was_waiting(
    in_window: Callable[[Use], None], docker: Docker
) -> None:
    docker("create", "--name", "first", IMAGE)

    async def use(window: MainWindow) -> None:
        await rows(window, "first")
        window.containers.list.selectAll()
        window.containers.actions_by_name["delete"].trigger()
        await rows(window)
        window.quit()
        await window.deletes.finish()

    in_window(use)
    assert docker.names() == []


def test_a_stack_is_stopped_started_and_deleted_as_a_whole(
    in_window: Callable[[Use], None], docker: Docker
) -> None:
    docker("network", "create", "--label", SHOP, "shop_default")
    docker("volume", "create", "--label", SHOP, "shop_data")
    for name in ("web", "db"):
        docker.service(name, "--network", "shop_default", "-v", "shop_data:/data")
    docker("create", "--name", "alone", IMAGE)

    async def use(window: MainWindow) -> None:
        page = window.stacks
        window.go("stacks")
        await until(lambda: page.model.row("shop"))
        page.select("shop")

        def said() -> str:
            return str(page.proxy.index(0, 1).data())

        await until(lambda: said() == "2 running of 2")
        page.verbs["stop"].trigger()
        await until(lambda: said() == "0 running of 2")
        await until(lambda: not window.verbs.busy)
        page.verbs["start"].trigger()
        await until(lambda: said() == "2 running of 2")
        window.go("stack", "shop")
        await until(lambda: window.stack.networks.rows() and window.stack.volumes.rows())
        await until(lambda: not window.verbs.busy)
        window.stack_verbs.delete([stack for stack in [window.stack.stack] if stack])
        await until(lambda: window.shown is page, "the page of what was deleted stayed")
        assert window.toasts.texts[-1] == "Deleted stack shop"
        window.deletes.undo_last()
        await until(lambda: page.count == 1 and said() == "2 running of 2")
        await window.deletes.finish()
        assert docker.names() == ["alone", "shop-db-1", "shop-web-1"]
        page.select("shop")
        await until(lambda: not window.verbs.busy)
        page.verbs["delete"].trigger()
        assert page.count == 0
        await window.deletes.finish()
        assert docker.names() == ["alone"]
        assert "shop_default" not in docker("network", "ls", "--format", "{{.Name}}").split()
        assert "shop_data" in docker("volume", "ls", "-q").split()

    in_window(use)


def test_a_stack_goes_with_its_volumes_after_a_question_that_names_them(
    in_window: Callable[[Use], None], docker: Docker
) -> None:
    docker("volume", "create", "--label", SHOP, "shop_data")
    docker.service("db", "-v", "shop_data:/data")

    async def use(window: MainWindow) -> None:
        window.go("stacks")
        await until(lambda: window.stacks.model.row("shop"))
        window.stacks.select("shop")
        window.stacks.with_volumes.trigger()

        def asked() -> DeleteWithVolumes | None:
            return next(iter(window.findChildren(DeleteWithVolumes)), None)

        await until(asked, "nothing was asked")
        dialog = asked()
        assert dialog is not None
        assert dialog.names == ["shop_data"]
        click(dialog, "Delete stack and volumes")
        await until(lambda: not window.actions_run.running and window.stacks.count == 0)
        assert docker.names() == []
        assert docker("volume", "ls", "-q") == ""

    in_window(use)
