"""Variables, quotes and escapes in a Dockerfile's words (pure).

Grammar: Dockerfile reference, "Environment replacement": $name, ${name}, and within braces the
modifiers :- :+ :? - + ? # ## % %% / //. All of it takes time in proportion to the text, and what
matching patterns may take is bounded.
"""

import re
from collections.abc import Mapping
from typing import Final

from davit_engine.errors import InvalidParameter

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-]")
DEPTH_MAX: Final = 50
WORK_MAX: Final = 500_000
"""Steps of matching one pattern, some tenths of a second."""
LENGTH_MAX: Final = 4 << 20
"""Characters that a word may grow to."""


class WordError(InvalidParameter):
    """A word that cannot be expanded. `offset` is where in it."""

    def __init__(self, what: str, offset: int) -> None:
        super().__init__(what)
        self.offset = offset
        self.word = ""

    def place_in(self, text: str) -> int:
        """Where in a text that has the word."""
        return max(0, text.find(self.word)) + self.offset


def expand(word: str, values: Mapping[str, str], escape: str = "\\", *, quotes: bool = True) -> str:
    """One word with its variables replaced and its quotes gone; unset variables are empty.

    With `quotes` false these stay, as in heredocs. Raises WordError.
    """
    return _read(_Reader(word, values, escape, quotes))


def expand_words(word: str, values: Mapping[str, str], escape: str = "\\") -> list[str]:
    """As `expand`, but what a variable brings is split at its blanks, unless quoted."""
    reader = _Reader(word, values, escape, True)
    reader.marks = True
    return [part for part in _read(reader).split(_SPLIT) if part]


_SPLIT: Final = "\0"


def _read(reader: "_Reader") -> str:
    try:
        result, _ = reader.until("", 0)
    except WordError as error:
        error.word = reader.text
        raise
    return result


class _Reader:
    def __init__(self, text: str, values: Mapping[str, str], escape: str, quotes: bool) -> None:
        self.text = text
        self._values = values
        self._escape = escape
        self._quotes = quotes
        self._at = 0
        self._size = 0
        self.marks = False

    def until(self, stops: str, depth: int, *, raw: bool = False) -> tuple[str, str]:
        """Up to one of `stops`, which is consumed and told, or to the end.

        `raw` keeps escapes, for patterns.
        """
        out: list[str] = []
        while self._at < len(self.text):
            char = self.text[self._at]
            if char in stops:
                self._at += 1
                return "".join(out), char
            if char == "'" and self._quotes:
                out.append(self._single())
            elif char == '"' and self._quotes:
                out.append(self._double(depth))
            elif char == "$":
                value = self._dollar(depth)
                if self.marks and depth == 0:
                    value = re.sub(r"[ \t\n]+", _SPLIT, value)
                out.append(value)
            elif char == self._escape:
                out.append(self._escaped(raw))
            elif self.marks and depth == 0 and char in " \t":
                out.append(_SPLIT)
                self._at += 1
            else:
                out.append(char)
                self._at += 1
            self._count(len(out[-1]))
        return "".join(out), ""

    def _count(self, more: int) -> None:
        self._size += more
        if self._size > LENGTH_MAX:
            raise WordError(f"the word grows beyond {LENGTH_MAX} characters", self._at)

    def _escaped(self, raw: bool) -> str:
        following = self.text[self._at + 1 : self._at + 2]
        self._at += 2
        if raw:
            return self._escape + following
        if not self._quotes and following not in ("$", self._escape):
            return self._escape + following
        return following

    def _single(self) -> str:
        end = self.text.find("'", self._at + 1)
        if end < 0:
            raise WordError(
                "unexpected end of statement while looking for matching single-quote", self._at
            )
        text = self.text[self._at + 1 : end]
        self._at = end + 1
        return text

    def _double(self, depth: int) -> str:
        start = self._at
        self._at += 1
        out: list[str] = []
        while self._at < len(self.text):
            char = self.text[self._at]
            if char == '"':
                self._at += 1
                return "".join(out)
            if char == "$":
                out.append(self._dollar(depth))
            elif char == self._escape:
                following = self.text[self._at + 1 : self._at + 2]
                out.append(following if following in ('"', "$", self._escape) else char + following)
                self._at += 2
            else:
                out.append(char)
                self._at += 1
            self._count(len(out[-1]))
        raise WordError(
            "unexpected end of statement while looking for matching double-quote", start
        )

    def _dollar(self, depth: int) -> str:
        start = self._at
        self._at += 1
        if self.text.startswith("{", self._at):
            self._at += 1
            if depth >= DEPTH_MAX:
                raise WordError(f"variables nested deeper than {DEPTH_MAX}", start)
            return self._braced(start, depth + 1)
        match = _NAME.match(self.text, self._at)
        if match is None:
            return "$"
        self._at = match.end()
        return self._values.get(match[0], "")

    def _braced(self, start: int, depth: int) -> str:
        match = _NAME.match(self.text, self._at)
        if match is None:
            raise WordError("bad substitution: expected a name after ${", start)
        name = match[0]
        self._at = match.end()
        value = self._values.get(name)
        char = self.text[self._at : self._at + 1]
        self._at += 1
        if char == "}":
            return value or ""
        colon = char == ":"
        if colon:
            char = self.text[self._at : self._at + 1]
            self._at += 1
        if char and char in "-+?":
            word = self._rest(start, depth)
            present = bool(value) if colon else value is not None
            if char == "-":
                return (value or "") if present else word
            if char == "+":
                return word if present else ""
            if not present:
                raise WordError(f"{name}: {word or 'not allowed to be unset'}", start)
            return value or ""
        if char and char in "#%" and not colon:
            greedy = self.text.startswith(char, self._at)
            self._at += greedy
            return _trimmed(value or "", self._rest(start, depth, raw=True), char, greedy)
        if char == "/" and not colon:
            everywhere = self.text.startswith("/", self._at)
            self._at += everywhere
            pattern, stop = self.until("/}", depth, raw=True)
            replacement = self._rest(start, depth) if stop == "/" else ""
            if not stop:
                raise _unclosed(start)
            return _replaced(value or "", pattern, replacement, everywhere)
        if not char:
            raise _unclosed(start)
        raise WordError(
            f"unsupported modifier ({':' if colon else ''}{char}) in substitution", self._at - 1
        )

    def _rest(self, start: int, depth: int, *, raw: bool = False) -> str:
        word, stop = self.until("}", depth, raw=raw)
        if not stop:
            raise _unclosed(start)
        return word


def _unclosed(start: int) -> WordError:
    return WordError("syntax error: missing } after ${", start)


def _tokens(pattern: str) -> list[str | None]:
    """The characters of a pattern; "" is any one, None any number of any."""
    tokens: list[str | None] = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\" and at + 1 < len(pattern):
            at += 1
            tokens.append(pattern[at])
        elif char == "*":
            if not tokens or tokens[-1] is not None:
                tokens.append(None)
        else:
            tokens.append("" if char == "?" else char)
        at += 1
    return tokens


class _Work:
    """What matching one word costs; WordError when it is too much."""

    def __init__(self) -> None:
        self._left = WORK_MAX

    def spend(self, steps: int) -> None:
        self._left -= steps
        if self._left < 0:
            raise WordError("the value is too long for this pattern", 0)


def _ends(text: str, start: int, tokens: list[str | None], work: _Work) -> list[int]:
    """Where a match that begins at `start` may end, in rising order."""
    alive = {0}
    found: list[int] = []
    for at in range(start, len(text) + 1):
        work.spend(len(alive) + 1)
        for token in sorted(alive):
            while token < len(tokens) and tokens[token] is None:
                token += 1
                alive.add(token)
        if len(tokens) in alive:
            found.append(at)
        if at == len(text) or not alive:
            break
        following = set()
        for token in alive:
            if token < len(tokens):
                wanted = tokens[token]
                if wanted is None:
                    following.add(token)
                elif wanted in ("", text[at]):
                    following.add(token + 1)
        alive = following
    return found


def _trimmed(value: str, pattern: str, side: str, greedy: bool) -> str:
    tokens = _tokens(pattern)
    work = _Work()
    if side == "#":
        ends = _ends(value, 0, tokens, work)
        return value[ends[-1 if greedy else 0] :] if ends else value
    ends = _ends(value[::-1], 0, tokens[::-1], work)
    return value[: len(value) - ends[-1 if greedy else 0]] if ends else value


def _replaced(value: str, pattern: str, replacement: str, everywhere: bool) -> str:
    tokens = _tokens(pattern)
    if not tokens:
        return value
    out: list[str] = []
    at = 0
    work = _Work()
    while at < len(value):
        ends = [end for end in _ends(value, at, tokens, work) if end > at]
        if not ends:
            out.append(value[at])
            at += 1
            continue
        out.append(replacement)
        at = ends[-1]
        if not everywhere:
            break
    result = "".join(out) + value[at:]
    if len(result) > LENGTH_MAX:
        raise WordError(f"the word grows beyond {LENGTH_MAX} characters", 0)
    return result
