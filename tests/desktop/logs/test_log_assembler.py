"""Lines cut out of a stamped stream are the lines that went in."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.assembler import LONGEST_ENTRY, LineAssembler
from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.stamps import iso

TIME = 1_700_000_000_123_456_789
STAMP = b"2023-11-14T22:13:20.123456789Z "

lines_strategy = st.lists(
    st.tuples(
        st.sampled_from(Stream),
        st.integers(0, 4_000_000_000_000_000_000),
        st.binary(max_size=200).map(lambda data: data.replace(b"\n", b"")),
    ),
    max_size=30,
)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in itertools.pairwise(edges)]


@given(lines_strategy, st.lists(st.integers(0, 10_000), max_size=30))
def test_any_bytes_cut_anywhere_come_out_as_they_were(lines, cuts) -> None:
    wire = b"".join(iso(t).encode() + b" " + data + b"\n" for _, t, data in lines)
    assembler = LineAssembler()
    found = [e for piece in pieces(wire, cuts) for e in assembler.feed(Stream.OUT, piece)]
    found += assembler.finish()
    assert found == [Entry(Stream.OUT, t, data) for _, t, data in lines]


@given(lines_strategy, st.data())
def test_two_streams_cut_into_each_other_are_kept_apart(lines, data) -> None:
    assembler = LineAssembler()
    sent: dict[Stream, list[bytes]] = {stream: [] for stream in Stream}
    waiting = {
        stream: b"".join(
            iso(t).encode() + b" " + text + b"\n" for s, t, text in lines if s is stream
        )
        for stream in Stream
    }
    while any(waiting.values()):
        stream = data.draw(st.sampled_from([s for s in Stream if waiting[s]]))
        size = data.draw(st.integers(1, 90))
        for entry in assembler.feed(stream, waiting[stream][:size]):
            sent[entry.stream].append(entry.data)
        waiting[stream] = waiting[stream][size:]
    for stream in Stream:
        assert sent[stream] == [text for s, _, text in lines if s is stream]


def test_an_unended_line_is_known_and_then_continued() -> None:
    assembler = LineAssembler()
    assert assembler.feed(Stream.OUT, STAMP + b"name? ") == []
    assert assembler.unended() == [Entry(Stream.OUT, TIME, b"name? ")]
    assert assembler.feed(Stream.OUT, b"joe\n") == [Entry(Stream.OUT, TIME, b"name? joe")]
    assert assembler.unended() == []


def test_the_stamps_that_docker_repeats_every_16_kib_are_removed() -> None:
    part = bytes(range(32, 96)) * 256
    assert len(part) == 16 * 1024
    wire = (STAMP + part) * 5 + STAMP + b"end\n"
    for size in (len(wire), 5000, 16 * 1024, 31):
        assembler = LineAssembler()
        found = [
            entry
            for at in range(0, len(wire), size)
            for entry in assembler.feed(Stream.OUT, wire[at : at + size])
        ]
        assert found == [Entry(Stream.OUT, TIME, part * 5 + b"end")]


def test_text_that_looks_like_a_stamp_is_text() -> None:
    assembler = LineAssembler()
    line = STAMP + b"hello " + STAMP
    assert assembler.feed(Stream.OUT, STAMP + line + b"\n") == [Entry(Stream.OUT, TIME, line)]


def test_a_line_without_end_is_stored_in_pieces_of_bounded_size() -> None:
    assembler = LineAssembler()
    entries = assembler.feed(Stream.OUT, STAMP)
    data = bytes(i % 251 if i % 251 != 10 else 0 for i in range(64 * 1024))
    for _ in range(50):
        entries += assembler.feed(Stream.OUT, data)
    held = sum(len(entry.data) for entry in assembler.unended())
    assert held < LONGEST_ENTRY + 64 * 1024
    entries += assembler.feed(Stream.OUT, b"\n")
    assert b"".join(entry.data for entry in entries) == data * 50
    assert [entry.kind for entry in entries] == [Kind.PIECE] * (len(entries) - 1) + [Kind.LINE]


def test_other_forms_of_stamps_are_read() -> None:
    assembler = LineAssembler()
    wire = b"2023-11-14T23:13:20.5+01:00 a\n2023-11-14T22:13:20Z b\nno stamp\n"
    assert assembler.feed(Stream.ERR, wire) == [
        Entry(Stream.ERR, 1_700_000_000_500_000_000, b"a"),
        Entry(Stream.ERR, 1_700_000_000_000_000_000, b"b"),
        Entry(Stream.ERR, 1_700_000_000_000_000_000, b"no stamp"),
    ]


def test_nonsense_in_the_place_of_a_stamp_is_text() -> None:
    assembler = LineAssembler()
    for line in (b"2023-99-14T22:13:20.123456789Z x", b"2023-11-14T22:13:20.12345678xZ x"):
        assert [e.data for e in assembler.feed(Stream.OUT, line + b"\n")] == [line]
