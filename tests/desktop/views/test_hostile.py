"""Whatever an engine says is shown as text: nothing is obeyed, fetched or left hidden."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.state.problem import Problem
from davit_desktop.usage import UsageMeter
from davit_desktop.views.main_window import MainWindow

MARKUP = '<img src="http://127.0.0.1:{port}/x"><b>bold</b><a href="file:///etc/passwd">'
ODD = "\u202eevil\u2066\x1b[31m\x1b]0;title\x07\x00\r\n\t\ud83d"
LONG = "A" * 1_000_000


class Server:
    """Counts who comes to fetch something."""

    def __init__(self) -> None:
        self.visits = 0
        self.port = 0

    async def start(self) -> asyncio.Server:
        async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.visits += 1
            writer.close()

        server = await asyncio.start_server(visit, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    counted = Server()
    listening = await counted.start()
    yield counted
    listening.close()
    await listening.wait_closed()


def _bad(port: int) -> str:
    return (
        (MARKUP.format(port=port) + ODD)
        .encode("utf-16", "surrogatepass")
        .decode("utf-16", "replace")
    )


@pytest.fixture
async def window(
    qtbot: QtBot, session: Session, tiny_engine: Any, make_summary: Any, until: Any, server: Server
) -> AsyncIterator[MainWindow]:
    bad = _bad(server.port)
    container = make_summary("a", "web")
    container.update(
        {
            "Names": ["/" + bad],
            "Image": bad,
            "Command": bad + LONG,
            "Status": bad,
            "Labels": {bad: bad + LONG, "com.docker.compose.project": bad},
            "Ports": [{"IP": bad, "PrivatePort": 80, "PublicPort": server.port, "Type": bad}],
            "Mounts": [{"Type": bad, "Name": bad, "Source": bad, "Destination": bad}],
        }
    )
    tiny_engine.containers = [container, make_summary("b", "db", state="exited")]
    tiny_engine.images = [
        {
            "Id": "sha256:" + "1" * 64,
            "RepoTags": [bad + ":" + bad],
            "RepoDigests": [bad],
            "Labels": {bad: LONG},
            "Created": 2**62,
            "Size": 2**62,
        }
    ]
    tiny_engine.inspects["a" * 64] = {
        "Id": "a" * 64,
        "Name": bad,
        "Config": {"Env": [f"{bad}={LONG}", bad], "Cmd": [bad], "Labels": {bad: bad}},
        "State": {"Status": bad, "Error": bad + LONG, "Health": {"Log": [{"Output": bad}]}},
        "NetworkSettings": {"Networks": {bad: {"IPAddress": bad}}},
        "Mounts": [{"Type": bad, "Source": bad, "Destination": bad}],
    }
    image = "sha256:" + "1" * 64
    tiny_engine.image = {
        "Id": image,
        "Author": bad,
        "Os": bad,
        "Architecture": bad,
        "Config": {"Env": [f"{bad}={LONG}"], "Cmd": [bad], "Labels": {bad: bad + LONG}},
    }
    tiny_engine.history = [{"Id": bad, "CreatedBy": bad + LONG, "Comment": bad, "Created": 2**62}]
    tiny_engine.top = {"Titles": ["PID", "USER", bad], "Processes": [["7", bad, bad + LONG]]}
    tiny_engine.networks = [
        {
            "Id": "n1",
            "Name": bad,
            "Driver": bad,
            "IPAM": {"Config": [{"Subnet": bad, "Gateway": bad}]},
            "Labels": {bad: bad + LONG},
            "Options": {bad: bad},
        }
    ]
    tiny_engine.volumes = [
        {
            "Name": bad,
            "Driver": bad,
            "Mountpoint": bad,
            "CreatedAt": bad,
            "Labels": {bad: bad + LONG, "com.docker.compose.project": bad},
            "UsageData": {"Size": -(2**62), "RefCount": 2**62},
        }
    ]
    tiny_engine.files = [
        {"Name": bad, "Kind": kind, "User": bad, "Group": bad, "Target": bad, "Size": 2**62}
        for kind in ("file", "folder", "link", bad)
    ]
    tiny_engine.platform = "Davit Engine"
    tiny_engine.builds = [
        {
            "id": "b1",
            "state": bad,
            "tags": [bad + LONG],
            "folder": bad,
            "error": bad + LONG,
            "dockerfile": bad,
            "target": bad,
            "platform": bad,
            "started": 2**62,
            "duration": 2**62,
            "steps": 2**62,
            "cached": -1,
            "image": bad,
        }
    ]
    tiny_engine.build_events["b1"] = [
        {"kind": "build", "id": "b1", "started": 2**62, "dockerfile": bad, "folder": bad},
        {
            "kind": "plan",
            "stages": [
                {
                    "index": 0,
                    "name": bad + LONG,
                    "base": bad,
                    "platform": bad,
                    "needs": [0, 7, -1],
                    "steps": [
                        {"id": "0.0", "instruction": bad + LONG, "line": 1, "end_line": 2**40}
                    ],
                },
                {"index": 1, "name": bad, "base": bad, "needs": [0], "steps": []},
            ],
        },
        {"kind": "step", "id": "0.0", "state": "running", "at": 1},
        {"kind": "output", "id": "0.0", "stream": bad, "text": bad + LONG + "\n" + bad},
        {"kind": "progress", "id": "0.0", "what": bad, "status": bad, "current": -5, "total": 1},
        {"kind": "warning", "rule": bad, "text": bad + LONG, "line": 1, "url": bad},
        {"kind": "step", "id": "0.0", "state": "failed", "at": 2},
        {"kind": "error", "id": "0.0", "text": bad + LONG, "line": 1, "hint": bad + LONG},
    ]
    tiny_engine.dockerfiles["b1"] = f"{bad}{LONG}\n{bad}"
    actions = Actions()
    window = MainWindow(session, actions, Settings(), UsageMeter(session.engine.host))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.connection.phase is Phase.ONLINE and session.images)
    yield window
    window.quit()
    window.detail.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()


def _obeyed(root: QWidget) -> list[str]:
    """What of the window would take a text for markup, or let it turn the text around."""
    found = []
    for label in root.findChildren(QLabel):
        rich = label.textFormat() is not Qt.TextFormat.PlainText
        if rich and "<" in label.text():
            found.append(f"markup in a label: {label.text()[:80]!r}")
    for widget in root.findChildren(QWidget):
        tip, name = widget.toolTip(), widget.accessibleName()
        if "<img" in tip or any(odd in tip + name for odd in ("\u202e", "\x1b", "\0")):
            found.append(f"told of {type(widget).__name__}: {tip[:80]!r} {name[:80]!r}")
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(QModelIndex()), 50)):
            for column in range(
                1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
            ):
                cell = model.index(row, column)
                shown = str(cell.data(Qt.ItemDataRole.DisplayRole) or "")
                tip = str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")
                if "\u202e" in shown or "\x1b" in shown or "<img" in tip:
                    found.append(f"in {view.accessibleName()}: {shown[:80]!r} {tip[:80]!r}")
    return found


async def test_no_page_obeys_what_an_engine_says(
    window: MainWindow, server: Server, until: Any
) -> None:
    complaints: list[str] = []

    async def judge(where: str) -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        window.grab()
        complaints.extend(f"{where}: {words}" for words in _obeyed(window))

    for key in window.page_keys:
        window.go(key)
        await judge(key)
    for tab in window.detail.tab_keys:
        if tab != "ports":  # which asks the port, as it must
            window.go("container", "a" * 64, tab)
            await judge(f"container {tab}")
    window.go("build", "b1")
    await until(lambda: window.build.told.over and window.build.source.toPlainText())
    for tab in ("output", "dockerfile"):
        window.go("build", "b1", tab)
        await judge(f"build {tab}")
    complaints += [f"graph: {words}" for words in window.build.graph.words if "\u202e" in words]
    if "\u202e" in window.build.source.toPlainText():
        complaints.append("the Dockerfile turns its text around")
    window.open_palette()
    assert window.palette_dialog is not None
    window.palette_dialog.grab()
    complaints += [f"palette: {words}" for words in _obeyed(window.palette_dialog)]
    window.palette_dialog.close()
    assert not complaints, "\n".join(sorted(set(complaints)))


async def test_no_detail_obeys_what_an_engine_says(
    window: MainWindow, server: Server, until: Any
) -> None:
    complaints: list[str] = []

    async def judge(where: str) -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        window.grab()
        complaints.extend(f"{where}: {words}" for words in _obeyed(window))

    bad = _bad(server.port)
    for place in range(4):
        window.go("image", "sha256:" + "1" * 64)
        window.image.tabs.setCurrentIndex(place)
        await judge(f"image tab {place}")
    window.go("volumes")
    await until(lambda: window.volumes.model.rows())
    window.go("networks")
    await until(lambda: window.networks.model.rows())
    await judge("networks again")
    (row,) = window.volumes.model.rows()
    for tab in ("files", "inspect"):
        window.go("volume", row.name, tab)
        await judge(f"volume {tab}")
    for ask in (lambda: window.volume_verbs.delete([row]), lambda: window.volume_verbs.empty(row)):
        ask()
        if window.volume_verbs.dialog is not None:
            complaints += [f"question: {words}" for words in _obeyed(window.volume_verbs.dialog)]
            window.volume_verbs.dialog.reject()
    window.go("stack", bad)
    await judge("stack")
    assert not complaints, "\n".join(sorted(set(complaints)))
    assert server.visits == 0


async def test_no_message_obeys_what_an_engine_says(window: MainWindow, server: Server) -> None:
    bad = _bad(server.port)
    window.shown.problems.show_problem(
        Problem(title=bad, reason=bad + LONG, advice=bad, details=bad + LONG)
    )
    window.toasts.show_toast(bad, "")
    window.banner.say(bad, "Retry")
    await asyncio.sleep(0)
    window.grab()
    assert not _obeyed(window)
    assert server.visits == 0
