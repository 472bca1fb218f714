"""One command of a pasted text as words, as a shell would read them (pure).

What only a shell could know ($(pwd), a variable, %cd%) stays as it is written, and is named.
"""

import re
from collections.abc import Mapping

import msgspec

_WINDOWS = re.compile(r"\^[ \t]*\n|`[ \t]*\n|%\w+%|(?<![A-Za-z0-9])[A-Za-z]:\\")
_VARIABLE = re.compile(r"\$(?:\{[^}\n]*\}|\w+(?::\w+)?)")
_PERCENT = re.compile(r"%\w+%")
_OPERATORS = ";&|<>\n"


class ShellError(ValueError):
    """A text that no shell would take; the message is a sentence's end: "a quote is not closed"."""


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """`unknown` are the parts that only a shell could put a value to, `rest` is what follows."""

    words: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    rest: str = ""


def command(text: str, known: Mapping[str, str] | None = None) -> Command:
    """The first command of the text. `known` are variables to put in. Raises ShellError."""
    return _Reader(text.replace("\r\n", "\n").strip(), known or {}).read()


class _Reader:
    def __init__(self, text: str, known: Mapping[str, str]) -> None:
        self._text = text
        self._known = known
        self._windows = bool(_WINDOWS.search(text))
        self._at = 0
        self._words: list[str] = []
        self._word: str | None = None
        self._unknown: list[str] = []

    def read(self) -> Command:
        while self._at < len(self._text):
            letter = self._text[self._at]
            if letter in _OPERATORS:
                if letter in "<>" and self._word is not None and self._word.isdecimal():
                    self._word = None  # the number of a stream, as in 2>&1
                break
            if letter in " \t":
                self._end_word()
                self._at += 1
            elif letter == "#" and self._word is None:
                self._at = (self._text + "\n").index("\n", self._at)
            else:
                self._step(letter)
        self._end_word()
        rest = self._text[self._at :].strip()
        return Command(words=tuple(self._words), unknown=tuple(self._unknown), rest=rest)

    def _end_word(self) -> None:
        if self._word is not None:
            self._words.append(self._word)
        self._word = None

    def _add(self, text: str) -> None:
        self._word = (self._word or "") + text

    def _step(self, letter: str) -> None:
        """One character outside of quotes, or a whole quoted part."""
        if letter == "'":
            end = self._text.find("'", self._at + 1)
            if end < 0:
                raise ShellError("a quote is not closed")
            self._add(self._text[self._at + 1 : end])
            self._at = end + 1
        elif letter == '"':
            self._at += 1
            self._add("")
            self._double_quoted()
        elif letter == "~" and self._word is None and self._home_follows():
            self._add(self._known["HOME"])
            self._at += 1
        elif not self._escape(letter, quoted=False) and not self._expansion(letter):
            self._add(letter)
            self._at += 1

    def _home_follows(self) -> bool:
        return "HOME" in self._known and self._text[self._at + 1 : self._at + 2] in ("/", "", " ")

    def _double_quoted(self) -> None:
        while self._at < len(self._text):
            letter = self._text[self._at]
            if letter == '"':
                self._at += 1
                return
            if not self._escape(letter, quoted=True) and not self._expansion(letter):
                self._add(letter)
                self._at += 1
        raise ShellError("a quote is not closed")

    def _escape(self, letter: str, *, quoted: bool) -> bool:
        """Whether an escaped character, or a line that goes on, was read."""
        marks = "`^" if self._windows else "\\"
        following = self._text[self._at + 1 : self._at + 2]
        if self._windows and letter == "\\":
            if following == '"':
                self._add('"')
                self._at += 2
                return True
            if following != "\n":
                return False
        elif letter not in marks or (letter == "^" and quoted):
            return False
        blank = re.compile(r"[ \t]*\n[ \t]*").match(self._text, self._at + 1)
        if blank is not None and (self._windows or following == "\n"):
            if not quoted:
                self._end_word()
            self._at = blank.end() if not quoted else self._at + 2
            return True
        if quoted and letter == "\\" and following not in '"\\$`':
            return False
        if following:
            self._add(following)
        self._at += 2
        return True

    def _expansion(self, letter: str) -> bool:
        """Whether something was read that a shell would replace."""
        end = self._at
        if letter == "$" and self._text.startswith("$(", self._at):
            end = self._closing()
        elif letter == "`":
            end = self._text.find("`", self._at + 1) + 1
        elif letter == "$" and (match := _VARIABLE.match(self._text, self._at)):
            name = match[0].strip("${}").removeprefix("env:")
            if name in self._known:
                self._add(self._known[name])
                self._at = match.end()
                return True
            end = match.end()
        elif self._windows and (match := _PERCENT.match(self._text, self._at)):
            end = match.end()
        if end <= self._at:
            return False
        part = self._text[self._at : end]
        self._add(part)
        if part not in self._unknown:
            self._unknown.append(part)
        self._at = end
        return True

    def _closing(self) -> int:
        depth = 0
        for at in range(self._at + 1, len(self._text)):
            depth += {"(": 1, ")": -1}.get(self._text[at], 0)
            if depth == 0:
                return at + 1
        raise ShellError("a $( is not closed")
