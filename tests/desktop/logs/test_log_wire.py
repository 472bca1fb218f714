"""From the engine's bytes, cut anywhere, to what is copied and saved: nothing lost or altered."""

import itertools
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.streams import FrameDecoder, encode_frame
from davit_desktop.client.streams import Stream as WireStream
from davit_desktop.logs import ansi
from davit_desktop.logs.assembler import LineAssembler
from davit_desktop.logs.entries import Entry, Stream
from davit_desktop.logs.export import save
from davit_desktop.logs.merging import Order
from davit_desktop.logs.rows import TO_THE_END, Rows
from davit_desktop.logs.spool import LogSpool
from davit_desktop.logs.stamps import iso

BASE = 1_700_000_000_000_000_000
FOLDER = Path(tempfile.gettempdir())  # only nameless files are made there
WIRE = {Stream.OUT: WireStream.STDOUT, Stream.ERR: WireStream.STDERR}

line = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([b"\x1b[31mred\x1b[0m", b"\xff\x00\t", b"end\r", b"", b'{"a":1}']),
    st.integers(16_380, 16_390).map(lambda size: b"x" * size),
).map(lambda data: data.replace(b"\n", b""))
written = st.lists(st.tuples(st.sampled_from(Stream), line, st.integers(0, 3)), max_size=8)
"""Stream, line, and how much later than the one before."""


def lines_of(log, offset: int) -> list[tuple[int, Stream, bytes]]:
    times = itertools.accumulate((later for *_, later in log), initial=offset)
    return [(BASE + at, stream, data) for (stream, data, _), at in zip(log, times, strict=False)]


def through_the_wire(log, source: int, cuts: list[int]) -> list[Entry]:
    """Each line a frame or two, the whole cut anywhere, as a client reads it."""
    wire = b""
    for time_ns, stream, data in log:
        text = iso(time_ns).encode() + b" " + data + b"\n"
        middle = len(text) // 2 if len(data) % 2 else len(text)
        for part in (text[:middle], text[middle:]):
            wire += encode_frame(WIRE[stream], part) if part else b""
    decoder, lines = FrameDecoder(), LineAssembler(source)
    entries: list[Entry] = []
    edges = sorted({0, len(wire), *(cut % (len(wire) + 1) for cut in cuts)})
    for start, end in itertools.pairwise(edges):
        for frame in decoder.feed(wire[start:end]):
            stream = Stream.ERR if frame[0] == WireStream.STDERR else Stream.OUT
            entries += lines.feed(stream, frame[1])
    assert lines.unended() == []
    return entries


@given(
    st.lists(written, min_size=1, max_size=3),
    st.lists(st.integers(0, 60_000), max_size=12),
    st.integers(1, 5),
)
def test_what_is_copied_and_saved_is_what_was_written(logs, cuts, batch) -> None:
    logs = [lines_of(log, at) for at, log in enumerate(logs)]
    parts = [through_the_wire(log, source, cuts) for source, log in enumerate(logs)]
    spool = LogSpool(FOLDER, segment_bytes=40_000)
    try:
        order = Order()
        pending = [part[:] for part in parts]
        while any(pending):  # in batches by turns, so that some lines come late
            for part in pending:
                spool.place(order.sorted(part[:batch]))
                del part[:batch]
        rows = Rows(spool)
        stored = spool.lines(spool.first, spool.end - spool.first, 1 << 20)
        for source, log in enumerate(logs):
            found = [(n.time_ns, n.stream, n.data) for n in stored if n.source == source]
            assert found == log
        everything = [entry.data for entry in stored]
        copied = b"".join(rows.copy((rows.first, 0), (rows.end, TO_THE_END), 1 << 24))
        shown = [
            ansi.strip(data.removesuffix(b"\r").decode("utf-8", "surrogateescape"))
            for data in everything
        ]
        assert copied == "\n".join(shown).encode("utf-8", "surrogateescape")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "raw"
            save(rows, path, with_stamps=False, with_ansi=True)
            assert path.read_bytes() == b"".join(data + b"\n" for data in everything)
    finally:
        spool.close()
