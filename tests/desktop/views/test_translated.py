"""Whatever the window says itself can be said in another language.

Asked of the window in the language that nobody speaks, whose words stand in brackets.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from davit_desktop import translation
from davit_desktop.actions import Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.usage import UsageMeter
from davit_desktop.views.main_window import MainWindow
from davit_vm.status import State
from fakes.machine import FakeMachine

SAID = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"[A-Za-z]{2,}")
EXAMPLE = re.compile(r"\S*\bexample\.com\S*|(?<!\S)/\S+|Español|Français")
COMMAND = re.compile(r"^(sudo |\$ )?(docker|davit|systemctl|sh|export)\b")
SAME = frozenset(
    """
    Davit Docker localhost nginx ghcr io owner name tag JSON Dockerfile Aa
    English Deutsch Español Français
    Ctrl Shift Alt Esc Del Enter Return Space Tab Home End Up Down Left Right PgUp PgDown Ins
    kB MB GB TB KiB MiB GiB TiB ms min
    tcp udp sctp linux amd arm riscv bridge overlay macvlan ipvlan host none
    """.split()  # noqa: SIM905
)
"""The product, formats, names of languages in themselves, keys, units, words of commands."""


@pytest.fixture
def pseudo() -> Iterator[None]:
    translation.use(translation.pseudo)
    yield
    translation.use(None)


@pytest.fixture
async def window(
    qtbot: QtBot, pseudo: None, tiny_engine: Any, make_summary: Any, tmp_path: Path, until: Any
) -> AsyncIterator[MainWindow]:
    labels = {"com.docker.compose.project": "shop", "com.docker.compose.service": "api"}
    ports = [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"}]
    tiny_engine.containers = [
        make_summary("a", "web", Ports=ports),
        make_summary("b", "db", state="exited", Status="Exited (3) 2 hours ago"),
        make_summary("c", "shop-api-1", Labels=labels),
    ]
    tiny_engine.images = [
        {
            "Id": "sha256:" + "1" * 64,
            "RepoTags": ["nginx:latest"],
            "Created": 1700000000,
            "Size": 1000,
        }
    ]
    client = EngineClient(f"unix://{tiny_engine.path}")
    machine = FakeMachine(tmp_path, State.READY)
    machine.endpoint = client.host
    session = Session(client, MachineSession(machine))
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(client.host))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.connection.phase is Phase.ONLINE and session.images)
    yield window
    window.hide()
    window.detail.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()
    await client.aclose()


def texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What the widgets below `root` that are shown say, with tool tips and names."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisibleTo(root):
            for text in _of_widget(widget):
                yield widget, text


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.statusTip()
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
            yield from (widget.tabToolTip(at) for at in range(widget.count()))
        case QMenu():
            for action in widget.actions():
                yield action.text()
                yield action.statusTip()
        case QAbstractItemView():
            yield from _of_model(widget)


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    for column in range(columns):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            rows = 0 if isinstance(view, QHeaderView) else min(model.rowCount(), 20)
            for row in range(rows):
                words = model.index(row, column).data(role)
                yield words if isinstance(words, str) else ""


def untranslated(root: QWidget, engine: str) -> set[str]:
    """Texts with a word that is neither translated nor in `engine`, all that the engine said."""
    found = set()
    for widget, text in texts(root):
        rest, before = EXAMPLE.sub(" ", re.sub(r"<[^>]+>", "\n", text)), ""
        while rest != before:
            rest, before = SAID.sub(" ", rest), rest
        rest = "\n".join(line for line in rest.splitlines() if not COMMAND.match(line.strip()))
        wrong = [w for w in WORD.findall(rest) if w not in SAME and w.casefold() not in engine]
        if wrong and not any(isinstance(p, QFileDialog) for p in _up(widget)):
            found.add(
                f"{type(widget).__name__} in {type(widget.parent()).__name__}: {text[:100]!r}"
            )
    return found


def _up(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def said_by(engine: Any, session: Session) -> str:
    machine = session.machine
    assert machine is not None
    known = (engine.containers, engine.images, engine.inspects, session.connection)
    guest = (machine.status, machine.config, getattr(machine.machine, "checks", ()))
    said = ("pid", "cmd", "sh", *_strings(msgspec.to_builtins((known, guest))))
    return " ".join(said).casefold()


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)


def places(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Goes through all pages and their tabs."""
    for key in window.page_keys:
        window.go(key)
        yield key, window
    for tab in window.detail.tab_keys:
        window.go("container", "a" * 64, tab)
        yield f"container {tab}", window.detail
    window.go("stack", "shop")
    yield "stack", window.stack
    window.go("image", "sha256:" + "1" * 64)
    yield "image", window.image
    assert window.machine is not None
    window.go("machine")
    for place in range(window.machine.tabs.count()):
        window.machine.tabs.setCurrentIndex(place)
        yield f"machine {place}", window.machine
    window.go("welcome")
    assert window.welcome is not None
    yield "welcome", window.welcome


async def test_every_page_is_in_the_language(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    await until(lambda: window.containers.model.rows())
    engine = said_by(tiny_engine, window.session)
    found: set[str] = set()
    for _ in range(2):  # the second time with what was asked for the first time
        for name, root in places(window):
            found |= {f"{name}: {words}" for words in untranslated(root, engine)}
            await asyncio.sleep(0)
    assert not found, "\n".join(sorted(found))


async def test_every_menu_is_in_the_language(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    engine = said_by(tiny_engine, window.session)
    found: set[str] = set()
    await until(lambda: window.containers.model.rows())
    window.containers.select("a" * 64)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        for text in _of_widget(menu):
            left = SAID.sub(" ", text)
            wrong = [w for w in WORD.findall(left) if w not in SAME and w.casefold() not in engine]
            if wrong and not COMMAND.match(text):
                found.add(text)
    assert not found, "\n".join(sorted(found))


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "about": lambda w: w._show_about(),
    "shortcuts": lambda w: w._show_shortcuts(),
    "quit": lambda w: w.leave(),
    "palette": lambda w: w.open_palette(),
    "drawer": lambda w: w.toggle_drawer(),
    "run": lambda w: w.run_flow.open("nginx:latest"),
    "pull": lambda w: w.image_verbs.pull(),
    "push": lambda w: w.image_verbs.push(w.image_verbs.images()[0]),
    "tag": lambda w: w.image_verbs.tag(w.image_verbs.images()[0]),
    "prune": lambda w: w.image_verbs.prune(),
    "network": lambda w: w.networks.create_network(),
    "rename": lambda w: w.asks.ask("rename", w.session.containers["a" * 64]),
    "commit": lambda w: w.asks.ask("commit", w.session.containers["a" * 64]),
    "limits": lambda w: w.asks.ask("limits", w.session.containers["a" * 64]),
    "stop machine": lambda w: w.machine and w.machine.ask_stop(),
    "reset machine": lambda w: w.machine and w.machine._ask_reset(),
    "repair machine": lambda w: w.machine and w.machine._ask_repair(),
}


async def test_every_dialog_is_in_the_language(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    engine = said_by(tiny_engine, window.session)
    found: set[str] = set()

    def opened() -> QWidget | None:
        new = (w for w in window.findChildren(QWidget) if w.isVisible() and w not in before)
        return next(new, None)

    for name, show in DIALOGS.items():
        before = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
        show(window)
        await until(opened)
        shown = opened()
        assert shown is not None
        found |= {f"{name}: {words}" for words in untranslated(shown, engine)}
        shown.close()
        await until(shown.isHidden)
    assert not found, "\n".join(sorted(found))


async def test_an_engine_that_does_not_answer_is_told_in_the_language(
    qtbot: QtBot, pseudo: None, quiet_session: Session, until: Any
) -> None:
    actions = Actions()
    window = MainWindow(quiet_session, actions, Settings(), UsageMeter("unix:///nowhere"))
    qtbot.addWidget(window)
    window.show()
    task = asyncio.create_task(quiet_session.run())
    await until(lambda: quiet_session.connection.phase is Phase.OFFLINE)
    found: set[str] = set()
    for key in window.page_keys:
        window.go(key)
        found |= untranslated(window, "unix nowhere engine sock")
    window.hide()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()
    assert not found, "\n".join(sorted(found))
