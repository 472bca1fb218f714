"""Keys, mouse and pasted text send what xterm's would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.terminal import keys
from davit_desktop.terminal.emulator import Modes, MouseMode
from davit_desktop.terminal.keys import NAMED, Held

CTRL, ALT, SHIFT = Held.CTRL, Held.ALT, Held.SHIFT


@pytest.mark.parametrize(
    ("key", "held", "sent"),
    [
        ("up", Held.NONE, b"\x1b[A"),
        ("up", CTRL, b"\x1b[1;5A"),
        ("home", Held.NONE, b"\x1b[H"),
        ("end", SHIFT, b"\x1b[1;2F"),
        ("page up", Held.NONE, b"\x1b[5~"),
        ("delete", ALT, b"\x1b[3;3~"),
        ("f1", Held.NONE, b"\x1bOP"),
        ("f1", CTRL | SHIFT, b"\x1b[1;6P"),
        ("f5", Held.NONE, b"\x1b[15~"),
        ("f12", Held.NONE, b"\x1b[24~"),
        ("return", Held.NONE, b"\r"),
        ("return", ALT, b"\x1b\r"),
        ("tab", SHIFT, b"\x1b[Z"),
        ("backspace", Held.NONE, b"\x7f"),
        ("backspace", CTRL, b"\b"),
        ("escape", Held.NONE, b"\x1b"),
        ("space", CTRL, b"\0"),
    ],
)
def test_named_keys(key: str, held: Held, sent: bytes) -> None:
    assert keys.named(key, held, Modes()) == sent


def test_cursor_keys_change_for_programs_that_ask() -> None:
    modes = Modes(application_cursor=True)
    assert keys.named("up", Held.NONE, modes) == b"\x1bOA"
    assert keys.named("home", Held.NONE, modes) == b"\x1bOH"
    assert keys.named("up", SHIFT, modes) == b"\x1b[1;2A"


@pytest.mark.parametrize("key", sorted(NAMED))
def test_every_named_key_sends_something(key: str) -> None:
    assert all(keys.named(key, held, Modes()) for held in (Held.NONE, SHIFT, ALT, CTRL))


@pytest.mark.parametrize(
    ("text", "held", "sent"),
    [
        ("c", CTRL, b"\x03"),
        ("C", CTRL | SHIFT, b"\x03"),
        ("[", CTRL, b"\x1b"),
        ("_", CTRL, b"\x1f"),
        ("b", ALT, b"\x1bb"),
        ("é", Held.NONE, "é".encode()),
        ("漢字", Held.NONE, "漢字".encode()),
    ],
)
def test_characters(text: str, held: Held, sent: bytes) -> None:
    assert keys.typed(text, held) == sent


@given(st.text())
def test_no_pasted_text_can_end_the_paste_or_press_a_key(text: str) -> None:
    sent = keys.pasted(text, Modes(bracketed_paste=True))
    inner = sent.removeprefix(b"\x1b[200~").removesuffix(b"\x1b[201~")
    assert len(sent) == len(inner) + 12
    assert not set(inner) & (set(range(32)) - {9, 13} | {127})


def test_pasted_lines_end_like_typed_ones() -> None:
    assert keys.pasted("a\r\nb\nc", Modes()) == b"a\rb\rc"


@pytest.mark.parametrize(
    ("mode", "pressed", "moved", "button", "sent"),
    [
        (MouseMode.OFF, True, False, keys.LEFT, b""),
        (MouseMode.CLICKS, True, False, keys.LEFT, b"\x1b[<0;3;5M"),
        (MouseMode.CLICKS, False, False, keys.LEFT, b"\x1b[<0;3;5m"),
        (MouseMode.CLICKS, True, True, keys.LEFT, b""),
        (MouseMode.DRAGS, True, True, keys.LEFT, b"\x1b[<32;3;5M"),
        (MouseMode.DRAGS, True, True, keys.NO_BUTTON, b""),
        (MouseMode.MOVES, True, True, keys.NO_BUTTON, b"\x1b[<35;3;5M"),
        (MouseMode.CLICKS, True, False, keys.WHEEL_UP, b"\x1b[<64;3;5M"),
    ],
)
def test_the_mouse_is_told_as_wanted(
    mode: MouseMode, pressed: bool, moved: bool, button: int, sent: bytes
) -> None:
    modes = Modes(mouse=mode, mouse_sgr=True)
    assert keys.mouse(button, 2, 4, Held.NONE, modes, pressed=pressed, moved=moved) == sent


def test_the_old_mouse_encoding_ends_where_its_bytes_do() -> None:
    modes = Modes(mouse=MouseMode.CLICKS)
    assert keys.mouse(keys.LEFT, 2, 4, Held.NONE, modes, pressed=True) == b"\x1b[M #%"
    assert keys.mouse(keys.LEFT, 2, 4, Held.NONE, modes, pressed=False) == b"\x1b[M##%"
    assert keys.mouse(keys.LEFT, 300, 4, Held.NONE, modes, pressed=True) == b""
