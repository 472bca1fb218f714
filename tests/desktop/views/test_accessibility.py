"""On every page, each control has a name for a screen reader and is reached by the keyboard."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.state.volumes import User, VolumeRow
from davit_desktop.usage import UsageMeter
from davit_desktop.views.main_window import MainWindow

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
)
PARTS = (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QHeaderView, QScrollBar)
"""What stands inside one of these is reached and named through it."""


@pytest.fixture
async def window(
    qtbot: QtBot, session: Session, tiny_engine: Any, make_summary: Any, until: Any
) -> AsyncIterator[MainWindow]:
    tiny_engine.containers = [make_summary("a", "web"), make_summary("b", "db", state="exited")]
    tiny_engine.images = [
        {
            "Id": "sha256:" + "1" * 64,
            "RepoTags": ["nginx:latest"],
            "Created": 1700000000,
            "Size": 1000,
        }
    ]
    tiny_engine.volumes = [{"Name": "data", "Driver": "local"}]
    tiny_engine.platform = "Davit Engine"
    tiny_engine.builds = [{"id": "b1", "state": "failed", "tags": ["shop:1"], "started": 1}]
    tiny_engine.build_events["b1"] = [
        {"kind": "build", "id": "b1", "started": 1},
        {"kind": "plan", "stages": [{"index": 0, "steps": [{"id": "0.0", "line": 1}]}]},
        {"kind": "step", "id": "0.0", "state": "failed", "at": 2},
        {"kind": "error", "id": "0.0", "text": "no", "line": 1},
    ]
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(session.engine.host))
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


def _controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, CONTROLS):
            continue
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, PARTS):
            parent = parent.parentWidget()
        if parent is None and not isinstance(widget, QHeaderView):
            yield widget


def _name(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told else ""


def _said(widget: QWidget) -> str:
    path = []
    at: QWidget | None = widget
    while at is not None and len(path) < 4:
        path.append(type(at).__name__ + (f"({at.objectName()})" if at.objectName() else ""))
        at = at.parentWidget()
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{' in '.join(path)} {text!r} {widget.toolTip()!r}"


def _judged(root: QWidget) -> list[str]:
    complaints = []
    for widget in _controls(root):
        if not _name(widget):
            complaints.append(f"no name: {_said(widget)}")
        policy = widget.focusPolicy()
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        among = group.buttons() if group is not None and group.exclusive() else [widget]
        # Arrow keys go from the one of a group that is chosen to the others.
        reachable = widget.focusProxy() is not None or any(
            bool(member.focusPolicy() & Qt.FocusPolicy.TabFocus) for member in among
        )
        still = isinstance(widget, QAbstractScrollArea) and policy is Qt.FocusPolicy.NoFocus
        if not reachable and not still and widget.isEnabled():
            complaints.append(f"not reached by Tab: {_said(widget)}")
    return complaints


async def test_every_page_can_be_used_without_seeing_or_pointing(
    window: MainWindow, until: Any
) -> None:
    complaints: list[str] = []
    for key in window.page_keys:
        window.go(key)
        complaints += [f"{key}: {words}" for words in _judged(window)]
    for tab in window.detail.tab_keys:
        window.go("container", "a" * 64, tab)
        complaints += [f"container {tab}: {words}" for words in _judged(window.detail)]
    window.go("build", "b1")
    await until(lambda: window.build.failure.isVisible())
    for tab in ("output", "dockerfile"):
        window.go("build", "b1", tab)
        complaints += [f"build {tab}: {words}" for words in _judged(window.build)]
    await until(lambda: window.volumes.model.rows())
    for tab in ("files", "inspect"):
        window.go("volume", "data", tab)
        complaints += [f"volume {tab}: {words}" for words in _judged(window.volume)]
    assert not complaints, "\n".join(sorted(set(complaints)))


async def test_every_dialog_can_be_used_without_seeing_or_pointing(
    window: MainWindow, until: Any
) -> None:
    window.run_flow.open("nginx:latest")
    await until(lambda: window.run_flow.dialog is not None)
    assert window.run_flow.dialog is not None
    complaints = [f"run: {words}" for words in _judged(window.run_flow.dialog)]
    window.run_flow.dialog.close()
    verbs = window.volume_verbs
    row = VolumeRow(name="data", users=(User(id="a", name="web", running=True),))
    free = VolumeRow(name="free")
    for name, ask in (
        ("create", verbs.create),
        ("clone", lambda: verbs.clone(row)),
        ("export", lambda: verbs.export(row)),
        ("delete", lambda: verbs.delete([free])),
        ("prune", verbs.prune),
    ):
        ask()
        assert verbs.dialog is not None
        complaints += [f"volume {name}: {words}" for words in _judged(verbs.dialog)]
        verbs.dialog.close()
    window.build_verbs.build("/nowhere")
    build = window.build_verbs.dialog
    assert build is not None
    build.tags.add()
    build.args.add()
    complaints += [f"build: {words}" for words in _judged(build)]
    build.reject()
    window.open_palette()
    assert window.palette_dialog is not None
    assert _name(window.palette_dialog.field)
    assert not complaints, "\n".join(complaints)
