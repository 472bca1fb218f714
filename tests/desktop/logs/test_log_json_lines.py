"""JSON in a line is spread without changing what it says."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.json_lines import begins_at, colors, spread

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner,
                                                                max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.text(max_size=5), values, min_size=1, max_size=4))
def test_a_spread_line_means_the_same(value: dict[str, object]) -> None:
    line = json.dumps(value)
    rows = spread(line)
    assert rows is not None
    assert json.loads(rows) == value
    assert "".join(rows.split()) == "".join(line.split())
    runs = colors(rows)
    assert all(run.end <= after.start for run, after in pairwise(runs))


def test_what_is_written_stays_as_it_is() -> None:
    assert spread('{"a":1.50,"a":1E2}') == '{\n  "a": 1.50,\n  "a": 1E2\n}'
    assert spread('2026 [web] {"a":[]}') == '2026 [web]\n{\n  "a": []\n}'
    assert spread('[1,{"b":{}}]') == '[\n  1,\n  {\n    "b": {}\n  }\n]'


@pytest.mark.parametrize("line", ["", "{}", "[]", "{a}", "a}", '{"a":1} tail', "[info] x]", "}"])
def test_other_lines_are_left_alone(line: str) -> None:
    assert begins_at(line) is None
    assert spread(line) is None


def test_depth_without_end_is_no_trouble() -> None:
    assert spread("[" * 100_000 + "]" * 100_000) is None


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    spread(text)
    spread("{" + text + "}")
