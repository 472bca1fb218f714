"""Logs come out as they went in, whatever part of them is asked for."""

import asyncio
import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from davit_engine.containers.logs import Batch, LogOptions, read, rotate

Piece = tuple[int, bytes, bool]
"""Stream, text without line end, whether the line ends here."""


def stamp(number: int) -> str:
    return f"2026-01-01T00:00:{number // 1000:02d}.{number % 1000:03d}000000+00:00"


def write(path: Path, pieces: list[Piece], first: int = 0) -> None:
    with path.open("ab") as file:
        for number, (stream, text, ends) in enumerate(pieces, start=first):
            name = "stdout" if stream == 1 else "stderr"
            kind = "F" if ends else "P"
            file.write(f"{stamp(number)} {name} {kind} ".encode() + text + b"\n")


async def collect(path: Path, options: LogOptions) -> list[tuple[int, bytes]]:
    batches: list[Batch] = [batch async for batch in read(path, options, None)]
    return list(itertools.chain.from_iterable(batches))


pieces = st.lists(
    st.tuples(
        st.sampled_from([1, 2]),
        st.binary(max_size=60).map(lambda text: text.replace(b"\n", b"")),
        st.booleans(),
    ),
    max_size=40,
)


@given(pieces)
def test_every_byte_comes_out_on_its_stream(tmp_path_factory: object, given_: list[Piece]) -> None:
    path = Path(str(tmp_path_factory.mktemp("log"))) / "log"  # type: ignore[attr-defined]
    write(path, given_)
    entries = asyncio.run(collect(path, LogOptions()))
    for stream in (1, 2):
        written = b"".join(t + (b"\n" if e else b"") for s, t, e in given_ if s == stream)
        assert b"".join(text for s, text in entries if s == stream) == written


async def test_one_stream_can_be_left_out(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"a", True), (2, b"b", True), (1, b"c", True)])
    assert await collect(tmp_path / "log", LogOptions(stderr=False)) == [(1, b"a\n"), (1, b"c\n")]


async def test_tail_counts_whole_lines_and_joins_parts(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"a", True), (1, b"b1", False), (1, b"b2", True), (1, b"c", True)])
    entries = await collect(tmp_path / "log", LogOptions(tail=2))
    assert b"".join(text for _, text in entries) == b"b1b2\nc\n"
    assert await collect(tmp_path / "log", LogOptions(tail=0)) == []
    assert len(await collect(tmp_path / "log", LogOptions(tail=99))) == 4


async def test_the_tail_of_a_long_log(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"%d" % number, True) for number in range(30000)])
    entries = await collect(tmp_path / "log", LogOptions(tail=12345))
    assert [text for _, text in entries] == [b"%d\n" % n for n in range(30000 - 12345, 30000)]


async def test_since_and_until_select_by_time(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"%d" % number, True) for number in range(5)])
    start = 1767225600 * 10**9
    options = LogOptions(since_ns=start + 2 * 10**6, until_ns=start + 3 * 10**6)
    assert [text for _, text in await collect(tmp_path / "log", options)] == [b"2\n", b"3\n"]


async def test_time_stamps_have_nine_digits_and_mark_lines_not_parts(tmp_path: Path) -> None:
    write(tmp_path / "log", [(1, b"a", False), (1, b"b", True)])
    entries = await collect(tmp_path / "log", LogOptions(timestamps=True))
    assert b"".join(text for _, text in entries) == b"2026-01-01T00:00:00.000000000Z ab\n"


async def test_a_log_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert await collect(tmp_path / "none", LogOptions()) == []


async def test_following_gives_what_comes_later_and_ends_with_the_container(tmp_path: Path) -> None:
    path = tmp_path / "log"
    write(path, [(1, b"old", True)])
    ended = asyncio.Event()
    seen: asyncio.Queue[bytes] = asyncio.Queue()

    async def follow() -> None:
        async for batch in read(path, LogOptions(follow=True), ended):
            for _, text in batch:
                seen.put_nowait(text)

    task = asyncio.create_task(follow())
    async with asyncio.timeout(10):
        assert await seen.get() == b"old\n"
        write(path, [(1, b"new", True)], first=1)
        assert await seen.get() == b"new\n"
        path.rename(tmp_path / "log.1")
        for _ in range(5):  # the follower looks while there is no file
            await asyncio.sleep(0)
        write(path, [(1, b"rotated", True)], first=2)
        assert await seen.get() == b"rotated\n"
        write(path, [(1, b"last", True)], first=3)
        ended.set()
        assert await seen.get() == b"last\n"
        await task


async def test_earlier_parts_of_a_log_are_read_first(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for start in (0, 10, 20):
        write(path, [(1, b"%d" % number, True) for number in range(start, start + 10)])
        rotate(path, keep=5)
    write(path, [(1, b"30", True)])
    entries = await collect(path, LogOptions())
    assert [int(text) for _, text in entries] == list(range(31))
    for tail in (0, 1, 5, 11, 12, 25, 31, 40):
        entries = await collect(path, LogOptions(tail=tail))
        assert [int(text) for _, text in entries] == list(range(31))[max(0, 31 - tail) :]


def test_only_so_many_files_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for number in range(6):
        path.write_text(str(number))
        rotate(path, keep=3)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["log.1", "log.2"]
    assert (tmp_path / "log.1").read_text() == "5"
    path.write_text("6")
    rotate(path, keep=1)
    assert list(tmp_path.iterdir()) == []
