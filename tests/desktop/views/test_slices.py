"""Work in slices: all of it is done, and what is given up is not."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from davit_desktop.views.slices import Slices, put_text

LONG = "".join(f"line {number} of a long text\n" for number in range(20_000)) + "x" * 50_000


def test_what_is_short_is_done_at_once(qtbot: QtBot) -> None:
    owner = QObject()
    slices = Slices(owner)
    done: list[int] = []
    slices.begin(map(done.append, range(3)))
    assert done == [0, 1, 2]
    assert not slices.at_work


def test_a_long_text_comes_whole_and_leaves_room_in_between(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    slices = Slices(field)
    turns = 0

    def counted() -> Iterator[None]:
        nonlocal turns
        for step in put_text(field, LONG):
            turns += 1
            yield step

    slices.begin(counted())
    qtbot.waitUntil(lambda: not slices.at_work, timeout=30_000)
    assert field.toPlainText() == LONG
    assert turns > 10
    assert not field.document().isUndoAvailable()
    field.insertPlainText("typed")
    assert field.document().isUndoAvailable()


def test_another_text_takes_the_place_of_one_that_is_not_whole(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    slices = Slices(field)
    slices.begin(put_text(field, LONG * 4))
    assert slices.at_work
    slices.begin(put_text(field, "short"))
    qtbot.wait(50)
    assert field.toPlainText() == "short"
    slices.begin(put_text(field, LONG * 4))
    slices.stop()
    assert not slices.at_work
    held = field.document().characterCount()
    qtbot.wait(50)
    assert field.document().characterCount() == held


def test_work_that_begins_other_work_is_given_up_for_it(qtbot: QtBot) -> None:
    owner = QObject()
    slices = Slices(owner)
    done: list[str] = []

    def first() -> Iterator[None]:
        slices.begin(map(done.append, ["second"]))
        yield
        done.append("first")
        yield

    slices.begin(first())
    assert done == ["second"]
