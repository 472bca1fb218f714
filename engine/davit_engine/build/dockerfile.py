"""The lines of a Dockerfile: directives, comments, continuations, heredocs, flags (pure).

Grammar: Dockerfile reference. What a line means is told by `instructions`; here it is only taken
apart, and every part remembers where in the file it stood.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from davit_engine.build.words import WordError
from davit_engine.errors import InvalidParameter

SIZE_MAX: Final = 4 << 20
"""Characters of the longest Dockerfile; BuildKit takes two million bytes."""
INSTRUCTIONS_MAX: Final = 10_000

_DIRECTIVE: Final = re.compile(r"#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S.*?)?[ \t\r]*")
_DIRECTIVES: Final = ("syntax", "escape", "check")
_HEREDOC: Final = re.compile(r"([0-9]*)<<(-?)([^<\s]+)")
_HOLDS_HEREDOC: Final = ("ADD", "COPY", "RUN")
_BLANK: Final = " \t\v\f\r"


class DockerfileError(InvalidParameter):
    """What is wrong with a Dockerfile, and where."""

    def __init__(self, what: str, line: int, column: int = 1, name: str = "Dockerfile") -> None:
        super().__init__(f"dockerfile parse error on line {line}: {what} ({name}:{line}:{column})")
        self.what = what
        self.line = line
        self.column = column

    def named(self, name: str) -> "DockerfileError":
        """The same of a file of another name."""
        return DockerfileError(self.what, self.line, self.column, name)


class Heredoc(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    expand: bool
    """Whether variables in it are meant: its name is not quoted."""
    content: str
    descriptor: str = ""


class Piece(msgspec.Struct, frozen=True):
    """Where a part of a joined line begins."""

    offset: int
    line: int
    column: int


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One instruction, with its continuation lines joined."""

    keyword: str
    """In capitals, known or not."""
    flags: tuple[str, ...] = ()
    """With their dashes."""
    rest: str = ""
    """What follows keyword and flags, without blanks around."""
    text: str = ""
    """All of it as one line."""
    heredocs: tuple[Heredoc, ...] = ()
    line: int = 1
    end_line: int = 1
    rest_offset: int = 0
    """Where in `text` the rest begins."""
    pieces: tuple[Piece, ...] = ()
    written: str = ""
    """The keyword as it stands there."""

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Line and column, from 1, of a character of `text`."""
        found = Piece(0, self.line, 1)
        for piece in self.pieces:
            if piece.offset > offset:
                break
            found = piece
        return found.line, found.column + offset - found.offset

    def error(self, what: str, offset: int | None = None) -> DockerfileError:
        """An error at the rest of the line, or at an offset within that rest."""
        return DockerfileError(what, *self.place(self.rest_offset + (offset or 0)))

    def word_error(self, error: WordError) -> DockerfileError:
        return self.error(str(error), error.place_in(self.rest))


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """A Dockerfile taken apart."""

    nodes: tuple[Node, ...]
    escape: str = "\\"
    directives: dict[str, str] = {}
    """Parser directives by their name in small letters."""
    empty_continuations: tuple[int, ...] = ()
    """Lines without anything inside of an instruction: the lint tells of them."""


def parse_lines(text: str) -> Lines:
    """Raises DockerfileError."""
    if len(text) > SIZE_MAX:
        raise DockerfileError(f"the file is longer than {SIZE_MAX} characters", 1)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DockerfileError("a NUL character; expected text", line)
    lines = text.removeprefix("\ufeff").split("\n")
    directives = _directives(lines)
    escape = directives.get("escape", "\\")
    nodes: list[Node] = []
    gaps: list[int] = []
    at = 0
    while at < len(lines):
        start = at
        joined, pieces, at = _joined(lines, at, escape, gaps)
        if not joined.strip(_BLANK):
            continue
        node = _node(joined, pieces, start + 1, at, escape)
        if node.keyword in _HOLDS_HEREDOC and "<<" in node.rest and not node.rest.startswith("["):
            node, at = _with_heredocs(node, lines, at, escape)
        nodes.append(node)
        if len(nodes) > INSTRUCTIONS_MAX:
            raise node.error(f"more than {INSTRUCTIONS_MAX} instructions")
    return Lines(
        nodes=tuple(nodes),
        escape=escape,
        directives=directives,
        empty_continuations=tuple(gaps),
    )


def _directives(lines: Sequence[str]) -> dict[str, str]:
    """Only comments of that form at the very top count, and each but once."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _DIRECTIVE.fullmatch(line.strip())
        if match is None:
            break
        name, value = match[1].lower(), match[2] or ""
        if name not in _DIRECTIVES:
            break
        if name in found:
            raise DockerfileError(f"only one {name} parser directive can be used", number)
        if name == "escape" and value not in ("\\", "`"):
            raise DockerfileError(f"invalid escape token '{value}' does not match ` or \\", number)
        found[name] = value
    return found


def _joined(
    lines: Sequence[str], at: int, escape: str, gaps: list[int]
) -> tuple[str, list[Piece], int]:
    """The instruction that begins in a line, where its parts stood, and the line after it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    first = True
    while at < len(lines):
        line = lines[at].removesuffix("\r")
        at += 1
        stripped = line.lstrip(_BLANK)
        if stripped.startswith("#"):
            if first:
                return "", [], at
            continue
        if not stripped:
            if first:
                return "", [], at
            if at < len(lines):
                gaps.append(at)
            continue
        # Only the first line loses its indentation: it may be meant in the others.
        shown = stripped if first else line
        pieces.append(Piece(length, at, len(line) - len(shown) + 1))
        first = False
        bare = shown.rstrip(" \t")
        goes_on = bare.endswith(escape) and not bare.endswith(escape * 2)
        part = bare[:-1] if goes_on else shown
        parts.append(part)
        length += len(part)
        if not goes_on:
            break
    return "".join(parts), pieces, at


def _node(text: str, pieces: Sequence[Piece], line: int, end_line: int, escape: str) -> Node:
    text = text.rstrip(_BLANK)
    keyword = re.split(f"[{_BLANK}]", text, maxsplit=1)[0]
    offset = _skip_blanks(text, len(keyword))
    flags: list[str] = []
    while text.startswith("--", offset):
        flag, end = _flag(text, offset, escape)
        if flag == "--":
            offset = _skip_blanks(text, end)
            break
        flags.append(flag)
        offset = _skip_blanks(text, end)
    return Node(
        keyword=keyword.upper(),
        flags=tuple(flags),
        rest=text[offset:],
        text=text,
        line=pieces[0].line if pieces else line,
        end_line=end_line,
        rest_offset=offset,
        pieces=tuple(pieces),
        written=keyword,
    )


def _flag(text: str, offset: int, escape: str) -> tuple[str, int]:
    """A flag, with its quotes and escapes resolved, and where it ends."""
    quote = ""
    out: list[str] = []
    while offset < len(text):
        char = text[offset]
        if quote:
            if char == quote:
                quote = ""
            elif char == escape and offset + 1 < len(text):
                offset += 1
                out.append(text[offset])
            else:
                out.append(char)
        elif char in _BLANK:
            break
        elif char in "\"'":
            quote = char
        elif char == escape and offset + 1 < len(text):
            offset += 1
            out.append(text[offset])
        else:
            out.append(char)
        offset += 1
    return "".join(out), offset


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _BLANK:
        offset += 1
    return offset


def _with_heredocs(node: Node, lines: Sequence[str], at: int, escape: str) -> tuple[Node, int]:
    heredocs: list[Heredoc] = []
    for offset, word in raw_words(node.rest, escape):
        match = _HEREDOC.fullmatch(word)
        if match is None:
            continue
        name = re.sub(r"[\"']", "", match[3])
        if not name:
            continue
        chomp = bool(match[2])
        content: list[str] = []
        while at < len(lines):
            line = lines[at].removesuffix("\r")
            at += 1
            line = line.lstrip("\t") if chomp else line
            if line == name:
                break
            content.append(line + "\n")
        else:
            raise node.error(f"unterminated heredoc: expected a line {name}", offset)
        heredocs.append(
            Heredoc(
                name=name,
                expand=name == match[3],
                content="".join(content),
                descriptor=match[1],
            )
        )
    changed = msgspec.structs.replace(node, heredocs=tuple(heredocs), end_line=at)
    return changed, at


def is_heredoc(word: str) -> bool:
    return _HEREDOC.fullmatch(word) is not None


def raw_words(text: str, escape: str) -> Iterator[tuple[int, str]]:
    """The words of a text, quotes and escapes still in them, and where each begins."""
    start = offset = 0
    quote = ""
    inside = False
    while offset < len(text):
        char = text[offset]
        if not inside and char not in _BLANK:
            inside, start = True, offset
        if inside:
            if char == escape and quote != "'":
                offset += 1
            elif quote:
                quote = "" if char == quote else quote
            elif char in "\"'":
                quote = char
            elif char in _BLANK:
                inside = False
                yield start, text[start:offset]
        offset += 1
    if inside:
        yield start, text[start:]
