"""The volumes page on a real engine: make, look into, edit, copy out and in, clone, delete."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from davit_desktop.actions import Phase
from davit_desktop.state.volumes import User, VolumeRow
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.volume_dialogs import (
    CloneDialog,
    CreateVolumeDialog,
    DeletionDialog,
    ImportDialog,
)
from fixtures.daemon import Engine
from fixtures.window import click, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints|does not support raise", extend=True),
]

IMAGE = "davit/welcome"
FILL = """
    cd /v && mkdir -p conf/deep && printf 'port: 80\\n' > conf/app && chown 8:12 conf/app
    chmod 4750 conf/app && ln -s conf/app link && ln conf/app twin && mkfifo pipe
    seq 1 50000 > numbers
"""
LIST = (
    "cd /v && find . | sort | xargs stat -c '%n %F %a %u %g %s %Y' && readlink link && cat numbers"
)


def shell(engine: Engine, volume: str, script: str) -> str:
    mount = ("-v", f"{volume}:/v", "--entrypoint", "sh")
    return engine.docker("run", "--rm", *mount, IMAGE, "-ec", script).stdout


def listed(engine: Engine, volume: str) -> str:
    return shell(engine, volume, LIST)


@pytest.fixture(autouse=True)
def fresh(engine: Engine) -> Iterator[None]:
    shell(engine, "shop", FILL)
    yield
    engine.docker("rm", "-f", "writer", check=False)
    names = engine.docker("volume", "ls", "-q").stdout.split()
    engine.docker("volume", "rm", "-f", *names)


async def opened(window: MainWindow, name: str) -> VolumeRow:
    window.go("volumes")
    await until(lambda: window.volumes.model.row(name), f"{name} is not in the list")
    row = window.volumes.model.row(name)
    assert row is not None
    return row


async def settled(window: MainWindow) -> None:
    await until(lambda: not window.actions_run.running, "it goes on")


def test_a_volume_is_made_and_its_files_are_edited(qapp: QApplication, engine: Engine) -> None:
    async def use(window: MainWindow) -> None:
        row = await opened(window, "shop")
        page = window.volumes
        page.create_button.click()
        dialog = window.volume_verbs.dialog
        assert isinstance(dialog, CreateVolumeDialog)
        dialog.name.setText("shop")
        assert not dialog.button.isEnabled(), "a name is taken once"
        dialog.name.setText("desk")
        dialog.labels.setPlainText("owner=me\n")
        dialog.button.click()
        await until(lambda: page.model.row("desk"))

        await until(lambda: (r := page.model.row("shop")) and r.size, "nobody counted")
        page.select("shop")
        page.verbs["open"].trigger()
        detail = window.volume
        assert window.shown is detail
        files = detail.files
        await until(lambda: "/conf" in {r.path for r in files.model.rows_of("/")})
        files.open_path("/conf/app")
        await until(lambda: [r.path for r in files.selected()] == ["/conf/app"])
        files.do("open")
        viewer = files.viewer
        await until(lambda: viewer.text.toPlainText() == "port: 80\n")
        click(viewer, "Edit")
        viewer.text.setPlainText("port: 81\n")
        viewer.text.document().setModified(True)
        click(viewer, "Save")
        await until(lambda: not viewer.changed, "it was not saved")
        viewer.close_file()
        detail.tabs.setCurrentWidget(detail.inspect)
        await until(lambda: '"Mountpoint"' in detail.inspect.raw.toPlainText())
        assert row.size is None or row.size > 0

    use_window(qapp, f"unix://{engine.socket}", use)
    assert shell(engine, "shop", "cat /v/conf/app; stat -c '%a %u' /v/conf/app") == (
        "port: 81\n4750 8\n"
    )
    assert "owner" in engine.docker("volume", "inspect", "-f", "{{.Labels}}", "desk").stdout


@pytest.mark.parametrize("suffix", ["tar", "tar.gz"])
def test_what_is_exported_comes_back_the_same(
    qapp: QApplication, engine: Engine, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"shop.{suffix}"
    broken = tmp_path / "broken.tar"
    broken.write_bytes(b"x" * 2000)

    async def use(window: MainWindow) -> None:
        row = await opened(window, "shop")
        verbs = window.volume_verbs
        verbs.export_to(row, target)
        await until(target.exists)
        await settled(window)
        verbs.offer_import(target)
        await until(lambda: isinstance(verbs.dialog, ImportDialog))
        dialog = verbs.dialog
        assert isinstance(dialog, ImportDialog)
        assert dialog.contents.tops == ("conf", "link", "numbers", "pipe", "twin")
        dialog.target.setCurrentIndex(1)
        await until(lambda: "numbers" in dialog.replaces.text(), "nobody said what is replaced")
        dialog.target.setCurrentIndex(0)
        dialog.name.setText("again")
        dialog.button.click()
        await until(lambda: window.volumes.model.row("again"))
        await settled(window)
        verbs.offer_import(broken)
        await until(lambda: window.volumes.problems.problems, "what is no archive was taken")
        verbs.import_into("broken", broken, new=True)
        await settled(window)
        commands = [action.command for action in window.actions_run.history]
        assert any("busybox tar -C /v" in command for command in commands)

    use_window(qapp, f"unix://{engine.socket}", use)
    assert tarfile.is_tarfile(target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.tar", target.name]
    assert listed(engine, "again") == listed(engine, "shop")
    names = engine.docker("volume", "ls", "-q").stdout.split()
    assert "broken" not in names, "a volume that could not be filled goes again"


def test_a_volume_in_use_is_cloned_while_its_writer_stands_still(
    qapp: QApplication, engine: Engine
) -> None:
    mount = ("-v", "shop:/v", "--entrypoint", "sh")
    engine.docker("run", "-d", "--name", "writer", *mount, IMAGE, "-c", "sleep 1000")
    shell(engine, "huge", "truncate -s 8G /v/zeros")

    async def use(window: MainWindow) -> None:
        await until(lambda: window.session.listed)
        row = await opened(window, "shop")
        await until(lambda: (r := window.volumes.model.row("shop")) and r.running)
        row = window.volumes.model.row("shop") or row
        assert [user.name for user in row.users] == ["writer"]
        window.volume_verbs.delete([row])
        (problem,) = window.volumes.problems.problems
        assert "writer" in problem.reason
        window.volume_verbs.clone(row)
        dialog = window.volume_verbs.dialog
        assert isinstance(dialog, CloneDialog)
        assert "writer" in dialog.pause.note.text()
        dialog.name.setText("copy")
        dialog.button.click()
        await until(lambda: window.volumes.model.row("copy"))
        await settled(window)
        (action,) = (a for a in window.actions_run.history if "docker pause writer" in a.command)
        assert action.phase is Phase.DONE
        await until(lambda: all(c.state == "running" for c in window.session.containers.values()))

        huge = await opened(window, "huge")
        window.volume_verbs.clone_to(huge, "half", [User(id=row.users[0].id, name="writer")])
        copying = window.actions_run.history[-1]
        await until(lambda: copying.current)
        copying.cancel()
        await settled(window)
        assert copying.phase is Phase.CANCELLED

    use_window(qapp, f"unix://{engine.socket}", use)
    assert engine.docker("inspect", "-f", "{{.State.Status}}", "writer").stdout == "running\n"
    assert listed(engine, "copy") == listed(engine, "shop")
    assert "half" not in engine.docker("volume", "ls", "-q").stdout.split()


def test_deleting_and_pruning_ask_and_name_what_goes(qapp: QApplication, engine: Engine) -> None:
    engine.docker("run", "--name", "writer", "-v", "/v", "--entrypoint", "true", IMAGE)
    engine.docker("rm", "writer")
    engine.docker("volume", "create", "empty")

    async def use(window: MainWindow) -> None:
        row = await opened(window, "shop")
        page, verbs = window.volumes, window.volume_verbs
        await until(lambda: (r := page.model.row("shop")) and r.size, "nobody counted")
        row = page.model.row("shop") or row
        verbs.delete([row])
        dialog = verbs.dialog
        assert isinstance(dialog, DeletionDialog)
        assert dialog.cancel.isDefault()
        assert "kB" in dialog.items.item(0).text()
        dialog.cancel.click()
        verbs.delete([row])
        again = verbs.dialog
        assert isinstance(again, DeletionDialog)
        again.reject()

        verbs.empty(row)
        question = verbs.dialog
        assert isinstance(question, DeletionDialog)
        assert (question.button.text(), question.cancel.isDefault()) == ("Empty volume", True)
        assert "kB" in question.items.item(0).text()
        question.button.click()
        await until(lambda: (r := page.model.row("shop")) and r.size == 0, "it is not empty")
        assert shell(engine, "shop", "ls -A /v") == ""
        verbs.delete([row])
        again = verbs.dialog
        assert isinstance(again, DeletionDialog)
        again.button.click()
        await until(lambda: page.model.row("shop") is None)

        verbs.prune()
        preview = verbs.dialog
        assert isinstance(preview, DeletionDialog)
        assert [row.anonymous for row in preview.chosen] == [True]
        assert preview.button.text() == "Delete volume"
        preview.choices[1].click()
        assert {row.name for row in preview.chosen} >= {"empty"}
        preview.choices[0].click()
        assert preview.size() != QSize()
        preview.button.click()
        await until(lambda: [row.name for row in page.model.rows()] == ["empty"])

    use_window(qapp, f"unix://{engine.socket}", use)
    assert engine.docker("volume", "ls", "-q").stdout == "empty\n"
