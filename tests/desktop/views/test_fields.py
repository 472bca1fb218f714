"""Choices and check boxes show what is chosen, and change only when that is meant."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.settings import Scheme
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.theme import Appearance, tokens


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    Appearance(qapp).apply(Scheme.DARK, 0)
    form = QWidget()
    QVBoxLayout(form)
    qtbot.addWidget(form)
    yield form
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def put(form: QWidget, widget: QWidget) -> None:
    layout = form.layout()
    assert layout is not None
    layout.addWidget(widget)
    form.show()


def pixels(image: QImage, color: str) -> int:
    """How many are of this colour, or nearly so: edges are smoothed."""
    wanted = QColor(color)
    seen = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(
        abs(p.red() - wanted.red())
        + abs(p.green() - wanted.green())
        + abs(p.blue() - wanted.blue())
        < 120
        for p in seen
    )


def test_the_wheel_over_a_choice_scrolls_the_form_and_changes_nothing(form: QWidget) -> None:
    choice = Choice()
    choice.addItems(["Never", "Always"])
    put(form, choice)
    choice.setFocus()
    event = QWheelEvent(
        QPointF(10, 10),
        QPointF(choice.mapToGlobal(QPoint(10, 10))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, event)
    assert choice.currentText() == "Never"
    assert not event.isAccepted(), "the form around it does not scroll"


def test_a_choice_shows_its_arrow(form: QWidget) -> None:
    choice = Choice()
    choice.addItem("")
    put(form, choice)
    right = choice.grab().toImage().copy(choice.width() - 24, 4, 18, choice.height() - 8)
    assert pixels(right, tokens(choice.palette()).text)


def test_a_tick_can_be_seen(form: QWidget) -> None:
    box = CheckBox("")
    put(form, box)
    t = tokens(box.palette())

    def inside() -> QImage:
        image = box.grab().toImage()
        return image.copy(4, image.height() // 2 - 5, 10, 10)

    assert not pixels(inside(), t.accent)
    box.setChecked(True)
    assert pixels(inside(), t.accent)
    assert pixels(inside(), t.on_accent)
