"""The images page: rows, verbs and empty states."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.types import ImageSummary
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Connection, Phase, Session
from davit_desktop.state.images import Image, Update, Use
from davit_desktop.views.image_names import TagDialog
from davit_desktop.views.image_prune import Prunable, PruneDialog
from davit_desktop.views.image_verbs import ImageVerbs, file_name
from davit_desktop.views.images import ImagesPage
from davit_desktop.views.pull import PullDialog

NGINX = "sha256:" + "1" * 64
REDIS = "sha256:" + "2" * 64
LOOSE = "sha256:" + "3" * 64


def image(id: str, *names: str, size: int = 1000, **more: Any) -> ImageSummary:
    return ImageSummary(id=id, repo_tags=names, size=size, created=1_700_000_000, **more)


def hold(session: Session, *images: ImageSummary, containers: Any = ()) -> None:
    session.images = images
    session.containers = {c.id: c for c in containers}
    session.connection = Connection(phase=Phase.ONLINE, host="unix:///x", engine="Davit 1")
    session.images_news.tell()


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: Any) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def make_page(qtbot: QtBot, session: Session, seconds: float = 0.05) -> ImagesPage:
    actions = Actions()
    deletes = PendingDeletes(actions, seconds=seconds)
    verbs_parent = QWidget()
    verbs = ImageVerbs(session, actions, deletes, verbs_parent)
    page = ImagesPage(session, actions, verbs)
    verbs.problem.connect(page.problems.show_problem)
    for owned in (actions, deletes, verbs_parent):
        owned.setParent(page)
    verbs_parent.hide()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page._measure_timer.setInterval(3_600_000)  # what stands beside the list is not asked for
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, quiet_session: Session) -> ImagesPage:
    return make_page(qtbot, quiet_session)


@pytest.fixture
async def live_page(
    qtbot: QtBot, session: Session, tiny_engine: Any, until: Callable[..., Any]
) -> AsyncIterator[ImagesPage]:
    tiny_engine.images = [
        {"Id": NGINX, "RepoTags": ["nginx:1", "nginx:latest"], "Size": 5000, "Created": 1},
        {"Id": LOOSE, "RepoTags": [], "Size": 70, "Created": 2},
    ]
    page = make_page(qtbot, session)
    task = asyncio.create_task(session.run())
    await until(lambda: len(page.model.rows()) == 2)
    yield page
    await page.verbs.deletes.finish()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await page._actions.close()


def names(page: ImagesPage) -> list[str]:
    return [str(page.proxy.index(row, 0).data()) for row in range(page.proxy.rowCount())]


def test_each_image_is_a_row_with_all_its_names(
    page: ImagesPage, quiet_session: Session, make_container: Callable[..., Any]
) -> None:
    web = make_container("a", "web", image_id=NGINX)
    hold(
        quiet_session,
        image(NGINX, "nginx:1", "nginx:latest", size=5000, shared_size=2000),
        image(LOOSE, size=70),
        containers=[web],
    )
    assert names(page) == ["<none>:<none>", "nginx:1, nginx:latest"]
    texts = [page.proxy.index(1, column).data() for column in range(7)]
    assert texts[1:3] == ["1" * 12, "web"]
    assert texts[5:] == ["3.0 kB", "5.0 kB"]
    assert page.summary.accessibleName() == "2 images · 1 unused"


def test_columns_sort_by_value(page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "a:1", size=9_000), image(REDIS, "b:1", size=10_000_000))
    page.list.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["b:1", "a:1"]
    assert (page.sort_key, page.descending) == ("size", True)


def test_a_filter_that_hides_all_offers_to_clear_it(
    qtbot: QtBot, page: ImagesPage, quiet_session: Session
) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"))
    page.filter.setText("redis")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.hidden_by_filter)
    assert page.hidden_by_filter.title == "The filter hides 1 image"
    page.hidden_by_filter.button.click()
    assert page._stack.currentWidget() is page.list


def test_the_list_is_limited_to_what_is_in_use(
    page: ImagesPage, quiet_session: Session, make_container: Callable[..., Any]
) -> None:
    web = make_container("a", "web", image_id=NGINX)
    hold(quiet_session, image(NGINX, "nginx:1"), image(LOOSE), containers=[web])
    page.segments[Use.IN_USE].click()
    assert names(page) == ["nginx:1"]
    page.segments[Use.DANGLING].click()
    assert names(page) == ["<none>:<none>"]
    assert page.shown_use == "dangling"
    hold(quiet_session, image(NGINX, "nginx:1"), image(LOOSE, "named:1"), containers=[web])
    assert page._stack.currentWidget() is page.hidden_by_filter


def test_what_was_chosen_is_remembered(page: ImagesPage) -> None:
    page.restore("size", descending=True, show="unused", check=True, pinned=["a:1"])
    assert (page.sort_key, page.descending, page.shown_use) == ("size", True, "unused")
    assert page.check_each_time.isChecked()
    assert page.pinned == ("a:1",)


def test_what_is_pinned_stands_above_the_others_in_any_order(
    page: ImagesPage, quiet_session: Session
) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"), image(REDIS, "redis:7"))
    page.select(REDIS)
    page.actions_by_name["pin"].trigger()
    assert names(page) == ["redis:7, pinned", "nginx:1"]
    page.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "redis:7, pinned"
    assert page.pinned == ("redis:7",)
    assert page.actions_by_name["pin"].text() == "Unpin"
    page.actions_by_name["pin"].trigger()
    page.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert (names(page), page.pinned) == (["nginx:1", "redis:7"], ())


def test_empty_states_differ(page: ImagesPage, quiet_session: Session) -> None:
    assert page._stack.currentWidget() is page._skeleton
    hold(quiet_session)
    assert page._stack.currentWidget() is page.nothing
    quiet_session.connection = Connection(phase=Phase.OFFLINE, host="unix:///x", reason="gone")
    quiet_session.connection_news.tell()
    assert page._stack.currentWidget() is page.offline


def test_run_names_the_image_and_open_its_page(
    qtbot: QtBot, page: ImagesPage, quiet_session: Session
) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"), image(LOOSE))
    for id, name in ((NGINX, "nginx:1"), (LOOSE, LOOSE)):
        page.select(id)
        with qtbot.waitSignal(page.verbs.run_requested) as asked:
            page.actions_by_name["run"].trigger()
        assert asked.args == [name]
    with qtbot.waitSignal(page.went) as went:
        page.actions_by_name["open"].trigger()
    assert went.args == ["image", LOOSE, ""]


def test_verbs_need_a_selection(page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"), image(REDIS, "redis:7"))
    assert not any(action.isEnabled() for action in page.actions_by_name.values())
    page.list.selectAll()
    enabled = {name for name, action in page.actions_by_name.items() if action.isEnabled()}
    assert enabled == {"delete", "pin", "save"}


def test_an_update_can_be_clicked(qtbot: QtBot, page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "nginx:1", repo_digests=("nginx@sha256:old",)))
    page.verbs.updates["nginx:1"] = Update(digest="sha256:new")
    page.verbs.changed.emit()
    assert names(page) == ["nginx:1, update available"]
    page.list.update_clicked.disconnect()
    cell = page.list.visualRect(page.proxy.index(0, 0))
    with qtbot.waitSignal(page.list.update_clicked) as clicked:
        qtbot.mouseClick(
            page.list.viewport(),
            Qt.MouseButton.LeftButton,
            pos=cell.topRight() - QPointF(30, -cell.height() / 2).toPoint(),
        )
    assert clicked.args[0].id == NGINX


def test_a_click_on_who_uses_it_goes_there(
    qtbot: QtBot, page: ImagesPage, quiet_session: Session, make_container: Callable[..., Any]
) -> None:
    web = make_container("a", "web", image_id=NGINX)
    hold(quiet_session, image(NGINX, "nginx:1"), containers=[web])
    with qtbot.waitSignal(page.went) as went:
        place = page.list.visualRect(page.proxy.index(0, 2)).center()
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == ["container", web.id, ""]


async def test_delete_hides_the_image_and_then_takes_all_its_names(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    live_page.select(NGINX)
    live_page.actions_by_name["delete"].trigger()
    assert names(live_page) == ["<none>:<none>"]
    await until(lambda: "DELETE /images/nginx:latest" in tiny_engine.calls)
    assert "DELETE /images/nginx:1" in tiny_engine.calls


async def test_a_delete_can_be_taken_back(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    live_page.select(LOOSE)
    live_page.actions_by_name["delete"].trigger()
    live_page.verbs.deletes.undo_last()
    assert len(names(live_page)) == 2
    await live_page.verbs.deletes.finish()
    assert not any(call.startswith("DELETE") for call in tiny_engine.calls)


async def test_an_image_in_use_stays_and_names_who_uses_it(
    live_page: ImagesPage,
    tiny_engine: Any,
    make_summary: Callable[..., Any],
    until: Callable[..., Any],
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.say("container", "create", "a" * 64, name="web")
    await until(lambda: (row := live_page.model.row(NGINX)) and row.users)
    tiny_engine.refusals["DELETE /images/"] = (409, "conflict: container 123 is using it")
    live_page.select(NGINX)
    live_page.actions_by_name["delete"].trigger()
    await until(lambda: live_page.problems.problems)
    problem = live_page.problems.problems[0]
    assert problem.title == "Cannot delete nginx:1"
    assert problem.reason == "The container web is made from it"
    assert len(names(live_page)) == 2


async def test_one_of_several_names_goes_alone(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    said: list[str] = []
    live_page.verbs.deletes.said.connect(lambda words, tip, undo: said.append(words))
    row = live_page.model.row(NGINX)
    assert row is not None
    live_page.verbs.delete_name(row, "nginx:latest")
    await until(lambda: said)
    assert [c for c in tiny_engine.calls if c.startswith("DELETE")] == [
        "DELETE /images/nginx:latest"
    ]


async def test_prune_shows_a_guess_where_the_engine_cannot_tell(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    tiny_engine.refusals["GET /davit/"] = (404, "page not found")
    live_page.prune_button.click()
    await until(lambda: live_page.verbs.dialog is not None)
    dialog = live_page.verbs.dialog
    assert isinstance(dialog, PruneDialog)
    assert dialog.summary.text() == "Up to 70 B come free on the disk"
    dialog.reject()


def test_prune_names_what_goes_and_cancel_is_the_default(qtbot: QtBot) -> None:
    loose = Image(id=LOOSE, size=70)
    redis = Image(id=REDIS, references=("redis:7",), size=300)
    dialog = PruneDialog(
        Prunable(images=(loose,), size=7), Prunable(images=(loose, redis), size=370)
    )
    qtbot.addWidget(dialog)
    assert dialog.summary.text() == "7 B come free on the disk"
    dialog.choices[True].click()
    assert dialog.button.text() == "Delete 2 images"
    assert not dialog.button.isDefault()
    assert dialog.items.count() == 2
    with qtbot.waitSignal(dialog.requested) as asked:
        dialog.button.click()
    assert asked.args == [True, (loose, redis)]


def test_tag_wants_another_good_name_and_says_whose_it_takes(qtbot: QtBot) -> None:
    dialog = TagDialog(Image(id=NGINX, references=("nginx:1",)), frozenset({"shop/web:1"}))
    qtbot.addWidget(dialog)
    assert not dialog.button.isEnabled()
    dialog.field.setText("Not Good")
    assert dialog.note.text() == "Not a name of an image"
    dialog.field.setText("shop/web:1")
    assert "would lose it" in dialog.note.text()
    dialog.field.setText("shop/web:2")
    with qtbot.waitSignal(dialog.requested) as asked:
        dialog.button.click()
    assert asked.args == ["shop/web:2"]


async def test_pull_refuses_what_is_no_name_and_tells_a_failure(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    live_page.verbs.pull()
    dialog = live_page.verbs.dialog
    assert isinstance(dialog, PullDialog)
    assert not dialog.pull_button.isEnabled()
    dialog.field.setText("NOT-GOOD")
    assert "is not the name" in dialog._note.text()
    tiny_engine.refusals["POST /images/create"] = (404, "pull access denied for nope")
    dialog.field.setText("nope")
    dialog.pull()
    assert dialog.running
    assert not dialog.cancel_button.isHidden()
    await until(lambda: dialog.problems.problems)
    assert dialog.problems.problems[0].title == "Cannot pull nope"
    assert dialog.pull_button.isEnabled()
    assert dialog.login_button.text() == "Log in to docker.io…"
    dialog.close()


async def test_a_pull_that_fails_after_its_dialog_was_closed_is_told_on_the_page(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    go = tiny_engine.held["POST /images/create"] = asyncio.Event()
    tiny_engine.images.clear()
    live_page.verbs.pull("nope:1")
    dialog = live_page.verbs.dialog
    assert isinstance(dialog, PullDialog)
    dialog.pull()
    await until(lambda: "POST /images/create" in tiny_engine.calls)
    dialog.close()
    assert dialog.running
    await tiny_engine.stop()
    go.set()
    await until(lambda: live_page.problems.problems)
    assert live_page.problems.problems[0].title == "Cannot pull nope:1"


def test_a_dropped_archive_is_loaded(
    page: ImagesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "web.tar"
    archive.write_bytes(b"tar")
    loaded: list[Path] = []
    monkeypatch.setattr(page.verbs, "load_from", loaded.extend)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(archive)), QUrl("http://example.com/x.tar")])
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *none))
    assert loaded == [archive]


@pytest.mark.parametrize(
    ("images", "name"),
    [
        ([Image(id=NGINX, references=("host:5000/a/b:1",))], "host-5000-a-b-1.tar"),
        ([Image(id=NGINX)], "111111111111.tar"),
        ([Image(id=NGINX), Image(id=REDIS)], "images.tar"),
    ],
)
def test_a_saved_file_is_named_after_the_image(images: list[Image], name: str) -> None:
    assert file_name(images) == name
