"""The images page: rows, verbs and empty states."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.types import ImageSummary
from davit_desktop.session import Connection, Phase, Session
from davit_desktop.state.images import Image
from davit_desktop.views.images import ImagesPage, PruneDialog, TagDialog, matches, unused_size
from davit_desktop.views.pull import PullDialog

NGINX = "sha256:" + "1" * 64
REDIS = "sha256:" + "2" * 64
LOOSE = "sha256:" + "3" * 64


def image(id: str, *names: str, size: int = 1000, created: int = 1_700_000_000) -> ImageSummary:
    return ImageSummary(id=id, repo_tags=names, size=size, created=created)


def hold(session: Session, *images: ImageSummary, containers: Any = ()) -> None:
    session.images = images
    session.containers = {c.id: c for c in containers}
    session.connection = Connection(phase=Phase.ONLINE, host="unix:///x", engine="Davit 1")
    session.images_news.tell()


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: Any) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def make_page(qtbot: QtBot, session: Session) -> ImagesPage:
    actions = Actions()
    page = ImagesPage(session, actions)
    actions.setParent(page)
    qtbot.addWidget(page)
    page.resize(900, 600)
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
    await until(lambda: len(page.model.rows()) == 3)
    yield page
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await page._actions.close()


def names(page: ImagesPage) -> list[str]:
    return [str(page.proxy.index(row, 0).data()) for row in range(page.proxy.rowCount())]


def choose(page: ImagesPage, reference: str) -> None:
    page.select(next(i.key for i in page.model.rows() if i.reference == reference))


def test_each_name_is_a_row_and_sizes_count_once(
    page: ImagesPage, quiet_session: Session, make_container: Callable[..., Any]
) -> None:
    web = make_container("a", "web", image_id=NGINX)
    hold(
        quiet_session,
        image(NGINX, "nginx:1", "nginx:latest", size=5000),
        image(LOOSE, size=70),
        containers=[web],
    )
    assert names(page) == ["<none>:<none>", "nginx:1", "nginx:latest"]
    assert page._summary.text() == "2 images · 5.1 kB"
    assert page.proxy.index(1, 2).data() == "web"
    assert page.proxy.index(1, 1).data() == "1" * 12


def test_columns_sort_by_value(page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "a:1", size=9_000), image(REDIS, "b:1", size=10_000_000))
    page.list.sortByColumn(4, page.list.header().sortIndicatorOrder().DescendingOrder)
    assert names(page) == ["b:1", "a:1"]


def test_the_filter_finds_names_ids_and_users() -> None:
    row = Image(id=NGINX, reference="nginx:1", used_by=("web",))
    assert matches(row, "ngi")
    assert matches(row, "WEB nginx")
    assert matches(row, "11111")
    assert not matches(row, "redis")


def test_a_filter_that_hides_all_offers_to_clear_it(
    qtbot: QtBot, page: ImagesPage, quiet_session: Session
) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"))
    page.filter.setText("redis")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.hidden_by_filter)
    assert page.hidden_by_filter.title == "The filter hides 1 image"
    page.hidden_by_filter.button.click()
    assert page._stack.currentWidget() is page.list


def test_empty_states_differ(page: ImagesPage, quiet_session: Session) -> None:
    assert page._stack.currentWidget() is page._skeleton
    hold(quiet_session)
    assert page._stack.currentWidget() is page.nothing
    quiet_session.connection = Connection(phase=Phase.OFFLINE, host="unix:///x", reason="gone")
    quiet_session.connection_news.tell()
    assert page._stack.currentWidget() is page.offline


def test_run_names_the_image(qtbot: QtBot, page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"), image(LOOSE))
    choose(page, "nginx:1")
    with qtbot.waitSignal(page.run_requested) as asked:
        page.actions_by_name["run"].trigger()
    assert asked.args == ["nginx:1"]
    choose(page, "<none>:<none>")
    with qtbot.waitSignal(page.run_requested) as asked:
        page.actions_by_name["run"].trigger()
    assert asked.args == [LOOSE]


def test_copy_id_says_so(qtbot: QtBot, page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"))
    choose(page, "nginx:1")
    with qtbot.waitSignal(page.said):
        page.actions_by_name["copy_id"].trigger()
    assert QGuiApplication.clipboard().text() == NGINX


def test_verbs_need_a_selection(page: ImagesPage, quiet_session: Session) -> None:
    hold(quiet_session, image(NGINX, "nginx:1"), image(REDIS, "redis:7"))
    assert not any(action.isEnabled() for action in page.actions_by_name.values())
    page.list.selectAll()
    enabled = {name for name, action in page.actions_by_name.items() if action.isEnabled()}
    assert enabled == {"delete"}


async def test_delete_asks_the_engine_by_name(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    said: list[str] = []
    live_page.said.connect(lambda words, tip: said.append(words))
    choose(live_page, "nginx:1")
    tiny_engine.refusals["DELETE /images/nothing"] = (404, "")
    live_page.actions_by_name["delete"].trigger()
    await until(lambda: "DELETE /images/nginx:1" in tiny_engine.calls)


async def test_an_image_in_use_says_why_it_stays(
    live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    tiny_engine.refusals["DELETE /images/nginx:1"] = (409, "container 123 is using it")
    choose(live_page, "nginx:1")
    live_page.actions_by_name["delete"].trigger()
    await until(lambda: live_page.problems.problems)
    problem = live_page.problems.problems[0]
    assert problem.title == "Cannot delete nginx:1"
    assert "is using it" in problem.reason


def test_prune_lists_what_nobody_uses_and_cancel_is_the_default(
    qtbot: QtBot,
    page: ImagesPage,
    quiet_session: Session,
    make_container: Callable[..., Any],
) -> None:
    hold(
        quiet_session,
        image(NGINX, "nginx:1", size=5000),
        image(REDIS, "redis:7", "redis:latest", size=300),
        containers=[make_container("a", "web", image_id=NGINX)],
    )
    page.prune()
    dialog = page.dialog
    assert isinstance(dialog, PruneDialog)
    assert dialog.button.text() == "Delete 1 image"
    assert not dialog.button.isDefault()
    dialog.reject()
    alone = PruneDialog(dialog.unused)
    qtbot.addWidget(alone)
    with qtbot.waitSignal(alone.requested) as asked:
        alone.button.click()
    assert [i.reference for i in asked.args[0]] == ["redis:7", "redis:latest"]
    assert unused_size(asked.args[0]) == 300


def test_tag_wants_another_good_name(qtbot: QtBot) -> None:
    dialog = TagDialog(Image(id=NGINX, reference="nginx:1"))
    qtbot.addWidget(dialog)
    assert not dialog.button.isEnabled()
    dialog.field.setText("Not Good")
    assert dialog._note.text() == "Not a name of an image"
    dialog.field.setText("shop/web:2")
    with qtbot.waitSignal(dialog.requested) as asked:
        dialog.button.click()
    assert asked.args == ["shop/web:2"]


async def test_pull_refuses_what_is_no_name_and_tells_a_failure(
    qtbot: QtBot, live_page: ImagesPage, tiny_engine: Any, until: Callable[..., Any]
) -> None:
    live_page.pull()
    dialog = live_page.dialog
    assert isinstance(dialog, PullDialog)
    assert not dialog.pull_button.isEnabled()
    dialog.field.setText("NOT GOOD")
    assert "is not the name" in dialog._note.text()
    tiny_engine.refusals["POST /images/create"] = (404, "pull access denied for nope")
    dialog.field.setText("nope")
    dialog.pull()
    assert dialog.running
    assert not dialog.cancel_button.isHidden()
    await until(lambda: dialog.problems.problems)
    assert dialog.problems.problems[0].title == "Cannot pull nope"
    assert dialog.pull_button.isEnabled()
    dialog.close()
