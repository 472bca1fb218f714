"""Every icon file can be drawn, and every icon the code names exists."""

import re
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import davit_desktop.views as views
from davit_desktop.state.containers import Container, Health, State, look
from davit_desktop.views import icons

FOLDER = Path(views.__path__[0]) / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour(qtbot: QtBot, name: str) -> None:
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()
    image = icons.pixmap(name, "#ff0000", "#ffffff", 24, 2.0).toImage()
    assert (image.width(), image.height()) == (48, 48)
    colors = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert "#ff0000" in colors


def test_every_state_has_its_icon() -> None:
    for state in State:
        for health in Health:
            container = Container(id="a", name="n", image="i", state=state, health=health)
            assert look(container).icon in NAMES


def test_every_icon_named_in_the_code_exists() -> None:
    named = set()
    for path in FOLDER.parent.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'IconButton\(\s*"([a-z-]+)"', text))
        named |= set(re.findall(r'"(state-[a-z]+)"', text))
        named |= set(re.findall(r'set_icon\("([a-z-]+)"', text))
    assert named <= set(NAMES)
