"""A log that breaks off is taken up again without a repeated or a lost line."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.entries import Entry, Stream
from davit_desktop.logs.resume import Seen

SECOND = 1_000_000_000

steps = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 1, 1000, SECOND // 3, 2 * SECOND, 30 * SECOND]),
        st.sampled_from(Stream),
        st.sampled_from([b"a", b"b", b"c"]),
    ),
    max_size=40,
)


def log(spec) -> list[Entry]:
    now = 1_700_000_000 * SECOND
    entries = []
    for step, stream, data in spec:
        now += step
        entries.append(Entry(stream, now, data))
    return entries


@given(steps, st.data())
def test_a_log_broken_anywhere_is_whole_again(spec, data) -> None:
    entries = log(spec)
    seen = Seen()
    had: list[Entry] = []
    cuts = sorted(data.draw(st.lists(st.integers(0, len(entries)), max_size=4)))
    for cut in [*cuts, len(entries)]:
        rejoin = seen.rejoin()
        coming = [entry for entry in entries[:cut] if entry.time_ns >= rejoin.since_ns]
        new = rejoin.fresh(coming)
        seen.note(new)
        assert not (had and new and rejoin.gap)
        had += new
    assert had == entries


@given(steps.filter(bool), st.data())
def test_what_is_older_than_the_fetched_end_is_not_new(spec, data) -> None:
    entries = log(spec)
    tail = data.draw(st.integers(0, len(entries) - 1))
    if tail and entries[tail].time_ns == entries[tail - 1].time_ns:
        tail = 0  # which of the lines with equal stamps were had cannot be told
    seen = Seen()
    if tail:
        seen.begin_at(entries[tail].time_ns)
    seen.note(entries[tail:])
    rejoin = seen.rejoin()
    assert rejoin.fresh([e for e in entries if e.time_ns >= rejoin.since_ns]) == []


def test_a_line_awaited_since_long_ago_is_new_when_it_ends() -> None:
    seen = Seen()
    old = Entry(Stream.OUT, 10 * SECOND, b"login: ")
    seen.note([Entry(Stream.ERR, 9 * SECOND, b"boot"), Entry(Stream.ERR, 60 * SECOND, b"tick")])
    rejoin = seen.rejoin([old])
    assert rejoin.since_ns <= 10 * SECOND
    whole = old._replace(data=b"login: root")
    assert rejoin.fresh([whole, Entry(Stream.ERR, 60 * SECOND, b"tick")]) == [whole]


def test_a_log_that_has_lost_what_was_had_has_a_gap() -> None:
    seen = Seen()
    seen.note([Entry(Stream.OUT, 10 * SECOND, b"a")])
    rejoin = seen.rejoin()
    assert rejoin.fresh([Entry(Stream.OUT, 99 * SECOND, b"z")])
    assert rejoin.gap
