"""The stream decoders, with chunks cut anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.client.streams import (
    FrameDecoder,
    LinesDecoder,
    RawDecoder,
    Stream,
    encode_frame,
)
from davit_desktop.client.types import Event, Progress

outputs = st.sampled_from([Stream.STDOUT, Stream.STDERR])
cuts = st.lists(st.integers(min_value=1, max_value=40), max_size=30)


def pieces(data: bytes, sizes: list[int]) -> list[bytes]:
    chunks = []
    for size in sizes:
        chunks.append(data[:size])
        data = data[size:]
    return [*chunks, data]


@given(st.lists(st.tuples(outputs, st.binary(max_size=60)), max_size=8), cuts)
def test_every_byte_arrives_in_order_on_its_stream(
    frames: list[tuple[Stream, bytes]], sizes: list[int]
) -> None:
    wire = b"".join(encode_frame(stream, data) for stream, data in frames)
    decoder = FrameDecoder()
    got = [frame for chunk in pieces(wire, sizes) for frame in decoder.feed(chunk)]

    for wanted in Stream:
        sent = b"".join(data for stream, data in frames if stream is wanted)
        assert b"".join(data for stream, data in got if stream is wanted) == sent
    assert not decoder.mid_frame


def test_a_frame_larger_than_what_has_come_is_not_held_back() -> None:
    decoder = FrameDecoder()
    wire = encode_frame(Stream.STDOUT, b"hello world")
    assert decoder.feed(wire[:13]) == [(Stream.STDOUT, b"hello")]
    assert decoder.mid_frame
    assert decoder.feed(wire[13:]) == [(Stream.STDOUT, b" world")]
    assert not decoder.mid_frame


def test_a_header_cut_in_two_counts_as_mid_frame() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(encode_frame(Stream.STDERR, b"x")[:5]) == []
    assert decoder.mid_frame


@pytest.mark.parametrize("wire", [b"hello world\n", b"\x03\0\0\0\0\0\0\1x", b"\1\0\1\0\0\0\0\1x"])
def test_bytes_that_are_no_frames_are_refused(wire: bytes) -> None:
    with pytest.raises(UnexpectedAnswer, match="not a multiplexed stream"):
        FrameDecoder().feed(wire)


def test_a_terminals_bytes_are_all_stdout() -> None:
    assert RawDecoder().feed(b"\x01\x00") == [(Stream.STDOUT, b"\x01\x00")]
    assert RawDecoder().feed(b"") == []


@given(st.lists(st.text(max_size=20), max_size=6), cuts)
def test_lines_cut_anywhere_become_whole_records(texts: list[str], sizes: list[int]) -> None:
    import json

    wire = b"".join(json.dumps({"status": text}).encode() + b"\r\n" for text in texts)
    decoder = LinesDecoder(Progress)
    got = [item for chunk in pieces(wire, sizes) for item in decoder.feed(chunk)]
    assert [item.status for item in got + decoder.finish()] == texts


def test_a_last_line_without_newline_is_not_lost() -> None:
    decoder = LinesDecoder(Event)
    assert decoder.feed(b'{"Type":"container","Action":"start"}') == []
    assert [event.action for event in decoder.finish()] == ["start"]
    assert decoder.finish() == []


def test_a_line_that_is_no_record_is_refused() -> None:
    with pytest.raises(UnexpectedAnswer):
        LinesDecoder(Event).feed(b"<html>\n")


def test_a_line_without_end_is_refused() -> None:
    decoder = LinesDecoder(Event)
    for _ in range(16):
        decoder.feed(b"x" * 1024 * 1024)
    with pytest.raises(UnexpectedAnswer, match="without end"):
        decoder.feed(b"x")
