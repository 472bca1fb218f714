"""The window on a real engine: from an image to a web page, its log, and nothing left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.client import docker_context
from davit_desktop.settings import Settings
from davit_desktop.state.containers import State
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.welcome_native import NativeWelcome
from fixtures.daemon import Engine
from fixtures.window import Browser, Use, an_image_becomes_a_page, click, fetch, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]


@pytest.fixture
def in_window(qapp: QApplication, fresh_engine: Engine) -> Callable[[Use], None]:
    return lambda use: use_window(qapp, f"unix://{fresh_engine.socket}", use)


def test_an_image_becomes_a_page_and_goes_again(
    in_window: Callable[[Use], None], browser: Browser
) -> None:
    in_window(lambda window: an_image_becomes_a_page(window, browser))


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


def test_the_first_start_welcomes_checks_and_runs_a_first_container(
    qapp: QApplication,
    fresh_engine: Engine,
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    endpoint = f"unix://{fresh_engine.socket}"

    async def first(window: MainWindow) -> None:
        page = window.welcome
        assert isinstance(page, NativeWelcome)
        await until(lambda: window.pages.currentWidget() is page, "nobody was welcomed")
        await until(lambda: page.docker_button.isVisible(), "docker leads elsewhere, unsaid")
        names = [check.name for check in page.checks.checks]
        assert names == [
            "Engine",
            "Permission",
            "Disk",
            "Memory",
            "Warnings of the engine",
            "Docker command",
        ]
        assert page.checks.checks[0].ok
        assert endpoint in page.checks.checks[0].detail
        click(page, "Let docker use this engine")
        await until(lambda: not page.docker_button.isVisible(), "docker still leads elsewhere")
        assert docker_context.current() == "davit"
        click(page, "Run your first container")
        await until(lambda: browser.opened, "the page was not opened")
        assert "<title>" in await fetch(browser.opened[0])
        assert window.pages.currentWidget() is window.detail
        assert window.settings.welcomed

    async def again(window: MainWindow) -> None:
        assert window.pages.currentWidget() is window.containers
        window.go("welcome")
        assert window.welcome.run_button.isEnabled()
        click(window.welcome, "Run your first container")
        await until(lambda: len(browser.opened) == 2, "the page was not opened again")
        assert len(window.session.containers) == 1

    use_window(qapp, endpoint, first, settings=Settings(ask_before_quit=False))
    use_window(qapp, endpoint, again, settings=Settings(ask_before_quit=False))
