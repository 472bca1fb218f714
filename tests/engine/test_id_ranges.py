"""No two containers ever share an id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.id_ranges import OVERFLOW_ID, IdRange, allocate, parse_pool

POOL = IdRange(100_000, 10 * 1024)

RANGES = st.builds(
    IdRange, st.integers(min_value=95_000, max_value=115_000), st.integers(1024, 4096)
)


@given(st.lists(RANGES, max_size=8), st.integers(1024, 4096))
def test_what_is_allocated_is_free_and_within_the_pool(taken: list[IdRange], size: int) -> None:
    try:
        found = allocate(POOL, taken, size)
    except Unavailable:
        # Then there is no room at any place: behind none of the others, nor at the beginning.
        starts = [POOL.start, *(other.start + other.size for other in taken)]
        assert not any(_free(IdRange(start, size), taken) for start in starts)
        return
    assert found.size == size
    assert _free(found, taken)


def _free(wanted: IdRange, taken: list[IdRange]) -> bool:
    end = wanted.start + wanted.size
    return (
        wanted.start >= POOL.start
        and end <= POOL.start + POOL.size
        and all(end <= other.start or other.start + other.size <= wanted.start for other in taken)
    )


def test_a_range_that_is_given_back_is_used_again() -> None:
    first = allocate(POOL, [], 2048)
    second = allocate(POOL, [first], 2048)
    assert (first.start, second.start) == (100_000, 102_048)
    assert allocate(POOL, [second], 2048) == first
    assert allocate(POOL, [second], 4096).start == 104_096


def test_no_room_is_told_in_words() -> None:
    with pytest.raises(Unavailable, match="no 20480 user ids in a row are left"):
        allocate(POOL, [], 20480)


def test_ids_are_translated_both_ways() -> None:
    ids = IdRange(5000, 2000)
    assert [ids.outside(id) for id in (0, 33, 1999, 2000)] == [5000, 5033, 6999, 5000]
    assert [ids.inside(id) for id in (5000, 6999, 7000, 0)] == [0, 1999, OVERFLOW_ID, OVERFLOW_ID]


@pytest.mark.parametrize("text", ["", "5", "0:65536", "100000:5", "4294900000:65536000", "a:b"])
def test_a_pool_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidParameter, match="is not START:COUNT"):
        parse_pool(text)


def test_a_pool_is_where_ids_come_from() -> None:
    assert parse_pool("100000:65536") == IdRange(100_000, 65536)
