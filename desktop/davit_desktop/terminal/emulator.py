"""What a program writes, obeyed: text and control sequences drive a screen (xterm's dialect).

Bytes are hostile. Nothing that a program wrote is ever sent back to it: the few queries that are
answered get fixed words or numbers. Titles, the clipboard, links, pictures and window operations
are not obeyed. Work is done in slices, so that no output can hold up whoever runs it.
ECMA-48; https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
"""

from __future__ import annotations

import codecs
import re
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from davit_desktop.logs.ansi import PLAIN, restyled
from davit_desktop.terminal.screen import Screen

_TEXT = re.compile("[^\x00-\x1f\x7f-\x9f]{1,4096}")
_LINES = re.compile("[ -~\r\n]{1,8192}")
_CSI = re.compile(r"\x1b\[([<-?]?)([0-9:;]{0,256})([ -/]{0,2})([@-~])")
_CSI_BEGUN = re.compile(r"\x1b\[[0-?]{0,256}[ -/]{0,2}\Z")
_ESCAPE = re.compile(r"\x1b([ -/]{0,2})([0-~])")
_ESCAPE_BEGUN = re.compile(r"\x1b[ -/]{0,2}\Z")
_BROKEN = re.compile(r"\x1b(\[[0-?]{0,256}[ -/]{0,2})?")
_STRING = re.compile(r"\x1b([]PX^_])")
_STRING_END = {
    kind: re.compile("[\x18\x1a\x1b\x07\n]" if kind == "]" else "[\x18\x1a\x1b]")
    for kind in "]PX^_"
}
_restyled = lru_cache(maxsize=4096)(restyled)
_MOST_STRING = 256  # characters of a control string that are looked at
_MOST_REPLIES = 512  # bytes that wait to be sent
_MOST_NUMBER = 65_535
_KNOWN_MODES = {1, 5, 6, 7, 25, 47, 66, 1000, 1002, 1003, 1004, 1006, 1007, 1047, 1048, 1049, 2004}


class CursorShape(StrEnum):
    BLOCK = "block"
    UNDERLINE = "underline"
    BAR = "bar"


class MouseMode(StrEnum):
    """What a program wants to hear of the mouse."""

    OFF = ""
    CLICKS = "clicks"
    DRAGS = "drags"
    MOVES = "moves"


@dataclass(slots=True)
class Modes:
    """What a program has asked of the keyboard, the mouse and the cursor."""

    application_cursor: bool = False
    application_keypad: bool = False
    bracketed_paste: bool = False
    mouse: MouseMode = MouseMode.OFF
    mouse_sgr: bool = False
    focus: bool = False
    wheel_keys: bool = True  # on the second screen the wheel sends arrow keys
    cursor_visible: bool = True
    cursor_shape: CursorShape = CursorShape.BLOCK


class Emulator:
    """A screen that is fed bytes. `bells` counts; `revision` changes whenever anything may have."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self.screen = Screen(columns, rows)
        self.modes = Modes()
        self.bells = 0
        self.revision = 0
        self.colors = ("#000000", "#ffffff")  # ink and paper, told to programs that ask
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._text = ""
        self._at = 0
        self._string = ""  # which kind of control string is being read
        self._said = ""  # and its beginning
        self._replies = bytearray()

    # Input and output

    def feed(self, data: bytes) -> None:
        """Obey bytes, all at once."""
        self.write(data)
        while self.run(1.0):
            pass

    def write(self, data: bytes) -> None:
        """Take bytes for `run` to obey."""
        self._text = self._text[self._at :] + self._decode(data)
        self._at = 0

    def run(self, seconds: float) -> bool:
        """Obey what was written for about so long; whether there is more to do."""
        self.revision += 1
        until = time.perf_counter() + seconds
        while self._at < len(self._text):
            if not self._step():
                return False  # the rest of a sequence is still to come
            if time.perf_counter() >= until:
                return self._at < len(self._text)
        return False

    def replies(self) -> bytes:
        """Answers for the program, once."""
        found = bytes(self._replies)
        self._replies.clear()
        return found

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(columns, rows)
        self.revision += 1

    def reset(self) -> None:
        """As new, but for the scrollback."""
        self.screen.reset()
        self.modes = Modes()
        self._string = ""
        self.revision += 1

    def _reply(self, words: str) -> None:
        if len(self._replies) + len(words) <= _MOST_REPLIES:
            self._replies += words.encode()

    # One token after the other

    def _step(self) -> bool:
        text, at = self._text, self._at
        if self._string:
            return self._read_string()
        if (found := _TEXT.match(text, at)) is not None:
            end = found.end()
            if text.startswith("\r\n", end) and self._take_lines():
                return True
            self._at = end
            self.screen.draw(found[0])
            return True
        char = text[at]
        if char != "\x1b":
            self._at += 1
            self._control(char)
            return True
        return self._sequence()

    def _take_lines(self) -> bool:
        """Draw whole lines at once where nothing but such comes next."""
        found = _LINES.match(self._text, self._at)
        if found is None:
            return False
        text = found[0]
        if text[-1] == "\r" and len(text) > 1:
            text = text[:-1]
        ends = text.count("\n")
        if ends < 2 or not ends == text.count("\r\n") == text.count("\r") or self.screen.newline:
            return False
        self._at += len(text)
        self.screen.draw_lines(text)
        return True

    def _sequence(self) -> bool:
        text, at = self._text, self._at
        if (found := _CSI.match(text, at)) is not None:
            self._at = found.end()
            self._csi(found[1], found[2], found[3], found[4])
        elif (found := _STRING.match(text, at)) is not None:
            self._at = found.end()
            self._string, self._said = found[1], ""
        elif _CSI_BEGUN.match(text, at) or _ESCAPE_BEGUN.match(text, at):
            return False
        elif (found := _ESCAPE.match(text, at)) is not None and found[2] != "[":
            self._at = found.end()
            self._escape(found[1], found[2])
        else:
            # Broken: the escape character goes, and with it the parameters before the break.
            broken = _BROKEN.match(text, at)
            assert broken is not None
            self._at = broken.end()
        return True

    def _read_string(self) -> bool:
        """Pass over a control string: titles, clipboard, pictures. Few are answered."""
        text, kind = self._text, self._string
        end = _STRING_END[kind].search(text, self._at)
        stop = end.start() if end is not None else len(text)
        room = _MOST_STRING - len(self._said)
        if room > 0:
            self._said += text[self._at : min(stop, self._at + room)]
        self._at = stop
        if end is None:
            return True
        if end[0] == "\x1b":
            if stop + 1 == len(text):
                return False
            whole = text[stop + 1] == "\\"
            self._at = stop + 2 if whole else stop
        else:
            whole = end[0] == "\x07"
            self._at = stop + (end[0] != "\n")
        self._string = ""
        if whole:
            self._string_command(kind, self._said)
        return True

    # What the tokens mean

    def _control(self, char: str) -> None:
        screen = self.screen
        match char:
            case "\r":
                screen.carriage_return()
            case "\n" | "\x0b" | "\x0c":
                screen.linefeed()
            case "\b":
                screen.backspace()
            case "\t":
                screen.tab()
            case "\x07":
                self.bells += 1
            case "\x0e":
                screen.cursor.shift = 1
            case "\x0f":
                screen.cursor.shift = 0

    def _escape(self, between: str, final: str) -> None:
        screen = self.screen
        if between in ("(", ")"):
            first, second = screen.cursor.graphics
            lines = final == "0"
            screen.cursor.graphics = (lines, second) if between == "(" else (first, lines)
            return
        match between + final:
            case "7":
                screen.save_cursor()
            case "8":
                screen.restore_cursor()
            case "D":
                screen.index()
            case "E":
                screen.carriage_return()
                screen.index()
            case "H":
                screen.set_tab()
            case "M":
                screen.reverse_index()
            case "c":
                self.reset()
            case "=":
                self.modes.application_keypad = True
            case ">":
                self.modes.application_keypad = False
            case "#8":
                screen.alignment()

    def _csi(self, private: str, parameters: str, between: str, final: str) -> None:
        if not private and not between:
            if final == "m":
                cursor = self.screen.cursor
                cursor.style = _restyled(cursor.style, parameters) if parameters else PLAIN
            else:
                self._plain(final, _numbers(parameters))
        elif private == "?" and not between:
            self._asked(final, _numbers(parameters))
        elif private == ">" and final == "c":
            self._reply("\x1b[>41;0;0c")
        elif between == " " and final == "q":
            shape = _at(_numbers(parameters), 0)
            shapes = (CursorShape.BLOCK, CursorShape.UNDERLINE, CursorShape.BAR)
            self.modes.cursor_shape = shapes[(max(shape, 1) - 1) // 2 if shape <= 6 else 0]
        elif between == "!" and final == "p":
            self._soft_reset()
        elif between == "$" and final == "p":
            mode = _at(_numbers(parameters), 0)
            known = private == "?" and mode in _KNOWN_MODES
            self._reply(f"\x1b[{private and '?'}{mode};{self._mode(mode) if known else 0}$y")

    def _plain(self, final: str, numbers: list[int]) -> None:
        screen = self.screen
        first = _at(numbers, 0)
        count = max(first, 1)
        match final:
            case "@":
                screen.insert_characters(count)
            case "A":
                screen.move(0, -count)
            case "B" | "e":
                screen.move(0, count)
            case "C" | "a":
                screen.move(count, 0)
            case "D":
                screen.move(-count, 0)
            case "E" | "F":
                screen.move(-screen.columns, count if final == "E" else -count)
            case "G" | "`":
                screen.go(x=count - 1)
            case "H" | "f":
                screen.go(max(_at(numbers, 1), 1) - 1, count - 1)
            case "I":
                screen.tab(count)
            case "Z":
                screen.tab(-count)
            case "J":
                screen.erase_display(first)
            case "K":
                screen.erase_line(first)
            case "L":
                screen.insert_lines(count)
            case "M":
                screen.delete_lines(count)
            case "P":
                screen.delete_characters(count)
            case "S":
                screen.scroll_up(count)
            case "T" if len(numbers) < 2:
                screen.scroll_down(count)
            case "X":
                screen.erase_characters(count)
            case "b":
                screen.repeat(count)
            case "c" if not first:
                self._reply("\x1b[?62;22c")
            case "d":
                screen.go(y=count - 1)
            case "g":
                if first in (0, 3):
                    screen.clear_tabs(first == 3)
            case "h" | "l":
                for number in numbers:
                    if number == 4:
                        screen.inserting = final == "h"
                    elif number == 20:
                        screen.newline = final == "h"
            case "n":
                self._report(first, "")
            case "r":
                screen.set_region(count - 1, (_at(numbers, 1) or screen.height) - 1)
            case "s":
                screen.save_cursor()
            case "t" if first == 18:
                self._reply(f"\x1b[8;{screen.height};{screen.columns}t")
            case "u":
                screen.restore_cursor()

    def _asked(self, final: str, numbers: list[int]) -> None:
        if final in ("h", "l"):
            for number in numbers:
                self._set_mode(number, final == "h")
        elif final == "n":
            self._report(_at(numbers, 0), "?")
        elif final in ("J", "K"):
            self._plain(final, numbers)

    def _report(self, what: int, private: str) -> None:
        cursor = self.screen.cursor
        if what == 5 and not private:
            self._reply("\x1b[0n")
        elif what == 6:
            row = cursor.y - (self.screen.top if cursor.origin else 0)
            self._reply(f"\x1b[{private}{row + 1};{cursor.x + 1}R")

    def _set_mode(self, mode: int, on: bool) -> None:
        screen, modes = self.screen, self.modes
        match mode:
            case 1:
                modes.application_cursor = on
            case 5:
                screen.reverse = on
            case 6:
                screen.set_origin(on)
            case 7:
                screen.autowrap = on
            case 25:
                modes.cursor_visible = on
            case 47 | 1047:
                screen.use_alternate(on, clear=mode == 1047)
            case 66:
                modes.application_keypad = on
            case 1000 | 1002 | 1003:
                wanted = {1000: MouseMode.CLICKS, 1002: MouseMode.DRAGS, 1003: MouseMode.MOVES}
                modes.mouse = wanted[mode] if on else MouseMode.OFF
            case 1004:
                modes.focus = on
            case 1006:
                modes.mouse_sgr = on
            case 1007:
                modes.wheel_keys = on
            case 1048:
                screen.save_cursor() if on else screen.restore_cursor()
            case 1049 if on:
                if not screen.alternate:
                    screen.save_cursor()
                screen.use_alternate(True, clear=True)
            case 1049:
                if screen.alternate:
                    screen.use_alternate(False)
                    screen.restore_cursor()
            case 2004:
                modes.bracketed_paste = on

    def _mode(self, mode: int) -> int:
        """1 when a mode that is known is on, 2 when it is off."""
        screen, modes = self.screen, self.modes
        on = {
            1: modes.application_cursor,
            5: screen.reverse,
            6: screen.cursor.origin,
            7: screen.autowrap,
            25: modes.cursor_visible,
            66: modes.application_keypad,
            1000: modes.mouse is MouseMode.CLICKS,
            1002: modes.mouse is MouseMode.DRAGS,
            1003: modes.mouse is MouseMode.MOVES,
            1004: modes.focus,
            1006: modes.mouse_sgr,
            1007: modes.wheel_keys,
            2004: modes.bracketed_paste,
        }.get(mode, screen.alternate)
        return 1 if on else 2

    def _soft_reset(self) -> None:
        screen = self.screen
        self.modes.cursor_visible = True
        self.modes.application_cursor = False
        screen.inserting = False
        screen.autowrap = True
        screen.cursor.origin = False
        screen.cursor.style = PLAIN
        screen.cursor.graphics = (False, False)
        screen.cursor.shift = 0
        screen.top, screen.bottom = 0, screen.height - 1

    def _string_command(self, kind: str, said: str) -> None:
        if kind == "]" and said in ("10;?", "11;?"):
            color = self.colors[0 if said == "10;?" else 1]
            doubled = "/".join(color[i : i + 2] * 2 for i in (1, 3, 5))
            self._reply(f"\x1b]{said[:2]};rgb:{doubled}\x1b\\")
        elif kind == "P" and said.startswith("$q"):
            self._reply("\x1bP0$r\x1b\\")
        elif kind == "P" and said.startswith("+q"):
            self._reply("\x1bP0+r\x1b\\")


def _numbers(parameters: str) -> list[int]:
    return [
        min(int(field[:6]), _MOST_NUMBER) if field.isdecimal() else 0
        for field in (part.partition(":")[0] for part in parameters.split(";"))
    ]


def _at(numbers: list[int], index: int) -> int:
    return numbers[index] if index < len(numbers) else 0
