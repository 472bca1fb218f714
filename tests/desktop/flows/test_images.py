"""Images as a person manages them, in the window on a real engine and a real registry."""

import json
import os
import random
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from davit_desktop.actions import Phase
from davit_desktop.state.image_layers import Change
from davit_desktop.state.images import Image
from davit_desktop.views.image_import import ImportImageDialog
from davit_desktop.views.image_prune import PruneDialog
from davit_desktop.views.login import LoginDialog
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.pull import PullDialog
from davit_desktop.views.push import PushDialog
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import Use, click, until, use_window
from images.layers import layer_from_files

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
]

CONFIG = {"Cmd": ["sh"], "Env": ["PATH=/bin", "DB_PASSWORD=hunter2"]}


@pytest.fixture
def in_window(
    qapp: QApplication, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Use], None]:
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "docker"))
    return lambda use: use_window(qapp, f"unix://{engine.socket}", use)


@pytest.fixture
def busybox(engine: Engine, registry: Registry) -> str:
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)
    return image


def made(registry: Registry, repository: str, *files: dict[str, bytes]) -> str:
    """An image of a test's own, with a layer for each dictionary."""
    layers = [
        layer_from_files(registry.layout, each, created_by=f"RUN step {number}")
        for number, each in enumerate(files, 1)
    ]
    return registry.image_of(repository, *layers, config=CONFIG)


def listed(window: MainWindow, name: str) -> Image | None:
    images = window.images.model.rows()
    return next((image for image in images if name in image.references), None)


async def found(window: MainWindow, name: str) -> Image:
    await until(lambda: listed(window, name), f"{name} is not in the list")
    image = listed(window, name)
    assert image is not None
    return image


def pull_dialog(window: MainWindow) -> PullDialog:
    click(window.images, "Pull…")
    dialog = window.image_verbs.dialog
    assert isinstance(dialog, PullDialog)
    return dialog


def test_a_pull_shows_its_layers_can_be_cancelled_and_done_again(
    in_window: Callable[[Use], None], registry: Registry
) -> None:
    noise = [{f"data/{n}": random.Random(n).randbytes(30_000_000)} for n in range(2)]
    name = made(registry, "flows/large", *noise)

    async def use(window: MainWindow) -> None:
        window.go("images")
        dialog = pull_dialog(window)
        dialog.field.setText(name)
        click(dialog, "Pull image")
        await until(lambda: len(dialog.progress.model.rows()) == 2, "no layers were shown")
        assert registry._process is not None
        os.kill(registry._process.pid, signal.SIGSTOP)  # so that it cannot be done too early
        try:
            assert dialog.running
            click(dialog, "Cancel pull")
            await until(lambda: not dialog.running, "it was not cancelled")
        finally:
            os.kill(registry._process.pid, signal.SIGCONT)
        assert window.actions_run.history[-1].phase is Phase.CANCELLED
        assert listed(window, name) is None
        click(dialog, "Pull image")
        window.go("containers")  # it survives a change of page
        await until(lambda: not dialog.running, "it was not pulled")
        assert all(layer.done for layer in dialog.progress.model.rows())
        assert (await found(window, name)).size == 60_000_000
        click(dialog, "Close")

    in_window(use)


def test_a_locked_registry_asks_for_a_login_and_then_pulls(
    in_window: Callable[[Use], None], private_registry: Registry, tmp_path: Path
) -> None:
    name = private_registry.image("busybox:latest", "flows/secret")
    assert private_registry.login is not None
    user, password = private_registry.login

    async def use(window: MainWindow) -> None:
        window.go("images")
        dialog = pull_dialog(window)
        dialog.field.setText(name)
        click(dialog, "Pull image")
        await until(dialog.login_button.isVisible, "no login was offered")
        assert dialog.problems.problems[0].title == f"Cannot pull {name}"
        click(dialog, f"Log in to {private_registry.address}…")
        login = dialog.login
        assert isinstance(login, LoginDialog)
        QTest.keyClicks(login.username, user)
        QTest.keyClicks(login.password, "wrong")
        click(login, "Log in")
        await until(lambda: login.problems.problems, "a wrong password was not refused")
        login.password.clear()
        QTest.keyClicks(login.password, password)
        click(login, "Log in")
        assert (await found(window, name)).references == (name,)
        await until(lambda: not dialog.running)
        click(dialog, "Close")

    in_window(use)
    kept = json.loads((tmp_path / "docker/config.json").read_text())
    assert list(kept["auths"]) == [private_registry.address]


def test_a_search_lists_the_tags_and_a_tag_becomes_the_name(
    in_window: Callable[[Use], None], registry: Registry
) -> None:
    name = registry.image("variants:layers", "flows/tags").rpartition(":")[0]

    async def use(window: MainWindow) -> None:
        window.go("images")
        dialog = pull_dialog(window)
        dialog.field.setText(name)
        click(dialog, "Search")
        await until(lambda: dialog.found.tags.rows() == ["layers"], "the tags were not listed")
        await until(lambda: "offers no search" in dialog.found.found_words.text())
        dialog.found.tag_list.setCurrentIndex(dialog.found.tag_list.model().index(0, 0))
        assert dialog.field.text() == f"{name}:layers"
        dialog.field.setText(f"{registry.address}/no/such")
        click(dialog, "Search")
        await until(lambda: "Cannot list the tags" in dialog.found.tag_words.text())
        click(dialog, "Close")

    in_window(use)


def test_an_image_gets_a_name_and_is_pushed(
    in_window: Callable[[Use], None], registry: Registry, busybox: str
) -> None:
    target = f"{registry.address}/flows/pushed:1"

    async def use(window: MainWindow) -> None:
        window.go("images")
        window.images.select((await found(window, busybox)).id)
        window.image_verbs.give_name(await found(window, busybox), target)
        image = await found(window, target)
        window.image_verbs.push(image)
        dialog = window.image_verbs.dialog
        assert isinstance(dialog, PushDialog)
        dialog.names.setCurrentIndex(dialog.names.findData(target))
        click(dialog, "Push image")
        await until(lambda: dialog.progress.words.accessibleName() == f"Pushed {target}")
        assert all(layer.done for layer in dialog.progress.model.rows())
        click(dialog, "Close")

    in_window(use)
    tags = httpx.get(f"{registry.url}/v2/flows/pushed/tags/list", trust_env=False).json()
    assert tags["tags"] == ["1"]


def test_a_deleted_image_comes_back_or_goes_and_one_in_use_stays(
    in_window: Callable[[Use], None], engine: Engine, registry: Registry, busybox: str
) -> None:
    name = made(registry, "flows/gone", {"a": b"a"})
    engine.docker("pull", "-q", name)
    engine.docker("create", "--name", "keeper", busybox)

    async def use(window: MainWindow) -> None:
        window.go("images")
        for take_back in (True, False):
            window.images.select((await found(window, name)).id)
            click(window.images, "Delete (Del)")
            assert listed(window, name) is None
            if take_back:
                window.deletes.undo_last()
        await window.deletes.finish()
        assert name not in engine.docker("images", "-q", "--format", "{{.Repository}}").stdout
        image = await found(window, busybox)
        await until(lambda: (row := listed(window, busybox)) and row.used_by == ("keeper",))
        window.images.select(image.id)
        click(window.images, "Delete (Del)")
        await until(lambda: window.images.problems.problems, "nothing was said")
        problem = window.images.problems.problems[0]
        assert problem.reason == "The container keeper is made from it"
        assert "conflict" in problem.details
        assert listed(window, busybox) is not None

    in_window(use)
    engine.docker("rm", "keeper")


def test_what_is_saved_can_be_loaded_again(
    in_window: Callable[[Use], None], engine: Engine, registry: Registry, tmp_path: Path
) -> None:
    name = made(registry, "flows/saved", {"a": b"one"}, {"b": b"two"})
    engine.docker("pull", "-q", name)
    engine.docker("tag", name, "saved:2")
    archive, files = tmp_path / "saved.tar", tmp_path / "Root FS.tar"
    subprocess.run(["tar", "-C", "/usr", "-cf", str(files), "share/zoneinfo/UTC"], check=True)

    async def use(window: MainWindow) -> None:
        window.go("images")
        image = await found(window, "saved:2")
        window.image_verbs.save_to([image], archive)
        await until(archive.exists, "no file was written")
        assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
        window.image_verbs.delete([image])
        await window.deletes.finish([image.id])
        await until(lambda: all(row.id != image.id for row in window.session.images))
        window.image_verbs.load_from([archive])
        again = await found(window, "saved:2")
        assert (again.id, again.references) == (image.id, image.references)
        window.image_verbs.offer_import(files)
        dialog = window.image_verbs.dialog
        assert isinstance(dialog, ImportImageDialog)
        assert dialog.reference == "root-fs:latest"
        dialog.command.setText('sh -c \'echo "hi"')
        assert not dialog.button.isEnabled(), "a quote is open"
        dialog.command.setText("sh -c 'echo \"hi\"'")
        dialog.button.click()
        await found(window, "root-fs:latest")
        document = await window.session.engine.inspect_image("root-fs:latest")
        assert document["Config"]["Cmd"] == ["sh", "-c", 'echo "hi"']

        window.image_verbs.load_from([Path(__file__)])
        await until(lambda: window.images.problems.problems, "a text file was loaded")
        assert window.images.problems.problems[0].title == "Cannot load test_images.py"

    in_window(use)


def test_a_newer_image_in_the_registry_is_found_and_pulled(
    in_window: Callable[[Use], None], engine: Engine, registry: Registry
) -> None:
    name = made(registry, "flows/moving", {"version": b"1"})
    engine.docker("pull", "-q", name)

    async def use(window: MainWindow) -> None:
        window.go("images")
        before = await found(window, name)
        verbs = window.image_verbs
        verbs.check_updates([before])
        await until(lambda: name in verbs.updates and not verbs.checking)
        assert (await found(window, name)).updates == ()
        made(registry, "flows/moving", {"version": b"2"})
        verbs.check_updates([before])
        await until(lambda: (row := listed(window, name)) and row.updates == (name,))
        verbs.pull_updates(await found(window, name))
        await until(lambda: (row := listed(window, name)) and row.id != before.id)
        assert (await found(window, name)).updates == ()

    in_window(use)


def test_layers_tell_their_files_and_what_is_wasted(
    in_window: Callable[[Use], None], engine: Engine, registry: Registry
) -> None:
    hostile = "<b>bold\x1b[31m\u202eexe"
    name = made(
        registry,
        "flows/layers",
        {"app/big": b"x" * 5000, "app/gone/a": b"y" * 700, "etc/kept": b"z"},
        {"app/big": b"new", "app/.wh.gone": b""},
        {hostile: b"1"},
    )
    engine.docker("pull", "-q", name)

    async def use(window: MainWindow) -> None:
        window.go("images")
        image = await found(window, name)
        window.images.select(image.id)
        window.images.actions_by_name["open"].trigger()
        page = window.image
        layers = page.layers
        await until(lambda: layers.files, "the layers were not read")
        assert layers.files is not None
        assert (layers.files.size, layers.files.wasted_size) == (5705, 5700)
        assert layers.summary.accessibleName() == "5.7 kB of 5.7 kB wasted (99.9 %)"
        assert [(row.size, row.wasted) for row in layers.files.layers] == [
            (5701, 5700),
            (3, 0),
            (1, 0),
        ]
        layers.select_layer(2)
        app = layers.tree_model.index(0, 0)
        assert app.data() == "app/"
        rows = {
            layers.tree_model.index(n, 0, app).data(): layers.tree_model.index(n, 1, app).data()
            for n in range(layers.tree_model.rowCount(app))
        }
        assert rows == {"big": "~ changed", "gone/": "− removed"}
        layers.filter_files("wasted")
        wasted = {file.path: file for file in layers.wasted.rows()}
        assert wasted["/app/gone/a"].deleted
        assert not wasted["/app/big"].deleted
        layers.filter_files("all")
        layers.select_layer(3)
        shown = layers.tree_model.index(0, 0)
        assert shown.data() == "<b>bold␛[31m\ufffdexe"
        file = layers.tree_model.file(shown)
        assert file is not None
        assert file.change is Change.ADDED
        await until(lambda: len(page.history.rows()) >= 3, "the history was not read")
        assert "RUN step 2" in {step.instruction for step in page.history.rows()}
        assert "hunter2" not in page.config.raw.toPlainText()
        engine.docker("create", "--name", "maker", name, "sh")
        await until(lambda: [c.name for c in page.users.rows()] == ["maker"])
        engine.docker("rm", "maker")
        window.image_verbs.delete([await found(window, name)])
        await until(lambda: window.pages.currentWidget() is window.images)
        await window.deletes.finish()

    in_window(use)


def test_a_prune_deletes_exactly_what_it_showed(
    in_window: Callable[[Use], None], engine: Engine, busybox: str
) -> None:
    engine.docker("create", "--name", "holder", busybox)

    async def use(window: MainWindow) -> None:
        window.go("images")
        image = await found(window, busybox)
        await until(lambda: (row := listed(window, busybox)) and row.users)
        before = {row.id for row in window.images.model.rows()}
        click(window.images, "Prune unused…")
        verbs = window.image_verbs
        await until(lambda: isinstance(verbs.dialog, PruneDialog), "no preview was shown")
        dialog = verbs.dialog
        assert isinstance(dialog, PruneDialog)
        dialog.choices[True].click()
        going = {shown.id for shown in dialog.offer.images}
        assert going == before - {image.id}
        assert dialog.offer.exact
        assert dialog.offer.size > 0
        dialog.button.click()
        await until(lambda: len(window.images.model.rows()) == 1, "they are still there")
        assert {row.id for row in window.images.model.rows()} == {image.id}

    in_window(use)
    engine.docker("rm", "holder")
