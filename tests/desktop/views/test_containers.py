"""The containers page: what its rows say, what its keys do, and what stands there when empty."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.client.stats import Usage
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Connection, Phase, Session
from davit_desktop.state.containers import COMPOSE_PROJECT, State
from davit_desktop.state.stats import History
from davit_desktop.views.container_rows import KEYS, ContainerRow, group_text, matches
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.containers import ContainersPage


def hold(session: Session, *containers: Any) -> None:
    session.containers = {c.id: c for c in containers}
    session.listed = True
    session.connection = Connection(phase=Phase.ONLINE, host="unix:///x", engine="Davit 1")
    session.connection_news.tell()
    session.containers_news.tell()


def make_page(qtbot: QtBot, session: Session) -> ContainersPage:
    actions = Actions()
    deletes = PendingDeletes(actions, actions)
    page = ContainersPage(session, actions, ContainerVerbs(session, actions, deletes, actions))
    actions.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, quiet_session: Session) -> ContainersPage:
    return make_page(qtbot, quiet_session)


@pytest.fixture
async def live_page(qtbot: QtBot, session: Session) -> AsyncIterator[ContainersPage]:
    page = make_page(qtbot, session)
    task = asyncio.create_task(session.run())
    yield page
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await page._actions.close()


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: Any) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def cells(page: ContainersPage) -> list[list[str]]:
    found = []
    for row in range(page.proxy.rowCount()):
        found.append([str(page.proxy.index(row, column).data() or "") for column in range(6)])
    return found


def test_a_row_says_name_state_image_and_ports(
    page: ContainersPage, quiet_session: Session, make_container: Any, web_port: Any
) -> None:
    hold(quiet_session, make_container("a", "web", ports=(web_port,)))
    assert cells(page) == [
        ["web", "Running", "busybox:1", "127.0.0.1:8080 → 80/tcp", "", ""],
    ]
    hold(quiet_session, make_container("a", "web", State.EXITED, exit_code=3))
    assert cells(page)[0][1] == "Exited (3)"


def test_a_change_keeps_the_selection(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"), make_container("b", "db"))
    page.select("b" * 64)
    hold(
        quiet_session,
        make_container("a", "web", State.EXITED),
        make_container("b", "db", State.EXITED),
        make_container("c", "another"),
    )
    assert [c.name for c in page.selected()] == ["db"]


def test_compose_projects_are_groups_that_mean_all_of_their_own(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    shop = {COMPOSE_PROJECT: "shop"}
    hold(
        quiet_session,
        make_container("a", "shop-web", labels=shop),
        make_container("b", "shop-db", labels=shop),
        make_container("c", "alone"),
    )
    group = page.proxy.index(0, 0)
    assert (group.data(), page.proxy.rowCount(group)) == ("shop", 2)
    assert page.list.isExpanded(group)
    page.list.setCurrentIndex(group)
    assert sorted(c.name for c in page.selected()) == ["shop-db", "shop-web"]
    page.list.setExpanded(group, False)
    assert page.collapsed_groups == ("shop",)


def test_the_filter_finds_words_anywhere_in_a_row(make_container: Any, web_port: Any) -> None:
    web = make_container("a", "Web", ports=(web_port,))
    for words in ("web", "busy", "8080", "run web", "aaaa"):
        assert matches(web, words), words
    assert not matches(web, "web exited")


def test_a_filter_that_hides_all_says_so_and_can_be_cleared(
    qtbot: QtBot, page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"), make_container("b", "db"))
    page.filter.setText("nothing like it")
    qtbot.waitUntil(lambda: page.hidden_by_filter.isVisible())
    assert page.hidden_by_filter.title == "The filter hides 2 containers"
    qtbot.mouseClick(page.hidden_by_filter.button, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    assert page.proxy.shown() == 2


def test_the_four_empty_states_differ(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session)
    assert page.first_run.isVisible()
    assert page.first_run.title == "No containers yet"
    quiet_session.connection = Connection(
        phase=Phase.OFFLINE, host="unix:///x", reason="the socket does not exist", hint="Start it."
    )
    quiet_session.connection_news.tell()
    assert page.offline.isVisible()
    assert page.offline.title == "The engine is not running"
    quiet_session.connection = Connection(
        phase=Phase.OFFLINE, host="unix:///x", reason="that is not the Docker API"
    )
    quiet_session.connection_news.tell()
    assert page.offline.title == "The engine cannot be used"
    assert page.offline.button.text() == "Retry"


def test_rows_stay_when_the_engine_goes(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"))
    quiet_session.connection = Connection(phase=Phase.OFFLINE, host="x", reason="gone", hint="h")
    quiet_session.connection_news.tell()
    assert page.list.isVisible()


def test_only_running_rows_on_the_screen_are_streamed(
    qtbot: QtBot, page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    hold(
        quiet_session,
        *(
            make_container(letter, f"c{letter}", State.RUNNING if place % 2 else State.EXITED)
            for place, letter in enumerate(letters)
        ),
    )
    seen = page.visible_running()
    assert 1 < len(seen) < 12
    assert all(quiet_session.containers[id].running for id in seen)
    page.list.scrollToBottom()
    assert page.visible_running() != seen
    page.hide()
    assert page.visible_running() == []


def test_a_long_listing_comes_in_slices(
    page: ContainersPage, quiet_session: Session, make_container: Any, qtbot: QtBot
) -> None:
    names = [f"{number:x}" for number in range(400)]
    hold(quiet_session, *(make_container(f"{name:0>4}", f"web-{name}") for name in names))
    assert 0 < page.proxy.shown() < 200
    qtbot.waitUntil(lambda: page.proxy.shown() == 400, timeout=30_000)
    hold(quiet_session, make_container("f", "last"))
    assert page.proxy.shown() == 1


def test_what_is_pinned_stands_above_the_others_with_its_project(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(
        quiet_session,
        make_container("a", "alpha"),
        make_container("z", "zeta"),
        *(
            make_container(c, c, labels={"com.docker.compose.project": p})
            for c, p in (("b", "one"), ("c", "two"), ("d", "two"))
        ),
    )

    def shown() -> list[str]:
        root = [page.proxy.index(place, 0) for place in range(page.proxy.rowCount())]
        return [page.proxy.group_at(index) or str(index.data()) for index in root]

    def inner(title: str) -> list[str]:
        group = page.proxy.mapFromSource(page.model.index_of_group(title))
        return [str(page.proxy.index(n, 0, group).data()) for n in range(2)]

    assert shown() == ["one", "two", "alpha", "zeta"]
    page.select("z" * 64)
    page.actions_by_name["pin"].trigger()
    assert shown() == ["zeta, pinned", "one", "two", "alpha"]
    page.select("d" * 64)
    page.actions_by_name["pin"].trigger()
    assert shown() == ["two", "zeta, pinned", "one", "alpha"]
    assert inner("two") == ["d, pinned", "c"]
    page.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert shown() == ["two", "zeta, pinned", "one", "alpha"]
    assert page.pinned == ("d", "zeta")
    page.actions_by_name["pin"].trigger()
    assert shown() == ["zeta, pinned", "one", "two", "alpha"]


def test_verbs_follow_the_state(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(
        quiet_session,
        make_container("a", "on"),
        make_container("b", "off", State.EXITED),
        make_container("c", "frozen", State.PAUSED),
    )

    def enabled(id: str) -> set[str]:
        page.select(id * 64)
        return {
            action.text()
            for action in page.menu().actions()
            if action.isEnabled() and action.isVisible() and action.text()
        }

    common = {"Open", "View logs", "Copy id", "Copy as docker command", "Delete"}
    common |= {"Rename…", "Limits and restart policy…", "Commit to image…", "Export files…"}
    common |= {"Run another like it…", "Pin to the top"}
    assert enabled("a") == common | {"Stop", "Restart", "Pause", "Kill"}
    assert enabled("b") == common | {"Start"}
    assert enabled("c") == common | {"Stop", "Restart", "Resume", "Kill"}


def test_delete_is_last_and_apart_from_restart(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"))
    page.select("a" * 64)
    words = [action.text() for action in page.menu().actions()]
    assert words[-1] == "Delete"
    assert words[-2] == "", "a line stands before Delete"


def test_enter_and_l_open_the_container(
    qtbot: QtBot, page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"))
    page.select("a" * 64)
    opened: list[tuple[str, str]] = []
    page.opened.connect(lambda id, tab: opened.append((id, tab)))
    for name in ("open", "logs"):
        page.actions_by_name[name].trigger()
    assert opened == [("a" * 64, ""), ("a" * 64, "logs")]
    assert page.actions_by_name["toggle"].shortcut().toString() == "Space"
    assert page.actions_by_name["delete"].shortcut().toString() == "Del"


def test_clicking_a_chip_opens_its_port_and_selects_nothing(
    qtbot: QtBot,
    page: ContainersPage,
    quiet_session: Session,
    make_container: Any,
    web_port: Any,
) -> None:
    hold(quiet_session, make_container("a", "web", ports=(web_port,)))
    clicked: list[tuple[Any, bool]] = []
    page.list.port_clicked.disconnect()
    page.list.port_clicked.connect(lambda port, running: clicked.append((port, running)))
    area = page.list.visualRect(page.proxy.index(0, 3))
    qtbot.mouseClick(
        page.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(area.left() + 20, area.center().y()),
    )
    assert clicked == [(web_port, True)]
    assert page.selected() == []


def test_nothing_is_cut_at_the_smallest_window(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"))
    for width in (668, 1040, 1600):
        page.resize(width, 500)
        widths = [
            page.list.columnWidth(column)
            for column in range(page.proxy.columnCount())
            if not page.list.isColumnHidden(column)
        ]
        assert sum(widths) <= page.list.viewport().width()
        assert min(widths) >= 60


def test_every_control_has_a_name(page: ContainersPage, quiet_session: Session) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page):
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, widget


async def test_stop_shows_at_once_and_a_refusal_is_told_in_words(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.refusals["POST /containers/" + "a" * 64 + "/stop"] = (500, "cgroup is busy")
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1)
    live_page.select("a" * 64)
    live_page.actions_by_name["stop"].trigger()
    assert cells(live_page)[0][1] == "Stopping…"
    await until(lambda: live_page.problems.problems)
    (problem,) = live_page.problems.problems
    assert (problem.title, problem.reason) == ("Cannot stop web", "Cgroup is busy")
    assert cells(live_page)[0][1] == "Running"
    tip = live_page.proxy.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Cgroup is busy" in tip, "the row itself tells what failed"
    tiny_engine.refusals.clear()
    live_page.actions_by_name["stop"].trigger()
    await until(lambda: not live_page.problems.problems)


async def test_delete_asks_nothing_hides_the_row_and_can_be_undone(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [
        make_summary("a", "web", state="exited"),
        make_summary("b", "db"),
    ]
    said: list[str] = []
    deletes = live_page._verbs.deletes
    deletes.said.connect(lambda words, tip, undo: said.append(words))
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 2 and tiny_engine.listeners)
    live_page.select("a" * 64)
    live_page.actions_by_name["delete"].trigger()
    assert [row[0] for row in cells(live_page)] == ["db"]
    live_page.list.selectAll()
    live_page.actions_by_name["delete"].trigger()
    assert said == ["Deleted web", "Deleted db"]
    await until(live_page.first_run.isVisible)
    deletes.undo_last()
    assert [row[0] for row in cells(live_page)] == ["db"]
    await deletes.finish()
    done = [c for c in tiny_engine.calls if c.startswith("DELETE") or c.endswith(("stop", "start"))]
    assert sorted(done) == [
        f"DELETE /containers/{'a' * 64}",
        f"POST /containers/{'b' * 64}/start",
        f"POST /containers/{'b' * 64}/stop",
    ], "a running one is stopped in good order, and Undo starts it again"


async def test_one_that_removes_itself_is_not_stopped_while_it_can_be_undone(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.inspects["a" * 64] = {"HostConfig": {"AutoRemove": True}}
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1 and tiny_engine.listeners)
    live_page.select("a" * 64)
    live_page.actions_by_name["delete"].trigger()
    await until(lambda: f"GET /containers/{'a' * 64}/json" in tiny_engine.calls)
    await until(lambda: not live_page._actions.running)
    assert not [call for call in tiny_engine.calls if call.endswith("/stop")]
    await live_page._verbs.deletes.finish()
    assert f"POST /containers/{'a' * 64}/stop" in tiny_engine.calls


async def test_copy_as_docker_command(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.inspects["a" * 64] = {"Name": "/web", "Config": {"Image": "x", "Cmd": ["true"]}}
    tiny_engine.refusals["GET /images/"] = (404, "No such image")
    tiny_engine.refusals["GET /images/json"] = (404, "none")
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1)
    live_page.select("a" * 64)
    live_page.actions_by_name["copy_command"].trigger()
    await until(lambda: QGuiApplication.clipboard().text() == "docker run -d --name web x true")


async def test_usage_reaches_the_row(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1)
    await until(lambda: cells(live_page)[0][4:] == ["0.0 %", "4.1 kB"])
    live_page.hide()
    await until(lambda: tiny_engine.stats_open == 0)


def test_five_hundred_containers_are_listed_in_time(
    page: ContainersPage, quiet_session: Session, make_container: Any, benchmark_time: Any
) -> None:
    many = [
        msgspec.structs.replace(make_container("a", f"c{number}"), id=f"{number:064x}")
        for number in range(500)
    ]

    def listed() -> None:
        hold(quiet_session, *many)
        while page.proxy.shown() < 500:
            QGuiApplication.processEvents()

    took = benchmark_time(listed)
    # The budget is 200 ms on a quiet machine; this one is shared with other tests.
    assert took < 1.0


async def test_a_row_that_is_still_stopping_is_deleted_after_that(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    stop, go = f"POST /containers/{'a' * 64}/stop", asyncio.Event()
    tiny_engine.held[stop] = go
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1 and tiny_engine.listeners)
    live_page.select("a" * 64)
    live_page.actions_by_name["stop"].trigger()
    await until(lambda: stop in tiny_engine.calls)
    tiny_engine.say("container", "die", "a" * 64, exitCode="0")
    await until(lambda: live_page.selected()[0].state is State.EXITED)
    live_page.actions_by_name["delete"].trigger()
    assert live_page.proxy.rowCount() == 0
    async with asyncio.TaskGroup() as group:
        group.create_task(live_page._verbs.deletes.finish())
        await until(lambda: len(live_page._actions.running) == 2)
        assert not [call for call in tiny_engine.calls if call.startswith("DELETE")]
        go.set()
    deletes = [call for call in tiny_engine.calls if call.startswith("DELETE")]
    assert deletes == [f"DELETE /containers/{'a' * 64}"]
    assert live_page._verbs.busy == {}


async def test_a_cancelled_stop_takes_what_would_come_next_with_it(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.held["POST /containers/"] = go = asyncio.Event()
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1 and tiny_engine.listeners)
    live_page.select("a" * 64)
    live_page.actions_by_name["stop"].trigger()
    live_page.actions_by_name["restart"].trigger()
    assert cells(live_page)[0][1] == "Stopping, then restarting…"
    await until(lambda: f"POST /containers/{'a' * 64}/stop" in tiny_engine.calls)
    (stopping,) = live_page._actions.running
    stopping.cancel()
    await until(lambda: not live_page._actions.running)
    assert live_page._verbs.busy == {}
    assert not [call for call in tiny_engine.calls if call.endswith("/restart")]
    go.set()


async def test_kill_does_not_wait_for_a_slow_stop(
    live_page: ContainersPage, tiny_engine: Any, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    tiny_engine.held[f"POST /containers/{'a' * 64}/stop"] = go = asyncio.Event()
    live_page._session.retry()
    await until(lambda: live_page.proxy.rowCount() == 1 and tiny_engine.listeners)
    live_page.select("a" * 64)
    live_page.actions_by_name["stop"].trigger()
    live_page.actions_by_name["kill"].trigger()
    await until(lambda: f"POST /containers/{'a' * 64}/kill" in tiny_engine.calls)
    go.set()
    await until(lambda: not live_page._actions.running)


def test_rows_do_not_move_under_the_pointer_because_of_what_they_use(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"), make_container("b", "db"))
    page.list.sortByColumn(KEYS.index("cpu"), Qt.SortOrder.AscendingOrder)

    def use(**percents: float) -> list[str]:
        for id, percent in percents.items():
            history = quiet_session.histories.setdefault(id * 64, History())
            history.add(
                float(len(history)),
                Usage(
                    cpu_percent=percent,
                    memory_used=1,
                    memory_limit=2,
                    memory_percent=50.0,
                    network_received=0,
                    network_sent=0,
                    block_read=0,
                    block_written=0,
                    processes=1,
                ),
            )
        page._update_usage()
        return [row[0] for row in cells(page)]

    assert use(a=1.0, b=2.0) == ["web", "db"]
    page.list.pointer = QPointF(10, 10)
    assert use(a=3.0) == ["web", "db"]
    assert cells(page)[0][4] == "3.0 %"
    page.list.pointer = None
    assert use(a=4.0) == ["db", "web"]


def test_a_group_sums_what_its_own_use_only_when_all_of_it_is_known(make_container: Any) -> None:
    on, off = make_container("a", "web"), make_container("b", "db", State.EXITED)
    known = ContainerRow(container=on, cpu=1.5, memory=2_000_000)
    rows = [known, ContainerRow(container=off)]
    assert group_text("state", rows) == "1 running of 2"
    assert (group_text("cpu", rows), group_text("memory", rows)) == ("1.5 %", "2.0 MB")
    assert group_text("cpu", [*rows, ContainerRow(container=on)]) == ""


def test_columns_are_chosen_and_keep_the_width_they_were_dragged_to(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    hold(quiet_session, make_container("a", "web"))
    page.resize(1300, 600)
    changes: list[None] = []
    page.preferences_changed.connect(lambda: changes.append(None))
    page.list.header().resizeSection(KEYS.index("state"), 222)
    assert changes
    page.list.choose_columns({"state", "command"}, page.list.widths)
    shown = [key for place, key in enumerate(KEYS) if not page.list.isColumnHidden(place)]
    assert shown == ["name", "state", "command", "actions"]
    assert page.list.columnWidth(KEYS.index("state")) == 222
    assert sum(page.list.columnWidth(place) for place in range(len(KEYS))) == (
        page.list.viewport().width()
    )


def test_a_selected_group_means_what_the_filter_shows_of_it(
    page: ContainersPage, quiet_session: Session, make_container: Any
) -> None:
    shop = {COMPOSE_PROJECT: "shop"}
    hold(
        quiet_session,
        make_container("a", "shop-web", labels=shop),
        make_container("b", "shop-db", labels=shop),
    )
    page.filter.setText("web")
    page._apply_filter()
    page.list.setCurrentIndex(page.proxy.index(0, 0))
    assert [c.name for c in page.selected()] == ["shop-web"]
