"""Which bytes a key press in the window sends to a terminal, and which keys stay the window's."""

from __future__ import annotations

from PySide6.QtCore import QSysInfo, Qt
from PySide6.QtGui import QKeyEvent

from davit_desktop.terminal import keys
from davit_desktop.terminal.emulator import Modes
from davit_desktop.terminal.keys import Held

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier

# Qt calls the Command key Control there, and the Control key Meta.
MAC = QSysInfo.productType() in ("macos", "osx")
CONTROL = _Modifier.MetaModifier if MAC else _Modifier.ControlModifier

_NAMES = {
    _Key.Key_Up: "up",
    _Key.Key_Down: "down",
    _Key.Key_Left: "left",
    _Key.Key_Right: "right",
    _Key.Key_Home: "home",
    _Key.Key_End: "end",
    _Key.Key_Clear: "begin",
    _Key.Key_Insert: "insert",
    _Key.Key_Delete: "delete",
    _Key.Key_PageUp: "page up",
    _Key.Key_PageDown: "page down",
    _Key.Key_Return: "return",
    _Key.Key_Enter: "return",
    _Key.Key_Tab: "tab",
    _Key.Key_Backtab: "tab",
    _Key.Key_Escape: "escape",
    _Key.Key_Backspace: "backspace",
    _Key.Key_Space: "space",
    **{_Key(_Key.Key_F1 + number): f"f{number + 1}" for number in range(12)},
}
_LEAVE = (_Key.Key_Tab, _Key.Key_Backtab)
_WINDOWS = {*map(_Key, range(_Key.Key_0, _Key.Key_9 + 1)), _Key.Key_Plus, _Key.Key_Equal,
            _Key.Key_Minus, _Key.Key_Comma}  # fmt: skip


def held(modifiers: Qt.KeyboardModifier) -> Held:
    """The modifiers as a terminal knows them."""
    found = Held.NONE
    if modifiers & _Modifier.ShiftModifier:
        found |= Held.SHIFT
    if modifiers & _Modifier.AltModifier:
        found |= Held.ALT
    if modifiers & CONTROL:
        found |= Held.CTRL
    return found


def for_window(event: QKeyEvent) -> bool:
    """Whether a key with Ctrl (Cmd) stays the window's: its pages, text size and settings, and
    everything with Shift; on a Mac everything."""
    modifiers = event.modifiers()
    if not modifiers & _Modifier.ControlModifier:
        return False
    if MAC or event.key() in _LEAVE or event.key() in _WINDOWS:
        return True
    return bool(modifiers & _Modifier.ShiftModifier) and event.key() not in _NAMES


def sent(event: QKeyEvent, modes: Modes) -> bytes:
    """The bytes for a key press; none for a modifier alone."""
    modifiers = held(event.modifiers())
    key = _Key(event.key())
    if key is _Key.Key_Backtab:
        modifiers |= Held.SHIFT
    if name := _NAMES.get(key):
        if name == "space" and modifiers in (Held.NONE, Held.SHIFT):
            return b" "
        return keys.named(name, modifiers, modes)
    text = event.text()
    if event.modifiers() & _Modifier.GroupSwitchModifier or (
        modifiers == Held.ALT | Held.CTRL and text.isprintable() and text
    ):
        return keys.typed(text, Held.NONE)  # AltGr makes the character
    if modifiers & Held.CTRL:
        # With Ctrl the text is the control character already, or nothing.
        code = event.key()
        if 0x20 <= code < 0x7F:
            return keys.typed(chr(code).lower(), modifiers)
        return keys.typed(text, modifiers & ~Held.CTRL)
    if MAC and modifiers & Held.ALT:
        return keys.typed(text, Held.NONE)  # the Option key makes characters
    return keys.typed(text, modifiers) if text else b""
