"""A terminal's view: which keys are whose, colours that can be read, hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from davit_desktop.logs.ansi import Style
from davit_desktop.terminal.session import State, TerminalSession
from davit_desktop.views.terminal_find import FindBar
from davit_desktop.views.terminal_look import Inks
from davit_desktop.views.terminal_view import TerminalView
from davit_desktop.views.theme import DARK, LIGHT, Tokens, contrast

# Not every script that random bytes spell has a font.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing", extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Recorded(TerminalSession):
    """A session without a program, which keeps what would be sent."""

    def __init__(self) -> None:
        super().__init__([None], lambda _: None)  # type: ignore[list-item]
        self.sent = b""
        self.state = State.OPEN

    def send(self, data: bytes) -> None:
        self.sent += data


@pytest.fixture
async def view(qtbot: QtBot) -> TerminalView:
    found = TerminalView(Recorded())
    qtbot.addWidget(found)
    found.resize(800, 400)
    found.show()
    return found


def sent(view: TerminalView) -> bytes:
    session = view.session
    assert isinstance(session, Recorded)
    return session.sent


@pytest.mark.parametrize(
    ("key", "modifiers", "bytes_sent"),
    [
        (Key.Key_A, Modifier.NoModifier, b"a"),
        (Key.Key_C, Modifier.ControlModifier, b"\x03"),
        (Key.Key_K, Modifier.ControlModifier, b"\x0b"),
        (Key.Key_Left, Modifier.AltModifier, b"\x1b[1;3D"),
        (Key.Key_Tab, Modifier.NoModifier, b"\t"),
        (Key.Key_Backtab, Modifier.ShiftModifier, b"\x1b[Z"),
        (Key.Key_Escape, Modifier.NoModifier, b"\x1b"),
        (Key.Key_F5, Modifier.NoModifier, b"\x1b[15~"),
        (Key.Key_Space, Modifier.ControlModifier, b"\0"),
        (Key.Key_Underscore, Modifier.ControlModifier, b"\x1f"),
        (Key.Key_T, Modifier.ControlModifier | Modifier.ShiftModifier, b""),
        (Key.Key_1, Modifier.ControlModifier, b""),
        (Key.Key_Equal, Modifier.ControlModifier, b""),
        (Key.Key_Shift, Modifier.ShiftModifier, b""),
    ],
)
async def test_keys_go_to_the_program_or_the_window(
    view: TerminalView, key: Key, modifiers: Modifier, bytes_sent: bytes
) -> None:
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    override.ignore()
    view.event(override)
    assert override.isAccepted() is (bool(bytes_sent) or key == Key.Key_Shift)
    QTest.keyClick(view, key, modifiers)
    assert sent(view) == bytes_sent


async def test_the_keyboard_leads_out_of_the_terminal(view: TerminalView, qtbot: QtBot) -> None:
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab, Modifier.ControlModifier)
    assert sent(view) == b""


async def test_an_input_method_composes_and_commits(view: TerminalView) -> None:
    composing = QInputMethodEvent("かん", [])
    view.inputMethodEvent(composing)
    view.grab()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("漢")
    view.inputMethodEvent(commit)
    assert sent(view) == "漢".encode()


async def test_what_is_scrolled_to_stays_when_more_comes(view: TerminalView) -> None:
    emulator = view.session.emulator
    emulator.feed(b"".join(b"%d\r\n" % n for n in range(500)))
    view._on_output()
    view.verticalScrollBar().setValue(100)
    view.copy_screen()
    emulator.feed(b"more\r\n" * 50)
    view._on_output()
    assert view.verticalScrollBar().value() == 100
    view.select_all()
    assert view.selected.startswith("0\n1\n2\n")


async def test_a_pasted_line_does_not_press_return(view: TerminalView, qtbot: QtBot) -> None:
    view.paste("reboot\n")
    assert sent(view) == b"reboot"
    with qtbot.waitSignal(view.pasting) as asked:
        view.paste("one\rtwo")
    assert asked.args == ["one\rtwo"]
    assert sent(view) == b"reboot"


async def test_a_text_that_has_scrolled_away_is_found(view: TerminalView, qtbot: QtBot) -> None:
    view.session.emulator.feed(b"".join(b"line %d\r\n" % n for n in range(500)))
    view._on_output()
    bar = FindBar(view)
    qtbot.addWidget(bar)
    bar.enter()
    bar.field.setText("LINE 10")
    assert bar.count.text() == "11/11"
    assert view.selected == "line 10"
    QTest.keyClick(bar.field, Key.Key_Return)
    assert bar.count.text() == "10/11"
    QTest.keyClick(bar.field, Key.Key_F3)
    QTest.keyClick(bar.field, Key.Key_F3)
    assert bar.count.text() == "1/11"
    assert view.verticalScrollBar().value() <= 10
    bar.field.setText("nowhere")
    assert bar.count.text() == "Not found"
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_the_named_colours_can_be_read_on_every_named_background(t: Tokens) -> None:
    inks = Inks(t)
    for paper in (None, *range(16)):
        for ink in (None, *range(16)):
            style = Style(foreground=ink, background=paper)
            front, back = inks.on(style, False, False, False)
            behind = QColor(t.surface) if back is None else back
            assert contrast(front.name(), behind.name()) >= 4.5


@given(st.binary(max_size=300))
async def test_any_bytes_can_be_drawn(data: bytes) -> None:
    view = TerminalView(Recorded())
    view.resize(300, 120)
    view.session.emulator.feed(data)
    view.select_all()
    view.grab()
    view.leave()
    view.deleteLater()
