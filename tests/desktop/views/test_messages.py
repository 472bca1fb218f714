"""Problems stay until seen, toasts go, and neither takes the focus or obeys markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.state.problem import Problem
from davit_desktop.views.messages import ElidedLabel, ProblemCard, ProblemList, Toasts

PORT = Problem(
    title="Cannot start <b>web</b>",
    reason="Port 8080 is in use",
    advice="Publish another.",
    details="bind: address already in use",
)


def test_a_problem_says_all_and_stays_until_dismissed(qtbot: QtBot) -> None:
    problems = ProblemList()
    qtbot.addWidget(problems)
    problems.show_problem(PORT)
    assert problems.isVisible()
    (card,) = problems.findChildren(ProblemCard)
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Cannot start <b>web</b>" in words
    assert "Port 8080 is in use. Publish another." in words
    for label in card.findChildren(QLabel):
        if label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText
    buttons = {b.text(): b for b in card.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Copy"], Qt.MouseButton.LeftButton)
    assert "address already in use" in QGuiApplication.clipboard().text()
    problems.forget(PORT.title)
    assert problems.problems == []
    assert not problems.isVisible()


def test_the_same_problem_is_shown_once(qtbot: QtBot) -> None:
    problems = ProblemList()
    qtbot.addWidget(problems)
    for _ in range(3):
        problems.show_problem(PORT)
    assert len(problems.problems) == 1


def test_old_problems_make_room(qtbot: QtBot) -> None:
    problems = ProblemList()
    qtbot.addWidget(problems)
    for number in range(9):
        problems.show_problem(Problem(title=f"problem {number}", reason="x"))
    assert [p.title for p in problems.problems] == ["problem 8", "problem 7", "problem 6"]


def test_undo_is_offered_only_when_it_works(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    toasts = Toasts(window)
    toasts.show_toast("Deleted web")
    assert window.findChildren(QPushButton) == []
    undone: list[int] = []
    toasts.show_toast("Deleted image", undo=lambda: undone.append(1))
    (undo,) = window.findChildren(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone == [1]
    for number in range(5):
        toasts.show_toast(f"number {number}")
    assert len(toasts.texts) <= 3
    assert not any(w.hasFocus() for w in window.findChildren(QWidget))


def test_a_long_line_ends_in_an_ellipsis_and_its_tip_has_it_all(qtbot: QtBot) -> None:
    label = ElidedLabel("a very long name " * 20)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert "a very long name a very" in label.toolTip()
    label.set_text("short")
    assert (label.text(), label.toolTip()) == ("short", "")
