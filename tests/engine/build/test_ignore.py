"""Docker's matching of .dockerignore patterns."""

import time

import pytest

from davit_engine.build.ignore import excluded, fits, parse_ignore
from davit_engine.errors import InvalidParameter


@pytest.mark.parametrize(
    ("text", "path", "result"),
    [
        ("*.log", "a.log", True),
        ("*.log", "x/a.log", False),
        ("**/*.log", "x/y/a.log", True),
        ("**/*.log", "a.log", True),
        ("docs", "docs/a/b", True),
        ("/docs/", "docs", True),
        ("*/temp*", "some/temporary.txt", True),
        ("temp?", "tempa", True),
        ("*.md\n!README.md", "README.md", False),
        ("*.md\n!README*.md\nREADME-secret.md", "README-secret.md", True),
        ("# a\n\n  b ", "b", True),
        ("a/../b", "b", True),
        ("../x", "x", False),
        ("[a-c]x", "bx", True),
        ("[^a-c]x", "bx", False),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("**", "anything/at/all", True),
        ("*\n!src", "src/main.c", False),
        ("\\*", "*", True),
        ("\\*", "a", False),
    ],
)
def test_matching(text: str, path: str, result: bool) -> None:
    assert excluded(path, parse_ignore(text)) is result


@pytest.mark.parametrize("text", ["[", "a[", "[]", "[a-", "\\", "!", "x/[z"])
def test_malformed_patterns_are_refused(text: str) -> None:
    with pytest.raises(InvalidParameter):
        parse_ignore(text)


def test_patterns_of_an_attacker_take_no_time() -> None:
    began = time.monotonic()
    assert not fits("*a" * 100 + "b", "a" * 200)
    assert not excluded("/".join(["a"] * 200), parse_ignore("**/a/" * 50 + "b"))
    assert time.monotonic() - began < 5
