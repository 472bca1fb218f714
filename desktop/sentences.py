"""Finds the sentences that the machine says, in the sources of davit_vm, for translation.

The machine speaks English, on the command line too. What is written here is the form of each of
its sentences, with fields where values stand, so that the window can know one when it hears it.
A sentence is a text that is given to an error, a check, a note or an event, by itself, through a
variable or a table, or that a function hands back.
"""

import ast
import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

VM = Path(__file__).resolve().parents[1] / "vm/davit_vm"
TARGET = Path(__file__).resolve().parent / "davit_desktop/state/machine_sentences.py"

_TELLERS = frozenset(("Check", "Choice", "Event", "Problem", "WireError", "_NotTried", "Verdict"))
_TELLS = frozenset(
    (
        "_changed",
        "_move",
        "_note",
        "_require_stopped",
        "_tell",
        "bad",
        "explain",
        "note",
        "work_on",
        "NotADirectoryError",
    )
)
_CARRIES = re.compile(
    r"_?(?:what|why|hint|note|problem|reason|detail|said|how|text|shown|rule|advice|cpus|used|words"
    r"|last|holder|verb|purpose)$"
)
"""Names of variables, fields and arguments that hold sentences or parts of one."""
_NOT_TOLD = frozenset(("__main__.py", "channel.py", "named_pipe.py", "redaction.py", "seed.py"))
"""The guest hears some of it, and the command line the rest."""
_TABLE = re.compile(r"_[A-Z][A-Z_]*$")
_NO_SENTENCE = re.compile(
    r"""[/\\-] | \w+= | davit[ ]machine[ ]set | (?:import|date|echo|grep)[ ]
    | .*(?:\n|[ ]maxcpus=|GET[ ]|::|\[\\) | \W*$""",
    re.VERBOSE | re.DOTALL,
)
"""Commands, their arguments, and what goes over a wire."""
_FIELD = re.compile(r"\{\w*\}")
_LINE = 100
_WORDS = re.compile(r"[A-Za-z']{2,}")


def forms(folder: Path = VM) -> list[str]:
    """Every form once, in order: "Cannot share {path}"."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.py"))
        if path.name not in _NOT_TOLD
    ]
    tellers = _errors(trees) | _TELLERS | _TELLS
    texts = {text.strip() for tree in trees for text in _of_file(tree, tellers)}
    # One name of a field is enough where two sentences differ in nothing else.
    return sorted({_FIELD.sub("{}", text): text for text in sorted(texts)}.values())


def _errors(trees: list[ast.Module]) -> set[str]:
    """The classes of errors: MachineError, and what comes of it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    errors = {"MachineError"}
    while (
        more := {
            node.name
            for node in classes
            if any(isinstance(base, ast.Name) and base.id in errors for base in node.bases)
        }
        - errors
    ):
        errors |= more
    return errors


def _of_file(tree: ast.Module, tellers: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                if name in tellers:
                    for argument in node.args:
                        yield from _texts(argument)
                for keyword in node.keywords:
                    if name in tellers or _CARRIES.match(keyword.arg or ""):
                        yield from _texts(keyword.value)
            case ast.Assign(targets=[target], value=value):
                if _carries(target):
                    yield from _texts(value)
            case ast.DictComp(value=value):
                yield from _texts(value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) if _carries(target):
                yield from _texts(value)
            case ast.Tuple(elts=[ast.Name(id=name), *rest]) if name in tellers:
                for part in rest:
                    yield from _texts(part)
            case ast.Return(value=ast.expr() as value):
                yield from _texts(value)
            case _:
                pass


def _carries(target: ast.expr) -> bool:
    match target:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return bool(_CARRIES.match(name) or _TABLE.match(name))
        case ast.Tuple(elts=parts):
            return any(_carries(part) for part in parts)
        case _:
            return False


def _texts(value: ast.expr) -> Iterator[str]:
    """The sentences in an expression, whichever of them it comes to."""
    match value:
        case ast.Constant(value=str() as text):
            if _is_sentence(text):
                yield text
        case ast.JoinedStr():
            text = _form(value)
            if _is_sentence(text):
                yield text
            for part in value.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _texts(part.value)
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _texts(part)
        case ast.BinOp(left=left, right=right):
            yield from (*_texts(left), *_texts(right))
        case ast.Dict(values=parts):
            for part in parts:
                yield from _texts(part)
        case ast.GeneratorExp(elt=part):
            yield from _texts(part)
        case ast.Call(func=ast.Attribute(attr="get"), args=parts):
            for part in parts:
                yield from _texts(part)
        case _:
            pass


def _is_sentence(text: str) -> bool:
    words = _WORDS.findall(_FIELD.sub("", text))
    return " " in text.strip() and bool(words) and not _NO_SENTENCE.match(text)


def _form(node: ast.JoinedStr) -> str:
    """The text with named fields: "only {free} MiB are free where {place} lies"."""
    names: list[str] = []
    parts = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = _name(part.value)
            while name in names:
                name += "2" if not name[-1].isdigit() else "1"
            names.append(name)
            parts.append(f"{{{name}}}")
        elif isinstance(part, ast.Constant):
            parts.append(str(part.value))
    return "".join(parts)


def _name(value: ast.expr) -> str:
    """The first name in an expression that is no function's, as `path` in `str(self.path)`."""
    functions = {id(node.func) for node in ast.walk(value) if isinstance(node, ast.Call)}
    for node in ast.walk(value):
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in functions:
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in ("map", "str"):
                continue
            return name.strip("_").lower()
    return "value"


def table() -> str:
    """The forms as a module of the window."""
    head = (
        '"""The forms of the machine\'s sentences: written by desktop/sentences.py."""\n\n'
        "from davit_desktop.translation import mark\n\nFORMS = (\n"
    )
    return "".join((head, *map(_marked, forms()), ")\n"))


def _marked(text: str) -> str:
    line = f"    mark({json.dumps(text, ensure_ascii=False)}),\n"
    if len(line) <= _LINE + 1:
        return line
    pieces = textwrap.wrap(text, _LINE - 12, drop_whitespace=False)
    lines = (f"        {json.dumps(piece, ensure_ascii=False)}\n" for piece in pieces)
    return "".join(("    mark(\n", *lines, "    ),\n"))


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8")
