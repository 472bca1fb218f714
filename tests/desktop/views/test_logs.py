"""The log panel: what is shown, found, selected and copied is what the container wrote."""

import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from davit_desktop.logs import ansi
from davit_desktop.logs.assembler import LineAssembler
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.ingest import History
from davit_desktop.logs.rows import Rows
from davit_desktop.logs.spool import LogSpool
from davit_desktop.logs.stamps import StampStyle, iso
from davit_desktop.logs.visible import cells
from davit_desktop.views import log_copy
from davit_desktop.views.log_layout import FOLD
from davit_desktop.views.log_view import LogView
from davit_desktop.views.logs import LogPanel
from fakes.log_engine import LogEngine

NS = 1_700_000_000_000_000_000


@pytest.fixture
def engine() -> LogEngine:
    return LogEngine()


@pytest.fixture
def panel(qtbot: QtBot, engine: LogEngine, tmp_path: Path) -> Iterator[LogPanel]:
    made = LogPanel(connect=lambda _: engine.client(), folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    yield made
    source = made.source
    made.close_source()
    if source is not None:
        source.join(5)


@pytest.fixture
def shown(qtbot: QtBot, panel: LogPanel, engine: LogEngine) -> Callable[..., LogPanel]:
    """The panel with these lines written before it is opened."""

    def show(*lines: bytes) -> LogPanel:
        engine.write(*lines)
        panel.show_container(engine.client(), "writer", "writer")  # type: ignore[arg-type]
        if lines:
            last = cells(ansi.strip(lines[-1].decode()).rstrip("\r")).shown[-20:]
            qtbot.waitUntil(lambda: last in "".join(panel.view.shown_text()[-3:]))
        else:
            qtbot.waitUntil(lambda: panel.source.phase != "opening")
        return panel

    return show


def numbered(first: int, last: int) -> list[bytes]:
    return [b"line %d" % i for i in range(first, last)]


def field(panel: LogPanel) -> QLineEdit:
    return panel.bar.field


def button(panel: LogPanel, name: str) -> QToolButton:
    return next(b for b in panel.findChildren(QToolButton) if b.accessibleName().startswith(name))


def point_of(view: LogView, row: int, column: float) -> QPoint:
    return QPointF(
        view._layout.gutter + column * view._layout.cell + 1, (row + 0.5) * view._layout.line_height
    ).toPoint()


def drag(qtbot: QtBot, view: LogView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, pos=(start + end) / 2)
    qtbot.mouseMove(port, pos=end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def wheel(view: LogView, notches: int) -> None:
    place = QPointF(50, 50)
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120 * notches), buttons, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(view.viewport(), event)


@given(
    st.lists(st.binary(max_size=80).map(lambda b: b.replace(b"\n", b"")), max_size=20),
    st.lists(st.integers(0, 3000), max_size=20),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_text_of_the_view_is_the_text_that_was_fed(
    qtbot: QtBot, lines: list[bytes], cuts: list[int]
) -> None:
    wire = b"".join(iso(NS + i).encode() + b" " + line + b"\n" for i, line in enumerate(lines))
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    assembler = LineAssembler()
    spool = LogSpool(Path(tempfile.gettempdir()), segment_bytes=100)
    view = LogView()
    try:
        rows = Rows(spool)
        view.set_rows(rows)
        for start, end in itertools.pairwise(edges):
            spool.append(assembler.feed(Stream.OUT, wire[start:end]))
            view.refresh()
        view.select_all()
        expected = [
            ansi.strip(line.removesuffix(b"\r").decode("utf-8", "surrogateescape"))
            for line in lines
        ]
        text = "\n".join(expected).encode("utf-8", "surrogateescape")
        assert view.selected_bytes() == text
        raw = spool.lines(spool.first, len(lines), 1 << 20)
        assert [line.data for line in raw] == lines
    finally:
        view.set_rows(None)
        view.close()
        spool.close()


def test_it_opens_at_the_end_and_follows(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 5000))
    assert panel.view.shown_text()[-1] == "line 4999"
    engine.write(b"the newest")
    qtbot.waitUntil(lambda: panel.view.shown_text()[-1] == "the newest")


def test_scrolling_up_stops_following_and_offers_the_new_lines(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 1000))
    wheel(panel.view, 3)
    assert not panel.view.follow
    assert not button(panel, "Follow").isChecked()
    before = panel.view.shown_text()
    engine.write(*numbered(1000, 1128))
    qtbot.waitUntil(lambda: panel._pill.isVisible() and panel._pill.text() == "128 new lines")
    assert panel.view.shown_text() == before
    qtbot.mouseClick(panel._pill, Qt.MouseButton.LeftButton)
    assert panel.view.follow
    assert panel.view.shown_text()[-1] == "line 1127"
    assert not panel._pill.isVisible()


def test_scrolling_back_to_the_end_follows_again(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    panel = shown(*numbered(0, 1000))
    wheel(panel.view, 3)
    wheel(panel.view, -30)
    assert panel.view.follow


def test_selecting_never_moves_the_text(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 1000))
    before = panel.view.shown_text()
    port = panel.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=point_of(panel.view, 2, 3))
    qtbot.mouseMove(port, pos=point_of(panel.view, 4, 2))
    engine.write(*numbered(1000, 1010))
    qtbot.waitUntil(lambda: panel.view.new_lines == 10)
    assert panel.view.shown_text()[: len(before)] == before
    qtbot.mouseMove(port, pos=point_of(panel.view, 5, 4))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=point_of(panel.view, 5, 4))
    assert panel.view.shown_text()[: len(before)] == before
    selected = panel.view.selected_bytes().decode().split("\n")
    assert selected == [before[2][3:], before[3], before[4], before[5][:4]]


def test_copy_gives_exactly_the_selected_bytes(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    panel = shown(b"tab\there", b"  indented \x1b[31mred\x1b[0m", "日本 ünï".encode(), b"end\r")
    rows = panel.view.shown_text()
    assert rows[0] == "tab     here"
    drag(qtbot, panel.view, point_of(panel.view, 0, 0), point_of(panel.view, 3, 30))
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "tab\there\n  indented red\n日本 ünï\nend"


def test_bytes_that_are_no_text_are_copied_as_bytes_and_readably(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    log_copy.to_clipboard(b"a\xff\x00")
    assert clipboard.text() == "a\\xff\x00"
    data = clipboard.mimeData().data("application/octet-stream")
    assert bytes(data.data()) == b"a\xff\x00"
    log_copy.to_clipboard("é".encode())
    assert clipboard.text() == "é"
    assert not clipboard.mimeData().hasFormat("application/octet-stream")


def test_a_double_click_selects_a_word(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(b"one two-three four")
    at = point_of(panel.view, 0, 6)
    for _ in range(2):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.view.selected_bytes() == b"two-three"


def test_keyboard_selects_lines(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(b"a", b"b", b"c")
    for _ in range(2):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.view.selected_bytes() == b"a\nb\n"
    qtbot.keyClick(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.selected_bytes() == b"a\nb\nc"
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.view.selection is None


def test_search_counts_and_walks_around_the_ends(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    panel = shown(*numbered(0, 3000))
    qtbot.keyClick(panel.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field(panel).hasFocus()
    qtbot.keyClicks(field(panel), "LINE 100")
    qtbot.waitUntil(lambda: panel.bar.count.text() == "11/11")
    assert panel.source.history is History.WHOLE
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert panel.bar.count.text() == "1/11"
    assert "line 100" in panel.view.shown_text()
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert panel.bar.count.text() == "2/11"
    assert "line 1000" in panel.view.shown_text()
    qtbot.keyClick(field(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.bar.count.text() == "11/11"
    qtbot.mouseClick(button(panel, "Match upper"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.bar.count.text() == "no match")


def test_search_highlights_in_place(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(b"one \x1b[31merr\x1b[0mor", b"two", b"error error")
    field(panel).setText("error")
    qtbot.waitUntil(lambda: panel.bar.count.text() == "1/2")
    hits = {look.line.number: look.hits for look, _, _ in panel.view._layout.visible()}
    assert hits == {0: [(4, 9)], 1: [], 2: [(0, 5), (6, 11)]}
    assert len(panel.view.shown_text()) == 3


def test_a_wrong_expression_is_told_beside_the_field(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    panel = shown(b"one")
    qtbot.mouseClick(button(panel, "Regular"), Qt.MouseButton.LeftButton)
    field(panel).setText("(")
    qtbot.waitUntil(lambda: "Not a regular expression" in panel._problem.text())
    field(panel).setText("(o)")
    qtbot.waitUntil(lambda: panel.bar.count.text() == "1/1")
    assert not panel._problem.isVisible()


def test_filter_hides_what_does_not_match_and_shows_context(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(b"a", b"b", b"error 1", b"c", b"d", b"e", b"error 2")
    field(panel).setText("error")
    qtbot.mouseClick(button(panel, "Show only"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.view.shown_text() == ["error 1", "error 2"])
    panel.bar.set_context(1)
    context = ["b", "error 1", "c", "⋯ 1 line hidden", "e", "error 2"]
    qtbot.waitUntil(lambda: panel.view.shown_text() == context)
    panel.bar.set_context(0)
    engine.write(b"fine", b"error 3")
    qtbot.waitUntil(lambda: panel.view.shown_text() == ["error 1", "error 2", "error 3"])
    panel.view.select_all()
    assert panel.view.selected_bytes() == b"error 1\nerror 2\nerror 3"
    field(panel).setText("nothing like it")
    qtbot.waitUntil(lambda: panel._nothing.text().startswith("No line matches"))
    qtbot.mouseClick(button(panel, "Show only"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.view.shown_text()) == 9)


def test_wrapping_shows_all_and_not_wrapping_scrolls_sideways(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    line = b"".join(b"%04d " % i for i in range(200))
    panel = shown(line)
    assert "".join(panel.view.shown_text()) == line.decode()
    assert len(panel.view.shown_text()) > 5
    qtbot.mouseClick(button(panel, "Wrap"), Qt.MouseButton.LeftButton)
    assert panel.view.shown_text() == [line.decode()]
    bar = panel.view.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    width = panel.view._layout.columns
    drag(qtbot, panel.view, point_of(panel.view, 0, width - 11), point_of(panel.view, 0, width - 1))
    assert panel.view.selected_bytes() == b"0198 0199 "


def test_a_very_long_line_folds_and_unfolds(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    data = bytes(range(65, 91)) * 2000
    panel = shown(b"before", data, b"after")
    panel.view.scroll_to_start()
    look = panel.view._layout.look(1)
    assert len(look.text) == FOLD
    panel.view._select((1, 5), (2, 0))
    assert panel.view.selected_bytes() == data[5:] + b"\n"
    panel.view.clear_selection()
    assert panel.view.unfold_here()
    assert panel.view._layout.look(1).text.encode() == data
    assert not panel.view.unfold_here()


def test_times_are_shown_four_ways(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(b"a" * 300)
    widths = {}
    for style in StampStyle:
        panel.view.set_stamps(style)
        widths[style] = panel.view._layout.gutter
        assert "".join(panel.view.shown_text()) == "a" * 300
    assert widths[StampStyle.OFF] < widths[StampStyle.RELATIVE] < widths[StampStyle.ISO]


def test_clearing_hides_and_can_be_taken_back(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 10))
    panel.clear()
    assert panel.view.shown_text() == []
    assert "Cleared" in panel._nothing.text()
    engine.write(b"fresh")
    qtbot.waitUntil(lambda: panel.view.shown_text() == ["fresh"])
    assert panel._note.text() == "10 lines cleared. Show them"
    qtbot.mouseClick(panel._note, Qt.MouseButton.LeftButton)
    assert len(panel.view.shown_text()) == 11


@pytest.mark.parametrize(
    ("stamps", "colors", "expected"),
    [
        (False, False, b"red \xff\nb\r\n"),
        (False, True, b"\x1b[31mred\x1b[0m \xff\nb\r\n"),
        (True, False, b"2023-11-14T22:13:20.001000000Z red \xff\n"),
    ],
)
def test_saving_writes_the_whole_log(
    qtbot: QtBot,
    shown: Callable[..., LogPanel],
    engine: LogEngine,
    tmp_path: Path,
    stamps: bool,
    colors: bool,
    expected: bytes,
) -> None:
    engine.write(b"\x1b[31mred\x1b[0m \xff", b"b\r")
    panel = shown(*numbered(0, 3000))
    target = tmp_path / "saved.log"
    with qtbot.waitSignal(panel.saved):
        panel.save_to(target, stamps=stamps, colors=colors)
    assert target.read_bytes().startswith(expected)
    assert target.read_bytes().count(b"\n") == 3002
    assert target.read_bytes().endswith(b"line 2999\n")


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, shown: Callable[..., LogPanel], tmp_path: Path
) -> None:
    panel = shown(b"a")
    panel.save_to(tmp_path / "no" / "such" / "folder.log", stamps=False, colors=False)
    qtbot.waitUntil(lambda: "Cannot save the log" in panel._problem.text())


def test_links_open_in_the_browser_when_clicked_and_not_when_selected(
    qtbot: QtBot, shown: Callable[..., LogPanel], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    panel = shown(b"see http://localhost:8080/x now")
    drag(qtbot, panel.view, point_of(panel.view, 0, 6), point_of(panel.view, 0, 12))
    assert opened == []
    qtbot.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(panel.view, 0, 20)
    )
    assert opened == ["http://localhost:8080/x"]
    log_copy.open_link("file:///etc/passwd")
    assert len(opened) == 1


def test_hostile_text_is_shown_as_it_is(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(
        b"<img src=file:///x><b>bold</b>",
        b"title\x1b]0;evil\x07 clip\x1b]52;c;eA==\x07 clear\x1b[2J",
        b"bell\x07 nul\x00",
        "gpj.\u202eexe".encode(),
    )
    assert panel.view.shown_text() == [
        "<img src=file:///x><b>bold</b>",
        "title clip clear",
        "bell\u2407 nul\u2400",
        "gpj.<U+202E>exe",
    ]


def test_text_size_changes_with_the_keys(qtbot: QtBot, shown: Callable[..., LogPanel]) -> None:
    panel = shown(b"a")
    usual = panel.view._layout.line_height
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(panel.view, Qt.Key.Key_Equal, control)
    qtbot.keyClick(panel.view, Qt.Key.Key_Equal, control)
    assert panel.view._layout.line_height > usual
    qtbot.keyClick(panel.view, Qt.Key.Key_0, control)
    assert panel.view._layout.line_height == usual
    qtbot.keyClick(panel.view, Qt.Key.Key_Minus, control)
    assert panel.view._layout.line_height < usual


def test_lines_that_arrive_before_the_first_move_nothing(
    qtbot: QtBot, shown: Callable[..., LogPanel]
) -> None:
    panel = shown(*numbered(0, 5000))
    wheel(panel.view, 2)
    before = panel.view.shown_text()
    panel.source.load_history()
    qtbot.waitUntil(lambda: panel.source.history is History.WHOLE)
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().maximum() > 4900)
    assert panel.view.shown_text() == before
    panel.view.scroll_to_start()
    assert panel.view.shown_text()[0] == "line 0"


def test_empty_logs_say_why(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown()
    qtbot.waitUntil(lambda: "Nothing written yet" in panel._nothing.text())
    engine.stop()
    qtbot.waitUntil(lambda: panel._nothing.text() == "This container wrote nothing.")


def test_a_broken_connection_is_told_and_untold(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(b"a")
    qtbot.waitUntil(lambda: panel.source.phase == "following")
    engine.break_streams()
    qtbot.waitUntil(lambda: "Trying again" in panel._problem.text())
    engine.write(b"meanwhile")
    engine.come_back()
    qtbot.waitUntil(lambda: panel.view.shown_text() == ["a", "meanwhile"])
    qtbot.waitUntil(lambda: not panel._problem.isVisible())


def test_marks_are_seen_but_not_copied(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    engine.write(b"old")
    engine.stop()
    engine.start()
    panel = shown(b"new")
    assert [look.line.kind for look, _, _ in panel.view._layout.visible()] == [
        Kind.LINE,
        Kind.STOPPED,
        Kind.STARTED,
        Kind.LINE,
    ]
    panel.view.select_all()
    assert panel.view.selected_bytes() == b"old\nnew"


def test_every_control_has_a_name(panel: LogPanel) -> None:
    controls: list[Any] = [*panel.findChildren(QToolButton), *panel.findChildren(QLineEdit)]
    inside = [c for c in controls if not isinstance(c.parent(), QLineEdit)]
    assert len(inside) > 10
    assert all(control.accessibleName() for control in inside)
    assert panel.view.accessibleName()


def test_another_container_replaces_the_first(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 50))
    first = panel.source
    panel.show_container(engine.client(), "writer", "again")  # type: ignore[arg-type]
    first.join(5)
    qtbot.waitUntil(lambda: panel.view.shown_text()[-1:] == ["line 49"])
    assert first.spool.lines(0, 1, 10) == []
    assert panel.view.accessibleName() == "Log of again"


def test_painting_shows_colours_marks_and_hits(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    engine.write(b"\x1b[31mred\x1b[0m \x1b[7minverse\x1b[0m \x1b[1;3;4;9mall\x1b[0m")
    engine.write(b"on stderr", stream=Stream.ERR)
    panel = shown("\x00 日本 e\u0301 http://a.b/".encode())
    field(panel).setText("r")
    qtbot.waitUntil(lambda: panel.bar.count.text().endswith("/2"))
    panel.view.select_all()
    for style in StampStyle:
        panel.view.set_stamps(style)
        picture = panel.grab().toImage()
        colors = {picture.pixelColor(4, y).name() for y in range(picture.height())}
        assert len(colors) > 2  # the mark of stderr at the edge


def test_unended_rows_are_rows(tmp_path: Path) -> None:
    spool = LogSpool(tmp_path)
    rows = Rows(spool)
    spool.append([Entry(Stream.OUT, 1, b"a")])
    rows.unended = (Entry(Stream.OUT, 2, b"name? "),)
    assert [line.data for line in rows.fetch(0, 10, 100)] == [b"a", b"name? "]
    assert b"".join(rows.copy((0, 0), (9, 0), 100)) == b"a\nname? "
    spool.close()


def test_a_panel_that_nobody_sees_does_not_work_and_catches_up(
    qtbot: QtBot, shown: Callable[..., LogPanel], engine: LogEngine
) -> None:
    panel = shown(*numbered(0, 100))
    panel.hide()
    engine.write(b"meanwhile")
    qtbot.waitUntil(lambda: panel.source.spool.end == 101)
    assert not panel._refresh_timer.isActive()
    panel.show()
    assert panel.view.shown_text()[-1] == "meanwhile"


def test_threads_end_with_the_panel(qtbot: QtBot, engine: LogEngine, tmp_path: Path) -> None:
    panel = LogPanel(connect=lambda _: engine.client(), folder=tmp_path)
    panel.show_container(engine.client(), "writer", "writer")  # type: ignore[arg-type]
    field(panel).setText("x")
    panel.finder.search_now()
    source, search = panel.source, panel.finder.search
    panel.deleteLater()
    del panel
    qtbot.waitUntil(lambda: not source._thread.is_alive() and not search._thread.is_alive())


def test_a_colour_goes_on_in_the_next_line_until_it_is_reset(
    shown: Callable[..., LogPanel],
) -> None:
    panel = shown(b"\x1b[31mError", b"  of two lines\x1b[0m", b"after it")
    view = panel.view
    rows = panel.rows
    assert rows is not None
    looks = [view._layout.look(rows.first + at) for at in range(3)]
    styles = [[run.style.foreground for run in look.runs] for look in looks if look]
    assert styles == [[1], [1], []]
