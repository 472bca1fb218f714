"""The bytes that keys, the mouse and pasted text send to a program (xterm's encoding, pure)."""

from __future__ import annotations

import re
from enum import Flag, auto

from davit_desktop.terminal.emulator import Modes, MouseMode


class Held(Flag):
    """Modifier keys."""

    NONE = 0
    SHIFT = auto()
    ALT = auto()
    CTRL = auto()


_LETTERS = {
    "up": "A",
    "down": "B",
    "right": "C",
    "left": "D",
    "begin": "E",
    "end": "F",
    "home": "H",
    "f1": "P",
    "f2": "Q",
    "f3": "R",
    "f4": "S",
}
_NUMBERS = {
    "insert": 2,
    "delete": 3,
    "page up": 5,
    "page down": 6,
    "f5": 15,
    "f6": 17,
    "f7": 18,
    "f8": 19,
    "f9": 20,
    "f10": 21,
    "f11": 23,
    "f12": 24,
}
_SIMPLE = {"return": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f", "space": " "}
NAMED = frozenset((*_LETTERS, *_NUMBERS, *_SIMPLE))
"""Keys that `named` takes."""

_CONTROLS = {" ": "\0", "2": "\0", "3": "\x1b", "4": "\x1c", "5": "\x1d", "6": "\x1e", "7": "\x1f",
             "8": "\x7f", "/": "\x1f", "?": "\x7f", "-": "\x1f", "`": "\0"}  # fmt: skip
_PASTE_BEGIN, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_UNPASTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def named(key: str, held: Held, modes: Modes) -> bytes:
    """A key that is not a character; one of NAMED."""
    code = 1 + bool(held & Held.SHIFT) + 2 * bool(held & Held.ALT) + 4 * bool(held & Held.CTRL)
    if letter := _LETTERS.get(key):
        if code > 1:
            return f"\x1b[1;{code}{letter}".encode()
        single = key.startswith("f") or modes.application_cursor
        return f"\x1b{'O' if single else '['}{letter}".encode()
    if number := _NUMBERS.get(key):
        return (f"\x1b[{number};{code}~" if code > 1 else f"\x1b[{number}~").encode()
    if key == "tab" and held & Held.SHIFT:
        return b"\x1b[Z"
    sent = _SIMPLE[key]
    if held & Held.CTRL:
        sent = {"backspace": "\b", "space": "\0"}.get(key, sent)
    return (b"\x1b" if held & Held.ALT else b"") + sent.encode()


def typed(text: str, held: Held) -> bytes:
    """Characters, with Ctrl making controls of letters and Alt putting an escape before."""
    if held & Held.CTRL and len(text) == 1:
        lower = text.lower()
        if "a" <= lower <= "z":
            text = chr(ord(lower) - 96)
        elif text in "@[\\]^_":
            text = chr(ord(text) - 64)
        else:
            text = _CONTROLS.get(text, text)
    return (b"\x1b" if held & Held.ALT else b"") + text.encode(errors="replace")


def pasted(text: str, modes: Modes) -> bytes:
    """Text from the clipboard: lines end as the Return key does, control characters are left out.

    A program that asked for it is told where the paste begins and ends; no text can end it.
    """
    text = text.replace("\r\n", "\r").replace("\n", "\r")
    data = _UNPASTABLE.sub("", text).encode(errors="replace")
    return _PASTE_BEGIN + data + _PASTE_END if modes.bracketed_paste else data


def focused(on: bool, modes: Modes) -> bytes:
    """That the terminal has got or lost the focus, for a program that wants to know."""
    return (b"\x1b[I" if on else b"\x1b[O") if modes.focus else b""


LEFT, MIDDLE, RIGHT, NO_BUTTON = 0, 1, 2, 3
WHEEL_UP, WHEEL_DOWN = 64, 65


def mouse(
    button: int, x: int, y: int, held: Held, modes: Modes, *, pressed: bool, moved: bool = False
) -> bytes:
    """A click, a move or a turn of the wheel at a cell counted from 0; nothing when not wanted."""
    if modes.mouse is MouseMode.OFF:
        return b""
    if moved and (
        modes.mouse is MouseMode.CLICKS
        or (button == NO_BUTTON and modes.mouse is not MouseMode.MOVES)
    ):
        return b""
    code = button + (32 if moved else 0)
    code += 4 * bool(held & Held.SHIFT) + 8 * bool(held & Held.ALT) + 16 * bool(held & Held.CTRL)
    if modes.mouse_sgr:
        return f"\x1b[<{code};{x + 1};{y + 1}{'M' if pressed else 'm'}".encode()
    if not pressed:
        code = code & ~3 | NO_BUTTON
    if max(x, y) + 33 > 255:
        return b""
    return b"\x1b[M" + bytes((code + 32, x + 33, y + 33))
