"""The part of Go's templates that --format is used with: text out of JSON values.

Known: fields (.A.B), $ and variables, strings and numbers, pipes, parentheses, range (with else
and with two variables), if/else if/else, with, comments, trim markers, and the functions of
`_FUNCTIONS`. Whatever else is met is refused by name, never ignored.
https://pkg.go.dev/text/template
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

Node = Callable[["_Scope"], str]
Expression = Callable[["_Scope"], Any]


class TemplateError(ValueError):
    """The template cannot be read, or does not fit the value; the message is docker's style."""


class _Missing:
    """A field that is not there; Go prints it as <no value>."""


_MISSING = _Missing()


class Template:
    """A template read once, for any number of values. Raises TemplateError."""

    def __init__(self, text: str) -> None:
        parser = _Parser(text)
        self._nodes = parser.block(())[0]

    def render(self, value: Any, *, strict: bool = True) -> str:
        """The text for one value. `strict` makes a field that is not there an error."""
        return _run(self._nodes, _Scope({"$": value}, value, strict))


class _Scope:
    def __init__(self, variables: dict[str, Any], dot: Any, strict: bool) -> None:
        self.variables = variables
        self.dot = dot
        self.strict = strict

    def within(self, dot: Any, **more: Any) -> _Scope:
        return _Scope({**self.variables, **more}, dot, self.strict)


def _run(nodes: Sequence[Node], scope: _Scope) -> str:
    return "".join(node(scope) for node in nodes)


_ACTION = re.compile(
    r"""\{\{(?P<left>-\ )?(?P<body>(?:"(?:\\.|[^"\\])*"|`[^`]*`|.)*?)(?P<right>\ -)?\}\}""",
    re.X | re.S,
)
_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:\\.|[^"\\])*")|(?P<raw>`[^`]*`)|(?P<number>-?\d+(?:\.\d+)?)
    |(?P<field>(?:\$\w*)?(?:\.\w+)+|\.|\$\w*)|(?P<word>\w+)|(?P<sign>:=|[|(),=]))""",
    re.X,
)


class _Parser:
    def __init__(self, text: str) -> None:
        self.parts: list[tuple[str, str]] = []
        at, trim = 0, False
        for match in _ACTION.finditer(text):
            literal = text[at : match.start()]
            if trim:
                literal = literal.lstrip()
            if match["left"]:
                literal = literal.rstrip()
            self.parts += [("text", literal), ("action", match["body"].strip())]
            at, trim = match.end(), bool(match["right"])
        rest = text[at:].lstrip() if trim else text[at:]
        if "{{" in rest:
            raise TemplateError("failed to parse template: template: :1: unclosed action")
        self.parts.append(("text", rest))

    def block(self, ends: tuple[str, ...]) -> tuple[list[Node], str]:
        """Nodes up to an action that begins with one of `ends`, and that action."""
        nodes: list[Node] = []
        while self.parts:
            kind, body = self.parts.pop(0)
            if kind == "text":
                if body:
                    nodes.append(lambda scope, text=body: text)  # type: ignore[misc]
                continue
            word = body.split(None, 1)[0] if body else ""
            if word in ends:
                return nodes, body
            nodes.append(self.action(word, body))
        if ends:
            raise TemplateError("failed to parse template: template: :1: unexpected EOF")
        return nodes, ""

    def action(self, word: str, body: str) -> Node:
        rest = body[len(word) :].strip()
        match word:
            case "":
                raise TemplateError(
                    "failed to parse template: template: :1: missing value for command"
                )
            case "range":
                return self.range(rest)
            case "if":
                return self.conditional(rest, keep_dot=True)
            case "with":
                return self.conditional(rest, keep_dot=False)
            case "end" | "else":
                raise TemplateError(
                    f"failed to parse template: template: :1: unexpected {{{{{word}}}}}"
                )
            case "define" | "template" | "block" | "break" | "continue":
                raise TemplateError(f"the template action {word!r} is not supported here")
        if body.startswith("/*"):
            return lambda scope: ""
        if match := re.match(r"(\$\w+)\s*:?=\s*(.*)", body, re.S):
            name, expression = match[1], _expression(match[2])

            def assign(scope: _Scope) -> str:
                scope.variables[name] = expression(scope)
                return ""

            return assign
        expression = _expression(body)
        return lambda scope: _text(expression(scope))

    def conditional(self, rest: str, *, keep_dot: bool) -> Node:
        condition = _expression(rest)
        yes, ended = self.block(("else", "end"))
        no: list[Node] = []
        if ended.startswith("else"):
            more = ended[4:].strip()
            if more.startswith("if"):
                no = [self.conditional(more[2:].strip(), keep_dot=True)]
            else:
                no, _ = self.block(("end",))

        def choose(scope: _Scope) -> str:
            value = condition(scope)
            if _truth(value):
                return _run(yes, scope if keep_dot else scope.within(value))
            return _run(no, scope)

        return choose

    def range(self, rest: str) -> Node:
        names: list[str] = []
        if match := re.match(r"(\$\w+)\s*(?:,\s*(\$\w+))?\s*:=\s*(.*)", rest, re.S):
            names = [name for name in (match[1], match[2]) if name]
            rest = match[3]
        items = _expression(rest)
        body, ended = self.block(("else", "end"))
        empty: list[Node] = []
        if ended.startswith("else"):
            empty, _ = self.block(("end",))

        def repeat(scope: _Scope) -> str:
            value = items(scope)
            if isinstance(value, Mapping):
                pairs: list[tuple[Any, Any]] = sorted(value.items())
            elif isinstance(value, list | tuple):
                pairs = list(enumerate(value))
            elif value is None or value is _MISSING:
                pairs = []
            else:
                raise TemplateError(f"range can't iterate over {_text(value)}")
            texts = []
            for key, item in pairs:
                bound = dict(zip(names, (key, item) if len(names) == 2 else (item,), strict=False))
                texts.append(_run(body, scope.within(item, **bound)))
            return "".join(texts) if pairs else _run(empty, scope)

        return repeat


def _expression(text: str) -> Expression:
    tokens: list[tuple[str, str]] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise TemplateError(f"failed to parse template: unexpected {text[at:].strip()!r}")
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    expression, rest = _pipeline(tokens)
    if rest:
        raise TemplateError(f"failed to parse template: unexpected {rest[0][1]!r}")
    return expression


Tokens = list[tuple[str, str]]


def _pipeline(tokens: Tokens) -> tuple[Expression, Tokens]:
    expression, tokens = _call(tokens, None)
    while tokens and tokens[0] == ("sign", "|"):
        expression, tokens = _call(tokens[1:], expression)
    return expression, tokens


def _call(tokens: Tokens, piped: Expression | None) -> tuple[Expression, Tokens]:
    """One command of a pipeline: a value, or a function with its operands."""
    if not tokens:
        raise TemplateError("failed to parse template: template: :1: missing value for command")
    name = ""
    if tokens[0][0] == "word" and tokens[0][1] not in ("true", "false", "nil"):
        name = tokens[0][1]
        if name not in _FUNCTIONS:
            raise TemplateError(
                f'failed to parse template: template: :1: function "{name}" not defined'
            )
        tokens = tokens[1:]
    head = tokens[0] if tokens else ("", "")
    operands: list[Expression] = []
    while tokens and tokens[0] not in (("sign", "|"), ("sign", ")")):
        operand, tokens = _operand(tokens)
        operands.append(operand)
    if piped is not None:
        operands.append(piped)
    if name:
        function = _FUNCTIONS[name]

        def call(scope: _Scope) -> Any:
            values = [operand(scope) for operand in operands]
            try:
                return function(*values)
            except (TypeError, IndexError, KeyError, ValueError) as error:
                if isinstance(error, TemplateError):
                    raise
                raise TemplateError(f"error calling {name}: {error}") from error

        return call, tokens
    if head[0] == "field" and len(operands) > 1:
        # A method with arguments, such as .Label "name".
        return _method(head[1], operands), tokens
    if len(operands) != 1:
        raise TemplateError("failed to parse template: a value cannot be called")
    return operands[0], tokens


def _method(path: str, operands: list[Expression]) -> Expression:
    def call(scope: _Scope) -> Any:
        target = operands[0](scope)
        if not callable(target):
            raise TemplateError(f"{path} has arguments but cannot be invoked as function")
        return target(*(operand(scope) for operand in operands[1:]))

    return call


def _operand(tokens: Tokens) -> tuple[Expression, Tokens]:
    (kind, text), rest = tokens[0], tokens[1:]
    match kind:
        case "string":
            value = _unquoted(text)
            return (lambda scope: value), rest
        case "raw":
            return (lambda scope: text[1:-1]), rest
        case "number":
            number = float(text) if "." in text else int(text)
            return (lambda scope: number), rest
        case "field":
            return _field(text), rest
        case "word" if text in ("true", "false", "nil"):
            constant = {"true": True, "false": False, "nil": None}[text]
            return (lambda scope: constant), rest
        case "sign" if text == "(":
            inner, rest = _pipeline(rest)
            if not rest or rest[0] != ("sign", ")"):
                raise TemplateError("failed to parse template: unclosed left paren")
            rest = rest[1:]
            if rest and rest[0][0] == "field" and rest[0][1].startswith(".") and rest[0][1] != ".":
                names = rest[0][1].split(".")[1:]
                return (lambda scope: _walk(inner(scope), names, scope)), rest[1:]
            return inner, rest
    raise TemplateError(f"failed to parse template: unexpected {text!r}")


def _unquoted(text: str) -> str:
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise TemplateError(f"failed to parse template: bad string {text}") from error
    return str(value)


def _field(text: str) -> Expression:
    variable, _, path = text.partition(".")
    names = [name for name in path.split(".") if name]
    if variable:

        def from_variable(scope: _Scope) -> Any:
            if variable not in scope.variables:
                raise TemplateError(f"failed to parse template: undefined variable {variable!r}")
            return _walk(scope.variables[variable], names, scope)

        return from_variable
    return lambda scope: _walk(scope.dot, names, scope)


def _walk(value: Any, names: Sequence[str], scope: _Scope) -> Any:
    for name in names:
        if isinstance(value, Mapping):
            if name in value:
                value = value[name]
            elif name == "ID" and "Id" in value:  # the API writes Id where docker's types say ID
                value = value["Id"]
            elif scope.strict:
                raise TemplateError(
                    f'template: :1: executing "" at <.{".".join(names)}>: '
                    f'map has no entry for key "{name}"'
                )
            else:
                return _MISSING
        elif value is None or value is _MISSING:
            raise TemplateError(
                f'template: :1: executing "" at <.{".".join(names)}>: '
                f"nil pointer evaluating interface {{}}.{name}"
            )
        else:
            raise TemplateError(
                f'template: :1: executing "" at <.{".".join(names)}>: '
                f"can't evaluate field {name} in {_text(value)}"
            )
    return value


def _truth(value: Any) -> bool:
    return value is not _MISSING and bool(value)


def _text(value: Any) -> str:
    """As Go's fmt prints it."""
    match value:
        case _Missing() | None:
            return "<no value>"
        case bool():
            return "true" if value else "false"
        case Mapping():
            return "map[" + " ".join(f"{k}:{_inner(v)}" for k, v in sorted(value.items())) + "]"
        case list() | tuple():
            return "[" + " ".join(map(_inner, value)) + "]"
        case float():
            return f"{value:.10g}"
    return str(value)


def _inner(value: Any) -> str:
    return "<nil>" if value is None else _text(value)


def to_json(value: Any) -> str:
    """Compact JSON, escaped as Go's encoder does so that it is safe inside HTML."""
    if isinstance(value, Mapping):
        value = {key: item for key, item in value.items() if not callable(item)}
    text = msgspec.json.encode(None if value is _MISSING else value).decode()
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _index(value: Any, *keys: Any) -> Any:
    for key in keys:
        if isinstance(value, Mapping):
            value = value.get(key, "")
        elif value is None or value is _MISSING:
            return ""
        else:
            value = value[key]
    return value


def _printf(pattern: str, *values: Any) -> str:
    rest = list(values)

    def verb(match: re.Match[str]) -> str:
        flags, letter = match[1], match[2]
        if letter == "%":
            return "%"
        value = rest.pop(0) if rest else "%!" + letter + "(MISSING)"
        if letter == "q":
            return msgspec.json.encode(_text(value)).decode()
        if letter in "dxXo" and isinstance(value, int):
            return f"%{flags}{letter}" % value
        if letter in "feg" and isinstance(value, int | float):
            return f"%{flags}{letter}" % value
        return f"%{flags}s" % _text(value)

    return re.sub(r"%([-+# 0]*\d*(?:\.\d+)?)([a-zA-Z%])", verb, pattern)


def _and(*values: Any) -> Any:
    return next((value for value in values if not _truth(value)), values[-1])


def _or(*values: Any) -> Any:
    return next((value for value in values if _truth(value)), values[-1])


def _truncate(text: str, length: int) -> str:
    return text[:length]


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "json": to_json,
    "index": _index,
    "len": lambda value: 0 if value in (None, _MISSING) else len(value),
    "lower": lambda text: _text(text).lower(),
    "upper": lambda text: _text(text).upper(),
    "title": lambda text: _text(text).title(),
    "join": lambda items, separator: separator.join(map(_text, items or ())),
    "split": lambda text, separator: text.split(separator),
    "pad": lambda text, before, after: f"{' ' * before}{text}{' ' * after}" if text else "",
    "truncate": _truncate,
    "print": lambda *values: "".join(map(_text, values)),
    "println": lambda *values: " ".join(map(_text, values)) + "\n",
    "printf": _printf,
    "eq": lambda value, *others: value in others,
    "ne": lambda one, other: one != other,
    "lt": lambda one, other: one < other,
    "le": lambda one, other: one <= other,
    "gt": lambda one, other: one > other,
    "ge": lambda one, other: one >= other,
    "not": lambda value: not _truth(value),
    "and": _and,
    "or": _or,
    "slice": lambda value, *bounds: (
        value[slice(*bounds)] if len(bounds) == 2 else value[bounds[0] :]
    ),
}
