"""Folds and colours of indented JSON."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.json_folds import Kind, folds, spans

VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(VALUES)
def test_every_fold_is_a_whole_value(value: Any) -> None:
    lines = json.dumps(value, indent=2).split("\n")
    for begin, end in folds(lines).items():
        body = "\n".join(lines[begin : end + 1])
        body = body[min(at for at in (body.find("{"), body.find("[")) if at >= 0) :]
        if lines[begin].rstrip().endswith(("{", "[")) and ":" not in lines[begin]:
            json.loads(body.rstrip().rstrip(","))
        assert (
            lines[begin][: len(lines[begin]) - len(lines[begin].lstrip())]
            == (lines[end][: len(lines[end]) - len(lines[end].lstrip())])
        )


def test_words_have_their_kinds() -> None:
    line = '  "Path": "a \\" true: 1", true, -1.5e3'
    found = [(line[start : start + length], kind) for start, length, kind in spans(line)]
    assert found == [
        ('"Path"', Kind.NAME),
        ('"a \\" true: 1"', Kind.STRING),
        ("true", Kind.WORD),
        ("-1.5e3", Kind.NUMBER),
    ]
