"""The .dockerignore as both sides read it: what the client does not send, the engine leaves out."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from davit_desktop.client import build_ignore
from davit_engine.build import ignore
from davit_engine.errors import InvalidParameter

PIECES = st.sampled_from(
    ["a", "b", "ab", "*", "**", "?", ".", "..", "a*", "*b", "a*b", "*a*", "[ab]", "[^a]", "[a-c]",
     "[", "[]", "[a", "[-a]", "[a-]", "\\", "\\*", "a\\", "", " ", "é", "***"]
)  # fmt: skip
LINES = st.builds(
    lambda sign, parts, end: sign + "/".join(parts) + end,
    st.sampled_from(["", "", "!", "! ", "/", "#", "!/", " "]),
    st.lists(PIECES, min_size=1, max_size=4),
    st.sampled_from(["", "/", " ", "\r"]),
)
NAMES = st.sampled_from(["a", "b", "c", "ab", "aab", "*", "[", ".", "é", "\\", "-", "]"])
PATHS = st.lists(NAMES.filter(lambda name: name != "."), min_size=1, max_size=4).map("/".join)


@given(st.lists(LINES, max_size=5), PATHS)
@example(["**", "!a/*b"], "a/ab")
@example(["a", "!a/b", "a/b/c"], "a/b/c")
@example(["!a", "*"], "a/b")
def test_both_sides_leave_out_the_same(lines: list[str], path: str) -> None:
    text = "\n".join(lines)
    try:
        theirs = ignore.parse_ignore(text)
    except InvalidParameter:
        with pytest.raises(build_ignore.InvalidPattern):
            build_ignore.parse_ignore(text)
        return
    ours = build_ignore.parse_ignore(text)
    parts = path.split("/")
    found = build_ignore.at_root(ours)
    for depth, name in enumerate(parts, 1):
        closed = found.closed
        found = build_ignore.below(found, name, ours)
        assert found.excluded == ignore.excluded("/".join(parts[:depth]), theirs)
        assert not closed or found.closed, "a folder that is not read hides nothing that is wanted"


def test_a_pattern_made_to_be_slow_is_not() -> None:
    patterns = build_ignore.parse_ignore("/".join(["*a*a*a*a*a*a*a*a*b", *["**"] * 20, "x"]))
    path = "/".join(itertools.repeat("a" * 200, 20))
    assert not build_ignore.excluded(path, patterns)
