"""Both palettes can be read by everyone."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from davit_desktop.settings import Scheme
from davit_desktop.views.theme import DARK, LIGHT, Appearance, Tokens, contrast, tokens

BOTH = pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize(
    "name",
    ["text", "muted", "accent", "green", "blue", "amber", "orange", "red", "grey"],
)
@pytest.mark.parametrize("ground", ["window", "surface", "sidebar", "hover", "selection"])
def test_words_reach_aa_on_every_ground(t: Tokens, name: str, ground: str) -> None:
    assert contrast(getattr(t, name), getattr(t, ground)) >= 4.5


@BOTH
def test_other_words_reach_aa(t: Tokens) -> None:
    for words, ground in (
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_toast", "toast"),
        ("red", "red_soft"),
        ("text", "red_soft"),
        ("text", "amber_soft"),
        ("amber", "amber_soft"),
        ("text", "mark"),
    ):
        assert contrast(getattr(t, words), getattr(t, ground)) >= 4.5, (words, ground)


@BOTH
def test_edges_of_controls_can_be_seen(t: Tokens) -> None:
    for ground in ("window", "surface"):
        assert contrast(t.control, getattr(t, ground)) >= 3


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_styled_widgets_know_the_palette_they_wear(qtbot: QtBot, qapp: QApplication) -> None:
    """A primary button's own background is dark in the light palette."""
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    appearance = Appearance(qapp)
    button, label = QPushButton("Run"), QLabel("x")
    button.setProperty("look", "primary")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    try:
        for scheme, expected in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
            appearance.apply(scheme, 0)
            assert tokens(button.palette()) is expected
            assert tokens(label.palette()) is expected
        size = qapp.font().pointSizeF()
        appearance.apply(Scheme.LIGHT, 3)
        assert qapp.font().pointSizeF() == size + 3
    finally:
        qapp.setStyleSheet(before[1])
        qapp.setPalette(before[0])
        qapp.setFont(before[2])


def test_every_token_is_a_colour() -> None:
    for t in (LIGHT, DARK):
        for name in Tokens.__slots__:
            if name != "dark":
                assert QColor(getattr(t, name)).isValid(), name
