"""A spool gives back what was put in, under numbers that stay."""

import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.entries import Entry, Kind, Level, Stream
from davit_desktop.logs.segment import MOST_SOURCES
from davit_desktop.logs.spool import LogLine, LogSpool

entries_strategy = st.lists(
    st.builds(
        Entry,
        st.sampled_from(Stream),
        st.integers(0, 2**63),
        st.binary(max_size=60).map(lambda data: data.replace(b"\n", b"")),
        st.sampled_from(Kind),
        st.integers(0, MOST_SOURCES - 1),
        st.sampled_from(Level),
        st.none() | st.integers(0, 255),
    ),
    max_size=12,
)
FOLDER = Path(tempfile.gettempdir())  # only nameless files are made there


Keep = Callable[[LogSpool], LogSpool]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Closes the spools of a test when it is over."""
    with ExitStack() as stack:

        def note(kept: LogSpool) -> LogSpool:
            stack.callback(kept.close)
            return kept

        yield note


def contents(spool: LogSpool) -> list[Entry]:
    lines = spool.lines(spool.first, spool.end - spool.first, 1 << 20)
    assert [line.number for line in lines] == list(range(spool.first, spool.end))
    return [entry_of(line) for line in lines]


def entry_of(line: LogLine) -> Entry:
    return Entry(
        line.stream, line.time_ns, line.data, line.kind, line.source, line.level, line.code
    )


def spool(folder: Path, **limits: int) -> LogSpool:
    return LogSpool(folder, **limits)


@given(st.lists(entries_strategy, max_size=8), st.integers(1, 300))
def test_lines_of_any_bytes_come_back_across_segments(batches, segment_bytes) -> None:
    kept = spool(FOLDER, segment_bytes=segment_bytes)
    for batch in batches:
        kept.append(batch)
    assert contents(kept) == [entry for batch in batches for entry in batch]
    kept.close()


@given(st.lists(entries_strategy, max_size=8), st.integers(1, 300), st.integers(1, 200))
def test_chunks_cover_every_line_once(batches, segment_bytes, most) -> None:
    kept = spool(FOLDER, segment_bytes=segment_bytes)
    for batch in batches:
        kept.append(batch)
    found: list[bytes] = []
    at = kept.first
    while (chunk := kept.chunk(at, most)).data:
        assert chunk.first == at
        assert chunk.end > at
        lines = chunk.data[:-1].split(b"\n")
        assert len(lines) == chunk.end - chunk.first
        assert len(chunk.data) <= most or len(lines) == 1
        found += lines
        at = chunk.end
    assert found == [entry.data for batch in batches for entry in batch]
    kept.close()


@given(st.lists(entries_strategy, max_size=6), st.lists(entries_strategy, max_size=6), st.data())
def test_earlier_lines_are_put_before_without_renumbering(before, after, data) -> None:
    flat = [entry for batch in before for entry in batch]
    count = data.draw(st.integers(0, len(flat)))
    kept = spool(FOLDER, segment_bytes=50)
    for batch in after:
        kept.append(batch)
    numbers = [(line.number, line.data) for line in kept.lines(0, kept.end, 1 << 20)]
    earlier = spool(FOLDER, segment_bytes=40)
    for batch in before:
        earlier.append(batch)
    kept.put_before(earlier, count)
    assert contents(kept) == flat[:count] + [entry for batch in after for entry in batch]
    assert kept.first == -count
    assert [(line.number, line.data) for line in kept.lines(0, kept.end, 1 << 20)] == numbers
    kept.append([Entry(Stream.OUT, 1, b"next")])
    assert kept.lines(kept.end - 1, 1, 99)[0].data == b"next"
    kept.close()
    earlier.close()


def test_the_oldest_lines_go_when_the_limit_is_reached(tmp_path: Path, keep: Keep) -> None:
    kept = keep(spool(tmp_path, segment_bytes=1000, limit_bytes=5000))
    for i in range(2000):
        kept.append([Entry(Stream.OUT, i, b"line %04d" % i)])
    assert kept.size <= 5000
    assert kept.end == 2000
    assert kept.dropped == kept.first > 0
    assert [line.data for line in kept.lines(0, 10_000, 99)] == [
        b"line %04d" % i for i in range(kept.first, 2000)
    ]


def test_the_front_of_a_long_line_is_read_without_the_rest(tmp_path: Path, keep: Keep) -> None:
    kept = keep(spool(tmp_path))
    kept.append([Entry(Stream.OUT, 1, b"a"), Entry(Stream.OUT, 2, b"0123456789" * 1000)])
    long = kept.lines(1, 1, 16)[0]
    assert (long.data, long.size) == (b"0123456789012345", 10_000)
    assert kept.bytes_of(1, 9_995, 99_999) == b"56789"
    assert kept.bytes_of(7, 0, 10) == b""


def test_a_closed_spool_is_empty_and_takes_nothing(tmp_path: Path, keep: Keep) -> None:
    kept = keep(spool(tmp_path))
    kept.append([Entry(Stream.OUT, 1, b"a")])
    kept.close()
    kept.append([Entry(Stream.OUT, 1, b"b")])
    assert kept.lines(0, 10, 10) == []
    assert kept.chunk(0, 10).data == b""


def test_nothing_is_left_in_the_folder(tmp_path: Path, keep: Keep) -> None:
    kept = keep(spool(tmp_path / "logs"))
    kept.append([Entry(Stream.OUT, 1, b"a")])
    assert list((tmp_path / "logs").iterdir()) == []
    assert (tmp_path / "logs").stat().st_mode & 0o077 == 0


batches_of_two = st.lists(
    st.tuples(st.integers(0, 1), st.lists(st.integers(0, 30), min_size=1, max_size=4)), max_size=12
)


@given(batches_of_two, st.sampled_from([1, 60, 10_000]))
def test_late_lines_are_put_where_they_belong(batches, segment_bytes) -> None:
    """Each source writes at times that never fall; the other's lines may be late."""
    kept = spool(FOLDER, segment_bytes=segment_bytes)
    clock = [0, 0]
    written: list[Entry] = []
    followed: dict[bytes, int] = {}
    seen = 0
    for source, steps in batches:
        batch = []
        for step in steps:
            clock[source] += step
            batch.append(Entry(Stream.OUT, clock[source], b"%d" % len(written), source=source))
            written.append(batch[-1])
        kept.place(batch)
        shifts = kept.shifts(seen)
        seen = kept.shift
        for name, number in followed.items():
            for places in shifts:
                number += bisect_right(places, number)
            followed[name] = number
        now = {line.data: line.number for line in kept.lines(0, kept.end, 99)}
        assert {name: now[name] for name in followed} == followed
        followed = now
    found = contents(kept)
    assert sorted(found) == sorted(written)
    for source in (0, 1):
        assert [e for e in found if e.source == source] == [
            e for e in written if e.source == source
        ]
    if segment_bytes == 10_000:
        assert [e.time_ns for e in found] == sorted(e.time_ns for e in written)
    kept.close()
