"""The builds page, a build's page, and the form that asks what to build."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from davit_desktop.actions import Actions
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.logs.rows import plain
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Settings
from davit_desktop.usage import UsageMeter
from davit_desktop.views.build_dialog import BuildDialog, dropped
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.run_rows import TextLine, VariableLine

DOCKERFILE = "FROM busybox AS compile\nRUN make\n\nFROM busybox\nRUN echo \\\n  false\n"
EVENTS = [
    {"kind": "build", "id": "b1", "started": 10**18, "dockerfile": "Dockerfile"},
    {"kind": "plan", "stages": [
        {"index": 0, "name": "compile", "base": "busybox", "needs": [], "steps": [
            {"id": "0.0", "instruction": "FROM busybox AS compile", "line": 1, "end_line": 1},
            {"id": "0.1", "instruction": "RUN make", "line": 2, "end_line": 2}]},
        {"index": 1, "base": "busybox", "needs": [0], "steps": [
            {"id": "1.0", "instruction": "FROM busybox", "line": 4, "end_line": 4},
            {"id": "1.1", "instruction": "RUN echo   false", "line": 5, "end_line": 6}]},
    ]},
    {"kind": "step", "id": "0.0", "state": "cached", "at": 10**18},
    {"kind": "step", "id": "0.1", "state": "running", "at": 10**18},
    {"kind": "output", "id": "0.1", "stream": "stdout", "text": "made\n"},
    {"kind": "step", "id": "0.1", "state": "done", "at": 10**18 + 2_500_000_000},
    {"kind": "warning", "rule": "OddCasing", "text": "use capitals", "line": 1},
    {"kind": "step", "id": "1.1", "state": "running", "at": 10**18},
    {"kind": "output", "id": "1.1", "stream": "stderr", "text": "no "},
    {"kind": "output", "id": "1.1", "stream": "stderr", "text": "good\n"},
    {"kind": "step", "id": "1.1", "state": "failed", "at": 10**18 + 3_000_000_000},
    {"kind": "error", "id": "1.1", "text": "exit code 1", "line": 5, "code": 1},
]  # fmt: skip


@pytest.fixture
async def window(
    qtbot: QtBot, session: Session, tiny_engine: Any, until: Any
) -> AsyncIterator[MainWindow]:
    tiny_engine.platform = "Davit Engine"
    tiny_engine.builds = [
        {"id": "b1", "state": "failed", "tags": ["shop:1"], "folder": "/src/shop", "steps": 9,
         "cached": 7, "duration": 3000, "started": 10**18, "error": "exit code 1"},
        {"id": "b0", "state": "done", "tags": [], "folder": "/src/other", "steps": 2, "cached": 2,
         "duration": 20, "started": 9 * 10**17, "image": "sha256:" + "1" * 64},
    ]  # fmt: skip
    tiny_engine.build_events["b1"] = EVENTS
    tiny_engine.dockerfiles["b1"] = DOCKERFILE
    actions = Actions()
    settings = Settings(page="builds", welcomed=True)
    window = MainWindow(session, actions, settings, UsageMeter(session.engine.host))
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    task = asyncio.create_task(session.run())
    await until(lambda: session.connection.phase is Phase.ONLINE)
    yield window
    window.hide()
    window.shown.leave()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await actions.close()


def cells(window: MainWindow, row: int) -> list[str]:
    page = window.builds
    record = page.proxy.row_at(page.proxy.index(row, 0))
    assert record is not None
    return [column.text(record) for column in page.model.columns]


def output(window: MainWindow) -> list[str]:
    rows = window.build.output.rows
    assert rows is not None
    return [plain(line) for line in rows.fetch(0, rows.count, 1000)]


async def opened(window: MainWindow, until: Any) -> None:
    window.go("build", "b1")
    await until(lambda: window.build.told.over and window.build.source.toPlainText())


async def test_the_newest_build_comes_first(window: MainWindow, until: Any) -> None:
    await until(lambda: window.builds.proxy.rowCount() == 2)
    assert cells(window, 0)[:5] == ["shop:1", "Failed", "7 of 9", "3.0 s", "/src/shop"]
    assert cells(window, 1)[:4] == ["other", "Done", "2 of 2", "< 0.1 s"]


async def test_an_engine_that_tells_of_no_builds_has_no_page_for_them(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    assert "builds" in window.page_keys
    tiny_engine.refusals["GET /davit/v1/builds"] = (404, "page not found")
    window.build_watch.look_again()
    await until(lambda: window.shown is window.containers)
    assert "builds" not in window.page_keys
    assert not window.images.build_button.isVisibleTo(window.images)
    window.go("builds")
    assert window.shown is window.containers


async def test_nothing_is_asked_while_nobody_looks(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    await until(lambda: window.build_watch.listed)
    window.go("images")
    tiny_engine.calls.clear()
    window.build_watch.look_again()
    await asyncio.sleep(0)
    assert not [call for call in tiny_engine.calls if "builds" in call]


async def test_a_failure_is_shown_at_its_step_and_its_line(window: MainWindow, until: Any) -> None:
    await opened(window, until)
    page = window.build
    assert [step.id for step in page.step_list.selected()] == ["1.1"]
    await until(lambda: output(window) == ["no good"])
    page.show_all()
    await until(lambda: output(window) == ["made", "no good"])
    QTest.mouseClick(page.place_button, Qt.MouseButton.LeftButton)
    assert page.tabs.currentIndex() == 1
    assert page.source.line == 5
    assert page.source.words_of(6) == "exit code 1"
    assert page.source.words_of(1) == "OddCasing: use capitals"
    page.source.line_chosen.emit(2)
    assert [step.id for step in page.step_list.selected()] == ["0.1"]


async def test_stages_say_how_they_stand(window: MainWindow, until: Any) -> None:
    await opened(window, until)
    graph = window.build.graph
    assert graph.words == [
        "compile: Done, 2 steps · 2.5 s",
        "stage-1: Failed, 1/2 · 3.0 s",
    ]
    graph.setFocus()
    QTest.keyClick(graph, Qt.Key.Key_Right)
    assert graph.accessibleDescription() == graph.words[1]
    QTest.keyClick(graph, Qt.Key.Key_Left)
    QTest.keyClick(graph, Qt.Key.Key_Return)
    assert [step.id for step in window.build.step_list.selected()] == ["0.1"]
    QTest.mouseClick(graph, Qt.MouseButton.LeftButton, pos=graph.box(1).center().toPoint())
    assert [step.id for step in window.build.step_list.selected()] == ["1.1"]


async def test_a_build_that_was_left_is_read_again(window: MainWindow, until: Any) -> None:
    await opened(window, until)
    window.go("images")
    assert window.build.output.rows is None, "what is not shown is not kept"
    window.back()
    await until(lambda: window.build.told.over)
    await until(lambda: window.build.output.rows is not None and output(window) == ["no good"])


async def test_deleting_a_build_leads_back_and_can_be_undone(
    window: MainWindow, tiny_engine: Any, until: Any
) -> None:
    await opened(window, until)
    record = window.build.record
    assert record is not None
    window.build_verbs.delete([record])
    window.build_watch.changed.emit()
    await until(lambda: window.shown is window.builds)
    assert window.builds.proxy.rowCount() == 1
    window.deletes.undo_last()
    assert window.builds.proxy.rowCount() == 2
    assert "DELETE /davit/v1/builds/b1" not in tiny_engine.calls


# The form


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "My Shop"
    root.mkdir()
    (root / "Dockerfile").write_text("ARG VERSION=1.0\nFROM a AS test\nFROM b AS web\n")
    (root / "Dockerfile.dev").write_text("FROM c\n")
    return root


async def filled(window: MainWindow, until: Any, spec: BuildSpec) -> BuildDialog:
    window.build_verbs.build(spec.context)
    dialog = window.build_verbs.dialog
    assert dialog is not None
    dialog.fill(spec)
    await until(lambda: dialog.offer.text or dialog.offer.problem)
    return dialog


async def test_a_folder_offers_what_it_has(window: MainWindow, until: Any, folder: Path) -> None:
    dialog = await filled(window, until, BuildSpec(context=str(folder)))
    assert [dialog.dockerfile.itemText(n) for n in range(3)] == [
        "Dockerfile",
        "Dockerfile.dev",
        "Another file…",
    ]
    assert [dialog.target.itemData(n) for n in range(3)] == ["", "test", "web"]
    assert dialog.spec.tags == ("my-shop:latest",)
    assert dialog.build_button.isEnabled()
    dialog.target.setCurrentIndex(1)
    argument = dialog.args.add()
    assert isinstance(argument, VariableLine)
    argument.fill("VERSION=2.0")
    secret = dialog.args.add()
    assert isinstance(secret, VariableLine)
    secret.fill("API_TOKEN=hush")
    dialog.no_cache.setChecked(True)
    told = dialog.preview.accessibleName()
    assert "--target test --build-arg VERSION=2.0" in told
    assert "--no-cache" in told
    assert "hush" not in told
    asked: list[BuildSpec] = []
    dialog.requested.disconnect()
    dialog.requested.connect(asked.append)
    QTest.mouseClick(dialog.build_button, Qt.MouseButton.LeftButton)
    assert asked[0].args == {"VERSION": "2.0", "API_TOKEN": "hush"}
    assert asked[0].target == "test"


async def test_the_form_says_why_it_cannot_build(
    window: MainWindow, until: Any, folder: Path, tmp_path: Path
) -> None:
    dialog = await filled(window, until, BuildSpec(context=str(tmp_path / "gone")))
    assert dialog.reason == "There is no such folder"
    assert not dialog.build_button.isEnabled()
    dialog.fill(BuildSpec(context=str(folder), tags=("NOT A NAME",)))
    await until(lambda: dialog.offer.text)
    assert "NOT A NAME" in dialog.reason
    line = dialog.tags.lines[0]
    assert isinstance(line, TextLine)
    line.fill("shop")
    assert dialog.reason == ""
    assert dialog.build_button.isEnabled()
    dialog.reject()


async def test_an_answer_for_a_form_that_is_gone_is_dropped(
    window: MainWindow, tiny_engine: Any, until: Any, folder: Path
) -> None:
    go = tiny_engine.held["POST /davit/v1/build/check"] = asyncio.Event()
    dialog = await filled(window, until, BuildSpec(context=str(folder)))
    await until(lambda: "POST /davit/v1/build/check" in tiny_engine.calls)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
    asking = [task for task in asyncio.all_tasks() if "start_quiet" in repr(task.get_coro())]
    assert asking
    go.set()
    await asyncio.gather(*asking)


async def test_a_folder_or_a_dockerfile_can_be_dropped(
    window: MainWindow, until: Any, folder: Path
) -> None:
    def drop(path: Path) -> QDropEvent:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drop.data = data  # type: ignore[attr-defined]  # an event does not keep it
        return QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip

    assert dropped(drop(folder)) == (str(folder), "")
    assert dropped(drop(folder / "Dockerfile.dev")) == (str(folder), str(folder / "Dockerfile.dev"))
    assert dropped(drop(folder.parent / "notes")) is None
    window.dropEvent(drop(folder))
    dialog = window.build_verbs.dialog
    assert dialog is not None
    await until(lambda: dialog.offer.text)
    assert dialog.spec.context == str(folder)
    dialog.reject()


async def test_a_build_of_another_is_asked_for_with_what_is_known_of_it(
    window: MainWindow, until: Any
) -> None:
    await until(lambda: window.build_watch.listed)
    record = window.build_watch.record("b1")
    assert record is not None
    assert window.build_verbs.command(record) == "docker build -t shop:1 /src/shop"
    window.build_verbs.again(record)
    dialog = window.build_verbs.dialog
    assert dialog is not None
    assert (dialog.spec.tags, dialog.spec.context) == (("shop:1",), "/src/shop")
    dialog.reject()
