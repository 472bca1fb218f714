"""Command-line flags read as docker reads them (Go's pflag): tables of flags in, values out.

`--name x`, `--name=x`, `-n x`, `-nx`, `-n=x`, `-it`, `--rm=false`; reading stops at the first
word that is not a flag, or after `--`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class FlagError(ValueError):
    """A flag that cannot be read; the message is docker's."""


class Flag(msgspec.Struct, frozen=True):
    """`metavar` is docker's word for the value in help texts; empty for a switch."""

    name: str
    short: str = ""
    metavar: str = ""
    help: str = ""

    @property
    def is_switch(self) -> bool:
        return not self.metavar

    @property
    def label(self) -> str:
        """As error messages name it: "-m, --memory"."""
        return f"-{self.short}, --{self.name}" if self.short else f"--{self.name}"


class Given(msgspec.Struct, frozen=True):
    """A flag with the text it was given; a bare switch has "true"."""

    flag: Flag
    text: str


_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})
_FALSE = frozenset({"0", "f", "F", "false", "FALSE", "False"})


def parse_bool(flag: Flag, text: str) -> bool:
    """Go's strconv.ParseBool."""
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise invalid(flag, text, f'strconv.ParseBool: parsing "{text}": invalid syntax')


def invalid(flag: Flag, text: str, why: str) -> FlagError:
    return FlagError(f'invalid argument "{text}" for "{flag.label}" flag: {why}')


def scan(
    argv: Sequence[str], table: Sequence[Flag], *, interspersed: bool = False
) -> tuple[list[Given], list[str]]:
    """The flags in order, and the words from the first that is not a flag.

    With `interspersed`, flags are found after such words too. Raises FlagError for an unknown
    flag or a missing value.
    """
    by_name = {flag.name: flag for flag in table}
    by_short = {flag.short: flag for flag in table if flag.short}
    given: list[Given] = []
    others: list[str] = []
    words = list(argv)
    while words:
        word = words[0]
        if word == "--":
            return given, others + words[1:]
        if not word.startswith("-") or word == "-":
            if not interspersed:
                break
            others.append(words.pop(0))
            continue
        del words[0]
        if word.startswith("--"):
            name, equals, text = word[2:].partition("=")
            flag = by_name.get(name)
            if flag is None:
                raise FlagError(f"unknown flag: --{name}")
            if not equals:
                if flag.is_switch:
                    text = "true"
                elif words:
                    text = words.pop(0)
                else:
                    raise FlagError(f"flag needs an argument: --{name}")
            given.append(Given(flag, text))
        else:
            _scan_short(word, words, by_short, given)
    return given, others + words


def _scan_short(word: str, words: list[str], by_short: dict[str, Flag], given: list[Given]) -> None:
    letters = word[1:]
    while letters:
        word = f"-{letters}"  # as docker names it in errors: what is still to be read
        letter, letters = letters[0], letters[1:]
        flag = by_short.get(letter)
        if flag is None:
            raise FlagError(f"unknown shorthand flag: '{letter}' in {word}")
        if letters.startswith("="):
            given.append(Given(flag, letters[1:]))
            return
        if flag.is_switch:
            given.append(Given(flag, "true"))
        elif letters:
            given.append(Given(flag, letters))
            return
        elif words:
            given.append(Given(flag, words.pop(0)))
        else:
            raise FlagError(f"flag needs an argument: '{letter}' in {word}")


def usage_lines(table: Sequence[Flag], width: int = 80) -> list[str]:
    """The "Options:" part of a help text, in docker's columns."""
    shown = sorted((flag for flag in table if flag.help), key=lambda flag: flag.name)
    heads = [
        (f"  -{flag.short}, " if flag.short else "      ")
        + f"--{flag.name}"
        + (f" {flag.metavar}" if flag.metavar else "")
        for flag in shown
    ]
    column = max(map(len, heads), default=0) + 3
    lines: list[str] = []
    for head, flag in zip(heads, shown, strict=True):
        rows = _wrapped(flag.help, max(width - column, 24))
        lines.append(head.ljust(column) + rows[0])
        lines += [" " * column + row for row in rows[1:]]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".lstrip()
    return rows
