"""The log bar: containers, streams, levels and times to show, JSON, names, and late lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from davit_desktop.logs.entries import Level, Stream
from davit_desktop.logs.ingest import History
from davit_desktop.logs.rows import plain
from davit_desktop.views.logs import LogPanel
from fakes.log_engine import LogEngine, LogEngineClient

Show = Callable[..., LogPanel]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Iterator[Show]:
    """A panel of these containers, once the last line of each is there."""
    made: list[LogPanel] = []

    def open(*engines: LogEngine) -> LogPanel:
        client = LogEngineClient({engine.name: engine for engine in engines})
        panel = LogPanel(connect=lambda _: client, folder=tmp_path)
        made.append(panel)
        qtbot.addWidget(panel)
        panel.resize(900, 500)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        members = [(engine.name, engine.name) for engine in engines]
        panel.show_containers(client, members, "them")  # type: ignore[arg-type]
        wanted = sum(len(engine.entries) for engine in engines)
        qtbot.waitUntil(lambda: panel.source.history is not History.UNKNOWN)
        qtbot.waitUntil(lambda: len(lines(panel)) == wanted)
        return panel

    yield open
    for panel in made:
        source = panel.source
        panel.close_source()
        if source is not None:
            source.join(5)


def lines(panel: LogPanel) -> list[bytes]:
    rows = panel.rows
    return [line.data for line in rows.fetch(0, rows.count, 4096)] if rows else []


def choose(menu: QMenu, words: str) -> None:
    """Press an entry of a menu as a key would."""
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == words)
    action.trigger()


def point(panel: LogPanel, row: int, x: float) -> QPoint:
    return QPointF(x, (row + 0.5) * panel.view._layout.line_height).toPoint()


def test_streams_are_chosen(qtbot: QtBot, show: Show) -> None:
    engine = LogEngine()
    engine.write(b"out")
    engine.write(b"err", stream=Stream.ERR)
    panel = show(engine)
    choose(panel.bar.sources.menu(), "Standard output")
    qtbot.waitUntil(lambda: lines(panel) == [b"err"])
    assert panel.bar.sources.accessibleName() == "Containers and streams: Standard error"
    choose(panel.bar.sources.menu(), "Standard error")
    qtbot.waitUntil(lambda: panel._nothing.text().startswith("No line matches"))
    qtbot.mouseClick(panel._show_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(panel) == [b"out", b"err"])


def test_containers_are_chosen_one_by_one_all_or_none(qtbot: QtBot, show: Show) -> None:
    web, db = LogEngine("web"), LogEngine("d&b")
    web.write(b"from web")
    db.write(b"from db")
    panel = show(web, db)
    assert panel.view._layout.name_width == 3
    menu = panel.bar.sources.menu()
    choose(menu, "web")
    qtbot.waitUntil(lambda: lines(panel) == [b"from db"])
    choose(menu, "No container")
    qtbot.waitUntil(lambda: lines(panel) == [])
    choose(menu, "d&&b")
    qtbot.waitUntil(lambda: lines(panel) == [b"from db"])
    choose(menu, "All containers")
    qtbot.waitUntil(lambda: len(lines(panel)) == 2)


def test_levels_are_chosen_and_new_lines_too(qtbot: QtBot, show: Show) -> None:
    engine = LogEngine()
    engine.write(b"INFO fine", b"ERROR broken", b"  because", b"level=debug msg=x")
    panel = show(engine)
    choose(panel.bar.levels.menu(), "Warnings and errors")
    qtbot.waitUntil(lambda: lines(panel) == [b"ERROR broken", b"  because"])
    engine.write(b"INFO more", b"[warn] careful")
    qtbot.waitUntil(lambda: lines(panel)[2:] == [b"[warn] careful"])
    assert Level.WARN not in panel.bar.conditions.hidden_levels
    choose(panel.bar.levels.menu(), "All levels")
    qtbot.waitUntil(lambda: len(lines(panel)) == 6)


def test_a_menu_of_check_marks_stays_open(qtbot: QtBot, show: Show) -> None:
    engine = LogEngine()
    engine.write(b"INFO fine")
    panel = show(engine)
    menu = panel.bar.levels.menu()
    hidden: list[bool] = []
    menu.aboutToHide.connect(lambda: hidden.append(True))
    entry: QAction = next(each for each in menu.actions() if each.text() == "Information")
    menu.setActiveAction(entry)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert not hidden
    assert not entry.isChecked()
    qtbot.waitUntil(lambda: lines(panel) == [])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert entry.isChecked()
    qtbot.waitUntil(lambda: lines(panel) == [b"INFO fine"])


def test_times_are_chosen_and_nonsense_is_told(qtbot: QtBot, show: Show) -> None:
    engine = LogEngine()
    engine.write(b"first")
    engine.write(b"second", step_ns=3600 * 10**9)
    panel = show(engine)
    qtbot.mouseClick(panel.bar.range, Qt.MouseButton.LeftButton)
    assert panel.range.since.hasFocus()
    panel.range.since.setText("2023-11-14 23:00Z")
    qtbot.waitUntil(lambda: lines(panel) == [b"second"])
    panel.range.until.setText("sometime")
    assert panel.range.problem.isVisible()
    panel.range.until.setText("2023-11-14 22:30Z")
    assert "later than" in panel.range.problem.text()
    qtbot.keyClick(panel.range.until, Qt.Key.Key_Escape)
    assert not panel.range.isVisible()
    qtbot.waitUntil(lambda: lines(panel) == [b"first", b"second"])


def test_json_is_spread_by_a_click_and_by_keys_and_copied_as_shown(
    qtbot: QtBot, show: Show
) -> None:
    engine = LogEngine()
    engine.write(b'{"a":1,"b":[true]}', b"plain")
    panel = show(engine)
    view = panel.view
    spread = ["{", '  "a": 1,', '  "b": [', "    true", "  ]", "}"]
    marker = point(panel, 0, view._layout.marker_left + 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=marker)
    assert view.shown_text() == [*spread, "plain"]
    view.select_all()
    assert view.selected_bytes().decode() == "\n".join([*spread, "plain"])
    view.clear_selection()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.shown_text() == ['{"a":1,"b":[true]}', "plain"]
    qtbot.mouseClick(panel.bar.spread, Qt.MouseButton.LeftButton)
    assert view.shown_text() == [*spread, "plain"]


def test_a_late_line_moves_neither_what_is_read_nor_what_is_selected(
    qtbot: QtBot, show: Show
) -> None:
    web, db = LogEngine("web"), LogEngine("db")
    web.write(*[b"web %d" % number for number in range(200)])
    db.advance_to(web._now - 150_500_000)
    panel = show(web, db)
    view = panel.view
    qtbot.waitUntil(lambda: view.shown_text()[-1:] == ["web 199"])
    view.scroll_by(-5)
    before = view.shown_text()
    view._select((view.top_line + 2, 0), (view.top_line + 3, 0))
    selected = view.selected_bytes()
    db.write(b"late")
    qtbot.waitUntil(lambda: b"late" in lines(panel))
    assert lines(panel)[50:52] == [b"late", b"web 50"]
    assert view.shown_text()[: len(before)] == before
    assert view.selected_bytes() == selected


def test_names_and_times_are_saved_with_the_lines_of_several(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    web, db = LogEngine("web"), LogEngine("db")
    web.write(b"\x1b[31mred\x1b[0m")
    db.advance_to(web._now)
    db.write(b"\xff")
    panel = show(web, db)
    saved: list[str] = []
    panel.saved.connect(saved.append)
    panel.save_to(tmp_path / "text", stamps=False, colors=False)
    qtbot.waitUntil(lambda: len(saved) == 1)
    assert (tmp_path / "text").read_bytes() == b"web | red\ndb | \xff\n"
    panel.save_to(tmp_path / "raw", stamps=False, colors=True)
    qtbot.waitUntil(lambda: len(saved) == 2)
    assert (tmp_path / "raw").read_bytes() == b"\x1b[31mred\x1b[0m\n\xff\n"


@pytest.mark.parametrize("width", [600, 668, 1048])
def test_nothing_in_the_bar_is_cut_off(qtbot: QtBot, show: Show, width: int) -> None:
    engine = LogEngine()
    engine.write(b"x")
    panel = show(engine)
    panel.bar.filter.setChecked(True)
    panel.resize(width, 500)
    bar = panel.bar
    wide = bar.fontMetrics().horizontalAdvance("123,456/999,999 …")
    bar.count.setMinimumWidth(wide)
    qtbot.waitUntil(lambda: bar.width() == width and bar.count.width() >= wide)
    places = [
        (part.mapTo(bar, QPoint(0, 0)).x(), part)
        for row in (bar._find, bar._tools)
        for part in row.children()
        if part.isWidgetType() and part.isVisible()
    ]
    for left, part in places:
        assert left >= 0
        assert left + part.width() <= width
        assert part.width() >= part.minimumSizeHint().width()


texts = st.lists(
    st.binary(max_size=40).map(lambda data: data.replace(b"\n", b"").replace(b"\x1b", b"")),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 1), texts), min_size=1, max_size=4))
def test_text_of_several_is_what_each_wrote(
    qtbot: QtBot, show: Show, batches: list[tuple[int, list[bytes]]]
) -> None:
    """From the engines' streams through merging and spool to the clipboard."""
    engines = [LogEngine("a"), LogEngine("b")]
    for which, batch in batches:
        engines[which].advance_to(max(engine._now for engine in engines))
        engines[which].write(*batch)
    panel = show(*engines)
    written = [line for _, batch in batches for line in batch]
    assert lines(panel) == written
    panel.view.select_all()
    panel.copy()
    shown = [plain(line) for line in panel.rows.fetch(0, len(written), 99)]
    expected = "\n".join(shown).encode("utf-8", "surrogateescape")
    assert panel.view.selected_bytes() == expected
    data = QGuiApplication.clipboard().mimeData()
    raw = bytes(data.data("application/octet-stream").data())
    assert (raw or data.text().encode()) == expected
