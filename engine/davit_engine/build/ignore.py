"""Patterns of paths: .dockerignore, COPY's wildcards and --exclude (pure).

Docker's matching: as Go's filepath.Match within one component, `**` for any number of components,
`!` for exceptions, the last match decides, and what is in an excluded folder is excluded. A match
takes time in proportion to pattern times path, whatever the pattern.
"""

import functools
import posixpath
import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter

_SPECIAL: Final = re.compile(r"[*?\[\\]")
LENGTH_MAX: Final = 4096
"""Characters of a pattern: a path has no more."""


class Pattern(msgspec.Struct, frozen=True):
    components: tuple[str, ...]
    exception: bool = False


def parse_ignore(text: str) -> list[Pattern]:
    """The patterns of a .dockerignore. Raises InvalidParameter for one that is malformed."""
    patterns = []
    for line in text.removeprefix("\ufeff").splitlines():
        if line.startswith("#"):
            continue
        line = line.strip()
        if line:
            patterns.append(parse_pattern(line))
    return [pattern for pattern in patterns if pattern.components]


def parse_pattern(text: str) -> Pattern:
    exception = text.startswith("!")
    if exception:
        text = text[1:].strip()
        if not text:
            raise InvalidParameter('illegal exclusion pattern: "!"')
    if len(text) > LENGTH_MAX:
        raise InvalidParameter(
            f"a pattern of {len(text)} characters ({text[:32]!r} …): no path is longer than "
            f"{LENGTH_MAX}"
        )
    clean = posixpath.normpath(text.replace("\0", "")).lstrip("/")
    components: list[str] = []
    for part in clean.split("/"):
        if part in ("", ".") or (part == "**" and components[-1:] == ["**"]):
            continue
        check_component(part)
        components.append(part)
    return Pattern(tuple(components), exception)


def excluded(path: str, patterns: Iterable[Pattern]) -> bool:
    """Whether the patterns exclude a path, by itself or through a folder above it."""
    parts = path.strip("/").split("/")
    result = False
    for pattern in patterns:
        if pattern.exception == result and any(
            matches(pattern.components, parts[:depth]) for depth in range(1, len(parts) + 1)
        ):
            result = not pattern.exception
    return result


def matches(pattern: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether components of a pattern fit those of a path, all of them."""
    alive = {0}
    for part in parts:
        alive = _closed(alive, pattern)
        following = set()
        for at in alive:
            if at < len(pattern):
                if pattern[at] == "**":
                    following.add(at)
                elif fits(pattern[at], part):
                    following.add(at + 1)
        alive = following
        if not alive:
            return False
    return len(pattern) in _closed(alive, pattern)


def _closed(alive: set[int], pattern: Sequence[str]) -> set[int]:
    found = set(alive)
    for at in sorted(alive):
        while at < len(pattern) and pattern[at] == "**":
            at += 1
            found.add(at)
    return found


def is_pattern(text: str) -> bool:
    return any(char in text for char in "*?[")


def check_component(pattern: str) -> None:
    """Raises InvalidParameter for one that Go's filepath.Match does not take."""
    if _SPECIAL.search(pattern):
        _tokens(pattern)


def fits(pattern: str, name: str) -> bool:
    """Whether a name fits one component of a pattern."""
    if not any(char in pattern for char in "*?[\\"):
        return pattern == name
    tokens = _tokens(pattern)
    alive = {0}
    for char in name:
        following: set[int] = set()
        for at in _past_stars(alive, tokens):
            if at < len(tokens):
                token = tokens[at]
                if token is None:
                    following.add(at)
                elif _accepts(token, char):
                    following.add(at + 1)
        alive = following
        if not alive:
            return False
    return len(tokens) in _past_stars(alive, tokens)


def _past_stars(alive: set[int], tokens: Sequence["_Token | None"]) -> set[int]:
    found = set(alive)
    for at in sorted(alive):
        while at < len(tokens) and tokens[at] is None:
            at += 1
            found.add(at)
    return found


class _Token(msgspec.Struct, frozen=True):
    ranges: tuple[tuple[str, str], ...]
    """Empty for any character."""
    negated: bool = False


def _accepts(token: _Token, char: str) -> bool:
    if not token.ranges:
        return True
    return any(low <= char <= high for low, high in token.ranges) != token.negated


@functools.lru_cache(maxsize=1024)
def _tokens(pattern: str) -> Sequence[_Token | None]:
    """One for each character to match; None for any number of any."""
    tokens: list[_Token | None] = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            if not tokens or tokens[-1] is not None:
                tokens.append(None)
        elif char == "?":
            tokens.append(_Token(()))
        elif char == "[":
            token, at = _class(pattern, at)
            tokens.append(token)
        else:
            if char == "\\":
                if at >= len(pattern):
                    raise _bad(pattern)
                char = pattern[at]
                at += 1
            tokens.append(_Token(((char, char),)))
    return tokens


def _class(pattern: str, at: int) -> tuple[_Token, int]:
    negated = pattern.startswith("^", at)
    at += negated
    ranges: list[tuple[str, str]] = []
    while at < len(pattern) and (pattern[at] != "]" or not ranges):
        low, at = _character(pattern, at)
        high = low
        if pattern.startswith("-", at):
            high, at = _character(pattern, at + 1)
        ranges.append((low, high))
    if at >= len(pattern) or not ranges:
        raise _bad(pattern)
    return _Token(tuple(ranges), negated), at + 1


def _character(pattern: str, at: int) -> tuple[str, int]:
    if at < len(pattern) and pattern[at] == "\\":
        at += 1
    elif at < len(pattern) and pattern[at] in "-]":
        raise _bad(pattern)
    if at >= len(pattern):
        raise _bad(pattern)
    return pattern[at], at + 1


def _bad(pattern: str) -> InvalidParameter:
    return InvalidParameter(f"error checking context: syntax error in pattern: {pattern[:200]!r}")
