"""What to look for in a log, and where it is in a text (pure, but for the pattern's time limit)."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from time import monotonic

import msgspec
import regex
from typing_extensions import override

from davit_desktop.logs.ansi import strip
from davit_desktop.translation import tr

_MOST_DOUBTS = 2000  # lines of a chunk whose escape sequences are removed one by one

Places = list[tuple[int, int]]


class BadPattern(ValueError):
    """The regular expression is wrong; the message says where."""


class TooSlow(Exception):
    """The regular expression took longer on this text than it may."""


class Query(msgspec.Struct, frozen=True):
    """`text` as the person typed it. Without `case`, upper and lower case are the same.

    Without `regex`, AND and AND NOT join what a line must have and must not have.
    """

    text: str
    case: bool = False
    regex: bool = False


class Term(msgspec.Struct, frozen=True):
    """What a line must have, or must not have when it is not `wanted`."""

    text: str
    wanted: bool = True


def terms(query: Query) -> tuple[Term, ...]:
    """What AND and AND NOT join: "disk AND NOT full", "AND NOT debug", "NOT a AND b".

    One term with all of the text where there is nothing to join: NOT FOUND is what a log says.
    """
    first, *rest = _JOINTS.split(query.text)
    if query.regex or not rest or (not first and rest[0] is None):
        return (Term(query.text),)
    found = [Term(text, nots is None) for nots, text in zip(rest[::2], rest[1::2], strict=True)]
    if first:
        bare = _LEADING_NOT.sub("", first)
        found.insert(0, Term(bare, bare == first))
    return tuple(found)


_JOINTS = re.compile(r"(?:^|(?<=\S)\s+)AND(\s+NOT)?\s+(?=\S)")
_LEADING_NOT = re.compile(r"^NOT\s+(?=\S)")


def matcher(query: Query) -> Matcher:
    """The query made ready. Raises BadPattern."""
    parts = terms(query)
    return Matcher(query) if len(parts) == 1 and parts[0].wanted else _Joined(query, parts)


class Matcher:
    """A query made ready, as one text or pattern. Raises BadPattern."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._pattern: regex.Pattern[str] | None = None
        self._plain = query.text if query.case else query.text.lower()
        self._ascii = query.text.isascii()
        self._across: re.Pattern[bytes] | None = None
        # Lower-casing changes the length of few texts only; those go by pattern.
        self._literal = regex.compile(regex.escape(query.text), 0 if query.case else regex.I)
        if query.regex:
            flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
            try:
                self._pattern = regex.compile(query.text, flags)
            except (regex.error, OverflowError, RecursionError) as error:
                raise BadPattern(
                    tr("Not a regular expression: {reason}").format(reason=error)
                ) from error

    def places(self, text: str, *, most: int = 500, timeout: float = 0.02) -> Places:
        """Start and end of the first matches in one line; empty matches are none."""
        pattern = self._pattern or self._literal
        found: Places = []
        try:
            for match in pattern.finditer(text, timeout=timeout):
                if match.end() > match.start():
                    found.append(match.span())
                if len(found) >= most:
                    break
        except TimeoutError:
            return found
        return found

    def matching_lines(self, chunk: bytes, first: int, timeout: float) -> array[int]:
        """Numbers of the lines of `chunk` that match; each is ended by a newline, the first is
        number `first`. Raises TooSlow after `timeout` seconds."""
        hits: array[int] = array("q")
        if self._pattern is None and self._ascii:
            haystack = chunk if self.query.case else chunk.lower()
            needle = self._plain.encode("ascii")
            if b"\x1b" in chunk:
                found = self._among_sequences(chunk, haystack, needle, first)
                return found if found is not None else self._in_text(chunk, first, timeout)
            at = haystack.find(needle)
            passed = 0
            number = first
            while at >= 0:
                number += haystack.count(b"\n", passed, at)
                hits.append(number)
                passed = haystack.index(b"\n", at)
                at = haystack.find(needle, passed)
            return hits
        return self._in_text(chunk, first, timeout)

    def _in_text(self, chunk: bytes, first: int, timeout: float) -> array[int]:
        text = strip(chunk.decode("utf-8", "surrogateescape"))
        if self._pattern is not None:
            return self._by_pattern(text, first, timeout)
        plain = self._plain
        lines = (text if self.query.case else text.lower())[:-1].split("\n")
        return array("q", [number for number, line in enumerate(lines, first) if plain in line])

    def _among_sequences(
        self, chunk: bytes, haystack: bytes, needle: bytes, first: int
    ) -> array[int] | None:
        """As `matching_lines`, where there are escape sequences, without removing them all; None
        when too many lines would have to be looked at one by one."""
        if self._across is None:
            self._across = _across_sequences(needle)
        places: list[int] = []
        at = haystack.find(needle)
        while at >= 0:
            places.append(at)
            if len(places) > _MOST_DOUBTS:
                return None
            at = haystack.find(needle, haystack.index(b"\n", at))
        for match in self._across.finditer(haystack):
            places.append(match.start())
            if len(places) > _MOST_DOUBTS:
                return None
        hits: array[int] = array("q")
        number, passed, end = first, 0, -1
        for at in sorted(places):
            if at < end:
                continue
            start = haystack.rfind(b"\n", 0, at) + 1
            end = haystack.index(b"\n", at)
            number += haystack.count(b"\n", passed, start)
            passed = start
            line = chunk[start:end]
            if b"\x1b" not in line or self._in_line(line):
                hits.append(number)
        return hits

    def _in_line(self, line: bytes) -> bool:
        text = strip(line.decode("utf-8", "surrogateescape"))
        return self._plain in (text if self.query.case else text.lower())

    def _by_pattern(self, text: str, first: int, timeout: float) -> array[int]:
        pattern = self._pattern or self._literal
        hits: array[int] = array("q")
        spanning = False
        deadline = monotonic() + timeout

        def search(at: int) -> int:
            nonlocal spanning
            left = max(deadline - monotonic(), 0.001)
            match = pattern.search(text, at, len(text) - 1, timeout=left, concurrent=True)
            if match is None:
                return -1
            spanning = spanning or text.find("\n", *match.span()) >= 0
            return match.start()

        try:
            if not _LOOKS_ACROSS.search(self.query.text):
                _collect(hits, text, first, search, lambda: spanning)
                if not spanning:
                    return hits
            del hits[:]
            for number, line in enumerate(text[:-1].split("\n"), first):
                left = max(deadline - monotonic(), 0.001)
                if pattern.search(line, timeout=left, concurrent=True):
                    hits.append(number)
        except TimeoutError as error:
            raise TooSlow from error
        return hits


class _Joined(Matcher):
    """Lines that have every wanted term and none of the others."""

    def __init__(self, query: Query, parts: tuple[Term, ...]) -> None:
        super().__init__(query)
        made = [(Matcher(msgspec.structs.replace(query, text=p.text)), p.wanted) for p in parts]
        self._wanted = [part for part, wanted in made if wanted]
        self._unwanted = [part for part, wanted in made if not wanted]

    @override
    def places(self, text: str, *, most: int = 500, timeout: float = 0.02) -> Places:
        found = sorted(
            place
            for part in self._wanted
            for place in part.places(text, most=most, timeout=timeout)
        )
        apart: Places = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return apart[:most]

    @override
    def matching_lines(self, chunk: bytes, first: int, timeout: float) -> array[int]:
        if self._wanted:
            hits = set(self._wanted[0].matching_lines(chunk, first, timeout))
        else:
            hits = set(range(first, first + chunk.count(b"\n")))
        for part in self._wanted[1:]:
            hits.intersection_update(part.matching_lines(chunk, first, timeout))
        for part in self._unwanted:
            hits.difference_update(part.matching_lines(chunk, first, timeout))
        return array("q", sorted(hits))


def _across_sequences(needle: bytes) -> re.Pattern[bytes]:
    """Finds every place where an escape sequence may stand within `needle`, and perhaps others."""
    if len(needle) < 2:
        return re.compile(b"(?!)")
    before = b"[" + b"".join(re.escape(bytes([char])) for char in set(needle[:-1])) + b"]"
    after = b"[\x1b" + b"".join(re.escape(bytes([char])) for char in set(needle[1:])) + b"]"
    # It begins with the rare byte, which makes it quick.
    return re.compile(
        rb"\x1b(?<=" + before + rb"\x1b)(?:\[[0-9;:]*m" + after + rb"|\[(?![0-9;:]*m)|[^\[])"
    )


_LOOKS_ACROSS = regex.compile(r"\\[AZzGKR]|\(\?[!<=>|(a-zA-Z-]|\(\*|\\n|\\x0a|[+*?}]\+", regex.I)
"""Pieces of a pattern that may see, or may be stopped by, the line before or after."""


def _collect(
    hits: array[int],
    text: str,
    first: int,
    find: Callable[[int], int],
    stop: Callable[[], bool] = lambda: False,
) -> None:
    number = first
    passed = 0
    end = len(text) - 1
    at = find(0)
    while 0 <= at <= end and not stop():
        number += text.count("\n", passed, at)
        hits.append(number)
        passed = text.find("\n", at)
        if passed >= end:
            return
        at = find(passed + 1)
