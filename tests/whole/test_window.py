"""The window on a real engine: from an image to a web page, its log, and nothing left."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.state.containers import State
from davit_desktop.views.main_window import MainWindow
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
