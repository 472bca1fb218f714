"""Files, Stats and Inspect of a container's page, on a real engine."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from davit_desktop.file_source import ContainerFiles
from davit_desktop.views.files import FilesView
from davit_desktop.views.files_model import NAME
from davit_desktop.views.main_window import MainWindow
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import Use, click, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

SCRIPT = r"""
mkdir -p /app/conf && cd /app
printf 'port: 80\n' > conf/server.yml && chown 8:12 conf/server.yml && chmod 640 conf/server.yml
printf 'a\0b' > blob && printf x > "$(printf '<b>bold\377')"
ln -s / way && ln -s loop loop && rm -f /bin/ar && echo more >> /etc/passwd
"""


@pytest.fixture(scope="module")
def busybox(engine: Engine, registry: Registry) -> str:
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)
    return image


@pytest.fixture(scope="module")
def stopped(engine: Engine, busybox: str) -> str:
    """A container that has changed files, and a volume, and stands still."""
    run = ("run", "--name", "still", "-v", "cargo:/cargo", "-e", "DB_PASSWORD=hunter2")
    engine.docker(*run, busybox, "sh", "-ec", f"{SCRIPT}\nsleep 0")
    return engine.docker("inspect", "-f", "{{.Id}}", "still").stdout.strip()


@pytest.fixture
def in_window(qapp: QApplication, engine: Engine) -> Callable[[Use], None]:
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


@pytest.fixture
def running(engine: Engine, busybox: str) -> Iterator[str]:
    """A container that waits."""
    engine.docker("run", "-d", "--name", "waits", "-m", "64m", busybox, "sh", "-c",
                  f"{SCRIPT}\nwhile :; do sleep 1; done")  # fmt: skip
    yield engine.docker("inspect", "-f", "{{.Id}}", "waits").stdout.strip()
    engine.docker("rm", "-f", "waits", check=False)


async def shown_files(window: MainWindow, id: str) -> FilesView:
    await until(lambda: id in window.session.containers)
    window.go("container", id, "files")
    files = window.detail.files
    await until(lambda: files.model.rows_of("/"), "the files did not come")
    return files


async def selected(files: FilesView, path: str) -> None:
    """Go to a path by its field."""
    files.path.setText(path)
    QTest.keyClick(files.path, Qt.Key.Key_Return)
    await until(
        lambda: [row.path for row in files.selected()] == [path], f"{path} was not selected"
    )


def names(files: FilesView, folder: str) -> set[str]:
    return {row.name for row in files.model.rows_of(folder)}


def test_a_stopped_container_is_browsed_and_its_changes_are_marked(
    in_window: Callable[[Use], None], stopped: str
) -> None:
    async def use(window: MainWindow) -> None:
        files = await shown_files(window, stopped)
        await selected(files, "/app/conf/server.yml")
        (row,) = files.selected()
        assert (row.size, row.mode_words, row.owner) == (9, "-rw-r-----", "8:12")
        await selected(files, "/bin/busybox")
        await until(lambda: "ar" in names(files, "/bin"), "the deleted file is not marked")

        def changed() -> dict[str, int | None]:
            found = [row for folder in ("/", "/bin", "/app") for row in files.model.rows_of(folder)]
            return {row.path: row.changed for row in found}

        await until(lambda: changed().get("/app") == 1 and changed()["/bin/ar"] == 2)
        assert changed()["/etc"] == 0
        assert changed()["/usr"] is None
        (cargo,) = (row for row in files.model.rows_of("/") if row.name == "cargo")
        assert cargo.mount is not None
        assert (cargo.mount.kind, cargo.mount.source) == ("volume", "cargo")

    in_window(use)


def test_names_that_mean_harm_are_shown_as_they_are(
    in_window: Callable[[Use], None], stopped: str
) -> None:
    async def use(window: MainWindow) -> None:
        files = await shown_files(window, stopped)
        await selected(files, "/app/blob")
        texts = {files.model.index_of(row.path, NAME).data() for row in files.model.rows_of("/app")}
        assert texts == {"blob", "conf", "loop → loop", "way → /", "<b>bold\ufffd"}
        (odd,) = (row for row in files.model.rows_of("/app") if "bold" in row.name)
        files.tree.setCurrentIndex(files.proxy.index_of(odd.path))
        files.do("open")
        await until(lambda: files.viewer.text.toPlainText() == "x", "it was not read")
        files.viewer.close_file()
        await selected(files, "/app/blob")
        files.do("open")
        await until(lambda: "61 00 62" in files.viewer.text.toPlainText())
        assert not files.viewer.edit.isVisible()

    in_window(use)


def test_an_edited_file_is_seen_inside(
    in_window: Callable[[Use], None], running: str, engine: Engine
) -> None:
    async def use(window: MainWindow) -> None:
        files = await shown_files(window, running)
        viewer = files.viewer
        await selected(files, "/app/conf/server.yml")
        QTest.keyClick(files.tree, Qt.Key.Key_Return)
        await until(lambda: viewer.text.toPlainText() == "port: 80\n", "it was not shown")
        click(viewer, "Edit")
        viewer.text.setPlainText("port: 81\n")
        viewer.text.document().setModified(True)
        window.go("images")
        files = await shown_files(window, running)
        assert not viewer.isVisible()
        await selected(files, "/app/conf/server.yml")
        QTest.keyClick(files.tree, Qt.Key.Key_Return)
        await until(lambda: viewer.text.toPlainText() == "port: 81\n", "the changes are lost")
        click(viewer, "Save")
        await until(lambda: not viewer.changed, "it was not saved")
        inside = "stat -c '%a %u:%g' /app/conf/server.yml; cat /app/conf/server.yml"
        assert engine.docker("exec", "waits", "sh", "-c", inside).stdout == "640 8:12\nport: 81\n"

        engine.docker("exec", "waits", "sh", "-c", "echo theirs > /app/conf/server.yml")
        viewer.text.setPlainText("port: 82\n")
        viewer.text.document().setModified(True)
        click(viewer, "Save")
        await until(lambda: "has changed since it was read" in viewer._note.text())
        assert engine.docker("exec", "waits", "cat", "/app/conf/server.yml").stdout == "theirs\n"
        click(viewer, "Save")
        await until(lambda: not viewer.changed, "it was not replaced")
        assert engine.docker("exec", "waits", "cat", "/app/conf/server.yml").stdout == "port: 82\n"

    in_window(use)


def test_what_is_uploaded_comes_back_the_same(
    in_window: Callable[[Use], None], running: str, tmp_path: Path
) -> None:
    content = os.urandom(3 << 20)
    load = tmp_path / "load"
    (load / "deep").mkdir(parents=True)
    (load / "deep/bytes").write_bytes(content)
    (load / "empty").mkdir()
    (load / "link").symlink_to("deep/bytes")

    async def use(window: MainWindow) -> None:
        files = await shown_files(window, running)
        await selected(files, "/app")
        place = files.tree.visualRect(files.proxy.index_of("/app")).center()
        drop(files, place, load)
        await until(lambda: "load" in names(files, "/app"), "it was not uploaded")
        (row,) = (row for row in files.model.rows_of("/app") if row.name == "load")
        files.deeds._download(ContainerFiles(window.session, running), row, tmp_path / "back")
        await until((tmp_path / "back/link").is_symlink, "it was not downloaded")
        assert (tmp_path / "back/deep/bytes").read_bytes() == content
        assert (tmp_path / "back/empty").is_dir()
        files.deeds._download(
            ContainerFiles(window.session, running), row, tmp_path / "load.tar", tar=True
        )
        await until((tmp_path / "load.tar").exists, "no archive was saved")
        await until(lambda: not files._actions.running)
        assert not list(tmp_path.glob(".*.part"))

        drop(files, files.tree.visualRect(files.proxy.index_of("/app")).center(), load)
        await until(lambda: files.deeds.dialog is not None, "nobody asked before replacing")
        assert isinstance(files.deeds.dialog, QMessageBox)
        files.deeds.dialog.reject()

    in_window(use)


def drop(files: FilesView, place: QPoint, origin: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(origin))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier
    )
    files.tree.dropEvent(event)


def test_names_are_made_changed_and_deleted(in_window: Callable[[Use], None], running: str) -> None:
    async def use(window: MainWindow) -> None:
        files = await shown_files(window, running)
        await selected(files, "/app")
        files.do("new-folder")
        assert files.deeds.dialog is not None
        files.deeds.dialog.setTextValue("fresh")  # type: ignore[union-attr]
        files.deeds.dialog.accept()
        await until(lambda: "fresh" in names(files, "/app"), "no folder was made")
        await selected(files, "/app/fresh")
        QTest.keyClick(files.tree, Qt.Key.Key_F2)
        files.deeds.dialog.setTextValue("older")  # type: ignore[union-attr]
        files.deeds.dialog.accept()
        await until(lambda: "older" in names(files, "/app"), "it was not renamed")
        await selected(files, "/app/older")
        QTest.keyClick(files.tree, Qt.Key.Key_Delete)
        box = files.deeds.dialog
        assert isinstance(box, QMessageBox)
        assert box.defaultButton().text() == "Cancel"
        click(box, "Delete")
        await until(lambda: "older" not in names(files, "/app"), "it was not deleted")
        assert running in window.session.containers

    in_window(use)


def test_figures_outlive_the_window_and_the_container(
    in_window: Callable[[Use], None], running: str, engine: Engine
) -> None:
    seen: list[float] = []

    async def watch(window: MainWindow) -> None:
        await until(lambda: running in window.session.containers)
        window.go("container", running, "stats")
        stats = window.detail.stats
        await until(lambda: len(window.session.histories.get(running) or ()) > 2, "no figures")
        await until(lambda: stats.processes.model().rowCount() > 0, "no processes")
        history = window.session.histories[running]
        assert history.latest is not None
        assert history.latest.memory_limit == 64 << 20
        assert history.latest.memory_used > 0
        seen.extend(point.time for point in history)

    in_window(watch)
    engine.docker("stop", "-t", "0", "waits")

    async def look(window: MainWindow) -> None:
        await until(lambda: running in window.session.containers)
        window.go("container", running, "stats")
        await until(lambda: running in window.session.histories)
        history = window.session.histories[running]
        await until(lambda: history.points(900), "nothing was remembered")
        assert history.points(900)[-1].time == pytest.approx(seen[-1], abs=60)
        memory = window.detail.stats.memory
        await until(lambda: memory.accessibleDescription().endswith("of 67.1 MB"))
        assert not window.detail.stats.processes.isVisible()

    in_window(look)


def test_secrets_of_the_environment_are_covered_until_asked_for(
    in_window: Callable[[Use], None], stopped: str
) -> None:
    async def use(window: MainWindow) -> None:
        await until(lambda: stopped in window.session.containers)
        window.go("container", stopped, "inspect")
        inspect = window.detail.inspect
        await until(lambda: stopped in inspect.raw.toPlainText(), "no document")
        assert "hunter2" not in inspect.raw.toPlainText()
        click(inspect, "Reveal secrets")
        assert "DB_PASSWORD=hunter2" in inspect.raw.toPlainText()
        inspect.as_json.click()
        inspect.search.setText("DB_PASSWORD")
        inspect.raw.fold_all(True)
        QTest.keyClick(inspect.search, Qt.Key.Key_Return)
        assert inspect.raw.textCursor().block().isVisible()
        inspect.linked.emit("files", "/cargo")
        files = window.detail.files
        assert window.detail.tabs.currentWidget() is files
        await until(lambda: [row.path for row in files.selected()] == ["/cargo"])

    in_window(use)


def test_a_filter_that_hides_everything_says_so(
    in_window: Callable[[Use], None], stopped: str
) -> None:
    async def use(window: MainWindow) -> None:
        files = await shown_files(window, stopped)
        files.focus_search()
        QTest.keyClicks(files.filter, "no such name")
        assert not files.tree.isVisible()
        click(files, "Clear filter")
        assert files.tree.isVisible()
        assert files.proxy.rowCount() == files.model.rowCount()

    in_window(use)
