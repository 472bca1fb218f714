"""The last lines of a log are counted as a reader would count them."""

import asyncio
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_engine.containers import logs
from davit_engine.containers.log_records import Batch, Decoder, LogOptions

Piece = tuple[int, bytes, bool]
"""Stream, text without line end, whether the line ends here."""


def record(number: int, piece: Piece) -> bytes:
    stream, text, ends = piece
    stamp = f"2026-01-01T00:00:{number // 1000:02d}.{number % 1000:03d}000000+00:00"
    name = "stdout" if stream == 1 else "stderr"
    return f"{stamp} {name} {'F' if ends else 'P'} ".encode() + text + b"\n"


def write(path: Path, pieces: list[Piece]) -> None:
    path.write_bytes(b"".join(record(*numbered) for numbered in enumerate(pieces)))


async def collect(path: Path, options: LogOptions) -> list[tuple[int, bytes]]:
    batches: list[Batch] = [batch async for batch in logs.read(path, options, None)]
    return list(itertools.chain.from_iterable(batches))


def last_lines(pieces: list[Piece], count: int) -> dict[int, bytes]:
    """By stream, what belongs to the last lines; a line stands where its last piece stands."""
    open_: dict[int, bytes] = {}
    places: dict[int, int] = {}
    ended: list[tuple[int, int, bytes]] = []
    for place, (stream, text, ends) in enumerate(pieces):
        open_[stream] = open_.get(stream, b"") + text
        places[stream] = place
        if ends:
            ended.append((place, stream, open_.pop(stream) + b"\n"))
    ended += [(places[stream], stream, text) for stream, text in open_.items()]
    lines = [(stream, text) for _, stream, text in sorted(ended)]
    wanted = lines[len(lines) - count :] if count <= len(lines) else lines
    return {n: b"".join(text for stream, text in wanted if stream == n) for n in (1, 2)}


@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2]), st.sampled_from([b"", b"a", b"bc"]), st.booleans()),
        max_size=12,
    ),
    st.integers(0, 5),
)
@settings(max_examples=100)
def test_the_last_lines_are_whole_on_both_streams(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[Piece], count: int
) -> None:
    path = tmp_path_factory.mktemp("log") / "log"
    write(path, pieces)
    entries = asyncio.run(collect(path, LogOptions(tail=count)))
    for stream, expected in last_lines(pieces, count).items():
        assert b"".join(text for number, text in entries if number == stream) == expected


async def test_a_line_without_an_end_is_a_line(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"one", True), (1, b"abc", False)])
    assert await collect(tmp_path / "log", LogOptions(tail=1)) == [(1, b"abc")]
    assert await collect(tmp_path / "log", LogOptions(tail=0)) == []


async def test_the_search_goes_on_over_blocks_and_parts(tmp_path: Path) -> None:
    pieces = [(1, b"%d" % number, True) for number in range(9000)]
    write(tmp_path / "log.1", pieces[:8000])
    write(tmp_path / "log", pieces[8000:])
    entries = await collect(tmp_path / "log", LogOptions(tail=7000))
    assert [int(text) for _, text in entries] == list(range(2000, 9000))


async def test_a_shim_that_closes_an_open_line_adds_no_line_end(tmp_path: Path) -> None:
    """conmon 2.2 does so at the end, with an F that has no space after it."""
    closing = b"2026-01-01T00:00:09.000000000+00:00 stdout F\n"
    (tmp_path / "log").write_bytes(record(0, (1, b"abc", False)) + closing)
    for options in (LogOptions(), LogOptions(tail=1)):
        assert await collect(tmp_path / "log", options) == [(1, b"abc")]
    stamped = await collect(tmp_path / "log", LogOptions(timestamps=True))
    assert stamped == [(1, b"2026-01-01T00:00:00.000000000Z abc")]
    (tmp_path / "log").write_bytes(closing + record(10, (1, b"next", True)))
    assert await collect(tmp_path / "log", LogOptions()) == [(1, b"next\n")]


async def test_what_is_written_while_the_log_is_read_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "log"
    write(path, [(1, b"x" * 100, True)] * 5000)
    count = 0
    async for batch in logs.read(path, LogOptions(), asyncio.Event()):
        count += len(batch)
        with path.open("ab") as file:
            file.write(record(0, (1, b"late", True)) * 2000)
    assert count == 5000


def test_time_limits_are_exact_to_the_nanosecond() -> None:
    start = 1767225600 * 10**9
    data = b"".join(
        b"2026-01-01T00:00:00.%09d+00:00 stdout F %d\n" % (number, number) for number in range(5)
    )
    decoder = Decoder(LogOptions(since_ns=start + 1, until_ns=start + 3))
    assert [text for _, text in decoder.entries(data)] == [b"1\n", b"2\n", b"3\n"]
    assert decoder.over


def test_details_stand_between_time_and_line() -> None:
    data = record(0, (1, b"a", False)) + record(1, (1, b"b", True))
    decoder = Decoder(LogOptions(timestamps=True, details="k=v"))
    text = b"".join(text for _, text in decoder.entries(data))
    assert text == b"2026-01-01T00:00:00.000000000Z k=v ab\n"
