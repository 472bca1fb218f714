"""The window on a real engine: from an image to a web page, its log, and nothing left."""

import asyncio
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
import qasync
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from davit_desktop.actions import Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.logs.rows import plain
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.state.containers import Container, State
from davit_desktop.state.images import Image
from davit_desktop.usage import UsageMeter
from davit_desktop.views.chips import PortChip
from davit_desktop.views.main_window import MainWindow
from fixtures.daemon import Engine

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

SECONDS = 20.0

Use = Callable[[MainWindow], Awaitable[None]]


class Browser(QObject):
    """Stands in for the person's browser: notes what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture
def in_window(qapp: QApplication, fresh_engine: Engine) -> Callable[[Use], None]:
    """Runs a coroutine in the product's own event loop, with a window on a fresh engine."""

    def run(use: Use) -> None:
        async def scenario() -> None:
            async with _window(fresh_engine) as window:
                await use(window)

        qapp.setQuitOnLastWindowClosed(False)
        with qasync.QEventLoop(qapp) as loop:
            loop.run_until_complete(scenario())

    return run


@asynccontextmanager
async def _window(engine: Engine) -> AsyncIterator[MainWindow]:
    client = EngineClient(f"unix://{engine.socket}")
    session, actions = Session(client), Actions()
    settings = Settings(ask_before_quit=False)
    window = MainWindow(session, actions, settings, UsageMeter(client.host))
    life = asyncio.create_task(session.run())
    try:
        window.show()
        await until(lambda: session.connection.phase is Phase.ONLINE)
        yield window
    finally:
        window.quit()
        window.detail.leave()
        life.cancel()
        await asyncio.gather(life, return_exceptions=True)
        await actions.close()
        await client.aclose()
        window.deleteLater()


async def until(condition: Callable[[], object], complaint: str = "it did not come true") -> None:
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"{complaint} within {SECONDS:g} s"
        await asyncio.sleep(0.01)


def click(parent: QWidget, name: str) -> None:
    """Click the one button that is seen under this name."""
    (button,) = (
        button
        for button in parent.findChildren(QAbstractButton)
        if button.accessibleName() == name and button.isVisible()
    )
    assert button.isEnabled(), f"{name} cannot be clicked"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def fetch(url: str) -> str:
    """A page as a browser gets it, once its server answers."""

    def read() -> str:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())

    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return await asyncio.to_thread(read)
        except OSError:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.05)


def log_lines(window: MainWindow) -> list[str]:
    rows = window.detail.logs.rows
    return [plain(line) for line in rows.fetch(0, rows.count, 4096)] if rows else []


def shown(window: MainWindow) -> Container:
    container = window.detail.container
    assert container is not None
    return container


def listed(window: MainWindow, id: str) -> Container | None:
    row = window.containers.model.row(id)
    return row.container if row else None


def test_an_image_becomes_a_page_and_goes_again(
    in_window: Callable[[Use], None], browser: Browser
) -> None:
    async def use(window: MainWindow) -> None:
        def welcome() -> Image | None:
            images = window.images.model.rows()
            return next((i for i in images if i.reference.startswith("davit/welcome")), None)

        window.go("images")
        await until(welcome, "the starter image is not in the list")
        image = welcome()
        assert image is not None
        window.images.select(image.key)
        click(window.images, "Run (Return)")
        await until(lambda: window.run_flow.dialog is not None, "the Run dialog did not open")
        dialog = window.run_flow.dialog
        assert dialog is not None
        await until(lambda: dialog.spec is not None and dialog.spec.ports, "no port was proposed")
        assert dialog.spec is not None
        proposed = int(dialog.spec.ports[0].host_port)
        click(dialog, "Run container")

        await until(lambda: window.pages.currentWidget() is window.detail)
        await until(lambda: window.detail.container and shown(window).running)
        assert window.detail.tabs.currentWidget() is window.detail.logs
        id = shown(window).id
        await until(lambda: window.detail.findChildren(PortChip), "the header shows no port")
        (chip,) = (c for c in window.detail.findChildren(PortChip) if c.isVisible())
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        await until(lambda: browser.opened, "the port was not opened")
        assert browser.opened == [f"http://localhost:{proposed}/"]

        assert "<title>" in await fetch(browser.opened[0])
        await until(
            lambda: any(line.endswith("response:200") for line in log_lines(window)),
            "the request is not in the log",
        )
        assert any(line.endswith("url:/") for line in log_lines(window))
        assert any("serving port 80" in line for line in log_lines(window))

        click(window.detail, "Stop")
        await until(lambda: shown(window).state is State.EXITED, "it was not stopped")
        await until(lambda: (row := listed(window, id)) and row.state is State.EXITED)
        stopped = listed(window, id)
        assert stopped is not None
        assert stopped.exit_code == 0
        await until(lambda: "welcome: told to stop, bye" in log_lines(window))
        with pytest.raises(urllib.error.URLError):
            await asyncio.to_thread(urllib.request.urlopen, browser.opened[0], timeout=5)

        window.go("containers")
        window.containers.select(id)
        window.activateWindow()  # there is no window manager to do it
        await until(window.containers.list.hasFocus, "the list has no focus")
        # The stop may still be under way, and then Delete comes next.
        QTest.keyClick(window.containers.list, Qt.Key.Key_Delete)
        await until(lambda: listed(window, id) is None, "the row stayed")
        assert await window.session.engine.containers(all=True) == []

    in_window(use)


def test_the_first_container_is_one_click_away(
    in_window: Callable[[Use], None], browser: Browser
) -> None:
    async def use(window: MainWindow) -> None:
        assert window.pages.currentWidget() is window.containers
        button = window.containers.first_run.button
        await until(button.isVisible, "the empty page was not shown")
        click(window.containers, "Run your first container")
        await until(lambda: browser.opened, "the page was not opened")
        assert "<title>" in await fetch(browser.opened[0])
        (row,) = window.containers.model.rows()
        assert (row.container.name, row.container.state) == ("welcome", State.RUNNING)
        assert row.container.ports[0].host_ip == "127.0.0.1"

    in_window(use)
