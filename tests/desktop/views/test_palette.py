"""The palette finds by a few letters, is walked by keys, and runs what is chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.views.palette import Entry, Palette
from davit_desktop.views.palette_entries import of_menus


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def offers(done: list[str]) -> list[Entry]:
    def entry(words: str, kind: str = "Container") -> Entry:
        return Entry(words=words, kind=kind, icon="stop", run=lambda: done.append(words))

    return [
        entry("Stop web"),
        entry("Stop db"),
        entry("<b>\u202ecod.txt</b>"),
        entry("Images", "Page"),
    ]


@pytest.fixture
def palette(window: QWidget, offers: list[Entry]) -> Palette:
    palette = Palette(lambda: offers, window)
    palette.popup()
    return palette


def test_letters_find_and_enter_runs(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    assert len(palette.shown) == 4
    qtbot.keyClicks(palette.field, "db st")
    assert [entry.words for entry in palette.shown] == ["Stop db"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Stop db"]
    assert not palette.isVisible()


def test_keys_walk_the_list(palette: Palette, qtbot: QtBot, done: list[str]) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        qtbot.keyClick(palette.field, key)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Images"]


def test_nothing_found_is_said_and_enter_does_nothing(
    palette: Palette, qtbot: QtBot, done: list[str]
) -> None:
    qtbot.keyClicks(palette.field, "zzz")
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_hostile_names_are_text(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "cod")
    assert palette.list.model().index(0, 0).data() == "<b>\ufffdcod.txt</b>"


def test_what_is_new_is_offered_while_it_is_open(
    palette: Palette, qtbot: QtBot, offers: list[Entry]
) -> None:
    qtbot.keyClicks(palette.field, "new")
    assert palette.shown == []
    offers.append(Entry(words="Start new", kind="Container", icon="play", run=str))
    palette.refresh()
    assert [entry.words for entry in palette.shown] == ["Start new"]
    assert palette.field.text() == "new"


def test_it_opens_as_new(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "zzz")
    palette.close()
    palette.popup()
    assert palette.field.text() == ""
    assert len(palette.shown) == 4


def test_menus_give_what_can_be_chosen(qtbot: QtBot) -> None:
    menu = QMenu("&File")
    qtbot.addWidget(menu)
    menu.addAction("&Run…").setShortcut("Ctrl+N")
    menu.addSeparator()
    menu.addAction("Stop").setEnabled(False)
    menu.addMenu("Colours").addAction("Dark")
    assert [(e.words, e.kind, e.keys) for e in of_menus([menu])] == [
        ("Run…", "File", "Ctrl+N"),
        ("Dark", "Colours", ""),
    ]


def test_what_is_not_shown_at_first_is_found(window: QWidget, qtbot: QtBot) -> None:
    made: list[int] = []

    def offers() -> Iterator[Entry]:
        for number in range(500):
            made.append(number)
            yield Entry(words=f"Stop number {number}", kind="Container", icon="stop", run=len)

    palette = Palette(offers, window)
    palette.popup()
    assert len(made) == len(palette.shown) < 100
    qtbot.keyClicks(palette.field, "499")
    assert [entry.words for entry in palette.shown] == ["Stop number 499"]
    palette.close()
