"""Ids, names, prefixes and filters as Docker reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine import lookup
from davit_engine.errors import InvalidParameter, NotFound

IDS = {
    "616cf8fc5bdc16a55d638074bc736c13a538bbe7a9ffc0ed95da75e0923d95c9": "web",
    "616c000000000000000000000000000000000000000000000000000000000000": "db",
    "ab00000000000000000000000000000000000000000000000000000000000000": "616cf",
}


def test_four_digits_find_a_container_when_they_suffice() -> None:
    assert lookup.find(IDS, "ab00", "container") == next(id for id in IDS if id.startswith("ab"))


def test_a_name_wins_over_a_prefix() -> None:
    assert lookup.find(IDS, "616cf", "container").startswith("ab")


def test_an_ambiguous_prefix_is_refused() -> None:
    with pytest.raises(InvalidParameter, match="multiple IDs found with provided prefix: 616c"):
        lookup.find(IDS, "616c", "container")


@pytest.mark.parametrize("query", ["", "zz", "616cf8fc5bdd", "../etc", "WEB", "/", "616c%"])
def test_what_names_nothing_is_not_found(query: str) -> None:
    with pytest.raises(NotFound, match="No such container"):
        lookup.find(IDS, query, "container")


def test_generated_names_are_names_and_are_never_taken() -> None:
    taken: set[str] = set()
    for _ in range(5000):
        name = lookup.generate_name(taken)
        assert lookup.NAME.fullmatch(name)
        assert name not in taken
        taken.add(name)


def test_short_ids_are_never_all_decimal() -> None:
    assert not any(lookup.new_id()[:12].isdecimal() for _ in range(2000))


def test_filters_are_read_in_both_encodings() -> None:
    listed = lookup.parse_filters('{"label":["a=b","c"]}', {"label"})
    mapped = lookup.parse_filters('{"label":{"a=b":true,"c":true,"d":false}}', {"label"})
    assert listed.values("label") == mapped.values("label") == ("a=b", "c")
    assert listed.matches_labels({"a": "b", "c": ""})
    assert not listed.matches_labels({"a": "x", "c": ""})


@pytest.mark.parametrize("raw", ["{", "[]", '{"label":1}', '{"nope":["x"]}', '{"label":[1]}'])
def test_bad_filters_are_refused(raw: str) -> None:
    with pytest.raises(InvalidParameter, match="invalid filter"):
        lookup.parse_filters(raw, {"label"})


def test_a_name_filter_is_a_pattern_and_a_broken_one_harms_nobody() -> None:
    assert lookup.parse_filters('{"name":["^web$"]}', {"name"}).matches_pattern("name", ["web"])
    broken = lookup.parse_filters('{"name":["(((("]}', {"name"})
    assert not broken.matches_pattern("name", ["web"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1700000000", 1700000000 * 10**9),
        ("1700000000.5", 1700000000 * 10**9 + 500_000_000),
        ("1970-01-01T00:00:01.000000002Z", 10**9 + 2),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1970-01-02", 86400 * 10**9),
        ("10s", 90 * 10**9),
        ("1m30s", 10 * 10**9),
    ],
)
def test_times_are_read_as_docker_writes_them(text: str, expected: int) -> None:
    assert lookup.parse_time(text, 100 * 10**9) == expected


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_a_clear_refusal(text: str) -> None:
    try:
        lookup.parse_time(text, 10**18)
    except InvalidParameter as refusal:
        message = str(refusal)
    else:
        return
    assert "invalid time" in message


def test_a_name_filter_cannot_hold_the_engine_up() -> None:
    filters = lookup.parse_filters('{"name":["^(a+)+$","(?=x)"]}', {"name"})
    assert filters.matches_pattern("name", ["aaa"])
    assert not filters.matches_pattern("name", [f"{'a' * 60}{number}" for number in range(50)])
