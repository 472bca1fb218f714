"""Patterns of clients are found as Python's own finds them, and never take long."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine import pattern

_atoms = st.sampled_from(["a", "b", "-", ".", "[ab]", "[^a-c]", r"\d", r"\W", "^", "$", r"\b", ""])
_patterns = st.recursive(
    _atoms,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map("".join),
        st.lists(parts, min_size=1, max_size=3).map(lambda them: f"({'|'.join(them)})"),
        st.tuples(parts, st.sampled_from(["*", "+?", "?", "{2}", "{1,3}"])).map(
            lambda both: f"(?:{both[0]}){both[1]}"
        ),
    ),
    max_leaves=6,
)


@given(_patterns, st.text("abc-1 ", max_size=8))
def test_a_pattern_is_found_where_python_finds_it(text: str, candidate: str) -> None:
    assert pattern.found(text, candidate) == bool(re.search(text, candidate, re.ASCII))


@pytest.mark.parametrize(
    ("text", "candidate", "fits"),
    [
        ("^/?web_[0-9]+$", "web_12", True),
        ("^/?web_[0-9]+$", "web_", False),
        ("(?i)WEB", "my-web", True),
        ("w(?i:E)b", "wEB", False),
        ("^(db|web)$", "web", True),
    ],
)
def test_patterns_that_clients_send(text: str, candidate: str, fits: bool) -> None:
    assert pattern.found(text, candidate) is fits


@pytest.mark.parametrize("text", ["(a+)+$", "(a|a)*$", "(.*)*(.*)*x", "((a{1,9}){1,9})*$"])
def test_a_malicious_pattern_takes_no_time(text: str) -> None:
    began = time.process_time()
    assert not pattern.found(text.replace("$", "x$"), "a" * 64)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "text",
    [
        *("*", "(", "a{99999999999}", "((a{500}){500})", "(?:(?:(?:){999}){999}){999}"),
        *("(?=a)", r"(a)\1", "(" * 200 + ")" * 200, "a" * 257, r"\p"),
    ],
)
def test_what_cannot_be_understood_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        pattern.found(text, "a")
