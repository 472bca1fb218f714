"""What a form and an error need of a Dockerfile's text: its stages, its arguments, lines (pure).

It is read leniently: what the builder will refuse is passed over here.
https://docs.docker.com/reference/dockerfile/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_ESCAPE = re.compile(r"#[ \t]*escape[ \t]*=[ \t]*([\\`])[ \t]*", re.IGNORECASE)
_DIRECTIVE = re.compile(r"#[ \t]*[A-Za-z][\w-]*[ \t]*=")
_HEREDOC = re.compile(r"(?<!\S)\d*<<-?(['\"]?)([^\s'\"<>|&;()]+)\1")
_FROM = re.compile(r"from\s+(?:--\S+\s+)*(?P<base>\S+)(?:\s+as\s+(?P<name>\S+))?\s*", re.IGNORECASE)
_ARGUMENT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(?:=(\"[^\"]*\"|'[^']*'|\S*))?")
_PREDEFINED = frozenset(
    name
    for each in ("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY")
    for name in (each, each.lower())
) | frozenset(
    f"{side}{what}"
    for side in ("TARGET", "BUILD")
    for what in ("PLATFORM", "OS", "ARCH", "VARIANT")
)
_MOST_LINES = 20_000


class Outline(msgspec.Struct, frozen=True):
    """Names of the stages that can be a target, in order, and ARG names with their defaults."""

    stages: tuple[str, ...] = ()
    arguments: tuple[tuple[str, str], ...] = ()
    bases: tuple[str, ...] = ()


class Numbered(msgspec.Struct, frozen=True):
    """A line of an excerpt; `marked` for those that it is about."""

    number: int
    text: str
    marked: bool


def outline(text: str) -> Outline:
    """What can be asked of a build of this Dockerfile."""
    stages: list[str] = []
    bases: list[str] = []
    arguments: dict[str, str] = {}
    for line in _instructions(text):
        word = line.split(None, 1)[0].upper()
        if word == "FROM" and (found := _FROM.fullmatch(line)):
            stages.append((found["name"] or str(len(stages))).lower())
            bases.append(found["base"])
        elif word == "ARG":
            for each in _ARGUMENT.finditer(line[3:]):
                if each[1] not in _PREDEFINED:
                    arguments.setdefault(each[1], (each[2] or "").strip("\"'"))
    return Outline(tuple(stages), tuple(arguments.items()), tuple(bases))


def excerpt(text: str, first: int, last: int, around: int = 3) -> list[Numbered]:
    """Lines `first` to `last`, with those around them; nothing for lines that are not there."""
    lines = text.split("\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()  # what follows the last newline is no line
    if not 1 <= first <= len(lines):
        return []
    last = min(max(first, last), len(lines))
    begin, end = max(1, first - around), min(len(lines), last + around)
    return [
        Numbered(number, lines[number - 1].removesuffix("\r"), first <= number <= last)
        for number in range(begin, end + 1)
    ]


def _instructions(text: str) -> Iterator[str]:
    """Whole instructions, continued lines joined, without comments and the text of heredocs."""
    lines = text.removeprefix("\ufeff").splitlines()[:_MOST_LINES]
    escape = "\\"
    for line in lines:
        if not _DIRECTIVE.match(line):
            break
        if found := _ESCAPE.fullmatch(line):
            escape = found[1]
    waiting: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        at += 1
        if not line or line.startswith("#"):
            continue
        if line.endswith(escape):
            waiting.append(line[:-1].strip())
            continue
        whole = " ".join([*waiting, line]).strip()
        waiting = []
        if whole:
            if whole.split(None, 1)[0].upper() in ("RUN", "COPY", "ADD"):
                at = _past_heredocs(whole, lines, at)
            yield whole
    if waiting and (whole := " ".join(waiting).strip()):
        yield whole


def _past_heredocs(instruction: str, lines: list[str], at: int) -> int:
    for found in _HEREDOC.finditer(instruction):
        end = next((i for i in range(at, len(lines)) if lines[i].strip("\t") == found[2]), None)
        if end is None:
            return len(lines)  # the builder will refuse it, and nothing after it is an instruction
        at = end + 1
    return at
