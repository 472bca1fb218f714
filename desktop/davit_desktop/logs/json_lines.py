"""A line that holds JSON, spread over rows of its own (pure).

Only white space between tokens changes: numbers, strings and doubled keys stay as written.
"""

from __future__ import annotations

import re

import msgspec

from davit_desktop.logs.ansi import Run, Style

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_INDENT = 2
_DEEPEST = 40  # levels that are indented
_KEY = Style(foreground=4)
_STRING = Style(foreground=2)
_NUMBER = Style(foreground=5)
_WORD = Style(foreground=3)


def begins_at(text: str) -> int | None:
    """Where the object or array begins that reaches to the end of a line; None without one."""
    end = text.rstrip()[-1:]
    if end not in ("}", "]"):
        return None
    starts = [0] if text.startswith("[") else []
    if end == "}" and (brace := text.find("{")) >= 0:
        starts.append(brace)
    for start in starts:
        try:
            value = msgspec.json.decode(text[start:].encode())
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
        if isinstance(value, dict | list) and value:
            return start
    return None


def spread(text: str) -> str | None:
    """The line with its JSON on rows of its own; None for a line without JSON."""
    start = begins_at(text)
    if start is None:
        return None
    before = text[:start].rstrip()
    tokens = _TOKEN.findall(text[start:])
    parts: list[str] = [before, "\n"] if before else []
    depth = 0
    for at, token in enumerate(tokens):
        if token in ("{", "["):
            depth += 1
            empty = tokens[at + 1 : at + 2] in (["}"], ["]"])
            parts += [token] if empty else [token, _newline(depth)]
        elif token in ("}", "]"):
            depth -= 1
            empty = tokens[at - 1] in ("{", "[")
            parts += [token] if empty else [_newline(depth), token]
        elif token == ",":
            parts += [token, _newline(depth)]
        elif token == ":":
            parts += [token, " "]
        else:
            parts.append(token)
    return "".join(parts)


def _newline(depth: int) -> str:
    return "\n" + " " * (_INDENT * min(depth, _DEEPEST))


def colors(text: str) -> list[Run]:
    """How the parts of a spread line look."""
    start = 0 if text[:1] in ("{", "[") else text.find("\n") + 1
    runs: list[Run] = []
    for found in _TOKEN.finditer(text, start):
        token = found[0]
        if token[0] == '"':
            style = _KEY if text[found.end() : found.end() + 1] == ":" else _STRING
        elif token in ("true", "false", "null"):
            style = _WORD
        elif token[0] in "-0123456789":
            style = _NUMBER
        else:
            continue
        runs.append(Run(*found.span(), style))
    return runs
