"""Patterns of a .dockerignore, asked folder by folder: what is left out is never read (pure).

The engine's davit_engine.build.ignore decides the same; tests/promises holds the two together.
A match takes time in proportion to pattern times path, whatever the pattern.
https://docs.docker.com/build/concepts/context/#dockerignore-files
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

import msgspec

from davit_desktop.client.errors import ClientError
from davit_desktop.translation import tr

Fits = Callable[[str], bool]


class InvalidPattern(ClientError):
    """A line of a .dockerignore that Docker does not take either."""


class Pattern(msgspec.Struct, frozen=True):
    """One line: a check for each component of a path; None stands for any number of any."""

    components: tuple[Fits | None, ...]
    exception: bool = False


class Found(msgspec.Struct, frozen=True):
    """What the patterns say of a path. `open` is for those below it: where each has got to."""

    open: tuple[frozenset[int], ...]
    hits: tuple[bool, ...]
    excluded: bool
    closed: bool
    """Whether all that is below is excluded too, whatever it is called."""


def parse_ignore(text: str) -> tuple[Pattern, ...]:
    """The patterns of a .dockerignore. Raises InvalidPattern."""
    patterns = []
    for line in text.removeprefix("\ufeff").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        pattern = _parsed(line.strip())
        if pattern.components:
            patterns.append(pattern)
    return tuple(patterns)


def _parsed(text: str) -> Pattern:
    exception = text.startswith("!")
    if exception:
        text = text[1:].strip()
        if not text:
            raise InvalidPattern(tr("A line of the .dockerignore is only “!”: name what to keep."))
    clean = posixpath.normpath(text.replace("\0", "")).lstrip("/")
    parts = (part for part in clean.split("/") if part not in ("", "."))
    return Pattern(tuple(None if part == "**" else _component(part) for part in parts), exception)


def at_root(patterns: Sequence[Pattern]) -> Found:
    """What is known before the first component."""
    return Found(
        open=tuple(_closure({0}, pattern) for pattern in patterns),
        hits=(False,) * len(patterns),
        excluded=False,
        closed=False,
    )


def below(found: Found, name: str, patterns: Sequence[Pattern]) -> Found:
    """What the patterns say of `name` in the folder that `found` is about."""
    reached: list[frozenset[int]] = []
    hits: list[bool] = []
    excluded = False
    for pattern, before, hit in zip(patterns, found.open, found.hits, strict=True):
        now = before if hit else _step(before, name, pattern)
        hit = hit or len(pattern.components) in now
        reached.append(now)
        hits.append(hit)
        if hit:
            excluded = not pattern.exception
    may_return = any(
        pattern.exception and not hit and now
        for pattern, now, hit in zip(patterns, reached, hits, strict=True)
    )
    return Found(tuple(reached), tuple(hits), excluded, excluded and not may_return)


def excluded(path: str, patterns: Sequence[Pattern]) -> bool:
    """Whether the patterns exclude a path, by itself or through a folder above it."""
    found = at_root(patterns)
    for name in path.strip("/").split("/"):
        found = below(found, name, patterns)
    return found.excluded


def _step(alive: frozenset[int], name: str, pattern: Pattern) -> frozenset[int]:
    following = set()
    for at in alive:
        if at < len(pattern.components):
            fits = pattern.components[at]
            if fits is None:
                following.add(at)
            elif fits(name):
                following.add(at + 1)
    return _closure(following, pattern)


def _closure(alive: set[int], pattern: Pattern) -> frozenset[int]:
    found = set(alive)
    for at in alive:
        while at < len(pattern.components) and pattern.components[at] is None:
            at += 1
            found.add(at)
    return frozenset(found)


# One component, as Go's filepath.Match takes it


class _Token(msgspec.Struct, frozen=True):
    ranges: tuple[tuple[str, str], ...]
    """Empty for any character."""
    negated: bool = False

    def accepts(self, char: str) -> bool:
        if not self.ranges:
            return True
        return any(low <= char <= high for low, high in self.ranges) != self.negated


def _component(pattern: str) -> Fits:
    tokens = _tokens(pattern)
    if not any(char in pattern for char in "?[\\"):
        pieces = pattern.split("*")
        if len(pieces) == 1:
            return pattern.__eq__
        if len(pieces) == 2:  # most have one star: no need to go character by character
            head, tail = pieces
            shortest = len(head) + len(tail)
            return lambda name: (
                len(name) >= shortest and name.startswith(head) and name.endswith(tail)
            )
    return lambda name: _fits(tokens, name)


def _fits(tokens: Sequence[_Token | None], name: str) -> bool:
    alive = _past_stars({0}, tokens)
    for char in name:
        following = set()
        for at in alive:
            if at < len(tokens):
                token = tokens[at]
                if token is None:
                    following.add(at)
                elif token.accepts(char):
                    following.add(at + 1)
        alive = _past_stars(following, tokens)
        if not alive:
            return False
    return len(tokens) in alive


def _past_stars(alive: set[int], tokens: Sequence[_Token | None]) -> set[int]:
    found = set(alive)
    for at in alive:
        while at < len(tokens) and tokens[at] is None:
            at += 1
            found.add(at)
    return found


def _tokens(pattern: str) -> list[_Token | None]:
    """One for each character to match; None for any number of any."""
    tokens: list[_Token | None] = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            tokens.append(None)
        elif char == "?":
            tokens.append(_Token(()))
        elif char == "[":
            token, at = _class(pattern, at)
            tokens.append(token)
        else:
            if char == "\\":
                char, at = _literal(pattern, at)
            tokens.append(_Token(((char, char),)))
    return tokens


def _class(pattern: str, at: int) -> tuple[_Token, int]:
    negated = pattern.startswith("^", at)
    at += negated
    ranges: list[tuple[str, str]] = []
    while at < len(pattern) and (pattern[at] != "]" or not ranges):
        low, at = _member(pattern, at)
        high = low
        if pattern.startswith("-", at):
            high, at = _member(pattern, at + 1)
        ranges.append((low, high))
    if at >= len(pattern):
        raise _bad(pattern)
    return _Token(tuple(ranges), negated), at + 1


def _member(pattern: str, at: int) -> tuple[str, int]:
    if pattern.startswith("\\", at):
        return _literal(pattern, at + 1)
    if at >= len(pattern) or pattern[at] in "-]":
        raise _bad(pattern)
    return pattern[at], at + 1


def _literal(pattern: str, at: int) -> tuple[str, int]:
    if at >= len(pattern):
        raise _bad(pattern)
    return pattern[at], at + 1


def _bad(pattern: str) -> InvalidPattern:
    return InvalidPattern(
        tr("The .dockerignore has a pattern that cannot be read: {pattern}").format(
            pattern=repr(pattern[:200])
        )
    )
