"""No words of the window are left out of translation: asked of the sources."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_desktop import translation

SOURCES = Path(translation.__file__).parent
NOT_OURS = frozenset(
    (
        *("state/pull.py", "client/run_flags.py", "client/run_command.py", "client/units.py"),
        "client/build_flags.py",
    )
)
"""They read or speak docker's words."""
TERMINAL = frozenset(("uninstall.py", "updates/early.py"))
"""They speak where no window is: in English, as all of the command line does."""
FILES = {
    name: path
    for path in sorted(SOURCES.rglob("*.py"))
    if (name := path.relative_to(SOURCES).as_posix()) not in NOT_OURS | TERMINAL
    and not name.startswith("cli/")
}

SHOWN = frozenset(
    """
    setText setToolTip setStatusTip setWindowTitle setPlaceholderText setAccessibleName
    setAccessibleDescription setInformativeText setTitle set_text set_icon addAction addMenu
    addButton addTab addItem plain_label wrapped ElidedLabel TextButton IconButton QPushButton
    QLabel QAction CheckBox Card Fold Number Look Problem Column say show_toast start start_quiet
    progress QFileDialog emit _entry add_page
    """.split()  # noqa: SIM905
)
"""Calls whose texts a person reads."""
WORDED = frozenset(("failure", "title", "text", "tip", "placeholder", "reason", "advice"))
"""Keywords, of any call, whose texts a person reads."""
UNWORDED = frozenset(("look", "command", "token", "key", "name", "icon", "sample", "subject"))
NEVER_SHOWN = frozenset(("log", "re", "AssertionError", "TypeError", "RuntimeError"))
PASSED_ON = frozenset(("format", "join", "visible", "tool_tip"))

SENTENCE = re.compile(r"[A-Z][a-z]+,?( [A-Za-z'-]+)+")
SAME = re.compile(
    r"(sudo |\$ )?(docker|davit|systemctl|sh|export) |Davit$|Aa$|JSON$|[A-Z][a-z]{2}$|F\d+$"
    r"|(Ctrl|Alt|Shift)\+|Loaded image|Windows Hypervisor Platform$|used by$"
)
"""Commands, keys, names, and what the engine says."""


class _Reader(ast.NodeVisitor):
    """Collects texts that a person reads and that are not translated."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self._shown = False

    def visit_Call(self, call: ast.Call) -> None:
        name, root = _name(call), _root(call)
        if name in ("tr", "mark") or root in NEVER_SHOWN:
            return
        outer = self._shown
        if name not in PASSED_ON:
            self._shown = False
        self.visit(call.func)
        self._shown = name in SHOWN or (outer and name in PASSED_ON)
        for argument in call.args:
            self.visit(argument)
        for keyword in call.keywords:
            if keyword.arg in UNWORDED:
                continue
            self._shown = name in SHOWN or keyword.arg in WORDED
            self.visit(keyword.value)
        self._shown = outer

    def visit_Compare(self, node: ast.Compare) -> None:
        pass

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._judge(node, node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = (v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
        self._judge(node, "".join(map(str, parts)))
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value)

    def _judge(self, node: ast.expr, text: str) -> None:
        if SAME.match(text):
            return
        worded = re.search(r"[A-Za-z]{2}", text) and (text[0].isupper() or " " in text.strip())
        if SENTENCE.match(text) or (self._shown and worded):
            self.found.append((node.lineno, text))


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _root(call: ast.Call) -> str:
    at: ast.expr = call.func
    while isinstance(at, ast.Attribute | ast.Call):
        at = at.value if isinstance(at, ast.Attribute) else at.func
    return at.id if isinstance(at, ast.Name) else ""


def untranslated(source: str) -> list[tuple[int, str]]:
    reader = _Reader()
    reader.visit(ast.parse(source))
    return reader.found


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Start")',
        'label.setText(f"Cannot start {name}")',
        'words = "The engine is stopped"',
        'actions.start(tr("Starting"), work, failure="Cannot start")',
        'say(" ".join(["not yet"]))',
        'label.setText("Start" if stopped else tr("Stop"))',
    ],
)
def test_words_that_are_left_out_are_found(source: str) -> None:
    assert len(untranslated(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(tr("Start"))',
        '"""What this file is for."""',
        'log.info("The engine has gone")',
        'actions.start(tr("Starting"), work, command="docker start web")',
        'if text == "Pull complete": pass',
        'answer["Server Version"]',
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert not untranslated(source)


@pytest.mark.parametrize("name", FILES)
def test_everything_that_is_said_can_be_translated(name: str) -> None:
    found = untranslated(FILES[name].read_text(encoding="utf-8"))
    assert not found, "\n".join(f"{name}:{line}: {text!r}" for line, text in found)


def mistakes(source: str) -> Iterator[str]:
    """Calls of `tr` and `mark` that a translation cannot serve."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        match node:
            case ast.Call(func=ast.Name(id="tr" | "mark"), args=[ast.JoinedStr(), *_]):
                yield f"line {node.lineno}: filled in before it is translated"
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(
                        func=ast.Name(id="tr"), args=[ast.Constant(value=str(text)), *_]
                    ),
                    attr="format",
                )
            ):
                wanted = {field for _, field, _, _ in string.Formatter().parse(text) if field}
                given = {keyword.arg for keyword in node.keywords}
                if wanted != given and None not in given:
                    yield f"line {node.lineno}: {wanted} are wanted, {given} are given"
            case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str(text)), *rest]):
                if ("%n" in text or "(s)" in text) and len(rest) < 2 and not node.keywords:
                    yield f"line {node.lineno}: a plural without its number"


@pytest.mark.parametrize(
    "source",
    ['tr(f"Cannot start {name}")', 'tr("Start {name}").format(nam=1)', 'tr("%n image(s)")'],
)
def test_mistakes_are_found(source: str) -> None:
    assert len(list(mistakes(source))) == 1


@pytest.mark.parametrize("name", FILES)
def test_words_are_translated_before_they_are_filled_in(name: str) -> None:
    found = list(mistakes(FILES[name].read_text(encoding="utf-8")))
    assert not found, f"{name}: " + "\n".join(found)
