"""The logs of a container, and of several, on a real engine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from davit_desktop.logs.entries import Kind
from davit_desktop.logs.rows import plain
from davit_desktop.state import log_scope
from davit_desktop.views.logs import LogPanel
from davit_desktop.views.main_window import MainWindow
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import Use, click, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

TURNS = 'for i in 1 2 3 4 5; do until [ -e /turn$i ]; do sleep 0.01; done; echo "$NAME $i"; done'


@pytest.fixture(scope="module")
def busybox(engine: Engine, registry: Registry) -> str:
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)
    return image


@pytest.fixture
def in_window(qapp: QApplication, engine: Engine) -> Callable[[Use], None]:
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


@pytest.fixture
def run(engine: Engine, busybox: str) -> Iterator[Callable[..., str]]:
    """Run a script in a new container; its id."""
    names: list[str] = []

    def start(name: str, script: str, *options: str) -> str:
        names.append(name)
        engine.docker("run", "-d", "--name", name, *options, busybox, "sh", "-c", script)
        return engine.docker("inspect", "-f", "{{.Id}}", name).stdout.strip()

    yield start
    for name in names:
        engine.docker("rm", "-f", name, check=False)


async def opened(window: MainWindow, id: str) -> LogPanel:
    await until(lambda: id in window.session.containers)
    window.go("container", id, "logs")
    return window.detail.logs


def lines(panel: LogPanel) -> list[str]:
    rows = panel.rows
    fetched = rows.fetch(0, rows.count, 1 << 20) if rows else []
    return [plain(line) for line in fetched if line.kind <= Kind.PIECE]


def test_a_container_that_writes_is_followed(
    in_window: Callable[[Use], None], run: Callable[..., str], engine: Engine
) -> None:
    id = run("writer", f"NAME=line; {TURNS}; sleep 600")

    async def use(window: MainWindow) -> None:
        panel = await opened(window, id)
        for turn in range(1, 6):
            engine.docker("exec", "writer", "touch", f"/turn{turn}")
            await until(lambda turn=turn: panel.view.shown_text()[-1:] == [f"line {turn}"])
        assert lines(panel) == [f"line {turn}" for turn in range(1, 6)]

    in_window(use)


def test_a_restart_is_marked_with_time_and_exit_code(
    in_window: Callable[[Use], None], run: Callable[..., str], engine: Engine
) -> None:
    id = run("crasher", 'echo "run $(cat /n 2>/dev/null)"; echo again > /n; exit 3')
    engine.docker("wait", "crasher")
    engine.docker("start", "crasher")
    engine.docker("wait", "crasher")

    async def use(window: MainWindow) -> None:
        panel = await opened(window, id)
        await until(lambda: len(panel.view.shown_text()) >= 4)
        await until(lambda: panel.view.shown_text()[-1].startswith("Ended"))
        first, ended, started, second, ended_again = panel.view.shown_text()
        assert (first, second) == ("run ", "run again")
        assert ended.startswith("Ended 20")
        assert ended.endswith("with exit code 3")
        assert ended_again.endswith("with exit code 3")
        assert started.startswith("Started 20")
        engine.docker("start", "crasher")
        await until(lambda: lines(panel)[2:] == ["run again"])
        await until(lambda: panel.view.shown_text()[-1].startswith("Ended"))
        assert panel.view.shown_text()[5].startswith("Started 20")

    in_window(use)


def test_a_stack_is_merged_by_time_and_new_containers_join(
    in_window: Callable[[Use], None], run: Callable[..., str], engine: Engine
) -> None:
    label = ("--label", "com.docker.compose.project=shop")
    run("shop-a", f"NAME=a; {TURNS}; sleep 600", *label)
    run("shop-b", f"NAME=b; {TURNS}; sleep 600", *label)
    run("other", "echo other; sleep 600")

    async def use(window: MainWindow) -> None:
        await until(lambda: len(window.session.containers) >= 3)
        window.go("logs", log_scope.of_stack("shop").subject)
        panel = window.logs.logs
        expected = []
        for turn in (1, 2, 3):
            for name in ("a", "b"):
                engine.docker("exec", f"shop-{name}", "touch", f"/turn{turn}")
                expected.append(f"{name} {turn}")
                await until(lambda: lines(panel) == expected)
        run("shop-c", "echo c is here; sleep 600", *label)
        await until(lambda: lines(panel) == [*expected, "c is here"])
        assert [name for _, name in panel.members] == ["shop-a", "shop-b", "shop-c"]
        panel.bar._hide_sources(frozenset({0, 2}))
        await until(lambda: lines(panel) == ["b 1", "b 2", "b 3"])

    in_window(use)


def test_what_is_found_is_filtered_copied_and_saved(
    in_window: Callable[[Use], None], run: Callable[..., str], engine: Engine, tmp_path: Path
) -> None:
    script = r"""
    printf 'one\ntwo\n\033[31mERROR\033[0m \303\251\n  more of it\nfour\nfive\n\377\000\ttab\r\n'
    """
    id = run("mixed", script)
    engine.docker("wait", "mixed")

    async def use(window: MainWindow) -> None:
        panel = await opened(window, id)
        await until(lambda: len(lines(panel)) == 7)
        panel.view.setFocus()
        panel.bar.field.setText("error")
        panel.bar.filter.setChecked(True)
        panel.bar.set_context(1)
        await until(lambda: panel.view.shown_text()[:3] == ["two", "ERROR é", "  more of it"])
        assert panel.bar.count.text() == "1/1"
        panel.copy()
        assert QGuiApplication.clipboard().text() == "two\nERROR é\n  more of it"
        QTest.keyClick(panel.bar.field, Qt.Key.Key_Escape)
        panel.bar.filter.setChecked(False)
        await until(lambda: len(lines(panel)) == 7)
        raw = tmp_path / "raw.log"
        saved: list[str] = []
        panel.saved.connect(saved.append)
        panel.save_to(raw, stamps=False, colors=True)
        await until(lambda: saved)
        expected = b"one\ntwo\n\x1b[31mERROR\x1b[0m \xc3\xa9\n  more of it\nfour\nfive\n"
        assert raw.read_bytes() == expected + b"\xff\x00\ttab\r\n"

    in_window(use)


def test_the_logs_page_names_what_it_shows(
    in_window: Callable[[Use], None], run: Callable[..., str]
) -> None:
    run("speaks", "echo hello; sleep 600")
    run("spoke", "echo bye")

    async def use(window: MainWindow) -> None:
        await until(lambda: len(window.session.containers) >= 2)
        window.go("logs")
        page = window.logs
        await until(lambda: "hello" in lines(page.logs))
        assert "bye" not in lines(page.logs)
        page.scopes.setCurrentIndex(1)
        page.scopes.activated.emit(1)
        await until(lambda: {"hello", "bye"} <= set(lines(page.logs)))
        window.go("containers")
        assert page.logs.source is None
        window.back()
        await until(lambda: {"hello", "bye"} <= set(lines(page.logs)))
        click(page, "Clear the view")
        await until(lambda: lines(page.logs) == [])

    in_window(use)
