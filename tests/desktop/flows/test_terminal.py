"""Terminals in a container's page on a real engine: typed with keys, read off the screen."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from davit_desktop.logs.ansi import Style
from davit_desktop.terminal.session import State
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.terminal_debug import DebugDialog
from davit_desktop.views.terminal_group import TerminalGroup
from davit_desktop.views.terminal_pane import TerminalPane
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import click, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

Flow = Callable[[MainWindow], Awaitable[None]]


@pytest.fixture(scope="module")
def images(engine: Engine, registry: Registry) -> None:
    for name in ("busybox:latest", "debian:latest", "hello-world:latest"):
        reference = registry.image(name)
        engine.docker("pull", "-q", reference)
        engine.docker("tag", reference, name)


@pytest.fixture
def in_window(qapp: QApplication, engine: Engine, images: None) -> Callable[[Flow], None]:
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


@pytest.fixture
def run(engine: Engine, images: None) -> Callable[..., str]:
    """Start a container; it is gone when the module's engine is."""

    def start(*arguments: str) -> str:
        return str(engine.docker("run", "-d", *arguments).stdout.strip())

    return start


async def opened(window: MainWindow, id: str) -> TerminalPane:
    """The terminal of a container, when its prompt is there."""
    await until(lambda: id in window.session.containers, "the container is not listed")
    window.go("container", id, "terminal")
    await until(lambda: group(window).current is not None, "no terminal was opened")
    pane = shown_pane(window)
    await until(lambda: prompts(pane), "the shell has no prompt")
    return pane


def group(window: MainWindow) -> TerminalGroup:
    found = window.detail.terminal.group
    assert found is not None
    return found


def shown_pane(window: MainWindow) -> TerminalPane:
    pane = group(window).current
    assert pane is not None
    return pane


def lines(pane: TerminalPane) -> list[str]:
    screen = pane.terminal.emulator.screen
    return [line.text.rstrip() for line in screen.lines(0, screen.count) if line.text.strip()]


def prompts(pane: TerminalPane) -> int:
    return sum(line.endswith(("#", "$")) for line in lines(pane))


def press(pane: TerminalPane, words: str, *, enter: bool = True) -> None:
    QTest.keyClicks(pane.view, words)
    if enter:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)


async def said(pane: TerminalPane, words: str) -> None:
    await until(lambda: words in lines(pane), f"{words!r} was not shown")


def containers(engine: Engine) -> list[str]:
    return str(engine.docker("ps", "-aq").stdout).split()


def processes(engine: Engine, id: str) -> str:
    return str(engine.docker("exec", id, "ps").stdout)


def test_a_command_is_typed_and_answered(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        pane = await opened(window, run("debian:latest", "sleep", "infinity"))
        assert pane.name == "bash"
        press(pane, "echo $((6*7)) $TERM")
        await said(pane, "42 xterm-256color")
        press(pane, "printf '\\033[38;5;120mgreen\\033[0m \\033[48;2;1;2;3mtrue\\033[0m\\n'")
        await said(pane, "green true")
        (line,) = (row for row in pane.terminal.emulator.screen.rows if row.chars[:5] == [*"green"])
        assert line.styles[0] == Style(foreground=120)
        assert line.styles[6] == Style(background=(1, 2, 3))

    in_window(use)


def test_the_first_shell_that_is_there_is_taken(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        pane = await opened(window, run("busybox:latest", "sleep", "infinity"))
        assert pane.name == "ash"
        assert not any("not found" in line for line in lines(pane))
        assert pane.terminal.program.command.startswith("docker exec -it")

    in_window(use)


def test_the_program_learns_the_size(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        pane = await opened(window, run("busybox:latest", "sleep", "infinity"))
        before = pane.terminal.emulator.screen
        size = (before.columns, before.height)
        window.resize(1250, 760)
        await until(lambda: (before.columns, before.height) != size, "the view kept its size")

        async def told() -> bool:
            press(pane, "clear; stty size")
            wanted = f"{before.height} {before.columns}"
            try:
                async with asyncio.timeout(1):
                    await said(pane, wanted)
            except TimeoutError:
                return False
            return True

        deadline = time.monotonic() + 30
        while not await told():
            assert time.monotonic() < deadline, lines(pane)

    in_window(use)


def test_an_editor_writes_a_file(
    in_window: Callable[[Flow], None], run: Callable[..., str], engine: Engine
) -> None:
    async def use(window: MainWindow) -> None:
        id = run("busybox:latest", "sleep", "infinity")
        pane = await opened(window, id)
        press(pane, "vi /note")
        await until(lambda: any(line.startswith("~") for line in lines(pane)), "vi did not open")
        press(pane, "ifirst")
        press(pane, "second", enter=False)
        await said(pane, "second")
        QTest.keyClick(pane.view, Qt.Key.Key_Escape)
        # What follows at once would be taken for the rest of a key's sequence.
        await until(lambda: lines(pane)[-1].startswith("- /note"), "vi is still inserting")
        press(pane, "kx:wq")
        await until(lambda: lines(pane)[-1].endswith("#"), "vi did not end")
        assert engine.docker("exec", id, "cat", "/note").stdout == "firs\nsecond\n"

    in_window(use)


def test_two_terminals_are_two_shells_and_outlive_a_change_of_pages(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        id = run("busybox:latest", "sleep", "infinity")
        first = await opened(window, id)
        press(first, "cd /tmp; x=one")
        QTest.keyClick(
            first.view,
            Qt.Key.Key_N,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        await until(lambda: shown_pane(window) is not first, "no second terminal")
        second = shown_pane(window)
        await until(lambda: prompts(second), "the second has no prompt")
        assert [pane.name for pane in group(window).panes] == ["ash", "ash 2"]
        press(second, "x=two; sleep 1; echo late")
        window.go("images")
        await said(second, "late")
        await opened(window, id)
        assert shown_pane(window) is second
        press(second, "echo $x $PWD")
        await said(second, "two /")
        group(window).tabs.setCurrentIndex(0)
        press(first, "echo $x $PWD")
        await said(first, "one /tmp")

    in_window(use)


def test_nothing_is_left_behind_by_a_terminal(
    in_window: Callable[[Flow], None], run: Callable[..., str], engine: Engine
) -> None:
    id = run("--init", "busybox:latest", "sleep", "infinity")  # something must bury the dead

    async def use(window: MainWindow) -> None:
        first = await opened(window, id)
        press(first, "vi /tmp/x")
        await until(lambda: "vi" in processes(engine, id))
        click(window.detail, "Close ash (Ctrl+Shift+W)")
        await until(lambda: "ash" not in processes(engine, id), "the shell goes on")
        await until(lambda: "vi" not in processes(engine, id), "the editor goes on")
        click(window.detail, "Open terminal")
        await until(lambda: group(window).current is not None)
        await until(lambda: prompts(shown_pane(window)), "no prompt")
        assert "ash" in processes(engine, id)

    in_window(use)
    assert "ash" not in processes(engine, id)


def test_a_stopped_container_says_so_and_comes_back(
    in_window: Callable[[Flow], None], run: Callable[..., str], engine: Engine
) -> None:
    async def use(window: MainWindow) -> None:
        id = run("--stop-timeout=0", "busybox:latest", "sleep", "infinity")
        pane = await opened(window, id)
        engine.docker("stop", "-t0", id)
        await until(lambda: pane.button.isVisible() and pane.button.text() == "Start container")
        click(pane, "Start container")
        await until(lambda: pane.button.isEnabled() and pane.button.text() == "Reconnect")
        click(pane, "Reconnect")
        await until(lambda: pane.terminal.open and prompts(pane), "no new prompt")
        assert not pane.button.isVisible()

    in_window(use)


def test_a_container_with_a_terminal_shows_it(
    in_window: Callable[[Flow], None], run: Callable[..., str], engine: Engine
) -> None:
    async def use(window: MainWindow) -> None:
        id = run("-it", "busybox:latest", "sh", "-c", "echo before; exec sh")
        await until(lambda: id in window.session.containers)
        window.go("container", id)
        await until(lambda: window.detail.tabs.currentWidget() is window.detail.terminal)
        await until(lambda: group(window).current is not None)
        pane = shown_pane(window)
        assert pane.name == "Container"
        await said(pane, "before")
        press(pane, "echo $$")
        await said(pane, "1")
        group(window).close_tab(0)
        await asyncio.sleep(0)
        assert window.session.containers[id].running

    in_window(use)


def test_an_image_without_a_shell_is_helped_by_another(
    in_window: Callable[[Flow], None], run: Callable[..., str], engine: Engine
) -> None:
    async def use(window: MainWindow) -> None:
        id = run("debian:latest", "sleep", "infinity")
        engine.docker("exec", id, "rm", "/bin/sh", "/bin/bash")
        await until(lambda: id in window.session.containers)
        window.go("container", id, "terminal")
        await until(lambda: group(window).current is not None)
        pane = shown_pane(window)

        def offered() -> bool:
            buttons = pane.findChildren(QAbstractButton)
            return any(b.text() == "Debug shell…" and b.isVisible() for b in buttons)

        await until(offered, "no help is offered")
        assert pane.terminal.missing
        before = containers(engine)
        click(pane, "Debug shell…")
        (dialog,) = group(window).findChildren(DebugDialog)
        assert dialog.image.currentText() == "busybox:latest"
        click(dialog, "Open debug shell")
        await until(lambda: shown_pane(window) is not pane, "no debug shell")
        debug = shown_pane(window)
        await until(lambda: prompts(debug), "the debug shell has no prompt")
        press(debug, "ls /proc/1/root/etc/debian_version; cat /proc/1/cmdline; echo")
        await said(debug, "/proc/1/root/etc/debian_version")
        await said(debug, "sleepinfinity")
        press(debug, "exit")
        await until(lambda: debug.terminal.state is State.ENDED)
        await until(lambda: len(containers(engine)) == len(before), "the helper stays")

    in_window(use)


def test_much_output_leaves_the_window_alive_and_ctrl_c_stops_it(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        pane = await opened(window, run("busybox:latest", "sleep", "infinity"))
        press(pane, "yes 0123456789")
        screen = pane.terminal.emulator.screen
        # In the time of the processor, since others may hold up this test.
        longest, before = 0.0, time.thread_time()
        while screen.scrolled < 20_000:
            await asyncio.sleep(0.001)
            now = time.thread_time()
            longest, before = max(longest, now - before), now
        assert longest < 0.05
        QTest.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: lines(pane)[-1].endswith("#"), "it goes on")
        assert len(screen.scrollback) <= 10_000

    in_window(use)


def test_a_lost_engine_is_told_and_what_it_left_is_ended(
    qapp: QApplication, fresh_engine: Engine, registry: Registry
) -> None:
    engine = fresh_engine
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)

    async def use(window: MainWindow) -> None:
        id = engine.docker("run", "-d", "--init", image, "sleep", "infinity").stdout.strip()
        pane = await opened(window, id)
        engine.kill9()
        await until(lambda: pane.terminal.state is State.LOST, "the loss was not noticed")
        await until(lambda: "does not answer" in pane.bar_title, "it is not told")
        await asyncio.to_thread(engine.start)
        await until(lambda: pane.button.isVisible() and pane.button.text() == "Reconnect")
        click(pane, "Reconnect")
        await until(lambda: pane.terminal.open and prompts(pane), "no new prompt")
        assert processes(engine, id).count(" ash") == 1

    use_window(qapp, f"unix://{engine.socket}", use)


def test_text_is_selected_copied_and_pasted(
    in_window: Callable[[Flow], None], run: Callable[..., str]
) -> None:
    async def use(window: MainWindow) -> None:
        pane = await opened(window, run("busybox:latest", "sleep", "infinity"))
        press(pane, "clear; echo one two")
        await said(pane, "one two")
        view = pane.view
        row = next(
            number
            for number, found in enumerate(pane.terminal.emulator.screen.rows)
            if "".join(found.chars).startswith("one two")
        )
        at = view._grid.area(5, row).center().toPoint()
        for _ in range(2):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selected == "two"
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selected == "one two"
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(view, Qt.Key.Key_C, both)
        assert QGuiApplication.clipboard().text() == "one two"
        QGuiApplication.clipboard().setText("echo a\necho b\n")
        QTest.keyClick(view, Qt.Key.Key_V, both)
        await until(lambda: pane.findChildren(QMessageBox), "it was not asked about")
        (box,) = pane.findChildren(QMessageBox)
        (paste,) = (b for b in box.findChildren(QAbstractButton) if b.text() == "Paste 2 lines")
        QTest.mouseClick(paste, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        await said(pane, "b")

    in_window(use)
